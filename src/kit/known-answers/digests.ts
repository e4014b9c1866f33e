// SPDX-License-Identifier: Apache-2.0
import { createStreamDigest, digestHex } from '../../crypto/digest.ts';
import { loadEngine } from '../../crypto/engine.ts';
import { computeMac } from '../../crypto/mac.ts';
import { decodeHex, encodeHex } from '../../encoding/hex.ts';
import { encodeUtf8 } from '../../encoding/utf8.ts';
import type { HashName } from '../../model/public-key.ts';
import type { AnswerGroup, KnownAnswer } from './answer.ts';

/** FIPS 180-4, the examples of NIST for the message "abc". */
const OF_ABC: Readonly<Record<HashName, string>> = {
  sha256: 'ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad',
  sha384: 'cb00753f45a35e8bb5a03d699ac65007272c32ab0eded1631a8b605a43ff5bed8086072ba1e7cc2358baeca134c825a7',
  sha512:
    'ddaf35a193617abacc417349ae20413112e6fa4e89a97ea20a9eeee64b55d39a2192992a274fc1a836ba3c23a3feebbd454d4423643ce80e2a9ac94fa54ca49f',
};
/** RFC 4231 4.3, test case 2: key "Jefe", data "what do ya want for nothing?". */
const OF_JEFE: Readonly<Record<HashName, string>> = {
  sha256: '5bdcc146bf60754e6a042426089575c75a003f089d2739839dec58b964ec3843',
  sha384: 'af45d2e376484031617f78d2b58a6b1b9c7ef464f5a01b47e42ec3736322445e8e2240ca5e69e2c78b3239ecfab21649',
  sha512:
    '164b7a7bfcf819e2e395fbe73b56e0a387bd64222e831fd610270cd7ea2505549758bf75c05a994a6d034f65f8f0e6fdcaeab1a34d4a6b4b636e070a38bce737',
};
const NAMES = Object.keys(OF_ABC) as readonly HashName[];
const ABC = encodeUtf8('abc');
const KEY = encodeUtf8('Jefe');
const DATA = encodeUtf8('what do ya want for nothing?');

/** Each hash by OpenSSL, as a stream, and by the second implementation; each authentication code good and bad by both. */
export const DIGEST_ANSWERS: AnswerGroup = {
  name: 'digests',
  answers: NAMES.flatMap((name): KnownAnswer[] => [
    { name: `${name} native`, expected: OF_ABC[name], ask: () => digestHex(name, ABC) },
    {
      name: `${name} stream`,
      expected: OF_ABC[name],
      ask: () => {
        const stream = createStreamDigest([name]);
        for (const octet of ABC) stream.update(Uint8Array.of(octet));
        return stream.digests().get(name) ?? '';
      },
    },
    {
      name: `${name} noble`,
      expected: OF_ABC[name],
      ask: async () => encodeHex((await loadEngine('dual')).witness!(name, ABC)),
    },
  ]),
};

export const MAC_ANSWERS: AnswerGroup = {
  name: 'authentication codes',
  answers: NAMES.flatMap((name): KnownAnswer[] => [
    { name: `hmac-${name} made`, expected: OF_JEFE[name], ask: () => encodeHex(computeMac(name, KEY, DATA)) },
    ...(['native', 'noble', 'dual'] as const).flatMap((id): KnownAnswer[] => {
      const judge = async (tag: string) => (await loadEngine(id)).verifyMac(name, KEY, DATA, decodeHex(tag));
      const altered = `${OF_JEFE[name].slice(0, -1)}${OF_JEFE[name].endsWith('0') ? '1' : '0'}`;
      return [
        { name: `hmac-${name} ${id} good`, expected: 'valid', ask: () => judge(OF_JEFE[name]) },
        { name: `hmac-${name} ${id} bad`, expected: 'invalid', ask: () => judge(altered) },
        { name: `hmac-${name} ${id} cut`, expected: 'invalid', ask: () => judge(OF_JEFE[name].slice(0, 32)) },
      ];
    }),
  ]),
};
