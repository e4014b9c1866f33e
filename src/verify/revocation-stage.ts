// SPDX-License-Identifier: Apache-2.0
import { formatInstant } from '../encoding/rfc3339.ts';
import { type Locator, malformedCheck, notPassed, passed, within } from '../model/check.ts';
import type { Instant } from '../model/instant.ts';
import type { SigningTime } from '../model/times.ts';
import { checkTrustedKey } from '../trust/keyring.ts';
import { entriesFor, type RevocationData } from '../trust/revocation/data.ts';
import { revocationsOnPath, type Said, sinceText } from '../trust/revocation/path.ts';
import { type ProofOfExistence, standingUnder } from '../trust/revocation/standing.ts';
import type { Certificate } from '../x509/certificate.ts';
import type { Examination } from './examination.ts';
import { freshLists, unrelatedLists, unsoundLists } from './revocation-data.ts';

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
  const { witness } = examination;
  if (revocation === undefined || witness === null) return;
  examination.checks.push(...unsoundLists(witness, entity.at));
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
  examination.checks.push(...freshLists(revocation, witness.used, context.at, entity.at));
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
  const { checks, context, entity, witness } = examination;
  const { said, related, used, problems } = revocationsOnPath(path, data, context.engine);
  checks.push(...problems.map((problem) => malformedCheck('revocation.data', at, problem)));
  checks.push(...unrelatedLists(data, new Set([...related, ...(witness?.related ?? [])]), at));
  checks.push(...freshLists(data, new Set([...used, ...(witness?.used ?? [])]), context.at, entity.at));
  judge(examination, 'certificate.revocation', at, said, proof);
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

/** Keys that a trust store gives a window, as statements of next keys do: judged at every time that has verified, else by the examiner's word. */
function examineKeyWindows(examination: Examination, times: readonly SigningTime[]): void {
  const { context, entity, checks } = examination;
  const windowed = context.keys.filter(({ validFor }) => validFor !== null);
  if (windowed.length === 0) return;
  const instants: readonly (Instant | null)[] = times.length > 0 ? times.map(({ time }) => time) : [context.signedAt];
  for (const { fingerprint } of examination.signers) {
    const key = windowed.find((one) => one.key.fingerprint === fingerprint);
    if (key === undefined) continue;
    const judged = instants.map((instant) => checkTrustedKey(key, instant, context.at, entity.at));
    checks.push(judged.find(({ outcome }) => outcome !== 'passed') ?? judged[0]!);
  }
}
