// SPDX-License-Identifier: Apache-2.0
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, expect, it } from 'vitest';
import { runJson } from '../support/cli.ts';
import { describeCorpus } from '../support/corpora.ts';

interface JudgedItem {
  readonly judgements: readonly { readonly rule: string; readonly effect: string; readonly reason: string | null }[];
}

/** Which flag's rule must have refused, by the word of the upstream test; the rest are refused by evidence itself. */
const BLAMED: readonly (readonly [RegExp, string])[] = [
  [/wrong source/, '--source-uri'],
  [/wrong branch/, '--source-branch'],
  [/builderID/, '--builder-id'],
  [/^versioned /, '--source-versioned-tag'],
  [/^tag /, '--source-tag'],
];

/** Every verify-slsa case with its documented flags, as a process of its own. */
describeCorpus('slsa-verifier', (folder, cases) => {
  const tally = { accept: 0, reject: 0, right: 0 };
  for (const one of cases) {
    if (one.op !== 'verify-slsa') continue;
    const value = (name: string) => one.args.find(([given]) => given === name)?.[1];
    it(`${one.name}: ${one.expect}`, () => {
      const operands = one.positional.map((operand) =>
        existsSync(join(folder, operand)) ? join(folder, operand) : operand,
      );
      const asked = ['source-uri', 'builder-id', 'source-tag', 'source-branch', 'source-versioned-tag'].flatMap(
        (name) => (value(name) === undefined ? [] : [`--${name}`, value(name)!]),
      );
      const files = [
        '--bundle',
        join(folder, value('provenance')!),
        '--trusted-root',
        join(folder, value('trusted-root')!),
      ];
      const result = runJson(['verify', ...operands, ...files, ...asked]);
      const items = (result.report?.items ?? []) as unknown as readonly JudgedItem[];
      const refusing = items
        .flatMap(({ judgements }) => judgements)
        .filter(({ effect }) => effect === 'rejects')
        .map(({ rule }) => rule);
      tally[one.expect as 'accept' | 'reject'] += 1;
      expect(result.code, `${refusing.join(' ')} ${result.stderr}`).toBe(one.expect === 'accept' ? 0 : 3);
      const blamed = BLAMED.find(([word]) => word.test(one.name.split(' :: ')[1] ?? ''))?.[1];
      // The rule of that very flag refuses, beside no check of the evidence: one cause.
      if (one.expect === 'reject' && blamed !== undefined) {
        expect(refusing).toContain(blamed);
        expect(refusing.every((rule) => rule.startsWith('--'))).toBe(true);
      }
      tally.right += 1;
    });
  }
  afterAll(() => {
    process.stdout.write(`verify-slsa: ${tally.right} of ${tally.accept + tally.reject} right\n`);
  });
});
