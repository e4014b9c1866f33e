// SPDX-License-Identifier: Apache-2.0
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { encodeCheckpoint, parseCheckpoint } from '../../src/log/checkpoint.ts';
import { attempt } from '../../src/model/malformed.ts';

// C2SP tlog-checkpoint, the example of its head.
const ROOT = 'CsUYapGGPo4dkMgIAUqom/Xajj7h2fB2MPA3j2jxq2I=';
const EXAMPLE = `example.com/behind-the-sofa\n20852163\n${ROOT}\n`;

describe('checkpoint', () => {
  it('reads the example of the specification', () => {
    const { origin, size, root, extensions } = parseCheckpoint(EXAMPLE);
    expect([origin, size, root.length, extensions]).toEqual(['example.com/behind-the-sofa', 20852163n, 32, []]);
  });

  it('keeps extension lines, and a tree of size 0', () => {
    expect(parseCheckpoint(`log\n0\n${ROOT}\none\ntwo 2\n`).extensions).toEqual(['one', 'two 2']);
  });

  it.each([
    ['no final newline', EXAMPLE.trimEnd(), 'newline'],
    ['no root', 'log\n5\n', 'fewer than three lines'],
    ['no size', `log\n${ROOT}\n`, 'fewer than three lines'],
    ['an empty origin', `\n5\n${ROOT}\n`, 'empty line'],
    ['an empty extension line', `log\n5\n${ROOT}\n\nx\n`, 'empty line'],
    ['a leading zero', `log\n05\n${ROOT}\n`, 'tree size'],
    ['a sign', `log\n+5\n${ROOT}\n`, 'tree size'],
    ['a negative size', `log\n-5\n${ROOT}\n`, 'tree size'],
    ['white space behind the size', `log\n5 \n${ROOT}\n`, 'tree size'],
    ['an exponent', `log\n5e3\n${ROOT}\n`, 'tree size'],
    ['a size of 21 digits', `log\n${'9'.repeat(21)}\n${ROOT}\n`, 'tree size'],
    ['a root of 31 bytes', `log\n5\n${'A'.repeat(41)}A==\n`, 'root hash'],
    ['a root of 33 bytes', `log\n5\n${'A'.repeat(44)}\n`, '33 bytes'],
    ['an unpadded root', `log\n5\n${ROOT.slice(0, -1)}\n`, 'root hash'],
    ['a root in the URL alphabet', `log\n5\n${ROOT.replace('/', '_')}\n`, 'root hash'],
    ['a root in hexadecimal', `log\n5\n${'ab'.repeat(32)}\n`, 'root hash'],
  ])('refuses %s', (_what, text, detail) => {
    const parsed = attempt(() => parseCheckpoint(text));
    expect(parsed.ok).toBe(false);
    if (!parsed.ok) {
      expect(parsed.problem.reason).toBe('checkpoint-format');
      expect(parsed.problem.detail).toContain(detail);
    }
  });

  it('writes back whatever it has read, byte for byte', () => {
    const line = fc.stringMatching(/^[^\n]{1,20}$/u);
    const root = fc.uint8Array({ minLength: 32, maxLength: 32 });
    fc.assert(
      fc.property(
        line,
        fc.bigInt(0n, 2n ** 64n - 1n),
        root,
        fc.array(line, { maxLength: 3 }),
        (origin, size, hash, extensions) => {
          const written = encodeCheckpoint({ origin, size, root: hash, extensions });
          const read = parseCheckpoint(written);
          expect({ ...read, root: Uint8Array.from(read.root) }).toEqual({ origin, size, root: hash, extensions });
          expect(encodeCheckpoint(read)).toBe(written);
        },
      ),
    );
  });

  it('gives back the same text for every mutation that it still accepts', () => {
    fc.assert(
      fc.property(fc.nat(EXAMPLE.length - 1), fc.constantFrom('', '\n', ' ', '0', 'A', '='), (at, put) => {
        const mutated = EXAMPLE.slice(0, at) + put + EXAMPLE.slice(at + 1);
        const parsed = attempt(() => parseCheckpoint(mutated));
        if (parsed.ok) expect(encodeCheckpoint(parsed.value)).toBe(mutated);
      }),
      { numRuns: 500 },
    );
  });
});
