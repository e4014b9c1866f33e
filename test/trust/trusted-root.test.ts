// SPDX-License-Identifier: Apache-2.0
import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { LIMITS } from '../../src/encoding/limits.ts';
import { parseRfc3339 } from '../../src/encoding/rfc3339.ts';
import { windowContains } from '../../src/model/instant.ts';
import { attempt } from '../../src/model/malformed.ts';
import { trustFindings } from '../../src/trust/findings.ts';
import { parseTrustedRoots } from '../../src/trust/trusted-root.ts';
import { bytesOf, document, edited, freshKey, KIT, type Loose, problemOf, publicGood } from './roots.ts';

const real = readFileSync(resolve(KIT, 'sigstore-public-good.trusted_root.json'));
const sha256 = (bytes: Uint8Array) => createHash('sha256').update(bytes).digest('hex');
const one = (bytes: Uint8Array) => {
  const roots = parseTrustedRoots(bytes, 'root.json');
  expect(roots).toHaveLength(1);
  return roots[0]!;
};
const refusal = (bytes: Uint8Array) => {
  const problem = problemOf(() => parseTrustedRoots(bytes, 'root.json'));
  expect(problem.reason).toBe('trusted-root-format');
  return problem.detail;
};

describe('a trusted root', () => {
  it('gives the logs and authorities of the public-good instance', () => {
    const root = one(real);
    expect(root.origin).toEqual({ name: 'root.json', sha256: sha256(real), issuedAt: null });
    expect(root.tlogs.map((log) => [log.baseUrl, log.scheme, log.hash])).toEqual([
      ['https://rekor.sigstore.dev', 'ecdsa-p256-sha256', 'sha256'],
      ['https://log2025-1.rekor.sigstore.dev', 'ed25519', 'sha256'],
    ]);
    expect(root.ctlogs).toHaveLength(2);
    expect(root.certificateAuthorities.map((ca) => ca.chain.length)).toEqual([1, 2]);
    expect(root.timestampAuthorities.map((ca) => ca.uri)).toEqual(['https://timestamp.sigstore.dev/api/v1/timestamp']);
    expect(root.setAside).toEqual([]);
    expect(root.unknownMembers).toEqual([]);
  });

  it('states RFC 6962 log ids that are the hash of the key', () => {
    const [rekor] = one(real).tlogs;
    expect(Buffer.from(rekor!.logId).toString('hex')).toBe(sha256(rekor!.key.spki));
  });

  it('keeps the ends of windows to the nanosecond, both inclusive', () => {
    const [old] = one(real).certificateAuthorities;
    const end = parseRfc3339('2022-12-31T23:59:59.999Z').time;
    expect(old!.validFor).toEqual({ notBefore: parseRfc3339('2021-03-07T03:20:29Z').time, notAfter: end });
    expect(windowContains(old!.validFor, end)).toBe(true);
    expect(windowContains(old!.validFor, (end + 1n) as typeof end)).toBe(false);
  });

  it('takes each of its media types, and no other', () => {
    for (const mediaType of [
      'application/vnd.dev.sigstore.trustedroot+json;version=0.1',
      'application/vnd.dev.sigstore.trustedroot.v0.1+json',
      'application/vnd.dev.sigstore.trustedroot.v0.2+json',
    ]) {
      expect(one(edited((root) => (root.mediaType = mediaType))).tlogs).toHaveLength(2);
    }
    for (const mediaType of ['', 'bad-media-type', 'application/vnd.dev.sigstore.bundle.v0.3+json', null, 1, ['x']]) {
      expect(refusal(edited((root) => (root.mediaType = mediaType)))).toContain('mediaType');
    }
  });

  it('is found inside a client trust config', () => {
    const mediaType = 'application/vnd.dev.sigstore.clienttrustconfig.v0.1+json';
    const root = one(document({ mediaType, trustedRoot: { ...publicGood(), extra: 1 }, signingConfig: {} }));
    expect(root.tlogs).toHaveLength(2);
    expect(root.unknownMembers).toEqual(['/trustedRoot/extra']);
    expect(refusal(document({ mediaType, trustedRoot: { mediaType } }))).toContain('/trustedRoot/mediaType');
    expect(refusal(document({ mediaType }))).toContain('/trustedRoot');
  });

  it('may be without any member but its media type: then it trusts nobody', () => {
    const root = one(document({ mediaType: publicGood().mediaType, tlogs: null }));
    expect(root.tlogs.length + root.ctlogs.length + root.certificateAuthorities.length).toBe(0);
  });

  it('takes null for absent, as protobuf writes it', () => {
    const root = one(
      edited((root) => {
        root.tlogs[0].publicKey.validFor.end = null;
        root.tlogs[0].operator = null;
        root.timestampAuthorities = null;
      }),
    );
    expect(root.tlogs[0]!.validFor.notAfter).toBeNull();
    expect(root.timestampAuthorities).toEqual([]);
  });

  it('gives operator and checkpoint key id where they are stated', () => {
    const root = one(
      edited((root) => {
        root.tlogs[0].operator = 'sigstore.dev';
        root.tlogs[0].checkpointKeyId = { keyId: 'wNI9ag==' };
        root.certificateAuthorities[0].operator = 'example.com';
      }),
    );
    expect(root.tlogs[0]!.operator).toBe('sigstore.dev');
    expect(Buffer.from(root.tlogs[0]!.checkpointKeyId!).toString('hex')).toBe('c0d23d6a');
    expect(root.certificateAuthorities[0]!.operator).toBe('example.com');
    expect('operator' in root.tlogs[1]!).toBe(false);
  });

  it('ignores members that it does not know, and lists them', () => {
    const root = one(
      edited((root) => {
        root.note = 'x';
        root.tlogs[1]['a/b'] = 1;
        root.ctlogs[0].publicKey.more = 1;
        root.certificateAuthorities[1].certChain.certificates[0].pem = '';
      }),
    );
    expect(root.unknownMembers).toEqual([
      '/note',
      '/certificateAuthorities/1/certChain/certificates/0/pem',
      '/tlogs/1/a~1b',
      '/ctlogs/0/publicKey/more',
    ]);
    expect(trustFindings(root).map(({ code, at }) => [code, at.evidence])).toEqual(
      Array.from({ length: 4 }, () => ['unknown-member', 'root.json']),
    );
  });
});

