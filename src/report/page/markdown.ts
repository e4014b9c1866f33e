// SPDX-License-Identifier: Apache-2.0
import { escapeText } from '../../encoding/escape-text.ts';
import type { Report } from '../../model/report.ts';
import type { TextOptions } from '../text.ts';
import type { Block, Line, Piece, TableBlock } from './blocks.ts';
import { reportBlocks } from './report-blocks.ts';

/** GitHub's Markdown (GFM). Text of evidence stands in code spans alone, where nothing is a link, a mention or markup. */
export function renderMarkdown(report: Report, { from }: Pick<TextOptions, 'from'> = {}): string {
  return `${reportBlocks(report, from).map(blockText).join('\n\n')}\n`;
}

function blockText(block: Block): string {
  switch (block.kind) {
    case 'title':
      return `# ${lineText(block.line)}`;
    case 'heading':
      return `## ${lineText(block.line)}`;
    case 'verdict':
      return `**${lineText(block.line)}**`;
    case 'text':
      return lineText(block.line);
    case 'list':
      return block.lines.map((one) => `- ${lineText(one)}`).join('\n');
    case 'table':
      return tableText(block);
  }
}

/** The first column is a heading of its row; a cell of several lines breaks them by `<br>`, the only element that is used. */
function tableText({ caption, columns, rows }: TableBlock): string {
  const row = (cells: readonly string[]): string => `| ${cells.join(' | ')} |`;
  return [
    `*${plain(caption)}*`,
    '',
    row(columns.map(({ heading }) => plain(heading))),
    row(columns.map(() => '---')),
    ...rows.map((cells) => row(cells.map((lines) => lines.map(lineText).join('<br>')))),
  ].join('\n');
}

function lineText({ pieces }: Line): string {
  return pieces.map(pieceText).join('').trim();
}

function pieceText(piece: Piece): string {
  return typeof piece === 'string' ? plain(piece) : code(piece.evidence, piece.max);
}

/** What a code span or a table cell would end at is written as its number, as `escapeText` does with all that cannot be seen. */
export function code(evidence: string, max: number): string {
  const shown = escapeText(evidence, max).replace(
    /[`|]/g,
    (character) => `\\u{${character.codePointAt(0)!.toString(16)}}`,
  );
  // A span of blanks alone, or with one at either end, would lose them.
  if (shown === '') return '(empty)';
  return /^ | $/.test(shown) ? `\`"${shown}"\`` : `\`${shown}\``;
}

/** Our own words: whatever might be Markdown among them stands for itself. */
export function plain(words: string): string {
  return words.replace(/[\\`*_[\]<>|#~&]/g, (character) => `\\${character}`);
}
