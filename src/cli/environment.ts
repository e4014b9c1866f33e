// SPDX-License-Identifier: Apache-2.0
import { writeSync } from 'node:fs';
import { forgetCompileCache } from './compile-cache.ts';
import { noteHazards } from './hazards.ts';
import { namesPlugin, namesWriter } from './rights.ts';

// Imported first, for its effects: nothing that runs later may see the environment as it came.

/** Until the verdict is written and flushed, the process has failed (attacks A01, A02). */
process.exitCode = 70;

/** A fault while the modules load, before program.ts can take it. Node by itself would exit with 1, which is a verdict here. */
export function faultAtStart(error: unknown): void {
  process.exitCode = 70;
  const said = '"exitCode":70,"format":"forensic-verify/error@v1","kind":"internal error"';
  if (process.argv.includes('--json')) writeSync(1, `{"error":"the program could not start",${said}}\n`);
  writeSync(2, `forensic-verify: internal error: the program could not start: ${JSON.stringify(String(error))}\n`);
}
/** On any other one a fault must reach the first, whose verdict it is. */
export const onFirstThread = process.getBuiltinModule('node:worker_threads').isMainThread;
if (onFirstThread) process.on('uncaughtException', faultAtStart);

noteHazards();

for (const name of Object.keys(process.env)) {
  if (
    /^(FORENSIC_VERIFY_|OCLIF_|XDG_|DEBUG$|SSLKEYLOGFILE$|LOG_STREAM$|LOG_TOKENS$)/.test(name) &&
    name !== 'FORENSIC_VERIFY_CORPORA'
  ) {
    delete process.env[name];
  }
}
// Without HOME and SHELL the framework asks the C library for them, which opens a socket to the name service cache.
process.env['SHELL'] = '/bin/sh';
process.env['HOME'] ||= '/nonexistent';
process.env['NODE_ENV'] = 'production';
process.env['FORENSIC_VERIFY_DISABLE_THEME'] = '1';
// It would compare Node's version with a file of its own that is not there, by way of a library for version ranges.
process.env['OCLIF_DISABLE_ENGINE_WARNING'] = '1';

/**
 * What the binary may do at most is baked in; what this run needs less of is given up here, for good: writing, but where a file is
 * named to be written; threads, but for `verify`, which may have thousands of files before it; and other programs, but where
 * `--signer kms` names one that holds the key.
 */
const { permission } = process as { permission?: { drop?: (scope: string) => void } };
const words = process.argv.slice(2);
if (onFirstThread && permission?.drop !== undefined) {
  forgetCompileCache();
  if (!namesWriter(words)) permission.drop('fs.write');
  if (words[0] !== 'verify' && !(words[0] === 'custody' && words[1] === 'verify')) permission.drop('worker');
  if (!namesPlugin(words)) permission.drop('child');
}
