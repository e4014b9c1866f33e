// SPDX-License-Identifier: Apache-2.0
import { sha256 } from '../crypto/digest.ts';
import { underEngine } from '../crypto/engine.ts';
import { type ChainAsked, CustodyChain, type CustodyChainResult } from '../custody/chain.ts';
import { SeenSignatures } from '../custody/seen-signatures.ts';
import { encodeHex } from '../encoding/hex.ts';
import { HashPages } from '../merkle/hash-pages.ts';
import { type Bytes, equalBytes } from '../model/bytes.ts';
import type { Check } from '../model/check.ts';
import type { Parsed } from '../model/malformed.ts';
import type { ReasonCode } from '../model/reasons.ts';

/** The lines of a log, to be read from the first as often as is asked. */
export interface LineSource {
  readonly name: string;
  /** @returns how many octets stand after the last LF */
  each(line: (bytes: Bytes) => boolean): Parsed<{ readonly torn: number }>;
}

export interface JudgedLog extends CustodyChainResult {
  /** Octets after the last LF: no part of what was judged. */
  readonly torn: number;
  /** SHA-256 of a line, hexadecimal; null: there is none of this number. */
  readonly lineHash: (seq: number) => string | null;
  /** What was found of the signatures of a line, if it has these very octets. */
  readonly signaturesOf: (line: number, hash: Bytes) => SeenSignatures | null;
}

/**
 * What the reader's rules say of the whole lines of a log, and of further ones as though they stood behind them.
 *
 * @param before the same log, judged under the same question: what has verified there is not verified again
 */
export function judgeLog(
  source: LineSource,
  more: readonly Bytes[],
  asked: ChainAsked,
  before: JudgedLog | null = null,
): Parsed<JudgedLog> {
  const hashes = new HashPages();
  const seen = new SeenSignatures();
  const chain = new CustodyChain(asked, { evidence: source.name, pointer: '' });
  const take = (bytes: Bytes): boolean => {
    const line = hashes.size;
    const hash = sha256(bytes);
    hashes.push(hash);
    const known = seen.of(line, before?.signaturesOf(line, hash) ?? null);
    return underEngine(asked.engine, () => chain.line(bytes, known));
  };
  const read = source.each(take);
  if (!read.ok) return read;
  for (const line of more) take(line);
  if (chain.asksAgain) for (let i = 0; i < hashes.size && chain.againBy(hashes.at(i)); i++);
  const lineHash = (seq: number): string | null => (seq < hashes.size ? encodeHex(hashes.at(seq)) : null);
  const result = underEngine(asked.engine, () => chain.finish({ torn: 0, notes: [], tokens: [] }));
  const signaturesOf = (line: number, hash: Bytes): SeenSignatures | null =>
    line < hashes.size && equalBytes(hashes.at(line), hash) ? seen : null;
  return { ok: true, value: { ...result, torn: read.value.torn, lineHash, signaturesOf } };
}

export type NotPassed = Extract<Check, { readonly outcome: 'failed' | 'indeterminate' }>;

/** Left open, and nothing that is written later closes it: a time that was claimed stays claimed, a key that nobody had introduced is nobody's. */
const FOR_EVER: ReadonlySet<ReasonCode> = new Set<ReasonCode>([
  'custody-time-order',
  'custody-time-future',
  'claimed-time-contradicted',
  'signer-key-unknown',
]);

export interface Difference {
  /** Refuted with the new lines, or open for ever, and not without them. */
  readonly refused: readonly NotPassed[];
  /** Left open with them, and not without them. */
  readonly open: readonly NotPassed[];
}

/** What is found with further lines that was not found without. That the log has not ended is no news while it is written. */
export function whatChanges(before: readonly Check[], after: readonly Check[]): Difference {
  const known = new Map<string, NotPassed[]>();
  for (const check of before.filter(isNotPassed))
    known.set(nameOf(check), [...(known.get(nameOf(check)) ?? []), check]);
  const news = after.filter(isNotPassed).filter((check) => {
    if (check.id === 'custody.tail') return false;
    const same = known.get(nameOf(check)) ?? [];
    return placesOf(check) > (same[0] === undefined ? 0 : placesOf(same[0])) && isNews(check, same, after);
  });
  const isRefused = ({ outcome, reason }: NotPassed): boolean => outcome === 'failed' || FOR_EVER.has(reason);
  return { refused: news.filter(isRefused), open: news.filter((check) => !isRefused(check)) };
}

/** Of many places only the first are kept, so that the new one may not be among them: then those that are stand for it. */
function isNews({ detail, id, reason }: NotPassed, same: readonly NotPassed[], after: readonly Check[]): boolean {
  if (!same.some((one) => one.detail === detail)) return true;
  const others = after.filter(isNotPassed).filter((one) => one.id === id && one.reason === reason);
  return others.every((one) => same.some((old) => old.detail === one.detail));
}

/** What must hold for anything to be said of what comes next: lines that can be read, in their order. */
export function whatIsBroken(checks: readonly Check[]): NotPassed[] {
  return checks
    .filter(isNotPassed)
    .filter(
      ({ id, reason }) =>
        reason !== 'custody-log-empty' &&
        (id === 'custody.format' || id === 'custody.links' || id === 'custody.sequence' || id === 'custody.fork'),
    );
}

function isNotPassed(check: Check): check is NotPassed {
  return check.outcome === 'failed' || check.outcome === 'indeterminate';
}

function nameOf({ id, reason }: NotPassed): string {
  return `${id} ${reason}`;
}

function placesOf({ facts }: NotPassed): number {
  const { places } = facts;
  return typeof places === 'number' ? places : 1;
}
