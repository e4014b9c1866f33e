// SPDX-License-Identifier: Apache-2.0
import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { expect, it } from 'vitest';
import { nativeEngine } from '../../src/crypto/engine.ts';
import { parseRfc3339 } from '../../src/encoding/rfc3339.ts';
import { parseRegistryKeys } from '../../src/trust/npm-keys.ts';
import { verifyRegistrySignature } from '../../src/trust/npm-signature.ts';
import { describeCorpus } from '../support/corpora.ts';

const REASONS: Readonly<Record<string, readonly (string | null)[]>> = {
  'as published': [null, null],
  'other version': [null, 'signature-mismatch'],
  'bogus signature': [null, 'base64-invalid'],
  'unknown key id': ['key-id-unknown', 'prerequisite-not-passed'],
  'newer key id': ['key-window', 'signature-mismatch'],
  'signed after the key ended': ['key-window', null],
};

describeCorpus('npm', (folder, cases) => {
  const wanted = cases.filter((entry) => entry.op === 'verify-npm-signature');
  it('has 12 registry signatures', () => expect(wanted).toHaveLength(12));
  for (const entry of wanted) {
    it(`${entry.name} → ${entry.expect}`, () => {
      const args = new Map(entry.args);
      const checks = verifyRegistrySignature({
        name: args.get('name')!,
        version: args.get('version')!,
        integrity: args.get('integrity')!,
        keyId: args.get('keyid')!,
        signature: args.get('signature')!,
        keys: parseRegistryKeys(readFileSync(resolve(folder, args.get('npm-keys')!)), 'npm-keys').keys,
        signedAt: parseRfc3339(args.get('signed-at')!).time,
        engine: nativeEngine,
        at: { evidence: entry.name, pointer: '' },
      });
      expect(checks.map((check) => ('reason' in check ? check.reason : null))).toEqual(
        REASONS[entry.name.split(' :: ')[1]!],
      );
      expect(checks.every((check) => check.outcome === 'passed')).toBe(entry.expect === 'accept');
    });
  }
});