describe('a window of a trusted root (attacks C09)', () => {
  const places: [
    string,
    (root: Loose) => Loose,
    'tlogs' | 'ctlogs' | 'certificateAuthorities' | 'timestampAuthorities',
  ][] = [
    ['/tlogs/0', (root) => root.tlogs[0].publicKey, 'tlogs'],
    ['/ctlogs/0', (root) => root.ctlogs[0].publicKey, 'ctlogs'],
    ['/certificateAuthorities/0', (root) => root.certificateAuthorities[0], 'certificateAuthorities'],
    ['/timestampAuthorities/0', (root) => root.timestampAuthorities[0], 'timestampAuthorities'],
  ];
  for (const [what, owner, list] of places) {
    it(`without a beginning sets ${what} aside`, () => {
      const full = one(real)[list].length;
      for (const validFor of [undefined, null, {}, { start: null }, { end: '2030-01-01T00:00:00Z' }]) {
        const root = one(edited((root) => (owner(root).validFor = validFor)));
        expect(root[list]).toHaveLength(full - 1);
        expect(root.setAside).toHaveLength(1);
        expect(root.setAside[0]!.what).toBe(what);
        expect(root.setAside[0]!.why).toContain('validFor.start');
        expect(trustFindings(root)[0]!.code).toBe('trust-entry-set-aside');
      }
    });

    it(`that ends before it starts is empty at ${what}, and one of a single instant is not`, () => {
      const start = '2024-01-01T00:00:00Z';
      const at = parseRfc3339(start).time;
      const window = (end: string) => {
        const entry = one(
          edited((root) => {
            owner(root).validFor = { start, end };
          }),
        )[list][0]!;
        return entry.validFor;
      };
      expect(windowContains(window('2023-01-01T00:00:00Z'), at)).toBe(false);
      expect(windowContains(window(start), at)).toBe(true);
    });

    it(`that is no time refuses the file at ${what}`, () => {
      for (const start of ['2024-02-30T00:00:00Z', '2024-01-01', 1704067200, '', {}]) {
        expect(refusal(edited((root) => (owner(root).validFor = { start })))).toContain('start');
      }
      expect(refusal(edited((root) => (owner(root).validFor = 'always')))).toContain('validFor');
    });
  }
});

