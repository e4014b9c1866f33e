// SPDX-License-Identifier: Apache-2.0
import { expectTag, readDer, TAG } from '../encoding/der.ts';
import { readString } from '../encoding/der-values.ts';
import { decodeUtf8 } from '../encoding/utf8.ts';
import type { Bytes } from '../model/bytes.ts';
import { attempt, Malformed } from '../model/malformed.ts';
import type { FulcioExtensions, SanType, SignerIdentity } from '../model/signer.ts';
import type { Certificate } from './certificate.ts';
import { FULCIO_EXTENSIONS, FULCIO_OTHER_NAME } from './fulcio-extensions.ts';
import type { GeneralName } from './general-name.ts';

type CertificateIdentity = SignerIdentity & { readonly kind: 'certificate' };

/**
 * Who a certificate says has signed: exactly one subject alternative name, and what Fulcio recorded of the identity
 * token. Works with any certificate; one that is not Fulcio's has no issuer and no extensions.
 *
 * @throws Malformed `certificate-san`, `certificate-format`, `certificate-issuer-conflict`
 */
export function fulcioIdentity(certificate: Certificate): CertificateIdentity {
  const { san, sanType } = readSan(certificate.san);
  const extensions = readFulcioExtensions(certificate);
  return {
    kind: 'certificate',
    san,
    sanType,
    issuer: extensions['issuer'] ?? null,
    extensions,
    fingerprint: certificate.fingerprint,
  };
}

function readSan(names: readonly GeneralName[] | null): { san: string; sanType: SanType } {
  const [name, ...others] = names ?? [];
  if (name === undefined) throw new Malformed('certificate-san', 'the certificate has no subject alternative name');
  if (others.length > 0)
    throw new Malformed('certificate-san', `the certificate has ${others.length + 1} subject alternative names`);
  switch (name.kind) {
    case 'rfc822Name':
      return { san: plain(name.text), sanType: 'email' };
    case 'uniformResourceIdentifier':
      return { san: plain(name.text), sanType: 'uri' };
    case 'dNSName':
      return { san: plain(name.text), sanType: 'dns' };
    case 'otherName': {
      if (name.type !== FULCIO_OTHER_NAME)
        throw new Malformed('certificate-san', `an otherName of type ${name.type} names no signer here`);
      const text = attempt(() => readString(expectTag(name.value, TAG.utf8String, 'the otherName of Fulcio')));
      return { san: plain(text.ok ? text.value : null), sanType: 'other-name' };
    }
    default:
      throw new Malformed('certificate-san', `a name of form ${name.kind} names no signer here`);
  }
}

/** Identities are compared as they are (attacks H11): what could hide in print is not one. */
function plain(text: string | null): string {
  if (text === null || text === '' || /[\p{Cc}\u2028\u2029]/u.test(text)) {
    throw new Malformed(
      'certificate-san',
      'the subject alternative name is empty, or holds what is no character of its type',
    );
  }
  return text;
}

function readFulcioExtensions(certificate: Certificate): FulcioExtensions {
  // The names are ours, so that no prototype is in the way; an object without one is slow to make and to copy.
  const extensions: Record<string, string> = {};
  for (const [oid, { value }] of certificate.extensions) {
    const known = FULCIO_EXTENSIONS.get(oid);
    if (known === undefined) continue;
    const text = readText(oid, known.form, value);
    const other = extensions[known.name];
    if (other !== undefined && other !== text) {
      throw new Malformed('certificate-issuer-conflict', 'the issuer extensions .1 and .8 of the certificate differ');
    }
    extensions[known.name] = text;
  }
  return extensions;
}

function readText(oid: string, form: 'bare' | 'der', value: Bytes): string {
  const text = attempt(() =>
    form === 'bare' ? decodeUtf8(value) : readString(expectTag(readDer(value), TAG.utf8String, `extension ${oid}`)),
  );
  if (!text.ok || text.value.includes('\0')) {
    throw new Malformed('certificate-format', `extension ${oid} is not the text that Fulcio writes there`);
  }
  return text.value;
}
