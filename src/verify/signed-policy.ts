// SPDX-License-Identifier: Apache-2.0
import { sha256Hex } from '../crypto/digest.ts';
import type { Engine } from '../crypto/engine.ts';
import { parseJson } from '../encoding/json.ts';
import { recogniseEnvelope } from '../envelope/envelopes.ts';
import { openEvidence } from '../envelope/open-evidence.ts';
import type { Bytes, Sha256 } from '../model/bytes.ts';
import { type Check, notPassed, passed, skipped } from '../model/check.ts';
import type { Instant } from '../model/instant.ts';
import { attempt } from '../model/malformed.ts';
import { DEFAULT_POLICY, type Policy } from '../model/policy.ts';
import type { PolicySignature } from '../model/policy-document.ts';
import type { ItemFacts } from '../model/report.ts';
import type { TrustedKey, TrustedRoot } from '../model/trusted-root.ts';
import { judge } from '../policy/judge.ts';
import type { IdentityCriteria } from '../trust/identity.ts';
import type { RevocationData } from '../trust/revocation/data.ts';
import { EMPTY_ITEM, readCheck } from './compose-report.ts';
import { type PolicyForm, policyForm } from './policy-payload.ts';
import type { ExaminationContext } from './request.ts';
import { examineUnderRoots } from './under-roots.ts';

/** Who must have signed a policy, under what trust, at which instant. Nothing that is asked of the evidence has a say in it. */
export interface PolicySigner {
  readonly engine: Engine;
  readonly at: Instant;
  readonly atIsClock: boolean;
  readonly clockFloor: Instant;
  readonly roots: readonly TrustedRoot[];
  readonly revocation?: RevocationData;
  /** Each of them must have signed; empty: a certificate of `identity` must have. */
  readonly keys: readonly TrustedKey[];
  readonly identity: IdentityCriteria | null;
  /** Checks of the trusted roots that were pinned or bounded in age. */
  rootChecks(item: ItemFacts): readonly Check[];
}

export interface PolicyBytes {
  readonly name: string;
  readonly bytes: Bytes;
}

export type ExaminedPolicy =
  | {
      readonly ok: true;
      /** The policy's own bytes, and where they stand. */
      readonly policy: PolicyBytes;
      /** What the signed type says of them; null: a file beside its bundle may be either. */
      readonly form: PolicyForm | null;
      readonly signature: PolicySignature;
    }
  | { readonly ok: false; readonly item: ItemFacts };

/**
 * Verifies who signed a policy, by the line that evidence goes through, before anything in it is read as a policy.
 *
 * @param envelope the file that carries the signature: a DSSE envelope or a Sigstore bundle
 * @param beside the policy itself, where the bundle signs a file that lies beside it; null: the payload is the policy
 */
export function examinePolicy(envelope: PolicyBytes, beside: PolicyBytes | null, signer: PolicySigner): ExaminedPolicy {
  const { name, bytes } = envelope;
  const place = { evidence: name, pointer: '' };
  const opened = openEvidence(bytes, place);
  const refused = (...checks: readonly Check[]): ExaminedPolicy => {
    const item = { ...EMPTY_ITEM, name, kind: 'unknown', checks: [readCheck(name), ...checks] };
    return { ok: false, item };
  };
  const noEnvelope = (detail: string): ExaminedPolicy =>
    refused(
      notPassed('envelope.format', place, 'policy-unsigned', detail),
      skipped('envelope.signatures', place, 'envelope.format'),
    );
  if (!opened.ok) return looksPlain(bytes, opened.checks) ? noEnvelope(NO_ENVELOPE) : refused(...opened.checks);
  const [entity, ...others] = opened.value;
  if (others.length > 0) return noEnvelope(`the file holds ${others.length + 1} envelopes: a policy is one`);

  const context = contextOf(signer);
  const artifacts =
    beside === null ? [] : [{ name: beside.name, bytes: beside.bytes, digests: new Map(), given: 'file' as const }];
  const one = { entity, checks: [readCheck(name), ...opened.checks], findings: opened.findings };
  const examined = examineUnderRoots(one, artifacts, context);
  const item = { ...examined, checks: [...signer.rootChecks(examined), ...examined.checks] };
  if (judge(item, context.policy).exitCode !== 0) return { ok: false, item };
  const { content } = entity;
  const signature = signatureOf(item, { name, sha256: sha256Hex(bytes) });
  if (content.kind === 'message') {
    if (beside === null) throw new Error('a message signature was accepted without the file that it covers');
    return { ok: true, policy: beside, form: null, signature };
  }
  if (content.kind !== 'dsse') throw new Error('a policy was accepted in an envelope that carries none');
  const pointer = entity.envelope === 'sigstore-bundle' ? '/dsseEnvelope/payload' : '/payload';
  const policy = { name: `${name}#${entity.at.pointer}${pointer}`, bytes: content.payload };
  return { ok: true, policy, form: policyForm(content.payloadType), signature };
}

