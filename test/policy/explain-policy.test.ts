// SPDX-License-Identifier: Apache-2.0
import { mkdtempSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { encodeUtf8 } from '../../src/encoding/utf8.ts';
import { explainPolicy } from '../../src/policy/explain-policy.ts';
import { readPolicy } from '../../src/policy/read-policy.ts';
import { renderPolicyCheck, renderPolicyExplanation } from '../../src/report/policy-text.ts';
import { PROJECT, run, unwrapped } from '../support/cli.ts';

const HEAD = 'policy: forensic-verify/policy@v1\nname: a name\n';
const explained = async (text: string) => explainPolicy(await readPolicy(encodeUtf8(HEAD + text), 'p.yaml', 'aa'));
const POLICIES = join(PROJECT, 'offline-kit/policies');

describe('explainPolicy', () => {
  it('says what holds where nothing is written', async () => {
    const { parts, inForce, open } = await explained('require_signature: true\n');
    expect(inForce).toBe('always');
    expect(parts).toHaveLength(1);
    expect(parts[0]).toMatchObject({ title: 'every item', match: [], rules: [], weakens: [] });
    expect(parts[0]!.modes.map(({ sentence }) => sentence)).toEqual([
      'a signature must verify, by a signer that is trusted',
      'what an attestation lacks or contradicts refuses the item',
      'what is refused stays refused',
    ]);
    expect(open).toContain('who signs: the command line has to say it');
    expect(open).toContain('the policy has no end');
  });
  it('says each relaxation, and where it holds', async () => {
    const { parts } = await explained(
      'fallback: warn\nchecks: { sct.signature: skip }\nscopes:\n  - { name: notes, match: { names: [a.md] }, attest_mode: none }\n',
    );
    expect(parts[0]!.weakens).toEqual([
      'what would be refused is only warned of, a wrong digest included',
      'the check sct.signature is skipped',
    ]);
    expect(parts[1]!.title).toBe('the scope "notes"');
    expect(parts[1]!.match).toEqual(['its name is a.md']);
    expect(parts[1]!.weakens).toContain('nothing is asked of attestations');
    expect(parts[1]!.weakens).toContain('the check sct.signature is skipped');
  });
  it('says that a check is enforced, warned of or skipped', async () => {
    const { parts } = await explained('checks: { log.checkpoint: warn, sct.signature: skip, time.order: enforce }\n');
    expect(parts[0]!.modes.slice(3).map(({ origin, sentence }) => [origin, sentence.slice(0, 40)])).toEqual([
      ['checks.log.checkpoint', 'the check log.checkpoint only warns wher'],
      ['checks.sct.signature', 'the check sct.signature decides nothing;'],
      ['checks.time.order', 'the check time.order refuses where it do'],
    ]);
  });
  it('counts a question as open for everybody else where only a scope asks it', async () => {
    const { open } = await explained(
      'scopes:\n  - { name: a, match: { names: [x] }, require: { ttl: 90d } }\n  - { name: b, match: { names: [y] }, require: { ttl: 9d } }\n',
    );
    expect(open).toContain('how old a signature may be; asked only in the scopes "a", "b"');
    expect(open.some((line) => line.startsWith('an item that no scope is about'))).toBe(true);
  });
  it('does not call open what every item is asked', async () => {
    const { open } = await explained('expires: 2027-01-01T00:00:00Z\nrequire: { ttl: 90d, max_root_age: 90d }\n');
    expect(open.filter((line) => /how old|no end/.test(line))).toEqual([]);
  });
  it.each([
    ["identity: a, issuer_pattern: '^.*$'", ['vouched: the issuer']],
    ["identity_pattern: '^.+$', issuer: a", ['signed: the identity']],
    ["identity_pattern: '^(?s:.*)$', issuer_pattern: '^(.|x)+$'", ['signed: the identity', 'vouched: the issuer']],
  ])('a signer who may be anyone is none: %s', async (row, who) => {
    const lines = who.map((one) => `ANYONE may have ${one} pattern takes every name`);
    // Also where a stricter row stands beside it.
    const list = `require: { signer: [{ identity: b, issuer: c }, { ${row} }] }`;
    const all = await explained(`${list}\n`);
    expect(all.parts[0]!.weakens).toEqual(lines.map((line) => `${line} (require.signer)`));
    expect(all.open).toContain('who signs: the command line has to say it');
    expect(renderPolicyCheck('p.yaml', all)).toContain('  !         ANYONE may have');
    const scoped = await explained(`scopes:\n  - { name: a, match: { names: [x] }, ${list} }\n`);
    expect(scoped.parts[1]!.weakens).toEqual(lines.map((line) => `${line} (scopes[0].require.signer)`));
    expect(scoped.open).toContain('who signs: the command line has to say it');
  });
  it('a signer by a pattern that not everybody meets is one', async () => {
    const { parts, open } = await explained(
      "require: { signer: [{ identity_pattern: '^https://a/.*$', issuer: b }] }\n",
    );
    expect(parts[0]!.weakens).toEqual([]);
    expect(open.some((line) => line.startsWith('who signs'))).toBe(false);
  });
  it('shows a pattern as it is written', async () => {
    const text = renderPolicyExplanation(
      await explained("scopes:\n  - { name: a, match: { names: [{ pattern: '^a\\.b$' }] }, attest_mode: enforce }\n"),
    );
    expect(text).toContain('where its name is like ^a\\.b$');
  });
  it.each(readdirSync(POLICIES))('explains %s of the kit, rule by rule', async (file) => {
    const document = await readPolicy(readFileSync(join(POLICIES, file)), file, 'aa');
    const explanation = explainPolicy(document);
    const rules = [...document.rules, ...document.scopes.flatMap((scope) => scope.rules)];
    expect(explanation.parts.flatMap((part) => part.rules).map(({ origin }) => origin)).toEqual(
      rules.map(({ origin }) => origin),
    );
    expect(renderPolicyExplanation(explanation)).toContain('left open');
    expect(renderPolicyCheck(file, explanation)).toMatch(/: a policy that can be read\n/);
  });
});

describe('policy check', () => {
  it('says once, and as it is, what cannot be shown, and where in members of its own', () => {
    const folder = mkdtempSync(join(tmpdir(), 'fv-policy-'));
    writeFileSync(join(folder, 'p\u00e9.yaml'), `${HEAD}"\u00e9": 1\n`);
    const text = run(['policy', 'check', 'p\u00e9.yaml'], { cwd: folder });
    expect([text.code, unwrapped(text.stderr)]).toEqual([
      64,
      expect.stringContaining('p\\u{e9}.yaml:3:1: unknown key "\\u{e9}"'),
    ]);
    const json = run(['policy', 'check', 'p\u00e9.yaml', '--json'], { cwd: folder });
    expect(JSON.parse(json.stdout)).toMatchObject({ exitCode: 64, file: 'p\u00e9.yaml', line: 3, column: 1 });
  });
  it('accepts a policy and names the digest of its bytes', () => {
    const { code, stdout } = run(['policy', 'check', join(POLICIES, 'release-gate.yaml'), '--json']);
    expect(code).toBe(0);
    expect(JSON.parse(stdout)).toMatchObject({ format: 'forensic-verify/policy-check@v1', name: 'release gate' });
  });
  it.each<[string, string, RegExp]>([
    ['a typo', `${HEAD}require_signatures: true\n`, /^forensic-verify: .*:3:1: unknown key "require_signatures"/],
    ['a word that another reader takes for false', `${HEAD}require_signature: no\n`, /:3:20: .*true or false/],
  ])('refuses %s with line and column', (_what, text, message) => {
    const file = join(mkdtempSync(join(tmpdir(), 'fv-policy-')), 'p.yaml');
    writeFileSync(file, text);
    const { code, stdout, stderr } = run(['policy', 'check', file]);
    expect([code, stdout]).toEqual([64, '']);
    expect(unwrapped(stderr)).toMatch(message);
  });
  it('refuses a policy that is not there', () => {
    expect(run(['policy', 'explain', 'absent.yaml']).code).toBe(64);
    expect(JSON.parse(run(['policy', 'check', 'absent.yaml', '--json']).stdout)).toMatchObject({ exitCode: 64 });
  });
});
