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
      ['foo-bar', '1.0rc1', 2, null, 'line 4'],
      ['plain', null, 0, null, 'line 7'],
      ['exact', '3.0', 0, null, 'line 8'],
      ['wild', null, 0, null, 'line 9'],
      ['named', null, 1, `https://files.example/named-1.whl#sha256=${A}`, 'line 10'],
    ]);
    expect(found[0]!.integrities[0]).toEqual({ algorithm: 'sha256', hex: A });
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
