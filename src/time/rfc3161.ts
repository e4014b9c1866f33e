// SPDX-License-Identifier: Apache-2.0
import { digest } from '../crypto/digest.ts';
import { type Engine, underEngine } from '../crypto/engine.ts';
import { encodeHex } from '../encoding/hex.ts';
import { type Bytes, equalBytes } from '../model/bytes.ts';
import { type Check, type Facts, type Finding, finding, type Locator, malformedCheck, passed } from '../model/check.ts';
import type { Instant } from '../model/instant.ts';
import { attempt, Malformed, type Problem } from '../model/malformed.ts';
import type { HashName, SchemeId } from '../model/public-key.ts';
import type { SigningTime } from '../model/times.ts';
import type { CertificateAuthority } from '../model/trusted-root.ts';
import { mintVerified, type Verified } from '../model/verified.ts';
import type { PreparedAuthority } from '../x509/authorities.ts';
import type { Certificate } from '../x509/certificate.ts';
import { verifySigner } from '../x509/cms-signature.ts';
import { commonNames, nameText } from '../x509/name-text.ts';
import { readHashAlgorithm } from '../x509/signature-algorithm.ts';
import { admit, readAuthorities } from './admission.ts';
import { intervalOf, intervalWithAccuracy } from './interval.ts';
import { parseTimestampToken, type TimestampToken, timestampFacts } from './token.ts';
import { type ClaimedSigner, identifySigner } from './token-signer.ts';

/** What the imprint is taken of: the bytes, or their digest under the hash that the token names. */
export type Stamped = { readonly signed: Bytes } | { readonly imprintOf: (hash: HashName) => Bytes };

/**
 * What speaks against the word of a signer on an instant, as far as revocations are known; null: nothing. `timestamp-authority-revoked`:
 * its tokens count for nothing, whatever they state; any other reason refuses this one.
 */
export type PathWitness = (path: readonly Certificate[], time: Instant) => Problem | null;

export type TimestampRequest = Stamped & {
  /** DER of a TimeStampResp or of a bare TimeStampToken. */
  readonly token: Bytes;
  /** Pass the same list again for the next token: what is known of it is kept with it. */
  readonly authorities: readonly CertificateAuthority[];
  /** Asked with the path of the very signer, wherever its certificates come from; absent: nothing is known of revocations. */
  readonly witness?: PathWitness | undefined;
  readonly engine: Engine;
  readonly at: Locator;
};

export type TimestampOutcome =
  | {
      readonly kind: 'verified';
      readonly time: Verified<SigningTime>;
      readonly signer: Certificate;
      /** The signer first, the trusted certificate last. */
      readonly path: readonly Certificate[];
      readonly token: TimestampToken;
      readonly check: Check;
      readonly findings: readonly Finding[];
    }
  /** It names a trusted authority and is wrong, or it cannot be read at all: it refuses what it stands in. */
  | { readonly kind: 'refused'; readonly token: TimestampToken | null; readonly check: Check }
  /** Counts for nothing: neither for the evidence nor against it. Nobody knows the authority, or others have its key. */
  | {
      readonly kind: 'unknown-authority';
      readonly token: TimestampToken;
      readonly reason: 'timestamp-authority-unknown' | 'timestamp-authority-revoked';
      readonly finding: Finding;
    };

/**
 * Verifies one RFC 3161 token over `signed`, against the time-stamping authorities of a trusted root: signer, its path and
 * purpose at genTime, signature, imprint (RFC 3161 §2.2, §2.4.2; RFC 5816). No certificate of the token becomes trusted.
 */
