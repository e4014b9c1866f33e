// SPDX-License-Identifier: Apache-2.0

import { type BodyKind, type SealPlan, seal } from '../bundle.ts';
import { bytes, hash, hex, utf8 } from '../bytes.ts';
import { AT, type Case, passes, TRUSTED_ROOT, verifyBundle, WHO } from '../case.ts';
import { emailName } from '../certificate.ts';
import { ISSUER } from '../fulcio.ts';
import { changed, pretty, textAt } from '../json.ts';
import { ecKey, highS } from '../keys.ts';
import { cosignatureLine, signedNote } from '../note.ts';
import { provenanceV1, provenanceV02, SLSA_V1, SLSA_V02, statement, subjectOf } from '../statement.ts';
import { tlogInstance } from '../trusted-root.ts';
import {
  alice,
  ca,
  caRoot,
  ctLog,
  ctLogB,
  LEAF_FROM,
  LEAF_UNTIL,
  mintRoot,
  ROOT_PLAN,
  rekorV1,
  rekorV1B,
  rekorV2,
  rekorV2Ec,
  SIGNED_AT,
  SIGNED_SECONDS,
  signer,
  tsaA,
  tsaB,
  witness,
} from '../world.ts';

export const ARTIFACT = utf8('a release of the application\n');
export const OTHER = utf8('a second file of the same release\n');
export const PROVENANCE = statement([subjectOf('artifact.txt', ARTIFACT)], SLSA_V1, provenanceV1());

/** A message signature in Rekor v1, as `seal` wants it. */
export const MESSAGE: SealPlan = { signer: alice, content: { artifact: ARTIFACT }, entries: [{ log: rekorV1 }] };
/** The same in Rekor v2, which gives no time: a timestamp does. */
export const MESSAGE_V2: SealPlan = { ...MESSAGE, entries: [{ log: rekorV2 }], stamps: [{ tsa: tsaA }] };
export const ATTESTED: SealPlan = { signer: alice, content: { payload: PROVENANCE }, entries: [{ log: rekorV1 }] };
export const ATTESTED_V2: SealPlan = { ...ATTESTED, entries: [{ log: rekorV2 }], stamps: [{ tsa: tsaA }] };

function sealed(name: string, why: string, plan: SealPlan, ...more: readonly string[]): Case {
  const files = { 'artifact.txt': ARTIFACT, 'bundle.sigstore.json': seal(plan).bundle };
  return passes(name, why, files, verifyBundle('artifact.txt', ...more));
}

function withBody(plan: SealPlan, bodyKind: BodyKind): SealPlan {
  return { ...plan, entries: (plan.entries ?? []).map((entry) => ({ ...entry, bodyKind })) };
}

