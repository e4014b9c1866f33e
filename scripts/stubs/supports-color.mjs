// SPDX-License-Identifier: Apache-2.0
// The command-line framework's own colours, which are not used: src/report/ and src/cli/ have theirs.
export const stdout = false;
export const stderr = false;
export default { stdout, stderr };
