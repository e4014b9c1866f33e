// SPDX-License-Identifier: Apache-2.0

import { readChecksumList } from '../../artifact/checksum-list.ts';
import { ALGORITHMS } from '../../crypto/algorithms.ts';
import { formatInstant } from '../../encoding/rfc3339.ts';
import { readDocument } from '../../evidence/input.ts';
import { latestClaimedTime } from '../../kit/claimed-times.ts';
import type { Instant } from '../../model/instant.ts';
import { attempt } from '../../model/malformed.ts';
import { BUNDLED_NAMES, bundledTrustIssuedAt, bundledTrustSource } from '../../trust/bundled.ts';
import type { TrustDocument } from '../../trust/document.ts';
import { entriesOf, type TrustEntry } from '../../trust/entries.ts';
import { isStale, newestAt } from '../../trust/held/index-file.ts';
import { heldDocument, type TrustStore } from '../../trust/held/open.ts';
import { environmentIgnored } from '../hazards.ts';
import { isSingleFile, type ProgramFile, programFiles, runtimeVersions } from '../machine.ts';
import { orUsage, trustNamed } from '../trust-asked.ts';
import { type Permission, permissionsInForce } from './permissions.ts';

/** `wrong`: a verdict of this program here is worth nothing. `missing`: what was named could not be asked. `attention`: somebody must look at it. */
export interface Remark {
  readonly severity: 'attention' | 'missing' | 'wrong';
  readonly says: string;
  readonly next: string;
}

export interface HeldTrust {
  readonly name: string;
  readonly sha256: string;
  readonly origin: string;
  readonly since: Instant;
  /** Its metadata had expired then, and it was imported later (`--allow-stale`). */
  readonly staleSince: Instant | null;
  readonly ageDays: number;
  readonly entries: readonly TrustEntry[];
}

/** The latest time that a file speaks of. */
interface ClaimedBy {
  readonly file: string;
  readonly latest: Instant | null;
  /** Why it could not be read; null: it could. */
  readonly problem: string | null;
}

export interface Examination {
  readonly program: readonly ProgramFile[];
  readonly singleFile: boolean;
  readonly runtime: Readonly<Record<string, string>>;
  readonly schemes: readonly { readonly scheme: string; readonly engines: readonly string[] }[];
  readonly permissions: readonly Permission[];
  readonly environmentIgnored: readonly string[];
  readonly trust: readonly HeldTrust[];
  readonly clock: {
    readonly now: Instant;
    readonly notBefore: Instant;
    readonly evidence: readonly ClaimedBy[];
  };
  readonly notPossible: readonly string[];
  readonly remarks: readonly Remark[];
}

export interface Asked {
  readonly now: Instant;
  readonly evidence: readonly string[];
  /** SHA256SUMS of a release or of a kit, from elsewhere. */
  readonly sums: string | null;
  /** Nanoseconds. */
  readonly maxRootAge: bigint;
  readonly store: TrustStore | null;
}

const DAY = 86_400_000_000_000n;

/** Everything that can be said of this program on this machine, and what of it is not as it should be. */
export async function examine(asked: Asked): Promise<Examination> {
  const program = programFiles();
  const singleFile = isSingleFile();
  const permissions = permissionsInForce();
  const trust = await trustHeld(asked);
  const evidence = asked.evidence.map(latestOf);
  const notBefore = bundledTrustIssuedAt();
  const ignored = environmentIgnored();
  return {
    program,
    singleFile,
    runtime: runtimeVersions(),
    schemes: Object.values(ALGORITHMS).map(({ id, engines }) => ({ scheme: id, engines })),
    permissions,
    environmentIgnored: ignored,
    trust,
    clock: { now: asked.now, notBefore, evidence },
    notPossible: impossible(permissions, singleFile),
    remarks: [
      ...ofProgram(program, asked.sums),
      ...ofPermissions(permissions),
      ...(ignored.length === 0 || singleFile
        ? []
        : [
            attention(
              `variables that change the runtime are set: ${ignored.join(', ')}`,
              'unset them, or use the single file',
            ),
          ]),
      ...ofTrust(trust, asked),
      ...ofClock(asked.now, notBefore, evidence),
    ],
  };
}

async function trustHeld({ now, store }: Asked): Promise<readonly HeldTrust[]> {
  const held = (
    document: TrustDocument,
    name: string,
    origin: string,
    since: Instant,
    staleSince: Instant | null = null,
  ): HeldTrust => ({
    name,
    sha256: document.sha256,
    origin,
    since,
    staleSince,
    ageDays: Number((now - since) / DAY),
    entries: entriesOf(document.content),
  });
  const all: HeldTrust[] = [];
  for (const [name, what] of Object.entries(BUNDLED_NAMES)) {
    const [document] = (await trustNamed(name, null)).documents as readonly [TrustDocument];
    all.push(held(document, name, `${what}; part of this build, from ${bundledTrustSource()}`, bundledTrustIssuedAt()));
  }
  if (store === null) return all;
  for (const domain of store.index.domains)
    for (const one of domain.documents) {
      const document = orUsage(`--trust-store ${store.path}`, () => heldDocument(store, domain, one));
      const since = newestAt(one) ?? one.importedAt;
      const staleSince = isStale(one) ? one.metadataExpires! : null;
      all.push(held(document, `${domain.name}/${one.name}`, one.origin, since, staleSince));
    }
  return all;
}

