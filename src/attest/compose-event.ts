// SPDX-License-Identifier: Apache-2.0
import { sha256Hex } from '../crypto/digest.ts';
import { CUSTODY_EVENT, type Digests, type EventObject, readEvent } from '../custody/event.ts';
import { canonicalJson } from '../encoding/canonical-json.ts';
import { encodeUtf8 } from '../encoding/utf8.ts';
import type { Bytes } from '../model/bytes.ts';
import type { JsonObject, JsonValue } from '../model/json.ts';

/** Where in its log an event will stand. */
export interface LogPlace {
  readonly origin: string;
  readonly caseId: string;
  /** Number of the line, from 0. */
  readonly seq: number;
  /** SHA-256 of the line before, hexadecimal; null: there is none. */
  readonly prev: string | null;
  /** `sha256:…` of the policy in force. */
  readonly policyDigest: string;
}

/** What is said of the event: the members of the predicate that its place does not decide, `event` without its type. */
export interface EventSaid {
  readonly type: string;
  readonly eventDateTime: string;
  readonly endDateTime?: string;
  readonly recordedDateTime: string;
  readonly more: JsonObject;
}

/**
 * The payload of a line, in RFC 8785 form: the same words always give the same octets. It is read as every reader reads it.
 *
 * @throws Malformed `custody-line-format`, `custody-event-type`, …
 */
export function composeEvent(place: LogPlace, { more, ...event }: EventSaid): Bytes {
  const { origin, caseId, seq, prev, policyDigest } = place;
  const payload = canonicalJson({
    _type: 'https://in-toto.io/Statement/v1',
    subject: subjectOf((more['objects'] ?? []) as unknown as readonly EventObject[], place),
    predicateType: CUSTODY_EVENT,
    predicate: {
      policyDigest,
      ...more,
      case: { id: caseId },
      log: { origin, seq, prev: prev === null ? null : `sha256:${prev}` },
      event: { ...event } as JsonObject,
    },
  });
  readEvent(payload);
  return payload;
}

/** The items as they are after the event; of one without items, the log itself (custody timeline v1, section 3). */
function subjectOf(objects: readonly EventObject[], { origin, prev }: LogPlace): JsonValue {
  const rows = (Array.isArray(objects) ? objects : []).flatMap(({ name, before, after = before }) =>
    after === undefined ? [] : [{ name, digest: after satisfies Digests as JsonObject }],
  );
  if (rows.length > 0) return rows;
  return [{ name: origin, digest: { sha256: prev ?? sha256Hex(encodeUtf8(origin)) } }];
}
