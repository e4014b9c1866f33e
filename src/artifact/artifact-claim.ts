// SPDX-License-Identifier: Apache-2.0
import type { HashName } from '../model/public-key.ts';
import type { DigestOperand } from './digest-operand.ts';

/** What evidence is compared with: a file that was read, or a digest that the examiner gave and that stands for it. */
export interface ArtifactClaim {
  /** As the report names it: relative to its operand, or the digest itself. */
  readonly name: string;
  /** Lowercase hexadecimal. Of a file, those that were computed; of a digest operand, that one. */
  readonly digests: ReadonlyMap<HashName, string>;
  /** False: only ECDSA over the artifact can be checked (verdicts: a digest stands for the artifact). */
  readonly bytesAvailable: boolean;
}

export function claimOfDigest({ algorithm, hex }: DigestOperand): ArtifactClaim {
  return { name: `${algorithm}:${hex}`, digests: new Map([[algorithm, hex]]), bytesAvailable: false };
}

export function claimOfFile(name: string, digests: ReadonlyMap<HashName, string>): ArtifactClaim {
  return { name, digests, bytesAvailable: true };
}
