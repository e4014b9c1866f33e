// SPDX-License-Identifier: Apache-2.0
import { readdirSync, readFileSync } from 'node:fs';
import { join, relative } from 'node:path';
import { describe, expect, it } from 'vitest';
import { allCases, fixtureFiles } from '../scripts/mint/fixtures.ts';
import { UNREACHABLE } from '../scripts/mint/unreachable.ts';
import { CHECKS } from '../src/model/checks.ts';
import { REASONS, type ReasonCode } from '../src/model/reasons.ts';
import { RULES } from '../src/policy/rules.ts';

const folder = join(import.meta.dirname, '../fixtures');
const made = fixtureFiles();
const every = allCases();
/** What came of the whole, beside checks and rules. */
const LATER = ['policy.skip', 'policy.proven', 'policy.indication'];
/** A rule of a policy is judged beside the checks, and so is whether the policy is in force. */
const JUDGED = [
  ...Object.keys(CHECKS),
  ...Object.keys(RULES).map((key) => `policy.${key}`),
  'policy.in-force',
  ...LATER,
];

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

  it('share no code with what they test', () => {
    const mint = join(import.meta.dirname, '../scripts/mint');
    const sources = readdirSync(mint, { recursive: true, encoding: 'utf8' }).filter((name) => name.endsWith('.ts'));
    const importing = sources.filter((name) => /from '[^']*\/src\//.test(readFileSync(join(mint, name), 'utf8')));
    expect(sources.length).toBeGreaterThan(20);
    expect(importing).toEqual([]);
  });

  it('are small', () => {
    expect([...made].filter(([, data]) => data.length > 40_000).map(([path]) => path)).toEqual([]);
  });

  it('hold a case for every reason, or say why there is none', () => {
    const shown = new Set([...every.map(({ reason }) => reason), ...Object.keys(UNREACHABLE)]);
    expect(Object.keys(REASONS).filter((reason) => !shown.has(reason))).toEqual([]);
    expect([...shown].filter((reason) => reason !== null && !Object.hasOwn(REASONS, reason))).toEqual([]);
    expect(every.filter(({ reason }) => reason !== null && Object.hasOwn(UNREACHABLE, reason))).toEqual([]);
  });

  it('expect checks that exist, and the outcome that the reason has', () => {
    for (const { name, reason, check, indication } of every) {
      if (check === null || reason === null) continue;
      expect(JUDGED, name).toContain(check);
      if (reason === 'prerequisite-not-passed') continue;
      // What a policy leaves out is no fact about the evidence: the indication stays that of the checks.
      if (check === 'policy.skip' || check === 'policy.proven') continue;
      expect(REASONS[reason as ReasonCode].indication, name).toBe(indication);
    }
  });

  it('name each case by its reason, and refuse exactly those', () => {
    for (const one of every) {
      expect(one.name.split('--')[1] ?? null, one.name).toBe(one.reason);
      expect(one.exitCode === 0, one.name).toBe(one.reason === null);
    }
  });
});
