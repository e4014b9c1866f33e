// SPDX-License-Identifier: Apache-2.0
import type { CelFunc, CelInput, CelList, CelMap, CelValue } from '@bufbuild/cel';
import { LIMITS } from '../encoding/limits.ts';
import type { CelHidden } from './cel-bounds.ts';
import { type Cel, inexactNumber } from './cel-engine.ts';
import type { CelPattern } from './cel-patterns.ts';
import { containsText } from './contains-text.ts';

// A step is some 0.25 µs. What is searched costs more of them than what is compared or copied.
const SEARCHED_PER_STEP = 32;
const COPIED_PER_STEP = 256;
const MEMBERS_PER_STEP = 8;
const MATCHED_PER_STEP = 16;

type Spend = (steps: number) => void;

/**
 * Functions whose work grows with what they are given pay for it, in place of those of the library; and the hidden ones that
 * cel-bounds puts into loops.
 */
export function chargedFunctions(cel: Cel, spend: Spend, patterns: ReadonlyMap<string, CelPattern>): CelFunc[] {
  const { BOOL, DOUBLE, DYN, INT, STRING, UINT } = cel.CelScalar;
  const list = cel.listType(DYN);
  const copied = (text: string): void => spend(Math.ceil(text.length / COPIED_PER_STEP));
  const searched = (text: string): void => spend(Math.ceil(text.length / SEARCHED_PER_STEP));
  const same = equality(cel, spend);
  const length = (text: string): bigint => {
    searched(text);
    return codePoints(text);
  };
  const ropes = new WeakMap<CelList, readonly [CelList, CelList]>();
  const compared = (name: string, holds: (a: string, b: string) => boolean) =>
    cel.celFunc(name, [STRING, STRING], BOOL, (a, b) => {
      copied(a.length < b.length ? a : b);
      return holds(a, b);
    });
  const read = (name: string, type: typeof INT | typeof UINT | typeof DOUBLE): CelFunc[] => {
    const convert = cel.plan(cel.celEnv(), cel.parse(`${name}(text)`));
    return [cel.celFunc(name, [STRING], type, (text) => converted(cel, convert, text) as never)];
  };
  return [
    cel.celFunc('tick' satisfies CelHidden, [INT], BOOL, (weight) => {
      spend(Number(weight));
      return true;
    }),
    cel.celFunc('range' satisfies CelHidden, [DYN], DYN, (value) => {
      if (cel.isCelList(value) || cel.isCelMap(value)) spend(Math.ceil(value.size / MEMBERS_PER_STEP));
      return value;
    }),
    cel.celFunc('flat' satisfies CelHidden, [DYN], DYN, (value) =>
      cel.isCelList(value) ? cel.celList(flattened(value, ropes)) : value,
    ),
    cel.celFunc('_==_', [DYN, DYN], BOOL, same),
    cel.celFunc('_!=_', [DYN, DYN], BOOL, (a, b) => !same(a, b)),
    cel.celFunc('@in', [DYN, list], BOOL, (value, members) => {
      for (const member of members) if (same(member, value)) return true;
      return false;
    }),
    compared('_<_', (a, b) => a < b),
    compared('_<=_', (a, b) => a <= b),
    compared('_>_', (a, b) => a > b),
    compared('_>=_', (a, b) => a >= b),
    cel.celFunc('size', [STRING], INT, length),
    cel.celMethod('size', STRING, [], INT, function () {
      return length(this);
    }),
    cel.celFunc('_+_', [STRING, STRING], STRING, (a, b) => {
      copied(a);
      copied(b);
      return a + b;
    }),
    // The smaller one pays: what a macro gathers grows by one member at a time.
    cel.celFunc('_+_', [list, list], list, (a, b) => {
      spend(Math.min(a.size, b.size));
      const both = cel.celListConcat(a, b);
      ropes.set(both, [a, b]);
      return both;
    }),
    cel.celMethod('contains', STRING, [STRING], BOOL, function (part) {
      searched(this);
      searched(part);
      return containsText(this, part);
    }),
    cel.celMethod('startsWith', STRING, [STRING], BOOL, function (part) {
      copied(part);
      return this.startsWith(part);
    }),
    cel.celMethod('endsWith', STRING, [STRING], BOOL, function (part) {
      copied(part);
      return this.endsWith(part);
    }),
    cel.celMethod('matches', STRING, [STRING], BOOL, function (text) {
      const pattern = patterns.get(text);
      if (pattern === undefined) throw new Error('a pattern is not written out');
      spend(Math.ceil(((this.length + 1) * pattern.instructions) / MATCHED_PER_STEP));
      return pattern.matches(this);
    }),
    ...read('int', INT),
    ...read('uint', UINT),
    ...read('double', DOUBLE),
    ...spans(cel),
  ];
}

