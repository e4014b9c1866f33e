// SPDX-License-Identifier: Apache-2.0
import { describe, expect, it } from 'vitest';
import { seal } from '../../scripts/mint/bundle.ts';
import { flipped, utf8 } from '../../scripts/mint/bytes.ts';
import { ecKey } from '../../scripts/mint/keys.ts';
import {
  attachment,
  attestationLayer,
  type Blob,
  below,
  blob,
  digest,
  image,
  imageIndex,
  imagePayload,
  type LayoutChange,
  layoutFiles,
  named,
  referrer,
  signatureLayer,
  TYPES,
  tagFor,
  tagged,
} from '../../scripts/mint/oci.ts';
import { SLSA_V1, statement } from '../../scripts/mint/statement.ts';
import { alice, rekorV1, signer } from '../../scripts/mint/world.ts';
import { ASKED, accepted, folder, refusesCase, runCase, UNDER } from './evidence.ts';
import { judged, type Outcome } from './program.ts';

const AMD = image('amd64');
const ARM = image('arm64');
const OTHER = image('riscv64');
const INDEX = imageIndex([AMD, ARM]);
const mallory = signer({ label: 'leaf mallory', key: ecKey('p256', 'mallory') });
const payloadOf = (one: Blob) => signatureLayer(imagePayload(one), { signer: alice });
const sig = (one: Blob, ...layers: readonly Blob[]) => tagged(attachment(layers), tagFor(one, 'sig'));
const att = (one: Blob, ...layers: readonly Blob[]) => tagged(attachment(layers), tagFor(one, 'att'));
const bundleOf = (one: Blob) =>
  seal({
    signer: alice,
    content: {
      payload: statement([{ name: 'app', digest: { sha256: digest(one).slice(7) } }], SLSA_V1, {}),
    },
    entries: [{ log: rekorV1 }],
  }).bundle;
const GOOD = [INDEX, sig(INDEX, payloadOf(INDEX))];

function verify(roots: readonly Blob[], operands: readonly string[] = [], change: LayoutChange = {}) {
  const cwd = folder(below('image', layoutFiles(roots, change)));
  return judged(['verify', '--oci-layout', 'image', ...operands, ...UNDER, ...ASKED], cwd);
}

/** What is missing of an image is missing of the set too: the exit code and the cause. */
function gives(outcome: Outcome, code: number, reason: string): void {
  expect([outcome.code, ...outcome.reasons], outcome.stderr).toEqual(expect.arrayContaining([code, reason]));
  expect(outcome.code).toBe(code);
}

