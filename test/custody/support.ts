// SPDX-License-Identifier: Apache-2.0

import { alice, bob, disk, holding, receipt, release } from '../../scripts/mint/cases/custody-common.ts';
import type { CustodyLog } from '../../scripts/mint/custody.ts';
import { tsaA } from '../../scripts/mint/world.ts';
import { type Engine, nativeEngine } from '../../src/crypto/engine.ts';
import { importSpki } from '../../src/crypto/public-key.ts';
import { parseRfc3339 } from '../../src/encoding/rfc3339.ts';
import type { Bytes } from '../../src/model/bytes.ts';
import { instantFromNanoseconds } from '../../src/model/instant.ts';
import { DEFAULT_POLICY } from '../../src/model/policy.ts';
import { composeReport } from '../../src/verify/compose-report.ts';
import { bytesSource, type Timeline, type TimelineAsked, verifyTimeline } from '../../src/verify/timeline.ts';

export const at = (text: string) => parseRfc3339(text).time;

/** The question of the cases: opened by Alice, stamped by the authority of the mint. */
export const ASKED: TimelineAsked = {
  engine: nativeEngine,
  at: at('2026-03-01T00:00:00Z'),
  tolerance: 0n,
  keys: [{ id: null, key: importSpki(alice.key.spki), scheme: 'ed25519' }],
  logs: [],
  witnesses: [],
  quorum: 0,
  authorities: [
    {
      uri: 'https://tsa.example',
      chain: [tsaA.certificate.der, tsaA.root.certificate.der],
      validFor: { notBefore: instantFromNanoseconds(0n), notAfter: null },
    },
  ],
  expectHead: null,
  keep: false,
  knownAt: null,
  notes: [],
  tokens: [],
};

export function verify(file: Bytes, change: Partial<TimelineAsked> = {}): Timeline {
  return verifyTimeline(bytesSource('custody.jsonl', file), { ...ASKED, ...change });
}

/** Reasons of all checks that did not pass, each once. */
export function reasonsOf({ item }: Timeline): string[] {
  return [
    ...new Set(
      item.checks.flatMap((check) =>
        check.outcome === 'failed' || check.outcome === 'indeterminate' ? [check.reason] : [],
      ),
    ),
  ];
}

export function fileOf(lines: readonly Bytes[]): Bytes {
  return new Uint8Array(Buffer.concat(lines.flatMap((line) => [line, Uint8Array.of(10)])));
}

/** 30 events: hand-offs between two, notes, and an end. */
export function longLog(): CustodyLog {
  const log = holding();
  for (let i = 0; log.lines.length < 28; i++) {
    const [from, to] = i % 2 === 0 ? [alice, bob] : [bob, alice];
    log.add({ type: 'transfer-release', by: from, objects: [disk()], more: release(to.id, `T-${i}`) });
    log.add({
      type: 'transfer-receive',
      by: to,
      objects: [disk()],
      more: receipt(log.hashOf(log.lines.length - 1), `T-${i}`),
    });
  }
  return log.add({ type: 'note', by: alice }).add({ type: 'note', by: bob });
}

const SHORT = 400;

/** Verifies each signature once, by the same octets in memory, or of short messages by what they are: for tests that read one log often. */
export function remembering(engine: Engine): Engine {
  const known = new WeakMap<Bytes, ReturnType<Engine['verify']>>();
  const short = new Map<string, ReturnType<Engine['verify']>>();
  return {
    ...engine,
    verify(scheme, key, message, sig, encoding) {
      const name =
        message.length < SHORT
          ? `${key.fingerprint} ${Buffer.from(sig).toString('hex')} ${Buffer.from(message).toString('hex')}`
          : null;
      const outcome =
        (name === null ? known.get(sig) : short.get(name)) ?? engine.verify(scheme, key, message, sig, encoding);
      if (name === null) known.set(sig, outcome);
      else short.set(name, outcome);
      return outcome;
    },
  };
}

/** What the report of `custody verify` comes to. */
export function verdictOf({ item }: Timeline): { readonly indication: string; readonly exitCode: number } {
  const { verdict, items } = composeReport({
    version: 'test',
    engine: 'native',
    command: 'custody verify',
    at: ASKED.at,
    atIsClock: false,
    skewSeconds: 0,
    criteria: [],
    weakenings: [],
    inputs: [],
    roots: [],
    policy: DEFAULT_POLICY,
    items: [item],
    unmatchedArtifacts: [],
    unmatchedAttestations: [],
    limitations: [],
    run: null,
  });
  return { indication: items[0]!.indication, exitCode: verdict.exitCode };
}
