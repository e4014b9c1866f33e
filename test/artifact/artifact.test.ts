// SPDX-License-Identifier: Apache-2.0
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { claimOfDigest, claimOfFile } from '../../src/artifact/artifact-claim.ts';
import { looksLikeDigest, parseDigest, parseDigestOperand } from '../../src/artifact/digest-operand.ts';

const HEX = { sha256: 'ab'.repeat(32), sha384: 'ab'.repeat(48), sha512: 'ab'.repeat(64) } as const;

describe('a digest operand', () => {
  it.each(Object.entries(HEX))('may be of %s', (algorithm, hex) => {
    expect(parseDigestOperand(`${algorithm}:${hex}`)).toEqual({ algorithm, hex });
    expect(parseDigest(algorithm, hex)).toEqual({ algorithm, hex });
  });

  it('may be written in upper case', () => {
    expect(parseDigestOperand(`sha256:${HEX.sha256.toUpperCase()}`)).toEqual({ algorithm: 'sha256', hex: HEX.sha256 });
  });

  it.each(['sha256:', 'sha256:ABC', 'SHA256:ab', 'sha-256:ab', 'sha1:ab', 'md5:ab', 'sha512/256:ab', 'sha3-256:ab'])(
    'is what %j was meant to be',
    (text) => expect(looksLikeDigest(text)).toBe(true),
  );

  it.each(['', 'sha256', 'shared:1', 'md:1', 'a.md5', './sha256:ab', 'C:sha256:ab', 'readme2:x'])(
    'is not what %j was meant to be',
    (text) => expect(looksLikeDigest(text)).toBe(false),
  );

  it.each([
    '',
    'sha256',
    'sha256:',
    HEX.sha256,
    `sha256:${HEX.sha256.slice(1)}`,
    `sha256:${HEX.sha256}a`,
    `sha256:${HEX.sha512}`,
    `sha256:${HEX.sha256} `,
    `sha256:${HEX.sha256}\n`,
    ` sha256:${HEX.sha256}`,
    `SHA256:${HEX.sha256}`,
    `sha-256:${HEX.sha256}`,
    `./sha256:${HEX.sha256}`,
    `sha256::${HEX.sha256}`,
    `sha256:${'g'.repeat(64)}`,
    `sha1:${'a'.repeat(40)}`,
    `md5:${'a'.repeat(32)}`,
    `constructor:${HEX.sha256}`,
    `sha256:${'１'.repeat(64)}`,
  ])('is not "%s"', (text) => {
    expect(parseDigestOperand(text)).toBeNull();
  });

  it('is read back from what it says', () => {
    fc.assert(
      fc.property(fc.uint8Array({ minLength: 32, maxLength: 32 }), (bytes) => {
        const hex = Buffer.from(bytes).toString('hex');
        const operand = parseDigestOperand(`sha256:${hex}`);
        expect(operand).toEqual({ algorithm: 'sha256', hex });
        expect(parseDigestOperand(claimOfDigest(operand!).name)).toEqual(operand);
      }),
    );
  });
});

describe('a claim', () => {
  it('of a digest has no bytes', () => {
    expect(claimOfDigest({ algorithm: 'sha256', hex: HEX.sha256 })).toEqual({
      name: `sha256:${HEX.sha256}`,
      digests: new Map([['sha256', HEX.sha256]]),
      bytesAvailable: false,
    });
  });

  it('of a file has them', () => {
    expect(claimOfFile('a.txt', new Map([['sha256', HEX.sha256]]))).toMatchObject({
      name: 'a.txt',
      bytesAvailable: true,
    });
  });
});
