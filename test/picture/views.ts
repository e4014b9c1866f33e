// SPDX-License-Identifier: Apache-2.0
import { parseRfc3339 } from '../../src/encoding/rfc3339.ts';
import { type Instant, instantFromNanoseconds } from '../../src/model/instant.ts';
import type { RowFinding, TimelineRow, TimelineView, ViewSource } from '../../src/model/timeline-view.ts';
import type { Picture } from '../../src/report/picture/picture.ts';

export const at = (text: string): Instant => parseRfc3339(text).time;
const HEX = '0123456789abcdef'.repeat(4);
const fingerprint = (n: number) => `${n}`.repeat(4).padEnd(64, 'c0ffee');

export function row(source: number, number: number, change: Partial<TimelineRow> = {}): TimelineRow {
  const corrected = change.corrected === undefined ? at('2026-03-01T10:00:00Z') : change.corrected;
  return {
    id: `${source}.${number}`,
    source,
    row: number,
    line: number + 1,
    seq: source === 0 ? number : null,
    authenticated: source === 0,
    kind: 'note',
    message: '',
    times: [{ of: 'eventDateTime', raw: String(corrected), instant: corrected, rule: 'rfc3339', precision: 1n }],
    corrected,
    uncertainty: 0n,
    proven: { notBefore: null, notAfter: null },
    actor: source === 0 ? 'alice' : null,
    key: source === 0 ? fingerprint(1) : null,
    place: null,
    items: [],
    digests: [],
    hash: HEX,
    findings: [],
    orderUndecided: false,
    ...change,
  };
}

export function source(name: string, format: string, rows: number): ViewSource {
  const authenticated = format === 'custody-timeline';
  return { name, format, authenticated, linesIn: rows, rowsOut: rows, badRows: 0, multisetIn: HEX, multisetOut: HEX };
}

export function sorted(rows: readonly TimelineRow[]): TimelineRow[] {
  const far = 1n << 90n;
  const key = ({ corrected }: TimelineRow) => corrected ?? far;
  return [...rows].sort((a, b) => (key(a) < key(b) ? -1 : key(a) > key(b) ? 1 : a.source - b.source || a.row - b.row));
}

export function emptyView(change: Partial<TimelineView> = {}): TimelineView {
  return {
    title: 'Case 2026-017: custody of EX-1',
    at: at('2026-03-20T00:00:00Z'),
    atIsClock: false,
    knownAt: null,
    filtered: null,
    sources: [source('custody.jsonl', 'custody-timeline', 0)],
    rows: [],
    clocks: [],
    spans: [],
    gaps: [],
    keys: [],
    anchors: [],
    ...change,
  };
}

export function picture(view: TimelineView): Picture {
  return {
    view,
    tool: 'forensic-verify 0.1.0',
    verdict: { decision: 'reject', exitCode: 3 },
    logs: [
      {
        log: 'custody.jsonl',
        indication: 'INDETERMINATE',
        sub: 'TIMESTAMP_ORDER_FAILURE',
        rollUps: [
          { name: 'origin', outcome: 'passed', reasons: [] },
          { name: 'integrity', outcome: 'passed', reasons: [] },
          { name: 'custody', outcome: 'indeterminate', reasons: ['custody-in-transit'] },
          { name: 'time', outcome: 'failed', reasons: ['claimed-time-contradicted', 'custody-time-order'] },
          { name: 'completeness', outcome: 'skipped', reasons: [] },
        ],
        notEstablished: ['the end of the log: it could have gone on', 'that EX-2 has arrived'],
      },
    ],
    limitations: ['the items themselves were not at hand'],
    inputs: [
      { name: 'custody.jsonl', role: 'evidence', size: 48_213, sha256: HEX },
      { name: 'trusted-root.json', role: 'trust', size: 6120, sha256: HEX },
    ],
  };
}

const people = ['alice@lab-north', 'courier@secure-post', 'bob@lab-south', 'carol (examiner)'];
const found = (reason: RowFinding['reason'], detail: string): RowFinding => ({ reason, detail });

