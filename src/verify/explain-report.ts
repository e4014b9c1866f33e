// SPDX-License-Identifier: Apache-2.0
import {
  asArray,
  asObject,
  asString,
  isObject,
  member,
  optionalArray,
  optionalString,
} from '../encoding/json-fields.ts';
import { CHECKS } from '../model/checks.ts';
import { FINDINGS } from '../model/findings.ts';
import type { JsonObject, JsonValue } from '../model/json.ts';
import { attempt } from '../model/malformed.ts';
import { REASONS } from '../model/reasons.ts';
import { listed, listedParts, type Part, part, quote, quoteOrNull, readPart, type Shown } from './inspect-model.ts';
import { reportPart } from './inspect-report.ts';

const ITEMS = 64;
/** Checks and findings that are shown of one report, all items together, and of one item. */
const BUDGET = 1024;
const OF_ITEM = 256;
const FACTS = 32;

/**
 * A report of this tool, item by item and check by check, in the words of the tables. The file is taken as it stands: that this
 * tool has written it, nobody has shown.
 */
export function reportSteps(report: JsonObject): Part[] {
  const budget = { left: BUDGET };
  return [
    {
      ...reportPart(report),
      title: 'the verdict that the report states',
      says: ['the report is shown as it stands; run the same verify again to see whether it is true'],
      parts: texts(report, ['criteria', 'weakenings', 'notDone', 'limitations'], ''),
    },
    ...listedPartsOf(report, 'items', '', 'item', ITEMS, (item, title, at) => itemPart(item, title, at, budget)),
  ];
}

interface Budget {
  left: number;
}

function itemPart(item: JsonObject, title: string, at: string, budget: Budget): Part {
  const some = (name: string, word: string, show: typeof checkPart): Part[] => {
    const parts = listedPartsOf(item, name, at, word, Math.min(OF_ITEM, budget.left), show);
    budget.left = Math.max(0, budget.left - parts.length);
    return parts;
  };
  return part(
    title,
    {
      name: quoteOrNull(optionalString(item, 'name', at)),
      kind: quoteOrNull(optionalString(item, 'kind', at)),
      indication: quoteOrNull(optionalString(item, 'indication', at)),
      sub: quoteOrNull(optionalString(item, 'sub', at)),
      decision: quoteOrNull(optionalString(item, 'decision', at)),
    },
    {
      at,
      parts: [
        ...some('checks', 'check', checkPart),
        ...some('findings', 'finding', findingPart),
        ...texts(item, ['established', 'notEstablished'], at),
      ],
    },
  );
}

/** The question, the outcome, and where it was not `passed`: why, what to do, and on which clause it rests. */
function checkPart(check: JsonObject, _title: string, at: string): Part {
  const id = optionalString(check, 'id', at) ?? '';
  const reason = optionalString(check, 'reason', at);
  const outcome = optionalString(check, 'outcome', at) ?? '';
  const known = Object.hasOwn(CHECKS, id);
  const facts = member(check, 'facts');
  return part(
    known ? id : 'a check that is not known here',
    {
      ...(known ? { asks: `${CHECKS[id as keyof typeof CHECKS]}?` } : { id: quote(id) }),
      outcome: OUTCOMES.has(outcome) ? outcome : quote(outcome),
      ...(reason === undefined ? {} : reasonFacts(reason)),
      ...wordsOf(check, ['detail', 'because'], at),
      ...(isObject(facts) && Object.keys(facts).length > 0
        ? { facts: listed(Object.entries(facts), ([name, value]) => quote(`${name} = ${text(value)}`), FACTS) }
        : {}),
    },
    { at },
  );
}

const OUTCOMES: ReadonlySet<string> = new Set(['passed', 'failed', 'indeterminate', 'skipped']);

function reasonFacts(reason: string): Record<string, Shown> {
  if (!Object.hasOwn(REASONS, reason)) return { reason: quote(reason) };
  const { says, next, clause } = REASONS[reason as keyof typeof REASONS];
  return { reason, says, next, restsOn: clause };
}

function wordsOf(object: JsonObject, names: readonly string[], at: string): Record<string, Shown> {
  const found = names.map((name) => [name, quoteOrNull(optionalString(object, name, at))] as const);
  return Object.fromEntries(found.filter(([, value]) => value !== null));
}

function findingPart(found: JsonObject, _title: string, at: string): Part {
  const code = optionalString(found, 'code', at) ?? '';
  const known = Object.hasOwn(FINDINGS, code);
  const entry = known ? FINDINGS[code as keyof typeof FINDINGS] : null;
  return part(
    known ? `note ${code}` : 'a note that is not known here',
    {
      ...(entry === null ? { code: quote(code) } : { says: entry.says, next: entry.next }),
      ...wordsOf(found, ['detail'], at),
    },
    { at },
  );
}

/** The objects of a list, each read by itself. */
function listedPartsOf(
  owner: JsonObject,
  name: string,
  at: string,
  title: string,
  limit: number,
  show: (value: JsonObject, title: string, at: string) => Part,
): Part[] {
  const place = `${at}/${name}`;
  const list = attempt(() => optionalArray(owner, name, at) ?? []);
  if (!list.ok) return [part(title, {}, { at: place, problem: list.problem })];
  return listedParts(
    list.value,
    (value, i) => {
      const where = `${place}/${i}`;
      return readPart(`${title} ${i}`, where, () => show(asObject(value, where), `${title} ${i}`, where));
    },
    limit,
  );
}

/** Lists of sentences. */
function texts(owner: JsonObject, names: readonly string[], at: string): Part[] {
  return names.flatMap((name) => {
    const value = member(owner, name);
    if (value === undefined) return [];
    const place = `${at}/${name}`;
    const title = SENTENCES.get(name) ?? name;
    const one = readPart(title, place, () => {
      const lines = asArray(value, place).map((line) => quote(asString(line, place)));
      return part(title, { lines: listed(lines, (line) => line, 32) });
    });
    return one.problem === null && asArray(value, place).length === 0 ? [] : [one];
  });
}

const SENTENCES: ReadonlyMap<string, string> = new Map([
  ['criteria', 'criteria enforced'],
  ['weakenings', 'weakened by the examiner'],
  ['notDone', 'not done'],
  ['limitations', 'limitations'],
  ['established', 'established'],
  ['notEstablished', 'not established'],
]);

function text(value: JsonValue): string {
  return typeof value === 'string' ? value : JSON.stringify(value);
}
