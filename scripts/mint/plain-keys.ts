// SPDX-License-Identifier: Apache-2.0
import { type Bytes, utf8 } from './bytes.ts';
import { pretty } from './json.ts';
import { ecKey, edKey, p256Jwk, rsaKey } from './keys.ts';

/** The plain keys of the fixtures: what lies under fixtures/keys. */
export const RSA = rsaKey('plain rsa2048', 2048);
export const PLAIN = {
  ed25519: edKey('plain ed25519'),
  p256: ecKey('p256', 'plain p256'),
  p384: ecKey('p384', 'plain p384'),
  p521: ecKey('p521', 'plain p521'),
  rsa2048: RSA,
} as const;
export type PlainName = keyof typeof PLAIN;

const README = `# UNSAFE keys

Every private key here can be made again by anyone: each is derived from the SHA-256 of a fixed label by scripts/mint/keys.ts.
They exist so that \`node scripts/fixtures.ts\` writes the same fixtures byte for byte. Never trust a signature under them.
`;

export function keyFiles(): Record<string, Bytes> {
  const files: Record<string, Bytes> = { 'README.md': utf8(README) };
  for (const [name, key] of Object.entries(PLAIN)) {
    files[`${name}.pub.pem`] = utf8(key.publicPem);
    files[`${name}.UNSAFE.pem`] = utf8(key.privatePem);
  }
  files['p256.jwk.json'] = utf8(pretty(p256Jwk(PLAIN.p256)));
  files['ed25519.pub.der'] = PLAIN.ed25519.spki;
  return files;
}
