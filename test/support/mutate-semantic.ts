// SPDX-License-Identifier: Apache-2.0

import type { Operator } from './mutate.ts';
import type { Json, JsonMembers } from './mutate-json.ts';
import type { Random } from './mutate-random.ts';
import { bytesOf, isBinary, isInt64, type Node, nodesOf, put, write } from './mutate-tree.ts';

function onNode(test: (node: Node) => boolean, change: (node: Node, random: Random) => Json | undefined): Operator {
  return (top, random) => {
    const nodes = nodesOf(top).filter(test);
    if (nodes.length === 0) return null;
    const node = random.pick(nodes);
    const changed = change(node, random);
    if (changed === undefined) return null;
    put(node, changed);
    return { bytes: write(top), place: node.path };
  };
}

/** Changes the decoded bytes of a base64 value. */
function onBytes(test: (node: Node) => boolean, change: (bytes: Buffer, random: Random) => Buffer | null): Operator {
  return onNode(
    (node) => isBinary(node) && test(node),
    (node, random) => change(bytesOf(node), random)?.toString('base64'),
  );
}

const any = (): boolean => true;
const named =
  (...names: string[]) =>
  (node: Node) =>
    names.includes(node.name);
const isText = ({ value }: Node): boolean => typeof value === 'string';
const isList = ({ value }: Node): boolean => Array.isArray(value);
const isNote = ({ name, value }: Node): boolean =>
  name === 'envelope' && typeof value === 'string' && value.includes('\n\n');

function flip(bytes: Buffer, random: Random): Buffer {
  const at = random.below(bytes.length);
  bytes[at] = bytes[at]! ^ (1 << random.below(8));
  return bytes;
}

/** A JSON text inside a base64 value. */
function onInner(test: (node: Node) => boolean, change: (inner: Json, random: Random) => string | null): Operator {
  return onBytes(test, (bytes, random) => {
    let inner: Json;
    try {
      inner = JSON.parse(bytes.toString()) as Json;
    } catch (error) {
      if (error instanceof SyntaxError) return null;
      throw error;
    }
    const text = change(inner, random);
    return text === null || text === bytes.toString() ? null : Buffer.from(text);
  });
}

function editLeaf(inner: Json, random: Random): string | null {
  const leaves = nodesOf(inner).filter(isText);
  if (leaves.length === 0) return null;
  const node = random.pick(leaves);
  const text = node.value as string;
  const at = random.below(text.length || 1);
  const digit = random.pick(['0', '1', 'a', 'f', 'A', '=', '/']);
  put(
    node,
    random.pick([
      `${text.slice(0, at)}${digit}${text.slice(at + 1)}`,
      text.toUpperCase(),
      `${text} `,
      '',
      text.slice(0, -1),
    ]),
  );
  return JSON.stringify(inner);
}

/** Replaces the first value of that name by the other document's. */
function take(...names: string[]): Operator {
  return (top, random, other) => {
    const name = random.pick(names);
    const mine = nodesOf(top).filter(named(name));
    const theirs = nodesOf(other).filter(named(name));
    if (mine.length === 0 || theirs.length === 0) return null;
    const node = random.pick(mine);
    const from = random.pick(theirs);
    if (typeof node.value !== typeof from.value || Array.isArray(node.value) !== Array.isArray(from.value)) return null;
    if (JSON.stringify(node.value) === JSON.stringify(from.value)) return null;
    put(node, from.value);
    return { bytes: write(top), place: node.path };
  };
}

function remove(test: (node: Node) => boolean): Operator {
  return (top, random) => {
    const nodes = nodesOf(top).filter(test);
    if (nodes.length === 0) return null;
    const { parent, key, path } = random.pick(nodes);
    if (Array.isArray(parent)) parent.splice(key as number, 1);
    else delete parent[key];
    return { bytes: write(top), place: path };
  };
}

const INT64_EDGES: readonly Json[] = [
  -1,
  '-1',
  0,
  '0',
  1.5,
  '',
  '1e3',
  '0x10',
  2 ** 53,
  '9007199254740993',
  '9223372036854775807',
  '9223372036854775808',
  '18446744073709551616',
  1e308,
  '253402300800',
  true,
];

