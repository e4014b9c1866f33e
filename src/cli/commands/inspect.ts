// SPDX-License-Identifier: Apache-2.0
import { Args } from '@oclif/core';
import { readDocument } from '../../evidence/input.ts';
import { inspectEvidence, unreadEvidence } from '../../verify/inspect.ts';
import { BaseCommand, COMMON_FLAGS } from '../base-command.ts';
import { deliverStory } from '../story.ts';

export default class Inspect extends BaseCommand {
  static override summary =
    'show what evidence claims, every line marked unverified; exit 0, or 4 where there is nothing to show';
  static override description =
    'Knows Sigstore bundles, DSSE envelopes, in-toto statements, JSON Lines of these, trusted roots, registry keys,\n' +
    'certificates and public keys (PEM, DER, JWK), RFC 3161 timestamps, signed notes and checkpoints, reports of this\n' +
    'tool, and the outline of any other strict JSON. Nothing is verified. Private keys are never shown.';
  static override examples = ['<%= config.bin %> inspect release.sigstore.json', '<%= config.bin %> inspect chain.pem'];
  static override args = {
    evidence: Args.string({ required: true, description: 'a file of evidence, or - for standard input' }),
  };
  static override flags = { json: COMMON_FLAGS.json, offline: COMMON_FLAGS.offline };

  async run(): Promise<void> {
    const { flags, operands } = await this.parseStrictly(Inspect);
    const file = operands[0]!;
    const input = readDocument(file);
    if (input.ok) deliverStory(inspectEvidence(input.value.bytes, file), flags);
    else deliverStory(unreadEvidence(file, 'claims', input.problem), flags, input.problem);
  }
}