function latestOf(file: string): ClaimedBy {
  const input = readDocument(file);
  if (!input.ok) return { file, latest: null, problem: input.problem.detail };
  return { file, latest: latestClaimedTime(input.value.bytes, file), problem: null };
}

function ofProgram(files: readonly ProgramFile[], sums: string | null): Remark[] {
  if (sums === null) return [];
  const input = readDocument(sums);
  // Nothing but white space: there is no line that the program could be in.
  const empty = input.ok && input.value.bytes.every((octet) => octet <= 0x20);
  const listed = empty
    ? { ok: true as const, value: { entries: [] } }
    : input.ok
      ? attempt(() => readChecksumList(input.value.bytes, sums))
      : input;
  if (!listed.ok)
    return [
      missing(
        `${sums} is no list that could be asked: ${listed.problem.detail}`,
        'name the SHA256SUMS of the release, or of the kit',
      ),
    ];
  const known = new Set(listed.value.entries.map(({ digests }) => digests.get('sha256')));
  return files
    .filter(({ what, sha256 }) => what === 'program' && (sha256 === null || !known.has(sha256)))
    .map(({ file, sha256 }) => ({
      severity: 'wrong',
      says: `${file} is in no line of ${sums}: sha256 ${sha256 ?? 'could not be read'}`,
      next: 'do not use it: take the program from the release again',
    }));
}

function ofPermissions(permissions: readonly Permission[]): Remark[] {
  const net = permissions.find(({ right }) => right === 'net');
  if (net?.granted === false) return [];
  return [
    attention(
      'nothing denies this process the network: no part of the program opens a connection, and nobody holds it to that',
      'use the single file, or start Node 26 with --permission --allow-fs-read=*',
    ),
  ];
}

function ofTrust(trust: readonly HeldTrust[], { maxRootAge, now }: Asked): Remark[] {
  return trust.flatMap(({ name, since, staleSince, ageDays, entries }) => {
    const old = now - since > maxRootAge;
    const ended = entries.filter(({ to, id }) => to !== null && to < now && id.includes('tuf root'));
    return [
      ...(old ? [attention(`${name} is ${daysText(ageDays)} old`, 'renew it: trust import')] : []),
      ...(staleSince === null
        ? []
        : [
            attention(
              `${name} came with metadata that had expired at ${formatInstant(staleSince)} when it was imported`,
              'renew it: trust import, without --allow-stale',
            ),
          ]),
      ...ended.map(({ what, to }) =>
        attention(`${name}: the ${what} has expired, ${formatInstant(to!)}`, 'renew it: trust import'),
      ),
    ];
  });
}

function daysText(days: number): string {
  return days === 1 ? '1 day' : `${days} days`;
}

function ofClock(now: Instant, notBefore: Instant, evidence: Examination['clock']['evidence']): Remark[] {
  const remarks: Remark[] = [];
  if (now < notBefore)
    remarks.push({
      severity: 'wrong',
      says: `the clock says ${formatInstant(now)}, and this build carries trust of ${formatInstant(notBefore)}`,
      next: 'set the clock, or give --at with every verification',
    });
  for (const { file, latest, problem } of evidence) {
    if (problem !== null) remarks.push(missing(`${file}: ${problem}`, 'name evidence that is there and can be read'));
    else if (latest === null)
      remarks.push(attention(`${file} names no time`, 'name evidence that was logged or timestamped'));
    else if (now < latest)
      remarks.push({
        severity: 'wrong',
        says: `the clock says ${formatInstant(now)}, and ${file} speaks of ${formatInstant(latest)} (claimed, not verified)`,
        next: 'set the clock, or verify the evidence: one of the two is wrong',
      });
  }
  return remarks;
}

/** What nobody should expect of a run here. */
function impossible(permissions: readonly Permission[], singleFile: boolean): string[] {
  const granted = (right: string) => permissions.find((one) => one.right === right)?.granted !== false;
  const by = (engines: number) =>
    Object.values(ALGORITHMS)
      .filter((one) => one.engines.length === engines)
      .map(({ id }) => id);
  const [absent, single] = [by(0), by(1)];
  return [
    'to ask anybody: no revocation responder, no log, no time server; what is not in the evidence or in the trust held here is not known',
    ...(granted('net') ? [] : ['to open a connection: the runtime denies it to this process']),
    ...(singleFile
      ? []
      : ['to vouch for the runtime: it is a file of its own, and whoever changes it changes every answer']),
    ...(single.length === 0 ? [] : [`to compare by a second engine, since only one has them: ${single.join(', ')}`]),
    ...(absent.length === 0 ? [] : [`to verify, since this runtime does not have them: ${absent.join(', ')}`]),
    ...(process.platform === 'linux'
      ? []
      : ['to notice that standard output was closed at the start: only Linux lets it be seen']),
    'to protect itself from the owner of this machine: whoever is root can change what is read and what is shown',
  ];
}

function missing(says: string, next: string): Remark {
  return { severity: 'missing', says, next };
}

function attention(says: string, next: string): Remark {
  return { severity: 'attention', says, next };
}
