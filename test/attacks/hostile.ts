// SPDX-License-Identifier: Apache-2.0
import { seal } from '../../scripts/mint/bundle.ts';
import { base64, bytes, utf8 } from '../../scripts/mint/bytes.ts';
import { AT, WHO } from '../../scripts/mint/case.ts';
import { pemFile } from '../../scripts/mint/cases/common.ts';
import { ARTIFACT, ATTESTED, MESSAGE, MESSAGE_V2, OTHER, PROVENANCE } from '../../scripts/mint/cases/good.ts';
import { extension, uriName } from '../../scripts/mint/certificate.ts';
import { integer, NULL, octetString, oid, pem, sequence, tlv } from '../../scripts/mint/der.ts';
import { envelopeJson, pae, signedEnvelope } from '../../scripts/mint/dsse.ts';
import { changed, type JsonObject } from '../../scripts/mint/json.ts';
import { signedNote } from '../../scripts/mint/note.ts';
import { PLAIN } from '../../scripts/mint/plain-keys.ts';
import { SLSA_V1, statement, subjectOf } from '../../scripts/mint/statement.ts';
import { caRoot, rekorV1, rekorV2, signer } from '../../scripts/mint/world.ts';
import { type Files, keyOf, UNDER } from './evidence.ts';

/** Documents of at most 16 MiB that were built to cost as much as they can. */
export interface Hostile {
  readonly files: () => Files;
  readonly command: readonly string[];
  /** Reasons with which it may end; empty where it is no verdict, or where it may be judged to the end. */
  readonly reasons: readonly string[];
  readonly codes: readonly number[];
}

const MIB = 1024 * 1024;
const FULL = 16 * MIB;
const ENTRY = '/verificationMaterial/tlogEntries/0';
const message = seal(MESSAGE).bundle;
const envelope = envelopeJson(signedEnvelope(PROVENANCE, [PLAIN.ed25519]));
const bundled = ['verify', 'artifact.txt', '--bundle', 'd', ...UNDER, ...WHO, ...AT];
const byPattern = (identity: string, ...issuer: readonly string[]) => {
  const given = ['--certificate-identity-regexp', identity, ...issuer];
  return ['verify', 'artifact.txt', '--bundle', 'd', ...UNDER, ...given, ...AT];
};
const keyed = ['verify', 'artifact.txt', '--bundle', 'd', ...keyOf('ed25519'), ...keyOf('p256'), ...AT];
const json = ['check', 'json', 'd'];

/** A document of nearly `size` octets in which the mark stands for as many copies of a part as fit. */
function filled(document: JsonObject, part: string, size = FULL): string {
  const [before = '', after = ''] = JSON.stringify(document).split('"@@"');
  const count = Math.floor((size - before.length - after.length) / (part.length + 1));
  return `${before}${`${part},`.repeat(count).slice(0, -1)}${after}`;
}

function hostile(
  files: () => string | Uint8Array,
  command: readonly string[],
  reasons: readonly string[],
  codes: readonly number[] = [3],
): Hostile {
  return { files: () => ({ 'artifact.txt': ARTIFACT, d: files() }), command, reasons, codes };
}

const limit = ['limit-exceeded'];
/** The most text that fits into a payload, which is base64 in JSON. */
const PAYLOAD = Math.floor((FULL - 2000) * 0.75);
const signedText = (text: Uint8Array) => {
  const sig = PLAIN.ed25519.sign(pae({ payloadType: 'application/vnd.in-toto+json', payload: text }));
  return envelopeJson({ payloadType: 'application/vnd.in-toto+json', payload: text, signatures: [{ sig }] });
};
const leaf = (der: Uint8Array) => changed(message, { '/verificationMaterial/certificate/rawBytes': base64(der) });
const flat = (part: Uint8Array, size: number) =>
  Uint8Array.from(Buffer.alloc(Math.floor(size / part.length) * part.length, part));
