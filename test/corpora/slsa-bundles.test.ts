// SPDX-License-Identifier: Apache-2.0
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { sha256Hex } from '../../src/crypto/digest.ts';
import { meets, runJson } from '../support/cli.ts';
import { type CorpusCase, describeCorpus } from '../support/corpora.ts';

/** The envelopes themselves, each once, under anybody's identity: source and builder are questions of a policy. */
describeCorpus('slsa-verifier', (folder, cases) => {
  const distinct = new Map<string, { readonly one: CorpusCase; expect: string }>();
  for (const one of cases) {
    const provenance = one.args.find(([name]) => name === 'provenance')?.[1];
    if (one.op !== 'verify-slsa' || provenance === undefined) continue;
    const id = sha256Hex(readFileSync(join(folder, provenance)));
    const known = distinct.get(id);
    if (known === undefined) distinct.set(id, { one, expect: one.expect });
    else if (one.expect === 'accept') distinct.set(id, { one, expect: 'accept' });
  }
  it('holds 32 distinct bundles and 8 older envelopes', () => {
    const expected = [...distinct.values()].map((row) => row.expect);
    expect(expected.filter((word) => word === 'accept')).toHaveLength(32);
    expect(expected.filter((word) => word === 'reject')).toHaveLength(8);
  });
  for (const { one, expect: expected } of distinct.values()) {
    const argument = (name: string) => join(folder, one.args.find(([given]) => given === name)![1]);
    const provenance = argument('provenance');
    it(`${one.name.split(' :: ')[0]}: ${expected}`, () => {
      const operands = one.positional.map((operand) =>
        existsSync(join(folder, operand)) ? join(folder, operand) : operand,
      );
      const anyone = ['--certificate-identity-regexp', '.*', '--certificate-oidc-issuer-regexp', '.*'];
      const result = runJson([
        'verify',
        ...operands,
        '--bundle',
        provenance,
        '--trusted-root',
        argument('trusted-root'),
        ...anyone,
      ]);
      expect(meets(expected, result.code), `exit ${result.code} ${result.reasons.join(' ')} ${result.stderr}`).toBe(
        true,
      );
    });
  }
});
