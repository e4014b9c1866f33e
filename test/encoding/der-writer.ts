// SPDX-License-Identifier: Apache-2.0
import { childrenOf, contentOf, type DerNode } from '../../src/encoding/der.ts';
import type { Bytes } from '../../src/model/bytes.ts';

/** One value in DER: the shortest definite length, whatever the content. */
export function tlv(tag: number, ...contents: readonly Bytes[]): Bytes {
  const size = contents.reduce((sum, content) => sum + content.length, 0);
  const length: number[] = [];
  if (size < 0x80) length.push(size);
  else {
    for (let rest = size; rest > 0; rest = Math.floor(rest / 256)) length.unshift(rest % 256);
    length.unshift(0x80 | length.length);
  }
  const written = new Uint8Array(1 + length.length + size);
  written.set([tag, ...length]);
  let offset = 1 + length.length;
  for (const content of contents) {
    written.set(content, offset);
    offset += content.length;
  }
  return written;
}

/** Writes a parsed value again from its tags and primitive contents alone. */
export function rewrite(node: DerNode): Bytes {
  return (node.tag & 0x20) === 0 ? tlv(node.tag, contentOf(node)) : tlv(node.tag, ...childrenOf(node).map(rewrite));
}
