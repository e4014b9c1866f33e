// SPDX-License-Identifier: Apache-2.0
import { sha256 } from '../crypto/digest.ts';
import { encodeBase64 } from '../encoding/base64.ts';
import { canonicalJson } from '../encoding/canonical-json.ts';
import type { Bytes } from '../model/bytes.ts';
import type { JsonObject } from '../model/json.ts';
import { Malformed } from '../model/malformed.ts';
import type { Sealed } from './seal.ts';
import type { Signer } from './signer.ts';

const MEDIA_TYPE = 'application/vnd.dev.sigstore.bundle.v0.3+json';

/**
 * A Sigstore bundle v0.3 whose verification material is a public key, as cosign writes it: the hint is the base64 of the SHA-256 of
 * the SubjectPublicKeyInfo. It holds no log entry and no time: nothing here can ask anybody for one.
 *
 * @throws Malformed `algorithm-unsupported` for a shared secret, which no bundle can name, and `signature-count`
 */
export function bundleBytes(sealed: Sealed, { identity }: Signer): Bytes {
  if (identity.kind !== 'public-key')
    throw new Malformed('algorithm-unsupported', 'a bundle names a public key, and a shared secret has none');
  const [signature, second] = sealed.signatures;
  if (signature === undefined || second !== undefined)
    throw new Malformed('signature-count', 'a bundle has exactly one signature');
  const bundle: JsonObject = {
    dsseEnvelope: {
      payload: encodeBase64(sealed.payload),
      payloadType: sealed.payloadType,
      signatures: [{ sig: encodeBase64(signature.sig) }],
    },
    mediaType: MEDIA_TYPE,
    verificationMaterial: { publicKey: { hint: encodeBase64(sha256(identity.key.spki)) } },
  };
  const text = canonicalJson(bundle);
  const bytes = new Uint8Array(text.length + 1);
  bytes.set(text);
  bytes[text.length] = 0x0a;
  return bytes;
}
