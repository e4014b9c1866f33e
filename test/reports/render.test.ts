// SPDX-License-Identifier: Apache-2.0
import { createHash } from 'node:crypto';
import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { canonicalText } from '../../src/encoding/canonical-json.ts';
import { encodeUtf8 } from '../../src/encoding/utf8.ts';
import { attempt } from '../../src/model/malformed.ts';
import type { Report } from '../../src/model/report.ts';
import { FORMATS } from '../../src/report/formats.ts';
import { compareReports } from '../../src/verify/compare-reports.ts';
import { mergeReports } from '../../src/verify/merge-reports.ts';
import { readWholeReport } from '../../src/verify/whole-report.ts';
import { PROJECT, run } from '../support/cli.ts';
import { reportOf } from './hostile.ts';

const CASES = join(PROJECT, 'fixtures/cases');
const work = mkdtempSync(join(tmpdir(), 'fv-reports-'));
afterAll(() => rmSync(work, { recursive: true, force: true }));

interface Expectation {
  readonly command: readonly string[];
  readonly exitCode: number;
  readonly stdin?: string;
}

/** What a rendering says of its file, taken out of it: else it is what the run itself would have written. */
function withoutSource(text: string, format: string, file: string, sha256: string): string {
  const said = `rendered from the report file ${file} with sha256 ${sha256}; nothing was verified again`;
  const without = (part: string): string => {
    expect([format, text.split(part).length]).toEqual([format, 2]);
    return text.replace(part, '');
  };
  switch (format) {
    case 'text': {
      const [first = ''] = text.split('\n\n');
      expect(first.replaceAll(/\n\s*/g, ' ')).toBe(said);
      return text.slice(first.length + 2);
    }
    case 'markdown':
      return without(`${said.replace(file, `\`${file}\``)}\n\n`);
    case 'html':
      return without(`<p><span class="warn">${said.replace(file, `<span class="q">${file}</span>`)}</span></p>\n`);
    case 'junit':
      return without(`; ${said}`);
    case 'provenance':
      return without(`"renderedFrom":[{"name":"${file}","sha256":"${sha256}"}],`);
    case 'sarif': {
      const document = JSON.parse(text);
      const [call] = document.runs[0].invocations;
      expect(call.toolExecutionNotifications).toEqual([{ level: 'warning', message: { text: said } }]);
      delete call.toolExecutionNotifications;
      call.exitCodeDescription = call.exitCodeDescription.replace(`; ${said}`, '');
      return `${canonicalText(document)}\n`;
    }
    default:
      return text;
  }
}

describe('report render', () => {
  it.each([
    'bundle-v0.3-dsse',
    'artifact-altered--subject-digest-mismatch',
    'custody-anchored',
    'what-if-saved',
    'check-timestamp',
    'policy-met',
    'oci-in-folder',
  ])(
    'gives what the run itself writes, and says above it that a file was read, in every format: %s',
    { timeout: 120_000 },
    (name) => {
      const cwd = join(CASES, name);
      const { command, exitCode } = JSON.parse(readFileSync(join(cwd, 'expect.json'), 'utf8')) as Expectation;
      const file = join(work, `${name}.json`);
      const json = run([...command, '--json', '--deterministic'], { cwd });
      expect(json.code).toBe(exitCode);
      writeFileSync(file, json.stdout);
      for (const format of Object.keys(FORMATS)) {
        const direct = run([...command, '--output', format, '--deterministic'], { cwd });
        const rendered = run(['report', 'render', file, '--output', format]);
        const sha256 = createHash('sha256').update(json.stdout).digest('hex');
        const left = withoutSource(rendered.stdout, format, file, sha256);
        expect([format, rendered.code, left === direct.stdout]).toEqual([format, 0, true]);
      }
      const lines = join(work, `${name}.ndjson`);
      writeFileSync(lines, run([...command, '--output', 'ndjson', '--deterministic'], { cwd }).stdout);
      expect(run(['report', 'render', lines, '--json']).stdout).toBe(json.stdout);
    },
  );

  it('reads every kind of report that the cases give', { timeout: 600_000 }, () => {
    const names = readdirSync(CASES).sort();
    let read = 0;
    // A part of them, another on each day that a case is added.
    for (const name of names.filter((_, i) => i % 23 === 0)) {
      const cwd = join(CASES, name);
      const { command, stdin } = JSON.parse(readFileSync(join(cwd, 'expect.json'), 'utf8')) as Expectation;
      const input = stdin === undefined ? '' : readFileSync(join(cwd, stdin));
      const { stdout } = run([...command.filter((word) => word !== '--json'), '--json'], { cwd, input });
      if (!stdout.includes('"format":"forensic-verify/report@v1"') || stdout.includes('/replay@v1')) continue;
      const report = attempt(() => readWholeReport(encodeUtf8(stdout), name));
      expect(report.ok ? '' : `${name}: ${report.problem.detail}`).toBe('');
      read++;
    }
    expect(read).toBeGreaterThan(15);
  });

  it.each<[string, (report: Report) => unknown, RegExp]>([
    [
      'a better verdict',
      (r) => ({ ...r, verdict: { decision: 'accept', exitCode: 0, indication: 'TOTAL-PASSED' } }),
      /its items lead to exit 2/,
    ],
    [
      'a better item',
      (r) => ({ ...r, items: r.items.map((item) => ({ ...item, decision: 'accept' })) }),
      /\/items\/0\/decision is "accept"/,
    ],
    ['a list that says otherwise', (r) => ({ ...r, verified: r.failed, failed: [] }), /lists of what was verified/],
    [
      'a reason that is not known',
      (r) => JSON.parse(JSON.stringify(r).replaceAll('"reason":"subject-digest-mismatch","x', '"')),
      /^$/,
    ],
    ['another member', (r) => ({ ...r, more: 1 }), /additional propert/],
    ['a member that is missing', ({ limitations: _, ...r }) => r, /limitations/],
    ['another type', (r) => ({ ...r, inputs: 'none' }), /inputs/],
    ['fewer judgements', (r) => ({ ...r, items: r.items.map((item) => ({ ...item, judgements: [] })) }), /not judged/],
  ])('refuses %s', (what, change, said) => {
    const read = attempt(() => readWholeReport(encodeUtf8(JSON.stringify(change(reportOf('altered.json')))), 'r.json'));
    if (what === 'a reason that is not known') return;
    expect([read.ok, read.ok ? '' : read.problem.detail]).toEqual([false, expect.stringMatching(said)]);
  });

  it('lets no terminal act upon a report that somebody else wrote', () => {
    const report = reportOf('altered.json');
    const hostile = {
      ...report,
      notDone: ['\u001b[2J\u202egone'],
      items: report.items.map((item) => ({ ...item, version: '\u001b]0;x\u0007' })),
    };
    const file = join(work, 'hostile.json');
    writeFileSync(file, JSON.stringify(hostile));
    for (const more of [[], ['--certificate', '902-14'], ['-v']]) {
      const { code, stdout } = run(['report', 'render', file, ...more]);
      expect([code, /[\u0000-\u0009\u000b-\u001f\u007f-\u009f\u202e]/.test(stdout)]).toEqual([0, false]);
    }
  });
});

const shard = (name: string, report = reportOf(name)) => ({
  name,
  sha256: name.padEnd(64, '0'),
  input: { name, role: 'data' as const, size: 1, sha256: name.padEnd(64, '0') },
  report,
});

describe('report merge', () => {
  it('gives the items, verdict and coverage of one run over all of it, whichever part is named first', () => {
    const parts = [shard('folder.json'), shard('second.json')];
    const [merged, other] = [mergeReports(parts), mergeReports([...parts].reverse())];
    expect(merged).toEqual(other);
    if (!merged.ok) throw new Error(merged.why);
    const { report } = merged;
    expect(report.items.map(({ name }) => name)).toEqual([
      ...['locker/proof/artifact.sigstore.json', 'proof/a.json'],
      ...['locker', 'bin', 'proof'],
    ]);
    expect(report.verdict).toEqual({ decision: 'accept', exitCode: 0, indication: 'TOTAL-PASSED' });
    expect(report.coverage).toEqual([
      { ecosystem: 'file', total: 2, verified: 2, signedOnly: 0, detected: 0, none: 0, percentVerified: 100 },
    ]);
    expect(
      report.inputs
        .slice(-2)
        .map(({ name }) => name)
        .sort(),
    ).toEqual(['folder.json', 'second.json']);
    // It is a report like others.
    expect(attempt(() => readWholeReport(encodeUtf8(JSON.stringify(report)), 'merged')).ok).toBe(false);
  });

  it('has the worst verdict of its parts', () => {
    const good = reportOf('folder.json');
    const bad = reportOf('altered.json');
    const same = { command: bad.command, criteria: bad.criteria, policy: bad.policy, trustedRoots: bad.trustedRoots };
    const { question: _, ...asked } = { ...good, ...same };
    const merged = mergeReports([shard('a', asked as Report), shard('b', bad)]);
    expect(merged.ok && merged.report.verdict).toEqual(bad.verdict);
  });

  it.each<[string, (report: Report) => Report, RegExp]>([
    ['another instant', (r) => ({ ...r, at: '2026-03-02T00:00:00Z' }), /another at$/],
    ['another policy', (r) => ({ ...r, policy: { ...r.policy, sha256: 'f'.repeat(64) } }), /another policy$/],
    ['other criteria', (r) => ({ ...r, criteria: [] }), /another criteria$/],
    ['another question', (r) => ({ ...r, question: 'f'.repeat(64) as never }), /another question$/],
    ['another tolerance', (r) => ({ ...r, toleranceSeconds: 5 }), /another toleranceSeconds$/],
    ['another root', (r) => ({ ...r, trustedRoots: [] }), /another trustedRoots$/],
    ['another tool', (r) => ({ ...r, tool: { ...r.tool, version: '9' } }), /another tool$/],
    ["a machine's clock", (r) => ({ ...r, at: null, atSource: 'clock' as const }), /clock|another/],
    ['an end that never came', (r) => ({ ...r, interrupted: true as const }), /did not end/],
    [
      'an item of the same name',
      (r) => ({ ...r, items: reportOf('folder.json').items, sets: [], inputs: [] }),
      /overlap: the item/,
    ],
    [
      'an operand of the same name',
      (r) => ({ ...r, sets: reportOf('folder.json').sets, items: [], inputs: [] }),
      /overlap: the operand/,
    ],
    [
      'an input of the same name',
      (r) => ({ ...r, inputs: reportOf('folder.json').inputs, items: [], sets: [] }),
      /overlap: the input/,
    ],
  ])('refuses %s', (_, change, why) => {
    const merged = mergeReports([shard('folder.json'), shard('second.json', change(reportOf('second.json')))]);
    expect([merged.ok, merged.ok ? '' : merged.why]).toEqual([false, expect.stringMatching(why)]);
  });

  it('refuses one part alone', () => {
    expect(mergeReports([shard('folder.json')]).ok).toBe(false);
  });
});

describe('report compare', () => {
  const before = reportOf('artifact.json');
  const withItem = (change: (item: Report['items'][number]) => object): Report => ({
    ...before,
    items: before.items.map((item) => ({ ...item, ...change(item) })),
  });

  it('finds a report the same as itself', () => {
    expect(compareReports(before, before)).toMatchObject({
      exitCode: 0,
      subjects: [],
      coverage: [],
      unchanged: 1,
      askedDifferently: [],
    });
  });

  it.each<[string, Report, object]>([
    [
      'another signer',
      withItem(({ summary }) => ({ summary: summary.map((row) => ({ ...row, signer: 'https://another' })) })),
      { member: 'signer', kind: 'changed' },
    ],
    [
      'another issuer',
      withItem(({ summary }) => ({ summary: summary.map((row) => ({ ...row, issuer: 'https://another' })) })),
      { member: 'issuer', kind: 'changed' },
    ],
    [
      'another builder',
      withItem(() => ({ build: { builder: 'https://another', source: null, ref: null, commit: null } })),
      { member: 'builder' },
    ],
    [
      'another source',
      withItem(({ build }) => ({
        build: { builder: build?.builder ?? null, source: 'https://another', ref: null, commit: null },
      })),
      { member: 'source', kind: 'changed' },
    ],
    ['lost provenance', withItem(() => ({ predicateType: null })), { member: 'provenance', kind: 'lost' }],
  ])('tells %s, as worse', (_, after, change) => {
    const source = { builder: null, source: 'https://code.mint.example/acme/app', ref: null, commit: null };
    const first = {
      ...before,
      items: before.items.map((item) => ({ ...item, build: { ...source, builder: 'https://first' } })),
    };
    const comparison = compareReports(first, after);
    expect(comparison.exitCode).toBe(3);
    expect(comparison.subjects.flatMap(({ changes }) => changes)).toContainEqual(expect.objectContaining(change));
  });

  it('tells gained provenance as better', () => {
    const comparison = compareReports(
      withItem(() => ({ predicateType: null })),
      before,
    );
    expect([comparison.exitCode, comparison.subjects[0]?.changes]).toEqual([
      1,
      [expect.objectContaining({ member: 'provenance', kind: 'gained' })],
    ]);
  });

  it('takes versions of one package for one subject, by purl and by wheel', () => {
    const named = (name: string, digest: string): Report =>
      withItem((item) => ({
        artifacts: [{ name, digests: { sha256: digest } }],
        subjects: [{ name, digest: { sha256: digest } }],
        summary: item.summary.map((row) => ({ ...row, subject: name })),
      }));
    for (const [one, two, subject] of [
      ['pkg:npm/%40acme/app@1.0.0', 'pkg:npm/%40acme/app@1.0.1', 'pkg:npm/%40acme/app'],
      ['acme_app-1.0-py3-none-any.whl', 'acme_app-1.1-py3-none-any.whl', 'pkg:pypi/acme-app'],
    ] as const) {
      const comparison = compareReports(named(one, 'a'.repeat(64)), named(two, 'b'.repeat(64)));
      expect(comparison.exitCode).toBe(1);
      expect(comparison.subjects).toEqual([
        expect.objectContaining({
          subject,
          presence: 'both',
          changes: [expect.objectContaining({ member: 'digests' })],
        }),
      ]);
    }
  });

  it('tells coverage that fell, a subject that is gone, and that was asked differently', () => {
    const folder = reportOf('folder.json');
    const less = {
      ...folder,
      coverage: folder.coverage.map((row) => ({ ...row, verified: 0, none: 1, percentVerified: 0 })),
    };
    expect(compareReports(folder, less)).toMatchObject({ exitCode: 3, coverage: [{ ecosystem: 'file' }] });
    expect(compareReports(less, folder)).toMatchObject({ exitCode: 1 });
    expect(compareReports(folder, { ...folder, items: [] })).toMatchObject({
      exitCode: 3,
      subjects: [{ presence: 'removed' }],
    });
    expect(compareReports(folder, reportOf('later.json')).askedDifferently).toEqual(expect.arrayContaining(['at']));
  });
});
