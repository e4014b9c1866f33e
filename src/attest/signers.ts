// SPDX-License-Identifier: Apache-2.0

import { openCosignKey } from '../crypto/cosign-key.ts';
import { type Engine, nativeEngine } from '../crypto/engine.ts';
import { importPrivateKey, type SigningKey } from '../crypto/private-key.ts';
import type { Bytes } from '../model/bytes.ts';
import { Malformed } from '../model/malformed.ts';
import type { SchemeId } from '../model/public-key.ts';
import type { Signer } from './signer.ts';
import { hmacSigner } from './signers/hmac.ts';
import { keySigner } from './signers/key.ts';
import type { KmsPlugin } from './signers/kms.ts';

/** What a signer is made of. Secrets come as octets, from wherever the caller keeps them: nothing here reads a file. */
export interface SignerMaterial {
  /** The private key file, as it stands. */
  readonly keyFile?: Bytes;
  /** Opens an encrypted key file. */
  readonly passphrase?: Bytes | null;
  /** Where the key leaves its scheme open. */
  readonly scheme?: SchemeId | null;
  /** The shared secret. */
  readonly secret?: Bytes;
  /** A program that holds the key. */
  readonly kms?: KmsPlugin;
  /** Verifies what was signed. */
  readonly engine?: Engine;
}

export interface SignerRow {
  readonly summary: string;
  /** Members of the material that it cannot do without. */
  readonly needs: readonly (keyof SignerMaterial)[];
  /** @throws Malformed `key-format`, `key-weak`, `algorithm-…`, `signer-…` */
  readonly open: (material: SignerMaterial) => Signer | Promise<Signer>;
}

/** SIGNERS: one row per kind of signer. Null prototype: `constructor` is none. */
export const SIGNERS: Readonly<Record<SignerName, SignerRow>> = Object.freeze(
  Object.assign(Object.create(null), {
    hmac: {
      summary: 'HMAC-SHA-256 under a shared secret of at least 32 bytes',
      needs: ['secret'],
      open: ({ secret, engine = nativeEngine }) => hmacSigner(secret!, engine),
    },
    key: {
      summary: 'a private key file: Ed25519, ECDSA or RSA; PKCS#8, encrypted PKCS#8, SEC 1, PKCS#1 or JWK',
      needs: ['keyFile'],
      open: ({ keyFile, passphrase = null, scheme = null, engine = nativeEngine }) =>
        keySigner(underScheme(importPrivateKey(keyFile!, passphrase), scheme), engine),
    },
    cosign: {
      summary: 'a key pair of cosign: encrypted cosign.key and its password',
      needs: ['keyFile', 'passphrase'],
      open: ({ keyFile, passphrase, scheme = null, engine = nativeEngine }) =>
        keySigner(underScheme(openCosignKey(keyFile!, passphrase ?? new Uint8Array()), scheme), engine, 'cosign'),
    },
    kms: {
      summary: 'a key in another program, by the KMS plugin protocol of Sigstore: a hardware token, a key service',
      needs: ['kms'],
      open: async ({ kms, scheme = null, engine = nativeEngine }) =>
        (await import('./signers/kms.ts')).kmsSigner(kms!, scheme, engine),
    },
  } satisfies Record<SignerName, SignerRow>),
);

export type SignerName = 'hmac' | 'key' | 'cosign' | 'kms';
export const SIGNER_NAMES = Object.keys(SIGNERS) as readonly SignerName[];

/** @throws Malformed what the row throws, and `signer-failed` where its material is not all there */
export async function openSigner(name: SignerName, material: SignerMaterial): Promise<Signer> {
  const row = SIGNERS[name];
  const missing = row.needs.find((member) => material[member] === undefined);
  if (missing !== undefined) throw new Malformed('signer-failed', `the signer ${name} wants ${missing}`);
  return row.open(material);
}

function underScheme(key: SigningKey, scheme: SchemeId | null): SigningKey {
  return scheme === null ? key : key.under(scheme);
}
