// SPDX-License-Identifier: Apache-2.0
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { tufRoot } from '../../scripts/mint/tuf.ts';
import { loadEngine, nativeEngine } from '../../src/crypto/engine.ts';
import { LIMITS } from '../../src/encoding/limits.ts';
import { parseRfc3339 } from '../../src/encoding/rfc3339.ts';
import { attempt } from '../../src/model/malformed.ts';
import { bundledBytes } from '../../src/trust/bundled.ts';
import { readTufRoot, readTufTargets } from '../../src/trust/tuf/metadata.ts';
import { openTufDirectory, type TufSource } from '../../src/trust/tuf/source.ts';
import { verifyTuf } from '../../src/trust/tuf/workflow.ts';
import { describeCorpus } from '../support/corpora.ts';

const AT = parseRfc3339('2026-10-01T00:00:00Z').time;

const rootAt = (source: TufSource, version: number) =>
  readTufRoot(source.read(`${version}.root.json`, LIMITS.tufRootBytes)!, `${version}.root.json`);

describeCorpus('sigstore-trust-roots', (folder) => {
  for (const [instance, newest] of [
    ['public-good', 15],
    ['staging', 14],
  ] as const) {
    const source = openTufDirectory(join(folder, instance))!;
    for (const engineId of ['native', 'dual'] as const) {
      it(`${instance}: the history of roots 1 to ${newest} follows from the first, ${engineId}`, async () => {
        const engine = await loadEngine(engineId);
        const outcome = verifyTuf({ source, pinned: rootAt(source, 1), memory: null, at: AT, engine });
        const roots = outcome.checks.filter(({ id }) => id === 'tuf.root');
        expect(roots.map(({ outcome: result, facts }) => [facts['version'], result])).toEqual(
          Array.from({ length: newest }, (_, i) => [i + 1, 'passed']),
        );
        expect(outcome.rootsOnly).toBe(true);
        expect(outcome.root?.version).toBe(newest);
        expect(outcome.memory).toBeNull();
      });
    }
  }
  it('public-good: the root of this build is root 14 of the history, octet for octet', async () => {
    const source = openTufDirectory(join(folder, 'public-good'))!;
    const bundled = readTufRoot(await bundledBytes('sigstore-public-good-tuf-root'), 'bundled');
    expect(bundled.version).toBe(14);
    expect(bundled.sha256).toBe(rootAt(source, 14).sha256);
    const outcome = verifyTuf({ source, pinned: bundled, memory: null, at: AT, engine: nativeEngine });
    expect(outcome.root?.version).toBe(15);
  });
  it('an octet of any root changes the verdict', () => {
    const source = openTufDirectory(join(folder, 'public-good'))!;
    for (const version of [2, 6, 15]) {
      const touched: TufSource = {
        ...view(source),
        read: (file, most) => {
          const bytes = source.read(file, most);
          if (bytes === null || file !== `${version}.root.json`) return bytes;
          const text = Buffer.from(bytes).toString().replace('"threshold": 3', '"threshold": 2');
          return new Uint8Array(Buffer.from(text));
        },
      };
      const outcome = verifyTuf({
        source: touched,
        pinned: rootAt(source, 1),
        memory: null,
        at: AT,
        engine: nativeEngine,
      });
      const wrong = outcome.checks.filter(({ outcome: result }) => result !== 'passed');
      expect(wrong.map((check) => ('reason' in check ? [check.reason, check.facts['version']] : []))).toEqual([
        ['tuf-threshold', version],
      ]);
    }
  });
});

function view(source: TufSource): TufSource {
  return {
    name: source.name,
    metadata: source.metadata,
    roots: () => source.roots(),
    has: (file) => source.has(file),
    read: (file, most) => source.read(file, most),
    target: (path, hashes) => source.target(path, hashes),
  };
}

describe('metadata', () => {
  const root = JSON.parse(Buffer.from(tufRoot({ version: 1 })).toString()) as { signed: Record<string, unknown> };
  const changed = (change: Record<string, unknown>) =>
    new Uint8Array(Buffer.from(JSON.stringify({ ...root, signed: { ...root.signed, ...change } })));
  it.each([
    ['version', [0, -1, 1.5, '1', null, 2 ** 53]],
    ['expires', ['2027-01-01', '', 5, null, '2027-13-01T00:00:00Z']],
    ['spec_version', ['2.0.0', '1', '', 1, '1.0.0.0']],
    ['_type', ['targets', '', null]],
    ['consistent_snapshot', ['true', null, 1]],
    ['roles', [{}, [], null]],
    ['keys', [[], null, { a: 1 }]],
  ])('a root whose %s is not what it must be is refused', (name, values) => {
    for (const value of values) {
      const read = attempt(() => readTufRoot(changed({ [name]: value }), 'root.json'));
      expect(read.ok ? value : read.problem.reason).toBe('tuf-format');
    }
  });
  it.each(['../a', 'a/b', '..', '.a', 'a\\b', 'root', 'targets', '', 'a\0b', 'x'.repeat(129)])(
    'a delegated role named %j is refused',
    (name) => {
      const signed = {
        ...{ _type: 'targets', spec_version: '1.0.31', version: 1, expires: '2027-01-01T00:00:00Z', targets: {} },
        delegations: { keys: {}, roles: [{ name, keyids: [], threshold: 1, terminating: true, paths: ['*'] }] },
      };
      const bytes = new Uint8Array(Buffer.from(JSON.stringify({ signatures: [], signed })));
      const read = attempt(() => readTufTargets(bytes, 'targets.json'));
      expect(read.ok ? '' : read.problem.reason).toMatch(/^tuf-(role|format)$/);
    },
  );
});
