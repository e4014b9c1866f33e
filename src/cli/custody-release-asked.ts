// SPDX-License-Identifier: Apache-2.0
import { type FoundRelease, releaseOfProof } from '../attest/quote-release.ts';
import type { ChainAsked } from '../custody/chain.ts';
import { type CustodyEvent, readEvent } from '../custody/event.ts';
import { readLine } from '../custody/line.ts';
import { decodeUtf8 } from '../encoding/utf8.ts';
import { readDocument } from '../evidence/input.ts';
import { TLOG_PROOF_HEAD } from '../log/tlog-proof.ts';
import type { Bytes } from '../model/bytes.ts';
import { attempt, Malformed } from '../model/malformed.ts';
import { disclose } from '../verify/disclosure.ts';
import { type TimelineSource, verifyTimeline } from '../verify/timeline.ts';
import { fileSource } from './custody-asked.ts';
import { smallFile } from './custody-said.ts';
import { UsageError } from './usage-error.ts';

export interface ReleaseAsked {
  /** A tlog-proof, or the sender's log. */
  readonly from: string;
  /** Checkpoints of the sender's log in files of their own. */
  readonly notes: readonly string[];
  readonly receiver: string;
  readonly transferId: string | null;
}

/** The release that a file hands over. @throws UsageError in words of the file */
export function releaseAsked(question: ReleaseAsked, asked: ChainAsked): FoundRelease {
  const { from, transferId } = question;
  const found = attempt(() => {
    const document = readDocument(from);
    if (document.ok && isProof(document.value.bytes)) return releaseOfProof(decodeUtf8(document.value.bytes));
    return releaseOfProof(proofOf(question, asked));
  });
  if (found.ok && transferId !== null && found.value.transferId !== transferId)
    throw new UsageError(`--from ${from} releases the hand-off ${found.value.transferId}, not ${transferId}`);
  if (found.ok) return found.value;
  throw new UsageError(`--from ${from}: ${found.problem.reason}: ${found.problem.detail}`);
}

function isProof(bytes: Bytes): boolean {
  return new TextDecoder('latin1').decode(bytes.subarray(0, TLOG_PROOF_HEAD.length)) === TLOG_PROOF_HEAD;
}

/** From the sender's log: the last release to the receiver, with a proof made here. */
function proofOf({ from, notes, receiver, transferId }: ReleaseAsked, asked: ChainAsked): string {
  const finding = new Finding(fileSource(from, []), receiver, transferId);
  const sides = notes.map((name) => ({ name, bytes: smallFile('from-checkpoint', name) }));
  const { chain, item } = verifyTimeline(finding, { ...asked, keep: false, knownAt: null, notes: sides, tokens: [] });
  if (chain === null) {
    const read = item.checks.find(({ id }) => id === 'input.read');
    throw new Malformed('input-unreadable', read !== undefined && 'detail' in read ? read.detail : 'it cannot be read');
  }
  if (finding.found === null)
    throw new Malformed('custody-receive-unreleased', 'the log holds no such release to this receiver');
  return disclose(chain, finding.found.seq, finding.found.line);
}

/** The same log, of which the last release to somebody is kept. */
class Finding implements TimelineSource {
  readonly name: string;
  readonly #source: TimelineSource;
  readonly #receiver: string;
  readonly #transferId: string | null;
  found: { readonly seq: number; readonly line: Bytes } | null = null;

  constructor(source: TimelineSource, receiver: string, transferId: string | null) {
    this.name = source.name;
    this.#source = source;
    this.#receiver = receiver;
    this.#transferId = transferId;
  }

  each(line: (bytes: Bytes) => boolean) {
    let number = 0;
    return this.#source.each((bytes) => {
      const event = attempt(() => readEvent(readLine(bytes).payload));
      if (event.ok && this.#isWanted(event.value)) this.found = { seq: number, line: bytes };
      number++;
      return line(bytes);
    });
  }

  #isWanted({ type, says }: CustodyEvent): boolean {
    const { to, transferId } = says.custody ?? {};
    if (type !== 'transfer-release' || to?.id !== this.#receiver) return false;
    return this.#transferId === null || transferId === this.#transferId;
  }
}
