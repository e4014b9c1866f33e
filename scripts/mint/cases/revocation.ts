// SPDX-License-Identifier: Apache-2.0
import { seal } from '../bundle.ts';
import { type Bytes, base64, hex, sha256, utf8 } from '../bytes.ts';
import {
  AT,
  type Case,
  type Files,
  passes,
  refuted,
  TRUSTED_ROOT,
  undecided,
  unusable,
  verifyBundle,
  WHO,
} from '../case.ts';
import { authority, extension } from '../certificate.ts';
import { type CrlPlan, crl, type RevokedPlan } from '../crl.ts';
import { integer, pem } from '../der.ts';
import { envelopeJson, signedEnvelope } from '../dsse.ts';
import { canonical, type JsonObject, pretty } from '../json.ts';
import { ecKey } from '../keys.ts';
import { PLAIN } from '../plain-keys.ts';
import { statement } from '../statement.ts';
import { alice, ca, mintRoot, rekorV1 } from '../world.ts';
import { alice as custodian, holding } from './custody-common.ts';
import { ARTIFACT, MESSAGE, PROVENANCE } from './good.ts';

/** The leaf is valid from 11:55 to 12:05 of the first of February; the log has it at 12:00. */
const LEAF = alice.certificate!;
const bundle: Files = { 'artifact.txt': ARTIFACT, 'bundle.sigstore.json': seal(MESSAGE).bundle };
const leafRevoked = (change: Omit<RevokedPlan, 'serial'>, plan: Partial<CrlPlan> = {}): Bytes =>
  crl({ issuer: ca, revoked: [{ serial: LEAF.serial, reason: 1, ...change }], ...plan });
const withCrl = (list: Bytes): Files => ({ ...bundle, 'ca.crl': list });
const VERIFY_CRL = verifyBundle('artifact.txt', '--crl', 'ca.crl');
const VERIFY_LIST = verifyBundle('artifact.txt', '--revocation-list', 'revoked.json');

function list(kind: 'certificate' | 'key', of: Bytes, since: string | null, change: JsonObject = {}): JsonObject {
  return {
    ...{ format: 'forensic-verify/revocation-list@v1', issuer: 'mint security', sequence: 1 },
    issuedAt: '2026-02-20T00:00:00Z',
    revoked: [{ kind, sha256: hex(sha256(of)), since, reason: 'key-compromise', ...change }],
  };
}

const byKey: Files = {
  'artifact.txt': ARTIFACT,
  'artifact.dsse.json': envelopeJson(signedEnvelope(PROVENANCE, [PLAIN.p256])),
};
const KEY = ['--key', '../../keys/p256.pub.pem'] as const;
const VERIFY_KEY = [
  'verify',
  'artifact.txt',
  '--bundle',
  'artifact.dsse.json',
  ...KEY,
  '--revocation-list',
  'revoked.json',
  ...AT,
];

export function revocationCases(): Case[] {
  return [...listCases(), ...crlCases(), ...keyCases(), custodyCase(), ...storeCases()];
}

const stranger = authority({ commonName: 'mint of another', key: ecKey('p384', 'ca-of-another'), pathLength: 0 });

