// SPDX-License-Identifier: Apache-2.0
import type { NonEmpty } from '../model/bytes.ts';
import { type Checked, type Finding, type Locator, malformedCheck, skipped } from '../model/check.ts';
import type { Problem } from '../model/malformed.ts';
import type { SignedEntity } from '../model/signed-entity.ts';

/** The two checks of this stage for bytes that no row of ENVELOPES could be asked about. */
export function notOpened(
  at: Locator,
  problem: Problem,
  findings: readonly Finding[] = [],
): Checked<NonEmpty<SignedEntity>> {
  const checks = [
    malformedCheck('envelope.format', at, problem),
    skipped('envelope.signatures', at, 'envelope.format'),
  ];
  return { ok: false, checks, findings };
}
