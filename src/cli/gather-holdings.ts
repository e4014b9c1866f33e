// SPDX-License-Identifier: Apache-2.0
import { parseDigestOperand } from '../artifact/digest-operand.ts';
import { globPattern } from '../encoding/glob.ts';
import { type FilesProgress, openDirectory } from '../evidence/directory.ts';
import { holdFile } from '../evidence/file-holding.ts';
import { type ReadProgress, readInput } from '../evidence/input.ts';
import { mayBeArchive, openArchiveMember } from '../evidence/open-archive.ts';
import { pathKind } from '../evidence/path-kind.ts';
import { malformedCheck } from '../model/check.ts';
import type { Holding } from '../model/holding.ts';
import { attempt } from '../model/malformed.ts';
import type { ItemFacts } from '../model/report.ts';
import { refusedItem } from '../verify/compose-report.ts';
import { HoldingsExamination } from '../verify/examine-holdings.ts';
import type { FactsKeeper, KnownFacts } from '../verify/known-facts.ts';
import type { Artifact, ExaminationContext } from '../verify/request.ts';
import type { WorkerPool } from '../verify/set-workers.ts';
import { UsageError } from './usage-error.ts';
import type { Operands } from './verification.ts';

export interface Gathered {
  readonly holdings: readonly Holding[];
  readonly artifacts: readonly Artifact[];
  readonly refused: readonly ItemFacts[];
}

/** Opens every operand, in the order of the command line; each one once. */
export function gatherHoldings(
  { artifacts, bundles }: Operands,
  progress: ReadProgress,
  files: FilesProgress,
): Gathered {
  const holdings: Holding[] = [];
  const digests: Artifact[] = [];
  const refused: ItemFacts[] = [];
  for (const operand of [...new Set([...bundles, ...artifacts])]) {
    const digest = bundles.includes(operand) ? null : parseDigestOperand(operand);
    if (digest !== null) {
      const known = new Map([[digest.algorithm, digest.hex]]);
      digests.push({ name: operand, bytes: null, digests: known, given: 'digest' });
      continue;
    }
    if (pathKind(operand)?.kind === 'directory') {
      holdings.push(openDirectory(operand, progress, 'named', files));
      continue;
    }
    const input = readInput(operand, ['sha256'], progress);
    if (input.ok) holdings.push(holdFile(input.value));
    else
      refused.push(
        refusedItem(operand, malformedCheck('input.read', { evidence: operand, pointer: '' }, input.problem)),
      );
  }
  return { holdings, artifacts: digests, refused };
}

export interface HoldingsRun {
  readonly operands: Operands;
  readonly context: ExaminationContext;
  readonly ignoreUnsigned: readonly string[];
  /** Of a lockfile that was named: its entries need provenance, but for these. */
  readonly entries?: { readonly ignored: readonly string[] };
  readonly pool: WorkerPool;
  /** What is known before, and where more is kept; absent: nothing. */
  readonly known?: KnownFacts & FactsKeeper;
  readonly between: (done: number, total: number) => Promise<boolean>;
}

/** The examination of what was gathered. An archive stays closed where `--bundle` says what is evidence. */
export function examinationOf(
  { holdings, artifacts }: Gathered,
  { operands, context, ignoreUnsigned, entries, pool, known, between }: HoldingsRun,
): HoldingsExamination {
  const ignoresUnsigned = namedBy('--ignore-unsigned', ignoreUnsigned);
  const closed = operands.bundles.length > 0 && operands.artifacts.length > 0;
  return new HoldingsExamination({
    holdings,
    artifacts,
    context,
    ignoresUnsigned,
    ...(entries === undefined
      ? {}
      : { entries: { provenance: true, ignores: namedBy('--ignore-entries', entries.ignored) } }),
    pool,
    openArchive: async (holding, member) => (closed ? null : openArchiveMember(holding, member)),
    mayOpen: (member) => !closed && mayBeArchive(member),
    ...(known === undefined ? {} : { known, keeper: known }),
    between,
  });
}

/** @throws UsageError */
function namedBy(flag: string, globs: readonly string[]): (name: string) => boolean {
  const patterns = globs.map((glob) => {
    const pattern = attempt(() => globPattern(glob));
    if (!pattern.ok) throw new UsageError(`${flag} ${glob}: ${pattern.problem.detail}`);
    return pattern.value;
  });
  return (name) => patterns.some((pattern) => pattern(name));
}
