// SPDX-License-Identifier: Apache-2.0
// node scripts/sea/functions.cjs FOLDER COMMANDS: runs the program, whose parts lie in the folder, once for each list of words in
// each of the lists COMMANDS (JSON), and writes beside each part what V8 has compiled of it at the end of the first list that
// came to it. Run it by the runtime of the binary, with --random-seed and its other flags of V8: then the bytes are the same.
'use strict';
const { readdirSync, readFileSync, writeFileSync } = require('node:fs');
const { join } = require('node:path');
const v8 = require('node:v8');
const { Script } = require('node:vm');

const [, , folder, commands] = process.argv;
// What was run is kept: nothing is forgotten for its age. Which functions run hot depends on the load of the machine, and V8
// notes it: so none may. Never a flag that V8 parses by (--max-lazy): what it notes of the functions that it skips would not fit
// how the binary reads them, and the binary would end with a fatal error where it comes to one.
const WHILE_RUNNING = ['--no-flush-bytecode', '--no-sparkplug', '--no-maglev', '--no-turbofan'];
const IN_THE_BINARY = ['--flush-bytecode', '--sparkplug', '--maglev', '--turbofan'];
for (const flag of WHILE_RUNNING) v8.setFlagsFromString(flag);

const scripts = new Map();
const written = new Set();

function scriptOf(name) {
  const known = scripts.get(name);
  if (known !== undefined) return known;
  const script = new Script(readFileSync(join(folder, name), 'latin1'), { filename: name });
  scripts.set(name, script);
  return script;
}

/** One run of the program: its modules are its own, the compiled functions are all runs'. */
function run() {
  const parts = new Map();
  const part = (name) => {
    const known = parts.get(name);
    if (known !== undefined) return known.exports;
    const module = { exports: {} };
    parts.set(name, module);
    const requirePart = (asked) => (asked.startsWith('./') ? part(asked.slice(2)) : require(asked));
    scriptOf(name).runInThisContext()(module.exports, requirePart, module, __filename, __dirname);
    return module.exports;
  };
  part('main.cjs');
}

function write() {
  // The cache names the flags that it was made under: those of the binary.
  for (const flag of IN_THE_BINARY) v8.setFlagsFromString(flag);
  for (const [name, script] of scripts) {
    if (!written.has(name)) writeFileSync(join(folder, `${name}.functions`), script.createCachedData());
    written.add(name);
  }
  for (const flag of WHILE_RUNNING) v8.setFlagsFromString(flag);
}

const lists = JSON.parse(commands);
function next() {
  while (lists[0]?.length === 0) {
    lists.shift();
    write();
  }
  const words = lists[0]?.shift();
  if (words === undefined) return;
  process.argv = [process.execPath, 'forensic-verify', ...words];
  run();
}
process.on('beforeExit', next);
process.on('exit', () => {
  for (const name of readdirSync(folder).sort()) if (name.endsWith('.cjs')) scriptOf(name);
  write();
});
next();
