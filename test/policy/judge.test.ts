// SPDX-License-Identifier: Apache-2.0
import { describe, expect, it } from 'vitest';
import { type Check, notPassed, passed, skipped } from '../../src/model/check.ts';
import { DEFAULT_POLICY, type Policy } from '../../src/model/policy.ts';
import type { ItemFacts } from '../../src/model/report.ts';
import { judge } from '../../src/policy/judge.ts';
import { EMPTY_ITEM } from '../../src/verify/compose-report.ts';

const at = { evidence: 'e', pointer: '' };
const entry = { evidence: 'e', pointer: '/verificationMaterial/tlogEntries/0' };
const signed = passed('signature.valid', at);

function judged(checks: readonly Check[], policy: Partial<Policy> = {}, item: Partial<ItemFacts> = {}) {
  return judge({ ...EMPTY_ITEM, name: 'e', kind: 'dsse', checks, ...item }, { ...DEFAULT_POLICY, ...policy });
}

describe('judge', () => {
  it('accepts where everything passed and something was proven', () => {
    expect(judged([passed('envelope.format', at), signed])).toMatchObject({
      exitCode: 0,
      decision: 'accept',
      indication: 'TOTAL-PASSED',
      sub: null,
    });
  });
  it('never accepts where nothing was proven', () => {
    expect(judged([])).toMatchObject({ exitCode: 4, decision: 'reject', indication: 'INDETERMINATE' });
    expect(judged([passed('input.read', at), passed('envelope.format', at)])).toMatchObject({
      exitCode: 4,
      decision: 'reject',
    });
  });
  it('rejects with the code of the reason', () => {
    const wrong = notPassed('subject.digest', at, 'subject-digest-mismatch', 'd');
    expect(judged([signed, wrong])).toMatchObject({ exitCode: 2, indication: 'TOTAL-FAILED', sub: 'HASH_FAILURE' });
    const absent = notPassed('subject.digest', at, 'artifact-absent', 'd');
    expect(judged([signed, absent])).toMatchObject({
      exitCode: 4,
      indication: 'INDETERMINATE',
      sub: 'SIGNED_DATA_NOT_FOUND',
    });
    const old = notPassed('trust.age', at, 'trusted-root-age', 'd');
    expect(judged([signed, old])).toMatchObject({ exitCode: 5, sub: 'TRY_LATER' });
  });
  it('puts authenticity before integrity, whatever the order', () => {
    const wrong = notPassed('subject.digest', at, 'subject-digest-mismatch', 'd');
    const forged = notPassed('signature.valid', at, 'signature-mismatch', 'd');
    expect(judged([wrong, forged])).toMatchObject({ exitCode: 3, sub: 'SIG_CRYPTO_FAILURE' });
    expect(judged([forged, wrong])).toMatchObject({ exitCode: 3, sub: 'SIG_CRYPTO_FAILURE' });
  });
  it('takes a skipped check for what it is: not done', () => {
    expect(judged([signed, skipped('statement.format', at, 'envelope.format')])).toMatchObject({
      exitCode: 3,
      decision: 'reject',
    });
    expect(judged([skipped('subject.digest', at, 'input.read')])).toMatchObject({ exitCode: 4 });
  });
  it('lets an unknown log count for nothing where enough others are known', () => {
    const unknown = [notPassed('log.key', entry, 'log-unknown', 'd'), skipped('log.promise', entry, 'log.key')];
    const enough = passed('log.threshold', at);
    expect(judged([signed, enough, ...unknown], {}, { signerKind: 'certificate' })).toMatchObject({ exitCode: 0 });
    expect(
      judged([signed, skipped('log.threshold', at, 'log.key'), ...unknown], {}, { signerKind: 'certificate' }),
    ).toMatchObject({ exitCode: 3 });
    expect(judged([signed, ...unknown], {}, { signerKind: 'key' })).toMatchObject({ exitCode: 0 });
    expect(judged([signed, ...unknown], { logThreshold: 1 }, { signerKind: 'key' })).toMatchObject({ exitCode: 3 });
  });
  it('refuses for a log that lies, however many tell the truth', () => {
    const lie = notPassed('log.entry', entry, 'log-entry-mismatch', 'd');
    expect(judged([signed, passed('log.threshold', at), lie], {}, { signerKind: 'certificate' })).toMatchObject({
      exitCode: 3,
      indication: 'TOTAL-FAILED',
    });
    expect(judged([signed, lie], {}, { signerKind: 'key' })).toMatchObject({ exitCode: 3 });
  });
  it('does not let the unknown log of one entry excuse another', () => {
    const other = { evidence: 'e', pointer: '/verificationMaterial/tlogEntries/1' };
    const unknown = notPassed('log.key', entry, 'log-unknown', 'd');
    const windowed = notPassed('log.key', other, 'log-key-window', 'd');
    expect(
      judged([signed, passed('log.threshold', at), unknown, windowed], {}, { signerKind: 'certificate' }),
    ).toMatchObject({ exitCode: 3 });
  });
  it('waives logs only where it is told to, and says so', () => {
    const lie = notPassed('log.entry', entry, 'log-entry-mismatch', 'd');
    const result = judged([signed, lie], { logThreshold: 0 }, { signerKind: 'certificate' });
    expect(result).toMatchObject({ exitCode: 0 });
    expect(result.judgements).toContainEqual(
      expect.objectContaining({ check: 'log.entry', effect: 'waived', rule: 'log.ignored' }),
    );
    const sct = notPassed('sct.signature', at, 'sct-absent', 'd');
    expect(judged([signed, sct], {}, { signerKind: 'certificate' })).toMatchObject({ exitCode: 3 });
    expect(judged([signed, sct], { certificateLogThreshold: 0 }, { signerKind: 'certificate' })).toMatchObject({
      exitCode: 0,
    });
  });
  it('makes 1 of an artifact that is not compared, never 0', () => {
    const wrong = notPassed('subject.digest', at, 'subject-digest-mismatch', 'd');
    expect(judged([signed, wrong], { checkClaims: false })).toMatchObject({
      exitCode: 1,
      decision: 'warn',
      indication: 'INDETERMINATE',
      sub: 'SIGNED_DATA_NOT_FOUND',
    });
    expect(judged([signed, passed('subject.digest', at)], { checkClaims: false })).toMatchObject({
      exitCode: 1,
      decision: 'warn',
    });
  });
  it('gives one judgement per check, in their order', () => {
    const { judgements } = judged([passed('envelope.format', at), signed]);
    expect(judgements.map(({ check, effect }) => [check, effect])).toEqual([
      ['envelope.format', 'satisfied'],
      ['signature.valid', 'satisfied'],
    ]);
  });
});