/** Check `policy-file.digest`: is the policy, without the envelope that may carry it, the one that was pinned. */
export function checkPolicyDigest({ name, bytes }: PolicyBytes, pinned: Sha256): Check {
  const computed = sha256Hex(bytes);
  const place = { evidence: name, pointer: '' };
  if (computed === pinned) return passed('policy-file.digest', place, { computed, pinned });
  const detail = `its digest is sha256:${computed}`;
  return notPassed('policy-file.digest', place, 'policy-file-digest', detail, { computed, pinned });
}

/** A policy that is not the one pinned, as what a report tells of it. */
export function otherPolicy(name: string, check: Check): ItemFacts {
  return { ...EMPTY_ITEM, name, kind: 'policy', checks: [readCheck(name), check] };
}

/** Whether the file is an envelope of some kind, be it a broken one: then it is no plain policy. */
export function isEnvelope({ name, bytes }: PolicyBytes): boolean {
  const document = attempt(() => parseJson(bytes));
  if (document.ok) return recogniseEnvelope(document.value) !== null;
  return openEvidence(bytes, { evidence: name, pointer: '' }).ok;
}

const NO_ENVELOPE = 'the file is neither a DSSE envelope nor a Sigstore bundle';
/** Of bytes that are no JSON at all, or JSON of no kind of envelope. */
const OF_PLAIN_FILES: ReadonlySet<string> = new Set([
  'input-empty',
  'input-not-recognised',
  'json-invalid',
  'utf8-invalid',
]);

function looksPlain(bytes: Bytes, checks: readonly Check[]): boolean {
  const brace = bytes.find((octet) => octet > 0x20) === 0x7b;
  return checks.some((check) => {
    if (check.id !== 'envelope.format' || check.outcome === 'passed' || check.outcome === 'skipped') return false;
    return check.reason === 'input-not-recognised' || (!brace && OF_PLAIN_FILES.has(check.reason));
  });
}

/** Nothing of it comes from what is asked of the evidence, so that no flag that weakens that can weaken this. */
function contextOf(signer: PolicySigner): ExaminationContext & { readonly policy: Policy } {
  const { engine, at, atIsClock, clockFloor, roots, keys, identity, revocation } = signer;
  const distinct = new Set(keys.map(({ key }) => key.fingerprint)).size;
  return {
    ...{ engine, at, atIsClock, clockFloor, roots, keys, identity },
    ...(revocation === undefined ? {} : { revocation }),
    skewSeconds: 0,
    notBefore: null,
    notAfter: null,
    signedAt: null,
    extraTimestampAuthorities: [],
    extraTimestamps: [],
    witnesses: [],
    hmacSecret: null,
    artifactUnread: false,
    predicateType: null,
    policy: { ...DEFAULT_POLICY, signatureThreshold: Math.max(1, distinct) },
    payload: 'policy',
  };
}

function signatureOf(item: ItemFacts, file: { readonly name: string; readonly sha256: string }): PolicySignature {
  const signers = item.signers.map(({ identity, issuer, fingerprint }) =>
    typeof identity === 'string' && typeof issuer === 'string'
      ? { identity, issuer }
      : { fingerprint: String(fingerprint) },
  );
  const times = item.times.filter(({ trusted }) => trusted).map(({ instant }) => instant);
  return { envelope: { ...file, kind: item.kind }, signers, times: [...new Set(times)] };
}