function crlCases(): Case[] {
  return [
    passes(
      'crl-silent',
      'The list of the issuing authority names another certificate: nothing is said of this one.',
      withCrl(crl({ issuer: ca, revoked: [{ serial: 77n, at: '2026-01-10T00:00:00Z' }] })),
      VERIFY_CRL,
    ),
    passes(
      'crl-revoked-later',
      'The certificate was revoked the day after: the log proves that the signature was there before.',
      withCrl(leafRevoked({ at: '2026-02-02T00:00:00Z' })),
      VERIFY_CRL,
    ),
    passes(
      'crl-invalid-later',
      'The revocation is entered as of before the signature, and the key was its owner’s until after it: invalidityDate decides.',
      withCrl(leafRevoked({ at: '2026-01-31T00:00:00Z', invalidSince: '2026-02-01T13:00:00Z' })),
      VERIFY_CRL,
    ),
    undecided(
      'crl-invalid-earlier--revoked-unproven',
      'certificate.revocation',
      'Revoked the day after, and the key was in other hands since two minutes before the log saw the signature.',
      withCrl(leafRevoked({ at: '2026-02-02T00:00:00Z', invalidSince: '2026-02-01T11:58:00Z' })),
      VERIFY_CRL,
    ),
    refuted(
      'crl-revoked-before--revoked',
      'certificate.revocation',
      'The key was in other hands before the certificate was even valid.',
      withCrl(leafRevoked({ at: '2026-02-02T00:00:00Z', invalidSince: '2026-01-31T00:00:00Z' })),
      VERIFY_CRL,
    ),
    undecided(
      'crl-stale--revocation-stale',
      'revocation.data',
      'The next list was due before the instant that is judged at.',
      withCrl(crl({ issuer: ca, revoked: [], nextUpdate: '2026-02-27T00:00:00Z' })),
      VERIFY_CRL,
      5,
    ),
    undecided(
      'crl-forged--crl-signature',
      'revocation.data',
      'The list is signed by somebody else than the authority that it names: nothing is known of revocations.',
      withCrl(crl({ issuer: ca, revoked: [], signedBy: ecKey('p384', 'crl-forger') })),
      VERIFY_CRL,
      5,
    ),
    undecided(
      'crl-of-another--crl-other-issuer',
      'revocation.data',
      'The list is of an authority that issued nothing of the path: who named it believes that it was looked up.',
      withCrl(crl({ issuer: stranger, revoked: [] })),
      VERIFY_CRL,
      5,
    ),
    undecided(
      'crl-alone--trust-unvouched',
      'revocation.data',
      'A list by itself: well formed, and nothing is at hand that shows who has signed it.',
      { 'ca.crl': crl({ issuer: ca, revoked: [] }) },
      ['trust', 'verify', 'ca.crl', ...AT],
      5,
    ),
    undecided(
      'crl-delta--crl-unsupported',
      'trust.document',
      'A delta list: who is not on it may be on the list before.',
      { 'ca.crl': crl({ issuer: ca, revoked: [], more: [extension('2.5.29.27', true, integer(1))] }) },
      ['trust', 'verify', 'ca.crl', ...AT],
      5,
    ),
    undecided(
      'crl-twice--crl-format',
      'trust.document',
      'One serial number stands twice.',
      {
        'ca.crl.pem': pem(
          'X509 CRL',
          crl({ issuer: ca, revoked: [5n, 5n].map((serial) => ({ serial, at: '2026-01-10T00:00:00Z' })) }),
        ),
      },
      ['trust', 'verify', 'ca.crl.pem', ...AT],
      5,
    ),
  ];
}

function listCases(): Case[] {
  const authority = ca.certificate.der;
  return [
    passes(
      'revocation-authority-later',
      'The authority that issued the certificate is compromised since a week later.',
      { ...bundle, 'revoked.json': list('certificate', authority, '2026-02-08T00:00:00Z') },
      VERIFY_LIST,
    ),
    undecided(
      'revocation-authority--revoked-unproven',
      'certificate.revocation',
      'It is compromised since a minute before the log saw the signature.',
      { ...bundle, 'revoked.json': list('certificate', authority, '2026-02-01T11:59:00Z') },
      VERIFY_LIST,
    ),
    refuted(
      'revocation-leaf-key--revoked',
      'certificate.revocation',
      'The key of the certificate is on the list, from the beginning.',
      { ...bundle, 'revoked.json': list('key', alice.key.spki, null) },
      VERIFY_LIST,
    ),
    undecided(
      'revocation-list-stale--revocation-stale',
      'revocation.data',
      'The list names nothing of this, and should have been followed by another one.',
      {
        ...bundle,
        'revoked.json': { ...list('key', PLAIN.p384.spki, null), nextUpdate: '2026-02-25T00:00:00Z' },
      },
      VERIFY_LIST,
      5,
    ),
    undecided(
      'revocation-log--log-unknown',
      'log.key',
      'The key of the transparency log is compromised since after the entry. Whoever holds it writes what time he likes: no time of it counts.',
      { ...bundle, 'revoked.json': list('key', rekorV1.key.spki, '2026-02-20T00:00:00Z') },
      VERIFY_LIST,
    ),
    passes(
      'revocation-log-retired',
      'The log has ended in order after the entry: what it said until then counts.',
      { ...bundle, 'revoked.json': list('key', rekorV1.key.spki, '2026-02-20T00:00:00Z', { reason: 'cessation' }) },
      VERIFY_LIST,
    ),
  ];
}

