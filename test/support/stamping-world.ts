// SPDX-License-Identifier: Apache-2.0

import { utf8 } from '../../scripts/mint/bytes.ts';
import { nativeEngine } from '../../src/crypto/engine.ts';
import { parseRfc3339 } from '../../src/encoding/rfc3339.ts';
import type { Bytes, NonEmpty } from '../../src/model/bytes.ts';
import type { CertificateAuthority } from '../../src/model/trusted-root.ts';
import { type TimestampOutcome, verifyTimestamp } from '../../src/time/rfc3161.ts';
import { stamper, stampingRoot, type TokenPlan, token } from './cms-writer.ts';

/** One authority that is trusted, and what it stamps. */
export const SIGNED = utf8('the octets of a signature');
export const ROOT = stampingRoot();
export const STAMPER = stamper(ROOT);
export const OTHER = stamper(ROOT, { commonName: 'Other Stamper' });

export function window(start: string, end: string | null): CertificateAuthority['validFor'] {
  return { notBefore: parseRfc3339(start).time, notAfter: end === null ? null : parseRfc3339(end).time };
}

export function trusting(...chain: readonly Bytes[]): readonly CertificateAuthority[] {
  return [
    {
      uri: 'https://stamper.example',
      chain: chain as unknown as NonEmpty<Bytes>,
      validFor: window('2025-06-01T00:00:00Z', null),
    },
  ];
}

export const TRUSTED = trusting(STAMPER.certificate.der, ROOT.certificate.der);
export const PLAN: TokenPlan = { over: SIGNED, by: STAMPER };

export function verify(
  der: Bytes,
  authorities: readonly CertificateAuthority[] = TRUSTED,
  signed: Bytes = SIGNED,
): TimestampOutcome {
  return verifyTimestamp({ token: der, signed, authorities, engine: nativeEngine, at: { evidence: 't', pointer: '' } });
}

/** `verified`, the reason of the refusal, or `unknown-authority`. */
export function outcomeOf(outcome: TimestampOutcome): string {
  if (outcome.kind !== 'refused') return outcome.kind;
  return outcome.check.outcome === 'passed' ? 'passed' : outcome.check.reason;
}

/** Judges a token that differs in this from one that verifies. */
export function judge(change: Partial<TokenPlan>, authorities?: readonly CertificateAuthority[]): string {
  return outcomeOf(verify(token({ ...PLAN, ...change }), authorities));
}
