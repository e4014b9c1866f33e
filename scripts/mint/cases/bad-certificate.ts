// SPDX-License-Identifier: Apache-2.0

import { seal } from '../bundle.ts';
import { bytes } from '../bytes.ts';
import { AT, type Case, type Files, refuted, TRUSTED_ROOT, undecided, unusable, verifyBundle, WHO } from '../case.ts';
import { authority, emailName, extension, PURPOSE, signatureAlgorithm, uriName } from '../certificate.ts';
import { signSct } from '../certificate-log.ts';
import { octetString, sequence, tlv, validityTime } from '../der.ts';
import { IDENTITY, ISSUER, type LeafPlan } from '../fulcio.ts';
import { ecKey } from '../keys.ts';
import { authorityInstance, ctlogInstance } from '../trusted-root.ts';
import {
  alice,
  CLAIMS,
  ca,
  caInstance,
  caRoot,
  ctLog,
  ctLogB,
  ctLogStranger,
  LEAF_FROM,
  LEAF_UNTIL,
  leafKey,
  mintRoot,
  rekorV1,
  signer,
} from '../world.ts';
import { ARTIFACT, MESSAGE } from './good.ts';

const stranger = authority({ commonName: 'stranger root', key: ecKey('p384', 'stranger-root') });

function signedBy(change: Partial<LeafPlan>): Files {
  const { bundle } = seal({ ...MESSAGE, signer: signer(change) });
  return { 'artifact.txt': ARTIFACT, 'bundle.sigstore.json': bundle };
}

const verify = verifyBundle('artifact.txt');

function under(root: ReturnType<typeof mintRoot>, plan = MESSAGE): { files: Files; command: readonly string[] } {
  const files = { 'artifact.txt': ARTIFACT, 'bundle.sigstore.json': seal(plan).bundle, 'trusted-root.json': root };
  return {
    files,
    command: [
      'verify',
      'artifact.txt',
      '--bundle',
      'bundle.sigstore.json',
      '--trusted-root',
      'trusted-root.json',
      ...WHO,
      ...AT,
    ],
  };
}

