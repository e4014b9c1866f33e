// SPDX-License-Identifier: Apache-2.0
import { sha256Hex } from '../../crypto/digest.ts';
import { compileGlob } from '../../encoding/fnmatch.ts';
import { encodeUtf8 } from '../../encoding/utf8.ts';
import type { TufDelegation } from './metadata.ts';

/** Is the target one that this delegation is about (TUF 1.0 §4.5): a shell pattern for each part of the path, or the head of a digest. */
export function isDelegated({ paths, pathHashPrefixes, bin }: TufDelegation, target: string): boolean {
  if (bin !== undefined) return headOf(target, bin.bits) === bin.index;
  if (paths !== null) return paths.some((pattern) => matchesPath(pattern, target));
  const digest = sha256Hex(encodeUtf8(target));
  return (pathHashPrefixes ?? []).some((prefix) => prefix !== '' && digest.startsWith(prefix));
}

/** The first bits of the digest, as a number: TUF_BIN_BITS are never more than 32. */
function headOf(target: string, bits: number): number {
  return Number.parseInt(sha256Hex(encodeUtf8(target)).slice(0, 8), 16) >>> (32 - bits);
}

function matchesPath(pattern: string, target: string): boolean {
  const [patterns, parts] = [pattern.split('/'), target.split('/')];
  return patterns.length === parts.length && patterns.every((one, i) => compileGlob(one).matches(parts[i]!));
}
