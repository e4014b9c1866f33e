// SPDX-License-Identifier: Apache-2.0

import type { JudgedLog } from '../attest/judge-event.ts';
import type { Signer } from '../attest/signer.ts';
import { algorithmOf, keyIdOf } from '../attest/signer.ts';
import { sha256Hex } from '../crypto/digest.ts';
import { importPrivateKey, type SigningKey } from '../crypto/private-key.ts';
import { ROLES } from '../custody/event-types.ts';
import { canonicalJson } from '../encoding/canonical-json.ts';
import { escapeText } from '../encoding/escape-text.ts';
import { decodeUtf8 } from '../encoding/utf8.ts';
import type { Bytes } from '../model/bytes.ts';
import type { Check } from '../model/check.ts';
import type { JsonObject } from '../model/json.ts';
import { Malformed } from '../model/malformed.ts';
import type { PublicKey } from '../model/public-key.ts';
import type { InputRecord } from '../model/report.ts';
import type { Statement } from '../model/statement.ts';
import { sizeOf } from '../store/growing-log.ts';
import { readTrustFile } from '../trust/load.ts';
import { type Actor, writeEvent } from './custody-writing.ts';
import { stored } from './report-sink.ts';
import { orUsage } from './signer-asked.ts';
import { passphraseOf, readKey } from './signing-asked.ts';
import { UsageError } from './usage-error.ts';
import { VERSION } from './version.ts';

export { AUDIT_FLAGS, AUDIT_FLAGS_BESIDE_ACTOR } from './audit-flags.ts';

type Flagged = Readonly<Record<string, unknown>>;

/** What a record says. */
export interface Signing {
  readonly command: string;
  readonly payload: Bytes | null;
  readonly payloadType: string;
  /** null: none was opened. */
  readonly signer: Signer | null;
  /** What would have opened it, where nothing was signed: a key file has a fingerprint all the same. */
  readonly opening?: (() => Promise<Signer>) | null;
  readonly statement: Statement | null;
  /** Of the claims that were asked for, what was found. */
  readonly claims: JsonObject;
  /** null: it was signed. */
  readonly refused: string | null;
  /** What it was to be made of, where that is not the payload itself. */
  readonly inputs?: readonly Pick<InputRecord, 'name' | 'sha256'>[];
}

export interface Audit {
  /** Whoever holds the key that signs shall not write the record alone. @throws UsageError */
  requireOther(key: PublicKey): void;
  /** @throws OutputError where the log does not take it: then nothing that was signed may go out */
  record(signing: Signing): Promise<void>;
}

const MOST_TEXT = 1024;
const SUBJECTS = 4;
/** An event has at most 16 instruments. */
const INPUTS = 12;

/** @throws UsageError before anything is signed */
export function auditAsked(flags: Flagged): Audit | null {
  const text = (name: string): string | undefined => flags[name] as string | undefined;
  const path = text('audit-log');
  if (path === undefined) {
    const [other] = ['audit-key', 'audit-passphrase', 'audit-actor', 'audit-role'].filter(
      (name) => flags[name] !== undefined,
    );
    if (other !== undefined) throw new UsageError(`--${other} is for --audit-log`);
    return null;
  }
  const source = text('audit-key');
  if (source === undefined)
    throw new UsageError('--audit-log wants --audit-key: the private key that signs the record');
  if ((stored(() => sizeOf(path)) ?? 0) === 0)
    throw new UsageError(`${path} holds no line: begin it with custody open, with the audit key among its keys`);
  const secrets = text('audit-passphrase') === undefined ? [] : [text('audit-passphrase')!];
  const key = readKey('--audit-key', source, (bytes) => importPrivateKey(bytes, passphraseOf(secrets, 0, 1)));
  const rows = askedRows(flags);
  return {
    requireOther: ({ fingerprint }) => {
      if (fingerprint === key.publicKey.fingerprint)
        throw new UsageError('--audit-key is the key that signs: the record of a signing wants a key of its own');
    },
    record: async (signing) => {
      const signer = signing.signer ?? (await knownSigner(flags, signing));
      await writeEvent({
        command: signing.command,
        path,
        flags: {
          purpose: `${signing.command}: ${signing.refused === null ? 'signed' : 'refused'}`,
          engine: flags['engine'],
        },
        keys: [key],
        opens: false,
        quietly: true,
        plan: (log) => ({
          type: 'note',
          own: recordOf({ ...signing, signer }, signing.signer === null ? nameOf(flags) : null, rows),
          actor: actorIn(log, text('audit-actor'), text('audit-role'), key),
        }),
      });
    },
  };
}

