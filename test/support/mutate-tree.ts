// SPDX-License-Identifier: Apache-2.0
import type { Json, JsonMembers } from './mutate-json.ts';

/** One value of a document with the place that holds it. */
export interface Node {
  readonly path: string;
  readonly name: string;
  readonly value: Json;
  readonly parent: JsonMembers | Json[];
  readonly key: string | number;
}

/** Every value below the top, parents before their members. */
export function nodesOf(top: Json): Node[] {
  const nodes: Node[] = [];
  const walk = (parent: Json, path: string, name: string): void => {
    if (typeof parent !== 'object' || parent === null) return;
    const keys: (string | number)[] = Array.isArray(parent) ? [...parent.keys()] : Object.keys(parent);
    for (const key of keys) {
      const value = (parent as JsonMembers)[key]!;
      const own = typeof key === 'number' ? name : key;
      nodes.push({ path: `${path}/${key}`, name: own, value, parent, key });
      walk(value, `${path}/${key}`, own);
    }
  };
  walk(top, '', '');
  return nodes;
}

export function put(node: Node, value: Json): void {
  (node.parent as JsonMembers)[node.key] = value;
}

const BINARY = [
  'rawBytes',
  'keyId',
  'canonicalizedBody',
  'signedEntryTimestamp',
  'rootHash',
  'hashes',
  'payload',
  'sig',
  'signature',
  'digest',
  'signedTimestamp',
];
const INT64 = ['logIndex', 'treeSize', 'integratedTime'];

export function isBinary({ name, value }: Node): boolean {
  return BINARY.includes(name) && typeof value === 'string' && value !== '';
}

export function isInt64({ name, value }: Node): boolean {
  return INT64.includes(name) && (typeof value === 'string' || typeof value === 'number');
}

export function bytesOf(node: Node): Buffer {
  return Buffer.from(node.value as string, 'base64');
}

/** Writes a document in which marked strings stand for text that JSON.stringify would never write. */
export function write(top: Json, raw: Readonly<Record<string, string>> = {}): Uint8Array {
  let text = JSON.stringify(top);
  for (const [mark, replacement] of Object.entries(raw)) text = text.replace(`"${mark}"`, () => replacement);
  return new Uint8Array(Buffer.from(text));
}
