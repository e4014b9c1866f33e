// SPDX-License-Identifier: Apache-2.0
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { base64, bundle, dsse, logEntry, open, opened, problems, refusal, text } from './support.ts';

const V01 = 'application/vnd.dev.sigstore.bundle+json;version=0.1';
const V02 = 'application/vnd.dev.sigstore.bundle+json;version=0.2';
const V03 = 'application/vnd.dev.sigstore.bundle+json;version=0.3';
const chain = {
  certificate: undefined,
  x509CertificateChain: { certificates: [{ rawBytes: base64('leaf') }, { rawBytes: base64('ca') }] },
};
const key = { certificate: undefined, publicKey: { hint: 'k' } };
const envelope = (changes: Record<string, unknown> = {}) => ({
  messageSignature: undefined,
  dsseEnvelope: dsse(changes),
});

describe('a Sigstore bundle', () => {
  it('opens a message signature with all its material', () => {
    const entity = opened(bundle());
    expect(entity).toMatchObject({
      envelope: 'sigstore-bundle',
      version: '0.3',
      content: { kind: 'message', digest: { algorithm: 'sha256', value: new Uint8Array(32) } },
      signatures: [{ sig: text('signature'), keyHint: null }],
      signer: { kind: 'certificate', chain: [text('leaf')], form: 'certificate' },
      timestamps: [text('token')],
      at: { evidence: 'evidence.json', pointer: '' },
    });
    expect(entity.logEntries).toEqual([
      {
        kind: 'hashedrekord',
        version: '0.0.1',
        logIndex: 7n,
        logId: text('log'),
        integratedTime: 1700000000n,
        promise: text('set'),
        proof: {
          logIndex: 6n,
          treeSize: 9n,
          rootHash: new Uint8Array(32),
          hashes: [new Uint8Array(32)],
          checkpoint: 'log\n9\nAAAA\n\n— log AAAA\n',
        },
        body: text('{}'),
        at: { evidence: 'evidence.json', pointer: '/verificationMaterial/tlogEntries/0' },
      },
    ]);
  });

  it('opens an envelope of one signature, whose stored bytes are not known', () => {
    const entity = opened(bundle(envelope()));
    expect(entity.content).toMatchObject({ kind: 'dsse', payload: text('hello world'), stored: null });
    expect(entity.signatures).toEqual([{ sig: text('signature'), keyHint: 'k' }]);
  });

  it.each([
    [V01, '0.1', chain],
    [V02, '0.2', chain],
    [V03, '0.3', {}],
    ['application/vnd.dev.sigstore.bundle.v0.3+json', '0.3', {}],
    [V01, '0.1', key],
    [V03, '0.3', key],
  ])('knows %s', (mediaType, version, material) => {
    expect(opened(bundle({ mediaType }, material)).version).toBe(version);
  });

  it.each([
    ['absent', undefined],
    ['null', null],
    ['an array of a known one', [V03]],
    ['an object', { a: V03 }],
    ['of an unknown version', 'application/vnd.dev.sigstore.bundle.v0.4+json'],
    ['of another spelling', V03.toUpperCase()],
    ['a known one and a blank', `${V03} `],
    ['a name of Object', 'constructor'],
  ])('refuses a media type that is %s', (_, mediaType) => {
    expect(refusal(bundle({ mediaType }))).toBe('envelope.format bundle-version-unsupported');
  });

  it.each([
    ["version 0.1 over version 0.3's certificate", { mediaType: V01 }, {}],
    ["version 0.2 over version 0.3's certificate", { mediaType: V02 }, {}],
    ['version 0.3 over a chain', {}, chain],
    ['a certificate and a key', {}, { publicKey: { hint: 'k' } }],
    ['a certificate and a chain', {}, { x509CertificateChain: chain.x509CertificateChain }],
    ['no signer', {}, { certificate: undefined }],
    ['an empty chain', { mediaType: V01 }, { certificate: undefined, x509CertificateChain: { certificates: [] } }],
    ['a chain without certificates', { mediaType: V01 }, { certificate: undefined, x509CertificateChain: {} }],
    ['an empty certificate', {}, { certificate: { rawBytes: '' } }],
    ['no material', { verificationMaterial: null }, {}],
    ['neither message nor envelope', { messageSignature: null }, {}],
    ['both message and envelope', { dsseEnvelope: dsse() }, {}],
    ['a key id other than the hint', envelope({ signatures: [{ sig: 'c2ln', keyid: 'other' }] }), key],
  ])('refuses %s', (_, changes, material) => {
    expect(refusal(bundle(changes, material))).toBe('envelope.format bundle-material');
  });

  it.each([
    ['no', []],
    ['missing', undefined],
    ['two', [{ sig: base64('a') }, { sig: base64('b') }]],
  ])('refuses an envelope with %s signatures', (_, signatures) => {
    const result = open(bundle(envelope({ signatures })));
    expect(result.ok).toBe(false);
    expect(problems(result)).toEqual(['envelope.signatures signature-count']);
    expect(result.checks[0]).toMatchObject({ id: 'envelope.format', outcome: 'passed' });
  });

  it('takes a key id beside a certificate for what it is: a hint', () => {
    expect(opened(bundle(envelope({ signatures: [{ sig: 'c2ln', keyid: 'any' }] }))).signer.kind).toBe('certificate');
  });

  it.each([
    ['a certificate that is text', {}, { certificate: 'AAAA' }, 'json-shape'],
    ['a hint that is a number', {}, { certificate: undefined, publicKey: { hint: 5 } }, 'json-shape'],
    ['a certificate in both alphabets', {}, { certificate: { rawBytes: '+_8A' } }, 'base64-invalid'],
    [
      'eleven certificates',
      { mediaType: V01 },
      { certificate: undefined, x509CertificateChain: { certificates: Array(11).fill({ rawBytes: 'AAAA' }) } },
      'limit-exceeded',
    ],
    ['33 log entries', {}, { tlogEntries: Array.from({ length: 33 }, () => logEntry()) }, 'limit-exceeded'],
    [
      '33 timestamps',
      {},
      { timestampVerificationData: { rfc3161Timestamps: Array(33).fill({ signedTimestamp: 'AAAA' }) } },
      'limit-exceeded',
    ],
    ['log entries that are an object', {}, { tlogEntries: {} }, 'json-shape'],
    [
      'an empty timestamp',
      {},
      { timestampVerificationData: { rfc3161Timestamps: [{ signedTimestamp: '' }] } },
      'envelope-format',
    ],
    ['a timestamp without token', {}, { timestampVerificationData: { rfc3161Timestamps: [{}] } }, 'json-shape'],
    ['an empty signature', { messageSignature: { signature: '' } }, {}, 'envelope-format'],
    ['no signature', { messageSignature: {} }, {}, 'json-shape'],
    [
      'a digest of MD5',
      { messageSignature: { signature: 'AAAA', messageDigest: { algorithm: 'MD5', digest: 'AAAA' } } },
      {},
      'algorithm-unsupported',
    ],
    [
      'a digest of a name of Object',
      { messageSignature: { signature: 'AAAA', messageDigest: { algorithm: 'constructor', digest: 'AAAA' } } },
      {},
      'algorithm-unsupported',
    ],
    [
      'a digest algorithm by number',
      { messageSignature: { signature: 'AAAA', messageDigest: { algorithm: 1, digest: 'AAAA' } } },
      {},
      'json-shape',
    ],
    [
      'a digest of another length',
      {
        messageSignature: {
          signature: 'AAAA',
          messageDigest: { algorithm: 'SHA2_512', digest: base64(new Uint8Array(32)) },
        },
      },
      {},
      'envelope-format',
    ],
  ])('refuses %s', (_, changes, material, reason) => {
    expect(refusal(bundle(changes, material))).toBe(`envelope.format ${reason}`);
  });

  it.each([
    ['SHA2_256', 32, 'sha256'],
    ['SHA2_384', 48, 'sha384'],
    ['SHA2_512', 64, 'sha512'],
  ])('reads a digest of %s', (algorithm, length, name) => {
    const messageDigest = { algorithm, digest: base64(new Uint8Array(length)) };
    expect(opened(bundle({ messageSignature: { signature: 'AAAA', messageDigest } })).content).toMatchObject({
      digest: { algorithm: name },
    });
  });

  it('needs no digest, no log entry and no timestamp to open', () => {
    const material = { tlogEntries: null, timestampVerificationData: null };
    const entity = opened(bundle({ messageSignature: { signature: 'AAAA' } }, material));
    expect(entity).toMatchObject({ content: { kind: 'message', digest: null }, logEntries: [], timestamps: [] });
  });

  it('reads only the lowerCamelCase names, and lists the others', () => {
    const result = open(bundle({}, { tlogEntries: undefined, tlog_entries: [logEntry()] }));
    expect(result.ok && result.value[0].logEntries).toEqual([]);
    expect(result.findings).toMatchObject([
      { code: 'unknown-member', at: { pointer: '/verificationMaterial' }, detail: 'tlog_entries' },
    ]);
  });
});

