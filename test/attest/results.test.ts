// SPDX-License-Identifier: Apache-2.0
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { BuildLevels } from '../../src/attest/build-levels.ts';
import type { Effect, Judgement } from '../../src/model/policy.ts';
import { PROJECT, run } from '../support/cli.ts';
import { runAllowed, scratch } from './support.ts';

const folder = scratch();
const key = (name: string) => join(PROJECT, 'fixtures/keys', name);
const CASE = join(PROJECT, 'fixtures/cases/dsse-key-ed25519');
const AT = '2026-03-01T00:00:00Z';
const artifact = join(CASE, 'artifact.txt');
const verify = (by: string) => [
  ...['verify', artifact, '--bundle', join(CASE, 'artifact.dsse.json'), '--key', key(`${by}.pub.pem`), '--at', AT],
];
const attest = (format: string, path: string) => [
  ...['--attest-results', format, '--results-path', path, '--verifier-id', 'https://verifier.example/v1'],
  ...['--resource-uri', 'pkg:generic/artifact@1', '--signer', 'key', '--signing-key', key('p256.UNSAFE.pem')],
];

it.each([
  ['vsa', 'https://slsa.dev/verification_summary/v1'],
  ['svr', 'https://in-toto.io/attestation/svr/v0.2'],
])('what passed is signed as %s, and verifies with both engines', (format, type) => {
  const path = join(folder, `${format}.json`);
  const made = runAllowed([...verify('ed25519'), ...attest(format, path)]);
  expect(made.code, made.stderr).toBe(0);
  const words = ['verify', artifact, '--bundle', path, '--key', key('p256.pub.pem'), '--type', type, '--at', AT];
  for (const engine of ['native', 'noble', 'dual']) expect(run([...words, '--engine', engine]).code).toBe(0);
  const { payload } = JSON.parse(readFileSync(path, 'utf8')) as { payload: string };
  const { predicate, subject } = JSON.parse(Buffer.from(payload, 'base64').toString());
  expect(subject).toHaveLength(1);
  if (format === 'vsa') {
    expect(predicate).toMatchObject({ verificationResult: 'PASSED', forensicVerify_judgedAt: AT });
    // When it was done, by the clock: --at does not date it back.
    expect(predicate.timeVerified).not.toBe(AT);
    expect(predicate.verifiedLevels).toEqual(['SLSA_BUILD_LEVEL_UNEVALUATED']);
    expect(predicate.policy.uri).toBe(`urn:forensic-verify:policy:sha256:${predicate.policy.digest.sha256}`);
    expect(predicate.inputAttestations).toHaveLength(1);
  } else {
    expect(predicate.timeCreated).not.toBe(AT);
    expect(predicate.properties).toContain(`FORENSIC_VERIFY_JUDGED_AT_${AT}`);
    expect(predicate.properties).toContain('FORENSIC_VERIFY_SIGNATURE_VALID');
  }
});

it('nothing is signed for what was refused, is open, or passed with a warning', () => {
  const path = join(folder, 'none.json');
  const refused = runAllowed([...verify('p256'), ...attest('vsa', path)]);
  expect([refused.code, existsSync(path)]).toEqual([3, false]);
  // Without the artifact: INDETERMINATE.
  const words = ['verify', join(CASE, 'artifact.dsse.json'), '--key', key('ed25519.pub.pem'), '--at', AT];
  const open = runAllowed([...words, ...attest('svr', path)]);
  expect([open.code, existsSync(path)]).toEqual([4, false]);
  expect(open.stderr).toContain('nothing is attested');
  const unchecked = runAllowed([...verify('ed25519'), '--check-claims=false', ...attest('svr', path)]);
  expect(unchecked.code).not.toBe(0);
  expect(existsSync(path)).toBe(false);
});

it('a call that asks for less than it needs, or for what it cannot have, is a usage error', () => {
  const path = join(folder, 'none.json');
  for (const left of ['--results-path', '--verifier-id', '--resource-uri', '--signer']) {
    const words = attest('vsa', path);
    words.splice(words.indexOf(left), 2);
    expect(runAllowed([...verify('ed25519'), ...words]).code, left).toBe(64);
  }
  expect(run([...verify('ed25519'), '--verifier-id', 'https://x']).code).toBe(64);
  expect(existsSync(path)).toBe(false);
});

it('is on record, and where it cannot be made there is one document that says so', () => {
  const log = join(folder, 'audit.jsonl');
  const ed = key('ed25519.UNSAFE.pem');
  const opened = runAllowed([
    ...['custody', 'open', log, '--origin', 'l.example/s', '--case', 's', '--actor', 'ann', '--role', 'custodian'],
    ...['--signing-key', ed, '--checkpoint-key', key('ed25519.pub.pem'), '--purpose', 'signings'],
  ]);
  expect(opened.code, opened.stderr).toBe(0);
  const path = join(folder, 'recorded.json');
  const made = runAllowed([...verify('ed25519'), ...attest('vsa', path), '--audit-log', log, '--audit-key', ed]);
  expect(made.code, made.stderr).toBe(0);
  expect(readFileSync(log, 'utf8').split('\n')).toHaveLength(3);
  const nowhere = join(folder, 'absent', 'o.json');
  const failed = runAllowed([...verify('ed25519'), ...attest('vsa', nowhere), '--json']);
  expect(failed.code).toBe(74);
  expect(JSON.parse(failed.stdout)).toMatchObject({ exitCode: 74 });
});

