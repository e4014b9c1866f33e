// SPDX-License-Identifier: Apache-2.0

import { decodeBase64 } from '../encoding/base64.ts';
import { escapeText } from '../encoding/escape-text.ts';
import { encodeHex } from '../encoding/hex.ts';
import { parseJson } from '../encoding/json.ts';
import { logNames } from '../log/log-kind.ts';
import { LOGS } from '../log/logs.ts';
import { readCheckpoint, verifyCheckpoint } from '../log/verify-checkpoint.ts';
import { leafHash, rootFromInclusion } from '../merkle/rfc6962.ts';
import { equalBytes } from '../model/bytes.ts';
import { finding, type Locator, malformedCheck, notPassed, passed, skipped, within } from '../model/check.ts';
import type { JsonValue } from '../model/json.ts';
import { attempt, Malformed } from '../model/malformed.ts';
import type { Statement } from '../model/statement.ts';
import { PROMOTION_TYPE } from '../statement/predicate-types.ts';
import type { Promotion, PromotionLogProof } from '../statement/predicates/promotion.ts';
import type { PredicateModel } from '../statement/predicates.ts';
import type { Examination } from './examination.ts';

/**
 * What a promotion says, as far as it stands by itself: is it well formed, does it lead anywhere, and does the proof of a log that it
 * carries hold. Its materials are compared once all that is at hand is known (`completePromotion`).
 */
export function examinePromotion(
  examination: Examination,
  statement: Statement,
  predicate: PredicateModel | null,
  broken: boolean,
): void {
  if (statement.predicateType !== PROMOTION_TYPE) return;
  const { entity, checks, findings } = examination;
  const at = statement.type === PROMOTION_TYPE ? entity.at : within(entity.at, 'predicate');
  findings.push(finding('predicate-type-no-uri', entity.at, `type "${PROMOTION_TYPE}"`));
  if (predicate?.type !== PROMOTION_TYPE || broken) {
    checks.push(notPassed('promotion.format', at, 'promotion-format', 'it does not follow its schema'));
    checks.push(skipped('promotion.materials', at, 'promotion.format'));
    return;
  }
  const promotion = predicate.model as Promotion;
  const { from, to, actor, timestamp, ticket, pipeline } = promotion.promotion;
  const form = statement.type === PROMOTION_TYPE ? 'bare' : 'statement';
  checks.push(passed('promotion.format', at, { form, materials: promotion.materials.length }));
  const told = { from, to, actor, timestamp, ticket, pipeline };
  const facts = Object.fromEntries(
    Object.entries(told).map(([name, text]) => [name, text === null ? null : escapeText(text)]),
  );
  const place = within(at, 'promotion');
  checks.push(
    from === to
      ? notPassed(
          'promotion.metadata',
          place,
          'promotion-goes-nowhere',
          `from and to are both "${escapeText(to)}"`,
          facts,
        )
      : passed('promotion.metadata', place, facts),
  );
  examination.beside = { ...examination.beside, promotion: { at, materials: promotion.materials } };
  if (promotion.rekor !== null) examineProof(examination, promotion, promotion.rekor, statement, within(at, 'rekor'));
}

function examineProof(
  examination: Examination,
  promotion: Promotion,
  proof: PromotionLogProof,
  statement: Statement,
  at: Locator,
): void {
  const { checks } = examination;
  const proofAt = within(at, 'inclusionProof');
  const noteAt = within(proofAt, 'checkpoint');
  const included = attempt(() => checkProof(proof));
  checks.push(
    included.ok
      ? passed('promotion.inclusion', proofAt, included.value)
      : malformedCheck('promotion.inclusion', proofAt, included.problem),
  );
  if (!included.ok) checks.push(skipped('promotion.checkpoint', noteAt, 'promotion.inclusion'));
  else {
    const stated = attempt(() => checkCheckpoint(proof, examination));
    checks.push(
      stated.ok
        ? passed('promotion.checkpoint', noteAt, stated.value)
        : malformedCheck('promotion.checkpoint', noteAt, stated.problem),
    );
  }
  const bodyAt = within(at, 'body');
  if (proof.body === null) {
    const detail = 'the document carries the hash of the entry, and not what the entry says';
    checks.push(notPassed('promotion.binding', bodyAt, 'promotion-log-unbound', detail));
    return;
  }
  const bound = attempt(() => checkBinding(promotion, proof, statement));
  checks.push(
    bound.ok
      ? passed('promotion.binding', bodyAt, bound.value)
      : malformedCheck('promotion.binding', bodyAt, bound.problem),
  );
}

