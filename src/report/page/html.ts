// SPDX-License-Identifier: Apache-2.0
import type { Report } from '../../model/report.ts';
import { element, LINE_FEED, type Markup, shown, text } from '../html/markup.ts';
import { htmlPage, type Stylesheet } from '../html/page.ts';
import { PAGE_CSS } from '../html/style.ts';
import { table } from '../html/table.ts';
import type { TextOptions } from '../text.ts';
import type { Block, Line, Piece, TableBlock } from './blocks.ts';
import { reportBlocks } from './report-blocks.ts';

const REPORT_CSS = `h2{overflow-wrap:anywhere}.q{font-family:Consolas,"Liberation Mono","DejaVu Sans Mono",monospace;font-size:.92em}
@media print{h2[id^="item"]{break-before:auto}.q{font-size:.9em}}`;

/** A test computes the digest anew, and says which it must be. */
export const REPORT_STYLE: Stylesheet = {
  css: `${PAGE_CSS}\n${REPORT_CSS}` as Markup,
  sha256: 'jHxT8SN0NLRojQmUZw/2uG+lbBVzqwV5HArlH+h7OTQ=',
};

/** One page that stands alone: no script, no reference to anything outside; the same report gives the same octets. */
export function renderHtml(report: Report, { from }: Pick<TextOptions, 'from'> = {}): string {
  const blocks = reportBlocks(report, from);
  const title = `${report.verdict.decision.toUpperCase()} ${report.verdict.indication}: ${shown(report.command, 60)}`;
  return htmlPage(
    title,
    REPORT_STYLE,
    blocks.flatMap((block) => [blockMarkup(block), LINE_FEED]),
  );
}

function blockMarkup(block: Block): Markup {
  switch (block.kind) {
    case 'title':
      return element('h1', {}, lineMarkup(block.line));
    case 'heading':
      return element('h2', { id: block.id }, lineMarkup(block.line));
    case 'verdict':
      return element('p', { class: `verdict ${block.line.tone ?? ''}` }, ...block.line.pieces.map(pieceMarkup));
    case 'text':
      return element('p', {}, lineMarkup(block.line));
    case 'list':
      return element('ul', {}, ...block.lines.map((one) => element('li', {}, lineMarkup(one))));
    case 'table':
      return tableMarkup(block);
  }
}

function tableMarkup({ caption, columns, rows }: TableBlock): Markup {
  return table(
    caption,
    columns,
    rows.map((cells) => ({ cells: cells.map((lines) => lines.map(lineMarkup)) })),
  );
}

function lineMarkup({ pieces, tone }: Line): Markup {
  const content = pieces.map(pieceMarkup);
  return tone === null ? (content.join('') as Markup) : element('span', { class: tone }, ...content);
}

function pieceMarkup(piece: Piece): Markup {
  if (typeof piece === 'string') return text(piece);
  return element('span', { class: 'q' }, text(shown(piece.evidence, piece.max)));
}
