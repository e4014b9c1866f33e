// SPDX-License-Identifier: Apache-2.0
import { gzipSync } from 'node:zlib';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { gzip, packageOf, tarball } from '../../scripts/mint/npm.ts';
import { isNpmTarball, readNpmTarball } from '../../src/artifact/npm-tarball.ts';
import { parseNpmPackageUrl } from '../../src/artifact/package-url.ts';
import { gunzip } from '../../src/encoding/gunzip.ts';
import { encodeUtf8 } from '../../src/encoding/utf8.ts';
import { attempt } from '../../src/model/malformed.ts';

describe('the package URL of an npm package', () => {
  it.each([
    ['pkg:npm/a@1.0.0', 'a', '1.0.0'],
    ['pkg:npm/%40acme/app@1.2.3', '@acme/app', '1.2.3'],
    ['pkg:npm/%40acme/app@1.0.0+x', '@acme/app', '1.0.0+x'],
    ['pkg:npm/%40acme/app@1.0.0%2Bx', '@acme/app', '1.0.0+x'],
    ['pkg:npm/JSONStream@0.0.1', 'JSONStream', '0.0.1'],
  ])('%s', (text, name, version) => {
    expect(parseNpmPackageUrl(text)).toEqual({ name, version, repository: null });
  });
  it('tells a registry that is not the usual one', () => {
    expect(parseNpmPackageUrl('pkg:npm/a@1.0.0?repository_url=https:%2F%2Fr.example').repository).toBe(
      'https://r.example',
    );
  });
  it.each([
    'pkg:npm/%2540acme/app@1.2.3',
    'pkg:npm/a@1.0.0%252Bx',
    'pkg:npm/@acme/app@1.2.3',
    'pkg:npm/acme/app@1.2.3',
    'pkg:npm/%40acme%2Fapp@1.2.3',
    'pkg:npm/%40a/b/c@1.0.0',
    'pkg:npm/a',
    'pkg:npm/a@',
    'pkg:npm/a@1.0.0@2.0.0',
    'pkg:npm/a@1.0.0#x',
    'pkg:npm/a@1.0.0?x=y',
    'pkg:npm/a@1 0',
    'pkg:npm/a%zz@1.0.0',
    'pkg:npm/a%00@1.0.0',
    'pkg:npm/a%40b@1.0.0',
    'pkg:NPM/a@1.0.0',
    'pkg:npm//a@1.0.0',
    'pkg:npm/%C3%A9@1.0.0',
  ])('refuses %s', (text) => {
    const read = attempt(() => parseNpmPackageUrl(text));
    expect(read.ok ? read.value : read.problem.reason).toBe('package-purl-malformed');
  });
  it('means the same again when it is written again', () => {
    const part = fc.stringMatching(/^[a-z0-9][a-z0-9._-]{0,12}$/);
    fc.assert(
      fc.property(part, part, fc.stringMatching(/^[0-9A-Za-z.+-]{1,12}$/), (scope, bare, version) => {
        const purl = `pkg:npm/%40${scope}/${bare}@${version}`;
        expect(parseNpmPackageUrl(purl)).toEqual({ name: `@${scope}/${bare}`, version, repository: null });
      }),
    );
  });
});

const MANIFEST = '{"name":"@acme/app","version":"1.2.3"}';

function refusal(bytes: Uint8Array): string {
  const read = attempt(() => readNpmTarball(bytes));
  return read.ok ? 'read' : `${read.problem.reason}: ${read.problem.detail}`;
}

describe('the tarball of an npm package', () => {
  it('says name and version by its own package.json', () => {
    const expected = { ecosystem: 'npm', name: '@acme/app', version: '1.2.3', from: 'package.json of the tarball' };
    expect(readNpmTarball(packageOf('@acme/app', '1.2.3').tarball)).toEqual(expected);
    expect(readNpmTarball(tarball({ 'app/package.json': `\ufeff${MANIFEST}` }))).toEqual(expected);
    expect(readNpmTarball(tarball({ 'p/package.json': MANIFEST, 'p/lib/package.json': '{' }))).toEqual(expected);
    expect(readNpmTarball(tarball({ 'p/package.json': MANIFEST.replace('1.2.3', ' v1.2.3') }))).toEqual(expected);
    expect(isNpmTarball('a.tgz', gzip(encodeUtf8('')))).toBe(true);
    expect(isNpmTarball('a.tgz', encodeUtf8('x'))).toBe(false);
  });
  it.each([
    ['none', { 'p/index.js': '' }, /no package\.json/],
    ['one outside of a folder', { 'package.json': MANIFEST }, /no package\.json/],
    ['two folders', { 'p/package.json': MANIFEST, 'q/package.json': MANIFEST }, /2 files/],
    ['two in other cases', { 'p/package.json': MANIFEST, 'p/PACKAGE.json': MANIFEST }, /2 files/],
    ['one in another case', { 'p/Package.json': MANIFEST }, /written otherwise/],
    ['two names', { 'p/package.json': '{"name":"a","name":"b","version":"1.0.0"}' }, /json-duplicate-key/],
    ['no version', { 'p/package.json': '{"name":"a"}' }, /json-shape/],
    ['a name that npm does not allow', { 'p/package.json': '{"name":"a@b","version":"1.0.0"}' }, /name is not/],
    ['a version that is none', { 'p/package.json': '{"name":"a","version":"1 0"}' }, /version is not/],
  ])('refuses %s', (_, files, problem) => {
    const told = refusal(tarball(files as Record<string, string>));
    expect(told).toMatch(/^package-json: /);
    expect(told).toMatch(problem);
  });
  it('refuses a tarball that is cut at any length, or goes on', () => {
    const whole = packageOf('@acme/app', '1.2.3').tarball;
    for (let length = 0; length < whole.length; length += 97) {
      expect(refusal(whole.subarray(0, length))).toMatch(/^package-json: /);
    }
    expect(refusal(new Uint8Array([...whole, 0]))).toMatch(/archive-compression/);
    expect(refusal(new Uint8Array([...whole, ...whole]))).toMatch(/archive-compression/);
  });
});

describe('gunzip', () => {
  it('gives back what Node has compressed', () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 2000 }), (bytes) => {
        expect([...gunzip(gzipSync(bytes), 4096)]).toEqual([...bytes]);
      }),
    );
  });
  it('stops at the limit, and at a checksum or length that differs', () => {
    const bomb = gzipSync(new Uint8Array(1 << 20));
    expect(attempt(() => gunzip(bomb, 4096))).toMatchObject({ problem: { reason: 'limit-exceeded' } });
    for (const back of [1, 8]) {
      const changed = gzipSync(encodeUtf8('abc'));
      changed[changed.length - back]! ^= 1;
      expect(attempt(() => gunzip(changed, 4096))).toMatchObject({ problem: { reason: 'archive-content' } });
    }
  });
});
