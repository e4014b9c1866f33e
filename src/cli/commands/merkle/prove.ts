// SPDX-License-Identifier: Apache-2.0
import { Args, Flags } from '@oclif/core';
import { canonicalJson } from '../../../encoding/canonical-json.ts';
import { encodeHex } from '../../../encoding/hex.ts';
import { decodeUtf8 } from '../../../encoding/utf8.ts';
import { parseCheckpoint } from '../../../log/checkpoint.ts';
import { readNote } from '../../../log/judge-note.ts';
import { encodeTlogProof } from '../../../log/tlog-proof.ts';
import { HashList } from '../../../merkle/hash-list.ts';
import { profileFindings } from '../../../merkle/profile-findings.ts';
import { DEFAULT_PROFILE } from '../../../merkle/profiles.ts';
import { writeInclusionProofFile } from '../../../merkle/proof-file.ts';
import { equalBytes } from '../../../model/bytes.ts';
import { type Check, malformedCheck, notPassed } from '../../../model/check.ts';
import { attempt } from '../../../model/malformed.ts';
import { BaseCommand, REPORT_FLAGS } from '../../base-command.ts';
import { countAsked, readSet, SET_FLAGS, setAsked, setName } from '../../merkle-asked.ts';
import { settle, tell, writeAll } from '../../settle.ts';
import { deliverStep, StepInputs } from '../../single-step.ts';
import { UsageError } from '../../usage-error.ts';

export default class MerkleProve extends BaseCommand {
  static override summary =
    'write a proof that one leaf is in a set: JSON, or a C2SP tlog-proof where a checkpoint is given';
  static override description =
    'The proof goes to standard output, and nothing else does. Where there is none, a report says why.\n' +
    'With --checkpoint the proof is for the tree of that size, whose root must be the one in the note; who signed the note is\n' +
    'not judged here: `merkle verify` and `check checkpoint` do that.';
  static override examples = [
    '<%= config.bin %> merkle prove evidence --leaf photos/1.jpg > proof.json',
    '<%= config.bin %> merkle prove events.jsonl --leaves lines --index 17 > proof.json',
    '<%= config.bin %> merkle prove events.jsonl --leaves lines --index 17 --checkpoint 20.note > 17.tlog-proof',
  ];
  static override strict = false;
  static override args = {
    set: Args.string({ required: true, description: 'a folder or an archive, or files, any number' }),
  };
  static override flags = {
    json: Flags.boolean({ description: 'where there is no proof, the report of why in JSON' }),
    deterministic: REPORT_FLAGS.deterministic,
    'no-color': REPORT_FLAGS['no-color'],
    offline: REPORT_FLAGS.offline,
    ...SET_FLAGS,
    index: Flags.string({ description: 'which leaf, from 0' }),
    leaf: Flags.string({ description: 'which leaf, by the name of the file in the set' }),
    size: Flags.string({ description: 'for the tree of so many leaves, the first ones: all where none is given' }),
    checkpoint: Flags.string({ description: 'a signed checkpoint of the tree: the proof is a tlog-proof with it' }),
  };

  async run(): Promise<void> {
    const { flags, operands } = await this.parseStrictly(MerkleProve);
    const asked = setAsked(operands, flags);
    const { profile } = asked;
    const { inclusion } = profile;
    if (inclusion === null) throw new UsageError(`--merkle-profile ${profile.id} has no proofs of single leaves`);
    if ((flags.index === undefined) === (flags.leaf === undefined)) throw new UsageError('give --index or --leaf');
    if (flags.checkpoint !== undefined && flags.size !== undefined)
      throw new UsageError('--checkpoint has a size of its own: leave --size out');
    if (flags.checkpoint !== undefined && profile.id !== DEFAULT_PROFILE)
      throw new UsageError(`a checkpoint is of an RFC 6962 tree: leave --merkle-profile ${profile.id} out`);
    const index = countAsked('index', flags.index);
    const inputs = new StepInputs();
    const note = flags.checkpoint === undefined ? null : inputs.read(flags.checkpoint, 'evidence');
    const hashes = new HashList();
    const named = { index: -1, times: 0 };
    const read = await readSet(
      asked,
      (hash, name) => {
        if (name !== null && name === flags.leaf)
          Object.assign(named, { index: hashes.length, times: named.times + 1 });
        hashes.push(hash);
      },
      () => ({}),
    );
    inputs.records.push(...read.inputs);
    const refuse = (...checks: readonly Check[]): void =>
      deliverStep(
        {
          name: setName(operands),
          command: 'merkle prove',
          criteria: [`a proof of one leaf under ${profile.id}`],
          checks: [...read.checks, ...checks],
          findings: read.findings,
        },
        inputs,
        flags,
      );
    if (!read.ok || (flags.checkpoint !== undefined && note === null)) return refuse();
    const which = index ?? named.index;
    if (flags.leaf !== undefined && named.times !== 1)
      throw new UsageError(`--leaf ${flags.leaf}: no file of that name in the set`);
    const stated = note === null ? null : attempt(() => parseCheckpoint(readNote(note).text));
    const place = { evidence: flags.checkpoint ?? '', pointer: '' };
    if (stated !== null && !stated.ok) return refuse(malformedCheck('checkpoint.format', place, stated.problem));
    const size = stated === null ? (countAsked('size', flags.size) ?? hashes.length) : Number(stated.value.size);
    if (size < 1 || size > hashes.length) {
      if (stated === null) throw new UsageError(`--size ${size}: there are ${hashes.length} leaves`);
      const detail = `the checkpoint is of ${size} leaves, and there are ${hashes.length}`;
      return refuse(notPassed('merkle.root', read.at, 'merkle-size-mismatch', detail));
    }
    if (which >= size) throw new UsageError(`leaf ${which} is not among the first ${size}`);
    const tree = { length: size, at: (i: number) => (i < size ? hashes.at(i) : undefined) };
    const sum = profile.start();
    for (let i = 0; i < size; i++) sum.add(hashes.at(i)!, null);
    const root = sum.root();
    if (stated !== null && !equalBytes(root, stated.value.root)) {
      const detail = `the first ${size} leaves have the root ${encodeHex(root)}, the checkpoint names ${encodeHex(stated.value.root)}`;
      return refuse(notPassed('merkle.root', read.at, 'merkle-root-mismatch', detail));
    }
    const proof = inclusion.prove(tree, which);
    const leafHash = hashes.at(which)!;
    writeAll(
      1,
      note === null
        ? `${decodeUtf8(
            canonicalJson(
              writeInclusionProofFile(
                { profile: profile.id, index: BigInt(which), size: BigInt(size), leafHash, hashes: proof, root },
                flags.leaf ?? null,
              ),
            ),
          )}\n`
        : encodeTlogProof({ extra: null, index: BigInt(which), hashes: proof, checkpoint: decodeUtf8(note) }),
    );
    for (const { code, detail } of profileFindings(profile.id, read.at)) tell(`forensic-verify: ${code}: ${detail}\n`);
    settle(0);
  }
}
