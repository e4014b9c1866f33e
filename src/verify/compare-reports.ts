// SPDX-License-Identifier: Apache-2.0
import { packageOfFileName } from '../artifact/claimed-package.ts';
import { canonicalText } from '../encoding/canonical-json.ts';
import type { CoverageRow, Item, Report, TrustStatus } from '../model/report.ts';

/** What one report shows of one package or subject, every attestation about it together. Each list sorted, without doubles. */
export interface ComparedState {
  /** The best status that any evidence has given it. */
  readonly status: TrustStatus;
  /** Accepted attestations, by their predicate type. */
  readonly provenance: readonly string[];
  readonly signer: readonly string[];
  readonly issuer: readonly string[];
  readonly builder: readonly string[];
  readonly source: readonly string[];
  readonly digests: readonly string[];
}

export const COMPARED = ['provenance', 'signer', 'issuer', 'builder', 'source', 'digests'] as const;
export type ComparedMember = (typeof COMPARED)[number];

export interface ComparedChange {
  readonly member: ComparedMember | 'status';
  readonly before: readonly string[];
  readonly after: readonly string[];
  /** `lost`: less is shown than before; `changed`: something else is. Another digest alone is a new version, and `gained`. */
  readonly kind: 'gained' | 'lost' | 'changed';
}

/** One package or subject: in both reports, or in one alone. */
export interface ComparedSubject {
  readonly subject: string;
  readonly presence: 'both' | 'added' | 'removed';
  readonly before: ComparedState | null;
  readonly after: ComparedState | null;
  readonly changes: readonly ComparedChange[];
}

export interface ComparedCoverage {
  readonly ecosystem: string;
  readonly before: CoverageRow | null;
  readonly after: CoverageRow | null;
}

export interface ReportComparison {
  /** Members of the question in which the two differ: their verdicts are not about the same. */
  readonly askedDifferently: readonly string[];
  /** Only those with a change. */
  readonly subjects: readonly ComparedSubject[];
  readonly unchanged: number;
  readonly coverage: readonly ComparedCoverage[];
  readonly verdicts: { readonly before: Report['verdict']; readonly after: Report['verdict'] };
  /** 0: the same; 1: other, and nothing is worse; 3: provenance or coverage was lost, or signer, issuer, builder or source changed. */
  readonly exitCode: 0 | 1 | 3;
}

const QUESTION = [
  'tool',
  'command',
  'at',
  'knownAt',
  'toleranceSeconds',
  'criteria',
  'question',
  'policy',
  'trustedRoots',
] as const;

const BEST_FIRST: readonly TrustStatus[] = ['valid', 'untrusted', 'unsigned', 'expired', 'revoked', 'failed'];

/**
 * Two runs side by side, subject by subject. Versions of one package are one subject: a purl is compared without its version, a
 * wheel by its project; everything else by its name.
 */
export function compareReports(a: Report, b: Report): ReportComparison {
  const [before, after] = [statesOf(a), statesOf(b)];
  const names = [...new Set([...before.keys(), ...after.keys()])].sort();
  const all = names.map((name) => comparedSubject(name, before.get(name) ?? null, after.get(name) ?? null));
  const subjects = all.filter(({ presence, changes }) => presence !== 'both' || changes.length > 0);
  const coverage = coverageOf(a.coverage, b.coverage);
  const worse =
    subjects.some(({ presence, before: had, changes }) =>
      presence === 'removed' ? had?.status === 'valid' : changes.some(isWorse),
    ) ||
    coverage.some(({ before: had, after: has }) => (has?.percentVerified ?? 0) < (had?.percentVerified ?? 0)) ||
    (b.verdict.exitCode > 1 && a.verdict.exitCode <= 1);
  const same = subjects.length === 0 && coverage.length === 0 && text(a.verdict) === text(b.verdict);
  return {
    askedDifferently: QUESTION.filter((member) => text(a[member]) !== text(b[member])),
    subjects,
    unchanged: all.length - subjects.length,
    coverage,
    verdicts: { before: a.verdict, after: b.verdict },
    exitCode: worse ? 3 : same ? 0 : 1,
  };
}

/** New versions have new digests: that alone is nothing lost. */
function isWorse({ kind, member }: ComparedChange): boolean {
  return kind === 'lost' || (kind === 'changed' && member !== 'digests' && member !== 'provenance');
}

/** What stands for a whole operand, and for none of what is in it: its own name is that of a folder. */
const WHOLE_OPERANDS: ReadonlySet<string> = new Set(['evidence-set']);

