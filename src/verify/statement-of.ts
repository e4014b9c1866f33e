// SPDX-License-Identifier: Apache-2.0
import type { Checked } from '../model/check.ts';
import type { SignedEntity } from '../model/signed-entity.ts';
import type { Statement } from '../model/statement.ts';
import { parseStatement } from '../statement/statement.ts';

/** Claimed: what an envelope states. Pairing and examination ask one after the other, and it is parsed once for both. */
export function statementOf({ content, at }: SignedEntity): Checked<Statement> | null {
  if (content.kind !== 'dsse') return null;
  if (last?.content === content) return last.result;
  const result = parseStatement(content.payloadType, content.payload, at);
  last = { content, result };
  return result;
}

/** One alone: of thousands in one file, what they state is not kept. */
let last: { readonly content: object; readonly result: Checked<Statement> } | null = null;
