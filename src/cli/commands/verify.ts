// SPDX-License-Identifier: Apache-2.0
import { Args, Flags } from '@oclif/core';
import { FORMAT_NAMES, FORMAT_WORDS } from '../../report/format-names.ts';
import { BaseCommand, REPORT_FLAGS } from '../base-command.ts';
import { layoutQuestion } from '../layout-asked.ts';
import { registryQuestion } from '../registry-asked.ts';
import { askForBinaryDigest, deliver, formatOf, refuseCompat } from '../session.ts';
import { stagingRootNeeded, UsageError } from '../usage-error.ts';
import { runVerification } from '../verification.ts';
import { RESULT_FLAGS, VERIFY_FLAGS } from '../verify-flags.ts';

export default class Verify extends BaseCommand {
  static override summary = 'verify artifacts and their evidence: one verdict, one report';
  static override description =
    'Exit 0 if and only if every required check of every item ran and passed, and the report is written.\n' +
    'An operand sha256:…, sha384:… or sha512:… is an artifact by its digest; without --bundle, operands that are\n' +
    'envelopes are evidence and all others artifacts.';
  static override examples = [
    '<%= config.bin %> verify release.tgz --bundle release.sigstore.json --certificate-identity https://github.com/o/r/.github/workflows/release.yml@refs/tags/v1 --certificate-oidc-issuer https://token.actions.githubusercontent.com',
    '<%= config.bin %> verify app.bin --bundle app.dsse.json --key signer.pub --at 2026-03-01T00:00:00Z --json',
    '<%= config.bin %> verify app.bin --bundle app.sigstore.json --policy gate.dsse.json --policy-key security-team.pub.pem',
  ];
  static override strict = false;
  static override args = { evidence: Args.string({ description: 'artifacts, digests, envelopes; any number' }) };
  static override flags = {
    ...REPORT_FLAGS,
    output: Flags.string({
      char: 'o',
      aliases: ['format'],
      charAliases: ['f'],
      options: [...FORMAT_NAMES, 'table'],
      description: `report format; ${FORMAT_WORDS}; table: of --compat stella`,
    }),
    compat: Flags.string({
      options: ['stella'],
      description:
        'print status, checksum, signature, subject and rationale, as stella forensic verify does (docs/API.md)',
    }),
    ...VERIFY_FLAGS,
    ...RESULT_FLAGS,
  };

  async run(): Promise<void> {
    const { flags, operands, given } = await this.parseStrictly(Verify);
    refuseCompat(flags);
    formatOf(flags);
    if (flags['binary-digest'] === true) askForBinaryDigest();
    refuseResultFlags(given, registryQuestion(given, operands) || layoutQuestion(given));
    if (registryQuestion(given, operands)) {
      const { runRegistrySignature } = await import('../registry-signature.ts');
      deliver(await runRegistrySignature(flags), flags);
      return;
    }
    if (layoutQuestion(given)) {
      const { runLayoutQuestion } = await import('../layout-question.ts');
      deliver(await runLayoutQuestion(flags, operands), flags);
      return;
    }
    if (flags.staging === true && flags['trusted-root'] === undefined) throw stagingRootNeeded();
    await runVerification('verify', flags, { artifacts: operands, bundles: flags.bundle ?? [], pathWins: false });
  }
}

/** A flag that would do nothing is a slip. @throws UsageError */
function refuseResultFlags(given: readonly string[], elsewhere: boolean): void {
  if (given.includes('attest-results')) {
    if (elsewhere)
      throw new UsageError(
        '--attest-results is about evidence and artifacts: neither a layout nor a registry signature',
      );
    return;
  }
  const [flag] = Object.keys(RESULT_FLAGS).filter((name) => given.includes(name));
  if (flag !== undefined) throw new UsageError(`--${flag} is for --attest-results`);
}
