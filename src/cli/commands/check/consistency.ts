// SPDX-License-Identifier: Apache-2.0
import { Args, Flags } from '@oclif/core';
import { encodeHex } from '../../../encoding/hex.ts';
import { parseJson } from '../../../encoding/json.ts';
import { asObject } from '../../../encoding/json-fields.ts';
import { compareCheckpoints } from '../../../log/compare-checkpoints.ts';
import { judgeCheckpoint } from '../../../log/judge-checkpoint.ts';
import { type ConsistencyProofFile, readConsistencyProofFile } from '../../../merkle/proof-file.ts';
import { checkConsistency } from '../../../merkle/rfc6962.ts';
import type { Bytes } from '../../../model/bytes.ts';
import { type Check, malformedCheck, passed, skipped } from '../../../model/check.ts';
import { attempt } from '../../../model/malformed.ts';
import { BaseCommand, REPORT_FLAGS } from '../../base-command.ts';
import { CHECKPOINT_FLAGS, checkpointAsked } from '../../checkpoint-asked.ts';
import { trustOf } from '../../given-certificates.ts';
import { engineFlag, type OutputFlags } from '../../session.ts';
import { deliverStep, StepInputs } from '../../single-step.ts';
import { UsageError } from '../../usage-error.ts';

type CompareFlags = OutputFlags &
  Parameters<typeof checkpointAsked>[0] & { engine?: string; proof?: string | undefined };

export default class CheckConsistency extends BaseCommand {
  static override summary =
    'an RFC 6962 consistency proof alone, or two signed checkpoints of one log and a proof that joins them';
  static override description =
    'One operand: a proof, {size1, size2, root1, root2, proof}, hashes in base64. Two: checkpoints, in either order, whoever\n' +
    'collected them. Two different ones of one size are a fork: both notes stand in the report, which proves it.';
  static override examples = [
    '<%= config.bin %> check consistency proof.json',
    '<%= config.bin %> check consistency ours.note theirs.note --proof proof.json --key log.vkey',
  ];
  static override args = {
    file: Args.string({ required: true, description: 'the proof (JSON), or a checkpoint' }),
    other: Args.string({ description: 'another checkpoint' }),
  };
  static override flags = {
    ...REPORT_FLAGS,
    ...CHECKPOINT_FLAGS,
    proof: Flags.string({ description: 'the consistency proof between two checkpoints (JSON)' }),
  };

  async run(): Promise<void> {
    const { flags, operands, given } = await this.parseStrictly(CheckConsistency);
    const [file, other] = operands as [string, string?];
    if (other !== undefined) return compare([file, other], flags as CompareFlags);
    for (const name of ['proof', 'engine', ...Object.keys(CHECKPOINT_FLAGS)])
      if (given.includes(name)) throw new UsageError(`--${name} is about two checkpoints: name both`);
    const inputs = new StepInputs();
    const bytes = inputs.read(file, 'evidence');
    const checks = bytes === null ? [] : [proofAlone(bytes, file)];
    const criteria = ['the larger tree extends the smaller one (RFC 9162 2.1.4.2)'];
    deliverStep({ name: file, command: 'check consistency', criteria, checks }, inputs, flags);
  }
}

function proofAlone(bytes: Bytes, file: string): Check {
  const at = { evidence: file, pointer: '' };
  const judged = attempt(() => {
    const proof = readProof(bytes);
    checkConsistency(proof.size1, proof.size2, proof.root1, proof.root2, proof.hashes);
    return {
      size1: String(proof.size1),
      size2: String(proof.size2),
      root1: encodeHex(proof.root1),
      root2: encodeHex(proof.root2),
    };
  });
  return judged.ok
    ? passed('consistency.proof', at, judged.value)
    : malformedCheck('consistency.proof', at, judged.problem);
}

async function compare(files: readonly [string, string], flags: CompareFlags): Promise<void> {
  const engine = await engineFlag(flags.engine, false);
  const given = checkpointAsked(flags, engine);
  const inputs = new StepInputs();
  inputs.records.push(...given.inputs);
  const judged = files.map((file) => {
    const bytes = inputs.read(file, 'evidence');
    return bytes === null ? null : judgeCheckpoint(bytes, given.asked, { evidence: file, pointer: '' });
  });
  const proofBytes = flags.proof === undefined ? null : inputs.read(flags.proof, 'evidence');
  const proof = proofBytes === null ? null : attempt(() => readProof(proofBytes));
  const at = { evidence: flags.proof ?? files[1], pointer: '' };
  const [one, two] = judged.map((each) => each?.checkpoint ?? null);
  const before = judged.flatMap((each) => each?.checks ?? []);
  const isUnread = flags.proof !== undefined && proofBytes === null;
  const failed = [...inputs.checks, ...before].find(
    ({ outcome }) => outcome === 'failed' || outcome === 'indeterminate',
  );
  const own =
    one != null && two != null && !isUnread
      ? compareCheckpoints(one, two, proof, at)
      : [skipped('consistency.proof', at, failed?.id ?? 'input.read')];
  deliverStep(
    {
      name: files.join(', '),
      command: 'check consistency',
      criteria: [...given.criteria, 'both are of one history: one root for one size, else a proof that joins them'],
      checks: [...before, ...own],
      findings: judged.flatMap((each) => each?.findings ?? []),
      signers: judged.flatMap((each) => each?.signers ?? []),
      times: judged.flatMap((each) => each?.times ?? []),
      engine: engine.id,
      trust: trustOf(given.inputs),
    },
    inputs,
    flags,
  );
}

/** @throws Malformed */
function readProof(bytes: Bytes): ConsistencyProofFile {
  return readConsistencyProofFile(asObject(parseJson(bytes), ''));
}
