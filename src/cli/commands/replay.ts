// SPDX-License-Identifier: Apache-2.0
import { Args, Flags } from '@oclif/core';
import { DEFAULT_POLICY } from '../../model/policy.ts';
import type { Replay } from '../../model/replay.ts';
import { REPLAY_FORMATS } from '../../report/replay-formats.ts';
import { composeReport } from '../../verify/compose-report.ts';
import { composeView } from '../../verify/compose-view.ts';
import { CUSTODY_KIND } from '../../verify/timeline.ts';
import { BaseCommand, REPORT_FLAGS } from '../base-command.ts';
import { clocksAsked } from '../clocks-asked.ts';
import { CUSTODY_FLAGS, custodyAsked } from '../custody-asked.ts';
import { formatsAsked, SOURCE_FORMATS } from '../replay-format.ts';
import { replaySources } from '../replay-sources.ts';
import { deliverAs, runRecord } from '../session.ts';
import { VERSION } from '../version.ts';

const FORMAT_WORDS = Object.entries(REPLAY_FORMATS).map(([name, { says }]) => `${name}: ${says}`);

export default class ReplayCommand extends BaseCommand {
  static override summary = 'custody timelines as they can be proven: events, holders, gaps, contradictions';
  static override description =
    'Every line of every timeline is a row, also one that cannot be read. Times that were claimed and times that are proven\n' +
    'stand apart; rows of one and the same time have one position, and an order that is not proven is marked as such.';
  static override examples = ['<%= config.bin %> replay custody.jsonl --keyring keys.json'];
  static override strict = false;
  static override args = {
    timeline: Args.string({ required: true, description: 'custody.jsonl, or a timeline of another tool; any number' }),
  };
  static override flags = {
    ...REPORT_FLAGS,
    ...CUSTODY_FLAGS,
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
    const format = formatsAsked(flags);
    const clocks = clocksAsked(flags.clock ?? [], operands);
    const question = await custodyAsked(flags);
    const { judged, inputs, trust, criteria, skewSeconds, asked, checks } = question;
    const sources = replaySources(operands, question, { format: format.source, clocks });
    const view = composeView(
      sources.map(({ part }) => part),
      { title: titleOf(operands), at: judged.at, atIsClock: judged.isClock, knownAt: asked.knownAt },
    );
    const report = composeReport({
      version: VERSION,
      engine: asked.engine.id,
      command: 'replay',
      at: judged.at,
      atIsClock: judged.isClock,
      knownAt: asked.knownAt,
      skewSeconds,
      criteria,
      weakenings: [],
      inputs,
      roots: trust,
      policy: DEFAULT_POLICY,
      items: sources.flatMap(({ item }, i) =>
        item === null ? [] : [i === 0 ? { ...item, checks: [...checks, ...item.checks] } : item],
      ),
      unmatchedArtifacts: [],
      unmatchedAttestations: [],
      limitations: [ITEMS, ...(view.sources.every(({ format: one }) => one === CUSTODY_KIND) ? [] : [UNSIGNED])],
      run: runRecord(flags, judged),
    });
    const replay: Replay = { view, report };
    const { medium, render } = REPLAY_FORMATS[format.output]!;
    deliverAs({ medium, render: (options) => render(replay, options) }, report, flags);
  }
}

const UNSIGNED = 'timelines of other tools are unsigned: that their rows are true, complete or old is not established';
const ITEMS = 'the items themselves were not at hand: name their folder to verify to have them compared';

function titleOf(operands: readonly string[]): string {
  return operands.length === 1 ? `replay of ${operands[0]}` : `replay of ${operands.length} timelines`;
}
