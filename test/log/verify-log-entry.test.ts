// SPDX-License-Identifier: Apache-2.0
import { describe, expect, it } from 'vitest';
import { type Engine, loadEngine, nativeEngine } from '../../src/crypto/engine.ts';
import { encodeUtf8 } from '../../src/encoding/utf8.ts';
import { createCheckpointCache } from '../../src/log/checkpoint-cache.ts';
import type { LogEntryRequest } from '../../src/log/logged-entry.ts';
import { hintOf } from '../../src/log/signed-note.ts';
import { logKeyWindowAt } from '../../src/log/trusted-log.ts';
import { verifyLogEntry } from '../../src/log/verify-log-entry.ts';
import { type Instant, instantFromNanoseconds, instantFromSeconds } from '../../src/model/instant.ts';
import type { InclusionProof, LogEntry } from '../../src/model/signed-entity.ts';
import {
  ARTIFACT,
  bodyOf,
  CERTIFICATE,
  entityOf,
  MESSAGE,
  mintEntry,
  mintKey,
  mintLog,
  mintNote,
  mintPromise,
  NAME,
  ORIGIN,
  SPECS,
  TIME,
} from './mint.ts';
import { causes, outline, type Result } from './support.ts';

const signer = { spki: mintKey('p256').key.spki, kind: 'ecdsa-p256', certificateDer: CERTIFICATE } as const;
const v1 = mintLog('p256');
const v2 = mintLog('ed25519');
const v1Body = bodyOf('hashedrekord 0.0.1', SPECS['hashedrekord 0.0.1']!(signer, ARTIFACT));
const v2Body = bodyOf('hashedrekord 0.0.2', SPECS['hashedrekord 0.0.2']!(signer, ARTIFACT));
const v1Entry = mintEntry(v1, ['hashedrekord', '0.0.1'], v1Body, 'rekor-v1');
const v2Entry = mintEntry(v2, ['hashedrekord', '0.0.2'], v2Body, 'rekor-v2');

function verify(entry: LogEntry, changes: Partial<LogEntryRequest> = {}): Result {
  return verifyLogEntry({
    entry,
    entity: entityOf(MESSAGE, entry),
    signerKey: signer,
    artifactDigests: new Map(),
    logs: [v1.log, v2.log],
    bundleVersion: '0.3',
    engine: nativeEngine,
    ...changes,
  });
}

const proving = (entry: LogEntry, changes: Partial<InclusionProof>): LogEntry => ({
  ...entry,
  proof: { ...entry.proof!, ...changes },
});
const noted = (entry: LogEntry, checkpoint: string): LogEntry => proving(entry, { checkpoint });
const head = (entry: LogEntry, origin: string) => ({ origin, size: 4n, root: entry.proof!.rootHash });
const promised = (entry: LogEntry): LogEntry => ({ ...entry, promise: mintPromise(v1, entry) });
const findingsOf = (result: Result): string[] => result.findings.map(({ code }) => code);