/** Twenty events by three custodians, a hand-off, a stolen key, a slow clock, and an import that nobody has signed. */
export function twenty(): TimelineView {
  const plan: readonly [string, number, string, string[]][] = [
    ['2026-03-02T08:30:00Z', 0, 'open', []],
    ['2026-03-02T08:41:10Z', 0, 'acquire', ['EX-1 laptop', 'EX-2 phone']],
    ['2026-03-02T09:05:00Z', 0, 'seal', ['EX-1 laptop']],
    ['2026-03-02T09:20:00Z', 0, 'fixity-check', ['EX-2 phone']],
    ['2026-03-02T10:00:00Z', 0, 'anchor', []],
    ['2026-03-02T13:15:00Z', 0, 'transfer-release', ['EX-1 laptop']],
    ['2026-03-02T13:20:30Z', 1, 'transfer-receive', ['EX-1 laptop']],
    ['2026-03-04T07:50:00Z', 1, 'transfer-release', ['EX-1 laptop']],
    ['2026-03-03T07:02:00Z', 2, 'transfer-receive', ['EX-1 laptop']],
    ['2026-03-03T07:30:00Z', 2, 'unseal', ['EX-1 laptop']],
    ['2026-03-04T09:00:00Z', 2, 'replicate', ['EX-1 laptop', 'EX-1 image']],
    ['2026-03-04T09:40:00Z', 3, 'examine', ['EX-1 image']],
    ['2026-03-04T11:00:00Z', 3, 'signature-validation', ['EX-1 image']],
    ['2026-03-04T12:00:00Z', 2, 'anchor', []],
    ['2026-03-04T15:00:00Z', 0, 'transfer-release', ['EX-2 phone']],
    ['2026-03-04T16:00:00Z', 3, 'note', []],
  ];
  const a1 = at('2026-03-02T10:01:00Z');
  const a2 = at('2026-03-04T12:02:00Z');
  const log = plan.map(([when, who, kind, items], i): TimelineRow => {
    const corrected = at(when);
    const proven =
      i <= 4
        ? { notBefore: null, notAfter: a1 }
        : i <= 13
          ? { notBefore: a1, notAfter: a2 }
          : { notBefore: a2, notAfter: null };
    return row(0, i, {
      kind,
      corrected,
      items,
      actor: people[who]!,
      key: fingerprint(who + 1),
      place: ['Lab North, room 4', 'on the road', 'Lab South, safe 2', null][who]!,
      proven: i === 8 || i === 9 ? { notBefore: at('2026-03-04T07:55:00Z'), notAfter: a2 } : proven,
      uncertainty: who === 1 ? 600_000_000_000n : 2_000_000_000n,
      times: [{ of: 'eventDateTime', raw: when, instant: corrected, rule: 'rfc3339', precision: 1_000_000_000n }],
      orderUndecided: i > 0 && i !== 5 && i !== 14,
      findings:
        i === 8 || i === 9
          ? [
              found(
                'claimed-time-contradicted',
                'event 8 says 2026-03-03T07:02:00Z and is proven not before 2026-03-04T07:55:00Z',
              ),
            ]
          : i === 15
            ? [found('custody-key-compromised-unproven', 'the key of carol was stolen on 2026-03-04')]
            : i === 12
              ? [found('custody-role', 'an examiner may not do this')]
              : [],
      message: i === 3 ? 'digest taken with the write blocker in place, <b>no</b> change' : '',
    });
  });
  const foreign = [
    row(1, 0, { kind: 'mtime', corrected: at('2026-03-02T08:59:13.123456789Z'), message: 'evidence/a.docx' }),
    row(1, 1, { kind: 'atime', corrected: at('2026-03-04T09:12:00Z'), message: 'evidence/‮cod.a' }),
    row(1, 2, {
      kind: 'Content Modification Time',
      corrected: at('2026-03-03T22:00:00Z'),
      message: 'a line\nand one more',
    }),
    row(1, 3, { kind: 'birth', corrected: null, message: 'a zero date' }),
  ];
  return emptyView({
    sources: [source('site-north/custody.jsonl', 'custody-timeline', 16), source('laptop.bodyfile', 'bodyfile', 4)],
    rows: sorted([...log, ...foreign]),
    clocks: [
      {
        source: 1,
        ahead: -90_000_000_000_000n,
        uncertainty: 1_000_000_000n,
        measuredAt: at('2026-03-02T09:00:00Z'),
        within: 86_400_000_000_000n,
        rows: 3,
        rowsOutside: 1,
      },
    ],
    spans: [
      span('EX-1 laptop', 'held', people[0]!, null, '0.1', '0.2'),
      span('EX-1 laptop', 'held', people[0]!, 'S-0041', '0.2', '0.5'),
      span('EX-1 laptop', 'transit', null, 'S-0041', '0.5', '0.6'),
      span('EX-1 laptop', 'held', people[1]!, 'S-0041', '0.6', '0.7'),
      span('EX-1 laptop', 'transit', null, 'S-0041', '0.7', '0.8'),
      span('EX-1 laptop', 'held', people[2]!, null, '0.9', null),
      span('EX-2 phone', 'held', people[0]!, null, '0.1', '0.14'),
      span('EX-2 phone', 'transit', null, null, '0.14', null),
      span('EX-1 image', 'held', people[2]!, null, '0.10', null),
    ],
    gaps: [
      { kind: 'in-transit', item: 'EX-2 phone', from: '0.14', to: null, detail: 'released and not received' },
      { kind: 'two-holders', item: 'EX-1 image', from: '0.11', to: '0.12', detail: 'bob and carol' },
      { kind: 'silence', item: null, from: '0.6', to: '0.7', detail: '42 hours, and the policy allows 24' },
      { kind: 'end-open', item: null, from: '0.15', to: null, detail: 'not closed' },
    ],
    keys: people.map((id, i) => ({
      id,
      fingerprint: fingerprint(i + 1),
      from: i === 0 ? null : at('2026-03-02T08:30:00Z'),
      until: i === 1 ? at('2026-03-04T18:00:00Z') : null,
      compromisedSince: i === 3 ? at('2026-03-04T13:30:00Z') : null,
      introduced: i === 0 ? null : '0.0',
      retired: null,
      events: 4,
    })),
    anchors: [
      {
        log: 0,
        within: '0.4',
        source: 'rfc3161-timestamp',
        authority: 'https://tsa.example',
        covers: 4,
        time: a1,
        notBefore: at('2026-03-02T10:00:00Z'),
        notAfter: at('2026-03-02T10:02:00Z'),
      },
      {
        log: 0,
        within: '0.13',
        source: 'cosignature',
        authority: 'https://tsa.example',
        covers: 13,
        time: a2,
        notBefore: at('2026-03-04T12:01:00Z'),
        notAfter: at('2026-03-04T12:03:00Z'),
      },
    ],
  });
}

