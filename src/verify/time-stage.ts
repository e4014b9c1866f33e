// SPDX-License-Identifier: Apache-2.0
import type { LoggedEntry } from '../log/logged-entry.ts';
import { finding, skipped } from '../model/check.ts';
import type { CheckId } from '../model/checks.ts';
import { NANOSECONDS_PER_SECOND } from '../model/instant.ts';
import type { SigningTime } from '../model/times.ts';
import type { CertificateAuthority, TrustedRoot } from '../model/trusted-root.ts';
import type { Verified } from '../model/verified.ts';
import { collectTimestamps } from '../time/collect.ts';
import { examinerTime, integratedTimeEvidence } from '../time/evidence.ts';
import { judgeOrder } from '../time/order.ts';
import { timeEntry } from '../time/table.ts';
import { judgeTimeThreshold } from '../time/threshold.ts';
import { judgeWindow } from '../time/window.ts';
import type { Examination } from './examination.ts';
import { examineLogKeysAt } from './log-stage.ts';

/** Log times under a signed entry timestamp, RFC 3161 tokens, the examiner's word: collected, counted, and put in order. */
export function examineTimes(
  examination: Examination,
  logged: readonly Verified<LoggedEntry>[],
): readonly SigningTime[] {
  const { entity, context, certified } = examination;
  const times = [...logTimes(examination, logged), ...tokenTimes(examination)];
  examineLogKeysAt(examination, logged, times);
  if (context.signedAt !== null) {
    examination.times.push(
      timeEntry(examinerTime(context.signedAt), certified ? 'shown only' : 'windows of plain keys'),
    );
  }
  const { timeThreshold, timestampThreshold: authorities } = context.policy;
  const sources = timeThreshold ?? (certified ? 1 : 0);
  if (sources > 0 || authorities > 0 || times.length > 0) {
    const cause = times.length === 0 ? lostTime(examination) : null;
    examination.checks.push(
      cause === null
        ? judgeTimeThreshold(times, { sources, authorities }, entity.at)
        : skipped('time.threshold', entity.at, cause),
    );
  }
  // The examiner's own word decides for plain keys alone (verdicts: time).
  const known = certified || context.signedAt === null ? times : [...times, examinerTime(context.signedAt)];
  if (known.length > 0) examination.checks.push(judgeOrder(known, context, examination.skew, entity.at));
  if (context.notBefore !== null || context.notAfter !== null) {
    const { notBefore, notAfter } = context;
    const window = { notBefore, notAfter, skew: examination.skew, examinerDecides: !certified };
    const check = judgeWindow(known, window, entity.at);
    const told = certified && times.length === 0 && context.signedAt !== null ? examinerTime(context.signedAt) : null;
    // A fact for a policy that takes that word; it decides nothing here.
    const inside = (time: SigningTime) =>
      judgeWindow([time], { ...window, examinerDecides: true }, entity.at).outcome === 'passed';
    examination.checks.push(
      told === null ? check : { ...check, facts: { ...check.facts, examinerInside: inside(told) } },
    );
  }
  return times;
}

function logTimes(examination: Examination, logged: readonly Verified<LoggedEntry>[]): SigningTime[] {
  const seen = new Set<string>();
  return logged.flatMap(({ integratedTime, origin, logId, entry }) => {
    // The same entry twice is one piece of evidence (attacks B03), also of a log that states no time.
    const id = `${logId} ${entry.logIndex} ${integratedTime}`;
    if (seen.has(id)) {
      examination.findings.push(finding('log-entry-duplicate', entry.at, `index ${entry.logIndex} of ${origin}`));
      return [];
    }
    seen.add(id);
    if (integratedTime === null) return [];
    const time = integratedTimeEvidence(origin, logId, integratedTime / NANOSECONDS_PER_SECOND);
    examination.times.push(timeEntry(time, 'time of signing'));
    return [time];
  });
}

function tokenTimes(examination: Examination): readonly SigningTime[] {
  const { entity, context } = examination;
  if (entity.timestamps.length === 0) return [];
  const stamped = collectTimestamps(
    entity,
    authoritiesOf(examination),
    context.engine,
    context.extraTimestamps.map(({ name }) => name),
    examination.witness?.against,
  );
  examination.add(stamped);
  examination.times.push(...stamped.rows);
  return stamped.times;
}

const merged = new WeakMap<TrustedRoot, { extra: readonly unknown[]; all: readonly CertificateAuthority[] }>();

/** Authorities that the examiner named stand beside those of the trusted root. One list per root: its readers remember by list. */
function authoritiesOf({ context, root }: Examination): readonly CertificateAuthority[] {
  const extra = context.extraTimestampAuthorities;
  if (extra.length === 0) return root.timestampAuthorities;
  const known = merged.get(root);
  if (known?.extra === extra) return known.all;
  const all = [...root.timestampAuthorities, ...extra];
  merged.set(root, { extra, all });
  return all;
}

/** A time that was there and fell with a check: that check is the cause, not the absence of time. */
function lostTime(examination: Examination): CheckId | null {
  const token = examination.firstFailure('time.timestamp');
  if (token !== null) return token;
  return examination.entity.logEntries.some(({ promise }) => promise !== null)
    ? examination.firstFailure('log.')
    : null;
}