describe('a sound entry', () => {
  it('of Rekor v1: promised, included, and signed for', () => {
    const result = verify(v1Entry);
    expect(outline(result)).toEqual([
      'log.entry passed',
      'log.key passed',
      'log.promise passed',
      'log.inclusion passed',
      'log.checkpoint passed',
      'log.consistency passed',
    ]);
    expect(result.ok && result.value).toMatchObject({
      logKind: 'rekor-v1',
      origin: ORIGIN['rekor-v1'],
      integratedTime: instantFromSeconds(TIME),
      inclusionProven: true,
      hashNamed: 'sha256',
    });
    expect(result.findings).toEqual([]);
  });

  it('of Rekor v2: included and signed for, without a time', () => {
    const result = verify(v2Entry);
    expect(outline(result)).toEqual([
      'log.entry passed',
      'log.key passed',
      'log.inclusion passed',
      'log.checkpoint passed',
      'log.consistency passed',
    ]);
    expect(result.ok && result.value).toMatchObject({
      logKind: 'rekor-v2',
      origin: NAME,
      integratedTime: null,
      inclusionProven: true,
    });
  });

  it('states what a second examiner needs to repeat each step', () => {
    const facts = Object.assign({}, ...verify(v1Entry).checks.map((check) => check.facts));
    const names = ['hash', 'log', 'key', 'signedSha256', 'leafHash', 'leafIndex', 'treeSize', 'rootHash', 'origin'];
    expect(Object.keys(facts)).toEqual(expect.arrayContaining(names));
  });

  it.each(['p256', 'ed25519', 'rsa'] as const)(
    'verifies under a log key of kind %s, as the trusted root says',
    (kind) => {
      const log = mintLog(kind);
      const logs = [log.log];
      expect(causes(verify(mintEntry(log, ['hashedrekord', '0.0.1'], v1Body, 'rekor-v1'), { logs }))).toEqual([]);
      expect(causes(verify(mintEntry(log, ['hashedrekord', '0.0.2'], v2Body, 'rekor-v2'), { logs }))).toEqual([]);
    },
  );

  it('has log indices that differ in Rekor v1, where one counts over all shards', () => {
    expect(v1Entry.logIndex).not.toBe(v1Entry.proof!.logIndex);
    expect(verify(v1Entry).ok).toBe(true);
  });

  it('is judged the same by every engine, and dual names what only one engine has', async () => {
    for (const id of ['noble', 'dual'] as const) {
      const engine: Engine = await loadEngine(id);
      expect(causes(verify(v1Entry, { engine }))).toEqual([]);
      expect(causes(verify(v2Entry, { engine }))).toEqual([]);
      expect(causes(verify({ ...v1Entry, integratedTime: TIME + 1n }, { engine }))).toEqual([
        'log.promise promise-mismatch',
      ]);
    }
    const rsa = mintLog('rsa');
    const entry = mintEntry(rsa, ['hashedrekord', '0.0.1'], v1Body, 'rekor-v1');
    expect(findingsOf(verify(entry, { logs: [rsa.log], engine: await loadEngine('dual') }))).toEqual(['one-engine']);
    expect(causes(verify(entry, { logs: [rsa.log], engine: await loadEngine('noble') }))).toEqual([
      'log.promise engine-lacks-algorithm',
      'log.checkpoint engine-lacks-algorithm',
    ]);
  });
});

describe('the log', () => {
  it('must be in the trusted root: what rests on its key is skipped, the rest is still judged', () => {
    const result = verify(v1Entry, { logs: [v2.log] });
    expect(outline(result)).toEqual([
      'log.entry passed',
      'log.key indeterminate log-unknown',
      'log.promise skipped prerequisite-not-passed',
      'log.inclusion passed',
      'log.checkpoint skipped prerequisite-not-passed',
      'log.consistency passed',
    ]);
    expect(result.ok).toBe(false);
  });

  it('is never found by an empty id', () => {
    const nameless = { ...v1.log, logId: new Uint8Array(0) };
    const entry = { ...v1Entry, logId: new Uint8Array(0) };
    expect(causes(verify(entry, { logs: [nameless] }))[0]).toBe('log.key log-unknown');
  });

  it('must not have a weak key', () => {
    const weak = { ...v1.log, key: { ...v1.log.key, weakness: 'made weak for this test' } };
    expect(causes(verify(v1Entry, { logs: [weak] }))).toEqual(['log.key key-weak']);
  });

  it.each([
    ['at the start', 0n, null, true],
    ['a second before the start', 1n, null, false],
    ['at the end', -9n, 0n, true],
    ['a second after the end', -9n, -1n, false],
  ])('must have had a valid key at the integrated time: %s', (_what, start, end, accepted) => {
    const at = (offset: bigint): Instant => instantFromSeconds(TIME + offset);
    const validFor = { notBefore: at(start), notAfter: end === null ? null : at(end) };
    const result = verify(v1Entry, { logs: [{ ...v1.log, validFor }] });
    expect(causes(result)).toEqual(accepted ? [] : ['log.key log-key-window']);
  });

  it('may stand in the trusted root with several windows', () => {
    const early = { ...v1.log, validFor: { notBefore: instantFromSeconds(0n), notAfter: instantFromSeconds(1n) } };
    expect(causes(verify(v1Entry, { logs: [early] }))).toEqual(['log.key log-key-window']);
    expect(causes(verify(v1Entry, { logs: [early, v1.log] }))).toEqual([]);
  });

  it('does not borrow the window of another log that has its key', () => {
    const ended = { ...v1.log, validFor: { notBefore: instantFromSeconds(0n), notAfter: instantFromSeconds(1n) } };
    const twin = { ...v1.log, baseUrl: 'https://twin.example' };
    expect(causes(verify(v1Entry, { logs: [ended, twin] }))).toEqual(['log.key log-key-window']);
  });

  it('of Rekor v2 has its window judged by the caller, to the nanosecond', () => {
    const result = verify(v2Entry, {
      logs: [{ ...v2.log, validFor: { notBefore: instantFromSeconds(5n), notAfter: instantFromSeconds(6n) } }],
    });
    expect(result.ok).toBe(true);
    if (!result.ok) return;
    const { rows } = result.value;
    const times = [4_999_999_999n, 5_000_000_000n, 6_000_000_000n, 6_000_000_001n].map(instantFromNanoseconds);
    expect(times.map((time) => logKeyWindowAt(rows, time))).toEqual([false, true, true, false]);
  });
});

