// SPDX-License-Identifier: Apache-2.0
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { nativeEngine } from '../../src/crypto/engine.ts';
import { readCertificatePem, readPublicKeyPem } from '../../src/encoding/pem.ts';
import { parseRfc3339 } from '../../src/encoding/rfc3339.ts';
import { instantFromSeconds } from '../../src/model/instant.ts';
import { attempt } from '../../src/model/malformed.ts';
import { parseCertificate } from '../../src/x509/certificate.ts';
import { type Purpose, validatePath } from '../../src/x509/path.ts';
import { verifyScts } from '../../src/x509/sct.ts';
import { anchorFromCertificate } from '../../src/x509/trust-anchor.ts';
import { type CorpusCase, describeCorpus } from '../support/corpora.ts';
import { looseLog } from '../support/sigstore.ts';

const values = (test: CorpusCase, name: string): string[] =>
  test.args.filter(([key]) => key === name).map(([, value]) => value);
const bytes = (file: string): Uint8Array => Uint8Array.from(readFileSync(file));

/** Where the upstream suite tells the reason, ours must be the one that it means. */
const MEANT: readonly (readonly [RegExp, string])[] = [
  [/signature .* could not be verified/, 'path-signature'],
  [/not valid until/, 'path-not-yet-valid'],
  [/expired/, 'path-expired'],
  [/is not a CA/, 'path-not-ca'],
  [/maximum path length/, 'path-length'],
  [/not allowed to sign/, 'path-key-usage'],
  [/contains the following/, 'path-critical-extension'],
];

describeCorpus('pkits', (folder, cases) => {
  it.each(cases.map((test) => [test.name, test] as const))('%s', (_, test) => {
    const read = (name: string) => values(test, name).map((file) => parseCertificate(bytes(join(folder, file))));
    const result = attempt(() =>
      validatePath({
        leaf: read('leaf')[0]!,
        intermediates: read('intermediate'),
        anchors: read('root').map(anchorFromCertificate),
        at: parseRfc3339(values(test, 'at')[0]!).time,
        purpose: values(test, 'purpose')[0] as Purpose,
        engine: nativeEngine,
      }),
    );
    const reason = !result.ok ? result.problem.reason : result.value.ok ? null : result.value.problem.reason;
    if (test.expect === 'accept') expect(reason).toBeNull();
    if (test.expect === 'reject') {
      const said = (test as CorpusCase & { reason: string }).reason;
      const meant = MEANT.find(([pattern]) => pattern.test(said))?.[1];
      expect(meant).toBeDefined();
      // One bit of its signature's length is no DER: the certificate is refused before its signature is tried.
      expect(reason).toBe(test.name === '40102_invalid_ca_signature_test2' ? 'der-invalid' : meant);
    }
    // NIST accepts basic constraints that are not critical, and so do we.
    if (test.expect === 'either') expect(reason).toBeNull();
  });
});

describeCorpus('sct', (folder, cases) => {
  const REASONS: Record<string, string> = {
    'embedded SCT': 'verified',
    'embedded SCT, key of another log': 'unknown',
    'embedded SCT, other issuer': 'sct-signature',
    'certificate without an SCT': 'none',
  };
  it.each(cases.map((test) => [test.name, test] as const))('%s', (name, test) => {
    const text = (key: string) => readFileSync(join(folder, values(test, key)[0]!), 'utf8');
    const certificate = (key: string) => parseCertificate(readCertificatePem(text(key)).certificates[0]!);
    const always = { notBefore: instantFromSeconds(0n), notAfter: null };
    const results = verifyScts({
      certificate: certificate('certificate'),
      issuer: certificate('issuer'),
      logs: [looseLog(readPublicKeyPem(text('ctlog-key')).der, always)],
      engine: nativeEngine,
    });
    const [result] = results;
    const outcome = result === undefined ? 'none' : result.status === 'failed' ? result.problem.reason : result.status;
    expect(outcome).toBe(REASONS[name]);
    expect(outcome === 'verified').toBe(test.expect === 'accept');
  });
});
