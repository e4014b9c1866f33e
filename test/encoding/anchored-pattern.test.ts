// SPDX-License-Identifier: Apache-2.0
import fc from 'fast-check';
import { beforeAll, describe, expect, it } from 'vitest';
import { anchoredPattern, exactText, loadPatternEngine, takesAnyone } from '../../src/encoding/anchored-pattern.ts';
import { LIMITS } from '../../src/encoding/limits.ts';

beforeAll(loadPatternEngine);

const pattern = (text: string) => anchoredPattern(text, (why) => new Error(why));

describe('anchored patterns', () => {
  it.each([
    ['^a$', 'a', 'ab'],
    ['^(a|b)$', 'b', 'a|b'],
    ['^a[|$]$', 'a|', 'a'],
    ['^a\\|b$', 'a|b', 'a'],
    ['^a\\$$', 'a$', 'a'],
    ['^[]$|]$', ']', 'a'],
    ['^[^]|]$', 'a', '|'],
    ['^[[:alpha:]|]$', '|', '1'],
    ['^\\Qa|b\\E$', 'a|b', 'a'],
    ['^.*$', 'x', 'x\ny'],
    ['^(?i)a$', 'A', 'B'],
    ['^(?m)a$', 'a', 'a\nb'],
  ])('%s takes %j and not %j', (text, yes, no) => {
    const match = pattern(text);
    expect(match).toMatchObject({ kind: 'pattern', text });
    expect(match.matches(yes)).toBe(true);
    expect(match.matches(no)).toBe(false);
  });

  it.each([
    ['', 'is empty'],
    ['a', 'does not begin'],
    ['a$', 'does not begin'],
    ['(^a$)', 'does not begin'],
    ['^a', 'does not end'],
    ['^a\\$', 'does not end'],
    ['^a[$]', 'does not end'],
    ['^\\Qa$', 'does not end'],
    ['^(a$)', 'does not end'],
    ['^a|b$', 'alternatives'],
    ['^a$|^b$', 'alternatives'],
    ['^(a)|[b]$', 'alternatives'],
    ['^[[:alpha:]]|b$', 'alternatives'],
    ['^$', 'the empty text'],
    ['^($', 'RE2'],
    ['^(?=a)$', 'RE2'],
    ['^(a)\\1$', 'RE2'],
    [`^${'\\pL{500}'.repeat(40)}$`, 'repeats too much'],
    [`^${'a'.repeat(LIMITS.identityPatternCharacters)}$`, 'longer'],
  ])('%s is refused: %s', (text, why) => {
    expect(() => pattern(text)).toThrow(why);
  });

  it('is linear where a backtracking engine is not', () => {
    const started = performance.now();
    expect(pattern('^(a+)+b$').matches('a'.repeat(LIMITS.identityCharacters))).toBe(false);
    expect(performance.now() - started).toBeLessThan(5000);
  });

  it('takes a literal as it stands, and nothing around it', () => {
    fc.assert(
      fc.property(fc.stringMatching(/^[a-z./:@-]{1,20}$/), fc.stringMatching(/^[a-z]{1,3}$/), (literal, more) => {
        const match = pattern(`^${literal.replaceAll(/[./-]/g, '\\$&').replaceAll('\\/', '/')}$`);
        expect(match.matches(literal)).toBe(true);
        expect(match.matches(literal + more)).toBe(false);
        expect(match.matches(more + literal)).toBe(false);
        expect(match.matches(`${literal}\n`)).toBe(false);
      }),
    );
  });

  it('tells a pattern that takes anyone', () => {
    expect(takesAnyone(pattern('^.*$'))).toBe(true);
    expect(takesAnyone(pattern('^https://.*$'))).toBe(false);
    expect(takesAnyone(exactText('z'))).toBe(false);
  });

  it('compares an exact text octet by octet', () => {
    expect(exactText('A').matches('a')).toBe(false);
    expect(exactText('.*').matches('x')).toBe(false);
    expect(exactText('x').matches('x')).toBe(true);
  });
});
