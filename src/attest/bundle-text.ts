// SPDX-License-Identifier: Apache-2.0
import { ALGORITHMS } from '../crypto/algorithms.ts';
import { digest, sha256 } from '../crypto/digest.ts';
import { encodeBase64 } from '../encoding/base64.ts';
import { canonicalJson } from '../encoding/canonical-json.ts';
import type { Bytes } from '../model/bytes.ts';
import type { JsonObject } from '../model/json.ts';
import { Malformed } from '../model/malformed.ts';
import type { HashName } from '../model/public-key.ts';
import type { Sealed } from './seal.ts';
import type { Signer, SignerIdentity } from './signer.ts';

const MEDIA_TYPE = 'application/vnd.dev.sigstore.bundle.v0.3+json';
/** Numbers of sigstore_common.proto by their names there. */
const HASH_NAMES: Readonly<Record<HashName, string>> = { sha256: 'SHA2_256', sha384: 'SHA2_384', sha512: 'SHA2_512' };

/**
 * A Sigstore bundle v0.3 whose verification material is a public key, as cosign writes it: the hint is the base64 of the SHA-256 of
 * the SubjectPublicKeyInfo. It holds no log entry and no time: nothing here can ask anybody for one.
 *
 * @throws Malformed `algorithm-unsupported` for a shared secret, which no bundle can name, and `signature-count`
 */
export function bundleBytes(sealed: Sealed, { identity }: Signer): Bytes {
  const [signature, second] = sealed.signatures;
  if (signature === undefined || second !== undefined)
    throw new Malformed('signature-count', 'a bundle has exactly one signature');
  const dsseEnvelope = {
    payload: encodeBase64(sealed.payload),
    payloadType: sealed.payloadType,
    signatures: [{ sig: encodeBase64(signature.sig) }],
  };
  return written({ dsseEnvelope }, publicKeyOf(identity));
}

/**
 * The same for a signature over a file itself. The digest in it is by the hash of the signature, so that whoever has nothing but that can
 * verify it; Ed25519 hashes by itself, and there it is SHA-256.
 *
 * @throws Malformed `algorithm-unsupported` for a shared secret
 */
export function messageBundleBytes(message: Bytes, signature: Bytes, { identity }: Signer): Bytes {
  const by = publicKeyOf(identity);
  const hash = ALGORITHMS[by.scheme].hash ?? 'sha256';
  const messageDigest = { algorithm: HASH_NAMES[hash], digest: encodeBase64(digest(hash, message)) };
  return written({ messageSignature: { messageDigest, signature: encodeBase64(signature) } }, by);
}

type PublicKeyIdentity = Extract<SignerIdentity, { readonly kind: 'public-key' }>;

function publicKeyOf(identity: SignerIdentity): PublicKeyIdentity {
  if (identity.kind === 'public-key') return identity;
  throw new Malformed('algorithm-unsupported', 'a bundle names a public key, and a shared secret has none');
}

function written(content: JsonObject, { key }: PublicKeyIdentity): Bytes {
  const text = canonicalJson({
    ...content,
    mediaType: MEDIA_TYPE,
    verificationMaterial: { publicKey: { hint: encodeBase64(sha256(key.spki)) } },
  });
  const bytes = new Uint8Array(text.length + 1);
  bytes.set(text);
  bytes[text.length] = 0x0a;
  return bytes;
}
