// SPDX-License-Identifier: Apache-2.0

import { validateCustodyEvent } from '../encoding/custody-schema.ts';
import { escapeText } from '../encoding/escape-text.ts';
import { parseIsoSeconds } from '../encoding/iso-duration.ts';
import { parseJson } from '../encoding/json.ts';
import { parseRfc3339 } from '../encoding/rfc3339.ts';
import type { Bytes, Sha256 } from '../model/bytes.ts';
import type { Instant } from '../model/instant.ts';
import type { JsonObject, JsonValue } from '../model/json.ts';
import { Malformed } from '../model/malformed.ts';
import { type EventType, isEventType, type Role } from './event-types.ts';
import { isPlainId } from './persons.ts';

export const CUSTODY_EVENT = 'urn:forensic-verify:predicate:custody-event:v1';

export type Digests = Readonly<Record<string, string>>;

export interface EventObject {
  readonly name: string;
  readonly before?: Digests;
  readonly after?: Digests;
  readonly change?: 'none' | 'copied' | 'derived' | 'altered';
  readonly from?: string;
  readonly justification?: string;
  /** Of a hand-off: the seal that it is under, and the legal holds. */
  readonly seal?: SealRow;
  readonly holds?: readonly string[];
}

export interface SealRow {
  readonly id: string;
  readonly state?: 'applied' | 'intact' | 'broken';
}

export interface KeyRow {
  readonly action?: 'introduce' | 'retire' | 'compromised';
  readonly id?: string;
  readonly publicKey?: string;
  readonly roles?: readonly Role[];
  readonly validUntil?: string;
  readonly keyid?: string;
  readonly since?: string;
}

export interface PolicyRows {
  readonly roles?: Readonly<Partial<Record<Role, readonly string[]>>>;
  readonly dualControl?: Readonly<Record<string, number>>;
  readonly distinctActors?: boolean;
  readonly maxSilence?: string;
  readonly fixityEvery?: string;
  readonly quorum?: number;
}

export interface ReleaseQuote {
  /** `sha256:…` of the release's line. */
  readonly line: string;
  readonly origin?: string;
  readonly index?: number;
  readonly envelope?: string;
  readonly proof?: readonly string[];
  readonly note?: string;
}

export interface AnchorRow {
  readonly kind: 'checkpoint' | 'outside';
  readonly note?: string;
  readonly data?: string;
  readonly timestamps?: readonly string[];
  readonly bundles?: readonly JsonObject[];
}

/** A log that hands over to this one: the key of its checkpoints, and keys of those who release. */
export interface PeerRow {
  readonly origin: string;
  readonly key: string;
  readonly keys?: readonly { readonly id: string; readonly publicKey: string; readonly validUntil?: string }[];
}

/** The members that are carried as they stand (custody timeline v1, section 3). */
export interface Predicate {
  readonly case: { readonly id: string };
  readonly log: { readonly origin: string; readonly seq: number; readonly prev: string | null };
  readonly event: {
    readonly type: EventType;
    readonly eventDateTime: string;
    readonly endDateTime?: string;
    readonly recordedDateTime: string;
  };
  readonly clock?: {
    readonly source: string;
    readonly sync?: string;
    readonly offset?: string;
    readonly uncertainty?: string;
    readonly measuredAt?: string;
  };
  readonly performer: { readonly id: string; readonly role: Role; readonly onBehalfOf?: string };
  readonly purpose: string;
  readonly authorization?: { readonly type: string; readonly identifier: string };
  readonly policyDigest: string;
  readonly objects?: readonly EventObject[];
  readonly custody?: {
    readonly transferId?: string;
    readonly to?: { readonly id: string };
    readonly release?: ReleaseQuote;
    readonly seal?: SealRow;
    readonly hold?: string;
    readonly medium?: string;
  };
  readonly keys?: readonly KeyRow[];
  readonly policy?: PolicyRows;
  readonly checkpointKey?: string;
  readonly witnesses?: readonly string[];
  readonly recovery?: { readonly threshold: number; readonly ids: readonly string[] };
  readonly peers?: readonly PeerRow[];
  readonly target?: { readonly seq: number; readonly line: string };
  readonly anchors?: readonly AnchorRow[];
  readonly location?: string;
  readonly outcome?: { readonly code: string; readonly note?: string };
  readonly note?: string;
}

/** What the performer says of the time, and what of it is left once his clock is taken into account. Nanoseconds. */
export interface ClaimedTime {
  readonly claimed: Instant;
  readonly ended: Instant | null;
  readonly recorded: Instant;
  /** `claimed` less what the clock was ahead. */
  readonly corrected: Instant;
  readonly uncertainty: bigint;
}

/** An event as its payload states it: claimed, until the signatures of its line are verified. */
export interface CustodyEvent {
  readonly seq: number;
  readonly type: EventType;
  readonly performer: string;
  readonly objects: readonly EventObject[];
  readonly time: ClaimedTime;
  readonly says: Predicate;
}

