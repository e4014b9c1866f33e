// SPDX-License-Identifier: Apache-2.0
import type { Bytes, NonEmpty } from '../model/bytes.ts';
import {
  type Checked,
  type Finding,
  type Locator,
  malformedCheck,
  notPassed,
  passed,
  skipped,
} from '../model/check.ts';
import type { JsonValue } from '../model/json.ts';
import { attempt } from '../model/malformed.ts';
import type { ArrangedId, EnvelopeId, SignedEntity } from '../model/signed-entity.ts';

/** One row of ENVELOPES. */
export interface EnvelopeKind {
  readonly id: EnvelopeId;
  /** By shape alone, before anything is judged. No document is recognised by two kinds. */
  recognises(value: JsonValue): boolean;
  /**
   * Claimed values of one document. `bytes` are those that gave `value`; `at` is the document's place. The two checks,
   * `envelope.format` and `envelope.signatures`, and every entity carry exactly `at`.
   */
  open(value: JsonValue, bytes: Bytes, at: Locator): Checked<NonEmpty<SignedEntity>>;
}

/**
 * Runs a reader at the edge of this stage. `signature-count` is the question of the second check, every other problem that of
 * the first. An entity without signatures is opened all the same: that it is unsigned is a fact, `signature-absent`.
 */
export function opening(
  id: EnvelopeId | ArrangedId,
  at: Locator,
  read: (findings: Finding[]) => SignedEntity,
): Checked<NonEmpty<SignedEntity>> {
  const findings: Finding[] = [];
  const entity = attempt(() => read(findings));
  const kind = { kind: id };
  if (!entity.ok) {
    const { problem } = entity;
    const checks =
      problem.reason === 'signature-count'
        ? [passed('envelope.format', at, kind), malformedCheck('envelope.signatures', at, problem)]
        : [malformedCheck('envelope.format', at, problem, kind), skipped('envelope.signatures', at, 'envelope.format')];
    return { ok: false, checks, findings };
  }
  const { version, signatures } = entity.value;
  const format = passed('envelope.format', at, version === '' ? kind : { ...kind, version });
  const count = { signatures: signatures.length };
  const signed =
    signatures.length > 0
      ? passed('envelope.signatures', at, count)
      : notPassed('envelope.signatures', at, 'signature-absent', 'the envelope carries no signature', count);
  return { ok: true, value: [entity.value], checks: [format, signed], findings };
}
