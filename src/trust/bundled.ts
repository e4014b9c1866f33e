// SPDX-License-Identifier: Apache-2.0
import { decodeBase64 } from '../encoding/base64.ts';
import { parseRfc3339 } from '../encoding/rfc3339.ts';
import type { Bytes } from '../model/bytes.ts';
import type { Instant } from '../model/instant.ts';
import type { TrustedRoot, TrustOrigin } from '../model/trusted-root.ts';
import { BUNDLED_TRUST } from './generated/bundled-trust.generated.ts';
import { parseRegistryKeys, type RegistryKeys } from './npm-keys.ts';
import { parseTrustedRoots } from './trusted-root.ts';

let root: TrustedRoot | undefined;
let keys: RegistryKeys | undefined;

/** The public-good Sigstore root that this build carries; read once, and only when it is asked for. */
export function bundledTrustedRoot(): TrustedRoot {
  root ??= fromPackage(
    parseTrustedRoots(
      decodeBase64(BUNDLED_TRUST.trustedRoot),
      'bundled:sigstore-public-good',
      bundledTrustIssuedAt(),
    )[0]!,
  );
  return root;
}

/** The npm registry's keys that this build carries. */
export function bundledRegistryKeys(): RegistryKeys {
  keys ??= fromPackage(
    parseRegistryKeys(decodeBase64(BUNDLED_TRUST.registryKeys), 'bundled:npm-registry-keys', bundledTrustIssuedAt()),
  );
  return keys;
}

/** The names under which this build carries trust, and what each is. */
export const BUNDLED_NAMES = {
  'sigstore-public-good': 'trusted root of the public-good instance of Sigstore',
  'npm-registry-keys': 'keys of the npm registry',
  'sigstore-public-good-tuf-root': 'TUF root from which the first one is renewed',
} as const;
export type BundledName = keyof typeof BUNDLED_NAMES;

/** The document itself. The TUF root is loaded where it is asked for: no verification needs it. */
export async function bundledBytes(name: BundledName): Promise<Bytes> {
  if (name === 'sigstore-public-good') return decodeBase64(BUNDLED_TRUST.trustedRoot);
  if (name === 'npm-registry-keys') return decodeBase64(BUNDLED_TRUST.registryKeys);
  const { BUNDLED_TUF_ROOT } = await import('./generated/bundled-tuf-root.generated.ts');
  return decodeBase64(BUNDLED_TUF_ROOT);
}

/** The package, and its publication date, that the two were taken from: neither document has a date of its own. */
export function bundledTrustSource(): string {
  return `${BUNDLED_TRUST.source}, published ${BUNDLED_TRUST.publishedAt}`;
}

function fromPackage<T extends { readonly origin: TrustOrigin }>(trust: T): T {
  return { ...trust, origin: { ...trust.origin, source: BUNDLED_TRUST.source } };
}

/** When the package was published: this build is of that day or later. */
export function bundledTrustIssuedAt(): Instant {
  return parseRfc3339(BUNDLED_TRUST.publishedAt).time;
}
