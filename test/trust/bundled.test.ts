// SPDX-License-Identifier: Apache-2.0
import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { describe, expect, it } from 'vitest';
import { formatInstant } from '../../src/encoding/rfc3339.ts';
import { bundledRegistryKeys, bundledTrustedRoot, bundledTrustSource } from '../../src/trust/bundled.ts';
import { describeCorpus } from '../support/corpora.ts';
import { KIT } from './roots.ts';

const origin = JSON.parse(readFileSync(resolve(KIT, 'ORIGIN.json'), 'utf8'));
const files = { root: 'sigstore-public-good.trusted_root.json', keys: 'npm-registry-keys.json' };

describe('the bundled trust', () => {
  it('is the public-good root, with origin, digest and date', () => {
    const root = bundledTrustedRoot();
    expect(root.origin.name).toBe('bundled:sigstore-public-good');
    expect(root.origin.sha256).toBe(origin.files[files.root].sha256);
    expect(formatInstant(root.origin.issuedAt!)).toBe(origin.publishedAt);
    expect([root.tlogs.length, root.ctlogs.length, root.certificateAuthorities.length]).toEqual([2, 2, 2]);
    expect(root.setAside).toEqual([]);
    expect(bundledTrustedRoot()).toBe(root);
    expect(bundledTrustSource()).toContain(origin.version);
  });

  it('has the npm registry keys, by usage, with their windows', () => {
    const { keys, origin: from, setAside } = bundledRegistryKeys();
    expect(from.sha256).toBe(origin.files[files.keys].sha256);
    expect(setAside).toEqual([]);
    expect(keys.map((key) => [key.keyId.slice(0, 13), key.usage, key.validFor!.notAfter !== null])).toEqual([
      ['SHA256:jl3bws', 'npm:signatures', true],
      ['SHA256:jl3bws', 'npm:attestations', true],
      ['SHA256:DhQ8wR', 'npm:signatures', false],
      ['SHA256:DhQ8wR', 'npm:attestations', false],
    ]);
    expect(new Set(keys.map((key) => key.scheme))).toEqual(new Set(['ecdsa-p256-sha256']));
  });

  it('travels in the offline kit as the very bytes of its origin file', () => {
    for (const [name, { size, sha256 }] of Object.entries<{ size: number; sha256: string }>(origin.files)) {
      const bytes = readFileSync(resolve(KIT, name));
      expect([bytes.length, createHash('sha256').update(bytes).digest('hex')]).toEqual([size, sha256]);
    }
  });

  it('is what the pinned package gives', () => {
    const script = resolve(KIT, '../../scripts/generate-trust.ts');
    const run = spawnSync(process.execPath, [script, '--check'], { encoding: 'utf8' });
    expect([run.status, run.stderr]).toEqual([0, '']);
  });
});

describeCorpus('sigstore-trust-roots', (folder) => {
  it('is the root and the keys that the TUF repository serves', () => {
    for (const [here, there] of [
      [files.root, 'trusted_root.json'],
      [files.keys, 'npm-registry-keys.json'],
    ]) {
      const served = readFileSync(resolve(folder, 'public-good/targets', there!));
      expect(readFileSync(resolve(KIT, here!)).equals(served)).toBe(true);
    }
  });
});