describe('a key of a trusted root', () => {
  const withKey = (keyDetails: unknown, rawBytes: string) =>
    edited((root) => {
      root.tlogs = [
        { ...root.tlogs[0], publicKey: { rawBytes, keyDetails, validFor: { start: '2021-01-12T11:53:27Z' } } },
      ];
    });
  const supported: [string, number, string, 'spki' | 'pkcs1', string][] = [
    ['PKIX_ECDSA_P256_SHA_256', 5, 'P-256', 'spki', 'ecdsa-p256-sha256'],
    ['PKIX_ECDSA_P384_SHA_384', 12, 'P-384', 'spki', 'ecdsa-p384-sha384'],
    ['PKIX_ECDSA_P384_SHA_256', 19, 'P-384', 'spki', 'ecdsa-p384-sha256'],
    ['PKIX_ECDSA_P521_SHA_512', 13, 'P-521', 'spki', 'ecdsa-p521-sha512'],
    ['PKIX_ECDSA_P521_SHA_256', 20, 'P-521', 'spki', 'ecdsa-p521-sha256'],
    ['PKIX_ED25519', 7, 'ed25519', 'spki', 'ed25519'],
    ['PKIX_RSA_PKCS1V15_2048_SHA256', 9, 'rsa2048', 'spki', 'rsa-pkcs1v15-sha256'],
    ['PKIX_RSA_PKCS1V15_3072_SHA256', 10, 'rsa3072', 'spki', 'rsa-pkcs1v15-sha256'],
    ['PKIX_RSA_PSS_2048_SHA256', 16, 'rsa2048', 'spki', 'rsa-pss-sha256'],
    ['PKIX_RSA_PSS_3072_SHA256', 17, 'rsa3072', 'spki', 'rsa-pss-sha256'],
    ['PKIX_RSA_PKCS1V5', 3, 'rsa2048', 'spki', 'rsa-pkcs1v15-sha256'],
    ['PKIX_RSA_PSS', 4, 'rsa2048', 'spki', 'rsa-pss-sha256'],
    ['PKCS1_RSA_PKCS1V5', 1, 'rsa2048', 'pkcs1', 'rsa-pkcs1v15-sha256'],
    ['PKCS1_RSA_PSS', 2, 'rsa2048', 'pkcs1', 'rsa-pss-sha256'],
  ];
  for (const [name, number, kind, encoding, scheme] of supported) {
    it(`of ${name} is ${encoding} and does ${scheme}, by name and by number`, () => {
      const key = freshKey(kind)[encoding];
      for (const details of [name, number]) {
        const root = one(withKey(details, key));
        expect(root.setAside).toEqual([]);
        expect(root.tlogs[0]!.scheme).toBe(scheme);
      }
    });
  }

  it('of an unsupported kind is set aside and listed, never an error', () => {
    for (const details of [
      'PKIX_ED25519_PH',
      'PKIX_ECDSA_P256_HMAC_SHA_256',
      'LMS_SHA256',
      'ML_DSA_65',
      'FUTURE_KIND',
      'PUBLIC_KEY_DETAILS_UNSPECIFIED',
      'constructor',
      0,
      8,
      21,
      999,
      null,
    ]) {
      const root = one(withKey(details, freshKey('P-256').spki));
      expect(root.tlogs).toEqual([]);
      expect(root.setAside[0]!.what).toBe('/tlogs/0');
      expect(root.setAside[0]!.why).toContain('keyDetails');
    }
  });

  it('that contradicts its details refuses the file', () => {
    const contradictions: [string, string][] = [
      ['PKIX_ECDSA_P256_SHA_256', freshKey('P-384').spki],
      ['PKIX_ECDSA_P384_SHA_384', freshKey('P-256').spki],
      ['PKIX_ECDSA_P521_SHA_512', freshKey('P-384').spki],
      ['PKIX_ED25519', freshKey('P-256').spki],
      ['PKIX_ECDSA_P256_SHA_256', freshKey('ed25519').spki],
      ['PKIX_ECDSA_P256_SHA_256', freshKey('secp256k1').spki],
      ['PKIX_RSA_PKCS1V15_2048_SHA256', freshKey('rsa3072').spki],
      ['PKIX_RSA_PKCS1V15_3072_SHA256', freshKey('rsa2048').spki],
      ['PKIX_RSA_PSS_2048_SHA256', freshKey('P-256').spki],
      // the same key in the other encoding
      ['PKIX_RSA_PKCS1V15_2048_SHA256', freshKey('rsa2048').pkcs1],
      ['PKCS1_RSA_PKCS1V5', freshKey('rsa2048').spki],
      ['PKIX_ED25519', ''],
      ['PKIX_ED25519', 'AAAA'],
      ['PKIX_ED25519', 'not base64'],
    ];
    for (const [details, key] of contradictions) refusal(withKey(details, key));
    refusal(withKey({}, freshKey('P-256').spki));
    refusal(withKey(1.5, freshKey('P-256').spki));
  });

  it('that is weak is set aside', () => {
    const root = one(withKey('PKIX_RSA_PKCS1V5', freshKey('rsa1024').spki));
    expect(root.tlogs).toEqual([]);
    expect(root.setAside[0]!.why).toContain('weak');
  });
});

