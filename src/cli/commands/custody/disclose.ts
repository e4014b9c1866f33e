// SPDX-License-Identifier: Apache-2.0
import { Args, Flags } from '@oclif/core';
import type { Bytes } from '../../../model/bytes.ts';
import { malformedCheck } from '../../../model/check.ts';
import { attempt } from '../../../model/malformed.ts';
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
    'The proof (C2SP tlog-proof, the event in its extra line) goes to standard output, and nothing else does. Where there is none,\n' +
    'a report says why. It is made for a checkpoint that the log has signed, over these very lines.';
  static override examples = ['<%= config.bin %> custody disclose custody.jsonl --event 17 > 17.tlog-proof'];
  static override args = { file: Args.string({ required: true, description: 'custody.jsonl' }) };
  static override flags = {
    json: Flags.boolean({ description: 'where there is no proof, the report of why in JSON' }),
    deterministic: REPORT_FLAGS.deterministic,
    engine: REPORT_FLAGS.engine,
    'no-color': REPORT_FLAGS['no-color'],
    offline: REPORT_FLAGS.offline,
    ...flags,
    event: Flags.string({ required: true, description: 'number of the event, from 0' }),
  };

  async run(): Promise<void> {
    const { flags, operands } = await this.parseStrictly(CustodyDisclose);
    const [file] = operands as [string];
    if (!/^(0|[1-9][0-9]{0,6})$/.test(flags.event)) throw new UsageError('--event wants a number from 0');
    const seq = Number(flags.event);
    const { asked, inputs } = await custodyAsked(flags);
    const picking = new Picking(fileSource(file, inputs), seq);
    const { chain } = verifyTimeline(picking, { ...asked, keep: false });
    const at = { evidence: file, pointer: `/${seq}` };
    const proof = attempt(() => {
      if (chain !== null && picking.line !== null) return disclose(chain, seq, picking.line);
      return null;
    });
    if (proof.ok && proof.value !== null) {
      writeAll(1, proof.value);
      settle(0);
      return;
    }
    const steps = new StepInputs();
    if (chain === null) steps.read(file, 'evidence');
    else steps.records.push(...inputs);
    const problem = proof.ok
      ? ({ reason: 'evidence-absent', detail: `there is no event ${seq}` } as const)
      : proof.problem;
    deliverStep(
      {
        name: file,
        command: 'custody disclose',
        criteria: ['a checkpoint of the log that covers the event'],
        checks: chain === null ? [] : [malformedCheck('custody.checkpoint', at, problem)],
        engine: asked.engine.id,
      },
      steps,
      flags,
    );
  }
}

/** The same log, of which one line is kept. */
class Picking implements TimelineSource {
  readonly name: string;
  readonly #source: TimelineSource;
  readonly #seq: number;
  line: Bytes | null = null;

  constructor(source: TimelineSource, seq: number) {
    this.name = source.name;
    this.#source = source;
    this.#seq = seq;
  }

  each(line: (bytes: Bytes) => boolean) {
    let number = 0;
    return this.#source.each((bytes) => {
      if (number++ === this.#seq) this.line = bytes;
      return line(bytes);
    });
  }
}