const manySubjects = (): string => {
  const head = Buffer.from(statement([], SLSA_V1, {}))
    .toString()
    .replace('"subject":[]', '"subject":["@@"]');
  const one = JSON.stringify({ name: '', digest: { sha256: '00'.repeat(32) } });
  return JSON.stringify(signedText(utf8(filled(JSON.parse(head) as JsonObject, one, PAYLOAD))));
};
const many = (count: number, signatures: number): string => {
  const one = signedEnvelope(statement([subjectOf('a', ARTIFACT)], 'https://x/y', null), [PLAIN.p256]);
  const sigs = Array.from({ length: signatures }, (_, i) => {
    const sig = Uint8Array.from(one.signatures[0]!.sig);
    sig[sig.length - 1] = i;
    return { sig };
  });
  return `${JSON.stringify(envelopeJson({ ...one, signatures: sigs }))}\n`.repeat(count);
};

export const HOSTILE: Readonly<Record<string, Hostile>> = {
  // JSON
  '16 million open brackets': hostile(() => '['.repeat(FULL), json, limit),
  'a bundle of 16 million open brackets': hostile(() => `{"mediaType":${'['.repeat(FULL - 20)}`, bundled, limit),
  '5.6 million empty objects': hostile(() => `[${'{},'.repeat(5_592_000)}{}]`, json, limit),
  '8 million zeros in an unknown member': hostile(
    () => filled(changed(message, { '/x': ['@@'] }), '0'),
    bundled,
    limit,
  ),
  'an object of 1.2 million members': hostile(
    () => `{${Array.from({ length: 1_200_000 }, (_, i) => `"${i.toString(36)}":0`).join(',')}}`,
    json,
    limit,
  ),
  'a hundred thousand members, each twice by an escape': hostile(
    () => `{${Array.from({ length: 99_999 }, (_, i) => `"k${i}":0`).join(',')},"\\u006b7":0}`,
    json,
    ['json-duplicate-key'],
  ),
  'members of 16 KiB names that differ at the end': hostile(
    () => `{${Array.from({ length: 1000 }, (_, i) => `"${'k'.repeat(16_000)}${i}":0`).join(',')}}`,
    json,
    [],
    [0],
  ),
  'one text of 16 MiB': hostile(() => `"${'x'.repeat(FULL - 2)}"`, json, [], [0]),
  '2.7 million escapes': hostile(() => `"${'\\u0041'.repeat(2_790_000)}"`, json, [], [0]),
  'a number of 16 million digits': hostile(() => `1${'0'.repeat(FULL - 1)}`, json, ['json-number']),
  'a canonical form of a million values': hostile(
    () => `[${'1.5,'.repeat(999_000)}1]`,
    ['check', 'canonical', 'd'],
    [],
    [0],
  ),
  'seventeen mebibytes': hostile(() => ' '.repeat(17 * MIB), bundled, [...limit, 'json-invalid'], [3]),
  '16 MiB of white space': hostile(() => ' '.repeat(FULL), bundled, ['json-invalid', ...limit]),
  'octets FF': hostile(() => bytes(new Uint8Array(FULL).fill(0xff)), bundled, ['utf8-invalid']),
  // lists
  signatures: hostile(
    () =>
      filled(changed(envelope, { '/signatures': ['@@'] }), JSON.stringify((envelope['signatures'] as JsonObject[])[0])),
    keyed,
    limit,
  ),
  'log entries': hostile(
    () =>
      filled(
        changed(message, { '/verificationMaterial/tlogEntries': ['@@'] }),
        JSON.stringify(((message['verificationMaterial'] as JsonObject)['tlogEntries'] as JsonObject[])[0]),
      ),
    bundled,
    limit,
  ),
  timestamps: hostile(
    () => {
      const { bundle } = seal(MESSAGE_V2);
      const place = '/verificationMaterial/timestampVerificationData/rfc3161Timestamps';
      const one = ((bundle['verificationMaterial'] as JsonObject)['timestampVerificationData'] as JsonObject)[
        'rfc3161Timestamps'
      ] as JsonObject[];
      return filled(changed(bundle, { [place]: ['@@'] }), JSON.stringify(one[0]));
    },
    bundled,
    limit,
  ),
  certificates: hostile(
    () => {
      const place = '/verificationMaterial/x509CertificateChain/certificates';
      const { bundle } = seal({ ...MESSAGE, version: '0.1' });
      return filled(
        changed(bundle, { [place]: ['@@'] }),
        JSON.stringify({ rawBytes: base64(signer().certificate!.der) }),
      );
    },
    bundled,
    limit,
  ),
  'a million proof hashes': hostile(
    () => filled(changed(message, { [`${ENTRY}/inclusionProof/hashes`]: ['@@'] }), '"AAAA"'),
    bundled,
    limit,
  ),
  'a proof file of 300,000 hashes': hostile(
    () =>
      filled(
        {
          leafIdx: 1,
          treeSize: 2,
          leafHash: base64(new Uint8Array(32)),
          root: base64(new Uint8Array(32)),
          proof: ['@@'],
        },
        JSON.stringify(base64(new Uint8Array(32))),
      ),
    ['check', 'inclusion', 'd'],
    limit,
  ),
  '150,000 subjects': hostile(manySubjects, keyed, limit),
  'the steps of 150,000 subjects': hostile(manySubjects, ['explain', 'd'], [], [0]),
  'the claims of 150,000 subjects': hostile(manySubjects, ['inspect', 'd'], [], [0]),
  'a subject of 99,000 digests': hostile(
    () => {
      const digests = Array.from({ length: 99_000 }, (_, i) => `"d${i}":"${'0'.repeat(64)}"`).join(',');
      return JSON.stringify(
        signedText(
          utf8(
            Buffer.from(statement([{ name: 'a', digest: {} }], SLSA_V1, {}))
              .toString()
              .replace('"digest":{}', `"digest":{${digests}}`),
          ),
        ),
      );
    },
    keyed,
    limit,
  ),
  'a payload of 12 MiB': hostile(
    () => JSON.stringify(changed(envelope, { '/payload': base64(new Uint8Array(PAYLOAD)) })),
    keyed,
    ['signature-mismatch', 'statement-format', 'json-invalid', 'utf8-invalid'],
  ),
  'a predicate of 12 MiB': hostile(
    () =>
      JSON.stringify(
        signedText(
          statement([subjectOf('a', ARTIFACT)], SLSA_V1, {
            buildDefinition: { externalParameters: { x: 'y'.repeat(PAYLOAD - 500) } },
          }),
        ),
      ),
    keyed,
    [],
    [0],
  ),
  'a predicate of 900,000 values': hostile(
    () =>
      JSON.stringify(
        signedText(
          statement([subjectOf('a', ARTIFACT)], SLSA_V1, {
            buildDefinition: { resolvedDependencies: Array(450_000).fill({ uri: 1 }) },
          }),
        ),
      ),
    keyed,
    limit,
    [0, 3],
  ),
  'a payload type of 16 MiB': hostile(
    () => JSON.stringify(changed(envelope, { '/payloadType': 'x'.repeat(FULL - 4000) })),
    keyed,
    ['signature-mismatch', 'payload-type-unsupported', ...limit],
  ),
  'a key id of 16 MiB': hostile(
    () => JSON.stringify(changed(envelope, { '/signatures/0/keyid': 'x'.repeat(FULL - 4000) })),
    keyed,
    limit,
  ),
  'a signature of 12 MiB': hostile(
    () => JSON.stringify(changed(envelope, { '/signatures/0/sig': base64(new Uint8Array(PAYLOAD - 3000)) })),
    keyed,
    ['signature-encoding', ...limit],
  ),
  'an entry body of 12 MiB': hostile(
    () =>
      JSON.stringify(
        changed(message, {
          [`${ENTRY}/canonicalizedBody`]: base64(
            utf8(`{"apiVersion":"0.0.1","kind":"hashedrekord","spec":${'['.repeat(PAYLOAD - 5000)}`),
          ),
        }),
      ),
    bundled,
    [...limit, 'log-entry-format', 'promise-mismatch', 'inclusion-root-mismatch'],
  ),
  'a checkpoint of 16 MiB': hostile(
    () =>
      JSON.stringify(changed(message, { [`${ENTRY}/inclusionProof/checkpoint/envelope`]: 'x\n'.repeat(5_000_000) })),
    bundled,
    limit.concat('checkpoint-format'),
  ),
  'a checkpoint of 60 signature lines of 4 KiB': hostile(
    () =>
      JSON.stringify(
        seal({
          ...MESSAGE,
          entries: [
            {
              log: rekorV1,
              checkpoint: ({ text, line }) =>
                signedNote(
                  text,
                  line,
                  ...Array.from({ length: 60 }, (_, i) => `— w${i} ${base64(new Uint8Array(3000).fill(i))}\n`),
                ),
            },
          ],
        }).bundle,
      ),
    bundled,
    ['checkpoint-format', ...limit],
    [0, 3],
  ),
  '4,400 envelopes of 32 bad signatures each': hostile(() => many(4400, 32), keyed, limit),
  '10,000 envelopes': hostile(() => many(10_000, 1), keyed, limit),
  'as many envelopes as are judged': hostile(() => many(1024, 1), keyed, ['signature-mismatch', 'signature-encoding']),
  'as many bundles as are judged': hostile(() => `${JSON.stringify(message)}\n`.repeat(682), bundled, [], [0]),
  '100,000 lines of nothing': hostile(() => '{}\n'.repeat(5_000_000), bundled, limit),
  'one good line and 99,000 unknown ones': hostile(
    () => `${JSON.stringify(message)}\n${'{"a":[[]]}\n'.repeat(99_000)}`,
    bundled,
    limit,
  ),
  'one good line and as many unknown ones as are judged': hostile(
    () => `${JSON.stringify(message)}\n${'{"a":[[]]}\n'.repeat(4_999)}`,
    bundled,
    ['input-not-recognised'],
    [4],
  ),
  // ASN.1
  'a certificate of 12 MiB': hostile(() => JSON.stringify(leaf(sequence(flat(NULL, PAYLOAD - 10_000)))), bundled, [
    ...limit,
    'der-invalid',
    'certificate-format',
  ]),
  'an INTEGER of 12 MiB': hostile(
    () => JSON.stringify(leaf(tlv(2, new Uint8Array(PAYLOAD - 10_000).fill(0x7f)))),
    bundled,
    [...limit, 'der-invalid', 'certificate-format'],
  ),
  'a length of four gigabytes': hostile(
    () => JSON.stringify(leaf(bytes([0x30, 0x84, 0xff, 0xff, 0xff, 0xff], new Uint8Array(1000)))),
    bundled,
    ['der-invalid'],
  ),
  'SEQUENCEs in SEQUENCEs': hostile(
    () => {
      let der: Uint8Array = NULL;
      for (let i = 0; i < 20_000; i++) der = sequence(der);
      return JSON.stringify(leaf(der));
    },
    bundled,
    [...limit, 'der-invalid'],
  ),
  'a certificate of 20,000 extensions': hostile(
    () =>
      JSON.stringify(
        seal({
          ...MESSAGE,
          signer: signer({
            label: 'leaf many',
            scts: [],
            moreExtensions: Array.from({ length: 12_000 }, (_, i) => extension(`1.3.6.1.4.1.55555.${i}`, false, NULL)),
          }),
        }).bundle,
      ),
    bundled,
    [...limit, 'certificate-format', 'sct-absent'],
  ),
  'a certificate of 10,000 names': hostile(
    () =>
      JSON.stringify(
        seal({
          ...MESSAGE,
          signer: signer({
            label: 'leaf names',
            names: Array.from({ length: 9000 }, (_, i) => uriName(`https://x/${i}`)),
          }),
        }).bundle,
      ),
    bundled,
    [...limit, 'certificate-san', 'certificate-format'],
  ),
  'an OBJECT IDENTIFIER of 100,000 octets': hostile(
    () =>
      JSON.stringify(
        seal({
          ...MESSAGE,
          signer: signer({
            label: 'leaf oid',
            moreExtensions: [
              sequence(tlv(6, bytes([0x2b], new Uint8Array(100_000).fill(0xff), [1])), octetString(NULL)),
            ],
          }),
        }).bundle,
      ),
    bundled,
    [...limit, 'der-invalid', 'certificate-format'],
  ),
  'a timestamp of 12 MiB': hostile(
    () => {
      const place = '/verificationMaterial/timestampVerificationData/rfc3161Timestamps/0/signedTimestamp';
      return JSON.stringify(
        changed(seal(MESSAGE_V2).bundle, {
          [place]: base64(sequence(flat(sequence(integer(1), oid('1.2.3')), PAYLOAD - 10_000))),
        }),
      );
    },
    bundled,
    [...limit, 'timestamp-format'],
  ),
  // names and patterns
  'a name of 200 KiB under a hundred nested repetitions': {
    files: () => ({
      'artifact.txt': ARTIFACT,
      d: JSON.stringify(
        seal({
          ...MESSAGE,
          signer: signer({ label: 'leaf long', names: [uriName(`https://x/${'a'.repeat(200_000)}!`)] }),
        }).bundle,
      ),
    }),
    command: byPattern(`${'('.repeat(30)}a*${')*'.repeat(30)}b`, '--certificate-oidc-issuer-regexp', '(a|aa|a?)+$'),
    reasons: ['identity-mismatch', 'issuer-mismatch', ...limit],
    codes: [3],
  },
  'a pattern of a billion repetitions': {
    files: () => ({ 'artifact.txt': ARTIFACT, d: JSON.stringify(message) }),
    command: byPattern('((a{0,999}){0,999}){0,999}', '--certificate-oidc-issuer', 'x'),
    reasons: [],
    codes: [64],
  },
  // files of the examiner
  'a key file of 16 MiB': {
    files: () => ({
      'artifact.txt': ARTIFACT,
      d: JSON.stringify(envelope),
      k: pem('PUBLIC KEY', new Uint8Array(12 * MIB)),
    }),
    command: ['verify', 'artifact.txt', '--bundle', 'd', '--key', 'k', ...AT],
    reasons: [],
    codes: [64],
  },
  'a JWK of 16 MiB': {
    files: () => ({
      'artifact.txt': ARTIFACT,
      d: JSON.stringify(envelope),
      k: `{"kty":"EC","x":"${'A'.repeat(15 * MIB)}"}`,
    }),
    command: ['verify', 'artifact.txt', '--bundle', 'd', '--key', 'k', ...AT],
    reasons: [],
    codes: [64],
  },
  'a certificate file of 20,000 blocks': {
    files: () => ({ d: pemFile(...Array(20_000).fill(signer().certificate!)), r: pemFile(caRoot.certificate) }),
    command: ['check', 'chain', 'd', '--root', 'r', ...AT],
    reasons: [...limit, 'pem-invalid', 'certificate-format'],
    codes: [3],
  },
  'a PEM file of 16 MiB without an end': {
    files: () => ({ d: `-----BEGIN CERTIFICATE-----\n${'A'.repeat(FULL - 100)}`, r: pemFile(caRoot.certificate) }),
    command: ['check', 'chain', 'd', '--root', 'r', ...AT],
    reasons: [...limit, 'pem-invalid'],
    codes: [3],
  },
  'a trusted root of 16 MiB': {
    files: () => ({
      'artifact.txt': ARTIFACT,
      d: JSON.stringify(message),
      root: `{"mediaType":"application/vnd.dev.sigstore.trustedroot+json;version=0.1","tlogs":[${'{},'.repeat(900_000)}{}]}`,
    }),
    command: ['verify', 'artifact.txt', '--bundle', 'd', '--trusted-root', 'root', ...WHO, ...AT],
    reasons: [],
    codes: [64],
  },
  'a vector file of 16 MiB': hostile(
    () => `{"testGroups":[${'{},'.repeat(400_000)}{}]}`,
    ['selftest', '--vectors', 'd'],
    [],
    [3],
  ),
  'a token of 16 MiB': {
    files: () => ({ d: sequence(flat(sequence(integer(1)), 15 * MIB)), f: OTHER, r: pemFile(caRoot.certificate) }),
    command: ['check', 'timestamp', 'd', '--data', 'f', '--root', 'r'],
    reasons: [...limit, 'timestamp-format'],
    codes: [3],
  },
  // as much as is still read
  'all that is allowed at once': hostile(
    () => {
      const entries = Array.from({ length: 32 }, (_, i) => ({ log: i % 2 === 0 ? rekorV1 : rekorV2, before: i + 1 }));
      return JSON.stringify(seal({ ...ATTESTED, entries, stamps: MESSAGE_V2.stamps! }).bundle);
    },
    bundled,
    [],
    [0, 3],
  ),
};