export function bundleCases(): Case[] {
  const cosigned = seal({
    ...MESSAGE_V2,
    entries: [
      {
        log: rekorV2,
        checkpoint: ({ text, line }) => signedNote(text, line, cosignatureLine(witness, text, SIGNED_SECONDS + 30)),
      },
    ],
  });
  const quiet = seal(MESSAGE).bundle;
  const digestPlace = '/messageSignature/messageDigest/digest';
  const noisy = changed(quiet, {
    '/dsseEnvelope': null,
    '/comment': 'of no meaning',
    [digestPlace]: textAt(quiet, digestPlace).replaceAll('+', '-').replaceAll('/', '_').replace('=', ''),
  });
  const p384 = signer({ label: 'leaf p384', key: ecKey('p384', 'signer p384') });
  const p521 = signer({ label: 'leaf p521', key: ecKey('p521', 'signer p521') });
  const email = signer({ label: 'leaf email', names: [emailName('release@mint.example')] });
  const twoScts = [ctLog, ctLogB].map((log) => ({ log, time: LEAF_FROM }));
  return [
    sealed(
      'bundle-v0.1-message',
      'A version 0.1 bundle: certificate chain, signed entry timestamp and inclusion proof.',
      {
        ...MESSAGE,
        version: '0.1',
      },
    ),
    sealed(
      'bundle-v0.1-promise-only',
      'A version 0.1 bundle may rest on the signed entry timestamp alone; the report lists inclusion as not established.',
      { ...MESSAGE, version: '0.1', entries: [{ log: rekorV1, proof: false }] },
    ),
    sealed(
      'bundle-v0.1-chain',
      'The chain of the bundle carries the intermediate and, byte for byte, the anchor of the trusted root: the anchor is ignored and listed.',
      { ...MESSAGE, version: '0.1', chain: [ca.certificate.der, caRoot.certificate.der] },
    ),
    sealed('bundle-v0.2-message', 'A version 0.2 bundle with a message signature.', { ...MESSAGE, version: '0.2' }),
    sealed('bundle-v0.3-message', 'A version 0.3 bundle with a message signature.', MESSAGE),
    sealed('bundle-v0.3-message-old-media-type', 'Version 0.3 under its first media type.', {
      ...MESSAGE,
      version: '0.3-old',
    }),
    sealed('bundle-v0.1-dsse', 'A version 0.1 bundle with an envelope, logged as dsse 0.0.1.', {
      ...ATTESTED,
      version: '0.1',
    }),
    sealed('bundle-v0.2-dsse', 'A version 0.2 bundle with an envelope, logged as dsse 0.0.1.', {
      ...ATTESTED,
      version: '0.2',
    }),
    sealed('bundle-v0.3-dsse', 'A version 0.3 bundle with SLSA provenance v1, logged as dsse 0.0.1.', ATTESTED),
    sealed(
      'bundle-v0.1-intoto-v1',
      'The oldest entry kind, intoto 0.0.1, which binds envelope, payload and key but no signature.',
      withBody({ ...ATTESTED, version: '0.1' }, 'intoto 0.0.1'),
    ),
    sealed(
      'bundle-v0.2-intoto',
      'An envelope logged as intoto 0.0.2.',
      withBody({ ...ATTESTED, version: '0.2' }, 'intoto 0.0.2'),
    ),
    sealed('bundle-v0.3-intoto', 'A version 0.3 bundle logged as intoto 0.0.2.', withBody(ATTESTED, 'intoto 0.0.2')),
    sealed(
      'rekor-v2-message',
      'Rekor v2 with an Ed25519 checkpoint; the time comes from an RFC 3161 token.',
      MESSAGE_V2,
    ),
    sealed('rekor-v2-dsse', 'Rekor v2, entry kind dsse 0.0.2.', ATTESTED_V2),
    sealed(
      'rekor-v2-hashedrekord-over-pae',
      "Rekor v2, entry kind hashedrekord 0.0.2 whose artifact is the envelope's PAE.",
      withBody(ATTESTED_V2, 'hashedrekord 0.0.2 over pae'),
    ),
    sealed('rekor-v2-ecdsa-checkpoint', 'Rekor v2 with an ECDSA checkpoint.', {
      ...MESSAGE_V2,
      entries: [{ log: rekorV2Ec }],
    }),
    passes(
      'rekor-v2-cosigned',
      "The checkpoint carries a witness's cosignature after the log's own line; it is not counted as the log.",
      { 'artifact.txt': ARTIFACT, 'bundle.sigstore.json': cosigned.bundle },
      verifyBundle('artifact.txt'),
    ),
    sealed('tree-of-one', 'The entry is the only one of its tree: the inclusion proof is empty.', {
      ...MESSAGE,
      entries: [{ log: rekorV1, before: 0, after: 0 }],
    }),
    sealed('tree-last-leaf', 'The entry is the last of a tree of six: a proof along the right border.', {
      ...MESSAGE,
      entries: [{ log: rekorV1, before: 5, after: 0 }],
    }),
    sealed(
      'two-logs',
      'Two distinct logs have recorded it, and both are asked for.',
      { ...MESSAGE, entries: [{ log: rekorV1 }, { log: rekorV1B }] },
      '--tlog-threshold',
      '2',
    ),
    sealed(
      'two-timestamps',
      'Tokens of two distinct authorities, and both are asked for.',
      { ...MESSAGE_V2, stamps: [{ tsa: tsaA }, { tsa: tsaB }] },
      '--timestamp-threshold',
      '2',
    ),
    sealed('timestamp-embedded-certificate', "The token carries its signer's certificate.", {
      ...MESSAGE_V2,
      stamps: [{ tsa: tsaB, embedded: [tsaB.certificate.der] }],
    }),
    sealed('timestamp-sha384', 'The token is signed with ECDSA P-384 and SHA-384 over a SHA-384 imprint.', {
      ...MESSAGE_V2,
      stamps: [{ tsa: tsaA, signatureHash: 'sha384', imprintHash: 'sha384' }],
    }),
    sealed('timestamp-fraction', 'The time of the token has a fraction of a second.', {
      ...MESSAGE_V2,
      stamps: [{ tsa: tsaA, time: '2026-02-01T12:00:00.25Z' }],
    }),
    sealed(
      'timestamp-at-window-end',
      'The token states the very last second of the certificate: both ends are inclusive.',
      {
        ...MESSAGE_V2,
        stamps: [{ tsa: tsaA, time: LEAF_UNTIL }],
      },
    ),
    sealed(
      'two-scts',
      'Two certificate logs have recorded the certificate, and both are asked for.',
      {
        ...MESSAGE,
        signer: signer({ label: 'leaf two scts', scts: twoScts }),
      },
      '--ctlog-threshold',
      '2',
    ),
    sealed('sct-with-extensions', 'The certificate timestamp carries extensions of its own, which are signed.', {
      ...MESSAGE,
      signer: signer({
        label: 'leaf sct ext',
        scts: [{ log: ctLog, time: LEAF_FROM, extensions: bytes([0, 0, 5, 1, 2, 3, 4, 5]) }],
      }),
    }),
    sealed('certificate-p384', 'A P-384 key that signs with SHA-384, which the entry names.', {
      ...MESSAGE,
      signer: p384,
    }),
    sealed('certificate-p384-sha256', 'A P-384 key that signs with SHA-256, which the entry names.', {
      ...MESSAGE,
      signer: p384,
      content: { artifact: ARTIFACT, hash: 'sha256' },
    }),
    sealed('certificate-p521', 'A P-521 key that signs with SHA-512, which the entry names.', {
      ...MESSAGE,
      signer: p521,
    }),
    sealed(
      'signature-high-s',
      'An ECDSA signature with the high s: as valid as its twin (FIPS 186-5 knows no low-s rule).',
      {
        ...MESSAGE,
        signature: (low) => highS(low, 'p256'),
      },
    ),
    sealed('tree-of-two', 'The entry is the first of two: the smallest proof with a hash.', {
      ...MESSAGE,
      entries: [{ log: rekorV1, before: 0, after: 1 }],
    }),
    sealed(
      'window-at-its-end',
      'The signing is at the very end of the window that was asked for: both ends are inclusive.',
      MESSAGE,
      ...['--not-before', SIGNED_AT, '--not-after', SIGNED_AT],
    ),
    sealed(
      'window-with-skew',
      'The signing is four minutes after the window that was asked for, and five are tolerated.',
      MESSAGE,
      ...['--not-after', '2026-02-01T11:56:00Z', '--skew', '300s'],
    ),
    sealed('engine-dual', 'Both engines judge every signature, and agree.', MESSAGE_V2, '--engine', 'dual'),
    sealed('engine-noble', 'The second engine alone judges every signature.', MESSAGE_V2, '--engine', 'noble'),
    passes(
      'bundle-with-noise',
      'White space around the document, a null member, an unknown member, and the URL alphabet of base64: none of them changes anything.',
      { 'artifact.txt': ARTIFACT, 'bundle.sigstore.json': ` \n${pretty(noisy)}\n ` },
      verifyBundle('artifact.txt'),
    ),
    passes(
      'log-ends-at-signing',
      "The log's key was trusted until the very second of the entry: both ends are inclusive.",
      {
        'artifact.txt': ARTIFACT,
        'bundle.sigstore.json': seal(MESSAGE).bundle,
        'trusted-root.json': mintRoot({
          tlogs: [
            tlogInstance(rekorV1, { start: '2025-01-01T00:00:00Z', end: SIGNED_AT }),
            ...ROOT_PLAN.tlogs.slice(1),
          ],
        }),
      },
      [
        ...['verify', 'artifact.txt', '--bundle', 'bundle.sigstore.json', '--trusted-root', 'trusted-root.json'],
        ...[...WHO, ...AT],
      ],
    ),
    passes(
      'identity-email',
      'The certificate names a person by e-mail.',
      { 'artifact.txt': ARTIFACT, 'bundle.sigstore.json': seal({ ...MESSAGE, signer: email }).bundle },
      [
        ...['verify', 'artifact.txt', '--bundle', 'bundle.sigstore.json', ...TRUSTED_ROOT],
        ...['--certificate-identity', 'release@mint.example', '--certificate-oidc-issuer', ISSUER, ...AT],
      ],
    ),
    passes(
      'identity-regexp',
      'Identity and issuer by regular expressions, which match the whole text.',
      { 'artifact.txt': ARTIFACT, 'bundle.sigstore.json': seal(MESSAGE).bundle },
      [
        ...['verify', 'artifact.txt', '--bundle', 'bundle.sigstore.json', ...TRUSTED_ROOT],
        ...['--certificate-identity-regexp', 'https://code\\.mint\\.example/acme/app/.*'],
        ...['--certificate-oidc-issuer-regexp', 'https://issuer\\.mint\\.example', ...AT],
      ],
    ),
  ];
}

