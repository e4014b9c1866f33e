// SPDX-License-Identifier: Apache-2.0
import type { VerdictExitCode } from '../model/policy.ts';
import type { SubIndication } from '../model/reasons.ts';

/**
 * The one table of exit codes: `--help`, the man page and the README print it. The last five can never be a verdict:
 * 9 is that of the runtime, before anything of this program runs, and the others are set by cli/.
 */
export const EXIT_CODES = {
  0: 'every required check of every required item passed, and at least one named check passed for each',
  1: 'accepted with warnings: the policy downgraded something',
  2: 'integrity: a digest, manifest, Merkle root or hash link differs',
  3: 'authenticity, trust, time, custody or a required claim is not established, or is refuted',
  4: 'evidence is missing or unreadable; nothing to verify',
  5: 'needs material that neither the kit nor the package holds',
  9: 'the environment ended the runtime before the program began (NODE_REPL_EXTERNAL_MODULE): there is no verdict',
  64: 'usage, or a policy or trust file that cannot be read as such',
  70: 'internal error',
  74: 'the output could not be written',
  130: 'interrupted',
} as const;

/** The same in few words: one line below every help. */
export const EXIT_WORDS: Readonly<Record<Exclude<keyof typeof EXIT_CODES, 9>, string>> = {
  0: 'passed',
  1: 'with warnings',
  2: 'altered',
  3: 'not established',
  4: 'no evidence',
  5: 'material needed',
  64: 'usage',
  70: 'fault',
  74: 'not written',
  130: 'interrupted',
};

/** verdicts: "by sub-indication". */
export function exitCodeOf(sub: SubIndication): VerdictExitCode {
  switch (sub) {
    case 'HASH_FAILURE':
      return 2;
    case 'SIGNED_DATA_NOT_FOUND':
      return 4;
    case 'TRY_LATER':
      return 5;
    default:
      return 3;
  }
}

const WORST_FIRST: readonly VerdictExitCode[] = [3, 2, 4, 5, 1, 0];

/** When several apply: 3, then 2, 4, 5, 1, 0. Nothing at all is 4: "nothing ran" is never "nothing failed". */
export function worstExitCode(codes: readonly VerdictExitCode[]): VerdictExitCode {
  return WORST_FIRST.find((code) => codes.includes(code)) ?? 4;
}
