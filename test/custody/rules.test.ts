// SPDX-License-Identifier: Apache-2.0
import { describe, expect, it } from 'vitest';
import { explainCode } from '../../src/cli/explain-code.ts';
import { countedUncertainty } from '../../src/custody/uncertainty.ts';
import { disk, erin, holding } from './people.ts';
import { verify } from './support.ts';

const SECOND = 1_000_000_000n;

describe('rules of custody', () => {
  const out = () => holding().add({ type: 'check-out', by: erin, objects: [disk()] });

  it('who has an item out is part of its state, until it is back', () => {
    const [item] = verify(out().file()).item.custody!.items;
    expect(item).toMatchObject({ state: 'held', out: erin.id });
    const [back] = verify(
      out()
        .add({ type: 'check-in', by: erin, objects: [disk()] })
        .file(),
    ).item.custody!.items;
    expect(back).not.toHaveProperty('out');
  });

  it('of the uncertainty of a clock a day counts at most', () => {
    expect(countedUncertainty(2n * SECOND)).toBe(2n * SECOND);
    expect(countedUncertainty(86_401n * SECOND)).toBe(86_400n * SECOND);
  });

  it('are explained by their numbers', () => {
    expect(explainCode('C08')?.text).toBe(explainCode('custody.holder')?.text);
    expect(explainCode('c26')?.text).toContain('custody.count');
    for (const word of ['C00', 'C27', 'C8']) expect(explainCode(word)).toBeNull();
  });
});
