// SPDX-License-Identifier: Apache-2.0
import { escapeText } from '../encoding/escape-text.ts';
import { type Check, type Checked, type Facts, type Locator, notPassed, passed } from '../model/check.ts';
import type { HashName } from '../model/public-key.ts';
import type { ReasonCode } from '../model/reasons.ts';
import type { ResourceDescriptor, Statement } from '../model/statement.ts';
import { isWeakDigest, STRONG_DIGESTS } from './digest-set.ts';

const SHOWN = 8;

/** What is compared: the digests that were computed over the artifact, or that the examiner gave for it. Lowercase hexadecimal. */
export interface ComparedArtifact {
  readonly name: string;
  readonly digests: ReadonlyMap<HashName, string>;
}

export interface SubjectMatch {
  /** Place in `subject`, from 0. */
  readonly index: number;
  readonly algorithms: readonly HashName[];
}

/** The strong digests that some subject carries: what has to be computed over the artifact so that none goes unchecked. */
export function digestsOfSubjects(statement: Statement): HashName[] {
  return STRONG_DIGESTS.filter((name) => statement.subject.some(({ digest }) => digest.has(name)));
}

/**
 * Whether the artifact is one of the subjects (in-toto DigestSet; attacks B08, B09). A subject matches by at least one strong
 * digest that is equal, as text; a subject in which another strong one differs refuses the statement, whatever other subjects
 * say. That is stricter than the specification, on purpose. Names are compared only where one is asked for.
 *
 * @param subjectName the name that the subject must have, or null for any
 */
export function matchSubjects(
  statement: Statement,
  artifact: ComparedArtifact,
  at: Locator,
  subjectName: string | null = null,
): Checked<SubjectMatch> {
  const compared = statement.subject.map((subject) => compare(subject, artifact.digests));
  const facts = factsOf(statement, artifact, subjectName);
  const refuse = (reason: ReasonCode, detail: string, more: Facts = {}) =>
    result(notPassed('subject.digest', at, reason, detail, { ...facts, ...more }));

  const conflict = compared.findIndex(({ equal, different }) => equal.length > 0 && different.length > 0);
  if (conflict !== -1) {
    const { equal, different } = compared[conflict]!;
    const detail = `subject ${conflict} agrees in ${equal.join(', ')} and differs in ${different.join(', ')}`;
    return refuse('subject-digest-conflict', detail, { subject: conflict });
  }
  const isMatch = (i: number) => compared[i]!.equal.length > 0;
  const index = statement.subject.findIndex(
    ({ name }, i) => isMatch(i) && (subjectName === null || name === subjectName),
  );
  if (index !== -1) {
    const { name } = statement.subject[index]!;
    const { equal } = compared[index]!;
    const match = { subject: index, subjectName: name === null ? null : escapeText(name), matched: equal };
    return result(passed('subject.digest', at, { ...facts, ...match }), { index, algorithms: equal });
  }
  const otherName = statement.subject.findIndex((_, i) => isMatch(i));
  if (otherName !== -1) {
    return refuse('subject-digest-mismatch', `the digest is that of subject ${otherName}, which has another name`, {
      subject: otherName,
    });
  }
  if (compared.some(({ different }) => different.length > 0)) {
    return refuse('subject-digest-mismatch', `none of ${compared.length} subjects has a digest of the artifact`);
  }
  const carried = new Set(statement.subject.flatMap(({ digest }) => [...digest.keys()]));
  if (!STRONG_DIGESTS.some((name) => carried.has(name)) && [...carried].some(isWeakDigest)) {
    return refuse('subject-digest-weak', 'the subjects carry weak digests only');
  }
  return refuse(
    'subject-digest-other',
    `no subject carries ${[...artifact.digests.keys()].join(' or ') || 'a digest that was given'}`,
  );
}

interface Comparison {
  readonly equal: readonly HashName[];
  readonly different: readonly HashName[];
}

function compare({ digest }: ResourceDescriptor, digests: ReadonlyMap<HashName, string>): Comparison {
  const shared = STRONG_DIGESTS.filter((name) => digest.has(name) && digests.has(name));
  const equal = shared.filter((name) => digest.get(name) === digests.get(name));
  return { equal, different: shared.filter((name) => !equal.includes(name)) };
}

function factsOf(statement: Statement, artifact: ComparedArtifact, subjectName: string | null): Facts {
  const expected = statement.subject.flatMap(({ digest }) =>
    STRONG_DIGESTS.filter((name) => digest.has(name)).map((name) => escapeText(`${name}:${digest.get(name)}`, 160)),
  );
  return {
    artifact: escapeText(artifact.name),
    computed: [...artifact.digests].map(([name, value]) => `${name}:${value}`),
    expected: expected.slice(0, SHOWN),
    expectedOmitted: Math.max(0, expected.length - SHOWN),
    subjects: statement.subject.length,
    ...(subjectName === null ? {} : { nameAsked: escapeText(subjectName) }),
  };
}

function result(check: Check, value?: SubjectMatch): Checked<SubjectMatch> {
  if (value === undefined) return { ok: false, checks: [check], findings: [] };
  return { ok: true, value, checks: [check], findings: [] };
}
