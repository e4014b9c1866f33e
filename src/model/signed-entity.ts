// SPDX-License-Identifier: Apache-2.0
import type { Bytes } from './bytes.ts';
import type { Locator } from './check.ts';
import type { HashName } from './public-key.ts';
import type { ClaimedPublisher } from './publisher.ts';

/** Claimed values: parsed, not verified. */
export interface ClaimedSignature {
  readonly sig: Bytes;
  /** DSSE `keyid`: unauthenticated, never used for trust (DSSE v1.0 protocol). */
  readonly keyHint: string | null;
}

export type ClaimedSigner =
  | { readonly kind: 'none' }
  | { readonly kind: 'key'; readonly hint: string | null }
  /** Leaf first; the rest as they stand in the envelope. `form` tells the bundle field that carried them. */
  | { readonly kind: 'certificate'; readonly chain: readonly Bytes[]; readonly form: 'certificate' | 'chain' };

export interface InclusionProof {
  readonly logIndex: bigint;
  readonly treeSize: bigint;
  readonly rootHash: Bytes;
  readonly hashes: readonly Bytes[];
  /** The signed note as it stands, or null where the bundle has none. */
  readonly checkpoint: string | null;
}

export interface LogEntry {
  readonly kind: string;
  readonly version: string;
  readonly logIndex: bigint;
  readonly logId: Bytes;
  /** Seconds since the epoch; null where absent or zero. */
  readonly integratedTime: bigint | null;
  /** The signed entry timestamp (SET), or null. */
  readonly promise: Bytes | null;
  readonly proof: InclusionProof | null;
  /** canonicalizedBody: exactly the leaf's bytes. */
  readonly body: Bytes;
  readonly at: Locator;
}

export type SignedContent =
  /** `pae` is exactly what each signature covers (DSSE v1.0 §PAE). `stored` is the envelope as stored, where known. */
  | {
      readonly kind: 'dsse';
      readonly payloadType: string;
      readonly payload: Bytes;
      readonly pae: Bytes;
      readonly stored: Bytes | null;
    }
  /** A detached signature over an artifact, with the digest that the bundle claims for it. */
  | { readonly kind: 'message'; readonly digest: { readonly algorithm: HashName; readonly value: Bytes } | null }
  /** cosign's image payload: the signature covers `payload` itself, which names an image by its manifest's digest. */
  | { readonly kind: 'simple-signing'; readonly payload: Bytes };

export type EnvelopeId =
  | 'sigstore-bundle'
  | 'dsse'
  | 'in-toto-statement'
  | 'pypi-attestation'
  | 'pypi-provenance'
  | 'cosign-bundle'
  | 'npm-attestations'
  | 'npm-metadata';

/** What a registry's document says beside what it seals: unsigned, but for what `signature` covers. */
export type RegistryEnvelope =
  | {
      readonly ecosystem: 'npm';
      readonly kind: 'attestation';
      /** The `predicateType` beside the bundle: it must be that of the signed statement. */
      readonly predicateType: string;
    }
  | {
      readonly ecosystem: 'npm';
      /** The registry signs `name@version:integrity`; the content's digest is that of `integrity`. */
      readonly kind: 'signature';
      readonly name: string;
      readonly version: string;
      readonly integrity: string;
      /** One version of a document about all: without its package at hand there is nothing to tell. */
      readonly catalogue: boolean;
    };

/** Sealed in files or layers that mean something together, and so in no row of ENVELOPES. */
export type ArrangedId = 'cosign-signature' | 'cosign-image-signature' | 'cosign-attestation' | 'lockfile-block';

/** One opened envelope, whatever its wire format was. */
export interface SignedEntity {
  readonly envelope: EnvelopeId | ArrangedId;
  /** '0.1' | '0.2' | '0.3' for bundles, '' else. */
  readonly version: string;
  readonly content: SignedContent;
  /** Empty: unsigned, a fact and not a parse error. */
  readonly signatures: readonly ClaimedSignature[];
  readonly signer: ClaimedSigner;
  /** RFC 3161 tokens (TimeStampResp or bare TimeStampToken, DER). */
  readonly timestamps: readonly Bytes[];
  readonly logEntries: readonly LogEntry[];
  /** What an index says of the publisher beside the evidence: unsigned, and only ever compared with the certificate. */
  readonly publisher?: ClaimedPublisher;
  /** The payload is a file at hand, octet for octet, and no statement about one. */
  readonly payloadIsDocument?: true;
  /** Only of what lay in a registry's document. */
  readonly registry?: RegistryEnvelope;
  readonly at: Locator;
}
