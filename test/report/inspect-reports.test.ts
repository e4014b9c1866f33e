// SPDX-License-Identifier: Apache-2.0
import { describe, expect, it } from 'vitest';
import { encodeUtf8 } from '../../src/encoding/utf8.ts';
import { attempt } from '../../src/model/malformed.ts';
import { inspectReports, renderReportsJson, renderReportsText } from '../../src/report/inspect-reports.ts';
import { readReport } from '../../src/report/read-report.ts';

type Loose = Record<string, unknown>;

const row = (over: Loose = {}) => ({
  subject: 'app.tgz',
  trustStatus: 'valid',
  signer: 'alice',
  issuer: 'https://issuer.example',
  signedTime: '2026-02-01T12:00:00Z',
  verificationTime: '2026-03-01T00:00:00Z',
  digestAlgorithm: 'sha256',
  reason: null,
  decisionPath: ['signature.valid: satisfied by signature.required'],
  ...over,
});
const item = (exitCode: number, ...rows: Loose[]) => ({ name: 'app.sigstore.json', exitCode, summary: rows });
function report(exitCode: number, items: readonly unknown[], over: Loose = {}) {
  return {
    format: 'forensic-verify/report@v1',
    command: 'verify',
    at: '2026-03-01T00:00:00Z',
    policy: { name: 'built-in', sha256: 'aa' },
    weakenings: [],
    items,
    verdict: { decision: ['accept', 'warn'][exitCode] ?? 'reject', indication: 'TOTAL-PASSED', exitCode },
    ...over,
  };
}
const read = (value: unknown, name = 'r.json') =>
  attempt(() => readReport(encodeUtf8(JSON.stringify(value)), name, JSON.stringify(value)));
function stated(value: unknown, name?: string) {
  const result = read(value, name);
  if (!result.ok) throw new Error(result.problem.detail);
  return result.value;
}

describe('readReport', () => {
  it('reads what a report states', () => {
    expect(stated(report(0, [item(0, row())]))).toMatchObject({
      exitCode: 0,
      decision: 'accept',
      subjects: [{ subject: 'app.tgz', trustStatus: 'valid', item: 'app.sigstore.json' }],
    });
  });
  it('takes a report on two artifacts of which one is what was signed', () => {
    const two = stated(report(2, [item(2, row(), row({ subject: 'b.tgz', trustStatus: 'failed' }))]));
    expect(two.subjects.map(({ trustStatus }) => trustStatus)).toEqual(['valid', 'failed']);
  });
  it('takes the instant of the run where none was asked for', () => {
    const at = '2026-11-21T00:00:00Z';
    expect(stated(report(0, [item(0, row())], { at: null, run: { at } })).at).toBe(at);
    expect(stated(report(0, [item(0, row())], { at: null, run: null })).at).toBeNull();
  });
  it.each<[string, unknown, string]>([
    ['another document', { format: 'forensic-verify/error@v1' }, 'input-not-recognised'],
    ['a list', [], 'input-not-recognised'],
    ['a verdict that is better than an item', report(0, [item(3, row({ trustStatus: 'failed' }))]), 'json-shape'],
    ['a subject that is valid in a rejected item', report(3, [item(3, row())]), 'json-shape'],
    ['a pass of nothing', report(0, []), 'json-shape'],
    [
      'a decision of another exit code',
      report(3, [], { verdict: { decision: 'accept', indication: 'x', exitCode: 3 } }),
      'json-shape',
    ],
    ['an exit code that is no verdict', report(70, [item(3, row({ trustStatus: 'failed' }))]), 'json-shape'],
    ['an unknown status', report(3, [item(3, row({ trustStatus: 'VALID' }))]), 'json-shape'],
    ['a subject without a name', report(3, [item(3, row({ trustStatus: 'failed', subject: 7 }))]), 'json-shape'],
    ['an item that is no object', report(3, [null]), 'json-shape'],
  ])('refuses %s', (_what, value, reason) => {
    const result = read(value);
    expect(result.ok ? null : result.problem.reason).toBe(reason);
  });
});

