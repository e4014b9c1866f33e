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
  it('reads the packages of version 3 by folder, without the project; its folders have no digest', () => {
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
      { name: 'own', version: null, sha512: null, resolved: 'the folder packages/own' },
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
    expect(refusal('package-lock.json', `{"lockfileVersion":3,"packages":{${one},${one}}}`)).toBe('json-duplicate-key');
    const third = (packages: unknown) => refusal('package-lock.json', { lockfileVersion: 3, packages });
    expect(third([])).toBe('lockfile-format');
    expect(third({ 'node_modules/a': 1 })).toBe('lockfile-format');
    const both = `${SHA512} sha512-${Buffer.alloc(64, 8).toString('base64')}`;
    for (const integrity of ['sha512-AAAA', 'sha512-', 'crc32-AAAAAA==', `${SHA512}?x`, `${SHA512}  ${SHA1}`, both]) {
      expect(third({ 'node_modules/a': { integrity } }), integrity).toBe('lockfile-format');
    }
    expect(third({ 'node_modules/a@b': {} })).toBe('lockfile-format');
    expect(third({ 'node_modules/a/../b': {} })).toBe('lockfile-format');
    expect(third({ 'node_modules/a': { link: 'yes' } })).toBe('lockfile-format');
    for (const resolved of ['https://r.example/w.tgz', 'git+ssh://h.example/w', '//h.example/w', undefined])
      expect(third({ 'node_modules/a': { link: true, resolved } }), resolved).toBe('lockfile-format');
  });
  it.each([undefined, null, 0, 4, 99, '3', 2.5, true])('refuses version %j', (lockfileVersion) => {
    expect(refusal('package-lock.json', { lockfileVersion, packages: {}, dependencies: {} })).toBe(
      'lockfile-version-unsupported',
    );
  });

  const A = { version: '1.0.0', integrity: SHA512 };
  const E = { version: '1.0.0', integrity: `sha512-${Buffer.alloc(64, 8).toString('base64')}` };
  const second = (packages: object, dependencies: object) =>
    refusal('package-lock.json', { lockfileVersion: 2, packages: { '': {}, ...packages }, dependencies });
  it('takes a second version whose halves agree, in all the forms of npm', () => {
    const alike: readonly [object, object][] = [
      [{ 'node_modules/a': A }, { a: A }],
      [{ 'node_modules/a': A, 'node_modules/a/node_modules/b': A }, { a: { ...A, dependencies: { b: A } } }],
      [{ 'node_modules/al': { ...A, name: 'real' } }, { al: { ...A, version: 'npm:real@1.0.0' } }],
      [
        { 'node_modules/g': { version: '1.0.0', resolved: 'git+ssh://git@h.example/g.git#abc' } },
        { g: { version: 'git+ssh://git@h.example/g.git#abc', from: 'g@h' } },
      ],
      [
        { 'packages/w': {}, 'node_modules/w': { resolved: 'packages/w', link: true } },
        { w: { version: 'file:packages/w' } },
      ],
      [
        { 'node_modules/t': { ...A, resolved: 'https://r.example/t.tgz' } },
        { t: { version: 'https://r.example/t.tgz', integrity: SHA512 } },
      ],
      [{ 'node_modules/i': { version: '1.0.0', inBundle: true } }, { i: { version: '1.0.0', bundled: true } }],
    ];
    for (const [packages, dependencies] of alike) expect(second(packages, dependencies)).toBe('read');
  });
  it.each<[string, object, object]>([
    ['a package in the one alone', { 'node_modules/a': A, 'node_modules/b': E }, { a: A }],
    ['a package in the other alone', { 'node_modules/a': A }, { a: A, b: E }],
    ['another digest', { 'node_modules/a': A }, { a: E }],
    ['another version', { 'node_modules/a': A }, { a: { ...A, version: '1.0.1' } }],
    ['another name', { 'node_modules/a': A }, { a: { ...A, version: 'npm:b@1.0.0' } }],
    ['no digest', { 'node_modules/a': A }, { a: { version: '1.0.0' } }],
    ['a package below another', { 'node_modules/a': A }, { a: { ...A, dependencies: { b: E } } }],
  ])('refuses halves that differ in %s', (_, packages, dependencies) => {
    expect(second(packages, dependencies)).toBe('lockfile-halves-differ');
  });
  it('refuses the half that a version does not have', () => {
    expect(refusal('package-lock.json', { lockfileVersion: 1, dependencies: { a: A }, packages: {} })).toBe(
      'lockfile-halves-differ',
    );
    expect(
      refusal('package-lock.json', { lockfileVersion: 3, packages: { 'node_modules/a': A }, dependencies: {} }),
    ).toBe('lockfile-halves-differ');
  });

  it.each([
    ['a repository', { resolved: 'git+https://h.example/o/r.git#abc' }],
    ['a short form of one', { resolved: 'github:o/r#abc' }],
    ['an address that is read as one', { resolved: 'https://github.com/o/r.tgz' }],
    ['another spelling of it', { resolved: 'https://u@WWW.GitHub.com:443/o/r' }],
    ['an address with a host in escapes', { resolved: 'https://%67ithub.com/o/r' }],
    ['a repository behind an address', { resolved: 'https://h.example/o/r.git?/-/' }],
    ['a folder', { resolved: 'file:../r' }],
    ['a reference for a version', { version: 'git+https://h.example/o/r', resolved: 'https://r.example/r.tgz' }],
    ['another package', { inBundle: true }],
    ['a weak digest', { integrity: SHA1 }],
  ])('counts no digest of %s', (_, changed) => {
    const entry = { ...A, resolved: 'https://r.example/r.tgz' };
    const lock = (one: object) => ({ lockfileVersion: 3, packages: { 'node_modules/r': one } });
    const strong = (one: object) => rows('package-lock.json', lock(one))[0]!.sha512;
    expect(strong(entry)).toBe(HEX);
    expect(strong({ ...entry, resolved: 'https://gitlab.com/api/v4/projects/1/packages/npm/r/-/r.tgz' })).toBe(HEX);
    expect(strong({ ...entry, ...changed })).toBeNull();
  });
  it('tells of every folder, be it linked to, in the project, or with an address', () => {
    const found = rows('package-lock.json', {
      lockfileVersion: 3,
      packages: {
        'vendor/evil': { name: 'evil', version: '1.0.0', resolved: 'https://r.example/evil.tgz' },
        'packages/alone': {},
        'node_modules/out': { resolved: '../out', link: true },
        '../out': { name: 'other' },
      },
    });
    expect(found.map(({ name, resolved }) => `${name}: ${resolved}`)).toEqual([
      'evil: https://r.example/evil.tgz',
      'alone: the folder packages/alone',
      'out: the folder ../out, outside of the project',
    ]);
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
    expect(refusal('pnpm-lock.yaml', `${head}snapshots:\n  a@1.0.0: {}\n`)).toBe('lockfile-format');
    expect(refusal('pnpm-lock.yaml', `${head}x: ${'['.repeat(200)}`)).toBe('yaml-invalid');
  });
});

