// SPDX-License-Identifier: Apache-2.0
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { Columns } from '../../src/custody/columns.ts';
import { type Demand, fares, worst } from '../../src/custody/demands.ts';
import type { RingKey } from '../../src/custody/key-ring.ts';
import type { SourcedAnchor } from '../../src/custody/sourced-anchor.ts';
import { type LogEvidence, WhatIf } from '../../src/custody/what-if.ts';
import { refutationOf, SEARCHED, suffices, supportOf } from '../../src/custody/what-if-support.ts';
import { type Compromises, Trust } from '../../src/custody/what-if-trust.ts';
import { decidersOf, Rescues, type Wanted } from '../../src/custody/what-if-wanted.ts';
import { type Instant, instantFromNanoseconds } from '../../src/model/instant.ts';

const instant = (value: number): Instant => instantFromNanoseconds(BigInt(value));
const LINES = 10;
const TIMES = 40;
const AUTHORITIES = ['tsa 1', 'tsa 2', 'ca', 'witness'];
const SIGNERS = ['key 0', 'key 1', 'key 2', 'key 3'];

const anchor = fc
  .record({
    covers: fc.nat(LINES),
    side: fc.boolean(),
    later: fc.nat(3),
    time: fc.nat(TIMES),
    accuracy: fc.nat(2),
    authority: fc.nat(2),
    note: fc.nat(3),
    inNote: fc.boolean(),
  })
  .map(({ covers, side, later, time, accuracy, authority, note, inNote }): SourcedAnchor => {
    const names = inNote ? ['witness'] : authority === 2 ? ['tsa 2', 'ca'] : [AUTHORITIES[authority]!];
    return {
      source: inNote ? 'cosignature' : 'rfc3161-timestamp',
      authority: names[0]!,
      authorityId: names[0]!,
      covers,
      within: side || covers + later >= LINES ? null : covers + later,
      time: instant(time),
      notBefore: instant(time - accuracy),
      notAfter: instant(time + accuracy),
      keys: names.map((key) => ({ key, certificate: null, name: key })),
      over: `note ${note}`,
      inNote,
    };
  });

const keys = fc
  .array(
    fc.record({
      trusted: fc.boolean(),
      introduced: fc.nat(LINES - 1),
      until: fc.option(fc.nat(TIMES), { freq: 5 }),
      from: fc.option(fc.nat(TIMES), { freq: 5 }),
      since: fc.option(fc.nat(TIMES), { freq: 4 }),
    }),
    { minLength: 4, maxLength: 4 },
  )
  .map((all) =>
    all.map(
      ({ trusted, introduced, until, from, since }, index) =>
        ({
          index,
          id: `person ${index}`,
          key: { fingerprint: SIGNERS[index]! },
          trusted,
          introduced: trusted ? null : introduced,
          validUntil: until === null ? null : instant(until),
          validFrom: from === null ? null : instant(from),
          compromised: since === null ? null : { since: instant(since), line: null },
        }) as unknown as RingKey,
    ),
  );

const signers = fc.array(fc.uniqueArray(fc.nat(3), { maxLength: 2 }), { minLength: LINES, maxLength: LINES });
const joins = fc.array(fc.record({ line: fc.nat(LINES - 1), key: fc.constant('log') }), { maxLength: 2 });

function logOf(
  anchors: readonly SourcedAnchor[],
  ring: readonly RingKey[],
  signed: readonly number[][],
  joined: LogEvidence['joins'] = [],
): LogEvidence {
  const columns = new Columns();
  for (const [line, by] of signed.entries()) {
    const time = { claimed: instant(0), corrected: instant(0), ended: null, recorded: instant(0), uncertainty: 0n };
    columns.push(line, time, by);
  }
  return { lines: LINES, anchors, columns, keys: ring, joins: joined, at: instant(TIMES + 10) };
}

const compromises = fc
  .array(fc.tuple(fc.constantFrom(...AUTHORITIES, ...SIGNERS, 'log'), fc.nat(TIMES)), { maxLength: 5 })
  .map((all): Compromises => {
    const map = new Map<string, Instant>();
    for (const [key, since] of all) {
      const known = map.get(key);
      if (known === undefined || instant(since) < known) map.set(key, instant(since));
    }
    return map;
  });

const logs = fc.tuple(fc.array(anchor, { maxLength: 9 }), keys, signers, joins);
const RUNS = { numRuns: 400, seed: 18 };

