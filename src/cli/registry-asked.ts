// SPDX-License-Identifier: Apache-2.0
import { UsageError } from './usage-error.ts';

const QUESTION = ['registry-signature', 'package-name', 'package-version', 'integrity', 'key-id'] as const;

/** Every other flag is refused, so that no flag can be given and not be enforced: one that is new must be put here. */
const APPLIES: ReadonlySet<string> = new Set([
  ...QUESTION,
  'npm-keys',
  'trust-store',
  'trust-domain',
  'revocation-list',
  'at',
  'attime',
  'signed-at',
  'not-before',
  'not-after',
  'skew',
  'json',
  'output',
  'engine',
  'verbose',
  'quiet',
  'no-color',
  'offline',
  'deterministic',
  'binary-digest',
]);

/** Whether a registry's signature is asked about, by the flags that were given; a mixture of questions is a slip. */
export function registryQuestion(given: readonly string[], operands: readonly string[]): boolean {
  if (!given.includes('registry-signature')) {
    if (given.includes('key-id')) throw new UsageError('--key-id was given without --registry-signature');
    return false;
  }
  const missing = QUESTION.filter((name) => !given.includes(name));
  if (missing.length > 0)
    throw new UsageError(`a registry signature needs ${missing.map((name) => `--${name}`).join(', ')} too`);
  const foreign = given.filter((name) => !APPLIES.has(name));
  if (foreign.length > 0) {
    const names = foreign.map((name) => `--${name}`).join(', ');
    throw new UsageError(`${names} cannot be given with --registry-signature, which asks about a package alone`);
  }
  if (operands.length > 0) throw new UsageError('--registry-signature asks about a package, and takes no operands');
  return true;
}
