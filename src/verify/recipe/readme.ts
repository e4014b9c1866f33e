// SPDX-License-Identifier: Apache-2.0
import { escapeText } from '../../encoding/escape-text.ts';
import { wrapText } from '../../encoding/wrap-text.ts';
import { CHECKS } from '../../model/checks.ts';
import type { RecipeAsked } from './recipe.ts';
import type { RecipeStep } from './steps.ts';

/** What the folder is, how it is used, and check by check which step repeats it: or that none does. */
export function readme({ report, words }: Pick<RecipeAsked, 'report' | 'words'>, steps: readonly RecipeStep[]): string {
  const { verdict, tool } = report;
  const say = (text: string): string[] => wrapText('', text);
  const lines = [
    'A RECIPE FOR A SECOND EXAMINER',
    '',
    ...say('Made by:'),
    ...wrapText('  ', words.map((word) => escapeText(word, 1000)).join(' ')),
    ...say(
      `with ${tool.name} ${escapeText(tool.version)}, engine ${escapeText(tool.engine)}. It said: ${verdict.decision} ${verdict.indication} (exit ${verdict.exitCode}).`,
    ),
    '',
    ...say('Go to the folder that the command was run in, or name it, and run'),
    '',
    '  sh recipe.sh [FOLDER]',
    '',
    ...say(
      'It needs openssl and the tools of every Unix (sha256sum, od, grep, cmp), and not the tool that made it. Read it first: it is a list of commands, each of which can be run by hand. "agrees" is said of a step that comes out as the tool has told it, which for a wrong signature is that it does not verify.',
    ),
    '',
    ...say(
      'What it shows: that the octets in these files have the signatures and digests that the report rests on, under these keys, and that they stand in one another as they must. What it does not show: that a key, root or identity is one to be trusted, that a time lies in a window, what a policy makes of it all, and that a field was read rightly out of the evidence where no step says that it stands there. Those are comparisons of values that the report names; read them there.',
    ),
    '',
    ...say(
      'Keys are written as PEM (SubjectPublicKeyInfo), ECDSA signatures in DER even where the evidence has r and s side by side. Shared secrets are written nowhere. ML-DSA wants openssl 3.5.',
    ),
    '',
    'THE CHECKS OF THE REPORT, AND WHERE EACH IS REPEATED',
  ];
  report.items.forEach((item, i) => {
    lines.push('', ...wrapText('', `item ${i + 1}: ${escapeText(item.name)}`));
    for (const { id, outcome } of new Map(
      item.checks.map((check) => [`${check.id} ${check.outcome}`, check]),
    ).values()) {
      const own = steps.filter(({ checks }) => checks.includes(id)).map((step) => step.id);
      lines.push(`  ${id}: ${outcome}`);
      lines.push(
        ...wrapText(
          '      ',
          own.length === 0 ? `no step: ${CHECKS[id]}? Compare what the report names` : listText(own),
        ),
      );
    }
  });
  return `${lines.join('\n')}\n`;
}

const SHOWN = 40;

function listText(ids: readonly string[]): string {
  const shown = ids.slice(0, SHOWN).join(' ');
  return ids.length > SHOWN ? `${shown} and ${ids.length - SHOWN} more of recipe.sh` : shown;
}
