// SPDX-License-Identifier: Apache-2.0
import { sha256Hex } from '../crypto/digest.ts';
import { type Engine, nativeEngine } from '../crypto/engine.ts';
import type { SideFile } from '../custody/chain.ts';
import type { CustodyKeyring } from '../custody/keyring-file.ts';
import { asPlainBytes } from '../encoding/plain-bytes.ts';
import type { Bytes } from '../model/bytes.ts';
import type { Instant } from '../model/instant.ts';
import { DEFAULT_POLICY } from '../model/policy.ts';
import type { Report } from '../model/report.ts';
import type { TrustedKey, TrustedRoot } from '../model/trusted-root.ts';
import { composeReport } from './compose-report.ts';
import { type TimelineSource, verifyTimelines } from './timeline.ts';
import { VERSION } from './version.ts';

/** A custody log, whole, with what lies beside it. */
export interface GivenLog {
  readonly name: string;
  readonly bytes: Bytes;
  /** Signed notes in files of their own. */
  readonly checkpoints?: readonly SideFile[];
  /** RFC 3161 tokens over them. */
  readonly timestamps?: readonly SideFile[];
  /** SHA-256 that its last line must have, lowercase hexadecimal. */
  readonly expectHead?: string;
}

export interface TimelineQuestion {
  /** Several logs are joined where something is handed over. */
  readonly logs: readonly GivenLog[];
  /** The instant to judge at. */
  readonly at: Instant;
  /** Whoever may open a log. */
  readonly keys?: readonly TrustedKey[];
  /** People, logs and witnesses that are known already (`readCustodyKeyring`). */
  readonly keyring?: CustodyKeyring;
  /** Time-stamping authorities; absent: none are believed. */
  readonly roots?: readonly TrustedRoot[];
  /** Judge only what is proven to have existed then. */
  readonly knownAt?: Instant;
  /** Tolerance of claimed times in seconds; absent: 0. */
  readonly skewSeconds?: number;
  readonly engine?: Engine;
}

/** Verifies custody timelines as `forensic-verify custody verify` does: the exit code is `verdict.exitCode`. Throws for no log. */
export function verifyCustody(question: TimelineQuestion): Report {
  const { logs, at, keys = [], keyring = NOBODY, roots = [], engine = nativeEngine, skewSeconds = 0 } = question;
  const knownAt = question.knownAt ?? null;
  const plain = (files: readonly SideFile[] = []): SideFile[] =>
    files.map(({ name, bytes }) => ({ name, bytes: asPlainBytes(bytes) }));
  const given = logs.map((log) => ({
    source: sourceOf(log),
    notes: plain(log.checkpoints),
    tokens: plain(log.timestamps),
    expectHead: log.expectHead ?? null,
  }));
  const items = verifyTimelines(given, {
    engine,
    at,
    tolerance: BigInt(skewSeconds) * 1_000_000_000n,
    keys: [...keyring.keys, ...keys.map(({ key, scheme }) => ({ id: null, key, scheme }))],
    logs: keyring.logs,
    witnesses: keyring.witnesses,
    quorum: keyring.quorum,
    authorities: roots.flatMap((root) => root.timestampAuthorities),
    expectHead: null,
    knownAt,
    notes: [],
    tokens: [],
    keep: false,
  }).map(({ item }) => item);
  return composeReport({
    version: VERSION,
    engine: engine.id,
    command: 'verifyTimeline',
    at,
    atIsClock: false,
    knownAt,
    skewSeconds,
    criteria: [
      'the 26 invariants of custody timeline v1',
      `opened under one of ${keyring.keys.length + keys.length} given keys`,
    ],
    weakenings: [],
    inputs: logs.map(({ name, bytes }) => ({ name, role: 'evidence', size: bytes.length, sha256: sha256Hex(bytes) })),
    roots,
    policy: DEFAULT_POLICY,
    items,
    unmatchedArtifacts: [],
    unmatchedAttestations: [],
    limitations: ['the items themselves were not at hand'],
    run: null,
  });
}

const NOBODY: CustodyKeyring = { keys: [], logs: [], witnesses: [], quorum: 0 };
const LF = 0x0a;

function sourceOf(log: GivenLog): TimelineSource {
  const { name } = log;
  const bytes = asPlainBytes(log.bytes);
  return {
    name,
    each(line) {
      let at = 0;
      for (let end = bytes.indexOf(LF); end !== -1; end = bytes.indexOf(LF, at)) {
        const goesOn = line(bytes.subarray(at, end));
        at = end + 1;
        if (!goesOn) return { ok: true, value: { torn: 0 } };
      }
      return { ok: true, value: { torn: bytes.length - at } };
    },
  };
}
