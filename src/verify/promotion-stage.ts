// SPDX-License-Identifier: Apache-2.0

import { escapeText } from '../encoding/escape-text.ts';
import { examineStatedProof } from '../log/stated-proof.ts';
import { finding, notPassed, passed, skipped, within } from '../model/check.ts';
import type { Statement } from '../model/statement.ts';
import { PROMOTION_TYPE } from '../statement/predicate-types.ts';
import { namedBy, type Promotion, whereTo } from '../statement/predicates/promotion.ts';
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
  const nowhere = whereTo(promotion);
  checks.push(
    nowhere === null
      ? passed('promotion.metadata', place, facts)
      : notPassed('promotion.metadata', place, nowhere.reason, nowhere.detail, facts),
  );
  examination.beside = { ...examination.beside, promotion: { at, materials: promotion.materials } };
  if (promotion.rekor === null) return;
  const { context, root } = examination;
  const trust = { logs: root.tlogs, engine: context.engine, witnesses: context.witnesses };
  checks.push(
    ...examineStatedProof(promotion.rekor, namedBy(promotion, statement.subject), trust, within(at, 'rekor')),
  );
}
