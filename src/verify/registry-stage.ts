// SPDX-License-Identifier: Apache-2.0
import { encodeBase64 } from '../encoding/base64.ts';
import { escapeText } from '../encoding/escape-text.ts';
import { encodeHex } from '../encoding/hex.ts';
import { formatInstant } from '../encoding/rfc3339.ts';
import type { Bytes } from '../model/bytes.ts';
import { finding, malformedCheck, notPassed, passed } from '../model/check.ts';
import type { Instant } from '../model/instant.ts';
import type { SignedEntity } from '../model/signed-entity.ts';
import type { SigningTime } from '../model/times.ts';
import { bundledRegistryKeys } from '../trust/bundled.ts';
import type { RegistryKey } from '../trust/npm-keys.ts';
import { verifyRegistrySignature } from '../trust/npm-signature.ts';
import { describeWindow, keyWindowAt } from '../trust/validity.ts';
import type { Examination } from './examination.ts';
import { verifyPlainSignatures } from './plain-signatures.ts';
import { NPM_PUBLISH } from './registry-agreement.ts';
import type { ExaminationContext } from './request.ts';
import { statementOf } from './statement-of.ts';

const USAGE = 'npm:attestations';

/** Whether the signer is the registry by its own key: then no identity and no `--key` is asked of this entity. */
export function isRegistrySigned({ registry, signer }: SignedEntity): boolean {
  return registry?.kind === 'attestation' && signer.kind === 'key';
}

/** Of a document about many versions: without its package at hand there is nothing to tell. */
export function isCatalogued({ registry }: SignedEntity): boolean {
  return registry?.kind === 'signature' && registry.catalogue;
}

/** Registry signatures after all else: what the registry's attestations show of the time decides about their keys. */
export function signaturesLast<T extends { readonly entity: SignedEntity }>(entities: readonly T[]): readonly T[] {
  const isLast = ({ entity }: T) => isRegistrySignature(entity);
  if (!entities.some(isLast)) return entities;
  return [...entities.filter((one) => !isLast(one)), ...entities.filter(isLast)];
}

/** Whether it is the registry's signature over name, version and integrity. */
export function isRegistrySignature({ registry }: SignedEntity): boolean {
  return registry?.kind === 'signature';
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
  const problem = instants.map((instant) => outside(keys, instant, context.at)).find((one) => one !== null);
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
  if (result.ok) notePublished(examination, times);
  for (const { fingerprint, scheme } of result.signers) {
    examination.signers.push({ name: `npm registry key ${first.keyId}`, fingerprint, scheme });
    examination.identity ??= { kind: 'key', name: first.name, fingerprint: first.key.fingerprint };
  }
}

/** From now on it is known in this run when the package was published, if all of the attestation has stood. */
function notePublished({ entity, context, checks }: Examination, times: readonly SigningTime[]): void {
  const [first] = times;
  if (first === undefined || checks.some(({ outcome }) => outcome === 'failed' || outcome === 'indeterminate')) return;
  const statement = statementOf(entity);
  if (statement?.ok !== true || !statement.value.predicateType.startsWith(NPM_PUBLISH)) return;
  for (const { digest } of statement.value.subject) {
    const sha512 = digest.get('sha512');
    if (sha512 !== undefined) context.published?.note(sha512, first.time);
  }
}

/**
 * `key.trusted` and `package.signature`: one signature of the registry over name, version and integrity must stand, under a key
 * that was valid when the package was published. That is known from the registry's attestation, or by the examiner's word.
 */
export function examineRegistryPackage(examination: Examination): void {
  const { entity, context, checks, findings } = examination;
  const { registry, signatures, at, content } = entity;
  if (registry?.kind !== 'signature' || content.kind !== 'message' || content.digest === null) return;
  const [first, ...others] = signatures.map(({ keyHint, sig }) => {
    const keyId = keyHint ?? '';
    const published = context.published?.find(encodeHex(content.digest!.value)) ?? null;
    const judged = verifyRegistrySignature({
      ...registry,
      keyId,
      signature: encodeBase64(sig),
      keys: context.registryKeys ?? bundledRegistryKeys().keys,
      signedAt: published ?? context.signedAt,
      judgedAt: context.at,
      engine: context.engine,
      at,
    });
    return { keyId, judged, stands: judged.every(({ outcome }) => outcome === 'passed') };
  });
  if (first === undefined) {
    examination.skip('envelope.signatures', 'key.trusted', 'package.signature');
    return;
  }
  const counted = [first, ...others].find(({ stands }) => stands) ?? first;
  checks.push(...counted.judged);
  for (const { keyId, stands } of [first, ...others]) {
    if (stands) examination.signers.push({ name: `npm registry key ${keyId}` });
    else if (counted.stands) findings.push(finding('signature-not-counted', at, `by ${escapeText(keyId, 96)}`));
  }
}

function outside(keys: readonly RegistryKey[], instant: Instant | null, judgedAt: Instant) {
  const problems = keys.map((key) => keyWindowAt(key, instant, judgedAt));
  return problems.includes(null) ? null : problems[0]!;
}
