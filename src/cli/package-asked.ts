// SPDX-License-Identifier: Apache-2.0
import { sha256Hex } from '../crypto/digest.ts';
import { readIntegrity } from '../encoding/npm-coordinates.ts';
import { attempt } from '../model/malformed.ts';
import type { InputRecord } from '../model/report.ts';
import { bundledRegistryKeys } from '../trust/bundled.ts';
import { readTrustFile } from '../trust/load.ts';
import { parseRegistryKeys, type RegistryKeys } from '../trust/npm-keys.ts';
import type { Artifact, PackageAsked } from '../verify/request.ts';
import type { HeldTrust } from './held-trust.ts';
import { UsageError } from './usage-error.ts';

type Flags = Readonly<Record<string, unknown>>;

/**
 * `--package-name`, `--package-version`. A name stands for the question who signed, where that was not asked otherwise; a
 * version alone is anybody's.
 */
export function packageAsked(flags: Flags, signerAsked: boolean): PackageAsked | null {
  const name = (flags['package-name'] as string | undefined) ?? null;
  const version = (flags['package-version'] as string | undefined) ?? null;
  if (name === '' || version === '') throw new UsageError('--package-name and --package-version cannot be empty');
  if (name === null && version === null) return null;
  const from =
    name === null ? '--package-version' : version === null ? '--package-name' : '--package-name, --package-version';
  return { name, version, from, forSigner: name !== null && !signerAsked };
}

/** `--integrity`: the package by its digests, as registries and lockfiles write them. */
export function integrityAsked(text: string | undefined): Artifact | null {
  if (text === undefined) return null;
  const read = attempt(() => readIntegrity(text));
  if (!read.ok) throw new UsageError(`--integrity: ${read.problem.detail}`);
  const digests = new Map(read.value.map(({ algorithm, hex }) => [algorithm, hex]));
  if (digests.size !== read.value.length) throw new UsageError('--integrity names two digests of one algorithm');
  if (digests.size === 0) throw new UsageError('--integrity names no digest that is strong enough: give sha512-…');
  return { name: text, bytes: null, digests, given: 'digest' };
}

export interface RegistryKeysAsked {
  readonly files: readonly RegistryKeys[];
  readonly inputs: readonly InputRecord[];
}

/** `--npm-keys`, or those of the trust store (whose inputs are told with it), or the keys of this build. */
export function registryKeysAsked(flags: Flags, { registry }: HeldTrust): RegistryKeysAsked {
  const paths = (flags['npm-keys'] as readonly string[] | undefined) ?? [];
  if (paths.length === 0 && registry !== null) return { files: registry, inputs: [] };
  if (paths.length === 0) return { files: [bundledRegistryKeys()], inputs: [] };
  const inputs: InputRecord[] = [];
  const files = paths.map((path) => {
    const read = attempt(() => {
      const bytes = readTrustFile(path);
      inputs.push({ name: path, role: 'key', size: bytes.length, sha256: sha256Hex(bytes) });
      return parseRegistryKeys(bytes, path);
    });
    if (read.ok) return read.value;
    throw new UsageError(`--npm-keys ${path}: ${read.problem.reason}: ${read.problem.detail}`);
  });
  return { files, inputs };
}
