// SPDX-License-Identifier: Apache-2.0
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { packageOfFileName } from '../../src/artifact/claimed-package.ts';
import { distributionKey, parseDistributionName } from '../../src/artifact/python-distribution.ts';
import { normalVersion } from '../../src/artifact/python-version.ts';
import { attempt } from '../../src/model/malformed.ts';

const key = (name: string) => distributionKey(parseDistributionName(name));
const refused = (read: () => unknown) => {
  const result = attempt(read);
  return result.ok ? 'accepted' : result.problem.reason;
};

describe('versions (PEP 440)', () => {
  it.each([
    ['1.0', '1.0'],
    ['1.0.0', '1.0.0'],
    ['v01.02', '1.2'],
    ['0!1', '1'],
    ['2!1', '2!1'],
    ['1.0-RC.01', '1.0rc1'],
    ['1.0alpha', '1.0a0'],
    ['1.0_beta2', '1.0b2'],
    ['1.0c1', '1.0rc1'],
    ['1.0preview3', '1.0rc3'],
    ['1.0-1', '1.0.post1'],
    ['1.0.rev4', '1.0.post4'],
    ['1.0post', '1.0.post0'],
    ['1.0dev', '1.0.dev0'],
    ['1.0a1.post2.dev3', '1.0a1.post2.dev3'],
    ['1.0+Ubuntu-01', '1.0+ubuntu.1'],
  ])('%s is %s', (text, normal) => {
    expect(normalVersion(text)).toBe(normal);
    expect(normalVersion(normal)).toBe(normal);
  });

  it.each(['', 'one', '1.', '.1', '1.0+', '1.0 ', '1..0', '1.0a1b2', '1.0.dev1a2', '1'.repeat(300)])(
    'refuses "%s"',
    (text) => {
      expect(refused(() => normalVersion(text))).toBe('artifact-name-invalid');
    },
  );
});

describe('names of distributions', () => {
  it.each([
    ['foo_bar-1.0-py3-none-any.whl', 'Foo.Bar-1.0-py3-none-any.whl'],
    ['a-1-py2.py3-none-any.whl', 'a-1-py3.py2-none-any.whl'],
    [
      'a-1-cp39-abi3-manylinux_2_17_x86_64.manylinux2014_x86_64.whl',
      'a-1-cp39-abi3-manylinux2014_x86_64.manylinux_2_17_x86_64.whl',
    ],
    ['a-1-01-py3-none-any.whl', 'a-1-1-py3-none-any.whl'],
    ['a-1.0RC1-py3-none-any.whl', 'a-1.0rc1-py3-none-any.whl'],
    ['foo-bar-1.0.tar.gz', 'foo_bar-1.0.tar.gz'],
    ['Foo.bar-1.0-1.zip', 'foo_bar_1.0-1.zip'],
  ])('%s is %s, in another spelling', (one, other) => {
    if (one.endsWith('.zip')) expect(key(one)).not.toBe(key('foo_bar-1.0.zip'));
    else expect(key(one)).toBe(key(other));
  });

  it.each([
    ['another version', 'a-1.1-py3-none-any.whl'],
    ['a trailing zero', 'a-1.0.0-py3-none-any.whl'],
    ['another build', 'a-1.0-2-py3-none-any.whl'],
    ['one tag more', 'a-1.0-py2.py3-none-any.whl'],
    ['another platform', 'a-1.0-py3-none-linux_x86_64.whl'],
    ['another name', 'ab-1.0-py3-none-any.whl'],
    ['a source distribution', 'a-1.0.tar.gz'],
  ])('%s is another distribution', (_, other) => {
    expect(key(other)).not.toBe(key('a-1.0-py3-none-any.whl'));
  });

  it.each([
    'a.whl',
    'a-1.whl',
    'a-1-py3-none.whl',
    'a-1-x-py3-none-any.whl',
    'a-1-2-3-py3-none-any.whl',
    'a__b-1-py3-none-any.whl',
    'a b-1-py3-none-any.whl',
    '-1-py3-none-any.whl',
    'a-1-py3-none-.whl',
    'a-1-py3-none-any..x.whl',
    'a-one.tar.gz',
    'a.tar.gz',
    '-1.tar.gz',
    'a-1.tgz',
    'a-1.TAR.GZ',
    'a-1-py3-none-any.WHL',
    '',
    '\u0430-1.tar.gz',
    `${'a'.repeat(300)}-1.tar.gz`,
  ])('"%s" names none', (name) => {
    expect(refused(() => parseDistributionName(name))).toBe('artifact-name-invalid');
  });

  it('have a normal form that is one itself', () => {
    const word = fc
      .stringMatching(/^[A-Za-z0-9]([A-Za-z0-9._]{0,4}[A-Za-z0-9])?$/)
      .filter((text) => !text.includes('__'));
    const tag = fc.stringMatching(/^[a-z0-9_]{1,4}$/);
    const tags = fc.array(tag, { minLength: 1, maxLength: 3 }).map((all) => all.join('.'));
    fc.assert(
      fc.property(
        word,
        fc.stringMatching(/^[0-9]{1,3}(\.[0-9]{1,3})?((a|b|rc)[0-9])?$/),
        tags,
        tags,
        tags,
        (name, version, a, b, c) => {
          const normal = key(`${name}-${version}-${a}-${b}-${c}.whl`);
          expect(key(normal)).toBe(normal);
        },
      ),
    );
  });

  it('are refused, never anything else', () => {
    fc.assert(
      fc.property(fc.string({ unit: fc.constantFrom(...'aA1.-_+!/\u00e9 ') }), (text) => {
        for (const ending of ['.whl', '.tar.gz', '.zip', '']) attempt(() => parseDistributionName(text + ending));
      }),
    );
  });
});

it('only a wheel says by its name that it is a package of Python', () => {
  expect(packageOfFileName('dist/Foo.Bar-1.0-py3-none-any.whl')).toMatchObject({
    ecosystem: 'pypi',
    name: 'foo-bar',
    version: '1.0',
  });
  expect(packageOfFileName('linux-6.1.tar.gz')).toBeNull();
  expect(packageOfFileName('a.whl')).toBeNull();
});
