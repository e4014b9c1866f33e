// SPDX-License-Identifier: Apache-2.0
import type { Engine } from '../../crypto/engine.ts';
import { decodeHex } from '../../encoding/hex.ts';
import { olpcJson } from '../../encoding/olpc-json.ts';
import type { JsonObject } from '../../model/json.ts';
import { attempt, Malformed } from '../../model/malformed.ts';
import { readTufKey } from './keys.ts';
import type { TufFile, TufModel, TufRole } from './metadata.ts';

/** Who may sign for whom: a root for the top-level roles, a list of targets for those that it delegates to. */
export interface Delegator {
  readonly name: string;
  readonly keys: ReadonlyMap<string, JsonObject>;
  readonly model: TufModel;
}

/**
 * Has the role signed: as many **distinct keys** as it asks for, however many key ids a key has (attacks B03). Each signature is
 * verified over the canonical form of what stands in the file; the library's own count must say the same.
 *
 * @returns the fingerprints of those that signed
 * @throws Malformed `tuf-threshold`
 */
export function verifyRole(delegator: Delegator, role: TufRole, file: TufFile, engine: Engine): readonly string[] {
  const signed = attempt(() => olpcJson(file.signed));
  if (!signed.ok) throw new Malformed('tuf-format', `${file.name}: ${signed.problem.detail}`);
  const distinct = new Set<string>();
  for (const id of role.keyids) {
    const value = delegator.keys.get(id);
    const sig = file.signatures.get(id);
    if (value === undefined || sig === undefined) continue;
    const key = attempt(() => readTufKey(value));
    if (!key.ok) continue;
    const outcome = engine.verify(key.value.scheme, key.value.key, signed.value, decodeHex(sig));
    if (outcome === 'valid') distinct.add(key.value.key.fingerprint);
  }
  const says = `${delegator.name} asks for ${role.threshold} distinct keys of the role ${role.name}`;
  if (distinct.size < role.threshold)
    throw new Malformed('tuf-threshold', `${file.name} is signed by ${distinct.size}, and ${says}`);
  refuseOtherCount(delegator, role, file);
  return [...distinct].sort();
}

function refuseOtherCount({ model }: Delegator, { name }: TufRole, file: TufFile): void {
  try {
    model.verifyDelegate(name, file.model as never);
  } catch (error) {
    throw new Malformed('tuf-threshold', `${file.name}: @tufjs/models counts otherwise: ${(error as Error).message}`);
  }
}
