// SPDX-License-Identifier: Apache-2.0
import { type Json, type JsonMembers, strictJson } from './mutate-json.ts';

/**
 * What a piece of evidence says, whatever way it is written: the oracle of the mutation tests. Read by readers of its own, so
 * that a mistake of the tool's cannot hide itself.
 */
export interface Meaning {
  readonly kind: 'bundle' | 'dsse';
  readonly version: string;
  /** Payload and its type, or `message`; hexadecimal and text, joined. */
  readonly content: string;
  /** `algorithm:hex` of a message, '' where none is named. */
  readonly digest: string;
  readonly signatures: readonly string[];
  /** The leaf, `key`, or ''. */
  readonly signer: string;
  readonly entries: readonly EntryMeaning[];
  readonly timestamps: readonly string[];
  /** What proves nothing and is only read along: hints, further certificates. */
  readonly hints: string;
}

export interface EntryMeaning {
  /** Kind, version, log, body. */
  readonly about: string;
  readonly index: string;
  readonly time: string;
  readonly promise: string;
  /** Index, size, root, hashes; '' without a proof. */
  readonly proof: string;
  /** The signed text. */
  readonly checkpoint: string;
  /** The signature lines, as they are written. */
  readonly checkpointLines: string;
}

/** null: the bytes are not one strict JSON document of a known shape. */
export function meaningOf(bytes: Uint8Array): Meaning | null {
  const document = strictJson(bytes);
  if (document === null) return null;
  try {
    const top = members(document.value);
    return 'verificationMaterial' in top || 'mediaType' in top ? bundle(top) : dsse(top);
  } catch (error) {
    if (error instanceof NoMeaning) return null;
    throw error;
  }
}

class NoMeaning extends Error {}
function no(): never {
  throw new NoMeaning();
}

const VERSIONS: Readonly<Record<string, string>> = {
  'application/vnd.dev.sigstore.bundle+json;version=0.1': '0.1',
  'application/vnd.dev.sigstore.bundle+json;version=0.2': '0.2',
  'application/vnd.dev.sigstore.bundle+json;version=0.3': '0.3',
  'application/vnd.dev.sigstore.bundle.v0.3+json': '0.3',
};

function bundle(top: JsonMembers): Meaning {
  const material = members(top['verificationMaterial']);
  const version = VERSIONS[text(top['mediaType'])] ?? no();
  const signers = ['certificate', 'x509CertificateChain', 'publicKey'].filter((name) => present(material[name]));
  if (signers.length !== 1) no();
  const chain = present(material['certificate'])
    ? [material['certificate'] as Json]
    : present(material['x509CertificateChain'])
      ? list(members(material['x509CertificateChain'])['certificates'])
      : [];
  const [leaf, ...extras] = chain.map((one) => binary(members(one)['rawBytes']));
  const key = present(material['publicKey']) ? members(material['publicKey']) : null;
  if (key === null && leaf === undefined) no();
  const message = present(top['messageSignature']) ? members(top['messageSignature']) : null;
  const envelope = present(top['dsseEnvelope']) ? members(top['dsseEnvelope']) : null;
  if ((message === null) === (envelope === null)) no();
  const inner = envelope === null ? null : dsse(envelope);
  const data = present(material['timestampVerificationData']) ? members(material['timestampVerificationData']) : {};
  return {
    kind: 'bundle',
    version,
    content: inner?.content ?? 'message',
    digest:
      message === null || !present(message['messageDigest']) ? '' : messageDigest(members(message['messageDigest'])),
    signatures: inner?.signatures ?? [binary(message!['signature'])],
    signer: leaf ?? 'key',
    entries: list(material['tlogEntries']).map((one) => entry(members(one))),
    timestamps: list(data['rfc3161Timestamps']).map((one) => binary(members(one)['signedTimestamp'])),
    hints: JSON.stringify([inner?.hints ?? '', key === null ? '' : optional(key['hint']), extras, signers]),
  };
}

function messageDigest(digest: JsonMembers): string {
  return `${text(digest['algorithm'])}:${binary(digest['digest'])}`;
}

function dsse(envelope: JsonMembers): Meaning {
  const signatures = list(envelope['signatures']).map((one) => members(one));
  return {
    kind: 'dsse',
    version: '',
    content: `${text(envelope['payloadType'])} ${binary(envelope['payload'])}`,
    digest: '',
    signatures: signatures.map(({ sig }) => binary(sig)),
    signer: signatures.length === 1 ? optional(signatures[0]!['cert']) : '',
    entries: [],
    timestamps: [],
    hints: signatures.map(({ keyid }) => optional(keyid)).join(' '),
  };
}

function entry(one: JsonMembers): EntryMeaning {
  const { kind, version } = members(one['kindVersion']);
  const proof = present(one['inclusionProof']) ? members(one['inclusionProof']) : null;
  const note = proof !== null && present(proof['checkpoint']) ? optional(members(proof['checkpoint'])['envelope']) : '';
  const end = note.lastIndexOf('\n\n');
  const promise = present(one['inclusionPromise']) ? members(one['inclusionPromise']) : null;
  return {
    about: [text(kind), text(version), binary(members(one['logId'])['keyId']), binary(one['canonicalizedBody'])].join(
      ' ',
    ),
    index: integer(one['logIndex']),
    time: integer(one['integratedTime']),
    promise: promise === null ? '' : binary(promise['signedEntryTimestamp']),
    proof:
      proof === null
        ? ''
        : [
            integer(proof['logIndex']),
            integer(proof['treeSize']),
            binary(proof['rootHash'] ?? ''),
            ...list(proof['hashes']).map((hash) => binary(hash)),
          ].join(' '),
    checkpoint: end === -1 ? note : note.slice(0, end + 1),
    checkpointLines: end === -1 ? '' : note.slice(end + 1),
  };
}

/** protobuf's JSON: null is absent. */
function present(value: Json | undefined): boolean {
  return value !== undefined && value !== null;
}

function members(value: Json | undefined): JsonMembers {
  return typeof value === 'object' && value !== null && !Array.isArray(value) ? value : no();
}

function list(value: Json | undefined): Json[] {
  return !present(value) ? [] : Array.isArray(value) ? value : no();
}

function text(value: Json | undefined): string {
  return typeof value === 'string' ? value : no();
}

function optional(value: Json | undefined): string {
  return present(value) ? text(value) : '';
}

function integer(value: Json | undefined): string {
  if (!present(value)) return '0';
  const written = typeof value === 'number' && Number.isSafeInteger(value) ? String(value) : text(value);
  return /^(?:0|[1-9]\d*)$/.test(written) && BigInt(written) < 2n ** 63n ? written : no();
}

/** Hexadecimal of strict base64 in either alphabet. */
export function binary(value: Json | undefined): string {
  const found = text(value);
  const url = /^[A-Za-z0-9_-]*={0,2}$/.test(found);
  if (!url && !/^[A-Za-z0-9+/]*={0,2}$/.test(found)) no();
  const bytes = Buffer.from(found, 'base64');
  const bare = found.replace(/=+$/, '');
  if (bare !== bytes.toString(url ? 'base64url' : 'base64').replace(/=+$/, '')) no();
  if (bare !== found && found.length % 4 !== 0) no();
  return bytes.toString('hex');
}
