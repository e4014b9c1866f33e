// SPDX-License-Identifier: Apache-2.0
import { isObject, member } from '../encoding/json-fields.ts';
import type { Bytes } from '../model/bytes.ts';
import type { JsonObject, JsonValue } from '../model/json.ts';
import { attempt } from '../model/malformed.ts';
import { parseRegistryKeys, type RegistryKey } from '../trust/npm-keys.ts';
import { describeWindow } from '../trust/validity.ts';
import { jsonFacts } from './inspect-json-value.ts';
import { keyText } from './inspect-key.ts';
import { listed, listedParts, type Part, part, quote, quoteOrNull } from './inspect-model.ts';

/** `{"keys": [{"keyId" or "keyid": …}, …]}`: npm's two forms. A JWK set has `kid`, and is not one. */
export function isRegistryKeys(value: JsonValue): value is JsonObject {
  const keys = isObject(value) ? member(value, 'keys') : undefined;
  const first = Array.isArray(keys) ? (keys[0] as JsonValue | undefined) : undefined;
  return isObject(first) && (Object.hasOwn(first, 'keyId') || Object.hasOwn(first, 'keyid'));
}

export function registryKeyParts(value: JsonObject, bytes: Bytes, name: string): Part[] {
  const parsed = attempt(() => parseRegistryKeys(bytes, name));
  if (!parsed.ok) return [part('registry keys', jsonFacts(value), { problem: parsed.problem })];
  const { keys, setAside, unknownMembers } = parsed.value;
  return [
    part('registry keys', {
      keys: keys.length,
      ...(setAside.length === 0 ? {} : { setAside: listed(setAside, ({ what, why }) => quote(`${what}: ${why}`)) }),
      ...(unknownMembers.length === 0 ? {} : { membersIgnored: listed(unknownMembers, quote) }),
    }),
    ...listedParts(keys, keyPart, 64),
  ];
}

function keyPart({ keyId, usage, key, scheme, validFor }: RegistryKey, i: number): Part {
  return part(`key ${i}`, {
    keyId: quote(keyId),
    usage: quoteOrNull(usage),
    key: keyText(key),
    keySha256: key.fingerprint,
    scheme,
    valid: validFor === null ? 'without an end' : describeWindow(validFor),
  });
}
