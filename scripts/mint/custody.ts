// SPDX-License-Identifier: Apache-2.0
import { type Bytes, base64, bytes, hex, sha256, utf8 } from './bytes.ts';
import { pae } from './dsse.ts';
import { canonical, type Json, type JsonObject } from './json.ts';
import { edKey, type MintKey } from './keys.ts';
import { inclusionPath, treeRoot } from './merkle.ts';
import { checkpointText, cosignatureLine, noteKeyId, signatureLine, signedNote } from './note.ts';
import { timestampToken } from './timestamp.ts';
import { type Tsa, tsaA } from './world.ts';

const PAYLOAD_TYPE = 'application/vnd.in-toto+json';
const PREDICATE_TYPE = 'urn:forensic-verify:predicate:custody-event:v1';

/** Somebody who signs events. */
export interface Person {
  readonly id: string;
  readonly role: string;
  readonly key: MintKey;
}

export function person(id: string, role: string, label = id): Person {
  return { id, role, key: edKey(`custody ${label}`) };
}

export function keyid(key: MintKey): string {
  return hex(sha256(key.spki));
}

/** C2SP signed-note: `name+id+base64(type ‖ key)`. */
export function verifierKey(name: string, key: MintKey, type: 1 | 4 = 1): string {
  const id = type === 1 ? noteKeyId({ name, key }) : sha256(bytes(name, [10, type], key.bits));
  return `${name}+${hex(id.subarray(0, 4))}+${base64(bytes([type], key.bits))}`;
}

export function digestOf(text: string): JsonObject {
  return { sha256: hex(sha256(utf8(text))) };
}

export function policyDigest(policy: JsonObject): string {
  return `sha256:${hex(sha256(utf8(canonical(policy))))}`;
}

export interface EventPlan {
  readonly type: string;
  readonly by: Person;
  /** What happened when; a minute after the event before, where it is left out. */
  readonly time?: string;
  readonly recorded?: string;
  readonly objects?: readonly JsonObject[];
  /** Further members of the predicate, or others in their place. */
  readonly more?: JsonObject;
  /** Who signs, where it is not the performer alone. */
  readonly signers?: readonly MintKey[];
  /** The last change of the statement before it is signed. */
  readonly change?: (statement: JsonObject) => void;
}

export const OPENED_AT = '2026-02-01T12:00:00Z';

/** A custody log as it grows, by the rules or against them. */
export class CustodyLog {
  readonly origin: string;
  readonly caseId: string;
  readonly logKey: MintKey;
  readonly lines: Bytes[] = [];
  policy: JsonObject;
  #time: number;

  constructor(origin: string, policy: JsonObject = {}, caseId = 'C-42') {
    this.origin = origin;
    this.caseId = caseId;
    this.policy = policy;
    this.logKey = edKey(`custody log ${origin}`);
    this.#time = Date.parse(OPENED_AT) - 60_000;
  }

  open(by: Person, people: readonly Person[], more: JsonObject = {}, signers?: readonly MintKey[]): this {
    const keys = people.map(({ id, role, key }) => ({ id, publicKey: base64(key.spki), roles: [role] }));
    const checkpointKey = verifierKey(this.origin, this.logKey);
    return this.add({
      type: 'open',
      by,
      more: { keys, checkpointKey, policy: this.policy, ...more },
      ...(signers === undefined ? {} : { signers }),
    });
  }

  add(plan: EventPlan): this {
    this.lines.push(this.line(plan));
    return this;
  }

  /** The line that `add` would append. */
  line(plan: EventPlan): Bytes {
    const { by, objects = [] } = plan;
    const time = plan.time ?? new Date(this.#time + 60_000).toISOString().replace('.000Z', 'Z');
    this.#time = Date.parse(time);
    const prev = this.head();
    const predicate: JsonObject = {
      case: { id: this.caseId },
      log: { origin: this.origin, seq: this.lines.length, prev: prev === null ? null : `sha256:${prev}` },
      event: { type: plan.type, eventDateTime: time, recordedDateTime: plan.recorded ?? time },
      performer: { id: by.id, role: by.role },
      purpose: 'a case of the fixtures',
      policyDigest: policyDigest(this.policy),
      ...(objects.length === 0 ? {} : { objects: objects as Json[] }),
      ...plan.more,
    };
    const rows = objects.flatMap((object) => {
      const digest = object['after'] ?? object['before'];
      return digest === undefined ? [] : [{ name: object['name'] ?? '', digest }];
    });
    const self = { name: this.origin, digest: { sha256: prev ?? hex(sha256(utf8(this.origin))) } };
    const statement: JsonObject = {
      _type: 'https://in-toto.io/Statement/v1',
      subject: (rows.length > 0 ? rows : [self]) as Json[],
      predicateType: PREDICATE_TYPE,
      predicate,
    };
    plan.change?.(statement);
    return signedLine(utf8(canonical(statement)), plan.signers ?? [by.key]);
  }

  /** SHA-256 of the last line. */
  head(): string | null {
    const last = this.lines.at(-1);
    return last === undefined ? null : hex(sha256(last));
  }

  hashOf(seq: number): string {
    return `sha256:${hex(sha256(this.lines[seq] ?? bytes()))}`;
  }

  /** C2SP checkpoint over the first lines. */
  note(
    size = this.lines.length,
    ...cosigned: readonly { readonly name: string; readonly key: MintKey; readonly time: string }[]
  ): string {
    const text = checkpointText(this.origin, size, treeRoot(this.lines.slice(0, size)));
    const lines = cosigned.map(({ name, key, time }) => cosignatureLine({ name, key }, text, Date.parse(time) / 1000));
    return signedNote(text, signatureLine({ name: this.origin, key: this.logKey }, text), ...lines);
  }

  proof(index: number, size = this.lines.length): string[] {
    return inclusionPath(this.lines.slice(0, size), index).map(base64);
  }

  /** An event with a checkpoint over all lines so far, and a token over that. */
  anchor(by: Person, time: string, tsa: Tsa = tsaA): this {
    const note = this.note();
    const token = stamp(utf8(note), time, tsa);
    return this.add({
      type: 'anchor',
      by,
      time,
      more: { anchors: [{ kind: 'checkpoint', note, timestamps: [base64(token)] }] },
    });
  }

  file(): Bytes {
    return bytes(...this.lines.flatMap((line) => [line, [10]]));
  }
}

export function signedLine(payload: Bytes, keys: readonly MintKey[]): Bytes {
  const signed = pae({ payloadType: PAYLOAD_TYPE, payload });
  const rows = keys.map((key) => `{"keyid":"${keyid(key)}","sig":"${base64(key.sign(signed))}"}`);
  return utf8(`{"payload":"${base64(payload)}","payloadType":"${PAYLOAD_TYPE}","signatures":[${rows.join(',')}]}`);
}

export function stamp(over: Bytes, time: string, tsa: Tsa = tsaA): Bytes {
  return timestampToken({
    label: `custody ${time}`,
    over,
    time,
    key: tsa.key,
    certificate: tsa.certificate,
    embedded: [tsa.certificate.der],
  });
}