describe('the promise', () => {
  it.each<[string, (entry: LogEntry) => LogEntry]>([
    ['the time', (entry) => ({ ...entry, integratedTime: TIME + 1n })],
    ['the absence of the time', (entry) => ({ ...entry, integratedTime: null })],
    ['the index', (entry) => ({ ...entry, logIndex: 778n })],
    ['the signature', (entry) => ({ ...entry, promise: mintPromise(mintLog(), entry) })],
    ['an encoding of the signature', (entry) => ({ ...entry, promise: entry.promise!.subarray(1) })],
  ])('covers %s', (_what, edit) => {
    expect(causes(verify(edit(v1Entry)))).toEqual(['log.promise promise-mismatch']);
  });

  it('covers the body and the log id', () => {
    const other = mintEntry(v1, ['hashedrekord', '0.0.1'], v1Body, 'rekor-v1');
    const body = encodeUtf8(`${new TextDecoder().decode(v1Body)} `);
    const moved = { ...mintEntry(v1, ['hashedrekord', '0.0.1'], body, 'rekor-v1'), promise: other.promise };
    expect(causes(verify(moved))).toEqual(['log.promise promise-mismatch']);
    const elsewhere = { ...v1.log, logId: Uint8Array.from(v1.log.logId).reverse() };
    const entry = { ...v1Entry, logId: elsewhere.logId };
    expect(causes(verify(entry, { logs: [elsewhere] }))).toContain('log.promise promise-mismatch');
  });

  it('has exact numbers', () => {
    const entry = { ...v1Entry, logIndex: 2n ** 53n };
    expect(causes(verify(entry))).toEqual(['log.promise json-number']);
  });

  it('gives the time its worth: without it, the integrated time counts for nothing', () => {
    const result = verify({ ...v1Entry, promise: null });
    expect(causes(result)).toEqual([]);
    expect(result.checks.map(({ id }) => id)).not.toContain('log.promise');
    expect(result.ok && result.value.integratedTime).toBeNull();
    const expired = { ...v1.log, validFor: { notBefore: instantFromSeconds(0n), notAfter: instantFromSeconds(1n) } };
    expect(verify({ ...v1Entry, promise: null }, { logs: [expired] }).ok).toBe(true);
  });
});