describe('pnpm-lock.yaml, beside what it pins', () => {
  it.each(["''", "'10.0'", "'9'", '4', '7.0', "'6.2'", '{}'])('refuses version %s', (version) => {
    expect(refusal('pnpm-lock.yaml', `lockfileVersion: ${version}\npackages: {}\n`)).toMatch(
      version === '{}' ? 'lockfile-format' : 'lockfile-version-unsupported',
    );
    expect(refusal('pnpm-lock.yaml', 'packages: {}\n')).toBe('lockfile-version-unsupported');
  });
  it('tells of links and patches', () => {
    const text = `lockfileVersion: '9.0'
importers:
  .:
    dependencies:
      w:
        specifier: workspace:*
        version: link:packages/w
  packages/w: {}
patchedDependencies:
  a@1.0.0:
    hash: abc
    path: patches/a.patch
packages:
  a@1.0.0:
    resolution: {integrity: ${SHA512}}
snapshots:
  a@1.0.0(b@2.0.0):
    dependencies:
      x: link:../x
`;
    expect(rows('pnpm-lock.yaml', text).map(({ name, sha512, resolved }) => [name, sha512 === HEX, resolved])).toEqual([
      ['a', true, null],
      ['w', false, 'the folder packages/w'],
      ['x', false, 'the folder ../x'],
      ['a patch of a@1.0.0', false, null],
    ]);
    const old = 'lockfileVersion: 5.4\nspecifiers:\n  w: link:../w\ndependencies:\n  w: link:../w\n';
    expect(rows('pnpm-lock.yaml', old)).toMatchObject([{ name: 'w', resolved: 'the folder ../w' }]);
  });
  it.each(['type: directory, directory: dir', 'type: git, repo: https://h.example/r, commit: abc', 'type: custom'])(
    'counts no digest beside %s',
    (more) => {
      const text = `lockfileVersion: '9.0'\npackages:\n  a@1.0.0:\n    resolution: {integrity: ${SHA512}, ${more}}\n`;
      expect(rows('pnpm-lock.yaml', text)[0]!.sha512).toBeNull();
    },
  );
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
  it('counts no digest of what is asked for elsewhere than in a registry', () => {
    const of = (key: string, resolved = '  resolved "https://r.example/a.tgz"\n') =>
      rows('yarn.lock', `# yarn lockfile v1\n\n${key}:\n  version "1.0.0"\n${resolved}  integrity ${SHA512}\n`)[0]!
        .sha512;
    for (const key of ['a@^1.0.0', 'a@latest', '"a@npm:b@^1.0.0"', '"a@https://r.example/a.tgz"', '"a@>=1 <2", a@^1'])
      expect(of(key), key).toBe(HEX);
    for (const key of [
      '"a@file:./a"',
      'a@o/r',
      '"a@git+ssh://h.example/r"',
      '"a@https://github.com/o/r"',
      'a@^1, "a@link:x"',
    ])
      expect(of(key), key).toBeNull();
    expect(of('a@^1.0.0', '')).toBeNull();
    expect(of('a@^1.0.0', '  resolved "git+https://h.example/r#abc"\n')).toBeNull();
    expect(refusal('yarn.lock', CLASSIC.replace('"@acme/a@^1.2.0"', '"other@^1.2.0"'))).toBe('lockfile-format');
    expect(refusal('yarn.lock', `${CLASSIC}# x\revil@^1:\r  version "1.0.0"\r`)).toBe('lockfile-format');
  });
  it('refuses versions of its own that are not known, and tells of the folders of a project', () => {
    const of = (version: string, more = '') => `__metadata:\n  version: ${version}\n${more}`;
    for (const version of ['3', '10', "''", '8.0'])
      expect(refusal('yarn.lock', of(version))).toBe('lockfile-version-unsupported');
    const found = rows(
      'yarn.lock',
      of('8', '"w@workspace:packages/w":\n  version: 0.0.0-use.local\n  resolution: "w@workspace:packages/w"\n'),
    );
    expect(found).toMatchObject([{ name: 'w', resolved: 'the folder packages/w' }]);
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
