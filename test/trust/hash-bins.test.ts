// SPDX-License-Identifier: Apache-2.0
// TUF 1.0 §4.5, succinct_roles: which bin a target is in, and what is refused. tuf-js judges the same fixtures in tuf-oracle.test.ts.
import { describe, expect, it } from 'vitest';
import { bins, mirror } from '../../scripts/mint/cases/tuf.ts';
import { packagesKey, role, signedFile, strangerKey, targetsKey, tufRoot } from '../../scripts/mint/tuf.ts';
import { nativeEngine } from '../../src/crypto/engine.ts';
import { parseRfc3339 } from '../../src/encoding/rfc3339.ts';
import { attempt } from '../../src/model/malformed.ts';
import { readTufRoot, readTufTargets } from '../../src/trust/tuf/metadata.ts';
import { isDelegated } from '../../src/trust/tuf/path-pattern.ts';
import type { TufSource } from '../../src/trust/tuf/source.ts';
import { verifyTuf } from '../../src/trust/tuf/workflow.ts';

const succinct = (changed: object = {}, beside: object = {}) =>
  signedFile(
    {
      _type: 'targets',
      spec_version: '1.0.31',
      version: 1,
      expires: '2027-01-01T00:00:00Z',
      targets: {},
      delegations: {
        keys: {},
        succinct_roles: { keyids: [packagesKey.id], threshold: 1, bit_length: 8, name_prefix: 'bin', ...changed },
        ...beside,
      },
    } as never,
    targetsKey,
  );

/** What @tufjs/models makes of them. */
interface LibraryBins {
  getRoles(): Iterable<string>;
  getRoleForTarget(path: string): string;
}

/** Folder of a repository in memory, as the directory of a mirror would be read. */
async function verified(files: Readonly<Record<string, Uint8Array>>) {
  const { mkdtempSync, mkdirSync, writeFileSync, rmSync } = await import('node:fs');
  const { tmpdir } = await import('node:os');
  const { dirname, join } = await import('node:path');
  const { openTufDirectory } = await import('../../src/trust/tuf/source.ts');
  const folder = mkdtempSync(join(tmpdir(), 'fv-bins-'));
  for (const [path, data] of Object.entries(files)) {
    mkdirSync(dirname(join(folder, path)), { recursive: true });
    writeFileSync(join(folder, path), data);
  }
  const source: TufSource = openTufDirectory(folder)!;
  const pinned = readTufRoot(tufRoot({ version: 1 }), 'root.json');
  const at = parseRfc3339('2026-03-01T00:00:00Z').time;
  const outcome = verifyTuf({ source, pinned, memory: null, at, engine: nativeEngine });
  rmSync(folder, { recursive: true });
  return {
    reasons: [
      ...new Set(outcome.checks.flatMap((one) => ('reason' in one && one.outcome !== 'skipped' ? [one.reason] : []))),
    ],
    targets: outcome.targets.map(({ role: by, target }) => `${by} ${target.path}`),
    notHeld: outcome.rolesNotHeld,
  };
}

describe('hash bins', () => {
  it.each([1, 2, 3, 4, 5, 8])('of %i bits: each target is in the bin that the library says', (bits) => {
    const { delegations, model } = readTufTargets(succinct({ bit_length: bits }), 'targets.json');
    const { delegations: theirs } = (model as unknown as { signed: { delegations?: { succinctRoles?: LibraryBins } } })
      .signed;
    const library = theirs!.succinctRoles!;
    expect(delegations.map(({ name }) => name)).toEqual([...library.getRoles()]);
    for (let i = 0; i < 200; i++) {
      const path = `a/${i}/ü.json`;
      const [own, ...others] = delegations.filter((one) => isDelegated(one, path));
      expect([own!.name, others]).toEqual([library.getRoleForTarget(path), []]);
      expect(own!.terminating).toBe(true);
    }
  });
  it('are walked, and a target counts in its own bin alone', async () => {
    const sound = await verified(mirror({ bins: bins() }));
    expect([sound.reasons, sound.targets]).toEqual([
      [],
      [expect.stringMatching(/^bin-[0-9a-f] packages\/keys\.json$/), 'targets trusted_root.json'],
    ]);
    const own = Number.parseInt(sound.targets[0]!.charAt(4), 16);
    const other = await verified(mirror({ bins: bins({ misplaced: (own + 1) % 16 }) }));
    expect([other.reasons, other.targets]).toEqual([[], ['targets trusted_root.json']]);
  });
  it('that were not copied hide their own targets, and are told', async () => {
    const { targets } = await verified(mirror({ bins: bins() }));
    const bin = targets[0]!.split(' ')[0]!;
    const found = await verified(mirror({ bins: bins(), without: [`metadata/1.${bin}.json`] }));
    expect([found.reasons, found.targets, found.notHeld]).toEqual([[], ['targets trusted_root.json'], [bin]]);
  });
  it('of a stranger, and of too few keys, are refused', async () => {
    for (const plan of [
      bins({ bits: 1, by: [strangerKey] }),
      bins({ bits: 1, role: role(2, packagesKey, strangerKey), by: [packagesKey] }),
    ])
      expect((await verified(mirror({ bins: plan }))).reasons).toEqual(['tuf-threshold']);
  });
  it.each<[string, object, object, RegExp]>([
    ['more than are walked', { bit_length: 9 }, {}, /2\^9 hash bins/],
    ['of no bits', { bit_length: 0 }, {}, /no whole number above zero/],
    ['of bits as a text', { bit_length: '4' }, {}, /json-shape/],
    ['beside roles by name', {}, { roles: [] }, /one of them is wanted/],
    ['whose name leads out of the directory', { name_prefix: '../x' }, {}, /a delegated role is named/],
    ['without a threshold', { threshold: 0 }, {}, /threshold/],
  ])('%s: refused', (_, changed, beside, said) => {
    const read = attempt(() => readTufTargets(succinct(changed, beside), 'targets.json'));
    expect(read.ok ? 'read' : read.problem.detail).toMatch(said);
  });
});
