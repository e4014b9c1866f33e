// SPDX-License-Identifier: Apache-2.0
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { nativeEngine } from '../../src/crypto/engine.ts';
import { importEd25519Raw } from '../../src/crypto/spki.ts';
import { decodeBase64 } from '../../src/encoding/base64.ts';
import { LIMITS } from '../../src/encoding/limits.ts';
import { encodeSignedNote, hintOf, noteBytes, parseSignedNote } from '../../src/log/signed-note.ts';
import { attempt } from '../../src/model/malformed.ts';

// C2SP signed-note, Example.
const EXAMPLE =
  'This is an example message.\n\n— example.com/foo Uw2QOkn8srV1yJGh2VYRlL1Tnagv1YEq6TfXppzi2ONncAlTgK7Ztg1ERYNZXsYjOBH3mFXmRKuwHjG1Yu72IneyaQM=\n';
const EXAMPLE_KEY = decodeBase64('AekyeRrm56hApGFkyQR4ZCbV54Id2LKaANYcrnKv3U2k').subarray(1);
const LINE = '— log AAAAAQI=\n';

const reasonOf = (note: string): string => {
  const parsed = attempt(() => parseSignedNote(note));
  return parsed.ok ? 'accepted' : `${parsed.problem.reason}: ${parsed.problem.detail}`;
};

describe('signed note', () => {
  it('reads the example of the specification, and its signature verifies over exactly the text', () => {
    const note = parseSignedNote(EXAMPLE);
    expect(note.text).toBe('This is an example message.\n');
    expect(note.lines).toHaveLength(1);
    const [line] = note.lines;
    expect(line).toMatchObject({ name: 'example.com/foo', hint: 0x530d903a });
    const key = importEd25519Raw(EXAMPLE_KEY);
    expect(nativeEngine.verify('ed25519', key, noteBytes(note), line!.signature)).toBe('valid');
  });

  it('separates the text at the last blank line', () => {
    const note = parseSignedNote(`one\n\ntwo\n\n— a AAAAAQI=\n— b/c AAAAAgM=\n`);
    expect(note.text).toBe('one\n\ntwo\n');
    expect(note.lines.map(({ name, hint }) => [name, hint])).toEqual([
      ['a', 1],
      ['b/c', 2],
    ]);
  });

  it.each([
    ['no final newline', `text\n\n${LINE.trimEnd()}`, 'newline'],
    ['CR LF', 'text\r\n\r\n— log AAAAAQI=\r\n', 'control character'],
    ['a NUL', `te\0xt\n\n${LINE}`, 'control character'],
    ['a tab', `te\txt\n\n${LINE}`, 'control character'],
    ['a lone surrogate', `te\ud800xt\n\n${LINE}`, 'surrogate'],
    ['no blank line', `text\n${LINE}`, 'blank line'],
    ['no signature line', 'text\n\n', 'no signature line'],
    ['a blank line at the end', `text\n\n${LINE}\n`, 'no signature line'],
    ['a hyphen for the dash', 'text\n\n- log AAAAAQI=\n', 'is not written as'],
    ['no space behind the dash', 'text\n\n—log AAAAAQI=\n', 'is not written as'],
    ['no signature', 'text\n\n— log\n', 'is not written as'],
    ['an empty name', 'text\n\n—  AAAAAQI=\n', 'key name'],
    ['a name with a plus', 'text\n\n— l+g AAAAAQI=\n', 'key name'],
    ['a name with a no-break space', 'text\n\n— l\u00a0g AAAAAQI=\n', 'key name'],
    ['a name with a space', 'text\n\n— l g AAAAAQI=\n', 'key name'],
    ['unpadded base64', 'text\n\n— log AAAAAQI\n', 'signature line 1'],
    ['the URL alphabet', 'text\n\n— log AAAAAf__\n', 'signature line 1'],
    ['trailing bits', 'text\n\n— log AAAAAQJ=\n', 'signature line 1'],
    ['text behind the base64', 'text\n\n— log AAAAAQI= \n', 'key name'],
    ['a key id without a signature', 'text\n\n— log AAAAAQ==\n', 'holds no signature'],
    ['a second line that is none', `text\n\n${LINE}nonsense\n`, 'signature line 2'],
  ])('refuses %s', (_what, note, detail) => {
    expect(reasonOf(note)).toMatch(/^checkpoint-format: /);
    expect(reasonOf(note)).toContain(detail);
  });

  it('takes 16 signatures and more, and bounds their number and the whole length', () => {
    expect(reasonOf(`text\n\n${LINE.repeat(LIMITS.noteSignatures)}`)).toBe('accepted');
    expect(LIMITS.noteSignatures).toBeGreaterThanOrEqual(16);
    expect(reasonOf(`text\n\n${LINE.repeat(LIMITS.noteSignatures + 1)}`)).toMatch(/^limit-exceeded: /);
    expect(reasonOf(`${'x'.repeat(LIMITS.noteBytes)}\n\n${LINE}`)).toMatch(/^limit-exceeded: /);
  });

  it('writes back whatever it has read, byte for byte', () => {
    const word = fc.stringMatching(/^[^\s\u0085+\u0000-\u001f]{1,12}$/u).filter((text) => text.isWellFormed());
    const line = fc.record({
      name: word,
      hint: fc.nat(2 ** 31 - 1).map((n) => n * 2 + 1),
      signature: fc.uint8Array({ minLength: 1, maxLength: 80 }),
    });
    const text = fc.array(fc.oneof(word, fc.constant('')), { maxLength: 5 }).map((lines) => `${lines.join('\n')}\n`);
    fc.assert(
      fc.property(text, fc.array(line, { minLength: 1, maxLength: 5 }), (body, lines) => {
        const written = encodeSignedNote({ text: body, lines });
        const read = parseSignedNote(written);
        expect(read.text).toBe(body);
        expect(
          read.lines.map(({ name, hint, signature }) => ({ name, hint, signature: Uint8Array.from(signature) })),
        ).toEqual(lines);
        expect(encodeSignedNote(read)).toBe(written);
      }),
    );
  });

  it('gives back the same text for every mutation that it still accepts', () => {
    fc.assert(
      fc.property(
        fc.nat(EXAMPLE.length - 1),
        fc.constantFrom('', '\n', ' ', 'A', '=', '—', '\u0000', '+'),
        (at, put) => {
          const mutated = EXAMPLE.slice(0, at) + put + EXAMPLE.slice(at + 1);
          const parsed = attempt(() => parseSignedNote(mutated));
          if (parsed.ok) expect(encodeSignedNote(parsed.value)).toBe(mutated);
        },
      ),
      { numRuns: 500 },
    );
  });
});

describe('key id', () => {
  it('is the unsigned head of an id, and shorter ids have none', () => {
    expect(hintOf(Uint8Array.of(0xff, 0, 0, 1, 9))).toBe(0xff000001);
    expect(hintOf(Uint8Array.of(1, 2, 3))).toBeNull();
  });
});
