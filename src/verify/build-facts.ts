// SPDX-License-Identifier: Apache-2.0
import type { Facts } from '../model/check.ts';
import type { JsonObject } from '../model/json.ts';
import type { BuildFacts } from '../model/policy-document.ts';
import { type BuildClaims, textAt, valueAt } from './build-claims.ts';
import { builderOf } from './builder-id.ts';
import { certificateBuild, isPlatform } from './certificate-build.ts';
import { provenanceBuild } from './provenance-build.ts';

/** Of a build that nothing verified speaks of. */
export const UNKNOWN_BUILD: BuildFacts = {
  builderId: null,
  sourceRepository: null,
  sourceRef: null,
  sourceCommit: null,
  sourceTag: null,
  sourceBranch: null,
  workflow: null,
  workflowRef: null,
  workflowName: null,
  workflowRepository: null,
  trigger: null,
  runner: null,
  inputs: null,
  contradictions: [],
};

const COMPARED = [
  'sourceRepository',
  'sourceRef',
  'sourceCommit',
  'workflow',
  'workflowRef',
  'workflowRepository',
  'trigger',
  'runner',
] as const;

/**
 * Who built it, from what. Each fact comes from the certificate where that says it, since the platform wrote it there, and
 * else from the provenance. Where both say it and differ, the fact is named in `contradictions`.
 *
 * A certificate counts only under its platform's own issuer, and without one its signer's provenance counts only where that
 * signer was asked for: else anybody with a login could write whose build it was.
 *
 * @param statement a verified in-toto statement, or null
 * @param certificate `identity`, `issuer` and the extensions of a verified certificate, or null
 * @param asked the signer is one that the examiner named
 */
export function buildFacts(statement: JsonObject | null, certificate: Facts | null, asked: boolean): BuildFacts {
  if (certificate !== null && !isPlatform(certificate)) {
    return asked && statement !== null ? { ...joined(statement, null), builderId: null } : UNKNOWN_BUILD;
  }
  return certificate === null && !asked ? UNKNOWN_BUILD : joined(statement, certificate);
}

function joined(statement: JsonObject | null, certificate: Facts | null): BuildFacts {
  const told: BuildClaims = statement === null ? {} : (provenanceBuild(statement) ?? {});
  const { claims, others } =
    certificate === null ? { claims: {} as BuildClaims, others: {} } : certificateBuild(certificate);
  const contradictions: string[] = COMPARED.filter(
    (name) => differ(claims[name], told[name]) || differ(claims[name], others[name]),
  );
  const fact = (name: (typeof COMPARED)[number] | 'workflowName') => claims[name] ?? told[name] ?? null;
  const builder = builderOf({
    san: typeof certificate?.['identity'] === 'string' ? certificate['identity'] : null,
    claimed: told.builderId ?? null,
    runner: claims.runner ?? null,
    npm: statement !== null && isNpm(statement),
  });
  if (builder.contradicts) contradictions.push('builderId');
  const ref = fact('sourceRef');
  if (contradictions.includes('sourceRef')) contradictions.push('sourceTag', 'sourceBranch');
  return {
    builderId: builder.id,
    sourceRepository: fact('sourceRepository'),
    sourceRef: ref,
    sourceCommit: fact('sourceCommit'),
    sourceTag: after(ref, 'refs/tags/'),
    sourceBranch: after(ref, 'refs/heads/') ?? (after(ref, 'refs/tags/') === null ? null : (told.sourceBranch ?? null)),
    workflow: fact('workflow'),
    workflowRef: fact('workflowRef'),
    workflowName: fact('workflowName'),
    workflowRepository: fact('workflowRepository'),
    trigger: fact('trigger'),
    runner: fact('runner'),
    // Only who starts a workflow by hand gives it inputs.
    inputs: [null, 'workflow_dispatch'].includes(fact('trigger')) ? (told.inputs ?? null) : null,
    contradictions,
  };
}

function differ(a: string | null | undefined, b: string | null | undefined): boolean {
  return a != null && b != null && a !== b;
}

function after(ref: string | null, prefix: string): string | null {
  return ref?.startsWith(prefix) === true && ref.length > prefix.length ? ref.slice(prefix.length) : null;
}

function isNpm(statement: JsonObject): boolean {
  const subjects = valueAt(statement, 'subject');
  return (
    Array.isArray(subjects) &&
    subjects.length > 0 &&
    subjects.every((subject) => textAt(subject, 'name')?.startsWith('pkg:npm/') === true)
  );
}
