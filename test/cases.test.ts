// SPDX-License-Identifier: Apache-2.0
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { REASONS } from '../src/model/reasons.ts';
import { PROJECT, run } from './support/cli.ts';

const CASES = join(PROJECT, 'fixtures/cases');

interface Expectation {
  readonly command: readonly string[];
  readonly exitCode: number;
  readonly indication?: string | null;
  readonly reason?: string | null;
  readonly check?: string | null;
  /** Reasons that the same cause cannot but bring along. */
  readonly also?: readonly string[];
  readonly stdin?: string;
}

const names = readdirSync(CASES).sort();

describe('cases', () => {
  for (const name of names) {
    const folder = join(CASES, name);
    const expected = JSON.parse(readFileSync(join(folder, 'expect.json'), 'utf8')) as Expectation;
    it(name, () => {
      expect(existsSync(join(folder, 'README.md'))).toBe(true);
      const input = expected.stdin === undefined ? '' : readFileSync(join(folder, expected.stdin));
      const text = run(expected.command, { cwd: folder, input });
      expect(text.code, text.stdout + text.stderr).toBe(expected.exitCode);
      const result = run([...expected.command.filter((word) => word !== '--json'), '--json'], { cwd: folder, input });
      expect(result.code).toBe(expected.exitCode);
      const whole = JSON.parse(result.stdout) as { readonly report?: object };
      // A replay has its report within.
      const document = (whole.report ?? whole) as {
        exitCode?: number;
        verdict?: { exitCode: number; indication: string };
        items?: {
          indication: string;
          checks: { id: string; outcome: string; reason?: string }[];
          judgements: { check: string; effect: string; reason: string | null }[];
        }[];
      };
      if (document.verdict === undefined) {
        if (document.exitCode !== undefined) expect(document.exitCode).toBe(expected.exitCode);
        if (typeof expected.reason === 'string') expect(result.stdout + result.stderr).toContain(expected.reason);
        return;
      }
      expect(document.verdict.exitCode).toBe(expected.exitCode);
      if (typeof expected.indication === 'string') expect(document.verdict.indication).toBe(expected.indication);
      // What rules of a policy say stands beside the checks: the facts are the same under every policy.
      const rules = document.items!.flatMap((item) =>
        item.judgements
          .filter(({ check }) => check.startsWith('policy.'))
          .map(({ check, effect, reason }) => ({
            id: check,
            outcome: effect === 'satisfied' ? 'passed' : effect,
            ...(reason === null ? {} : { reason }),
          })),
      );
      const checks = [...document.items!.flatMap((item) => item.checks), ...rules];
      if (typeof expected.reason === 'string') {
        expect(checks.filter((check) => check.reason === expected.reason).map((check) => check.id)).toContain(
          expected.check ?? expect.anything(),
        );
        // One cause: everything else passed, was skipped because of it, or says the same.
        const causes = new Set(
          checks.flatMap((check) =>
            check.reason === undefined || check.reason === 'prerequisite-not-passed' ? [] : [check.reason],
          ),
        );
        causes.delete(expected.reason);
        for (const other of expected.also ?? []) expect(causes.delete(other)).toBe(true);
        if (expected.reason !== 'prerequisite-not-passed') expect([...causes]).toEqual([]);
      } else if (expected.exitCode === 0) expect(checks.filter((check) => check.outcome !== 'passed')).toEqual([]);
    });
  }
});

describe('every reason', () => {
  const covered = new Set(
    names.map((name) => (JSON.parse(readFileSync(join(CASES, name, 'expect.json'), 'utf8')) as Expectation).reason),
  );
  const unreachable = readFileSync(join(PROJECT, 'fixtures/UNREACHABLE.md'), 'utf8');
  for (const reason of Object.keys(REASONS)) {
    it(`${reason} has a case, or a word on why it cannot`, () => {
      expect(covered.has(reason) || unreachable.includes(`\`${reason}\``)).toBe(true);
    });
  }
});
