// SPDX-License-Identifier: Apache-2.0
import { readNpmTarball } from '../artifact/npm-tarball.ts';
import { isNpmPackageUrl, type PackageUrl, parseNpmPackageUrl } from '../artifact/package-url.ts';
import { escapeText } from '../encoding/escape-text.ts';
import { member } from '../encoding/json-fields.ts';
import type { Bytes } from '../model/bytes.ts';
import { type Facts, malformedCheck, notPassed, passed } from '../model/check.ts';
import { attempt, Malformed } from '../model/malformed.ts';
import type { PackageIdentity } from '../model/package-identity.ts';
import type { ReasonCode } from '../model/reasons.ts';
import type { Statement } from '../model/statement.ts';
import { inPythonForm, signedDistribution } from './distribution-stage.ts';
import type { Examination } from './examination.ts';
import { NPM_PUBLISH } from './registry-agreement.ts';
import type { Artifact } from './request.ts';

interface Claim {
  readonly name: string | null;
  readonly version: string | null;
  readonly from: string;
}

/**
 * Whether the package that the matched subject names is the one asked for, and the one that the artifact says it is: check
 * `package.identity`, once per artifact. Statements about no package, of whom nobody asked for one, have no such check.
 *
 * @param index place of the subject that matched the artifact
 */
export function examinePackage(
  examination: Examination,
  statement: Statement,
  artifact: Artifact,
  index: number,
): void {
  const { context, checks } = examination;
  const at = { evidence: artifact.name, pointer: '' };
  const asked = context.packageAsked ?? null;
  const subject = statement.subject[index]?.name ?? null;
  if (subject === null || !isNpmPackageUrl(subject)) {
    if (asked === null) return;
    // Of other ecosystems the file itself names the package, and another check holds that name against what was signed.
    const own = signedDistribution(examination.entity, subject) ?? artifact.package;
    const wanted = own?.ecosystem === 'pypi' ? inPythonForm(asked) : asked;
    const other = own === undefined || own.ecosystem === 'npm' ? undefined : differenceOf(own, wanted);
    if (other === null) checks.push(passed('package.identity', at, { name: own!.name, version: own!.version }));
    else if (other !== undefined) checks.push(notPassed('package.identity', at, other.reason, other.detail));
    if (other !== undefined) return;
    const detail = `subject ${index} is ${subject === null ? 'without a name' : `"${escapeText(subject, 96)}"`}`;
    checks.push(notPassed('package.identity', at, 'package-not-named', detail));
    return;
  }
  const parsed = attempt(() => parseNpmPackageUrl(subject));
  if (parsed.ok) compareClaims(examination, parsed.value, artifact, claimsOf(statement));
  else checks.push(malformedCheck('package.identity', at, parsed.problem));
}

/** As `examinePackage`, of a package that a registry has signed by name, version and digest. */
export function examineRegisteredPackage(examination: Examination, artifact: Artifact): void {
  const { registry } = examination.entity;
  if (registry?.kind !== 'signature') return;
  compareClaims(examination, { name: registry.name, version: registry.version, repository: null }, artifact, []);
}

function compareClaims(
  { context, checks }: Examination,
  signed: PackageUrl,
  artifact: Artifact,
  others: readonly Claim[],
): void {
  const at = { evidence: artifact.name, pointer: '' };
  const asked = context.packageAsked ?? null;
  const own = attempt(() => ownIdentity(artifact));
  const claims = [...others, ...(own.ok && own.value !== null ? [own.value] : []), ...(asked === null ? [] : [asked])];
  const facts: Facts = {
    name: signed.name,
    version: signed.version,
    repository: signed.repository,
    comparedWith: claims.map(({ from }) => from),
  };
  const difference = claims.map((claim) => differenceOf(signed, claim)).find((one) => one !== null);
  if (difference != null) {
    checks.push(notPassed('package.identity', at, difference.reason, difference.detail, facts));
  } else if (!own.ok) checks.push(malformedCheck('package.identity', at, own.problem, facts));
  else checks.push(passed('package.identity', at, facts));
}

function differenceOf(
  signed: Pick<PackageUrl, 'name' | 'version'>,
  { name, version, from }: Claim,
): { readonly reason: ReasonCode; readonly detail: string } | null {
  const tell = (found: string, other: string) =>
    `the statement is about ${escapeText(found, 96)}, ${from} about ${escapeText(other, 96)}`;
  if (name !== null && name !== signed.name)
    return { reason: 'package-name-mismatch', detail: tell(signed.name, name) };
  if (version !== null && version !== signed.version)
    return { reason: 'package-version-mismatch', detail: tell(signed.version, version) };
  return null;
}

/** A publish attestation says it twice: as its subject, and in its predicate. */
function claimsOf({ predicateType, predicate }: Statement): Claim[] {
  if (!predicateType.startsWith(NPM_PUBLISH)) return [];
  const text = (name: string): string => {
    const value = predicate === null ? undefined : member(predicate, name);
    return typeof value === 'string' ? value : '';
  };
  return [{ name: text('name'), version: text('version'), from: 'its predicate' }];
}

/**
 * What the package itself says it is. Of one that is given by its digest nothing is known.
 *
 * @throws Malformed `package-json`
 */
export function ownIdentity(artifact: Artifact): PackageIdentity | null {
  const { package: known, given, bytes } = artifact;
  if (known?.ecosystem === 'npm') return known;
  if (given === 'digest') return null;
  if (bytes === null) throw new Malformed('package-json', 'the package is larger than what is held in memory');
  return remembered(artifact, bytes);
}

const identities = new WeakMap<Artifact, PackageIdentity>();

function remembered(artifact: Artifact, bytes: Bytes): PackageIdentity {
  const known = identities.get(artifact) ?? readNpmTarball(bytes);
  identities.set(artifact, known);
  return known;
}
