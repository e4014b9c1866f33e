// SPDX-License-Identifier: Apache-2.0
import type { Checked } from '../model/check.ts';
import type { SignedEntity } from '../model/signed-entity.ts';
import type { Statement } from '../model/statement.ts';
import { parseStatement } from '../statement/statement.ts';

/** Claimed: what an envelope states, parsed once however often it is asked for. Null where it is none of a DSSE envelope. */
export function statementOf({ content, at }: SignedEntity): Checked<Statement> | null {
  if (content.kind !== 'dsse') return null;
  const known = parsed.get(content);
  if (known !== undefined) return known;
  const result = parseStatement(content.payloadType, content.payload, at);
  parsed.set(content, result);
  return result;
}

const parsed = new WeakMap<object, Checked<Statement>>();
