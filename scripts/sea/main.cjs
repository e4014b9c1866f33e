// SPDX-License-Identifier: Apache-2.0
// The entry of the binary, and of its workers. The program lies in parts, each with what V8 made of it: the functions that a
// verification comes to, compiled. V8 itself compiles only those on the outside beforehand, and all others at every start.
'use strict';
const { getRawAsset } = require('node:sea');
const { Script } = require('node:vm');

const parts = new Map();

function part(name) {
  const known = parts.get(name);
  if (known !== undefined) return known.exports;
  const module = { exports: {} };
  parts.set(name, module);
  const source = Buffer.from(getRawAsset(name)).latin1Slice();
  // Empty in the binaries of other platforms than the builder's: V8 takes compiled functions only where it compiled them.
  const functions = getRawAsset(`${name}.functions`);
  const cachedData = functions.byteLength === 0 ? undefined : new Uint8Array(functions);
  const script = new Script(source, { filename: name, cachedData });
  // As the runtime says of its own cache. The program is the same without it, only slower; the build refuses such a binary.
  if (script.cachedDataRejected === true) process.stderr.write('Warning: Code cache data rejected.\n');
  script.runInThisContext()(module.exports, requirePart, module, __filename, __dirname);
  return module.exports;
}

function requirePart(name) {
  return name.startsWith('./') ? part(name.slice(2)) : require(name);
}

part('main.cjs');
