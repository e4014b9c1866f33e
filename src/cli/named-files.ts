// SPDX-License-Identifier: Apache-2.0
import { host } from './host.ts';

/**
 * What else on the command line may name a file: keys, secrets, logs and policies are inputs as operands are, whatever flag they come by.
 * A word that names none costs nothing, and one more file that is never written harms nobody.
 *
 * @param output the file that is to be written, as the command line names it; named twice, it is an input too
 */
export function namedBeside(output: string): readonly string[] {
  const named = host().words.flatMap((word) => [...new Set([word, ...behindEquals(word), ...word.split(/[=:]/)])]);
  const own = named.indexOf(output);
  return named.filter((one, i) => i !== own && one !== '' && !one.includes('\0'));
}

function behindEquals(word: string): string[] {
  const equals = word.indexOf('=');
  return equals === -1 ? [] : [word.slice(equals + 1)];
}
