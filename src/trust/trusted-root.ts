// SPDX-License-Identifier: Apache-2.0
import { sha256Hex } from '../crypto/digest.ts';
import { parseJson } from '../encoding/json.ts';
import {
  asObject,
  optionalArray,
  pointerTo,
  requireObject,
  requireString,
  unknownMembers,
} from '../encoding/json-fields.ts';
import { splitJsonl } from '../encoding/jsonl.ts';
import { LIMITS } from '../encoding/limits.ts';
import type { Bytes } from '../model/bytes.ts';
import type { Instant } from '../model/instant.ts';
import type { JsonObject, JsonValue } from '../model/json.ts';
import { attempt, Malformed } from '../model/malformed.ts';
import type { TrustedRoot, TrustOrigin } from '../model/trusted-root.ts';
import { type Entry, parseAuthority, parseLog } from './trusted-root-entries.ts';

/** Media types of a TrustedRoot in JSON: the two of today and the one that every published root still carries. */
const ROOT_TYPES: ReadonlySet<string> = new Set([
  'application/vnd.dev.sigstore.trustedroot+json;version=0.1',
  'application/vnd.dev.sigstore.trustedroot.v0.1+json',
  'application/vnd.dev.sigstore.trustedroot.v0.2+json',
]);
/** A ClientTrustConfig wraps one (the file that other clients take as their trust configuration). */
const CONFIG_TYPE = 'application/vnd.dev.sigstore.clienttrustconfig.v0.1+json';

const ROOT_MEMBERS = ['mediaType', 'tlogs', 'certificateAuthorities', 'ctlogs', 'timestampAuthorities'];
/** The second spelling of the signing configuration is protobuf's own; neither is read. */
const CONFIG_MEMBERS = ['mediaType', 'trustedRoot', 'signingConfig', 'signing_config'];
const LISTED = 64;

/**
 * Sigstore's TrustedRoot (sigstore_trustroot.proto, protobuf JSON): one document, or several as JSONL.
 *
 * What cannot be used (an unsupported key kind, a window without a beginning) is set aside, with the reason; what is
 * broken refuses the whole file, because a root that is half read is not the root that was pinned.
 *
 * @param name for messages and the report; a line of several is `name#2`, counted from 1
 * @param issuedAt when the root was issued, where the caller knows: a bare file does not say
 * @throws Malformed `trusted-root-format`
 */
export function parseTrustedRoots(bytes: Bytes, name: string, issuedAt: Instant | null = null): TrustedRoot[] {
  return asTrustFormat(name, () => {
    const documents = splitDocuments(bytes);
    if (documents.length === 1) {
      const { value } = documents[0]!;
      return [parseRoot(value, { name, sha256: sha256Hex(bytes), issuedAt })];
    }
    const fileSha256 = sha256Hex(bytes);
    return documents.map(({ value, line }, index) => {
      const origin = { name: `${name}#${index + 1}`, sha256: sha256Hex(line), fileSha256, issuedAt };
      return inLine(index, () => parseRoot(value, origin));
    });
  });
}

interface Document {
  readonly value: JsonValue;
  readonly line: Bytes;
}

/** One document may span lines; it is JSONL only where the first line is a document by itself and another line follows. */
function splitDocuments(bytes: Bytes): Document[] {
  if (bytes.length > LIMITS.documentBytes) {
    throw new Malformed('limit-exceeded', `larger than ${LIMITS.documentBytes} bytes`);
  }
  const whole = attempt(() => parseJson(bytes));
  if (whole.ok) return [{ value: whole.value, line: bytes }];
  const end = bytes.indexOf(0x0a);
  if (end <= 0 || !attempt(() => parseJson(bytes.subarray(0, end))).ok) {
    throw new Malformed(whole.problem.reason, whole.problem.detail);
  }
  const lines = splitJsonl(bytes);
  if (lines.length > LIMITS.trustedRoots) {
    throw new Malformed('limit-exceeded', `more than ${LIMITS.trustedRoots} trusted roots in one file`);
  }
  return lines.map((line, index) => inLine(index, () => ({ value: parseJson(line), line })));
}

function parseRoot(value: JsonValue, origin: TrustOrigin): TrustedRoot {
  const ignored: string[] = [];
  const outer = asObject(value, '');
  const wrapped = requireString(outer, 'mediaType', '') === CONFIG_TYPE;
  const root = wrapped ? requireObject(outer, 'trustedRoot', '') : outer;
  const pointer = wrapped ? '/trustedRoot' : '';
  if (wrapped) list(outer, CONFIG_MEMBERS, '', ignored);
  const mediaType = requireString(root, 'mediaType', pointer);
  if (!ROOT_TYPES.has(mediaType))
    throw new Malformed('json-shape', `${pointer}/mediaType is not that of a trusted root`);
  list(root, ROOT_MEMBERS, pointer, ignored);

  const setAside: { what: string; why: string }[] = [];
  const entries = { left: LIMITS.trustedRootEntries as number };
  const read = <T>(member: string, parse: (entry: JsonObject, at: string, ignored: string[]) => Entry<T>): T[] => {
    const kept: T[] = [];
    for (const [index, item] of (optionalArray(root, member, pointer) ?? []).entries()) {
      const at = `${pointer}/${member}/${index}`;
      if (--entries.left < 0) throw new Malformed('limit-exceeded', `more than ${LIMITS.trustedRootEntries} entries`);
      const entry = parse(asObject(item, at), at, ignored);
      if (entry.kept) kept.push(entry.value);
      else setAside.push({ what: at, why: entry.why });
    }
    return kept;
  };
  return {
    origin,
    certificateAuthorities: read('certificateAuthorities', parseAuthority),
    timestampAuthorities: read('timestampAuthorities', parseAuthority),
    tlogs: read('tlogs', parseLog),
    ctlogs: read('ctlogs', parseLog),
    setAside,
    unknownMembers: ignored.slice(0, LISTED),
  };
}

function list(object: JsonObject, known: readonly string[], pointer: string, into: string[]): void {
  for (const name of unknownMembers(object, known)) if (into.length < LISTED) into.push(pointerTo(pointer, name));
}

function inLine<T>(index: number, read: () => T): T {
  const result = attempt(read);
  if (result.ok) return result.value;
  throw new Malformed(result.problem.reason, `line ${index + 1}: ${result.problem.detail}`);
}

/** Whatever broke, for the caller it is the trusted root that cannot be read: a usage error, never a verdict. */
function asTrustFormat<T>(name: string, read: () => T): T {
  const result = attempt(read);
  if (result.ok) return result.value;
  throw new Malformed('trusted-root-format', `${name}: ${result.problem.detail} (${result.problem.reason})`);
}
