// SPDX-License-Identifier: Apache-2.0
import { seal } from '../bundle.ts';
import { utf8 } from '../bytes.ts';
import { AT, alsoGiving, type Case, passes, refuted, TRUSTED_ROOT, undecided, WHO } from '../case.ts';
import { ecKey } from '../keys.ts';
import {
  attachment,
  attestationLayer,
  type Blob,
  below,
  blob,
  digest,
  dockerImage,
  image,
  imageIndex,
  imagePayload,
  type LayoutChange,
  layoutFiles,
  named,
  pem,
  REFERENCE,
  referrer,
  saved,
  signatureLayer,
  TYPES,
  tagFor,
  tagged,
  ustar,
} from '../oci.ts';
import { PLAIN } from '../plain-keys.ts';
import { provenanceV1, SLSA_V1, statement } from '../statement.ts';
import { alice, rekorV1, type Signer, signer } from '../world.ts';
import { KEY } from './common.ts';
import { ARTIFACT, ATTESTED } from './good.ts';

const BY_KEY: Signer = { key: PLAIN.p256, certificate: null };
const mallory = signer({ label: 'leaf mallory', key: ecKey('p256', 'mallory') });
const AMD = image('amd64');
const ARM = image('arm64');
const INDEX = imageIndex([AMD, ARM]);
const APP = tagged(INDEX, `${REFERENCE}:v1`);

const sigFor = (one: Blob, ...layers: readonly Blob[]): Blob => tagged(attachment(layers), tagFor(one, 'sig'));
const KEYLESS = signatureLayer(imagePayload(INDEX), { signer: alice });
const KEYED = signatureLayer(imagePayload(INDEX), { signer: BY_KEY, entry: null });
const OF_AMD = signatureLayer(imagePayload(AMD), { signer: alice });
const SIGNED = [APP, sigFor(INDEX, KEYLESS)];

const layout = (roots: readonly Blob[], change: LayoutChange = {}) => below('image', layoutFiles(roots, change));
const keyless = (...operands: readonly string[]): readonly string[] => [
  'verify',
  ...operands,
  ...TRUSTED_ROOT,
  ...WHO,
  ...AT,
];
const VERIFY = keyless('--oci-layout', 'image');
const VERIFY_KEY = ['verify', '--oci-layout', 'image', ...KEY('p256'), ...AT];

const provenance = (one: Blob) =>
  statement([{ name: REFERENCE, digest: { sha256: digest(one).slice('sha256:'.length) } }], SLSA_V1, provenanceV1());
const bundleFor = (one: Blob) =>
  seal({ signer: alice, content: { payload: provenance(one) }, entries: [{ log: rekorV1 }] }).bundle;