describe('C16 · cosign old formats in image layouts', () => {
  it('a payload for another image is refused wherever it is attached, asked by either digest', async () => {
    await refusesCase('oci-replayed--image-digest-mismatch', 2);
    await refusesCase('oci-attestation-replayed--subject-digest-mismatch', 2);
    await refusesCase('oci-referrer-replayed--subject-digest-mismatch', 2);
    const replayed = [INDEX, OTHER, sig(INDEX, payloadOf(OTHER))];
    gives(await verify(replayed, [digest(INDEX)]), 2, 'image-digest-mismatch');
    gives(await verify(replayed, [digest(OTHER)]), 2, 'image-digest-mismatch');
    gives(
      await verify([INDEX, OTHER, referrer(INDEX, bundleOf(OTHER))], [digest(OTHER)]),
      2,
      'subject-digest-mismatch',
    );
    gives(await verify([INDEX, sig(OTHER, payloadOf(INDEX))], [digest(INDEX)]), 2, 'image-digest-mismatch');
  });

  it('annotations are nobody’s word: certificate, promise, time and predicate type of others are refused or ignored', async () => {
    await refusesCase('oci-certificate-spoofed--signature-mismatch');
    const layer = (annotations: Record<string, string>) =>
      signatureLayer(imagePayload(INDEX), { signer: alice, annotations });
    const of = (one: Blob, name: string) => (one.descriptor['annotations'] as Record<string, string>)[name]!;
    const bundle = 'dev.sigstore.cosign/bundle';
    const elsewhere = of(payloadOf(OTHER), bundle);
    const later = of(payloadOf(INDEX), bundle).replace(
      /"integratedTime":(\d+)/,
      (_, at) => `"integratedTime":${Number(at) + 1}`,
    );
    for (const [annotations, reason] of [
      [{ [bundle]: elsewhere }, 'log-entry-mismatch'],
      [{ [bundle]: later }, 'promise-mismatch'],
      [{ [bundle]: '' }, 'log-absent'],
      [{ [bundle]: '{' }, 'json-invalid'],
      [{ 'dev.sigstore.cosign/certificate': '' }, 'signer-key-unknown'],
      [{ 'dev.sigstore.cosign/certificate': 'x' }, 'pem-invalid'],
      [{ 'dev.cosignproject.cosign/signature': '' }, 'signature-absent'],
      [{ 'dev.cosignproject.cosign/signature': '%%%%' }, 'base64-invalid'],
    ] as const)
      gives(await verify([INDEX, sig(INDEX, layer(annotations))]), 3, reason);
    accepted(await verify([INDEX, sig(INDEX, layer({ note: 'signed by everybody', 'sha256:trusted': 'true' }))]));
    const typed = attestationLayer(INDEX, {
      signer: alice,
      annotations: { predicateType: 'https://spdx.dev/Document' },
    });
    gives(
      await verify([INDEX, att(INDEX, typed)], ['--type', 'https://spdx.dev/Document']),
      3,
      'predicate-type-mismatch',
    );
    const twice = attestationLayer(INDEX, {
      signer: alice,
      annotations: { 'dev.cosignproject.cosign/signature': 'AAAA' },
    });
    gives(await verify([INDEX, att(INDEX, twice)]), 3, 'signature-count');
  });

  it('one good signature hides no other (A09)', async () => {
    const bad = signatureLayer(imagePayload(INDEX), { signer: mallory, entry: null });
    const outcome = await verify([INDEX, sig(INDEX, payloadOf(INDEX), bad)]);
    expect(outcome.code).toBe(3);
    expect(outcome.report!.items.map(({ indication }) => indication).sort()).toContain('INDETERMINATE');
    accepted(await verify([INDEX, sig(INDEX, payloadOf(INDEX), payloadOf(INDEX))]));
  });

  it('documents that nobody signed are files like any other, whatever they are attached to', async () => {
    const sbom = tagged(
      attachment([blob('text/spdx+json', utf8('{"spdxVersion":"SPDX-2.3"}'))]),
      tagFor(INDEX, 'sbom'),
    );
    const outcome = await verify([...GOOD, sbom]);
    gives(outcome, 1, 'artifact-unattested');
    gives(await verify([...GOOD, sbom], ['--require-all']), 3, 'artifact-unattested');
    const script = attachment([], { config: blob(TYPES.config, utf8('#!/bin/sh\n')).descriptor });
    const hidden = { ...script, parts: [blob(TYPES.config, utf8('#!/bin/sh\n'))] };
    gives(await verify([...GOOD, tagged(hidden, tagFor(INDEX, 'sig'))], ['--require-all']), 3, 'artifact-unattested');
    gives(await verify([INDEX, sbom]), 3, 'signature-absent');
    const claimed = attachment([named(payloadOf(INDEX), { mediaType: 'text/plain' })]);
    gives(await verify([INDEX, tagged(claimed, tagFor(INDEX, 'sig'))]), 3, 'signature-absent');
  });
});

