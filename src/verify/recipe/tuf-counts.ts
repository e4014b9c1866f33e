// SPDX-License-Identifier: Apache-2.0
import type { SignatureRecord } from '../../crypto/recorder.ts';
import { parseJson } from '../../encoding/json.ts';
import { isObject } from '../../encoding/json-fields.ts';
import type { Bytes } from '../../model/bytes.ts';
import type { JsonObject, JsonValue } from '../../model/json.ts';
import { attempt } from '../../model/malformed.ts';
import { readTufKey } from '../../trust/tuf/keys.ts';

/** How many distinct keys a list of TUF must be signed by, as one who delegates says, and which of them have signed it. */
export interface TufCount {
  readonly says: string;
  readonly message: Bytes;
  readonly least: number;
  /** Fingerprints. */
  readonly signers: readonly string[];
}

interface Signed {
  readonly message: Bytes;
  readonly document: JsonObject;
  readonly type: string;
  readonly version: number;
  readonly signers: Set<string>;
}

interface Asking {
  readonly says: string;
  readonly least: number;
  readonly keys: ReadonlySet<string>;
}

/**
 * Of a root what it asks itself and what the one before it asks; of every other list what the last root asks, or the list that
 * delegates to it. Read out of what is signed, and nothing else.
 */
export function tufCounts(signatures: readonly SignatureRecord[]): TufCount[] {
  const all = signedLists(signatures);
  const roots = all.filter(({ type }) => type === 'root').sort((a, b) => a.version - b.version);
  const last = roots.at(-1);
  return all.flatMap((one) => {
    const { message, type, version, signers } = one;
    const asked =
      type === 'root'
        ? roots
            .filter((root) => root.version === version || root.version === version - 1)
            .map((root) => roleOf(root, 'root'))
        : [
            ...(last === undefined ? [] : [roleOf(last, type)]),
            ...(type === 'targets' ? all.filter((other) => other !== one).flatMap(delegatedBy) : []),
          ]
            .filter((asking) => asking !== null && [...signers].some((key) => asking.keys.has(key)))
            .slice(0, 1);
    return asked.flatMap((asking) =>
      asking === null
        ? []
        : [
            {
              says: asking.says,
              message,
              least: asking.least,
              signers: [...signers].filter((key) => asking.keys.has(key)),
            },
          ],
    );
  });
}

/** What is signed of a TUF file begins with its type: members are sorted, and no other name comes before it. */
export function isTufMessage(text: string): boolean {
  return /^\{"_type":"(root|timestamp|snapshot|targets)",/.test(text);
}

function signedLists(signatures: readonly SignatureRecord[]): Signed[] {
  const found = new Map<string, Signed>();
  for (const { message, key, outcome } of signatures) {
    const text = new TextDecoder('latin1').decode(message);
    if (!isTufMessage(text)) continue;
    const document = attempt(() => parseJson(message));
    if (!document.ok || !isObject(document.value)) continue;
    const { _type: type, version } = document.value;
    if (typeof type !== 'string' || typeof version !== 'number') continue;
    const one = found.get(text) ?? { message, document: document.value, type, version, signers: new Set<string>() };
    if (outcome === 'valid') one.signers.add(key.fingerprint);
    found.set(text, one);
  }
  return [...found.values()];
}

function roleOf({ document, version }: Signed, name: string): Asking | null {
  const roles = document['roles'];
  return isObject(roles) ? asking(roles[name], document['keys'], `the root of version ${version}`, name) : null;
}

function delegatedBy({ document }: Signed): Asking[] {
  const delegations = document['delegations'];
  if (!isObject(delegations) || !Array.isArray(delegations['roles'])) return [];
  return (delegations['roles'] as readonly JsonValue[]).flatMap((role) => {
    const found = asking(role, delegations['keys'], 'the list that delegates', 'delegated');
    return found === null ? [] : [found];
  });
}

function asking(role: JsonValue | undefined, keys: JsonValue | undefined, who: string, name: string): Asking | null {
  if (role === undefined || !isObject(role) || keys === undefined || !isObject(keys)) return null;
  const { threshold, keyids } = role;
  if (typeof threshold !== 'number' || !Array.isArray(keyids)) return null;
  const fingerprints = (keyids as readonly JsonValue[]).flatMap((id) => {
    const value = typeof id === 'string' && Object.hasOwn(keys, id) ? keys[id] : undefined;
    const key = value !== undefined && isObject(value) ? attempt(() => readTufKey(value)) : null;
    return key?.ok === true ? [key.value.key.fingerprint] : [];
  });
  const words = `${who} asks for ${threshold} distinct ${threshold === 1 ? 'key' : 'keys'} of the role ${name}`;
  return { says: words, least: threshold, keys: new Set(fingerprints) };
}
