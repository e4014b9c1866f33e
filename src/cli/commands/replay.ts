// SPDX-License-Identifier: Apache-2.0
import { Args, Flags } from '@oclif/core';
import { escapeText } from '../../encoding/escape-text.ts';
import type { Instant } from '../../model/instant.ts';
import { DEFAULT_POLICY } from '../../model/policy.ts';
import type { Replay } from '../../model/replay.ts';
import { REPLAY_FORMATS } from '../../report/replay-formats.ts';
import { isJudged, NOTHING_JUDGED } from '../../report/replay-judged.ts';
import { composeReport } from '../../verify/compose-report.ts';
import { composeView } from '../../verify/compose-view.ts';
import { filterView, type UnknownName, unknownNames } from '../../verify/filter-view.ts';
import { knownDiff } from '../../verify/known-diff.ts';
import { questionItem } from '../../verify/replay-questions.ts';
import { CUSTODY_KIND } from '../../verify/timeline.ts';
import { BaseCommand, REPORT_FLAGS } from '../base-command.ts';
import { clocksAsked } from '../clocks-asked.ts';
import { CUSTODY_FLAGS, type CustodyQuestion, custodyAsked } from '../custody-asked.ts';
import { type NamedTimeline, namedTimelines } from '../custody-operands.ts';
import { FILTER_FLAGS, filterAsked, QUESTION_FLAGS, questionsAsked, type ReplayQuestions } from '../replay-asked.ts';
import { formatsAsked, SOURCE_FORMATS } from '../replay-format.ts';
import { type ForeignQuestion, replaySources } from '../replay-sources.ts';
import { deliverAs, type OutputFlags, runRecord } from '../session.ts';
import { UsageError } from '../usage-error.ts';
import { VERSION } from '../version.ts';

const FORMAT_WORDS = Object.entries(REPLAY_FORMATS).map(([name, { says }]) => `${name}: ${says}`);

export default class ReplayCommand extends BaseCommand {
  static override summary = 'custody timelines as they can be proven: events, holders, gaps, contradictions';
  static override description =
    'Every line of every timeline is a row, also one that cannot be read. Times that were claimed and times that are proven\n' +
    'stand apart; rows of one and the same time have one position, and an order that is not proven is marked as such.';
  static override examples = [
    '<%= config.bin %> replay custody.jsonl --keyring keys.json',
    '<%= config.bin %> replay custody.jsonl --keyring keys.json --who-held EX-7 --at 2026-05-03T14:00:00Z',
    '<%= config.bin %> replay custody.jsonl --key opener.pub.pem --first-seen sha256:…',
    '<%= config.bin %> replay case.bag.tar --keyring keys.json --format html --output-file case.html',
    '<%= config.bin %> replay a/custody.jsonl b/custody.jsonl --keyring keys.json --item EX-7',
    '<%= config.bin %> replay custody.jsonl --keyring keys.json --known-at 2026-05-03T00:00:00Z --diff',
  ];
  static override strict = false;
  static override args = {
    timeline: Args.string({
      required: true,
      description:
        'custody.jsonl, the folder, tar, zip or bag that it lies in, or a timeline of another tool; any number',
    }),
  };
  static override flags = {
    ...REPORT_FLAGS,
    ...CUSTODY_FLAGS,
    ...QUESTION_FLAGS,
    ...FILTER_FLAGS,
    output: Flags.string({
      char: 'o',
      options: Object.keys(REPLAY_FORMATS),
      description: FORMAT_WORDS.join('; '),
    }),
    format: Flags.string({
      char: 'f',
      multiple: true,
      multipleNonGreedy: true,
      options: [...Object.keys(REPLAY_FORMATS), ...SOURCE_FORMATS],
      description: 'as --output; or the format of the files that are no custody logs, where it is not to be recognised',
    }),
    clock: Flags.string({
      multiple: true,
      multipleNonGreedy: true,
      description:
        'a measured clock, SOURCE=AHEAD±UNCERTAINTY@MEASURED-AT~WITHIN: ws-7.csv=-PT25H±PT2S@2026-05-03T10:00:00Z~PT24H',
    }),
  };

