// SPDX-License-Identifier: Apache-2.0
import { describe, expect, it } from 'vitest';
import { ALGORITHMS } from '../../src/crypto/algorithms.ts';
import { parseJson } from '../../src/encoding/json.ts';
import { type AnswerGroup, askGroup, differs } from '../../src/kit/known-answers/answer.ts';
import { SIGNATURES } from '../../src/kit/known-answers/signatures.ts';
import { embeddedCases } from '../../src/kit/known-answers/verdicts.ts';
import { ANSWERS, askAll } from '../../src/kit/known-answers.ts';
import { selftestRecord } from '../../src/kit/record.ts';
import { EXIT_CODES } from '../../src/policy/exit-code.ts';

describe('known answers', () => {
  it('are all given, and by name', async () => {
    const answers = await askAll();
    expect(answers.filter(differs)).toEqual([]);
    const names = answers.map(({ group, name }) => `${group} ${name}`);
    expect(new Set(names).size).toBe(names.length);
  });
  it('ask every scheme, by every engine, good and bad', () => {
    for (const scheme of Object.keys(ALGORITHMS))
      for (const engine of ['native', 'noble', 'dual'])
        for (const what of ['good', 'other message', 'altered', 'half'])
          expect(SIGNATURES.answers.map(({ name }) => name)).toContain(`${scheme} ${engine} ${what}`);
  });
  it('come to every exit code that is a verdict', () => {
    const verdicts = Object.keys(EXIT_CODES)
      .map(Number)
      .filter((code) => code < 9);
    expect([...new Set(embeddedCases().map(({ expected }) => expected.exitCode))].sort()).toEqual(verdicts);
  });
});

describe('another answer', () => {
  const group = (ask: () => string): AnswerGroup => ({ name: 'g', answers: [{ name: 'n', expected: 'yes', ask }] });
  it('differs, and what is thrown is one', async () => {
    expect((await askGroup(group(() => 'no'))).filter(differs)).toHaveLength(1);
    const thrown = await askGroup(
      group(() => {
        throw new RangeError('x');
      }),
    );
    expect(thrown).toEqual([{ group: 'g', name: 'n', expected: 'yes', found: 'threw RangeError: x' }]);
  });
  it.each(ANSWERS.map((one) => [one.name, one] as const))('%s: each known answer is compared', async (_, one) => {
    const altered = { ...one, answers: one.answers.map((answer) => ({ ...answer, expected: `${answer.expected}!` })) };
    expect((await askGroup(altered)).filter(differs)).toHaveLength(one.answers.length);
  });
});

describe('the record', () => {
  const read = (bytes: Uint8Array) => parseJson(bytes) as { [name: string]: unknown };
  const given = [{ group: 'g', name: 'n', expected: 'yes', found: 'yes' }];
  it('passes only where something was asked and every answer is the known one', () => {
    expect(read(selftestRecord(given, '1', null))).toMatchObject({ asked: 1, differing: 0, passed: true });
    expect(read(selftestRecord([{ ...given[0]!, found: 'no' }], '1', null))).toMatchObject({
      differing: 1,
      passed: false,
    });
    expect(read(selftestRecord([], '1', null))['passed']).toBe(false);
  });
  it('says by one digest what was asked, whatever was answered', () => {
    const of = (found: string, expected = 'yes') =>
      read(selftestRecord([{ ...given[0]!, expected, found }], '1', null))['answersSha256'];
    expect(of('yes')).toBe(of('no'));
    expect(of('yes')).not.toBe(of('yes', 'no'));
  });
});
