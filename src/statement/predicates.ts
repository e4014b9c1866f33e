// SPDX-License-Identifier: Apache-2.0
import { digestHex } from '../crypto/digest.ts';
import { canonicalJson } from '../encoding/canonical-json.ts';
import { escapeText } from '../encoding/escape-text.ts';
import { validateSchema } from '../encoding/schema.ts';
import type { Bytes, Sha256 } from '../model/bytes.ts';
import { type Facts, type Finding, finding, type Locator, within } from '../model/check.ts';
import { attempt } from '../model/malformed.ts';
import type { Statement } from '../model/statement.ts';
import { unwrapText } from './predicate-text.ts';
import type { SLSA_PROVENANCE_V1, SLSA_PROVENANCE_V02 } from './predicate-types.ts';
import { CYCLONEDX_KINDS } from './predicates/cyclonedx.ts';
import { LINK_V0_3_KIND, LINK_V1_KIND } from './predicates/link.ts';
import { LOCKFILE_SIGNATURE_KIND } from './predicates/lockfile-signature.ts';
import { MODEL_SIGNING_KIND } from './predicates/model-signing.ts';
import { OPENVEX_KINDS } from './predicates/openvex.ts';
import { PINNED_DIGEST_KIND } from './predicates/pinned-digest.ts';
import type { PredicateKind, ToldPredicateKind } from './predicates/predicate-kind.ts';
import { PROMOTION_KIND } from './predicates/promotion.ts';
import { RELEASE_KINDS } from './predicates/release.ts';
import { SCAI_KINDS } from './predicates/scai.ts';
import { SVR_KIND } from './predicates/simple-verification.ts';
import { SLSA_PROVENANCE_V02_KIND, type SlsaProvenanceV02 } from './predicates/slsa-provenance-v0-2.ts';
import { SLSA_PROVENANCE_V1_KIND, type SlsaProvenanceV1 } from './predicates/slsa-provenance-v1.ts';
import { SPDX_KINDS } from './predicates/spdx.ts';
import { TEST_RESULT_KIND } from './predicates/test-result.ts';
import { VSA_KINDS } from './predicates/verification-summary.ts';
import { VULNERABILITY_SCAN_KINDS } from './predicates/vulnerability-scan.ts';

const TOLD = [
  ...SPDX_KINDS,
  ...CYCLONEDX_KINDS,
  ...OPENVEX_KINDS,
  ...VSA_KINDS,
  SVR_KIND,
  ...SCAI_KINDS,
  TEST_RESULT_KIND,
  ...VULNERABILITY_SCAN_KINDS,
  LINK_V0_3_KIND,
  LINK_V1_KIND,
  ...RELEASE_KINDS,
  MODEL_SIGNING_KIND,
  LOCKFILE_SIGNATURE_KIND,
  PROMOTION_KIND,
  PINNED_DIGEST_KIND,
] as const;

type ModelOf<Kind> =
  Kind extends PredicateKind<infer Type, infer T> ? { readonly type: Type; readonly model: T } : never;
type ToldModel = ModelOf<(typeof TOLD)[number]>;

/** A predicate whose content is understood. */
export type PredicateModel =
  | { readonly type: typeof SLSA_PROVENANCE_V1; readonly model: SlsaProvenanceV1 }
  | { readonly type: typeof SLSA_PROVENANCE_V02; readonly model: SlsaProvenanceV02 }
  | ToldModel;

type Row = PredicateKind<PredicateModel['type'], unknown>;

/** What the payload says beyond its subjects: one row per predicate type. The signed type picks the row, and nothing else. */
export const PREDICATES: ReadonlyMap<string, Row> = new Map(
  [SLSA_PROVENANCE_V1_KIND, SLSA_PROVENANCE_V02_KIND, ...TOLD].map((row) => [row.type, row as Row]),
);

/** In short, what a predicate says: null for provenance, of which `inspect` and the rules about builds tell more. */
export function tellPredicate(predicate: PredicateModel): Facts | null {
  const kind = TOLD.find(({ type }) => type === predicate.type) as
    | ToldPredicateKind<PredicateModel['type'], unknown>
    | undefined;
  return kind?.tell(predicate.model) ?? null;
}

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
  const { predicateType } = statement;
  const text = unwrapText(statement, at);
  const predicate = text === null ? statement.predicate : text.predicate;
  if (predicate === null) return { predicate: null, findings: text?.findings ?? [] };
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
  return { predicate: model.ok ? model.value : null, findings: [...(text?.findings ?? []), ...findings] };
}

/** RFC 8785 over the model: the same for two documents that mean the same. */
export function canonicalPredicate(predicate: PredicateModel): Bytes {
  return canonicalJson(PREDICATES.get(predicate.type)!.toJson(predicate.model));
}

export function predicateDigest(predicate: PredicateModel): Sha256 {
  return digestHex('sha256', canonicalPredicate(predicate)) as Sha256;
}
