// SPDX-License-Identifier: Apache-2.0
import type { Check, Checked } from '../../src/model/check.ts';
import type { Statement } from '../../src/model/statement.ts';
import { parseStatement } from '../../src/statement/statement.ts';

export const AT = { evidence: 'evidence.json', pointer: '' };
export const PAYLOAD_TYPE = 'application/vnd.in-toto+json';

export const A256 = 'a'.repeat(64);
export const B256 = 'b'.repeat(64);
export const A384 = 'a'.repeat(96);
export const A512 = 'a'.repeat(128);
export const B512 = 'b'.repeat(128);

export function document(changes: Record<string, unknown> = {}): Record<string, unknown> {
  return {
    _type: 'https://in-toto.io/Statement/v1',
    subject: [{ name: 'a.txt', digest: { sha256: A256 } }],
    predicateType: 'https://example.com/predicate/v1',
    predicate: { a: 1 },
    ...changes,
  };
}

export function parse(value: unknown, maxSubjects?: number): Checked<Statement> {
  const text = typeof value === 'string' ? value : JSON.stringify(value);
  return parseStatement(PAYLOAD_TYPE, new TextEncoder().encode(text), AT, maxSubjects);
}

export function statementOf(changes: Record<string, unknown> = {}): Statement {
  const result = parse(document(changes));
  if (!result.ok) throw new Error(JSON.stringify(result.checks));
  return result.value;
}

export function problems({ checks }: { readonly checks: readonly Check[] }): string[] {
  return checks.flatMap((check) =>
    check.outcome === 'passed' || check.outcome === 'skipped' ? [] : [`${check.id} ${check.reason}`],
  );
}

export function refusal(value: unknown): string {
  const result = parse(value);
  if (result.ok) throw new Error('parsed');
  const [only, second] = problems(result);
  if (only === undefined || second !== undefined) throw new Error(`not one cause: ${JSON.stringify(result.checks)}`);
  return only;
}