function span(
  item: string,
  state: 'held' | 'transit',
  holder: string | null,
  seal: string | null,
  from: string,
  to: string | null,
) {
  return { item, state, holder, key: holder === null ? null : fingerprint(1), place: null, seal, from, to };
}

/** So many events: nearly all in one minute, one a year later, every kind of row among them. */
export function crowd(count: number): TimelineView {
  const start = at('2026-03-02T08:30:00Z');
  const year = instantFromNanoseconds(start + 365n * 86_400_000_000_000n);
  const rows = Array.from({ length: count }, (_, i): TimelineRow => {
    const foreign = i % 5 === 4;
    const last = i === count - 1;
    const time = instantFromNanoseconds(
      start + (BigInt(i) * 60_000_000_000n) / BigInt(count) + BigInt((i * 7919) % 1000),
    );
    const corrected = last ? year : i % 97 === 50 ? null : time;
    const tenth = instantFromNanoseconds(start + BigInt(Math.floor((i * 10) / count)) * 6_000_000_000n);
    const next = instantFromNanoseconds(tenth + 6_500_000_000n);
    return row(foreign ? 1 + (i % 2) : 0, i, {
      corrected,
      kind: ['fixity-check', 'access', 'transfer-release', 'transfer-receive', 'Content Modification Time'][i % 5]!,
      actor: foreign ? null : people[i % 4]!,
      key: foreign ? null : fingerprint((i % 4) + 1),
      items: [`EX-${i % 30}`],
      message: `event number ${i} of a long log, /var/log/journal/${i}`,
      proven: foreign
        ? { notBefore: null, notAfter: null }
        : {
            notBefore: i < count / 10 ? null : tenth,
            notAfter: i > (count * 9) / 10 ? null : i % 3 === 0 ? next : year,
          },
      orderUndecided: i % 40 !== 0,
      uncertainty: i % 4 === 1 ? 50_000_000n : 0n,
      findings:
        i % 60 === 7
          ? [found('claimed-time-contradicted', `event ${i}`)]
          : i % 90 === 3
            ? [found('custody-role', 'x')]
            : [],
    });
  });
  return emptyView({
    title: `A log of ${count} events`,
    sources: [
      source('custody.jsonl', 'custody-timeline', count),
      source('psort.jsonl', 'plaso-json-line', count),
      source('laptop.body', 'bodyfile', count),
    ],
    rows: sorted(rows),
    spans: Array.from({ length: Math.floor(count / 10) }, (_, i) => {
      const end = i * 10 + 30 < count ? i * 10 + 30 : null;
      return span(
        `EX-${i % 30}`,
        i % 4 === 3 ? 'transit' : 'held',
        i % 4 === 3 ? null : people[i % 4]!,
        i % 8 === 1 ? `S-${i}` : null,
        `0.${i * 10}`,
        end === null ? null : `0.${end}`,
      );
    }).map(fitting(rows)),
    gaps: Array.from({ length: Math.floor(count / 100) }, (_, i) => ({
      kind: 'silence' as const,
      item: null,
      from: rows[i * 100]!.id,
      to: rows[i * 100 + 20]!.id,
      detail: 'silence',
    })),
    keys: people.map((id, i) => ({
      id,
      fingerprint: fingerprint(i + 1),
      from: start,
      until: null,
      compromisedSince: i === 2 ? instantFromNanoseconds(start + 30_000_000_000n) : null,
      introduced: rows[0]!.id,
      retired: null,
      events: count / 5,
    })),
    anchors: Array.from({ length: 11 }, (_, i) => {
      const time = i === 10 ? year : instantFromNanoseconds(start + BigInt(i + 1) * 6_000_000_000n);
      return {
        log: 0,
        within: null,
        source: 'rfc3161-timestamp',
        authority: 'https://tsa.example',
        covers: Math.floor((count * (i + 1)) / 10),
        time,
        notBefore: time,
        notAfter: instantFromNanoseconds(time + 500_000_000n),
      };
    }),
  });
}

