// SPDX-License-Identifier: Apache-2.0
import { UsageError } from './usage-error.ts';

const QUESTION = ['layout', 'link-dir', 'substitute-parameters'] as const;

/** Every other flag is refused, so that no flag can be given and not be enforced: one that is new must be put here. */
const APPLIES: ReadonlySet<string> = new Set([
  ...QUESTION,
  'key',
  'key-scheme',
  'policy',
  'policy-key',
  'policy-identity',
  'policy-issuer',
  'policy-bundle',
  'policy-digest',
  'trusted-root',
  'trust-store',
  'trust-domain',
  'crl',
  'revocation-list',
  'strict',
  'at',
  'attime',
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

/** Whether a layout is asked about, by the flags that were given; a mixture of questions is a slip. */
export function layoutQuestion(given: readonly string[]): boolean {
  if (!given.includes('layout')) {
    const stray = QUESTION.find((name) => given.includes(name));
    if (stray !== undefined) throw new UsageError(`--${stray} was given without --layout`);
    return false;
  }
  const byDomain = given.includes('trust-domain');
  const missing = ['link-dir', 'key'].filter((name) => !given.includes(name) && !(name === 'key' && byDomain));
  if (missing.length > 0) {
    throw new UsageError(`a layout needs ${missing.map((name) => `--${name}`).join(' and ')} too`);
  }
  const foreign = given.filter((name) => !APPLIES.has(name));
  if (foreign.length > 0) {
    const names = foreign.map((name) => `--${name}`).join(', ');
    throw new UsageError(`${names} cannot be given with --layout, which asks about a supply chain alone`);
  }
  if (given.includes('crl') && !given.includes('policy-identity'))
    throw new UsageError('--crl is about certificates: with --layout, that of whoever has signed the policy');
  return true;
}
