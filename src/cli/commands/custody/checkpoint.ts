// SPDX-License-Identifier: Apache-2.0

import { Args, Flags } from '@oclif/core';
import { misfitOf, whatForbidsCheckpoint } from '../../../attest/checkpoint-fits.ts';
import { type JudgedLog, judgeLog, type NotPassed } from '../../../attest/judge-event.ts';
import { cosignCheckpoint, readNoteSigner, signCheckpoint } from '../../../attest/note-signer.ts';
import { escapeText } from '../../../encoding/escape-text.ts';
import { decodeHex, encodeHex } from '../../../encoding/hex.ts';
import { decodeUtf8, encodeUtf8 } from '../../../encoding/utf8.ts';
import { wrapText } from '../../../encoding/wrap-text.ts';
import { parseCheckpoint } from '../../../log/checkpoint.ts';
import { parseSignedNote } from '../../../log/signed-note.ts';
import type { Bytes } from '../../../model/bytes.ts';
import { notPassed } from '../../../model/check.ts';
import { NANOSECONDS_PER_SECOND } from '../../../model/instant.ts';
import { attempt } from '../../../model/malformed.ts';
import { writeNewFile } from '../../../store/new-file.ts';
import { BaseCommand, COMMON_FLAGS, REPORT_FLAGS } from '../../base-command.ts';
import { custodyAsked, fileSource } from '../../custody-asked.ts';
import { WRITER_FLAGS } from '../../custody-flags.ts';
import { smallFile } from '../../custody-said.ts';
import { refuseEvent } from '../../custody-told.ts';
import { listOf } from '../../custody-writing.ts';
import { namedBeside } from '../../named-files.ts';
import { stored } from '../../report-sink.ts';
import { formatOf, type OutputFlags } from '../../session.ts';
import { settle, writeAll, writeJson } from '../../settle.ts';
import { passphraseOf, readKey } from '../../signing-asked.ts';
import { UsageError } from '../../usage-error.ts';

const CRITERION = 'a checkpoint is signed over lines that hold together, and contradict no earlier one';
const COMMAND = 'custody checkpoint';
const many = { multiple: true, multipleNonGreedy: true } as const;

export default class CustodyCheckpoint extends BaseCommand {
  static override summary = 'sign how far a custody timeline goes, or cosign it as a witness';
  static override description =
    'The C2SP signed note goes to standard output, or to --output-file. The log is read first, and a checkpoint that contradicts its lines,\n' +
    'or an earlier checkpoint in it, is not signed. A witness computes the root from his own copy of the log.';
  static override examples = [
    '<%= config.bin %> custody checkpoint custody.jsonl --key log.pem --output-file checkpoints/5.note',
    '<%= config.bin %> custody checkpoint custody.jsonl --note 5.note --witness-key locker-b.example=witness.pem > 5.cosigned.note',
  ];
  static override args = { log: Args.string({ required: true, description: 'custody.jsonl' }) };
  static override flags = {
    json: COMMON_FLAGS.json,
    output: WRITER_FLAGS.output,
    'no-color': COMMON_FLAGS['no-color'],
    offline: COMMON_FLAGS.offline,
    engine: COMMON_FLAGS.engine,
    'output-file': Flags.string({ description: 'write the note to this file, whole or not at all' }),
    force: REPORT_FLAGS.force,
    key: Flags.string({
      char: 'k',
      aliases: ['log-signing-key'],
      description: 'private key of the log: FILE, fd:N or env:NAME; Ed25519, or a note key as Go writes it',
    }),
    note: Flags.string({ description: 'a checkpoint that is signed already: to be cosigned' }),
    'witness-key': Flags.string({
      ...many,
      description: 'private key of a witness: NAME=FILE, or a note key that brings its name',
    }),
    passphrase: WRITER_FLAGS.passphrase,
    at: Flags.string({ description: 'when the witness saw it; without it, the clock (RFC 3339)' }),
  };

