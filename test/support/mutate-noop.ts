// SPDX-License-Identifier: Apache-2.0

import type { Operator } from './mutate.ts';
import type { Json, JsonMembers } from './mutate-json.ts';
import type { Random } from './mutate-random.ts';
import { bytesOf, isBinary, isInt64, type Node, nodesOf, put, write } from './mutate-tree.ts';

function bytes(text: string): Uint8Array {
  return new Uint8Array(Buffer.from(text));
}

function reordered(value: Json, random: Random): Json {
  if (Array.isArray(value)) return value.map((one) => reordered(one, random));
  if (typeof value !== 'object' || value === null) return value;
  const names = Object.keys(value);
  const start = random.below(names.length || 1);
  const turned = [...names.slice(start), ...names.slice(0, start)];
  if (random.below(2) === 1) turned.reverse();
  return Object.fromEntries(turned.map((name) => [name, reordered(value[name]!, random)]));
}

function objectsOf(top: Json): { readonly path: string; readonly value: JsonMembers }[] {
  const found = nodesOf(top).flatMap(({ path, value }) =>
    typeof value === 'object' && value !== null && !Array.isArray(value) ? [{ path, value }] : [],
  );
  return [{ path: '', value: top as JsonMembers }, ...found];
}

function someNode(top: Json, random: Random, test: (node: Node) => boolean): Node | null {
  const nodes = nodesOf(top).filter(test);
  return nodes.length === 0 ? null : random.pick(nodes);
}

function respelt(spell: (node: Node) => string): Operator {
  return (top, random) => {
    const node = someNode(top, random, (one) => isBinary(one) && spell(one) !== one.value);
    if (node === null) return null;
    put(node, spell(node));
    return { bytes: write(top), place: node.path };
  };
}

/** Two notes whose last line is of a name that nobody knows. */
const STRANGER = `— witness.example/${'0'.repeat(8)} ${Buffer.alloc(68, 7).toString('base64')}\n`;

/** Other ways to write the same. They must change nothing (attacks P4). */
export const NOOPS: Readonly<Record<string, Operator>> = {
  'white-space': (top, random) => ({
    bytes: bytes(JSON.stringify(top, null, random.pick([1, 2, '\t', ' \t ']))),
    place: '',
  }),
  'blank-around': (top, random) => ({
    bytes: bytes(
      `${random.pick(['', ' ', '\r\n', '\t'])}${JSON.stringify(top)}${random.pick(['\n', ' \n', '\r\n\t'])}`,
    ),
    place: '',
  }),
  'key-order': (top, random) => ({ bytes: write(reordered(top, random)), place: '' }),
  'url-alphabet': respelt((node) => bytesOf(node).toString('base64url')),
  'url-alphabet-padded': respelt((node) => bytesOf(node).toString('base64').replaceAll('+', '-').replaceAll('/', '_')),
  'no-padding': respelt((node) => bytesOf(node).toString('base64').replace(/=+$/, '')),
  'unknown-member': (top, random) => {
    const { path, value } = random.pick(objectsOf(top));
    value[random.pick(['x-unknown', 'constructor', 'toString', 'payloads', 'MediaType', ''])] = random.pick<Json>([
      1,
      null,
      'text',
      {},
      [[]],
      { rawBytes: '?' },
    ]);
    return { bytes: write(top), place: path };
  },
  'null-member': (top, random) => {
    const { path, value } = random.pick(objectsOf(top));
    const absent = [
      'inclusionPromise',
      'inclusionProof',
      'publicKey',
      'x509CertificateChain',
      'messageSignature',
      'dsseEnvelope',
      'timestampVerificationData',
      'keyid',
      'hint',
    ];
    const owners: Readonly<Record<string, RegExp>> = {
      inclusionPromise: /tlogEntries\/\d+$/,
      inclusionProof: /tlogEntries\/\d+$/,
      publicKey: /^\/verificationMaterial$/,
      x509CertificateChain: /^\/verificationMaterial$/,
      timestampVerificationData: /^\/verificationMaterial$/,
      messageSignature: /^$/,
      dsseEnvelope: /^$/,
      keyid: /signatures\/\d+$/,
      hint: /publicKey$/,
    };
    const missing = absent.filter(
      (name) => !Object.hasOwn(value, name) && owners[name]!.test(path) && (path !== '' || 'mediaType' in value),
    );
    if (missing.length === 0) return null;
    value[random.pick(missing)] = null;
    return { bytes: write(top), place: path };
  },
  'int64-form': (top, random) => {
    const node = someNode(top, random, (one) => isInt64(one) && Number.isSafeInteger(Number(one.value)));
    if (node === null) return null;
    put(node, typeof node.value === 'string' ? Number(node.value) : String(node.value));
    return { bytes: write(top), place: node.path };
  },
  'string-escapes': (top, random) => {
    const node = someNode(top, random, ({ value }) => typeof value === 'string' && /^[\x20-\x7e]+$/.test(value));
    if (node === null) return null;
    const at = random.below((node.value as string).length);
    const escaped = [...(node.value as string)].map((c, i) => {
      const quoted = JSON.stringify(c).slice(1, -1);
      return i === at ? `\\u${c.charCodeAt(0).toString(16).padStart(4, '0')}` : quoted;
    });
    put(node, '@@MARK@@');
    return { bytes: write(top, { '@@MARK@@': `"${escaped.join('')}"` }), place: node.path };
  },
  'escaped-name': (top, random) => {
    const { path, value } = random.pick(objectsOf(top).filter((one) => Object.keys(one.value).length > 0));
    const name = random.pick(Object.keys(value));
    const renamed = Object.fromEntries(
      Object.entries(value).map(([one, own]) => [one === name ? '@@MARK@@' : one, own]),
    );
    for (const own of Object.keys(value)) delete value[own];
    Object.assign(value, renamed);
    const escaped = `"\\u${name.charCodeAt(0).toString(16).padStart(4, '0')}${name.slice(1)}"`;
    return { bytes: write(top, { '@@MARK@@': escaped }), place: `${path}/${name}` };
  },
  cosignature: (top, random) => {
    const node = someNode(
      top,
      random,
      ({ name, value }) => name === 'envelope' && typeof value === 'string' && value.endsWith('\n'),
    );
    if (node === null) return null;
    put(node, (node.value as string) + STRANGER);
    return { bytes: write(top), place: node.path };
  },
};
