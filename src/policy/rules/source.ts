// SPDX-License-Identifier: Apache-2.0
import { pointerTo } from '../../encoding/json-fields.ts';
import type { JsonValue } from '../../model/json.ts';
import type { Rule, RuleKind, TextMatch } from '../../model/policy-document.ts';
import { policyProblem } from '../problem.ts';
import { blockOf, memberOf, textMatchOf, textOf } from '../values.ts';
import { asked, compareBuildFact, worstOf } from './outcome.ts';
import { isRepository, readRepository } from './repository.ts';

const PARTS = {
  repository: 'sourceRepository',
  ref: 'sourceRef',
  commit: 'sourceCommit',
  tag: 'sourceTag',
  branch: 'sourceBranch',
} as const;
type Part = keyof typeof PARTS;

export interface SourceRule extends Rule {
  readonly kind: 'source';
  readonly parts: Readonly<Partial<Record<Part, TextMatch>>>;
  /** `v1`, `v1.2` or `v1.2.3`; null: not asked. */
  readonly versionedTag: string | null;
}

/** Where the source came from. All parts that are given must hold. */
export const SOURCE: RuleKind<SourceRule> = {
  kind: 'source',
  key: 'source',
  parse(value, pointer, origin) {
    const names = Object.keys(PARTS) as Part[];
    const block = blockOf(value, pointer, [...names, 'versioned_tag']);
    const parts: Partial<Record<Part, TextMatch>> = {};
    for (const name of names) {
      const given = memberOf(block, name);
      if (given !== undefined) parts[name] = readPart(name, given, pointerTo(pointer, name));
    }
    const version = memberOf(block, 'versioned_tag');
    const versionedTag = version === undefined ? null : versionOf(version, pointerTo(pointer, 'versioned_tag'));
    if (parts.tag !== undefined && versionedTag !== null)
      throw policyProblem(pointer, 'tag and versioned_tag exclude each other');
    return [{ kind: 'source', origin, half: 'attestation', parts, versionedTag }];
  },
  judge({ parts, versionedTag }, facts) {
    const outcomes = (Object.entries(parts) as [Part, TextMatch][]).map(([name, match]) =>
      compareBuildFact(facts, PARTS[name], (found) => holds(name, match, found), 'policy-source', asked(match)),
    );
    if (versionedTag !== null) {
      const matches = (found: string) => isVersion(found, versionedTag);
      outcomes.push(compareBuildFact(facts, 'sourceTag', matches, 'policy-source', `a tag of ${versionedTag}`));
    }
    return worstOf(outcomes);
  },
  explain({ parts, versionedTag }) {
    const all = (Object.entries(parts) as [Part, TextMatch][]).map(([name, match]) => `${name} ${asked(match)}`);
    if (versionedTag !== null) all.push(`a tag of version ${versionedTag}`);
    return `the source must have ${all.join(', ')}`;
  },
};

function readPart(name: Part, value: JsonValue, pointer: string): TextMatch {
  if (name === 'repository') return readRepository(value, pointer);
  const match = textMatchOf(value, pointer);
  if (name === 'commit' && match.kind === 'exact' && !/^([0-9a-f]{40}|[0-9a-f]{64})$/.test(match.text))
    throw policyProblem(pointer, 'a commit is 40 or 64 lowercase hexadecimal digits');
  return match;
}

function holds(name: Part, match: TextMatch, found: string): boolean {
  return name === 'repository' ? isRepository(match, found) : match.matches(found);
}

const VERSION = /^v(0|[1-9][0-9]*)(?:\.(0|[1-9][0-9]*))?(?:\.(0|[1-9][0-9]*))?$/;

function versionOf(value: JsonValue, pointer: string): string {
  const text = textOf(value, pointer);
  if (!VERSION.test(text)) throw policyProblem(pointer, 'a versioned tag is written v1, v1.2 or v1.2.3');
  return text;
}

/** Each part that is asked must be equal; parts that the tag itself leaves out are 0. A pre-release is no version. */
export function isVersion(tag: string, wanted: string): boolean {
  const found = VERSION.exec(tag);
  const asks = VERSION.exec(wanted);
  if (found === null || asks === null) return false;
  return [1, 2, 3].every((part) => asks[part] === undefined || asks[part] === (found[part] ?? '0'));
}
