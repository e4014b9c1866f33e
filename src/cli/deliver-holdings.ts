// SPDX-License-Identifier: Apache-2.0
import type { InputRecord, Item, ItemFacts, ReportEnd } from '../model/report.ts';
import type { ReportComposer, ReportRest } from '../verify/compose-report.ts';
import type { HoldingsExamination, HoldingsResult } from '../verify/examine-holdings.ts';
import { sharePredicateTypes } from '../verify/policy-facts.ts';
import type { ExaminationContext } from '../verify/request.ts';
import { examinationOf, type Gathered, type HoldingsRun } from './gather-holdings.ts';
import { notLayouts } from './images-asked.ts';
import { Interruption } from './interruption.ts';
import { KnownBefore } from './known-asked.ts';
import { ProgressLine } from './progress.ts';
import { type ReportSink, sinkFor } from './report-sink.ts';
import { formatOf, type OutputFlags } from './session.ts';
import { onTerminal } from './settle.ts';

export interface HoldingsDelivery {
  readonly gathered: Gathered;
  /** Operands that could not be read. */
  readonly refused: readonly ItemFacts[];
  readonly run: Omit<HoldingsRun, 'known' | 'between'>;
  readonly known: {
    readonly resume: string | undefined;
    readonly report: string | undefined;
    readonly inputs: readonly InputRecord[];
    readonly ruled: boolean;
  };
  readonly flags: OutputFlags & { readonly [name: string]: unknown };
  readonly composer: ReportComposer;
  /** What is left to do once all is known, before the report ends. */
  readonly ended: (end: ReportEnd) => Promise<void>;
  readonly images: ExaminationContext['imagesAsked'];
  /** Nothing may be judged before all items are known. */
  readonly whole: boolean;
  /** What all items must meet before any is judged. @throws UsageError */
  readonly check: (items: readonly ItemFacts[]) => void;
  readonly judgedItem: (facts: ItemFacts) => Item;
  readonly rest: (
    result: Omit<HoldingsResult, 'counted' | 'sets'> & Partial<HoldingsResult>,
    limitations: readonly string[],
  ) => ReportRest;
}

/** Examines what was gathered and gives the report away as its items come. */
export async function deliverHoldings(asked: HoldingsDelivery): Promise<void> {
  const { gathered, run, flags, composer, whole } = asked;
  const { holdings } = gathered;
  const known = knownBefore(asked);
  const interruption = new Interruption();
  const progress = new ProgressLine('examined', flags);
  // Lines of the report on the same terminal stand by themselves.
  const streams = !whole && formatOf(flags) === 'ndjson' && flags['output-file'] === undefined && onTerminal();
  let sink: ReportSink | null = null;
  try {
    const examination = examinationOf(gathered, {
      ...run,
      ...(known === null ? {} : { known }),
      between: async (done, total) => {
        progress.update(done, total);
        return interruption.goesOn();
      },
    });
    sink = sinkFor(flags, composer.head, whole);
    for await (const facts of itemsOf(examination, asked)) {
      if (streams) progress.pause();
      sink.item(asked.judgedItem(facts));
    }
    progress.end();
    known?.close();
    const interrupted = examination.stopped;
    // What is written now is all there is to know, unless it was asked to end.
    if (!interrupted) interruption.end();
    const result = interrupted ? partOf(examination.result()) : examination.result();
    const rest = asked.rest(result, known?.limitations ?? []);
    const inputs = [...rest.inputs, ...(known?.inputs ?? [])];
    const end = composer.finish({ ...rest, inputs, interrupted });
    if (!interrupted) await asked.ended(end);
    sink.end(end, interrupted ? interruption.exitCode : null);
  } finally {
    progress.end();
    interruption.end();
    sink?.close();
    known?.close();
    for (const holding of holdings) holding.close();
  }
}

function knownBefore({ known, composer, gathered, run, flags }: HoldingsDelivery): KnownBefore | null {
  const { resume, report, inputs, ruled } = known;
  if (resume === undefined && report === undefined) return null;
  return new KnownBefore({
    resume,
    report,
    head: composer.head,
    flags,
    operands: [...run.operands.bundles, ...run.operands.artifacts],
    holdings: gathered.holdings,
    inputs,
    quiet: flags.quiet === true,
    ruled,
  });
}

/** Of what was not examined nothing is said: neither that it is attested nor that it is not. */
function partOf(result: HoldingsResult): HoldingsResult {
  return { ...result, sets: [], counted: [], unmatchedArtifacts: [], unmatchedAttestations: [] };
}

async function* itemsOf(examination: HoldingsExamination, asked: HoldingsDelivery): AsyncGenerator<ItemFacts, void> {
  const { refused, images = null, whole } = asked;
  if (!whole) {
    // Whether a layout was found is told by few of the items.
    const layouts: ItemFacts[] = [];
    for await (const facts of all(refused, examination)) {
      if (images !== null && (facts.kind === 'oci-layout' || facts.kind === 'input')) layouts.push(facts);
      yield facts;
    }
    if (!examination.stopped) yield* notLayouts(images, layouts);
    return;
  }
  const items: ItemFacts[] = [];
  for await (const facts of all(refused, examination)) items.push(facts);
  const told = asked.known.ruled ? sharePredicateTypes(items) : items;
  if (!examination.stopped) asked.check(told);
  yield* told;
  if (!examination.stopped) yield* notLayouts(images, told);
}

async function* all(refused: readonly ItemFacts[], examination: HoldingsExamination): AsyncGenerator<ItemFacts, void> {
  yield* refused;
  yield* examination.items();
}
