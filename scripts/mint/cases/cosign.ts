// SPDX-License-Identifier: Apache-2.0
import { seal, stamp } from '../bundle.ts';
import { type Bytes, base64, hash, hex, utf8 } from '../bytes.ts';
import { AT, alsoGiving, type Case, type Files, passes, refuted, TRUSTED_ROOT, undecided, WHO } from '../case.ts';
import { type Json, type JsonObject, textAt, valueAt } from '../json.ts';
import { PLAIN } from '../plain-keys.ts';
import { alice, rekorV1, type Signer, tsaA } from '../world.ts';
import { KEY, pemFile } from './common.ts';
import { ARTIFACT, MESSAGE, OTHER } from './good.ts';

/** What `cosign sign-blob --bundle` wrote: signature, base64 of PEM, and Rekor's answer. */
function oldBundle(who: Signer, pem: string): JsonObject {
  const { bundle, signature } = seal({ signer: who, content: { artifact: ARTIFACT }, entries: [{ log: rekorV1 }] });
  const entry = '/verificationMaterial/tlogEntries/0';
  return {
    base64Signature: base64(signature),
    cert: base64(utf8(pem)),
    rekorBundle: {
      SignedEntryTimestamp: textAt(bundle, `${entry}/inclusionPromise/signedEntryTimestamp`),
      Payload: {
        body: textAt(bundle, `${entry}/canonicalizedBody`),
        integratedTime: Number(textAt(bundle, `${entry}/integratedTime`)),
        logIndex: Number(textAt(bundle, `${entry}/logIndex`)),
        logID: Buffer.from(textAt(bundle, `${entry}/logId/keyId`), 'base64').toString('hex'),
      },
    },
  };
}

const KEYLESS = oldBundle(alice, pemFile(alice.certificate!));
const BY_KEY: Signer = { key: PLAIN.p256, certificate: null };
const signed = (data: Bytes): string => `${base64(PLAIN.p256.sign(data, 'sha256'))}\n`;

const MANIFEST = utf8('{"schemaVersion":2,"mediaType":"application/vnd.oci.image.manifest.v1+json"}\n');

function payload(change: { readonly [member: string]: Json } = {}): string {
  const critical: JsonObject = {
    identity: { 'docker-reference': 'registry.mint.example/acme/app' },
    image: { 'docker-manifest-digest': `sha256:${hex(hash('sha256', MANIFEST))}` },
    type: 'cosign container image signature',
    ...change,
  };
  return JSON.stringify({ critical, optional: { creator: 'acme' } });
}

function image(text: string, manifest: Bytes = MANIFEST): Files {
  return { 'manifest.json': manifest, 'payload.json': text, 'payload.sig': signed(utf8(text)) };
}

const VERIFY_IMAGE = [
  ...['verify', 'manifest.json', '--signature', 'payload.sig', '--payload', 'payload.json'],
  ...KEY('p256'),
  ...AT,
];
const VERIFY_OLD = ['verify', 'artifact.txt', '--bundle', 'artifact.txt.bundle', ...TRUSTED_ROOT];

