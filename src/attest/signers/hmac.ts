// SPDX-License-Identifier: Apache-2.0
import type { Engine } from '../../crypto/engine.ts';
import { computeMac, weakSecret } from '../../crypto/mac.ts';
import type { Bytes } from '../../model/bytes.ts';
import { Malformed } from '../../model/malformed.ts';
import type { Signer } from '../signer.ts';

const HASH = 'sha256';

/**
 * HMAC-SHA-256 under a shared secret of at least 32 bytes. Whoever can verify it can make it: it tells members of a group from
 * outsiders, and never one member from another.
 *
 * @throws Malformed `key-weak`
 */
export function hmacSigner(secret: Bytes, engine: Engine): Signer {
  const weakness = weakSecret(secret);
  if (weakness !== null) throw new Malformed('key-weak', weakness);
  return {
    name: 'hmac',
    identity: { kind: 'shared-secret', hash: HASH },
    sign: (message) => computeMac(HASH, secret, message),
    verify: (message, signature) => engine.verifyMac(HASH, secret, message, signature) === 'valid',
  };
}
