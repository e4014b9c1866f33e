// SPDX-License-Identifier: Apache-2.0
import { Args, Flags } from '@oclif/core';
import { decodeHex, encodeHex } from '../../../encoding/hex.ts';
import { parseJson } from '../../../encoding/json.ts';
import { asObject } from '../../../encoding/json-fields.ts';
import { decodeUtf8, encodeUtf8 } from '../../../encoding/utf8.ts';
import { type JudgedCheckpoint, judgeCheckpoint } from '../../../log/judge-checkpoint.ts';
import { parseTlogProof, TLOG_PROOF_HEAD } from '../../../log/tlog-proof.ts';
import { DEFAULT_PROFILE, type MerkleProfileId, PROFILES } from '../../../merkle/profiles.ts';
import { readInclusionProofFile } from '../../../merkle/proof-file.ts';
import type { Bytes } from '../../../model/bytes.ts';
import { type Check, malformedCheck, notPassed, passed, skipped } from '../../../model/check.ts';
import { attempt, type Parsed } from '../../../model/malformed.ts';
import { type Anchor, type ClaimedProof, judgeInclusion, judgeRoot } from '../../../verify/merkle-verdict.ts';
import { BaseCommand, REPORT_FLAGS } from '../../base-command.ts';
import { CHECKPOINT_FLAGS, type CheckpointGiven, checkpointAsked } from '../../checkpoint-asked.ts';
import { trustOf } from '../../given-certificates.ts';
import { countAsked, readSet, rootAsked, rootFact, SET_FLAGS, setAsked, setName } from '../../merkle-asked.ts';
import { engineFlag } from '../../session.ts';
import { deliverStep, StepInputs } from '../../single-step.ts';
import { UsageError } from '../../usage-error.ts';

export default class MerkleVerify extends BaseCommand {
  static override summary = 'is this set, or this one leaf by its proof, under a root that somebody else vouches for';
  static override description =
    'The root comes from the command line, or from a checkpoint that a given key signed: never from beside the evidence. With\n' +
    '--proof the set is one leaf. A C2SP tlog-proof brings its checkpoint along.';
  static override examples = [
    '<%= config.bin %> merkle verify evidence --root 36642e73c2540ab121e3a6bf9545b0a24982cd830eb13d3cd19de3ce6c021ec1',
    '<%= config.bin %> merkle verify evidence --merkle-profile sha256-pairs-doubled --root d31a…fabe --size 3',
    '<%= config.bin %> merkle verify events.jsonl --leaves lines --checkpoint 20.note --key log.vkey',
    '<%= config.bin %> merkle verify photo.jpg --proof proof.json --root 36642e73…',
    '<%= config.bin %> merkle verify event.json --leaves lines --proof 17.tlog-proof --key log.vkey --tlog-policy policy.txt',
  ];
  static override strict = false;
  static override args = {
    set: Args.string({
      required: true,
      description: 'a folder or an archive, or files, any number; with --proof one leaf',
    }),
  };
  static override flags = {
    ...REPORT_FLAGS,
    ...SET_FLAGS,
    root: Flags.string({ description: 'the root, in hexadecimal' }),
    size: Flags.string({ description: 'the number of leaves: under some profiles the root alone does not fix it' }),
    checkpoint: Flags.string({ description: 'a signed checkpoint, which says root and size' }),
    proof: Flags.string({ description: 'an inclusion proof (JSON), or a C2SP tlog-proof' }),
    ...CHECKPOINT_FLAGS,
  };

