// SPDX-License-Identifier: Apache-2.0
import { Args, Flags } from '@oclif/core';
import type { Check } from '../../../model/check.ts';
import { DEFAULT_POLICY } from '../../../model/policy.ts';
import type { ItemFacts } from '../../../model/report.ts';
import { composeReport } from '../../../verify/compose-report.ts';
import { verifyDisclosure } from '../../../verify/disclosure.ts';
import { verifyTimeline } from '../../../verify/timeline.ts';
import { BaseCommand, REPORT_FLAGS } from '../../base-command.ts';
import { CUSTODY_FLAGS, type CustodyQuestion, custodyAsked, fileSource } from '../../custody-asked.ts';
import { deliver, runRecord } from '../../session.ts';
import { StepInputs } from '../../single-step.ts';
import { UsageError } from '../../usage-error.ts';
import { VERSION } from '../../version.ts';

export default class CustodyVerify extends BaseCommand {
  static override summary = 'a custody timeline: signatures, links, the 26 invariants, what is proven of times';
  static override examples = [
    '<%= config.bin %> custody verify custody.jsonl --key opener.pub.pem --expect-head sha256:…',
    '<%= config.bin %> custody verify custody.jsonl --keyring keys.json --known-at 2026-05-03T00:00:00Z',
    '<%= config.bin %> custody verify --disclosed event-17.tlog-proof --keyring keys.json',
  ];
  static override args = { file: Args.string({ description: 'custody.jsonl' }) };
  static override flags = {
    ...REPORT_FLAGS,
    ...CUSTODY_FLAGS,
    disclosed: Flags.string({ description: 'one event with its proof, as custody disclose writes it' }),
  };

  async run(): Promise<void> {
    const { flags, operands } = await this.parseStrictly(CustodyVerify);
    const [file] = operands;
    if ((file === undefined) === (flags.disclosed === undefined))
      throw new UsageError('give either a custody log or --disclosed');
    const question = await custodyAsked(flags);
    const item = file === undefined ? disclosed(flags.disclosed!, question) : timeline(file, question);
    const { judged, inputs, trust, criteria, skewSeconds, asked } = question;
    const report = composeReport({
      version: VERSION,
      engine: asked.engine.id,
      command: 'custody verify',
      at: judged.at,
      atIsClock: judged.isClock,
      skewSeconds,
      criteria,
      weakenings: [],
      inputs,
      roots: trust,
      policy: DEFAULT_POLICY,
      items: [item],
      unmatchedArtifacts: [],
      unmatchedAttestations: [],
      limitations: file === undefined ? [ALONE] : [ITEMS],
      run: runRecord(flags, judged),
    });
    deliver(report, flags);
  }
}

const ITEMS = 'the items themselves were not at hand: name their folder to verify to have them compared';
const ALONE = 'one event alone: nothing is said of what came before it, or after';

function timeline(file: string, { asked, inputs, checks }: CustodyQuestion): ItemFacts {
  const { item } = verifyTimeline(fileSource(file, inputs), { ...asked, keep: false });
  return { ...item, checks: withRead(item.checks, checks) };
}

function disclosed(file: string, { asked, inputs: records }: CustodyQuestion): ItemFacts {
  const inputs = new StepInputs();
  const bytes = inputs.read(file, 'evidence');
  records.push(...inputs.records);
  return verifyDisclosure(file, bytes, inputs.checks, { ...asked, keep: false });
}

function withRead(checks: readonly Check[], read: readonly Check[]): Check[] {
  return [...read, ...checks];
}
