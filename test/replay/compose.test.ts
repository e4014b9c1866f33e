// SPDX-License-Identifier: Apache-2.0
import { describe, expect, it } from 'vitest';
import { receiving, sending } from '../../scripts/mint/cases/custody-logs.ts';
import { steppedLog } from '../../scripts/mint/cases/replay.ts';
import { multisetDigest } from '../../src/crypto/multiset.ts';
import type { SourcePart } from '../../src/model/timeline-view.ts';
import { composeView } from '../../src/verify/compose-view.ts';
import { bob } from '../custody/people.ts';
import { at } from '../custody/support.ts';
import { replayed, viewOf } from './support.ts';

const ASKED = { title: 'a test', at: at('2026-03-01T00:00:00Z'), atIsClock: false, knownAt: null };
const { part } = replayed([steppedLog()])[0]!;
const withRows = (rows: SourcePart['rows']) => composeView([{ ...part, rows }], ASKED);

describe('a view', () => {
  it('is of the very lines that were read, or of none', () => {
    expect(withRows(part.rows).sources[0]).toMatchObject({ multisetIn: part.source.multisetIn, rowsOut: 10 });
    expect(() => withRows(part.rows.slice(1))).toThrow('lines were lost');
    expect(() => withRows([...part.rows.slice(1), part.rows[1]!])).toThrow('lines were lost');
    const other = part.rows.map((row, i) => (i === 3 ? { ...row, hash: '0'.repeat(64) } : row));
    expect(() => withRows(other)).toThrow('lines were lost');
    expect(() => composeView([{ ...part, index: 1 }], ASKED)).toThrow('lines were lost');
  });

  it('stands in the same order however its rows were given', () => {
    const turned = withRows([...part.rows].reverse());
    expect(turned.rows).toEqual(withRows(part.rows).rows);
  });

  it('knows a key of several logs once', () => {
    const there = sending();
    const { keys } = viewOf([there, receiving(there)]);
    expect(new Set(keys.map(({ fingerprint }) => fingerprint)).size).toBe(keys.length);
    expect(keys.find(({ id }) => id === bob.id)).toMatchObject({ introduced: '0.0', events: 4 });
  });
});

describe('the digest of many lines', () => {
  it('is the same in any order, and another one where a line is there twice', () => {
    const [a, b] = ['a'.repeat(64), 'b'.repeat(64)];
    expect(multisetDigest([a!, b!])).toBe(multisetDigest([b!, a!]));
    expect(multisetDigest([a!, a!, b!])).not.toBe(multisetDigest([a!, b!]));
  });
});
