// SPDX-License-Identifier: Apache-2.0
import { sha256Hex } from '../crypto/digest.ts';
import type { CustodyChainResult } from '../custody/chain.ts';
import type { VerifierKey } from '../log/verifier-key.ts';
import { attempt } from '../model/malformed.ts';
import type { AssumedKey } from '../model/what-if-facts.ts';
import { readAuthorities } from '../time/admission.ts';
import { commonNames, nameText } from '../x509/name-text.ts';
import type { TimelineAsked } from './timeline.ts';

/** A key that a log or its evidence rests on, by everything that it may be called by. */
export interface KnownKey {
  readonly kind: AssumedKey['kind'];
  readonly name: string;
  /** SHA-256 of the key. */
  readonly key: string;
  /** SHA-256 of its certificates; of a key without one: none. */
  readonly certificates: readonly string[];
  /** Further names that mean this key. */
  readonly aliases: readonly string[];
}

export type Named =
  | { readonly kind: 'found'; readonly key: KnownKey }
  | { readonly kind: 'unknown' }
  | { readonly kind: 'ambiguous'; readonly keys: readonly KnownKey[] };

/** Signers, the log and those that handed over to it, witnesses, time-stamping authorities and what stands above them. */
export function knownKeys(chains: readonly CustodyChainResult[], asked: TimelineAsked): KnownKey[] {
  const all = new Map<string, KnownKey>();
  const add = (one: KnownKey): void => {
    const name = `${one.kind} ${one.key}`;
    const known = all.get(name);
    if (known === undefined) all.set(name, one);
    else
      all.set(name, {
        ...known,
        certificates: [...new Set([...known.certificates, ...one.certificates])],
        aliases: [...new Set([...known.aliases, one.name, ...one.aliases])],
      });
  };
  for (const { ring, checkpoints, joins } of chains) {
    for (const { id, key } of ring.keys)
      add({ kind: 'signer', name: id ?? 'a given key', key: key.fingerprint, certificates: [], aliases: [] });
    for (const { givers } of joins.joined)
      for (const { id, key } of givers)
        add({ kind: 'signer', name: id ?? 'a given key', key: key.fingerprint, certificates: [], aliases: [] });
    const own = checkpoints.key;
    for (const log of [...(own === null ? [] : [own]), ...asked.logs, ...joins.peers]) add(noteKey('log', log));
    for (const witness of checkpoints.witnesses) add(noteKey('witness', witness));
  }
  // A list that cannot be read has given no evidence either.
  const read = attempt(() => readAuthorities(asked.authorities));
  for (const { authority, certificates } of read.ok ? read.value : []) {
    for (const [i, { spki, fingerprint, subject }] of certificates.entries()) {
      const short = commonNames(subject).flatMap((name) => [name, `CN=${name}`]);
      // An authority is called what its signer is called: the first, where it lists more than its root.
      const aliases = i === 0 && authority.uri !== '' ? [authority.uri, ...short] : short;
      const name = nameText(subject);
      add({ kind: 'authority', name, key: sha256Hex(spki), certificates: [fingerprint], aliases });
    }
  }
  for (const { keys, source } of chains.flatMap(({ anchors }) => anchors.filter(({ derived }) => derived !== true))) {
    for (const { key, certificate, name } of keys) {
      if (certificate !== null) add({ kind: 'authority', name, key, certificates: [certificate], aliases: [] });
      else if (source === 'log-integrated-time') add({ kind: 'log', name, key, certificates: [], aliases: [] });
    }
  }
  return [...all.values()];
}

function noteKey(kind: 'log' | 'witness', { name, hint, key }: VerifierKey): KnownKey {
  const hash = hint.toString(16).padStart(8, '0');
  return { kind, name, key: key.fingerprint, certificates: [], aliases: [`${name}+${hash}`] };
}

/** Digits of a fingerprint that must be given at least. */
const PREFIX = 8;

/** A fingerprint of a key or certificate, whole or from its beginning, a name or a subject: of exactly one key. */
export function findKey(text: string, known: readonly KnownKey[]): Named {
  const named = known.filter(({ name, aliases }) => name === text || aliases.includes(text));
  const digits = /^(?:sha256:)?([0-9a-f]+)$/i.exec(text)?.[1]?.toLowerCase() ?? '';
  const printed =
    digits.length < PREFIX
      ? []
      : known.filter(({ key, certificates }) => [key, ...certificates].some((one) => one.startsWith(digits)));
  const found = [...new Set([...named, ...printed])];
  const [first] = found;
  if (first === undefined) return { kind: 'unknown' };
  // One key in two parts, as a log's and as a witness's, is one key.
  return found.every(({ key }) => key === first.key)
    ? { kind: 'found', key: first }
    : { kind: 'ambiguous', keys: found };
}
