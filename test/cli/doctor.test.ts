// SPDX-License-Identifier: Apache-2.0
import { createHash } from 'node:crypto';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { type Asked, type Examination, examine } from '../../src/cli/doctor/examination.ts';
import { doctorText } from '../../src/cli/doctor/text.ts';
import { parseDuration } from '../../src/encoding/duration.ts';
import { parseRfc3339 } from '../../src/encoding/rfc3339.ts';
import { PROJECT, run } from '../support/cli.ts';

const folder = mkdtempSync(join(tmpdir(), 'forensic-verify-doctor-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));
const BUNDLE = join(PROJECT, 'fixtures/cases/bundle-v0.3-message/bundle.sigstore.json');
const REKOR_V2 = join(PROJECT, 'fixtures/cases/rekor-v2-message/bundle.sigstore.json');

function asked(now: string, more: Partial<Asked> = {}): Asked {
  return {
    now: parseRfc3339(now).time,
    evidence: [],
    sums: null,
    maxRootAge: parseDuration('180d'),
    store: null,
    ...more,
  };
}
const wrong = ({ remarks }: Examination) =>
  remarks.filter(({ severity }) => severity === 'wrong').map(({ says }) => says);
const attention = ({ remarks }: Examination) =>
  remarks.filter(({ severity }) => severity === 'attention').map(({ says }) => says);

describe('the clock', () => {
  it('before the trust that the build carries is wrong', async () => {
    const found = await examine(asked('2026-03-01T00:00:00Z'));
    expect(wrong(found)).toEqual([
      'the clock says 2026-03-01T00:00:00Z, and this build carries trust of 2026-03-18T21:29:28.719Z',
    ]);
  });
  it.each([
    ['a log entry', BUNDLE],
    ['a timestamp', REKOR_V2],
  ])('before %s is wrong, and the claim is called one', async (_, file) => {
    const [says] = wrong(await examine(asked('2026-01-31T00:00:00Z', { evidence: [file] }))).slice(1);
    expect(says).toMatch(/speaks of 2026-02-01T12:00:0\dZ \(claimed, not verified\)$/);
  });
  it('behind both is right; evidence without a time is remarked on', async () => {
    const found = await examine(asked('2026-04-01T00:00:00Z', { evidence: [BUNDLE] }));
    expect(wrong(found)).toEqual([]);
    const other = await examine(asked('2026-04-01T00:00:00Z', { evidence: [join(PROJECT, 'package.json')] }));
    expect(attention(other).join()).toContain('package.json names no time');
  });
});

describe('trust', () => {
  it('is told with fingerprints, and remarked on where it is old', async () => {
    const young = await examine(asked('2026-04-01T00:00:00Z'));
    expect(young.trust.map(({ ageDays }) => ageDays)).toEqual([13, 13, 13]);
    expect(attention(young).join()).not.toContain('days old');
    const fingerprints = young.trust[0]!.entries.map(({ facts }) => facts['fingerprint'] ?? facts['key']);
    expect(fingerprints.every((one) => /^sha256:[0-9a-f]{64}$/.test(one!))).toBe(true);
    expect(doctorText(young, '1', false)).toContain(fingerprints[0]);
    const old = await examine(asked('2027-01-01T00:00:00Z'));
    expect(attention(old).join()).toContain('sigstore-public-good is 288 days old');
    expect(attention(old).join()).toContain('the TUF root has expired');
  });
});

describe('the program', () => {
  it('must be in the list of checksums, where one is given', () => {
    const bundle = process.env['FORENSIC_VERIFY_TEST_BUNDLE']!;
    const sums = join(folder, 'SHA256SUMS');
    const digest = createHash('sha256').update(readFileSync(bundle)).digest('hex');
    writeFileSync(sums, `${digest}  cli.cjs\n`);
    const words = ['doctor', '--max-root-age', '99999d', '--json', '--sums', sums];
    const good = run(words);
    const document = JSON.parse(good.stdout) as { program: { sha256: string }[]; exitCode: number };
    expect([good.code, document.exitCode, document.program[0]!.sha256]).toEqual([1, 1, digest]);
    writeFileSync(sums, `${'0'.repeat(64)}  cli.cjs\n`);
    expect(run(words).code).toBe(3);
  });
  it.each([
    ['an empty list', '\n', 3],
    ['what is no list', 'hello\n', 4],
    ['a list that is not there', null, 4],
  ])('%s names no program', (_, content, code) => {
    const sums = join(folder, 'sums');
    rmSync(sums, { force: true });
    if (content !== null) writeFileSync(sums, content);
    expect(run(['doctor', '--max-root-age', '99999d', '--sums', sums]).code).toBe(code);
  });
  it('evidence that is not there is missed', () => {
    expect(run(['doctor', '--max-root-age', '99999d', join(folder, 'nobody.json')]).code).toBe(4);
  });
  it('says what it may do, of this very process', () => {
    const { permissions } = JSON.parse(run(['doctor', '--json']).stdout) as {
      permissions: { right: string; granted: boolean }[];
    };
    const granted = permissions.filter((one) => one.granted).map(({ right }) => right);
    expect(granted).toEqual(['fs.read']);
  });
  it('in text keeps to 80 columns, but for what is one word', () => {
    const { stdout } = run(['doctor', '-v']);
    for (const line of stdout.split('\n')) if (line.length > 80) expect(line.trim()).not.toContain(' ');
  });
});
