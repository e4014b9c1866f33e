// SPDX-License-Identifier: Apache-2.0
import { execFileSync } from 'node:child_process';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { FOR_OTHERS } from '../../scripts/lib/schemas-for-others.ts';
import { validateCustodyEvent } from '../../src/encoding/custody-schema.ts';
import { SCHEMA_IDS, validateSchema } from '../../src/encoding/schema.ts';
import { published } from '../support/published-schema.ts';
import { A256, document } from './support.ts';

const root = join(import.meta.dirname, '../..');
const schemas = join(root, 'offline-kit/schemas');
const generated = ['schemas', 'custody']
  .map((name) => readFileSync(join(root, `src/encoding/generated/${name}.generated.ts`), 'utf8'))
  .join('');
/** Compiled into modules of their own. */
const CUSTODY = 'custody-event-v1';
const REPORT = 'report-v1';
const REPLAY = 'replay-v1';

describe('the published schemas', () => {
  it('are compiled, all but those for others, and nothing else is', () => {
    const files = [...[...SCHEMA_IDS, CUSTODY, REPORT, REPLAY].map((id) => `${id}.json`), ...FOR_OTHERS];
    expect(files.sort()).toEqual(readdirSync(schemas).sort());
  });

  it('are what the committed code was made from', () => {
    execFileSync(process.execPath, [join(root, 'scripts/generate-schemas.ts'), '--check'], { stdio: 'pipe' });
  });

  it('are compiled without any import, evaluation or own-property hole', () => {
    expect(generated).not.toMatch(/\brequire\(|^import |new Function|\beval\(/m);
    for (const id of SCHEMA_IDS) expect(validateSchema(id, Object.create(fitting()))).not.toEqual([]);
    expect(validateCustodyEvent(Object.create(fitting()))).not.toEqual([]);
  });

  it('use a pattern only behind a length', () => {
    const read = [...SCHEMA_IDS, CUSTODY, 'dsse-envelope', 'in-toto-statement-v1', 'sigstore-bundle'];
    for (const file of read.map((id) => `${id}.json`)) {
      for (const node of nodesOf(JSON.parse(readFileSync(join(schemas, file), 'utf8')))) {
        if (typeof node['pattern'] === 'string')
          expect(node['maxLength'], `${file} ${node['pattern']}`).toBeTypeOf('number');
        for (const name of ['$data', 'format', 'default']) expect(node, file).not.toHaveProperty(name);
      }
    }
  });

  it('judge 50,000 hostile characters in no time', () => {
    for (const text of ['a', '0', '=', 'A/-_', '2026-01-01T00:00:00.']) {
      const long = text.repeat(50_000 / text.length);
      const started = performance.now();
      published('dsse-envelope', { payload: long, payloadType: long, signatures: [{ sig: long }] });
      published('in-toto-statement-v1', document({ subject: [{ digest: { sha256: long } }] }));
      validateSchema('slsa-provenance-v1', {
        runDetails: { builder: { id: long }, metadata: { startedOn: long } },
        buildDefinition: {},
      });
      expect(performance.now() - started).toBeLessThan(100);
    }
  });
});

describe('the statement schema, which is for others', () => {
  it('fits a statement', () => {
    expect(published('in-toto-statement-v1', document())).toEqual([]);
  });

  it.each([
    ['_type', { _type: 'https://in-toto.io/Statement/v0.1' }, '/_type must be equal to constant'],
    ['subject', { subject: [] }, '/subject must NOT have fewer than 1 items'],
    ['an empty digest set', { subject: [{ digest: {} }] }, '/subject/0/digest must NOT have fewer than 1 properties'],
    [
      'an upper-case digest',
      { subject: [{ digest: { sha256: A256.toUpperCase() } }] },
      '/subject/0/digest/sha256 must match pattern "^[0-9a-f]{64}$"',
    ],
    [
      'a long digest',
      { subject: [{ digest: { sha256: `${A256}a` } }] },
      '/subject/0/digest/sha256 must NOT have more than 64 characters',
    ],
    ['a missing member', { predicateType: undefined }, "/ must have required property 'predicateType'"],
  ])('names %s', (_, changes, problem) => {
    expect(published('in-toto-statement-v1', JSON.parse(JSON.stringify(document(changes))))).toEqual([problem]);
  });

  it('is not fooled by names of Object.prototype', () => {
    const value = JSON.parse('{"constructor":1,"toString":2,"hasOwnProperty":3}');
    for (const id of SCHEMA_IDS) expect(validateSchema(id, value)).not.toEqual([]);
  });

  it('escapes the path that it names', () => {
    const resolvedDependencies = [{ digest: { 'a\u202eb': 1 } }];
    const buildDefinition = { buildType: 'b', externalParameters: {}, resolvedDependencies };
    expect(validateSchema('slsa-provenance-v1', { buildDefinition, runDetails: { builder: { id: 'i' } } })).toEqual([
      '/buildDefinition/resolvedDependencies/0/digest/a\\u{202e}b must be string',
    ]);
  });
});

/** Members that every schema asks for, to be given by a prototype only. */
function fitting() {
  return {
    ...document(),
    payload: '',
    payloadType: '',
    signatures: [{ sig: 'AA' }],
    buildDefinition: {},
    runDetails: {},
    builder: { id: 'i' },
    buildType: 'b',
  };
}

function nodesOf(value: unknown): Record<string, unknown>[] {
  if (typeof value !== 'object' || value === null) return [];
  const below = Object.values(value).flatMap(nodesOf);
  return Array.isArray(value) ? below : [value as Record<string, unknown>, ...below];
}
