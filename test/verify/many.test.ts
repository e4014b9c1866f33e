// SPDX-License-Identifier: Apache-2.0
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { loadEngine } from '../../src/crypto/engine.ts';
import { parseRfc3339 } from '../../src/encoding/rfc3339.ts';
import { openDirectory } from '../../src/evidence/directory.ts';
import { mayBeArchive, openArchiveMember } from '../../src/evidence/open-archive.ts';
import type { ItemFacts } from '../../src/model/report.ts';
import { renderNdjson } from '../../src/report/ndjson.ts';
import { bundledTrustedRoot } from '../../src/trust/bundled.ts';
import { readTrustedKey } from '../../src/trust/keyring.ts';
import { composeReport, ReportComposer } from '../../src/verify/compose-report.ts';
import { HoldingsExamination, type HoldingsResult } from '../../src/verify/examine-holdings.ts';
import { factsFromText, factsText } from '../../src/verify/facts-text.ts';
import type { FactsKey } from '../../src/verify/known-facts.ts';
import { questionDigest } from '../../src/verify/question-digest.ts';
import { type ExaminationContext, PLAIN_QUESTION } from '../../src/verify/request.ts';
import { setWorkersFor, type WorkerPool } from '../../src/verify/set-workers.ts';

const CASES = join(import.meta.dirname, '../../fixtures/cases');
const COUNT = 640;
let folder = '';
let moods = '';
let context: ExaminationContext;

