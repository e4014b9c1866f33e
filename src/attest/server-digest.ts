// SPDX-License-Identifier: Apache-2.0
import { sha256Hex } from '../crypto/digest.ts';
import { canonicalJson } from '../encoding/canonical-json.ts';
import type { Bytes } from '../model/bytes.ts';
import type { JsonObject } from '../model/json.ts';

/** The canonical digest of what a service offers: of the whole, and of each of its tools. Lowercase hexadecimal SHA-256. */
export interface ServerDigest {
  readonly digest: string;
  readonly tools: Readonly<Record<string, string>>;
}

/**
 * SHA-256 over the RFC 8785 form of the surface: each member is one tool with everything that defines it. Two services have the same
 * digest only where they offer the same.
 *
 * @throws Malformed where a value is none of JSON
 */
export function computeServerDigest(surface: JsonObject): ServerDigest {
  const tools: Record<string, string> = Object.create(null);
  for (const name of Object.keys(surface).sort()) tools[name] = hexOf(canonicalJson(surface[name]!));
  return { digest: hexOf(canonicalJson(surface)), tools };
}

function hexOf(bytes: Bytes): string {
  return sha256Hex(bytes);
}
