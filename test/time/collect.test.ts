// SPDX-License-Identifier: Apache-2.0
import { describe, expect, it } from 'vitest';
import { utf8 } from '../../scripts/mint/bytes.ts';
import { sequence } from '../../scripts/mint/der.ts';
import { nativeEngine } from '../../src/crypto/engine.ts';
import type { Bytes } from '../../src/model/bytes.ts';
import { collectTimestamps } from '../../src/time/collect.ts';
import { stamper, stampingRoot, token } from '../support/cms-writer.ts';
import { entityWith } from '../support/sigstore-timestamps.ts';
import { PLAN, ROOT, SIGNED, STAMPER, TRUSTED } from '../support/stamping-world.ts';

const FIRST = token(PLAN);
const SECOND = token({ ...PLAN, time: '2026-02-01T12:00:05Z' });
const UNKNOWN = token({ ...PLAN, by: stamper(stampingRoot('Elsewhere'), { commonName: 'Stamper Elsewhere' }) });
const WRONG = token({ ...PLAN, over: utf8('other'), time: '2026-02-01T12:00:07Z' });

function collect(tokens: readonly Bytes[], signatures: readonly Bytes[] = [SIGNED]) {
  return collectTimestamps(entityWith(tokens, signatures), TRUSTED, nativeEngine);
}

function reasons(tokens: readonly Bytes[], signatures?: readonly Bytes[]): string[] {
  return collect(tokens, signatures).checks.map((check) => (check.outcome === 'passed' ? 'passed' : check.reason));
}

describe('the timestamps of a bundle', () => {
  it('are none where there are none', () => {
    const nothing = { times: [], checks: [], findings: [], rows: [] };
    expect(collect([])).toEqual(nothing);
    expect(collect([], [])).toEqual(nothing);
  });

  it('each give a time, a check at their place and a row', () => {
    const { times, checks, rows } = collect([FIRST, SECOND]);
    expect(times.map(({ time }) => time)).toEqual([1_769_947_200_000_000_000n, 1_769_947_205_000_000_000n]);
    expect(checks.map(({ at }) => at.pointer)).toEqual([
      '/verificationMaterial/timestampVerificationData/rfc3161Timestamps/0/signedTimestamp',
      '/verificationMaterial/timestampVerificationData/rfc3161Timestamps/1/signedTimestamp',
    ]);
    expect(rows).toMatchObject([{ trusted: true }, { trusted: true }]);
  });

  it('all count: one good one hides no bad one, in either order (attacks C06)', () => {
    expect(reasons([FIRST, WRONG])).toEqual(['passed', 'timestamp-imprint']);
    expect(reasons([WRONG, FIRST])).toEqual(['timestamp-imprint', 'passed']);
    expect(collect([WRONG, FIRST]).rows).toMatchObject([
      { instant: 1_769_947_207_000_000_000n, trusted: false, usedFor: 'nothing' },
      { instant: 1_769_947_200_000_000_000n, trusted: true },
    ]);
  });

  it('of an unknown authority are a finding and an untrusted row, and no check', () => {
    const { times, checks, findings, rows } = collect([UNKNOWN]);
    expect({ times, checks }).toEqual({ times: [], checks: [] });
    expect(findings).toMatchObject([{ code: 'timestamp-authority-unknown' }]);
    expect(rows).toMatchObject([{ trusted: false, usedFor: 'nothing' }]);
    expect(reasons([UNKNOWN, FIRST])).toEqual(['passed']);
  });

  it('of an unknown authority count for nothing also where they are doubled', () => {
    const { checks, findings } = collect([UNKNOWN, UNKNOWN]);
    expect(checks).toEqual([]);
    expect(findings).toHaveLength(2);
  });

  it('refuse where the same token stands twice', () => {
    const { times, checks, rows } = collect([FIRST, SECOND, FIRST]);
    expect(checks.map((check) => (check.outcome === 'passed' ? 'passed' : check.reason))).toEqual([
      'passed',
      'passed',
      'timestamp-duplicate',
    ]);
    expect(times).toHaveLength(2);
    expect(rows.filter(({ trusted }) => trusted)).toHaveLength(2);
  });

  it('refuse where the same statement stands twice in other clothes', () => {
    const bare = token({ ...PLAN, status: null, certificates: [STAMPER.certificate.der, ROOT.certificate.der] });
    expect(reasons([FIRST, bare])).toEqual(['passed', 'timestamp-duplicate']);
  });

  it('refuse what cannot be read', () => {
    const { checks, rows } = collect([sequence()]);
    expect(checks).toMatchObject([{ outcome: 'failed', reason: 'timestamp-format' }]);
    expect(rows).toEqual([]);
  });

  it('are bounded before any is read (attacks M01)', () => {
    const many = Array.from({ length: 33 }, () => sequence());
    expect(reasons(many)).toEqual(['limit-exceeded']);
    expect(reasons(many.slice(1))).toHaveLength(32);
  });

  it('are not judged where it is open which signature they are over', () => {
    expect(collect([FIRST], []).checks).toMatchObject([{ outcome: 'skipped', because: 'envelope.signatures' }]);
    expect(collect([FIRST], [SIGNED, SIGNED]).checks).toMatchObject([
      { outcome: 'skipped', because: 'envelope.signatures' },
    ]);
  });
});
