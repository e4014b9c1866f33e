// SPDX-License-Identifier: Apache-2.0
import { readdirSync, readFileSync } from 'node:fs';
import { join, relative } from 'node:path';
import { describe, expect, it } from 'vitest';
import { allCases, fixtureFiles } from '../scripts/mint/fixtures.ts';

const folder = join(import.meta.dirname, '../fixtures');
const made = fixtureFiles();

describe('fixtures', () => {
  it('are exactly the files that the mint makes', () => {
    const found = readdirSync(folder, { recursive: true, withFileTypes: true })
      .filter((entry) => !entry.isDirectory())
      .map((entry) => relative(folder, join(entry.parentPath, entry.name)));
    expect(found.sort()).toEqual([...made.keys()].sort());
  });

  it('are made again byte for byte', () => {
    const differing = [...made].filter(([path, data]) => !readFileSync(join(folder, path)).equals(data));
    expect(differing.map(([path]) => path)).toEqual([]);
  });

  it('are made the same twice in one process', () => {
    const again = fixtureFiles();
    const differing = [...made].filter(
      ([path, data]) => !Buffer.from(data).equals(again.get(path) ?? new Uint8Array()),
    );
    expect(differing.map(([path]) => path)).toEqual([]);
  });

  it('are small', () => {
    expect([...made].filter(([, data]) => data.length > 40_000).map(([path]) => path)).toEqual([]);
  });

  it('name each case by its reason, and refuse exactly those', () => {
    for (const one of allCases()) {
      expect(one.name.split('--')[1] ?? null, one.name).toBe(one.reason);
      expect(one.exitCode === 0, one.name).toBe(one.reason === null);
    }
  });
});