/** The evidence that is asked for, as it would be if somebody found it. */
function found(wanted: Wanted, anchors: readonly SourcedAnchor[]): SourcedAnchor {
  const { evidence, line, edge, strict, saves } = wanted;
  const step = strict ? 1n : 0n;
  const time = instantFromNanoseconds(evidence === 'inside' ? edge + step : edge - step);
  return {
    source: 'rfc3161-timestamp',
    authority: 'nobody doubts it',
    authorityId: 'x',
    covers: evidence === 'over' ? line + 1 : 0,
    within: evidence === 'inside' ? line : null,
    time,
    notBefore: time,
    notAfter: time,
    keys: [{ key: 'nobody doubts it', certificate: null, name: 'x' }],
    over: evidence === 'note' ? anchors[saves!]!.over : null,
    inNote: false,
  };
}

describe('what is believed when keys are assumed to be stolen', () => {
  it('never makes more of an event by a further compromise', () => {
    fc.assert(
      fc.property(logs, compromises, compromises, ([anchors, ring, signed, joined], some, more) => {
        const log = logOf(anchors, ring, signed, joined);
        const both = new Map(some);
        for (const [key, since] of more)
          both.set(key, since < (both.get(key) ?? since) ? since : (both.get(key) ?? since));
        const [before, after] = [new WhatIf(log, some), new WhatIf(log, both)];
        for (let i = 0; i < LINES; i++) {
          if (before.standing(i) === 'falls') expect(after.standing(i)).not.toBe('stands');
          if (before.standing(i) === 'undecided') expect(after.standing(i)).not.toBe('stands');
        }
        anchors.forEach((_, i) => {
          if (!before.trust.believes(i)) expect(after.trust.believes(i)).toBe(false);
        });
      }),
      RUNS,
    );
  });

  it('never makes less of it by a further anchor, and only narrows intervals', () => {
    fc.assert(
      fc.property(logs, anchor, compromises, ([anchors, ring, signed, joined], more, assumed) => {
        const before = new WhatIf(logOf(anchors, ring, signed, joined), assumed);
        const after = new WhatIf(logOf([...anchors, more], ring, signed, joined), assumed);
        for (let i = 0; i < LINES; i++) {
          if (before.standing(i) === 'stands') expect(after.standing(i)).toBe('stands');
          const [was, is] = [before.intervals.at(i), after.intervals.at(i)];
          if (was.notAfter !== null) expect(is.notAfter !== null && is.notAfter <= was.notAfter).toBe(true);
          if (was.notBefore !== null) expect(is.notBefore !== null && is.notBefore >= was.notBefore).toBe(true);
        }
      }),
      RUNS,
    );
  });

  it('is the least set that is closed: what is believed is proven by what was believed before', () => {
    fc.assert(
      fc.property(fc.array(anchor, { maxLength: 9 }), compromises, (anchors, assumed) => {
        const trust = new Trust(anchors, assumed);
        anchors.forEach((_, i) => {
          const way = trust.way(i);
          expect(way.length > 0).toBe(trust.believes(i));
          if (way.length > 0) expect(suffices([], way, trust)).toBe(true);
          // Each piece of the way is believed by the rest of it alone.
          way.forEach((_one, place) => {
            const rest = way.slice(place);
            const alone = new Trust(
              rest.map((index) => anchors[index]!),
              assumed,
            );
            expect(alone.believes(0)).toBe(true);
          });
        });
      }),
      RUNS,
    );
  });

  it('is told by one rule, line by line and in steps', () => {
    fc.assert(
      fc.property(logs, compromises, ([anchors, ring, signed, joined], assumed) => {
        const one = new WhatIf(logOf(anchors, ring, signed, joined), assumed);
        for (let i = 0; i < LINES; i++) {
          expect(one.intervals.at(i)).toEqual(one.trust.interval(i));
          const by = one.demands(i).map((demand) => fares(demand, one.trust.interval(demand.line)));
          expect(one.standing(i)).toBe(signed[i]!.length === 0 ? 'undecided' : worst(by));
        }
      }),
      RUNS,
    );
  });
});

