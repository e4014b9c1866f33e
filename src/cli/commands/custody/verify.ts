// SPDX-License-Identifier: Apache-2.0
import { Args, Flags } from '@oclif/core';
import type { Check } from '../../../model/check.ts';
import { DEFAULT_POLICY } from '../../../model/policy.ts';
import type { ItemFacts } from '../../../model/report.ts';
import { composeReport } from '../../../verify/compose-report.ts';
import { CustodyCrew } from '../../../verify/custody-crew.ts';
import { verifyDisclosures } from '../../../verify/disclosure.ts';
import { followLinks } from '../../../verify/links-only.ts';
import type { WorkerPool } from '../../../verify/set-workers.ts';
import { verifyTimelines } from '../../../verify/timeline.ts';
import { BaseCommand, REPORT_FLAGS } from '../../base-command.ts';
import { CUSTODY_FLAGS, type CustodyQuestion, custodyAsked, givenTimelines } from '../../custody-asked.ts';
import { namedTimelines } from '../../custody-operands.ts';
import { deliver, runRecord } from '../../session.ts';
import { StepInputs } from '../../single-step.ts';
import { UsageError } from '../../usage-error.ts';
import { VERSION } from '../../version.ts';
import { workerPool } from '../../worker-entry.ts';

export default class CustodyVerify extends BaseCommand {
  static override summary = 'a custody timeline: signatures, links, the 26 invariants, what is proven of times';
  static override examples = [
    '<%= config.bin %> custody verify custody.jsonl --key opener.pub.pem --expect-head sha256:…',
    '<%= config.bin %> custody verify custody.jsonl --keyring keys.json --known-at 2026-05-03T00:00:00Z',
    '<%= config.bin %> custody verify locker-a/custody.jsonl locker-b/custody.jsonl --keyring keys.json',
    '<%= config.bin %> custody verify --disclosed event-17.tlog-proof --keyring keys.json',
  ];
  static override strict = false;
  static override args = {
    logs: Args.string({
      description:
        'custody.jsonl, or the folder, tar, zip or bag that it lies in; several logs are joined where they meet',
    }),
  };
  static override flags = {
    ...REPORT_FLAGS,
    ...CUSTODY_FLAGS,
    workers: Flags.string({
      aliases: ['max-workers'],
      description: 'threads for the signatures of long logs (1 to 64); default: as many as there are cores',
    }),
    'links-only': Flags.boolean({
      description: 'follow numbers and links alone, and verify no signature: quick over huge logs, and never a pass',
    }),
    disclosed: Flags.string({
      multiple: true,
      multipleNonGreedy: true,
      description: 'events with their proofs, as custody disclose writes them',
    }),
  };

  async run(): Promise<void> {
    const { flags, operands } = await this.parseStrictly(CustodyVerify);
    if ((operands.length === 0) === (flags.disclosed === undefined))
      throw new UsageError('give either custody logs or --disclosed');
    const linksOnly = flags['links-only'] === true;
    if (linksOnly) refuseBeside(flags);
    const question = await custodyAsked(flags);
    const pool = workerPool(flags.workers);
    const items =
      operands.length === 0
        ? flags.disclosed!.flatMap((file) => disclosed(file, question))
        : linksOnly
          ? await links(operands, question)
          : await timelines(operands, question, pool);
    const { judged, inputs, trust, revocation, stale, criteria, skewSeconds, asked } = question;
    const report = composeReport({
      version: VERSION,
      engine: asked.engine.id,
      command: 'custody verify',
      at: judged.at,
      atIsClock: judged.isClock,
      knownAt: asked.knownAt,
      skewSeconds,
      criteria: operands.length === 0 ? disclosureCriteria(question) : linksOnly ? LINKS : criteria,
      ...(revocation === null ? {} : { revocation }),
      weakenings: linksOnly ? [WEAK] : stale,
      inputs,
      // No event alone is judged under a trusted root, and no link.
      roots: operands.length === 0 || linksOnly ? [] : trust,
      policy: DEFAULT_POLICY,
      items,
      unmatchedArtifacts: [],
      unmatchedAttestations: [],
      limitations: operands.length === 0 ? [ALONE] : [ITEMS],
      run: runRecord(flags, judged),
    });
    deliver(report, flags);
  }
}

const ITEMS = 'the items themselves were not at hand: name their folder to verify to have them compared';
const ALONE = 'one event alone: nothing is said of what came before it, or after';

const LINKS = ['each line has the number that comes next, and names the line before it by its hash'];
const WEAK = '--links-only: no signature is verified, and nothing is said of who did what, or when';

/** What rests on signatures is not asked: it must not look as if it were. */
const RESTING = ['disclosed', 'known-at', 'checkpoint', 'timestamp', 'witness-threshold'] as const;

function refuseBeside(flags: Readonly<Record<string, unknown>>): void {
  const beside = RESTING.find((name) => flags[name] !== undefined);
  if (beside !== undefined)
    throw new UsageError(`--links-only verifies no signature, so that --${beside} asks for what it cannot answer`);
}

async function links(operands: readonly string[], question: CustodyQuestion): Promise<ItemFacts[]> {
  const named = await namedTimelines(operands);
  question.inputs.push(...named.inputs);
  try {
    return givenTimelines(named.timelines, question).map((one) => followLinks(one, question.asked.engine));
  } finally {
    named.close();
  }
}

async function timelines(
  operands: readonly string[],
  question: CustodyQuestion,
  pool: WorkerPool,
): Promise<ItemFacts[]> {
  const { asked, checks, inputs } = question;
  const crew = pool.workers > 1 ? new CustodyCrew(pool, asked.engine.id) : null;
  const named = await namedTimelines(operands);
  inputs.push(...named.inputs);
  try {
    const given = givenTimelines(named.timelines, question).map((one) =>
      crew === null ? one : { ...one, source: crew.ahead(one.source) },
    );
    return verifyTimelines(given, { ...asked, keep: false }).map(({ item }, i) =>
      i === 0 ? { ...item, checks: withRead(item.checks, checks) } : item,
    );
  } finally {
    named.close();
    await crew?.end();
  }
}

function disclosureCriteria({ asked }: CustodyQuestion): string[] {
  return [
    'each event is in the log that has signed the checkpoint of its proof, by its number',
    `it is signed by who performed it, under one of ${asked.keys.length} given keys`,
    `the checkpoint is signed under one of ${asked.logs.length} given keys of logs`,
  ];
}

function disclosed(file: string, { asked, inputs: records }: CustodyQuestion): ItemFacts[] {
  const inputs = new StepInputs();
  const bytes = inputs.read(file, 'evidence');
  records.push(...inputs.records);
  return verifyDisclosures(file, bytes, inputs.checks, { ...asked, keep: false });
}

function withRead(checks: readonly Check[], read: readonly Check[]): Check[] {
  return [...read, ...checks];
}
