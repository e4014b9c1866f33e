// SPDX-License-Identifier: Apache-2.0
import { sha256Hex } from '../crypto/digest.ts';
import { encodeHex } from '../encoding/hex.ts';
import { isObject, member } from '../encoding/json-fields.ts';
import type { Instant, TimeWindow } from '../model/instant.ts';
import type { JsonObject, JsonValue } from '../model/json.ts';
import type { CertificateAuthority, TransparencyLog, TrustedRoot } from '../model/trusted-root.ts';
import { rootCertificate } from '../x509/authorities.ts';
import type { Certificate } from '../x509/certificate.ts';
import type { Crl } from '../x509/crl.ts';
import { commonNames, nameText } from '../x509/name-text.ts';
import { ofNextKeys, ofSigningConfig } from './claimed-entries.ts';
import type { TrustContent } from './document.ts';
import type { TufRoot } from './tuf/metadata.ts';
import { BEGINNING } from './validity.ts';

/** One thing that a document of trust says, so that two documents can be compared in words. */
export interface TrustEntry {
  /** The same in every version of the document. */
  readonly id: string;
  /** For people: `Fulcio intermediate certificate "sigstore-intermediate"`. */
  readonly what: string;
  readonly from: Instant | null;
  readonly to: Instant | null;
  /** What the two instants are: a validity, where it is absent; of a list its issue and the next one; of a revocation its beginning. */
  readonly times?: 'issue' | 'beginning';
  /** What may change while it stays the same thing. */
  readonly facts: Readonly<Record<string, string>>;
}

/** Everything that it says, in its own order. */
export function entriesOf(content: TrustContent): readonly TrustEntry[] {
  switch (content.role) {
    case 'trusted-root':
      return content.roots.flatMap((root, i) => ofRoot(root, content.roots.length > 1 ? `${i + 1}/` : ''));
    case 'registry-keys':
      return content.keys.keys.map(({ keyId, usage, key, scheme, validFor }) => ({
        id: `key ${key.fingerprint} ${usage ?? ''}`,
        what: `registry key ${keyId}${usage === null ? '' : ` for ${usage}`}`,
        ...windowOf(validFor),
        facts: { fingerprint: `sha256:${key.fingerprint}`, scheme },
      }));
    case 'key': {
      const { key, scheme, validFor } = content.key;
      const facts = { fingerprint: `sha256:${key.fingerprint}`, scheme };
      return [{ id: `key ${key.fingerprint}`, what: `public key of kind ${key.kind}`, ...windowOf(validFor), facts }];
    }
    case 'certificates':
      return content.certificates.map((one) => ofCertificate(one, '', 'certificate', null));
    case 'crl':
      return content.lists.flatMap(ofCrl);
    case 'revocation-list': {
      const { issuer, sequence, issuedAt, nextUpdate, entries } = content.list;
      const times = { from: issuedAt, to: nextUpdate, times: 'issue' as const };
      const head = { id: 'list', what: `list of ${issuer}`, ...times };
      return [
        { ...head, facts: { sequence: String(sequence) } },
        ...entries.map(({ kind, sha256, since, reason }) => ({
          id: `${kind} ${sha256}`,
          what: `revocation of ${kind} sha256:${sha256}${since === null ? ', from the beginning' : ''}`,
          from: since,
          to: null,
          times: 'beginning' as const,
          facts: { reason },
        })),
      ];
    }
    case 'tuf-root':
      return ofTufRoot(content.root);
    case 'custody-keyring':
      return ofKeyring(content.ring);
    case 'next-key':
      return ofNextKeys(content.file);
    case 'signing-config':
      return ofSigningConfig(content.config);
  }
}

function ofRoot(root: TrustedRoot, prefix: string): TrustEntry[] {
  return [
    ...root.certificateAuthorities.flatMap((one) => ofAuthority(one, prefix, 'Fulcio')),
    ...root.timestampAuthorities.flatMap((one) => ofAuthority(one, prefix, 'timestamp authority')),
    ...root.tlogs.map((one) => ofLog(one, prefix, 'transparency log')),
    ...root.ctlogs.map((one) => ofLog(one, prefix, 'certificate log')),
  ];
}

