// SPDX-License-Identifier: Apache-2.0
import type { Bytes } from '../model/bytes.ts';
import type { HashName, PublicKey, SchemeId } from '../model/public-key.ts';
import type { Algorithm } from './algorithm.ts';
import { ALGORITHMS, schemeFits } from './algorithms.ts';
import { DIGEST_BYTES, type DigestWitness, witnessed } from './digest.ts';
import { verifyMac } from './mac.ts';
import type { SignatureEncoding, VerifyOutcome } from './outcome.ts';

export { outcomeReason, type SignatureEncoding, type VerifyOutcome } from './outcome.ts';

export type EngineId = 'native' | 'noble' | 'dual';

/**
 * Who does the mathematics. Nothing here throws for any octets of message and signature, and nothing here looks at
 * `key.weakness`: a weak key is the caller's question.
 */
export interface Engine {
  readonly id: EngineId;
  /** The second opinion that `underEngine` takes on every digest, or null. */
  readonly witness: DigestWitness | null;
  /** Which implementations stand behind an outcome: one name where the other has no such algorithm ("one engine"). */
  enginesFor(scheme: SchemeId): readonly ('native' | 'noble')[];
  verify(scheme: SchemeId, key: PublicKey, message: Bytes, sig: Bytes, encoding?: SignatureEncoding): VerifyOutcome;
  /** Where the digest of the message is all there is: ECDSA only, and only in noble. */
  verifyDigest(
    scheme: SchemeId,
    key: PublicKey,
    digest: Bytes,
    sig: Bytes,
    encoding?: SignatureEncoding,
  ): VerifyOutcome;
  /** HMAC of full length. */
  verifyMac(hash: HashName, secret: Bytes, message: Bytes, tag: Bytes): VerifyOutcome;
}

type Noble = typeof import('./noble.ts');
type Judge = (algorithm: Algorithm) => VerifyOutcome;

/** node:crypto, at once and without noble: a bare digest is then `engine-lacks-algorithm`. */
export const nativeEngine: Engine = engineOf('native', null);

/**
 * @param options.digestOnly for `native`: bring noble's ECDSA along for the case that only a digest is at hand
 */
export async function loadEngine(id: EngineId, options: { readonly digestOnly?: boolean } = {}): Promise<Engine> {
  if (id === 'native' && options.digestOnly !== true) return nativeEngine;
  return engineOf(id, await import('./noble.ts'));
}

/**
 * Runs synchronous work in which every digest passes through both implementations where the engine is `dual`.
 *
 * @throws Malformed `engines-disagree`, and whatever the work throws
 */
export function underEngine<T>(engine: Engine, work: () => T): T {
  return witnessed(engine.witness, work);
}

function engineOf(id: EngineId, noble: Noble | null): Engine {
  const native = id !== 'noble';
  const second = id === 'native' ? null : noble;
  return {
    id,
    witness: id === 'dual' && noble !== null ? noble.nobleDigest : null,
    enginesFor(scheme) {
      return ALGORITHMS[scheme].engines.filter((name) => id === 'dual' || name === id);
    },
    verify(scheme, key, message, sig, encoding = 'der') {
      return judged(scheme, key, sig, encoding, (algorithm) => {
        const has = second !== null && algorithm.engines.includes('noble');
        return agreed(
          native && algorithm.engines.includes('native') ? algorithm.verifyNatively(key, message, sig, encoding) : null,
          has ? second.verifyWithNoble(algorithm, key, message, sig, encoding) : null,
        );
      });
    },
    verifyDigest(scheme, key, digest, sig, encoding = 'der') {
      return judged(scheme, key, sig, encoding, ({ byDigest, hash }) => {
        if (!byDigest || hash === null || digest.length !== DIGEST_BYTES.get(hash)) return 'signed-data-needed';
        return agreed(null, noble?.verifyDigestWithNoble(key, digest, sig, encoding) ?? null);
      });
    },
    verifyMac(hash, secret, message, tag) {
      return agreed(
        native ? verifyMac(hash, secret, message, tag) : null,
        second?.nobleVerifyMac(hash, secret, message, tag) ?? null,
      );
    },
  };
}

/** What holds whichever engine is asked: the scheme is the key's own, and the signature has its form. */
function judged(
  scheme: SchemeId,
  key: PublicKey,
  sig: Bytes,
  encoding: SignatureEncoding,
  judge: Judge,
): VerifyOutcome {
  if (!schemeFits(scheme, key)) return 'algorithm-key-mismatch';
  const algorithm = ALGORITHMS[scheme];
  const form = algorithm.judgeForm(key, sig, encoding);
  return form === 'well-formed' ? judge(algorithm) : form;
}

/** One verdict of those that were asked; null stands for an engine that was not. */
function agreed(native: boolean | null, noble: boolean | null): VerifyOutcome {
  const verdict = native ?? noble;
  if (verdict === null) return 'engine-lacks-algorithm';
  if (noble !== null && noble !== verdict) return 'engines-disagree';
  return verdict ? 'valid' : 'invalid';
}
