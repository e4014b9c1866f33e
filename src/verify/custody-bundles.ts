// SPDX-License-Identifier: Apache-2.0
import { digestHex } from '../crypto/digest.ts';
import type { Engine } from '../crypto/engine.ts';
import type { BundleTimes, BundleVerifier } from '../custody/bundle-times.ts';
import { anchorKey } from '../custody/evidence-of-time.ts';
import type { AnchorKey } from '../custody/sourced-anchor.ts';
import { canonicalJson } from '../encoding/canonical-json.ts';
import { encodeHex } from '../encoding/hex.ts';
import { openEvidence } from '../envelope/open-evidence.ts';
import type { Bytes } from '../model/bytes.ts';
import type { Check } from '../model/check.ts';
import type { Instant } from '../model/instant.ts';
import type { Problem } from '../model/malformed.ts';
import { DEFAULT_POLICY } from '../model/policy.ts';
import type { SignedEntity } from '../model/signed-entity.ts';
import type { SigningTime } from '../model/times.ts';
import type { TrustedRoot } from '../model/trusted-root.ts';
import { judge } from '../policy/judge.ts';
import { verifyTimestamp } from '../time/rfc3161.ts';
import type { TextCriterion } from '../trust/identity.ts';
import { type RevocationData, unasked } from '../trust/revocation/data.ts';
import { TimeWitness } from '../trust/revocation/time-witness.ts';
import { examineWithTimes } from './entity.ts';
import { type Artifact, type ExaminationContext, PLAIN_QUESTION } from './request.ts';

const BUNDLE = 'sigstore-bundle';
/** Who signed does not matter: that somebody had the note when it was logged or stamped does. */
const ANYONE: TextCriterion = { mode: 'regexp', text: '.*', anyone: true, matches: () => true };

interface BundlesAsked {
  readonly engine: Engine;
  readonly roots: readonly TrustedRoot[];
  readonly at: Instant;
  /** Absent: nothing is known of revocations. */
  readonly revocation?: RevocationData;
}

/**
 * Sigstore bundles over a checkpoint as evidence of time: each must verify as it would by itself, by whomever it is signed, under
 * one of the trusted roots; its log times and tokens prove that the note existed then.
 */
export function bundleVerifier(asked: BundlesAsked): BundleVerifier {
  const context: ExaminationContext = {
    ...PLAIN_QUESTION,
    engine: asked.engine,
    at: asked.at,
    clockFloor: asked.at,
    roots: asked.roots,
    identity: { identity: ANYONE, issuer: ANYONE },
    ...(asked.revocation === undefined ? {} : { revocation: unasked(asked.revocation) }),
  };
  return (bundle, note, name) => verifyBundle(canonicalJson(bundle), note, name, context);
}

function verifyBundle(bundle: Bytes, note: Bytes, name: string, context: ExaminationContext): BundleTimes {
  const opened = openEvidence(bundle, { evidence: name, pointer: '' });
  if (!opened.ok) return { kind: 'refuted', problem: problemOf(opened.checks) };
  const [entity, ...others] = opened.value;
  if (entity.envelope !== BUNDLE || others.length > 0)
    return { kind: 'refuted', problem: { reason: 'input-not-recognised', detail: 'it is no Sigstore bundle' } };
  const artifact: Artifact = {
    name: 'the note',
    bytes: note,
    digests: new Map([['sha256', digestHex('sha256', note)]]),
    given: 'file',
    digest: (algorithm) => digestHex(algorithm, note),
  };
  let best: BundleTimes | null = null;
  for (const root of context.roots) {
    const one = { entity, checks: opened.checks, findings: opened.findings };
    const { item, times } = examineWithTimes(one, [artifact], context, root);
    if (judge(item, DEFAULT_POLICY).exitCode === 0 && times.length > 0)
      return { kind: 'proven', times: times.map((time) => ({ ...time, keys: keysOf(time, entity, root, context) })) };
    const refuted = item.checks.some(({ outcome }) => outcome === 'failed');
    // Of several roots the one that knows it: nothing is refuted by a root that it is not of.
    if (best === null || (best.kind === 'refuted' && !refuted))
      best = { kind: refuted ? 'refuted' : 'open', problem: problemOf(item.checks) };
  }
  return best ?? { kind: 'open', problem: { reason: 'log-unknown', detail: 'no trusted root was given' } };
}

/** Whose word a time is: the log's key, or the certificates of the authority. */
function keysOf(time: SigningTime, entity: SignedEntity, root: TrustedRoot, context: ExaminationContext): AnchorKey[] {
  const { source, authority, authorityId } = time;
  if (source !== 'rfc3161-timestamp') {
    const log = root.tlogs.find(({ logId }) => encodeHex(logId) === authorityId);
    return [{ key: log?.key.fingerprint ?? authorityId, certificate: null, name: authority }];
  }
  const { engine, revocation } = context;
  const witness = revocation === undefined ? undefined : new TimeWitness(revocation, engine).against;
  const signed = entity.signatures[0]?.sig ?? new Uint8Array(0);
  for (const token of entity.timestamps) {
    const authorities = root.timestampAuthorities;
    const outcome = verifyTimestamp({ token, signed, authorities, witness, engine, at: entity.at });
    if (outcome.kind === 'verified' && outcome.time.authorityId === authorityId && outcome.time.time === time.time)
      return outcome.path.map(anchorKey);
  }
  return [];
}

function problemOf(checks: readonly Check[]): Problem {
  const of = (wanted: Check['outcome']) => checks.find(({ outcome }) => outcome === wanted);
  const check = of('failed') ?? of('indeterminate');
  return check === undefined || check.outcome === 'passed' || check.outcome === 'skipped'
    ? { reason: 'time-threshold', detail: 'it has no time' }
    : { reason: check.reason, detail: check.detail };
}
