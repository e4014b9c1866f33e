// SPDX-License-Identifier: Apache-2.0
import { Args, Flags } from '@oclif/core';
import { canonicalJson } from '../../../encoding/canonical-json.ts';
import { decodeHex, encodeHex } from '../../../encoding/hex.ts';
import { decodeUtf8 } from '../../../encoding/utf8.ts';
import { HashList } from '../../../merkle/hash-list.ts';
import { writeConsistencyProofFile } from '../../../merkle/proof-file.ts';
import { consistencyProof, rootOfHashes } from '../../../merkle/tree.ts';
import { type Bytes, equalBytes } from '../../../model/bytes.ts';
import { type Check, notPassed } from '../../../model/check.ts';
import { BaseCommand, REPORT_FLAGS } from '../../base-command.ts';
import { countAsked, readSet, rootAsked, SET_FLAGS, setAsked, setName } from '../../merkle-asked.ts';
import { settle, writeAll } from '../../settle.ts';
import { deliverStep, StepInputs } from '../../single-step.ts';
import { UsageError } from '../../usage-error.ts';

const { leaves } = SET_FLAGS;

export default class MerkleConsistency extends BaseCommand {
  static override summary = 'write a proof that a log only grew: from its first leaves to all of them (RFC 9162 2.1.4)';
  static override description =
    'The proof goes to standard output, and nothing else does. Where there is none, a report says why. `check consistency`\n' +
    'judges such a proof, alone or between two signed checkpoints.';
  static override examples = [
    '<%= config.bin %> merkle consistency events.jsonl --leaves lines --from 20 > proof.json',
    '<%= config.bin %> merkle consistency events.jsonl --leaves lines --from 20 --old-root 36642e73… > proof.json',
  ];
  static override strict = false;
  static override args = {
    set: Args.string({ required: true, description: 'a file of lines or digests, a folder, an archive, or files' }),
  };
  static override flags = {
    json: Flags.boolean({ description: 'where there is no proof, the report of why in JSON' }),
    deterministic: REPORT_FLAGS.deterministic,
    'no-color': REPORT_FLAGS['no-color'],
    offline: REPORT_FLAGS.offline,
    leaves,
    from: Flags.string({ required: true, description: 'leaves of the older tree' }),
    to: Flags.string({ description: 'leaves of the newer tree: all where none is given' }),
    'old-root': Flags.string({ description: 'the root that the older tree must have, in hexadecimal' }),
  };

  async run(): Promise<void> {
    const { flags, operands } = await this.parseStrictly(MerkleConsistency);
    const asked = setAsked(operands, flags);
    const from = countAsked('from', flags.from)!;
    const to = countAsked('to', flags.to);
    const oldRoot = flags['old-root'] === undefined ? null : rootAsked('old-root', flags['old-root']);
    if (from === 0)
      throw new UsageError('--from 0: the empty tree is consistent with everything, and nothing proves it');
    const hashes = new HashList();
    const read = await readSet(
      asked,
      (hash) => hashes.push(hash),
      () => ({}),
    );
    const inputs = new StepInputs();
    inputs.records.push(...read.inputs);
    const refuse = (...checks: readonly Check[]): void =>
      deliverStep(
        {
          name: setName(operands),
          command: 'merkle consistency',
          criteria: [`a proof from the tree of the first ${from} leaves`],
          checks: [...read.checks, ...checks],
          findings: read.findings,
        },
        inputs,
        flags,
      );
    if (!read.ok) return refuse();
    const size = to ?? hashes.length;
    if (size > hashes.length || from > size) {
      const detail = `a proof from ${from} to ${size} leaves, and there are ${hashes.length}`;
      return refuse(notPassed('merkle.root', read.at, 'merkle-size-mismatch', detail));
    }
    const root1 = rootOfHashes(first(hashes, from));
    if (oldRoot !== null && !equalBytes(root1, decodeHex(oldRoot))) {
      const detail = `the first ${from} leaves have the root ${encodeHex(root1)}, and ${oldRoot} was given`;
      return refuse(notPassed('merkle.root', read.at, 'merkle-root-mismatch', detail));
    }
    const grown = { length: size, at: (i: number) => (i < size ? hashes.at(i) : undefined) };
    const proof = writeConsistencyProofFile({
      size1: BigInt(from),
      size2: BigInt(size),
      root1,
      root2: rootOfHashes(first(hashes, size)),
      hashes: consistencyProof(grown, from),
    });
    writeAll(1, `${decodeUtf8(canonicalJson(proof))}\n`);
    settle(0);
  }
}

function* first(hashes: HashList, count: number): Generator<Bytes> {
  for (let i = 0; i < count; i++) yield hashes.at(i)!;
}
