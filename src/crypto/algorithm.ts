// SPDX-License-Identifier: Apache-2.0
import type { Bytes } from '../model/bytes.ts';
import type { HashName, KeyKind, PublicKey, SchemeId } from '../model/public-key.ts';
import type { SignatureEncoding, SignatureForm } from './outcome.ts';

/** What one signature scheme is, and how node:crypto verifies it. */
export interface Algorithm {
  readonly id: SchemeId;
  readonly kind: KeyKind;
  /** Null where the scheme hashes in its own way (Ed25519). */
  readonly hash: HashName | null;
  readonly engines: readonly ('native' | 'noble')[];
  /** Whether a digest of the message is enough to verify. */
  readonly byDigest: boolean;
  /** Rules on key and signature that hold before any engine is asked. */
  readonly judgeForm: (key: PublicKey, sig: Bytes, encoding: SignatureEncoding) => SignatureForm;
  /** Only for a form that was judged `well-formed`. */
  readonly verifyNatively: (key: PublicKey, message: Bytes, sig: Bytes, encoding: SignatureEncoding) => boolean;
}
