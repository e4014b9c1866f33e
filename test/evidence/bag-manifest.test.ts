// SPDX-License-Identifier: Apache-2.0
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { encodeUtf8 } from '../../src/encoding/utf8.ts';
import { readBagManifest } from '../../src/evidence/bag-manifest.ts';
import { attempt } from '../../src/model/malformed.ts';

const A = 'a'.repeat(64);
const read = (text: string, name = 'manifest-sha256.txt') => readBagManifest(encodeUtf8(text), name);
const reasonOf = (text: string, name?: string) => {
  const result = attempt(() => read(text, name));
  return result.ok ? null : result.problem.reason;
};

describe('manifests of bags (RFC 8493)', () => {
  it.each([
    [`${A}  data/a.txt\n`, 'data/a.txt'],
    [`${A.toUpperCase()}\tdata/a.txt\r\n`, 'data/a.txt'],
    [`${A} *data/a.txt`, 'data/a.txt'],
    [`${A}  data/a%0Ab%0dc%25d`, 'data/a\nb\rc%d'],
    [`${A}  data/%2525`, 'data/%25'],
  ])('reads %j', (text, path) => {
    expect([...read(text).entries]).toEqual([[path, A]]);
  });

  it.each([
    [`${A}\n`, 'bag-format'],
    [`${A.slice(2)}  data/a\n`, 'bag-format'],
    ['words\n', 'bag-format'],
    [`${A}  data/a\n\n${A}  data/b\n`, 'bag-format'],
    [`${A}  data/%41\n`, 'bag-path'],
    [`${A}  data/100%\n`, 'bag-path'],
    [`${A}  data/../a\n`, 'bag-path'],
    [`${A}  ./data/a\n`, 'bag-path'],
    [`${A}  /data/a\n`, 'bag-path'],
    [`${A}  ~/a\n`, 'bag-path'],
    [`${A}  data//a\n`, 'bag-path'],
    [`${A}  bag-info.txt\n`, 'bag-path'],
    [`${A}  data/a\n${A}  data/a\n`, 'bag-path'],
    [`${A}  data/\u00e9\n${A}  data/e\u0301\n`, 'bag-path'],
  ])('refuses %j', (text, reason) => {
    expect(reasonOf(text)).toBe(reason);
  });

  it('keeps payload and tags apart', () => {
    expect(reasonOf(`${A}  bag-info.txt\n`, 'tagmanifest-sha256.txt')).toBeNull();
    expect(reasonOf(`${A}  data/a\n`, 'tagmanifest-sha256.txt')).toBe('bag-path');
    expect(reasonOf(`${A}  tagmanifest-md5.txt\n`, 'tagmanifest-sha256.txt')).toBe('bag-path');
    expect(reasonOf('', 'manifest-.txt')).toBe('bag-format');
  });

  it('takes no other encoding than UTF-8', () => {
    const latin1 = Uint8Array.from([...`${A}  data/`].map((one) => one.charCodeAt(0)).concat(0xe9, 0x0a));
    const result = attempt(() => readBagManifest(latin1, 'manifest-sha256.txt'));
    expect(result.ok ? null : result.problem.reason).toBe('bag-encoding');
  });

  it('reads back every path that was escaped as the RFC says', () => {
    const path = fc.stringMatching(/^[a-z%\r\n é]{1,12}$/);
    fc.assert(
      fc.property(path, (name) => {
        const escaped = name.replace(/[%\r\n]/g, (one) => `%${one.charCodeAt(0).toString(16).padStart(2, '0')}`);
        expect([...read(`${A}  data/${escaped}\n`).entries.keys()]).toEqual([`data/${name}`]);
      }),
    );
  });
});
