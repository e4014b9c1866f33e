// SPDX-License-Identifier: Apache-2.0
import { decodeBase64 } from '../../encoding/base64.ts';
import { parseJson } from '../../encoding/json.ts';
import { isObject } from '../../encoding/json-fields.ts';
import { olpcJson } from '../../encoding/olpc-json.ts';
import type { Bytes } from '../../model/bytes.ts';
import { attempt } from '../../model/malformed.ts';
import { indexOf, latin1 } from './hash-graph.ts';
import { isRevocationList } from './signed-kinds.ts';
import { isTufMessage } from './tuf-counts.ts';

/** How what was signed is found in the input that it was read from. */
export type Tie =
  | { readonly kind: 'octets-of-crl'; readonly input: string }
  /** Its JSON has another form in the file, of which the canonical one is signed. */
  | { readonly kind: 'canonical'; readonly input: string; readonly literal: boolean };

/** @returns null where the octets are tied to their input by another step, or by none */
export function tieOf(message: Bytes, documents: ReadonlyMap<string, Bytes>): Tie | null {
  if (isRevocationList(message)) {
    for (const [input, bytes] of documents)
      if (indexOf(derOfList(bytes), message) !== -1) return { kind: 'octets-of-crl', input };
    return null;
  }
  const text = latin1(message);
  if (!isTufMessage(text)) return null;
  for (const [input, bytes] of documents) {
    const document = attempt(() => parseJson(bytes));
    const signed = document.ok && isObject(document.value) ? document.value['signed'] : undefined;
    if (signed === undefined || !isObject(signed)) continue;
    const canonical = attempt(() => olpcJson(signed));
    if (canonical.ok && latin1(canonical.value) === text)
      return { kind: 'canonical', input, literal: !text.includes('\n') && latin1(bytes).includes(text) };
  }
  return null;
}

function derOfList(bytes: Bytes): Bytes {
  const body = /-----BEGIN X509 CRL-----([A-Za-z0-9+/=\s]+)-----END X509 CRL-----/.exec(latin1(bytes))?.[1];
  const decoded = body === undefined ? null : attempt(() => decodeBase64(body.replaceAll(/\s/g, '')));
  return decoded?.ok === true ? decoded.value : bytes;
}
