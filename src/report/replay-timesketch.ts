// SPDX-License-Identifier: Apache-2.0
import { canonicalText } from '../encoding/canonical-json.ts';
import { formatInstant } from '../encoding/rfc3339.ts';
import type { Instant } from '../model/instant.ts';
import type { Replay } from '../model/replay.ts';
import type { TimelineRow, TimelineView, WrittenTime } from '../model/timeline-view.ts';

/** OpenSearch's bound on a keyword: a longer one refuses the whole row. */
const KEYWORD_OCTETS = 32_766;
const EPOCH = 0n as Instant;
/** Of custody events: what the writer of the log says, and not the actor. */
const RECORDED = 'recordedDateTime';

type TimeClass = 'Claimed' | 'Recorded' | 'Corrected' | 'Provable not-before' | 'Provable not-after';

/**
 * Timesketch's JSON lines: one for each class of time of each row, so that no time is ever merged with another. A row of which no time could be
 * read has one line at 1970-01-01T00:00:00 that says so in `time_unknown` and in a tag: a line without a time would be dropped there.
 */
export function renderTimesketch({ view }: Replay): string {
  return view.rows.flatMap((row) => linesOf(row, view)).join('');
}

interface Statement {
  readonly timeClass: TimeClass;
  readonly names: string;
  readonly instant: Instant | null;
  readonly raw: readonly WrittenTime[];
}

function linesOf(row: TimelineRow, view: TimelineView): string[] {
  const groups = grouped(row);
  const { corrected, proven } = row;
  const [first] = row.times;
  const isShifted = corrected !== null && first !== undefined && corrected !== first.instant;
  const derived = (timeClass: TimeClass, instant: Instant | null): Statement[] =>
    instant === null ? [] : [{ timeClass, names: '', instant, raw: [] }];
  const statements = [
    ...(groups.length > 0
      ? groups
      : [{ timeClass: 'Claimed', names: 'time unknown', instant: null, raw: row.times } as const]),
    ...(isShifted ? derived('Corrected', corrected) : []),
    ...derived('Provable not-before', proven.notBefore),
    ...derived('Provable not-after', proven.notAfter),
  ];
  return statements.map((statement) => written(lineOf(row, statement, view)));
}

/** Times of one class that state the same, to the precision of the coarser one, are one line under both names. */
function grouped({ times }: TimelineRow): Statement[] {
  const groups: WrittenTime[][] = [];
  for (const time of times) {
    if (time.instant === null) continue;
    const same = groups.find(([one]) => classOf(one!) === classOf(time) && isSame(one!, time));
    if (same === undefined) groups.push([time]);
    else same.push(time);
  }
  return groups.map((raw) => ({
    timeClass: classOf(raw[0]!),
    names: raw.map(({ of }) => of).join(', '),
    instant: raw.reduce((finest, one) => (one.precision < finest.precision ? one : finest)).instant,
    raw,
  }));
}

function classOf({ of }: WrittenTime): 'Claimed' | 'Recorded' {
  return of === RECORDED ? 'Recorded' : 'Claimed';
}

/** A date without its time of day says less, and not the same. */
function isSame(a: WrittenTime, b: WrittenTime): boolean {
  const apart = a.instant! > b.instant! ? a.instant! - b.instant! : b.instant! - a.instant!;
  const step = a.precision > b.precision ? a.precision : b.precision;
  return apart <= (step < 1000n ? step : 1000n);
}

function lineOf(
  row: TimelineRow,
  { timeClass, names, instant, raw }: Statement,
  view: TimelineView,
): Record<string, unknown> {
  const source = view.sources[row.source]!;
  const unknown = instant === null;
  const at = instant ?? EPOCH;
  const tags = [
    ...(row.authenticated ? [] : ['unauthenticated']),
    ...(unknown ? ['time-unknown'] : []),
    ...(row.findings.length > 0 ? ['finding'] : []),
  ];
  const members: Record<string, unknown> = {
    message: row.message === '' ? row.kind : row.message,
    datetime: formatInstant(at).replace('Z', '+00:00'),
    timestamp: microseconds(at),
    timestamp_desc: `${timeClass}: ${row.kind}${names === '' ? '' : ` (${names})`}`,
    time_class: timeClass,
    ...(unknown ? { time_unknown: true } : {}),
    ...(timeClass === 'Corrected' ? { uncertainty_ns: String(row.uncertainty) } : {}),
    ...(raw.length === 0
      ? {}
      : {
          time_raw: raw.map((time) => time.raw),
          time_rule: raw.map(({ rule }) => rule),
          time_of: raw.map(({ of }) => of),
        }),
    event_kind: row.kind,
    row_id: row.id,
    row_line: row.line,
    row_sha256: row.hash,
    source_name: source.name,
    source_format: source.format,
    authenticated: row.authenticated,
    ...(row.record === undefined ? {} : { row_record: row.record }),
    ...(row.seq === null ? {} : { row_seq: row.seq }),
    ...(row.actor === null ? {} : { username: row.actor }),
    ...(row.key === null ? {} : { actor_key: row.key }),
    ...(row.place === null ? {} : { hostname: row.place }),
    ...(row.items.length === 0 ? {} : { items: row.items }),
    ...(row.digests.length === 0 ? {} : { digests: row.digests }),
    ...(row.findings.length === 0
      ? {}
      : { findings: row.findings.map(({ reason, detail }) => `${reason}: ${detail}`) }),
    tag: tags,
  };
  return bounded(members);
}

/** As RFC 8785 has it, but for numbers beyond 2^53, which keep their digits: microseconds of the year 2256 do. */
function written(members: Readonly<Record<string, unknown>>): string {
  const names = Object.keys(members).sort();
  const texts = names.map((name) => {
    const value = members[name];
    return `"${name}":${typeof value === 'bigint' ? value : canonicalText(value)}`;
  });
  return `{${texts.join(',')}}\n`;
}

function bounded(members: Record<string, unknown>): Record<string, unknown> {
  const cut: string[] = [];
  const out = Object.fromEntries(
    Object.entries(members).map(([name, value]) => {
      const within = (text: string): string => {
        const short = cutOctets(text);
        if (short !== text && !cut.includes(name)) cut.push(name);
        return short;
      };
      if (typeof value === 'string') return [name, within(value)];
      if (Array.isArray(value)) return [name, value.map((one) => within(one as string))];
      return [name, value];
    }),
  );
  return cut.length === 0 ? out : { ...out, cut };
}

const encoder = new TextEncoder();

/** At most so many octets of UTF-8, whole characters, with a mark where something was left out. */
function cutOctets(text: string): string {
  if (text.length * 3 <= KEYWORD_OCTETS || encoder.encode(text).length <= KEYWORD_OCTETS) return text;
  const room = new Uint8Array(KEYWORD_OCTETS - 3);
  const { read } = encoder.encodeInto(text, room);
  return `${text.slice(0, read)}…`;
}

/** Rounded down, before 1970 as well. */
function microseconds(instant: Instant): bigint {
  return instant >= 0n ? instant / 1000n : -((-instant + 999n) / 1000n);
}
