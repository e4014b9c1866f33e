// SPDX-License-Identifier: Apache-2.0
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { type Engine, nativeEngine } from '../../src/crypto/engine.ts';
import { encodeHex } from '../../src/encoding/hex.ts';
import { type Instant, instantFromNanoseconds } from '../../src/model/instant.ts';
import { attempt } from '../../src/model/malformed.ts';
import { prepareAnchors, validateAgainstAuthorities } from '../../src/x509/authorities.ts';
import { type Certificate, parseCertificate } from '../../src/x509/certificate.ts';
import { fulcioIdentity } from '../../src/x509/fulcio.ts';
import { verifyScts } from '../../src/x509/sct.ts';
import { corpus } from '../support/corpora.ts';
import { bundleChains, looseRoot } from '../support/sigstore.ts';

const roots = corpus('sigstore-trust-roots');
const suites = ['sigstore-conformance', 'sigstore-js', 'sigstore-python', 'slsa-verifier'].map((name) => ({
  name,
  folder: corpus(name),
}));
const after = (time: Instant, nanoseconds: bigint): Instant => instantFromNanoseconds(time + nanoseconds);

describe.skipIf(roots === null || suites.some(({ folder }) => folder === null))('certificates of real bundles', () => {
  const instances = ['public-good', 'staging'].map((name) => {
    const root = looseRoot(join(roots!, name, 'targets/trusted_root.json'));
    return { ...root, set: prepareAnchors(root.authorities) };
  });
  const leaves = new Map<string, Certificate>();
  for (const { folder } of suites) {
    for (const { chain } of bundleChains(folder!)) {
      const leaf = attempt(() => parseCertificate(chain[0]!));
      if (leaf.ok) leaves.set(leaf.value.fingerprint, leaf.value);
    }
  }
  const judge = (leaf: Certificate, at: Instant, engine: Engine = nativeEngine) => {
    const results = instances.map(({ set, ctlogs }) => ({
      ctlogs,
      result: validateAgainstAuthorities({
        leaf,
        extraIntermediates: [],
        authorities: set.authorities,
        times: [at],
        purpose: 'codeSigning',
        engine,
      }),
    }));
    // Both instances have authorities of one name: what counts is the one whose key has signed.
    return results.find(({ result }) => result.ok || result.path !== null) ?? results[0]!;
  };
  const issued = [...leaves.values()].filter((leaf) => judge(leaf, leaf.notBefore).result.ok);

  it('finds enough of them to mean something', () => {
    expect(leaves.size).toBeGreaterThanOrEqual(60);
    expect(issued.length).toBeGreaterThanOrEqual(55);
  });

  it('leads to the root from the first to the last nanosecond of its window, and not beyond', () => {
    for (const leaf of issued) {
      expect(judge(leaf, leaf.notAfter).result.ok, leaf.fingerprint).toBe(true);
      expect(judge(leaf, after(leaf.notAfter, 1n)).result).toMatchObject({
        ok: false,
        problem: { reason: 'path-expired' },
      });
      expect(judge(leaf, after(leaf.notBefore, -1n)).result).toMatchObject({
        ok: false,
        problem: { reason: 'path-not-yet-valid' },
      });
    }
  });

  it('verifies the embedded timestamps under the issuer of the path, and under no other', () => {
    let verified = 0;
    for (const leaf of issued) {
      const { result, ctlogs } = judge(leaf, leaf.notBefore);
      if (!result.ok) throw new Error('unreachable');
      const scts = verifyScts({ certificate: leaf, issuer: result.issuer, logs: ctlogs, engine: nativeEngine });
      for (const sct of scts) expect(sct.status, leaf.fingerprint).not.toBe('failed');
      const known = scts.filter(({ status }) => status === 'verified');
      verified += known.length;
      if (known.length === 0) continue;
      const wrong = verifyScts({ certificate: leaf, issuer: leaf, logs: ctlogs, engine: nativeEngine });
      expect(wrong.filter(({ status }) => status === 'verified')).toEqual([]);
    }
    expect(verified).toBeGreaterThanOrEqual(50);
  });

  it('reads who signed', () => {
    const issuers = new Set(issued.map((leaf) => fulcioIdentity(leaf).issuer));
    expect([...issuers]).toContain('https://token.actions.githubusercontent.com');
    for (const leaf of issued)
      expect(fulcioIdentity(leaf)).toMatchObject({
        san: expect.stringMatching(/./),
        issuer: expect.stringMatching(/^https?:/),
      });
  });

  it('does no public-key operation again for a leaf and a root that it knows', () => {
    let operations = 0;
    const counting: Engine = {
      ...nativeEngine,
      verify(...args) {
        operations++;
        return nativeEngine.verify(...args);
      },
    };
    const [first, second] = issued.filter((leaf) => encodeHex(leaf.aki!.keyId!) === encodeHex(issued[0]!.aki!.keyId!));
    judge(first!, first!.notBefore, counting);
    expect(operations).toBe(2);
    judge(first!, first!.notAfter, counting);
    judge(parseCertificate(first!.der), first!.notAfter, counting);
    expect(operations).toBe(2);
    judge(second!, second!.notBefore, counting);
    expect(operations).toBe(3);
  });
});
