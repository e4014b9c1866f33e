// SPDX-License-Identifier: Apache-2.0
import { element, join, LINE_FEED, type Markup, text } from './markup.ts';

/**
 * The Markdown that our own documents are written in: headings, paragraphs, lists, tables, code, bold, links. Whatever is none of these
 * stands as the text that it is: nothing of a document becomes markup that is not made here.
 *
 * @param prefix before the ids of headings, so that several documents stand on one page
 */
export function markdownToHtml(source: string, prefix: string): Markup {
  const lines = source.replace(/\r\n/g, '\n').split('\n');
  const out: Markup[] = [];
  let at = 0;
  const next = (): string => lines[at] ?? '';
  while (at < lines.length) {
    const line = next();
    const heading = /^(#{1,5}) +(.+)$/.exec(line);
    if (line.trim() === '' || /^<!--.*-->$/.test(line)) at++;
    else if (line.startsWith('```')) {
      const code: string[] = [];
      for (at++; at < lines.length && !next().startsWith('```'); at++) code.push(next());
      at++;
      out.push(element('pre', {}, preserved(code.join('\n'))));
    } else if (heading !== null) {
      const [, marks = '', words = ''] = heading;
      out.push(element(`h${marks.length + 1}`, { id: `${prefix}-${slug(words)}` }, inline(words)));
      at++;
    } else if (/^\|.*\|$/.test(line)) {
      const rows: string[] = [];
      for (; /^\|.*\|$/.test(next()); at++) rows.push(next());
      out.push(tableOf(rows));
    } else if (/^ {4,}\S/.test(line)) {
      const inset = line.search(/\S/);
      const code: string[] = [];
      for (; /^( {4}|$)/.test(next()) && at < lines.length; at++) code.push(next().slice(inset));
      out.push(element('pre', {}, preserved(code.join('\n').trimEnd())));
    } else if (LIST.test(line)) {
      const [, first = null] = /^\s*(\d+)/.exec(line) ?? [];
      const items: string[] = [];
      for (; at < lines.length && (LIST.test(next()) || (/^\s+\S/.test(next()) && items.length > 0)); at++) {
        if (LIST.test(next())) items.push(next().replace(LIST, ''));
        else items.push(`${items.pop()} ${next().trim()}`);
      }
      out.push(
        element(
          first === null ? 'ul' : 'ol',
          { start: first === '1' ? null : first },
          ...items.map((one) => element('li', {}, inline(one))),
        ),
      );
    } else {
      const words: string[] = [];
      for (; next().trim() !== '' && !/^(#|```|\|)/.test(next()) && !LIST.test(next()); at++) words.push(next().trim());
      // A line that no other rule takes, and that ends a paragraph at its very beginning.
      if (words.length === 0) words.push(lines[at++]!);
      out.push(element('p', {}, inline(words.join(' '))));
    }
  }
  return join(out, LINE_FEED);
}

const LIST = /^\s{0,3}(?:[-*]|\d+\.) +/;

function tableOf(rows: readonly string[]): Markup {
  const cells = (row: string): string[] =>
    row
      .slice(1, -1)
      .split(/(?<!\\)\|/)
      .map((one) => one.trim().replaceAll('\\|', '|'));
  const ruled = /^[|\s:-]+$/.test(rows[1] ?? '');
  const [head, body] = ruled ? [rows[0]!, rows.slice(2)] : [null, rows];
  const row = (cell: 'th' | 'td', one: string): Markup =>
    element('tr', {}, ...cells(one).map((words) => element(cell, {}, inline(words))));
  return element(
    'table',
    { class: 'plain' },
    ...(head === null ? [] : [element('thead', {}, row('th', head))]),
    element('tbody', {}, ...body.map((one) => row('td', one))),
  );
}

/** Code first: nothing in it means anything. */
function inline(words: string): Markup {
  const parts = words.split(/(`[^`]+`|\*\*[^*]+\*\*|\[[^\]]+\]\([^)\s]+\))/);
  return join(
    parts.map((part) => {
      if (/^`.+`$/.test(part)) return element('code', {}, text(part.slice(1, -1)));
      if (/^\*\*.+\*\*$/.test(part)) return element('strong', {}, text(part.slice(2, -2)));
      const link = /^\[(.+)\]\(([^)]+)\)$/.exec(part);
      // There is no network, and other files are named by their words.
      if (link !== null) return text(link[1]!);
      return text(part);
    }),
  );
}

/** Each line by itself, so that its break is kept. */
function preserved(code: string): Markup {
  return join(code.split('\n').map(text), '\n');
}

export function slug(words: string): string {
  return words
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^-|-$/g, '');
}
