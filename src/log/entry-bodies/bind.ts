// SPDX-License-Identifier: Apache-2.0
import type { Bytes } from '../../model/bytes.ts';
import type { Facts } from '../../model/check.ts';
import type { JsonObject } from '../../model/json.ts';
import type { HashName, KeyKind } from '../../model/public-key.ts';
import type { SignedContent } from '../../model/signed-entity.ts';

/** The key that the entry must name: of the leaf certificate, or the plain key that the examiner gave. */
export interface SignerKey {
  /** Canonical SubjectPublicKeyInfo. */
  readonly spki: Bytes;
  /** null where the key is of a kind that is not supported. */
  readonly kind: KeyKind | null;
  /** The leaf certificate; null for a plain key. */
  readonly certificateDer: Bytes | null;
}

/** What an entry's body is compared with. */
export interface BindContext {
  readonly content: SignedContent;
  /** The one signature that the entry records. */
  readonly sig: Bytes;
  readonly keyHint: string | null;
  readonly signer: SignerKey;
  /** Digests of the artifact, by as many algorithms as are at hand. */
  readonly artifactDigests: ReadonlyMap<HashName, Bytes>;
}

export interface Bound {
  /** The hash that the body names for the signature: it decides for the P-384 or P-521 key of a certificate. */
  readonly hashNamed: HashName | null;
  readonly facts: Facts;
  /** The entry names a hash of bytes that are not at hand; what it is over. */
  readonly hashNotCompared: string | null;
}

/**
 * Compares the `spec` of one kind and version of entry with the entity. Every field that names the artifact, the signature
 * or the key must be there and agree.
 *
 * @throws Malformed `log-entry-mismatch`, `log-entry-inconsistent`, `artifact-digest-mismatch`, `artifact-absent`,
 *   `algorithm-unsupported`; and any reason of the readers, which the caller reports as `log-entry-format`
 */
export type BindEntry = (spec: JsonObject, context: BindContext) => Bound;