function keyCases(): Case[] {
  const logged: Files = {
    'artifact.txt': ARTIFACT,
    'bundle.sigstore.json': seal({
      signer: { key: PLAIN.p256, certificate: null },
      content: { artifact: ARTIFACT },
      entries: [{ log: rekorV1 }],
    }).bundle,
  };
  const verify = ['verify', 'artifact.txt', '--bundle', 'bundle.sigstore.json', ...KEY, ...TRUSTED_ROOT];
  return [
    undecided(
      'revocation-key--revoked-unproven',
      'key.revocation',
      'A plain key is compromised since an instant, and nothing proves when it signed.',
      { ...byKey, 'revoked.json': list('key', PLAIN.p256.spki, '2026-02-10T00:00:00Z') },
      VERIFY_KEY,
    ),
    undecided(
      'revocation-key-said--revoked-unproven',
      'key.revocation',
      "The examiner's own word on the time of signing proves nothing against a stolen key.",
      { ...byKey, 'revoked.json': list('key', PLAIN.p256.spki, '2026-02-10T00:00:00Z') },
      [...VERIFY_KEY, '--signed-at', '2026-02-01T00:00:00Z'],
    ),
    refuted(
      'revocation-key-ever--revoked',
      'key.revocation',
      'Nothing that the key has ever signed counts.',
      { ...byKey, 'revoked.json': list('key', PLAIN.p256.spki, null) },
      VERIFY_KEY,
    ),
    passes(
      'revocation-key-logged',
      'The key is compromised since later, and a log proves that the signature was there before.',
      { ...logged, 'revoked.json': list('key', PLAIN.p256.spki, '2026-02-10T00:00:00Z') },
      [...verify, '--revocation-list', 'revoked.json', ...AT],
    ),
  ];
}

function custodyCase(): Case {
  const log = holding().add({ type: 'close', by: custodian });
  return undecided(
    'revocation-custody--custody-key-compromised-unproven',
    'custody.keys',
    'The key of the custodian is on the list, and nothing proves when the log was written.',
    {
      'opener.pub.pem': custodian.key.publicPem,
      'locker/custody.jsonl': log.file(),
      'locker/EX-1': utf8('the disk of the fixtures'),
      'revoked.json': list('key', custodian.key.spki, '2026-02-10T00:00:00Z'),
    },
    ['verify', 'locker', '--key', 'opener.pub.pem', ...TRUSTED_ROOT, '--revocation-list', 'revoked.json', ...AT],
  );
}

interface HeldPlan {
  readonly role: string;
  readonly name: string;
  readonly data: Bytes;
  readonly more?: JsonObject;
}

/** A trust store with these documents, as `trust import` writes it. */
export function heldStore(domains: Readonly<Record<string, readonly HeldPlan[]>>): Files {
  const index: JsonObject = {
    format: 'forensic-verify/trust-store@v1',
    revision: 1,
    domains: Object.fromEntries(
      Object.entries(domains).map(([domain, documents]) => [
        domain,
        {
          superseded: [],
          documents: documents.map(({ role, name, data, more = {} }) => ({
            ...{ role, name, sha256: hex(sha256(data)), size: data.length },
            ...{ origin: `file ${name}, named by the examiner`, importedAt: '2026-02-01T12:00:00Z', ...more },
          })),
        },
      ]),
    ),
  };
  const documents = Object.values(domains)
    .flat()
    .map(({ data }) => [`store/documents/${hex(sha256(data))}`, data] as const);
  return { 'store/trust-store.json': utf8(canonical(index)), ...Object.fromEntries(documents) };
}

