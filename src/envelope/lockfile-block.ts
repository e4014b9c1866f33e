// SPDX-License-Identifier: Apache-2.0
import { sha256Hex } from '../crypto/digest.ts';
import { canonicalJson } from '../encoding/canonical-json.ts';
import { asInteger, asObject, member, requireBase64, requireString, unknownMembers } from '../encoding/json-fields.ts';
import { LOCK_CANONICALIZATION, LOCK_SIGNATURE_TYPE, type LockSyntax } from '../encoding/lock-format.ts';
import type { Bytes, NonEmpty } from '../model/bytes.ts';
import { type Checked, type Locator, passed, within } from '../model/check.ts';
import type { JsonObject } from '../model/json.ts';
import { attempt, Malformed } from '../model/malformed.ts';
import type { SignedEntity } from '../model/signed-entity.ts';
import { notOpened } from './not-opened.ts';
import { pae } from './pae.ts';

/** The one member of a lockfile that its own signature does not cover: it holds the signature. */
export const LOCK_BLOCK = 'lockfile_signature';
const MEMBERS = ['version', 'name', 'signer', 'algorithm', 'timestamp', 'signature'];
const STATEMENT = 'application/vnd.in-toto+json';

/** What is signed of a lockfile, and by whom as he says (docs/spec/lockfile-signature-v1.md, 4). */
export interface LockClaims {
  /** Name of the subject: the file's, or what its signer calls it. */
  readonly name: string;
  readonly syntax: LockSyntax;
  readonly signer: string;
  readonly algorithm: string;
  /** RFC 3339 in UTC. */
  readonly timestamp: string;
}

export interface LockParts {
  /** Everything but the block. */
  readonly data: JsonObject;
  /** RFC 8785 over it. */
  readonly canonical: Bytes;
  /** As it stands. */
  readonly block: JsonObject | null;
}

/** @throws Malformed `json-shape` where the block is none, `json-number` */
export function splitLock(document: JsonObject): LockParts {
  const block = Object.hasOwn(document, LOCK_BLOCK) ? asObject(document[LOCK_BLOCK]!, `/${LOCK_BLOCK}`) : null;
  const data: Record<string, JsonObject[string]> = Object.create(null);
  for (const [name, value] of Object.entries(document)) if (name !== LOCK_BLOCK) data[name] = value;
  return { data, canonical: canonicalJson(data), block };
}

/** The in-toto statement that a signature of a lockfile is over, in canonical form: nobody has to store it. */
export function lockStatement(claims: LockClaims, canonical: Bytes): Bytes {
  const { name, syntax, signer, algorithm, timestamp } = claims;
  return canonicalJson({
    _type: 'https://in-toto.io/Statement/v1',
    subject: [{ name, digest: { sha256: sha256Hex(canonical) } }],
    predicateType: LOCK_SIGNATURE_TYPE,
    predicate: { canonicalization: LOCK_CANONICALIZATION, syntax, signer, algorithm, signedAt: timestamp },
  });
}

/** The block that holds a signature over `lockStatement`. */
export function lockBlock({ name, signer, algorithm, timestamp }: LockClaims, signature: string): JsonObject {
  return { version: 1, name, signer, algorithm, timestamp, signature };
}

/** The block as an envelope: DSSE over the statement that its members and the rest of the file make. */
export function openLockBlock(
  { block, canonical }: LockParts & { readonly block: JsonObject },
  syntax: LockSyntax,
  lockfile: Locator,
): Checked<NonEmpty<SignedEntity>> {
  const at = within(lockfile, LOCK_BLOCK);
  const read = attempt(() => readBlock(block, syntax, canonical));
  if (!read.ok) return notOpened(at, read.problem);
  const { payload, sig } = read.value;
  const content = {
    kind: 'dsse',
    payloadType: STATEMENT,
    payload,
    pae: pae(STATEMENT, payload),
    stored: null,
  } as const;
  const entity: SignedEntity = {
    envelope: 'lockfile-block',
    version: '1',
    content,
    signatures: [{ sig, keyHint: null }],
    signer: { kind: 'key', hint: null },
    timestamps: [],
    logEntries: [],
    at,
  };
  return {
    ok: true,
    value: [entity],
    checks: [passed('envelope.format', at), passed('envelope.signatures', at, { signatures: 1 })],
    findings: [],
  };
}

function readBlock(block: JsonObject, syntax: LockSyntax, canonical: Bytes): { payload: Bytes; sig: Bytes } {
  const pointer = `/${LOCK_BLOCK}`;
  const [unknown] = unknownMembers(block, MEMBERS);
  if (unknown !== undefined)
    throw new Malformed('envelope-format', `a member that no signature block has in ${pointer}`);
  const version = member(block, 'version');
  if (version === undefined || asInteger(version, `${pointer}/version`) !== 1)
    throw new Malformed('envelope-format', `the version at ${pointer}/version is not 1`);
  const [name, signer, algorithm, timestamp] = ['name', 'signer', 'algorithm', 'timestamp'].map((one) =>
    requireString(block, one, pointer),
  ) as [string, string, string, string];
  const sig = requireBase64(block, 'signature', pointer);
  if (sig.length === 0) throw new Malformed('envelope-format', `the signature is empty at ${pointer}/signature`);
  return { payload: lockStatement({ name, syntax, signer, algorithm, timestamp }, canonical), sig };
}
