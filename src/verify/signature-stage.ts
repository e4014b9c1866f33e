// SPDX-License-Identifier: Apache-2.0
import { ALGORITHMS, defaultScheme, detachedSchemes, schemeFits } from '../crypto/algorithms.ts';
import { outcomeReason, type VerifyOutcome } from '../crypto/engine.ts';
import { decodeHex } from '../encoding/hex.ts';
import type { LoggedEntry } from '../log/logged-entry.ts';
import type { Bytes } from '../model/bytes.ts';
import { finding, malformedCheck, notPassed, passed } from '../model/check.ts';
import { attempt, Malformed } from '../model/malformed.ts';
import type { PublicKey, SchemeId } from '../model/public-key.ts';
import type { SignedEntity } from '../model/signed-entity.ts';
import type { TrustedKey } from '../model/trusted-root.ts';
import type { Certificate } from '../x509/certificate.ts';
import { artifactDigest } from './artifact-stage.ts';
import type { Examination } from './examination.ts';
import { verifyPlainSignatures } from './plain-signatures.ts';

const SIGNATURE_CHECKS = ['signature.valid', 'signature.threshold'] as const;

/** The one signature of an entity that a certificate's key has made. */
export function examineCertificateSignature(
  examination: Examination,
  { key, keyProblem }: Certificate,
  logged: readonly LoggedEntry[],
): void {
  const { entity, checks } = examination;
  const scheme = attempt(() => {
    if (key === null)
      throw new Malformed(keyProblem?.reason ?? 'key-format', keyProblem?.detail ?? 'it cannot be read');
    if (key.weakness !== null) throw new Malformed('key-weak', key.weakness);
    return schemesOf(examination, key, logged);
  });
  if (!scheme.ok) {
    checks.push(malformedCheck('key.trusted', entity.at, scheme.problem));
    examination.skip('key.trusted', ...SIGNATURE_CHECKS);
    return;
  }
  const [signature] = entity.signatures;
  if (signature === undefined) examination.skip('envelope.signatures', ...SIGNATURE_CHECKS);
  else examineSignature(examination, key!, scheme.value, signature.sig);
}

/** The signatures of an entity whose signer is a key that the examiner gave, or nobody. */
export function examineKeySignatures(examination: Examination): void {
  const { content, at, signatures } = examination.entity;
  const { keys, hmacSecret, engine, policy, identity } = examination.context;
  if (signatures.length > 0 && keys.length === 0 && hmacSecret === null && identity !== null) {
    const detail = 'the evidence brings no certificate, so that no identity can be compared: give --key';
    examination.checks.push(notPassed('key.trusted', at, 'signer-key-unknown', detail));
    examination.skip('key.trusted', ...SIGNATURE_CHECKS);
    return;
  }
  if (content.kind === 'message') {
    examineMessageKey(examination);
    return;
  }
  const threshold = policy.signatureThreshold;
  const message = content.kind === 'dsse' ? content.pae : content.payload;
  const detached = DETACHED.has(examination.entity.envelope);
  const request = { message, signatures, keys, hmacSecret, threshold, engine, at, acceptWeak: false, detached };
  const result = verifyPlainSignatures(request);
  examination.add(result);
  for (const { name, fingerprint, scheme } of result.signers) noteSigner(examination, name, fingerprint, scheme);
}

/** Of several given keys, the one under which the first signature verifies; else the first. Log entries must name it. */
export function chosenKey(examination: Examination, keys: readonly TrustedKey[]): TrustedKey | undefined {
  const sig = examination.entity.signatures[0]?.sig;
  if (keys.length < 2 || sig === undefined) return keys[0];
  return (
    keys.find((one) => tried(examination, one.key, schemesFor(examination, one), sig).outcome === 'valid') ?? keys[0]
  );
}

function examineMessageKey(examination: Examination): void {
  const { entity, context, checks } = examination;
  const [signature] = entity.signatures;
  const chosen = chosenKey(
    examination,
    context.keys.filter(({ key }) => key.weakness === null),
  );
  if (chosen === undefined || signature === undefined) {
    const weakness = context.keys[0]?.key.weakness ?? null;
    checks.push(
      weakness === null
        ? notPassed('key.trusted', entity.at, 'signer-key-unknown', 'no key was given for this signature')
        : notPassed('key.trusted', entity.at, 'key-weak', weakness),
    );
    examination.skip('key.trusted', ...SIGNATURE_CHECKS);
    return;
  }
  const { key, name } = chosen;
  checks.push(passed('key.trusted', entity.at, { fingerprint: key.fingerprint, key: name }));
  const scheme = examineSignature(examination, key, schemesFor(examination, chosen), signature.sig);
  if (scheme !== null) noteSigner(examination, name, key.fingerprint, scheme);
}

function noteSigner(examination: Examination, name: string, fingerprint: string | null, scheme: string): void {
  examination.signers.push({ name, fingerprint, scheme });
  if (fingerprint === null || examination.identity !== null) return;
  examination.identity = { kind: 'key', name, fingerprint: fingerprint as PublicKey['fingerprint'] };
}

type Schemes = readonly [SchemeId, ...SchemeId[]];

/**
 * One signature over the content; over a message only where the artifact is the one that the bundle names.
 *
 * @returns the scheme under which it verified; null where it did not
 */