describe('the inclusion proof', () => {
  it.each<[string, Partial<InclusionProof>, string]>([
    ['of another leaf', { logIndex: 3n }, 'log.inclusion inclusion-root-mismatch'],
    [
      'with a changed hash',
      { hashes: [v1Entry.proof!.hashes[1]!, v1Entry.proof!.hashes[1]!] },
      'log.inclusion inclusion-root-mismatch',
    ],
    ['that is too short', { hashes: v1Entry.proof!.hashes.slice(1) }, 'log.inclusion inclusion-shape'],
    [
      'that is too long',
      { hashes: [...v1Entry.proof!.hashes, v1Entry.proof!.rootHash] },
      'log.inclusion inclusion-shape',
    ],
    [
      'with a short hash',
      { hashes: [v1Entry.proof!.hashes[0]!, v1Entry.proof!.hashes[1]!.subarray(1)] },
      'log.inclusion inclusion-shape',
    ],
  ])('%s is refused', (_what, changes, cause) => {
    expect(causes(verify(proving(v1Entry, changes)))).toEqual([cause]);
  });

  it('names its root itself, and that is compared, too', () => {
    const rootHash = v1Entry.proof!.hashes[0]!;
    const causesOf = ['log.inclusion inclusion-root-mismatch', 'log.checkpoint checkpoint-root-mismatch'];
    expect(causes(verify(proving(v1Entry, { rootHash })))).toEqual(causesOf);
    expect(causes(verify(proving(v1Entry, { rootHash: new Uint8Array(0) })))).toEqual(causesOf);
  });

  it.each(['0.2', '0.3', 'unheard-of'])('is needed in bundle version %s', (bundleVersion) => {
    const result = verify({ ...v1Entry, proof: null }, { bundleVersion });
    expect(outline(result).slice(2)).toEqual([
      'log.promise passed',
      'log.inclusion indeterminate inclusion-absent',
      'log.checkpoint skipped prerequisite-not-passed',
      'log.consistency passed',
    ]);
    expect(causes(verify(proving(v1Entry, { checkpoint: null }), { bundleVersion }))).toEqual([
      'log.checkpoint checkpoint-absent',
    ]);
  });

  it.each(['0.1', ''])(
    'may be left out in version "%s" under a valid promise, and the report says so',
    (bundleVersion) => {
      for (const entry of [{ ...v1Entry, proof: null }, proving(v1Entry, { checkpoint: null })]) {
        const result = verify(entry, { bundleVersion });
        expect(causes(result)).toEqual([]);
        expect(findingsOf(result)).toEqual(['inclusion-not-established']);
        expect(result.ok && result.value).toMatchObject({
          inclusionProven: false,
          integratedTime: instantFromSeconds(TIME),
          origin: NAME,
        });
      }
    },
  );

  it('and the promise are never both left out', () => {
    const entry = { ...v1Entry, promise: null, proof: null };
    expect(causes(verify(entry, { bundleVersion: '0.1' }))).toEqual(['log.inclusion inclusion-absent']);
    const unsigned = { ...proving(v1Entry, { checkpoint: null }), promise: null };
    expect(causes(verify(unsigned, { bundleVersion: '0.1' }))).toEqual(['log.checkpoint checkpoint-absent']);
  });

  it('that is present must stand, also where it could be left out', () => {
    const bundleVersion = '0.1';
    expect(causes(verify(proving(v1Entry, { logIndex: 3n }), { bundleVersion }))).toEqual([
      'log.inclusion inclusion-root-mismatch',
    ]);
    const mismatch = { ...proving(v1Entry, { checkpoint: null }), integratedTime: TIME + 1n };
    expect(causes(verify(mismatch, { bundleVersion }))).toEqual(['log.promise promise-mismatch']);
  });
});

