// SPDX-License-Identifier: Apache-2.0
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { encodeUtf8 } from '../../src/encoding/utf8.ts';
import { attempt } from '../../src/model/malformed.ts';
import type { Item, Report } from '../../src/model/report.ts';
import { readWholeReport } from '../../src/verify/whole-report.ts';
import { run } from '../support/cli.ts';
import { reportOf } from './hostile.ts';

const work = mkdtempSync(join(tmpdir(), 'fv-edited-'));
afterAll(() => rmSync(work, { recursive: true, force: true }));

const ALTERED = reportOf('altered.json');
const ACCEPTED = reportOf('artifact.json');
const SAID = { decision: 'accept', exitCode: 0, indication: 'TOTAL-PASSED', sub: null } as const;

/** The verdict and the lists of an accepted report over items that somebody has edited. */
function accepted(change: (item: Item) => object, of: Report = ALTERED): Report {
  const { sub: _, ...verdict } = SAID;
  const items = of.items.map((item) => ({ ...item, ...change(item) }) as Item);
  return { ...of, items, verdict, verified: items.map(({ name }) => name), failed: [] };
}

const [FIRST] = ACCEPTED.items as [Item];
const judged = (report: Report) => report.items[0]!.judgements;
const CHANGED: readonly [string, Report, RegExp][] = [
  ['verdict and item alone', accepted(() => SAID), /\/items\/0\/exitCode is 0: .* exit 2 TOTAL-FAILED$/],
  [
    'judgements too',
    accepted(({ judgements }) => ({ ...SAID, judgements: judgements.map((one) => ({ ...one, effect: 'satisfied' })) })),
    /\/items\/0\/exitCode is 0/,
  ],
  [
    'all but the checks',
    accepted((item) => ({ ...FIRST, checks: item.checks, name: item.name, artifacts: item.artifacts })),
    /\/items\/0.* exit 2 TOTAL-FAILED$|not judged/,
  ],
  [
    'no checks and no judgements',
    accepted(() => ({ ...SAID, checks: [], judgements: [] }), ACCEPTED),
    /exit 4 INDETERMINATE$/,
  ],
  [
    'an outcome alone',
    accepted(
      ({ checks }) => ({
        checks: checks.map((one) =>
          one.id === 'signature.valid'
            ? { ...one, outcome: 'failed', reason: 'signature-mismatch', detail: 'edited' }
            : one,
        ),
      }),
      ACCEPTED,
    ),
    /\/items\/0\/exitCode is 0: .* exit 3 TOTAL-FAILED$/,
  ],
  [
    'one judgement that is milder',
    {
      ...ALTERED,
      items: ALTERED.items.map((item) => ({
        ...item,
        judgements: item.judgements.map((one) =>
          one.effect === 'rejects' ? { ...one, effect: 'warns' as const } : one,
        ),
      })),
    },
    /\/items\/0\/judgements\/\d+ does not follow/,
  ],
  [
    'a mode that is milder',
    accepted(({ modes }) => ({ ...SAID, modes: { ...modes, attestMode: 'none', requireSignature: false } })),
    /\/items\/0\/exitCode is 0/,
  ],
  [
    'a rule that no policy has',
    accepted(
      ({ judgements }) => ({ judgements: [...judgements, { ...judgements[0]!, check: 'policy.nothing', rule: 'x' }] }),
      ACCEPTED,
    ),
    new RegExp(`/items/0/judgements/${judged(ACCEPTED).length}: no rule is judged like that`),
  ],
  [
    'rules that are said to ask who signed',
    accepted(
      ({ checks, judgements }) => ({
        checks: checks.map((one) =>
          one.id === 'certificate.identity'
            ? { ...one, outcome: 'indeterminate', reason: 'identity-not-asked', detail: 'edited' }
            : one,
        ),
        judgements: judgements.map((one) =>
          one.check === 'certificate.identity'
            ? {
                ...one,
                rule: 'certificate.asked-by-rules',
                effect: 'not-required',
                reason: 'identity-not-asked',
                detail: 'asked by require.signer',
              }
            : one,
        ),
      }),
      ACCEPTED,
    ),
    /no rule that it names asks who signed$/,
  ],
  [
    'a log that is ignored without a word',
    accepted(
      ({ checks, judgements }) => ({
        ...SAID,
        checks: checks.map((one) =>
          one.id === 'log.checkpoint'
            ? { ...one, outcome: 'failed', reason: 'checkpoint-root-mismatch', detail: 'edited' }
            : one,
        ),
        judgements: judgements.map((one) =>
          one.check === 'log.checkpoint'
            ? { ...one, rule: 'log.ignored', effect: 'waived', reason: 'checkpoint-root-mismatch' }
            : one,
        ),
      }),
      ACCEPTED,
    ),
    /"the transparency log is not required" is not among the weakenings/,
  ],
  [
    'a status',
    {
      ...ACCEPTED,
      items: [{ ...FIRST, summary: FIRST.summary.map((one) => ({ ...one, trustStatus: 'revoked' as const })) }],
    },
    /\/items\/0\/summary\/0\/trustStatus/,
  ],
  [
    'what is established',
    {
      ...ALTERED,
      items: ALTERED.items.map((item) => ({
        ...item,
        established: [...item.established, 'the artifact at hand is the one that was signed'],
      })),
    },
    /\/items\/0\/established/,
  ],
  [
    'what is not established',
    { ...ALTERED, items: ALTERED.items.map((item) => ({ ...item, notEstablished: [] })) },
    /\/items\/0\/notEstablished\/0/,
  ],
];

describe('a report that was edited', () => {
  it('is read where nothing was', () => {
    for (const report of [ALTERED, ACCEPTED])
      expect(attempt(() => readWholeReport(encodeUtf8(JSON.stringify(report)), 'r')).ok).toBe(true);
  });

  it.each(CHANGED)('is refused: %s', (_, report, said) => {
    const read = attempt(() => readWholeReport(encodeUtf8(JSON.stringify(report)), 'r.json'));
    expect([read.ok, read.ok ? '' : read.problem.reason, read.ok ? '' : read.problem.detail]).toEqual([
      false,
      'json-shape',
      expect.stringMatching(said),
    ]);
  });

  it('is refused by every command that reads reports, with exit 4', () => {
    const file = join(work, 'edited.json');
    const good = join(work, 'good.json');
    writeFileSync(file, JSON.stringify(CHANGED[0]![1]));
    writeFileSync(good, JSON.stringify(ACCEPTED));
    for (const command of [
      ['render', file],
      ['render', file, '--output', 'junit'],
      ['render', file, '--certificate', '902-14'],
      ['inspect', file],
      ['compare', file, good],
      ['compare', good, file],
      ['merge', file, good],
    ]) {
      const { code, stdout, stderr } = run(['report', ...command]);
      expect([command[0], code]).toEqual([command[0], 4]);
      expect((stdout + stderr).replaceAll(/\s+/g, ' ')).toContain('/items/0/exitCode is 0');
    }
    expect(run(['report', 'render', good]).code).toBe(0);
  });

  it('is quiet in one line, and not without the name of its file', () => {
    const good = join(work, 'quiet.json');
    writeFileSync(good, JSON.stringify(ACCEPTED));
    const { code, stdout } = run(['report', 'render', good, '-q']);
    expect([code, stdout.replaceAll('\n', ' ')]).toEqual([
      0,
      expect.stringMatching(
        /^rendered from the report file .* nothing was verified again ACCEPT TOTAL-PASSED \(exit 0\) $/,
      ),
    ]);
    expect(run(['report', 'render', good, '-q', '--certificate', '902-14']).code).toBe(64);
  });
});
