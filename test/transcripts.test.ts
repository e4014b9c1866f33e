// SPDX-License-Identifier: Apache-2.0
import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { PROJECT, type Run, run } from './support/cli.ts';
import { linesOf, matchesLines, parseTranscript, type Step, withOutput } from './transcripts/transcript.ts';

const FOLDER = join(import.meta.dirname, 'transcripts');
/** Writes what was found over what was expected: to be read before it is committed. */
const UPDATE = process.env['UPDATE_TRANSCRIPTS'] === '1';

for (const name of readdirSync(FOLDER)
  .filter((file) => file.endsWith('.txt'))
  .sort()) {
  describe(name, () => {
    const file = join(FOLDER, name);
    const text = readFileSync(file, 'utf8');
    const differing = new Map<Step, Run>();
    for (const step of parseTranscript(text)) {
      it(`line ${step.line}: ${step.words.slice(0, 3).join(' ')} … exit ${step.exit}`, () => {
        const cwd = join(PROJECT, step.folder);
        const input = step.stdin === null ? '' : readFileSync(join(cwd, step.stdin));
        const found = run(step.words, { cwd, env: step.env, input });
        const same =
          found.code === step.exit &&
          matchesLines(step.stdout, linesOf(found.stdout)) &&
          matchesLines(step.stderr, linesOf(found.stderr));
        if (!same && UPDATE) differing.set(step, found);
        else if (!same) {
          expect({ exit: found.code, stdout: linesOf(found.stdout), stderr: linesOf(found.stderr) }).toEqual({
            exit: step.exit,
            stdout: step.stdout,
            stderr: step.stderr,
          });
          throw new Error('a placeholder does not fit');
        }
      });
    }
    afterAll(() => {
      if (differing.size > 0) writeFileSync(file, withOutput(text, differing));
    });
  });
}

describe('the transcripts', () => {
  it('hold every command', async () => {
    const { COMMANDS } = await import('../src/cli/commands.ts');
    const shown = readdirSync(FOLDER)
      .filter((file) => file.endsWith('.txt'))
      .flatMap((name) => parseTranscript(readFileSync(join(FOLDER, name), 'utf8')).map(({ words }) => words));
    for (const id of Object.keys(COMMANDS)) {
      const own = shown.filter((words) => words.join(' ').startsWith(id.replace(':', ' ')));
      expect(own.length, id).toBeGreaterThan(1);
    }
  });
});
