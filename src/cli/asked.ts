// SPDX-License-Identifier: Apache-2.0

import { sha256Hex } from '../crypto/digest.ts';
import { weakSecret } from '../crypto/mac.ts';
import { parseDuration } from '../encoding/duration.ts';
import { readCertificatePem } from '../encoding/pem.ts';
import { decodeUtf8, encodeUtf8 } from '../encoding/utf8.ts';
import type { Witness } from '../log/cosignature.ts';
import { BUNDLED_SUMDB } from '../log/sumdb.ts';
import { parseWitnessKey } from '../log/witness-key.ts';
import type { Bytes } from '../model/bytes.ts';
import type { Instant } from '../model/instant.ts';
import { attempt, Malformed, type Problem } from '../model/malformed.ts';
import { DEFAULT_POLICY, type Policy } from '../model/policy.ts';
import type { SchemeId } from '../model/public-key.ts';
import type { InputRecord } from '../model/report.ts';
import type { CertificateAuthority, TrustedKey, TrustedRoot } from '../model/trusted-root.ts';
import { PREDICATE_TYPE_NAMES, resolvePredicateType } from '../statement/predicate-types.ts';
import { timestampAuthorityFromCertificates } from '../time/given-authority.ts';
import { bundledTrustedRoot } from '../trust/bundled.ts';
import { exactly, type IdentityCriteria, type TextCriterion } from '../trust/identity.ts';
import { fullMatch } from '../trust/identity-pattern.ts';
import { readKeyScheme, readTrustedKey } from '../trust/keyring.ts';
import { readTrustFile } from '../trust/load.ts';
import { parseTrustedRoots } from '../trust/trusted-root.ts';
import type { TrustGiven } from '../verify/compose-report.ts';
import { platformIssuer } from './policy-flags.ts';
import { readSecret } from './secret.ts';
import { didYouMean } from './suggestion.ts';
import { UsageError } from './usage-error.ts';

type Flags = Readonly<Record<string, unknown>>;

/** A reader of what the user named: every problem with it is exit 64, never a verdict. */
function orUsage<T>(what: string, read: () => T): T {
  const result = attempt(read);
  if (result.ok) return result.value;
  throw usageOf(what, result.problem);
}

function usageOf(what: string, { reason, detail }: Problem): UsageError {
  return new UsageError(`${what}: ${reason}: ${detail}`);
}

export interface TrustAsked {
  readonly roots: readonly TrustedRoot[];
  readonly inputs: readonly InputRecord[];
}

export function trustedRoots(paths: readonly string[]): TrustAsked {
  if (paths.length === 0) return { roots: [bundledTrustedRoot()], inputs: [] };
  const roots: TrustedRoot[] = [];
  const inputs: InputRecord[] = [];
  for (const path of paths) {
    const bytes = orUsage(`--trusted-root ${path}`, () => readTrustFile(path));
    inputs.push({ name: path, role: 'trust', size: bytes.length, sha256: sha256Hex(bytes) });
    roots.push(...orUsage(`--trusted-root ${path}`, () => parseTrustedRoots(bytes, path)));
  }
  return { roots, inputs };
}

export function keysAsked(
  paths: readonly string[],
  schemeName: string | undefined,
  flag = '--key',
): { readonly keys: readonly TrustedKey[]; readonly inputs: readonly InputRecord[] } {
  const scheme: SchemeId | null =
    schemeName === undefined ? null : orUsage(`--key-scheme ${schemeName}`, () => readKeyScheme(schemeName));
  const inputs: InputRecord[] = [];
  const keys = paths.map((path) => {
    const bytes = orUsage(`${flag} ${path}`, () => readTrustFile(path));
    inputs.push({ name: path, role: 'key', size: bytes.length, sha256: sha256Hex(bytes) });
    return orUsage(`${flag} ${path}`, () => readTrustedKey(bytes, path, scheme));
  });
  return { keys, inputs };
}

export function secretAsked(source: string | undefined): Bytes | null {
  if (source === undefined) return null;
  const secret = readSecret(source);
  const weakness = weakSecret(secret);
  if (weakness !== null) throw new UsageError(`--hmac-key: ${weakness}`);
  return secret;
}

export async function identityAsked(flags: Flags): Promise<IdentityCriteria | null> {
  const identity = await criterion(flags, 'certificate-identity');
  const issuer = await criterion(flags, 'certificate-oidc-issuer');
  if (identity === null && (issuer === null || namesPublisher(flags))) return null;
  const platform = issuer === null ? platformIssuer(flags) : null;
  if (identity !== null && platform !== null) return { identity, issuer: exactly(platform) };
  if (identity === null)
    throw new UsageError('an issuer was given without an identity: give --certificate-identity too');
  if (issuer === null)
    throw new UsageError('an identity was given without an issuer: give --certificate-oidc-issuer too');
  return { identity, issuer };
}

/** An issuer beside a publisher is the publisher's. */
function namesPublisher(flags: Flags): boolean {
  return ['source-uri', 'builder-id', 'signer-workflow', 'signer-repo'].some((name) => flags[name] !== undefined);
}

async function criterion(flags: Flags, name: string): Promise<TextCriterion | null> {
  const exact = flags[name] as string | undefined;
  const pattern = flags[`${name}-regexp`] as string | undefined;
  if (exact !== undefined && pattern !== undefined)
    throw new UsageError(`--${name} and --${name}-regexp say the same: give one`);
  if (exact !== undefined) return orUsage(`--${name}`, () => exactly(exact));
  if (pattern === undefined) return null;
  try {
    return await fullMatch(pattern);
  } catch (error) {
    if (error instanceof Malformed) throw usageOf(`--${name}-regexp`, error);
    throw error;
  }
}

