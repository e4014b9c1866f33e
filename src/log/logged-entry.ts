// SPDX-License-Identifier: Apache-2.0
import type { Engine } from '../crypto/engine.ts';
import type { Bytes } from '../model/bytes.ts';
import type { Instant } from '../model/instant.ts';
import type { HashName } from '../model/public-key.ts';
import type { LogEntry, SignedEntity } from '../model/signed-entity.ts';
import type { TransparencyLog } from '../model/trusted-root.ts';
import type { CheckpointCache } from './checkpoint-cache.ts';
import type { Cosignature, Witness } from './cosignature.ts';
import type { SignerKey } from './entry-bodies/bind.ts';
import type { LogKind } from './log-kind.ts';

export interface LogEntryRequest {
  readonly entry: LogEntry;
  readonly entity: SignedEntity;
  /** The leaf certificate's key, or the plain key that the examiner gave; null where neither is at hand. */
  readonly signerKey: SignerKey | null;
  /** Digests of the artifact at hand, by every algorithm known; not asked for envelopes. */
  readonly artifactDigests: ReadonlyMap<HashName, Bytes>;
  /** The logs of one trusted root. */
  readonly logs: readonly TransparencyLog[];
  /** `entity.version`: '0.1', and '' for evidence that is no bundle, may rest on a promise alone (attacks C04). */
  readonly bundleVersion: string;
  readonly engine: Engine;
  /** Whose cosignatures are known; none by default. */
  readonly witnesses?: readonly Witness[];
  /** Of one batch. */
  readonly checkpoints?: CheckpointCache;
}

/** What a trusted log stands to. */
export interface LoggedEntry {
  readonly entry: LogEntry;
  readonly logKind: LogKind['id'];
  /** The rows of the trusted root that are this log: `logKeyWindowAt` asks them. */
  readonly rows: readonly TransparencyLog[];
  /** The checkpoint's origin line where inclusion is proven, else the log's name. */
  readonly origin: string;
  /** Hexadecimal; thresholds count distinct ones. */
  readonly logId: string;
  /** Only under a valid signed entry timestamp; stands for a whole second. */
  readonly integratedTime: Instant | null;
  /** Whether an inclusion proof leads to a root that the log has signed. */
  readonly inclusionProven: boolean;
  /** The hash that the body names for the signature, if it names one. */
  readonly hashNamed: HashName | null;
  readonly cosignatures: readonly Cosignature[];
}
