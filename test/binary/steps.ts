// SPDX-License-Identifier: Apache-2.0
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { COMMANDS } from '../../src/cli/commands.ts';
import { PROJECT } from '../support/cli.ts';
import { parseTranscript, type Step } from '../transcripts/transcript.ts';

const FOLDER = join(PROJECT, 'test/transcripts');

/** The transcripts write nothing: what could write is refused there, or only tried. */
const WRITES = /^custody append(?!.*--dry-run)/;

/** Of each command a run that ends well and one that does not, out of the transcripts. */
export function stepsOfEveryCommand(): readonly (readonly [name: string, step: Step])[] {
  const steps = readdirSync(FOLDER)
    .filter((file) => file.endsWith('.txt'))
    .sort()
    .flatMap((name) => parseTranscript(readFileSync(join(FOLDER, name), 'utf8')))
    .filter(({ words }) => !WRITES.test(words.join(' ')));
  return Object.keys(COMMANDS).flatMap((id) => {
    const own = steps.filter(({ words }) => words.slice(0, id.split(':').length).join(':') === id);
    const good = own.find(({ exit }) => exit === 0) ?? own[0];
    const bad =
      own.findLast(({ exit }) => exit !== 0 && exit !== 64) ?? own.findLast(({ exit }) => exit !== 0) ?? own.at(-1);
    if (good === undefined || bad === undefined) throw new Error(`the transcripts have no two runs of ${id}`);
    return [good, bad].map((step) => [`${id.replace(':', ' ')}, exit ${step.exit}`, step] as const);
  });
}