/** Root, size and origin stand there three times over, and the path must lead to them. */
function checkProof({ leafHash: leaf, leafIndex, treeSize, rootHash, hashes, checkpoint }: PromotionLogProof) {
  const { checkpoint: signed } = readCheckpoint(checkpoint.note);
  const roots = [rootHash, checkpoint.hash, signed.root].map(encodeHex);
  const sizes = [treeSize, checkpoint.size, signed.size];
  const differs = (values: readonly unknown[]) => values.some((value) => value !== values[0]);
  if (differs(roots)) throw new Malformed('promotion-log-contradiction', `the roots are ${roots.join(', ')}`);
  if (differs(sizes)) throw new Malformed('promotion-log-contradiction', `the sizes are ${sizes.join(', ')}`);
  if (checkpoint.origin !== signed.origin)
    throw new Malformed('promotion-log-contradiction', 'the origin is another than in the signed note');
  const computed = rootFromInclusion(leafIndex, treeSize, leaf, hashes);
  if (!equalBytes(computed, rootHash))
    throw new Malformed(
      'inclusion-root-mismatch',
      `the proof leads to the root ${encodeHex(computed)}, and names ${roots[0]}`,
    );
  return { leafHash: encodeHex(leaf), leafIndex: String(leafIndex), treeSize: String(treeSize), rootHash: roots[0]! };
}

function checkCheckpoint(proof: PromotionLogProof, { context, root }: Examination) {
  const parsed = readCheckpoint(proof.checkpoint.note);
  const { origin } = parsed.checkpoint;
  for (const kind of LOGS) {
    for (const log of root.tlogs) {
      const name = logNames(log.baseUrl).find((one) => kind.originMatches(origin, one));
      if (name === undefined || log.key.weakness !== null) continue;
      const stated = {
        logIndex: proof.leafIndex,
        treeSize: proof.treeSize,
        rootHash: proof.rootHash,
        hashes: proof.hashes,
        checkpoint: null,
      };
      const rows = root.tlogs.filter(
        (other) => other.key.fingerprint === log.key.fingerprint && other.baseUrl === log.baseUrl,
      );
      const [, ...rest] = rows;
      const trusted = { rows: [log, ...rest] as const, name, keyShared: false };
      verifyCheckpoint(parsed, stated, {
        log: trusted,
        kind,
        engine: context.engine,
        witnesses: context.witnesses,
        cache: null,
      });
      return { origin: escapeText(origin), key: log.key.fingerprint };
    }
  }
  throw new Malformed('log-unknown', `no trusted log has the origin "${escapeText(origin, 128)}"`);
}

/** The entry is of another envelope than this one: of which, its body says, by digests. */
function checkBinding(
  { materials, bundleSha256 }: Promotion,
  { body, leafHash: leaf }: PromotionLogProof,
  statement: Statement,
) {
  if (!equalBytes(leafHash(body!), leaf))
    throw new Malformed('promotion-log-other-entry', 'the body is not that of the entry whose id is named');
  const named = new Set(hashesIn(parseJson(body!), 0));
  const known: readonly (readonly [string, string])[] = [
    ...statement.subject.map(({ digest }) => ['subject', digest.get('sha256') ?? ''] as const),
    ...materials.map(({ role, algorithm, digest }) => [role, algorithm === 'sha256' ? digest : ''] as const),
    ...(bundleSha256 === null ? [] : [['bundle', bundleSha256] as const]),
  ];
  const found = known.find(([, hex]) => hex !== '' && named.has(hex));
  if (found === undefined)
    throw new Malformed(
      'promotion-log-other-entry',
      'the entry names neither the image nor a material nor the bundle of this promotion',
    );
  return { about: escapeText(found[0]), sha256: found[1] };
}

/** Every text in the body that is a SHA-256: in hexadecimal, as Rekor v1 writes them, or in base64, as v2 does. */
function hashesIn(value: JsonValue, depth: number): readonly string[] {
  if (depth > 16) return [];
  if (typeof value === 'string') {
    if (/^[0-9a-f]{64}$/.test(value)) return [value];
    return /^[A-Za-z0-9+/]{43}=$/.test(value) ? [encodeHex(decodeBase64(value))] : [];
  }
  if (typeof value !== 'object' || value === null) return [];
  return Object.values(value).flatMap((one) => hashesIn(one as JsonValue, depth + 1));
}
