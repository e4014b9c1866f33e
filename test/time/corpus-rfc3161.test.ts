// SPDX-License-Identifier: Apache-2.0
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { utf8 } from '../../scripts/mint/bytes.ts';
import { nativeEngine } from '../../src/crypto/engine.ts';
import { readCertificatePem } from '../../src/encoding/pem.ts';
import { checkTimestamp } from '../../src/time/check-timestamp.ts';
import { describeCorpus } from '../support/corpora.ts';

const AT = { evidence: 'token', pointer: '' };

describeCorpus('rfc3161', (folder, cases) => {
  const read = (path: string): Uint8Array => new Uint8Array(readFileSync(join(folder, path)));
  const certificates = (path: string) => readCertificatePem(readFileSync(join(folder, path), 'utf8')).certificates;

  it('has its five cases', () => expect(cases).toHaveLength(5));

  /** Why each rejected case is rejected: the expectation of the corpus alone would accept any reason. */
  const reasons: Readonly<Record<string, string>> = {
    'test_tsa/response wrong data': 'timestamp-imprint',
    'test_tsa/injected certs, spoofed common name': 'timestamp-name',
    'test_tsa/request instead of response': 'timestamp-format',
  };

  for (const { name, args, expect: expected } of cases) {
    it(`${name}: ${expected}`, () => {
      const option = (key: string): string | undefined => args.find(([word]) => word === key)?.[1];
      const tsaCert = option('tsa-cert');
      const tsaName = option('common-name');
      const { checks } = checkTimestamp({
        tsr: read(option('tsr') as string),
        signed: read(option('data') as string),
        roots: certificates(option('roots') as string),
        ...(tsaCert === undefined ? {} : { tsaCert: certificates(tsaCert)[0] as Uint8Array }),
        ...(tsaName === undefined ? {} : { tsaName }),
        engine: nativeEngine,
        at: AT,
      });
      const failure = checks.find((check) => check.outcome !== 'passed');
      // "either": forged certificates beside the real signer's change nothing here, so that the token verifies.
      if (expected === 'reject') expect(failure).toMatchObject({ reason: reasons[name] });
      else expect(failure).toBeUndefined();
    });
  }

  it('stamps the word hello', () => expect(read('derived/2cf24dba5fb0-hello')).toEqual(utf8('hello')));
});
