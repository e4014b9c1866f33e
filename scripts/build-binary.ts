// SPDX-License-Identifier: Apache-2.0
// The binary of this platform, alone and at once. `npm run release` makes the same bytes, and everything that goes with them.
import { mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { bundleTo } from './lib/bundle.ts';
import { LAUNCHER, putLauncher } from './lib/launcher.ts';
import { checkBundle, makeParts } from './lib/program-parts.ts';
import { makeBinary, tryBinary } from './lib/single-file.ts';
import { ROOT } from './lib/sources.ts';
import { fileDigest, NATIVE, requireRuntime } from './lib/targets.ts';

/** Only while the binary is made. */
const PARTS = 'release/parts';

process.chdir(ROOT);
process.umask(0o022);
requireRuntime(NATIVE);
rmSync('release', { recursive: true, force: true });
mkdirSync('release', { recursive: true });
await bundleTo('release/cli.cjs');
checkBundle('release/cli.cjs');
tryBinary(makeBinary(NATIVE, PARTS, (await makeParts(PARTS)).files));
rmSync(PARTS, { recursive: true });
putLauncher();
const sums = ['cli.cjs', LAUNCHER, NATIVE.output]
  .map((name) => `${fileDigest(`release/${name}`, 'sha256')}  ${name}\n`)
  .join('');
writeFileSync('release/SHA256SUMS', sums);
console.log(sums.trimEnd());
