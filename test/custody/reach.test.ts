// SPDX-License-Identifier: Apache-2.0
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { sha256Hex } from '../../src/crypto/digest.ts';
import { Columns } from '../../src/custody/columns.ts';
import type { Quote } from '../../src/custody/join-logs.ts';
import type { RingKey } from '../../src/custody/key-ring.ts';
import { evidenceAcross, type MetLog } from '../../src/custody/reach.ts';
import type { SourcedAnchor } from '../../src/custody/sourced-anchor.ts';
import { WhatIf } from '../../src/custody/what-if.ts';
import { type Compromises, compromisedSince } from '../../src/custody/what-if-trust.ts';
import { encodeUtf8 } from '../../src/encoding/utf8.ts';
import { type Instant, instantFromNanoseconds } from '../../src/model/instant.ts';

const instant = (value: number): Instant => instantFromNanoseconds(BigInt(value));
const LOGS = 3;
const LINES = 6;
const TIMES = 30;
const AUTHORITIES = ['tsa 1', 'tsa 2', 'witness'];
const SIGNERS = ['key 0', 'key 1', 'key 2'];
const NOTES = ['note 0', 'note 1', 'note 2'];
const noteId = (note: string): string => sha256Hex(encodeUtf8(note));

const anchor = fc
  .record({
    covers: fc.nat(LINES),
    side: fc.boolean(),
    later: fc.nat(2),
    time: fc.nat(TIMES),
    authority: fc.nat(1),
    note: fc.nat(NOTES.length - 1),
    inNote: fc.boolean(),
  })
  .map(({ covers, side, later, time, authority, note, inNote }): SourcedAnchor => {
    const name = inNote ? 'witness' : AUTHORITIES[authority]!;
    return {
      source: inNote ? 'cosignature' : 'rfc3161-timestamp',
      authority: name,
      authorityId: name,
      covers,
      within: side || covers + later >= LINES ? null : covers + later,
      time: instant(time),
      notBefore: instant(time - 1),
      notAfter: instant(time + 1),
      keys: [{ key: name, certificate: null, name }],
      over: noteId(NOTES[note]!),
      inNote,
    };
  });

/** Receipts in logs with greater numbers of what those with smaller ones have released, as hashes allow it. */
const quote = fc
  .record({
    from: fc.integer({ min: 1, max: LOGS - 1 }),
    to: fc.nat(LOGS - 2),
    line: fc.nat(LINES - 1),
    index: fc.nat(LINES - 1),
    more: fc.nat(2),
    note: fc.nat(NOTES.length - 1),
  })
  .map(({ from, to, line, index, more, note }) => ({
    to: Math.min(to, from - 1),
    quote: {
      log: from,
      line,
      index,
      size: Math.min(LINES, index + 1 + more),
      note: NOTES[note]!,
    } satisfies Quote,
  }));

const met = fc
  .tuple(
    fc.array(fc.array(anchor, { maxLength: 4 }), { minLength: LOGS, maxLength: LOGS }),
    fc.array(quote, { maxLength: 4 }),
  )
  .map(([anchors, quotes]): MetLog[] =>
    anchors.map((own, log) => ({
      anchors: own,
      quotes: quotes.filter(({ to }) => to === log).map((one) => one.quote),
    })),
  );

const compromises = fc
  .array(fc.tuple(fc.constantFrom(...AUTHORITIES, ...SIGNERS), fc.nat(TIMES)), { maxLength: 4 })
  .map((all) => earliest(all.map(([key, since]) => [key, instant(since)])));

function earliest(all: Iterable<readonly [string, Instant]>): Compromises {
  const map = new Map<string, Instant>();
  for (const [key, since] of all) if (since < (map.get(key) ?? since + 1n)) map.set(key, since);
  return map;
}

const RING = SIGNERS.map(
  (name, index) =>
    ({
      index,
      id: name,
      key: { fingerprint: name },
      trusted: true,
      introduced: null,
      validUntil: null,
      validFrom: null,
      compromised: null,
    }) as unknown as RingKey,
);

function judge(logs: readonly MetLog[], assumed: Compromises): WhatIf[] {
  return evidenceAcross(logs).map((anchors, log) => {
    const columns = new Columns();
    for (let line = 0; line < LINES; line++) {
      const time = { claimed: instant(0), corrected: instant(0), ended: null, recorded: instant(0), uncertainty: 0n };
      columns.push(line, time, [(line + log) % SIGNERS.length]);
    }
    return new WhatIf({ lines: LINES, anchors, columns, keys: RING, joins: [], at: instant(TIMES + 10) }, assumed);
  });
}

type Ends = (Instant | null)[][];

