// SPDX-License-Identifier: Apache-2.0
import { LIMITS } from '../encoding/limits.ts';
import { openDetachedSignature, openSignedPayload } from '../envelope/detached-signature.ts';
import { readInput } from '../evidence/input.ts';
import type { Bytes } from '../model/bytes.ts';
import type { Problem } from '../model/malformed.ts';
import type { InputRecord } from '../model/report.ts';
import type { EvidenceFile } from '../verify/evidence-set.ts';
import { UsageError } from './usage-error.ts';
import type { Operands } from './verification.ts';

type Flags = Readonly<Record<string, unknown>>;

/**
 * `--signature`, `--certificate` and `--certificate-chain`, as `cosign verify-blob` has them: one signature over one artifact,
 * each part in a file of its own. With `--payload` the signature is over that file, which names an image, as cosign's
 * simple-signing layers have it, and the artifact is the image's manifest. Null where it was not asked for.
 *
 * @throws UsageError where the flags do not fit together
 */
export function detachedAsked(flags: Flags, operands: Operands, inputs: InputRecord[]): EvidenceFile | null {
  const text = (name: string) => flags[name] as string | undefined;
  const path = text('signature');
  const certificate = text('certificate');
  const chain = text('certificate-chain');
  if (path === undefined) {
    const stray = ['certificate', 'certificate-chain', 'payload'].find((name) => flags[name] !== undefined);
    if (stray !== undefined) throw new UsageError(`--${stray} was given without --signature`);
    return null;
  }
  if (operands.bundles.length > 0)
    throw new UsageError('--signature and --bundle exclude each other: a bundle holds its signature');
  const named = operands.artifacts.length + (text('digest') === undefined ? 0 : 1);
  if (named !== 1) throw new UsageError('--signature is over one artifact: name exactly one');
  if (chain !== undefined && certificate === undefined)
    throw new UsageError('--certificate-chain was given without --certificate');
  const byKey = ((flags['key'] as readonly string[] | undefined) ?? []).length > 0;
  if (byKey && certificate !== undefined)
    throw new UsageError('--key and --certificate exclude each other: either answers for the signer');
  const problems: { readonly name: string; readonly problem: Problem }[] = [];
  const read = (file: string | undefined): Bytes | null => {
    if (file === undefined) return null;
    const input = readInput(file, ['sha256']);
    if (!input.ok) {
      problems.push({ name: file, problem: input.problem });
      return null;
    }
    const { bytes, size, digests } = input.value;
    inputs.push({ name: file, role: 'evidence', size, sha256: digests.get('sha256')! });
    if (bytes !== null && size <= LIMITS.documentBytes) return bytes;
    const problem = { reason: 'limit-exceeded', detail: `${file} is larger than a document may be` } as const;
    problems.push({ name: file, problem });
    return null;
  };
  const [signature, leaf, above, payload] = [read(path), read(certificate), read(chain), read(text('payload'))];
  const [first] = problems;
  if (first !== undefined || signature === null) return { name: first!.name, bytes: null, problem: first!.problem };
  const at = { evidence: path, pointer: '' };
  const parts = { signature, certificate: leaf, chain: above, timestamps: [] };
  return {
    name: path,
    opened: payload === null ? openDetachedSignature(parts, at) : openSignedPayload(payload, parts, at),
  };
}
