// SPDX-License-Identifier: Apache-2.0
import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Check } from '../../src/model/check.ts';
import type { Holding, Member } from '../../src/model/holding.ts';
import type { Statement } from '../../src/model/statement.ts';
import type { ModelManifest } from '../../src/statement/predicates/model-signing.ts';
import { SIGNED_MODELS } from '../../src/verify/arrange-model.ts';
import { isListable, manifestProblem } from '../../src/verify/model-manifest.ts';
import type { ExaminationContext } from '../../src/verify/request.ts';
import type { TimelineSource } from '../../src/verify/timeline.ts';
import { PROJECT } from '../support/cli.ts';

const sha256 = (data: Uint8Array) => createHash('sha256').update(data).digest('hex');
const A = 'a'.repeat(64);
const B = 'b'.repeat(128);
const root = (...digests: string[]) => sha256(Buffer.from(digests.join(''), 'hex'));

function manifest(resources: ModelManifest['resources'], changes: Partial<ModelManifest> = {}): ModelManifest {
  const serialization = {
    method: 'files',
    hashType: 'sha256',
    allowSymlinks: false,
    shardSize: null,
    ignorePaths: null,
  };
  return { ...serialization, resources, ...changes };
}

function subjects(...digests: string[]): Statement {
  return {
    type: 'https://in-toto.io/Statement/v1',
    subject: digests.map((digest) => ({ name: 'm', uri: null, digest: new Map([['sha256', digest]]) })),
    predicateType: 'https://model_signing/signature/v1.0',
    predicate: {},
  };
}

const a = { name: 'a', algorithm: 'sha256', digest: A };

describe('manifestProblem', () => {
  it('finds none in a manifest that gives the signed digest, whatever strong digests it names', () => {
    expect(manifestProblem(manifest([a]), subjects(root(A)))).toBeNull();
    const b = { name: 'd/b', algorithm: 'sha512', digest: B };
    expect(manifestProblem(manifest([a, b]), subjects(root(A, B)))).toBeNull();
    // In the order in which they stand.
    expect(manifestProblem(manifest([b, a]), subjects(root(A, B)))?.reason).toBe('model-digest-mismatch');
  });

  it.each([
    ['no file', [], {}],
    ['a file twice', [a, a], {}],
    ['a file above', [{ ...a, name: '../a' }], {}],
    ['a file inside and above', [{ ...a, name: 'x/../../a' }], {}],
    ['an absolute path', [{ ...a, name: '/etc/passwd' }], {}],
    ['an empty name', [{ ...a, name: '' }], {}],
    ['a digest that is too short', [{ ...a, digest: 'aa' }], {}],
    ['a digest in capitals', [{ ...a, digest: A.toUpperCase() }], {}],
  ] as const)('refuses %s', (_, resources, changes) => {
    const given = manifest(resources, changes);
    expect(manifestProblem(given, subjects(root(A)))?.reason).toBe('model-manifest-format');
  });

  it.each([
    ['parts of files', [a], { method: 'shards' }],
    ['another digest', [{ ...a, algorithm: 'blake2b' }], {}],
    ['a name of a prototype', [{ ...a, algorithm: 'constructor' }], {}],
  ] as const)('does not judge %s', (_, resources, changes) => {
    expect(manifestProblem(manifest(resources, changes), subjects(root(A)))?.reason).toBe('model-serialization');
  });

  it('wants one subject', () => {
    expect(manifestProblem(manifest([a]), subjects(root(A), root(A)))?.reason).toBe('model-manifest-format');
    expect(manifestProblem(manifest([a]), subjects(A))?.reason).toBe('model-digest-mismatch');
  });
});

it('isListable takes paths that stay where they are, and no others', () => {
  const part = fc.constantFrom('a', 'b.c', '...', '.', '..', '');
  fc.assert(
    fc.property(fc.array(part, { minLength: 1, maxLength: 5 }), (parts) => {
      const stays = parts.every((one) => !['.', '..', ''].includes(one));
      expect(isListable(parts.join('/'))).toBe(stays);
    }),
  );
});

