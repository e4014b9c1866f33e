// SPDX-License-Identifier: Apache-2.0
import { importEd25519Raw } from '../crypto/public-key.ts';
import { decodeBase64 } from '../encoding/base64.ts';
import { Malformed } from '../model/malformed.ts';
import { type Witness, witnessHint } from './cosignature.ts';

const FORM = /^([^+\s]{1,255})\+([0-9a-f]{8})\+([A-Za-z0-9+/]+=*)$/;
const FORMS: ReadonlyMap<number, Witness['form']> = new Map([
  [0x01, 'plain'],
  [0x04, 'cosignature/v1'],
]);

/**
 * A verifier key of C2SP signed-note, `name+hash+base64(type ‖ key)`, of a witness: Ed25519, plain (type 1) or cosignature/v1
 * (type 4).
 *
 * @throws Malformed `key-format`, `algorithm-unsupported`, `base64-invalid`
 */
export function parseWitnessKey(text: string): Witness {
  const match = FORM.exec(text);
  if (match === null) throw new Malformed('key-format', 'a witness key is written name+hash+base64');
  const [, name, hash, encoded] = match as unknown as readonly [string, string, string, string];
  const bytes = decodeBase64(encoded);
  const form = FORMS.get(bytes[0] ?? 0);
  if (form === undefined) throw new Malformed('algorithm-unsupported', `a witness key of type ${bytes[0] ?? 'none'}`);
  const witness: Witness = { name, key: importEd25519Raw(bytes.subarray(1)), form };
  if (witnessHint(witness).toString(16).padStart(8, '0') !== hash) {
    throw new Malformed('key-format', `the hash ${hash} is not that of the name and key`);
  }
  return witness;
}
