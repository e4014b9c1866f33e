// SPDX-License-Identifier: Apache-2.0
import { sha256Hex } from '../crypto/digest.ts';
import { attempt } from '../model/malformed.ts';
import { DEFAULT_POLICY } from '../model/policy.ts';
import type { InputRecord, Report } from '../model/report.ts';
import { bundledRegistryKeys } from '../trust/bundled.ts';
import { readTrustFile } from '../trust/load.ts';
import { parseRegistryKeys, type RegistryKeys } from '../trust/npm-keys.ts';
import { verifyRegistrySignature } from '../trust/npm-signature.ts';
import { composeReport, EMPTY_ITEM } from '../verify/compose-report.ts';
import { engineFlag, instantFlag, judgingTime, runRecord } from './session.ts';
import { UsageError } from './usage-error.ts';
import type { VerifyFlags } from './verification.ts';
import { VERSION } from './version.ts';

const QUESTION = ['registry-signature', 'package-name', 'package-version', 'integrity', 'key-id'] as const;

export function registryQuestion(flags: VerifyFlags): boolean {
  const given = QUESTION.filter((name) => flags[name] !== undefined);
  if (given.length === 0) {
    if (flags['npm-keys'] !== undefined) throw new UsageError('--npm-keys was given without --registry-signature');
    return false;
  }
  const missing = QUESTION.filter((name) => flags[name] === undefined);
  if (missing.length > 0)
    throw new UsageError(`a registry signature needs ${missing.map((name) => `--${name}`).join(', ')} too`);
  return true;
}

/** `--registry-signature`: by a registry key, over name, version and integrity; the package itself is not at hand. */
export async function runRegistrySignature(flags: VerifyFlags): Promise<Report> {
  const text = (name: string) => flags[name] as string;
  const { at, isClock } = judgingTime({
    at: flags['at'] as string | undefined,
    attime: flags['attime'] as string | undefined,
  });
  const inputs: InputRecord[] = [];
  const keys = keyFiles((flags['npm-keys'] as readonly string[] | undefined) ?? [], inputs);
  const engine = await engineFlag(flags['engine'] as string | undefined, false);
  const signedAt = flags['signed-at'] === undefined ? null : instantFlag('signed-at', text('signed-at'));
  const name = `${text('package-name')}@${text('package-version')}`;
  const place = { evidence: name, pointer: '' };
  const checks = verifyRegistrySignature({
    name: text('package-name'),
    version: text('package-version'),
    integrity: text('integrity'),
    keyId: text('key-id'),
    signature: text('registry-signature'),
    keys: keys.flatMap((file) => file.keys),
    signedAt,
    engine,
    at: place,
  });
  return composeReport({
    version: VERSION,
    engine: engine.id,
    command: 'verify',
    at,
    atIsClock: isClock,
    skewSeconds: 0,
    criteria: [
      `the registry signed ${name} with integrity ${text('integrity')}`,
      `by its key ${text('key-id')}, valid when it signed`,
    ],
    weakenings: [],
    inputs,
    roots: [],
    policy: DEFAULT_POLICY,
    items: [
      {
        ...EMPTY_ITEM,
        name,
        kind: 'npm-registry-signature',
        checks,
        signers: [{ name: `npm registry key ${text('key-id')}` }],
        times:
          signedAt === null
            ? []
            : [{ source: 'examiner', instant: text('signed-at'), trusted: false, usedFor: "the key's window" }],
      },
    ],
    unmatchedArtifacts: [],
    unmatchedAttestations: [],
    limitations: ['the tarball is not at hand: that it has this integrity is not shown here'],
    run: runRecord(flags, { at, isClock }),
  });
}

function keyFiles(paths: readonly string[], inputs: InputRecord[]): RegistryKeys[] {
  if (paths.length === 0) return [bundledRegistryKeys()];
  return paths.map((path) => {
    const read = attempt(() => {
      const bytes = readTrustFile(path);
      inputs.push({ name: path, role: 'key', size: bytes.length, sha256: sha256Hex(bytes) });
      return parseRegistryKeys(bytes, path);
    });
    if (read.ok) return read.value;
    throw new UsageError(`--npm-keys ${path}: ${read.problem.reason}: ${read.problem.detail}`);
  });
}