/** Certificates of bundles: form, path, usage, identity. */
export function certificateCases(): Case[] {
  const tail = {
    key: leafKey,
    certificate: { ...must(alice.certificate), der: bytes(must(alice.certificate).der, [0]) },
  };
  const ended = under(
    mintRoot({ certificateAuthorities: [caInstance({ start: '2025-01-01T00:00:00Z', end: '2026-01-01T00:00:00Z' })] }),
  );
  const early = authority({
    commonName: 'mint early intermediate',
    key: ecKey('p384', 'ca-early'),
    issuer: caRoot,
    pathLength: 0,
    notAfter: '2026-02-01T11:59:59Z',
  });
  const endedCa = under(
    mintRoot({
      certificateAuthorities: [
        authorityInstance('mint root', 'https://ca.mint.example', [early.certificate.der, caRoot.certificate.der]),
      ],
    }),
    { ...MESSAGE, signer: signer({ label: 'leaf of the early', issuedBy: early }) },
  );
  const good = { 'artifact.txt': ARTIFACT, 'bundle.sigstore.json': seal(MESSAGE).bundle };
  const at = (seconds: number): Files => ({
    'artifact.txt': ARTIFACT,
    'bundle.sigstore.json': seal({ ...MESSAGE, entries: [{ log: rekorV1, integratedTime: seconds }] }).bundle,
  });
  const ask = (...words: readonly string[]) => [
    'verify',
    'artifact.txt',
    '--bundle',
    'bundle.sigstore.json',
    ...TRUSTED_ROOT,
    ...words,
    ...AT,
  ];
  return [
    refuted(
      'certificate-tail--der-invalid',
      'certificate.format',
      'One octet follows the certificate; the log entry names the same octets.',
      { 'artifact.txt': ARTIFACT, 'bundle.sigstore.json': seal({ ...MESSAGE, signer: tail }).bundle },
      verify,
    ),
    refuted(
      'certificate-date--time-invalid',
      'certificate.format',
      'The certificate begins on 30 February.',
      signedBy({
        label: 'leaf february',
        change: { validity: sequence(tlv(0x17, bytes('260230115500Z')), validityTime('2026-03-02T12:05:00Z')) },
      }),
      verify,
    ),
    refuted(
      'certificate-two-algorithms--certificate-format',
      'certificate.format',
      'The signature algorithm outside the signed part is another than inside.',
      signedBy({ label: 'leaf two algorithms', change: { outerAlgorithm: signatureAlgorithm(ca.key, 'sha256') } }),
      verify,
    ),
    refuted(
      'certificate-version-1--certificate-format',
      'certificate.format',
      'The certificate is of version 1 and has extensions all the same.',
      signedBy({ label: 'leaf version 1', change: { version: 1 } }),
      verify,
    ),
    refuted(
      'certificate-extension-twice--certificate-format',
      'certificate.format',
      'An extension stands twice in the certificate.',
      signedBy({
        label: 'leaf twice',
        moreExtensions: [
          extension('1.3.6.1.4.1.57264.1.22', false, tlv(0x0c, bytes('public'))),
          extension('1.3.6.1.4.1.57264.1.22', false, tlv(0x0c, bytes('private'))),
        ],
      }),
      verify,
    ),
    refuted(
      'bundle-chain-foreign-root--certificate-extra-anchor',
      'certificate.format',
      'The chain of the bundle brings a self-signed certificate that no trusted root holds.',
      {
        'artifact.txt': ARTIFACT,
        'bundle.sigstore.json': seal({
          ...MESSAGE,
          version: '0.2',
          chain: [ca.certificate.der, stranger.certificate.der],
        }).bundle,
      },
      verify,
    ),
    undecided(
      'certificate-of-another-authority--path-not-found',
      'certificate.path',
      'The certificate was issued by an authority that the trusted root does not hold.',
      signedBy({ label: 'leaf of a stranger', issuedBy: stranger }),
      verify,
    ),
    refuted(
      'certificate-forged--path-signature',
      'certificate.path',
      'The certificate names the trusted issuer, and was signed by another key.',
      signedBy({ label: 'leaf forged', signedBy: stranger.key }),
      verify,
    ),
    refuted(
      'signed-after-certificate--path-expired',
      'certificate.path',
      'The log recorded the signature one second after the certificate had ended.',
      at(Date.parse(LEAF_UNTIL) / 1000 + 1),
      verify,
    ),
    refuted(
      'signed-before-certificate--path-not-yet-valid',
      'certificate.path',
      'The log recorded the signature one second before the certificate began.',
      at(Date.parse(LEAF_FROM) / 1000 - 1),
      verify,
    ),
    undecided(
      'certificate-for-clients--certificate-usage',
      'certificate.path',
      'The certificate is for TLS clients, not for signing code.',
      signedBy({ label: 'leaf client', purposes: [PURPOSE.clientAuth] }),
      verify,
    ),
    refuted(
      'intermediate-ended--path-expired',
      'certificate.path',
      "The intermediate authority's certificate had ended when the leaf signed, though the leaf itself had not.",
      endedCa.files,
      endedCa.command,
    ),
    undecided(
      'authority-ended--authority-window',
      'certificate.path',
      'The trusted root trusted the authority only until the month before.',
      ended.files,
      ended.command,
    ),
    refuted(
      'certificate-two-names--certificate-san',
      'certificate.identity',
      'The certificate names two signers.',
      signedBy({ label: 'leaf two names', names: [uriName(IDENTITY), emailName('release@mint.example')] }),
      verify,
    ),
    refuted(
      'certificate-no-name--certificate-san',
      'certificate.identity',
      'The certificate names no signer.',
      signedBy({ label: 'leaf no name', names: [] }),
      verify,
    ),
    refuted(
      'certificate-name-with-nul--certificate-san',
      'certificate.identity',
      'The name of the signer holds a NUL, where readers of C strings end.',
      signedBy({ label: 'leaf nul', names: [uriName(`${IDENTITY}\0.stranger.example`)] }),
      verify,
    ),
    refuted(
      'certificate-two-issuers--certificate-issuer-conflict',
      'certificate.identity',
      'The two issuer extensions name different issuers.',
      signedBy({ label: 'leaf two issuers', claims: { ...CLAIMS, issuerV1: 'https://issuer.stranger.example' } }),
      verify,
    ),
    undecided(
      'identity-other--identity-mismatch',
      'certificate.identity',
      'Another workflow was asked for.',
      good,
      ask('--certificate-identity', IDENTITY.replace('release', 'deploy'), '--certificate-oidc-issuer', ISSUER),
    ),
    undecided(
      'identity-prefix--identity-mismatch',
      'certificate.identity',
      'The identity asked for is only the beginning of the one found.',
      good,
      ask('--certificate-identity', IDENTITY.slice(0, -4), '--certificate-oidc-issuer', ISSUER),
    ),
    undecided(
      'identity-regexp-part--identity-mismatch',
      'certificate.identity',
      'The regular expression matches a part of the identity, and not the whole.',
      good,
      ask('--certificate-identity-regexp', 'https://code\\.mint\\.example/acme', '--certificate-oidc-issuer', ISSUER),
    ),
    undecided(
      'issuer-other--issuer-mismatch',
      'certificate.identity',
      'Another issuer was asked for.',
      good,
      ask('--certificate-identity', IDENTITY, '--certificate-oidc-issuer', 'https://issuer.stranger.example'),
    ),
    undecided(
      'evidence-set--identity-not-asked',
      'certificate.identity',
      'A set of evidence is verified, and nobody said who should have signed.',
      good,
      ['verify', 'artifact.txt', 'bundle.sigstore.json', ...TRUSTED_ROOT, ...AT],
    ),
    unusable(
      'identity-regexp-open--identity-pattern',
      'The regular expression for the identity is no expression.',
      good,
      ask('--certificate-identity-regexp', '(', '--certificate-oidc-issuer', ISSUER),
    ),
  ];
}