/** The same as section 11 says it, again and again over all logs: what is believed, and what follows from it line by line. */
function byTheBook(logs: readonly MetLog[], assumed: Compromises) {
  const believed = logs.map(({ anchors }) => anchors.map(() => false));
  const least = (a: Instant | null, b: Instant | null) => (a === null || (b !== null && b < a) ? b : a);
  const greatest = (a: Instant | null, b: Instant | null) => (a === null || (b !== null && b > a) ? b : a);
  const lines = (): Ends => logs.map(() => new Array<Instant | null>(LINES).fill(null));
  for (;;) {
    const [ends, begins] = [lines(), lines()];
    logs.forEach(({ anchors }, log) => {
      anchors.forEach(({ covers, within, notAfter, notBefore }, i) => {
        if (!believed[log]![i]) return;
        for (let line = 0; line < covers; line++) ends[log]![line] = least(ends[log]![line]!, notAfter);
        for (let line = within ?? LINES; line < LINES; line++)
          begins[log]![line] = greatest(begins[log]![line]!, notBefore);
      });
    });
    for (let round = 0; round < LOGS * LINES; round++) {
      logs.forEach(({ quotes }, to) => {
        for (const { log: from, line, index, size } of quotes) {
          for (let i = 0; i < size; i++) ends[to]![i] = least(ends[to]![i]!, ends[from]![line]!);
          for (let i = line; i < LINES; i++) begins[from]![i] = greatest(begins[from]![i]!, begins[to]![index]!);
        }
      });
    }
    let changed = false;
    logs.forEach(({ anchors }, log) => {
      anchors.forEach((one, i) => {
        if (believed[log]![i]) return;
        const since = compromisedSince(one, assumed);
        const places = [
          ...(one.within === null ? [] : [{ log, line: one.within }]),
          ...logs.flatMap(({ quotes }) =>
            quotes.flatMap(({ note, log: from, line }) =>
              one.inNote && noteId(note) === one.over ? [{ log: from, line }] : [],
            ),
          ),
        ];
        const tokens = logs.flatMap((other, j) =>
          other.anchors.flatMap((token, k) =>
            believed[j]![k] && one.inNote && !token.inNote && token.over === one.over ? [token.notAfter] : [],
          ),
        );
        const existed = [...places.map((at) => ends[at.log]![at.line]!), ...tokens].reduce(least, null);
        if (since === null || (existed !== null && existed <= since)) {
          believed[log]![i] = true;
          changed = true;
        }
      });
    });
    if (!changed) return { believed, ends, begins };
  }
}

const RUNS = { numRuns: 500, seed: 7 };

describe('evidence of time of several logs', () => {
  it('reaches as far as section 11 says, under any assumption', () => {
    let across = 0;
    fc.assert(
      fc.property(met, compromises, (logs, assumed) => {
        const book = byTheBook(logs, assumed);
        judge(logs, assumed).forEach((one, log) => {
          for (let line = 0; line < LINES; line++)
            expect(one.intervals.at(line)).toEqual({
              notBefore: book.begins[log]![line],
              notAfter: book.ends[log]![line],
            });
          logs[log]!.anchors.forEach((_, i) => {
            expect(one.trust.believes(i)).toBe(book.believed[log]![i]);
          });
          across += one.trust.believed.filter((anchor) => anchor.across!.log !== log).length;
          for (let line = 0; line < LINES; line++) expect(one.trust.endOf({ log, line })).toBe(book.ends[log]![line]);
        });
      }),
      RUNS,
    );
    expect(across).toBeGreaterThan(200);
  });

  it('never makes more of an event in any log by a further compromise', () => {
    fc.assert(
      fc.property(met, compromises, compromises, (logs, some, more) => {
        const before = judge(logs, some);
        const after = judge(logs, earliest([...some, ...more]));
        before.forEach((one, log) => {
          for (let i = 0; i < LINES; i++)
            if (one.standing(i) !== 'stands') expect(after[log]!.standing(i)).not.toBe('stands');
        });
      }),
      RUNS,
    );
  });

  it('never makes less of an event in any log by a further piece or a further receipt', () => {
    fc.assert(
      fc.property(met, anchor, quote, compromises, (logs, further, { to, quote: receipt }, assumed) => {
        const before = judge(logs, assumed);
        const grown = logs.map(({ anchors, quotes }, log) => ({
          anchors: log === 1 ? [...anchors, further] : anchors,
          quotes: log === to ? [...quotes, receipt] : quotes,
        }));
        judge(grown, assumed).forEach((one, log) => {
          for (let i = 0; i < LINES; i++)
            if (before[log]!.standing(i) === 'stands') expect(one.standing(i)).toBe('stands');
        });
      }),
      RUNS,
    );
  });
});
