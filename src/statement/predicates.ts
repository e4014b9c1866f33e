// SPDX-License-Identifier: Apache-2.0
import { digestHex } from '../crypto/digest.ts';
import { canonicalJson } from '../encoding/canonical-json.ts';
import { escapeText } from '../encoding/escape-text.ts';
import { validateSchema } from '../encoding/schema.ts';
import type { Bytes, Sha256 } from '../model/bytes.ts';
import { type Finding, finding, type Locator, within } from '../model/check.ts';
import { attempt } from '../model/malformed.ts';
import type { Statement } from '../model/statement.ts';
import { SLSA_PROVENANCE_V1, SLSA_PROVENANCE_V02 } from './predicate-types.ts';
import { SLSA_PROVENANCE_V02_KIND, type SlsaProvenanceV02 } from './predicates/slsa-provenance-v0-2.ts';
import { SLSA_PROVENANCE_V1_KIND, type SlsaProvenanceV1 } from './predicates/slsa-provenance-v1.ts';

/** A predicate whose content is understood. */
export type PredicateModel =
  | { readonly type: typeof SLSA_PROVENANCE_V1; readonly model: SlsaProvenanceV1 }
  | { readonly type: typeof SLSA_PROVENANCE_V02; readonly model: SlsaProvenanceV02 };

type Row = typeof SLSA_PROVENANCE_V1_KIND | typeof SLSA_PROVENANCE_V02_KIND;

/** What the payload says beyond its subjects: one row per predicate type. The signed type picks the row, and nothing else. */
export const PREDICATES: ReadonlyMap<string, Row> = new Map<string, Row>([
  [SLSA_PROVENANCE_V1, SLSA_PROVENANCE_V1_KIND],
  [SLSA_PROVENANCE_V02, SLSA_PROVENANCE_V02_KIND],
]);

export interface ReadPredicate {
  /** null where the predicate is absent, of an unknown type, or holds a member of a wrong type. */
  readonly predicate: PredicateModel | null;
  readonly findings: readonly Finding[];
}

/**
 * Reads the predicate against its published schema and into its model. Nothing here fails a statement: what is unknown or
 * broken is a finding, and a failure only where a rule reads from it. `predicate-absent` is the parser's finding.
 */
export function readPredicate(statement: Statement, at: Locator): ReadPredicate {
  const { predicate, predicateType } = statement;
  if (predicate === null) return { predicate: null, findings: [] };
  const row = PREDICATES.get(predicateType);
  if (row === undefined) {
    return {
      predicate: null,
      findings: [finding('predicate-schema-unknown', at, `type "${escapeText(predicateType)}"`)],
    };
  }
  const where = within(at, 'predicate');
  const problems = validateSchema(row.schema, predicate);
  // The compiler cannot know that a row's type and model belong together; the table says so.
  const model = attempt(() => ({ type: row.type, model: row.parse(predicate) }) as PredicateModel);
  if (!model.ok && problems.length === 0) problems.push(model.problem.detail);
  const findings = problems.length === 0 ? [] : [finding('predicate-schema-broken', where, problems.join('; '))];
  return { predicate: model.ok ? model.value : null, findings };
}

/** RFC 8785 over the model: the same for two documents that mean the same. */
export function canonicalPredicate(predicate: PredicateModel): Bytes {
  return canonicalJson(
    predicate.type === SLSA_PROVENANCE_V1
      ? SLSA_PROVENANCE_V1_KIND.toJson(predicate.model)
      : SLSA_PROVENANCE_V02_KIND.toJson(predicate.model),
  );
}

export function predicateDigest(predicate: PredicateModel): Sha256 {
  return digestHex('sha256', canonicalPredicate(predicate)) as Sha256;
}
