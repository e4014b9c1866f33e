// SPDX-License-Identifier: Apache-2.0
import { Args } from '@oclif/core';
import { encodeHex } from '../../../encoding/hex.ts';
import { parseJson } from '../../../encoding/json.ts';
import { asObject } from '../../../encoding/json-fields.ts';
import { profileFindings } from '../../../merkle/profile-findings.ts';
import { checkInclusionFile, readInclusionProofFile } from '../../../merkle/proof-file.ts';
import { malformedCheck, passed } from '../../../model/check.ts';
import { attempt } from '../../../model/malformed.ts';
import { BaseCommand, PLAIN_REPORT_FLAGS } from '../../base-command.ts';
import { deliverStep, StepInputs } from '../../single-step.ts';

export default class CheckInclusion extends BaseCommand {
  static override summary =
    'an inclusion proof: {leafIdx, treeSize, leafHash, proof, root}, hashes in base64, and the profile where it is not RFC 6962';
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
            checkInclusionFile(proof);
            return proof;
          });
    const checks =
      judged === null
        ? []
        : [
            judged.ok
              ? passed('inclusion.proof', at, {
                  profile: judged.value.profile,
                  leafIndex: String(judged.value.index),
                  treeSize: String(judged.value.size),
                  root: encodeHex(judged.value.root),
                })
              : malformedCheck('inclusion.proof', at, judged.problem),
          ];
    deliverStep(
      {
        name: file,
        command: 'check inclusion',
        criteria: ['the proof leads from the leaf to the root (RFC 9162 2.1.3.2)'],
        checks,
        findings: judged?.ok === true ? profileFindings(judged.value.profile, at) : [],
      },
      inputs,
      flags,
    );
  }
}
