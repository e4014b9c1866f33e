// SPDX-License-Identifier: Apache-2.0
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { meets, runJson } from '../support/cli.ts';
import { type CorpusCase, describeCorpus } from '../support/corpora.ts';

const REGEXP = ['certificate-identity-regexp', 'certificate-oidc-issuer-regexp'];

/** The neutral operation as words of our command line (corpora README). */
function commandOf(one: CorpusCase, folder: string): string[] {
  const plain =
    one.positional.every((operand) => !/^sha(384|512):/.test(operand)) &&
    one.args.every(([name]) => !REGEXP.includes(name));
  const paths = new Set(['bundle', 'trusted-root', 'key']);
  const flags = one.args.flatMap(([name, value]) => [`--${name}`, paths.has(name) ? join(folder, value) : value]);
  const operands = one.positional.map((operand) =>
    existsSync(join(folder, operand)) ? join(folder, operand) : operand,
  );
  return [plain ? 'verify-bundle' : 'verify', ...flags, ...operands];
}

for (const corpus of ['sigstore-conformance', 'sigstore-js', 'sigstore-python', 'sigstore-rs', 'cosign']) {
  describeCorpus(corpus, (folder, cases) => {
    for (const one of cases) {
      it(`${one.name}: ${one.expect}`, () => {
        const result = runJson(commandOf(one, folder));
        expect(meets(one.expect, result.code), `exit ${result.code} ${result.reasons.join(' ')} ${result.stderr}`).toBe(
          true,
        );
        if (one.expect === 'reject' && result.report !== null) expect(result.reasons.length).toBeGreaterThan(0);
      });
    }
  });
}
