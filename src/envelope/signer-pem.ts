// SPDX-License-Identifier: Apache-2.0
import { LIMITS } from '../encoding/limits.ts';
import { readCertificatePem, readPublicKeyPem } from '../encoding/pem.ts';
import { attempt, Malformed } from '../model/malformed.ts';
import type { ClaimedSigner } from '../model/signed-entity.ts';

const PUBLIC_KEY = /-----BEGIN (RSA )?PUBLIC KEY-----/;

/**
 * PEM that says who signed: the certificate, its chain behind it, or a public key. A key found in evidence is never trusted,
 * so that nothing is kept of it.
 *
 * @throws Malformed `pem-invalid`, `key-private`, `base64-invalid`, `limit-exceeded`
 */
export function readSignerPem(pem: string, pointer: string): ClaimedSigner {
  const read = attempt((): ClaimedSigner => {
    if (PUBLIC_KEY.test(pem)) {
      readPublicKeyPem(pem);
      return { kind: 'key', hint: null };
    }
    const chain = readCertificatePem(pem).certificates;
    if (chain.length > LIMITS.certificates)
      throw new Malformed('limit-exceeded', `${chain.length} certificates, more than ${LIMITS.certificates}`);
    return { kind: 'certificate', chain, form: chain.length === 1 ? 'certificate' : 'chain' };
  });
  if (read.ok) return read.value;
  throw new Malformed(read.problem.reason, `${read.problem.detail} at ${pointer}`);
}
