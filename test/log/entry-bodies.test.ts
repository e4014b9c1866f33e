// SPDX-License-Identifier: Apache-2.0
import { generateKeyPairSync } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { nativeEngine } from '../../src/crypto/engine.ts';
import { encodeUtf8 } from '../../src/encoding/utf8.ts';
import type { SignerKey } from '../../src/log/entry-bodies/bind.ts';
import { ENTRY_BODIES } from '../../src/log/entry-bodies.ts';
import type { LogEntryRequest } from '../../src/log/logged-entry.ts';
import { LOGS } from '../../src/log/logs.ts';
import { verifyLogEntry } from '../../src/log/verify-log-entry.ts';
import type { Bytes } from '../../src/model/bytes.ts';
import type { JsonObject, JsonValue } from '../../src/model/json.ts';
import type { SignedContent } from '../../src/model/signed-entity.ts';
import {
  ARTIFACT,
  bodyOf,
  CERTIFICATE,
  DSSE,
  entityOf,
  MESSAGE,
  mintEntry,
  mintKey,
  mintLog,
  SIG,
  SPECS,
  sha,
} from './mint.ts';
import { causes, digestsOf, type Result } from './support.ts';

const spki = mintKey('p256').key.spki;
const byCertificate: SignerKey = { spki, kind: 'ecdsa-p256', certificateDer: CERTIFICATE };
const byKey: SignerKey = { spki, kind: 'ecdsa-p256', certificateDer: null };
const log = mintLog('p256');

interface Setup {
  readonly kind: string;
  readonly content?: SignedContent;
  readonly signer?: SignerKey;
  readonly edit?: (spec: JsonObject) => JsonObject;
  readonly body?: Bytes;
  readonly request?: Partial<LogEntryRequest>;
  readonly entity?: Partial<ReturnType<typeof entityOf>>;
}

/** A sound entry of a log over whatever body is asked for: only the binding can be wrong. */
function bind({
  kind,
  content = contentOf(kind),
  signer = byCertificate,
  edit = (spec) => spec,
  body,
  request,
  entity,
}: Setup): Result {
  const [name, version] = kind.split(' ') as [string, string];
  const over = content.kind === 'dsse' ? content.pae : ARTIFACT;
  const bytes = body ?? bodyOf(kind, edit(SPECS[kind]!(signer, over)));
  const entry = mintEntry(log, [name, version], bytes, logKindOf(kind));
  return verifyLogEntry({
    entry,
    entity: { ...entityOf(content, entry), ...entity },
    signerKey: signer,
    artifactDigests: new Map(),
    logs: [log.log],
    bundleVersion: '0.3',
    engine: nativeEngine,
    ...request,
  });
}

const contentOf = (kind: string): SignedContent => (kind.startsWith('hashedrekord') ? MESSAGE : DSSE);
const logKindOf = (kind: string) => LOGS.find((row) => row.entryKinds.includes(kind))?.id ?? 'rekor-v1';
const KINDS = Object.keys(SPECS);

/** The spec with the value at a path replaced; undefined removes it. */
function put(path: string, value: JsonValue | undefined): (spec: JsonObject) => JsonObject {
  return (spec) => {
    const copy = structuredClone(spec) as Record<string, unknown>;
    const names = path.split('/');
    const last = names.pop()!;
    let node = copy as Record<string, unknown>;
    for (const name of names) node = node[name] as Record<string, unknown>;
    if (value === undefined) delete node[last];
    else node[last] = value;
    return copy as JsonObject;
  };
}

const base64 = (text: string | Bytes): string => Buffer.from(text as string).toString('base64');
const OTHER_HEX = 'ab'.repeat(32);
const OTHER_DIGEST = base64(Buffer.alloc(32, 7));

