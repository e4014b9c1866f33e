// SPDX-License-Identifier: Apache-2.0
import { type DerNode, DerSequence, expectTag, TAG } from '../encoding/der.ts';
import { readNull, readOid, readSmallInteger } from '../encoding/der-values.ts';
import { Malformed } from '../model/malformed.ts';
import type { HashName, SchemeId } from '../model/public-key.ts';
import { DIGEST_BYTES } from './digest.ts';

const MGF1 = '1.2.840.113549.1.1.8';
const HASHES: ReadonlyMap<string, HashName> = new Map([
  ['2.16.840.1.101.3.4.2.1', 'sha256'],
  ['2.16.840.1.101.3.4.2.2', 'sha384'],
  ['2.16.840.1.101.3.4.2.3', 'sha512'],
]);

/**
 * RSASSA-PSS-params (RFC 4055 §3.1) where they name one of our schemes: a SHA-2 hash, MGF1 with the same hash, a salt as
 * long as the hash, trailer field 1. The defaults (SHA-1, salt 20) are not ours, so that nothing may be left out but the trailer.
 *
 * @throws Malformed `algorithm-unsupported`, `der-invalid`
 */
export function readPssScheme(parameters: DerNode | null): SchemeId {
  if (parameters === null) throw unsupported('no parameters');
  const fields = new DerSequence(parameters, 'RSASSA-PSS-params');
  const hashField = fields.optional(0xa0);
  const maskField = fields.optional(0xa1);
  const saltField = fields.optional(0xa2);
  const trailerField = fields.optional(0xa3);
  fields.end();
  if (hashField === null || maskField === null || saltField === null) throw unsupported('a default of SHA-1');
  const hash = readHash(only(hashField, 'hashAlgorithm'), 'hashAlgorithm');
  const mask = new DerSequence(only(maskField, 'maskGenAlgorithm'), 'maskGenAlgorithm');
  if (readOid(mask.next('algorithm')) !== MGF1) throw unsupported('another mask generation function than MGF1');
  const maskHash = readHash(mask.next('parameters'), 'the parameters of MGF1');
  mask.end();
  if (maskHash !== hash) throw unsupported(`MGF1 with ${maskHash} beside ${hash}`);
  const salt = readSmallInteger(expectTag(only(saltField, 'saltLength'), TAG.integer, 'saltLength'), 'saltLength');
  if (salt !== DIGEST_BYTES.get(hash)) throw unsupported(`a salt of ${salt} bytes beside ${hash}`);
  // DER leaves a default out; one that is written all the same is refused below like any other trailer.
  if (trailerField !== null) throw unsupported('a trailer field');
  return `rsa-pss-${hash}`;
}

function readHash(node: DerNode, what: string): HashName {
  const fields = new DerSequence(node, what);
  const oid = readOid(fields.next('algorithm'));
  const parameters = fields.optional(TAG.null);
  if (parameters !== null) readNull(parameters);
  fields.end();
  const hash = HASHES.get(oid);
  if (hash === undefined) throw unsupported(`hash ${oid}`);
  return hash;
}

/** The one value inside an EXPLICIT tag. */
function only(node: DerNode, what: string): DerNode {
  const wrapper = new DerSequence(node, what, node.tag);
  const value = wrapper.next('its value');
  wrapper.end();
  return value;
}

function unsupported(what: string): Malformed {
  return new Malformed('algorithm-unsupported', `RSASSA-PSS with ${what}`);
}
