// SPDX-License-Identifier: Apache-2.0
// Stands for a library that the command-line framework imports and this program never reaches. Reaching it is a fault.
function absent() {
  throw new Error('a library that is not part of this program was called');
}
export default absent;
export const glob = absent;
export const globSync = absent;
export const minimatch = absent;
export const lilconfig = absent;
export const lilconfigSync = absent;
export const isWsl = false;
export const execSync = absent;
export const spawn = absent;
export const spawnSync = absent;
export const exec = absent;