function statesOf({ items, sets, unmatchedArtifacts }: Report): Map<string, ComparedState> {
  const operands = sets.map(({ name }) => `${name}/`).sort((a, b) => b.length - a.length);
  // Of what was opened, the place inside: the operand may be called otherwise the next time.
  const inside = (name: string) => name.slice(operands.find((one) => name.startsWith(one))?.length ?? 0);
  const found = new Map<string, Map<ComparedMember | 'status', Set<string>>>();
  for (const item of items) {
    if (WHOLE_OPERANDS.has(item.kind)) continue;
    for (const { artifact, status } of subjectsOf(item)) {
      const key = inside(artifact.key);
      const state = found.get(key) ?? new Map<ComparedMember | 'status', Set<string>>();
      found.set(key, state);
      const note = (member: ComparedMember | 'status', ...values: (string | null | undefined)[]): void => {
        const known = state.get(member) ?? new Set();
        state.set(member, known);
        for (const value of values) if (value != null) known.add(value);
      };
      note('status', status);
      note('digests', ...artifact.digests);
      if (item.decision === 'reject') continue;
      note('provenance', item.predicateType);
      note('builder', item.build?.builder);
      note('source', item.build?.source);
      for (const row of item.summary.filter(({ subject }) => subject === artifact.name)) {
        note('signer', row.signer);
        note('issuer', row.issuer);
      }
    }
  }
  for (const name of unmatchedArtifacts) {
    const key = inside(name);
    if (!found.has(key)) found.set(key, new Map([['status', new Set(['unsigned'])]]));
  }
  return new Map([...found].map(([key, state]) => [key, stateOf(state)]));
}

function stateOf(state: ReadonlyMap<ComparedMember | 'status', ReadonlySet<string>>): ComparedState {
  const of = (member: ComparedMember): string[] => [...(state.get(member) ?? [])].sort();
  const statuses = state.get('status') ?? new Set();
  return {
    status: BEST_FIRST.find((one) => statuses.has(one)) ?? 'untrusted',
    provenance: of('provenance'),
    signer: of('signer'),
    issuer: of('issuer'),
    builder: of('builder'),
    source: of('source'),
    digests: of('digests'),
  };
}

interface Named {
  readonly key: string;
  readonly name: string;
  readonly digests: readonly string[];
}

function subjectsOf(item: Item): { readonly artifact: Named; readonly status: TrustStatus }[] {
  return item.summary.map(({ subject, trustStatus }) => {
    const held = item.artifacts.find(({ name }) => name === subject);
    const digests = Object.entries(held?.digests ?? {}).map(([name, value]) => `${name}:${value}`);
    return { artifact: { key: keyOf(item, subject, digests), name: subject, digests }, status: trustStatus };
  });
}

/** A purl among the names of what was signed tells the package, where it is of this very artifact; else the file's own name does. */
function keyOf(item: Item, artifact: string, digests: readonly string[]): string {
  const same = item.subjects.filter(({ digest }) =>
    Object.entries(digest).some(([name, value]) => digests.includes(`${name}:${value}`)),
  );
  const purl = [artifact, ...same.map(({ name }) => name ?? '')].find((name) => name.startsWith('pkg:'));
  if (purl !== undefined) return purl.replace(/[?#].*$/, '').replace(/(?<=.)@[^@/]*$/, '');
  const wheel = packageOfFileName(artifact);
  return wheel === null ? artifact : `pkg:pypi/${wheel.name}`;
}

function comparedSubject(subject: string, before: ComparedState | null, after: ComparedState | null): ComparedSubject {
  if (before === null || after === null)
    return { subject, presence: before === null ? 'added' : 'removed', before, after, changes: [] };
  const changes = COMPARED.flatMap((member) => changeOf(member, before[member], after[member]));
  const rank = (status: TrustStatus) => BEST_FIRST.indexOf(status);
  const status: ComparedChange[] =
    before.status === after.status
      ? []
      : [
          {
            member: 'status',
            before: [before.status],
            after: [after.status],
            kind: before.status === 'valid' ? 'lost' : rank(after.status) < rank(before.status) ? 'gained' : 'changed',
          },
        ];
  return { subject, presence: 'both', before, after, changes: [...status, ...changes] };
}

function changeOf(member: ComparedMember, before: readonly string[], after: readonly string[]): ComparedChange[] {
  if (text(before) === text(after)) return [];
  const lost = before.some((one) => !after.includes(one));
  const gained = after.some((one) => !before.includes(one));
  const kind = !lost ? 'gained' : !gained ? 'lost' : member === 'provenance' ? 'lost' : 'changed';
  // A further signer of what had one is somebody else beside him; and other octets are another version.
  const other = kind === 'gained' && before.length > 0 && member !== 'provenance' && member !== 'digests';
  return [{ member, before, after, kind: other ? 'changed' : member === 'digests' ? 'changed' : kind }];
}

function coverageOf(a: readonly CoverageRow[], b: readonly CoverageRow[]): ComparedCoverage[] {
  const names = [...new Set([...a, ...b].map(({ ecosystem }) => ecosystem))].sort();
  const of = (rows: readonly CoverageRow[], name: string) => rows.find(({ ecosystem }) => ecosystem === name) ?? null;
  return names
    .map((ecosystem) => ({ ecosystem, before: of(a, ecosystem), after: of(b, ecosystem) }))
    .filter(({ before, after }) => text(before) !== text(after));
}

function text(value: unknown): string {
  return value === undefined ? '' : canonicalText(value);
}
