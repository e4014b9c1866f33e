// SPDX-License-Identifier: Apache-2.0
import { execFileSync, spawnSync } from 'node:child_process';
import { chmodSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { signedAdHoc } from './mach-o.ts';
import { unsignedPe } from './pe.ts';
import { commandOf, EMPTY_ENVIRONMENT, ROOM_FOR_NEW, SEEDED, TRIED } from './program-parts.ts';
import { NATIVE, requireRuntime, type Target } from './targets.ts';

/** What the signature of a Mach-O file calls the program. */
const IDENTIFIER = 'forensic-verify';
const ENTRY = 'scripts/sea/main.cjs';

/** Passed to the runtime inside the binary: no network; what a run does not need it gives up (cli/environment). */
const execArgv = (target: Target): readonly string[] => [
  '--permission',
  '--allow-fs-read=*',
  '--allow-fs-write=*',
  '--allow-worker',
  '--allow-child-process',
  // The runtime would tell of them at every start.
  '--disable-warning=PERM0006',
  '--disable-warning=PERM0002',
  `--openssl-config=${target.nothing}`,
  '--disable-proto=delete',
  '--no-global-search-paths',
  '--disable-sigusr1',
  ...ROOM_FOR_NEW,
];

/**
 * The runtime of one platform with the program in it, as release/OUTPUT. The same bytes wherever and whenever it is made.
 *
 * @param folder where the parts lie, from the project's folder, which is the working directory
 */
export function makeBinary(target: Target, folder: string, parts: readonly string[]): string {
  requireRuntime(target);
  const output = join('release', target.output);
  const nothing = join(folder, 'nothing');
  writeFileSync(nothing, '');
  const functions = (part: string) => (target.compiled ? join(folder, `${part}.functions`) : nothing);
  const config = {
    main: ENTRY,
    mainFormat: 'commonjs',
    executable: target.runtime,
    output,
    disableExperimentalSEAWarning: true,
    useSnapshot: false,
    useCodeCache: target.compiled,
    execArgv: execArgv(target),
    execArgvExtension: 'none',
    assets: Object.fromEntries([
      // Workers start from its text.
      ['entry', ENTRY],
      ...parts.flatMap((part) => [
        [part, join(folder, part)],
        [`${part}.functions`, functions(part)],
      ]),
    ]),
  };
  const plan = join(folder, 'sea.json');
  writeFileSync(plan, `${JSON.stringify(config, null, 2)}\n`);
  execFileSync(NATIVE.runtime, [...SEEDED, '--build-sea', plan], {
    env: EMPTY_ENVIRONMENT,
    stdio: ['ignore', 'ignore', 'inherit'],
  });
  rmSync(plan);
  if (target.form === 'pe') writeFileSync(output, unsignedPe(readFileSync(output)));
  if (target.form === 'mach-o') writeFileSync(output, signedAdHoc(readFileSync(output), IDENTIFIER));
  chmodSync(output, 0o755);
  return output;
}

/** A dozen good runs, without a word on standard error. */
export function tryBinary(output: string, launch: readonly string[] = []): void {
  for (const words of [['--version'], ...TRIED.map(commandOf)]) {
    const [command = '', ...rest] = [...launch, resolve(output), ...words];
    const run = spawnSync(command, rest, { env: {}, encoding: 'utf8' });
    // A word on standard error is V8 refusing the compiled code: slower, and a sign that the build is not what it was.
    if (run.status !== 0 || run.stderr !== '')
      throw new Error(`${output} does not run ${words[0]} cleanly: exit ${run.status}, ${run.stderr}`);
  }
}
