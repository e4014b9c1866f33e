// SPDX-License-Identifier: Apache-2.0
import { execFileSync } from 'node:child_process';
import { chmodSync, mkdtempSync, rmSync, symlinkSync, truncateSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { LIMITS } from '../../src/encoding/limits.ts';
import { readTrustFile } from '../../src/trust/load.ts';
import { problemOf } from './roots.ts';

describe('a trust file', () => {
  let folder: string;
  beforeAll(() => {
    folder = mkdtempSync(join(tmpdir(), 'trust-'));
  });
  afterAll(() => rmSync(folder, { recursive: true, force: true }));
  const refusal = (path: string) => problemOf(() => readTrustFile(path)).reason;

  it('is read whole, also through a symbolic link, also when it is empty', () => {
    const content = Buffer.alloc(200_000, 'abcdefg');
    writeFileSync(join(folder, 'root.json'), content);
    symlinkSync('root.json', join(folder, 'link.json'));
    writeFileSync(join(folder, 'empty'), '');
    expect(Buffer.from(readTrustFile(join(folder, 'root.json'))).equals(content)).toBe(true);
    expect(Buffer.from(readTrustFile(join(folder, 'link.json'))).equals(content)).toBe(true);
    expect(readTrustFile(join(folder, 'empty'))).toEqual(new Uint8Array(0));
    expect(Buffer.isBuffer(readTrustFile(join(folder, 'root.json')))).toBe(false);
  });

  it('that does not exist is missing', () => {
    symlinkSync('nowhere', join(folder, 'dangling'));
    for (const name of ['absent', 'dangling', 'root.json/inside', 'a\0b', '']) {
      expect([name, refusal(name === '' ? '' : join(folder, name))]).toEqual([name, 'input-missing']);
    }
  });

  it('that is a folder, a device, a FIFO or a loop is unreadable, and never waited for', () => {
    execFileSync('mkfifo', [join(folder, 'fifo')]);
    symlinkSync('loop', join(folder, 'loop'));
    for (const path of [
      folder,
      '/dev/null',
      '/dev/zero',
      join(folder, 'fifo'),
      join(folder, 'loop'),
      join(folder, 'x'.repeat(300)),
    ]) {
      expect([path, refusal(path)]).toEqual([path, 'input-unreadable']);
    }
  });

  it.skipIf(process.getuid?.() === 0)('that may not be read is unreadable', () => {
    const path = join(folder, 'secret');
    writeFileSync(path, 'x');
    chmodSync(path, 0);
    expect(refusal(path)).toBe('input-unreadable');
  });

  it('larger than a document may be is refused', () => {
    const path = join(folder, 'large');
    writeFileSync(path, '');
    truncateSync(path, LIMITS.documentBytes);
    expect(readTrustFile(path)).toHaveLength(LIMITS.documentBytes);
    truncateSync(path, LIMITS.documentBytes + 1);
    expect(refusal(path)).toBe('limit-exceeded');
  });

  it('whose size is not what is delivered counts as changed', () => {
    expect(refusal('/proc/self/status')).toBe('input-changed');
  });
});