/** Keys in files alone: no other program is started for something that is not signed. */
async function knownSigner(flags: Flagged, { refused, opening = null }: Signing): Promise<Signer | null> {
  if (refused === null || opening === null || !['key', 'cosign'].includes(String(flags['signer']))) return null;
  try {
    return await opening();
  } catch (error) {
    if (error instanceof UsageError || error instanceof Malformed) return null;
    throw error;
  }
}

/** Of a signer that signed nothing: what the command line calls it. */
function nameOf(flags: Flagged): string | null {
  const { signer, kms } = flags;
  if (typeof signer !== 'string') return null;
  const key = signer === 'kms' ? kms : flags['signing-key'];
  // Named by a descriptor or a variable it is a place, and no secret.
  return typeof key === 'string' ? `${signer} ${escapeText(key, 256)}` : signer;
}

/** What the command line says of the time, and the ring that chose the key: a window counts at the time that was said. */
function askedRows(flags: Flagged): readonly JsonObject[] {
  const ring = flags['key-ring'];
  const at = flags['at'];
  return [
    ...(typeof ring === 'string'
      ? [
          {
            name: `key ring ${escapeText(ring, 256)}`,
            digest: { sha256: sha256Hex(orUsage(`--key-ring ${ring}`, () => readTrustFile(ring))) },
          },
        ]
      : []),
    ...(typeof at === 'string' ? [{ name: `time as said: ${escapeText(at, 64)}` }] : []),
  ];
}

/** As it is said, or whose the audit key is; in the first of its roles that may write a note. */
function actorIn({ ring, rules }: JudgedLog, said: string | undefined, as: string | undefined, key: SigningKey): Actor {
  const known = ring.get(key.publicKey.fingerprint);
  const id = said ?? known?.id ?? null;
  if (id === null) throw new UsageError('missing: --audit-actor (who signs): the log knows no owner of the audit key');
  const roles = [...(known?.roles ?? [])];
  const own = roles.find((one) => rules.roles.get(one)?.has('note') === true) ?? roles[0];
  const role = as === undefined ? own : ROLES.find((one) => one === as);
  if (role === undefined)
    throw new UsageError('missing: --audit-role (as what): the log gives the audit key no role of its own');
  return { id, role };
}

/** The first check that did not pass, in words. */
export function whyNot(checks: readonly Check[]): string {
  const first = checks.find(({ outcome }) => outcome === 'failed' || outcome === 'indeterminate');
  return first !== undefined && 'detail' in first ? `${first.reason}: ${first.detail}` : 'nothing was signed';
}

function recordOf(
  { payload, payloadType, signer, statement, claims, refused, inputs = [] }: Signing,
  unused: string | null,
  rows: readonly JsonObject[],
): JsonObject {
  const keyId = signer === null ? null : keyIdOf(signer);
  return {
    instrument: [
      { name: 'forensic-verify', version: VERSION },
      ...(signer === null
        ? unused === null
          ? []
          : [{ name: `signer ${unused}, which signed nothing` }]
        : [
            {
              name: `signer ${signer.name} ${algorithmOf(signer)}${unused === null ? '' : ', which signed nothing'}`,
              ...(keyId === null ? {} : { digest: { sha256: keyId } }),
            },
          ]),
      ...(payload === null
        ? []
        : [{ name: `payload ${escapeText(payloadType, 256)}`, digest: { sha256: sha256Hex(payload) } }]),
      ...rows,
      ...inputs
        .slice(0, INPUTS - rows.length)
        .map(({ name, sha256 }) => ({ name: `input ${escapeText(name, 256)}`, digest: { sha256 } })),
    ],
    outcome: refused === null ? { code: 'pass' } : { code: 'fail', note: escapeText(refused, 512) },
    ...(statement === null ? {} : { note: noteOf(statement, claims) }),
  };
}

/** RFC 8785, so that it can be read back; where that is too long, its digest stands for it. */
function noteOf({ predicateType, subject }: Statement, claims: JsonObject): string {
  const subjects = subject.slice(0, SUBJECTS).map(({ name, digest }) => ({ name, digest: Object.fromEntries(digest) }));
  const whole = canonicalJson({ claims, predicateType, subjects, subjectsInAll: subject.length });
  if (whole.length <= MOST_TEXT) return decodeUtf8(whole);
  return decodeUtf8(canonicalJson({ sha256: sha256Hex(whole), size: whole.length, subjectsInAll: subject.length }));
}
