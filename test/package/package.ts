// SPDX-License-Identifier: Apache-2.0
import { execFileSync, spawnSync } from 'node:child_process';
import { cpSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, renameSync, symlinkSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { PROJECT } from '../support/cli.ts';

const MODULES = join(PROJECT, 'node_modules');

/**
 * What `npm pack` makes of a build, unpacked where `npm install` would put it, in a project that has nothing else.
 *
 * @returns the folder of that project
 */
export function installPacked(): string {
  const folder = mkdtempSync(join(tmpdir(), 'forensic-verify-package-'));
  const built = join(folder, 'built');
  mkdirSync(built);
  for (const file of ['package.json', 'README.md', 'LICENSE', 'CHANGELOG.md', 'SECURITY.md', 'docs'])
    cpSync(join(PROJECT, file), join(built, file), { recursive: true });
  execFileSync(
    process.execPath,
    [join(MODULES, 'typescript/bin/tsc'), '-p', 'tsconfig.build.json', '--outDir', join(built, 'dist')],
    { cwd: PROJECT },
  );
  const packed = spawnSync('npm', ['pack', '--ignore-scripts', '--offline', '--pack-destination', folder], {
    cwd: built,
    encoding: 'utf8',
  });
  if (packed.status !== 0) throw new Error(packed.stderr);
  const archive = readdirSync(folder).find((name) => name.endsWith('.tgz'))!;
  const project = join(folder, 'project');
  mkdirSync(join(project, 'node_modules'), { recursive: true });
  execFileSync('tar', ['-xzf', join(folder, archive), '-C', folder]);
  renameSync(join(folder, 'package'), join(project, 'node_modules/forensic-verify'));
  const { dependencies } = JSON.parse(readFileSync(join(PROJECT, 'package.json'), 'utf8')) as {
    dependencies: Record<string, string>;
  };
  for (const name of [...Object.keys(dependencies), '@types/node']) {
    mkdirSync(dirname(join(project, 'node_modules', name)), { recursive: true });
    symlinkSync(join(MODULES, name), join(project, 'node_modules', name));
  }
  return project;
}
