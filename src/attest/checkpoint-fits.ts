// SPDX-License-Identifier: Apache-2.0
import type { Engine } from '../crypto/engine.ts';
import { parseCheckpoint } from '../log/checkpoint.ts';
import { judgeLines } from '../log/note-line.ts';
import { parseSignedNote } from '../log/signed-note.ts';
import { equalBytes } from '../model/bytes.ts';
import { notPassed } from '../model/check.ts';
import { attempt, Malformed, type Problem } from '../model/malformed.ts';
import { type JudgedLog, type NotPassed, whatIsBroken } from './judge-event.ts';

/** Why nothing can be signed of how far a log goes: its lines are not all there, or contradict an earlier checkpoint. */
export function whatForbidsCheckpoint(log: JudgedLog, name: string): NotPassed[] {
  const at = { evidence: name, pointer: '' };
  const none = log.lines > 0 ? [] : [notPassed('custody.format', at, 'custody-log-empty', 'there is no line')];
  const torn =
    log.torn === 0
      ? []
      : [notPassed('custody.format', at, 'torn-tail', `${log.torn} octets stand after the last line feed`)];
  const contradicted = log.checks.filter(({ id, outcome }) => id === 'custody.checkpoint' && outcome === 'failed');
  return [...none, ...torn, ...whatIsBroken(log.checks), ...contradicted] as NotPassed[];
}

/**
 * Whether a checkpoint is signed by the log, and over the lines that are here: what a witness asks before he cosigns.
 *
 * @returns null where it is
 */
export function misfitOf(note: string, log: JudgedLog, engine: Engine): Problem | null {
  const fits = attempt(() => {
    const { key } = log.checkpoints;
    if (key === null) throw new Malformed('custody-checkpoint-key', 'nobody has named the key of this log');
    const parsed = parseSignedNote(note);
    const { origin, size, root, extensions } = parseCheckpoint(parsed.text);
    if (origin !== key.name) throw new Malformed('checkpoint-origin', `the origin is not ${key.name}`);
    if (extensions.length > 0) throw new Malformed('checkpoint-format', 'it has extension lines');
    const { lines } = judgeLines(parsed, [key], engine);
    if (lines.length === 0) throw new Malformed('checkpoint-unsigned', `no line is by the log ${key.name}`);
    if (lines.some(({ problem }) => problem !== null))
      throw new Malformed('checkpoint-signature', `the line of ${key.name}`);
    if (size === 0n || size > BigInt(log.lines))
      throw new Malformed('custody-truncated', `it covers ${size} lines, and there are ${log.lines}`);
    if (!equalBytes(log.tree.root(Number(size)), root))
      throw new Malformed('custody-checkpoint-root', `its root is not that of the first ${size} lines`);
  });
  return fits.ok ? null : fits.problem;
}
