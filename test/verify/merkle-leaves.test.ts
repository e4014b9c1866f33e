// SPDX-License-Identifier: Apache-2.0
import { createHash } from 'node:crypto';
import { mkdtempSync, rmSync, truncateSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, expect, it } from 'vitest';
import { encodeHex } from '../../src/encoding/hex.ts';
import { LIMITS } from '../../src/encoding/limits.ts';
import { openDirectory } from '../../src/evidence/directory.ts';
import { PROFILES } from '../../src/merkle/profiles.ts';
import { takeFiles, takeLines } from '../../src/verify/merkle-leaves.ts';

const folder = mkdtempSync(join(tmpdir(), 'fv-leaves-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));
const RFC = PROFILES['rfc6962-sha256'];

it('a file that is too large to be held is a leaf of its own octets, and of no others', () => {
  const file = join(folder, 'large');
  writeFileSync(file, 'head');
  truncateSync(file, LIMITS.artifactInMemory + 1);
  const holding = openDirectory(folder);
  const taken: string[] = [];
  const read = takeFiles([holding], 'files', RFC, (hash) => taken.push(encodeHex(hash)));
  expect(read.problem).toBeNull();
  const plain = createHash('sha256').update(Buffer.of(0)).update('head');
  plain.update(Buffer.alloc(LIMITS.artifactInMemory + 1 - 4));
  expect(taken).toEqual([plain.digest('hex')]);
  writeFileSync(file, 'Head', { flag: 'r+' });
  const again = takeFiles([holding], 'files', RFC, () => {});
  expect(again.problem?.problem.reason).toBe('input-changed');
  rmSync(file);
});

it('counts every line, those without an octet too, across the seams of what is read at once', () => {
  const file = join(folder, 'lines');
  const lines = Array.from({ length: 50_000 }, (_, i) => (i % 7 === 0 ? '' : 'x'.repeat(i % 97)));
  writeFileSync(file, `${lines.join('\n')}\n`);
  const taken: string[] = [];
  const read = takeLines(file, 'lines', RFC, (hash) => taken.push(encodeHex(hash)));
  expect([read.problem, read.findings, taken.length]).toEqual([null, [], lines.length]);
  expect(read.empty).toBe(lines.filter((line) => line === '').length);
  const each = lines.map((line) => createHash('sha256').update(Buffer.of(0)).update(line).digest('hex'));
  expect(taken).toEqual(each);
});
