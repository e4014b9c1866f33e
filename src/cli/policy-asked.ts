// SPDX-License-Identifier: Apache-2.0
import { sha256Hex } from '../crypto/digest.ts';
import type { Bytes } from '../model/bytes.ts';
import { attempt, Malformed } from '../model/malformed.ts';
import type { Policy } from '../model/policy.ts';
import type { PolicyDocument, PolicyModes, Rule } from '../model/policy-document.ts';
import type { InputRecord } from '../model/report.ts';
import { asksSigner } from '../policy/asks-signer.ts';
import type { AskedModes } from '../policy/effective.ts';
import { MisplacedText } from '../policy/problem.ts';
import { readTrustFile } from '../trust/load.ts';
import type { PolicyFile } from './policy-file.ts';
import { rulesAsked } from './policy-flags.ts';
import { UsageError } from './usage-error.ts';

type Flags = Readonly<Record<string, unknown>>;

/** What is asked beyond signer and thresholds: a policy file, the rules and the modes of single flags. */
export interface JudgingAsked {
  readonly document: PolicyDocument | null;
  readonly asked: AskedModes;
  /** The file, for the report. */
  readonly inputs: readonly InputRecord[];
  /** Some rule says who may have signed, for every item or for those of a scope. */
  readonly asksSigner: boolean;
}

/** @throws UsageError where flags contradict each other, or a spec cannot be read */
export async function judgingAsked(
  flags: Flags,
  byKey: boolean,
  file: Extract<PolicyFile, { ok: true }> | null,
): Promise<JudgingAsked> {
  const strict = flags['strict'] === true;
  const override = flags['override-policy'] === true;
  if (override && file === null) throw new UsageError('--override-policy was given without --policy');
  if (override && strict) throw new UsageError('--override-policy and --strict contradict each other');
  const spelled = await rulesAsked(flags, byKey);
  const expected = await expectAsked(flags['expect'] as string | undefined);
  const rules: readonly Rule[] = [...spelled.rules, ...expected.rules];
  const { document, inputs } = file ?? { document: null, inputs: [] };
  const everywhere: readonly Rule[] = [...rules, ...(document?.rules ?? [])];
  return {
    document,
    asked: { modes: modesAsked(flags), rules, strict, override },
    inputs: [...inputs, ...expected.inputs],
    asksSigner: asksSigner(everywhere) || document?.scopes.some((scope) => asksSigner(scope.rules)) === true,
  };
}

/** The spec of a package, as rules. */
async function expectAsked(path: string | undefined): Promise<{
  readonly rules: readonly Rule[];
  readonly inputs: readonly InputRecord[];
}> {
  if (path === undefined) return { rules: [], inputs: [] };
  const bytes = attempt(() => readTrustFile(path));
  if (!bytes.ok) throw new UsageError(`--expect ${path}: ${bytes.problem.reason}: ${bytes.problem.detail}`);
  const rules = await readSpec(bytes.value, path);
  const input = { name: path, role: 'policy' as const, size: bytes.value.length, sha256: sha256Hex(bytes.value) };
  return { rules, inputs: [input] };
}

async function readSpec(bytes: Bytes, path: string): Promise<readonly Rule[]> {
  const { readExpect } = await import('../policy/read-expect.ts');
  try {
    return readExpect(bytes, path);
  } catch (error) {
    if (!(error instanceof Malformed)) throw error;
    throw new UsageError(`--expect: ${error.detail}`, [], error instanceof MisplacedText ? error : null);
  }
}

function modesAsked(flags: Flags): Partial<PolicyModes> {
  const signature = flags['require-signature'] as 'true' | 'false' | undefined;
  const attestMode = flags['attest-mode'] as PolicyModes['attestMode'] | undefined;
  const fallback = flags['fallback'] as PolicyModes['fallback'] | undefined;
  return {
    ...(signature === undefined ? {} : { requireSignature: signature === 'true' }),
    ...(attestMode === undefined ? {} : { attestMode }),
    ...(fallback === undefined ? {} : { fallback }),
  };
}

/**
 * The thresholds beside a policy file: what flags switch off stays on, and is said, unless `--override-policy` was given.
 * `--strict` takes no such flag at all.
 */
export function besidePolicy(
  { policy, weakenings }: { readonly policy: Policy; readonly weakenings: readonly string[] },
  { document, asked }: JudgingAsked,
): { readonly policy: Policy; readonly weakenings: readonly string[] } {
  if (weakenings.length === 0) return { policy, weakenings };
  if (asked.strict) throw new UsageError(`--strict was given, and yet ${weakenings[0]}`);
  if (document === null || asked.override) return { policy, weakenings };
  const { logThreshold, certificateLogThreshold } = policy;
  return {
    policy: {
      ...policy,
      logThreshold: logThreshold === 0 ? null : logThreshold,
      certificateLogThreshold: Math.max(1, certificateLogThreshold),
      checkClaims: true,
    },
    weakenings: weakenings.map((what) => `not done beside a policy without --override-policy: ${what}`),
  };
}
