// SPDX-License-Identifier: Apache-2.0
import { ALGORITHMS, resolveScheme } from '../crypto/algorithms.ts';
import { DIGEST_BYTES } from '../crypto/digest.ts';
import type { Engine, SignatureEncoding, VerifyOutcome } from '../crypto/engine.ts';
import { resolveMac } from '../crypto/mac.ts';
import { importSpki } from '../crypto/public-key.ts';
import { escapeText } from '../encoding/escape-text.ts';
import { decodeHex } from '../encoding/hex.ts';
import { optionalString, requireInteger, requireString } from '../encoding/json-fields.ts';
import type { Bytes } from '../model/bytes.ts';
import type { JsonObject } from '../model/json.ts';
import { attempt, Malformed } from '../model/malformed.ts';
import type { HashName, PublicKey, SchemeId } from '../model/public-key.ts';

/** How one group of a vector file is judged, or why it is not. */
export type GroupJudge =
  | {
      readonly supported: true;
      readonly weakness: string | null;
      readonly judge: (test: JsonObject, at: string) => VerifyOutcome;
    }
  | { readonly supported: false; readonly why: string };

const HASHES: ReadonlyMap<string, HashName> = new Map([
  ['SHA-256', 'sha256'],
  ['SHA-384', 'sha384'],
  ['SHA-512', 'sha512'],
]);

type GroupReader = (group: JsonObject, at: string, engine: Engine, algorithm: string) => GroupJudge;

/** By `type` of the group (the schemas of C2SP/wycheproof). A Map: the name is the file's. */
const READERS: ReadonlyMap<string, GroupReader> = new Map<string, GroupReader>([
  ['EcdsaVerify', (group, at, engine) => ecdsa(group, at, engine, 'der')],
  ['EcdsaP1363Verify', (group, at, engine) => ecdsa(group, at, engine, 'p1363')],
  ['EddsaVerify', (group, at, engine) => withKey(group, at, (key) => signatures(engine, key, 'ed25519'))],
  ['RsassaPkcs1Verify', (group, at, engine) => rsa(group, at, engine, 'rsa-pkcs1v15')],
  ['RsassaPssVerify', pss],
  ['MacTest', mac],
]);

/** What the header of a file may say where it holds groups of a type: its algorithm, and the beginning of its schema. */
const HEADERS: ReadonlyMap<string, { readonly algorithm: RegExp; readonly schema: string }> = new Map([
  ['EcdsaVerify', { algorithm: /^ECDSA$/, schema: 'ecdsa_verify_schema' }],
  ['EcdsaP1363Verify', { algorithm: /^ECDSA$/, schema: 'ecdsa_p1363_verify_schema' }],
  ['EddsaVerify', { algorithm: /^EDDSA$/i, schema: 'eddsa_verify_schema' }],
  ['RsassaPkcs1Verify', { algorithm: /^RSASSA-PKCS1-v1_5$/, schema: 'rsassa_pkcs1_verify_schema' }],
  ['RsassaPssVerify', { algorithm: /^RSASSA-PSS$/, schema: 'rsassa_pss_verify_schema' }],
  // Codes have many names, and none of them is that of a signature.
  ['MacTest', { algorithm: /^(?!ECDSA|EDDSA|RSASSA)/i, schema: 'mac_test_schema' }],
]);

/** Groups of a type that is not known here are set aside anyway, so that nothing is said of them. */
export function isTypeOf(algorithm: string, type: string): boolean {
  return HEADERS.get(type)?.algorithm.test(algorithm) ?? true;
}

/** A schema that no row names says nothing; one that belongs to another type contradicts the group. */
export function isSchemaOf(schema: string, type: string): boolean {
  const named = [...HEADERS].filter(([, row]) => schema.startsWith(row.schema)).map(([name]) => name);
  return !HEADERS.has(type) || named.length === 0 || named.includes(type);
}

/** @throws Malformed `json-shape`, `hex-invalid` for a file that is no vector file */
export function judgeOfGroup(group: JsonObject, at: string, engine: Engine, algorithm: string): GroupJudge {
  const type = requireString(group, 'type', at);
  const read = READERS.get(type);
  return read === undefined
    ? unsupported(`groups of type ${escapeText(type, 64)}`)
    : read(group, at, engine, algorithm);
}

