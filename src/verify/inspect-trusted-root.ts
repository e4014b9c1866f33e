// SPDX-License-Identifier: Apache-2.0
import { encodeHex } from '../encoding/hex.ts';
import { asObject, isObject, member, optionalArray } from '../encoding/json-fields.ts';
import type { Bytes } from '../model/bytes.ts';
import type { JsonObject, JsonValue } from '../model/json.ts';
import { attempt } from '../model/malformed.ts';
import type { CertificateAuthority, TransparencyLog } from '../model/trusted-root.ts';
import { parseTrustedRoots } from '../trust/trusted-root.ts';
import { type Entry, parseAuthority, parseLog } from '../trust/trusted-root-entries.ts';
import { describeWindow } from '../trust/validity.ts';
import { parseCertificate } from '../x509/certificate.ts';
import { nameText } from '../x509/name-text.ts';
import { keyText } from './inspect-key.ts';
import { type FactList, listed, listedParts, type Part, part, quote, quoteOrNull, readPart } from './inspect-model.ts';

const ROOT = 'application/vnd.dev.sigstore.trustedroot';
const CONFIG = 'application/vnd.dev.sigstore.clienttrustconfig';
const ENTRIES = 64;

export function isTrustedRoot(value: JsonValue): value is JsonObject {
  const mediaType = isObject(value) ? value['mediaType'] : undefined;
  return typeof mediaType === 'string' && (mediaType.startsWith(ROOT) || mediaType.startsWith(CONFIG));
}

/** Sigstore's TrustedRoot, entry by entry; why `verify` would not take it stands at the top. */
export function trustedRootParts(value: JsonObject, bytes: Bytes, name: string): Part[] {
  const parsed = attempt(() => parseTrustedRoots(bytes, name));
  const inner = member(value, 'trustedRoot');
  const [root, pointer] = isObject(inner) ? [inner, '/trustedRoot'] : [value, ''];
  const mediaType = member(root, 'mediaType');
  const unknown = parsed.ok ? parsed.value.flatMap((one) => one.unknownMembers) : [];
  return [
    part(
      'trusted root',
      {
        mediaType: typeof mediaType === 'string' ? quote(mediaType) : null,
        ...(unknown.length === 0 ? {} : { membersIgnored: listed(unknown, quote) }),
      },
      { problem: parsed.ok ? null : parsed.problem },
    ),
    ...entries(root, pointer, 'certificateAuthorities', 'certificate authority', parseAuthority, authorityFacts),
    ...entries(root, pointer, 'tlogs', 'transparency log', parseLog, logFacts),
    ...entries(root, pointer, 'ctlogs', 'certificate log', parseLog, logFacts),
    ...entries(root, pointer, 'timestampAuthorities', 'timestamp authority', parseAuthority, authorityFacts),
  ];
}

function entries<T>(
  root: JsonObject,
  pointer: string,
  name: string,
  title: string,
  parse: (entry: JsonObject, at: string, ignored: string[]) => Entry<T>,
  facts: (value: T) => FactList,
): Part[] {
  const list = attempt(() => optionalArray(root, name, pointer) ?? []);
  if (!list.ok) return [part(title, {}, { at: `${pointer}/${name}`, problem: list.problem })];
  return listedParts(
    list.value,
    (item, i) => {
      const at = `${pointer}/${name}/${i}`;
      return readPart(`${title} ${i}`, at, () => {
        const entry = parse(asObject(item, at), at, []);
        return part(`${title} ${i}`, entry.kept ? facts(entry.value) : { setAside: quote(entry.why) }, { at });
      });
    },
    ENTRIES,
  );
}

function logFacts({ baseUrl, logId, key, scheme, validFor, operator }: TransparencyLog): FactList {
  return {
    baseUrl: quote(baseUrl),
    operator: quoteOrNull(operator),
    logId: encodeHex(logId),
    key: keyText(key),
    keySha256: key.fingerprint,
    scheme,
    valid: describeWindow(validFor),
  };
}

function authorityFacts({ uri, chain, validFor, operator }: CertificateAuthority): FactList {
  const certificates = chain.map((der) => parseCertificate(der));
  return {
    uri: quote(uri),
    operator: quoteOrNull(operator),
    valid: describeWindow(validFor),
    subjects: certificates.map(({ subject }) => quote(nameText(subject))),
    fingerprintsSha256: certificates.map(({ fingerprint }) => fingerprint),
  };
}