describe('an entry body that fits', () => {
  it.each(KINDS)('%s is bound, by certificate and by key', (kind) => {
    for (const signer of [byCertificate, byKey]) {
      const result = bind({ kind, signer });
      expect(causes(result)).toEqual([]);
      expect(result.findings).toEqual([]);
    }
  });

  it('intoto 0.0.1 had no payload digest in its early form', () => {
    expect(causes(bind({ kind: 'intoto 0.0.1', edit: put('content/payloadHash', undefined) }))).toEqual([]);
  });

  it('an RSA key may be written as PKCS#1', () => {
    const rsa = generateKeyPairSync('rsa', { modulusLength: 2048 }).publicKey;
    const rsaSpki = Uint8Array.from(rsa.export({ format: 'der', type: 'spki' }));
    const signer: SignerKey = { spki: rsaSpki, kind: 'rsa', certificateDer: null };
    const pem = base64(rsa.export({ format: 'pem', type: 'pkcs1' }) as string);
    const edit = put('signature/publicKey/content', pem);
    expect(causes(bind({ kind: 'hashedrekord 0.0.1', signer, edit }))).toEqual([]);
    expect(causes(bind({ kind: 'hashedrekord 0.0.1', signer: byKey, edit }))).toEqual(['log.entry log-entry-mismatch']);
  });

  it('every kind in the table belongs to one kind of log, and is tested here', () => {
    expect([...ENTRY_BODIES.keys()].sort()).toEqual([...KINDS].sort());
    expect(LOGS.flatMap((row) => row.entryKinds).sort()).toEqual([...KINDS].sort());
  });

  it.each(['hashedrekord 0.0.1', 'hashedrekord 0.0.2'])('%s may be over the PAE of an envelope', (kind) => {
    expect(causes(bind({ kind, content: DSSE }))).toEqual([]);
    expect(
      causes(
        bind({
          kind,
          content: { ...DSSE, pae: encodeUtf8('DSSEv1 other') },
          body: bodyOf(kind, SPECS[kind]!(byCertificate, DSSE.pae)),
        }),
      ),
    ).toEqual(['log.entry log-entry-mismatch']);
  });

  it('names the hash of the signature where its kind does', () => {
    const hashOf = (setup: Setup): unknown => {
      const result = bind(setup);
      return result.ok ? result.value.hashNamed : causes(result);
    };
    const sha384 = { ...MESSAGE, digest: { algorithm: 'sha384', value: sha('sha384', ARTIFACT) } } as const;
    const p384: SignerKey = { ...byCertificate, kind: 'ecdsa-p384' };
    const hash = { algorithm: 'sha384', value: Buffer.from(sha384.digest.value).toString('hex') };
    expect(hashOf({ kind: 'hashedrekord 0.0.1', content: sha384, edit: put('data/hash', hash) })).toBe('sha384');
    const data = { algorithm: 'SHA2_384', digest: base64(sha384.digest.value) };
    const details = put('hashedRekordV002/signature/verifier/keyDetails', 'PKIX_ECDSA_P384_SHA_384');
    const edit = (spec: JsonObject): JsonObject => details(put('hashedRekordV002/data', data)(spec));
    expect(hashOf({ kind: 'hashedrekord 0.0.2', signer: p384, content: sha384, edit })).toBe('sha384');
    const dsse = put('dsseV002/signatures/0/verifier/keyDetails', 'PKIX_ECDSA_P384_SHA_256');
    expect(hashOf({ kind: 'dsse 0.0.2', signer: p384, edit: dsse })).toBe('sha256');
    expect(hashOf({ kind: 'dsse 0.0.1' })).toBeNull();
  });
});

const MISMATCHES: readonly [kind: string, what: string, edit: (spec: JsonObject) => JsonObject][] = [
  ['hashedrekord 0.0.1', 'the digest', put('data/hash/value', OTHER_HEX)],
  ['hashedrekord 0.0.1', 'the signature', put('signature/content', base64('other'))],
  ['hashedrekord 0.0.2', 'the digest', put('hashedRekordV002/data/digest', OTHER_DIGEST)],
  ['hashedrekord 0.0.2', 'the signature', put('hashedRekordV002/signature/content', base64('other'))],
  [
    'hashedrekord 0.0.2',
    'the certificate',
    put('hashedRekordV002/signature/verifier/x509Certificate/rawBytes', base64('other')),
  ],
  ['dsse 0.0.1', 'the payload digest', put('payloadHash/value', OTHER_HEX)],
  ['dsse 0.0.1', 'the signature', put('signatures/0/signature', base64('other'))],
  ['dsse 0.0.2', 'the payload digest', put('dsseV002/payloadHash/digest', OTHER_DIGEST)],
  ['dsse 0.0.2', 'the signature', put('dsseV002/signatures/0/content', base64('other'))],
  ['dsse 0.0.2', 'the certificate', put('dsseV002/signatures/0/verifier/x509Certificate/rawBytes', base64('other'))],
  ['intoto 0.0.1', 'the payload digest', put('content/payloadHash/value', OTHER_HEX)],
  ['intoto 0.0.1', 'the envelope digest', put('content/hash/value', OTHER_HEX)],
  ['intoto 0.0.2', 'the payload digest', put('content/payloadHash/value', OTHER_HEX)],
  ['intoto 0.0.2', 'the payload type', put('content/envelope/payloadType', 'application/json')],
  ['intoto 0.0.2', 'the signature', put('content/envelope/signatures/0/sig', base64(base64('other')))],
];

