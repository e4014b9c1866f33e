// SPDX-License-Identifier: Apache-2.0
import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { PROJECT, run } from '../support/cli.ts';

const cwd = join(PROJECT, 'fixtures/cases/word-taken--path-examiner-time');
const REST = ['--trusted-root', '../../shared/trusted-root.json', '--at', '2026-03-01T00:00:00Z'];
const SAN = 'https://code.mint.example/acme/app/.workflows/release.yml@refs/heads/main';
const ISSUER = 'https://issuer.mint.example';
const WHO = ['--certificate-identity', SAN, '--certificate-oidc-issuer', ISSUER];
const SIGNER = `signer: [{ identity: "${SAN}", issuer: "${ISSUER}" }]`;
const SAID = ['--signed-at', '2026-02-01T12:00:00Z'];
const scratch = mkdtempSync(join(tmpdir(), 'fv-word-'));

interface Item {
  readonly checks: readonly { readonly id: string; readonly outcome: string; readonly reason?: string }[];
  readonly judgements: readonly { readonly check: string; readonly rule: string; readonly effect: string }[];
  readonly summary: readonly { readonly trustStatus: string }[];
}

function verify(policy: string | null, ...words: string[]) {
  const path = join(scratch, 'policy.yaml');
  if (policy !== null) writeFileSync(path, `policy: forensic-verify/policy@v1\nname: n\n${policy}`);
  const given = policy === null ? [] : ['--policy', path];
  const all = ['verify', 'artifact.txt', '--bundle', 'bundle.sigstore.json', ...REST, ...given, ...words, '--json'];
  const { code, stdout } = run(all, { cwd });
  const report = JSON.parse(stdout) as { items: Item[]; weakenings: string[] };
  const [item] = report.items;
  const effects = Object.fromEntries(item!.judgements.map(({ check, effect }) => [check, effect]));
  const reasons = item!.checks.flatMap(({ id, outcome, reason }) => (outcome === 'passed' ? [] : [[id, reason]]));
  return { code, effects, reasons, item: item!, weakenings: report.weakenings };
}

const TAKES = 'checks: { time.threshold: warn }\nrequire: { examiner_time: true }\n';
const LOUD = /examiner's own word decides the windows of certificates/;

describe("the examiner's word on when a certificate signed", () => {
  it('is told without a policy, and decides nothing', () => {
    const { code, reasons } = verify(null, ...WHO, ...SAID);
    expect(code).toBe(3);
    expect(reasons).toEqual([
      ['time.threshold', 'time-absent'],
      ['certificate.path', 'path-examiner-time'],
    ]);
  });
  it('decides under a policy that takes it, loudly, and changes no fact by that', () => {
    const { code, effects, item, weakenings } = verify(TAKES, ...WHO, ...SAID);
    expect(code).toBe(1);
    expect([effects['certificate.path'], effects['time.threshold']]).toEqual(['warns', 'warns']);
    expect(weakenings.join()).toMatch(LOUD);
    expect(item.checks).toEqual(verify(null, ...WHO, ...SAID).item.checks);
    expect(item.summary[0]!.trustStatus).toBe('expired');
  });
  it('counts towards no threshold', () => {
    expect(verify('require: { examiner_time: true }\n', ...WHO, ...SAID)).toMatchObject({
      code: 3,
      effects: { 'certificate.path': 'warns', 'time.threshold': 'rejects' },
    });
    const counted = 'checks: { time.threshold: warn }\nrequire: { examiner_time: true, thresholds: { times: 1 } }\n';
    expect(verify(counted, ...WHO, ...SAID)).toMatchObject({ code: 3, effects: { 'policy.thresholds': 'rejects' } });
  });
  it('lets rules read what stands under it, and only where it is taken', () => {
    const ask = (word: boolean) =>
      `checks: { time.threshold: warn, certificate.path: warn }\nrequire:\n  ${SIGNER}\n  signed_between: { not_before: 2026-02-01T00:00:00Z }\n${word ? '  examiner_time: true\n' : ''}`;
    expect(verify(ask(true), ...SAID)).toMatchObject({
      code: 1,
      effects: {
        'policy.signer': 'satisfied',
        'policy.signed_between': 'satisfied',
        'certificate.identity': 'not-required',
      },
    });
    expect(verify(ask(false), ...SAID)).toMatchObject({ code: 3, effects: { 'policy.signer': 'rejects' } });
    const late = ask(true).replace('2026-02-01', '2026-02-02');
    expect(verify(late, ...SAID)).toMatchObject({ code: 3, effects: { 'policy.signed_between': 'rejects' } });
    expect(verify(ask(true).replace('release', 'other'), ...SAID).code).toBe(3);
  });
  it.each<[string, string[], string]>([
    ['is not given', [], 'prerequisite-not-passed'],
    [
      'is about a time when the certificate did not hold',
      ['--signed-at', '2026-02-02T12:00:00Z'],
      'prerequisite-not-passed',
    ],
    ['is about the future of the instant', ['--signed-at', '2026-03-01T00:00:01Z'], 'prerequisite-not-passed'],
  ])('that %s is none', (_what, said, reason) => {
    const { code, reasons } = verify(TAKES, ...WHO, ...said);
    expect(code).toBe(3);
    expect(reasons).toContainEqual(['certificate.path', reason]);
  });
  it('decides the window that was asked for, or does not', () => {
    const inside = verify(TAKES, ...WHO, ...SAID, '--not-before', '2026-01-01T00:00:00Z');
    expect(inside).toMatchObject({ code: 1, effects: { 'time.window': 'warns' } });
    const outside = verify(TAKES, ...WHO, ...SAID, '--not-before', '2026-02-02T00:00:00Z');
    expect(outside).toMatchObject({ code: 3, effects: { 'time.window': 'rejects' } });
    expect(outside.reasons).toContainEqual(['time.window', 'time-window-unproven']);
  });
  it.each<[string, number, string]>([
    ['that says no', 3, 'require: { examiner_time: false }'],
    ['that takes it too', 1, 'require: { examiner_time: true }'],
    ['that says nothing of it, as of modes', 1, 'fallback: fail'],
  ])('is not taken against a scope %s', (_what, code, scope) => {
    const scoped = `${TAKES}scopes:\n  - name: s\n    match: { names: [artifact.txt] }\n    ${scope}\n`;
    expect(verify(scoped, ...WHO, ...SAID).code).toBe(code);
  });
  it('is not taken where one scope does and another is silent, nor by --strict', () => {
    const scope = (name: string, rule: string) =>
      `  - name: ${name}\n    match: { names: [artifact.txt] }\n    ${rule}\n`;
    const taken = scope('s', 'require: { examiner_time: true }');
    const base = 'checks: { time.threshold: warn }\nscopes:\n';
    expect(verify(base + taken, ...WHO, ...SAID).code).toBe(1);
    const both = verify(base + taken + scope('t', 'fallback: fail'), ...WHO, ...SAID);
    expect(both.code).toBe(3);
    expect(both.weakenings.join()).not.toMatch(LOUD);
    const strict = verify(TAKES, ...WHO, ...SAID, '--strict');
    expect(strict).toMatchObject({ code: 3, effects: { 'certificate.path': 'rejects' } });
    expect(strict.weakenings).toEqual([]);
  });
});
