// SPDX-License-Identifier: Apache-2.0
import { Malformed } from '../model/malformed.ts';
import type { KeyKind, PublicKey, SchemeId } from '../model/public-key.ts';
import type { Algorithm } from './algorithm.ts';
import { ecdsaScheme } from './ecdsa.ts';
import { ed25519Scheme } from './ed25519.ts';
import { mlDsa44Scheme } from './ml-dsa.ts';
import { rsaPkcs1Scheme, rsaPssScheme } from './rsa.ts';

export { resolveScheme } from './scheme-names.ts';

const ROWS: readonly Algorithm[] = [
  ed25519Scheme,
  mlDsa44Scheme,
  ecdsaScheme('ecdsa-p256', 'sha256'),
  ecdsaScheme('ecdsa-p256', 'sha384'),
  ecdsaScheme('ecdsa-p256', 'sha512'),
  ecdsaScheme('ecdsa-p384', 'sha256'),
  ecdsaScheme('ecdsa-p384', 'sha384'),
  ecdsaScheme('ecdsa-p384', 'sha512'),
  ecdsaScheme('ecdsa-p521', 'sha256'),
  ecdsaScheme('ecdsa-p521', 'sha384'),
  ecdsaScheme('ecdsa-p521', 'sha512'),
  rsaPkcs1Scheme('sha256'),
  rsaPkcs1Scheme('sha384'),
  rsaPkcs1Scheme('sha512'),
  rsaPssScheme('sha256'),
  rsaPssScheme('sha384'),
  rsaPssScheme('sha512'),
];

/** The whole list (attacks D01): nothing outside of it is ever computed. Null prototype: `constructor` is no scheme. */
export const ALGORITHMS: Readonly<Record<SchemeId, Algorithm>> = Object.freeze(
  Object.assign(Object.create(null), Object.fromEntries(ROWS.map((row) => [row.id, row]))),
);

/** Where neither key, command line nor trust store says otherwise: the hash as strong as the curve; RSA as most of the world. */
const DEFAULTS: Readonly<Record<KeyKind, SchemeId>> = {
  ed25519: 'ed25519',
  'ml-dsa-44': 'ml-dsa-44',
  'ecdsa-p256': 'ecdsa-p256-sha256',
  'ecdsa-p384': 'ecdsa-p384-sha384',
  'ecdsa-p521': 'ecdsa-p521-sha512',
  rsa: 'rsa-pkcs1v15-sha256',
};

/** Every scheme that a key may sign with. */
export function schemesOf(key: PublicKey): readonly SchemeId[] {
  return ROWS.filter((row) => fits(row, key)).map((row) => row.id);
}

/** Whether the scheme is one that this key may sign with. */
export function schemeFits(scheme: SchemeId, key: PublicKey): boolean {
  return fits(ALGORITHMS[scheme], key);
}

/**
 * The scheme to verify under. It comes from the key, and where a key leaves it open, from the caller (command line or
 * trust store): never from unsigned evidence (attacks B11).
 *
 * @throws Malformed `algorithm-key-mismatch`
 */
export function defaultScheme(key: PublicKey, asked: SchemeId | null): SchemeId {
  if (asked === null) return key.scheme ?? DEFAULTS[key.kind];
  if (schemeFits(asked, key)) return asked;
  const own = key.scheme === null ? `a key of kind ${key.kind}` : `a key that is for ${key.scheme} only`;
  throw new Malformed('algorithm-key-mismatch', `scheme ${asked} with ${own}`);
}

/**
 * The schemes that a key's signatures in files of their own are of, where nobody has said which: its default and, for P-384 and
 * P-521, ECDSA with SHA-256, which cosign and sigstore-python sign with whatever the curve. The first that verifies is the one:
 * both are strong, and nothing in the evidence selects.
 */
export function detachedSchemes(key: PublicKey): readonly [SchemeId, ...SchemeId[]] {
  const standard = defaultScheme(key, null);
  if (key.scheme !== null || (key.kind !== 'ecdsa-p384' && key.kind !== 'ecdsa-p521')) return [standard];
  return [standard, `${key.kind}-sha256`];
}

function fits(row: Algorithm, key: PublicKey): boolean {
  return row.kind === key.kind && (key.scheme === null || key.scheme === row.id);
}
