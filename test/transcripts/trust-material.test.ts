// SPDX-License-Identifier: Apache-2.0
import { createHash } from 'node:crypto';
import { readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { bundledTrustedRoot } from '../../src/trust/bundled.ts';
import { PROJECT, run } from '../support/cli.ts';
import { describeCorpus } from '../support/corpora.ts';

const CASES = join(PROJECT, 'fixtures/cases');

interface Shown {
  readonly at: string | null;
  readonly atSource: string;
  readonly verdict: { readonly exitCode: number };
  readonly inputs: readonly { name: string; role: string; size: number; sha256: string }[];
  readonly trustedRoots: readonly { name: string; sha256: string; origin: string; ageDays: number | null }[];
  readonly items: readonly {
    times: readonly { instant: string; trusted: boolean }[];
    checks: readonly { id: string; outcome: string; reason?: string; facts: Record<string, unknown> }[];
  }[];
  readonly run: { clock: string; trustedRootAgeDays: readonly (number | null)[] } | null;
}

function told(
  folder: string,
  words: string,
): { readonly code: number | null; readonly text: string; readonly json: Shown } {
  const cwd = join(CASES, folder);
  const args = words.split(' ');
  const { code, stdout } = run([...args, '--json'], { cwd });
  return { code, text: run(args, { cwd }).stdout, json: JSON.parse(stdout) as Shown };
}

function recordOf(folder: string, name: string, role: string) {
  const path = join(CASES, folder, name);
  const sha256 = createHash('sha256').update(readFileSync(path)).digest('hex');
  return { name, role, size: statSync(path).size, sha256 };
}

describe('a single step names every file that it read, and whom it trusted', () => {
  it.each([
    [
      'check-chain',
      'check chain leaf.pem --intermediate between.pem --root root.pem --at 2026-03-01T00:00:00Z',
      { 'root.pem': 'trust', 'leaf.pem': 'evidence', 'between.pem': 'evidence' },
      ['root.pem'],
    ],
    [
      'check-timestamp',
      'check timestamp message.tsr --data message.txt --root root.pem',
      { 'root.pem': 'trust', 'message.tsr': 'evidence', 'message.txt': 'data' },
      ['root.pem'],
    ],
    [
      'check-sct',
      'check sct leaf.pem --issuer issuer.pem --ctlog-key ctlog.pub.pem',
      { 'ctlog.pub.pem': 'key', 'leaf.pem': 'evidence', 'issuer.pem': 'evidence' },
      ['ctlog.pub.pem'],
    ],
  ])('%s', (folder, words, roles, trusted) => {
    const { code, text, json } = told(folder, words);
    expect(code).toBe(0);
    expect(json.inputs).toEqual(Object.entries(roles).map(([name, role]) => recordOf(folder, name, role)));
    const named = trusted.map((name) => ({ name, sha256: recordOf(folder, name, '').sha256 }));
    expect(json.trustedRoots).toEqual(named.map((one) => expect.objectContaining(one)));
    for (const { name, sha256 } of named) expect(text).toContain(`  ${name}, age unknown\n    sha256 ${sha256}\n`);
    expect(text).not.toContain('none was needed');
  });

  it('with the certificate that must have signed, and the authority of a verification', () => {
    const tsa = told(
      'check-timestamp',
      'check timestamp message.tsr --data message.txt --root root.pem --tsa-cert root.pem',
    );
    expect(tsa.code).toBe(3);
    expect(tsa.json.inputs.map(({ role }) => role)).toEqual(['trust', 'trust', 'evidence', 'data']);
    const folder = 'bundle-v0.3-message';
    const { json } = told(
      folder,
      'verify artifact.txt --bundle bundle.sigstore.json --key ../../keys/p256.pub.pem --timestamp-certificate-chain ../check-timestamp/root.pem',
    );
    expect(json.inputs).toContainEqual(recordOf(folder, '../check-timestamp/root.pem', 'trust'));
    expect(json.trustedRoots.map(({ name }) => name)).toEqual([
      'bundled:sigstore-public-good',
      '../check-timestamp/root.pem',
    ]);
  });
});

describe('check chain', () => {
  const words = 'check chain leaf.pem --root root.pem --at 2026-03-01T00:00:00Z --intermediate';
  it.each([
    ['README.md', 3, 'pem-invalid'],
    ['absent.pem', 4, 'input-missing'],
  ])('takes an intermediate for evidence: %s is exit %i, %s', (name, exit, reason) => {
    const { code, json } = told('check-chain', `${words} ${name}`);
    expect(code).toBe(exit);
    const { checks } = json.items[0]!;
    expect(checks.flatMap((check) => (check.outcome === 'passed' ? [] : [check.reason]))).toEqual(
      expect.arrayContaining([reason]),
    );
    expect(checks.find(({ id }) => id === 'chain.path')?.outcome).toBe('skipped');
  });
  it('takes a broken root for a slip of the caller', () => {
    const cwd = join(CASES, 'check-chain');
    expect(run(['check', 'chain', 'leaf.pem', '--root', 'README.md'], { cwd }).code).toBe(64);
  });
  it('keeps the clock out of what is judged', () => {
    const { json } = told('check-chain', 'check chain leaf.pem --intermediate between.pem --root root.pem');
    expect([json.at, json.atSource, json.run!.clock]).toEqual([null, 'clock', 'system (untrusted)']);
    expect(JSON.stringify({ ...json, run: null })).not.toContain(new Date().toISOString().slice(0, 10));
  });
});

describeCorpus('pkits', (folder) => {
  it('BadSignedCACert: a malformed intermediate is exit 3, with its reason', () => {
    const at = (name: string) => join(folder, 'certs', name);
    const leaf = at('ValidCertificatePathTest1EE.crt');
    const trusted = ['--root', at('TrustAnchorRootCertificate.crt'), '--at', '2026-06-01T00:00:00Z'];
    const { code, stdout } = run([
      'check',
      'chain',
      leaf,
      '--intermediate',
      at('BadSignedCACert.crt'),
      ...trusted,
      '--json',
    ]);
    expect(code).toBe(3);
    const { checks } = (JSON.parse(stdout) as Shown).items[0]!;
    expect(checks.find(({ id }) => id === 'certificate.format')).toMatchObject({
      outcome: 'failed',
      reason: 'der-invalid',
    });
  });
});

describe('check sct', () => {
  it('takes the issuer for evidence: a broken one is exit 3', () => {
    const { code, json } = told('check-sct', 'check sct leaf.pem --issuer README.md --ctlog-key ctlog.pub.pem');
    expect(code).toBe(3);
    expect(json.items[0]!.checks.find(({ id }) => id === 'certificate.format')?.reason).toBe('pem-invalid');
  });
});

describe('check timestamp', () => {
  it('tells the time, the signer and the policy, and that it judged at that time', () => {
    const { text, json } = told('check-timestamp', 'check timestamp message.tsr --data message.txt --root root.pem');
    expect(text).toMatch(/^ {2}time {2}2026-02-01T12:00:00Z {2}trusted /m);
    expect(text).toMatch(/^ {2}name {6}CN=mint tsa,O=mint\.example$/m);
    expect(text).toMatch(/^ {12}policy = 1\.3\.6\.1\.4\.1\.57264\.2$/m);
    expect(text).toMatch(/^judged at 2026-02-01T12:00:00Z, the time that the evidence states/m);
    expect(json.items[0]!.times).toMatchObject([{ instant: '2026-02-01T12:00:00Z', trusted: true }]);
    expect([json.at, json.atSource, json.run!.clock]).toEqual([
      '2026-02-01T12:00:00Z',
      'evidence',
      'stated by the evidence',
    ]);
  });
  it('trusts no time of a token over other data', () => {
    const { code, json } = told('check-timestamp', 'check timestamp message.tsr --data README.md --root root.pem');
    expect(code).toBe(2);
    expect(json.items[0]!.times).toMatchObject([{ instant: '2026-02-01T12:00:00Z', trusted: false }]);
  });
});

describe('selftest', () => {
  it('tells how many vectors were run', () => {
    const { text } = told('selftest-vector', 'selftest --vectors vectors.json');
    expect(text).toMatch(/^ {12}tests = 1\n {12}passed = 1\n {12}failed = 0\n {12}unsupported = 0$/m);
  });
});

describe('the bundled root', () => {
  const words =
    'verify artifact.txt --bundle bundle.sigstore.json --certificate-identity a@b.example --certificate-oidc-issuer https://b.example';
  const issued = Number(bundledTrustedRoot().origin.issuedAt! / 86_400_000_000_000n);
  it('carries the package that it came from, and its age by the clock stands in run', () => {
    const { json, text } = told('bundle-v0.3-message', words);
    const [root] = json.trustedRoots;
    expect(root!.origin).toMatch(/@sigstore\/tuf \d+\.\d+\.\d+, published \d{4}-\d\d-\d\dT/);
    expect(root!.ageDays).toBeNull();
    const [age] = json.run!.trustedRootAgeDays;
    expect(Math.abs(age! - (Math.floor(Date.now() / 86_400_000) - issued))).toBeLessThanOrEqual(1);
    expect(text).toContain(
      `bundled:sigstore-public-good, ${age! < 0 ? `issued ${-age!} days later` : `${age} days old`}`,
    );
    expect(text.replace(/\s+/g, ' ')).toContain('from @sigstore/tuf');
  });
  it('has its age at the instant that was asked for', () => {
    const { json } = told('bundle-v0.3-message', `${words} --at 2026-12-31T00:00:00Z`);
    expect([json.trustedRoots[0]!.ageDays, json.run!.trustedRootAgeDays]).toEqual([287, [287]]);
  });
  it('is neither told nor too old where a plain key decides alone', () => {
    const keyed =
      'verify artifact.txt --bundle artifact.dsse.json --key ../../keys/p256.pub.pem --at 2026-12-31T00:00:00Z';
    const { json } = told('dsse-key-p256', `${keyed} --max-root-age 1d`);
    expect([json.verdict.exitCode, json.trustedRoots]).toEqual([0, []]);
    const asked = told('bundle-v0.3-message', `${words} --at 2026-12-31T00:00:00Z --max-root-age 1d`).json;
    expect(asked.items.flatMap(({ checks }) => checks).find(({ id }) => id === 'trust.age')).toMatchObject({
      reason: 'trusted-root-age',
    });
    const named = told('dsse-key-p256', `${keyed} --trusted-root ../../shared/trusted-root.json`).json;
    expect(named.trustedRoots.map(({ name }) => name)).toEqual(['../../shared/trusted-root.json']);
  });
});
