// SPDX-License-Identifier: Apache-2.0
import { describe, expect, it } from 'vitest';
import { type Check, notPassed } from '../../src/model/check.ts';
import { instantFromNanoseconds } from '../../src/model/instant.ts';
import { DEFAULT_POLICY } from '../../src/model/policy.ts';
import type { EffectivePolicy, PolicyFacts } from '../../src/model/policy-document.ts';
import type { Item, ItemFacts } from '../../src/model/report.ts';
import { judge } from '../../src/policy/judge.ts';
import { summarise } from '../../src/verify/summary.ts';
import { SIGNED, SITUATIONS, VERIFIED } from '../policy/product.ts';
import { effective, NOW, OTHER_HEX, rulesOf } from '../policy/support.ts';

const at = { evidence: 'e', pointer: '' };

function statusOf(item: ItemFacts, modes: Partial<EffectivePolicy> = {}, facts: PolicyFacts | null = VERIFIED) {
  const judging = (one: ItemFacts) => judge(one, DEFAULT_POLICY, effective(modes), facts);
  const judged = judging(item);
  const whole = { ...item, ...judged } as unknown as Item;
  const [row] = summarise(whole, null, DEFAULT_POLICY, judging);
  return [judged.exitCode, row!.trustStatus];
}

const situation = (name: string) => SITUATIONS.find((one) => one.name === name)!;
const replaced = (check: Check): ItemFacts => ({
  ...SIGNED.item,
  checks: SIGNED.item.checks.map((one) => (one.id === check.id ? check : one)),
});
const OLD = { ...VERIFIED, signedAt: [instantFromNanoseconds(NOW - 91n * 86_400_000_000_000n)] };
const BUILDER = { rules: rulesOf('builder_id', 'https://b.example/three') };

describe('the trust status of a subject', () => {
  it('is valid where everything that is asked is established', () => {
    expect(statusOf(SIGNED.item)).toEqual([0, 'valid']);
  });
  it('is valid where a verified signature is only warned of for something else', () => {
    expect(statusOf(SIGNED.item, { rules: rulesOf('ttl', '90d') }, OLD)).toEqual([1, 'valid']);
    expect(statusOf(SIGNED.item, { ...BUILDER, attestMode: 'record' })).toEqual([1, 'valid']);
    const other = replaced(notPassed('statement.predicate', at, 'predicate-type-mismatch', 'd'));
    expect(statusOf(other, { attestMode: 'record' })).toEqual([1, 'valid']);
  });
  it.each([
    ['unsigned', 'unsigned'],
    ['bad signature', 'failed'],
    ['expired', 'expired'],
    ['wrong digest', 'failed'],
    ['wrong signer', 'untrusted'],
  ])('of %s is %s, refused or warned of', (name, status) => {
    const { item, facts } = situation(name);
    const modes = { requireSignature: false, attestMode: 'none' } as const;
    expect(statusOf(item, {}, facts)[1]).toBe(status);
    expect(statusOf(item, modes, facts)).toEqual([1, status]);
    expect(statusOf(item, { fallback: 'warn' }, facts)).toEqual([1, status]);
  });
  it('is not valid where what warns is the signature, the signer, the log or the artifact', () => {
    const unlogged = replaced(notPassed('log.threshold', at, 'log-unknown', 'd'));
    expect(statusOf(unlogged, { checks: { 'log.threshold': 'warn' } })).toEqual([1, 'untrusted']);
    const signer = { rules: rulesOf('signer', [{ identity: 'a', issuer: 'b' }]) };
    expect(statusOf(SIGNED.item, { ...signer, requireSignature: false, attestMode: 'record' })).toEqual([
      1,
      'untrusted',
    ]);
    const pin = { rules: rulesOf('digest', [`sha256:${OTHER_HEX}`]), fallback: 'warn' } as const;
    expect(statusOf(SIGNED.item, pin)).toEqual([1, 'failed']);
    const path = replaced(notPassed('certificate.path', at, 'path-not-found', 'd'));
    expect(statusOf(path, { checks: { 'certificate.path': 'warn' } })).toEqual([1, 'untrusted']);
  });
  it('is not valid where no mode asks for what is not established, though nothing warns', () => {
    const path = replaced(notPassed('certificate.path', at, 'path-not-found', 'd'));
    expect(statusOf(path, { checks: { 'certificate.path': 'skip' } })).toEqual([1, 'untrusted']);
    const unlogged = replaced(notPassed('log.threshold', at, 'log-unknown', 'd'));
    expect(statusOf(unlogged, { checks: { 'log.threshold': 'skip' } })).toEqual([1, 'untrusted']);
  });
  it('is untrusted where nobody was asked for, and the spec of the package does not hold', () => {
    const unasked = replaced(notPassed('certificate.identity', at, 'identity-not-asked', 'd'));
    const build = { ...VERIFIED.build, sourceRepository: 'https://github.com/example/other' };
    const spec = { rules: rulesOf('expect', { repository_uri: 'https://github.com/example/server' }) };
    const mismatch = { ...VERIFIED, build };
    expect(statusOf(unasked, { ...spec, attestMode: 'record' }, mismatch)).toEqual([1, 'untrusted']);
    expect(statusOf(SIGNED.item, { ...spec, attestMode: 'record' }, mismatch)).toEqual([1, 'valid']);
    const holds = { repository_uri: 'https://github.com/example/other' };
    expect(statusOf(unasked, { rules: rulesOf('expect', holds) }, mismatch)).toEqual([0, 'valid']);
  });
});
