// SPDX-License-Identifier: Apache-2.0
import { Flags } from '@oclif/core';
import { sha256Hex } from '../crypto/digest.ts';
import type { Engine } from '../crypto/engine.ts';
import type { SideFile } from '../custody/chain.ts';
import { type CustodyKeyring, readCustodyKeyring } from '../custody/keyring-file.ts';
import { keysKnownAt, rootsKnownAt } from '../custody/known-at.ts';
import { openerOf } from '../custody/opener.ts';
import { parseDuration } from '../encoding/duration.ts';
import { LIMITS } from '../encoding/limits.ts';
import { readDocument } from '../evidence/input.ts';
import { readEndedLines } from '../evidence/timeline-file.ts';
import { parseVerifierKey, type VerifierKey } from '../log/verifier-key.ts';
import type { Bytes } from '../model/bytes.ts';
import { type Check, malformedCheck, passed } from '../model/check.ts';
import type { Instant } from '../model/instant.ts';
import { attempt } from '../model/malformed.ts';
import type { InputRecord, Report } from '../model/report.ts';
import type { CertificateAuthority } from '../model/trusted-root.ts';
import { timestampAuthorityFromCertificates } from '../time/given-authority.ts';
import { isTolerance } from '../time/tolerance.ts';
import { readTrustFile } from '../trust/load.ts';
import { revokedKeys } from '../trust/revocation/data.ts';
import type { TrustGiven } from '../verify/compose-report.ts';
import { bundleVerifier } from '../verify/custody-bundles.ts';
import { type ExpectedHead, layOut } from '../verify/given-timelines.ts';
import type { CustodyTrust } from '../verify/request.ts';
import type { GivenTimeline, TimelineAsked, TimelineSource } from '../verify/timeline.ts';
import { keysAsked } from './asked.ts';
import type { NamedTimeline } from './custody-operands.ts';
import { givenCertificates, trustOf } from './given-certificates.ts';
import type { HeldTrust } from './held-trust.ts';
import { engineFlag, instantFlag, judgingTime } from './session.ts';
import { REVOCATION_FLAGS, TRUST_STORE_FLAGS } from './trust-flags.ts';
import { trustGiven } from './trust-given.ts';
import { UsageError } from './usage-error.ts';

const many = { multiple: true, multipleNonGreedy: true } as const;

/** Whom to believe, and what of it is asked: flags of every command that reads a custody log. */
export const CUSTODY_FLAGS = {
  key: Flags.string({
    ...many,
    char: 'k',
    aliases: ['public-key'],
    description: 'key of who may have opened the log (PEM, DER or JWK)',
  }),
  keyring: Flags.string({ description: 'persons, their keys, windows and compromises; logs; witnesses (JSON)' }),
  'log-key': Flags.string({
    ...many,
    description: 'verifier key of a log, name+id+base64: of this one, or of one that handed over to it',
  }),
  witness: Flags.string({ ...many, description: 'verifier key of a witness whose cosignatures prove times' }),
  'witness-threshold': Flags.string({ description: 'witnesses that must have cosigned the last checkpoint' }),
  checkpoint: Flags.string({ ...many, description: 'signed checkpoint of this log in a file of its own' }),
  timestamp: Flags.string({ ...many, description: 'RFC 3161 token over such a checkpoint' }),
  'trusted-root': Flags.string({
    ...many,
    aliases: ['custom-trusted-root', 'trust-config', 'trust-roots', 'trusted-root-path'],
    description: 'trusted root with the authorities whose time stamps count (JSON or JSONL)',
  }),
  ...TRUST_STORE_FLAGS,
  ...REVOCATION_FLAGS,
  'timestamp-certificate-chain': Flags.string({
    ...many,
    aliases: ['tsa-ca'],
    description: 'certificates of a further time-stamping authority (PEM or DER)',
  }),
  'expect-head': Flags.string({
    multiple: true,
    multipleNonGreedy: true,
    description: 'SHA-256 that the last line must have: sha256:…, or of several logs ORIGIN=sha256:…',
  }),
  at: Flags.string({ aliases: ['effective-time'], description: 'the instant to judge at (RFC 3339)' }),
  'known-at': Flags.string({ description: 'judge only what is proven to have existed then (RFC 3339)' }),
  skew: Flags.string({ aliases: ['clock-tolerance'], description: 'tolerance of claimed times, 0 to 300 s' }),
} as const;

