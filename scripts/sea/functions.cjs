// SPDX-License-Identifier: Apache-2.0
// node scripts/sea/functions.cjs PROGRAM OUTPUT COMMANDS: runs the program once for each list of words in COMMANDS (JSON), and
// writes what V8 has compiled by then. Run it by the runtime of the binary, with --random-seed: then the bytes are the same.
'use strict';
const { readFileSync, writeFileSync } = require('node:fs');
const v8 = require('node:v8');
const { Script } = require('node:vm');

const [, , file, output, commands] = process.argv;
// Exactly what was run is kept: nothing because it stands in parentheses, and nothing forgotten for its age. Which functions
// run hot depends on the load of the machine, and V8 notes it: so none may.
const WHILE_RUNNING = ['--max-lazy', '--no-flush-bytecode', '--no-sparkplug', '--no-maglev', '--no-turbofan'];
const IN_THE_BINARY = ['--no-max-lazy', '--flush-bytecode', '--sparkplug', '--maglev', '--turbofan'];
for (const flag of WHILE_RUNNING) v8.setFlagsFromString(flag);
const program = new Script(readFileSync(file, 'latin1'), { filename: 'cli.cjs' });

const left = JSON.parse(commands);
function next() {
  const words = left.shift();
  if (words === undefined) return;
  process.argv = [process.execPath, 'forensic-verify', ...words];
  program.runInThisContext()(exports, require, module, __filename, __dirname);
}
process.on('beforeExit', next);
process.on('exit', () => {
  // The cache names the flags that it was made under: those of the binary.
  for (const flag of IN_THE_BINARY) v8.setFlagsFromString(flag);
  writeFileSync(output, program.createCachedData());
});
next();
