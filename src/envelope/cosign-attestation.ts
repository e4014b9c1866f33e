// SPDX-License-Identifier: Apache-2.0
import { parseJson } from '../encoding/json.ts';
import { asObject } from '../encoding/json-fields.ts';
import type { Bytes, NonEmpty } from '../model/bytes.ts';
import type { Checked, Locator } from '../model/check.ts';
import { Malformed } from '../model/malformed.ts';
import type { SignedEntity } from '../model/signed-entity.ts';
import { readDsse } from './dsse.ts';
import { opening } from './envelope-kind.ts';
import { type LayerAnnotations, readLayerMaterial } from './simple-signing.ts';

/**
 * One attestation of an image as cosign keeps it: a layer of media type `application/vnd.dsse.envelope.v1+json`, whose octets
 * are the envelope, and whose annotations hold what `openSimpleSigning` reads, but for the signature, which stands in the
 * envelope. Under a certificate there is one signature. The annotation `predicateType` is nobody's word.
 *
 * @param annotations of the layer's descriptor in the manifest that lists it
 */
export function openCosignAttestation(
  envelope: Bytes,
  annotations: LayerAnnotations,
  at: Locator,
): Checked<NonEmpty<SignedEntity>> {
  return opening('cosign-attestation', at, (findings) => {
    const { content, signatures } = readDsse(asObject(parseJson(envelope), ''), '', envelope, at, findings);
    const { signatures: beside, ...material } = readLayerMaterial(annotations, at, findings);
    if (beside.length > 0)
      throw new Malformed('signature-count', 'a signature stands in the annotations, beside those of the envelope');
    if (material.signer.kind === 'certificate' && signatures.length > 1)
      throw new Malformed('signature-count', `${signatures.length} signatures under one certificate`);
    return { envelope: 'cosign-attestation', version: '', content, signatures, ...material, at };
  });
}