export function subjectCases(): Case[] {
  const three = statement(
    [subjectOf('first.txt', utf8('first\n')), subjectOf('artifact.txt', ARTIFACT), subjectOf('other.txt', OTHER)],
    SLSA_V1,
    provenanceV1(),
  );
  const strong = statement(
    [subjectOf('artifact.txt', ARTIFACT, 'sha256', 'sha384', 'sha512')],
    SLSA_V1,
    provenanceV1(),
  );
  const attested = seal({ ...ATTESTED, content: { payload: three } }).bundle;
  const old = statement(
    [subjectOf('artifact.txt', ARTIFACT)],
    SLSA_V02,
    provenanceV02(),
    'https://in-toto.io/Statement/v0.1',
  );
  const files = { 'bundle.sigstore.json': seal({ ...ATTESTED, content: { payload: strong } }).bundle };
  const digest = (name: 'sha256' | 'sha384' | 'sha512'): string => `${name}:${hex(hash(name, ARTIFACT))}`;
  return [
    passes(
      'subject-second-of-three',
      'The artifact is the second of three subjects.',
      { 'artifact.txt': ARTIFACT, 'bundle.sigstore.json': attested },
      verifyBundle('artifact.txt'),
    ),
    passes(
      'several-artifacts',
      'Two artifacts for one bundle; both are subjects.',
      { 'artifact.txt': ARTIFACT, 'other.txt': OTHER, 'bundle.sigstore.json': attested },
      ['verify', 'artifact.txt', 'other.txt', ...verifyBundle('').slice(2)],
    ),
    ...(['sha256', 'sha384', 'sha512'] as const).map((name) =>
      passes(
        `digest-operand-${name}`,
        `The artifact is given by its ${name} digest, which a subject carries.`,
        files,
        verifyBundle(digest(name)),
      ),
    ),
    passes(
      'digest-operand-message',
      'The artifact of a message signature is given by its digest: ECDSA can be checked over it.',
      { 'bundle.sigstore.json': seal(MESSAGE).bundle },
      verifyBundle(digest('sha256')),
    ),
    passes(
      'statement-v0.1-slsa-v0.2',
      'An in-toto statement v0.1 with SLSA provenance v0.2, asked for by its short name.',
      { 'artifact.txt': ARTIFACT, 'bundle.sigstore.json': seal({ ...ATTESTED, content: { payload: old } }).bundle },
      verifyBundle('artifact.txt', '--type', 'slsaprovenance02'),
    ),
    passes(
      'predicate-type-asked',
      'The predicate is of the type that was asked for.',
      { 'artifact.txt': ARTIFACT, 'bundle.sigstore.json': seal(ATTESTED).bundle },
      verifyBundle('artifact.txt', '--type', 'slsaprovenance1'),
    ),
    passes(
      'bundles-jsonl',
      'Two bundles, one a line; the last line ends with a newline.',
      {
        'artifact.txt': ARTIFACT,
        'other.txt': OTHER,
        'bundles.jsonl': `${JSON.stringify(seal(MESSAGE).bundle)}\n${JSON.stringify(
          seal({ ...MESSAGE, content: { artifact: OTHER } }).bundle,
        )}\n`,
      },
      ['verify', 'artifact.txt', 'other.txt', '--bundle', 'bundles.jsonl', ...TRUSTED_ROOT, ...WHO, ...AT],
    ),
  ];
}
