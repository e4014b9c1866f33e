// SPDX-License-Identifier: Apache-2.0
import { sha256Hex } from '../crypto/digest.ts';
import type { Engine } from '../crypto/engine.ts';
import { formatInstant } from '../encoding/rfc3339.ts';
import { type Locator, malformedCheck, notPassed, passed, within } from '../model/check.ts';
import type { Instant } from '../model/instant.ts';
import { attempt, type Problem } from '../model/malformed.ts';
import type { SigningTime } from '../model/times.ts';
import { checkTrustedKey } from '../trust/keyring.ts';
import { entriesFor, type NamedCrl, type RevocationData } from '../trust/revocation/data.ts';
import { type ProofOfExistence, standingUnder } from '../trust/revocation/standing.ts';
import type { Certificate } from '../x509/certificate.ts';
import { type Crl, isCrlOf, revocationIn, verifyCrl } from '../x509/crl.ts';
import { nameText } from '../x509/name-text.ts';
import type { Examination } from './examination.ts';

/** Something that says that a key may no longer be relied on. */
interface Said {
  readonly who: string;
  readonly by: string;
  readonly since: Instant | null;
  readonly reason: string;
}

/**
 * Revocation, where anything is known of it: nothing is asked of anybody. What is revoked counts for signatures that are proven to be older
 * (verdicts: revoked); what the evidence says of its own time proves nothing.
 *
 * @param path leaf first; null: none was established
 */
export function examineRevocation(
  examination: Examination,
  path: readonly Certificate[] | null,
  times: readonly SigningTime[],
): void {
  const { context, entity, certified } = examination;
  examineKeyWindows(examination, times);
  const { revocation } = context;
  if (revocation === undefined) return;
  const notAfter = times
    .map((time) => time.notAfter)
    .reduce((a, b) => (a === null || b < a ? b : a), null as Instant | null);
  if (certified) {
    if (path === null) {
      examination.skip('certificate.path', 'certificate.revocation');
      return;
    }
    examinePath(examination, revocation, path, { notAfter, notBefore: path[0]!.notBefore });
    return;
  }
  const keys = examination.signers.flatMap(({ fingerprint }) => (typeof fingerprint === 'string' ? [fingerprint] : []));
  if (keys.length === 0) return;
  checkLists(examination, revocation, []);
  const said = keys.flatMap((key) =>
    entriesFor(revocation, null, key as never).map(({ since, reason }) => ({
      ...{ who: `key sha256:${key}`, since, reason },
      by: revocation.lists.find(({ entries }) => entries.some(({ sha256 }) => sha256 === key))?.name ?? '',
    })),
  );
  judge(examination, 'key.revocation', entity.at, said, { notAfter, notBefore: null });
}

function examinePath(
  examination: Examination,
  data: RevocationData,
  path: readonly Certificate[],
  proof: ProofOfExistence,
): void {
  const at = within(examination.entity.at, 'verificationMaterial');
  const used: NamedCrl[] = [];
  const related = new Set<NamedCrl>();
  const said = path.flatMap((certificate, i): Said[] => {
    const who = `the certificate of ${nameText(certificate.subject)}`;
    const issuer = path[i + 1];
    const lists = issuer === undefined ? [] : data.crls.filter(({ crl }) => isCrlOf(crl, issuer));
    for (const one of lists) related.add(one);
    const sound = lists.filter((one) => isSound(examination, one, issuer!, at));
    used.push(...sound);
    return [
      ...sound.flatMap(({ name, crl }): Said[] => {
        const found = revocationIn(crl, certificate);
        // The key was no longer the owner's alone from then on, whenever the authority came to know (RFC 5280 §5.3.2).
        return found === null
          ? []
          : [{ who, by: name, since: found.invalidSince ?? found.revokedAt, reason: found.reason }];
      }),
      ...entriesFor(data, certificate.fingerprint, sha256Hex(certificate.spki)).map(({ since, reason }) => ({
        ...{ who, since, reason },
        by: 'a list of revocations',
      })),
    ];
  });
  refuseUnrelated(examination, data, related, at);
  checkLists(examination, data, used);
  judge(examination, 'certificate.revocation', at, said, proof);
}

/** A list that was named for the question and answers nothing of it: who asked believes that it was looked up. */
function refuseUnrelated(
  { checks }: Examination,
  data: RevocationData,
  related: ReadonlySet<NamedCrl>,
  at: Locator,
): void {
  const asked = data.crls.filter((one) => one.asked);
  if (asked.length === 0 || asked.some((one) => related.has(one))) return;
  const issuers = asked.map(({ name, crl }) => `${name} is of ${nameText(crl.issuer)}`);
  checks.push(notPassed('revocation.data', at, 'crl-other-issuer', issuers.join('; ')));
}

