// SPDX-License-Identifier: Apache-2.0
import { escapeText } from '../encoding/escape-text.ts';
import { compileGlob } from '../encoding/fnmatch.ts';
import type { Locator } from '../model/check.ts';
import { Malformed } from '../model/malformed.ts';
import type { ReasonCode } from '../model/reasons.ts';
import type { DigestSet } from '../model/statement.ts';
import { type ArtifactList, type ArtifactRule, readArtifactRule } from '../statement/artifact-rule.ts';
import { STRONG_DIGESTS } from '../statement/digest-set.ts';
import type { Words } from '../statement/layout.ts';
import { type Link, sameDigests } from '../statement/link.ts';
import type { LayoutExamination } from './layout-context.ts';

export interface RuleQuestion {
  readonly list: ArtifactList;
  readonly rules: readonly Words[];
  readonly link: Pick<Link, 'materials' | 'products'>;
  /** One link for each step, by its name. */
  readonly links: ReadonlyMap<string, Pick<Link, 'materials' | 'products'>>;
  readonly at: Locator;
}

export type RuleResult =
  | { readonly ok: true; readonly left: number }
  | { readonly ok: false; readonly reason: ReasonCode; readonly detail: string };

const SHOWN = 4;

/**
 * The rules of one list, in order (in-toto specification §4.3.3.1): each consumes what it speaks of from the queue of artifacts. Only DISALLOW,
 * where it still finds something, and REQUIRE, where it no longer does, refuse; what is left at the end is allowed.
 *
 * @throws Malformed `limit-exceeded`, `layout-format`
 */
export function applyRules(question: RuleQuestion, examination: LayoutExamination): RuleResult {
  const { list, rules, link, at } = question;
  const queue = new Set(link[list].keys());
  for (const [i, words] of rules.entries()) {
    const rule = readArtifactRule(words, `${at.pointer}/${i}`);
    if (rule.kind === 'require') {
      if (!queue.has(rule.pattern)) {
        const detail = `REQUIRE ${escapeText(rule.pattern)}: it is none of the ${queue.size} ${list} that are left`;
        return { ok: false, reason: 'artifact-required', detail };
      }
      continue;
    }
    if (rule.kind === 'disallow') {
      const found = [...filter(queue, rule.pattern, examination)];
      if (found.length === 0) continue;
      const shown = found.slice(0, SHOWN).map((path) => escapeText(path, 96));
      const more = found.length > SHOWN ? ` and ${found.length - SHOWN} more` : '';
      const detail = `DISALLOW ${escapeText(rule.pattern)}: ${shown.join(', ')}${more} among the ${list}`;
      return { ok: false, reason: 'artifact-disallowed', detail };
    }
    for (const path of [...consumedBy(rule, queue, question, examination)]) queue.delete(path);
  }
  return { ok: true, left: queue.size };
}

function consumedBy(
  rule: Exclude<ArtifactRule, { kind: 'require' | 'disallow' }>,
  queue: ReadonlySet<string>,
  question: RuleQuestion,
  examination: LayoutExamination,
): Iterable<string> {
  if (rule.kind === 'match') return matched(rule, queue, question, examination);
  const { materials, products } = question.link;
  const found = [...filter(queue, rule.pattern, examination)];
  switch (rule.kind) {
    case 'create':
      return found.filter((path) => products.has(path) && !materials.has(path));
    case 'delete':
      return found.filter((path) => materials.has(path) && !products.has(path));
    case 'modify':
      return found.filter((path) => {
        const [before, after] = [materials.get(path), products.get(path)];
        return before !== undefined && after !== undefined && !sameDigests(before, after);
      });
    default:
      return found;
  }
}

/** Consumes what has the same digests in the other step. A step that does not exist has nothing. */
function* matched(
  rule: ArtifactRule & { readonly kind: 'match' },
  queue: ReadonlySet<string>,
  { links, link, list, at }: RuleQuestion,
  examination: LayoutExamination,
): Iterable<string> {
  const destination = links.get(rule.step)?.[rule.destination];
  if (destination === undefined) {
    examination.note('rule-step-unknown', at, escapeText(rule.step, 96));
    return;
  }
  const prefix = rule.sourcePrefix === '' ? '' : slashed(joined(rule.sourcePrefix, ''));
  const paths = [...queue].filter((path) => path.startsWith(prefix)).map((path) => path.slice(prefix.length));
  for (const path of filter(paths, rule.pattern, examination)) {
    const source = rule.sourcePrefix === '' ? path : slashed(joined(rule.sourcePrefix, path));
    const target = rule.destinationPrefix === '' ? path : slashed(joined(rule.destinationPrefix, path));
    const digests = link[list].get(source);
    // `dir//name` under `IN dir`: the specification's way of joining leads to another path, which may not be there.
    if (digests === undefined) {
      throw new Malformed(
        'layout-format',
        `the rule at ${at.pointer} leads to ${escapeText(source, 96)}, which is no artifact`,
      );
    }
    const other = destination.get(target);
    if (other === undefined || !sameDigests(digests, other)) continue;
    if (isWeak(digests)) examination.note('digest-match-weak', at, escapeText(source, 96));
    else yield source;
  }
}

function isWeak(digests: DigestSet): boolean {
  return !STRONG_DIGESTS.some((name) => digests.has(name));
}

function* filter(paths: Iterable<string>, pattern: string, examination: LayoutExamination): Iterable<string> {
  const glob = compileGlob(pattern);
  for (const path of paths) {
    examination.compare(glob.cost(path));
    if (glob.matches(path)) yield path;
  }
}

/** As POSIX joins paths: what begins with a slash stands alone. */
function joined(head: string, tail: string): string {
  if (tail.startsWith('/')) return tail;
  return head.endsWith('/') ? head + tail : `${head}/${tail}`;
}

function slashed(path: string): string {
  return path.replaceAll('\\', '/');
}
