// SPDX-License-Identifier: Apache-2.0
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { lockfileKind } from '../../src/artifact/lockfiles.ts';
import { encodeUtf8 } from '../../src/encoding/utf8.ts';
import { attempt, Malformed } from '../../src/model/malformed.ts';

const SHA512 = `sha512-${Buffer.alloc(64, 7).toString('base64')}`;
const SHA1 = `sha1-${Buffer.alloc(20, 7).toString('base64')}`;
const HEX = '07'.repeat(64);

function read(file: string, text: string | object) {
  const bytes = encodeUtf8(typeof text === 'string' ? text : JSON.stringify(text));
  return lockfileKind(file)!.read(bytes);
}
function rows(file: string, text: string | object) {
  return read(file, text).map(({ name, version, integrities, resolved }) => ({
    name,
    version,
    sha512: integrities.find(({ algorithm }) => algorithm === 'sha512')?.hex ?? null,
    resolved,
  }));
}
function refusal(file: string, text: string | object): string {
  const result = attempt(() => read(file, text));
  return result.ok ? 'read' : result.problem.reason;
}

describe('package-lock.json', () => {
  it('reads the packages of version 2 and 3, by folder, without the project, its workspaces and links', () => {
    const found = rows('package-lock.json', {
      lockfileVersion: 3,
      packages: {
        '': { name: 'app', version: '1.0.0' },
        'packages/own': { version: '1.0.0' },
        'node_modules/own': { resolved: 'packages/own', link: true },
        'node_modules/@acme/a': { version: '1.2.3', resolved: 'https://r.example/a.tgz', integrity: SHA512 },
        'node_modules/@acme/a/node_modules/b': { version: '2.0.0', inBundle: true },
        'node_modules/alias': { name: 'real', version: '1.0.0', integrity: `${SHA1} ${SHA512}` },
        'node_modules/git': { version: '1.0.0', resolved: 'git+ssh://git@h.example/o/r.git#abc' },
      },
    });
    expect(found).toEqual([
      { name: '@acme/a', version: '1.2.3', sha512: HEX, resolved: 'https://r.example/a.tgz' },
      { name: 'b', version: '2.0.0', sha512: null, resolved: 'inside another package' },
      { name: 'real', version: '1.0.0', sha512: HEX, resolved: null },
      { name: 'git', version: '1.0.0', sha512: null, resolved: 'git+ssh://git@h.example/o/r.git#abc' },
    ]);
  });
  it('reads the nested dependencies of version 1', () => {
    const found = rows('npm-shrinkwrap.json', {
      lockfileVersion: 1,
      dependencies: {
        a: { version: '1.0.0', integrity: SHA512, dependencies: { b: { version: 'npm:real@2.0.0', integrity: SHA1 } } },
        g: { version: 'github:o/r#abc', from: 'g@github:o/r' },
      },
    });
    expect(found).toEqual([
      { name: 'a', version: '1.0.0', sha512: HEX, resolved: null },
      { name: 'real', version: '2.0.0', sha512: null, resolved: null },
      { name: 'g', version: null, sha512: null, resolved: 'github:o/r#abc' },
    ]);
  });
  it('refuses doubled packages, other shapes and integrities that are none', () => {
    const one = `"node_modules/a":{"version":"1.0.0"}`;
    expect(refusal('package-lock.json', `{"packages":{${one},${one}}}`)).toBe('json-duplicate-key');
    expect(refusal('package-lock.json', { packages: [] })).toBe('lockfile-format');
    expect(refusal('package-lock.json', { name: 'x' })).toBe('lockfile-format');
    expect(refusal('package-lock.json', { packages: { 'node_modules/a': 1 } })).toBe('lockfile-format');
    for (const integrity of ['sha512-AAAA', 'sha512-', 'crc32-AAAAAA==', `${SHA512}?x`, `${SHA512}  ${SHA1}`]) {
      expect(refusal('package-lock.json', { packages: { 'node_modules/a': { integrity } } })).toBe('lockfile-format');
    }
    expect(refusal('package-lock.json', { packages: { 'node_modules/a@b': {} } })).toBe('lockfile-format');
  });
});