describe('a broken trusted root', () => {
  const breakages: [string, (root: Loose) => void][] = [
    ['a log without key', (root) => delete root.tlogs[0].publicKey],
    ['a log without any id', (root) => delete root.tlogs[0].logId],
    ['a log with an empty id', (root) => (root.tlogs[0].logId = { keyId: '' })],
    ['a log id that is no base64', (root) => (root.tlogs[0].logId = { keyId: '=' })],
    ['a log that is no object', (root) => (root.tlogs[0] = 'x')],
    ['logs that are no list', (root) => (root.tlogs = {})],
    ['a base URL that is no text', (root) => (root.tlogs[0].baseUrl = 1)],
    ['a hash algorithm that is no name', (root) => (root.tlogs[0].hashAlgorithm = {})],
    ['an authority without chain', (root) => delete root.certificateAuthorities[0].certChain],
    ['an empty chain', (root) => (root.certificateAuthorities[0].certChain.certificates = [])],
    [
      'a certificate that is none',
      (root) => (root.certificateAuthorities[0].certChain.certificates[0].rawBytes = 'AAAA'),
    ],
    [
      'bytes behind a certificate',
      (root) => {
        const certificate = root.certificateAuthorities[0].certChain.certificates[0];
        certificate.rawBytes = Buffer.concat([Buffer.from(certificate.rawBytes, 'base64'), Buffer.of(0)]).toString(
          'base64',
        );
      },
    ],
    [
      'a certificate whose key is broken',
      (root) => {
        const certificate = root.certificateAuthorities[0].certChain.certificates[0];
        const der = Buffer.from(certificate.rawBytes, 'base64');
        // the point of the P-384 key is no longer uncompressed, nor of any other form
        const curve = Buffer.from('06052b81040022036200', 'hex');
        der[der.indexOf(curve) + curve.length] = 0x05;
        certificate.rawBytes = der.toString('base64');
      },
    ],
    [
      'a chain of 11',
      (root) => {
        const chain = root.certificateAuthorities[0].certChain;
        chain.certificates = Array.from({ length: 11 }, () => chain.certificates[0]);
      },
    ],
    [
      'more entries than the bound',
      (root) => (root.tlogs = Array.from({ length: LIMITS.trustedRootEntries + 1 }, () => root.tlogs[0])),
    ],
  ];
  for (const [name, edit] of breakages) {
    it(`is refused: ${name}`, () => {
      refusal(edited(edit));
    });
  }

  it('is refused where it is not strict JSON, and says why', () => {
    const text = Buffer.from(real).toString('utf8');
    expect(refusal(bytesOf(''))).toContain('json-invalid');
    expect(refusal(bytesOf(text.slice(0, -10)))).toContain('json-invalid');
    expect(refusal(bytesOf(text.replace('"tlogs"', '"tlogs": [], "tlogs"')))).toContain('json-duplicate-key');
    expect(refusal(bytesOf(text.replace('"tlogs"', '"__proto__": {}, "tlogs"')))).toContain('json-proto-key');
    expect(refusal(bytesOf(`\ufeff${text}`))).toContain('utf8-invalid');
    expect(refusal(bytesOf('[]'))).toContain('json-shape');
    expect(refusal(bytesOf('null'))).toContain('json-shape');
    expect(refusal(new Uint8Array(LIMITS.documentBytes + 1))).toContain('limit-exceeded');
  });

  it('keeps a log aside whose tree this tool cannot compute, or whose id it does not state', () => {
    for (const hashAlgorithm of ['SHA2_512', 'SHA3_256', 3, 99, undefined]) {
      const root = one(edited((root) => (root.tlogs[0].hashAlgorithm = hashAlgorithm)));
      expect(root.setAside).toEqual([{ what: '/tlogs/0', why: expect.stringContaining('hashAlgorithm') }]);
    }
    expect(one(edited((root) => (root.tlogs[0].hashAlgorithm = 1))).setAside).toEqual([]);
    const root = one(
      edited((root) => {
        root.tlogs[0].checkpointKeyId = root.tlogs[0].logId;
        delete root.tlogs[0].logId;
      }),
    );
    expect(root.setAside).toEqual([{ what: '/tlogs/0', why: 'logId is missing' }]);
  });

  it('keeps an authority aside whose chain holds a key of an unsupported kind', () => {
    const root = one(
      edited((root) => {
        const certificate = root.certificateAuthorities[0].certChain.certificates[0];
        const der = Buffer.from(certificate.rawBytes, 'base64');
        // id-ecPublicKey, 1.2.840.10045.2.1, becomes …2.9
        const at = der.indexOf(Buffer.from('06072a8648ce3d0201', 'hex'));
        der[at + 8] = 9;
        certificate.rawBytes = der.toString('base64');
      }),
    );
    expect(root.certificateAuthorities).toHaveLength(1);
    expect(root.setAside[0]).toEqual({
      what: '/certificateAuthorities/0',
      why: expect.stringContaining('unsupported'),
    });
  });

  it('never throws anything but a refusal, whatever stands where (M04)', () => {
    const paths: (string | number)[][] = [];
    const walk = (value: Loose, path: (string | number)[]): void => {
      if (path.length > 0) paths.push(path);
      if (typeof value !== 'object' || value === null) return;
      for (const key of Object.keys(value)) walk(value[key], [...path, Array.isArray(value) ? Number(key) : key]);
    };
    walk(publicGood(), []);
    const swaps = fc.constantFrom<Loose>(
      null,
      true,
      0,
      -1,
      1.5,
      1e300,
      '',
      'x',
      '\u0000',
      [],
      [null],
      {},
      { start: [] },
    );
    fc.assert(
      fc.property(fc.constantFrom(...paths), swaps, (path, swap) => {
        const root = publicGood();
        let owner = root;
        for (const step of path.slice(0, -1)) owner = owner[step];
        owner[path.at(-1)!] = swap;
        const result = attempt(() => parseTrustedRoots(document(root), 'r'));
        return result.ok || result.problem.reason === 'trusted-root-format';
      }),
      { numRuns: 300 },
    );
  });
});

