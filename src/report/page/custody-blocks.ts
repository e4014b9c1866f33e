// SPDX-License-Identifier: Apache-2.0
import type { Item } from '../../model/report.ts';
import { type Block, joined, line, quoted, type Tone, tabled, toned } from './blocks.ts';

const OUTCOMES = {
  passed: ['passed', 'good'],
  failed: ['FAILED', 'bad'],
  indeterminate: ['open', 'warn'],
  skipped: ['not judged', 'muted'],
} as const satisfies Record<string, readonly [string, Tone]>;

const QUESTIONS = {
  origin: 'did those who are named sign it?',
  integrity: 'is it as it was written?',
  custody: 'was everything always in hands that are named?',
  time: 'do the claimed times agree with what is proven?',
  completeness: 'is nothing missing, and is the end the end?',
} as const;

/** Of a custody timeline: its five questions, each apart, where its items are, and what is proven of its times. */
export function custodyBlocks({ custody }: Item): Block[] {
  if (custody === undefined) return [];
  const { lines, linesOfFile, checkpointed, anchored, closed, head, root, orderUndecided } = custody;
  const left = custody.itemsNotShown + custody.intervalsNotShown;
  return [
    ...tabled('The custody log', LOG, [
      [[line('origin and case')], [line(quoted(custody.origin ?? 'none'), ', ', quoted(custody.case ?? 'none'))]],
      [
        [line('lines')],
        [
          line(
            `${lines} of ${linesOfFile}; ${checkpointed} under a checkpoint, ${anchored} proven in time, ${closed ? 'closed' : 'not closed'}, ${orderUndecided} neighbours without a proven order in time`,
          ),
        ],
      ],
      ...(head === null ? [] : [[[line('head')], [line('sha256:', quoted(head))]]]),
      [[line('Merkle root')], [line('sha256:', quoted(root), ` (${custody.merkleProfile})`)]],
    ]),
    ...tabled(
      'Five questions, each answered apart',
      ROLL_UPS,
      custody.rollUps.map(({ name, outcome, reasons }) => [
        [line(`${name}: ${QUESTIONS[name]}`)],
        [toned(OUTCOMES[outcome][1], OUTCOMES[outcome][0])],
        [line(...joined(reasons.map((one) => quoted(one, 80))))],
      ]),
    ),
    ...tabled(
      'Where the items are at the end',
      HELD,
      custody.items.map(({ name, state, holder, digest, since, sealed, holds }) => [
        [line(quoted(name))],
        [line(state, ...(holder === null ? [] : [' by ', quoted(holder)])), line(`since event ${since}`)],
        [
          ...(digest === null ? [] : [line(quoted(digest))]),
          ...(sealed === null ? [] : [line('sealed with ', quoted(sealed))]),
          ...(holds.length === 0 ? [] : [line('under hold ', ...joined(holds.map((one) => quoted(one))))]),
        ],
      ]),
    ),
    ...tabled(
      'Claimed times, and what is proven of them',
      INTERVALS,
      custody.intervals.map(({ seq, claimed, notBefore, notAfter }) => [
        [line(String(seq))],
        [line(quoted(claimed, 60))],
        [line(quoted(notBefore ?? 'no beginning', 60))],
        [line(quoted(notAfter ?? 'no end', 60))],
      ]),
    ),
    ...(left === 0 ? [] : [{ kind: 'text' as const, line: line(`${left} more items and events are in no report`) }]),
  ];
}

const LOG = [
  { heading: 'Of', width: 18 },
  { heading: 'It is', width: 60 },
];
const ROLL_UPS = [
  { heading: 'Question', width: 46 },
  { heading: 'Outcome', width: 14 },
  { heading: 'Reasons', width: 40 },
];
const HELD = [
  { heading: 'Item', width: 28 },
  { heading: 'Where', width: 30 },
  { heading: 'Digest, seal and holds', width: 42 },
];
const INTERVALS = [
  { heading: 'Event', width: 10 },
  { heading: 'Claimed', width: 30 },
  { heading: 'Proven: not before', width: 30 },
  { heading: 'Proven: not after', width: 30 },
];
