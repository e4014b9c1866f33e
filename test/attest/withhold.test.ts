// SPDX-License-Identifier: Apache-2.0
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { withhold } from '../../src/attest/withhold.ts';

const PIN = '4711-secret-pin/+é';
const octets = Buffer.from(PIN);

describe('what a plugin says of a value that it was given', () => {
  it.each([
    ['as it stands', PIN],
    ['in capitals', PIN.toUpperCase()],
    ['in base64', octets.toString('base64')],
    ['in base64 for URLs', octets.toString('base64url')],
    ['in base64 with a line end', Buffer.from(`${PIN}\n`).toString('base64')],
    ['in hexadecimal', octets.toString('hex')],
    ['in hexadecimal, in capitals', octets.toString('hex').toUpperCase()],
    ['in hexadecimal, pair by pair', octets.toString('hex').match(/../g)!.join(':')],
    ['in a URL', encodeURIComponent(PIN)],
    ['in JSON', JSON.stringify(PIN).slice(1, -1)],
  ])('%s is withheld', (_, said) => {
    expect(withhold(`bad PIN ${said}.`, [PIN])).toMatch(/^bad PIN \[withheld\](?:o=)?\.$/);
  });

  it('is withheld inside a longer text in base64, wherever it stands in it', () => {
    fc.assert(
      fc.property(
        fc.stringMatching(/^[ -~]{8,20}$/),
        fc.string({ maxLength: 9 }),
        fc.string(),
        (pin, before, after) => {
          fc.pre(pin.trim() === pin);
          const said = Buffer.from(before + pin + after).toString('base64');
          const left = Buffer.from(withhold(said, [pin]).replace('[withheld]', ''), 'base64').toString();
          expect(withhold(said, [pin])).toContain('[withheld]');
          expect(left.includes(pin) && !(before + after).includes(pin)).toBe(false);
        },
      ),
    );
  });

  it('leaves everything else as it is', () => {
    expect(withhold('the token refuses the PIN 4711', [PIN, ''])).toBe('the token refuses the PIN 4711');
    expect(withhold('a.b and axb', ['a.b'])).toBe('[withheld] and axb');
  });

  it('of two values, nothing is left of the longer one', () => {
    expect(withhold('pin abcdef', ['abc', 'abcdef'])).toBe('pin [withheld]');
  });
});
