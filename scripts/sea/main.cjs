// SPDX-License-Identifier: Apache-2.0
// The entry of the binary. The program is cli.cjs, and beside it lies what V8 made of it: the functions that a verification
// comes to, compiled. V8 itself compiles only those on the outside beforehand, and all others at every start.
'use strict';
const { getAsset, getRawAsset } = require('node:sea');
const { Script } = require('node:vm');

const cachedData = new Uint8Array(getRawAsset('functions'));
const program = new Script(getAsset('program', 'latin1'), { filename: 'cli.cjs', cachedData });
// As the runtime says of its own cache. The program is the same without it, only slower; the build refuses such a binary.
if (program.cachedDataRejected === true) process.stderr.write('Warning: Code cache data rejected.\n');
program.runInThisContext()(exports, require, module, __filename, __dirname);
