// SPDX-License-Identifier: Apache-2.0
import { basename } from 'node:path';
import { expect, it } from 'vitest';
import { openEvidence } from '../../src/envelope/open-evidence.ts';
import type { JsonValue } from '../../src/model/json.ts';
import { readPredicate } from '../../src/statement/predicates.ts';
import { parseStatement } from '../../src/statement/statement.ts';
import { bytesOfFile, filesUnder } from '../envelope/support.ts';
import { describeCorpus } from '../support/corpora.ts';
import { published } from '../support/published-schema.ts';
import { problems } from './support.ts';

function payloadsOf(folder: string) {
  return filesUnder(folder).flatMap((path) => {
    const bytes = bytesOfFile(path);
    if (bytes.length > 2_000_000 || bytes[0] !== 0x7b) return [];
    const result = openEvidence(bytes, { evidence: basename(path), pointer: '' });
    if (!result.ok) return [];
    return result.value.flatMap(({ content, at }) => (content.kind === 'dsse' ? [{ path, at, ...content }] : []));
  });
}

for (const name of [
  'sigstore-conformance',
  'sigstore-python',
  'sigstore-js',
  'sigstore-rs',
  'cosign',
  'pypi-attestations',
]) {
  describeCorpus(name, (folder) => {
    it('holds statements only, and each parses', () => {
      for (const { path, at, payloadType, payload } of payloadsOf(folder)) {
        expect(problems(parseStatement(payloadType, payload, at)), path).toEqual([]);
      }
    });
  });
}

describeCorpus('slsa-verifier', (folder) => {
  it('holds statements of real builders, whose provenance is read into its model', () => {
    const kinds = new Map<string, number>();
    for (const { path, at, payloadType, payload } of payloadsOf(folder)) {
      const statement = parseStatement(payloadType, payload, at);
      if (!statement.ok) {
        // two envelopes of the cloud builder carry a payload that was changed on purpose
        expect(problems(statement), path).toEqual(['statement.format statement-format']);
        continue;
      }
      const { predicate, findings } = readPredicate(statement.value, at);
      const kind = predicate?.type ?? findings[0]!.code;
      kinds.set(kind, (kinds.get(kind) ?? 0) + 1);
    }
    expect(kinds.get('https://slsa.dev/provenance/v1')).toBeGreaterThanOrEqual(28);
    expect(kinds.get('https://slsa.dev/provenance/v0.2')).toBeGreaterThanOrEqual(16);
    expect([...kinds.keys()].sort()).toEqual([
      'https://slsa.dev/provenance/v0.2',
      'https://slsa.dev/provenance/v1',
      'predicate-schema-unknown',
    ]);
  });

  it('holds statements that fit the published schema, but for the old type', () => {
    for (const { path, at, payloadType, payload } of payloadsOf(folder)) {
      const statement = parseStatement(payloadType, payload, at);
      if (!statement.ok) continue;
      const value = JSON.parse(new TextDecoder().decode(payload)) as Record<string, JsonValue>;
      expect(published('in-toto-statement-v1', { ...value, _type: 'https://in-toto.io/Statement/v1' }), path).toEqual(
        [],
      );
    }
  });
});

describeCorpus('dsse', (folder) => {
  it('holds a provenance that lacks what the specification requires: a finding, not a failure', () => {
    const [found] = payloadsOf(`${folder}/attestation-verifier`);
    const statement = parseStatement(found!.payloadType, found!.payload, found!.at);
    expect(statement.ok && readPredicate(statement.value, found!.at).findings).toMatchObject([
      { code: 'predicate-schema-broken', detail: "/buildDefinition must have required property 'externalParameters'" },
    ]);
  });
});