/** Signatures in the forms that cosign wrote before the Sigstore bundle, and signatures beside their files. */
export function cosignCases(): Case[] {
  const sigstore = seal(MESSAGE).bundle;
  const token = Buffer.from(String(valueAt(stamp({ tsa: tsaA }, ARTIFACT), '/signedTimestamp')), 'base64');
  const folder = ['verify', 'release', ...TRUSTED_ROOT];
  return [
    passes(
      'cosign-bundle',
      "cosign's bundle of old, keyless: the log's promise gives the time, and there is no inclusion proof.",
      { 'artifact.txt': ARTIFACT, 'artifact.txt.bundle': KEYLESS },
      [...VERIFY_OLD, ...WHO, ...AT],
    ),
    passes(
      'cosign-bundle-by-key',
      "cosign's bundle of old, by a key: the public key in it is nobody's proof, the one that was given is.",
      { 'artifact.txt': ARTIFACT, 'artifact.txt.bundle': oldBundle(BY_KEY, PLAIN.p256.publicPem) },
      [...VERIFY_OLD, ...KEY('p256'), ...AT],
    ),
    refuted(
      'cosign-bundle-of-another--artifact-digest-mismatch',
      'subject.digest',
      "The artifact is not the one that the bundle's log entry names.",
      { 'artifact.txt': OTHER, 'artifact.txt.bundle': KEYLESS },
      [...VERIFY_OLD, ...WHO, ...AT],
      2,
    ),
    passes(
      'cosign-signature-file',
      'A signature in a file of its own, base64 as cosign writes it, by a plain key.',
      { 'artifact.txt': ARTIFACT, 'artifact.txt.sig': signed(ARTIFACT) },
      ['verify', 'artifact.txt', '--signature', 'artifact.txt.sig', ...KEY('p256'), ...AT],
    ),
    alsoGiving(
      undecided(
        'cosign-signature-and-certificate--log-absent',
        'log.threshold',
        'A keyless signature and its certificate in two files: nothing shows when it was made, since no log entry and no token came with it.',
        {
          'artifact.txt': ARTIFACT,
          'artifact.txt.sig': `${base64(alice.key.sign(ARTIFACT, 'sha256'))}\n`,
          'artifact.txt.pem': pemFile(alice.certificate!),
        },
        [
          ...['verify', 'artifact.txt', '--signature', 'artifact.txt.sig', '--certificate', 'artifact.txt.pem'],
          ...[...TRUSTED_ROOT, ...WHO, ...AT],
        ],
      ),
      'time-absent',
    ),
    passes(
      'image-payload',
      "cosign's payload of an image, by a plain key: the manifest at hand is the one that it names, and so is the reference.",
      image(payload()),
      [...VERIFY_IMAGE, '--docker-reference', 'registry.mint.example/acme/app'],
    ),
    refuted(
      'image-another--image-digest-mismatch',
      'subject.digest',
      'The signature holds over the payload, which names the manifest of another image.',
      image(payload(), OTHER),
      VERIFY_IMAGE,
      2,
    ),
    undecided(
      'image-another-reference--image-reference-mismatch',
      'subject.name',
      'The signer has called the image by another repository than the one that was asked for.',
      image(payload()),
      [...VERIFY_IMAGE, '--docker-reference', 'registry.mint.example/acme/other'],
    ),
    refuted(
      'image-payload-critical--image-payload-format',
      'payload.format',
      'The critical part of the payload has a member that is not known: what must be understood is not.',
      image(payload({ condition: 'only on Tuesdays' })),
      VERIFY_IMAGE,
    ),
    passes(
      'set-signature-file',
      'A folder with a signature beside its file, by the key that was given.',
      { 'release/artifact.txt': ARTIFACT, 'release/artifact.txt.sig': signed(ARTIFACT) },
      [...folder, ...KEY('p256'), ...AT],
    ),
    passes(
      'set-signature-twice',
      "A folder with cosign's signature and certificate as files, and the bundle of the same signature: the bundle speaks for all.",
      {
        'release/artifact.txt': ARTIFACT,
        'release/artifact.txt.sig': `${textAt(KEYLESS, '/base64Signature')}\n`,
        'release/artifact.txt.pem': pemFile(alice.certificate!),
        'release/artifact.txt.bundle': KEYLESS,
      },
      [...folder, ...WHO, ...AT],
    ),
    passes(
      'set-token',
      'A folder with a bundle, and an RFC 3161 token over the file itself: the file existed then.',
      {
        'release/artifact.txt': ARTIFACT,
        'release/artifact.txt.sigstore.json': sigstore,
        'release/artifact.txt.tsr': new Uint8Array(token),
      },
      [...folder, ...WHO, ...AT],
    ),
    refuted(
      'set-token-of-another--timestamp-imprint',
      'time.timestamp',
      'A folder with a bundle, and a token that is named after the file and is over another.',
      {
        'release/artifact.txt': ARTIFACT,
        'release/artifact.txt.sigstore.json': sigstore,
        'release/artifact.txt.tsr': new Uint8Array(
          Buffer.from(String(valueAt(stamp({ tsa: tsaA }, OTHER), '/signedTimestamp')), 'base64'),
        ),
      },
      [...folder, ...WHO, ...AT],
      2,
    ),
    undecided(
      'set-openpgp-signature--signature-kind-unsupported',
      'envelope.format',
      'A folder with a bundle and an OpenPGP signature of the same file, which is not verified here: a warning, and not passed over.',
      {
        'release/artifact.txt': ARTIFACT,
        'release/artifact.txt.sigstore.json': sigstore,
        'release/artifact.txt.asc':
          '-----BEGIN PGP SIGNATURE-----\n\niHUEABYKAB0=\n=AAAA\n-----END PGP SIGNATURE-----\n',
      },
      [...folder, ...WHO, ...AT],
      1,
    ),
  ];
}
