// SPDX-License-Identifier: Apache-2.0
import { readPae } from '../envelope/pae.ts';
import type { Bytes } from '../model/bytes.ts';
import { Malformed } from '../model/malformed.ts';
import { messageBundleBytes } from './bundle-text.ts';
import { signMessage } from './seal.ts';
import type { Signer } from './signer.ts';

/**
 * That a signature over the octets themselves would not be one over something else too: whoever signs the pre-authentication encoding
 * of an envelope as a file has signed the envelope, without a look at what it states.
 *
 * @throws Malformed `signing-blob`
 */
export function requireBlob(bytes: Bytes): void {
  if (readPae(bytes) !== null)
    throw new Malformed('signing-blob', 'the file is the pre-authentication encoding of a DSSE envelope');
}

/**
 * A file itself, signed: a Sigstore bundle v0.3 with a message signature and the digest of the file, which names the public key; as
 * `cosign sign-blob --new-bundle-format --key` writes it where no log is asked.
 *
 * @throws Malformed `signing-blob`, `algorithm-unsupported` for a shared secret, and as `signMessage`
 */
export async function signBlob(bytes: Bytes, signer: Signer): Promise<Bytes> {
  requireBlob(bytes);
  return messageBundleBytes(bytes, await signMessage(signer, bytes), signer);
}
