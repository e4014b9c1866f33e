// SPDX-License-Identifier: Apache-2.0
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { windowContains } from '../../src/model/instant.ts';
import { attempt } from '../../src/model/malformed.ts';
import { parseTrustedRoots } from '../../src/trust/trusted-root.ts';
import { describeCorpus } from '../support/corpora.ts';

const read = (path: string) => parseTrustedRoots(readFileSync(path), 'root');

function files(folder: string, wanted: RegExp): string[] {
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && wanted.test(entry.name))
    .map((entry) => join(entry.parentPath, entry.name))
    .sort();
}

describeCorpus('sigstore-conformance', (folder) => {
  const roots = files(join(folder, 'test/assets/bundle-verify'), /^trusted_root\.json$/);
  it('has trusted roots', () => expect(roots.length).toBeGreaterThanOrEqual(18));
  for (const path of roots) {
    it(`${path.slice(folder.length)} parses, nothing set aside`, () => {
      const [root] = read(path);
      expect(root!.setAside).toEqual([]);
      expect(root!.unknownMembers).toEqual([]);
      expect(root!.tlogs.length).toBeGreaterThan(0);
      expect(root!.certificateAuthorities.length).toBeGreaterThan(0);
    });
  }
});

describeCorpus('sigstore-trust-roots', (folder) => {
  it('public good and staging parse completely', () => {
    const [production] = read(join(folder, 'public-good/targets/trusted_root.json'));
    const [staging] = read(join(folder, 'staging/targets/trusted_root.json'));
    const counts = [production!, staging!].map((root) => [
      root.tlogs.length,
      root.ctlogs.length,
      root.certificateAuthorities.length,
      root.timestampAuthorities.length,
      root.setAside.length,
    ]);
    expect(counts).toEqual([
      [2, 2, 2, 1, 0],
      [5, 5, 2, 2, 0],
    ]);
    // the staging CT log whose RSA key is PKCS#1
    expect(staging!.ctlogs[0]!.scheme).toBe('rsa-pkcs1v15-sha256');
  });

  it("GitHub's two roots parse, with and without the final newline", () => {
    const bytes = readFileSync(join(folder, 'github/trusted_root.jsonl'));
    expect(bytes.at(-1)).toBe(0x0a);
    for (const text of [bytes, bytes.subarray(0, -1)]) {
      const roots = parseTrustedRoots(text, 'github');
      expect(roots.map((root) => root.tlogs.length)).toEqual([2, 0]);
      expect(roots[1]!.certificateAuthorities).toHaveLength(6);
      expect(roots[1]!.timestampAuthorities.map((tsa) => tsa.chain.length)).toEqual([3, 3, 3, 3, 3, 3]);
      expect(roots.flatMap((root) => root.setAside)).toEqual([]);
    }
    expect(attempt(() => parseTrustedRoots(Buffer.concat([bytes, Buffer.from('\n')]), 'github')).ok).toBe(false);
  });
});

describeCorpus('sigstore-python', (folder) => {
  const assets = join(folder, 'test/assets');
  it('its own roots and trust configs parse', () => {
    for (const path of [
      'trusted_root/trustedroot.v1.json',
      'trusted_root/trustedroot.v1.local_tlog_ed25519_rekor-tiles.json',
      'trust_config/config.v1.json',
      'tsa/trust_config.json',
    ]) {
      const [root] = read(join(assets, path));
      expect([path, root!.setAside, root!.unknownMembers]).toEqual([path, [], []]);
    }
  });

  it('those with a wrong media type do not', () => {
    for (const path of ['trusted_root/trustedroot.badtype.json', 'trust_config/config.badtype.json']) {
      const result = attempt(() => read(join(assets, path)));
      expect([path, result.ok || result.problem.reason]).toEqual([path, 'trusted-root-format']);
    }
  });

  it('an authority whose window ends before it starts is there, and never valid', () => {
    const [root] = read(join(folder, 'derived/4616f8c69aff-tsa_root2.json'));
    const { validFor } = root!.timestampAuthorities[0]!;
    expect(validFor.notAfter! < validFor.notBefore).toBe(true);
    for (const at of [validFor.notBefore, validFor.notAfter!]) expect(windowContains(validFor, at)).toBe(false);
  });
});

describeCorpus('cosign', (folder) => {
  it('its copy of the public-good root parses', () => {
    const [root] = read(join(folder, 'pkg/cosign/testdata/trusted_root_pgi.json'));
    expect([root!.tlogs.length, root!.ctlogs.length, root!.setAside.length]).toEqual([1, 2, 0]);
  });
});
