// SPDX-License-Identifier: Apache-2.0
import { importPrivateKey, type SigningKey } from '../crypto/private-key.ts';
import { decodeBase64Standard } from '../encoding/base64.ts';
import { decodeHex } from '../encoding/hex.ts';
import { encodeUtf8 } from '../encoding/utf8.ts';
import { encodeCheckpoint } from '../log/checkpoint.ts';
import { encodeSignedNote, type NoteLine, parseSignedNote } from '../log/signed-note.ts';
import { parseVerifierKey, type VerifierKey, verifierKeyText } from '../log/verifier-key.ts';
import type { Bytes } from '../model/bytes.ts';
import { attempt, Malformed } from '../model/malformed.ts';

type Form = 'ed25519' | 'cosignature/v1';

/** A key that signs notes under a name (C2SP signed-note). */
export interface NoteSigner {
  readonly verifier: VerifierKey;
  /** `name+id+base64`. */
  readonly verifierText: string;
  readonly key: SigningKey;
}

const PRIVATE = /^PRIVATE\+KEY\+([^+\s]{1,255})\+([0-9a-f]{8})\+([A-Za-z0-9+/]{44})\n?$/;
const PKCS8_PREFIX = decodeHex('302e020100300506032b657004220420');
const TYPES: Readonly<Record<Form, number>> = { ed25519: 1, 'cosignature/v1': 4 };

/**
 * The private key of a log or witness: an Ed25519 private key file, to which the name is given, or the one line that Go's note tools
 * write, `PRIVATE+KEY+name+id+base64(type ‖ seed)`. No error quotes anything of it.
 *
 * @param name null where the key must bring its own
 * @throws Malformed `key-format`, `algorithm-unsupported`, and those of `importPrivateKey`
 */
export function readNoteSigner(bytes: Bytes, name: string | null, passphrase: Bytes | null, form: Form): NoteSigner {
  const line = PRIVATE.exec(new TextDecoder('latin1').decode(bytes.subarray(0, 512)));
  if (line === null) {
    if (name === null) throw new Malformed('key-format', 'a private key without the name that it signs notes under');
    return signerOf(name, importPrivateKey(bytes, passphrase), form);
  }
  const [, own, id, encoded] = line as unknown as readonly [string, string, string, string];
  const material = attempt(() => decodeBase64Standard(encoded));
  if (!material.ok || material.value.length !== 33 || material.value[0] !== TYPES[form])
    throw new Malformed('key-format', `the private note key is not one of type ${TYPES[form]} (${form})`);
  if (name !== null && name !== own)
    throw new Malformed('key-format', `the private note key is of ${own}, not of ${name}`);
  const der = new Uint8Array(PKCS8_PREFIX.length + 32);
  der.set(PKCS8_PREFIX);
  der.set(material.value.subarray(1), PKCS8_PREFIX.length);
  const signer = signerOf(own, importPrivateKey(der, null), form);
  if (signer.verifier.hint !== Number.parseInt(id, 16))
    throw new Malformed('key-format', 'the id of the private note key is not that of its name and key');
  return signer;
}

function signerOf(name: string, key: SigningKey, form: Form): NoteSigner {
  if (key.publicKey.kind !== 'ed25519')
    throw new Malformed(
      'algorithm-unsupported',
      `a note is signed with Ed25519, this is a key of kind ${key.publicKey.kind}`,
    );
  const verifierText = verifierKeyText(name, key.publicKey, form);
  return { verifier: parseVerifierKey(verifierText), verifierText, key };
}

/** A checkpoint that the log has signed (C2SP tlog-checkpoint). */
export function signCheckpoint(size: number, root: Bytes, { verifier, key }: NoteSigner): string {
  const text = encodeCheckpoint({ origin: verifier.name, size: BigInt(size), root, extensions: [] });
  const line: NoteLine = { name: verifier.name, hint: verifier.hint, signature: key.sign(encodeUtf8(text)) };
  return encodeSignedNote({ text, lines: [line] });
}

/**
 * The note with one more line: a witness's (C2SP tlog-cosignature, cosignature/v1).
 *
 * @param seconds since 1970
 * @throws Malformed `checkpoint-format`
 */
export function cosignCheckpoint(note: string, seconds: bigint, { verifier, key }: NoteSigner): string {
  const { text, lines } = parseSignedNote(note);
  const sig = key.sign(encodeUtf8(`cosignature/v1\ntime ${seconds}\n${text}`));
  const signature = new Uint8Array(8 + sig.length);
  new DataView(signature.buffer).setBigUint64(0, seconds);
  signature.set(sig, 8);
  return encodeSignedNote({ text, lines: [...lines, { name: verifier.name, hint: verifier.hint, signature }] });
}
