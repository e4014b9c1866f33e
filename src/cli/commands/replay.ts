// SPDX-License-Identifier: Apache-2.0
import { Args, Flags } from '@oclif/core';
import { DEFAULT_POLICY } from '../../model/policy.ts';
import type { Replay } from '../../model/replay.ts';
import { REPLAY_FORMATS } from '../../report/replay-formats.ts';
import { composeReport } from '../../verify/compose-report.ts';
import { composeView } from '../../verify/compose-view.ts';
import { questionItem } from '../../verify/replay-questions.ts';
import { BaseCommand, REPORT_FLAGS } from '../base-command.ts';
import { CUSTODY_FLAGS, custodyAsked } from '../custody-asked.ts';
import { QUESTION_FLAGS, questionsAsked } from '../replay-asked.ts';
import { replaySources } from '../replay-sources.ts';
import { deliverAs, runRecord } from '../session.ts';
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
  ];
  static override strict = false;
  static override args = {
    timeline: Args.string({ required: true, description: 'custody.jsonl, any number' }),
  };
  static override flags = {
    ...REPORT_FLAGS,
    ...CUSTODY_FLAGS,
    ...QUESTION_FLAGS,
    output: Flags.string({
      char: 'o',
      aliases: ['format'],
      charAliases: ['f'],
      options: Object.keys(REPLAY_FORMATS),
      description: FORMAT_WORDS.join('; '),
    }),
  };

  async run(): Promise<void> {
    const { flags, operands } = await this.parseStrictly(ReplayCommand);
    const format = formatAsked(flags);
    const questions = questionsAsked(flags);
    const question = await custodyAsked({ ...flags, at: questions.judgedAt });
    const { judged, inputs, trust, criteria, skewSeconds, asked, checks } = question;
    const sources = replaySources(operands, question);
    const view = composeView(
      sources.map(({ part }) => part),
      {
        title: titleOf(operands),
        at: questions.at ?? judged.at,
        atIsClock: questions.at === null && judged.isClock,
        knownAt: asked.knownAt,
      },
    );
    const answers = questions.answer(view);
    const report = composeReport({
      version: VERSION,
      engine: asked.engine.id,
      command: 'replay',
      at: judged.at,
      atIsClock: judged.isClock,
      skewSeconds,
      criteria: [...criteria, ...questions.criteria],
      weakenings: [],
      inputs,
      roots: trust,
      policy: DEFAULT_POLICY,
      items: [
        ...sources.flatMap(({ item }, i) =>
          item === null ? [] : [i === 0 ? { ...item, checks: [...checks, ...item.checks] } : item],
        ),
        ...answers.map(questionItem),
      ],
      unmatchedArtifacts: [],
      unmatchedAttestations: [],
      limitations: [ITEMS],
      run: runRecord(flags, judged),
    });
    const replay: Replay = { view, report, answers };
    const { medium, render } = REPLAY_FORMATS[format]!;
    deliverAs({ medium, render: (options) => render(replay, options) }, report, flags);
  }
}

const ITEMS = 'the items themselves were not at hand: name their folder to verify to have them compared';

function titleOf(operands: readonly string[]): string {
  return operands.length === 1 ? `replay of ${operands[0]}` : `replay of ${operands.length} timelines`;
}

function formatAsked(flags: { readonly json?: boolean; readonly output?: string | undefined }): string {
  if (flags.json === true && flags.output !== undefined && flags.output !== 'json')
    throw new UsageError(`--json and --output ${flags.output} contradict each other`);
  return flags.json === true ? 'json' : (flags.output ?? 'text');
}
