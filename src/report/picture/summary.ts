// SPDX-License-Identifier: Apache-2.0
import { element, type Markup, shown, text } from '../html/markup.ts';
import { table } from '../html/table.ts';
import type { LogVerdict, Picture } from './picture.ts';
import { type DrawnRows, formatInstant } from './rows.ts';

const DECISIONS = {
  accept: ['ACCEPTED', 'good'],
  warn: ['ACCEPTED WITH WARNINGS', 'warn'],
  reject: ['REJECTED', 'bad'],
} as const;
const OUTCOMES = {
  passed: ['passed', 'good'],
  failed: ['FAILED', 'bad'],
  indeterminate: ['open', 'warn'],
  skipped: ['not judged', 'warn'],
} as const;
const QUESTIONS = {
  origin: 'Did those who are named sign it?',
  integrity: 'Is it as it was written?',
  custody: 'Was everything always in hands that are named?',
  time: 'Do the claimed times agree with what is proven?',
  completeness: 'Is nothing missing, and is the end the end?',
} as const;

/** What a reader takes away who looks at nothing else. */
export function summary({ view, verdict, logs, tool }: Picture, { left, rows }: DrawnRows): Markup[] {
  const known = view.knownAt === null ? '' : `, with what was known at ${formatInstant(view.knownAt)}`;
  const asOf = `${view.atIsClock ? 'judged by the clock of the machine' : `as of ${formatInstant(view.at)}`}${known}`;
  const counts = `${view.rows.length} events from ${view.sources.length} sources, ${view.rows.filter(({ authenticated }) => authenticated).length} of them authenticated`;
  return [
    element('h1', {}, text(shown(view.title, 200))),
    element('p', { class: 'muted' }, text(`Timeline ${asOf}. ${counts}. Made by ${shown(tool, 60)}.`)),
    ...(left === 0
      ? []
      : [
          element(
            'p',
            { class: 'bad' },
            text(
              `${rows.length} of ${view.rows.length} events are drawn and listed here: ${left} that nobody has signed, the latest, are not. The report and the exports have them all.`,
            ),
          ),
        ]),
    ...(view.filtered === null ? [] : [element('p', { class: 'bad' }, text(filterText(view.filtered)))]),
    verdict === null ? element('p', {}, text('Nothing was judged: no source is a custody log.')) : badge(verdict),
    ...logs.flatMap(rollUpTable),
  ];
}

function filterText({ by, shown: some, of }: NonNullable<Picture['view']['filtered']>): string {
  return `Only ${some} of ${of} events are shown: ${by.map((one) => shown(one)).join(', ')}.`;
}

function badge({ decision, exitCode }: NonNullable<Picture['verdict']>): Markup {
  const [words, tone] = DECISIONS[decision];
  return element('p', { class: `verdict ${tone}` }, text(`${words} (exit code ${exitCode})`));
}

function rollUpTable({ log, indication, sub, rollUps }: LogVerdict): Markup[] {
  const rows = rollUps.map(({ name, outcome, reasons }) => {
    const [words, tone] = OUTCOMES[outcome];
    return {
      cells: [
        [text(name)],
        [element('span', { class: tone }, text(words))],
        [text(QUESTIONS[name])],
        [text(reasons.map((reason) => shown(reason, 80)).join(', '))],
      ],
    };
  });
  const caption = `${shown(log)}: ${indication}${sub === null ? '' : ` / ${sub}`}. Five questions, each answered apart`;
  return [
    table(
      caption,
      [
        { heading: 'Of', width: 14 },
        { heading: 'Outcome', width: 12 },
        { heading: 'Question', width: 34 },
        { heading: 'Reasons', width: 40 },
      ],
      rows,
    ),
  ];
}

/** Said on the page itself: what nobody should read into it. */
export function notEstablished({ view, logs, limitations }: Picture): Markup[] {
  const untrusted = view.sources.filter(({ authenticated }) => !authenticated).length;
  const timeless = view.rows.filter(({ corrected }) => corrected === null).length;
  const open = view.rows.filter(({ proven }) => proven.notBefore === null || proven.notAfter === null).length;
  const undecided = view.rows.filter(({ orderUndecided }) => orderUndecided).length;
  const words = [
    ...logs.flatMap(({ log, notEstablished: all }) =>
      all.map((one) => (logs.length > 1 ? `${shown(log, 80)}: ${shown(one, 300)}` : shown(one, 300))),
    ),
    ...(untrusted === 0 ? [] : [`who wrote the rows of ${untrusted} of ${view.sources.length} sources, and when`]),
    ...(open === 0 ? [] : [`when ${open} of ${view.rows.length} events were, on one side or on both`]),
    ...(timeless === 0 ? [] : [`any time at all of ${timeless} of ${view.rows.length} events`]),
    ...(undecided === 0
      ? []
      : [`the order in time of ${undecided} of ${view.rows.length} events and the one before each`]),
  ];
  words.push(...limitations.map((one) => shown(one, 300)));
  if (words.length === 0) return [];
  return [
    element('h2', {}, text('What is not established')),
    element('ul', {}, ...words.map((one) => element('li', {}, text(one)))),
  ];
}
