// SPDX-License-Identifier: Apache-2.0
import { describe, expect, it } from 'vitest';
import { pae } from '../../scripts/mint/dsse.ts';
import { edKey, type MintKey } from '../../scripts/mint/keys.ts';
import { NEXT_KEY } from '../../src/attest/signing-ring.ts';
import { sha256Hex } from '../../src/crypto/digest.ts';
import { nativeEngine } from '../../src/crypto/engine.ts';
import { parseRfc3339 } from '../../src/encoding/rfc3339.ts';
import type { Bytes } from '../../src/model/bytes.ts';
import { attempt } from '../../src/model/malformed.ts';
import { readTrustDocument } from '../../src/trust/document.ts';
import { changedIndex, type Incoming } from '../../src/trust/held/change.ts';
import { EMPTY_INDEX, indexBytes, readIndex, type TrustIndex } from '../../src/trust/held/index-file.ts';
import { readTrustedKey } from '../../src/trust/keyring.ts';
import { type ProofOfExistence, standingUnder } from '../../src/trust/revocation/standing.ts';
import { describeWindow } from '../../src/trust/validity.ts';
import { NEXT_KEY_TYPE, readNextKey } from '../../src/verify/next-key.ts';

const at = parseRfc3339('2026-03-01T00:00:00Z').time;
const bytes = (text: string): Bytes => new Uint8Array(Buffer.from(text));

function list(sequence: number, issuer = 'office') {
  const text = JSON.stringify({
    ...{ format: 'forensic-verify/revocation-list@v1', issuer, sequence },
    ...{ issuedAt: '2026-02-01T00:00:00Z', revoked: [] },
  });
  return readTrustDocument(bytes(text), `${issuer}.json`);
}

const incoming = (document: Incoming['document']): Incoming => ({ document, name: document.name, origin: 'a test' });

/** Index after index, as the store would keep them. */
function taken(...documents: readonly Incoming['document'][]): TrustIndex {
  const held = (one: { readonly sha256: string }) => documents.find(({ sha256 }) => sha256 === one.sha256)!;
  return documents.reduce<TrustIndex>((index, document) => {
    const change = { domain: 'office', incoming: [incoming(document)], at, held };
    return readIndex(changedIndex(index, change).index, 'index');
  }, EMPTY_INDEX);
}

describe('a trust store', () => {
  it('takes the newer list of an issuer in the place of the older, and lists of others beside it', () => {
    const { domains, revision } = taken(list(1), list(2), list(1, 'other office'));
    expect(revision).toBe(3);
    expect(domains[0]!.documents.map(({ sha256 }) => sha256)).toEqual([list(2).sha256, list(1, 'other office').sha256]);
    expect(domains[0]!.superseded).toEqual([list(1).sha256]);
  });
  it.each([
    ['an older list', [list(2), list(1)]],
    [
      'another list of the same number',
      [list(1), readTrustDocument(bytes(`${Buffer.from(list(1).bytes)} `), 'x.json')],
    ],
    ['a document that a newer one has replaced', [list(1), list(2), list(1)]],
  ])('refuses %s', (_, documents) => {
    const result = attempt(() => taken(...documents));
    expect(result.ok ? 'taken' : result.problem.reason).toBe('trust-rollback');
  });
  it('writes the same index for the same content, and reads no other', () => {
    const index = taken(list(3));
    expect(indexBytes(readIndex(indexBytes(index), 'a'))).toEqual(indexBytes(index));
    const text = Buffer.from(indexBytes(index)).toString();
    for (const broken of [
      text.slice(0, -1),
      text.replace('"revision":1', '"revision":"1"'),
      text.replace('"superseded"', '"superceded"'),
      text.replace('"role":"revocation-list"', '"role":"root-of-all"'),
      text.replace('office"', '../office"'),
      text.replace(/"sha256":"[0-9a-f]{64}"/, '"sha256":"../../etc"'),
      '{}',
    ]) {
      const read = attempt(() => readIndex(bytes(broken), 'index'));
      expect(read.ok ? broken : read.problem.reason).toBe('trust-store-format');
    }
  });
});

