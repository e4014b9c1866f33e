// SPDX-License-Identifier: Apache-2.0
import {
  linkSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeEach, describe, expect, it } from 'vitest';
import { StoreError, writeNewFile } from '../../src/store/new-file.ts';

let scratch = '';
beforeEach(() => {
  if (scratch !== '') rmSync(scratch, { recursive: true, force: true });
  scratch = mkdtempSync(join(tmpdir(), 'fv-store-'));
});
afterAll(() => rmSync(scratch, { recursive: true, force: true }));

const BYTES = new TextEncoder().encode('report');
const at = (name: string) => join(scratch, name);
const fresh = { replace: false, never: [] };

describe('a new file', () => {
  it('is there as a whole, for its owner alone, with nothing beside it', () => {
    writeNewFile(at('r'), BYTES, fresh);
    expect(readFileSync(at('r'))).toEqual(Buffer.from(BYTES));
    expect(statSync(at('r')).mode & 0o777).toBe(0o600);
    expect(readdirSync(scratch)).toEqual(['r']);
  });

  it('takes the place of another only where that was asked for', () => {
    writeFileSync(at('r'), 'old');
    expect(() => writeNewFile(at('r'), BYTES, fresh)).toThrow(StoreError);
    expect(readFileSync(at('r'), 'utf8')).toBe('old');
    writeNewFile(at('r'), BYTES, { replace: true, never: [] });
    expect(readFileSync(at('r'), 'utf8')).toBe('report');
  });

  it('is refused where a link, a directory or an input is', () => {
    writeFileSync(at('evidence'), 'evidence');
    symlinkSync('evidence', at('link'));
    mkdirSync(at('folder'));
    linkSync(at('evidence'), at('second-name'));
    const replace = { replace: true, never: [at('evidence')] };
    for (const name of ['link', 'folder', 'second-name', 'evidence', 'absent/file', 'nul\0'])
      expect(() => writeNewFile(at(name), BYTES, replace), name).toThrow(StoreError);
    expect(readFileSync(at('evidence'), 'utf8')).toBe('evidence');
    expect(readdirSync(scratch).sort()).toEqual(['evidence', 'folder', 'link', 'second-name']);
  });

  it('leaves alone what an earlier run that was killed has left', () => {
    writeFileSync(at('r.tmp-0'), 'half');
    writeNewFile(at('r'), BYTES, fresh);
    expect(readdirSync(scratch).sort()).toEqual(['r', 'r.tmp-0']);
    expect(readFileSync(at('r.tmp-0'), 'utf8')).toBe('half');
  });
});