describe('an entry about something else', () => {
  it.each(MISMATCHES)('%s: %s', (kind, _what, edit) => {
    expect(causes(bind({ kind, edit }))).toEqual(['log.entry log-entry-mismatch']);
  });

  it.each(KINDS)('%s of another certificate, or of another key', (kind) => {
    const body = (signer: SignerKey): Bytes => bodyOf(kind, SPECS[kind]!(signer, ARTIFACT));
    const otherCertificate = { ...byCertificate, certificateDer: Uint8Array.of(0x30, 0x03, 0x02, 0x01, 0x02) };
    const otherKey = { ...byKey, spki: mintKey('p256').key.spki };
    const mismatch = ['log.entry log-entry-mismatch'];
    expect(causes(bind({ kind, signer: byCertificate, body: body(otherCertificate) }))).toEqual(mismatch);
    expect(causes(bind({ kind, signer: byKey, body: body(otherKey) }))).toEqual(mismatch);
  });

  it.each(KINDS)('%s: a key does not stand for a certificate, nor the other way round', (kind) => {
    const body = (signer: SignerKey): Bytes => bodyOf(kind, SPECS[kind]!(signer, ARTIFACT));
    for (const [signer, recorded] of [
      [byCertificate, byKey],
      [byKey, byCertificate],
    ] as const) {
      expect(causes(bind({ kind, signer, body: body(recorded) }))[0]).toMatch(
        /^log\.entry log-entry-(mismatch|format)$/,
      );
    }
  });

  it.each(KINDS)('%s signed again by the same key', (kind) => {
    const entity = { signatures: [{ sig: encodeUtf8('signed again'), keyHint: null }] };
    expect(causes(bind({ kind, entity }))).toEqual(['log.entry log-entry-mismatch']);
  });

  it.each(KINDS)('%s where the evidence has no signature, or two', (kind) => {
    for (const signatures of [[], [0, 1].map(() => ({ sig: SIG, keyHint: null }))]) {
      expect(causes(bind({ kind, entity: { signatures } }))).toEqual(['log.entry log-entry-mismatch']);
    }
  });

  it.each(KINDS.filter((kind) => !kind.startsWith('hashedrekord')))(
    '%s where the evidence is a detached signature',
    (kind) => {
      expect(causes(bind({ kind, content: MESSAGE }))).toEqual(['log.entry log-entry-mismatch']);
    },
  );

  it.each(['dsse 0.0.1', 'dsse 0.0.2', 'intoto 0.0.2'])('%s with two signatures', (kind) => {
    const twice = JSON.stringify(SPECS[kind]!(byCertificate, ARTIFACT)).replace(
      /"signatures":\[(.*?\})\]/,
      '"signatures":[$1,$1]',
    );
    expect(twice).toContain('},{');
    expect(causes(bind({ kind, body: bodyOf(kind, JSON.parse(twice)) }))).toEqual(['log.entry log-entry-mismatch']);
  });
});

describe('the artifact of a detached signature', () => {
  const kind = 'hashedrekord 0.0.1';
  const bare: SignedContent = { kind: 'message', digest: null };

  it('is compared where the bundle claims no digest', () => {
    expect(causes(bind({ kind, content: bare, request: { artifactDigests: digestsOf(ARTIFACT) } }))).toEqual([]);
    const other = digestsOf(encodeUtf8('another artifact'));
    expect(causes(bind({ kind, content: bare, request: { artifactDigests: other } }))).toEqual([
      'log.entry log-entry-mismatch',
    ]);
  });

  it('is wanted where nothing else says what the entry is about', () => {
    expect(causes(bind({ kind, content: bare }))).toEqual(['log.entry artifact-absent']);
    const sha512: SignedContent = { kind: 'message', digest: { algorithm: 'sha512', value: sha('sha512', ARTIFACT) } };
    expect(causes(bind({ kind, content: sha512 }))).toEqual(['log.entry artifact-absent']);
    expect(causes(bind({ kind, content: sha512, request: { artifactDigests: digestsOf(ARTIFACT) } }))).toEqual([]);
  });

  it('that was altered is told from an entry that is about something else', () => {
    const artifactDigests = digestsOf(encodeUtf8('altered'));
    expect(causes(bind({ kind, request: { artifactDigests } }))).toEqual(['log.entry artifact-digest-mismatch']);
  });
});

