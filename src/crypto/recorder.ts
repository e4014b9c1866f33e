// SPDX-License-Identifier: Apache-2.0
import { hash } from 'node:crypto';
import type { Bytes } from '../model/bytes.ts';
import type { HashName, PublicKey, SchemeId } from '../model/public-key.ts';
import { DIGEST_BYTES, type DigestWitness } from './digest.ts';
import type { Engine, SignatureEncoding, VerifyOutcome } from './engine.ts';

/** One signature that was judged: what it is over, under which key, and what came of it. */
export interface SignatureRecord {
  readonly kind: 'signature';
  readonly scheme: SchemeId;
  readonly key: PublicKey;
  /** `digest`: nothing but the digest of the message was at hand. */
  readonly over: 'message' | 'digest';
  readonly message: Bytes;
  readonly signature: Bytes;
  readonly encoding: SignatureEncoding;
  readonly outcome: VerifyOutcome;
}

/** One digest that was computed. */
export interface HashRecord {
  readonly kind: 'hash';
  readonly name: HashName;
  readonly input: Bytes;
  readonly output: Bytes;
}

/** One authentication code that was judged. The secret is not kept. */
export interface MacRecord {
  readonly kind: 'mac';
  readonly hash: HashName;
  readonly message: Bytes;
  readonly tag: Bytes;
  readonly outcome: VerifyOutcome;
}

export type CryptoRecord = SignatureRecord | HashRecord | MacRecord;

/** More is no recipe that anybody would follow. */
const MOST_RECORDS = 50_000;
const MOST_OCTETS = 256 * 1024 * 1024;

/** Keeps what the cryptography of one run was asked and what it answered, each question once, so that it can be asked again elsewhere. */
export class Recorder {
  readonly #records = new Map<string, CryptoRecord>();
  #octets = 0;
  #full = false;

  get records(): readonly CryptoRecord[] {
    return [...this.#records.values()];
  }

  /** There was more than is kept. */
  get full(): boolean {
    return this.#full;
  }

  /** The same engine, with every question noted. */
  engine(engine: Engine): Engine {
    const second = engine.witness;
    return {
      id: engine.id,
      enginesFor: (scheme) => engine.enginesFor(scheme),
      witness: (name, bytes) => {
        const noted = this.digestWitness(name, bytes);
        return second === null ? noted : second(name, bytes);
      },
      verify: (scheme, key, message, signature, encoding = 'der') => {
        const outcome = engine.verify(scheme, key, message, signature, encoding);
        this.#note({ kind: 'signature', scheme, key, over: 'message', message, signature, encoding, outcome });
        return outcome;
      },
      verifyDigest: (scheme, key, digest, signature, encoding = 'der') => {
        const outcome = engine.verifyDigest(scheme, key, digest, signature, encoding);
        this.#note({ kind: 'signature', scheme, key, over: 'digest', message: digest, signature, encoding, outcome });
        return outcome;
      },
      verifyMac: (name, secret, message, tag) => {
        const outcome = engine.verifyMac(name, secret, message, tag);
        this.#note({ kind: 'mac', hash: name, message, tag, outcome });
        return outcome;
      },
    };
  }

  /** As a witness of digests: computes each of them and keeps it. */
  readonly digestWitness: DigestWitness = (name, bytes) => {
    const text = hash(name, bytes, 'latin1');
    const output = new Uint8Array(DIGEST_BYTES.get(name) ?? 0);
    for (let i = 0; i < text.length; i++) output[i] = text.charCodeAt(i);
    this.#note({ kind: 'hash', name, input: bytes, output });
    return output;
  };

  #note(record: CryptoRecord): void {
    const key = keyOf(record);
    if (this.#records.has(key)) return;
    const input = record.kind === 'hash' ? record.input : record.message;
    this.#octets += input.length;
    if (this.#records.size >= MOST_RECORDS || this.#octets > MOST_OCTETS) {
      this.#full = true;
      return;
    }
    // Whoever asked may write over his octets.
    this.#records.set(
      key,
      record.kind === 'hash' ? { ...record, input: input.slice() } : { ...record, message: input.slice() },
    );
  }
}

function keyOf(record: CryptoRecord): string {
  if (record.kind === 'hash') return `hash ${record.name} ${digestText(record.output)}`;
  const over = digestText(record.message, true);
  if (record.kind === 'mac') return `mac ${record.hash} ${over} ${digestText(record.tag, true)}`;
  const { scheme, key, signature, encoding } = record;
  return `signature ${scheme} ${record.over} ${key.fingerprint} ${encoding} ${over} ${digestText(signature, true)}`;
}

function digestText(bytes: Bytes, long = false): string {
  return long ? hash('sha256', bytes, 'base64') : [...bytes].map((octet) => String.fromCharCode(octet)).join('');
}
