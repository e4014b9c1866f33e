// SPDX-License-Identifier: Apache-2.0

import { digest, isHashName } from '../../crypto/digest.ts';
import { decodeHex, encodeHex } from '../../encoding/hex.ts';
import { asObject, requireArray, requireObject, requireString } from '../../encoding/json-fields.ts';
import { type Bytes, equalBytes } from '../../model/bytes.ts';
import type { JsonObject } from '../../model/json.ts';
import { Malformed } from '../../model/malformed.ts';
import type { HashName } from '../../model/public-key.ts';
import type { SignedContent } from '../../model/signed-entity.ts';
import type { BindContext } from './bind.ts';

export type Dsse = Extract<SignedContent, { kind: 'dsse' }>;

export interface NamedDigest {
  readonly algorithm: HashName;
  readonly value: Bytes;
}

export function mismatch(what: string): Malformed {
  return new Malformed('log-entry-mismatch', what);
}

/** The envelope that an attestation entry is about. */
export function requireDsse(content: SignedContent): Dsse {
  if (content.kind === 'dsse') return content;
  throw mismatch('the entry records an envelope, the evidence is a detached signature');
}

/** Rekor v1's `{algorithm: "sha256", value: hex}`. */
export function readNamedDigest(parent: JsonObject, name: string, pointer: string): NamedDigest {
  const object = requireObject(parent, name, pointer);
  const algorithm = requireString(object, 'algorithm', `${pointer}/${name}`);
  if (!isHashName(algorithm)) throw unsupportedHash(algorithm, `${pointer}/${name}`);
  return { algorithm, value: decodeHex(requireString(object, 'value', `${pointer}/${name}`)) };
}

export function unsupportedHash(algorithm: string, pointer: string): Malformed {
  return new Malformed(
    'algorithm-unsupported',
    `the hash at ${pointer} is none of ours (${algorithm.length} characters)`,
  );
}

/** One entry binds one signature: a second one would be bound to nothing that the evidence holds. */
export function soleElement(parent: JsonObject, name: string, pointer: string): JsonObject {
  const list = requireArray(parent, name, pointer);
  const [first] = list;
  if (list.length !== 1 || first === undefined)
    throw mismatch(`${pointer}/${name} has ${list.length} elements, not one`);
  return asObject(first, `${pointer}/${name}/0`);
}

export function compareSignature(found: Bytes, context: BindContext, pointer: string): void {
  if (!equalBytes(found, context.sig)) throw mismatch(`the signature at ${pointer} is another one`);
}

export function comparePayload({ algorithm, value }: NamedDigest, { payload }: Dsse, pointer: string): void {
  if (!equalBytes(digest(algorithm, payload), value))
    throw mismatch(`the payload's digest at ${pointer} is another one`);
}

/**
 * Compares the digest of a hashedrekord with what was signed: the PAE of an envelope, or the artifact of a detached
 * signature, there by the bundle's own claim first.
 */
export function compareSigned({ algorithm, value }: NamedDigest, context: BindContext, pointer: string): void {
  const { content, artifactDigests } = context;
  if (content.kind === 'dsse') {
    if (!equalBytes(digest(algorithm, content.pae), value))
      throw mismatch(`the digest at ${pointer} is not of this envelope`);
    return;
  }
  if (content.kind === 'simple-signing') {
    if (!equalBytes(digest(algorithm, content.payload), value))
      throw mismatch(`the digest at ${pointer} is not of this payload`);
    return;
  }
  const claimed = content.digest?.algorithm === algorithm ? content.digest.value : null;
  if (claimed !== null && !equalBytes(claimed, value))
    throw mismatch(`the digest at ${pointer} is not the bundle's messageDigest`);
  const actual = artifactDigests.get(algorithm);
  if (actual === undefined) {
    if (claimed === null)
      throw new Malformed('artifact-absent', `no ${algorithm} digest is at hand to compare ${pointer} with`);
    return;
  }
  if (equalBytes(actual, value)) return;
  if (claimed === null) throw mismatch(`the digest at ${pointer} is not of this artifact`);
  throw new Malformed(
    'artifact-digest-mismatch',
    `the entry and the bundle name ${encodeHex(value)}, the artifact has ${encodeHex(actual)}`,
  );
}
