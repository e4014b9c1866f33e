// SPDX-License-Identifier: Apache-2.0
import { formatInstant } from '../encoding/rfc3339.ts';
import type { Bytes } from '../model/bytes.ts';
import { malformedCheck, notPassed, passed } from '../model/check.ts';
import type { Instant } from '../model/instant.ts';
import type { SignedEntity } from '../model/signed-entity.ts';
import type { SigningTime } from '../model/times.ts';
import { bundledRegistryKeys } from '../trust/bundled.ts';
import type { RegistryKey } from '../trust/npm-keys.ts';
import { describeWindow, keyWindowAt } from '../trust/validity.ts';
import type { Examination } from './examination.ts';
import { verifyPlainSignatures } from './plain-signatures.ts';
import type { ExaminationContext } from './request.ts';

const USAGE = 'npm:attestations';

/** Whether the signer is the registry by its own key: then no identity and no `--key` is asked of this entity. */
export function isRegistrySigned({ registry, signer }: SignedEntity): boolean {
  return registry !== undefined && signer.kind === 'key';
}

/**
 * The keys that may have signed it: those of the registry for attestations whose id is the hint. The hint selects and is not
 * believed: the signature must verify under the key.
 */
export function registryKeysFor({ signer }: SignedEntity, context: ExaminationContext): readonly RegistryKey[] {
  const hint = signer.kind === 'key' ? signer.hint : null;
  const keys = context.registryKeys ?? bundledRegistryKeys().keys;
  return keys.filter(({ keyId, usage }) => keyId === hint && (usage === null || usage === USAGE));
}

/**
 * `key.trusted`, `signature.valid`, `signature.threshold` of a registry's attestation. The key must have been in its window at
 * every verified time; without one the examiner's word decides, as for all plain keys (verdicts: time).
 */
export function examineRegistrySignature(
  examination: Examination,
  content: { readonly pae: Bytes },
  times: readonly SigningTime[],
): void {
  const { entity, context, checks } = examination;
  const { at, signer, signatures } = entity;
  const keys = registryKeysFor(entity, context);
  const [first] = keys;
  const hint = signer.kind === 'key' ? (signer.hint ?? '') : '';
  if (first === undefined) {
    const detail = `no registry key for attestations has the id "${hint}"`;
    checks.push(notPassed('key.trusted', at, 'key-id-unknown', detail, { keyId: hint }));
    examination.skip('key.trusted', 'signature.valid', 'signature.threshold');
    return;
  }
  const instants: readonly (Instant | null)[] = times.length > 0 ? times.map(({ time }) => time) : [context.signedAt];
  const facts = {
    keyId: first.keyId,
    fingerprint: first.key.fingerprint,
    window: keys.map(({ validFor }) => (validFor === null ? 'always' : describeWindow(validFor))),
    signedAt: instants.flatMap((instant) => (instant === null ? [] : [formatInstant(instant)])),
  };
  // One id is one key: further rows are further windows of it, and each instant must lie in one of them.
  const problem = instants.map((instant) => outside(keys, instant)).find((one) => one !== null);
  if (first.key.weakness !== null) checks.push(notPassed('key.trusted', at, 'key-weak', first.key.weakness, facts));
  else if (problem == null) checks.push(passed('key.trusted', at, facts));
  else checks.push(malformedCheck('key.trusted', at, problem, facts));
  const result = verifyPlainSignatures({
    message: content.pae,
    signatures,
    keys: [first],
    hmacSecret: null,
    threshold: 1,
    engine: context.engine,
    at,
    acceptWeak: true,
  });
  checks.push(...result.checks.filter(({ id }) => id !== 'key.trusted'));
  examination.findings.push(...result.findings);
  for (const { fingerprint, scheme } of result.signers) {
    examination.signers.push({ name: `npm registry key ${first.keyId}`, fingerprint, scheme });
    examination.identity ??= { kind: 'key', name: first.name, fingerprint: first.key.fingerprint };
  }
}

function outside(keys: readonly RegistryKey[], instant: Instant | null) {
  const problems = keys.map((key) => keyWindowAt(key, instant));
  return problems.includes(null) ? null : problems[0]!;
}
