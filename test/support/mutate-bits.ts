// SPDX-License-Identifier: Apache-2.0
import { type Json, strictJson } from './mutate-json.ts';
import { bytesOf, isBinary, type Node, nodesOf, put, write } from './mutate-tree.ts';

/** One value of a document whose bits can be turned over one by one. */
export interface BitField {
  readonly path: string;
  readonly name: string;
  readonly bits: number;
  /** The original bytes (of a text: its UTF-16 units' low octets). */
  readonly bytes: Uint8Array;
  /** The whole document with that one bit turned over. */
  flipped(bit: number): Uint8Array;
}

/** Every base64 value (by its decoded bits) and every checkpoint (by the low eight bits of each character) of a document. */
export function bitFieldsOf(document: Uint8Array): BitField[] {
  const top = strictJson(document)?.value;
  if (top === undefined) throw new Error('not a document');
  return nodesOf(top).flatMap((node) => {
    if (isBinary(node)) return [binaryField(top, node)];
    return node.name === 'envelope' && typeof node.value === 'string' ? [textField(top, node)] : [];
  });
}

function binaryField(top: Json, node: Node): BitField {
  const bytes = bytesOf(node);
  return field(top, node, bytes, (bit) => {
    const copy = Buffer.from(bytes);
    copy[bit >> 3] = copy[bit >> 3]! ^ (1 << (bit & 7));
    return copy.toString('base64');
  });
}

function textField(top: Json, node: Node): BitField {
  const text = node.value as string;
  const octets = Uint8Array.from([...text].map((c) => c.charCodeAt(0) & 0xff));
  return field(top, node, octets, (bit) => {
    const at = bit >> 3;
    const turned = String.fromCharCode(text.charCodeAt(at) ^ (1 << (bit & 7)));
    return text.slice(0, at) + turned + text.slice(at + 1);
  });
}

/** The text around the value is written once: only the value is written anew for each bit. */
function field(top: Json, node: Node, bytes: Uint8Array, turned: (bit: number) => string): BitField {
  put(node, '@@BIT@@');
  const [head, tail] = Buffer.from(write(top)).toString().split('"@@BIT@@"') as [string, string];
  put(node, node.value);
  return {
    path: node.path,
    name: node.name,
    bits: bytes.length * 8,
    bytes,
    flipped: (bit) => new Uint8Array(Buffer.from(head + JSON.stringify(turned(bit)) + tail)),
  };
}
