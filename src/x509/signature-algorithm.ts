// SPDX-License-Identifier: Apache-2.0
import { readPssScheme } from '../crypto/rsa-pss-parameters.ts';
import { type DerNode, DerSequence, TAG } from '../encoding/der.ts';
import { readOid } from '../encoding/der-values.ts';
import { attempt, Malformed } from '../model/malformed.ts';
import type { HashName, PublicKey, SchemeId } from '../model/public-key.ts';

/** What an AlgorithmIdentifier asks for. The curve comes from the key: X.509 names only family and hash. */
export type SignatureAlgorithm =
  | { readonly oid: string; readonly family: 'ecdsa' | 'rsa-pkcs1v15' | 'rsa-pss'; readonly hash: HashName }
  | { readonly oid: string; readonly family: 'ed25519'; readonly hash: null }
  /** Not on the list, or with parameters that are not the accepted ones. */
  | { readonly oid: string; readonly family: null; readonly hash: null; readonly why: string };

const RSA_PSS = '1.2.840.113549.1.1.10';

/** RFC 5758 §3.2, RFC 8410 §3, RFC 4055 §5. SHA-1 and older are missing on purpose. */
const ROWS: readonly SignatureAlgorithm[] = [
  { oid: '1.2.840.10045.4.3.2', family: 'ecdsa', hash: 'sha256' },
  { oid: '1.2.840.10045.4.3.3', family: 'ecdsa', hash: 'sha384' },
  { oid: '1.2.840.10045.4.3.4', family: 'ecdsa', hash: 'sha512' },
  { oid: '1.2.840.113549.1.1.11', family: 'rsa-pkcs1v15', hash: 'sha256' },
  { oid: '1.2.840.113549.1.1.12', family: 'rsa-pkcs1v15', hash: 'sha384' },
  { oid: '1.2.840.113549.1.1.13', family: 'rsa-pkcs1v15', hash: 'sha512' },
  { oid: '1.3.101.112', family: 'ed25519', hash: null },
];
const ALGORITHM_OIDS: ReadonlyMap<string, SignatureAlgorithm> = new Map(ROWS.map((row) => [row.oid, row]));

/** RFC 4055 §2.1. */
const HASH_OIDS: ReadonlyMap<string, HashName> = new Map([
  ['2.16.840.1.101.3.4.2.1', 'sha256'],
  ['2.16.840.1.101.3.4.2.2', 'sha384'],
  ['2.16.840.1.101.3.4.2.3', 'sha512'],
]);

/**
 * An AlgorithmIdentifier of a signature. One that is not supported is a value, not an error: a certificate may be read
 * without being relied on.
 *
 * @throws Malformed `der-invalid` where it is no AlgorithmIdentifier at all
 */
export function readSignatureAlgorithm(node: DerNode): SignatureAlgorithm {
  const { oid, parameters } = readIdentifier(node);
  if (oid === RSA_PSS) return readPss(parameters);
  const row = ALGORITHM_OIDS.get(oid);
  if (row === undefined) return unsupported(oid, `the signature algorithm ${oid} is not accepted`);
  // RSA may leave its NULL out (RFC 4055 §5); the others have none.
  const isBare = parameters === null || (row.family === 'rsa-pkcs1v15' && parameters.tag === TAG.null);
  return isBare ? row : unsupported(oid, `the signature algorithm ${oid} has parameters that it may not have`);
}

/**
 * The hash of a digest AlgorithmIdentifier, parameters NULL or absent (RFC 5754 §2), or null where it is not accepted.
 *
 * @throws Malformed `der-invalid` where it is no AlgorithmIdentifier at all
 */
export function readHashAlgorithm(node: DerNode): HashName | null {
  const { oid, parameters } = readIdentifier(node);
  if (parameters !== null && parameters.tag !== TAG.null) return null;
  return HASH_OIDS.get(oid) ?? null;
}

/**
 * The scheme of this algorithm under this key.
 *
 * @throws Malformed `algorithm-unsupported`, `algorithm-key-mismatch`
 */
export function schemeUnderKey(algorithm: SignatureAlgorithm, { kind }: PublicKey): SchemeId {
  const { family, hash } = algorithm;
  if (family === null) throw new Malformed('algorithm-unsupported', algorithm.why);
  if (family === 'ed25519' && kind === 'ed25519') return 'ed25519';
  if (family === 'ecdsa' && kind !== 'rsa' && kind !== 'ed25519' && kind !== 'ml-dsa-44') return `${kind}-${hash}`;
  if (family !== 'ed25519' && family !== 'ecdsa' && kind === 'rsa') return `${family}-${hash}`;
  throw new Malformed('algorithm-key-mismatch', `a signature of ${family} under a key of kind ${kind}`);
}

function readIdentifier(node: DerNode): { oid: string; parameters: DerNode | null } {
  const members = new DerSequence(node, 'an AlgorithmIdentifier');
  const oid = readOid(members.next('the algorithm'));
  const parameters = members.done ? null : members.next('the parameters');
  members.end();
  return { oid, parameters };
}

function readPss(parameters: DerNode | null): SignatureAlgorithm {
  const scheme = attempt(() => readPssScheme(parameters));
  if (!scheme.ok) return unsupported(RSA_PSS, scheme.problem.detail);
  return { oid: RSA_PSS, family: 'rsa-pss', hash: scheme.value.slice('rsa-pss-'.length) as HashName };
}

function unsupported(oid: string, why: string): SignatureAlgorithm {
  return { oid, family: null, hash: null, why };
}
