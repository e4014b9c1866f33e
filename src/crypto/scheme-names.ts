// SPDX-License-Identifier: Apache-2.0
import type { SchemeId } from '../model/public-key.ts';

/**
 * The names that command lines, trust stores, in-toto and TUF keys, JWS (RFC 7518 §3.1) and test vectors use for our
 * schemes. Names that leave the hash or the padding open (`ecdsa`, `rsa`) are not here: they decide nothing.
 */
const ALIASES: Readonly<Record<SchemeId, readonly string[]>> = {
  ed25519: ['eddsa', 'ssh-ed25519', 'ed25519-sha512'],
  'ml-dsa-44': [],
  'ecdsa-p256-sha256': [...ecdsa('256', 'sha256'), 'ecdsa-sha2-nistp256', 'es256'],
  'ecdsa-p256-sha384': ecdsa('256', 'sha384'),
  'ecdsa-p256-sha512': ecdsa('256', 'sha512'),
  'ecdsa-p384-sha256': ecdsa('384', 'sha256'),
  'ecdsa-p384-sha384': [...ecdsa('384', 'sha384'), 'ecdsa-sha2-nistp384', 'es384'],
  'ecdsa-p384-sha512': ecdsa('384', 'sha512'),
  'ecdsa-p521-sha256': ecdsa('521', 'sha256'),
  'ecdsa-p521-sha384': ecdsa('521', 'sha384'),
  'ecdsa-p521-sha512': [...ecdsa('521', 'sha512'), 'ecdsa-sha2-nistp521', 'es512'],
  'rsa-pkcs1v15-sha256': [...pkcs1('sha256'), 'rs256'],
  'rsa-pkcs1v15-sha384': [...pkcs1('sha384'), 'rs384'],
  'rsa-pkcs1v15-sha512': [...pkcs1('sha512'), 'rs512'],
  'rsa-pss-sha256': [...pss('sha256'), 'ps256'],
  'rsa-pss-sha384': [...pss('sha384'), 'ps384'],
  'rsa-pss-sha512': [...pss('sha512'), 'ps512'],
};

const NAMES: ReadonlyMap<string, SchemeId> = new Map(
  (Object.entries(ALIASES) as [SchemeId, readonly string[]][]).flatMap(([id, names]) =>
    [id, ...names].map((name): [string, SchemeId] => [squeezed(name), id]),
  ),
);

/** The scheme of that name, whatever its case and its separators (`-`, `_`, `/`, `.`); null for every other text. */
export function resolveScheme(name: string): SchemeId | null {
  return NAMES.get(squeezed(name)) ?? null;
}

function squeezed(name: string): string {
  return name.toLowerCase().replace(/[-_/.]/g, '');
}

function ecdsa(bits: string, hash: string): string[] {
  return [`ecdsa-nistp${bits}-${hash}`, `ecdsa-secp${bits}r1-${hash}`];
}

function pkcs1(hash: string): string[] {
  return [`rsa-pkcs1-${hash}`, `rsassa-pkcs1-${hash}`, `rsassa-pkcs1-v1_5-${hash}`];
}

function pss(hash: string): string[] {
  return [`rsassa-pss-${hash}`, `rsa-pss-mgf1-${hash}`, `rsassa-pss-mgf1-${hash}`];
}
