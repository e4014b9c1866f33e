// SPDX-License-Identifier: Apache-2.0
import { sha256Hex } from '../crypto/digest.ts';
import { escapeText } from '../encoding/escape-text.ts';
import { decodeHex } from '../encoding/hex.ts';
import type { Holding, Member } from '../model/holding.ts';
import type { Problem } from '../model/malformed.ts';
import type { HashName } from '../model/public-key.ts';
import type { Statement } from '../model/statement.ts';
import { STRONG_DIGESTS } from '../statement/digest-set.ts';
import type { ModelManifest } from '../statement/predicates/model-signing.ts';

/** Hexadecimal digits. */
const LENGTHS: ReadonlyMap<string, number> = new Map([
  ['sha256', 64],
  ['sha384', 96],
  ['sha512', 128],
]);

/** Why nothing can be compared with the manifest, or why it is not the one that the subject names; null where all is well. */
export function manifestProblem(manifest: ModelManifest, statement: Statement): Problem | null {
  const { method, resources } = manifest;
  const [subject, ...others] = statement.subject;
  if (subject === undefined || others.length > 0)
    return { reason: 'model-manifest-format', detail: `${statement.subject.length} subjects, and not one` };
  if (resources.length === 0) return { reason: 'model-manifest-format', detail: 'no file is named' };
  if (method !== 'files')
    return { reason: 'model-serialization', detail: `the serialization is "${escapeText(method, 64)}", not "files"` };
  const names = new Set<string>();
  for (const { name, algorithm, digest } of resources) {
    const shown = escapeText(name);
    if (!isListable(name)) return { reason: 'model-manifest-format', detail: `"${shown}" is no path in the model` };
    if (names.has(name)) return { reason: 'model-manifest-format', detail: `"${shown}" is named twice` };
    names.add(name);
    const length = LENGTHS.get(algorithm);
    if (length === undefined)
      return { reason: 'model-serialization', detail: `"${shown}" has a digest by "${escapeText(algorithm, 64)}"` };
    if (digest.length !== length || !/^[0-9a-f]+$/.test(digest))
      return { reason: 'model-manifest-format', detail: `"${shown}" has no digest by ${algorithm}` };
  }
  const computed = digestOver(resources.map(({ digest }) => digest));
  if (subject.digest.get('sha256') === computed) return null;
  return { reason: 'model-digest-mismatch', detail: `the digests of the manifest give sha256 ${computed}` };
}

/** A relative path without empty parts, `.` or `..`. */
export function isListable(path: string): boolean {
  return path.split('/').every((one) => one !== '' && one !== '.' && one !== '..');
}

/** SHA-256 over the digests of the files, in the order of the manifest; null where one is not there. */
export function digestOverFiles({ resources }: ModelManifest, found: ReadonlyMap<string, string>): string | null {
  const digests = resources.flatMap(({ name }) => found.get(name) ?? []);
  return digests.length === resources.length ? digestOver(digests) : null;
}

function digestOver(digests: readonly string[]): string {
  return sha256Hex(decodeHex(digests.join('')));
}

/** The digest of a file by the algorithm that the manifest names; null where it cannot be had. */
export function fileOf(holding: Holding, member: Member, algorithm: string): string | null {
  const name: HashName | undefined = STRONG_DIGESTS.find((one) => one === algorithm);
  if (name === undefined) return null;
  const known = member.digests.get(name);
  if (known !== undefined) return known;
  const read = holding.digests(member, [name]);
  return read.ok ? (read.value.get(name) ?? null) : null;
}
