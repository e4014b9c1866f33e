// SPDX-License-Identifier: Apache-2.0
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { meets, runJson } from '../support/cli.ts';
import { type CorpusCase, describeCorpus } from '../support/corpora.ts';

/** The neutral words of the cases as ours; those that are paths are relative to the folder. */
const WORDS: Readonly<Record<string, string>> = {
  attestations: '--attestations-path',
  integrity: '--integrity',
  name: '--package-name',
  version: '--package-version',
  'npm-keys': '--npm-keys',
  'trusted-root': '--trusted-root',
  'source-uri': '--source-uri',
  'builder-id': '--builder-id',
  signature: '--registry-signature',
  keyid: '--key-id',
  'signed-at': '--signed-at',
};
const PATHS = ['attestations', 'npm-keys', 'trusted-root', 'tarball'];

export function commandOf(folder: string, { args }: CorpusCase): string[] {
  return [
    'verify',
    ...args.flatMap(([name, value]) => {
      const given = PATHS.includes(name) ? join(folder, value) : value;
      return name === 'tarball' ? [given] : [WORDS[name]!, given];
    }),
  ];
}

/** Why the refused ones are refused: the cause itself, and not something beside it. */
const CAUSES: readonly (readonly [RegExp, RegExp])[] = [
  [/mismatch builder/, /policy-builder/],
  [/mismatch source/, /policy-source/],
  [/mismatch package version/, /package-version-mismatch/],
  [/mismatch package name/, /package-name-mismatch/],
  [/invalid signature/, /signature-mismatch|entry-/],
  [/with the other package/, /signature-absent|artifact-absent/],
];

for (const [corpus, count] of [
  ['npm', 16],
  ['slsa-verifier', 18],
] as const) {
  describeCorpus(corpus, (folder, cases) => {
    const own = cases.filter(({ op }) => op === 'verify-npm' || op === 'verify-npm-signature');
    it(`holds ${count} cases of npm packages`, () => expect(own).toHaveLength(count));
    it.each(own)('$name', (one) => {
      const result = runJson(commandOf(folder, one));
      const told = `exit ${result.code} ${result.reasons.join(' ')} ${result.stderr}`;
      expect(meets(one.expect, result.code), told).toBe(true);
      const cause = CAUSES.find(([name]) => name.test(one.name));
      if (one.expect === 'reject' && cause !== undefined) expect(result.stdout).toMatch(cause[1]);
    });
  });
}