  async run(): Promise<void> {
    const { flags, operands } = await this.parseStrictly(CustodyCheckpoint);
    const [path] = operands as [string];
    if ((flags.key === undefined) === (flags.note === undefined))
      throw new UsageError('give the key of the log (--key), or a checkpoint to cosign (--note)');
    const witnesses = listOf(flags, 'witness-key');
    if (flags.note !== undefined && witnesses.length === 0) throw new UsageError('--note wants --witness-key');
    const { asked, judged } = await custodyAsked({ engine: flags.engine, at: flags.at });
    const log = judgeLog(fileSource(path, []), [], { ...asked, keep: false });
    if (!log.ok) throw new UsageError(`${log.problem.reason}: ${log.problem.detail}`);
    const refuse = (why: string, checks: readonly NotPassed[]): void =>
      refuseEvent({
        command: COMMAND,
        path,
        flags,
        engine: asked.engine.id,
        judged,
        checks,
        why,
        criterion: CRITERION,
      });
    const wrong = whatForbidsCheckpoint(log.value, path);
    if (wrong.length > 0) {
      refuse('the log does not hold together, so that nothing is signed of how far it goes', wrong);
      return;
    }
    const passphrases = listOf(flags, 'passphrase');
    const keys = witnesses.length + (flags.key === undefined ? 0 : 1);
    const passphrase = (i: number): Bytes | null => passphraseOf(passphrases, i, keys);
    const note = flags.key === undefined ? noteOf(flags.note!) : signed(flags.key, log.value, passphrase(0));
    const misfit = misfitOf(note, log.value, asked.engine);
    if (misfit !== null) {
      const at = { evidence: flags.note ?? path, pointer: '' };
      const check = notPassed('custody.checkpoint', at, misfit.reason, misfit.detail) as NotPassed;
      refuse('the checkpoint is not of this log as it stands here', [check]);
      return;
    }
    const seconds = judged.at / NANOSECONDS_PER_SECOND;
    const cosigned = witnesses.reduce(
      (text, witness, i) => cosigning(text, witness, seconds, passphrase(keys - witnesses.length + i)),
      note,
    );
    deliverNote(cosigned, flags, path);
  }
}

function noteOf(path: string): string {
  const text = attempt(() => decodeUtf8(smallFile('note', path)));
  if (text.ok) return text.value;
  throw new UsageError(`--note ${path}: ${text.problem.reason}: ${text.problem.detail}`);
}

function signed(source: string, { origin, checkpoints, lines, root }: JudgedLog, passphrase: Bytes | null): string {
  const signer = readKey('--key', source, (bytes) => readNoteSigner(bytes, origin, passphrase, 'ed25519'));
  if (signer.verifier.key.fingerprint !== checkpoints.key?.key.fingerprint)
    throw new UsageError(`--key ${source}: this is not the checkpoint key that the log names in its first line`);
  return signCheckpoint(lines, decodeHex(root), signer);
}

/** `NAME=FILE`, or a note key that brings its name. */
function cosigning(note: string, text: string, seconds: bigint, passphrase: Bytes | null): string {
  const gap = text.indexOf('=');
  const [name, source] = gap === -1 ? [null, text] : [text.slice(0, gap), text.slice(gap + 1)];
  const signer = readKey('--witness-key', source, (bytes) => readNoteSigner(bytes, name, passphrase, 'cosignature/v1'));
  const again = parseSignedNote(note).lines.some((line) => line.name === signer.verifier.name);
  if (again) throw new UsageError(`--witness-key: ${signer.verifier.name} has signed this checkpoint already`);
  return cosignCheckpoint(note, seconds, signer);
}

interface NoteFlags extends OutputFlags {
  readonly 'output-file'?: string | undefined;
}

function deliverNote(note: string, flags: NoteFlags, path: string): void {
  const file = flags['output-file'];
  const bytes = encodeUtf8(note);
  if (file !== undefined) {
    const never = [path, ...namedBeside(file)];
    stored(() => writeNewFile(file, bytes, { replace: flags.force === true, never }));
  }
  const { text, lines } = parseSignedNote(note);
  const { origin, size, root } = parseCheckpoint(text);
  if (formatOf(flags) === 'json') {
    const signedBy = lines.map(({ name }) => name);
    const head = { command: COMMAND, exitCode: 0, file: file ?? null, format: 'forensic-verify/custody-checkpoint@v1' };
    writeJson(`${JSON.stringify({ ...head, note, origin, root: encodeHex(root), signedBy, size: Number(size) })}\n`);
  } else if (file === undefined) writeAll(1, bytes);
  else
    writeAll(
      1,
      `${wrapText('', `checkpoint of ${size} lines of ${origin} written to ${escapeText(file, 200)}`).join('\n')}\n`,
    );
  settle(0);
}
