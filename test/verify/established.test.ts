// SPDX-License-Identifier: Apache-2.0
import { describe, expect, it } from 'vitest';
import { type Check, notPassed } from '../../src/model/check.ts';
import { DEFAULT_POLICY } from '../../src/model/policy.ts';
import type { ItemFacts } from '../../src/model/report.ts';
import { judge } from '../../src/policy/judge.ts';
import { established, notEstablished } from '../../src/verify/established.ts';
import { SIGNED, VERIFIED } from '../policy/product.ts';
import { effective, rulesOf } from '../policy/support.ts';

const at = { evidence: 'e', pointer: '' };
const replaced = (...checks: readonly Check[]): ItemFacts => {
  const without = SIGNED.item.checks.filter(({ id }) => !checks.some((one) => one.id === id));
  return { ...SIGNED.item, checks: [...without, ...checks] };
};
const ASKED = 'the signer is the one that was asked for';
const BY_RULES = 'the signer is one that the rules ask for';

describe('that the signer is the one asked for', () => {
  const said = (item: ItemFacts) => {
    const judged = judge(item, DEFAULT_POLICY);
    return [established(item, judged).includes(ASKED), notEstablished(item, judged).includes(`that ${ASKED}`)];
  };
  it('is said where the certificate is somebody', () => {
    expect(said(SIGNED.item)).toEqual([true, false]);
  });
  it.each([
    ['certificate.format', 'certificate-format'],
    ['certificate.path', 'path-not-found'],
    ['sct.threshold', 'sct-absent'],
    ['log.threshold', 'log-unknown'],
    ['time.threshold', 'time-absent'],
  ] as const)('is not said where %s did not pass, whatever name stands in it', (id, reason) => {
    expect(said(replaced(notPassed(id, at, reason, 'd')))).toEqual([false, true]);
  });
});

describe('that the signer is one the rules ask for', () => {
  const rules = rulesOf('signer', [{ identity: 'https://ci.example/release', issuer: 'https://issuer.example' }]);
  const question = notPassed('certificate.identity', at, 'identity-not-asked', 'd');
  const said = (item: ItemFacts) => {
    const judged = judge(item, DEFAULT_POLICY, effective({ rules }), VERIFIED);
    return [established(item, judged).includes(BY_RULES), notEstablished(item, judged).includes(`that ${BY_RULES}`)];
  };
  it('is said where they are met', () => {
    expect(said(replaced(question))).toEqual([true, false]);
  });
  it('is not said where the certificate was never logged', () => {
    expect(said(replaced(question, notPassed('sct.threshold', at, 'sct-absent', 'd')))).toEqual([false, true]);
  });
});
