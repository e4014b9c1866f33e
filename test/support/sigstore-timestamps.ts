// SPDX-License-Identifier: Apache-2.0
import { readFileSync } from 'node:fs';
import { parseRfc3339 } from '../../src/encoding/rfc3339.ts';
import type { Bytes, NonEmpty } from '../../src/model/bytes.ts';
import type { SignedEntity } from '../../src/model/signed-entity.ts';
import type { CertificateAuthority } from '../../src/model/trusted-root.ts';

/** Just enough of the wire formats to reach tokens and authorities: the real readers have tests of their own. */
interface WireAuthority {
  readonly uri?: string;
  readonly certChain: { readonly certificates: readonly { readonly rawBytes: string }[] };
  readonly validFor: { readonly start: string; readonly end?: string | null };
}

export function authoritiesOfFile(path: string): CertificateAuthority[] {
  const root = JSON.parse(readFileSync(path, 'utf8')) as { timestampAuthorities?: readonly WireAuthority[] };
  return (root.timestampAuthorities ?? []).map(({ uri, certChain, validFor }) => ({
    uri: uri ?? '',
    chain: certChain.certificates.map(({ rawBytes }) => fromBase64(rawBytes)) as unknown as NonEmpty<Bytes>,
    validFor: {
      notBefore: parseRfc3339(validFor.start).time,
      notAfter: validFor.end ? parseRfc3339(validFor.end).time : null,
    },
  }));
}

interface WireBundle {
  readonly verificationMaterial: {
    readonly timestampVerificationData?: {
      readonly rfc3161Timestamps?: readonly { readonly signedTimestamp: string }[];
    };
  };
  readonly messageSignature?: { readonly signature: string };
  readonly dsseEnvelope?: { readonly signatures: readonly { readonly sig: string }[] };
}

/** What collectTimestamps reads of a bundle; everything else is empty. */
export function stampedEntity(path: string): SignedEntity {
  const bundle = JSON.parse(readFileSync(path, 'utf8')) as WireBundle;
  const tokens = bundle.verificationMaterial.timestampVerificationData?.rfc3161Timestamps ?? [];
  const signatures = bundle.dsseEnvelope?.signatures.map(({ sig }) => sig) ?? [
    bundle.messageSignature?.signature ?? '',
  ];
  return entityWith(
    tokens.map(({ signedTimestamp }) => fromBase64(signedTimestamp)),
    signatures.map(fromBase64),
  );
}

export function entityWith(timestamps: readonly Bytes[], signatures: readonly Bytes[]): SignedEntity {
  return {
    envelope: 'sigstore-bundle',
    version: '0.3',
    content: { kind: 'message', digest: null },
    signatures: signatures.map((sig) => ({ sig, keyHint: null })),
    signer: { kind: 'none' },
    timestamps,
    logEntries: [],
    at: { evidence: 'bundle', pointer: '' },
  };
}

function fromBase64(text: string): Bytes {
  return new Uint8Array(Buffer.from(text, 'base64'));
}