  async run(): Promise<void> {
    const { flags, operands, given } = await this.parseStrictly(MerkleVerify);
    const inputs = new StepInputs();
    const root = flags.root === undefined ? null : rootAsked('root', flags.root);
    const size = countAsked('size', flags.size);
    const proofFile =
      flags.proof === undefined ? null : { path: flags.proof, bytes: inputs.read(flags.proof, 'evidence') };
    const tlog = proofFile?.bytes == null ? null : readTlog(proofFile.bytes);
    const noteFile = flags.checkpoint;
    const isUnread = proofFile !== null && proofFile.bytes === null;
    const hasNote = noteFile !== undefined || tlog !== null;
    if (noteFile !== undefined && tlog !== null)
      throw new UsageError('a tlog-proof has its checkpoint: leave --checkpoint out');
    if (hasNote && (root !== null || size !== null))
      throw new UsageError('a checkpoint says root and size: leave --root and --size out');
    for (const name of Object.keys(CHECKPOINT_FLAGS))
      if (!hasNote && !isUnread && given.includes(name))
        throw new UsageError(`--${name} is about a checkpoint: give one`);
    const engine = await engineFlag(flags.engine, false);
    const about = hasNote ? checkpointAsked(flags, engine) : null;
    inputs.records.push(...(about?.inputs ?? []));
    const note = noteFile === undefined ? null : inputs.read(noteFile, 'evidence');

    const claimed = proofFile?.bytes == null ? null : claimedOf(proofFile.bytes, tlog);
    const stated = claimed?.ok === true ? claimed.value.profile : DEFAULT_PROFILE;
    const profileId = (flags['merkle-profile'] as MerkleProfileId | undefined) ?? stated;
    if (hasNote && profileId !== DEFAULT_PROFILE)
      throw new UsageError(`a checkpoint is of an RFC 6962 tree: leave --merkle-profile ${profileId} out`);
    const asked = setAsked(operands, { ...flags, 'merkle-profile': profileId });
    const sum = PROFILES[profileId].start();
    let last: Bytes = new Uint8Array(0);
    const set = await readSet(
      asked,
      (hash, name) => {
        sum.add(hash, name);
        last = hash;
      },
      () => rootFact(sum.root()),
    );
    inputs.records.push(...set.inputs);

    const judged = about === null ? null : judgeNoteOf(about, note, noteFile, proofFile?.path, tlog);
    // Where the one who would say what the root is cannot be read, that is the cause, and not that nobody says it.
    const unsaid =
      tlog?.ok === false
        ? 'inclusion.proof'
        : isUnread || (noteFile !== undefined && note === null)
          ? 'input.read'
          : null;
    const anchored = anchorOf(root, size, judged, set.at, unsaid);
    const checks: Check[] = [...set.checks, ...(judged?.checks ?? []), anchored.check];
    const target = flags.proof === undefined ? 'merkle.root' : 'inclusion.proof';
    const before = checks.find(({ outcome }) => outcome !== 'passed' && outcome !== 'skipped');
    if (isUnread) checks.push(skipped(target, set.at, 'input.read'));
    else if (claimed !== null && !claimed.ok)
      checks.push(malformedCheck(target, { evidence: flags.proof!, pointer: '' }, claimed.problem));
    else if (anchored.anchor === null || !set.ok) checks.push(skipped(target, set.at, before?.id ?? 'merkle.anchor'));
    else if (claimed === null) checks.push(judgeRoot(PROFILES[profileId], sum, anchored.anchor, set.at));
    else
      checks.push(
        judgeInclusion(profileId, claimed.value, { hash: last, count: sum.size }, anchored.anchor, {
          evidence: flags.proof!,
          pointer: '',
        }),
      );
    deliverStep(
      {
        name: setName(operands),
        command: 'merkle verify',
        criteria: [
          `${claimed === null && proofFile === null ? 'the root over the set' : 'one leaf under the root'}, under ${profileId}`,
          ...(root === null ? [] : [`the root is ${root}${size === null ? '' : `, over ${size} leaves`}`]),
          ...(about?.criteria ?? []),
        ],
        checks,
        findings: [...set.findings, ...(judged?.findings ?? [])],
        signers: judged?.signers ?? [],
        times: judged?.times ?? [],
        engine: hasNote ? engine.id : 'none',
        trust: trustOf(about?.inputs ?? []),
      },
      inputs,
      flags,
    );
  }
}

type Tlog = ReturnType<typeof parseTlogProof>;

/** null: the file does not begin as a tlog-proof. */
function readTlog(bytes: Bytes): Parsed<Tlog> | null {
  const head = encodeUtf8(TLOG_PROOF_HEAD);
  if (head.some((octet, i) => bytes[i] !== octet)) return null;
  return attempt(() => parseTlogProof(decodeUtf8(bytes)));
}

function claimedOf(bytes: Bytes, tlog: Parsed<Tlog> | null): Parsed<ClaimedProof> {
  if (tlog === null) return attempt(() => readInclusionProofFile(asObject(parseJson(bytes), '')));
  if (!tlog.ok) return tlog;
  const { index, hashes } = tlog.value;
  return { ok: true, value: { profile: DEFAULT_PROFILE, index, size: null, leafHash: null, hashes, root: null } };
}

function judgeNoteOf(
  { asked }: CheckpointGiven,
  note: Bytes | null,
  noteFile: string | undefined,
  proofFile: string | undefined,
  tlog: Parsed<Tlog> | null,
): JudgedCheckpoint | null {
  if (noteFile !== undefined)
    return note === null ? null : judgeCheckpoint(note, asked, { evidence: noteFile, pointer: '' });
  if (tlog?.ok !== true) return null;
  return judgeCheckpoint(encodeUtf8(tlog.value.checkpoint), asked, { evidence: proofFile ?? '', pointer: '' });
}

/** Who says what the root is, and over how many leaves. */
function anchorOf(
  root: string | null,
  size: number | null,
  judged: JudgedCheckpoint | null,
  at: Check['at'],
  unsaid: 'inclusion.proof' | 'input.read' | null,
): { readonly anchor: Anchor | null; readonly check: Check } {
  if (root !== null) {
    const facts = { from: 'the command line', root, ...(size === null ? {} : { size: String(size) }) };
    const anchor = { root: decodeHex(root), size: size === null ? null : BigInt(size) };
    return { anchor, check: passed('merkle.anchor', at, facts) };
  }
  if (judged === null && unsaid !== null) return { anchor: null, check: skipped('merkle.anchor', at, unsaid) };
  if (judged === null) {
    const detail = 'neither --root nor a signed checkpoint was given';
    return { anchor: null, check: notPassed('merkle.anchor', at, 'merkle-root-unanchored', detail) };
  }
  const failed = judged.checks.find(({ outcome }) => outcome === 'failed' || outcome === 'indeterminate');
  const { checkpoint } = judged;
  if (failed !== undefined || checkpoint === null)
    return { anchor: null, check: skipped('merkle.anchor', at, failed?.id ?? 'checkpoint.signature') };
  const facts = {
    from: `a checkpoint of ${checkpoint.log.name}`,
    root: encodeHex(checkpoint.root),
    size: String(checkpoint.size),
  };
  return { anchor: { root: checkpoint.root, size: checkpoint.size }, check: passed('merkle.anchor', at, facts) };
}
