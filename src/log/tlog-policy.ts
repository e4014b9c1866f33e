// SPDX-License-Identifier: Apache-2.0
import { LIMITS } from '../encoding/limits.ts';
import { decodeUtf8 } from '../encoding/utf8.ts';
import type { Bytes } from '../model/bytes.ts';
import { attempt, Malformed } from '../model/malformed.ts';
import { parseVerifierKey, type VerifierKey } from './verifier-key.ts';

interface Witness {
  readonly kind: 'witness';
  readonly key: VerifierKey;
}

interface Group {
  readonly kind: 'group';
  readonly threshold: number;
  readonly members: readonly string[];
}

/** Which logs count, and which witnesses together are enough (C2SP tlog-policy). Names are opaque octets, one character each. */
export interface TlogPolicy {
  readonly logs: readonly VerifierKey[];
  readonly witnesses: readonly VerifierKey[];
  readonly named: ReadonlyMap<string, Witness | Group>;
  /** A name, or null for `quorum none`. */
  readonly quorum: string | null;
}

const NONE = 'none';

/** @throws Malformed `policy-invalid`, with the line */
export function parseTlogPolicy(octets: Bytes): TlogPolicy {
  if (octets.length > LIMITS.tlogPolicyBytes)
    throw new Malformed('policy-invalid', `larger than ${LIMITS.tlogPolicyBytes} bytes`);
  const text = Buffer.from(octets).toString('latin1');
  if (/[^\t\n\x20-\x7e\x80-\xff]/.test(text)) throw new Malformed('policy-invalid', 'a control character');
  // A file that was cut in its last line could have lost members of a group.
  if (!text.endsWith('\n')) throw new Malformed('policy-invalid', 'the last line has no end');
  const reader = new PolicyReader();
  for (const [i, line] of text.slice(0, -1).split('\n').entries()) {
    const read = attempt(() => reader.line(line));
    if (!read.ok) throw new Malformed('policy-invalid', `line ${i + 1}: ${read.problem.detail}`);
  }
  return reader.end();
}

class PolicyReader {
  readonly #logs: VerifierKey[] = [];
  readonly #named = new Map<string, Witness | Group>();
  readonly #grouped = new Set<string>();
  #quorum: string | null | undefined;

  line(line: string): void {
    const words = line.split(/[ \t]+/).filter((word) => word !== '');
    const [keyword, ...rest] = words;
    if (keyword === undefined || keyword.startsWith('#')) return;
    if (this.#logs.length + this.#named.size >= LIMITS.tlogPolicyEntries)
      throw problem(`more than ${LIMITS.tlogPolicyEntries} logs, witnesses and groups`);
    if (keyword === 'log') this.#log(rest);
    else if (keyword === 'witness') this.#witness(rest);
    else if (keyword === 'group') this.#group(rest);
    else if (keyword === 'quorum') this.#setQuorum(rest);
    else throw problem('it begins with none of log, witness, group and quorum');
  }

  end(): TlogPolicy {
    if (this.#quorum === undefined) throw new Malformed('policy-invalid', 'there is no quorum line');
    const witnesses = [...this.#named.values()].flatMap((one) => (one.kind === 'witness' ? [one.key] : []));
    return { logs: this.#logs, witnesses, named: this.#named, quorum: this.#quorum };
  }

  #log([vkey, _url, ...more]: readonly string[]): void {
    if (vkey === undefined || more.length > 0) throw problem('a log is written: log vkey [url]');
    const key = keyOf(vkey);
    if (holds(this.#logs, key)) throw problem('this key is that of another log line');
    this.#logs.push(key);
  }

  #witness([name, vkey, _url, ...more]: readonly string[]): void {
    if (name === undefined || vkey === undefined || more.length > 0)
      throw problem('a witness is written: witness name vkey [url]');
    const key = keyOf(vkey);
    const others = [...this.#named.values()].flatMap((one) => (one.kind === 'witness' ? [one.key] : []));
    if (holds(others, key)) throw problem('this key is that of another witness line');
    this.#define(name, { kind: 'witness', key });
  }

  #group([name, count, ...members]: readonly string[]): void {
    if (name === undefined || count === undefined || members.length === 0)
      throw problem('a group is written: group name all|any|k member...');
    for (const member of members) {
      if (!this.#named.has(member)) throw problem('a member is not defined on a line before');
      if (this.#grouped.has(member)) throw problem('a member is one of a group already');
      this.#grouped.add(member);
    }
    this.#define(name, { kind: 'group', threshold: thresholdOf(count, members.length), members });
  }

  #setQuorum([name, ...more]: readonly string[]): void {
    if (name === undefined || more.length > 0) throw problem('a quorum is written: quorum name');
    if (this.#quorum !== undefined) throw problem('there is a quorum line already');
    if (name !== NONE && !this.#named.has(name)) throw problem('the quorum is not defined on a line before');
    this.#quorum = name === NONE ? null : name;
  }

  #define(name: string, one: Witness | Group): void {
    if (name === NONE) throw problem('none is no name for a witness or group');
    if (this.#named.has(name)) throw problem('the name is defined already');
    this.#named.set(name, one);
  }
}

/** Whether those who have cosigned are a quorum. */
export function meetsQuorum({ named, quorum }: TlogPolicy, hasCosigned: (key: VerifierKey) => boolean): boolean {
  // A group names only what stands before it, and each name stands in one group: the way down ends, and is never gone twice.
  const witnessed = (name: string): boolean => {
    const one = named.get(name)!;
    if (one.kind === 'witness') return hasCosigned(one.key);
    return one.members.filter(witnessed).length >= one.threshold;
  };
  return quorum === null || witnessed(quorum);
}

function thresholdOf(count: string, members: number): number {
  if (count === 'all') return members;
  if (count === 'any') return 1;
  const value = /^[1-9][0-9]{0,3}$/.test(count) ? Number(count) : 0;
  if (value < 1 || value > members) throw problem(`the threshold is no number from 1 to ${members}`);
  return value;
}

/** Two verifier keys are one where the public key is, whatever its name and form. */
function holds(keys: readonly VerifierKey[], { key }: VerifierKey): boolean {
  return keys.some((other) => other.key.fingerprint === key.fingerprint);
}

function keyOf(word: string): VerifierKey {
  return parseVerifierKey(decodeUtf8(new Uint8Array(Buffer.from(word, 'latin1'))));
}

function problem(detail: string): Malformed {
  return new Malformed('policy-invalid', detail);
}
