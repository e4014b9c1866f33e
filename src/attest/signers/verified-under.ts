// SPDX-License-Identifier: Apache-2.0
import type { Engine } from '../../crypto/engine.ts';
import { outcomeReason } from '../../crypto/outcome.ts';
import type { Bytes } from '../../model/bytes.ts';
import { Malformed } from '../../model/malformed.ts';
import type { PublicKey, SchemeId } from '../../model/public-key.ts';

/**
 * The `verify` of a signer with a public key. That an engine cannot tell is no word about the signature.
 *
 * @throws Malformed the reason of the engine, from what is returned
 */
export function verifiedUnder(engine: Engine, scheme: SchemeId, key: PublicKey) {
  return (message: Bytes, signature: Bytes): boolean => {
    const outcome = engine.verify(scheme, key, message, signature);
    const reason = outcomeReason(outcome);
    // Octets that are no signature of the scheme are none by the key either.
    if (reason !== null && outcome !== 'invalid' && reason !== 'signature-encoding')
      throw new Malformed(
        reason,
        `the engine ${engine.id} and ${scheme}: what is signed is verified before it goes out`,
      );
    return reason === null;
  };
}
