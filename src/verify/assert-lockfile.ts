// SPDX-License-Identifier: Apache-2.0
import { type Engine, nativeEngine } from '../crypto/engine.ts';
import { lockSyntaxOf } from '../encoding/lock-data.ts';
import type { LockSyntax } from '../encoding/lock-format.ts';
import type { Bytes } from '../model/bytes.ts';
import type { Instant } from '../model/instant.ts';
import { Malformed } from '../model/malformed.ts';
import { DEFAULT_POLICY, type VerdictExitCode } from '../model/policy.ts';
import { REASONS, type ReasonCode } from '../model/reasons.ts';
import type { ItemFacts } from '../model/report.ts';
import type { TrustedKey } from '../model/trusted-root.ts';
import { worstExitCode } from '../policy/exit-code.ts';
import { judge } from '../policy/judge.ts';
import { bundledTrustedRoot } from '../trust/bundled.ts';
import { verifyLockfile } from './lockfile.ts';
import { PLAIN_QUESTION } from './request.ts';

/** What an installer asks before it believes a lockfile. */
export interface LockfileGate {
  /** What is about to be done with it: it stands in the result and in the error, and changes nothing. */
  readonly phase: 'configure' | 'restore';
  /** `strict`: what is unsigned or wrong throws. `warn`: it is told, and old files without a signature keep working. */
  readonly mode: 'strict' | 'warn';
  /** The file's name, without a folder. */
  readonly name: string;
  readonly bytes: Bytes;
  /** Absent: by the name. */
  readonly syntax?: LockSyntax;
  /** The file beside it that holds its signature, where there is one. */
  readonly signature?: Bytes | null;
  /** Whose signature counts: public keys, or one shared secret. */
  readonly keys?: readonly TrustedKey[];
  readonly hmacSecret?: Bytes | null;
  /** What the signer must have called himself. */
  readonly signer?: string;
  /** The instant to judge at: nothing here reads a clock. */
  readonly at: Instant;
  readonly engine?: Engine;
}

export interface LockfileResult {
  readonly phase: LockfileGate['phase'];
  readonly decision: 'accept' | 'warn' | 'reject';
  readonly exitCode: VerdictExitCode;
  /** As he calls himself, under the signature; null where nothing that verified says it. */
  readonly signer: string | null;
  /** SHA-256 of the SubjectPublicKeyInfo of each key that signed. */
  readonly keys: readonly string[];
  /** Whether what the signer says was compared, and held. */
  readonly claimsChecked: boolean;
  /** null where it is accepted. */
  readonly reason: ReasonCode | null;
  /** One sentence for a person. */
  readonly message: string;
  readonly items: readonly ItemFacts[];
}

/** The lockfile must not be used. */
export class LockfileError extends Error {
  readonly result: LockfileResult;
  constructor(name: string, result: LockfileResult) {
    super(`${name} is refused (${result.phase}): ${result.message}`);
    this.name = 'LockfileError';
    this.result = result;
  }
}

/**
 * The gate of an installer: call it before a lockfile is configured from, and before it is restored.
 *
 * @throws LockfileError in `strict`, for everything but a lockfile that is signed as asked, all of it
 * @throws Malformed `lockfile-format` where neither name nor `syntax` says what it is written in
 */
export function assertLockfile(gate: LockfileGate): LockfileResult {
  const { name, bytes, phase, at, mode } = gate;
  const syntax = gate.syntax ?? lockSyntaxOf(name, bytes);
  if (syntax === null) throw new Malformed('lockfile-format', 'the name does not say what the lockfile is written in');
  const signature = gate.signature ?? null;
  const items = verifyLockfile(
    {
      ...{ name, bytes, syntax, subject: null },
      signatures: signature === null ? [] : [{ name: `${name}.sig.json`, bytes: signature }],
      signer: gate.signer ?? null,
    },
    {
      ...PLAIN_QUESTION,
      ...{ at, clockFloor: at, identity: null, roots: [bundledTrustedRoot()] },
      engine: gate.engine ?? nativeEngine,
      keys: gate.keys ?? [],
      hmacSecret: gate.hmacSecret ?? null,
    },
  );
  const result = resultOf(items, phase, mode);
  if (result.decision === 'reject') throw new LockfileError(name, result);
  return result;
}

function resultOf(
  items: readonly ItemFacts[],
  phase: LockfileGate['phase'],
  mode: LockfileGate['mode'],
): LockfileResult {
  const strict = worstExitCode(items.map((item) => judge(item, DEFAULT_POLICY).exitCode));
  const checks = items.flatMap((item) => item.checks);
  const wrong = checks.find(({ outcome }) => outcome === 'failed' || outcome === 'indeterminate');
  const reason = wrong !== undefined && 'reason' in wrong && wrong.outcome !== 'skipped' ? wrong.reason : null;
  const claims = checks.filter(({ id, outcome }) => id === 'lock.claims' && outcome === 'passed');
  const signer = strict === 0 ? (claims[0]?.facts['signer'] ?? null) : null;
  const exitCode = strict === 0 ? 0 : mode === 'warn' ? 1 : strict;
  return {
    phase,
    decision: exitCode === 0 ? 'accept' : exitCode === 1 ? 'warn' : 'reject',
    exitCode,
    signer: typeof signer === 'string' ? signer : null,
    keys: items.flatMap(({ signers }) =>
      signers.flatMap(({ fingerprint }) => (typeof fingerprint === 'string' ? [fingerprint] : [])),
    ),
    claimsChecked: strict === 0 && claims.length > 0,
    reason: strict === 0 ? null : reason,
    message: strict === 0 ? 'signed as asked' : reason === null ? 'nothing was established' : REASONS[reason].says,
    items,
  };
}
