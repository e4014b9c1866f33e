// SPDX-License-Identifier: Apache-2.0
import { schemesOf } from '../crypto/algorithms.ts';
import { importKeyFile } from '../crypto/public-key.ts';
import type { Bytes } from '../model/bytes.ts';
import type { PublicKey } from '../model/public-key.ts';
import { type FactList, inOneLine, type Part, part, readPart } from './inspect-model.ts';

export function keyText({ kind, bits, weakness }: PublicKey): string {
  return `${kind}, ${bits} bits${weakness === null ? '' : `, weak: ${weakness}`}`;
}

export function keyFacts(key: PublicKey): FactList {
  return {
    key: keyText(key),
    keySha256: key.fingerprint,
    ...(key.scheme === null ? {} : { restrictedTo: key.scheme }),
    schemes: inOneLine(schemesOf(key), (scheme) => scheme),
  };
}

/** A public key file of any accepted form. */
export function keyPart(bytes: Bytes): Part {
  return readPart('public key', '', () => part('public key', keyFacts(importKeyFile(bytes))));
}