export function verifyTimestamp(request: TimestampRequest): TimestampOutcome {
  const { at } = request;
  const parsed = attempt(() => parseTimestampToken(request.token));
  if (!parsed.ok) return { kind: 'refused', token: null, check: malformedCheck('time.timestamp', at, parsed.problem) };
  const token = parsed.value;
  const claimed = timestampFacts(token);
  const judged = attempt(() => underEngine(request.engine, () => judgeToken(token, request)));
  if (!judged.ok)
    return { kind: 'refused', token, check: malformedCheck('time.timestamp', at, judged.problem, claimed) };
  if (judged.value === null) {
    const detail = `signer ${claimed['signerId']}, time ${claimed['genTime']}`;
    const reason = 'timestamp-authority-unknown';
    return { kind: 'unknown-authority', token, reason, finding: finding(reason, at, detail) };
  }
  const against = request.witness?.(judged.value.path, judged.value.time.time) ?? null;
  if (against?.reason === REVOKED) {
    const detail = `signer ${claimed['signerId']}, time ${claimed['genTime']}: ${against.detail}`;
    return { kind: 'unknown-authority', token, reason: REVOKED, finding: finding(REVOKED, at, detail) };
  }
  if (against !== null)
    return { kind: 'refused', token, check: malformedCheck('time.timestamp', at, against, claimed) };
  const { signer, path, scheme, time } = judged.value;
  const facts: Facts = {
    ...claimed,
    authority: time.authority,
    authorityId: time.authorityId,
    signer: nameText(signer.subject),
    signerFingerprint: signer.fingerprint,
    scheme,
  };
  const findings = findingsOf(token, signer, scheme, request);
  return { kind: 'verified', time, signer, path, token, check: passed('time.timestamp', at, facts), findings };
}

const REVOKED = 'timestamp-authority-revoked';

interface Judged {
  readonly signer: Certificate;
  readonly path: readonly Certificate[];
  readonly scheme: SchemeId;
  readonly time: Verified<SigningTime>;
}

function judgeToken(token: TimestampToken, request: TimestampRequest): Judged | null {
  const claimed = identifySigner(token, readAuthorities(request.authorities));
  if (claimed === null) return null;
  const { info } = token;
  const [critical] = info.criticalExtensions;
  if (critical !== undefined) throw new Malformed('timestamp-extension', `extension ${critical} of the token`);
  const { certificate: signer } = claimed;
  const { authority, path } = admit(signer, claimed.authorities, claimed.embedded, info.genTime, request.engine);
  const scheme = checkSignature(token, claimed, request.engine);
  checkImprint(token, request);
  return { signer, path, scheme, time: mintVerified(signingTime(token, signer, authority)) };
}

function checkSignature(token: TimestampToken, { certificate }: ClaimedSigner, engine: Engine): SchemeId {
  const { key, keyProblem } = certificate;
  if (key === null) throw new Malformed(keyProblem?.reason ?? 'key-format', `the signer's key: ${keyProblem?.detail}`);
  return verifySigner(token.signedData, token.signer, key, engine);
}

function checkImprint({ info }: TimestampToken, request: Stamped): void {
  const hash = readHashAlgorithm(info.imprintAlgorithm.node);
  if (hash === null)
    throw new Malformed('timestamp-algorithm', `the imprint's hash ${info.imprintAlgorithm.oid} is not accepted`);
  const computed = 'signed' in request ? digest(hash, request.signed) : request.imprintOf(hash);
  if (equalBytes(computed, info.imprint)) return;
  throw new Malformed(
    'timestamp-imprint',
    `the ${hash} is ${encodeHex(computed)}, the token is over ${encodeHex(info.imprint)}`,
  );
}

/** An authority is told from another by the certificate that it is trusted by, whichever leaf it signs with today. */
function signingTime(
  { info }: TimestampToken,
  signer: Certificate,
  { authority, anchor }: PreparedAuthority,
): SigningTime {
  const { genTime, accuracy } = info;
  return {
    source: 'rfc3161-timestamp',
    authority: authority.uri === '' ? (commonNames(signer.subject)[0] ?? nameText(signer.subject)) : authority.uri,
    authorityId: anchor.certificate?.fingerprint ?? signer.fingerprint,
    time: genTime,
    ...(accuracy === null ? intervalOf(genTime) : intervalWithAccuracy(genTime, accuracy)),
  };
}

function findingsOf(
  { info }: TimestampToken,
  signer: Certificate,
  scheme: SchemeId,
  { engine, at }: { engine: Engine; at: Locator },
): Finding[] {
  const findings = signer.findings.map(({ code, detail }) => finding(code, at, detail));
  const { tsa } = info;
  if (tsa?.kind === 'directoryName' && !equalBytes(tsa.name, signer.subject)) {
    const detail = `the token names ${nameText(tsa.name)}, its signer is ${nameText(signer.subject)}`;
    findings.push(finding('timestamp-name-differs', at, detail));
  }
  const [only, ...others] = engine.enginesFor(scheme);
  if (engine.id === 'dual' && others.length === 0)
    findings.push(finding('one-engine', at, `${scheme} by ${only} alone`));
  return findings;
}
