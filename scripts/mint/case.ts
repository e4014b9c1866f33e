// SPDX-License-Identifier: Apache-2.0
import { type Bytes, utf8 } from './bytes.ts';
import { IDENTITY, ISSUER } from './fulcio.ts';
import { type JsonObject, pretty } from './json.ts';
import { ASKED_AT } from './world.ts';

export type Indication = 'TOTAL-PASSED' | 'INDETERMINATE' | 'TOTAL-FAILED';

/** One scenario with one cause: a folder under fixtures/cases. */
export interface Case {
  /** `<what>` where it passes, `<what>--<reason>` where it does not. */
  readonly name: string;
  /** Why the case exists, and what was done to the evidence. */
  readonly why: string;
  /** Path below the case's folder → octets. */
  readonly files: Readonly<Record<string, Bytes>>;
  readonly command: readonly string[];
  readonly exitCode: number;
  /** Null where there is no verdict: a usage error, or a command that only shows. */
  readonly indication: Indication | null;
  readonly reason: string | null;
  readonly check: string | null;
  /** Reasons that the same cause cannot but bring along. */
  readonly also?: readonly string[];
}

export type Files = Readonly<Record<string, Bytes | string | JsonObject>>;

function written(files: Files): Record<string, Bytes> {
  const octets = (value: Bytes | string | JsonObject): Bytes => {
    if (value instanceof Uint8Array) return value;
    return utf8(typeof value === 'string' ? value : pretty(value));
  };
  return Object.fromEntries(Object.entries(files).map(([path, value]) => [path, octets(value)]));
}

export function passes(name: string, why: string, files: Files, command: readonly string[]): Case {
  const good = { exitCode: 0, indication: 'TOTAL-PASSED', reason: null, check: null } as const;
  return { name, why, files: written(files), command, ...good };
}

/** A command that shows something and judges nothing: exit 0, and no verdict. */
export function shows(name: string, why: string, files: Files, command: readonly string[]): Case {
  return { ...passes(name, why, files, command), indication: null };
}

/** Refuted: TOTAL-FAILED. The reason is the part of the name after `--`; the check is the one that carries it. */
export function refuted(
  name: string,
  check: string,
  why: string,
  files: Files,
  command: readonly string[],
  exitCode = 3,
): Case {
  return {
    name,
    why,
    files: written(files),
    command,
    exitCode,
    indication: 'TOTAL-FAILED',
    reason: reasonOf(name),
    check,
  };
}

/** Left open: INDETERMINATE. */
export function undecided(
  name: string,
  check: string,
  why: string,
  files: Files,
  command: readonly string[],
  exitCode = 3,
): Case {
  return {
    name,
    why,
    files: written(files),
    command,
    exitCode,
    indication: 'INDETERMINATE',
    reason: reasonOf(name),
    check,
  };
}

/** A key, a trusted root or a flag that cannot be read as such: exit 64, and no verdict. */
export function unusable(name: string, why: string, files: Files, command: readonly string[]): Case {
  const none = { exitCode: 64, indication: null, check: null } as const;
  return { name, why, files: written(files), command, ...none, reason: reasonOf(name) };
}

function reasonOf(name: string): string {
  const reason = name.split('--')[1];
  if (reason === undefined) throw new Error(`${name} names no reason`);
  return reason;
}

/** The same case, with the reasons that its one cause cannot but bring along. */
export function alsoGiving(one: Case, ...also: readonly string[]): Case {
  return { ...one, also };
}

/** The files of a case as they are written, README and expectation included. */
export function caseFiles(one: Case): Record<string, Bytes> {
  const { command, exitCode, indication, reason, check, also } = one;
  const expect: JsonObject = { command: [...command], exitCode, indication, reason, check };
  if (also !== undefined) expect['also'] = [...also];
  return { 'README.md': utf8(`${one.why}\n`), 'expect.json': utf8(pretty(expect)), ...one.files };
}

export const TRUSTED_ROOT = ['--trusted-root', '../../shared/trusted-root.json'] as const;
export const WHO = ['--certificate-identity', IDENTITY, '--certificate-oidc-issuer', ISSUER] as const;
export const AT = ['--at', ASKED_AT] as const;

/** The command of most cases: one artifact, one bundle, the shared root, the usual signer. */
export function verifyBundle(artifact: string, ...more: readonly string[]): readonly string[] {
  return ['verify', artifact, '--bundle', 'bundle.sigstore.json', ...TRUSTED_ROOT, ...WHO, ...AT, ...more];
}
