// SPDX-License-Identifier: Apache-2.0
import type { Engine } from '../crypto/engine.ts';
import { type Bytes, equalBytes } from '../model/bytes.ts';
import { type Check, type Facts, type Finding, type Locator, notPassed, passed, skipped } from '../model/check.ts';
import type { CertificateAuthority } from '../model/trusted-root.ts';
import { type Certificate, parseCertificate } from '../x509/certificate.ts';
import { commonNames, nameText } from '../x509/name-text.ts';
import { timestampAuthorityFromCertificates } from './given-authority.ts';
import { type PathWitness, type Stamped, type TimestampOutcome, verifyTimestamp } from './rfc3161.ts';
import { type TimeEntry, timeEntry } from './table.ts';
import { timestampFacts } from './token.ts';

export type CheckTimestampRequest = Stamped & {
  /** DER of a TimeStampResp or of a bare TimeStampToken. */
  readonly tsr: Bytes;
  /** DER certificates, roots and intermediates mixed: the self-issued ones are trusted. Without any, no authority is known. */
  readonly roots: readonly Bytes[];
  /** Authorities that a trusted root names, each in its window. */
  readonly authorities?: readonly CertificateAuthority[];
  /** What is known of revoked authorities; absent: nothing. */
  readonly witness?: PathWitness | undefined;
  /** DER of the one certificate that must have signed. */
  readonly tsaCert?: Bytes;
  /** What the common name of its subject must be, exactly. */
  readonly tsaName?: string;
  readonly engine: Engine;
  readonly at: Locator;
};

/**
 * `check timestamp`: one token over given data, under given certificates, alone. Nothing is said of the age of the roots.
 *
 * @throws Malformed `certificate-format` and the like, for what is wrong with `roots` or `tsaCert`: the examiner's own files
 */
export function checkTimestamp(request: CheckTimestampRequest): CheckedTimestamp {
  const { tsr, tsaCert, tsaName, engine, at } = request;
  const authorities = authoritiesFrom(request.roots, request.authorities ?? [], tsaCert);
  const outcome = verifyTimestamp({ ...request, token: tsr, authorities, engine, at });
  const checks: Check[] = [];
  if (outcome.kind === 'unknown-authority') {
    const facts = timestampFacts(outcome.token);
    checks.push(notPassed('time.timestamp', at, outcome.reason, outcome.finding.detail, facts));
  } else if (outcome.kind === 'verified' && tsaCert !== undefined && !equalBytes(outcome.signer.der, tsaCert)) {
    const detail = `${nameText(outcome.signer.subject)} has signed, with another certificate than the one given`;
    checks.push(notPassed('time.timestamp', at, 'timestamp-signer', detail, outcome.check.facts));
  } else checks.push(outcome.check);
  const signed = outcome.kind === 'verified' && checks[0]?.outcome === 'passed';
  if (tsaName !== undefined) {
    checks.push(
      signed ? nameCheck(outcome.signer, tsaName, at) : skipped('certificate.identity', at, 'time.timestamp'),
    );
  }
  const trusted = signed && checks.every((check) => check.outcome === 'passed');
  return { checks, ...whatItShows(outcome, trusted) };
}

export interface CheckedTimestamp {
  readonly checks: readonly Check[];
  readonly findings: readonly Finding[];
  /** The time that the token states, trusted where every check passed; null where the token cannot be read. */
  readonly time: TimeEntry | null;
  /** Who made the token, where that is shown. */
  readonly signer: Facts | null;
}

function whatItShows(outcome: TimestampOutcome, trusted: boolean): Omit<CheckedTimestamp, 'checks'> {
  if (outcome.kind === 'verified' && trusted) {
    return {
      findings: outcome.findings,
      time: timeEntry(outcome.time, 'the data existed then'),
      signer: { name: nameText(outcome.signer.subject), fingerprint: outcome.signer.fingerprint },
    };
  }
  const { token } = outcome;
  const findings = outcome.kind === 'verified' ? outcome.findings : [];
  if (token === null) return { findings, time: null, signer: null };
  const source = `rfc3161-timestamp ${timestampFacts(token)['signerId']}`;
  return { findings, time: { source, instant: token.info.genTime, trusted: false, usedFor: 'nothing' }, signer: null };
}

function nameCheck(signer: Certificate, wanted: string, at: Locator): Check {
  const names = commonNames(signer.subject);
  const facts = { commonNames: names, wanted };
  if (names.length === 1 && names[0] === wanted) return passed('certificate.identity', at, facts);
  return notPassed('certificate.identity', at, 'timestamp-name', `the signer is ${nameText(signer.subject)}`, facts);
}

/** The certificate that must have signed stands below every root: it is at hand where the token has none, and no root by itself. */
function authoritiesFrom(
  roots: readonly Bytes[],
  named: readonly CertificateAuthority[],
  tsaCert: Bytes | undefined,
): CertificateAuthority[] {
  const isRootGiven = roots.map((der) => parseCertificate(der)).some(({ selfIssued }) => selfIssued);
  const authorities = [...(isRootGiven ? timestampAuthorityFromCertificates(roots) : []), ...named];
  if (tsaCert === undefined) return authorities;
  const { der } = parseCertificate(tsaCert);
  return authorities.map((authority) => ({ ...authority, chain: [der, ...authority.chain] }));
}
