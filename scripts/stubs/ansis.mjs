// SPDX-License-Identifier: Apache-2.0
// The command-line framework strips colours from its help texts, which have none: its own colours are off. The real library
// asks for standard output as a stream at every start.
const strip = (text) => text.replace(/\u001b\[[0-9;]*m/g, '');
export default { strip };