/** Ids say which source a row is of; the plan above counts in lines. */
function fitting(rows: readonly TimelineRow[]) {
  return <T extends { from: string; to: string | null }>(one: T): T => {
    const id = (of: string) => rows[Number(of.slice(2))]!.id;
    return { ...one, from: id(one.from), to: one.to === null ? null : id(one.to) };
  };
}

const NASTY = '<script>alert(1)</script>"\'&amp;\u0000\u001b[31m\u202e\u2066]]>--><!-- \ud800 ﷽'.repeat(6);

/** Every text is as long and as foul as evidence can be, and everything stands at one and the same instant. */
export function hostile(): TimelineView {
  const same = at('2026-03-01T10:00:00Z');
  const rows = Array.from({ length: 40 }, (_, i) =>
    row(i % 2, i, {
      corrected: i % 3 === 0 ? null : same,
      kind: i % 4 === 0 ? '' : NASTY,
      message: NASTY,
      actor: i % 2 === 0 ? `${i % 8}${NASTY}` : null,
      place: NASTY,
      key: NASTY,
      items: Array.from({ length: 9 }, (_, k) => `${k}${NASTY}`),
      times: [{ of: NASTY, raw: NASTY, instant: null, rule: 'unknown', precision: 1n }],
      findings: Array.from({ length: 5 }, () => found('claimed-time-contradicted', NASTY)),
      proven: { notBefore: same, notAfter: i % 5 === 0 ? null : same },
      uncertainty: 1n << 62n,
      orderUndecided: true,
    }),
  );
  return emptyView({
    title: NASTY,
    sources: [source(NASTY, 'custody-timeline', 20), source(`b${NASTY}`, 'bodyfile', 20)],
    rows: sorted(rows),
    spans: rows
      .slice(0, 30)
      .map(({ id }, i) => span(`${i % 3}${NASTY}`, 'held', `${i % 4 === 0 ? 0 : i}${NASTY}`, NASTY, id, null)),
    gaps: rows.map(({ id }) => ({
      kind: 'two-holders' as const,
      item: NASTY,
      from: id,
      to: 'no such row',
      detail: NASTY,
    })),
    keys: Array.from({ length: 20 }, (_, i) => ({
      id: `${i}${NASTY}`,
      fingerprint: NASTY,
      from: null,
      until: null,
      compromisedSince: same,
      introduced: 'no such row',
      retired: null,
      events: 1,
    })),
    anchors: Array.from({ length: 30 }, () => ({
      log: 7,
      within: null,
      source: NASTY,
      authority: NASTY,
      covers: 1e9,
      time: same,
      notBefore: same,
      notAfter: same,
    })),
  });
}
