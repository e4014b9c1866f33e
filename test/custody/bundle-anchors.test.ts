// SPDX-License-Identifier: Apache-2.0
import { describe, expect, it } from 'vitest';
import { type SealPlan, seal } from '../../scripts/mint/bundle.ts';
import { utf8 } from '../../scripts/mint/bytes.ts';
import { MESSAGE, MESSAGE_V2 } from '../../scripts/mint/cases/good.ts';
import { canonical, type JsonObject } from '../../scripts/mint/json.ts';
import { mintRoot, SIGNED_AT } from '../../scripts/mint/world.ts';
import { nativeEngine } from '../../src/crypto/engine.ts';
import { formatInstant } from '../../src/encoding/rfc3339.ts';
import { parseTrustedRoots } from '../../src/trust/trusted-root.ts';
import { bundleVerifier } from '../../src/verify/custody-bundles.ts';
import type { TimelineAsked } from '../../src/verify/timeline.ts';
import { alice, closed, holding } from './people.ts';
import { ASKED, reasonsOf, verdictOf, verify } from './support.ts';

const root = (change: Parameters<typeof mintRoot>[0] = {}) =>
  parseTrustedRoots(utf8(canonical(mintRoot(change))), 'root.json');
const asking = (roots = root()): Partial<TimelineAsked> => ({
  bundles: bundleVerifier({ engine: nativeEngine, roots, at: ASKED.at }),
});

/** A log of four lines, whose third has a checkpoint over two, and a bundle over what `over` makes of that. */
function anchored(plan: SealPlan, over = (note: string) => note, change = (bundle: JsonObject) => bundle) {
  const log = holding();
  const note = log.note();
  const bundle = change(seal({ ...plan, content: { artifact: utf8(over(note)) } }).bundle);
  log.add({
    type: 'anchor',
    by: alice,
    time: '2026-02-01T13:00:00Z',
    more: { anchors: [{ kind: 'checkpoint', note, bundles: [bundle] }] },
  });
  return closed(log).file();
}

describe('a Sigstore bundle over a checkpoint', () => {
  it.each([
    ['with the time of its log', MESSAGE, 'log-integrated-time'],
    ['with a token, of a log without times', MESSAGE_V2, 'rfc3161-timestamp'],
  ])('%s proves that the lines existed, and that later ones did not', (_what, plan, source) => {
    const found = verify(anchored(plan), asking());
    expect(reasonsOf(found).filter((reason) => reason !== 'claimed-time-contradicted')).toEqual([]);
    const [anchor] = found.chain!.anchors;
    expect([anchor!.source, anchor!.covers, anchor!.within, formatInstant(anchor!.time)]).toEqual([
      source,
      2,
      2,
      formatInstant(anchor!.time),
    ]);
    expect(found.item.custody!.intervals.map(({ notAfter }) => notAfter !== null)).toEqual([true, true, false, false]);
    expect(found.item.findings).toEqual([]);
    expect(anchor!.keys.length).toBeGreaterThan(0);
    expect(formatInstant(anchor!.time)).toBe(SIGNED_AT);
  });

  it('over another text is refused', () => {
    const found = verify(
      anchored(MESSAGE, (note) => `${note}x`),
      asking(),
    );
    expect(reasonsOf(found)).toEqual(['artifact-digest-mismatch']);
    expect(found.item.checks.find(({ outcome }) => outcome === 'failed')?.id).toBe('custody.anchors');
    expect(verdictOf(found).indication).toBe('TOTAL-FAILED');
    expect(found.chain!.anchors).toEqual([]);
  });

  it('whose signature is not under its certificate is refused', () => {
    const found = verify(
      anchored({
        ...MESSAGE,
        signature: (made) => made.map((octet, i) => (i === made.length - 1 ? octet ^ 1 : octet)),
      }),
      asking(),
    );
    expect(verdictOf(found).indication).toBe('TOTAL-FAILED');
    expect(found.chain!.anchors).toEqual([]);
  });

  it('that no trusted root knows is listed, and neither proves nor refuses anything', () => {
    for (const asked of [asking(root({ tlogs: [], certificateAuthorities: [] })), {}]) {
      const found = verify(anchored(MESSAGE), asked);
      expect([reasonsOf(found), found.chain!.anchors]).toEqual([[], []]);
      expect(found.item.findings.map(({ code }) => code)).toEqual(['custody-bundle-open']);
    }
  });

  it('is tried under each trusted root', () => {
    const found = verify(anchored(MESSAGE), asking([...root({ tlogs: [] }), ...root()]));
    expect(found.chain!.anchors).toHaveLength(1);
  });

  it('that is no Sigstore bundle is refused', () => {
    for (const wrong of [{}, { payload: '', payloadType: 'x', signatures: [] }] as JsonObject[]) {
      const found = verify(
        anchored(MESSAGE, undefined, () => wrong),
        asking(),
      );
      expect([reasonsOf(found), verdictOf(found).exitCode]).toEqual([['input-not-recognised'], 4]);
    }
  });
});
