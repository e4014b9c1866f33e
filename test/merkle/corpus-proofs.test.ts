// SPDX-License-Identifier: Apache-2.0
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { parseJson } from '../../src/encoding/json.ts';
import { asObject } from '../../src/encoding/json-fields.ts';
import { readConsistencyProofFile, readInclusionProofFile } from '../../src/merkle/proof-file.ts';
import { checkConsistency, checkInclusion } from '../../src/merkle/rfc6962.ts';
import type { JsonObject } from '../../src/model/json.ts';
import { attempt } from '../../src/model/malformed.ts';
import { describeCorpus } from '../support/corpora.ts';

const JUDGES: Record<string, (file: JsonObject) => void> = {
  'verify-inclusion': (file) => {
    const { index, size, leafHash, hashes, root } = readInclusionProofFile(file);
    checkInclusion(index, size, leafHash, hashes, root);
  },
  'verify-consistency': (file) => {
    const { size1, size2, root1, root2, hashes } = readConsistencyProofFile(file);
    checkConsistency(size1, size2, root1, root2, hashes);
  },
};
const ALLOWED = [
  'json-shape',
  'inclusion-shape',
  'inclusion-root-mismatch',
  'consistency-shape',
  'consistency-root-mismatch',
];

describeCorpus('merkle', (folder, cases) => {
  it('has cases', () => expect(cases.length).toBeGreaterThan(0));
  for (const { name, op, args, expect: expected } of cases) {
    it(`${name} ${expected}`, () => {
      const bytes = readFileSync(join(folder, Object.fromEntries(args)['proof']!));
      const judged = attempt(() => JUDGES[op]!(asObject(parseJson(bytes), '')));
      expect(judged.ok).toBe(expected === 'accept');
      if (!judged.ok) expect(ALLOWED).toContain(judged.problem.reason);
    });
  }
});