function ecdsa(group: JsonObject, at: string, engine: Engine, encoding: SignatureEncoding): GroupJudge {
  return withHash(group, at, (hash) =>
    withKey(group, at, (key) => {
      const scheme = resolveScheme(`${key.kind}-${hash}`);
      return scheme === null
        ? unsupported(`ECDSA with a key of kind ${key.kind}`)
        : signatures(engine, key, scheme, encoding);
    }),
  );
}

function rsa(group: JsonObject, at: string, engine: Engine, family: 'rsa-pkcs1v15' | 'rsa-pss'): GroupJudge {
  return withHash(group, at, (hash) => withKey(group, at, (key) => signatures(engine, key, `${family}-${hash}`)));
}

function pss(group: JsonObject, at: string, engine: Engine): GroupJudge {
  const sha = requireString(group, 'sha', at);
  const mgf = requireString(group, 'mgf', at);
  const mgfSha = requireString(group, 'mgfSha', at);
  const salt = requireInteger(group, 'sLen', at);
  if (mgf !== 'MGF1' || mgfSha !== sha)
    return unsupported(`RSASSA-PSS with ${shown(mgf)} ${shown(mgfSha)} beside ${shown(sha)}`);
  const hash = HASHES.get(sha);
  if (hash !== undefined && salt !== DIGEST_BYTES.get(hash))
    return unsupported(`RSASSA-PSS with a salt of ${salt} bytes beside ${sha}`);
  return rsa(group, at, engine, 'rsa-pss');
}

function mac(group: JsonObject, at: string, engine: Engine, algorithm: string): GroupJudge {
  const hash = resolveMac(algorithm);
  if (hash === null) return unsupported(`the MAC ${shown(algorithm)}`);
  const tagBits = requireInteger(group, 'tagSize', at);
  if (tagBits !== 8 * (DIGEST_BYTES.get(hash) ?? 0)) return unsupported(`MACs truncated to ${tagBits} bits`);
  return {
    supported: true,
    weakness: null,
    judge: (test, place) =>
      engine.verifyMac(hash, octets(test, 'key', place), octets(test, 'msg', place), octets(test, 'tag', place)),
  };
}

/** A weak key is judged by its mathematics here; the report lists it. */
function signatures(engine: Engine, key: PublicKey, scheme: SchemeId, encoding: SignatureEncoding = 'der'): GroupJudge {
  if (ALGORITHMS[scheme].kind !== key.kind) return unsupported(`scheme ${scheme} with a key of kind ${key.kind}`);
  if (engine.enginesFor(scheme).length === 0) return unsupported(`scheme ${scheme} with engine ${engine.id}`);
  return {
    supported: true,
    weakness: key.weakness,
    judge: (test, place) =>
      engine.verify(scheme, key, octets(test, 'msg', place), octets(test, 'sig', place), encoding),
  };
}

function withHash(group: JsonObject, at: string, next: (hash: HashName) => GroupJudge): GroupJudge {
  const name = requireString(group, 'sha', at);
  const hash = HASHES.get(name);
  return hash === undefined ? unsupported(`the hash ${shown(name)}`) : next(hash);
}

function withKey(group: JsonObject, at: string, next: (key: PublicKey) => GroupJudge): GroupJudge {
  const der = optionalString(group, 'publicKeyDer', at) ?? requireString(group, 'keyDer', at);
  const key = attempt(() => importSpki(decodeHex(der)));
  if (key.ok) return next(key.value);
  const { reason, detail } = key.problem;
  if (reason === 'algorithm-unsupported') return unsupported(detail);
  // Whoever refuses a key has refused every signature under it.
  if (reason === 'key-format') return { supported: true, weakness: detail, judge: () => 'invalid' };
  throw new Malformed(reason, `${detail} in the key at ${at}`);
}

function octets(test: JsonObject, name: string, at: string): Bytes {
  return decodeHex(requireString(test, name, at));
}

function shown(text: string): string {
  return escapeText(text, 64);
}

function unsupported(what: string): GroupJudge {
  return { supported: false, why: `${what}: not on the list of this tool` };
}
