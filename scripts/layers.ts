// SPDX-License-Identifier: Apache-2.0
// The walls of the house (docs/ARCHITECTURE.md), checked: who may import whom, and who may touch what.
import { dirname, join, normalize } from 'node:path';
import { codeOf, filesBelow, finish, importsOf, textOf } from './lib/sources.ts';

const LAYERS: Readonly<Record<string, number>> = {
  model: 1,
  encoding: 2,
  crypto: 3,
  merkle: 4,
  x509: 4,
  evidence: 5,
  envelope: 5,
  statement: 5,
  artifact: 5,
  log: 5,
  time: 5,
  timeline: 5,
  trust: 5,
  store: 5,
  custody: 6,
  policy: 7,
  report: 7,
  verify: 8,
  attest: 8,
  kit: 9,
  cli: 10,
};

/** policy/ and report/ may not redo cryptography. */
const ONLY: Readonly<Record<string, readonly string[]>> = {
  policy: ['model', 'encoding'],
  report: ['model', 'encoding'],
};

/** Each third-party library, and Node's own modules that have a home, in one folder. */
const HOMES: readonly (readonly [RegExp, readonly string[]])[] = [
  [/^@noble\//, ['crypto']],
  [/^node:crypto$/, ['crypto']],
  [/^(ajv|canonicalize)(\/|$)/, ['encoding']],
  [/^(re2js|yaml|smol-toml)$/, ['encoding']],
  [/^@tufjs\/models$/, ['trust']],
  [/^@bufbuild\/cel$/, ['policy']],
  [/^@oclif\//, ['cli']],
  [/^yauzl$/, ['evidence']],
  [/^node:zlib$/, ['evidence', 'encoding']],
  [/^node:buffer$/, ['encoding']],
  [/^node:fs$/, ['evidence', 'trust', 'kit', 'cli', 'store']],
  [/^node:worker_threads$/, ['verify']],
  [/^node:child_process$/, ['attest']],
  [/^node:(os|process|path|url|util|perf_hooks|tty|async_hooks)$/, ['cli']],
];

/** Nowhere, in any form. */
const NETWORK = /^(node:)?(net|http|https|http2|tls|dgram|dns)(\/|$)/;

const problems: string[] = [];
const files = filesBelow('src', /\.(ts|js)$/);
for (const file of files) {
  const source = textOf(file);
  const code = codeOf(source);
  const folder = file.split('/')[1]!;
  const own = file.split('/').length > 2 ? folder : 'root';
  for (const { specifier, line } of importsOf(source)) checkImport(file, own, specifier, line);
  const uses = (pattern: RegExp, allowed: readonly string[], what: string): void => {
    const at = code.search(pattern);
    if (at !== -1 && !allowed.includes(own))
      problems.push(`${file}:${lineAt(code, at)}: ${what} belongs to ${allowed.join(', ') || 'nowhere'}`);
  };
  // Who starts other programs ends them, and by the signals that end this one.
  uses(/\bprocess\.(kill|pid|on|removeListener|listenerCount)\b/, ['cli', 'root', 'attest'], 'signals');
  uses(/\bprocess\s*(\[|\.(?!(kill|pid|on|removeListener|listenerCount)\b))/, ['cli', 'root'], 'process');
  uses(/\bDate\.now\b|\bnew Date\b|\bperformance\.now\b/, ['cli'], 'the clock');
  uses(/\b(fetch|WebSocket|EventSource|XMLHttpRequest)\s*\(/, [], 'the network');
  uses(/\b(eval|Function)\s*\(|\bnew Function\b/, [], 'code from strings');
  uses(/\bmintVerified\b/, ['model', 'crypto', 'merkle', 'x509', 'log', 'time', 'trust'], 'minting a verified value');
  uses(
    /\b(writeFileSync|appendFileSync|renameSync|linkSync|ftruncateSync|unlinkSync|mkdirSync|createWriteStream)\b/,
    ['store'],
    'writing files',
  );
  uses(/\bEXIT_CODES\b|\bexitCodeOf\b/, ['policy', 'cli', 'root', 'kit', 'verify'], 'the exit-code table');
}

function checkImport(file: string, own: string, specifier: string, line: number): void {
  const here = `${file}:${line}`;
  if (NETWORK.test(specifier)) problems.push(`${here}: ${specifier} is a network module`);
  if (!specifier.startsWith('.')) {
    if (specifier.startsWith('node:') && !HOMES.some(([pattern]) => pattern.test(specifier))) {
      problems.push(`${here}: ${specifier} has no home: add a row to HOMES and say why in docs/DECISIONS.md`);
    }
    for (const [pattern, homes] of HOMES) {
      if (pattern.test(specifier) && !homes.includes(own))
        problems.push(`${here}: ${specifier} belongs to ${homes.join(', ')}`);
    }
    return;
  }
  const target = normalize(join(dirname(file), specifier)).replaceAll('\\', '/');
  if (!target.startsWith('src/')) {
    if (!target.endsWith('package.json')) problems.push(`${here}: ${specifier} leaves src/`);
    return;
  }
  const other = target.split('/').length > 2 ? target.split('/')[1]! : 'root';
  if (own === 'root' || other === own) return;
  const [mine, theirs] = [LAYERS[own], LAYERS[other]];
  if (mine === undefined || theirs === undefined)
    problems.push(`${here}: ${own} → ${other} is not in the table of layers`);
  else if (theirs >= mine) problems.push(`${here}: ${own} (${mine}) imports ${other} (${theirs})`);
  const only = ONLY[own];
  if (only !== undefined && !only.includes(other)) problems.push(`${here}: ${own} sees ${only.join(' and ')} only`);
}

function lineAt(code: string, at: number): number {
  return code.slice(0, at).split('\n').length;
}

finish('layers', problems, `${files.length} files`);
