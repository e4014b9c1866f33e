// SPDX-License-Identifier: Apache-2.0
import { REPLAY_FORMATS } from '../report/replay-formats.ts';
import { TIMELINE_FORMAT_IDS } from '../timeline/formats.ts';
import { CUSTODY_KIND } from '../verify/timeline.ts';
import { UsageError } from './usage-error.ts';

/** What `--format` takes beside the formats that `replay` writes: those that it reads. No name is of both. */
export const SOURCE_FORMATS: readonly string[] = [CUSTODY_KIND, ...TIMELINE_FORMAT_IDS];

interface FormatFlags {
  readonly json?: boolean;
  readonly output?: string | undefined;
  readonly format?: readonly string[] | undefined;
}

/**
 * The format to write, and the one to read: `null` where it goes by the first line of each file.
 *
 * @throws UsageError where two are named for one thing
 */
export function formatsAsked(flags: FormatFlags): { readonly output: string; readonly source: string | null } {
  const named = flags.format ?? [];
  const sources = named.filter((name) => SOURCE_FORMATS.includes(name));
  const outputs = [
    ...(flags.json === true ? ['json'] : []),
    ...(flags.output === undefined ? [] : [flags.output]),
    ...named.filter((name) => Object.hasOwn(REPLAY_FORMATS, name)),
  ];
  const [output = 'text', other] = new Set(outputs);
  if (other !== undefined) throw new UsageError(`the report cannot be both ${output} and ${other}`);
  if (new Set(sources).size > 1)
    throw new UsageError(
      `--format ${sources.join(' and ')}: name one format of the files, and let the others be recognised`,
    );
  return { output, source: sources[0] ?? null };
}
