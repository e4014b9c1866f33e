// SPDX-License-Identifier: Apache-2.0
import { describe, expect, it, vi } from 'vitest';
import { alice, bob as BOB } from '../../scripts/mint/cases/custody-common.ts';
import { signedLine } from '../../scripts/mint/custody.ts';
import { nativeEngine } from '../../src/crypto/engine.ts';
import type { Bytes } from '../../src/model/bytes.ts';
import { ASKED, fileOf, longLog, reasonsOf, remembering, verify } from './support.ts';

// Events are read once for each payload: otherwise 36,000 logs of 30 lines would be read line by line.
vi.mock('../../src/custody/event.ts', async (original) => {
  const real = await original<typeof import('../../src/custody/event.ts')>();
  const known = new Map<string, ReturnType<typeof real.readEvent>>();
  return {
    ...real,
    readEvent(payload: Bytes) {
      const name = Buffer.from(payload).toString('latin1');
      const event = known.get(name) ?? real.readEvent(payload);
      if (known.size < 1000) known.set(name, event);
      return event;
    },
  };
});

const log = longLog();
const lines = log.lines;
const note = { name: 'a.note', bytes: new TextEncoder().encode(log.note()) };
const asked = { ...ASKED, engine: remembering(nativeEngine), notes: [note] };
/** The end of this log is open, and that is all that there is to say of it. */
const caught = (file: Bytes): boolean => reasonsOf(verify(file, asked)).some((reason) => reason !== 'custody-end-open');

describe('a log of 30 events that ends in a checkpoint over all of them', () => {
  it('is whole as it stands', () => {
    expect(lines).toHaveLength(30);
    expect(reasonsOf(verify(log.file(), asked))).toEqual(['custody-end-open']);
  });

  it('is refused with any one octet changed', { timeout: 600_000 }, () => {
    const file = log.file();
    const missed: number[] = [];
    for (let i = 0; i < file.length; i++) {
      file[i]! ^= 1;
      if (!caught(file)) missed.push(i);
      file[i]! ^= 1;
    }
    expect(missed).toEqual([]);
  });

  it('is refused without any one octet, and cut anywhere', { timeout: 120_000 }, () => {
    const file = log.file();
    for (let i = 0; i < file.length; i += 97) {
      const without = new Uint8Array(Buffer.concat([file.subarray(0, i), file.subarray(i + 1)]));
      expect(caught(without), `without octet ${i}`).toBe(true);
      expect(caught(file.subarray(0, i)), `cut at ${i}`).toBe(true);
    }
  });

  it.each(lines.map((_, i) => i))('is refused with line %i left out, doubled, moved or signed again', (i) => {
    const without = lines.filter((_, j) => j !== i);
    const doubled = lines.flatMap((line, j) => (i === j ? [line, line] : [line]));
    expect(caught(fileOf(without))).toBe(true);
    expect(caught(fileOf(doubled))).toBe(true);
    for (let j = i + 1; j < lines.length; j++) {
      const swapped = [...lines];
      [swapped[i], swapped[j]] = [swapped[j]!, swapped[i]!];
      expect(caught(fileOf(swapped)), `with line ${j}`).toBe(true);
    }
    const text = new TextDecoder().decode(lines[i]);
    const payload = new Uint8Array(Buffer.from(text.slice(12, text.indexOf('"', 12)), 'base64'));
    const performer = (JSON.parse(new TextDecoder().decode(payload)) as { predicate: { performer: { id: string } } })
      .predicate.performer.id;
    const resigned = [...lines];
    resigned[i] = signedLine(payload, performer === alice.id ? [alice.key, BOB.key] : [BOB.key, alice.key]);
    expect(caught(fileOf(resigned))).toBe(true);
  });

  it.each([1, 2, 7, 29])('is refused with %i lines of its tail cut off', (count) => {
    expect(reasonsOf(verify(fileOf(lines.slice(0, -count)), asked))).toContain('custody-truncated');
  });
});
