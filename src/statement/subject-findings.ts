// SPDX-License-Identifier: Apache-2.0
import { escapeText } from '../encoding/escape-text.ts';
import { type Finding, finding, type Locator, within } from '../model/check.ts';
import type { JsonObject } from '../model/json.ts';
import type { DigestSet, ResourceDescriptor } from '../model/statement.ts';
import { isKnownDigest } from './digest-set.ts';
import { RESOURCE_MEMBERS } from './resource.ts';

const SHOWN = 8;

/** What is odd about the subjects whatever the artifact is: one finding of a kind, however many subjects it concerns. */
export function subjectFindings(
  written: readonly JsonObject[],
  subjects: readonly ResourceDescriptor[],
  at: Locator,
): Finding[] {
  const where = within(at, 'subject');
  const findings: Finding[] = [];
  const members = distinct(
    written.flatMap((subject) => Object.keys(subject).filter((name) => !RESOURCE_MEMBERS.includes(name))),
  );
  if (members.length > 0) findings.push(finding('unknown-member', where, list(members)));
  const digests = distinct(subjects.flatMap(({ digest }) => [...digest.keys()].filter((name) => !isKnownDigest(name))));
  if (digests.length > 0) findings.push(finding('subject-digest-unknown', where, list(digests)));
  const names = repeatedNames(subjects);
  if (names.length > 0) findings.push(finding('subject-name-repeated', where, list(names)));
  return findings;
}

/** Names that stand twice with different digests. No name and `_` say that the name means nothing (in-toto Statement v1). */
function repeatedNames(subjects: readonly ResourceDescriptor[]): string[] {
  const first = new Map<string, DigestSet>();
  const repeated: string[] = [];
  for (const { name, digest } of subjects) {
    if (name === null || name === '' || name === '_') continue;
    const known = first.get(name);
    if (known === undefined) first.set(name, digest);
    else if (!sameDigests(known, digest)) repeated.push(name);
  }
  return distinct(repeated);
}

function sameDigests(a: DigestSet, b: DigestSet): boolean {
  return a.size === b.size && [...a].every(([name, value]) => b.get(name) === value);
}

function distinct(names: readonly string[]): string[] {
  return [...new Set(names)].sort();
}

function list(names: readonly string[]): string {
  const shown = names.slice(0, SHOWN).map((name) => escapeText(name, 64));
  return `${shown.join(', ')}${names.length > SHOWN ? ` and ${names.length - SHOWN} more` : ''}`;
}
