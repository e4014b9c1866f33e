// SPDX-License-Identifier: Apache-2.0
import { requireBase64, requireObject, requireString } from '../../encoding/json-fields.ts';
import type { JsonObject } from '../../model/json.ts';
import { Malformed } from '../../model/malformed.ts';
import type { HashName } from '../../model/public-key.ts';
import { type NamedDigest, unsupportedHash } from './compare.ts';
import { HASH_NAMES_V2 } from './verifier-v2.ts';

/** Rekor v2's `{algorithm: "SHA2_256", digest: base64}`. */
export function readDigestV2(parent: JsonObject, name: string, pointer: string): NamedDigest {
  const place = `${pointer}/${name}`;
  const object = requireObject(parent, name, pointer);
  const text = requireString(object, 'algorithm', place);
  const algorithm = HASH_NAMES_V2.get(text);
  if (algorithm === undefined) throw unsupportedHash(text, place);
  return { algorithm, value: requireBase64(object, 'digest', place) };
}

/** The digest of what was signed and `keyDetails` both name the hash: they must be one. */
export function sameHash(digest: HashName, details: HashName | null): HashName {
  if (details === null || details === digest) return digest;
  throw new Malformed('log-entry-inconsistent', `the body names ${digest} for its digest and ${details} in keyDetails`);
}
