// SPDX-License-Identifier: Apache-2.0
/** Plain octets. Never a Buffer by contract: nothing may call toString() on evidence by accident. */
export type Bytes = Uint8Array;

declare const brand: unique symbol;
/** A value that cannot be mixed up with another of the same representation. */
export type Brand<T, B extends string> = T & { readonly [brand]: B };

/** 64 lowercase hexadecimal digits. */
export type Sha256 = Brand<string, 'sha256'>;

export type NonEmpty<T> = readonly [T, ...T[]];

/** Constant-shape comparison of two octet strings (these are public values: no timing claim is made). */
export function equalBytes(a: Bytes, b: Bytes): boolean {
  if (a.length !== b.length) return false;
  for (let i = 0; i < a.length; i++) if (a[i] !== b[i]) return false;
  return true;
}
