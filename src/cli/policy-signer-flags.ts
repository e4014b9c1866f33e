// SPDX-License-Identifier: Apache-2.0
import { Flags } from '@oclif/core';

/** Who must have signed the policy: of every command that takes one. */
export const POLICY_SIGNER_FLAGS = {
  'policy-key': Flags.string({
    multiple: true,
    multipleNonGreedy: true,
    description: 'public key that must have signed the policy itself; of several, each must have',
  }),
  'policy-identity': Flags.string({ description: 'who must have signed the policy itself, exactly' }),
  'policy-issuer': Flags.string({ description: 'who must have vouched for that identity, exactly' }),
  'policy-bundle': Flags.string({
    description: 'Sigstore bundle over the bytes of the policy file, where that is no envelope itself',
  }),
  'policy-digest': Flags.string({
    description: 'sha256 that the policy must have (of its own bytes, not of an envelope)',
  }),
} as const;
