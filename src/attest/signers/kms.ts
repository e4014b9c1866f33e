// SPDX-License-Identifier: Apache-2.0
import { ALGORITHMS, defaultScheme } from '../../crypto/algorithms.ts';
import type { Engine } from '../../crypto/engine.ts';
import { importKeyFile } from '../../crypto/public-key.ts';
import { decodeBase64Standard } from '../../encoding/base64.ts';
import { escapeText } from '../../encoding/escape-text.ts';
import { parseJson } from '../../encoding/json.ts';
import { asObject, optionalObject, optionalString, requireString } from '../../encoding/json-fields.ts';
import type { Bytes } from '../../model/bytes.ts';
import type { JsonObject } from '../../model/json.ts';
import { attempt, Malformed } from '../../model/malformed.ts';
import type { HashName, PublicKey, SchemeId } from '../../model/public-key.ts';
import { runPlugin } from '../plugin-process.ts';
import type { Signer } from '../signer.ts';
import { withhold } from '../withhold.ts';
import { verifiedUnder } from './verified-under.ts';

/** A plugin of Sigstore's KMS plugin protocol, and the key in it. */
export interface KmsPlugin {
  /** Absolute path of the executable. */
  readonly executable: string;
  /** What stands behind `name://`: the plugin knows what it means. */
  readonly keyResourceId: string;
  /** Variables that it sees, and nothing else of the environment. Their values are kept out of every message. */
  readonly environment: Readonly<Record<string, string>>;
  /** For each call. */
  readonly timeoutMs: number;
}

const PROTOCOL = 'v1';
/** Numbers of Go's crypto.Hash; 0: the scheme hashes by itself. */
const HASH_NUMBERS: Readonly<Record<HashName, number>> = { sha256: 5, sha384: 6, sha512: 7 };

/**
 * A key in another program: sigstore-kms-NAME, started twice, once for its public key and once for each signature.
 * It is believed in nothing: the signature must verify under the key, and the key must be one of our list.
 *
 * @throws Malformed `signer-failed`, `signer-timeout`, `signer-answer`, `key-…`, `algorithm-…`
 */
export async function kmsSigner(plugin: KmsPlugin, scheme: SchemeId | null, engine: Engine): Promise<Signer> {
  const key = await publicKeyOf(plugin);
  if (key.weakness !== null) throw new Malformed('key-weak', `the key of the plugin: ${key.weakness}`);
  const used = defaultScheme(key, scheme);
  const { hash } = ALGORITHMS[used];
  const hashFunc = hash === null ? 0 : HASH_NUMBERS[hash];
  return {
    name: 'kms',
    identity: { kind: 'public-key', key, scheme: used },
    sign: async (message) => {
      const answer = await call(plugin, 'signMessage', hashFunc, { signOptions: options({ hashFunc }) }, message);
      return octets(answer, 'signature');
    },
    verify: verifiedUnder(engine, used, key),
  };
}

async function publicKeyOf(plugin: KmsPlugin): Promise<PublicKey> {
  const asked = { publicKeyOptions: options(null) };
  const answer = await call(plugin, 'publicKey', HASH_NUMBERS.sha256, asked, new Uint8Array());
  const pem = octets(answer, 'publicKeyPEM');
  const key = attempt(() => importKeyFile(pem));
  if (key.ok) return key.value;
  throw new Malformed('signer-answer', `the public key that the plugin gives is none: ${key.problem.detail}`);
}

function options(message: JsonObject | null): JsonObject {
  return { rpcOptions: {}, ...(message === null ? {} : { messageOptions: message }) };
}

async function call(
  plugin: KmsPlugin,
  method: 'publicKey' | 'signMessage',
  hashFunc: number,
  asked: JsonObject,
  stdin: Bytes,
): Promise<JsonObject> {
  const { executable, environment, keyResourceId, timeoutMs } = plugin;
  const initOptions = { protocolVersion: PROTOCOL, keyResourceID: keyResourceId, hashFunc };
  const words = JSON.stringify({ initOptions, methodName: method, [method]: asked });
  const result = await runPlugin({ executable, args: [PROTOCOL, words], stdin, environment, timeoutMs });
  const name = escapeText(executable);
  switch (result.kind) {
    case 'timeout':
      throw new Malformed('signer-timeout', `${name} has not answered ${method} in ${timeoutMs / 1000} s`);
    case 'too-much':
      throw new Malformed('signer-answer', `${name} writes more than an answer to ${method} can be`);
    case 'not-started':
      throw new Malformed('signer-failed', `${name} cannot be started: ${result.why}`);
    case 'ended':
      return answerOf(plugin, method, result.stdout, result.stderr);
  }
}

function answerOf(plugin: KmsPlugin, method: string, stdout: Bytes, stderr: string): JsonObject {
  const parsed = attempt(() => {
    const answer = asObject(parseJson(stdout), '');
    return { failure: optionalString(answer, 'errorMessage', ''), own: optionalObject(answer, method, '') };
  });
  const aside = stderr.trim() === '' ? '' : `; it says: ${spoken(plugin, stderr)}`;
  if (!parsed.ok)
    throw new Malformed(
      'signer-answer',
      `the answer of the plugin to ${method} is not the JSON of its protocol${aside}`,
    );
  const { failure, own } = parsed.value;
  if (failure !== undefined && failure !== '')
    throw new Malformed('signer-failed', `the plugin says: ${spoken(plugin, failure)}`);
  if (own === undefined)
    throw new Malformed('signer-answer', `the plugin answers ${method} with something else${aside}`);
  return own;
}

function octets(answer: JsonObject, name: string): Bytes {
  const read = attempt(() => decodeBase64Standard(requireString(answer, name, '')));
  if (!read.ok || read.value.length === 0)
    throw new Malformed('signer-answer', `the plugin gives no ${name} in base64`);
  return read.value;
}

/** What a plugin says may hold what it was given: a PIN above all. */
function spoken({ environment }: KmsPlugin, text: string): string {
  return escapeText(withhold(text, Object.values(environment)).trim(), 256);
}