describe('the anchors that save an event', () => {
  it('are enough, none can go, and no smaller set is enough', () => {
    let searched = 0;
    fc.assert(
      fc.property(logs, compromises, ([anchors, ring, signed, joined], assumed) => {
        const one = new WhatIf(logOf(anchors, ring, signed, joined), assumed);
        for (let i = 0; i < LINES; i++) {
          if (signed[i]!.length === 0 || one.standing(i) !== 'stands') continue;
          const demands = one.demands(i);
          const support = supportOf(demands, one.trust)!;
          expect(suffices(demands, support.anchors, one.trust)).toBe(true);
          for (const left of support.anchors) {
            const without = support.anchors.filter((other) => other !== left);
            expect(suffices(demands, without, one.trust)).toBe(false);
          }
          expect(support.smallest).toBe(true);
          expect(support.anchors.length).toBe(smallestOf(demands, one.trust));
          if (support.anchors.length > 1) searched++;
        }
      }),
      { numRuns: 150, seed: 5 },
    );
    expect(searched).toBeGreaterThan(20);
  });

  it('are not searched for beyond a dozen, which is said where it matters, and none can go all the same', () => {
    let greedy = 0;
    fc.assert(
      fc.property(
        fc.array(anchor, { minLength: SEARCHED + 1, maxLength: 20 }),
        keys,
        signers,
        compromises,
        (anchors, ring, signed, assumed) => {
          const one = new WhatIf(logOf(anchors, ring, signed), assumed);
          for (let i = 0; i < LINES; i++) {
            if (signed[i]!.length === 0 || one.standing(i) !== 'stands') continue;
            const demands = one.demands(i);
            const support = supportOf(demands, one.trust)!;
            if (!support.smallest) greedy++;
            expect(suffices(demands, support.anchors, one.trust)).toBe(true);
            for (const left of support.anchors) {
              const without = support.anchors.filter((other) => other !== left);
              expect(suffices(demands, without, one.trust)).toBe(false);
            }
          }
        },
      ),
      { numRuns: 150, seed: 6 },
    );
    expect(greedy).toBeGreaterThan(0);
  });

  it('are told of as many demands as can be asked one by one, and of no more', () => {
    const demands = (count: number): Demand[] =>
      Array.from({ length: count }, (_, line) => ({
        kind: 'compromised',
        line,
        key: `key ${line}`,
        edge: instant(line),
      }));
    const trust = new Trust([], new Map());
    expect(supportOf(demands(64), trust)).not.toBeNull();
    expect(supportOf(demands(65), trust)).toBeNull();
    // All of these follow from the last line at the first time.
    const one = demands(65).map((demand) => ({ ...demand, edge: instant(3) }));
    expect(supportOf(one, trust)).not.toBeNull();
  });

  it('that refute one are enough as well', () => {
    let refuted = 0;
    fc.assert(
      fc.property(logs, compromises, ([anchors, ring, signed], assumed) => {
        const one = new WhatIf(logOf(anchors, ring, signed), assumed);
        for (let i = 0; i < LINES; i++) {
          if (signed[i]!.length === 0 || one.standing(i) !== 'falls') continue;
          const demands = one.demands(i);
          const { anchors: set } = refutationOf(demands, one.trust);
          const alone = new Trust(
            set.map((index) => anchors[index]!),
            assumed,
          );
          const by = (trust: Trust) => worst(demands.map((demand) => fares(demand, trust.interval(demand.line))));
          expect(by(alone)).toBe('falls');
          refuted++;
        }
      }),
      RUNS,
    );
    expect(refuted).toBeGreaterThan(50);
  });
});

describe('the one further anchor that is named', () => {
  it('decides the event as is said, once it is found', () => {
    const tried = { stands: 0, falls: 0, rescues: 0, notes: 0 };
    fc.assert(
      fc.property(logs, compromises, ([anchors, ring, signed, joined], assumed) => {
        const one = new WhatIf(logOf(anchors, ring, signed, joined), assumed);
        const rescues = new Rescues(one.trust);
        for (let i = 0; i < LINES; i++) {
          if (signed[i]!.length === 0 || one.standing(i) !== 'undecided') continue;
          const { toStand, toFall } = decidersOf(one.demands(i), rescues);
          for (const [list, standing] of [
            [toStand, 'stands'],
            [toFall, 'falls'],
          ] as const) {
            for (const wanted of list) {
              const more = [...anchors, found(wanted, anchors)];
              expect(new WhatIf(logOf(more, ring, signed, joined), assumed).standing(i)).toBe(standing);
              tried[standing]++;
              if (wanted.saves !== null) tried.rescues++;
              if (wanted.evidence === 'note') tried.notes++;
            }
          }
        }
      }),
      RUNS,
    );
    for (const count of Object.values(tried)) expect(count).toBeGreaterThan(5);
  });
});

/** By trying every set there is. */
function smallestOf(demands: readonly Demand[], trust: Trust): number {
  let least = Number.POSITIVE_INFINITY;
  for (let set = 0; set < 1 << trust.anchors.length; set++) {
    const members = trust.anchors.flatMap((_, index) => ((set >> index) & 1 ? [index] : []));
    if (members.length < least && suffices(demands, members, trust)) least = members.length;
  }
  return least;
}
