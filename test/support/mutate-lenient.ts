// SPDX-License-Identifier: Apache-2.0

import type { Operator } from './mutate.ts';
import type { Json, JsonMembers } from './mutate-json.ts';
import { bytesOf, isBinary, type Node, nodesOf, put, write } from './mutate-tree.ts';

const ALPHABET = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/';

/** A base64 value in a spelling that decodes to the same bytes in a lenient reader, and is no base64 in a strict one. */
function misspelt(spell: (text: string, at: number, bytes: Buffer) => string | null): Operator {
  return (top, random) => {
    const nodes = nodesOf(top).filter(isBinary);
    for (let tries = 0; tries < 8 && nodes.length > 0; tries++) {
      const node = random.pick(nodes);
      const text = bytesOf(node).toString('base64');
      const written = spell(text, random.below(text.length), bytesOf(node));
      if (written === null) continue;
      put(node, written);
      return { bytes: write(top), place: node.path };
    }
    return null;
  };
}

function around(change: (text: Buffer) => Buffer): Operator {
  return (top) => ({ bytes: new Uint8Array(change(Buffer.from(write(top)))), place: '' });
}

function someObject(
  top: Json,
  pick: <T>(values: readonly T[]) => T,
): { readonly path: string; readonly value: JsonMembers } {
  const found = nodesOf(top).filter(
    ({ value }) => typeof value === 'object' && value !== null && !Array.isArray(value),
  );
  const all = [{ path: '', value: top }, ...found].filter(({ value }) => Object.keys(value as JsonMembers).length > 0);
  return pick(all) as { path: string; value: JsonMembers };
}

function someText(top: Json, pick: <T>(values: readonly T[]) => T): Node {
  return pick(nodesOf(top).filter(({ value }) => typeof value === 'string' && value !== ''));
}

/** A member twice: which of them counts differs between readers (attacks H01). */
function duplicate(second: (value: Json) => string, spell: (name: string) => string = JSON.stringify): Operator {
  return (top, random) => {
    const { path, value } = someObject(top, (values) => random.pick(values));
    const name = random.pick(Object.keys(value));
    const first = random.below(2) === 1;
    const members = Object.entries(value);
    const raw = { '@@NAME@@': spell(name), '@@VALUE@@': second(value[name]!) };
    for (const own of Object.keys(value)) delete value[own];
    if (first) value['@@NAME@@'] = '@@VALUE@@';
    for (const [own, held] of members) value[own] = held;
    if (!first) value['@@NAME@@'] = '@@VALUE@@';
    return { bytes: write(top, raw), place: `${path}/${name}` };
  };
}

const escaped = (name: string): string =>
  `"${[...name].map((c) => `\\u${c.charCodeAt(0).toString(16).padStart(4, '0')}`).join('')}"`;

/** What lenient readers take for the same, and what must be refused because others take it for something else. */
export const LENIENT: Readonly<Record<string, Operator>> = {
  'base64-blank': misspelt((text, at) => `${text.slice(0, at)} ${text.slice(at)}`),
  'base64-newline': misspelt((text, at) => `${text.slice(0, at)}\n${text.slice(at)}`),
  'base64-junk': misspelt((text, at) => `${text.slice(0, at)}!${text.slice(at)}`),
  'base64-nul': misspelt((text, at) => `${text.slice(0, at)}\0${text.slice(at)}`),
  'base64-tail': misspelt((text) => (text.endsWith('=') ? `${text}AAAA` : null)),
  'base64-extra-padding': misspelt((text) => `${text}=`),
  'base64-missing-padding': misspelt((text) => (text.endsWith('==') ? text.slice(0, -1) : null)),
  'base64-trailing-bits': misspelt((text) => {
    const bare = text.replace(/=+$/, '');
    if (bare === text) return null;
    const last = ALPHABET.indexOf(bare.at(-1)!);
    return `${bare.slice(0, -1)}${ALPHABET[last | 1]}${text.slice(bare.length)}`;
  }),
  'base64-mixed': misspelt((text) => (text.includes('+') && text.includes('/') ? text.replace('+', '-') : null)),
  'byte-order-mark': around((text) => Buffer.concat([Buffer.from([0xef, 0xbb, 0xbf]), text])),
  'trailing-garbage': (top, random) => ({
    bytes: new Uint8Array(
      Buffer.concat([
        Buffer.from(write(top)),
        Buffer.from(random.pick(['x', '\0', '}', ',', '//', '\u00a0', '\v', '\f'])),
      ]),
    ),
    place: '',
  }),
  'second-document': (top, random) => ({
    bytes: new Uint8Array(Buffer.from(`${JSON.stringify(top)}${random.pick(['{}', 'null', '1', ' []'])}`)),
    place: '',
  }),
  comment: around((text) => Buffer.concat([Buffer.from('/* */'), text])),
  'trailing-comma': around((text) => Buffer.concat([text.subarray(0, -1), Buffer.from(',}')])),
  'utf-16': around((text) => Buffer.from(text.toString(), 'utf16le')),
  'invalid-utf8': (top, random) => {
    const { path, value } = someObject(top, (values) => random.pick(values));
    value['note'] = '@@MARK@@';
    const text = Buffer.from(write(top));
    const at = text.indexOf('@@MARK@@');
    const bad = random.pick([[0xff], [0xc0, 0xaf], [0xed, 0xa0, 0x80], [0xf4, 0x90, 0x80, 0x80], [0xe2, 0x82]]);
    return {
      bytes: new Uint8Array(Buffer.concat([text.subarray(0, at), Buffer.from(bad), text.subarray(at + 8)])),
      place: path,
    };
  },
  'lone-surrogate': (top, random) => {
    const { path, value } = someObject(top, (values) => random.pick(values));
    value['note'] = '@@MARK@@';
    return {
      bytes: write(top, { '@@MARK@@': random.pick(['"\\ud800"', '"\\udc00x"', '"\\udbff\\ud800"']) }),
      place: path,
    };
  },
  'proto-member': (top, random) => {
    const { path, value } = someObject(top, (values) => random.pick(values));
    value['@@MARK@@'] = random.pick<Json>([{}, null, 1, { mediaType: 'x' }]);
    return { bytes: write(top, { '@@MARK@@': random.pick(['"__proto__"', '"\\u005f_proto__"']) }), place: path };
  },
  'duplicate-same': duplicate((value) => JSON.stringify(value)),
  'duplicate-other': duplicate(() => '"x"'),
  'duplicate-null': duplicate(() => 'null'),
  'duplicate-escaped': duplicate((value) => JSON.stringify(value), escaped),
  'raw-control': (top, random) => {
    const node = someText(top, (values) => random.pick(values));
    const text = node.value as string;
    put(node, '@@MARK@@');
    return { bytes: write(top, { '@@MARK@@': `${JSON.stringify(text).slice(0, -1)}\t"` }), place: node.path };
  },
  'single-quotes': around((text) => Buffer.from(text.toString().replace(/"([A-Za-z]+)":/, "'$1':"))),
  'leading-zero': (top, random) => {
    const nodes = nodesOf(top).filter(({ name }) => ['logIndex', 'treeSize', 'integratedTime'].includes(name));
    if (nodes.length === 0) return null;
    const node = random.pick(nodes);
    put(
      node,
      random.pick([
        `0${node.value}`,
        `+${node.value}`,
        ` ${node.value}`,
        `${node.value} `,
        `${node.value}.0`,
        `${node.value}n`,
      ]),
    );
    return { bytes: write(top), place: node.path };
  },
};