describe('a malformed body', () => {
  it.each<[string, string, string]>([
    ['no JSON', '{', 'json-invalid'],
    ['a duplicate key', '{"kind":"dsse","kind":"dsse","apiVersion":"0.0.1","spec":{}}', 'json-duplicate-key'],
    ['an array', '[]', 'log-entry-format'],
    ['no kind', '{"apiVersion":"0.0.1","spec":{}}', 'log-entry-format'],
    ['no version', '{"kind":"dsse","spec":{}}', 'log-entry-format'],
    ['no spec', '{"kind":"dsse","apiVersion":"0.0.1"}', 'log-entry-format'],
    ['a null spec', '{"kind":"dsse","apiVersion":"0.0.1","spec":null}', 'log-entry-format'],
    ['an empty spec', '{"kind":"dsse","apiVersion":"0.0.1","spec":{}}', 'log-entry-format'],
  ])('%s', (_what, text, reason) => {
    expect(causes(bind({ kind: 'dsse 0.0.1', body: encodeUtf8(text) }))).toEqual([`log.entry ${reason}`]);
  });

  it('of a kind that is not known', () => {
    for (const kind of ['rfc3161 0.0.1', 'hashedrekord 0.0.3', 'constructor prototype']) {
      expect(causes(bind({ kind, content: MESSAGE, body: bodyOf(kind, {}) }))).toEqual([
        'log.entry log-entry-kind-unsupported',
      ]);
    }
  });

  it('nothing in a body can be left out or be of another type', () => {
    for (const kind of KINDS) {
      for (const path of leavesOf(SPECS[kind]!(byCertificate, ARTIFACT))) {
        if (kind === 'intoto 0.0.1' && path === 'content/payloadHash') continue;
        for (const value of [undefined, 7, [], {}]) {
          const [cause, more] = causes(bind({ kind, edit: put(path, value) }));
          expect(`${kind} ${path} ${cause}`).toMatch(/log\.entry (log-entry-format|log-entry-mismatch)$/);
          expect(more).toBeUndefined();
        }
      }
    }
  });

  it.each<[string, string, JsonValue]>([
    ['base64 with a space', 'signature/content', `${base64(SIG)} `],
    ['an odd number of hexadecimal digits', 'data/hash/value', 'abc'],
    ['no PEM', 'signature/publicKey/content', base64('no pem')],
    [
      'a private key',
      'signature/publicKey/content',
      base64('-----BEGIN PRIVATE KEY-----\nAAAA\n-----END PRIVATE KEY-----\n'),
    ],
    ['PEM that is no text', 'signature/publicKey/content', base64(Buffer.of(0xff))],
  ])('%s', (_what, path, value) => {
    expect(causes(bind({ kind: 'hashedrekord 0.0.1', edit: put(path, value) }))).toEqual([
      'log.entry log-entry-format',
    ]);
  });

  it('names a hash or kind of key that is not on our list', () => {
    const unsupported = ['log.entry algorithm-unsupported'];
    for (const algorithm of ['sha1', 'SHA256', 'constructor']) {
      expect(causes(bind({ kind: 'hashedrekord 0.0.1', edit: put('data/hash/algorithm', algorithm) }))).toEqual(
        unsupported,
      );
    }
    for (const algorithm of ['SHA1', 'sha256', 'SHA3_256', 'HASH_ALGORITHM_UNSPECIFIED']) {
      expect(
        causes(bind({ kind: 'hashedrekord 0.0.2', edit: put('hashedRekordV002/data/algorithm', algorithm) })),
      ).toEqual(unsupported);
    }
    for (const details of ['PKIX_ED25519_PH', 'pkix_ed25519', 'toString']) {
      const edit = put('hashedRekordV002/signature/verifier/keyDetails', details);
      expect(causes(bind({ kind: 'hashedrekord 0.0.2', edit }))).toEqual(unsupported);
    }
  });

  it('names a kind of key that is not the signer own', () => {
    const [hashed, enveloped] = ['hashedRekordV002/signature', 'dsseV002/signatures/0'].map((path) =>
      put(`${path}/verifier/keyDetails`, 'PKIX_ECDSA_P384_SHA_256'),
    );
    const inconsistent = ['log.entry log-entry-inconsistent'];
    expect(causes(bind({ kind: 'hashedrekord 0.0.2', edit: hashed! }))).toEqual(inconsistent);
    expect(causes(bind({ kind: 'dsse 0.0.2', edit: enveloped! }))).toEqual(inconsistent);
    const signer: SignerKey = { ...byCertificate, kind: null };
    expect(causes(bind({ kind: 'dsse 0.0.2', signer, edit: enveloped! }))).toEqual([]);
  });

  it('contradicts itself', () => {
    const details = (name: string) => put('hashedRekordV002/signature/verifier/keyDetails', name);
    const inconsistent = ['log.entry log-entry-inconsistent'];
    expect(causes(bind({ kind: 'hashedrekord 0.0.2', edit: details('PKIX_ECDSA_P384_SHA_384') }))).toEqual(
      inconsistent,
    );
    const signer: SignerKey = { ...byCertificate, kind: 'ecdsa-p384' };
    expect(causes(bind({ kind: 'hashedrekord 0.0.2', signer, edit: details('PKIX_ECDSA_P384_SHA_384') }))).toEqual(
      inconsistent,
    );
    expect(causes(bind({ kind: 'hashedrekord 0.0.2', signer, edit: details('PKIX_ECDSA_P384_SHA_256') }))).toEqual([]);
    const both = put('hashedRekordV002/signature/verifier/publicKey', { rawBytes: base64(spki) });
    expect(causes(bind({ kind: 'hashedrekord 0.0.2', edit: both }))).toEqual(['log.entry log-entry-format']);
    const neither = put('hashedRekordV002/signature/verifier/x509Certificate', undefined);
    expect(causes(bind({ kind: 'hashedrekord 0.0.2', edit: neither }))).toEqual(['log.entry log-entry-format']);
  });
});

