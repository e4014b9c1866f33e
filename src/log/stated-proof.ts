// SPDX-License-Identifier: Apache-2.0
import type { Engine } from '../crypto/engine.ts';
import { decodeBase64 } from '../encoding/base64.ts';
import { escapeText } from '../encoding/escape-text.ts';
import { encodeHex } from '../encoding/hex.ts';
import { parseJson } from '../encoding/json.ts';
import { leafHash, rootFromInclusion } from '../merkle/rfc6962.ts';
import { type Bytes, equalBytes } from '../model/bytes.ts';
import { type Check, type Locator, malformedCheck, notPassed, passed, skipped, within } from '../model/check.ts';
import type { JsonValue } from '../model/json.ts';
import { attempt, Malformed } from '../model/malformed.ts';
import type { TransparencyLog } from '../model/trusted-root.ts';
import type { Witness } from './cosignature.ts';
import { logNames } from './log-kind.ts';
import { LOGS } from './logs.ts';
import { readCheckpoint, verifyCheckpoint } from './verify-checkpoint.ts';

/** A log's proof about an entry, as another document carries it: root, size and origin stand in it three times over. */
export interface StatedProof {
  /** RFC 6962's hash of the leaf. */
  readonly leafHash: Bytes;
  readonly leafIndex: bigint;
  readonly treeSize: bigint;
  readonly rootHash: Bytes;
  readonly hashes: readonly Bytes[];
  readonly checkpoint: { readonly origin: string; readonly size: bigint; readonly hash: Bytes; readonly note: string };
  /** What the entry says, where the document carries it. */
  readonly body: Bytes | null;
}

/** Whom to believe about logs. */
export interface LogTrust {
  readonly logs: readonly TransparencyLog[];
  readonly engine: Engine;
  readonly witnesses: readonly Witness[];
}

/**
 * Whether the proof leads to its root, a trusted log has signed that, and the entry names one of what the document is about.
 *
 * @param known what that is, and its SHA-256 in hexadecimal
 * @param trust null: nobody is at hand to ask whether the log is known, and nothing is said of the checkpoint
 */
export function examineStatedProof(
  proof: StatedProof,
  known: readonly (readonly [what: string, hex: string])[],
  trust: LogTrust | null,
  at: Locator,
): readonly Check[] {
  const proofAt = within(at, 'inclusionProof');
  const noteAt = within(proofAt, 'checkpoint');
  const checks: Check[] = [];
  const included = attempt(() => checkInclusion(proof));
  checks.push(
    included.ok
      ? passed('promotion.inclusion', proofAt, included.value)
      : malformedCheck('promotion.inclusion', proofAt, included.problem),
  );
  if (!included.ok) checks.push(skipped('promotion.checkpoint', noteAt, 'promotion.inclusion'));
  else if (trust !== null) {
    const stated = attempt(() => checkCheckpoint(proof, trust));
    checks.push(
      stated.ok
        ? passed('promotion.checkpoint', noteAt, stated.value)
        : malformedCheck('promotion.checkpoint', noteAt, stated.problem),
    );
  }
  const bodyAt = within(at, 'body');
  const { body } = proof;
  if (body === null) {
    const detail = 'the document carries the hash of the entry, and not what the entry says';
    return [...checks, notPassed('promotion.binding', bodyAt, 'promotion-log-unbound', detail)];
  }
  const bound = attempt(() => checkBinding(body, proof.leafHash, known));
  checks.push(
    bound.ok
      ? passed('promotion.binding', bodyAt, bound.value)
      : malformedCheck('promotion.binding', bodyAt, bound.problem),
  );
  return checks;
}

/** All three are alike, and the path leads to them. */
function checkInclusion({ leafHash: leaf, leafIndex, treeSize, rootHash, hashes, checkpoint }: StatedProof) {
  const { checkpoint: signed } = readCheckpoint(checkpoint.note);
  const roots = [rootHash, checkpoint.hash, signed.root].map(encodeHex);
  const sizes = [treeSize, checkpoint.size, signed.size];
  const differs = (values: readonly unknown[]) => values.some((value) => value !== values[0]);
  if (differs(roots)) throw new Malformed('promotion-log-contradiction', `the roots are ${roots.join(', ')}`);
  if (differs(sizes)) throw new Malformed('promotion-log-contradiction', `the sizes are ${sizes.join(', ')}`);
  if (checkpoint.origin !== signed.origin)
    throw new Malformed('promotion-log-contradiction', 'the origin is another than in the signed note');
  const computed = rootFromInclusion(leafIndex, treeSize, leaf, hashes);
  if (!equalBytes(computed, rootHash))
    throw new Malformed(
      'inclusion-root-mismatch',
      `the proof leads to the root ${encodeHex(computed)}, and names ${roots[0]}`,
    );
  return { leafHash: encodeHex(leaf), leafIndex: String(leafIndex), treeSize: String(treeSize), rootHash: roots[0]! };
}

function checkCheckpoint(proof: StatedProof, { logs, engine, witnesses }: LogTrust) {
  const parsed = readCheckpoint(proof.checkpoint.note);
  const { origin } = parsed.checkpoint;
  for (const kind of LOGS) {
    for (const log of logs) {
      const name = logNames(log.baseUrl).find((one) => kind.originMatches(origin, one));
      if (name === undefined || log.key.weakness !== null) continue;
      const stated = {
        logIndex: proof.leafIndex,
        treeSize: proof.treeSize,
        rootHash: proof.rootHash,
        hashes: proof.hashes,
        checkpoint: null,
      };
      const rows = logs.filter(
        (other) => other.key.fingerprint === log.key.fingerprint && other.baseUrl === log.baseUrl,
      );
      const [, ...rest] = rows;
      const trusted = { rows: [log, ...rest] as const, name, keyShared: false };
      verifyCheckpoint(parsed, stated, {
        log: trusted,
        kind,
        engine,
        witnesses,
        cache: null,
      });
      return { origin: escapeText(origin), key: log.key.fingerprint };
    }
  }
  throw new Malformed('log-unknown', `no trusted log has the origin "${escapeText(origin, 128)}"`);
}

/** The entry is of another envelope than this one: of which, its body says, by digests. */
function checkBinding(body: Bytes, leaf: Bytes, known: readonly (readonly [what: string, hex: string])[]) {
  if (!equalBytes(leafHash(body), leaf))
    throw new Malformed('promotion-log-other-entry', 'the body is not that of the entry whose id is named');
  const named = new Set(hashesIn(parseJson(body), 0));
  const found = known.find(([, hex]) => hex !== '' && named.has(hex));
  if (found === undefined)
    throw new Malformed(
      'promotion-log-other-entry',
      'the entry names neither the image nor a material nor the bundle of this promotion',
    );
  return { about: escapeText(found[0]), sha256: found[1] };
}

/** Every text in the body that is a SHA-256: in hexadecimal, as Rekor v1 writes them, or in base64, as v2 does. */
function hashesIn(value: JsonValue, depth: number): readonly string[] {
  if (depth > 16) return [];
  if (typeof value === 'string') {
    if (/^[0-9a-f]{64}$/.test(value)) return [value];
    return /^[A-Za-z0-9+/]{43}=$/.test(value) ? [encodeHex(decodeBase64(value))] : [];
  }
  if (typeof value !== 'object' || value === null) return [];
  return Object.values(value).flatMap((one) => hashesIn(one as JsonValue, depth + 1));
}
