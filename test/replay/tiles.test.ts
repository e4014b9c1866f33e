// SPDX-License-Identifier: Apache-2.0
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { CustodyLog, Person } from '../../scripts/mint/custody.ts';
import { importSpki } from '../../src/crypto/public-key.ts';
import type { Instant } from '../../src/model/instant.ts';
import { historiesOf } from '../../src/verify/item-histories.ts';
import { whoHeld } from '../../src/verify/who-held.ts';
import { alice, bob, disk, EVERYBODY, erin, holding, receipt, release } from '../custody/people.ts';
import { at } from '../custody/support.ts';
import { viewOf } from './support.ts';

const PEOPLE = [alice, bob, erin];
type Step = 'hand-over' | 'release' | 'anchor' | 'check' | 'reject' | 'note';
const step = fc.constantFrom<Step>('hand-over', 'release', 'anchor', 'check', 'reject', 'note', 'hand-over', 'anchor');

/** What is done, and by the rules: who holds, or what is on its way to whom. */
class Story {
  readonly log: CustodyLog = holding();
  holder: Person | null = alice;
  #way: { readonly id: string; readonly to: Person; readonly line: number; readonly from: Person } | null = null;
  #minute = 10;

  take(kind: Step, who: number): void {
    const time = new Date(Date.parse('2026-02-01T12:00:00Z') + 60_000 * this.#minute)
      .toISOString()
      .replace('.000Z', 'Z');
    this.#minute += 10;
    const { log } = this;
    const others = PEOPLE.filter((one) => one !== this.holder && one !== this.#way?.from);
    const to = others[who % others.length]!;
    if (kind === 'anchor') log.anchor(alice, time);
    else if (kind === 'note') log.add({ type: 'note', by: bob, time });
    else if (this.#way !== null) this.#receive(time, kind === 'reject');
    else if (kind === 'release' || kind === 'hand-over') {
      const id = `T-${log.lines.length}`;
      this.#way = { id, to, line: log.lines.length, from: this.holder! };
      log.add({ type: 'transfer-release', by: this.holder!, time, objects: [disk()], more: release(to.id, id) });
      this.holder = null;
      if (kind === 'hand-over') this.#receive(new Date(Date.parse(time) + 60_000).toISOString(), false);
    } else log.add({ type: 'fixity-check', by: alice, time, objects: [disk()] });
  }

  #receive(time: string, rejected: boolean): void {
    const { id, to, line, from } = this.#way!;
    const more = { ...receipt(this.log.hashOf(line), id), ...(rejected ? { outcome: { code: 'rejected' } } : {}) };
    this.log.add({ type: 'transfer-receive', by: to, time, objects: [disk()], more });
    this.holder = rejected ? from : to;
    this.#way = null;
  }
}

const keys = EVERYBODY.map(({ key }) => ({ id: null, key: importSpki(key.spki), scheme: 'ed25519' as const }));

describe('any sequence of hand-offs', () => {
  it('gives spans that follow each other without a hole, and at every instant that is proven one answer', () => {
    const steps = fc.array(fc.tuple(step, fc.nat(7)), { maxLength: 14 });
    fc.assert(
      fc.property(steps, fc.array(fc.nat(200), { minLength: 4, maxLength: 4 }), (plan, minutes) => {
        const story = new Story();
        for (const [kind, who] of plan) story.take(kind, who);
        const view = viewOf([story.log], { keys });
        const without = viewOf([story.log], { keys, authorities: [] });
        const [history, ...more] = historiesOf(view, 'EX-1');
        expect(more).toEqual([]);
        const { spans, lostAt } = history!;
        expect(lostAt).toBeNull();
        expect(spans).toEqual(view.spans);
        expect(spans[0]!.from).toBe('0.1');
        for (const [i, span] of spans.entries()) expect(span.to).toBe(spans[i + 1]?.from ?? null);
        for (const span of spans) expect(span.holder === null).toBe(span.state === 'transit');
        expect(whoHeld(view, 'EX-1', null)).toMatchObject({
          // Nobody has closed this log.
          standing: 'claimed',
          proven: [{ state: story.holder === null ? 'transit' : 'held', holder: story.holder?.id ?? null }],
        });
        const horizon = view.rows.at(-1)!.proven.notBefore;
        for (const minute of minutes) {
          const time = (at('2026-02-01T12:00:00Z') + BigInt(minute) * 60_000_000_000n) as Instant;
          const answer = whoHeld(view, 'EX-1', time);
          expect(answer.proven.length).toBeGreaterThan(0);
          // No clock of this story is wrong: what is claimed is one of what is possible, and what is proven is what is claimed.
          expect(answer.claimed).toHaveLength(1);
          expect(answer.proven).toContainEqual(answer.claimed[0]);
          // Evidence of time only ever takes something away from what is possible.
          expect(whoHeld(without, 'EX-1', time).proven).toEqual(expect.arrayContaining([...answer.proven]));
          const isLast = answer.proven[0]!.to === null && answer.proven[0]!.state !== 'none';
          const isLate = isLast && (answer.proven[0]!.state === 'transit' || horizon === null || time > horizon);
          expect(answer.standing).toBe(answer.proven.length === 1 && !isLate ? 'proven' : 'claimed');
        }
      }),
      { numRuns: 40 },
    );
  }, 60_000);
});
