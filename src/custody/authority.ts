// SPDX-License-Identifier: Apache-2.0
import { type Engine, outcomeReason } from '../crypto/engine.ts';
import { escapeText } from '../encoding/escape-text.ts';
import { parseRfc3339 } from '../encoding/rfc3339.ts';
import { attempt } from '../model/malformed.ts';
import type { CustodyEvent, KeyRow } from './event.ts';
import type { KeyRing, RingKey } from './key-ring.ts';
import type { KnownSignatures } from './known-signatures.ts';
import type { Ledger } from './ledger.ts';
import type { ClaimedLine } from './line.ts';
import { personOf } from './persons.ts';
import { type RulesInForce, relaxations, rulesOf } from './rules-in-force.ts';

/** C04, C06, C23, C25, and of C05 what the order of lines decides: who may sign what. */
export class Authority {
  readonly #ring: KeyRing;
  readonly #ledger: Ledger;
  readonly #engine: Engine;
  #rules: RulesInForce = rulesOf({});
  #opener: string | null = null;
  #opened = false;
  #recovery: { readonly threshold: number; readonly ids: ReadonlySet<string> } | null = null;
  readonly relaxed: { readonly seq: number; readonly what: string }[] = [];
  #signatures = 0;
  /** Of those whose keys are in the ring. */
  readonly #persons = new Map<string, string>();

  constructor(ring: KeyRing, ledger: Ledger, engine: Engine) {
    this.#ring = ring;
    this.#ledger = ledger;
    this.#engine = engine;
  }

  get rules(): RulesInForce {
    return this.#rules;
  }

  get opened(): boolean {
    return this.#opened;
  }

  /** Signatures that have verified. */
  get signatures(): number {
    return this.#signatures;
  }

  /** Line 0: what it says of keys is needed to verify it, and believed because one of the examiner's keys has signed it. */
  open(event: CustodyEvent): void {
    const { says, seq } = event;
    this.#opened = true;
    this.#opener = event.performer;
    for (const row of says.keys ?? []) this.#introduce(row, seq);
    this.#rules = rulesOf(says.policy ?? {});
    if (says.recovery !== undefined)
      this.#recovery = { threshold: says.recovery.threshold, ids: new Set(says.recovery.ids) };
  }

