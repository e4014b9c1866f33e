// SPDX-License-Identifier: Apache-2.0
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { canonicalJson } from '../../src/encoding/canonical-json.ts';
import { parseJson } from '../../src/encoding/json.ts';
import { describeCorpus } from '../support/corpora.ts';

describeCorpus('json-canonicalization', (folder, cases) => {
  const read = (path: string) => new Uint8Array(readFileSync(join(folder, path)));

  it('holds cases', () => {
    expect(cases.length).toBeGreaterThan(0);
  });

  it.each(cases.map((one) => [one.name, one] as const))('%s', (_, { op, expect: expected, positional, output }) => {
    expect([op, expected]).toEqual(['canonicalize', 'accept']);
    expect(canonicalJson(parseJson(read(positional[0]!)))).toEqual(read(output!));
  });
});
