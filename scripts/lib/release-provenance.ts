// SPDX-License-Identifier: Apache-2.0
import { execFileSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import manifest from '../../package.json' with { type: 'json' };
import { buildProvenance } from '../../src/attest/provenance.ts';
import type { Resource } from '../../src/statement/resource.ts';
import { lockedPackages } from './locked-packages.ts';
import { fileDigest, RUNTIME_VERSION } from './targets.ts';

/**
 * SLSA provenance v1 of the files of release/, as a statement that waits for a signature (`attest sign`). It names no time, no
 * machine and no run: two builds of one commit say the same.
 */
export function releaseProvenance(files: readonly string[]): Uint8Array {
  const { commit, changed } = source();
  const { payload } = buildProvenance({
    subjects: files.map((name) => ({
      name,
      digest: { sha256: fileDigest(`release/${name}`, 'sha256'), sha512: fileDigest(`release/${name}`, 'sha512') },
    })),
    definition: {
      buildType: 'urn:forensic-verify:build:release:v1',
      externalParameters: { command: 'npm ci && npm run release', source: `git+commit:${commit}` },
      internalParameters: changed ? { changed: 'the work tree was not that of the commit' } : null,
      resolvedDependencies: [
        resource(
          'forensic-verify',
          `pkg:generic/forensic-verify@${manifest.version}`,
          new Map([['gitCommit', commit]]),
        ),
        ...lockedPackages()
          .filter(({ folder }) => existsSync(folder))
          .map(({ name, purl, sha512 }) => resource(name, purl, new Map([['sha512', sha512]]))),
      ],
    },
    builder: {
      id: 'urn:forensic-verify:builder:npm-run-release',
      builderDependencies: [],
      version: new Map([['node', RUNTIME_VERSION]]),
    },
    metadata: null,
  });
  return payload;
}

function source(): { readonly commit: string; readonly changed: boolean } {
  const git = (...words: string[]) => execFileSync('git', words, { encoding: 'utf8' }).trim();
  if (!existsSync(join('.git'))) throw new Error('the release is made from a clone: there is no .git here');
  return { commit: git('rev-parse', 'HEAD'), changed: git('status', '--porcelain', '--untracked-files=no') !== '' };
}

function resource(name: string, uri: string, digest: ReadonlyMap<string, string>): Resource {
  return { name, uri, digest, content: null, downloadLocation: null, mediaType: null, annotations: null };
}
