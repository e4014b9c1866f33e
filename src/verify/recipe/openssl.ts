// SPDX-License-Identifier: Apache-2.0
import type { SchemeId } from '../../model/public-key.ts';

const SALTS: Readonly<Record<string, string>> = { sha256: '32', sha384: '48', sha512: '64' };

/** The command of OpenSSL by which a signature is verified, as its words. */
export function verifyCommand(
  scheme: SchemeId,
  over: 'message' | 'digest',
  { key, data, sig }: { readonly key: string; readonly data: string; readonly sig: string },
): string[] {
  // Neither Ed25519 nor ML-DSA has a digest of its own to be named.
  if (scheme === 'ed25519' || scheme === 'ml-dsa-44')
    return ['openssl', 'pkeyutl', '-verify', '-pubin', '-inkey', key, '-rawin', '-in', data, '-sigfile', sig];
  if (over === 'digest')
    return ['openssl', 'pkeyutl', '-verify', '-pubin', '-inkey', key, '-in', data, '-sigfile', sig];
  const hash = scheme.slice(scheme.lastIndexOf('-') + 1);
  const padding = scheme.startsWith('rsa-pss-')
    ? ['-sigopt', 'rsa_padding_mode:pss', '-sigopt', `rsa_pss_saltlen:${SALTS[hash]}`]
    : [];
  return ['openssl', 'dgst', `-${hash}`, ...padding, '-verify', key, '-signature', sig, data];
}
