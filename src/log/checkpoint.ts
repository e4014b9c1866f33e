// SPDX-License-Identifier: Apache-2.0
import { decodeBase64Standard, encodeBase64 } from '../encoding/base64.ts';
import { parseDecimal } from '../encoding/decimal.ts';
import type { Bytes } from '../model/bytes.ts';
import { attempt, Malformed } from '../model/malformed.ts';

/** A log's tree head, as the text of its signed note states it. Claimed until `verifyCheckpoint`. */
export interface Checkpoint {
  /** The log's name; for Rekor v1 followed by ` - ` and the tree id. */
  readonly origin: string;
  readonly size: bigint;
  /** SHA-256, 32 bytes. */
  readonly root: Bytes;
  /** Further lines: opaque, signed with the rest, never interpreted. */
  readonly extensions: readonly string[];
}

const ROOT_BYTES = 32;

/**
 * Reads the text of a checkpoint: origin, size, root hash, then any extension lines, each non-empty and ended by a newline.
 *
 * @throws Malformed `checkpoint-format` (C2SP tlog-checkpoint, Note text)
 */
export function parseCheckpoint(text: string): Checkpoint {
  const lines = text.split('\n');
  if (lines.pop() !== '') throw malformed('the text does not end in a newline');
  if (lines.length < 3) throw malformed('the text has fewer than three lines');
  if (lines.includes('')) throw malformed('the text has an empty line');
  const [origin, sizeText, rootText, ...extensions] = lines as [string, string, string, ...string[]];
  const size = attempt(() => parseDecimal(sizeText, 'the tree size'));
  if (!size.ok) throw malformed(size.problem.detail);
  const root = attempt(() => decodeBase64Standard(rootText));
  if (!root.ok) throw malformed(`the root hash: ${root.problem.detail}`);
  if (root.value.length !== ROOT_BYTES)
    throw malformed(`the root hash has ${root.value.length} bytes, not ${ROOT_BYTES}`);
  return { origin, size: size.value, root: root.value, extensions };
}

/** The inverse of `parseCheckpoint`. */
export function encodeCheckpoint({ origin, size, root, extensions }: Checkpoint): string {
  return `${[origin, String(size), encodeBase64(root), ...extensions].join('\n')}\n`;
}

function malformed(detail: string): Malformed {
  return new Malformed('checkpoint-format', detail);
}