function examineSignature(examination: Examination, key: PublicKey, schemes: Schemes, sig: Bytes): SchemeId | null {
  const { entity, context, checks, artifacts } = examination;
  const { at, content } = entity;
  const other = checks.some(({ id, outcome }) => id === 'subject.digest' && outcome !== 'passed');
  if (content.kind === 'message' && other) {
    examination.skip('subject.digest', ...SIGNATURE_CHECKS);
    return null;
  }
  const { scheme, outcome, over } = tried(examination, key, schemes, sig);
  const facts = { scheme, fingerprint: key.fingerprint, over, engines: [...context.engine.enginesFor(scheme)] };
  if (context.engine.id === 'dual' && facts.engines.length === 1) {
    examination.findings.push(finding('one-engine', at, `${scheme} by ${facts.engines[0]} alone`));
  }
  const reason = outcomeReason(outcome);
  if (reason !== null) {
    checks.push(notPassed('signature.valid', at, reason, detailOf(scheme, over, outcome), facts));
    examination.skip('signature.valid', 'signature.threshold');
    return null;
  }
  if (content.kind === 'message' && content.digest === null) {
    const place = { evidence: artifacts[0]!.name, pointer: '' };
    checks.push(passed('subject.digest', place, { by: 'the signature itself' }));
  }
  checks.push(passed('signature.valid', at, facts));
  const wanted = context.policy.signatureThreshold;
  const counted = { distinctKeys: 1, threshold: wanted };
  checks.push(
    wanted <= 1
      ? passed('signature.threshold', at, counted)
      : notPassed('signature.threshold', at, 'signature-threshold', `1 of ${wanted} distinct keys has signed`, counted),
  );
  return scheme;
}

interface Tried {
  readonly scheme: SchemeId;
  readonly outcome: VerifyOutcome;
  readonly over: string;
}

/**
 * Under each scheme, until it verifies. Engines that disagree about one are never outvoted; where it verifies under none, what
 * could not be computed says more than what does not fit.
 */
function tried(examination: Examination, key: PublicKey, schemes: Schemes, sig: Bytes): Tried {
  const all: Tried[] = [];
  for (const scheme of schemes) {
    const one = { scheme, ...outcomeOf(examination, key, scheme, sig) };
    if (one.outcome === 'valid' || one.outcome === 'engines-disagree') return one;
    all.push(one);
  }
  return all.find(({ outcome }) => outcome !== 'invalid') ?? all[0]!;
}

/** Signatures in files of their own, and cosign's old forms: nothing beside them says the hash. */
const DETACHED: ReadonlySet<string> = new Set<SignedEntity['envelope']>([
  'cosign-signature',
  'cosign-bundle',
  'cosign-image-signature',
]);

function schemesFor({ entity }: Examination, { scheme, detachedToo }: TrustedKey): Schemes {
  return [scheme, ...(DETACHED.has(entity.envelope) ? (detachedToo ?? []) : [])];
}

function detailOf(scheme: SchemeId, over: string, outcome: VerifyOutcome): string {
  const { hash, byDigest } = ALGORITHMS[scheme];
  if (outcome !== 'signed-data-needed' || over === 'artifact') return `${scheme} over the ${over}: ${outcome}`;
  return byDigest
    ? `${scheme} signs a ${hash} digest, and the artifact is given by another`
    : `${scheme} signs the artifact itself, and only a digest of it is given`;
}

function outcomeOf(
  { entity, artifacts, context }: Examination,
  key: PublicKey,
  scheme: SchemeId,
  sig: Bytes,
): { readonly outcome: VerifyOutcome; readonly over: string } {
  const { engine } = context;
  if (entity.content.kind === 'dsse') {
    return { outcome: engine.verify(scheme, key, entity.content.pae, sig), over: 'DSSE pre-authentication encoding' };
  }
  if (entity.content.kind === 'simple-signing')
    return { outcome: engine.verify(scheme, key, entity.content.payload, sig), over: 'image payload' };
  const [artifact] = artifacts;
  if (artifact === undefined) return { outcome: 'signed-data-needed', over: 'artifact' };
  if (artifact.bytes !== null) return { outcome: engine.verify(scheme, key, artifact.bytes, sig), over: 'artifact' };
  const { hash } = ALGORITHMS[scheme];
  const hex = hash === null ? null : artifactDigest(artifact, hash);
  if (hex === null) return { outcome: 'signed-data-needed', over: 'artifact digest' };
  return { outcome: engine.verifyDigest(scheme, key, decodeHex(hex), sig), over: 'artifact digest' };
}

/**
 * A certificate's P-384 or P-521 key leaves the hash open: it is the one that the verified body of the log entry names. Without
 * one, it is the usual one, and for signatures in files of their own also SHA-256. No unsigned field of the evidence has a say
 * in it (attacks B11).
 */
function schemesOf({ entity }: Examination, key: PublicKey, logged: readonly LoggedEntry[]): Schemes {
  const standard = defaultScheme(key, null);
  if (key.kind !== 'ecdsa-p384' && key.kind !== 'ecdsa-p521') return [standard];
  const named = logged.find(({ hashNamed }) => hashNamed !== null)?.hashNamed ?? null;
  if (named === null) return DETACHED.has(entity.envelope) ? detachedSchemes(key) : [standard];
  const scheme = `${key.kind}-${named}` as SchemeId;
  return [schemeFits(scheme, key) ? scheme : standard];
}
