// SPDX-License-Identifier: Apache-2.0
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { readDer } from '../../src/encoding/der.ts';
import { parseJson } from '../../src/encoding/json.ts';
import { readCertificatePem, readPublicKeyPem } from '../../src/encoding/pem.ts';
import { type CorpusCase, describeCorpus } from '../support/corpora.ts';
import { rewrite } from './der-writer.ts';

/** The strict readers must not refuse what a third party's accepted cases are made of. */
function files(cases: readonly CorpusCase[], pattern: RegExp): string[] {
  const accepted = cases.filter((one) => one.expect === 'accept');
  const named = accepted.flatMap((one) => [...one.positional, ...one.args.map(([, value]) => value)]);
  return [...new Set(named.filter((path) => pattern.test(path)))];
}

describeCorpus('pkits', (folder, cases) => {
  it('has certificates that are DER, to the byte', () => {
    const paths = files(cases, /\.(crt|cer|der)$/);
    expect(paths.length).toBeGreaterThan(20);
    for (const path of paths) {
      const content = new Uint8Array(readFileSync(join(folder, path)));
      expect(rewrite(readDer(content)), path).toEqual(content);
    }
  });
});

describeCorpus('sigstore-conformance', (folder, cases) => {
  it('has bundles and trusted roots that are strict JSON', () => {
    const paths = files(cases, /\.json$/);
    expect(paths.length).toBeGreaterThan(10);
    for (const path of paths) {
      const content = readFileSync(join(folder, path));
      expect(parseJson(new Uint8Array(content)), path).toEqual(JSON.parse(content.toString()));
    }
  });

  it('has keys that are one PEM block', () => {
    for (const path of files(cases, /\.pub$/)) {
      const { label, der } = readPublicKeyPem(readFileSync(join(folder, path), 'utf8'));
      expect([path, label, rewrite(readDer(der))]).toEqual([path, 'PUBLIC KEY', der]);
    }
  });
});

describeCorpus('rfc3161', (folder, cases) => {
  it('has tokens and certificates that are DER, to the byte', () => {
    const tokens = files(cases, /\.(tsr|der)$/);
    expect(tokens.length).toBeGreaterThan(0);
    for (const path of tokens) {
      const content = new Uint8Array(readFileSync(join(folder, path)));
      expect(rewrite(readDer(content)), path).toEqual(content);
    }
    for (const path of files(cases, /\.(pem|crt)$/)) {
      const { certificates } = readCertificatePem(readFileSync(join(folder, path), 'utf8'));
      for (const der of certificates) expect(rewrite(readDer(der)), path).toEqual(der);
    }
  });
});