/** Embedded certificate timestamps. */
export function sctCases(): Case[] {
  const one = { log: ctLog, time: LEAF_FROM };
  const elsewhere = signer({ label: 'another leaf' }).certificate?.plan;
  const about =
    elsewhere === undefined ? {} : { about: { ...elsewhere, extensions: elsewhere.extensions.slice(0, -1) } };
  const ended = under(
    mintRoot({
      ctlogs: [
        ctlogInstance(ctLog, { start: '2025-01-01T00:00:00Z', end: '2026-01-01T00:00:00Z' }),
        ctlogInstance(ctLogB),
      ],
    }),
  );
  const cut = signSct(must(alice.certificate).plan, ca.key.spki, one).subarray(0, 60);
  return [
    undecided(
      'certificate-not-logged--sct-absent',
      'sct.signature',
      'The certificate carries no timestamp.',
      signedBy({ label: 'leaf no sct', scts: [] }),
      verify,
    ),
    refuted(
      'sct-cut--sct-format',
      'sct.signature',
      'The list of timestamps promises more octets than it has.',
      signedBy({
        label: 'leaf sct cut',
        scts: [],
        sctExtension: extension('1.3.6.1.4.1.11129.2.4.2', false, octetString(bytes([0, 200, 0, 198], cut))),
      }),
      verify,
    ),
    refuted(
      'sct-of-another-certificate--sct-signature',
      'sct.signature',
      'The timestamp was made for another certificate.',
      signedBy({ label: 'leaf sct other', scts: [{ ...one, ...about }] }),
      verify,
    ),
    refuted(
      'sct-good-and-bad--sct-signature',
      'sct.signature',
      'One good timestamp does not hide one that was made for another certificate.',
      signedBy({ label: 'leaf sct mixed', scts: [one, { ...one, log: ctLogB, ...about }] }),
      verify,
    ),
    undecided(
      'sct-of-another-log--sct-log-unknown',
      'sct.signature',
      'The timestamp is by a log that the trusted root does not hold.',
      signedBy({ label: 'leaf sct stranger', scts: [{ ...one, log: ctLogStranger }] }),
      verify,
    ),
    undecided(
      'certificate-log-ended--sct-window',
      'sct.signature',
      'The trusted root trusted the certificate log only until the month before.',
      ended.files,
      ended.command,
    ),
    undecided(
      'sct-of-tomorrow--sct-order',
      'sct.signature',
      'The timestamp is later than the instant that the question is about.',
      signedBy({ label: 'leaf sct later', scts: [{ ...one, time: '2026-03-01T00:00:01Z' }] }),
      verify,
    ),
    undecided(
      'two-scts-of-one-log--sct-threshold',
      'sct.threshold',
      'Two timestamps are by one log; two distinct logs are asked for.',
      signedBy({ label: 'leaf one log twice', scts: [one, { ...one, time: '2026-02-01T11:55:01Z' }] }),
      verifyBundle('artifact.txt', '--ctlog-threshold', '2'),
    ),
  ];
}

export function must<T>(value: T | null | undefined): T {
  if (value === null || value === undefined) throw new Error('the mint has made nothing here');
  return value;
}
