// SPDX-License-Identifier: Apache-2.0
import {
  appendFileSync,
  lstatSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  rmSync,
  statSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { Journal } from '../../src/store/journal.ts';

const folder = mkdtempSync(join(tmpdir(), 'forensic-verify-journal-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

let made = 0;
const place = (): string => join(folder, `journal-${made++}`);
const key = (i: number): string => i.toString(16).padStart(64, '0');
const HEAD = '{"question":"who"}';
const open = (path: string, head = HEAD): Journal =>
  Journal.open(path, head, (found) => (found === head ? null : 'is of another run'));

function written(rows: number): string {
  const path = place();
  const journal = open(path);
  for (let i = 0; i < rows; i++) journal.append(key(i), `row ${i}`);
  journal.close();
  return path;
}

describe('a journal', () => {
  it('gives back what was written, and goes on where it ended', () => {
    const path = written(3);
    const again = open(path);
    expect([again.keys.size, again.dropped]).toEqual([3, 0]);
    expect([0, 1, 2, 3].map((i) => again.read(key(i)))).toEqual(['row 0', 'row 1', 'row 2', null]);
    again.append(key(3), 'row 3');
    again.append(key(1), 'another');
    expect(again.read(key(3))).toBe('row 3');
    again.close();
    const last = open(path);
    expect([1, 3].map((i) => last.read(key(i)))).toEqual(['row 1', 'row 3']);
    last.close();
    expect(lstatSync(path).mode & 0o777).toBe(0o600);
  });

  it('cut at any octet it keeps the lines that are whole, and can be continued', () => {
    const whole = readFileSync(written(3));
    const ends = [...whole.keys()].filter((i) => whole[i] === 0x0a);
    for (let length = 0; length <= whole.length; length++) {
      const path = place();
      writeFileSync(path, whole.subarray(0, length));
      const journal = open(path);
      // A line is whole without its end, too.
      const rows = ends.filter((end) => end <= length).length - 1;
      expect(journal.keys.size, `${length}`).toBe(Math.max(0, rows));
      const torn = length > ends[0]! && !ends.includes(length) && !ends.includes(length - 1);
      expect(journal.dropped, `${length}`).toBe(torn ? 1 : 0);
      journal.append(key(9), 'row 9');
      journal.close();
      const again = open(path);
      expect(again.read(key(9)), `${length}`).toBe('row 9');
      expect(again.keys.size, `${length}`).toBe(Math.max(0, rows) + 1);
      again.close();
      rmSync(path);
    }
  });

  it('leaves out a line that somebody has touched', () => {
    const path = written(3);
    const bytes = readFileSync(path);
    const at = bytes.indexOf('row 1');
    bytes[at] = 0x52;
    writeFileSync(path, bytes);
    const journal = open(path);
    expect([journal.dropped, journal.read(key(0)), journal.read(key(1)), journal.read(key(2))]).toEqual([
      1,
      'row 0',
      null,
      'row 2',
    ]);
    journal.close();
  });

  it('gives nothing of a row that has changed since it was opened', () => {
    const path = written(2);
    const journal = open(path);
    const bytes = readFileSync(path);
    bytes[bytes.indexOf('row 0')] = 0x52;
    writeFileSync(path, bytes);
    expect([journal.read(key(0)), journal.read(key(1))]).toEqual([null, 'row 1']);
    journal.close();
  });

  it('of another question is refused, and not touched', () => {
    const path = written(2);
    const before = readFileSync(path);
    expect(() => open(path, '{"question":"when"}')).toThrow('is of another run');
    expect(readFileSync(path).equals(before)).toBe(true);
  });

  it.each([
    ['text', 'notes of mine\n'],
    ['a line of another journal, cut', `${'0'.repeat(64)} head`],
    ['an empty line', '\n'],
    ['a report', '{"format":"forensic-verify/report@v1"}\n'],
  ])('is begun in no file that holds something else: %s', (_, content) => {
    const path = place();
    writeFileSync(path, content);
    expect(() => open(path)).toThrow('is no journal of this tool');
    expect(readFileSync(path, 'utf8')).toBe(content);
  });

  it('follows no link and opens no folder', () => {
    const [link, target, directory] = [place(), place(), place()];
    symlinkSync(target, link);
    mkdirSync(directory);
    expect(() => open(link)).toThrow('symbolic link');
    expect(() => open(directory)).toThrow('no regular file');
    expect(() => open('a\0b')).toThrow('NUL');
    expect(() => statSync(target)).toThrow('ENOENT');
  });

  it('two that write to it at once do not mix lines', () => {
    const path = written(1);
    const [one, two] = [open(path), open(path)];
    for (let i = 1; i < 40; i++) (i % 2 === 0 ? one : two).append(key(i), `row ${i} ${'x'.repeat(5000)}`);
    one.close();
    two.close();
    appendFileSync(path, '');
    const all = open(path);
    expect([all.keys.size, all.dropped]).toEqual([40, 0]);
    all.close();
  });
});
