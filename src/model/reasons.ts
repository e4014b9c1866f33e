// SPDX-License-Identifier: Apache-2.0
import { CERTIFICATE_REASONS } from './reasons/certificate.ts';
import { CHECKSUM_REASONS } from './reasons/checksum.ts';
import { COSIGN_REASONS } from './reasons/cosign.ts';
import { CRYPTO_REASONS } from './reasons/crypto.ts';
import { CUSTODY_REASONS } from './reasons/custody.ts';
import { FORMAT_REASONS } from './reasons/format.ts';
import { GOLANG_REASONS } from './reasons/golang.ts';
import { IMAGE_REASONS } from './reasons/image.ts';
import { INPUT_REASONS } from './reasons/input.ts';
import { KIT_REASONS } from './reasons/kit.ts';
import { LAYOUT_REASONS } from './reasons/layout.ts';
import { LOCKFILE_REASONS } from './reasons/lockfile.ts';
import { LOG_REASONS } from './reasons/log.ts';
import { MERKLE_REASONS } from './reasons/merkle.ts';
import { MODEL_REASONS } from './reasons/model.ts';
import { PACKAGE_REASONS } from './reasons/package.ts';
import { POLICY_REASONS } from './reasons/policy.ts';
import { PROMOTION_REASONS } from './reasons/promotion.ts';
import { PYPI_REASONS } from './reasons/pypi.ts';
import { REPLAY_REASONS } from './reasons/replay.ts';
import { REVOCATION_REASONS } from './reasons/revocation.ts';
import { SET_REASONS } from './reasons/set.ts';
import { SIGNING_REASONS } from './reasons/signing.ts';
import { SOURCE_REASONS } from './reasons/source.ts';
import { STATEMENT_REASONS } from './reasons/statement.ts';
import { STELLA_REASONS } from './reasons/stella.ts';
import { TIME_REASONS } from './reasons/time.ts';
import { TIMELINE_REASONS } from './reasons/timeline.ts';
import { TRUST_REASONS } from './reasons/trust.ts';
import { TUF_REASONS } from './reasons/tuf.ts';
import { WHAT_IF_REASONS } from './reasons/what-if.ts';

export type { Indication, ReasonEntry, SubIndication } from './reasons/entry.ts';

/** Under no prototype: from other objects V8 would copy them several times slower, at every start. */
const FAMILIES = [
  INPUT_REASONS,
  SOURCE_REASONS,
  FORMAT_REASONS,
  CRYPTO_REASONS,
  CERTIFICATE_REASONS,
  LOG_REASONS,
  MERKLE_REASONS,
  TIME_REASONS,
  TRUST_REASONS,
  TUF_REASONS,
  REVOCATION_REASONS,
  STATEMENT_REASONS,
  SET_REASONS,
  PACKAGE_REASONS,
  LOCKFILE_REASONS,
  PROMOTION_REASONS,
  PYPI_REASONS,
  COSIGN_REASONS,
  IMAGE_REASONS,
  MODEL_REASONS,
  CHECKSUM_REASONS,
  GOLANG_REASONS,
  STELLA_REASONS,
  KIT_REASONS,
  LAYOUT_REASONS,
  CUSTODY_REASONS,
  REPLAY_REASONS,
  WHAT_IF_REASONS,
  TIMELINE_REASONS,
  POLICY_REASONS,
  SIGNING_REASONS,
] as const;

/**
 * Every way in which a check can end other than `passed`. Report text, `explain` and docs/CHECKS.md are printed from it.
 * The table is kept in one file per stage, so that each stage's failures can be read beside each other.
 */
export const REASONS: AllOf<(typeof FAMILIES)[number]> = Object.assign(Object.create(null), ...FAMILIES);

export type ReasonCode = keyof typeof REASONS;

/** What all members of a union have together. */
type AllOf<T> = (T extends unknown ? (one: T) => void : never) extends (one: infer All) => void ? All : never;
