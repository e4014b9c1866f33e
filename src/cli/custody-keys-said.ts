// SPDX-License-Identifier: Apache-2.0
import { readNoteSigner } from '../attest/note-signer.ts';
import { importKeyFile } from '../crypto/public-key.ts';
import { ROLES, type Role } from '../custody/event-types.ts';
import { readCustodyKeyring } from '../custody/keyring-file.ts';
import { encodeBase64 } from '../encoding/base64.ts';
import { formatInstant } from '../encoding/rfc3339.ts';
import { isVerifierKey, parseVerifierKey, verifierKeyText } from '../log/verifier-key.ts';
import type { Bytes } from '../model/bytes.ts';
import type { JsonObject } from '../model/json.ts';
import { attempt } from '../model/malformed.ts';
import { smallFile } from './custody-said.ts';
import { readKey } from './signing-asked.ts';
import { UsageError } from './usage-error.ts';

const ROW = /^([^=]+)=(.+?)(?::([a-z]+(?:,[a-z]+)*))?$/s;

/** `ID=FILE` or `ID=FILE:role,role`, as a row of `keys`. */
export function keyRow(flag: string, text: string): JsonObject {
  const match = ROW.exec(text);
  if (match === null) throw new UsageError(`--${flag} is written ID=FILE or ID=FILE:role,role`);
  const [, id, file, names] = match as unknown as readonly [string, string, string, string | undefined];
  const roles = (names?.split(',') ?? ['custodian']).map((name): Role => {
    const role = ROLES.find((one) => one === name);
    if (role === undefined) throw new UsageError(`--${flag} ${text}: a role is ${ROLES.join(', ')}`);
    return role;
  });
  const key = attempt(() => importKeyFile(smallFile(flag, file)));
  if (!key.ok) throw new UsageError(`--${flag} ${file}: ${key.problem.reason}: ${key.problem.detail}`);
  return { id, publicKey: encodeBase64(key.value.spki), roles };
}

/** The keys of a keyring file (forensic-verify/custody-keyring@v1), as rows of `keys`. */
export function keyringRows(flag: string, path: string): JsonObject[] {
  const ring = attempt(() => readCustodyKeyring(smallFile(flag, path)));
  if (!ring.ok) throw new UsageError(`--${flag} ${path}: ${ring.problem.reason}: ${ring.problem.detail}`);
  return ring.value.keys.map(({ id, key, roles, validUntil }) => ({
    id: id ?? '',
    publicKey: encodeBase64(key.spki),
    roles: [...(roles ?? ['custodian'])],
    ...(validUntil === undefined ? {} : { validUntil: formatInstant(validUntil) }),
  }));
}

/** The key that signs checkpoints, as a verifier key under the origin: given as one, or as a key file, private or public. */
export function checkpointVerifier(text: string, origin: string, passphrase: () => Bytes | null): string {
  const flag = '--checkpoint-key';
  if (isVerifierKey(text)) return named(text, origin);
  return readKey(flag, text, (bytes) => {
    const open = attempt(() => importKeyFile(bytes));
    if (open.ok) {
      if (open.value.kind !== 'ed25519') throw new UsageError(`${flag}: a checkpoint is signed with Ed25519`);
      return verifierKeyText(origin, open.value, 'ed25519');
    }
    return readNoteSigner(bytes, origin, passphrase(), 'ed25519').verifierText;
  });
}

function named(text: string, origin: string): string {
  const key = attempt(() => parseVerifierKey(text));
  if (!key.ok) throw new UsageError(`--checkpoint-key: ${key.problem.reason}: ${key.problem.detail}`);
  if (key.value.name !== origin)
    throw new UsageError(
      `--checkpoint-key: the key is named ${key.value.name}, and the log ${origin}: they must be the same`,
    );
  return text;
}

const PEER = /^(.*?\+[0-9a-f]{8}\+[A-Za-z0-9+/=]+)((?:,[^,=]+=[^,]+)+)$/s;

/** `--peer`: the verifier key of another log, whose name is its origin; behind it, `,ID=FILE` of each who releases there. */
export function peerRow(text: string): JsonObject {
  const [, verifier = text, files = ''] = PEER.exec(text) ?? [];
  const key = attempt(() => parseVerifierKey(verifier));
  if (!key.ok) throw new UsageError(`--peer: ${key.problem.reason}: ${key.problem.detail}`);
  const keys = files
    .split(',')
    .slice(1)
    .map((row): JsonObject => {
      const { id, publicKey } = keyRow('peer', row);
      return { id: id!, publicKey: publicKey! };
    });
  return { origin: key.value.name, key: verifier, ...(keys.length === 0 ? {} : { keys }) };
}

/** `2:alice,bob` */
export function recoveryOf(text: string): JsonObject {
  const match = /^([1-9][0-9]?):(.+)$/s.exec(text);
  if (match === null)
    throw new UsageError('--recovery is written as the number of persons, and who they may be: 2:ann,ben,cho');
  const ids = match[2]!.split(',');
  const threshold = Number(match[1]);
  if (ids.includes('') || new Set(ids).size < ids.length || threshold > ids.length)
    throw new UsageError('--recovery wants as many distinct persons as must sign, or more');
  return { threshold, ids };
}
