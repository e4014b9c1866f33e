// SPDX-License-Identifier: Apache-2.0
import type { Engine } from '../crypto/engine.ts';
import { formatInstant } from '../encoding/rfc3339.ts';
import { type Bytes, equalBytes } from '../model/bytes.ts';
import {
  type Check,
  type Finding,
  finding,
  type Locator,
  malformedCheck,
  notPassed,
  passed,
  skipped,
} from '../model/check.ts';
import type { Instant } from '../model/instant.ts';
import { attempt, Malformed } from '../model/malformed.ts';
import type { SignerIdentity } from '../model/signer.ts';
import type { TrustedRoot } from '../model/trusted-root.ts';
import { type IdentityCriteria, matchIdentity } from '../trust/identity.ts';
import { prepareAnchors, validateAgainstAuthorities } from '../x509/authorities.ts';
import { type Certificate, parseCertificate } from '../x509/certificate.ts';
import { fulcioIdentity } from '../x509/fulcio.ts';
import { verifyScts } from '../x509/sct.ts';
import { schemeUnderKey } from '../x509/signature-algorithm.ts';
import type { Issuer } from '../x509/trust-anchor.ts';

/** The certificates that an envelope brought, read but not verified. */
export interface ReadCertificates {
  readonly leaf: Certificate;
  readonly extras: readonly Certificate[];
}

export interface CertificateResult {
  readonly checks: readonly Check[];
  readonly findings: readonly Finding[];
}

/**
 * Reads the chain of an envelope. A self-signed certificate in it is either one of the trusted root, which is set aside and
 * listed, or refuses: evidence brings no trust (attacks E04).
 */
export function readCertificates(
  chain: readonly Bytes[],
  root: TrustedRoot,
  engine: Engine,
  at: Locator,
): { readonly read: ReadCertificates | null } & CertificateResult {
  const findings: Finding[] = [];
  const parsed = attempt(() => {
    const [leaf, ...rest] = chain.map((der) => parseCertificate(der));
    if (leaf === undefined) throw new Malformed('certificate-format', 'the chain is empty');
    const extras = rest.filter((certificate) => !isSetAside(certificate, root, engine, at, findings));
    return { leaf, extras };
  });
  if (!parsed.ok) return { read: null, checks: [malformedCheck('certificate.format', at, parsed.problem)], findings };
  const { leaf, extras } = parsed.value;
  const held = [leaf, ...extras];
  const repeated = held.filter((one, i) => held.findIndex(({ der }) => equalBytes(der, one.der)) < i);
  for (const { fingerprint } of repeated) findings.push(finding('certificate-duplicate', at, fingerprint));
  for (const { code, detail } of leaf.findings) findings.push(finding(code, at, detail));
  const facts = {
    fingerprint: leaf.fingerprint,
    notBefore: formatInstant(leaf.notBefore),
    notAfter: formatInstant(leaf.notAfter),
    certificates: chain.length,
  };
  return { read: { leaf, extras }, checks: [passed('certificate.format', at, facts)], findings };
}

function isSetAside(
  certificate: Certificate,
  root: TrustedRoot,
  engine: Engine,
  at: Locator,
  findings: Finding[],
): boolean {
  if (!isSelfSigned(certificate, engine)) return false;
  const known = root.certificateAuthorities.some(({ chain }) => chain.some((der) => equalBytes(der, certificate.der)));
  if (!known) {
    throw new Malformed(
      'certificate-extra-anchor',
      `certificate ${certificate.fingerprint} is self-signed and in no trusted root`,
    );
  }
  findings.push(finding('certificate-anchor-in-bundle', at, certificate.fingerprint));
  return true;
}

/** Self-issued is not enough: a certification authority that changes its key issues such a certificate to itself. */
function isSelfSigned({ selfIssued, key, signatureAlgorithm, tbs, signature }: Certificate, engine: Engine): boolean {
  if (!selfIssued || key === null) return selfIssued;
  const scheme = attempt(() => schemeUnderKey(signatureAlgorithm, key));
  return !scheme.ok || engine.verify(scheme.value, key, tbs, signature) === 'valid';
}

export interface CertificateRequest {
  readonly read: ReadCertificates;
  readonly root: TrustedRoot;
  readonly times: readonly Instant[];
  /** What the examiner says, for where no time has verified; null: he says nothing that could be. */
  readonly examinerTime: Instant | null;
  readonly engine: Engine;
  readonly certificateLogThreshold: number;
  readonly criteria: IdentityCriteria | null;
  /** A certificate timestamp later than this is from the future. */
  readonly notLaterThan: Instant;
  readonly at: Locator;
}

