// SPDX-License-Identifier: Apache-2.0
import { encodeHex } from '../encoding/hex.ts';
import { formatInstant } from '../encoding/rfc3339.ts';
import type { Bytes } from '../model/bytes.ts';
import { finding } from '../model/check.ts';
import { type Certificate, parseCertificate } from '../x509/certificate.ts';
import { OID } from '../x509/extensions.ts';
import { fulcioIdentity } from '../x509/fulcio.ts';
import type { GeneralName } from '../x509/general-name.ts';
import { isEmptyName } from '../x509/name.ts';
import { nameText } from '../x509/name-text.ts';
import { readScts, type Sct } from '../x509/sct.ts';
import { keyText } from './inspect-key.ts';
import { logKnown } from './inspect-known.ts';
import {
  type FactList,
  inOneLine,
  listed,
  listedParts,
  type Part,
  part,
  quote,
  readPart,
  type Shown,
} from './inspect-model.ts';

/** Bits of KeyUsage by number (RFC 5280 §4.2.1.3). */
const USAGES = [
  'digitalSignature',
  'nonRepudiation',
  'keyEncipherment',
  'dataEncipherment',
  'keyAgreement',
  'keyCertSign',
  'cRLSign',
  'encipherOnly',
  'decipherOnly',
];
const PURPOSES: ReadonlyMap<string, string> = new Map([
  [OID.codeSigning, 'code signing'],
  [OID.timeStamping, 'time stamping'],
  [OID.anyExtendedKeyUsage, 'anything'],
]);

/** One X.509 certificate as it stands. */
export function certificatePart(title: string, at: string, der: Bytes): Part {
  return readPart(title, at, () => {
    const certificate = parseCertificate(der);
    return part(title, certificateFacts(certificate), {
      at,
      findings: certificate.findings.map(({ code, detail }) => finding(code, { evidence: '', pointer: at }, detail)),
      parts: [...identityParts(certificate), ...sctParts(certificate)],
    });
  });
}

function certificateFacts(certificate: Certificate): FactList {
  const { serial, subject, issuer, notBefore, notAfter, keyUsage, extendedKeyUsage, basicConstraints } = certificate;
  return {
    subject: nameShown(subject),
    issuer: nameShown(issuer),
    serial: serial.toString(16),
    notBefore: formatInstant(notBefore),
    notAfter: formatInstant(notAfter),
    key: certificate.key === null ? 'cannot be used' : keyText(certificate.key),
    ...(certificate.key === null ? {} : { keySha256: certificate.key.fingerprint }),
    ...(certificate.keyProblem === null ? {} : { keyProblem: problemText(certificate.keyProblem) }),
    signatureAlgorithm: algorithmText(certificate),
    fingerprintSha256: certificate.fingerprint,
    authority: basicConstraints?.ca === true ? authorityText(basicConstraints.pathLength) : 'no',
    ...(keyUsage === null ? {} : { keyUsage: [...keyUsage].map((bit) => USAGES[bit] ?? `bit ${bit}`).join(', ') }),
    ...(extendedKeyUsage === null
      ? {}
      : { extendedKeyUsage: inOneLine(extendedKeyUsage, (oid) => PURPOSES.get(oid) ?? oid) }),
    extensions: inOneLine([...certificate.extensions], ([oid, { critical }]) => (critical ? `${oid} critical` : oid)),
  };
}

function nameShown(name: Bytes): Shown {
  return isEmptyName(name) ? 'empty' : quote(nameText(name));
}

function algorithmText({ signatureAlgorithm: { oid, family, hash } }: Certificate): string {
  if (family === null) return `${oid}, not supported here`;
  return hash === null ? family : `${family} with ${hash}`;
}

function authorityText(pathLength: number | null): string {
  return pathLength === null ? 'yes' : `yes, path length ${pathLength}`;
}

function problemText({ reason, detail }: { readonly reason: string; readonly detail: string }): Shown {
  return `${reason}: ${detail}`;
}

/** Who the certificate names, where it does: an authority, and a time stamper, need not. */
function identityParts(certificate: Certificate): Part[] {
  const { san } = certificate;
  if (san === null) return [part('identity', { subjectAlternativeName: null })];
  const read = readPart('identity', '', () => {
    const { san: name, sanType, extensions } = fulcioIdentity(certificate);
    const facts = Object.entries(extensions).map(([key, value]) => [key, quote(value)] as const);
    return part('identity', { subjectAlternativeName: quote(name), form: sanType, ...Object.fromEntries(facts) });
  });
  if (read.problem === null) return [read];
  return [{ ...read, facts: { subjectAlternativeNames: listed(san, generalName) } }];
}

/** A name of any form; one without text is its form alone. */
export function generalName(name: GeneralName): Shown {
  if (name.kind === 'directoryName') return quote(nameText(name.name));
  if (name.kind === 'registeredID') return `registeredID ${name.oid}`;
  if (name.kind === 'otherName') return `otherName of type ${name.type}`;
  if (name.kind === 'iPAddress') return `iPAddress ${encodeHex(name.octets)}`;
  return 'text' in name && name.text !== null ? quote(name.text) : name.kind;
}

function sctParts(certificate: Certificate): Part[] {
  const title = 'certificate timestamps';
  let scts: readonly Sct[] = [];
  const read = readPart(title, '', () => {
    scts = readScts(certificate);
    return part(title, {});
  });
  if (read.problem !== null) return [read];
  return listedParts(scts, (sct, i) => part(`certificate timestamp ${i}`, sctFacts(sct)));
}

export function sctFacts(sct: Sct): FactList {
  if (sct.version !== 0) return { version: sct.version + 1 };
  return {
    time: formatInstant(sct.time),
    logId: encodeHex(sct.logId),
    logInBundledRoot: logKnown('ctlogs', sct.logId),
    signatureBytes: sct.signature.length,
  };
}
