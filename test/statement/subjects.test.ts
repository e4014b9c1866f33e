// SPDX-License-Identifier: Apache-2.0
import { describe, expect, it } from 'vitest';
import type { HashName } from '../../src/model/public-key.ts';
import { digestsOfSubjects, matchSubjects } from '../../src/statement/subjects.ts';
import { A256, A384, A512, AT, B256, B512, problems, statementOf } from './support.ts';

type Digests = Record<string, string>;

function match(
  subjects: readonly Digests[],
  given: Partial<Record<HashName, string>>,
  name: string | null = null,
  names: readonly string[] = [],
) {
  const subject = subjects.map((digest, i) => ({ name: names[i], digest }));
  const digests = new Map(Object.entries(given) as [HashName, string][]);
  return matchSubjects(statementOf({ subject }), { name: 'a.txt', digests }, AT, name);
}

const reasonOf = (...args: Parameters<typeof match>) => {
  const result = match(...args);
  expect(result.ok).toBe(false);
  expect(result.checks).toHaveLength(1);
  return problems(result)[0];
};

const FILE = { sha256: A256, sha384: A384, sha512: A512 };

describe('an artifact matches', () => {
  it('by one strong digest', () => {
    const result = match([{ sha256: A256 }], FILE);
    expect(result.ok && result.value).toEqual({ index: 0, algorithms: ['sha256'] });
    expect(result.checks).toEqual([
      {
        id: 'subject.digest',
        outcome: 'passed',
        at: AT,
        facts: {
          artifact: 'a.txt',
          computed: [`sha256:${A256}`, `sha384:${A384}`, `sha512:${A512}`],
          expected: [`sha256:${A256}`],
          expectedOmitted: 0,
          subjects: 1,
          subject: 0,
          subjectName: null,
          matched: ['sha256'],
        },
      },
    ]);
  });

  it('in any subject, not only the first', () => {
    const result = match([{ sha256: B256 }, { sha1: 'x' }, { sha512: A512, sha384: A384 }], FILE);
    expect(result.ok && result.value).toEqual({ index: 2, algorithms: ['sha384', 'sha512'] });
  });

  it('beside digests that are weak, unknown or not at hand', () => {
    expect(match([{ sha256: A256, sha1: 'wrong', md5: 'wrong', gitCommit: 'wrong', SHA512: 'wrong' }], FILE).ok).toBe(
      true,
    );
    expect(match([{ sha256: A256, sha512: B512 }], { sha256: A256 }).ok).toBe(true);
  });

  it('by its name too, where one is asked for', () => {
    const subjects = [{ sha256: A256 }, { sha256: A256 }];
    const result = match(subjects, FILE, 'b', ['a', 'b']);
    expect(result.ok && result.value.index).toBe(1);
    expect(result.checks[0]?.facts).toMatchObject({ subjectName: 'b', nameAsked: 'b' });
    expect(reasonOf(subjects, FILE, 'B', ['a', 'b'])).toBe('subject.digest subject-digest-mismatch');
    expect(match(subjects, FILE, 'c', ['a', 'b']).checks[0]).toMatchObject({
      detail: 'the digest is that of subject 0, which has another name',
    });
  });
});

describe('an artifact does not match', () => {
  it.each([
    ['another digest', { sha256: B256 }],
    ['upper case', { sha256: A256.toUpperCase() }],
    ['63 digits', { sha256: A256.slice(1) }],
    ['65 digits', { sha256: `${A256}a` }],
    ['the algorithm in front', { sha256: `sha256:${A256}` }],
    ['a blank behind', { sha256: `${A256} ` }],
    ['an empty value', { sha256: '' }],
    ['the digest of another algorithm', { sha256: A512, sha384: A256 }],
  ])('%s', (_, digest) => {
    expect(reasonOf([digest], FILE)).toBe('subject.digest subject-digest-mismatch');
  });

  it('a subject that also contradicts, wherever it stands', () => {
    expect(reasonOf([{ sha256: A256, sha512: B512 }], FILE)).toBe('subject.digest subject-digest-conflict');
    expect(reasonOf([{ sha256: A256, sha512: A512.toUpperCase() }], FILE)).toBe(
      'subject.digest subject-digest-conflict',
    );
    expect(reasonOf([{ sha256: A256 }, { sha256: B256, sha512: A512 }], FILE)).toBe(
      'subject.digest subject-digest-conflict',
    );
    expect(match([{ sha256: A256 }, { sha256: B256, sha512: A512 }], FILE).checks[0]).toMatchObject({
      facts: { subject: 1 },
      detail: 'subject 1 agrees in sha512 and differs in sha256',
    });
  });

  it.each([
    ['MD5', { md5: 'a'.repeat(32) }],
    ['SHA-1', { sha1: 'a'.repeat(40) }],
    ['both, and an unknown one', { md5: 'a', sha1: 'a', gitCommit: 'a' }],
  ])('a subject named by %s only', (_, digest) => {
    expect(reasonOf([digest], FILE)).toBe('subject.digest subject-digest-weak');
  });

  it.each([
    ['an empty set', {}],
    ['a name in upper case', { SHA256: A256 }],
    ['a name of Object', { constructor: A256 }],
    ['a git commit', { gitCommit: 'a'.repeat(40) }],
    ['a strong digest that was not given', { sha512: A512 }],
    ['a strong one that was not given, and a weak one', { sha512: A512, sha1: 'a' }],
  ])('a subject with %s, where only SHA-256 is at hand', (_, digest) => {
    expect(reasonOf([digest], { sha256: A256 })).toBe('subject.digest subject-digest-other');
  });

  it('anything where nothing is at hand', () => {
    expect(reasonOf([{ sha256: A256 }], {})).toBe('subject.digest subject-digest-other');
  });
});

describe('the facts', () => {
  it('stay bounded and escaped, whatever the statement holds', () => {
    const subjects = Array.from({ length: 1000 }, (_, i) => ({ sha256: `${i}\u001b`.repeat(100) }));
    const { facts } = match(subjects, FILE).checks[0]!;
    expect(facts).toMatchObject({ subjects: 1000, expectedOmitted: 992 });
    const expected = facts['expected'] as readonly string[];
    expect(expected).toHaveLength(8);
    for (const text of expected) expect(text).toMatch(/^[\x20-\x7e]{1,160}…$/);
  });
});

it('digestsOfSubjects are the strong ones that some subject carries', () => {
  expect(
    digestsOfSubjects(
      statementOf({ subject: [{ digest: { sha512: A512, md5: 'x' } }, { digest: { sha256: A256, SHA384: A384 } }] }),
    ),
  ).toEqual(['sha256', 'sha512']);
});
