// SPDX-License-Identifier: Apache-2.0
import { execFileSync } from 'node:child_process';
import { appendFileSync, mkdirSync, mkdtempSync, rmSync, symlinkSync, truncateSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { sha256Hex } from '../../src/crypto/digest.ts';
import { LIMITS } from '../../src/encoding/limits.ts';
import { readDocument, readInput } from '../../src/evidence/input.ts';

let folder = '';
const at = (name: string) => join(folder, name);
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'fv-input-'));
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

describe('readInput', () => {
  it.each([0, 1, 4095, 4 * 1024 * 1024, 4 * 1024 * 1024 + 1])('reads %i bytes, and digests what it read', (size) => {
    const bytes = new Uint8Array(size).fill(0x61);
    writeFileSync(at('file'), bytes);
    const result = readInput(at('file'), ['sha256', 'sha512']);
    expect(result).toMatchObject({ ok: true, value: { size } });
    if (result.ok) expect(result.value.digests.get('sha256')).toBe(sha256Hex(bytes));
  });
  it('streams what is too large to hold, with the same digests', () => {
    writeFileSync(at('large'), '');
    truncateSync(at('large'), LIMITS.artifactInMemory + 3);
    let told = 0;
    const result = readInput(at('large'), ['sha256'], () => (told += 1));
    expect(result).toMatchObject({ ok: true, value: { bytes: null, size: LIMITS.artifactInMemory + 3 } });
    if (result.ok)
      expect(result.value.digests.get('sha256')).toBe(sha256Hex(new Uint8Array(LIMITS.artifactInMemory + 3)));
    expect(told).toBeGreaterThan(1);
  });
  it('follows a link that the user named', () => {
    writeFileSync(at('target'), 'x');
    symlinkSync(at('target'), at('link'));
    expect(readInput(at('link'), ['sha256'])).toMatchObject({ ok: true, value: { size: 1 } });
  });
  it('says what is missing', () => {
    expect(readInput(at('none'), [])).toMatchObject({ ok: false, problem: { reason: 'input-missing' } });
    expect(readInput(at('file/below'), [])).toMatchObject({ ok: false, problem: { reason: 'input-missing' } });
    expect(readInput('a\0b', [])).toMatchObject({ ok: false, problem: { reason: 'input-missing' } });
  });
  it('refuses a folder, a FIFO and a device, and waits for none (I08)', () => {
    mkdirSync(at('folder'));
    execFileSync('mkfifo', [at('fifo')]);
    for (const path of [at('folder'), at('fifo'), '/dev/zero']) {
      expect(readInput(path, []), path).toMatchObject({ ok: false, problem: { reason: 'input-unreadable' } });
    }
  });
  it('tells how the content of a pipe can be given', () => {
    execFileSync('mkfifo', [at('pipe')]);
    const refused = readInput(at('pipe'), []);
    expect(refused.ok ? '' : refused.problem.detail).toMatch(
      /a pipe: give its content on standard input, and name it -$/,
    );
    mkdirSync(at('no-pipe'));
    const folder = readInput(at('no-pipe'), []);
    expect(folder.ok ? '' : folder.problem.detail).toMatch(/is not a regular file$/);
  });
  it('notices a file that grows while it is read (I10)', () => {
    writeFileSync(at('growing'), '');
    truncateSync(at('growing'), LIMITS.artifactInMemory + 1);
    const result = readInput(at('growing'), [], () => appendFileSync(at('growing'), 'x'));
    expect(result).toMatchObject({ ok: false, problem: { reason: 'input-changed' } });
  });
  it('notices a file that shrinks while it is read', () => {
    writeFileSync(at('shrinking'), '');
    truncateSync(at('shrinking'), LIMITS.artifactInMemory + 9);
    const result = readInput(at('shrinking'), [], () => truncateSync(at('shrinking'), 5));
    expect(result).toMatchObject({ ok: false, problem: { reason: 'input-changed' } });
  });
});

it('readDocument refuses more than a document may have', () => {
  writeFileSync(at('document'), '');
  truncateSync(at('document'), LIMITS.documentBytes + 1);
  expect(readDocument(at('document'))).toMatchObject({ ok: false, problem: { reason: 'limit-exceeded' } });
  truncateSync(at('document'), LIMITS.documentBytes);
  expect(readDocument(at('document'))).toMatchObject({ ok: true });
});
