// SPDX-License-Identifier: Apache-2.0
import { anchoredPattern, exactText, loadPatternEngine } from '../encoding/anchored-pattern.ts';
import { compileCel, loadExpressionEngine } from './cel.ts';
import { policyProblem } from './problem.ts';

/** What `portableRules` has made of a value: the same, with the wording of each function in its place. */
export type Portable = { readonly portable: unknown };

/** A map stands for a function: no value of a policy file is one, so that nothing written there can be taken for it. */
type Wording = ReadonlyMap<'kind' | 'text', string>;

/**
 * Rules, or a policy with its scopes, in a form that can cross to another thread: texts, numbers and lists stay what they
 * are; a compiled text, pattern or expression is left behind as its wording.
 */
export function portableRules(value: unknown): Portable {
  return { portable: stripped(value) };
}

function stripped(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(stripped);
  if (typeof value === 'function') throw new Error('a rule holds a function that has no wording');
  if (typeof value !== 'object' || value === null) return value;
  const { matches, program, kind, text } = value as Record<string, unknown>;
  if (typeof matches === 'function') return wording(String(kind), String(text));
  const members = Object.entries(value).map(([name, one]) =>
    name === 'program' && typeof program === 'function' ? [name, wording('cel', String(text))] : [name, stripped(one)],
  );
  return Object.fromEntries(members);
}

function wording(kind: string, text: string): Wording {
  return new Map([
    ['kind', kind],
    ['text', text],
  ]);
}

/** The value that `portableRules` was given, compiled anew. */
export async function rulesFrom<T>({ portable }: Portable): Promise<T> {
  await loadPatternEngine();
  if (hasExpression(portable)) await loadExpressionEngine();
  return revived(portable) as T;
}

function hasExpression(value: unknown): boolean {
  if (value instanceof Map) return value.get('kind') === 'cel';
  return typeof value === 'object' && value !== null && Object.values(value).some(hasExpression);
}

function revived(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(revived);
  if (value instanceof Map) return compiled(value as Wording);
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(Object.entries(value).map(([name, one]) => [name, revived(one)]));
}

function compiled(words: Wording): unknown {
  const [kind, text] = [words.get('kind'), words.get('text')!];
  const refused = (why: string) => policyProblem('', `what could be read before ${why}`);
  if (kind === 'exact') return exactText(text);
  return kind === 'cel' ? compileCel(text, refused) : anchoredPattern(text, refused);
}
