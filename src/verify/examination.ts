// SPDX-License-Identifier: Apache-2.0
import { type Check, type Facts, type Finding, skipped } from '../model/check.ts';
import type { CheckId } from '../model/checks.ts';
import { NANOSECONDS_PER_SECOND } from '../model/instant.ts';
import type { ItemFacts } from '../model/report.ts';
import type { SignedEntity } from '../model/signed-entity.ts';
import type { SignerIdentity } from '../model/signer.ts';
import type { TrustedRoot } from '../model/trusted-root.ts';
import type { TimeEntry } from '../time/table.ts';
import { TimeWitness } from '../trust/revocation/time-witness.ts';
import type { Artifact, ExaminationContext } from './request.ts';

/** One opened envelope with the checks that opening it gave. */
export interface OpenedEntity {
  readonly entity: SignedEntity;
  readonly checks: readonly Check[];
  readonly findings: readonly Finding[];
}

/** What the stages of one entity share. Each stage reads what earlier ones established, and appends its own checks. */
export class Examination {
  readonly entity: SignedEntity;
  readonly artifacts: readonly Artifact[];
  readonly context: ExaminationContext;
  readonly root: TrustedRoot;
  readonly checks: Check[];
  readonly findings: Finding[];
  readonly times: TimeEntry[] = [];
  readonly signers: Facts[] = [];
  /** null: nothing is known of revocations. */
  readonly witness: TimeWitness | null;
  identity: SignerIdentity | null = null;
  /** Of a statement: what it says beside its subjects. */
  beside: Pick<ItemFacts, 'predicateDocument' | 'materials' | 'promotion'> = {};

  constructor(opened: OpenedEntity, artifacts: readonly Artifact[], context: ExaminationContext, root: TrustedRoot) {
    this.entity = effectiveEntity(opened.entity, context);
    this.artifacts = artifacts;
    this.context = context;
    this.root = root;
    const { revocation, engine } = context;
    this.witness = revocation === undefined ? null : new TimeWitness(revocation, engine);
    this.checks = [...opened.checks];
    this.findings = [...opened.findings];
  }

  /** Whether the signer is a certificate: then logs and times are wanted unless the policy says otherwise. */
  get certified(): boolean {
    return this.entity.signer.kind === 'certificate';
  }

  /** Nanoseconds. */
  get skew(): bigint {
    return BigInt(this.context.skewSeconds) * NANOSECONDS_PER_SECOND;
  }

  add(result: { readonly checks: readonly Check[]; readonly findings: readonly Finding[] }): void {
    this.checks.push(...result.checks);
    this.findings.push(...result.findings);
  }

  skip(because: CheckId, ...ids: readonly CheckId[]): void {
    for (const id of ids) this.checks.push(skipped(id, this.entity.at, because));
  }

  /** Whether there are checks of this kind, and every one of them passed. */
  hasPassed(id: CheckId): boolean {
    const same = this.checks.filter((check) => check.id === id);
    return same.length > 0 && same.every((check) => check.outcome === 'passed');
  }

  /** The first check of a family that did not pass, or the one that it was skipped for. */
  firstFailure(prefix: string): CheckId | null {
    const check = this.checks.find(({ id, outcome }) => outcome !== 'passed' && id.startsWith(prefix));
    if (check === undefined) return null;
    return check.outcome === 'skipped' ? check.because : check.id;
  }
}

/** The entity with what the examiner added: tokens beside it, and keys, which stand before the certificate of a bare envelope. */
function effectiveEntity(entity: SignedEntity, context: ExaminationContext): SignedEntity {
  const { extraTimestamps, keys, hmacSecret } = context;
  const byKey = keys.length > 0 || hmacSecret !== null;
  const signer =
    byKey && (entity.envelope === 'dsse' || entity.envelope === 'cosign-signature')
      ? ({ kind: 'key', hint: null } as const)
      : entity.signer;
  if (extraTimestamps.length === 0 && signer === entity.signer) return entity;
  return { ...entity, signer, timestamps: [...entity.timestamps, ...extraTimestamps.map(({ token }) => token)] };
}
