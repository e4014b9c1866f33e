// SPDX-License-Identifier: Apache-2.0
import { sha256Hex } from '../crypto/digest.ts';
import type { CustodyEvent, Digests } from '../custody/event.ts';
import type { ChainWatcher, WatchedLine } from '../custody/watcher.ts';
import { LIMITS } from '../encoding/limits.ts';
import type { Bytes } from '../model/bytes.ts';
import type { Instant } from '../model/instant.ts';
import type { ReasonCode } from '../model/reasons.ts';
import { type RowFinding, rowId, type SourceRow, type TimelineGap, type WrittenTime } from '../model/timeline-view.ts';
import { LogSpans } from './log-spans.ts';
import type { RowRoom } from './row-room.ts';
import type { TimelineSource } from './timeline.ts';

type OpenRow = { -readonly [name in keyof SourceRow]: SourceRow[name] } & { findings: RowFinding[] };

/** The rows of a custody log as it is judged: one for each line, also for one that cannot be read. */
export class LogRows implements ChainWatcher {
  readonly #source: number;
  rows: OpenRow[] = [];
  bad = new Set<string>();
  spans = new LogSpans();
  gaps: TimelineGap[] = [];
  /** Lowercase SHA-256 of every line that was read, taken where it was read. */
  #read: string[] = [];
  #pending: RowFinding[] = [];
  #lost = false;

  constructor(source: number) {
    this.#source = source;
  }

  get read(): readonly string[] {
    return this.#read;
  }

