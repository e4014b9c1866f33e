// SPDX-License-Identifier: Apache-2.0
import { type Engine, outcomeReason } from '../crypto/engine.ts';
import { decodeBase64 } from '../encoding/base64.ts';
import { escapeText } from '../encoding/escape-text.ts';
import { isNpmName, isNpmVersion } from '../encoding/npm-coordinates.ts';
import { formatInstant } from '../encoding/rfc3339.ts';
import { encodeUtf8 } from '../encoding/utf8.ts';
import type { Bytes } from '../model/bytes.ts';
import { type Check, type Locator, malformedCheck, notPassed, passed, skipped } from '../model/check.ts';
import type { Instant } from '../model/instant.ts';
import { attempt, Malformed, type Problem } from '../model/malformed.ts';
import type { RegistryKey } from './npm-keys.ts';
import { describeWindow, keyWindowAt } from './validity.ts';

export interface RegistrySignature {
  readonly name: string;
  readonly version: string;
  /** Subresource integrity: exactly one `sha512-…`. */
  readonly integrity: string;
  readonly keyId: string;
  /** base64 of the signature; of the DER for ECDSA. */
  readonly signature: string;
}

export interface RegistrySignatureRequest extends RegistrySignature {
  readonly keys: readonly RegistryKey[];
  /** The examiner's or a proven time of signing; null where there is none. */
  readonly signedAt: Instant | null;
  /** The instant of the question; absent: none. */
  readonly judgedAt?: Instant;
  readonly engine: Engine;
  readonly at: Locator;
}

const INTEGRITY = /^sha512-[A-Za-z0-9+/]{85}[AQgw]==$/;
const USAGE = 'npm:signatures';

/**
 * An npm registry's signature: by a registry key, over `name@version:integrity`. Two checks, always in this order:
 * `key.trusted` (a known key id, in its window when it signed) and `package.signature`.
 */
export function verifyRegistrySignature(request: RegistrySignatureRequest): Check[] {
  const { at, engine, keyId, signedAt } = request;
  const candidates = request.keys.filter((key) => key.keyId === keyId && (key.usage === null || key.usage === USAGE));
  const [first] = candidates;
  if (first === undefined) {
    const detail = `no key for signatures has the id ${escapeText(keyId, 96)}`;
    return [
      notPassed('key.trusted', at, 'key-id-unknown', detail, { keyId }),
      skipped('package.signature', at, 'key.trusted'),
    ];
  }
  // The reader has seen to it that one id means one key: further rows are further windows of that key.
  const problems = candidates.map((key) => keyWindowAt(key, signedAt, request.judgedAt ?? null));
  const problem = problems.includes(null) ? null : problems[0]!;
  const keyFacts = {
    keyId,
    fingerprint: first.key.fingerprint,
    scheme: first.scheme,
    window: candidates.map((key) => (key.validFor === null ? 'always' : describeWindow(key.validFor))),
    signedAt: signedAt === null ? null : formatInstant(signedAt),
  };
  return [
    first.key.weakness !== null
      ? notPassed('key.trusted', at, 'key-weak', first.key.weakness, keyFacts)
      : problem === null
        ? passed('key.trusted', at, keyFacts)
        : malformedCheck('key.trusted', at, problem, keyFacts),
    checkSignature(request, first, engine),
  ];
}

function checkSignature(request: RegistrySignatureRequest, key: RegistryKey, engine: Engine): Check {
  const facts = { name: request.name, version: request.version, integrity: request.integrity, keyId: request.keyId };
  const parts = attempt(() => ({ message: signedText(request), signature: decodeBase64(request.signature) }));
  const problem = parts.ok ? judge(engine, key, parts.value) : parts.problem;
  if (problem !== null) return malformedCheck('package.signature', request.at, problem, facts);
  return passed('package.signature', request.at, facts);
}

function judge(engine: Engine, key: RegistryKey, parts: { message: Bytes; signature: Bytes }): Problem | null {
  const reason = outcomeReason(engine.verify(key.scheme, key.key, parts.message, parts.signature));
  return reason === null ? null : { reason, detail: 'over the name, version and integrity given' };
}

/**
 * The bytes that an npm registry signs (its documentation, "registry signatures").
 *
 * @throws Malformed `package-coordinates`
 */
export function signedText({ name, version, integrity }: RegistrySignature): Bytes {
  if (!isNpmName(name)) throw new Malformed('package-coordinates', 'the package name is not one that npm allows');
  if (!isNpmVersion(version)) throw new Malformed('package-coordinates', 'the version is not written as semver');
  if (!INTEGRITY.test(integrity)) {
    throw new Malformed('package-coordinates', 'the integrity is not exactly one sha512- digest');
  }
  return encodeUtf8(`${name}@${version}:${integrity}`);
}
