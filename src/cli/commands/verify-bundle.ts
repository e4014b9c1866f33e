// SPDX-License-Identifier: Apache-2.0
import { Args, Flags } from '@oclif/core';
import { BaseCommand, REPORT_FLAGS } from '../base-command.ts';
import { stagingRootNeeded, UsageError } from '../usage-error.ts';
import { runVerification } from '../verification.ts';

export default class VerifyBundle extends BaseCommand {
  static override summary = 'the sigstore-conformance client protocol: verify-bundle … FILE_OR_DIGEST';
  static override examples = [
    '<%= config.bin %> verify-bundle --bundle a.sigstore.json --key signer.pub.pem a.txt',
    '<%= config.bin %> verify-bundle --bundle a.sigstore.json --certificate-identity ID --certificate-oidc-issuer ISSUER sha256:…',
  ];
  static override args = {
    artifact: Args.string({
      required: true,
      description: 'the artifact as a path or as sha256:…; an existing path wins',
    }),
  };
  static override flags = {
    ...REPORT_FLAGS,
    staging: Flags.boolean({ description: "Sigstore's staging instance (its root is not held here: exit 5)" }),
    bundle: Flags.string({ required: true, description: 'the Sigstore bundle' }),
    'certificate-identity': Flags.string({ description: 'who must have signed, exactly' }),
    'certificate-oidc-issuer': Flags.string({ description: 'who must have vouched for the identity, exactly' }),
    key: Flags.string({ description: 'public key instead of an identity' }),
    'trusted-root': Flags.string({ description: 'trusted root instead of the bundled one' }),
    at: Flags.string({ description: 'the instant to judge at (RFC 3339)' }),
  };

  async run(): Promise<void> {
    const { flags, operands } = await this.parseStrictly(VerifyBundle);
    if (flags.staging === true && flags['trusted-root'] === undefined) throw stagingRootNeeded();
    if (flags.key === undefined && flags['certificate-identity'] === undefined) {
      throw new UsageError('give --certificate-identity and --certificate-oidc-issuer, or --key');
    }
    const asked = {
      ...flags,
      key: flags.key === undefined ? undefined : [flags.key],
      'trusted-root': flags['trusted-root'] === undefined ? undefined : [flags['trusted-root']],
    };
    await runVerification('verify-bundle', asked, { artifacts: operands, bundles: [flags.bundle], pathWins: true });
  }
}
