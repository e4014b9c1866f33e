// SPDX-License-Identifier: Apache-2.0
import { readdirSync, readFileSync } from 'node:fs';
import { join, relative } from 'node:path';

/** The project's folder. */
export const ROOT = join(import.meta.dirname, '../..');

/** Every file below a folder of the project, sorted, as paths relative to the project with forward slashes. */
export function filesBelow(folder: string, ending: RegExp = /./): string[] {
  return readdirSync(join(ROOT, folder), { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && ending.test(entry.name))
    .map((entry) => relative(ROOT, join(entry.parentPath, entry.name)).replaceAll('\\', '/'))
    .filter((path) => !path.includes('node_modules/'))
    .sort();
}

export function textOf(path: string): string {
  return readFileSync(join(ROOT, path), 'utf8');
}

/** Module specifiers of static and dynamic imports and of re-exports, with the line each stands in. */
export function importsOf(source: string): { readonly specifier: string; readonly line: number }[] {
  const found: { specifier: string; line: number }[] = [];
  const pattern =
    /(?:^|[\s;}])(?:import|export)\s[^'"`;]*?from\s*['"]([^'"]+)['"]|^\s*import\s*['"]([^'"]+)['"]|\bimport\(\s*['"]([^'"]+)['"]\s*\)/gm;
  for (const match of source.matchAll(pattern)) {
    const specifier = match[1] ?? match[2] ?? match[3];
    if (specifier !== undefined) found.push({ specifier, line: source.slice(0, match.index).split('\n').length });
  }
  return found;
}

/** Source with comments and string contents blanked, so that words in prose are no code. */
export function codeOf(source: string): string {
  return source.replace(/\/\*[\s\S]*?\*\/|\/\/[^\n]*|'(?:\\.|[^'\\\n])*'|"(?:\\.|[^"\\\n])*"/g, (text) =>
    text.startsWith('/') ? text.replace(/[^\n]/g, ' ') : "''",
  );
}

/** Prints what was found and sets the exit code. */
export function finish(name: string, problems: readonly string[], count: string): void {
  for (const problem of problems) console.error(problem);
  console.log(`${name}: ${problems.length === 0 ? 'ok' : `${problems.length} problem(s)`}, ${count}`);
  process.exitCode = problems.length === 0 ? 0 : 1;
}
