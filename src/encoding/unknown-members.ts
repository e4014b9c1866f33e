// SPDX-License-Identifier: Apache-2.0

import { type Finding, finding, type Locator } from '../model/check.ts';
import type { JsonObject } from '../model/json.ts';
import { escapeText } from './escape-text.ts';
import { unknownMembers } from './json-fields.ts';

const SHOWN = 8;

/** Members that the format does not have are ignored and listed (attacks H05): one finding for an object, however many. */
export function noteUnknownMembers(
  object: JsonObject,
  known: readonly string[],
  pointer: string,
  at: Locator,
  findings: Finding[],
): void {
  if (Object.keys(object).every((name) => known.includes(name))) return;
  const names = unknownMembers(object, known);
  const shown = names.slice(0, SHOWN).map((name) => escapeText(name, 64));
  const more = names.length > SHOWN ? ` and ${names.length - SHOWN} more` : '';
  const where = { evidence: at.evidence, pointer: at.pointer + pointer };
  findings.push(finding('unknown-member', where, `${shown.join(', ')}${more}`));
}
