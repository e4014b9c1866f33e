// SPDX-License-Identifier: Apache-2.0
import {
  distributionKey,
  normalProjectName,
  type PythonDistribution,
  parseDistributionName,
} from '../artifact/python-distribution.ts';
import { normalVersion } from '../artifact/python-version.ts';
import { escapeText } from '../encoding/escape-text.ts';
import { type Check, type Facts, type Locator, notPassed, passed, skipped } from '../model/check.ts';
import { attempt, type Parsed } from '../model/malformed.ts';
import type { PackageIdentity } from '../model/package-identity.ts';
import type { SignedEntity } from '../model/signed-entity.ts';
import type { Statement } from '../model/statement.ts';
import type { Artifact } from './request.ts';

/** What PyPI takes and serves, exactly. */
const TYPES: ReadonlySet<string> = new Set([
  'https://docs.pypi.org/attestations/publish/v1',
  'https://slsa.dev/provenance/v1',
]);

/**
 * What PEP 740 asks of a statement beyond being one: version 1, a type that the index knows, one subject with a SHA-256, whose
 * name is that of the distribution at hand. Names are compared as what they mean, not as text (attacks L05). Empty for what
 * is no attestation of an index.
 */
export function distributionChecks(
  { envelope, at }: SignedEntity,
  statement: Statement,
  artifacts: readonly Artifact[],
): readonly Check[] {
  if (envelope !== 'pypi-attestation') return [];
  const { predicateType, type } = statement;
  const checks: Check[] = [];
  if (type !== 'https://in-toto.io/Statement/v1') {
    const detail = 'the statement is of version v0.1, where the format demands v1';
    checks.push(notPassed('statement.type', at, 'statement-type-unknown', detail, { type }));
  }
  if (!TYPES.has(predicateType)) {
    const detail = `the predicate is of type "${escapeText(predicateType, 128)}"`;
    checks.push(notPassed('statement.predicate', at, 'attestation-type-unknown', detail));
  }
  return [...checks, ...nameChecks(statement, artifacts, at)];
}

function nameChecks({ subject }: Statement, artifacts: readonly Artifact[], at: Locator): readonly Check[] {
  const [only, ...others] = subject;
  if (only === undefined || others.length > 0) {
    const detail = `the statement has ${subject.length} subjects`;
    return [notPassed('subject.name', at, 'subject-count', detail, { subjects: subject.length })];
  }
  const { name } = only;
  if (name === null || name === '')
    return [notPassed('subject.name', at, 'subject-name-absent', 'the subject has no name')];
  const claimed = attempt(() => parseDistributionName(name));
  if (!claimed.ok) return [notPassed('subject.name', at, 'subject-name-invalid', claimed.problem.detail)];
  const subjectFacts = { subject: escapeText(name), ...factsOf('subject', claimed.value) };
  if (!only.digest.has('sha256')) {
    const detail = 'the subject carries no sha256, which the format demands';
    return [notPassed('subject.digest', at, 'subject-digest-other', detail, subjectFacts)];
  }
  const files = artifacts.filter(({ given }) => given === 'file');
  // An artifact that is given by its digest has no name to compare.
  if (files.length === 0) {
    return artifacts.length === 0
      ? [skipped('subject.name', at, 'subject.digest')]
      : [
          passed('subject.name', at, {
            ...subjectFacts,
            compared: 'with no name: the artifact is given by its digest',
          }),
        ];
  }
  return files.map((file) => compare(claimed.value, file, subjectFacts));
}

function compare(claimed: PythonDistribution, { name }: Artifact, subjectFacts: Facts): Check {
  const at = { evidence: name, pointer: '' };
  const fileName = baseName(name);
  const held: Parsed<PythonDistribution> = attempt(() => parseDistributionName(fileName));
  if (!held.ok) return notPassed('subject.name', at, held.problem.reason, held.problem.detail, subjectFacts);
  const facts = { ...subjectFacts, artifact: escapeText(fileName), ...factsOf('artifact', held.value) };
  if (distributionKey(claimed) === distributionKey(held.value)) return passed('subject.name', at, facts);
  const detail = `the statement names ${distributionKey(claimed)}, the file is ${distributionKey(held.value)}`;
  return notPassed('subject.name', at, 'subject-name-mismatch', detail, facts);
}

function factsOf(whose: 'subject' | 'artifact', distribution: PythonDistribution): Facts {
  const { kind, name, version } = distribution;
  return { [`${whose}Kind`]: kind, [`${whose}Package`]: name, [`${whose}Version`]: version };
}

/** The package that the signed subject of an index's attestation names; undefined for everything else. */
export function signedDistribution({ envelope }: SignedEntity, subject: string | null): PackageIdentity | undefined {
  if (envelope !== 'pypi-attestation' || subject === null) return undefined;
  const parsed = attempt(() => parseDistributionName(subject));
  if (!parsed.ok) return undefined;
  const { name, version } = parsed.value;
  return { ecosystem: 'pypi', name, version, from: 'the signed subject' };
}

/** What was asked for, in the form in which names and versions of Python are compared. */
export function inPythonForm<T extends { readonly name: string | null; readonly version: string | null }>(asked: T): T {
  const { name, version } = asked;
  const normal = version === null ? null : attempt(() => normalVersion(version));
  return {
    ...asked,
    name: name === null ? null : normalProjectName(name),
    version: normal === null ? null : normal.ok ? normal.value : version,
  };
}

/** The last part of a path, also inside an archive. */
export function baseName(name: string): string {
  return name.slice(name.lastIndexOf('/') + 1);
}
