// SPDX-License-Identifier: Apache-2.0
import { equalTexts } from '../crypto/equal.ts';
import { decodeHex, encodeHex } from '../encoding/hex.ts';
import { parseJson } from '../encoding/json.ts';
import { asObject, requireArray, requireObject, requireString } from '../encoding/json-fields.ts';
import { decodeUtf8, encodeUtf8 } from '../encoding/utf8.ts';
import { readDsse } from '../envelope/dsse.ts';
import { attempt, Malformed } from '../model/malformed.ts';
import { PINNED_DIGEST_TYPE } from '../statement/predicate-types.ts';
import { pinStatement } from './pin-statement.ts';
import { dsseText, STATEMENT_TYPE, seal } from './seal.ts';
import type { Signer } from './signer.ts';

/** Signs and verifies the digest of a service, which it takes as text. What servers that pin digests ask of a signer. */
export interface AttestationSigner {
  readonly name: string;
  /** @param digest 64 lowercase hexadecimal characters */
  sign(digest: string): Promise<string>;
  verify(digest: string, signature: string): Promise<boolean>;
}

/**
 * A signature in hexadecimal over the 64 ASCII characters of the digest, as such servers have it today. It says nothing but the digest:
 * neither when, nor what for. Under `hmacSigner` it is their HMAC-SHA-256.
 */
export function hexAttestation(signer: Signer, name: string = signer.name): AttestationSigner {
  return {
    name,
    sign: async (digest) => encodeHex(await signer.sign(encodeUtf8(digest))),
    verify: async (digest, signature) => {
      const sig = attempt(() => decodeHex(signature));
      return sig.ok && (await signer.verify(encodeUtf8(digest), sig.value));
    },
  };
}

/** What a DSSE attestation of a digest says beside the digest. */
export interface PinAbout {
  /** What the surface is called. */
  readonly subject: string;
  /** RFC 3339. */
  readonly attestedAt: string;
  readonly toolCount: number;
}

/** A DSSE envelope (JSON) over an in-toto Statement whose subject has the digest. */
export function dsseAttestation(signer: Signer, about: PinAbout, name: string = signer.name): AttestationSigner {
  return {
    name,
    sign: async (digest) =>
      dsseText(await seal([signer], pinStatement({ ...about, digest, signerName: name }), STATEMENT_TYPE)).trimEnd(),
    verify: async (digest, signature) => {
      const read = attempt(() => {
        const parts = readDsse(asObject(parseJson(encodeUtf8(signature)), ''), '', null, NOWHERE, []);
        return { ...parts, stated: statedDigest(decodeUtf8(parts.content.payload)) };
      });
      if (!read.ok || read.value.content.payloadType !== STATEMENT_TYPE) return false;
      const { content, signatures, stated } = read.value;
      const [only, second] = signatures;
      if (only === undefined || second !== undefined) return false;
      return equalTexts(stated, digest) && (await signer.verify(content.pae, only.sig));
    },
  };
}

const NOWHERE = { evidence: '', pointer: '' };

/** @throws Malformed `json-shape`, and those of `parseJson` */
function statedDigest(payload: string): string {
  const statement = asObject(parseJson(encodeUtf8(payload)), '');
  if (requireString(statement, 'predicateType', '') !== PINNED_DIGEST_TYPE)
    throw new Malformed('json-shape', 'the statement pins nothing: its predicate is of another type');
  const [subject] = requireArray(statement, 'subject', '').map((one) => asObject(one, '/subject/0'));
  return requireString(requireObject(subject ?? {}, 'digest', '/subject/0'), 'sha256', '/subject/0/digest');
}
