// SPDX-License-Identifier: Apache-2.0
import { basename } from 'node:path';
import { expect, it } from 'vitest';
import { parseJson } from '../../src/encoding/json.ts';
import { ENVELOPES, recogniseEnvelope } from '../../src/envelope/envelopes.ts';
import { openEvidence } from '../../src/envelope/open-evidence.ts';
import type { NonEmpty } from '../../src/model/bytes.ts';
import type { Checked } from '../../src/model/check.ts';
import type { SignedEntity } from '../../src/model/signed-entity.ts';
import { describeCorpus } from '../support/corpora.ts';
import { published } from '../support/published-schema.ts';
import { bytesOfFile, filesUnder, problems } from './support.ts';

/** Every file of a corpus that is evidence of a known kind, or pretends to be. */
function evidenceOf(folder: string): { path: string; result: Checked<NonEmpty<SignedEntity>> }[] {
  return filesUnder(folder)
    .map((path) => ({ path, bytes: bytesOfFile(path) }))
    .filter(({ bytes }) => bytes.length < 2_000_000 && bytes[0] === 0x7b)
    .map(({ path, bytes }) => ({ path, result: openEvidence(bytes, { evidence: basename(path), pointer: '' }) }))
    .filter(({ result }) => !problems(result).includes('envelope.format input-not-recognised'));
}

/** What does not open, by the name of its file or folder, with the reason; all other evidence of these corpora opens signed. */
const REFUSED: Readonly<Record<string, Readonly<Record<string, string>>>> = {
  'sigstore-conformance': {
    'bundle-malformed-json_fail': 'envelope.format json-invalid',
    'bundle-negative-log-index_fail': 'envelope.format json-shape',
  },
  'sigstore-python': {
    'bundle_invalid_version.txt.sigstore': 'envelope.format bundle-version-unsupported',
    'bundle_no_cert_v1.txt.sigstore': 'envelope.format bundle-material',
    'bundle.many_timestamp.sigstore': 'envelope.format limit-exceeded',
  },
  'sigstore-js': {},
  'sigstore-rs': {},
  cosign: {},
};

for (const [name, refused] of Object.entries(REFUSED)) {
  describeCorpus(name, (folder) => {
    it('opens every bundle but those that are malformed on purpose, each for its reason', () => {
      const found = evidenceOf(folder).flatMap(({ path, result }) => {
        const [problem] = problems(result);
        const key = path.split('/').find((part) => Object.hasOwn(refused, part)) ?? path;
        return problem === undefined ? [] : [[key, problem]];
      });
      expect(Object.fromEntries(found)).toEqual(refused);
    });

    it('finds exactly one signature, and a log entry wherever the file has one', () => {
      for (const { path, result } of evidenceOf(folder)) {
        if (!result.ok) continue;
        expect(result.value, path).toHaveLength(1);
        expect(result.value[0].signatures, path).toHaveLength(1);
        expect(result.value[0].logEntries.length, path).toBe(path.includes('no_log_entry') ? 0 : 1);
        expect(result.findings, path).toEqual([]);
      }
    });
  });
}

describeCorpus('dsse', (folder, cases) => {
  const REASONS: Readonly<Record<string, string | undefined>> = {
    'no signatures': 'envelope.signatures signature-absent',
    'signatures missing': 'envelope.signatures signature-absent',
    'empty sig': 'envelope.format envelope-format',
    'payload missing': 'envelope.format json-shape',
    'payload not base64': 'envelope.format base64-invalid',
  };

  it.each(cases)('$name', ({ name, args }) => {
    const path = args.find(([key]) => key === 'envelope')![1];
    const result = openEvidence(bytesOfFile(`${folder}/${path}`), { evidence: path, pointer: '' });
    const reason = REASONS[name.split(' :: ')[1] ?? ''];
    expect(problems(result)).toEqual(reason === undefined ? [] : [reason]);
    expect(result.findings.map(({ code }) => code)).toEqual(
      name.endsWith('unknown extra field') ? ['unknown-member'] : [],
    );
    if (result.ok) expect(result.value[0].envelope).toBe('dsse');
  });
});

describeCorpus('slsa-verifier', (folder) => {
  it('opens its 32 bundles, 8 legacy envelopes with a certificate, and all other envelopes', () => {
    const all = evidenceOf(folder);
    const open = all.flatMap(({ result }) => (result.ok ? result.value : []));
    expect(
      all.flatMap(({ result }) => problems(result)).filter((problem) => !problem.endsWith('signature-absent')),
    ).toEqual([]);
    const count = (predicate: (entity: SignedEntity) => boolean) => open.filter(predicate).length;
    expect(count(({ envelope }) => envelope === 'sigstore-bundle')).toBe(32);
    expect(count(({ envelope, signer }) => envelope === 'dsse' && signer.kind === 'certificate')).toBe(8);
    expect(count(({ envelope, signer }) => envelope === 'dsse' && signer.kind === 'key')).toBeGreaterThanOrEqual(10);
  });
});

for (const name of [
  ...Object.keys(REFUSED),
  'dsse',
  'slsa-verifier',
  'pypi-attestations',
  'npm',
  'sigstore-trust-roots',
  'case-examples',
  'timeline',
]) {
  describeCorpus(name, (folder) => {
    it('has no document of two kinds, and none that opens and does not fit its published schema', () => {
      for (const path of filesUnder(folder)) {
        const bytes = bytesOfFile(path);
        if (bytes.length > 2_000_000 || bytes[0] !== 0x7b) continue;
        const value = parseOrNull(bytes);
        const kinds = Object.values(ENVELOPES).filter((kind) => kind.recognises(value));
        expect(kinds.length, path).toBeLessThanOrEqual(1);
        const kind = recogniseEnvelope(value);
        // The others have no published schema.
        if (kind?.id !== 'dsse' && kind?.id !== 'sigstore-bundle') continue;
        const result = kind.open(value, bytes, { evidence: path, pointer: '' });
        const fits = published(kind.id === 'dsse' ? 'dsse-envelope' : 'sigstore-bundle', value).length === 0;
        expect(fits, path).toBe(result.ok && result.value[0].signatures.length > 0);
      }
    });
  });
}

function parseOrNull(bytes: Uint8Array) {
  try {
    return parseJson(bytes);
  } catch {
    return null;
  }
}
