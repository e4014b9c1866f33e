// SPDX-License-Identifier: Apache-2.0
import type { PolicyDocument } from '../model/policy-document.ts';
import { COMMON_FLAGS } from './base-command.ts';
import { policyFile } from './policy-file.ts';
import { refusedPolicyReport } from './policy-refused.ts';
import { asksPolicySigner } from './policy-signer.ts';
import { POLICY_SIGNER_FLAGS } from './policy-signer-flags.ts';
import { deliver, type OutputFlags } from './session.ts';
import { TRUST_FLAGS } from './trust-flags.ts';
import { UsageError } from './usage-error.ts';
import { VERIFY_FLAGS } from './verify-flags.ts';

/** What a policy's signature is verified by, in the words of `verify`. */
const VERIFYING = {
  ...TRUST_FLAGS,
  'trusted-root-digest': VERIFY_FLAGS['trusted-root-digest'],
  'max-root-age': VERIFY_FLAGS['max-root-age'],
  at: VERIFY_FLAGS.at,
  attime: VERIFY_FLAGS.attime,
  engine: COMMON_FLAGS.engine,
} as const;

export const POLICY_OPERAND_FLAGS = {
  json: COMMON_FLAGS.json,
  offline: COMMON_FLAGS.offline,
  ...POLICY_SIGNER_FLAGS,
  ...VERIFYING,
} as const;

/**
 * The policy that a command is about. Null: it is not the one that was asked for, which the report of its verification has
 * told, with the exit code of that verdict.
 *
 * @param given names of the flags on the command line: one that would decide nothing is a slip
 */
export async function policyOperand(
  command: string,
  path: string,
  flags: OutputFlags & { readonly [name: string]: unknown },
  given: readonly string[],
): Promise<PolicyDocument | null> {
  const idle = asksPolicySigner(flags) ? undefined : Object.keys(VERIFYING).find((name) => given.includes(name));
  if (idle !== undefined)
    throw new UsageError(`--${idle} was given, and no signature is asked for: give --policy-key or --policy-identity`);
  const read = await policyFile(path, flags, { flag: '' });
  if (read.ok) return read.document;
  deliver(refusedPolicyReport(command, read, flags), flags);
  return null;
}