describe('a JSONL of trusted roots', () => {
  const line = JSON.stringify(publicGood());
  const other = JSON.stringify({ ...publicGood(), tlogs: [] });

  it('is read with and without its final newline, each line with its own digest', () => {
    for (const text of [`${line}\n${other}`, `${line}\n${other}\n`]) {
      const roots = parseTrustedRoots(bytesOf(text), 'roots.jsonl');
      expect(roots.map((root) => root.origin)).toEqual([
        { name: 'roots.jsonl#1', sha256: sha256(bytesOf(line)), fileSha256: sha256(bytesOf(text)), issuedAt: null },
        { name: 'roots.jsonl#2', sha256: sha256(bytesOf(other)), fileSha256: sha256(bytesOf(text)), issuedAt: null },
      ]);
      expect(roots.map((root) => root.tlogs.length)).toEqual([2, 0]);
    }
  });

  it('of one line is one document, its digest the one of the file', () => {
    for (const text of [line, `${line}\n`]) expect(one(bytesOf(text)).origin.sha256).toBe(sha256(bytesOf(text)));
  });

  it('is refused for an empty, broken or foreign line, which is named', () => {
    expect(refusal(bytesOf(`${line}\n\n${other}\n`))).toContain('line 2');
    expect(refusal(bytesOf(`${line}\n${other}\n\n`))).toContain('line 3');
    expect(refusal(bytesOf(`${line}\n{"mediaType":\n`))).toContain('line 2');
    expect(refusal(bytesOf(`${line}\n{"a":1,"a":2}\n`))).toContain('line 2');
    expect(refusal(bytesOf(`${line}\n{}\n`))).toContain('line 2');
    expect(refusal(bytesOf(`${line} ${other}`))).toContain('json-invalid');
    expect(refusal(bytesOf(`\n${line}\n{`))).toContain('json-invalid');
    expect(refusal(bytesOf(`${line}\n`.repeat(LIMITS.trustedRoots + 1)))).toContain('limit-exceeded');
    const padded = line + ' '.repeat(LIMITS.documentBytes / 2);
    expect(refusal(bytesOf(`${padded}\n${padded}`))).toContain('limit-exceeded');
  });
});
