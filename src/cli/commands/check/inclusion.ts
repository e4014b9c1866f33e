// SPDX-License-Identifier: Apache-2.0
import { Args } from '@oclif/core';
import { encodeHex } from '../../../encoding/hex.ts';
import { parseJson } from '../../../encoding/json.ts';
import { asObject } from '../../../encoding/json-fields.ts';
import { readInclusionProofFile } from '../../../merkle/proof-file.ts';
import { checkInclusion } from '../../../merkle/rfc6962.ts';
import { malformedCheck, passed } from '../../../model/check.ts';
import { attempt } from '../../../model/malformed.ts';
import { BaseCommand, PLAIN_REPORT_FLAGS } from '../../base-command.ts';
import { deliverStep, StepInputs } from '../../single-step.ts';

export default class CheckInclusion extends BaseCommand {
  static override summary = 'an RFC 6962 inclusion proof: {leafIdx, treeSize, leafHash, proof, root}, hashes in base64';
  static override examples = ['<%= config.bin %> check inclusion proof.json'];
  static override args = { file: Args.string({ required: true, description: 'the proof (JSON)' }) };
  static override flags = { ...PLAIN_REPORT_FLAGS };

  async run(): Promise<void> {
    const { flags, operands } = await this.parseStrictly(CheckInclusion);
    const [file] = operands as [string];
    const inputs = new StepInputs();
    const bytes = inputs.read(file, 'evidence');
    const at = { evidence: file, pointer: '' };
    const judged =
      bytes === null
        ? null
        : attempt(() => {
            const proof = readInclusionProofFile(asObject(parseJson(bytes), ''));
            checkInclusion(proof.index, proof.size, proof.leafHash, proof.hashes, proof.root);
            return { leafIndex: String(proof.index), treeSize: String(proof.size), root: encodeHex(proof.root) };
          });
    const checks =
      judged === null
        ? []
        : [
            judged.ok
              ? passed('inclusion.proof', at, judged.value)
              : malformedCheck('inclusion.proof', at, judged.problem),
          ];
    deliverStep(
      {
        name: file,
        command: 'check inclusion',
        criteria: ['the proof leads from the leaf to the root (RFC 9162 2.1.3.2)'],
        checks,
      },
      inputs,
      flags,
    );
  }
}