/** Times and durations out of texts. */
function spans(cel: Cel): CelFunc[] {
  return (['timestamp', 'duration'] as const).map((name) => {
    const convert = cel.plan(cel.celEnv(), cel.parse(`${name}(text)`));
    return cel.celFunc(name, [cel.CelScalar.STRING], cel.CelScalar.DYN, (text) => converted(cel, convert, text));
  });
}

/** What reads a number or a time does not read a book. */
function converted(cel: Cel, convert: ReturnType<Cel['plan']>, text: string): CelInput {
  if (text.length > LIMITS.celConverted) throw new Error('the text is too long to be a number or a time');
  const value = convert({ text });
  if (cel.isCelError(value)) throw value;
  return value as CelInput;
}

/** As the language has it, step by step: numbers across types, lists member by member, maps by their keys. */
function equality(cel: Cel, spend: Spend): (a: CelValue, b: CelValue) => boolean {
  const equal = cel.plan(cel.celEnv(), cel.parse('a == b'));
  const inexact = inexactNumber();
  const same = (a: CelValue, b: CelValue): boolean => {
    spend(1);
    if (typeof a === 'bigint' && typeof b === 'bigint') return a === b;
    if (a === inexact || b === inexact) throw new Error('a whole number beyond 2^53 is not known exactly');
    if (typeof a === 'string' && typeof b === 'string') {
      if (a.length !== b.length) return false;
      spend(Math.floor(a.length / COPIED_PER_STEP));
      return a === b;
    }
    if (cel.isCelList(a) && cel.isCelList(b)) return sameLists(a, b);
    if (cel.isCelMap(a) && cel.isCelMap(b)) return sameMaps(a, b);
    return equal({ a, b }) === true;
  };
  const sameLists = (a: CelList, b: CelList): boolean => {
    if (a.size !== b.size) return false;
    const others = b[Symbol.iterator]();
    for (const one of a) if (!same(one, others.next().value as CelValue)) return false;
    return true;
  };
  const sameMaps = (a: CelMap, b: CelMap): boolean => {
    if (a.size !== b.size) return false;
    for (const [key, one] of a) {
      const other = b.get(key);
      if (other === undefined || !same(one, other)) return false;
    }
    return true;
  };
  return same;
}

/** The members of a list that was put together one by one: without a call for each of them. */
function flattened(list: CelList, ropes: WeakMap<CelList, readonly [CelList, CelList]>): CelValue[] {
  const out: CelValue[] = [];
  const open: CelList[] = [list];
  for (let next = open.pop(); next !== undefined; next = open.pop()) {
    const parts = ropes.get(next);
    if (parts === undefined) for (const one of next) out.push(one);
    else open.push(parts[1], parts[0]);
  }
  return out;
}

function codePoints(text: string): bigint {
  let pairs = 0;
  for (let i = 0; i < text.length; i++) if ((text.charCodeAt(i) & 0xfc00) === 0xdc00) pairs++;
  return BigInt(text.length - pairs);
}
