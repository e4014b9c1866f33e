// SPDX-License-Identifier: Apache-2.0
import { describe, expect, it, vi } from 'vitest';
import { alice, bob as BOB } from '../../scripts/mint/cases/custody-common.ts';
import { signedLine } from '../../scripts/mint/custody.ts';
import { nativeEngine } from '../../src/crypto/engine.ts';
import { CustodyChain } from '../../src/custody/chain.ts';
import type { Bytes } from '../../src/model/bytes.ts';
import { ASKED, fileOf, longLog, reasonsOf, remembering, verify } from './support.ts';

// Each line is read once: otherwise 40,000 logs of 30 lines would be read line by line.
vi.mock('../../src/custody/line.ts', async (original) => {
  const real = await original<typeof import('../../src/custody/line.ts')>();
  return { ...real, readLine: once(real.readLine) };
});
vi.mock('../../src/custody/event.ts', async (original) => {
  const real = await original<typeof import('../../src/custody/event.ts')>();
  return { ...real, readEvent: once(real.readEvent) };
});

const { once } = vi.hoisted(() => ({
  once<T>(read: (bytes: Bytes) => T): (bytes: Bytes) => T {
    const known = new WeakMap<Bytes, { readonly value: T }>();
    return (bytes) => {
      const value = known.get(bytes) ?? { value: read(bytes) };
      known.set(bytes, value);
      return value.value;
    };
  },
}));

const log = longLog();
const lines = log.lines;
const head = { name: 'a.note', note: log.note() };
const note = { name: 'a.note', bytes: new TextEncoder().encode(head.note) };
const asked = { ...ASKED, engine: remembering(nativeEngine), notes: [note] };
/** The end of this log is open, and that is all that there is to say of it. */
const caught = (file: Bytes): boolean => reasonsOf(verify(file, asked)).some((reason) => reason !== 'custody-end-open');

/** The same, of lines as they stand in memory. */
function isCaught(changed: readonly Bytes[]): boolean {
  const chain = new CustodyChain(asked, { evidence: 'custody.jsonl', pointer: '' });
  for (const line of changed) chain.line(line);
  const { checks } = chain.finish({ torn: 0, notes: [head], tokens: [] });
  return checks.some(
    (check) => check.outcome !== 'passed' && check.outcome !== 'skipped' && check.reason !== 'custody-end-open',
  );
}

describe('a log of 30 events that ends in a checkpoint over all of them', () => {
  it('is whole as it stands', () => {
    expect(lines).toHaveLength(30);
    expect(reasonsOf(verify(log.file(), asked))).toEqual(['custody-end-open']);
  });

  it('is refused with any one octet changed', { timeout: 600_000 }, () => {
    const missed: string[] = [];
    lines.forEach((line, i) => {
      for (let at = 0; at < line.length; at++) {
        const changed = [...lines];
        changed[i] = Uint8Array.from(line);
        changed[i]![at]! ^= 1;
        if (!isCaught(changed)) missed.push(`octet ${at} of line ${i}`);
      }
    });
    // And the ends of lines, which are octets of the file as well.
    const file = log.file();
    file.forEach((octet, i) => {
      if (octet !== 10) return;
      file[i] = octet ^ 1;
      if (!caught(file)) missed.push(`octet ${i}`);
      file[i] = octet;
    });
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