describe('inspectReports', () => {
  const good = stated(report(0, [item(0, row(), row({ subject: 'b.tgz' }))]), 'good.json');
  const bad = stated(
    report(2, [item(2, row({ trustStatus: 'failed', signer: null, reason: 'subject-digest-mismatch' }))]),
    'bad.json',
  );
  it('counts by status, signer and reason', () => {
    const found = inspectReports([good, bad], []);
    expect(found.subjects).toBe(3);
    expect(found.statuses).toEqual([
      { value: 'valid', subjects: 2 },
      { value: 'failed', subjects: 1 },
    ]);
    expect(found.signers).toEqual([
      { value: 'alice', subjects: 2 },
      { value: null, subjects: 1 },
    ]);
    expect(found.reasons).toEqual([
      { value: null, subjects: 2 },
      { value: 'subject-digest-mismatch', subjects: 1 },
    ]);
  });
  it('counts a report once that is given twice, and says so', () => {
    const found = inspectReports([good, { ...good, name: 'copy.json' }], []);
    expect([found.subjects, found.repeated]).toEqual([2, [{ name: 'copy.json', sameAs: 'good.json' }]]);
    expect(renderReportsText(found, false)).toContain('copy.json, as good.json');
  });
  it('does not depend on the order of the files', () => {
    const [a, b] = [inspectReports([good, bad], []), inspectReports([bad, good], [])];
    expect([a.statuses, a.signers, a.reasons]).toEqual([b.statuses, b.signers, b.reasons]);
  });
  it('shows one report as a table with its decision path, and many as counts', () => {
    const one = renderReportsText(inspectReports([good], []), false);
    expect(one).toMatch(/STATUS +SIGNED +ALGORITHM +SUBJECT\n +valid +2026-02-01T12:00:00Z +sha256 +app\.tgz/);
    expect(one).toMatch(/signature\.valid +satisfied +signature\.required/);
    const many = renderReportsText(inspectReports([good, bad], []), false);
    expect(many).toContain('2 reports, 3 subjects');
    expect(many).not.toContain('signature.required');
    expect(renderReportsText(inspectReports([good, bad], []), true)).toContain('signature.required');
  });
  it('says of one report and of many what asked less than by default', () => {
    const weak = (n: number) =>
      stated(report(1, [item(1, row())], { weakenings: ['the check a is skipped', `b${n}`] }), `w${n}.json`);
    const many = inspectReports([good, weak(1), weak(2)], []);
    expect(many.weakenings).toEqual([
      { value: 'the check a is skipped', reports: 2 },
      { value: 'b1', reports: 1 },
      { value: 'b2', reports: 1 },
    ]);
    expect(renderReportsText(many, false)).toContain('\n  ! the check a is skipped (2 reports)\n  ! b1 (1 report)\n');
    expect(JSON.parse(renderReportsJson(many))).toMatchObject({ weakenings: many.weakenings });
    expect(renderReportsText(inspectReports([weak(1)], []), false)).toContain('!         the check a is skipped');
    expect(renderReportsText(inspectReports([good, bad], []), false)).not.toContain('asked less');
  });
  it('names what could not be read', () => {
    const found = inspectReports(
      [good],
      [{ name: 'x', problem: { reason: 'input-missing', detail: 'x is not there' } }],
    );
    expect(renderReportsText(found, false)).toContain('input-missing: x is not there');
    expect(JSON.parse(renderReportsJson(found))).toMatchObject({
      unverified: true,
      unread: [{ name: 'x' }],
      subjects: 2,
    });
  });
  it('lets no text of a report draw on the terminal', () => {
    const evil = '\u001b[2J\u202eok\nSTATUS';
    const hostile = row({
      subject: evil,
      signer: evil,
      issuer: evil,
      reason: evil,
      signedTime: evil,
      digestAlgorithm: evil,
      decisionPath: [evil],
    });
    const value = report(0, [item(0, hostile)], { command: evil, at: evil, weakenings: [evil] });
    const text = renderReportsText(inspectReports([stated(value, evil)], []), true);
    expect(text).toMatch(/^[\x20-\x7e…\n]*$/);
    expect(text).not.toMatch(/^STATUS/m);
  });
});
