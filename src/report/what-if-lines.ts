// SPDX-License-Identifier: Apache-2.0
import { escapeText } from '../encoding/escape-text.ts';
import { wrapText } from '../encoding/wrap-text.ts';
import type { Item } from '../model/report.ts';
import type {
  AssumedAnchor,
  AssumedEvent,
  AssumedInterval,
  AssumedNote,
  StandingCounts,
  WantedEvidence,
  WhatIfStanding,
} from '../model/what-if-facts.ts';
import type { Palette } from './palette.ts';
import { whatIfTable } from './what-if-picture.ts';

/** Events that are told one by one, where not all are asked for. */
const SHOWN = 40;

/** What would follow if keys had been stolen: what is assumed, the evidence of time, then each event. */
export function whatIfLines({ whatIf }: Item, verbose: boolean, palette: Palette): string[] {
  if (whatIf === undefined) return [];
  const { keys, standing, orderUndecided, checkpointed, anchors, checkpoints, events } = whatIf;
  const out = ['', palette.strong('  what if')];
  for (const one of keys) {
    const { kind, name, key, since, after } = one;
    const of = RESTING.flatMap((what) => (one[what] > 0 ? [counted(one[what], what)] : [])).join(', ');
    const idle = after ? ', after the instant that is judged at: that changes nothing' : '';
    out.push(
      ...wrapText(
        '    stolen    ',
        `${KINDS[kind]} ${escapeText(name, 100)}, since ${since}${idle} (${of || 'nothing rests on it'})`,
      ),
      `              sha256:${key}`,
    );
  }
  out.push(...wrapText('    events    ', `${counts(standing.assumed)}; without it ${counts(standing.now)}`));
  if (orderUndecided.assumed > 0)
    out.push(
      ...wrapText(
        '    order     ',
        `${orderUndecided.assumed} neighbours have no proven order in time; without it ${orderUndecided.now}`,
      ),
    );
  if (checkpointed.assumed !== checkpointed.now || checkpoints.length > 0)
    out.push(
      ...wrapText(
        '    lines     ',
        `${checkpointed.assumed} under a checkpoint that counts; without it ${checkpointed.now}`,
      ),
    );
  for (const one of checkpoints) out.push(...checkpointLines(one, palette));
  for (const one of anchors) out.push(...anchorLines(one, palette));
  if (whatIf.anchorsNotShown > 0) out.push(`              … ${whatIf.anchorsNotShown} more anchors`);
  const shown = verbose ? events : told(events);
  out.push(...whatIfTable(whatIf, shown, palette));
  const left = events.length - shown.length + whatIf.eventsNotShown;
  if (left > 0)
    out.push(
      `      … ${left} more events, ${verbose ? 'of which nothing is asked' : 'told with --verbose or in JSON'}`,
    );
  // Of the others there is no more to say than the table does.
  if (!verbose) out.push(...savedLines(shown));
  const asked = verbose ? shown : shown.filter(({ assumed }) => assumed !== 'stands');
  if (asked.length > 0) out.push('');
  for (const one of asked) out.push(...eventLines(one, palette));
  return out;
}

/** Which evidence saves which events, each set once. */
function savedLines(events: readonly AssumedEvent[]): string[] {
  const sets = new Map<string, number[]>();
  for (const { assumed, by, seq } of events) {
    if (assumed !== 'stands' || by === null) continue;
    const name = supportWords(by);
    sets.set(name, [...(sets.get(name) ?? []), seq]);
  }
  const lines = [...sets].flatMap(([name, seqs]) =>
    wrapText('    saved     ', `by ${name}: ${seqs.length === 1 ? 'event' : 'events'} ${seqs.join(', ')}`),
  );
  return lines.length === 0 ? [] : ['', ...lines];
}

function supportWords({ anchors, smallest }: NonNullable<AssumedEvent['by']>): string {
  return `${anchorNames(anchors)}${smallest ? '' : ' (none can go; a smaller set was not looked for)'}`;
}

/** Where there are many: those that change, or do not stand, first. */
function told(events: readonly AssumedEvent[]): readonly AssumedEvent[] {
  if (events.length <= SHOWN) return events;
  const first = events.filter(({ assumed, now }) => assumed !== 'stands' || now !== assumed).slice(0, SHOWN);
  const others = events.filter((one) => !first.includes(one)).slice(0, SHOWN - first.length);
  return [...first, ...others].sort((a, b) => a.seq - b.seq);
}

const RESTING = ['events', 'anchors', 'checkpoints', 'receipts'] as const;

function counted(count: number, what: (typeof RESTING)[number]): string {
  return `${count} ${count === 1 ? what.slice(0, -1) : what}`;
}

const KINDS = {
  signer: 'the key of',
  log: 'the key of the log',
  witness: 'the key of the witness',
  authority: 'the key of the certificate',
} as const;