export interface CustodyQuestion {
  readonly asked: Omit<TimelineAsked, 'keep'>;
  readonly heads: readonly ExpectedHead[];
  readonly judged: { readonly at: Instant; readonly isClock: boolean };
  readonly skewSeconds: number;
  readonly inputs: InputRecord[];
  readonly trust: readonly TrustGiven[];
  /** For the head of a report: what is known of revocations; null: nothing. */
  readonly revocation: Report['revocation'] | null;
  /** What of the trust was imported from expired metadata. */
  readonly stale: readonly string[];
  /** Named files that could not be read. */
  readonly checks: readonly Check[];
  readonly criteria: readonly string[];
}

type CustodyFlags = Readonly<Record<string, unknown>>;

export async function custodyAsked(flags: CustodyFlags): Promise<CustodyQuestion> {
  const list = (name: string): readonly string[] => (flags[name] as readonly string[] | undefined) ?? [];
  const one = (name: string): string | undefined => flags[name] as string | undefined;
  const engine: Engine = await engineFlag(one('engine'), false);
  const judged = judgingTime({ at: one('at') });
  const tolerance = toleranceOf(one('skew'));
  const keys = keysAsked(list('key'), undefined);
  const held = await trustGiven(flags, { answers: ['roots', 'keys', 'keyrings'] });
  const roots = held.trust;
  const chains = givenCertificates('timestamp-certificate-chain', list('timestamp-certificate-chain'));
  const inputs: InputRecord[] = [...keys.inputs, ...roots.inputs, ...chains.inputs];
  const { heads, knownAt, ...trust } = custodyTrustAsked(flags, inputs, held.keyrings, true);
  const believed = rootsKnownAt(roots.roots, knownAt);
  const authorities: CertificateAuthority[] = [
    ...believed.roots.flatMap((root) => root.timestampAuthorities),
    ...givenAuthorities(chains.certificates.map(({ der }) => der)),
  ];
  const checks: Check[] = [];
  const sides = (name: string): SideFile[] => list(name).flatMap((path) => sideFile(path, inputs, checks));
  const named = heads.filter(({ origin }) => origin === null);
  if (named.length > 1) throw new UsageError('--expect-head is given twice: of several logs, say ORIGIN=sha256:…');
  const expectHead = named[0]?.hex ?? null;
  const openers = [...keys.keys, ...held.keys].map(openerOf);
  const given = openers.length + trust.keys.length;
  return {
    asked: {
      engine,
      at: judged.at,
      tolerance,
      keys: [...trust.keys, ...openers],
      ...(held.revocation === null ? {} : { revoked: revokedKeys(held.revocation), revocation: held.revocation }),
      logs: trust.logs,
      witnesses: trust.witnesses,
      quorum: trust.quorum,
      authorities,
      bundles: bundleVerifier({
        ...{ engine, roots: believed.roots, at: judged.at },
        ...(held.revocation === null ? {} : { revocation: held.revocation }),
      }),
      expectHead,
      knownAt,
      notes: sides('checkpoint'),
      tokens: sides('timestamp'),
    },
    heads,
    judged,
    skewSeconds: Number(tolerance / 1_000_000_000n),
    inputs,
    trust: [...roots.roots, ...held.origins, ...trustOf(chains.inputs)],
    revocation: held.told,
    stale: held.stale,
    checks,
    criteria: [
      'the 26 invariants of custody timeline v1',
      given === 0
        ? 'opened by anybody: no key was given, so that nobody is believed'
        : `opened under one of ${given} given keys`,
      ...(trust.quorum > 0 ? [`${trust.quorum} witnesses have cosigned the last checkpoint`] : []),
      ...heads.map(
        ({ origin, hex }) =>
          `the last line${origin === null ? '' : ` of ${origin}`} is sha256:${hex}${knownAt === null ? '' : ', where all lines were known then'}`,
      ),
      ...(knownAt === null ? [] : [`only what is proven to have existed at ${one('known-at')}`]),
      ...[
        ...believed.leftOut,
        ...held.later,
        ...(knownAt === null ? [] : keysKnownAt(trust.keys, knownAt).leftOut),
      ].map((what) => `left out, since it was not known then: ${what}`),
    ],
  };
}

