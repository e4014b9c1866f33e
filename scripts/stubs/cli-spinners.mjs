// SPDX-License-Identifier: Apache-2.0
// The command-line framework makes its spinner on every start on a terminal, and this program never turns it: progress is its own.
const still = { interval: 1000, frames: [' '] };
export default new Proxy({}, { get: () => still });