describe('the checkpoint', () => {
  const forged = mintLog('p256', { logId: v1.log.logId });

  it.each<[string, string, string]>([
    ['is well formed', v1Entry.proof!.checkpoint!.trimEnd(), 'checkpoint-format'],
    ['is signed by the log', mintNote(forged, head(v1Entry, ORIGIN['rekor-v1'])), 'checkpoint-signature'],
    [
      'is of the log, not of another under the same key',
      mintNote(v1, head(v1Entry, 'other.example - 1')),
      'checkpoint-origin',
    ],
    ['has the tree id of Rekor v1', mintNote(v1, head(v1Entry, NAME)), 'checkpoint-origin'],
    ['has a decimal tree id', mintNote(v1, head(v1Entry, `${NAME} - 01`)), 'checkpoint-origin'],
    ['has no further words in its tree id', mintNote(v1, head(v1Entry, `${NAME} - 1 - 2`)), 'checkpoint-origin'],
    [
      'is about the root of the proof',
      mintNote(v1, { ...head(v1Entry, ORIGIN['rekor-v1']), root: v1.log.logId }),
      'checkpoint-root-mismatch',
    ],
    [
      'is about the size of the proof',
      mintNote(v1, { ...head(v1Entry, ORIGIN['rekor-v1']), size: 5n }),
      'checkpoint-root-mismatch',
    ],
    [
      'has a line of the log by name',
      v1Entry.proof!.checkpoint!.replace(`— ${NAME}`, '— other.example'),
      'checkpoint-unsigned',
    ],
  ])('%s', (_what, checkpoint, reason) => {
    expect(causes(verify(noted(v1Entry, checkpoint)))).toEqual([`log.checkpoint ${reason}`]);
  });

  it('of Rekor v2 has the bare name for its origin', () => {
    const checkpoint = mintNote(v2, head(v2Entry, `${NAME} - 1`));
    expect(causes(verify(noted(v2Entry, checkpoint)))).toEqual(['log.checkpoint checkpoint-origin']);
  });

  it('has a line of the log by key id: another id is another key, also under the same name', () => {
    const hinted = { ...v1, log: { ...v1.log, logId: Uint8Array.of(1, 2, 3, 4) } };
    const checkpoint = mintNote(hinted, head(v1Entry, ORIGIN['rekor-v1']));
    expect(causes(verify(noted(v1Entry, checkpoint)))).toEqual(['log.checkpoint checkpoint-unsigned']);
  });

  it('takes the key id that the trusted root states for checkpoints, where it does', () => {
    const checkpointKeyId = Uint8Array.of(9, 9, 9, 9);
    const stated = { ...v1, log: { ...v1.log, checkpointKeyId } };
    const entry = noted(v1Entry, mintNote(stated, head(v1Entry, ORIGIN['rekor-v1'])));
    expect(causes(verify(entry, { logs: [stated.log] }))).toEqual([]);
    expect(causes(verify(v1Entry, { logs: [stated.log] }))).toEqual(['log.checkpoint checkpoint-unsigned']);
  });

  it('ignores and lists lines of others, also under the name of the log', () => {
    const others = [
      { name: 'witness.example', hint: 0xabc, signature: Uint8Array.of(1) },
      { name: NAME, hint: 0xdef, signature: Uint8Array.of(1) },
    ];
    const entry = noted(
      v1Entry,
      mintNote(v1, head(v1Entry, ORIGIN['rekor-v1']), () => others),
    );
    const result = verify(entry);
    expect(causes(result)).toEqual([]);
    expect(result.findings).toEqual([
      expect.objectContaining({
        code: 'cosignature-unknown',
        detail: `lines not counted: witness.example (00000abc), ${NAME} (00000def)`,
      }),
    ]);
  });

  it('must verify in every line that is the log own', () => {
    const second = { name: NAME, hint: hintOf(v1.log.logId)!, signature: mintKey('p256').sign(encodeUtf8('x')) };
    const entry = noted(
      v1Entry,
      mintNote(v1, head(v1Entry, ORIGIN['rekor-v1']), () => [second]),
    );
    expect(causes(verify(entry))).toEqual(['log.checkpoint checkpoint-signature']);
  });

  it('decides by its origin which of two logs with one key it is of', () => {
    const twin = { ...v1.log, baseUrl: 'https://twin.example' };
    const result = verify(v1Entry, { logs: [twin, v1.log] });
    expect(causes(result)).toEqual([]);
    expect(findingsOf(result)).toEqual(['checkpoint-origin-key-shared']);
    expect(result.ok && result.value.origin).toBe(ORIGIN['rekor-v1']);
  });

  it.each([
    ['https://log.mint.example/', true],
    ['http://log.mint.example', true],
    ['https://log.mint.example:8443', false],
    ['https://log.mint.example/v2', true],
    ['https://LOG.mint.example', true],
    ['https://mint.example', false],
    ['https://log.mint.example.evil', false],
    ['', false],
  ])('is of the log with the base URL %s: %s', (baseUrl, accepted) => {
    const result = verify(v1Entry, { logs: [{ ...v1.log, baseUrl }] });
    expect(causes(result)).toEqual(accepted ? [] : ['log.checkpoint checkpoint-origin']);
  });

  it('may name the log with the path of its base URL', () => {
    const name = `${NAME}/v2`;
    const named = mintNote(v2, head(v2Entry, name)).replace(`— ${NAME} `, `— ${name} `);
    const logs = [{ ...v2.log, baseUrl: `https://${name}/` }];
    expect(causes(verify(noted(v2Entry, named), { logs }))).toEqual([]);
    expect(causes(verify(v2Entry, { logs }))).toEqual([]);
    const mixed = mintNote(v2, head(v2Entry, name));
    expect(causes(verify(noted(v2Entry, mixed), { logs }))).toEqual(['log.checkpoint checkpoint-unsigned']);
  });

  it('is verified once in a batch, and never remembered for another key or another signature', () => {
    const checkpoints = createCheckpointCache();
    let calls = 0;
    const engine: Engine = {
      ...nativeEngine,
      verify: (...args) => {
        calls++;
        return nativeEngine.verify(...args);
      },
    };
    expect(verify(v2Entry, { engine, checkpoints }).ok).toBe(true);
    expect(verify(v2Entry, { engine, checkpoints }).ok).toBe(true);
    expect(calls).toBe(1);
    const other = mintLog('ed25519', { logId: v2.log.logId });
    expect(causes(verify(v2Entry, { engine, checkpoints, logs: [other.log] }))).toEqual([
      'log.checkpoint checkpoint-signature',
    ]);
    const entry = noted(v2Entry, mintNote(other, head(v2Entry, NAME)));
    for (const _twice of [1, 2]) {
      expect(causes(verify(entry, { engine, checkpoints }))).toEqual(['log.checkpoint checkpoint-signature']);
    }
    expect(calls).toBe(4);
  });

  it('is remembered within bounds', () => {
    const cache = createCheckpointCache(2);
    for (const key of ['a', 'b', 'b', 'c']) cache.add(key);
    expect(['a', 'b', 'c'].map((key) => cache.has(key))).toEqual([false, true, true]);
  });
});