const verified = new WeakMap<Engine, WeakMap<Crl, Map<Certificate, Problem | null>>>();

/** Signed by this issuer: found out once for each list. */
function isSound(examination: Examination, { name, crl }: NamedCrl, issuer: Certificate, at: Locator): boolean {
  const { engine } = examination.context;
  const ofEngine = verified.get(engine) ?? new WeakMap<Crl, Map<Certificate, Problem | null>>();
  verified.set(engine, ofEngine);
  const known = ofEngine.get(crl) ?? new Map<Certificate, Problem | null>();
  ofEngine.set(crl, known);
  let problem = known.get(issuer);
  if (problem === undefined) {
    const result = attempt(() => verifyCrl(crl, issuer, engine));
    problem = result.ok ? null : result.problem;
    known.set(issuer, problem);
  }
  if (problem === null) return true;
  examination.checks.push(malformedCheck('revocation.data', at, { ...problem, detail: `${name}: ${problem.detail}` }));
  return false;
}

/** Whether what is known is still what is known: a list that should have been followed by another may miss what matters. */
function checkLists(examination: Examination, data: RevocationData, crls: readonly NamedCrl[]): void {
  const { checks, context, entity } = examination;
  const all = [
    ...crls.map(({ name, crl }) => ({ name, issued: crl.thisUpdate, next: crl.nextUpdate })),
    ...data.lists.map(({ name, issuedAt, nextUpdate }) => ({ name, issued: issuedAt, next: nextUpdate })),
  ];
  const distinct = all.filter(({ name }, i) => all.findIndex((other) => other.name === name) === i);
  if (distinct.length === 0) return;
  const stale = distinct.find(({ next }) => next !== null && context.at > next);
  const facts = { lists: distinct.map(({ name, issued }) => `${name} of ${formatInstant(issued)}`) };
  if (stale === undefined) {
    checks.push(passed('revocation.data', entity.at, facts));
    return;
  }
  const detail = `${stale.name} is of ${formatInstant(stale.issued)}, and the next one was due by ${formatInstant(stale.next!)}`;
  checks.push(notPassed('revocation.data', entity.at, 'revocation-stale', detail, facts));
}

function judge(
  examination: Examination,
  id: 'certificate.revocation' | 'key.revocation',
  at: Locator,
  said: readonly Said[],
  proof: ProofOfExistence,
): void {
  const shown = proof.notAfter === null ? null : formatInstant(proof.notAfter);
  const facts = {
    provenBy: shown,
    revocations: said.map(({ who, since, reason, by }) => `${who}, ${sinceText(since)} (${reason}), says ${by}`),
  };
  const ranked = said.map((one) => ({ one, standing: standingUnder(one.since, proof) }));
  const worst =
    ranked.find(({ standing }) => standing === 'falls') ?? ranked.find(({ standing }) => standing === 'undecided');
  if (worst === undefined) {
    examination.checks.push(passed(id, at, facts));
    return;
  }
  const { one, standing } = worst;
  const revoked = `${one.who} is revoked ${sinceText(one.since)} (${one.reason})`;
  examination.checks.push(
    standing === 'falls'
      ? notPassed(id, at, 'revoked', revoked, facts)
      : notPassed(
          id,
          at,
          'revoked-unproven',
          `${revoked}, and ${shown === null ? 'no time has verified' : `it is proven to exist by ${shown} only`}`,
          facts,
        ),
  );
}

function sinceText(since: Instant | null): string {
  return since === null ? 'from the beginning' : `since ${formatInstant(since)}`;
}

/** Keys that a trust store gives a window, as statements of next keys do: judged at every time that has verified, else by the examiner's word. */
function examineKeyWindows(examination: Examination, times: readonly SigningTime[]): void {
  const { context, entity, checks } = examination;
  const windowed = context.keys.filter(({ validFor }) => validFor !== null);
  if (windowed.length === 0) return;
  const instants: readonly (Instant | null)[] = times.length > 0 ? times.map(({ time }) => time) : [context.signedAt];
  for (const { fingerprint } of examination.signers) {
    const key = windowed.find((one) => one.key.fingerprint === fingerprint);
    if (key === undefined) continue;
    const judged = instants.map((instant) => checkTrustedKey(key, instant, entity.at));
    checks.push(judged.find(({ outcome }) => outcome !== 'passed') ?? judged[0]!);
  }
}