const old = edKey('ring-old');
const next = edKey('ring-next');
const base64 = (data: Uint8Array): string => Buffer.from(data).toString('base64');
const PLACE = { evidence: 'next-key.dsse.json', pointer: '' };

interface Told {
  readonly signer?: MintKey;
  readonly subject?: string;
  readonly predicate?: Record<string, unknown>;
  readonly type?: string;
}

function statement({
  signer = old,
  subject = sha256Hex(next.spki),
  predicate = {},
  type = NEXT_KEY_TYPE,
}: Told): Bytes {
  const payload = bytes(
    JSON.stringify({
      _type: 'https://in-toto.io/Statement/v1',
      subject: [{ name: 'release key', digest: { sha256: subject } }],
      predicateType: type,
      predicate: {
        previous: sha256Hex(old.spki),
        publicKey: base64(next.spki),
        issuedAt: '2026-02-20T00:00:00Z',
        validFrom: '2026-03-01T00:00:00Z',
        ...predicate,
      },
    }),
  );
  const payloadType = 'application/vnd.in-toto+json';
  const sig = Buffer.from(signer.sign(pae({ payloadType, payload }))).toString('base64');
  const envelope = { payload: Buffer.from(payload).toString('base64'), payloadType, signatures: [{ sig }] };
  return bytes(JSON.stringify(envelope));
}

const held = [readTrustedKey(bytes(old.publicPem), 'old.pub.pem')];
const read = (told: Told) => attempt(() => readNextKey(statement(told), PLACE, held, nativeEngine));

describe('a statement of the next key', () => {
  it('is of the type that attest rotate writes', () => expect(NEXT_KEY_TYPE).toBe(NEXT_KEY));
  it('names the next key and its window', () => {
    const found = read({ predicate: { validUntil: '2026-04-01T00:00:00Z' } });
    expect(found.ok && describeWindow(found.value.validFor)).toBe(
      'from 2026-03-01T00:00:00Z to 2026-03-31T23:59:59.999999999Z',
    );
    expect(found.ok && found.value.key.fingerprint).toBe(sha256Hex(next.spki));
    expect(found.ok && found.value.current).toBe(held[0]);
  });
  it.each<[string, Told]>([
    ['is signed by a key that is not held', { signer: next, predicate: { previous: sha256Hex(next.spki) } }],
    ['is about another key than it carries', { subject: 'ab'.repeat(32) }],
    ['introduces the current key', { subject: sha256Hex(old.spki), predicate: { publicKey: base64(old.spki) } }],
    ['says nothing of the beginning', { predicate: { validFrom: undefined } }],
    ['names another key as the one before', { predicate: { previous: 'ab'.repeat(32) } }],
    ['has a member that nobody knows', { predicate: { revokes: true } }],
    ['is of another type', { type: 'https://example.com/next' }],
    ['carries no key', { predicate: { publicKey: 'AAAA' } }],
  ])('is refused where it %s', (_, told) => {
    const found = read(told);
    expect(found.ok ? 'taken' : found.problem.reason).toBe('next-key-format');
  });
});

describe('what is revoked since an instant', () => {
  const [before, since, after] = ['2026-01-01T00:00:00Z', '2026-02-01T00:00:00Z', '2026-03-01T00:00:00Z'].map(
    (text) => parseRfc3339(text).time,
  ) as [typeof at, typeof at, typeof at];
  it.each<[ProofOfExistence, string]>([
    [{ notAfter: before, notBefore: null }, 'stands'],
    [{ notAfter: since, notBefore: null }, 'undecided'],
    [{ notAfter: after, notBefore: before }, 'undecided'],
    [{ notAfter: null, notBefore: null }, 'undecided'],
    [{ notAfter: after, notBefore: since }, 'falls'],
    [{ notAfter: null, notBefore: after }, 'falls'],
  ])('proof %#', (proof, standing) => {
    expect(standingUnder(since, proof)).toBe(standing);
    expect(standingUnder(null, proof)).toBe('falls');
  });
});