function eventLines(event: AssumedEvent, palette: Palette): string[] {
  const { seq, type, performer, now, assumed, proven, because, by, wanted } = event;
  const changed = now === assumed ? '' : `, ${now} without the assumption`;
  const who = `${escapeText(type ?? 'unread', 40)} by ${escapeText(performer ?? 'nobody', 60)}`;
  const head = `    ${MARK[assumed]}  event ${seq}  `;
  const paint = PAINT[assumed];
  const lines = wrapText(head, `${who}${changed}`).map((line, i) => (i === 0 ? paint(palette)(line) : line));
  const more = (text: string): string[] => wrapText('            ', text);
  return [
    ...lines,
    ...more(`proven ${intervalWords(proven)}`),
    ...more(escapeText(because, 400)),
    ...(by === null ? [] : more(`${assumed === 'stands' ? 'saved' : 'refuted'} by ${supportWords(by)}`)),
    ...(wanted === null ? [] : wantedLines(wanted).flatMap(more)),
  ];
}

const MARK: Readonly<Record<WhatIfStanding, string>> = { stands: 'stands', undecided: 'open  ', falls: 'FALLS ' };
const PAINT: Readonly<Record<WhatIfStanding, (palette: Palette) => (text: string) => string>> = {
  stands: ({ good }) => good,
  undecided: ({ warn }) => warn,
  falls: ({ bad }) => bad,
};

function wantedLines({ toStand, toFall }: NonNullable<AssumedEvent['wanted']>): string[] {
  const stand = toStand.map((one) => `would stand with ${wantedWords(one)}`);
  const fall = toFall.map((one) => `would fall with ${wantedWords(one)}`);
  return stand.length + fall.length === 0
    ? ['no single further piece of evidence over this log would decide it']
    : [...stand, ...fall];
}

const DATED = { by: 'at or before', before: 'before', from: 'at or after', after: 'after' } as const;

function wantedWords({ evidence, line, dated, instant, saves }: WantedEvidence): string {
  const when = `dated ${DATED[dated]} ${instant}`;
  const so = saves === null ? '' : `, which would save ${anchorName(saves)}`;
  if (evidence === 'inside') return `evidence of time inside line ${line + 1} or one before it, ${when}${so}`;
  if (evidence === 'note') return `a token over the note of ${anchorName(saves ?? 0)} as it stands, ${when}`;
  return `a token or cosignature over a checkpoint of size > ${line}, ${when}${so}`;
}

function anchorLines(anchor: AssumedAnchor, palette: Palette): string[] {
  const { number, source, authority, time, log, covers, within, standing, savedBy } = anchor;
  const lines = covers > 0 ? `over ${covers} lines` : 'over no line';
  const of =
    log === null
      ? [lines, within === null ? 'outside the log' : `in line ${within + 1}`]
      : [
          `of the log ${escapeText(log, 80)}`,
          `${lines} of this one`,
          ...(within === null ? [] : [`older than line ${within + 1}`]),
        ];
  const saved = savedBy.length === 0 ? '' : `, saved by ${anchorNames(savedBy)}`;
  const trusted = standing === 'stands' ? `believed${saved}` : standing === 'falls' ? 'refuted' : 'not believed';
  return wrapText(
    `    ${anchorName(number).padEnd(8)}  `,
    `${source} of ${time} by ${escapeText(authority, 80)}, ${of.join(', ')}: ${trusted}`,
  ).map((line, i) => (i === 0 && standing !== 'stands' ? palette.warn(line) : line));
}

function checkpointLines(
  { name, size, standing, proven, cosigned, cosignedNow }: AssumedNote,
  palette: Palette,
): string[] {
  const fewer = cosigned === cosignedNow ? '' : `, ${cosigned} of ${cosignedNow} cosignatures count`;
  const text = `${escapeText(name, 100)}, ${size} lines, proven ${intervalWords(proven)}: ${WORDS[standing]}${fewer}`;
  return wrapText('    note      ', text).map((line, i) =>
    i === 0 && standing !== 'stands' ? palette.warn(line) : line,
  );
}

const WORDS: Readonly<Record<WhatIfStanding, string>> = {
  stands: 'counts',
  undecided: 'does not count, nothing proves it older',
  falls: 'does not count, it is younger',
};

function anchorName(number: number): string {
  return `A${number}`;
}

function anchorNames(numbers: readonly number[]): string {
  return numbers.length === 0 ? 'nothing' : numbers.map(anchorName).join(' and ');
}

function counts({ stands, undecided, falls }: StandingCounts): string {
  return `${stands} stand, ${undecided} undecided, ${falls} fall`;
}

function intervalWords({ notBefore, notAfter }: AssumedInterval): string {
  return `${notBefore ?? 'no beginning'} to ${notAfter ?? 'no end'}`;
}
