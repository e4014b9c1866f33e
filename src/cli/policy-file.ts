// SPDX-License-Identifier: Apache-2.0
import { sha256Hex } from '../crypto/digest.ts';
import type { Bytes } from '../model/bytes.ts';
import { attempt, Malformed } from '../model/malformed.ts';
import type { PolicyDocument } from '../model/policy-document.ts';
import { readPolicy } from '../policy/read-policy.ts';
import { readTrustFile } from '../trust/load.ts';
import { UsageError } from './usage-error.ts';

/** A policy that the user named: every problem with it is exit 64, never a verdict. */
export async function policyFile(path: string): Promise<{ readonly bytes: Bytes; readonly document: PolicyDocument }> {
  const read = attempt(() => readTrustFile(path));
  if (!read.ok) throw new UsageError(`${read.problem.reason}: ${read.problem.detail}`);
  try {
    return { bytes: read.value, document: await readPolicy(read.value, path, sha256Hex(read.value)) };
  } catch (error) {
    if (error instanceof Malformed) throw new UsageError(error.detail);
    throw error;
  }
}
