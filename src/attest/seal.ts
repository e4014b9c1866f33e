// SPDX-License-Identifier: Apache-2.0
import { encodeBase64 } from '../encoding/base64.ts';
import { encodeUtf8 } from '../encoding/utf8.ts';
import { pae } from '../envelope/pae.ts';
import type { Bytes } from '../model/bytes.ts';
import { Malformed } from '../model/malformed.ts';
import { keyIdOf, type Signer } from './signer.ts';

export const STATEMENT_TYPE = 'application/vnd.in-toto+json';

export interface SealedSignature {
  readonly keyid: string | null;
  readonly sig: Bytes;
}

/** What was signed, with signatures that have been verified: not yet in any wire form. */
export interface Sealed {
  readonly payloadType: string;
  readonly payload: Bytes;
  readonly signatures: readonly SealedSignature[];
}

/**
 * Signs the octets that are given, and verifies what came of it before anybody sees it.
 *
 * @throws Malformed what the signer throws, and `signature-mismatch` where it has signed something else
 */
export async function signMessage(signer: Signer, message: Bytes): Promise<Bytes> {
  const sig = await signer.sign(message);
  if (!(await signer.verify(message, sig)))
    throw new Malformed('signature-mismatch', `what the signer ${signer.name} gave is no signature of its over this`);
  return sig;
}

/** A DSSE v1.0 envelope over the payload, by each of the signers. @throws Malformed as `signMessage` */
export async function seal(signers: readonly Signer[], payload: Bytes, payloadType: string): Promise<Sealed> {
  const message = pae(payloadType, payload);
  const signatures: SealedSignature[] = [];
  for (const signer of signers) signatures.push({ keyid: keyIdOf(signer), sig: await signMessage(signer, message) });
  return { payloadType, payload, signatures };
}

/** The JSON envelope (DSSE v1.0 §envelope), one line. Without a key id the member is left out, which means the same as empty. */
export function dsseText({ payloadType, payload, signatures }: Sealed): string {
  return `${JSON.stringify(dsseJson({ payloadType, payload, signatures }))}\n`;
}

export function dsseJson({ payloadType, payload, signatures }: Sealed) {
  return {
    payload: encodeBase64(payload),
    payloadType,
    signatures: signatures.map(({ keyid, sig }) => ({ ...(keyid === null ? {} : { keyid }), sig: encodeBase64(sig) })),
  };
}

export function dsseBytes(sealed: Sealed): Bytes {
  return encodeUtf8(dsseText(sealed));
}
