// SPDX-License-Identifier: Apache-2.0

const ELEMENTS = new Set(
  (
    'html head meta title style body h1 h2 p ul ol li a span div table caption colgroup col thead tbody tr th td br ' +
    'svg g text rect path circle'
  ).split(' '),
);
const ATTRIBUTES = new Set(
  (
    'lang charset http-equiv content name id class href tabindex scope role aria-label aria-labelledby data-row ' +
    'xmlns viewBox width height x y cx cy r d fill transform text-anchor'
  ).split(' '),
);
const TAG = /^<(\/?)([a-z0-9]+)((?: [A-Za-z-]+="[^"<]*")*)(\/?)>/;
const STRAY = /&(?!(?:amp|lt|gt|quot|#39);)/;

/**
 * Names of all elements in their order. Stricter than XML: only the elements and attributes that the pages have, double quotes,
 * and five entities.
 */
export function readMarkup(page: string): string[] {
  let rest = page.replace(/^<!DOCTYPE html>\n|^<\?xml version="1.0" encoding="UTF-8"\?>\n/, '');
  const open: string[] = [];
  const names: string[] = [];
  while (rest !== '') {
    const next = rest.indexOf('<');
    const content = next < 0 ? rest : rest.slice(0, next);
    if (STRAY.test(content)) throw new Error(`a stray ampersand: ${content.slice(0, 80)}`);
    if (open.at(-1) !== 'style' && content.includes('>')) throw new Error(`a stray >: ${content.slice(0, 80)}`);
    if (next < 0) {
      if (rest.trim() !== '') throw new Error('text after the end');
      break;
    }
    const tag = TAG.exec(rest.slice(next, next + 20_000));
    if (tag === null) throw new Error(`not a tag of ours: ${rest.slice(next, next + 120)}`);
    const [whole, closing, name, attributes, short] = tag as unknown as [string, string, string, string, string];
    if (!ELEMENTS.has(name)) throw new Error(`no element of ours: ${name}`);
    checkAttributes(attributes);
    if (closing !== '') {
      if (open.pop() !== name) throw new Error(`closes what is not open: ${name}`);
    } else {
      names.push(name);
      if (short === '') open.push(name);
    }
    rest = rest.slice(next + whole.length);
  }
  if (open.length > 0) throw new Error(`left open: ${open.join(' ')}`);
  return names;
}

function checkAttributes(attributes: string): void {
  const seen = new Set<string>();
  for (const [, name, value] of attributes.matchAll(/ ([A-Za-z-]+)="([^"]*)"/g)) {
    if (!ATTRIBUTES.has(name!)) throw new Error(`no attribute of ours: ${name}`);
    if (seen.has(name!)) throw new Error(`twice: ${name}`);
    if (STRAY.test(value!)) throw new Error(`a stray ampersand in ${name}`);
    seen.add(name!);
  }
}
