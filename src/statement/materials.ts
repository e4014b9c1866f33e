// SPDX-License-Identifier: Apache-2.0
import { isObject, member } from '../encoding/json-fields.ts';
import { LIMITS } from '../encoding/limits.ts';
import type { JsonObject, JsonValue } from '../model/json.ts';
import type { HashName } from '../model/public-key.ts';
import type { Statement } from '../model/statement.ts';
import { STRONG_DIGESTS } from './digest-set.ts';

/** Hexadecimal digits of a digest. */
const LENGTHS: Readonly<Record<string, number>> = { sha256: 64, sha384: 96, sha512: 128 };

/**
 * The strong digests, as `sha256:…`, of what a statement says went into its subjects: `resolvedDependencies` of SLSA v1,
 * `materials` of SLSA v0.2, of links in both forms and of promotions, `inputAttestations` of summaries. Claimed, and no subjects:
 * a statement attests none of them. At most LIMITS.materials. What is not of such a form is passed over.
 */
export function materialDigests({ predicate }: Pick<Statement, 'predicate'>): readonly string[] {
  if (predicate === null) return [];
  const definition = member(predicate, 'buildDefinition');
  const lists: readonly (JsonValue | undefined)[] = [
    isObject(definition) ? member(definition, 'resolvedDependencies') : undefined,
    member(predicate, 'materials'),
    member(predicate, 'inputAttestations'),
    member(predicate, 'input_attestations'),
  ];
  const found = new Set<string>();
  for (const list of lists) {
    for (const one of entriesOf(list)) {
      for (const digest of digestsOf(one)) {
        if (found.size < LIMITS.materials) found.add(digest);
      }
    }
  }
  return [...found];
}

/** A list of resources, or a link's map from path to digests. */
function entriesOf(value: JsonValue | undefined): readonly JsonObject[] {
  if (Array.isArray(value)) return (value as readonly JsonValue[]).filter(isObject);
  if (!isObject(value)) return [];
  return Object.values(value)
    .filter(isObject)
    .map((digest) => ({ digest }));
}

/** A digest set, or a promotion's `algo` and `digest`. */
function digestsOf(entry: JsonObject): readonly string[] {
  const digest = member(entry, 'digest');
  const algorithm = member(entry, 'algo');
  const set: JsonObject =
    typeof digest === 'string' && typeof algorithm === 'string'
      ? { [algorithm]: digest }
      : isObject(digest)
        ? digest
        : {};
  return STRONG_DIGESTS.filter((name) => isDigest(name, member(set, name))).map((name) => `${name}:${set[name]}`);
}

function isDigest(name: HashName, value: JsonValue | undefined): boolean {
  return typeof value === 'string' && value.length === LENGTHS[name] && /^[0-9a-f]+$/.test(value);
}