/** Broken shapes. */
export const MALFORMED: Readonly<Record<string, Operator>> = {
  'type-swap': onNode(any, ({ value }, random) =>
    random.pick<Json>([true, false, 0, -1, 1.5, '', 'x', [], {}, [value], { value }, [[]], 'null', '\u0000', '\u202e']),
  ),
  'null-value': onNode(any, () => null),
  'delete-member': remove(({ parent }) => !Array.isArray(parent)),
  'delete-element': remove(({ parent }) => Array.isArray(parent)),
  'empty-list': onNode(isList, () => []),
  'double-element': onNode(
    (node) => isList(node) && (node.value as Json[]).length > 0,
    ({ value }, random) => {
      const list = value as Json[];
      return [...list, random.pick(list)];
    },
  ),
  'many-elements': onNode(
    (node) => isList(node) && (node.value as Json[]).length > 0,
    ({ value }) => Array.from({ length: 100 }, () => (value as Json[])[0]!),
  ),
  'int64-edge': onNode(isInt64, (_node, random) => random.pick(INT64_EDGES)),
  'int64-infinite': (top, random) => {
    const nodes = nodesOf(top).filter(isInt64);
    if (nodes.length === 0) return null;
    const node = random.pick(nodes);
    put(node, '@@MARK@@');
    return {
      bytes: write(top, { '@@MARK@@': random.pick(['1e400', '-1e400', '1E+999', '9'.repeat(400)]) }),
      place: node.path,
    };
  },
  'inner-append': onBytes(any, (bytes, random) => Buffer.concat([bytes, Buffer.from([random.below(256)])])),
  'inner-prepend': onBytes(any, (bytes, random) => Buffer.concat([Buffer.from([random.below(256)]), bytes])),
  'inner-cut': onBytes(any, (bytes, random) => bytes.subarray(0, random.below(bytes.length))),
  'inner-insert': onBytes(any, (bytes, random) => {
    const at = random.below(bytes.length);
    return Buffer.concat([bytes.subarray(0, at), Buffer.from([0]), bytes.subarray(at)]);
  }),
  'der-long-length': onBytes(
    named('rawBytes', 'signedTimestamp', 'signature', 'sig', 'signedEntryTimestamp'),
    (bytes) => {
      // The outer length in one octet more than it needs: BER, and no DER.
      if (bytes[0] !== 0x30) return null;
      const first = bytes[1]!;
      if (first < 0x80) return Buffer.concat([Buffer.from([0x30, 0x81, first]), bytes.subarray(2)]);
      return Buffer.concat([Buffer.from([0x30, first + 1, 0]), bytes.subarray(2)]);
    },
  ),
  'der-indefinite': onBytes(named('rawBytes', 'signedTimestamp'), (bytes) => {
    if (bytes[1] !== 0x82) return null;
    return Buffer.concat([Buffer.from([0x30, 0x80]), bytes.subarray(4), Buffer.from([0, 0])]);
  }),
  'name-case': (top, random) => {
    const required =
      /^(?:mediaType|verificationMaterial|rawBytes|tlogEntries|logId|keyId|kindVersion|kind|version|canonicalizedBody|signature|dsseEnvelope|payload|payloadType|signatures|sig)$/;
    const nodes = nodesOf(top).filter(({ key }) => typeof key === 'string' && required.test(key));
    const node = random.pick(nodes);
    const parent = node.parent as JsonMembers;
    delete parent[node.key];
    const name = String(node.key);
    parent[
      random.pick(
        [
          name.toUpperCase(),
          name[0]!.toUpperCase() + name.slice(1),
          name.replace(/[A-Z]/g, (c) => `_${c.toLowerCase()}`),
          `${name} `,
        ].filter((other) => other !== name),
      )
    ] = node.value;
    return { bytes: write(top), place: node.path };
  },
  'cut-text': (top, random) => {
    const text = write(top);
    return { bytes: text.subarray(0, random.below(text.length)), place: '' };
  },
  'deep-nesting': (top, random) => {
    const depth = random.pick([70, 1000, 100_000]);
    const node = random.pick(nodesOf(top));
    put(node, '@@MARK@@');
    return {
      bytes: write(top, {
        '@@MARK@@': random.pick([
          `${'['.repeat(depth)}${']'.repeat(depth)}`,
          `${'{"a":'.repeat(depth)}0${'}'.repeat(depth)}`,
        ]),
      }),
      place: node.path,
    };
  },
  'in-a-list': (top, random) => ({
    bytes: write(
      random.pick<Json>([
        [top],
        [],
        [top, top],
        { bundle: top },
        { mediaType: (top as JsonMembers)['mediaType'] ?? null },
      ]),
    ),
    place: '',
  }),
  'text-byte': (top, random) => {
    const text = Buffer.from(write(top));
    return { bytes: new Uint8Array(flip(text, random)), place: '' };
  },
};

