// SPDX-License-Identifier: Apache-2.0
import { sha256Hex } from '../crypto/digest.ts';
import { Base64Glance, octetsAsText } from '../encoding/base64-glance.ts';
import { encodeHex } from '../encoding/hex.ts';
import { LIMITS } from '../encoding/limits.ts';
import { RFC_6962 } from '../merkle/tree.ts';
import { TreeHasher } from '../merkle/tree-hasher.ts';
import type { Bytes } from '../model/bytes.ts';
import { attempt } from '../model/malformed.ts';
import { readEvent } from './event.ts';
import type { Ledger } from './ledger.ts';
import { PAYLOAD_BEGINS, readLine } from './line.ts';
import { Sequence } from './sequence.ts';

const QUOTE = 0x22;
/** As writers write it: of the members of `event` the type is the last. */
const EVENT = '"event":{';
const OPENS = '"type":"open"';
const CLOSES = '"type":"close"';

/** Where a text stands, in payloads that are mostly alike: where it stood last, or anywhere. */
class Place {
  #at = 0;

  /** @returns -1: it is not there */
  in(text: string, part: string): number {
    if (!text.startsWith(part, this.#at)) {
      const found = text.indexOf(part);
      if (found === -1) return -1;
      this.#at = found;
    }
    return this.#at;
  }
}

/**
 * C02 and C03 alone, and the root, of a log of any length in the same memory. Whose lines they are is not asked: no signature is
 * verified, and no line is read as an event that holds, in its payload, the very number and link that come next. That is enough for
 * a chain: the hash of each line is among the octets of the next one.
 */
export class Links {
  readonly #ledger: Ledger;
  readonly #sequence: Sequence;
  readonly #tree = new TreeHasher(RFC_6962);
  readonly #glance = new Base64Glance();
  readonly #log = new Place();
  readonly #case = new Place();
  readonly #event = new Place();
  #head: string | null = null;
  /** The same in every line, octet for octet. */
  #same: { readonly caseText: string; readonly logText: string } | null = null;
  /** Line that has the hash which was looked for. */
  #found: number | null = null;
  readonly #wanted: string | null;

  /** @param wanted lowercase SHA-256 of a line that is looked for; null: none is */
  constructor(ledger: Ledger, wanted: string | null) {
    this.#ledger = ledger;
    this.#sequence = new Sequence(ledger);
    this.#wanted = wanted;
  }

  get lines(): number {
    return this.#tree.size;
  }

  get head(): string | null {
    return this.#head;
  }

  get root(): string {
    return encodeHex(this.#tree.root());
  }

  get found(): number | null {
    return this.#found;
  }

  get sequence(): Sequence {
    return this.#sequence;
  }

  /** One line without its LF, in the order of the file. @returns false: no further line is read */
  line(bytes: Bytes): boolean {
    const line = this.lines;
    if (line >= LIMITS.custodyLines) {
      this.#ledger.note('custody.format', line, 'limit-exceeded', `more than ${LIMITS.custodyLines} lines`);
      return false;
    }
    const hash = sha256Hex(bytes);
    this.#tree.addData(bytes);
    this.#head = hash;
    if (hash === this.#wanted) this.#found = line;
    if (this.#isNext(bytes)) this.#sequence.follow(hash);
    else this.#read(bytes, line, hash);
    return true;
  }

  #isNext(bytes: Bytes): boolean {
    const expected = this.#sequence.expected;
    if (expected === null || bytes.length > LIMITS.custodyLine) return false;
    const text = this.#payloadOf(bytes);
    const { seq, prev } = expected;
    const { caseText, logText } = this.#texts(expected);
    const log = this.#log.in(text, logText);
    if (log === -1 || this.#case.in(text, caseText) === -1) return false;
    const link = log + logText.length;
    if (!text.startsWith(prev, link) || !text.startsWith(`","seq":${seq}}`, link + prev.length)) return false;
    const event = this.#event.in(text, EVENT);
    const end = event === -1 ? -1 : text.indexOf('}', event);
    return end !== -1 && !text.startsWith(OPENS, end - OPENS.length) && !text.startsWith(CLOSES, end - CLOSES.length);
  }

  #texts({ origin, caseId }: { readonly origin: string; readonly caseId: string }) {
    this.#same ??= {
      caseText: octetsAsText(`"case":{"id":${JSON.stringify(caseId)}}`),
      logText: octetsAsText(`"log":{"origin":${JSON.stringify(origin)},"prev":"sha256:`),
    };
    return this.#same;
  }

  /** As far as it can be told; whatever is written in another way is read as an event. */
  #payloadOf(bytes: Bytes): string {
    const end = bytes.indexOf(QUOTE, PAYLOAD_BEGINS);
    if (end === -1) return '';
    return this.#glance.textOf(bytes, PAYLOAD_BEGINS, end);
  }

  #read(bytes: Bytes, line: number, hash: string): void {
    const read = attempt(() => readEvent(readLine(bytes).payload));
    if (read.ok) this.#sequence.see(read.value, line, hash);
    else {
      const { reason, detail } = read.problem;
      this.#ledger.note('custody.format', line, reason, `line ${line + 1}: ${detail}`);
      this.#sequence.unread(hash);
    }
  }
}
