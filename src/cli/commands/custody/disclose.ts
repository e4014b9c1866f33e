// SPDX-License-Identifier: Apache-2.0
import { Args, Flags } from '@oclif/core';
import { LIMITS } from '../../../encoding/limits.ts';
import type { Bytes } from '../../../model/bytes.ts';
import { malformedCheck } from '../../../model/check.ts';
import { attempt, Malformed } from '../../../model/malformed.ts';
import { disclose } from '../../../verify/disclosure.ts';
import { type TimelineSource, verifyTimeline } from '../../../verify/timeline.ts';
import { BaseCommand, REPORT_FLAGS } from '../../base-command.ts';
import { CUSTODY_FLAGS, custodyAsked, fileSource } from '../../custody-asked.ts';
import { settle, writeAll } from '../../settle.ts';
import { deliverStep, StepInputs } from '../../single-step.ts';
import { UsageError } from '../../usage-error.ts';

const { at: _at, 'known-at': _known, skew: _skew, 'expect-head': _head, ...flags } = CUSTODY_FLAGS;

export default class CustodyDisclose extends BaseCommand {
  static override summary = 'one event of a custody timeline with its proof of inclusion, to be verified alone';
  static override description =
    'The proof (C2SP tlog-proof, the event in its extra line) goes to standard output, and nothing else does; of several events, one\n' +
    'behind the other. Where one has none, a report says why, and nothing is written. It is made for a checkpoint that the log has signed, over these very lines.';
  static override examples = ['<%= config.bin %> custody disclose custody.jsonl --event 17 > 17.tlog-proof'];
  static override args = { file: Args.string({ required: true, description: 'custody.jsonl' }) };
  static override flags = {
    json: Flags.boolean({ description: 'where there is no proof, the report of why in JSON' }),
    deterministic: REPORT_FLAGS.deterministic,
    engine: REPORT_FLAGS.engine,
    'no-color': REPORT_FLAGS['no-color'],
    offline: REPORT_FLAGS.offline,
    ...flags,
    event: Flags.string({
      required: true,
      multiple: true,
      multipleNonGreedy: true,
      description: 'number of an event, from 0; more than one may be given',
    }),
  };

  async run(): Promise<void> {
    const { flags, operands } = await this.parseStrictly(CustodyDisclose);
    const [file] = operands as [string];
    if (!flags.event.every((one) => /^(0|[1-9][0-9]{0,6})$/.test(one)))
      throw new UsageError('--event wants a number from 0');
    const events = [...new Set(flags.event.map(Number))].sort((a, b) => a - b);
    if (events.length > LIMITS.disclosedEvents)
      throw new UsageError(`--event may be given at most ${LIMITS.disclosedEvents} times`);
    const { asked, inputs } = await custodyAsked(flags);
    const picking = new Picking(fileSource(file, inputs), events);
    const { chain } = verifyTimeline(picking, { ...asked, keep: false });
    let last = events[0]!;
    const proofs = attempt(() =>
      events.map((seq) => {
        last = seq;
        const line = picking.lines.get(seq);
        if (chain === null || line === undefined) throw new Malformed('evidence-absent', `there is no event ${seq}`);
        return disclose(chain, seq, line);
      }),
    );
    if (proofs.ok) {
      writeAll(1, proofs.value.join(''));
      settle(0);
      return;
    }
    const at = { evidence: file, pointer: `/${last}` };
    const steps = new StepInputs();
    if (chain === null) steps.read(file, 'evidence');
    else steps.records.push(...inputs);
    deliverStep(
      {
        name: file,
        command: 'custody disclose',
        criteria: ['a checkpoint of the log that covers the event'],
        checks: chain === null ? [] : [malformedCheck('custody.checkpoint', at, proofs.problem)],
        engine: asked.engine.id,
      },
      steps,
      flags,
    );
  }
}

/** The same log, of which some lines are kept. */
class Picking implements TimelineSource {
  readonly name: string;
  readonly #source: TimelineSource;
  readonly #events: ReadonlySet<number>;
  readonly lines = new Map<number, Bytes>();

  constructor(source: TimelineSource, events: readonly number[]) {
    this.name = source.name;
    this.#source = source;
    this.#events = new Set(events);
  }

  each(line: (bytes: Bytes) => boolean) {
    let number = 0;
    return this.#source.each((bytes) => {
      if (this.#events.has(number)) this.lines.set(number, bytes.slice());
      number++;
      return line(bytes);
    });
  }
}