function sequence(...parts: readonly Buffer[]): Buffer {
  const content = Buffer.concat(parts);
  return Buffer.concat([Buffer.from([0x30, content.length]), content]);
}

/** The two integers of an ECDSA signature, as they stand. */
function integersOf(bytes: Buffer): readonly [Buffer, Buffer] | null {
  const first = bytes[3];
  if (bytes[0] !== 0x30 || bytes[1] !== bytes.length - 2 || bytes[2] !== 2 || first === undefined) return null;
  return [bytes.subarray(4, 4 + first), bytes.subarray(6 + first)];
}

function integer(content: Uint8Array): Buffer {
  return Buffer.concat([Buffer.from([2, content.length]), content]);
}

const P256_ORDER = 0xffffffff00000000ffffffffffffffffbce6faada7179e84f3b9cac2fc632551n;

const isSignature = named('sig', 'signature', 'signedEntryTimestamp');

/** Well-formed evidence that says something else. */
export const SEMANTIC: Readonly<Record<string, Operator>> = {
  'flip-payload': onBytes(named('payload', 'digest'), flip),
  'flip-signature': onBytes(named('sig', 'signature'), flip),
  'flip-certificate': onBytes(named('rawBytes'), flip),
  'flip-body': onBytes(named('canonicalizedBody'), flip),
  'flip-promise': onBytes(named('signedEntryTimestamp'), flip),
  'flip-hash': onBytes(named('hashes', 'rootHash', 'keyId'), flip),
  'flip-token': onBytes(named('signedTimestamp'), flip),
  'flip-two': onBytes(any, (bytes, random) => flip(flip(bytes, random), random)),
  'flip-checkpoint': onNode(isNote, ({ value }, random) => {
    const text = value as string;
    const at = random.below(text.length);
    const code = text.charCodeAt(at);
    return code >= 0x80
      ? undefined
      : `${text.slice(0, at)}${String.fromCharCode(code ^ (1 << random.below(7)))}${text.slice(at + 1)}`;
  }),
  'checkpoint-line': onNode(isNote, ({ value }, random) => {
    const lines = (value as string).split('\n');
    const at = random.below(lines.length);
    const kept = lines.filter((_line, i) => i !== at);
    return random.pick([kept, [...lines.slice(0, at), lines[at]!, ...lines.slice(at)], lines.toReversed()]).join('\n');
  }),
  'checkpoint-ends': onNode(isNote, ({ value }, random) => {
    const text = value as string;
    return random.pick([
      text.slice(0, -1),
      text.replaceAll('\n', '\r\n'),
      `${text}\n`,
      text.replace('\n\n', '\n'),
      ` ${text}`,
    ]);
  }),
  'int64-step': onNode(isInt64, ({ value }, random) =>
    String(BigInt(value as string) + random.pick([1n, -1n, 1000n, 1n << 32n])),
  ),
  'int64-scale': onNode(isInt64, ({ value }) => (value === '0' || value === 0 ? undefined : `${value}000`)),
  'text-edit': onNode(
    (node) => isText(node) && !isBinary(node) && !isInt64(node) && node.value !== '',
    ({ value }, random) => {
      const text = value as string;
      const at = random.below(text.length);
      return random.pick(
        [
          `${text} `,
          text.toUpperCase(),
          `${text.slice(0, at)}x${text.slice(at + 1)}`,
          text.slice(0, -1),
          `${text}\0`,
          text.replace('0', '1'),
        ].filter((one) => one !== text),
      );
    },
  ),
  'body-leaf': onInner(named('canonicalizedBody'), editLeaf),
  'payload-leaf': onInner(named('payload'), editLeaf),
  'body-respelt': onInner(named('canonicalizedBody'), (inner) => JSON.stringify(inner, null, 1)),
  'payload-respelt': onInner(named('payload'), (inner) => JSON.stringify(inner, null, 1)),
  'body-member-twice': onInner(named('canonicalizedBody'), (inner) =>
    JSON.stringify(inner).replace('{', '{"kind":"x",'),
  ),
  'payload-other-digest': onInner(named('payload'), (inner) => {
    const digests = nodesOf(inner).filter(({ name }) => /^sha(1|256|384|512)$/.test(name));
    for (const node of digests) put(node, 'a'.repeat(String(node.value).length));
    return digests.length === 0 ? null : JSON.stringify(inner);
  }),
  'take-certificate': take('certificate', 'x509CertificateChain', 'rawBytes'),
  'take-entry': take(
    'tlogEntries',
    'canonicalizedBody',
    'inclusionProof',
    'inclusionPromise',
    'integratedTime',
    'logId',
    'kindVersion',
    'logIndex',
  ),
  'take-proof': take('hashes', 'rootHash', 'treeSize', 'checkpoint', 'envelope'),
  'take-signature': take('sig', 'signature', 'signatures'),
  'take-content': take('payload', 'payloadType', 'messageDigest', 'digest', 'dsseEnvelope', 'messageSignature'),
  'take-timestamp': take('timestampVerificationData', 'rfc3161Timestamps', 'signedTimestamp'),
  'take-material': take('verificationMaterial', 'mediaType'),
  'add-entry': (top, _random, other) => grow(top, other, 'tlogEntries'),
  'add-timestamp': (top, _random, other) => grow(top, other, 'rfc3161Timestamps'),
  'add-signature': (top, _random, other) => grow(top, other, 'signatures'),
  'high-s': onBytes(isSignature, (bytes) => {
    const parts = integersOf(bytes);
    if (parts === null) return null;
    const s = P256_ORDER - BigInt(`0x${parts[1].toString('hex')}`);
    if (s <= 0n) return null;
    const hex = s.toString(16);
    const even = hex.length % 2 === 1 ? `0${hex}` : hex;
    const content = Buffer.from(Number.parseInt(even.slice(0, 2), 16) >= 0x80 ? `00${even}` : even, 'hex');
    return sequence(integer(parts[0]), integer(content));
  }),
  'zero-signature': onBytes(isSignature, (_bytes, random) => {
    const edge = () => integer(Buffer.from(random.pick(['00', '01', `00${P256_ORDER.toString(16)}`]), 'hex'));
    return sequence(edge(), edge());
  }),
  'long-integer': onBytes(isSignature, (bytes) => {
    const parts = integersOf(bytes);
    return parts === null ? null : sequence(integer(Buffer.concat([Buffer.from([0]), parts[0]])), integer(parts[1]));
  }),
  'raw-signature': onBytes(isSignature, (bytes) => {
    const parts = integersOf(bytes);
    if (parts === null) return null;
    const fixed = (part: Buffer) => Buffer.concat([Buffer.alloc(32), part]).subarray(-32);
    return Buffer.concat(parts.map(fixed));
  }),
  'other-version': onNode(named('mediaType'), ({ value }, random) => {
    const types = [
      'bundle+json;version=0.1',
      'bundle+json;version=0.2',
      'bundle+json;version=0.3',
      'bundle.v0.3+json',
      'bundle.v0.4+json',
      'bundle',
    ];
    const others = types.map((type) => `application/vnd.dev.sigstore.${type}`).filter((type) => type !== value);
    return random.pick(others);
  }),
  downgrade: (top, random) => {
    const bundle = top as JsonMembers;
    const material = bundle['verificationMaterial'] as JsonMembers | undefined;
    if (material?.['certificate'] == null) return null;
    bundle['mediaType'] = `application/vnd.dev.sigstore.bundle+json;version=${random.pick(['0.1', '0.2'])}`;
    material['x509CertificateChain'] = { certificates: [material['certificate']] };
    delete material['certificate'];
    const strip = random.below(3);
    for (const entry of (material['tlogEntries'] as JsonMembers[] | undefined) ?? []) {
      if (strip === 1) delete entry['inclusionProof'];
      if (strip === 2) delete entry['inclusionPromise'];
    }
    return { bytes: write(top), place: '/mediaType' };
  },
};

/** Adds the other document's elements of the list of that name, before or behind the own ones. */
function grow(top: Json, other: Json, name: string): { readonly bytes: Uint8Array; readonly place: string } | null {
  const mine = nodesOf(top).find((node) => node.name === name && isList(node));
  const theirs = nodesOf(other).find((node) => node.name === name && isList(node));
  if (mine === undefined || theirs === undefined || JSON.stringify(mine.value) === JSON.stringify(theirs.value))
    return null;
  put(mine, [...(mine.value as Json[]), ...(theirs.value as Json[])]);
  return { bytes: write(top), place: mine.path };
}