  async run(): Promise<void> {
    const { flags, operands } = await this.parseStrictly(ReplayCommand);
    const twice = operands.find((path, i) => operands.indexOf(path) !== i);
    if (twice !== undefined) throw new UsageError(`${twice} is named twice`);
    const format = formatsAsked(flags);
    const questions = questionsAsked(flags);
    const filter = filterAsked(flags);
    const question = await custodyAsked({ ...flags, at: questions.judgedAt });
    const { timelines, inputs, close } = await namedTimelines(operands);
    question.inputs.push(...inputs);
    const names = timelines.map(({ name }) => name);
    const foreign = { format: format.source, clocks: clocksAsked(flags.clock ?? [], names) };
    const { knownAt } = question.asked;
    const asked = { operands, timelines, question, questions, foreign, flags };
    const told = tellKnown(asked, knownAt);
    requireKnown(unknownNames(told.view, filter));
    const { compare } = questions;
    const diff = compare === null ? null : knownDiff(...inOrder(told, tellKnown(asked, compare.at)));
    close();
    const replay: Replay = { view: filterView(told.view, filter), report: told.report, answers: told.answers, diff };
    const { medium, render } = REPLAY_FORMATS[format.output]!;
    const { exitCode } = told.report.verdict;
    const unjudged = isJudged(told.report) ? {} : { unjudged: `NO VERDICT (exit ${exitCode}): ${NOTHING_JUDGED}` };
    deliverAs({ medium, render: (options) => render(replay, options), ...unjudged }, told.report, flags);
  }
}

/** A name that is misspelt would show nothing, and look as if nothing had happened. */
function requireKnown([unknown]: readonly UnknownName[]): void {
  if (unknown === undefined) return;
  const { flag, name, near } = unknown;
  const similar = near.length === 0 ? '' : `; similar are ${near.map((one) => escapeText(one, 80)).join(', ')}`;
  throw new UsageError(`--${flag} ${escapeText(name, 80)}: no row of these timelines has it${similar}`);
}

const EVERY_LINE = 'every line of a timeline of another tool is a row; nobody vouches for any';
const UNSIGNED = 'timelines of other tools are unsigned: that their rows are true, complete or old is not established';
const ITEMS = 'the items themselves were not at hand: name their folder to verify to have them compared';

interface Asked {
  readonly operands: readonly string[];
  readonly timelines: readonly NamedTimeline[];
  readonly question: CustodyQuestion;
  readonly questions: ReplayQuestions;
  readonly foreign: ForeignQuestion;
  readonly flags: OutputFlags;
}

type Told = Omit<Replay, 'diff'> & { readonly at: Instant | null };

/** All that is told of the timelines, by what was known at an instant. */
function tellKnown({ operands, timelines, question, questions, foreign, flags }: Asked, knownAt: Instant | null): Told {
  const { judged, inputs, trust, revocation, stale, criteria, skewSeconds, asked, checks } = question;
  const sources = replaySources(timelines, { ...question, asked: { ...asked, knownAt } }, foreign);
  const view = composeView(
    sources.map(({ part }) => part),
    {
      title: titleOf(operands),
      at: questions.at ?? judged.at,
      atIsClock: questions.at === null && judged.isClock,
      knownAt,
    },
  );
  const items = sources.map(({ item }) => item);
  const answers = questions.answer(view, items);
  const anyForeign = view.sources.some(({ format }) => format !== CUSTODY_KIND);
  const foreignOnly = view.sources.every(({ format }) => format !== CUSTODY_KIND);
  const [first, ...others] = items;
  const report = composeReport({
    version: VERSION,
    engine: asked.engine.id,
    command: 'replay',
    at: judged.at,
    atIsClock: judged.isClock,
    knownAt,
    skewSeconds,
    criteria: [...(foreignOnly ? [] : criteria), ...(anyForeign ? [EVERY_LINE] : []), ...questions.criteria],
    ...(revocation === null ? {} : { revocation }),
    weakenings: stale,
    inputs,
    roots: trust,
    policy: DEFAULT_POLICY,
    items: [{ ...first!, checks: [...checks, ...first!.checks] }, ...others, ...answers.map(questionItem)],
    unmatchedArtifacts: [],
    unmatchedAttestations: [],
    limitations: [ITEMS, ...(anyForeign ? [UNSIGNED] : [])],
    run: runRecord(flags, judged),
  });
  return { at: knownAt, view, report, answers };
}

/** What was known at no instant in particular is all that is known now. */
function inOrder(a: Told, b: Told): [Told, Told] {
  return a.at !== null && (b.at === null || a.at <= b.at) ? [a, b] : [b, a];
}

function titleOf(operands: readonly string[]): string {
  return operands.length === 1 ? `replay of ${operands[0]}` : `replay of ${operands.length} timelines`;
}
