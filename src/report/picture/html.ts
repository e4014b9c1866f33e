// SPDX-License-Identifier: Apache-2.0
import { element, join, LINE_FEED, type Markup, shown, text } from '../html/markup.ts';
import { htmlPage, type Stylesheet } from '../html/page.ts';
import { PAGE_CSS } from '../html/style.ts';
import { drawPicture } from './draw.ts';
import { legendSvg } from './legend.ts';
import type { Picture } from './picture.ts';
import { type DrawnSheet, sheetSvg } from './sheet.ts';
import { PICTURE_CSS } from './style.ts';
import { notEstablished, summary } from './summary.ts';
import { eventTable, gapTable, spanTable } from './tables.ts';
import { anchorTable, clockTable, inputTable, keyTable, sourceTable } from './trust-tables.ts';

const SHEETS_CSS = `.sheet{max-width:100%;height:auto;margin:10px 0}
ol.index{columns:2;font-size:12px;margin:8px 0}
@media print{.sheet{break-inside:avoid;max-height:172mm;margin:0 auto}.sheets .sheet+.sheet{break-before:page}#events-heading{break-before:page}ol.index{break-after:page}}`;

/** A test computes the digest anew, and says which it must be. */
export const PICTURE_STYLE: Stylesheet = {
  css: `${PAGE_CSS}\n${PICTURE_CSS}\n${SHEETS_CSS}` as Markup,
  sha256: 'FtR1S78eUNv0F7wyyAJc8iQswaufPCCVOgPevfPWAaM=',
};

/**
 * The whole page: what was found, the picture sheet by sheet, and its twin in tables. No script and no reference to anything
 * outside; the same picture gives the same octets.
 */
export function pictureHtml(picture: Picture): string {
  const { view } = picture;
  const drawn = drawPicture(view, true);
  const { rows, places } = drawn;
  const body: Markup[] = [
    ...summary(picture, rows),
    element(
      'p',
      { class: 'screen' },
      link('#picture-heading', 'The picture'),
      text(' · '),
      link('#events', 'Every event as a table'),
      text(' · '),
      link('#inputs', 'Inputs'),
    ),
    ...notEstablished(picture),
    heading('How to read the picture'),
    element('div', { class: 'scroll' }, legendSvg()),
    heading('The picture', 'picture-heading'),
    ...sheetIndex(drawn.sheets),
    element(
      'div',
      { class: 'scroll sheets' },
      ...drawn.sheets.map((sheet, i) => join([LINE_FEED, sheetSvg(sheet, `sheet${i + 1}`)])),
    ),
    heading('Every event', 'events-heading'),
    eventTable(rows, picture),
    ...(view.spans.length === 0 ? [] : [heading('Custody of the items'), spanTable(picture, places)]),
    ...(view.gaps.length === 0 ? [] : [heading('Gaps'), gapTable(picture, places)]),
    ...(view.keys.length === 0 ? [] : [heading('Keys'), keyTable(picture, places)]),
    ...(view.anchors.length === 0 ? [] : [heading('Evidence of time'), anchorTable(picture)]),
    heading('Sources'),
    sourceTable(picture),
    ...(view.clocks.length === 0 ? [] : [heading('Clocks'), clockTable(picture)]),
    heading('Inputs', 'inputs'),
    inputTable(picture),
  ];
  return htmlPage(
    shown(view.title, 200),
    PICTURE_STYLE,
    body.flatMap((part) => [part, LINE_FEED]),
  );
}

/** Only of a picture of several sheets: where each of them begins. */
function sheetIndex(sheets: readonly DrawnSheet[]): Markup[] {
  if (sheets.length < 2) return [];
  const rows = sheets.map(({ title }, i) =>
    element('li', {}, link(`#sheet${i + 1}`, title.replace(/^Sheet .*?, /, ''))),
  );
  return [element('ol', { class: 'index' }, ...rows)];
}

function heading(words: string, id: string | null = null): Markup {
  return element('h2', { id }, text(words));
}

function link(href: string, words: string): Markup {
  return element('a', { href }, text(words));
}