/** Path at every verified time, certificate logs, identity: in that order, each told whatever the others said. */
export function examineCertificate(request: CertificateRequest): CertificateResult & {
  readonly identity: SignerIdentity | null;
  /** Leaf first; null where none was established. */
  readonly path: readonly Certificate[] | null;
} {
  const { read, at } = request;
  const checks: Check[] = [];
  const findings: Finding[] = [];
  const { check, issuer, path } = examinePath(request);
  const used = (path ?? []).map(({ fingerprint }) => fingerprint);
  checks.push(check);
  for (const extra of read.extras) {
    if (issuer !== null && !used.includes(extra.fingerprint))
      findings.push(finding('certificate-unused', at, extra.fingerprint));
  }
  examineScts(request, issuer, checks, findings);
  const identity = attempt(() => fulcioIdentity(read.leaf));
  if (!identity.ok) checks.push(malformedCheck('certificate.identity', at, identity.problem));
  else checks.push(matchIdentity(request.criteria ?? { identity: null, issuer: null }, identity.value, at));
  const established = check.outcome === 'passed' ? path : null;
  return { checks, findings, identity: identity.ok ? identity.value : null, path: established };
}

interface ExaminedPath {
  readonly check: Check;
  readonly issuer: Issuer | null;
  readonly path: readonly Certificate[] | null;
}

function examinePath(request: CertificateRequest): ExaminedPath {
  const { times, examinerTime, at } = request;
  if (times.length > 0) return examinePathAt(request, times);
  const waits = { check: skipped('certificate.path', at, 'time.threshold'), issuer: null, path: null };
  if (examinerTime === null) return waits;
  // His word proves nothing, and so it refutes nothing either. What it would show is told, for a policy that takes it.
  const told = examinePathAt(request, [examinerTime]);
  if (told.check.outcome !== 'passed') return waits;
  const detail = `no time has verified; at ${formatInstant(examinerTime)} the certificate leads to a trusted root`;
  return { ...told, check: notPassed('certificate.path', at, 'path-examiner-time', detail, told.check.facts) };
}

function examinePathAt({ read, root, engine, at }: CertificateRequest, times: readonly Instant[]): ExaminedPath {
  const { authorities } = prepareAnchors(root.certificateAuthorities);
  const result = validateAgainstAuthorities({
    leaf: read.leaf,
    extraIntermediates: read.extras,
    authorities,
    times,
    purpose: 'codeSigning',
    engine,
  });
  const facts = { times: times.map(formatInstant), trustedRoot: root.origin.sha256 };
  if (!result.ok)
    return {
      check: malformedCheck('certificate.path', at, result.problem, facts),
      issuer: result.path?.issuer ?? null,
      path: null,
    };
  const used = result.path.map((certificate) => certificate.fingerprint);
  return {
    check: passed('certificate.path', at, { ...facts, authority: result.authority.authority.uri, path: used }),
    issuer: result.issuer,
    path: result.path,
  };
}

function examineScts(request: CertificateRequest, issuer: Issuer | null, checks: Check[], findings: Finding[]): void {
  const { read, root, engine, at, certificateLogThreshold } = request;
  if (issuer === null) {
    checks.push(skipped('sct.signature', at, 'certificate.path'), skipped('sct.threshold', at, 'certificate.path'));
    return;
  }
  const results = attempt(() =>
    verifyScts({ certificate: read.leaf, issuer, logs: root.ctlogs, engine, notLaterThan: request.notLaterThan }),
  );
  if (!results.ok) {
    checks.push(malformedCheck('sct.signature', at, results.problem), skipped('sct.threshold', at, 'sct.signature'));
    return;
  }
  const distinct = new Set<string>();
  let bad = false;
  for (const result of results.value) {
    const sct = { log: result.logId, time: formatInstant(result.time) };
    if (result.status === 'verified') {
      distinct.add(result.value.logKey);
      checks.push(passed('sct.signature', at, sct));
    } else if (result.status === 'unknown') findings.push(finding('sct-log-unknown', at, result.detail));
    else {
      bad = true;
      checks.push(malformedCheck('sct.signature', at, result.problem, sct));
    }
  }
  if (distinct.size === 0 && !bad) {
    bad = true;
    checks.push(
      results.value.length === 0
        ? notPassed('sct.signature', at, 'sct-absent', 'the certificate has no embedded timestamps')
        : notPassed(
            'sct.signature',
            at,
            'sct-log-unknown',
            `none of ${results.value.length} timestamps is of a trusted log`,
          ),
    );
  }
  const facts = { distinctLogs: distinct.size, threshold: certificateLogThreshold, logs: [...distinct].sort() };
  if (distinct.size >= certificateLogThreshold && (distinct.size > 0 || certificateLogThreshold === 0)) {
    checks.push(passed('sct.threshold', at, facts));
  } else if (bad) checks.push(skipped('sct.threshold', at, 'sct.signature'));
  else
    checks.push(
      notPassed(
        'sct.threshold',
        at,
        'sct-threshold',
        `${distinct.size} of ${certificateLogThreshold} certificate logs`,
        facts,
      ),
    );
}