/** Several logs, each with what is its own of what was given, and what lies with it. */
export function givenTimelines(
  named: readonly NamedTimeline[],
  { asked, heads, inputs }: CustodyQuestion,
): GivenTimeline[] {
  if (named.length > LIMITS.custodyLogs) throw new UsageError(`give at most ${LIMITS.custodyLogs} logs`);
  if (named.length > 1 && asked.expectHead !== null)
    throw new UsageError('of several logs, --expect-head wants to know which: ORIGIN=sha256:…');
  const sources = named.map((one) => sourceOf(one, inputs));
  const { given, strays } = layOut(sources, asked, heads);
  if (strays.length > 0) throw new UsageError(`--expect-head ${strays[0]}: no log that is given has this origin`);
  return given.map((one, i) => {
    const { folder, failed } = named[i]!;
    return {
      ...one,
      notes: [...one.notes, ...(folder?.notes ?? [])],
      tokens: [...one.tokens, ...(folder?.tokens ?? [])],
      // Where there is no log, that is what is wrong with it.
      failed: folder === null ? [] : [...failed, ...folder.failed],
    };
  });
}

function sourceOf({ name, folder, failed }: NamedTimeline, inputs: InputRecord[]): TimelineSource {
  if (folder === null) {
    const [problem] = failed.flatMap((check) =>
      check.outcome === 'failed' || check.outcome === 'indeterminate' ? [check] : [],
    );
    return problem === undefined ? fileSource(name, inputs) : { name, each: () => ({ ok: false, problem }) };
  }
  const { source } = folder;
  return source.ok ? source.value : { name, each: () => source };
}

/** Whom custody logs are judged by beside `--key`: of `verify` too, which may be asked about several logs at once. */
export function custodyTrustAsked(
  flags: CustodyFlags,
  inputs: InputRecord[],
  held: HeldTrust['keyrings'],
  asked: boolean,
): CustodyTrust {
  const list = (name: string): readonly string[] => [(flags[name] ?? []) as string | readonly string[]].flat();
  const [wanted] = list('witness-threshold');
  const keyring = joinedRings([...keyringOf(list('keyring')[0], inputs), ...held.map(heldRing)]);
  return {
    keys: keyring.keys,
    logs: [...list('log-key').map((text) => vkey('log-key', text)), ...keyring.logs],
    witnesses: [...list('witness').map((text) => vkey('witness', text)), ...keyring.witnesses],
    quorum: wanted === undefined ? keyring.quorum : countOf(wanted),
    heads: list('expect-head').map(headOf),
    knownAt: flags['known-at'] === undefined ? null : instantFlag('known-at', flags['known-at'] as string),
    ...(asked ? {} : { unasked: true }),
  };
}

/** A log on disk, read line by line; its input is recorded once. */
export function fileSource(path: string, inputs: InputRecord[]): TimelineSource {
  return {
    name: path,
    each(line) {
      const read = readEndedLines(path, line);
      if (!read.ok) return read;
      const { sha256, size, torn } = read.value;
      if (!inputs.some(({ name }) => name === path)) inputs.push({ name: path, role: 'evidence', size, sha256 });
      return { ok: true, value: { torn } };
    },
  };
}

