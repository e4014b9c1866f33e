// SPDX-License-Identifier: Apache-2.0
import { canMatch, exactText } from '../encoding/anchored-pattern.ts';
import { isObject } from '../encoding/json-fields.ts';
import type { JsonValue } from '../model/json.ts';
import type { TextMatch } from '../model/policy-document.ts';
import { resolvePredicateType } from '../model/predicate-type-names.ts';
import { imageForms, imageText, parseImageReference } from './image-reference.ts';
import { nameEnds, nameForms, plainName } from './name-forms.ts';
import { parsePurl, purlAsWritten, purlForms, purlText } from './package-url.ts';
import { policyProblem } from './problem.ts';
import { textMatchOf, textOf } from './values.ts';

/** Lists of a match whose texts have more than one spelling. */
export type SpelledKey = 'names' | 'purls' | 'images' | 'predicateTypes';

interface Spelling {
  /** An exact text of a policy in its one spelling; null: it is none of its kind, and could never match. */
  readonly wanted: (text: string) => string | null;
  readonly kind: string;
  /** What an exact text may be to be met by this one. */
  readonly exact: (found: string) => readonly string[];
  /** What a pattern is compared with. */
  readonly whole: (found: string) => readonly string[];
}

const SPELLINGS: Readonly<Record<SpelledKey, Spelling>> = {
  names: { wanted: plainName, kind: 'a name', exact: nameForms, whole: nameForms },
  purls: {
    wanted: (text) => mapped(parsePurl(text), purlText),
    kind: 'a package URL (pkg:type/name@version)',
    exact: (found) => mapped(parsePurl(found), purlForms) ?? [],
    whole: (found) => [found, ...(mapped(parsePurl(found), (purl) => [purlText(purl), purlAsWritten(purl)]) ?? [])],
  },
  images: {
    wanted: (text) => mapped(parseImageReference(text), imageText),
    kind: 'a reference of an image (registry/path:tag@digest)',
    exact: (found) => mapped(parseImageReference(found), imageForms) ?? [],
    whole: (found) => [found, ...(mapped(parseImageReference(found), (image) => [imageText(image)]) ?? [])],
  },
  predicateTypes: {
    wanted: resolvePredicateType,
    kind: 'a URI, or a short name as of --type',
    exact: (found) => [found],
    whole: (found) => [found],
  },
};

/** One text of a list: an exact one in its one spelling, or a pattern. */
export function readSpelled(key: SpelledKey, value: JsonValue, pointer: string): TextMatch {
  return isObject(value) ? textMatchOf(value, pointer) : exactText(readExact(key, value, pointer));
}

export function readExact(key: SpelledKey, value: JsonValue, pointer: string): string {
  const text = textOf(value, pointer);
  const { wanted, kind } = SPELLINGS[key];
  const written = wanted(text);
  if (written === null) throw policyProblem(pointer, `it is not ${kind}, and nothing could match it`);
  return written;
}

/** Whether one of the texts that were found is meant by one of those that are wanted. */
export function takesSpelled(key: SpelledKey, wanted: readonly TextMatch[], found: readonly string[]): boolean {
  const { exact, whole } = SPELLINGS[key];
  return found.some((text) => {
    const [plain, full] = [exact(text), whole(text)];
    return wanted.some((one) => (one.kind === 'exact' ? plain : full).some((form) => one.matches(form)));
  });
}

/** Whether one of the texts may be meant, which only where it lies could tell. */
export function mayTake(key: SpelledKey, wanted: readonly TextMatch[], found: readonly string[]): boolean {
  if (key !== 'names') return false;
  return found.some((text) =>
    nameEnds(text).some((end) => wanted.some((one) => canMatch(one, end) && one.matches(end))),
  );
}

function mapped<A, B>(value: A | null, make: (value: A) => B): B | null {
  return value === null ? null : make(value);
}
