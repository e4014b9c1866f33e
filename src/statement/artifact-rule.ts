// SPDX-License-Identifier: Apache-2.0
import { escapeText } from '../encoding/escape-text.ts';
import { Malformed } from '../model/malformed.ts';

export type GenericRule = 'create' | 'delete' | 'modify' | 'allow' | 'disallow' | 'require';
export type ArtifactList = 'materials' | 'products';

/** One artifact rule of a layout (in-toto specification §4.3.3). `sourcePrefix` and `destinationPrefix`: '' where there is none. */
export type ArtifactRule =
  | { readonly kind: GenericRule; readonly pattern: string }
  | {
      readonly kind: 'match';
      readonly pattern: string;
      readonly sourcePrefix: string;
      readonly destination: ArtifactList;
      readonly destinationPrefix: string;
      readonly step: string;
    };

const GENERIC: readonly string[] = ['create', 'delete', 'modify', 'allow', 'disallow', 'require'];

/**
 * A rule as the list of its words; the keywords in any case.
 *
 *     MATCH <pattern> [IN <prefix>] WITH (MATERIALS|PRODUCTS) [IN <prefix>] FROM <step>
 *     CREATE|DELETE|MODIFY|ALLOW|DISALLOW <pattern>      REQUIRE <path>
 *
 * @throws Malformed `layout-format`
 */
export function readArtifactRule(words: readonly string[], pointer: string): ArtifactRule {
  const kind = words[0]?.toLowerCase() ?? '';
  const pattern = words[1];
  if (pattern !== undefined && words.length === 2 && GENERIC.includes(kind)) {
    return { kind: kind as GenericRule, pattern };
  }
  const match = kind === 'match' && pattern !== undefined ? readMatch(pattern, words.slice(2)) : null;
  if (match !== null) return match;
  throw new Malformed('layout-format', `no artifact rule at ${pointer}: ${escapeText(words.join(' '), 128)}`);
}

/** `[IN prefix] WITH list [IN prefix] FROM step` */
function readMatch(pattern: string, words: readonly string[]): ArtifactRule | null {
  let rest = words;
  const next = (keyword: string): string | null => {
    const [first, value] = rest;
    if (first?.toLowerCase() !== keyword || value === undefined) return null;
    rest = rest.slice(2);
    return value;
  };
  const sourcePrefix = next('in');
  const destination = next('with')?.toLowerCase();
  if (destination !== 'materials' && destination !== 'products') return null;
  const destinationPrefix = next('in');
  const step = next('from');
  if (step === null || rest.length > 0) return null;
  return {
    kind: 'match',
    pattern,
    sourcePrefix: sourcePrefix ?? '',
    destination,
    destinationPrefix: destinationPrefix ?? '',
    step,
  };
}
