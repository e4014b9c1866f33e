// SPDX-License-Identifier: Apache-2.0
import fc from 'fast-check';
import { expect, it } from 'vitest';
import { readSignatureFile } from '../../src/encoding/signature-file.ts';
import { encodeUtf8 } from '../../src/encoding/utf8.ts';

/** As `base64 -w N` writes it. */
function wrapped(bytes: Uint8Array, width: number, end: string): string {
  const text = Buffer.from(bytes).toString('base64');
  return (text.match(new RegExp(`.{1,${width}}`, 'g')) ?? []).join(end) + end;
}

it('reads base64 in one line, and in lines of 64 or 76', () => {
  fc.assert(
    fc.property(
      fc.uint8Array({ minLength: 64, maxLength: 600 }),
      fc.constantFrom(64, 76, 4096),
      fc.constantFrom('\n', '\r\n'),
      (bytes, width, end) => {
        if (width === 4096 && end === '\r\n') return;
        expect(readSignatureFile(encodeUtf8(wrapped(bytes, width, end)))).toEqual(Uint8Array.from(bytes));
      },
    ),
  );
});

it('takes lines of uneven width for octets, which verify nothing', () => {
  const text = encodeUtf8(`${'A'.repeat(60)}\n${'A'.repeat(28)}\n`);
  expect(readSignatureFile(text)).toBe(text);
});