describe('verifiedLevels', () => {
  const BUILT = join(PROJECT, 'fixtures/cases/builder-of-level-2--policy-slsa-level');
  const builder = () => readFileSync(join(BUILT, 'policy.yaml'), 'utf8').match(/id: "([^"]+)", level: 2/)?.[1];
  const levels = (policy: string): { code: number | null; levels: unknown } => {
    const [file, path] = [join(folder, 'policy.yaml'), join(folder, `levels-${count++}.json`)];
    writeFileSync(file, policy);
    const { command } = JSON.parse(readFileSync(join(BUILT, 'expect.json'), 'utf8')) as { command: string[] };
    const words = command.map((word) =>
      word === 'policy.yaml' ? file : /^(artifact|bundle|\.\.)/.test(word) ? join(BUILT, word) : word,
    );
    const { code } = runAllowed([...words, ...attest('vsa', path)]);
    if (!existsSync(path)) return { code, levels: null };
    const { payload } = JSON.parse(readFileSync(path, 'utf8')) as { payload: string };
    return { code, levels: JSON.parse(Buffer.from(payload, 'base64').toString()).predicate.verifiedLevels };
  };
  let count = 0;
  const table = (level: number, asked: number | null) =>
    [
      'policy: forensic-verify/policy@v1',
      'name: levels',
      ...(asked === null
        ? [`require: { builder_id: "${builder()}" }`]
        : [`builders: [{ id: "${builder()}", level: ${level} }]`, `require: { slsa_level: ${asked} }`]),
      '',
    ].join('\n');

  it.each([
    [1, 1, 'SLSA_BUILD_LEVEL_1'],
    [2, 1, 'SLSA_BUILD_LEVEL_2'],
    [3, 3, 'SLSA_BUILD_LEVEL_3'],
    // v0.1 had one more.
    [4, 3, 'SLSA_BUILD_LEVEL_3'],
  ])("are what the policy's table gives the builder: %i where %i is asked", (level, asked, expected) => {
    expect(levels(table(level, asked))).toEqual({ code: 0, levels: [expected] });
  });
  it('are unevaluated where no rule asks, whatever the provenance says', () => {
    expect(levels(table(3, null))).toEqual({ code: 0, levels: ['SLSA_BUILD_LEVEL_UNEVALUATED'] });
  });
  it('are none where the rule is not met: nothing is attested', () => {
    const short = readFileSync(join(BUILT, 'policy.yaml'), 'utf8');
    expect(levels(short)).toEqual({ code: 3, levels: null });
  });

  const rule = (level: unknown, effect: Effect = 'satisfied') => ({
    judgements: [
      { rule: '/require/slsa_level', check: 'policy.slsa_level', at: 'a', effect, reason: null, seen: { level } },
    ] as Judgement[],
  });
  const of = (rows: readonly (readonly [readonly string[], ReturnType<typeof rule>])[]) => {
    const all = new BuildLevels();
    for (const [subjects, item] of rows) all.add(subjects, item);
    return all.verified();
  };
  it('are the least of all subjects, and of a subject the highest that an item has established', () => {
    const none = { judgements: [] };
    expect(of([])).toEqual(['SLSA_BUILD_LEVEL_UNEVALUATED']);
    expect(
      of([
        [['a'], rule(3)],
        [['b'], rule(2)],
      ]),
    ).toEqual(['SLSA_BUILD_LEVEL_2']);
    expect(
      of([
        [['a'], rule(3)],
        [['b'], none],
      ]),
    ).toEqual(['SLSA_BUILD_LEVEL_UNEVALUATED']);
    expect(
      of([
        [['a'], none],
        [['a'], rule(3)],
        [['a'], none],
      ]),
    ).toEqual(['SLSA_BUILD_LEVEL_3']);
    expect(of([[['a'], { judgements: [...rule(3).judgements, ...rule(1).judgements] }]])).toEqual([
      'SLSA_BUILD_LEVEL_1',
    ]);
  });
  it.each(['rejects', 'warns', 'waived', 'not-required'] as const)('count no rule that is not met: %s', (effect) => {
    expect(of([[['a'], rule(3, effect)]])).toEqual(['SLSA_BUILD_LEVEL_UNEVALUATED']);
  });
  it.each([0, -1, 1.5, '3', null, undefined])('count no level that is none: %s', (level) => {
    expect(of([[['a'], rule(level)]])).toEqual(['SLSA_BUILD_LEVEL_UNEVALUATED']);
  });
});