const BUNDLE = readFileSync(join(PROJECT, 'fixtures/cases/model/locker/model.sig'));
const CONFIG = Buffer.from('{"layers": 2}\n');
const WEIGHTS = Buffer.from('0.1 0.2 0.3\n');

/** A holding in memory. */
function holdingOf(files: Readonly<Record<string, Uint8Array>>): Holding {
  const members = Object.entries(files).map(
    ([path, data]): Member => ({
      path,
      size: data.length,
      digests: new Map([['sha256', sha256(data)]]),
      head: data.subarray(0, 512),
    }),
  );
  return {
    name: 'm.tar',
    container: 'tar',
    origin: 'named',
    members,
    others: [],
    checks: [],
    findings: [],
    document: ({ path }) => ({ ok: true, value: files[path]! }),
    digests: () => ({ ok: false, problem: { reason: 'input-changed', detail: '' } }),
    close() {},
  };
}

const reasons = (checks: readonly Check[]) =>
  checks.flatMap((check) => (check.outcome === 'failed' || check.outcome === 'indeterminate' ? [check.reason] : []));

const AROUND = { operands: [], ahead: (source: TimelineSource) => source };

function read(files: Readonly<Record<string, Uint8Array>>) {
  const holding = holdingOf(files);
  return SIGNED_MODELS.find(holding).map((folder) =>
    SIGNED_MODELS.read(holding, folder, {} as ExaminationContext, AROUND),
  );
}

describe('SIGNED_MODELS', () => {
  const whole = { 'config.json': CONFIG, 'model.sig': BUNDLE, 'weights/part-1.bin': WEIGHTS };

  it('is found by the name and the first octet of a signature, and read in any container', () => {
    const [model] = read(whole);
    expect(model?.items.map(({ name, checks }) => [name, reasons(checks)])).toEqual([['m.tar', []]]);
    expect([...model!.covered.keys()].sort()).toEqual(['config.json', 'model.sig', 'weights/part-1.bin']);
    expect(model?.entities[0]?.about).toEqual(model?.artifacts);
    expect(read({ ...whole, 'model.sig': Buffer.from('MEUCIQ==') })).toEqual([]);
  });

  it('leaves other documents of these names alone', () => {
    for (const other of ['{}', '{"a":', JSON.stringify({ payloadType: 'x', payload: '', signatures: [] })]) {
      expect(read({ 'model.sig': Buffer.from(other) })).toMatchObject([{ items: [], artifacts: [], entities: [] }]);
    }
  });

  it('takes the folder that holds the files, in a subfolder as well', () => {
    const moved = (prefix: string) =>
      Object.fromEntries(Object.entries(whole).map(([path, data]) => [prefix + path, data]));
    expect(read(moved('models/x/')).flatMap(({ items }) => items.map(({ name }) => name))).toEqual(['m.tar!/models/x']);
    const beside = { 'x/model.sig': BUNDLE, 'x/tiny/config.json': CONFIG, 'x/tiny/weights/part-1.bin': WEIGHTS };
    const [model] = read(beside);
    expect(model?.items.map(({ name, checks }) => [name, reasons(checks)])).toEqual([['m.tar!/x/tiny', []]]);
  });

  it('does not cover what is altered or not listed, and has no digest where a file is absent', () => {
    const [altered] = read({ ...whole, 'config.json': WEIGHTS, 'extra.bin': WEIGHTS });
    expect(reasons(altered!.items[0]!.checks)).toEqual(['model-file-mismatch', 'model-file-unlisted']);
    expect(altered?.covered.has('config.json')).toBe(false);
    expect(altered?.covered.has('extra.bin')).toBe(false);
    const { 'config.json': _, ...rest } = whole;
    const [partial] = read(rest);
    expect(reasons(partial!.items[0]!.checks)).toEqual(['model-file-absent']);
    expect(partial?.artifacts[0]?.digests.size).toBe(0);
  });

  it('leaves out what the signer has left out, and not what only begins like it', () => {
    const [model] = read({ ...whole, '.git/HEAD': CONFIG, '.gitx': CONFIG });
    expect(reasons(model!.items[0]!.checks)).toEqual(['model-file-unlisted']);
    expect(model?.items[0]?.findings).toMatchObject([{ code: 'model-path-ignored', detail: '1 file' }]);
  });
});
