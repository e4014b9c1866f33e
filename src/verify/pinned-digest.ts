// SPDX-License-Identifier: Apache-2.0
import { sha256Hex } from '../crypto/digest.ts';
import type { Engine } from '../crypto/engine.ts';
import { equalTexts } from '../crypto/equal.ts';
import { canonicalJson } from '../encoding/canonical-json.ts';
import { parseExactJson } from '../encoding/exact-json.ts';
import { decodeHex } from '../encoding/hex.ts';
import { parseJson } from '../encoding/json.ts';
import {
  asObject,
  member,
  optionalInt64,
  optionalObject,
  optionalString,
  requireString,
  unknownMembers,
} from '../encoding/json-fields.ts';
import { encodeUtf8 } from '../encoding/utf8.ts';
import { openEvidence } from '../envelope/open-evidence.ts';
import type { Bytes } from '../model/bytes.ts';
import { type Check, type Locator, malformedCheck, notPassed, passed, skipped, within } from '../model/check.ts';
import type { JsonObject } from '../model/json.ts';
import { attempt, Malformed } from '../model/malformed.ts';
import type { Statement } from '../model/statement.ts';
import type { TrustedKey } from '../model/trusted-root.ts';
import { PINNED_DIGEST_TYPE } from '../statement/predicate-types.ts';
import { matchSubjects } from '../statement/subjects.ts';
import { verifyPlainSignatures } from './plain-signatures.ts';
import { statementOf } from './statement-of.ts';

export const PIN_FORMAT = 'forensic-verify/pin@v1';

/** A pinned digest of a JSON surface, and the signature over it: hexadecimal over the digest as text, or a DSSE envelope. */
export interface Pin {
  /** The document as it stands. */
  readonly said: JsonObject;
  readonly digest: string;
  /** Of each tool by its name, where the pin tells them. Under a hexadecimal signature nobody has signed these rows. */
  readonly tools: ReadonlyMap<string, string> | null;
  readonly signature:
    | { readonly form: 'hex'; readonly sig: Bytes }
    | { readonly form: 'dsse'; readonly envelope: JsonObject }
    | null;
}

const MEMBERS = ['format', 'name', 'digest', 'tools', 'toolCount', 'attestedAt', 'signerName', 'signature', 'envelope'];

/** @throws Malformed `pin-format`, and those of `parseJson` */
export function readPin(bytes: Bytes): Pin {
  const document = parseJson(bytes);
  const read = attempt(() => pinOf(asObject(document, '')));
  if (read.ok) return read.value;
  throw new Malformed('pin-format', read.problem.detail);
}

function pinOf(pin: JsonObject): Pin {
  const [unknown] = unknownMembers(pin, MEMBERS);
  if (unknown !== undefined) throw new Malformed('pin-format', 'a member that no pin has');
  if (requireString(pin, 'format', '') !== PIN_FORMAT)
    throw new Malformed('pin-format', `the format is not ${PIN_FORMAT}`);
  const digest = hexDigest(requireString(pin, 'digest', ''), '/digest');
  const about = { said: pin, digest, tools: toolsOf(pin) };
  for (const name of ['name', 'attestedAt', 'signerName']) optionalString(pin, name, '');
  const hex = optionalString(pin, 'signature', '');
  const envelope = member(pin, 'envelope');
  if (hex !== undefined && envelope !== undefined) throw new Malformed('pin-format', 'two signatures, of both forms');
  if (hex !== undefined) return { ...about, signature: { form: 'hex', sig: decodeHex(hex) } };
  return {
    ...about,
    signature: envelope === undefined ? null : { form: 'dsse', envelope: asObject(envelope, '/envelope') },
  };
}

function hexDigest(text: string, place: string): string {
  if (/^[0-9a-f]{64}$/.test(text)) return text;
  throw new Malformed('pin-format', `no SHA-256 in lowercase hexadecimal at ${place}`);
}

function toolsOf(pin: JsonObject): ReadonlyMap<string, string> | null {
  const rows = optionalObject(pin, 'tools', '');
  const count = optionalInt64(pin, 'toolCount', '');
  if (rows === undefined) {
    if (count !== undefined) throw new Malformed('pin-format', 'a number of tools at /toolCount, and none at /tools');
    return null;
  }
  const names = Object.keys(rows);
  if (count !== undefined && count !== BigInt(names.length))
    throw new Malformed('pin-format', `${count} tools at /toolCount, ${names.length} at /tools`);
  return new Map(names.map((name) => [name, hexDigest(requireString(rows, name, '/tools'), '/tools')]));
}

export interface PinQuestion {
  readonly surface: { readonly bytes: Bytes; readonly at: Locator };
  readonly pin: { readonly bytes: Bytes; readonly at: Locator } | null;
  /** From the caller himself, in lowercase hexadecimal. */
  readonly expected: string | null;
  readonly keys: readonly TrustedKey[];
  readonly hmacSecret: Bytes | null;
  readonly engine: Engine;
}