  /** The keys whose signatures verify, each once; what does not is noted. */
  verify(line: ClaimedLine, seq: number, known: KnownSignatures | null): RingKey[] {
    const good: RingKey[] = [];
    for (const [i, { keyid, sig }] of line.signatures.entries()) {
      const key = this.#ring.get(keyid);
      if (key === undefined) {
        if (this.#opened)
          this.#ledger.note(
            'custody.signature',
            seq,
            'signer-key-unknown',
            `event ${seq}: nobody has introduced the key ${keyid}`,
          );
        continue;
      }
      let outcome = known?.of(i, key) ?? null;
      if (outcome === null) {
        outcome = this.#engine.verify(key.scheme, key.key, line.signed, sig);
        known?.found?.(i, key, outcome);
      }
      const reason = outcomeReason(outcome);
      if (reason === null) good.push(key);
      else
        this.#ledger.note(
          'custody.signature',
          seq,
          reason,
          `event ${seq}: the signature under ${keyid} (${quoted(key.id ?? 'no name')})`,
        );
    }
    this.#signatures += good.length;
    return good;
  }

  /** @param signers those whose signatures verify */
  judge(event: CustodyEvent, line: ClaimedLine, signers: readonly RingKey[]): void {
    const { seq, type, performer } = event;
    // Without the event that opens the log nobody has said whose keys these are.
    if (!this.#opened) return;
    // Where a signature is bad or of nobody, that is the cause, and it is told.
    const whole = signers.length === line.signatures.length;
    if (whole && !signers.some(({ id }) => id === performer)) {
      const by = signers.map(({ id }) => quoted(id ?? 'no name')).join(', ');
      this.#ledger.note(
        'custody.signature',
        seq,
        'custody-signer-mismatch',
        `event ${seq} is of ${quoted(performer)}, and signed by ${by}`,
      );
    }
    if (type === 'open' && whole && !signers.some(({ trusted }) => trusted)) {
      this.#ledger.note(
        'custody.signature',
        seq,
        'signer-key-unknown',
        'the event that opens the log is signed by none of the given keys: its origin is nobody that the examiner trusts',
      );
    }
    for (const { retired, key } of signers) {
      if (retired !== null)
        this.#ledger.note(
          'custody.keys',
          seq,
          'custody-key-retired',
          `event ${seq}: key ${key.fingerprint} was retired with event ${retired}`,
        );
    }
    if (whole) this.#judgeRole(event, signers);
  }

  /** Who may do what (C06), and by how many. */
  #judgeRole({ seq, type, performer, says }: CustodyEvent, signers: readonly RingKey[]): void {
    const { role } = says.performer;
    const own = signers.filter(({ id }) => id === performer);
    const held = own.length === 0 || own.some(({ roles }) => roles === null || roles.has(role));
    if (!held)
      this.#ledger.note(
        'custody.roles',
        seq,
        'custody-role',
        `event ${seq}: ${quoted(performer)} acts as ${role}, which no key of his may`,
      );
    else if (type !== 'open' && this.#rules.roles.get(role)?.has(type) !== true)
      this.#ledger.note(
        'custody.roles',
        seq,
        'custody-role',
        `event ${seq}: as ${role}, ${quoted(performer)} may not do ${type}`,
      );
    const wanted = this.#rules.persons(type);
    // Names that look alike are one person.
    const distinct = new Set([...personsOf(signers)].map((id) => this.#personOf(id)));
    if (distinct.size < wanted)
      this.#ledger.note(
        'custody.roles',
        seq,
        'custody-dual-control',
        `event ${seq} (${type}): ${distinct.size} of ${wanted} persons have signed`,
      );
  }

  #personOf(id: string): string {
    const known = this.#persons.get(id);
    if (known !== undefined) return known;
    const person = personOf(id);
    this.#persons.set(id, person);
    return person;
  }

  /** C23 and C25: what changes who may do what from here on. Only where the lines before are all there. */
  follow(event: CustodyEvent, signers: readonly RingKey[]): void {
    const { seq, type, says } = event;
    if (says.policyDigest !== this.#rules.digest && type !== 'policy-change') {
      this.#ledger.note(
        'custody.policy',
        seq,
        'custody-policy-mismatch',
        `event ${seq} names ${says.policyDigest}, in force is ${this.#rules.digest}`,
      );
    }
    if (type === 'policy-change') this.#changePolicy(event, signers);
    if (type === 'key-status') for (const row of says.keys ?? []) this.#changeKey(row, event, signers);
  }

  #changePolicy({ seq, says }: CustodyEvent, signers: readonly RingKey[]): void {
    const rules = rulesOf(says.policy ?? {});
    const less = relaxations(this.#rules, rules);
    const refuse = (reason: 'custody-policy-weakened' | 'custody-policy-mismatch', detail: string): void =>
      this.#ledger.note('custody.policy', seq, reason, `event ${seq}: ${detail}`);
    if (says.policyDigest !== rules.digest)
      refuse('custody-policy-mismatch', `it names ${says.policyDigest}, and brings in ${rules.digest}`);
    const asksLess = `it asks less, by nobody's authority: ${less.slice(0, 4).join('; ')}`;
    if (this.#recovery !== null && !this.#isRecovered(signers))
      refuse(
        'custody-policy-weakened',
        `fewer than ${this.#recovery.threshold} of those who may have signed the change`,
      );
    else if (less.length > 0 && says.authorization === undefined) refuse('custody-policy-weakened', asksLess);
    else if (less.length > 0 && this.#recovery === null && !this.#isSuperior(signers))
      refuse('custody-policy-weakened', `neither the opener nor an authority has signed, and ${asksLess}`);
    else if (less.length > 0) this.relaxed.push({ seq, what: less.slice(0, 4).join('; ') });
    this.#rules = rules;
  }

  #changeKey(row: KeyRow, { seq }: CustodyEvent, signers: readonly RingKey[]): void {
    const refuse = (detail: string): void =>
      this.#ledger.note('custody.rotation', seq, 'custody-rotation-unauthorised', `event ${seq}: ${detail}`);
    if (row.action === 'retire' || row.action === 'compromised') {
      const key = row.keyid === undefined ? undefined : this.#ring.get(row.keyid);
      if (key === undefined) {
        refuse(`${row.action} names no key of this log`);
        return;
      }
      if (!signers.some(({ id }) => id === key.id) && !this.#isRecovered(signers))
        refuse(`the key of ${quoted(key.id ?? '')} is taken out by somebody who may not`);
      if (row.action === 'retire') key.retired ??= seq;
      else {
        const since = row.since === undefined ? null : attempt(() => parseRfc3339(row.since!));
        if (since?.ok !== true) {
          refuse('a compromise without the time since when');
          return;
        }
        if (key.compromised === null || since.value.time < key.compromised.since)
          key.compromised = { since: since.value.time, line: key.compromised?.line ?? seq };
      }
      return;
    }
    if (!this.#isRecovered(signers)) {
      const why = this.#unvouched(row, signers);
      if (why !== null) refuse(why);
    }
    this.#introduce(row, seq);
  }

  /** Why the owner's own keys do not vouch for a further one; null: they do. */
  #unvouched(row: KeyRow, signers: readonly RingKey[]): string | null {
    const id = row.id ?? '';
    if (this.#ring.hasCompromised(id)) return `a key for ${quoted(id)} after a compromise needs those who may recover`;
    const vouching = signers.filter((key) => key.id === id && key.retired === null && key.compromised === null);
    if (vouching.length === 0) return `a key for ${quoted(id)} is brought in by somebody who may not`;
    const more = (row.roles ?? []).filter((role) => vouching.every(({ roles }) => roles !== null && !roles.has(role)));
    if (more.length > 0)
      return `a key for ${quoted(id)} may act as ${more.join(', ')}, which no key that vouches for it may`;
    const told = attempt(() => (row.validUntil === undefined ? null : parseRfc3339(row.validUntil).time));
    const until = told.ok ? told.value : null;
    const isShorter = ({ validUntil }: RingKey): boolean =>
      validUntil !== null && (until === null || until > validUntil);
    if (vouching.every(isShorter)) return `a key for ${quoted(id)} is valid for longer than those that vouch for it`;
    return null;
  }

  /** Of those who may change or withhold what somebody else has written: the opener, and whoever has the role of an authority. */
  #isSuperior(signers: readonly RingKey[]): boolean {
    return signers.some(
      ({ id, roles, retired, compromised }) =>
        id !== null &&
        retired === null &&
        compromised === null &&
        (id === this.#opener || roles?.has('authority') === true),
    );
  }

  /**
   * C22: who may put right, or withhold, what an earlier event says.
   *
   * @param target keys that have signed it
   * @returns null: one of those who may has signed
   */
  foreignCorrection(
    { seq, type }: CustodyEvent,
    signers: readonly RingKey[],
    target: readonly RingKey[],
  ): string | null {
    const own = signers.some(({ id }) => id !== null && target.some((key) => key.id === id));
    if (own || this.#isSuperior(signers)) return null;
    return `event ${seq} (${type}): neither who signed the event that is meant, nor the opener or an authority has signed`;
  }

  #introduce(row: KeyRow, seq: number): void {
    const made = attempt(() => this.#ring.introduce(row, seq));
    if (!made.ok)
      this.#ledger.problem('custody.rotation', seq, {
        ...made.problem,
        detail: `event ${seq}: ${made.problem.detail}`,
      });
  }

  /** Signed by those who may recover; where nobody is named for that, by the opener. */
  #isRecovered(signers: readonly RingKey[]): boolean {
    const good = personsOf(signers.filter(({ retired, compromised }) => retired === null && compromised === null));
    if (this.#recovery === null) return this.#opener !== null && good.has(this.#opener);
    const { threshold, ids } = this.#recovery;
    return [...good].filter((id) => ids.has(id)).length >= threshold;
  }
}

/** Distinct persons by distinct keys: two keys of one person are one, and so is a key without a name. */
function personsOf(keys: readonly RingKey[]): Set<string> {
  return new Set(keys.flatMap(({ id }) => (id === null ? [] : [id])));
}

function quoted(text: string): string {
  return `"${escapeText(text, 64)}"`;
}