describe('I05 · what an image layout holds, and what it names', () => {
  it('a blob that is absent fails where a check needs it, and nowhere else', async () => {
    await refusesCase('oci-payload-absent--image-blob-absent', 4);
    const armless = Object.fromEntries([ARM, ...ARM.parts].map((one) => [digest(one), null]));
    accepted(await verify(GOOD, [], { blobs: armless }));
    // What only it has named is named by nothing now.
    gives(await verify(GOOD, [], { blobs: { [digest(ARM)]: null } }), 1, 'artifact-unattested');
    const without = { blobs: { [digest(GOOD[1]!)]: null } };
    gives(await verify(GOOD, [], without), 4, 'image-blob-absent');
    gives(await verify(GOOD, [], { blobs: { [digest(INDEX)]: null } }), 4, 'image-blob-absent');
    gives(await verify(GOOD, [digest(INDEX)], { blobs: { [digest(INDEX)]: null } }), 1, 'artifact-unattested');
    gives(await verify(GOOD, [digest(ARM)], { blobs: { [digest(INDEX)]: null } }), 4, 'image-absent');
  });

  it('no octet of any blob can be another', async () => {
    const blobs = [INDEX, AMD, AMD.parts[0]!, GOOD[1]!, ...GOOD[1]!.parts];
    for (const one of blobs) {
      for (const at of [0, one.bytes.length >> 1, one.bytes.length - 1]) {
        const outcome = await verify(GOOD, [], { blobs: { [digest(one)]: flipped(one.bytes, at) } });
        expect(outcome.code).toBeGreaterThan(1);
        expect(outcome.reasons).toContain('image-blob-altered');
      }
    }
  });

  it('the index of the layout is unsigned: what it hides makes no image better, and what it claims is compared', async () => {
    gives(await verify([INDEX]), 3, 'signature-absent');
    gives(await verify([sig(INDEX, payloadOf(INDEX))]), 4, 'artifact-absent');
    gives(await verify([OTHER, ...GOOD]), 3, 'signature-absent');
    accepted(await verify([OTHER, ...GOOD], [digest(INDEX)]));
    gives(await verify([OTHER, ...GOOD], [digest(OTHER)]), 3, 'signature-absent');
    gives(await verify(GOOD, [digest(INDEX), digest(OTHER)]), 4, 'image-absent');
    gives(
      await verify([named(INDEX, { annotations: { kind: 'dev.cosignproject.cosign/sigs' } })]),
      4,
      'evidence-absent',
    );
  });

  it('what is signed of an index covers its manifests, and not the other way round', async () => {
    expect((await runCase('oci-platform')).code).toBe(0);
    accepted(await verify(GOOD, [digest(ARM)]));
    gives(await verify([INDEX, sig(AMD, payloadOf(AMD))], [digest(INDEX)]), 3, 'signature-absent');
    gives(await verify([INDEX, sig(AMD, payloadOf(AMD))], [digest(ARM)]), 3, 'signature-absent');
    accepted(await verify([INDEX, sig(AMD, payloadOf(AMD))], [digest(AMD)]));
  });

  it('what was named as an image layout is one, or nothing has answered', async () => {
    await refusesCase('oci-none--image-layout-format');
    const cwd = folder({ 'image/index.json': '{}', 'file.txt': 'x' });
    for (const [operand, code] of [
      ['nowhere', 4],
      ['file.txt', 3],
      ['image', 3],
    ] as const) {
      const outcome = await judged(['verify', '--oci-layout', operand, digest(INDEX), ...UNDER, ...ASKED], cwd);
      expect(outcome.code, operand).toBe(code);
    }
  });

  it('a layout found in a folder warns of an image that nobody signed; named, it is refused', async () => {
    const cwd = folder({ ...below('locker/a', layoutFiles(GOOD)), ...below('locker/b', layoutFiles([OTHER])) });
    const ask = (...operands: readonly string[]) => judged(['verify', ...operands, ...UNDER, ...ASKED], cwd);
    gives(await ask('locker'), 1, 'artifact-unattested');
    gives(await ask('locker', '--require-all'), 3, 'artifact-unattested');
    gives(await ask('locker/b'), 3, 'signature-absent');
    accepted(await ask('locker/a'));
    accepted(await ask('locker/a', digest(INDEX)));
    accepted(await ask('locker/a', '--local-image', 'locker/a', '--digest', digest(INDEX).slice(7)));
  });

  it('a bundle beside a layout is about the image in it', async () => {
    const cwd = folder({ ...below('image', layoutFiles([INDEX])), 'app.sigstore.json': bundleOf(INDEX) });
    accepted(await judged(['verify', 'app.sigstore.json', 'image', ...UNDER, ...ASKED], cwd));
    accepted(
      await judged(['verify', '--oci-layout', 'image', digest(INDEX), 'app.sigstore.json', ...UNDER, ...ASKED], cwd),
    );
  });

  it('manifests of two kinds, two manifests of one platform, and unknown algorithms are refused', async () => {
    await refusesCase('oci-two-kinds--image-manifest-format');
    await refusesCase('oci-platform-twice--image-platform-twice');
    await refusesCase('oci-algorithm--algorithm-unsupported');
    await refusesCase('oci-size--image-blob-size', 2);
    const big = blob(TYPES.manifest, utf8(JSON.stringify({ schemaVersion: 2 }).padEnd(4 * 1024 * 1024 + 1)));
    gives(await verify([...GOOD, big]), 3, 'limit-exceeded');
  });
});
