// SPDX-License-Identifier: Apache-2.0
import { Args } from '@oclif/core';
import { encodeHex } from '../../../encoding/hex.ts';
import { parseJson } from '../../../encoding/json.ts';
import { asObject } from '../../../encoding/json-fields.ts';
import { readConsistencyProofFile } from '../../../merkle/proof-file.ts';
import { checkConsistency } from '../../../merkle/rfc6962.ts';
import { malformedCheck, passed } from '../../../model/check.ts';
import { attempt } from '../../../model/malformed.ts';
import { BaseCommand, PLAIN_REPORT_FLAGS } from '../../base-command.ts';
import { deliverStep, StepInputs } from '../../single-step.ts';

export default class CheckConsistency extends BaseCommand {
  static override summary = 'an RFC 6962 consistency proof: {size1, size2, root1, root2, proof}, hashes in base64';
  static override examples = ['<%= config.bin %> check consistency proof.json'];
  static override args = { file: Args.string({ required: true, description: 'the proof (JSON)' }) };
  static override flags = { ...PLAIN_REPORT_FLAGS };

  async run(): Promise<void> {
    const { flags, operands } = await this.parseStrictly(CheckConsistency);
    const [file] = operands as [string];
    const inputs = new StepInputs();
    const bytes = inputs.read(file, 'evidence');
    const at = { evidence: file, pointer: '' };
    const judged =
      bytes === null
        ? null
        : attempt(() => {
            const proof = readConsistencyProofFile(asObject(parseJson(bytes), ''));
            checkConsistency(proof.size1, proof.size2, proof.root1, proof.root2, proof.hashes);
            return {
              size1: String(proof.size1),
              size2: String(proof.size2),
              root1: encodeHex(proof.root1),
              root2: encodeHex(proof.root2),
            };
          });
    const checks =
      judged === null
        ? []
        : [
            judged.ok
              ? passed('consistency.proof', at, judged.value)
              : malformedCheck('consistency.proof', at, judged.problem),
          ];
    deliverStep(
      {
        name: file,
        command: 'check consistency',
        criteria: ['the larger tree extends the smaller one (RFC 9162 2.1.4.2)'],
        checks,
      },
      inputs,
      flags,
    );
  }
}
