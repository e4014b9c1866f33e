// SPDX-License-Identifier: Apache-2.0
import { sha256 } from '../crypto/digest.ts';
import { type Engine, outcomeReason } from '../crypto/engine.ts';
import { encodeHex } from '../encoding/hex.ts';
import { formatInstant } from '../encoding/rfc3339.ts';
import { type Bytes, equalBytes, type Sha256 } from '../model/bytes.ts';
import { type Instant, windowContains } from '../model/instant.ts';
import type { Problem } from '../model/malformed.ts';
import type { PublicKey, SchemeId } from '../model/public-key.ts';
import type { TransparencyLog } from '../model/trusted-root.ts';
import { mintVerified, type Verified } from '../model/verified.ts';
import type { Certificate } from './certificate.ts';
import { precertificateTbs } from './precertificate.ts';
import { readScts, type Sct } from './sct-list.ts';

export { readScts, type Sct } from './sct-list.ts';

/** What a verified timestamp establishes: this log had this certificate at this time. */
export interface LoggedCertificate {
  readonly log: TransparencyLog;
  /** Distinct logs have distinct keys (attacks C03): thresholds count these. */
  readonly logKey: Sha256;
  readonly time: Instant;
}

export type SctResult = {
  /** Hexadecimal. */
  readonly logId: string;
  readonly time: Instant;
} & (
  | { readonly status: 'verified'; readonly value: Verified<LoggedCertificate> }
  /** The log is not in the trusted root, or the version is not known: counts for nothing, and refutes nothing. */
  | { readonly status: 'unknown'; readonly detail: string }
  /** A trusted log is named, and the timestamp is wrong: refuses the certificate. */
  | { readonly status: 'failed'; readonly problem: Problem }
);

export interface SctRequest {
  readonly certificate: Certificate;
  /** The issuer that the path has used: its key is part of what the log signed. */
  readonly issuer: { readonly spki: Bytes };
  readonly logs: readonly TransparencyLog[];
  readonly engine: Engine;
  /** Where given, a timestamp later than this is from the future and fails. */
  readonly notLaterThan?: Instant;
}

/**
 * Judges each embedded timestamp (RFC 6962 §3.2, §3.3) on its own. How many distinct logs are enough is the caller's.
 *
 * @returns one result per timestamp, in order; none where the certificate has none
 * @throws Malformed `sct-format`, `der-invalid`, `limit-exceeded`
 */
export function verifyScts(request: SctRequest): SctResult[] {
  const scts = readScts(request.certificate);
  const tbs = precertificateTbs(request.certificate);
  if (tbs === null) return [];
  const issuerKeyHash = sha256(request.issuer.spki);
  return scts.map((sct) => judge(sct, sctSignedBytes(sct, issuerKeyHash, tbs), request));
}

function judge(sct: Sct, signed: Bytes, { logs, engine, notLaterThan }: SctRequest): SctResult {
  const base = { logId: encodeHex(sct.logId), time: sct.time };
  if (sct.version !== 0)
    return { ...base, status: 'unknown', detail: `a timestamp of version ${sct.version + 1}, not 1` };
  const known = logs.filter((log) => equalBytes(log.logId, sct.logId));
  if (known.length === 0) return { ...base, status: 'unknown', detail: `log ${base.logId} is not in the trusted root` };
  if (notLaterThan !== undefined && sct.time > notLaterThan) {
    const detail = `the certificate timestamp of ${formatInstant(sct.time)} is later than ${formatInstant(notLaterThan)}`;
    return { ...base, status: 'failed', problem: { reason: 'sct-order', detail } };
  }
  let best: Problem | null = null;
  // One id may stand in the root more than once, with windows that follow each other.
  for (const log of known) {
    const problem = signatureProblem(sct, signed, log, engine) ?? windowProblem(sct, log);
    if (problem === null) {
      const value = mintVerified({ log, logKey: log.key.fingerprint, time: sct.time });
      return { ...base, status: 'verified', value };
    }
    if (best === null || problem.reason === 'sct-window') best = problem;
  }
  return { ...base, status: 'failed', problem: best! };
}

function signatureProblem(sct: Sct, signed: Bytes, log: TransparencyLog, engine: Engine): Problem | null {
  const name = log.baseUrl || encodeHex(log.logId);
  if (log.key.weakness !== null) return { reason: 'key-weak', detail: `${log.key.weakness} (certificate log ${name})` };
  const scheme = schemeOf(sct, log.key);
  if (scheme === null) {
    const algorithms = `hash ${sct.hashAlgorithm}, signature ${sct.signatureAlgorithm}`;
    return {
      reason: 'sct-signature',
      detail: `the timestamp names algorithms (${algorithms}) that do not fit the key of ${name}`,
    };
  }
  const outcome = engine.verify(scheme, log.key, signed, sct.signature);
  const reason = outcomeReason(outcome);
  if (reason === null) return null;
  const isWrong = outcome === 'invalid' || outcome === 'signature-encoding';
  return {
    reason: isWrong ? 'sct-signature' : reason,
    detail: `the timestamp does not verify under the key of ${name}`,
  };
}

const SHA256 = 4;
const RSA = 1;
const ECDSA = 3;

/** RFC 6962 §2.1.4: SHA-256, with ECDSA or with RSA PKCS#1 v1.5. */
function schemeOf({ hashAlgorithm, signatureAlgorithm }: Sct, { kind }: PublicKey): SchemeId | null {
  if (hashAlgorithm !== SHA256) return null;
  if (kind === 'rsa') return signatureAlgorithm === RSA ? 'rsa-pkcs1v15-sha256' : null;
  if (kind === 'ed25519' || kind === 'ml-dsa-44') return null;
  return signatureAlgorithm === ECDSA ? `${kind}-sha256` : null;
}

function windowProblem({ time }: Sct, log: TransparencyLog): Problem | null {
  if (windowContains(log.validFor, time)) return null;
  const name = log.baseUrl || encodeHex(log.logId);
  return {
    reason: 'sct-window',
    detail: `the timestamp of ${formatInstant(time)} lies outside the validity of ${name}`,
  };
}

/** The digitally-signed struct of RFC 6962 §3.2: version and type 0, entry type 1 (precert_entry). */
export function sctSignedBytes({ milliseconds, extensions }: Sct, issuerKeyHash: Bytes, tbs: Bytes): Bytes {
  const tbsStart = ENTRY_START + issuerKeyHash.length + 3;
  const extensionsStart = tbsStart + tbs.length + 2;
  const signed = new Uint8Array(extensionsStart + extensions.length);
  const view = new DataView(signed.buffer);
  view.setBigUint64(2, milliseconds);
  view.setUint16(ENTRY_START - 2, 1);
  signed.set(issuerKeyHash, ENTRY_START);
  // A 24-bit length: a certificate is bounded far below.
  view.setUint8(tbsStart - 3, tbs.length >>> 16);
  view.setUint16(tbsStart - 2, tbs.length & 0xffff);
  signed.set(tbs, tbsStart);
  view.setUint16(extensionsStart - 2, extensions.length);
  signed.set(extensions, extensionsStart);
  return signed;
}

/** Behind version, type, time and entry type. */
const ENTRY_START = 12;
