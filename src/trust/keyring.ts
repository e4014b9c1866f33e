// SPDX-License-Identifier: Apache-2.0
import { defaultScheme, detachedSchemes, resolveScheme } from '../crypto/algorithms.ts';
import { importKeyFile } from '../crypto/public-key.ts';
import type { Bytes } from '../model/bytes.ts';
import { type Check, type Locator, malformedCheck, notPassed, passed } from '../model/check.ts';
import type { Instant } from '../model/instant.ts';
import { Malformed } from '../model/malformed.ts';
import type { SchemeId } from '../model/public-key.ts';
import type { TrustedKey } from '../model/trusted-root.ts';
import { describeWindow, keyWindowAt } from './validity.ts';

/**
 * One `--key` file: a public key in PEM, DER or JWK. The scheme is the key's own; where it leaves that open, the one asked for.
 * A weak key is read all the same, so that the report can name it: `checkTrustedKey` refuses it.
 *
 * @throws Malformed `key-format`, `key-private`, `algorithm-unsupported`, `algorithm-key-mismatch`
 */
export function readTrustedKey(bytes: Bytes, name: string, asked: SchemeId | null = null): TrustedKey {
  const key = importKeyFile(bytes);
  const base = { name, keyId: null, key, scheme: defaultScheme(key, asked), validFor: null };
  const [, ...detachedToo] = asked === null ? detachedSchemes(key) : [];
  return detachedToo.length === 0 ? base : { ...base, detachedToo };
}

/**
 * The word of `--key-scheme`: an id of ALGORITHMS or a known alias of one.
 *
 * @throws Malformed `algorithm-unsupported`
 */
export function readKeyScheme(name: string): SchemeId {
  const scheme = resolveScheme(name);
  if (scheme === null) throw new Malformed('algorithm-unsupported', 'the scheme asked for is none of this tool');
  return scheme;
}

/**
 * Check `key.trusted` for a key that the examiner gave: strong enough, and in its window when it signed.
 *
 * @param signedAt the proven or examiner's time of signing, null where there is none
 * @param judgedAt the instant of the question
 */
export function checkTrustedKey(key: TrustedKey, signedAt: Instant | null, judgedAt: Instant, at: Locator): Check {
  const facts = {
    key: key.name,
    keyId: key.keyId,
    fingerprint: key.key.fingerprint,
    kind: key.key.kind,
    scheme: key.scheme,
    window: key.validFor === null ? null : describeWindow(key.validFor),
  };
  if (key.key.weakness !== null) return notPassed('key.trusted', at, 'key-weak', key.key.weakness, facts);
  const problem = keyWindowAt(key, signedAt, judgedAt);
  return problem === null ? passed('key.trusted', at, facts) : malformedCheck('key.trusted', at, problem, facts);
}
