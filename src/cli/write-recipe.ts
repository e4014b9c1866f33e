// SPDX-License-Identifier: Apache-2.0
import { sha256Hex, watchDigests } from '../crypto/digest.ts';
import { escapeText } from '../encoding/escape-text.ts';
import { readDocument } from '../evidence/input.ts';
import { pathKind } from '../evidence/path-kind.ts';
import type { Bytes } from '../model/bytes.ts';
import type { Report } from '../model/report.ts';
import { StoreError } from '../store/new-file.ts';
import { refuseFolder, writeNewFolder } from '../store/new-folder.ts';
import { composeRecipe } from '../verify/recipe/recipe.ts';
import { host } from './host.ts';
import { tellMessage } from './message.ts';
import { OutputError } from './output-error.ts';
import type { RecipeWords } from './recipe-asked.ts';
import { Recording } from './recording.ts';
import { UsageError } from './usage-error.ts';

/** Runs the command, and writes by what else its signatures and digests are verified. */
export async function writeRecipe({ folder, words }: RecipeWords): Promise<void> {
  const own = host();
  if (!own.owned) throw new UsageError('--recipe wants a process of its own');
  asUsage(() => refuseFolder(folder));
  const recording = new Recording();
  own.recording = recording;
  watchDigests(recording.recorder.digestWitness);
  try {
    const { dispatch } = await import('./dispatch.ts');
    await dispatch(words);
  } finally {
    own.recording = null;
    watchDigests(null);
  }
  const { report, recorder } = recording;
  if (report === null)
    throw new UsageError(
      'the command wrote no whole report, and there is nothing to make a recipe of: leave --help and --output ndjson out',
    );
  if (recorder.full) throw new UsageError('too much was computed for one recipe: name less evidence at once');
  const { steps, files } = composeRecipe({
    records: recorder.records,
    report,
    words: ['forensic-verify', ...words],
    documents: documentsOf(report),
    files: new Set(report.inputs.flatMap(({ name }) => (pathKind(name)?.kind === 'file' ? [name] : []))),
  });
  try {
    writeNewFolder(folder, files);
  } catch (error) {
    throw error instanceof StoreError ? new OutputError(error.message) : error;
  }
  tellMessage(
    `a recipe of ${steps.length} steps is in ${escapeText(folder)}: read its README.txt, then run sh ${escapeText(folder)}/recipe.sh`,
  );
}

/** Evidence as it is now, where it is what was verified. What lies inside an archive is not looked for. */
function documentsOf({ inputs }: Report): Map<string, Bytes> {
  const found = new Map<string, Bytes>();
  for (const { name, role, sha256 } of inputs) {
    if ((role !== 'evidence' && role !== 'data' && role !== 'trust') || name === '-') continue;
    const read = readDocument(name);
    if (read.ok && sha256Hex(read.value.bytes) === sha256) found.set(name, read.value.bytes);
  }
  return found;
}

function asUsage(work: () => void): void {
  try {
    work();
  } catch (error) {
    throw error instanceof StoreError ? new UsageError(error.message) : error;
  }
}