/** Image layouts with what cosign and others put into them. */
export function imageLayoutCases(): Case[] {
  return [
    passes(
      'oci-signature',
      "An image index with cosign's keyless signature under its tag: payload, certificate and Rekor's promise. The layers are left out, and the manifests of the index are covered by it.",
      layout(SIGNED),
      VERIFY,
    ),
    passes(
      'oci-signature-by-key',
      'What `cosign save` writes, with its kinds, and a signature by a plain key, for the repository that was asked for.',
      layout([saved(INDEX, 'imageIndex'), saved(attachment([KEYED]), 'sigs')]),
      [...VERIFY_KEY, '--docker-reference', REFERENCE],
    ),
    passes(
      'oci-signature-stamped',
      'A signature whose time an RFC 3161 response in the annotations shows, of an image of Docker media types.',
      layout([
        dockerImage(),
        sigFor(
          dockerImage(),
          signatureLayer(imagePayload(dockerImage()), { signer: alice, entry: null, stamped: true }),
        ),
      ]),
      [...VERIFY, '--insecure-ignore-tlog'],
    ),
    passes(
      'oci-attestation',
      "cosign's attestation of an image under its tag: the envelope is a layer, certificate and promise are its annotations.",
      layout([APP, tagged(attachment([attestationLayer(INDEX, { signer: alice })]), tagFor(INDEX, 'att'))]),
      VERIFY,
    ),
    passes(
      'oci-referrer',
      'A Sigstore bundle as a referrer of the image, by the `subject` of its manifest.',
      layout([APP, referrer(INDEX, bundleFor(INDEX))]),
      VERIFY,
    ),
    passes(
      'oci-platform',
      'The manifest of one platform is asked about by its digest: the index that names it is signed, and covers it. An image beside it that nobody signed is not asked about.',
      layout([...SIGNED, image('riscv64')]),
      [...VERIFY, digest(AMD)],
    ),
    passes(
      'oci-signature-saved-alone',
      'The image itself is not in the layout: the digest that the examiner gave stands for it, and its signature is there.',
      layout([sigFor(INDEX, KEYLESS)]),
      [...VERIFY, digest(INDEX)],
    ),
    passes(
      'oci-in-folder',
      'An image layout in a folder with another artifact and its attestation: recognised by itself.',
      {
        ...below('locker/app', layoutFiles(SIGNED)),
        'locker/artifact.txt': ARTIFACT,
        'locker/artifact.sigstore.json': seal(ATTESTED).bundle,
      },
      keyless('locker'),
    ),
    passes('oci-tar', 'An image layout in a tar.', { 'image.tar': ustar(layoutFiles(SIGNED)) }, [
      ...keyless('--oci-layout', 'image.tar'),
      digest(INDEX),
    ]),
    undecided(
      'oci-files-among-blobs--artifact-unattested',
      'set.attested',
      'Files that lie below blobs, and that the image does not reach, are files like any other: scripts, and what nothing refers to.',
      {
        ...layout(SIGNED),
        'image/blobs/sha256/run.sh': '#!/bin/sh\n',
        'image/blobs/bin/run.exe': 'MZ',
        'image/manifest.json': '[]\n',
      },
      [...VERIFY, '--require-all'],
    ),
    alsoGiving(
      undecided(
        'oci-empty--image-absent',
        'image.present',
        'An index that names nothing, and a blob: what lies there is no image.',
        {
          ...layout([]),
          [`image/blobs/${digest(KEYLESS).replace(':', '/')}`]: KEYLESS.bytes,
        },
        VERIFY,
        4,
      ),
      'evidence-absent',
      'artifact-unattested',
    ),
    refuted(
      'oci-blob-altered--image-blob-altered',
      'image.blobs',
      'The config of one platform is another than its name says.',
      layout(SIGNED, { blobs: { [digest(AMD.parts[0]!)]: utf8('{"architecture":"amd64","os":"other"}') } }),
      VERIFY,
      2,
    ),
    alsoGiving(
      refuted(
        'oci-size--image-blob-size',
        'image.manifests',
        'The index of the layout names the image with one byte too many.',
        layout([named(APP, { size: INDEX.bytes.length + 1 }), SIGNED[1]!]),
        VERIFY,
        2,
      ),
      'artifact-unattested',
    ),
    alsoGiving(
      undecided(
        'oci-payload-absent--image-blob-absent',
        'input.read',
        'The layout holds the manifest of a signature, and not the payload that was signed.',
        layout(SIGNED, { blobs: { [digest(KEYLESS)]: null } }),
        VERIFY,
        4,
      ),
      'artifact-unattested',
    ),
    refuted(
      'oci-replayed--image-digest-mismatch',
      'subject.digest',
      'The signature of one image lies under the tag of another: it is good, and it is not about that image.',
      layout([APP, sigFor(INDEX, OF_AMD)]),
      VERIFY,
      2,
    ),
    refuted(
      'oci-attestation-replayed--subject-digest-mismatch',
      'subject.digest',
      'The attestation of one image lies under the tag of another.',
      layout([APP, tagged(attachment([attestationLayer(AMD, { signer: alice })]), tagFor(INDEX, 'att'))]),
      VERIFY,
      2,
    ),
    refuted(
      'oci-referrer-replayed--subject-digest-mismatch',
      'subject.digest',
      'A bundle about one image refers to another by its `subject`, which nobody signed.',
      layout([APP, referrer(INDEX, bundleFor(AMD))]),
      VERIFY,
      2,
    ),
    alsoGiving(
      refuted(
        'oci-certificate-spoofed--signature-mismatch',
        'signature.valid',
        "The annotation holds the certificate of the signer that was asked for; the signature is somebody else's.",
        layout([
          APP,
          sigFor(
            INDEX,
            signatureLayer(imagePayload(INDEX), {
              signer: mallory,
              annotations: { 'dev.sigstore.cosign/certificate': pem(alice.certificate!.der) },
            }),
          ),
        ]),
        VERIFY,
      ),
      'log-entry-mismatch',
    ),
    undecided(
      'oci-other-reference--image-reference-mismatch',
      'subject.name',
      'The signer has called the image by another repository than the one that was asked for.',
      layout(SIGNED),
      [...VERIFY, '--docker-reference', 'registry.mint.example/acme/other'],
    ),
    alsoGiving(
      undecided(
        'oci-unsigned--signature-absent',
        'envelope.signatures',
        'Nothing in the layout is a signature of its image.',
        layout([APP]),
        VERIFY,
      ),
      'evidence-absent',
      'artifact-unattested',
    ),
    alsoGiving(
      undecided(
        'oci-other-image--image-absent',
        'image.present',
        'The digest that was asked about is that of no image of the layout, and no evidence in it names it.',
        layout(SIGNED),
        [...VERIFY, `sha256:${'00'.repeat(32)}`],
        4,
      ),
      'evidence-absent',
    ),
    alsoGiving(
      refuted(
        'oci-platform-twice--image-platform-twice',
        'image.manifests',
        'The index names two manifests for one platform, and nothing tells which one runs.',
        layout([
          imageIndex([AMD, named(ARM, { platform: { architecture: 'amd64', os: 'linux' } })]),
          sigFor(
            imageIndex([AMD, named(ARM, { platform: { architecture: 'amd64', os: 'linux' } })]),
            signatureLayer(
              imagePayload(imageIndex([AMD, named(ARM, { platform: { architecture: 'amd64', os: 'linux' } })])),
              { signer: alice },
            ),
          ),
        ]),
        VERIFY,
      ),
      'artifact-unattested',
    ),
    alsoGiving(
      refuted(
        'oci-two-kinds--image-manifest-format',
        'image.manifests',
        'The manifest of the image has the members of an index too: one reader sees layers, another manifests.',
        layout([
          image('amd64', { manifests: [ARM.descriptor] }),
          sigFor(
            image('amd64', { manifests: [ARM.descriptor] }),
            signatureLayer(imagePayload(image('amd64', { manifests: [ARM.descriptor] })), { signer: alice }),
          ),
        ]),
        VERIFY,
      ),
      'artifact-unattested',
    ),
    alsoGiving(
      undecided(
        'oci-algorithm--algorithm-unsupported',
        'image.manifests',
        'The index of the layout names a blob by an algorithm that is not known here.',
        layout([...SIGNED, named(blob(TYPES.manifest, utf8('{}')), { digest: `blake3:${'0a'.repeat(32)}` })]),
        VERIFY,
      ),
      'artifact-unattested',
    ),
    alsoGiving(
      refuted(
        'oci-version--image-layout-format',
        'image.layout',
        'The layout says that it is of another version.',
        layout(SIGNED, { mark: '{"imageLayoutVersion": "2.0.0"}\n' }),
        VERIFY,
      ),
      'evidence-absent',
      'artifact-unattested',
    ),
    alsoGiving(
      refuted(
        'oci-none--image-layout-format',
        'image.layout',
        'The folder that was named as an image layout is none.',
        { 'image/artifact.txt': ARTIFACT },
        VERIFY,
      ),
      'evidence-absent',
      'artifact-unattested',
    ),
  ];
}
