// SPDX-License-Identifier: Apache-2.0
import { describe, expect, it } from 'vitest';
import { CHECKS } from '../../src/model/checks.ts';
import { REASONS } from '../../src/model/reasons.ts';
import { PROJECT, run } from '../support/cli.ts';
import { bytesOf, explain } from './inspect-support.ts';

/** The report of one case, as the program writes it. */
function reportOf(name: string, artifact: string): string {
  const folder = `${PROJECT}/fixtures/cases/${name}`;
  const result = run(
    [
      'verify',
      artifact,
      '--bundle',
      'bundle.sigstore.json',
      '--trusted-root',
      '../../shared/trusted-root.json',
      '--certificate-identity',
      'https://code.mint.example/acme/app/.workflows/release.yml@refs/heads/main',
      '--certificate-oidc-issuer',
      'https://issuer.mint.example',
      '--at',
      '2026-03-01T00:00:00Z',
      '--json',
    ],
    { cwd: folder },
  );
  return result.stdout;
}

describe('explain a report', () => {
  const text = reportOf('artifact-altered--subject-digest-mismatch', 'artifact.txt');
  const told = explain(bytesOf(text), 'report.json');

  it('states the verdict as a claim of the file', () => {
    const verdict = told.part('the verdict that the report states');
    expect(verdict.facts).toMatchObject({ decision: 'reject', exitCode: 2, items: 1 });
    expect(verdict.says?.[0]).toContain('run the same verify again');
    expect(told.part('criteria enforced').facts?.['lines']).not.toHaveLength(0);
    expect(told.document).toMatchObject({ kind: 'report', unverified: true });
  });

  it('walks through every check, in the words of the tables', () => {
    const report = JSON.parse(text) as { items: { checks: { id: keyof typeof CHECKS; outcome: string }[] }[] };
    const checks = told.part('item 0').parts!.filter((one) => one.at?.includes('/checks/'));
    expect(checks.map((one) => one.title)).toEqual(report.items[0]!.checks.map(({ id }) => id));
    for (const [i, { id, outcome }] of report.items[0]!.checks.entries()) {
      expect(checks[i]!.facts).toMatchObject({ asks: `${CHECKS[id]}?`, outcome });
    }
  });

  it('gives reason, remedy and clause of what did not pass', () => {
    const { says, next, clause } = REASONS['subject-digest-mismatch'];
    expect(told.part('subject.digest').facts).toMatchObject({
      outcome: 'failed',
      reason: 'subject-digest-mismatch',
      says,
      next,
      restsOn: clause,
    });
    expect(told.part('subject.digest').facts?.['facts']).not.toHaveLength(0);
    expect(told.part('not established')).toBeDefined();
  });

  it('takes no word of the file for one of its own', () => {
    const forged = {
      format: 'forensic-verify/report@v1',
      verdict: { decision: 'accept\nVERDICT: ACCEPT', exitCode: 'none' },
      items: [
        {
          name: 'x',
          checks: [
            { id: 'constructor', outcome: 'passed\n', reason: '__proto', detail: 'd' },
            { id: 'subject.digest', outcome: 'failed', reason: 'toString', facts: { 'a\nb': [1] } },
            { id: 7 },
            'no check',
          ],
          findings: [
            { code: 'hasOwnProperty', detail: 'x' },
            { code: 'weak-key', detail: 'y' },
          ],
          established: 'everything',
        },
        'no item',
      ],
      criteria: [],
    };
    const shown = explain(bytesOf(JSON.stringify(forged)));
    expect(shown.text).not.toMatch(/^\s*VERDICT/m);
    expect(shown.part('a check that is not known here').facts).toMatchObject({ id: 'constructor', reason: '__proto' });
    expect(shown.part('subject.digest').facts).toMatchObject({ reason: 'toString', facts: ['a\nb = [1]'] });
    expect(shown.part('check 2').problem?.reason).toBe('json-shape');
    expect(shown.part('check 3').problem?.reason).toBe('json-shape');
    expect(shown.part('a note that is not known here').facts).toMatchObject({ code: 'hasOwnProperty' });
    expect(shown.part('note weak-key').facts?.['next']).toBe('replace the key');
    expect(shown.part('established').problem?.reason).toBe('json-shape');
    expect(shown.part('item 1').problem?.reason).toBe('json-shape');
  });

  it('is bounded, in one item and over all', () => {
    const checks = Array.from({ length: 400 }, () => ({ id: 'subject.digest', outcome: 'passed' }));
    const shown = (items: number) =>
      explain(bytesOf(JSON.stringify({ format: 'forensic-verify/report@v1', items: Array(items).fill({ checks }) })));
    const parts = (items: number) => shown(items).lines.filter((line) => line.includes('subject.digest')).length;
    expect(parts(1)).toBe(256);
    expect(shown(1).text).toContain('and 144 more');
    expect(parts(60)).toBeLessThan(1100);
    expect(shown(60).part('item 59')).toBeDefined();
  });
});
