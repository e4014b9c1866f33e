// SPDX-License-Identifier: Apache-2.0
import type { Signer } from '../attest/signer.ts';
import { algorithmOf, keyIdOf } from '../attest/signer.ts';
import { sha256Hex } from '../crypto/digest.ts';
import { importPrivateKey } from '../crypto/private-key.ts';
import { canonicalJson } from '../encoding/canonical-json.ts';
import { escapeText } from '../encoding/escape-text.ts';
import { decodeUtf8 } from '../encoding/utf8.ts';
import type { Bytes } from '../model/bytes.ts';
import type { Check } from '../model/check.ts';
import type { JsonObject } from '../model/json.ts';
import type { InputRecord } from '../model/report.ts';
import type { Statement } from '../model/statement.ts';
import { sizeOf } from '../store/growing-log.ts';
import { writeEvent } from './custody-writing.ts';
import { stored } from './report-sink.ts';
import { passphraseOf, readKey } from './signing-asked.ts';
import { UsageError } from './usage-error.ts';
import { VERSION } from './version.ts';

export { AUDIT_FLAGS, AUDIT_FLAGS_BESIDE_ACTOR } from './audit-flags.ts';

/** What a record says. */
export interface Signing {
  readonly command: string;
  readonly payload: Bytes | null;
  readonly payloadType: string;
  /** null: none was opened. */
  readonly signer: Signer | null;
  readonly statement: Statement | null;
  /** Of the claims that were asked for, what was found. */
  readonly claims: JsonObject;
  /** null: it was signed. */
  readonly refused: string | null;
  /** What it was to be made of, where that is not the payload itself. */
  readonly inputs?: readonly Pick<InputRecord, 'name' | 'sha256'>[];
}

export interface Audit {
  /** @throws OutputError where the log does not take it: then nothing that was signed may go out */
  record(signing: Signing): Promise<void>;
}

const MOST_TEXT = 1024;
const SUBJECTS = 4;
/** An event has at most 16 instruments. */
const INPUTS = 12;

/** @throws UsageError before anything is signed */
export function auditAsked(flags: Readonly<Record<string, unknown>>): Audit | null {
  const text = (name: string): string | undefined => flags[name] as string | undefined;
  const path = text('audit-log');
  if (path === undefined) {
    const [other] = ['audit-key', 'audit-passphrase', 'audit-actor'].filter((name) => flags[name] !== undefined);
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
  return {
    record: (signing) =>
      writeEvent({
        command: signing.command,
        path,
        flags: {
          purpose: `${signing.command}: ${signing.refused === null ? 'signed' : 'refused'}`,
          ...(text('audit-actor') === undefined ? {} : { actor: text('audit-actor') }),
          engine: flags['engine'],
        },
        keys: [key],
        opens: false,
        quietly: true,
        plan: () => ({ type: 'note', own: recordOf(signing) }),
      }),
  };
}

/** The first check that did not pass, in words. */
export function whyNot(checks: readonly Check[]): string {
  const first = checks.find(({ outcome }) => outcome === 'failed' || outcome === 'indeterminate');
  return first !== undefined && 'detail' in first ? `${first.reason}: ${first.detail}` : 'nothing was signed';
}

function recordOf({ payload, payloadType, signer, statement, claims, refused, inputs = [] }: Signing): JsonObject {
  const keyId = signer === null ? null : keyIdOf(signer);
  return {
    instrument: [
      { name: 'forensic-verify', version: VERSION },
      ...(signer === null
        ? []
        : [
            {
              name: `signer ${signer.name} ${algorithmOf(signer)}`,
              ...(keyId === null ? {} : { digest: { sha256: keyId } }),
            },
          ]),
      ...(payload === null
        ? []
        : [{ name: `payload ${escapeText(payloadType, 256)}`, digest: { sha256: sha256Hex(payload) } }]),
      ...inputs
        .slice(0, INPUTS)
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