it('without a key at hand, the entry is left open and the log is judged all the same', () => {
  const result = bind({ kind: 'hashedrekord 0.0.1', request: { signerKey: null } });
  expect(causes(result)).toEqual(['log.entry signer-key-unknown']);
  expect(result.ok).toBe(false);
});

describe('the digest of a submitted envelope', () => {
  const pem = (signer: SignerKey): string =>
    Buffer.from(SPECS['intoto 0.0.1']!(signer, ARTIFACT)['publicKey'] as string, 'base64').toString();
  const payload = base64(DSSE.payload);
  const hashing = (text: string) =>
    put('content/hash/value', Buffer.from(sha('sha256', encodeUtf8(text))).toString('hex'));
  const spelled = (signature: string): string =>
    `{"payload":"${payload}","payloadType":"${DSSE.payloadType}","signatures":[${signature}]}`;
  const cert = JSON.stringify(pem(byCertificate));

  it.each([
    ['with the key inside', spelled(`{"publicKey":${cert},"sig":"${base64(SIG)}"}`)],
    ['without a key id', spelled(`{"sig":"${base64(SIG)}"}`)],
    ['with a key id', spelled(`{"keyid":"","sig":"${base64(SIG)}"}`)],
    ['with the certificate behind', spelled(`{"keyid":"","sig":"${base64(SIG)}","cert":${cert}}`)],
    ['with a newline behind', `${spelled(`{"sig":"${base64(SIG)}"}`)}\n`],
  ])('is found in a known spelling: %s', (_what, text) => {
    expect(causes(bind({ kind: 'intoto 0.0.1', edit: hashing(text) }))).toEqual([]);
  });

  it('is found in the stored bytes, however they are spelled', () => {
    const stored = encodeUtf8(`  ${spelled(`{ "sig": "${base64(SIG)}" }`)}`);
    const edit = hashing(new TextDecoder().decode(stored));
    expect(causes(bind({ kind: 'intoto 0.0.1', edit }))).toEqual(['log.entry log-entry-mismatch']);
    expect(causes(bind({ kind: 'intoto 0.0.1', edit, content: { ...DSSE, stored } }))).toEqual([]);
  });

  it('is of the key id that the signature carries, as Go writes it', () => {
    const keyHint = '<a&b>';
    const text = spelled(`{"keyid":"\\u003ca\\u0026b\\u003e","sig":"${base64(SIG)}"}`);
    const entity = { signatures: [{ sig: SIG, keyHint }] };
    expect(causes(bind({ kind: 'intoto 0.0.1', edit: hashing(text), entity }))).toEqual([]);
  });

  it.each([
    ['dsse 0.0.1', 'envelopeHash/value'],
    ['intoto 0.0.2', 'content/hash/value'],
  ])(
    'of %s is a finding where no spelling gives it: payload, signature and key are bound by other fields',
    (kind, path) => {
      const result = bind({ kind, edit: put(path, OTHER_HEX) });
      expect(causes(result)).toEqual([]);
      expect(result.findings.map(({ code }) => code)).toEqual(['entry-hash-not-compared']);
    },
  );
});

function leavesOf(value: JsonValue, path = ''): string[] {
  if (typeof value !== 'object' || value === null) return [path];
  const inner = Object.entries(value).flatMap(([name, child]) =>
    leavesOf(child as JsonValue, path === '' ? name : `${path}/${name}`),
  );
  return path === '' ? inner : [path, ...inner];
}
