// SPDX-License-Identifier: Apache-2.0
import type { Bytes } from '../model/bytes.ts';
import { attempt } from '../model/malformed.ts';
import { readAuthorities } from '../time/admission.ts';
import { parseTimestampToken, type TimestampToken, timestampFacts } from '../time/token.ts';
import { identifySigner } from '../time/token-signer.ts';
import { bundledTrustedRoot } from '../trust/bundled.ts';
import { certificatePart } from './inspect-certificate.ts';
import { type FactList, listedParts, type Part, part, quote, readPart, type Shown } from './inspect-model.ts';

/** One RFC 3161 token or granted response. */
export function timestampPart(title: string, at: string, der: Bytes): Part {
  return readPart(title, at, () => {
    const token = parseTimestampToken(der);
    const { certificates } = token.signedData;
    return part(title, tokenFacts(token), {
      at,
      parts: listedParts(certificates, (one, i) => certificatePart(`certificate ${i} of the token`, '', one), 4),
    });
  });
}

export function tokenFacts(token: TimestampToken): FactList {
  const facts = timestampFacts(token);
  const own = Object.entries(facts).map(([name, value]) => [name, shown(name, value)] as const);
  return {
    ...Object.fromEntries(own),
    criticalExtensions: token.info.criticalExtensions,
    certificates: token.signedData.certificates.length,
    authorityInBundledRoot: authorityKnown(token),
  };
}

/** The two that hold words of the evidence; all others are numbers, identifiers and times that were read and written anew. */
const WORDS: ReadonlySet<string> = new Set(['tsa', 'signerId']);

function shown(name: string, value: unknown): Shown {
  if (typeof value === 'string') return WORDS.has(name) ? quote(value) : value;
  return typeof value === 'number' || typeof value === 'boolean' ? value : null;
}

function authorityKnown(token: TimestampToken): Shown {
  const { timestampAuthorities } = bundledTrustedRoot();
  const claimed = attempt(() => identifySigner(token, readAuthorities(timestampAuthorities)));
  if (!claimed.ok) return `${claimed.problem.reason}: ${claimed.problem.detail}`;
  const [authority] = claimed.value?.authorities ?? [];
  return authority === undefined ? 'no' : quote(authority.authority.uri);
}
