// SPDX-License-Identifier: Apache-2.0
import { escapeText } from '../encoding/escape-text.ts';
import { parseJson } from '../encoding/json.ts';
import { asObject, requireObject, requireString } from '../encoding/json-fields.ts';
import type { Bytes } from '../model/bytes.ts';
import type { JsonObject } from '../model/json.ts';
import { attempt, Malformed, type Problem } from '../model/malformed.ts';
import type { HashName } from '../model/public-key.ts';
import type { ReasonCode } from '../model/reasons.ts';
import type { LogEntry, SignedEntity } from '../model/signed-entity.ts';
import type { Bound, SignerKey } from './entry-bodies/bind.ts';
import { ENTRY_BODIES } from './entry-bodies.ts';

export interface EntryBody {
  readonly kind: string;
  readonly version: string;
  readonly spec: JsonObject;
}

/**
 * Reads the head of an entry's body, which every kind shares.
 *
 * @throws Malformed the reasons of the JSON reader; `log-entry-format`
 */
export function readEntryBody(bytes: Bytes): EntryBody {
  const json = parseJson(bytes);
  return asEntryFormat(() => {
    const body = asObject(json, '');
    return {
      kind: requireString(body, 'kind', ''),
      version: requireString(body, 'apiVersion', ''),
      spec: requireObject(body, 'spec', ''),
    };
  });
}

/**
 * Binds an entry to the artifact, the signature and the key at hand.
 *
 * @param signer null: the examiner gave no key and the evidence has no certificate
 * @throws Malformed see BindEntry; `log-entry-kind-unsupported`, `signer-key-unknown` (attacks C01)
 */
export function bindEntry(
  body: EntryBody,
  entry: LogEntry,
  entity: Pick<SignedEntity, 'content' | 'signatures'>,
  signer: SignerKey | null,
  artifactDigests: ReadonlyMap<HashName, Bytes>,
): Bound {
  const { kind, version } = body;
  if (kind !== entry.kind || version !== entry.version) {
    const claimed = `${entry.kind} ${entry.version}`;
    throw new Malformed(
      'log-entry-inconsistent',
      `the bundle names an entry of kind ${quoted(claimed)}, the body ${quoted(`${kind} ${version}`)}`,
    );
  }
  const bind = ENTRY_BODIES.get(`${kind} ${version}`);
  if (bind === undefined)
    throw new Malformed('log-entry-kind-unsupported', `an entry of kind ${quoted(`${kind} ${version}`)}`);
  const [signature] = entity.signatures;
  if (signature === undefined || entity.signatures.length !== 1) {
    throw new Malformed(
      'log-entry-mismatch',
      `an entry records one signature, the evidence has ${entity.signatures.length}`,
    );
  }
  if (signer === null) throw new Malformed('signer-key-unknown', 'no key is at hand to compare the entry with');
  return asEntryFormat(() =>
    bind(body.spec, {
      content: entity.content,
      sig: signature.sig,
      keyHint: signature.keyHint,
      signer,
      artifactDigests,
    }),
  );
}

/** Reasons of the low-level readers: what they found wrong is a field of the body, and the report says so. */
const READERS: ReadonlySet<ReasonCode> = new Set<ReasonCode>([
  'json-shape',
  'base64-invalid',
  'hex-invalid',
  'utf8-invalid',
  'pem-invalid',
  'der-invalid',
  'key-format',
  'key-private',
]);

function asEntryFormat<T>(read: () => T): T {
  const result = attempt(read);
  if (result.ok) return result.value;
  throw READERS.has(result.problem.reason)
    ? malformed(result.problem)
    : new Malformed(result.problem.reason, result.problem.detail);
}

function malformed({ reason, detail }: Problem): Malformed {
  return new Malformed('log-entry-format', `${detail} (${reason})`);
}

function quoted(text: string): string {
  return `"${escapeText(text, 64)}"`;
}