  /** The same log, with every line counted that is taken from it, until there is no room left. */
  counting(source: TimelineSource, room: RowRoom): TimelineSource {
    return {
      name: source.name,
      each: (line) =>
        source.each((bytes: Bytes) => {
          if (!room.take(this.#source, this.#read.length + 1)) return false;
          const hash = sha256Hex(bytes);
          if (!line(bytes)) return false;
          this.#read.push(hash);
          return true;
        }),
      again: (line) => (source.again === undefined ? source.each(line) : source.again(line)),
    };
  }

  begin(): void {
    this.rows = [];
    this.bad = new Set();
    this.spans = new LogSpans();
    this.gaps = [];
    this.#read = [];
    this.#pending = [];
    this.#lost = false;
  }

  found(line: number | null, reason: ReasonCode, detail: string): void {
    const row = line === null ? undefined : this.rows[line];
    // What is found while a line is judged comes before its row.
    if (line !== null && line === this.rows.length) this.#note(this.#pending, reason, detail);
    else if (row !== undefined) this.#note(row.findings, reason, detail);
    this.#gapAtEnd(line, reason, detail);
  }

  line(told: WatchedLine): void {
    const { event, line, items } = told;
    const id = rowId(this.#source, line);
    const row = event === null ? this.#unreadable(told, id) : this.#row(told, event, id);
    row.findings = this.#pending;
    this.#pending = [];
    this.rows.push(row);
    if (event === null) this.bad.add(id);
    if (row.actor !== null && row.key !== null) this.spans.signed(row.actor, row.key);
    if (event !== null) this.#gaps(event, row, id);
    if (items === null) this.#lose(id);
    else if (event !== null) this.spans.follow(event, items, id);
  }

  #note(findings: RowFinding[], reason: ReasonCode, detail: string): void {
    if (findings.length < LIMITS.replayFindings) findings.push({ reason, detail });
  }

  #lose(id: string): void {
    if (this.#lost) return;
    this.#lost = true;
    this.spans.lose(id);
    const detail = 'who holds what is not known from here on: lines before are missing, or cannot be read';
    this.gaps.push({ kind: 'missing-lines', item: null, from: id, to: null, detail });
  }

  /** What of the log as a whole is found once all lines are there. */
  #gapAtEnd(line: number | null, reason: ReasonCode, detail: string): void {
    const last = rowId(this.#source, Math.max(0, this.rows.length - 1));
    if (this.rows.length === 0) return;
    if (reason === 'custody-end-open') this.gaps.push({ kind: 'end-open', item: null, from: last, to: null, detail });
    if (reason === 'custody-truncated' || (reason === 'torn-tail' && line !== null))
      this.gaps.push({ kind: 'missing-lines', item: null, from: last, to: null, detail });
    if (reason === 'custody-sequence-gap' && line !== null && line < this.rows.length)
      this.gaps.push({
        kind: 'missing-lines',
        item: null,
        from: rowId(this.#source, Math.max(0, line - 1)),
        to: rowId(this.#source, line),
        detail,
      });
  }

  /** Holes and overlaps that an event shows, before it is followed. */
  #gaps({ objects }: CustodyEvent, { findings, row }: OpenRow, id: string): void {
    for (const { reason, detail } of findings) {
      if (reason === 'custody-silence') {
        const from = rowId(this.#source, Math.max(0, row - 1));
        this.gaps.push({ kind: 'silence', item: null, from, to: id, detail });
      }
      if (!HOLDER_REASONS.has(reason)) continue;
      for (const { name } of objects) {
        const span = this.spans.current(name);
        const isHeld = span?.state === 'held' || (span?.state === 'transit' && reason === 'custody-two-holders');
        const taken = reason !== 'custody-no-holder';
        if (isHeld && taken) this.gaps.push({ kind: 'two-holders', item: name, from: id, to: null, detail });
        else if (!isHeld && reason !== 'custody-two-holders')
          this.gaps.push({ kind: 'no-holder', item: name, from: span?.from ?? id, to: id, detail });
      }
    }
  }

  #unreadable({ line, hash }: WatchedLine, id: string): OpenRow {
    const [problem] = this.#pending;
    return {
      ...this.#blank(line, hash, id),
      kind: 'unreadable',
      message: problem?.detail ?? '',
      times: [{ of: 'eventDateTime', raw: '', instant: null, rule: 'unknown', precision: 0n }],
    };
  }

  #row({ line, hash, signers, authenticated }: WatchedLine, event: CustodyEvent, id: string): OpenRow {
    const { says, time, performer, objects } = event;
    const own = signers.find((one) => one.id === performer) ?? signers[0];
    const { eventDateTime, endDateTime, recordedDateTime } = says.event;
    return {
      ...this.#blank(line, hash, id),
      seq: event.seq,
      authenticated,
      kind: event.type,
      message: says.note === undefined ? says.purpose : `${says.purpose}; ${says.note}`,
      times: [
        written('eventDateTime', eventDateTime, time.claimed),
        ...(endDateTime === undefined ? [] : [written('endDateTime', endDateTime, time.ended)]),
        written('recordedDateTime', recordedDateTime, time.recorded),
      ],
      corrected: time.corrected,
      uncertainty: time.uncertainty,
      actor: performer,
      key: own?.fingerprint ?? null,
      place: says.location ?? null,
      items: objects.map(({ name }) => name),
      digests: [...new Set(objects.flatMap(({ before, after }) => [...digestsOf(before), ...digestsOf(after)]))],
    };
  }

  #blank(line: number, hash: string, id: string): OpenRow {
    return {
      id,
      source: this.#source,
      row: line,
      line: line + 1,
      seq: null,
      authenticated: false,
      kind: '',
      message: '',
      times: [],
      corrected: null,
      uncertainty: 0n,
      proven: { notBefore: null, notAfter: null },
      actor: null,
      key: null,
      place: null,
      items: [],
      digests: [],
      hash,
      findings: [],
    };
  }
}

const HOLDER_REASONS: ReadonlySet<ReasonCode> = new Set<ReasonCode>([
  'custody-no-holder',
  'custody-two-holders',
  'custody-receive-unreleased',
]);

function written(of: string, raw: string, instant: Instant | null): WrittenTime {
  const fraction = /\.([0-9]{1,9})/.exec(raw)?.[1]?.length ?? 0;
  return { of, raw, instant, rule: 'rfc3339', precision: 10n ** BigInt(9 - fraction) };
}

function digestsOf(digests: Digests | undefined): string[] {
  return Object.entries(digests ?? {}).map(([name, value]) => `${name}:${value}`);
}