interface NamedRing extends CustodyKeyring {
  readonly name: string;
}

/** Of two rows about one key only one would count: rings that speak of the same key are not joined. */
function joinedRings(rings: readonly NamedRing[]): CustodyKeyring {
  for (const [i, ring] of rings.entries()) {
    for (const { key } of ring.keys) {
      const other = rings.slice(0, i).find((one) => one.keys.some((row) => row.key.fingerprint === key.fingerprint));
      if (other !== undefined)
        throw new UsageError(
          `${other.name} and ${ring.name} both speak of the key sha256 ${key.fingerprint}: give one`,
        );
    }
  }
  return {
    keys: rings.flatMap(({ keys }) => keys),
    logs: rings.flatMap(({ logs }) => logs),
    witnesses: rings.flatMap(({ witnesses }) => witnesses),
    quorum: Math.max(0, ...rings.map(({ quorum }) => quorum)),
  };
}

/** Its document is among the inputs already. */
function heldRing({ name, bytes }: HeldTrust['keyrings'][number]): NamedRing {
  const read = attempt(() => readCustodyKeyring(bytes));
  if (read.ok) return { ...read.value, name };
  throw new UsageError(`${name}: ${read.problem.reason}: ${read.problem.detail}`);
}

function keyringOf(path: string | undefined, inputs: InputRecord[]): NamedRing[] {
  if (path === undefined) return [];
  const read = attempt(() => {
    const bytes = readTrustFile(path);
    inputs.push({ name: path, role: 'trust', size: bytes.length, sha256: sha256Hex(bytes) });
    return readCustodyKeyring(bytes);
  });
  if (read.ok) return [{ ...read.value, name: path }];
  throw new UsageError(`--keyring ${path}: ${read.problem.reason}: ${read.problem.detail}`);
}

function sideFile(path: string, inputs: InputRecord[], checks: Check[]): SideFile[] {
  const at = { evidence: path, pointer: '' };
  const input = readDocument(path);
  if (!input.ok) {
    checks.push(malformedCheck('input.read', at, input.problem));
    return [];
  }
  const { bytes, size, digests } = input.value;
  inputs.push({ name: path, role: 'evidence', size, sha256: digests.get('sha256')! });
  checks.push(passed('input.read', at, { size }));
  return [{ name: path, bytes }];
}

function givenAuthorities(certificates: readonly Bytes[]): CertificateAuthority[] {
  if (certificates.length === 0) return [];
  const read = attempt(() => timestampAuthorityFromCertificates(certificates));
  if (read.ok) return read.value;
  throw new UsageError(`--timestamp-certificate-chain: ${read.problem.reason}: ${read.problem.detail}`);
}

function vkey(flag: string, text: string): VerifierKey {
  const key = attempt(() => parseVerifierKey(text));
  if (key.ok) return key.value;
  throw new UsageError(`--${flag}: ${key.problem.reason}: ${key.problem.detail}`);
}

function headOf(text: string): ExpectedHead {
  const match = /^(?:(?<origin>[^=]+)=)?(?:sha256:)?(?<hex>[0-9a-f]{64})$/.exec(text);
  if (match === null)
    throw new UsageError('--expect-head wants the SHA-256 of the last line: 64 lowercase hexadecimal digits');
  return { origin: match.groups!['origin'] ?? null, hex: match.groups!['hex']! };
}

function countOf(text: string): number {
  if (!/^(0|[1-9][0-9]?)$/.test(text)) throw new UsageError('--witness-threshold wants a number from 0 to 99');
  return Number(text);
}

function toleranceOf(text: string | undefined): bigint {
  if (text === undefined) return 0n;
  const parsed = attempt(() => parseDuration(text));
  if (!parsed.ok || !isTolerance(parsed.value)) throw new UsageError('--skew wants 0 to 300 seconds, such as 30s');
  return parsed.value;
}
