// SPDX-License-Identifier: Apache-2.0

const WRITERS = /^--(output-file|resume|audit-log|to-sign|results-path|record|recipe|allow-write)(=|$)/;

/** Whether a command names a file to be written, or is one that writes. */
export function namesWriter(argv: readonly string[]): boolean {
  const words = options(argv);
  return (
    words.some((word) => WRITERS.test(word)) ||
    (words[0] === 'trust' && words[1] === 'import' && !words.includes('--dry-run')) ||
    (words[0] === 'custody' && /^(open|append|receive)$/.test(words[1] ?? '') && !words.includes('--dry-run'))
  );
}

/** Whether a command names a program that holds the key. */
export function namesPlugin(argv: readonly string[]): boolean {
  const words = options(argv);
  return words.some((word, i) => word === '--signer=kms' || (word === '--signer' && words[i + 1] === 'kms'));
}

/** What stands behind `--` is an operand, however it is spelled. */
function options(argv: readonly string[]): readonly string[] {
  const end = argv.indexOf('--');
  return end === -1 ? argv : argv.slice(0, end);
}
