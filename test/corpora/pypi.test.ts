// SPDX-License-Identifier: Apache-2.0
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { runJson } from '../support/cli.ts';
import { type CorpusCase, describeCorpus } from '../support/corpora.ts';

const PATHS = new Set(['attestation', 'trusted-root']);
const AT = '2026-03-01T00:00:00Z';

/** The neutral operation as words of our command line (corpora README). */
function commandOf(one: CorpusCase, folder: string): string[] {
  const words = one.args.flatMap(([name, value]) => {
    if (name === 'distribution') return [join(folder, value)];
    const text = PATHS.has(name) ? join(folder, value) : value;
    return [name === 'attestation' ? '--bundle' : `--${name}`, text];
  });
  return ['verify', ...words, '--at', AT];
}

/** What refuses each of them, and nothing else: the cause is the one that the case is named for. */
const REASONS: Readonly<Record<string, readonly string[]>> = {
  'rfc8785 prod root': ['log-unknown'],
  'rfc8785 wrong identity': ['identity-mismatch'],
  'rfc8785 digest mismatch': ['subject-digest-mismatch'],
  'rfc8785 filename mismatch': ['subject-name-mismatch'],
  'rfc8785 statement altered': ['signature-mismatch'],
  'rfc8785 two subjects': ['subject-count'],
  'rfc8785 subject without name': ['subject-name-absent'],
  'rfc8785 version 2': ['bundle-version-unsupported'],
  'rfc8785 no log entry': ['log-absent'],
  'rfc8785 signature bit flipped': ['signature-mismatch'],
  'models wrong workflow': ['policy-publisher'],
  'models wrong repository': ['policy-publisher'],
};

describeCorpus('pypi-attestations', (folder, cases) => {
  for (const one of cases) {
    it(`${one.name}: ${one.expect}`, () => {
      const result = runJson(commandOf(one, folder));
      const judged = (result.report?.items ?? []).flatMap((item) =>
        (item as unknown as { judgements: { check: string; reason: string | null }[] }).judgements
          .filter(({ check }) => check.startsWith('policy.'))
          .flatMap(({ reason }) => (reason === null ? [] : [reason])),
      );
      const reasons = [...result.reasons, ...judged];
      if (one.expect === 'accept') {
        expect(result.code, result.stdout + result.stderr).toBe(0);
        expect(result.stdout).toContain('index: not proven');
        return;
      }
      expect([2, 3, 4, 5], result.stderr).toContain(result.code);
      expect(reasons).toEqual(expect.arrayContaining([...REASONS[one.name]!]));
    });
  }
});
