// SPDX-License-Identifier: Apache-2.0

export interface XmlElement {
  readonly name: string;
  readonly attributes: Readonly<Record<string, string>>;
  readonly children: readonly XmlElement[];
}

/** Stricter than XML: elements, attributes in double quotes, five entities, no control characters. */
export function parseSmallXml(text: string): XmlElement {
  let rest = text.replace(/^<\?xml version="1.0" encoding="UTF-8"\?>\n/, '');
  if (/[\u0000-\u0008\u000b-\u001f\ufffe\uffff\ud800-\udfff]/.test(rest))
    throw new Error('a character that XML has not');
  const root = { name: '', attributes: {}, children: [] as XmlElement[] };
  const open: { name: string; children: XmlElement[] }[] = [root];
  while (rest !== '') {
    const [content] = /^[^<]*/.exec(rest)!;
    if (/&(?!(amp|lt|gt|quot|#39);)/.test(content)) throw new Error('a stray ampersand');
    rest = rest.slice(content.length);
    if (rest === '') break;
    const tag = /^<(\/?)([a-z-]+)((?: [a-z]+="[^"<]*")*)(\/?)>/.exec(rest);
    if (tag === null) throw new Error(`no tag: ${rest.slice(0, 80)}`);
    const [whole, closing, name, list, short] = tag as unknown as [string, string, string, string, string];
    if (closing !== '') {
      if (open.pop()!.name !== name) throw new Error(`closes what is not open: ${name}`);
    } else {
      const attributes = Object.fromEntries(
        [...list.matchAll(/ ([a-z]+)="([^"]*)"/g)].map(([, key, value]) => [key!, value!]),
      );
      const element = { name, attributes, children: [] as XmlElement[] };
      open.at(-1)!.children.push(element);
      if (short === '') open.push(element);
    }
    rest = rest.slice(whole.length);
  }
  if (open.length !== 1 || root.children.length !== 1) throw new Error('not one element');
  return root.children[0]!;
}
