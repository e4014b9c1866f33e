// SPDX-License-Identifier: Apache-2.0
import { existsSync, mkdirSync, readdirSync, readFileSync, rmdirSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join, relative } from 'node:path';
import { fixtureFiles } from './mint/fixtures.ts';

/**
 * Writes every fixture again. `--check` writes nothing: it fails on any file that differs, is missing, or is not made here.
 * Exit 0 or 1.
 */
const folder = join(import.meta.dirname, '../fixtures');
const files = fixtureFiles();
const found = existsSync(folder)
  ? readdirSync(folder, { recursive: true, withFileTypes: true })
      .filter((entry) => !entry.isDirectory())
      .map((entry) => relative(folder, join(entry.parentPath, entry.name)))
  : [];
const strays = found.filter((path) => !files.has(path));
const differing = [...files].filter(([path, data]) => {
  const file = join(folder, path);
  return !existsSync(file) || !readFileSync(file).equals(data);
});

if (process.argv.includes('--check')) {
  for (const path of strays) console.error(`fixtures/${path} is not made by the mint`);
  for (const [path] of differing) console.error(`fixtures/${path} differs: run node scripts/fixtures.ts`);
  process.exitCode = strays.length + differing.length === 0 ? 0 : 1;
} else {
  for (const path of strays) {
    rmSync(join(folder, path));
    removeIfEmpty(dirname(join(folder, path)));
  }
  for (const [path, data] of differing) {
    mkdirSync(dirname(join(folder, path)), { recursive: true });
    writeFileSync(join(folder, path), data);
  }
}
console.log(`${files.size} fixtures, ${differing.length} differed, ${strays.length} stray`);

/** A folder whose last file is gone goes too, and so on upwards. */
function removeIfEmpty(path: string): void {
  if (path === folder || readdirSync(path).length > 0) return;
  rmdirSync(path);
  removeIfEmpty(dirname(path));
}