function ofAuthority({ uri, chain, validFor }: CertificateAuthority, prefix: string, what: string): TrustEntry[] {
  const last = chain.length - 1;
  return chain.map((der, i) => {
    const certificate = rootCertificate(der);
    const authority = certificate.basicConstraints?.ca === true;
    const place = i === last ? 'root' : authority ? 'intermediate' : 'signing';
    return ofCertificate(certificate, `${prefix}${what} ${uri} `, `${what} ${place} certificate`, validFor);
  });
}

function ofCertificate(one: Certificate, id: string, what: string, window: TimeWindow | null): TrustEntry {
  const [name] = commonNames(one.subject);
  return {
    id: `${id}certificate ${one.fingerprint}`,
    what: `${what} "${name ?? nameText(one.subject)}"`,
    ...(window === null ? { from: one.notBefore, to: one.notAfter } : windowOf(window)),
    facts: { fingerprint: `sha256:${one.fingerprint}`, key: `sha256:${sha256Hex(one.spki)}` },
  };
}

function ofLog({ baseUrl, key, validFor, logId, scheme }: TransparencyLog, prefix: string, what: string): TrustEntry {
  return {
    id: `${prefix}${what} ${key.fingerprint}`,
    what: `${what} ${baseUrl}`,
    ...windowOf(validFor),
    facts: { key: `sha256:${key.fingerprint}`, logId: encodeHex(logId), scheme },
  };
}

function ofCrl(crl: Crl): TrustEntry[] {
  const name = nameText(crl.issuer);
  const times = { from: crl.thisUpdate, to: crl.nextUpdate, times: 'issue' as const };
  const number: { readonly number?: string } = crl.number === null ? {} : { number: crl.number.toString() };
  return [
    { id: `crl ${name}`, what: `list of ${name}`, ...times, facts: { ...number } },
    ...[...crl.revoked].map(([serial, { revokedAt, invalidSince, reason }]) => ({
      id: `crl ${name} ${serial}`,
      what: `revocation of certificate ${BigInt(serial).toString(16)} of ${name}`,
      from: invalidSince ?? revokedAt,
      to: null,
      times: 'beginning' as const,
      facts: { reason },
    })),
  ];
}

/** As it stands in the file: `trust import` has read it, and another file that is shown may say anything. */
function ofKeyring(ring: JsonObject): TrustEntry[] {
  const rows = (name: string): readonly JsonValue[] => {
    const value = member(ring, name);
    return Array.isArray(value) ? value : [];
  };
  const text = (row: JsonValue, name: string): string => {
    const value = isObject(row) ? member(row, name) : undefined;
    return typeof value === 'string' ? value : '';
  };
  const entry = (what: string, key: string, facts: TrustEntry['facts']): TrustEntry => ({
    id: `${what} ${key}`,
    what,
    ...{ from: null, to: null, facts: { key, ...facts } },
  });
  const windows = ['validFrom', 'validUntil', 'compromisedSince'];
  return [
    ...rows('keys').map((row) => {
      const said = windows.map((name) => [name, text(row, name)]).filter(([, value]) => value !== '');
      return entry(`key of ${text(row, 'id')}`, text(row, 'publicKey'), Object.fromEntries(said));
    }),
    ...rows('logs').map((row) => entry(`custody log ${text(row, 'origin')}`, text(row, 'key'), {})),
    ...rows('witnesses').map((row) => entry('witness', typeof row === 'string' ? row : '', {})),
  ];
}

function ofTufRoot(root: TufRoot): TrustEntry[] {
  const facts = { version: String(root.version) };
  return [
    { id: 'tuf root', what: 'TUF root', from: null, to: root.expires, facts },
    ...[...root.roles.values()].flatMap((role) => [
      {
        id: `role ${role.name}`,
        what: `role ${role.name}`,
        from: null,
        to: null,
        facts: { threshold: `${role.threshold} of ${role.keyids.length}` },
      },
      ...role.keyids.map((id) => ({
        id: `role ${role.name} ${id}`,
        what: `key ${id} of role ${role.name}`,
        from: null,
        to: null,
        facts: {},
      })),
    ]),
  ];
}

function windowOf(window: TimeWindow | null): Pick<TrustEntry, 'from' | 'to'> {
  if (window === null) return { from: null, to: null };
  return { from: window.notBefore === BEGINNING ? null : window.notBefore, to: window.notAfter };
}
