// SPDX-License-Identifier: Apache-2.0
import { createHash } from 'node:crypto';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  createStreamDigest,
  digest,
  digestHex,
  digestInto,
  isHashName,
  sha256,
  sha256Hex,
  witnessed,
} from '../../src/crypto/digest.ts';
import { loadEngine, nativeEngine, underEngine } from '../../src/crypto/engine.ts';
import { encodeHex } from '../../src/encoding/hex.ts';
import { encodeUtf8 } from '../../src/encoding/utf8.ts';
import type { HashName } from '../../src/model/public-key.ts';
import { reasonOf } from './keys.ts';

// FIPS 180-4, the example of three letters.
const ABC = encodeUtf8('abc');
const KNOWN: [HashName, string][] = [
  ['sha256', 'ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad'],
  ['sha384', 'cb00753f45a35e8bb5a03d699ac65007272c32ab0eded1631a8b605a43ff5bed8086072ba1e7cc2358baeca134c825a7'],
  [
    'sha512',
    'ddaf35a193617abacc417349ae20413112e6fa4e89a97ea20a9eeee64b55d39a2192992a274fc1a836ba3c23a3feebbd454d4423643ce80e2a9ac94fa54ca49f',
  ],
];

describe('digest', () => {
  it.each(KNOWN)('%s gives the published value in every form', (name, hex) => {
    expect(encodeHex(digest(name, ABC))).toBe(hex);
    expect(digestHex(name, ABC)).toBe(hex);
    const stream = createStreamDigest([name]);
    stream.update(ABC.subarray(0, 1));
    stream.update(ABC.subarray(1));
    expect(stream.digests()).toEqual(new Map([[name, hex]]));
  });

  it('agrees with the streaming hash for any octets', () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 300 }), (bytes) => {
        const wanted = createHash('sha256').update(bytes).digest('hex');
        expect(sha256Hex(bytes)).toBe(wanted);
        expect(encodeHex(sha256(bytes))).toBe(wanted);
      }),
    );
  });

  it('writes in place, into the hashed bytes themselves too', () => {
    const buffer = new Uint8Array(40);
    const wanted = sha256(buffer);
    digestInto('sha256', buffer, buffer, 8);
    expect(buffer.subarray(8)).toEqual(wanted);
    expect(buffer.subarray(0, 8)).toEqual(new Uint8Array(8));
  });

  it('D08: knows three names and no others', () => {
    for (const name of ['sha256', 'sha384', 'sha512']) expect(isHashName(name)).toBe(true);
    for (const name of ['SHA256', 'sha1', 'md5', 'shake128', 'constructor', '__proto__', 'sha512-256', ''])
      expect(isHashName(name), name).toBe(false);
  });
});

describe('a witness', () => {
  it('is asked about every digest under dual, and agrees', async () => {
    const dual = await loadEngine('dual');
    expect(dual.witness).not.toBeNull();
    for (const [name, hex] of KNOWN) expect(underEngine(dual, () => digestHex(name, ABC))).toBe(hex);
  });

  it('is not there under native', () => {
    expect(nativeEngine.witness).toBeNull();
    expect(underEngine(nativeEngine, () => digestHex('sha256', ABC))).toBe(KNOWN[0]![1]);
  });

  it('ends the work when it disagrees, in every form and for any octet or length', () => {
    for (const lie of [new Uint8Array(32), new Uint8Array(0), Uint8Array.from([...sha256(ABC), 0])]) {
      expect(
        reasonOf(() =>
          witnessed(
            () => lie,
            () => sha256(ABC),
          ),
        ),
      ).toBe('engines-disagree');
      expect(
        reasonOf(() =>
          witnessed(
            () => lie,
            () => sha256Hex(ABC),
          ),
        ),
      ).toBe('engines-disagree');
      expect(
        reasonOf(() =>
          witnessed(
            () => lie,
            () => digestInto('sha256', ABC, new Uint8Array(32), 0),
          ),
        ),
      ).toBe('engines-disagree');
    }
  });

  it('is gone afterwards, also after a failure', () => {
    reasonOf(() =>
      witnessed(
        () => new Uint8Array(32),
        () => sha256(ABC),
      ),
    );
    expect(sha256Hex(ABC)).toBe(KNOWN[0]![1]);
  });
});
