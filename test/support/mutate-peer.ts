// SPDX-License-Identifier: Apache-2.0
import { createPublicKey, type KeyObject } from 'node:crypto';
import { bundleFromJSON } from '@sigstore/bundle';
import { TrustedRoot } from '@sigstore/protobuf-specs';
import { toSignedEntity, toTrustMaterial, Verifier } from '@sigstore/verify';
import type { GivenArtifact, Question, Wanted } from './examine.ts';

/** The other verifier's word: null where it accepts, else what it says. */
export type PeerVerdict = { readonly refusal: string | null };
export type Peer = (bundle: Uint8Array, artifact: GivenArtifact) => PeerVerdict;

/**
 * `@sigstore/verify` under the same question: one log, one certificate log and one time for a certificate, none for a plain key,
 * as ours. Its policy takes the identity for a regular expression, so that exact names are quoted and anchored for it.
 */
export function peerFor(question: Question): Peer {
  let verifier: Verifier;
  try {
    verifier = verifierFor(question);
  } catch (error) {
    return () => ({ refusal: `root or key: ${(error as Error).message}` });
  }
  const { identity } = question;
  const policy =
    identity === null ? undefined : { subjectAlternativeName: pattern(identity.san), ...issuerOf(identity.issuer) };
  return (bundle, artifact) => {
    try {
      const parsed = bundleFromJSON(JSON.parse(Buffer.from(bundle).toString()));
      const data = typeof artifact === 'string' ? undefined : Buffer.from(artifact);
      verifier.verify(toSignedEntity(parsed, data), policy);
      return { refusal: null };
    } catch (error) {
      const { name, code, message } = error as Error & { code?: string };
      return { refusal: `${name}${code === undefined ? '' : ` ${code}`}: ${message.split('\n')[0]?.slice(0, 120)}` };
    }
  };
}

function verifierFor({ trustedRoot, keys, identity }: Question): Verifier {
  if (trustedRoot === null) throw new Error('a trusted root is wanted');
  const root = TrustedRoot.fromJSON(JSON.parse(Buffer.from(trustedRoot).toString()));
  const [key] = keys.map(publicKey);
  const material = toTrustMaterial(root, () => {
    if (key === undefined) throw new Error('no key was given');
    return { publicKey: key, validFor: () => true };
  });
  const wanted = identity === null ? 0 : 1;
  return new Verifier(material, { tlogThreshold: wanted, ctlogThreshold: 1, timestampThreshold: wanted });
}

function publicKey(bytes: Uint8Array): KeyObject {
  const file = Buffer.from(bytes);
  return file[0] === 0x30 ? createPublicKey({ key: file, format: 'der', type: 'spki' }) : createPublicKey(file);
}

function pattern(wanted: Wanted): string {
  return typeof wanted === 'string' ? `^${wanted.replace(/[.*+?^${}()|[\]\\]/g, '\\$&')}$` : wanted.pattern;
}

/** A pattern for the issuer is none that the peer knows: ours alone looks at it then. */
function issuerOf(wanted: Wanted): { extensions: { issuer: string } } | Record<string, never> {
  return typeof wanted === 'string' ? { extensions: { issuer: wanted } } : {};
}
