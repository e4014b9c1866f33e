// SPDX-License-Identifier: Apache-2.0
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { LockfileKind } from '../../src/artifact/lock-entry.ts';
import { PIP_REQUIREMENTS } from '../../src/artifact/lockfiles/pip-requirements.ts';
import { PDM_LOCK, POETRY_LOCK, PYLOCK, UV_LOCK } from '../../src/artifact/lockfiles/python-toml-locks.ts';
import { lockfileKind } from '../../src/artifact/lockfiles.ts';
import { attempt } from '../../src/model/malformed.ts';

const text = (value: string) => new TextEncoder().encode(value);
const A = 'a'.repeat(64);
const B = 'b'.repeat(64);
const read = (kind: LockfileKind, value: string) => kind.read(text(value));
const refusal = (kind: LockfileKind, value: string): string => {
  const result = attempt(() => read(kind, value));
  return result.ok ? 'accepted' : result.problem.reason;
};

describe('requirements of pip', () => {
  it('are one requirement a line, continued by backslashes, with their hashes', () => {
    const found = read(
      PIP_REQUIREMENTS,
      `# made by pip-compile
--index-url https://pypi.example/simple
-r other.txt
Foo.Bar[extra,more]==1.0-RC.1 ; python_version > "3.8" \\
    --hash=sha256:${A} \\
    --hash=sha256:${B}  # twice
plain>=2
exact == 3.0
wild==4.*
named @ https://files.example/named-1.whl#sha256=${A}
`,
    );
    expect(
      found.map(({ name, version, integrities, resolved, pointer }) => [
        name,
        version,
        integrities.length,
        resolved,
        pointer,
      ]),
    ).toEqual([
      ['--index-url https://pypi.example/simple', null, 0, null, 'line 2'],
      ['-r other.txt', null, 0, null, 'line 3'],
      ['foo-bar', '1.0rc1', 2, null, 'line 4'],
      ['plain', null, 0, null, 'line 7'],
      ['exact', '3.0', 0, null, 'line 8'],
      ['wild', null, 0, null, 'line 9'],
      ['named', null, 0, `https://files.example/named-1.whl#sha256=${A}`, 'line 10'],
    ]);
    expect(found[2]!.integrities[0]).toEqual({ algorithm: 'sha256', hex: A });
  });

  it.each([
    ['a hash that is cut', `foo==1 --hash=sha256:${A.slice(1)}`],
    ['a hash of an unknown kind', `foo==1 --hash=blake2:${A}`],
    ['a hash without its kind', `foo==1 --hash=${A}`],
    ['a line that is no requirement', '???'],
    ['a word behind the name', 'foo bar'],
  ])('refuse %s', (_, value) => {
    expect(refusal(PIP_REQUIREMENTS, value)).toBe('lockfile-format');
  });

  it.each([
    '-r other.txt',
    '--requirement=other.txt',
    '-c constraints.txt',
    '-e ./app',
    '--index-url https://i.example/',
    '-i https://i.example/',
    '--extra-index-url https://i.example/',
    '--trusted-host i.example',
    '--find-links https://i.example/',
    '--pre --index-url https://i.example/',
    '--ind https://i.example/',
    'https://i.example/x.whl',
    './x.whl',
    'x-1.0-py3-none-any.whl',
    'dist/x.tar.gz',
    'file:///x.whl',
  ])('tell of "%s", which pins nothing', (line) => {
    expect(read(PIP_REQUIREMENTS, `foo==1 --hash=sha256:${A}\n${line}\n`).slice(1)).toEqual([
      {
        ecosystem: 'pypi',
        name: line,
        version: null,
        integrities: [],
        resolved: null,
        pointer: 'line 2',
        isOption: true,
      },
    ]);
  });

  it('pass over options that bring nothing in', () => {
    for (const line of ['--require-hashes', '--no-index', '--pre', '--only-binary :all:', '--no-binary=foo,bar'])
      expect(read(PIP_REQUIREMENTS, `${line}\n`), line).toEqual([]);
  });

  it.each(['\r', '\v', '\f', '\x1c', '\x1d', '\x1e', '\x85', '\u2028', '\u2029'])(
    'refuse %j, at which some readers end a line, in comments too',
    (end) => {
      expect(refusal(PIP_REQUIREMENTS, `# x${end}evil==1\n`)).toBe('lockfile-format');
      expect(refusal(PIP_REQUIREMENTS, `foo==1${end}evil==1\n`)).toBe('lockfile-format');
      expect(refusal(PIP_REQUIREMENTS, `foo==1\r\nbar==1 # caf\u00e9\r\n`)).toBe('accepted');
    },
  );

  it.each([
    ['a variable', `foo==1 ; extra == "\${V}"`],
    ['another character set', '# -*- coding: utf-7 -*-\nfoo==1'],
    ['an abbreviated option', `foo==1 --hash=sha256:${A} --has=sha256:${B}`],
    ['another option', `foo==1 --hash=sha256:${A} --config-settings=x`],
    ['a word behind the hashes', `foo==1 --hash=sha256:${A} bar`],
    ['a character that only looks like a space', 'foo==1\u00a0# x'],
  ])('refuse %s', (_, value) => {
    expect(refusal(PIP_REQUIREMENTS, value)).toBe('lockfile-format');
  });

  it('join lines before they cut off comments, as pip does', () => {
    const names = (value: string) => read(PIP_REQUIREMENTS, value).map(({ name, version }) => `${name} ${version}`);
    expect(names('# x \\\nfoo==1\n')).toEqual(['foo 1']);
    expect(names('foo==1 # x \\\nbar==1\n')).toEqual(['foo 1']);
    expect(names('foo==\\\n1\n')).toEqual(['foo 1']);
    expect(names('foo==1 \\\n# x\nbar==1\n')).toEqual(['foo 1', 'bar 1']);
    expect(names('foo==1 \\')).toEqual(['foo 1']);
  });

  it('take a hostile line in linear time', () => {
    const started = performance.now();
    for (const line of [
      `foo==1 ${' '.repeat(1_000_000)}x`,
      `foo==1${';'.repeat(1_000_000)}`,
      `foo${'['.repeat(500_000)}`,
    ]) {
      attempt(() => read(PIP_REQUIREMENTS, line));
    }
    expect(performance.now() - started).toBeLessThan(2_000);
  });
});