describe('a log entry of a bundle', () => {
  const withEntry = (changes: Record<string, unknown>) => bundle({}, { tlogEntries: [logEntry(changes)] });
  const entryOf = (changes: Record<string, unknown>) => opened(withEntry(changes)).logEntries[0]!;
  const proof = (changes: Record<string, unknown>) => ({
    inclusionProof: { ...(logEntry()['inclusionProof'] as object), ...changes },
  });

  it('takes 64-bit integers as text and as number', () => {
    expect(entryOf({ logIndex: 12 }).logIndex).toBe(12n);
    expect(entryOf({ logIndex: '9223372036854775807' }).logIndex).toBe(9223372036854775807n);
  });

  it('reads what protobuf leaves out: zeros, and nothing', () => {
    const entry = entryOf({
      logIndex: undefined,
      integratedTime: undefined,
      inclusionPromise: null,
      inclusionProof: { treeSize: '1' },
    });
    expect(entry).toMatchObject({ logIndex: 0n, integratedTime: null, promise: null });
    expect(entry.proof).toEqual({
      logIndex: 0n,
      treeSize: 1n,
      rootHash: new Uint8Array(0),
      hashes: [],
      checkpoint: null,
    });
    expect(entryOf({ integratedTime: '0', inclusionProof: null })).toMatchObject({ integratedTime: null, proof: null });
    expect(entryOf(proof({ checkpoint: { envelope: '' } })).proof?.checkpoint).toBeNull();
  });

  it('knows the last second of the year 9999', () => {
    expect(entryOf({ integratedTime: '253402300799' }).integratedTime).toBe(253402300799n);
    expect(refusal(withEntry({ integratedTime: '253402300800' }))).toBe('envelope.format time-invalid');
  });

  it('takes 64 hashes and refuses 65', () => {
    const hashes = (n: number) => proof({ hashes: Array(n).fill(base64(new Uint8Array(32))) });
    expect(entryOf(hashes(64)).proof?.hashes).toHaveLength(64);
    expect(refusal(withEntry(hashes(65)))).toBe('envelope.format limit-exceeded');
  });

  it.each([
    ['a negative index', { logIndex: '-1' }, 'json-shape'],
    ['an index with a leading zero', { logIndex: '01' }, 'json-shape'],
    ['an index with an exponent', { logIndex: '1e3' }, 'json-shape'],
    ['an index with a fraction', { logIndex: 1.5 }, 'json-shape'],
    ['an index beyond int64', { logIndex: '9223372036854775808' }, 'json-shape'],
    ['an index beyond 2^53 as number', { logIndex: 2 ** 53 }, 'json-shape'],
    ['a negative time', { integratedTime: -1 }, 'json-shape'],
    ['no log', { logId: undefined }, 'json-shape'],
    ['a log without key id', { logId: {} }, 'json-shape'],
    ['an empty key id', { logId: { keyId: '' } }, 'envelope-format'],
    ['no kind', { kindVersion: null }, 'json-shape'],
    ['a kind without version', { kindVersion: { kind: 'dsse' } }, 'json-shape'],
    ['no body', { canonicalizedBody: undefined }, 'json-shape'],
    ['an empty body', { canonicalizedBody: '' }, 'envelope-format'],
    ['a promise without its bytes', { inclusionPromise: {} }, 'json-shape'],
    ['an empty promise', { inclusionPromise: { signedEntryTimestamp: '' } }, 'envelope-format'],
    ['a checkpoint that is text', proof({ checkpoint: 'x' }), 'json-shape'],
    ['a hash that is null', proof({ hashes: [null] }), 'json-shape'],
    ['a root that is no base64', proof({ rootHash: '*' }), 'base64-invalid'],
  ])('refuses %s', (_, changes, reason) => {
    expect(refusal(withEntry(changes))).toBe(`envelope.format ${reason}`);
  });
});

describe('whatever the shape', () => {
  it('a bundle with any member replaced by any value opens or is refused with a reason', () => {
    const base = JSON.stringify(bundle(envelope()));
    const paths = pathsOf(JSON.parse(base));
    fc.assert(
      fc.property(fc.constantFrom(...paths), fc.jsonValue({ maxDepth: 2 }), (path, value) => {
        const document = JSON.parse(base);
        const parent = path.slice(0, -1).reduce((node, token) => node[token], document);
        parent[path.at(-1)!] = value;
        const result = open(document);
        expect(result.checks).toHaveLength(2);
        if (!result.ok) expect(problems(result)).toHaveLength(1);
      }),
      { numRuns: 2000 },
    );
  });
});

function pathsOf(value: unknown, path: string[] = []): string[][] {
  if (typeof value !== 'object' || value === null) return [path];
  const below = Object.entries(value).flatMap(([name, child]) => pathsOf(child, [...path, name]));
  return path.length === 0 ? below : [path, ...below];
}