export function policyAsked(flags: Flags): { readonly policy: Policy; readonly weakenings: readonly string[] } {
  const weakenings: string[] = [];
  const ignoreLog = flags['insecure-ignore-tlog'] === true;
  const ignoreSct = flags['insecure-ignore-sct'] === true;
  const logs = threshold(flags, 'tlog-threshold', 0);
  const certificateLogs = threshold(flags, 'ctlog-threshold', 0);
  if (ignoreLog && (logs ?? 0) > 0)
    throw new UsageError('--insecure-ignore-tlog and --tlog-threshold contradict each other');
  if (ignoreLog && flags['require-rekor'] === true)
    throw new UsageError('--insecure-ignore-tlog and --require-rekor contradict each other');
  if (ignoreSct && (certificateLogs ?? 0) > 0)
    throw new UsageError('--insecure-ignore-sct and --ctlog-threshold contradict each other');
  const checkClaims = flags['check-claims'] !== 'false';
  if (ignoreLog) weakenings.push('the transparency log is not required (--insecure-ignore-tlog)');
  else if (logs === 0) weakenings.push('the transparency log is not required (--tlog-threshold 0)');
  if (ignoreSct) weakenings.push('the certificate log is not required (--insecure-ignore-sct)');
  else if (certificateLogs === 0) weakenings.push('the certificate log is not required (--ctlog-threshold 0)');
  if (!checkClaims) weakenings.push('the artifact is not compared with what was signed (--check-claims=false)');
  const stamps = threshold(flags, 'timestamp-threshold', 0) ?? (flags['require-timestamp'] === true ? 1 : 0);
  const policy: Policy = {
    ...DEFAULT_POLICY,
    signatureThreshold: threshold(flags, 'threshold', 1) ?? 1,
    logThreshold: ignoreLog ? 0 : (logs ?? (flags['require-rekor'] === true ? 1 : null)),
    certificateLogThreshold: ignoreSct ? 0 : (certificateLogs ?? 1),
    timestampThreshold: stamps,
    checkClaims,
    ...(flags['require-all'] === true ? { requireAll: true } : {}),
  };
  return { policy, weakenings };
}

/** attacks B02: a whole number in its canonical form, nothing coerced. */
export function threshold(flags: Flags, name: string, least: 0 | 1): number | null {
  const text = flags[name] as string | undefined;
  if (text === undefined) return null;
  const value = /^(0|[1-9][0-9]?)$/.test(text) ? Number(text) : -1;
  if (value < least || value > 32) throw new UsageError(`--${name} wants a whole number from ${least} to 32`);
  return value;
}

export function skewAsked(text: string | undefined): number {
  if (text === undefined) return 0;
  const seconds = orUsage('--skew', () => parseDuration(text)) / 1_000_000_000n;
  if (seconds < 0n || seconds > 300n) throw new UsageError('--skew wants 0 to 300 seconds');
  return Number(seconds);
}

export function ageAsked(text: string | undefined): bigint | null {
  return text === undefined ? null : orUsage('--max-root-age', () => parseDuration(text));
}

export function predicateTypeAsked(text: string | undefined): string | null {
  if (text === undefined) return null;
  const uri = resolvePredicateType(text);
  if (uri === null) {
    const meant = didYouMean(text, [...PREDICATE_TYPE_NAMES.keys()]);
    throw new UsageError(`--type wants a short name (slsaprovenance1, spdxjson, ...) or a URI${meant}`);
  }
  return uri;
}

export function timestampAuthoritiesAsked(paths: readonly string[]): {
  readonly authorities: readonly CertificateAuthority[];
  readonly inputs: readonly InputRecord[];
} {
  const inputs: InputRecord[] = [];
  const authorities = paths.flatMap((path) =>
    orUsage(`--timestamp-certificate-chain ${path}`, () => {
      const bytes = readTrustFile(path);
      inputs.push({ name: path, role: 'trust', size: bytes.length, sha256: sha256Hex(bytes) });
      return timestampAuthorityFromCertificates(readCertificatePem(decodeUtf8(bytes)).certificates);
    }),
  );
  return { authorities, inputs };
}

export function witnessesAsked(keys: readonly string[]): readonly Witness[] {
  return keys.map((text) => orUsage('--witness', () => parseWitnessKey(text)));
}

export interface SumdbKeys {
  /** null: those of this build. */
  readonly given: readonly Witness[] | null;
  /** What decides about records of a checksum database, for the report. */
  readonly trust: readonly TrustGiven[];
}

export function sumdbKeysAsked(keys: readonly string[]): SumdbKeys {
  const given = keys.length === 0 ? null : keys.map((text) => orUsage('--sumdb-key', () => parseWitnessKey(text)));
  const bundled = given === null ? { source: BUNDLED_SUMDB.source } : {};
  const trust = (given === null ? BUNDLED_SUMDB.keys : keys).map((text): TrustGiven => {
    const name = `${given === null ? 'bundled:' : '--sumdb-key '}${text.slice(0, text.indexOf('+'))}`;
    return {
      origin: { name, sha256: sha256Hex(encodeUtf8(text)), issuedAt: null, ...bundled },
      setAside: [],
      unknownMembers: [],
    };
  });
  return { given, trust };
}

export function windowAsked(notBefore: Instant | null, notAfter: Instant | null): void {
  if (notBefore !== null && notAfter !== null && notAfter < notBefore)
    throw new UsageError('--not-after is earlier than --not-before');
}