/** Good evidence by the hundred, and among it what is broken, about something else, no evidence, a key, an archive's magic. */
beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'fv-many-'));
  moods = mkdtempSync(join(tmpdir(), 'fv-moods-'));
  const from = (name: string, file: string) => readFileSync(join(CASES, name, file));
  const good = from('dsse-key-ed25519', 'artifact.dsse.json').toString();
  const other = good.replace(/"payload":\s*"([^"]+)"/, (_, payload) => {
    const statement = Buffer.from(String(payload), 'base64').toString();
    const elsewhere = statement.replace(/"sha256":"[0-9a-f]{8}/, '"sha256":"00000000');
    return `"payload":"${Buffer.from(elsewhere).toString('base64')}"`;
  });
  writeFileSync(join(folder, 'artifact.txt'), from('dsse-key-ed25519', 'artifact.txt'));
  for (let i = 0; i < COUNT; i++) {
    const sub = join(folder, `d${i % 7}`);
    mkdirSync(sub, { recursive: true });
    const kinds: Readonly<Record<number, string>> = {
      3: good.replace(/"sig":\s*"(.)/, (_, first) => `"sig":"${first === 'A' ? 'B' : 'A'}`),
      5: other,
      11: '{"name":"no evidence","version":1}',
      13: good.slice(0, -30),
      17: '# a checksum list\n',
    };
    writeFileSync(join(sub, `f${i}.json`), `${kinds[i % 23] ?? good}${' '.repeat(i)}\n`);
  }
  const at = parseRfc3339('2026-03-01T00:00:00Z').time;
  const key = readFileSync(join(CASES, '../keys/ed25519.pub.pem'));
  context = {
    ...PLAIN_QUESTION,
    engine: await loadEngine('native', { digestOnly: true }),
    at,
    clockFloor: at,
    roots: [bundledTrustedRoot()],
    keys: [readTrustedKey(key, 'ed25519.pub.pem', null)],
    identity: null,
  };
});
afterAll(() => {
  for (const one of [folder, moods]) rmSync(one, { recursive: true, force: true });
});

interface Ran {
  readonly items: readonly ItemFacts[];
  readonly result: HoldingsResult;
  readonly stopped: boolean;
}

type Options = Partial<ConstructorParameters<typeof HoldingsExamination>[0]>;

async function examine(options: Options = {}): Promise<Ran> {
  const examination = new HoldingsExamination({
    holdings: [openDirectory(folder)],
    artifacts: [],
    context,
    ignoresUnsigned: () => false,
    openArchive: openArchiveMember,
    mayOpen: mayBeArchive,
    ...options,
  });
  const items: ItemFacts[] = [];
  for await (const item of examination.items()) items.push(item);
  return { items, result: examination.result(), stopped: examination.stopped };
}

const asked = () => ({
  version: '0',
  engine: 'native',
  command: 'verify',
  at: context.at,
  atIsClock: false,
  skewSeconds: 0,
  criteria: [],
  policy: context.policy,
});
const rest = (result: HoldingsResult) => ({ ...result, weakenings: [], roots: [], limitations: [], run: null });
const linesOf = ({ items, result }: Ran) => renderNdjson(composeReport({ ...asked(), ...rest(result), items }));

function moody(workers: number, mood: string): WorkerPool {
  const entry = join(moods, `${mood.replace(/[^a-z0-9]/g, '-')}.mjs`);
  const worker = new URL('../support/set-worker-moods.ts', import.meta.url);
  writeFileSync(entry, `globalThis.mood = '${mood}';\nawait import('${worker}');\n`);
  return { workers, entry: { file: pathToFileURL(entry) } };
}

describe('a folder of many documents', () => {
  it('is worth workers only where there are many', () => {
    expect([0, 199, 399, 400, 640, 10_000].map((jobs) => setWorkersFor(jobs, 3))).toEqual([0, 0, 0, 2, 3, 3]);
    expect([1, 2, 64].map((cores) => setWorkersFor(100_000, cores))).toEqual([0, 2, 64]);
  });

  it('gives the same bytes with one, two and three threads, in whatever order they answer', async () => {
    const alone = linesOf(await examine());
    expect(alone.split('\n').length).toBeGreaterThan(500);
    for (const [workers, seed] of [
      [2, 1],
      [2, 7],
      [3, 2],
      [3, 99],
    ] as const) {
      expect(linesOf(await examine({ pool: moody(workers, `seed=${seed}`) })) === alone, `${workers} ${seed}`).toBe(
        true,
      );
    }
    for (const reason of ['signature-mismatch', 'artifact-absent', 'json-invalid'])
      expect(alone).toContain(`"${reason}"`);
  });

  it('ends with an error, and not with a verdict, where a worker leaves or fails', async () => {
    for (const mood of ['dies=3', 'dies=0', 'dies=2&code=0']) {
      await expect(examine({ pool: moody(2, mood) }), mood).rejects.toThrow('a worker ended');
    }
    await expect(examine({ pool: moody(2, 'throws=1') })).rejects.toThrow('a fault of the worker');
  });

  it('is composed item by item as it is at once', async () => {
    const ran = await examine();
    const composer = new ReportComposer(asked());
    const items = ran.items.map((facts) => composer.add(facts));
    const whole = composeReport({ ...asked(), ...rest(ran.result), items: ran.items });
    expect({ ...composer.head, ...composer.finish(rest(ran.result)), items }).toEqual(
      Object.fromEntries(Object.entries(whole).filter(([name]) => !['format', 'verified', 'failed'].includes(name))),
    );
  });

  it('does not find again what is known, here and on workers, and says the same', async () => {
    const kept = new Map<FactsKey, string>();
    const keeper = { keep: (key: FactsKey, facts: ItemFacts) => void kept.set(key, factsText(facts)) };
    const first = await examine({ keeper });
    const half = new Map([...kept].filter((_, i) => i % 2 === 0));
    let recalled = 0;
    const known = {
      keys: new Set(half.keys()),
      recall: (key: FactsKey) => {
        recalled++;
        return factsFromText(half.get(key)!);
      },
    };
    for (const options of [{ known }, { known, pool: moody(2, 'seed=5') }]) {
      recalled = 0;
      expect(linesOf(await examine(options)) === linesOf(first)).toBe(true);
      expect(recalled).toBe(half.size);
    }
    // What was taken for known and cannot be had is examined.
    const gone = { keys: known.keys, recall: () => null };
    for (const options of [{ known: gone }, { known: gone, pool: moody(2, 'seed=5') }]) {
      expect(linesOf(await examine(options)) === linesOf(first)).toBe(true);
    }
  });

  it('keeps nothing of a document that changes, and nothing about another artifact', async () => {
    const kept = new Set<FactsKey>();
    const keeper = { keep: (key: FactsKey) => void kept.add(key) };
    await examine({ keeper });
    const before = kept.size;
    await examine({ keeper });
    expect(kept.size).toBe(before);
    const artifact = join(folder, 'artifact.txt');
    const octets = readFileSync(artifact);
    writeFileSync(artifact, 'something else');
    try {
      await examine({ keeper });
      expect(kept.size).toBeGreaterThan(before + 500);
    } finally {
      writeFileSync(artifact, octets);
    }
  });

  it('ends where it is told to, with what was found so far', async () => {
    for (const pool of [undefined, moody(2, 'seed=3')]) {
      const { items, stopped } = await examine({
        between: async (done) => done < 100,
        ...(pool === undefined ? {} : { pool }),
      });
      expect(stopped).toBe(true);
      expect(items.length).toBeGreaterThan(50);
      expect(items.length).toBeLessThanOrEqual(100);
      expect(items.some(({ kind }) => kind === 'evidence-set')).toBe(false);
    }
  });
});

describe('the digest of a question', () => {
  it('is that of another one wherever something decides otherwise', async () => {
    const base = questionDigest('1', context);
    expect(questionDigest('1', { ...context })).toBe(base);
    const others: readonly Partial<ExaminationContext>[] = [
      { at: parseRfc3339('2026-03-01T00:00:01Z').time },
      { skewSeconds: 1 },
      { keys: [] },
      { roots: [] },
      { notBefore: context.at },
      { signedAt: context.at },
      { predicateType: 'x' },
      { engine: await loadEngine('dual') },
      { policy: { ...context.policy, signatureThreshold: 2 } },
      { packageAsked: { name: 'x', version: null, from: '--package-name', forSigner: false } },
      { extraTimestamps: [{ name: 'x', token: Uint8Array.of(1) }] },
    ];
    const digests = [questionDigest('2', context), ...others.map((one) => questionDigest('1', { ...context, ...one }))];
    expect(new Set([base, ...digests]).size).toBe(others.length + 2);
    expect(questionDigest('1', { ...context, hmacSecret: Uint8Array.of(1) })).toBe(null);
  });
});