function storeCases(): Case[] {
  const root = { role: 'trusted-root', name: 'trusted_root.json', data: utf8(pretty(mintRoot())) };
  const listed = { role: 'revocation-list', name: 'revoked.json' };
  const store = ['--trust-store', 'store'];
  const verify = ['verify', 'artifact.txt', '--bundle', 'bundle.sigstore.json', ...store, ...WHO, ...AT];
  const ring = (more: JsonObject = {}) => ({
    role: 'key',
    name: 'p256.pub.pem',
    data: utf8(PLAIN.p256.publicPem),
    more,
  });
  const byRing = [
    'verify',
    'artifact.txt',
    '--bundle',
    'artifact.dsse.json',
    ...store,
    '--trust-domain',
    'ring',
    ...AT,
  ];
  const predicate = {
    previous: hex(sha256(PLAIN.ed25519.spki)),
    publicKey: base64(PLAIN.p256.spki),
    issuedAt: '2026-01-10T00:00:00Z',
    validFrom: '2026-01-15T00:00:00Z',
  };
  const subject = { name: 'next', digest: { sha256: hex(sha256(PLAIN.p256.spki)) } };
  const next = statement([subject], 'urn:forensic-verify:predicate:next-key:v1', predicate);
  const nextKey = utf8(pretty(envelopeJson(signedEnvelope(next, [PLAIN.ed25519]))));
  const introduced: Files = {
    ...byKey,
    ...heldStore({
      ring: [
        { role: 'key', name: 'ed25519.pub.pem', data: utf8(PLAIN.ed25519.publicPem) },
        { role: 'next-key', name: 'next.dsse.json', data: nextKey },
        ring({ validFrom: '2026-01-15T00:00:00Z', validUntil: null }),
      ],
    }),
  };
  const issuer = { role: 'certificates', name: 'ca.pem', data: utf8(pem('CERTIFICATE', ca.certificate.der)) };
  const verifyList = ['trust', 'verify', 'ca.crl', '--store', 'store', '--domain', 'mint', ...AT];
  return [
    passes(
      'store-crl',
      'The list is signed by the certificate of its issuer, which the store holds.',
      { 'ca.crl': crl({ issuer: ca, revoked: [] }), ...heldStore({ mint: [issuer] }) },
      verifyList,
    ),
    undecided(
      'store-crl-forged--crl-signature',
      'revocation.data',
      'The store holds the certificate of the issuer, and that one has not signed the list.',
      {
        'ca.crl': crl({ issuer: ca, revoked: [], signedBy: ecKey('p384', 'crl-forger') }),
        ...heldStore({ mint: [issuer] }),
      },
      verifyList,
      5,
    ),
    undecided(
      'store-crl-stale--revocation-stale',
      'revocation.data',
      'It is signed by its issuer, and the next one was due before the instant that is judged at.',
      {
        'ca.crl': crl({ issuer: ca, revoked: [], nextUpdate: '2026-02-27T00:00:00Z' }),
        ...heldStore({ mint: [issuer] }),
      },
      verifyList,
      5,
    ),
    undecided(
      'store-crl-unknown--trust-unvouched',
      'revocation.data',
      'The store holds no certificate of the issuer of the list.',
      { 'ca.crl': crl({ issuer: stranger, revoked: [] }), ...heldStore({ mint: [issuer] }) },
      verifyList,
      5,
    ),
    unusable(
      'store-crl-damaged--trust-store-format',
      'The certificate of the issuer lies in the store, and is not the document that its name says.',
      {
        'ca.crl': crl({ issuer: ca, revoked: [] }),
        ...heldStore({ mint: [issuer] }),
        [`store/documents/${hex(sha256(issuer.data))}`]: utf8(pem('CERTIFICATE', stranger.certificate.der)),
      },
      verifyList,
    ),
    passes(
      'store-root',
      'The trusted root comes of a trust store.',
      { ...bundle, ...heldStore({ mint: [root] }) },
      verify,
    ),
    passes(
      'store-root-of-age',
      'The root came with metadata that was fresh when it was imported, a month before the question.',
      { ...bundle, ...heldStore({ mint: [{ ...root, more: { metadataExpires: '2026-02-08T00:00:00Z' } }] }) },
      [...verify, '--max-root-age', '30d'],
    ),
    undecided(
      'store-root-stale--trusted-root-age',
      'trust.age',
      'It was imported a month before the question from metadata that had expired in December (--allow-stale): importing made nothing younger.',
      { ...bundle, ...heldStore({ mint: [{ ...root, more: { metadataExpires: '2025-12-24T00:00:00Z' } }] }) },
      [...verify, '--max-root-age', '30d'],
      5,
    ),
    passes(
      'store-ring',
      'The key comes of the domain of a trust store that is named.',
      { ...byKey, ...heldStore({ ring: [ring()], mint: [root] }) },
      byRing,
    ),
    refuted(
      'store-elsewhere--revoked',
      'certificate.revocation',
      'The list of revocations lies in another domain than the root: it counts all the same.',
      {
        ...bundle,
        ...heldStore({
          mint: [root],
          office: [{ ...listed, data: utf8(pretty(list('key', alice.key.spki, null))) }],
        }),
      },
      [...verify, '--trust-domain', 'mint'],
    ),
    passes(
      'store-next-key',
      'The key has a window of the store, which a statement of the key before gave it; the examiner says when it signed.',
      { ...byKey, ...heldStore({ ring: [ring({ validFrom: '2026-01-15T00:00:00Z', validUntil: null })] }) },
      [...byRing, '--signed-at', '2026-02-01T00:00:00Z'],
    ),
    refuted(
      'store-introduced-by-stolen--revoked',
      'key.revocation',
      'The key that introduced this one is compromised since before the store took its statement in: who wrote that is not known.',
      { ...introduced, 'revoked.json': list('key', PLAIN.ed25519.spki, '2026-01-20T00:00:00Z') },
      [...byRing, '--signed-at', '2026-02-01T00:00:00Z', '--revocation-list', 'revoked.json'],
    ),
    passes(
      'store-introduced-before-theft',
      'The key that introduced this one was stolen later than the store took its statement in.',
      { ...introduced, 'revoked.json': list('key', PLAIN.ed25519.spki, '2026-02-10T00:00:00Z') },
      [...byRing, '--signed-at', '2026-02-01T00:00:00Z', '--revocation-list', 'revoked.json'],
    ),
    undecided(
      'store-key-not-begun--key-window',
      'key.trusted',
      'The next key may sign from the middle of March on, and the question is what was valid at the beginning.',
      { ...byKey, ...heldStore({ ring: [ring({ validFrom: '2026-03-15T00:00:00Z', validUntil: null })] }) },
      byRing,
    ),
    undecided(
      'store-key-ended--key-window',
      'key.trusted',
      'The key was followed by another one, and signed after its end.',
      {
        ...byKey,
        ...heldStore({ ring: [ring({ validFrom: null, validUntil: '2026-01-15T00:00:00Z' })] }),
      },
      [...byRing, '--signed-at', '2026-02-01T00:00:00Z'],
    ),
    undecided(
      'store-key-ended-unproven--key-window-unproven',
      'key.trusted',
      'The key was followed by another one, and nobody says when this signature was made.',
      {
        ...byKey,
        ...heldStore({ ring: [ring({ validFrom: null, validUntil: '2026-01-15T00:00:00Z' })] }),
      },
      byRing,
    ),
  ];
}