describe('redundant fields', () => {
  it.each<[string, LogEntry]>([
    ['a negative index', promised({ ...v1Entry, logIndex: -1n })],
    ['a leaf outside of its tree', proving(v1Entry, { logIndex: 4n })],
    ['a negative leaf', proving(v1Entry, { logIndex: -1n })],
    ['two indices in Rekor v2', { ...v2Entry, logIndex: 3n }],
    ['a time in Rekor v2', { ...v2Entry, integratedTime: TIME }],
    ['a promise in Rekor v2', { ...v2Entry, promise: mintPromise(v2, v2Entry) }],
  ])('that lie are refused: %s', (_what, entry) => {
    expect(causes(verify(entry))).toContain('log.consistency log-entry-inconsistent');
  });

  it('is the one cause where nothing else is wrong', () => {
    expect(causes(verify({ ...v2Entry, logIndex: 3n }))).toEqual(['log.consistency log-entry-inconsistent']);
    expect(causes(verify({ ...v2Entry, integratedTime: TIME }))).toEqual(['log.consistency log-entry-inconsistent']);
    expect(causes(verify({ ...v2Entry, promise: mintPromise(v2, v2Entry) }))).toEqual([
      'log.consistency log-entry-inconsistent',
    ]);
    expect(causes(verify(promised({ ...v1Entry, logIndex: -1n })))).toEqual(['log.consistency log-entry-inconsistent']);
  });

  it('name the kind of the entry as its body does', () => {
    expect(causes(verify({ ...v1Entry, kind: 'dsse' }))).toEqual(['log.entry log-entry-inconsistent']);
    expect(causes(verify({ ...v1Entry, version: '0.0.2' }))).toEqual(['log.entry log-entry-inconsistent']);
  });
});

it('checks stand in one order, whatever failed', () => {
  const order = ['log.entry', 'log.key', 'log.promise', 'log.inclusion', 'log.checkpoint', 'log.consistency'];
  const broken = [
    v1Entry,
    { ...v1Entry, body: encodeUtf8('{') },
    { ...v1Entry, logId: Uint8Array.of(0) },
    { ...v1Entry, integratedTime: 5n },
    { ...v1Entry, proof: null },
    proving(v1Entry, { checkpoint: null }),
    proving(v1Entry, { checkpoint: '' }),
    { ...v1Entry, logIndex: -5n },
  ];
  for (const entry of broken) expect(verify(entry).checks.map(({ id }) => id)).toEqual(order);
});
