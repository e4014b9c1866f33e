// SPDX-License-Identifier: Apache-2.0
// Left-overs, and words that do not belong in this repository.
import { execFileSync } from 'node:child_process';
import { finish, ROOT, textOf } from './lib/sources.ts';

const RULES: readonly (readonly [RegExp, RegExp, string])[] = [
  [/^(src|scripts(?!\/forbid)|test)\//, /\b(TODO|FIXME|XXX|HACK)\b/, 'a left-over'],
  [/^test\//, /\b(it|test|describe)\.(only|todo)\(/, 'a narrowed test'],
  [/^src\//, /\bFV_TEST_|\bconsole\.(log|error|debug)\(/, 'a test hook or stray output'],
  [/^(?!scripts\/forbid\.ts)/, /(^|[^A-Za-z0-9_.])\/(work|farm|home|root|Users)\/[a-z]/, 'a machine path'],
  [/^(?!scripts\/forbid\.ts)/, /registry\.npm|npmjs\.(org|com)/, 'a registry host'],
];

const files = execFileSync('git', ['ls-files', '-z', '--cached', '--others', '--exclude-standard'], {
  cwd: ROOT,
  encoding: 'utf8',
})
  .split('\0')
  .filter((path) => path !== '' && !path.startsWith('fixtures/cases/') && !/\.(der|tsr|bin)$/.test(path));
const problems: string[] = [];
for (const file of files) {
  let text: string;
  try {
    text = textOf(file);
  } catch (error) {
    // Listed by git and deleted in the work tree.
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') continue;
    throw error;
  }
  const lines = text.split('\n');
  for (const [where, what, name] of RULES) {
    if (!where.test(file)) continue;
    lines.forEach((line, i) => {
      if (what.test(line)) problems.push(`${file}:${i + 1}: ${name}`);
    });
  }
  if (/^src\/.*\.ts$/.test(file) && !lines.slice(0, 2).some((line) => line.startsWith('// SPDX-License-Identifier'))) {
    problems.push(`${file}:1: no licence line`);
  }
}
finish('forbid', problems, `${files.length} files`);
