// SPDX-License-Identifier: Apache-2.0
import { describe, expect, it } from 'vitest';
import { fileOf, goModHash, moduleHash, moduleOfCachePath, moduleOfZip, readGoSum } from '../../src/artifact/go-sum.ts';
import { sha256Hex } from '../../src/crypto/digest.ts';
import { encodeUtf8 } from '../../src/encoding/utf8.ts';
import { attempt } from '../../src/model/malformed.ts';

const HASH = `h1:${'A'.repeat(43)}=`;
const read = (text: string) => attempt(() => readGoSum(encodeUtf8(text)));

describe('go.sum', () => {
  it('reads modules and go.mod files', () => {
    expect(read(`m.example/a v1.0.0 ${HASH}\nm.example/a v1.0.0/go.mod ${HASH}\r\n\n`)).toEqual({
      ok: true,
      value: [
        { module: 'm.example/a', version: 'v1.0.0', ofGoMod: false, hash: HASH },
        { module: 'm.example/a', version: 'v1.0.0', ofGoMod: true, hash: HASH },
      ],
    });
  });

  it.each([
    ['words'],
    [`m.example/a 1.0.0 ${HASH}`],
    [`m.example/a v1.0.0 ${HASH} more`],
    ['m.example/a v1.0.0 h1:AAAA='],
  ])('refuses %j', (text) => {
    const result = read(text);
    expect(result.ok ? null : result.problem.reason).toBe('lockfile-format');
  });
});

describe('hashes of modules', () => {
  // As they stand in the go.sum of thousands of projects.
  it.each([
    ['module golang.org/x/text\n', 'h1:NqM8EUOU14njkJ3fqMW+pc6Ldnwhi/IjpwHt7yyuwOQ='],
    ['module github.com/pkg/errors\n', 'h1:bwawxfHBFNV+L2hUp1rHADufV3IMtnDRdf1r5NINEl0='],
  ])('of %j is the published one', (text, hash) => {
    expect(goModHash(sha256Hex(encodeUtf8(text)))).toBe(hash);
  });

  it('does not depend on the order of the files, and does on their names', () => {
    const [a, b] = [fileOf('m@v1/a', encodeUtf8('1')), fileOf('m@v1/B', encodeUtf8('2'))];
    expect(moduleHash([a, b])).toBe(moduleHash([b, a]));
    expect(moduleHash([a, b])).not.toBe(moduleHash([a, { ...b, name: 'm@v1/b' }]));
  });

  it('knows a module zip by the names in it alone', () => {
    expect(moduleOfZip(['m.example/a@v1.0.0/go.mod', 'm.example/a@v1.0.0/x@y/z.go'])).toEqual({
      module: 'm.example/a',
      version: 'v1.0.0',
    });
    expect(moduleOfZip(['m.example/a@v1.0.0/go.mod', 'm.example/b@v1.0.0/a.go'])).toBeNull();
    expect(moduleOfZip(['m.example/a@v1.0.0/a\nb'])).toBeNull();
    expect(moduleOfZip(['readme.txt'])).toBeNull();
    expect(moduleOfZip([])).toBeNull();
  });

  it('reads the names of the module cache', () => {
    expect(moduleOfCachePath('pkg/mod/cache/download/github.com/!burnt!sushi/toml/@v/v1.0.0.mod')).toEqual({
      module: 'github.com/BurntSushi/toml',
      version: 'v1.0.0',
    });
    expect(moduleOfCachePath('go.mod')).toBeNull();
  });
});
