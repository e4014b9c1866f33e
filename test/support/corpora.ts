// SPDX-License-Identifier: Apache-2.0
import { existsSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { describe, it } from 'vitest';

const base = process.env['FORENSIC_VERIFY_CORPORA'] ?? resolve(import.meta.dirname, '../../../shared/corpora');

/** The folder of one third-party corpus, or null where it is not at hand. */
export function corpus(name: string): string | null {
  const folder = join(base, name);
  return existsSync(folder) ? folder : null;
}

export interface CorpusCase {
  readonly name: string;
  readonly op: string;
  readonly args: readonly (readonly [string, string])[];
  readonly positional: readonly string[];
  readonly expect: 'accept' | 'reject' | 'either';
  readonly group?: string;
  readonly output?: string;
}

export function corpusCases(folder: string): CorpusCase[] {
  return JSON.parse(readFileSync(join(folder, 'cases.json'), 'utf8')) as CorpusCase[];
}

/** A suite over a corpus that is used in place; a visible skip where it is absent. */
export function describeCorpus(name: string, suite: (folder: string, cases: CorpusCase[]) => void): void {
  const folder = corpus(name);
  if (folder === null) {
    describe(`corpus ${name}`, () => {
      it.skip(`is not at hand: put it at ../shared/corpora or name its parent in FORENSIC_VERIFY_CORPORA`, () => {});
    });
    return;
  }
  describe(`corpus ${name}`, () => {
    const file = join(folder, 'cases.json');
    suite(folder, existsSync(file) ? corpusCases(folder) : []);
  });
}