/** Whether a surface has the digest that was pinned, and, where somebody is asked for, whether he has signed it. */
export function checkPin({ surface, pin, expected, keys, hmacSecret, engine }: PinQuestion): readonly Check[] {
  const offered = attempt(() => {
    const object = asObject(parseExactJson(surface.bytes), '');
    return { digest: sha256Hex(canonicalJson(object)), object };
  });
  if (!offered.ok) return [malformedCheck('json.canonical', surface.at, offered.problem)];
  const computed = offered.value.digest;
  const read = pin === null ? null : attempt(() => readPin(pin.bytes));
  if (pin !== null && read?.ok === false)
    return [malformedCheck('pin.format', pin.at, read.problem), skipped('pin.digest', surface.at, 'pin.format')];
  const found = read?.ok === true ? read.value : null;
  const checks: Check[] =
    pin === null ? [] : [passed('pin.format', pin.at, { signed: found?.signature?.form ?? null })];
  for (const one of [expected, found?.digest ?? null]) {
    if (one === null) continue;
    const facts = { computed, expected: one };
    checks.push(
      equalTexts(computed, one)
        ? passed('pin.digest', surface.at, facts)
        : notPassed('pin.digest', surface.at, 'pin-digest-mismatch', `computed ${computed}, expected ${one}`, facts),
    );
  }
  const changed = found?.tools == null ? [] : changedTools(offered.value.object, found.tools);
  if (changed.length > 0) {
    const names = changed.slice(0, NAMED).join(', ');
    const detail = `by the rows of the pin ${changed.length} tools are others or missing: ${names}${changed.length > NAMED ? ', …' : ''}`;
    checks.push(
      notPassed('pin.digest', within(surface.at, 'tools'), 'pin-digest-mismatch', detail, { changed: changed.length }),
    );
  }
  if (pin === null || found === null || (keys.length === 0 && hmacSecret === null)) return checks;
  const asked = { keys, hmacSecret, threshold: 1, engine, acceptWeak: false };
  return [...checks, ...signatureChecks(found, computed, { ...asked, at: pin.at })];
}

/** The names of those tools that a service offers and the pin does not know so, or the other way. */
function changedTools(surface: JsonObject, pinned: ReadonlyMap<string, string>): readonly string[] {
  const names = new Set([...Object.keys(surface), ...pinned.keys()]);
  return [...names].filter((name) => {
    const tool = Object.hasOwn(surface, name) ? surface[name] : undefined;
    return tool === undefined || sha256Hex(canonicalJson(tool)) !== pinned.get(name);
  });
}

/** So many tools are named in a sentence. */
const NAMED = 8;

type Asked = Omit<Parameters<typeof verifyPlainSignatures>[0], 'message' | 'signatures'>;

/** Over the digest that was computed, whatever the pin says. */
function signatureChecks({ signature, said }: Pin, computed: string, asked: Asked): readonly Check[] {
  const { at } = asked;
  if (signature === null)
    return [
      notPassed('envelope.signatures', at, 'signature-absent', 'the pin is not signed'),
      ...verifyPlainSignatures({ ...asked, message: new Uint8Array(), signatures: [] }).checks,
    ];
  if (signature.form === 'hex') {
    const signatures = [{ sig: signature.sig, keyHint: null }];
    return verifyPlainSignatures({ ...asked, message: encodeUtf8(computed), signatures, detached: true }).checks;
  }
  const place = within(at, 'envelope');
  const opened = openEvidence(canonicalJson(signature.envelope), place);
  if (!opened.ok) return opened.checks;
  const [entity] = opened.value;
  const { content, signatures } = entity;
  const statement = statementOf(entity);
  if (content.kind !== 'dsse' || statement === null)
    return [...opened.checks, notPassed('pin.format', place, 'pin-format', 'it is no DSSE envelope of a statement')];
  if (!statement.ok) return [...opened.checks, ...statement.checks];
  const { predicateType } = statement.value;
  // Whoever signs what failed, or was withdrawn, signs about the same digest, and pins nothing.
  if (predicateType !== PINNED_DIGEST_TYPE) {
    const detail = `the statement is of type ${predicateType}, and pins nothing`;
    return [...opened.checks, notPassed('pin.format', within(place, 'payload'), 'pin-format', detail)];
  }
  const artifact = { name: at.evidence, digests: new Map([['sha256', computed] as const]) };
  return [
    ...opened.checks,
    ...verifyPlainSignatures({ ...asked, at: place, message: content.pae, signatures }).checks,
    ...statement.checks,
    ...matchSubjects(statement.value, artifact, place).checks,
    ...saidOtherwise(said, statement.value, at),
  ];
}

/** What stands beside the envelope is what people read, and nobody has signed it: it has to be what the envelope says. */
function saidOtherwise(said: JsonObject, { predicate, subject }: Statement, at: Locator): readonly Check[] {
  const signed: JsonObject = { ...predicate, name: subject[0]?.name ?? null };
  const other = ABOUT.find((name) => member(said, name) !== undefined && said[name] !== signed[name]);
  if (other === undefined) return [];
  const detail = `${other} stands beside the envelope otherwise than in the statement that is signed`;
  return [notPassed('pin.format', within(at, other), 'pin-format', detail)];
}

/** Members of a pin that the statement has too. */
const ABOUT = ['name', 'signerName', 'attestedAt', 'toolCount'];