describe('locks in TOML', () => {
  it('uv: digests of sdist and wheels, and the source', () => {
    const [one, two] = read(
      UV_LOCK,
      `version = 1
[[package]]
name = "foo-bar"
version = "1.0.0"
source = { registry = "https://pypi.org/simple" }
sdist = { url = "https://f/foo_bar-1.0.0.tar.gz", hash = "sha256:${A}", size = 3 }
wheels = [{ url = "https://f/foo_bar-1.0.0-py3-none-any.whl", hash = "sha256:${B}" }]
[[package]]
name = "mine"
version = "0.1.0"
source = { editable = "." }
`,
    );
    expect(one).toEqual({
      ecosystem: 'pypi',
      name: 'foo-bar',
      version: '1.0.0',
      integrities: [
        { algorithm: 'sha256', hex: A },
        { algorithm: 'sha256', hex: B },
      ],
      resolved: 'registry https://pypi.org/simple',
      pointer: '/package/0',
    });
    expect(two).toMatchObject({ name: 'mine', integrities: [], resolved: 'editable .' });
  });

  it.each([
    [
      'poetry',
      POETRY_LOCK,
      `[[package]]\nname = "Foo_Bar"\nversion = "1.0"\nfiles = [{file = "f.whl", hash = "sha256:${A}"}]\n`,
    ],
    [
      'poetry of old',
      POETRY_LOCK,
      `[[package]]\nname = "Foo_Bar"\nversion = "1.0"\n[metadata.files]\nFoo_Bar = [{file = "f", hash = "sha256:${A}"}]\n`,
    ],
    [
      'pdm',
      PDM_LOCK,
      `[[package]]\nname = "foo-bar"\nversion = "1.0"\nfiles = [{file = "f.whl", hash = "sha256:${A}"}]\n`,
    ],
    [
      'pdm of old',
      PDM_LOCK,
      `[[package]]\nname = "foo-bar"\nversion = "1.0"\n[metadata.files]\n"foo-bar 1.0" = [{url = "u", hash = "sha256:${A}"}]\n`,
    ],
    [
      'pylock',
      PYLOCK,
      `lock-version = "1.0"\n[[packages]]\nname = "foo.bar"\nversion = "1.0"\nwheels = [{name = "f.whl", hashes = {sha256 = "${A}", blake3 = "x"}}]\n`,
    ],
  ])('%s', (_, kind, value) => {
    expect(read(kind, value)).toMatchObject([
      { name: 'foo-bar', version: '1.0', integrities: [{ algorithm: 'sha256', hex: A }] },
    ]);
  });

  it.each([
    ['no TOML', 'a = [', 'toml-invalid'],
    ['a key twice', 'a = 1\na = 2', 'toml-invalid'],
    ['__proto__', '__proto__ = 1', 'toml-invalid'],
    ['deep lists', `a = ${'['.repeat(60)}${']'.repeat(60)}`, 'toml-invalid'],
    ['deep tables', `[${Array(60).fill('a').join('.')}]\nb = 1`, 'limit-exceeded'],
    ['a package without a name', '[[package]]\nversion = "1"', 'lockfile-format'],
    ['a package that is none', 'package = ["x"]', 'lockfile-format'],
    ['a name that is none', '[[package]]\nname = "a b"', 'lockfile-format'],
    ['a version that is none', '[[package]]\nname = "a"\nversion = "one"', 'lockfile-format'],
    ['a hash that is none', '[[package]]\nname = "a"\nsdist = {hash = "sha256:00"}', 'lockfile-format'],
  ])('are refused with %s', (_, value, reason) => {
    expect(refusal(UV_LOCK, value)).toBe(reason);
  });

  it.each([
    ['uv', UV_LOCK, 'version = 2'],
    ['uv', UV_LOCK, 'version = "1"'],
    ['poetry', POETRY_LOCK, '[metadata]\nlock-version = "3.0"'],
    ['pdm', PDM_LOCK, '[metadata]\nlock_version = "5.0"'],
    ['pylock', PYLOCK, 'lock-version = "2.0"'],
  ])('of %s are refused in a version that is not known: %#', (_, kind, value) => {
    expect(refusal(kind, value)).toBe('lockfile-version-unsupported');
  });

  it.each([
    [UV_LOCK, 'source = { git = "https://h.example/r?rev=1#abc" }', `sdist = {hash = "sha256:${A}"}`],
    [UV_LOCK, 'source = { url = "https://h.example/a.zip" }', `sdist = {hash = "sha256:${A}"}`],
    [UV_LOCK, 'source = { path = "../a.whl" }', `wheels = [{hash = "sha256:${A}"}]`],
    [UV_LOCK, 'source = { editable = "." }', `wheels = [{hash = "sha256:${A}"}]`],
    [
      UV_LOCK,
      'source = { registry = "https://i.example", git = "https://h.example/r" }',
      `sdist = {hash = "sha256:${A}"}`,
    ],
    [POETRY_LOCK, `files = [{hash = "sha256:${A}"}]`, '[package.source]\ntype = "git"\nurl = "https://h.example/r"'],
    [
      POETRY_LOCK,
      `files = [{hash = "sha256:${A}"}]`,
      '[package.source]\ntype = "url"\nurl = "https://h.example/a.zip"',
    ],
    [POETRY_LOCK, `files = [{hash = "sha256:${A}"}]`, '[package.source]\ntype = "directory"\nurl = "../a"'],
    [PDM_LOCK, `files = [{hash = "sha256:${A}"}]`, 'git = "https://h.example/r"'],
    [PDM_LOCK, `files = [{hash = "sha256:${A}"}]`, 'path = "./a"'],
    [PDM_LOCK, `files = [{hash = "sha256:${A}"}]`, 'url = "https://h.example/a.zip"'],
  ])('count no digest of what is from no index: %#', (kind, first, second) => {
    const [one] = read(kind, `[[package]]\nname = "a"\nversion = "1"\n${first}\n${second}\n`);
    expect([one!.integrities, one!.resolved === null]).toEqual([[], false]);
  });

  it('of an index beside PyPI count', () => {
    const lock = `[[package]]\nname = "a"\nversion = "1"\nfiles = [{hash = "sha256:${A}"}]\n[package.source]\ntype = "legacy"\nurl = "https://i.example"\n`;
    expect(read(POETRY_LOCK, lock)[0]!.integrities.length).toBe(1);
  });

  it('of PEP 751 have files of an index or another source, never both', () => {
    const lock = (more: string) => `lock-version = "1.0"\n[[packages]]\nname = "a"\n${more}\n`;
    const wheel = `wheels = [{hashes = {sha256 = "${A}"}}]`;
    const vcs = 'vcs = {type = "git", url = "https://h.example/r", commit-id = "abc"}';
    expect(refusal(PYLOCK, lock(`${wheel}\n${vcs}`))).toBe('lockfile-format');
    expect(read(PYLOCK, lock(vcs))[0]).toMatchObject({ integrities: [] });
  });

  it('never throw anything but a refusal', () => {
    fc.assert(
      fc.property(fc.string({ unit: fc.constantFrom(...'[]{}="\\n.a1#, package') }), (value) => {
        for (const kind of [UV_LOCK, POETRY_LOCK, PYLOCK, PIP_REQUIREMENTS]) attempt(() => read(kind, value));
      }),
    );
  });
});

it('a lockfile is known by its name, and by one row alone', () => {
  const names = [
    'requirements.txt',
    'requirements-dev.txt',
    'constraints.txt',
    'uv.lock',
    'poetry.lock',
    'pdm.lock',
    'pylock.toml',
    'pylock.dev.toml',
  ];
  expect(names.map((name) => lockfileKind(name)?.id)).toEqual([
    'requirements.txt',
    'requirements.txt',
    'requirements.txt',
    'uv.lock',
    'poetry.lock',
    'pdm.lock',
    'pylock.toml',
    'pylock.toml',
  ]);
  expect(lockfileKind('readme.txt')).toBeNull();
});
