// SPDX-License-Identifier: Apache-2.0
import type { Engine } from '../../crypto/engine.ts';
import type { SigningKey } from '../../crypto/private-key.ts';
import type { Signer } from '../signer.ts';
import { verifiedUnder } from './verified-under.ts';

/** A private key that this process holds: of a key file, or of a cosign key once it is open. */
export function keySigner(key: SigningKey, engine: Engine, name = 'key'): Signer {
  const { publicKey, scheme } = key;
  return {
    name,
    identity: { kind: 'public-key', key: publicKey, scheme },
    sign: (message) => key.sign(message),
    verify: verifiedUnder(engine, scheme, publicKey),
  };
}