/** What an event of each type cannot do without, beside what the schema asks. */
const NEEDS: Readonly<Partial<Record<EventType, readonly string[]>>> = {
  open: ['/keys', '/checkpointKey', '/policy'],
  acquire: ['/objects', '/objects/*/after'],
  collect: ['/objects', '/objects/*/after'],
  accession: ['/objects', '/objects/*/after'],
  'transfer-release': ['/custody/transferId', '/custody/to', '/objects', '/objects/*/before'],
  'transfer-receive': ['/custody/transferId', '/custody/release', '/objects', '/objects/*/before'],
  'check-out': ['/objects', '/objects/*/before'],
  'check-in': ['/objects', '/objects/*/before'],
  access: ['/objects', '/objects/*/before'],
  examine: ['/objects', '/objects/*/before'],
  analyse: ['/objects', '/objects/*/before'],
  replicate: ['/objects'],
  'fixity-check': ['/objects', '/objects/*/before'],
  'signature-validation': ['/objects', '/objects/*/before'],
  derive: ['/objects'],
  seal: ['/custody/seal', '/objects', '/objects/*/before'],
  unseal: ['/custody/seal', '/objects', '/objects/*/before'],
  'hold-apply': ['/custody/hold', '/objects'],
  'hold-release': ['/custody/hold', '/objects'],
  dispose: ['/objects', '/objects/*/before'],
  return: ['/objects', '/objects/*/before'],
  'key-status': ['/keys'],
  'policy-change': ['/policy'],
  anchor: ['/anchors'],
  correct: ['/target'],
  redact: ['/target'],
};

/**
 * Reads the payload of a line.
 *
 * @throws Malformed `custody-line-format`, `custody-event-type`, and what the strict JSON reader refuses
 */
export function readEvent(payload: Bytes): CustodyEvent {
  const document = parseJson(payload);
  const [problem] = validateCustodyEvent(document);
  if (problem !== undefined) throw malformed(`the event does not fit its schema: ${problem}`);
  const says = (document as unknown as { readonly predicate: Predicate }).predicate;
  const { type } = says.event;
  if (!isEventType(type)) throw new Malformed('custody-event-type', `the type "${escapeText(String(type), 64)}"`);
  for (const pointer of NEEDS[type] ?? []) {
    if (!has(says as unknown as JsonValue, pointer.split('/').slice(1)))
      throw malformed(`an event of type ${type} without ${pointer}`);
  }
  requirePlainIds(says);
  const objects = says.objects ?? [];
  if (new Set(objects.map(({ name }) => name)).size < objects.length) throw malformed('an item is named twice');
  requireSubject((document as unknown as { readonly subject: readonly SubjectRow[] }).subject, says);
  return {
    seq: says.log.seq,
    type,
    performer: says.performer.id,
    objects,
    time: timeOf(says),
    says,
  };
}

/** The seal that an item is handed over under: its own, or the one of the event. */
export function sealOf({ says }: CustodyEvent, { seal }: EventObject): SealRow | undefined {
  return seal ?? says.custody?.seal;
}

/** The legal holds that an item is handed over under. */
export function holdsOf({ says }: CustodyEvent, { holds }: EventObject): readonly string[] {
  const { hold } = says.custody ?? {};
  return holds ?? (hold === undefined ? [] : [hold]);
}

function requirePlainIds({ performer, custody, keys = [], recovery, peers = [] }: Predicate): void {
  const ids = [
    performer.id,
    performer.onBehalfOf,
    custody?.to?.id,
    ...keys.map(({ id }) => id),
    ...(recovery?.ids ?? []),
    ...peers.flatMap((peer) => (peer.keys ?? []).map(({ id }) => id)),
  ];
  const bad = ids.find((id) => id !== undefined && !isPlainId(id));
  if (bad !== undefined) throw malformed(`the name "${escapeText(bad, 64)}" is not in its one spelling`);
}

interface SubjectRow {
  readonly name: string;
  readonly digest: Digests;
}

/** The subject is what `objects` says the items are afterwards, or where there are none, the log itself. */
function requireSubject(subject: readonly SubjectRow[], { objects = [], log }: Predicate): void {
  const after = objects.flatMap(({ name, before, after: digest = before }) =>
    digest === undefined ? [] : [{ name, digest }],
  );
  if (after.length > 0) {
    const same =
      subject.length === after.length &&
      after.every(({ name, digest }, i) => {
        const row = subject[i]!;
        const names = Object.keys(digest);
        return (
          row.name === name &&
          names.length === Object.keys(row.digest).length &&
          names.every((one) => row.digest[one] === digest[one])
        );
      });
    if (!same) throw malformed('the subject is not what objects say that the items are');
    return;
  }
  const [row] = subject;
  const digest = row === undefined ? undefined : row.digest['sha256'];
  const previous = log.prev === null ? digest : log.prev.slice('sha256:'.length);
  if (subject.length !== 1 || row?.name !== log.origin || digest === undefined || digest !== previous)
    throw malformed('the subject of an event without items is not the log');
}

function timeOf({ event, clock }: Predicate): ClaimedTime {
  const claimed = parseRfc3339(event.eventDateTime).time;
  const offset = clock?.offset === undefined ? 0n : parseIsoSeconds(clock.offset);
  return {
    claimed,
    ended: event.endDateTime === undefined ? null : parseRfc3339(event.endDateTime).time,
    recorded: parseRfc3339(event.recordedDateTime).time,
    corrected: (claimed - offset) as Instant,
    uncertainty: clock?.uncertainty === undefined ? 0n : parseIsoSeconds(clock.uncertainty),
  };
}

function has(value: JsonValue | undefined, path: readonly string[]): boolean {
  const [name, ...rest] = path;
  if (value === undefined || value === null) return false;
  if (name === undefined) return true;
  if (name === '*') return Array.isArray(value) && value.every((one: JsonValue) => has(one, rest));
  return typeof value === 'object' && Object.hasOwn(value, name) && has((value as JsonObject)[name], rest);
}

/** `sha256:<hex>` → hex. */
export function hexOf(hash: string): Sha256 {
  return hash.slice('sha256:'.length) as Sha256;
}

function malformed(detail: string): Malformed {
  return new Malformed('custody-line-format', detail);
}