describe('pnpm-lock.yaml', () => {
  it('reads the keys of versions 9, 6 and 5', () => {
    const resolution = `resolution: {integrity: ${SHA512}}`;
    const expected = [{ name: '@acme/a', version: '1.2.3', sha512: HEX, resolved: null }];
    const of = (version: string, key: string) =>
      rows(
        'pnpm-lock.yaml',
        `lockfileVersion: ${version}\n\npackages:\n\n  ${key}:\n    ${resolution}\n    hasBin: true\n`,
      );
    expect(of("'9.0'", "'@acme/a@1.2.3'")).toEqual(expected);
    expect(of("'6.0'", "'/@acme/a@1.2.3(b@2.0.0)(c@1.0.0)'")).toEqual(expected);
    expect(of('5.4', '/@acme/a/1.2.3_b@2.0.0')).toEqual(expected);
  });
  it('tells where packages without an integrity are from', () => {
    const text =
      "lockfileVersion: '9.0'\npackages:\n  g@https://codeload.example/o/r:\n    resolution: {tarball: https://codeload.example/o/r}\n    version: 1.0.0\n  f@file:dir:\n    resolution: {directory: dir, type: directory}\n  r@git+https://h.example/r.git#abc:\n    resolution: {commit: abc, repo: https://h.example/r.git, type: git}\n    version: 2.0.0\n";
    expect(rows('pnpm-lock.yaml', text)).toEqual([
      { name: 'g', version: '1.0.0', sha512: null, resolved: 'https://codeload.example/o/r' },
      { name: 'f', version: null, sha512: null, resolved: 'dir' },
      { name: 'r', version: '2.0.0', sha512: null, resolved: 'https://h.example/r.git#abc' },
    ]);
  });
  it('refuses doubled keys, aliases, tags and other shapes', () => {
    const head = "lockfileVersion: '9.0'\n";
    const one = `  a@1.0.0:\n    resolution: {integrity: ${SHA512}}\n`;
    expect(refusal('pnpm-lock.yaml', `${head}packages:\n${one}${one}`)).toBe('yaml-invalid');
    expect(refusal('pnpm-lock.yaml', `${head}packages: &a\n${one}`)).toBe('yaml-invalid');
    expect(refusal('pnpm-lock.yaml', `${head}x: !!js a\n`)).toBe('yaml-invalid');
    expect(refusal('pnpm-lock.yaml', `${head}---\n`)).toBe('yaml-invalid');
    expect(refusal('pnpm-lock.yaml', `${head}packages:\n  a@1.0.0:\n    x: y\n`)).toBe('lockfile-format');
    expect(refusal('pnpm-lock.yaml', 'packages: {}\n')).toBe('lockfile-format');
    expect(refusal('pnpm-lock.yaml', `${head}x: ${'['.repeat(200)}`)).toBe('yaml-invalid');
  });
});

const CLASSIC = `# THIS IS AN AUTOGENERATED FILE. DO NOT EDIT THIS FILE DIRECTLY.
# yarn lockfile v1


"@acme/a@^1.0.0", "@acme/a@^1.2.0":
  version "1.2.3"
  resolved "https://r.example/@acme/a/-/a-1.2.3.tgz#0707"
  integrity ${SHA512}
  dependencies:
    b "^2.0.0"
    "@acme/c" ">=1, <2"

alias@npm:real@^1.0.0:
  version "1.0.1"
  resolved "https://r.example/real/-/real-1.0.1.tgz#0707"

b@^2.0.0, b@^2.1.0:
  version "2.1.0"
  integrity ${SHA1}
`;

describe('yarn.lock', () => {
  it('reads the form of the first version', () => {
    const expected = [
      { name: '@acme/a', version: '1.2.3', sha512: HEX, resolved: 'https://r.example/@acme/a/-/a-1.2.3.tgz#0707' },
      { name: 'real', version: '1.0.1', sha512: null, resolved: 'https://r.example/real/-/real-1.0.1.tgz#0707' },
      { name: 'b', version: '2.1.0', sha512: null, resolved: null },
    ];
    expect(rows('yarn.lock', CLASSIC)).toEqual(expected);
    expect(rows('yarn.lock', CLASSIC.replaceAll('\n', '\r\n'))).toEqual(expected);
  });
  it('reads the YAML of later ones, whose checksums name no tarball', () => {
    const text = `# This file is generated by running "yarn install"\n\n__metadata:\n  version: 8\n  cacheKey: 10c0\n\n"@acme/a@npm:^1.0.0, @acme/a@npm:^1.2.0":\n  version: 1.2.3\n  resolution: "@acme/a@npm:1.2.3"\n  checksum: 10c0/${HEX}\n  languageName: node\n  linkType: hard\n\n"app@workspace:.":\n  version: 0.0.0-use.local\n  resolution: "app@workspace:."\n`;
    expect(rows('yarn.lock', text)).toEqual([
      { name: '@acme/a', version: '1.2.3', sha512: null, resolved: '@acme/a@npm:1.2.3' },
    ]);
  });
  it('refuses what it does not write', () => {
    const entry = CLASSIC.slice(CLASSIC.indexOf('b@^2.0.0, '));
    expect(refusal('yarn.lock', CLASSIC + entry)).toBe('lockfile-format');
    expect(refusal('yarn.lock', CLASSIC.replace('  version "1.2.3"', '  version "1.2.3"\n  version "1.2.4"'))).toBe(
      'lockfile-format',
    );
    expect(refusal('yarn.lock', CLASSIC.replace('  version "1.2.3"', '   version "1.2.3"'))).toBe('lockfile-format');
    expect(refusal('yarn.lock', CLASSIC.replace('"1.2.3"', '"1.2.3'))).toBe('lockfile-format');
    expect(refusal('yarn.lock', CLASSIC.replace('# yarn lockfile v1', ''))).toBe('lockfile-format');
  });
});

describe('all of them', () => {
  it('answer any octets with entries or a reason', () => {
    const text = fc.oneof(
      fc.string(),
      fc.string().map((end) => CLASSIC + end),
      fc.json(),
    );
    fc.assert(
      fc.property(fc.constantFrom('package-lock.json', 'pnpm-lock.yaml', 'yarn.lock'), text, (file, content) => {
        try {
          read(file, content);
        } catch (error) {
          expect(error).toBeInstanceOf(Malformed);
        }
      }),
      { numRuns: 300 },
    );
  });
});
