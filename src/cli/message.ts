// SPDX-License-Identifier: Apache-2.0
import { TEXT_WIDTH, wrapText } from '../encoding/wrap-text.ts';
import { tell } from './settle.ts';

/** A message in lines of 80 columns. What is there to be copied begins with blanks, and stays as it is. */
export function tellMessage(message: string): void {
  const lines = `forensic-verify: ${message}`
    .split('\n')
    .flatMap((line) =>
      line.startsWith(' ') ? [line] : wrapText('', line, TEXT_WIDTH - 2).map((one, i) => (i === 0 ? one : `  ${one}`)),
    );
  tell(`${lines.join('\n')}\n`);
}
