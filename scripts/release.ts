// SPDX-License-Identifier: Apache-2.0
// All that is given out, from a clean clone: `npm ci && npm run release` (docs/RELEASE.md). Nothing is downloaded but, by npm and
// under the digests of scripts/targets/package-lock.json, the runtimes of the other platforms.
import { execFileSync } from 'node:child_process';
import { existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { bundleTo } from './lib/bundle.ts';
import { LAUNCHER, putLauncher } from './lib/launcher.ts';
import { checkBundle, makeParts } from './lib/program-parts.ts';
import { releaseProvenance } from './lib/release-provenance.ts';
import { sbom } from './lib/sbom.ts';
import { makeBinary, tryBinary } from './lib/single-file.ts';
import { ROOT } from './lib/sources.ts';
import { checkStructure } from './lib/structure.ts';
import { fileDigest, NATIVE, requireRuntime, TARGETS } from './lib/targets.ts';

/** Only while the binaries are made. */
const PARTS = 'release/parts';
const SBOM = 'forensic-verify.cdx.json';
const PROVENANCE = 'provenance.statement.json';

process.chdir(ROOT);
process.umask(0o022);
requireRuntime(NATIVE);
if (!TARGETS.every(({ runtime }) => existsSync(runtime)))
  execFileSync('npm', ['ci', '--force', '--ignore-scripts', '--no-audit', '--no-fund', '--prefix', 'scripts/targets'], {
    stdio: ['ignore', 'ignore', 'inherit'],
  });
for (const target of TARGETS) requireRuntime(target);

rmSync('release', { recursive: true, force: true });
mkdirSync('release', { recursive: true });
const modules = await bundleTo('release/cli.cjs');
checkBundle('release/cli.cjs');
const { files: parts, modules: inParts } = await makeParts(PARTS);
const texts = parts.map((part) => readFileSync(join(PARTS, part)));
const platforms: string[] = [];
for (const target of TARGETS) {
  const output = makeBinary(target, PARTS, parts);
  const seen = checkStructure(target, readFileSync(output), texts);
  if (target === NATIVE) tryBinary(output);
  platforms.push(`${target.output}\n  ${target.label}.\n  Seen: ${seen.join('; ')}.\n`);
}
rmSync(PARTS, { recursive: true });
writeFileSync('release/PLATFORMS.txt', platforms.join('\n'));
writeFileSync(`release/${SBOM}`, sbom([...new Set([...modules, ...inParts])].sort()));
putLauncher();
const made = ['cli.cjs', LAUNCHER, 'PLATFORMS.txt', SBOM, ...TARGETS.map(({ output }) => output)].sort();
writeFileSync(`release/${PROVENANCE}`, releaseProvenance(made));
const named = [...made, PROVENANCE].sort();
for (const algorithm of ['sha256', 'sha512'] as const)
  writeFileSync(
    `release/${algorithm.toUpperCase()}SUMS`,
    named.map((name) => `${fileDigest(`release/${name}`, algorithm)}  ${name}\n`).join(''),
  );
console.log(readFileSync('release/SHA256SUMS', 'utf8').trimEnd());
