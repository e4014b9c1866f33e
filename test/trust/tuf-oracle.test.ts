// SPDX-License-Identifier: Apache-2.0
import { existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { BaseFetcher, Updater } from 'tuf-js';
import { afterAll, afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { mirror } from '../../scripts/mint/cases/tuf.ts';
import {
  newTimestampKey,
  type RepositoryPlan,
  role,
  rootKeys,
  strangerKey,
  tufRoot,
  usualRoles,
} from '../../scripts/mint/tuf.ts';
import { nativeEngine } from '../../src/crypto/engine.ts';
import { parseRfc3339 } from '../../src/encoding/rfc3339.ts';
import type { Check } from '../../src/model/check.ts';
import type { TufMemory } from '../../src/trust/tuf/memory.ts';
import { readTufRoot, type TufRoot } from '../../src/trust/tuf/metadata.ts';
import { openTufDirectory } from '../../src/trust/tuf/source.ts';
import { verifyTuf } from '../../src/trust/tuf/workflow.ts';
import { PROJECT } from '../support/cli.ts';

const AT = '2026-03-01T00:00:00Z';
const CASES = join(PROJECT, 'fixtures/cases');
const scratch = mkdtempSync(join(tmpdir(), 'fv-tuf-'));
afterAll(() => rmSync(scratch, { recursive: true, force: true }));
beforeEach(() => vi.useFakeTimers({ toFake: ['Date'], now: new Date(AT) }));
afterEach(() => vi.useRealTimers());

class FolderFetcher extends BaseFetcher {
  readonly #folder: string;
  constructor(folder: string) {
    super();
    this.#folder = folder;
  }
  override async fetch(url: string): Promise<ReadableStream<Uint8Array<ArrayBuffer>>> {
    const file = join(this.#folder, new URL(url).pathname);
    if (!existsSync(file)) throw new NotFound('Failed to download', 404);
    return new Blob([readFileSync(file)]).stream() as ReadableStream<Uint8Array<ArrayBuffer>>;
  }
}

/** What tuf-js takes for "there is no further root". */
const { DownloadHTTPError: NotFound } = (await import(join(PROJECT, 'node_modules/tuf-js/dist/error.js'))) as {
  readonly DownloadHTTPError: new (message: string, status: number) => Error;
};

/** tuf-js over a folder, with what it remembers in another; null where it has no complaint. */
async function oracle(folder: string, remembered: string): Promise<string | null> {
  const updater = new Updater({
    metadataDir: remembered,
    metadataBaseUrl: 'http://mirror.example/metadata',
    targetDir: remembered,
    targetBaseUrl: 'http://mirror.example/targets',
    fetcher: new FolderFetcher(folder),
    config: { fetchRetries: 0 },
  });
  try {
    await updater.refresh();
    for (const path of ['trusted_root.json', 'packages/keys.json']) {
      const info = await updater.getTargetInfo(path);
      if (info !== undefined) await updater.downloadTarget(info, join(remembered, 'a-target'));
    }
    return null;
  } catch (error) {
    return (error as Error).message;
  }
}

function memoryOf(pinned: Uint8Array): string {
  const folder = mkdtempSync(join(scratch, 'memory-'));
  writeFileSync(join(folder, 'root.json'), pinned);
  return folder;
}

function ours(folder: string, pinned: TufRoot, memory: TufMemory | null = null) {
  const source = openTufDirectory(folder)!;
  return verifyTuf({ source, pinned, memory, at: parseRfc3339(AT).time, engine: nativeEngine });
}

const refusals = (checks: readonly Check[]) =>
  checks.flatMap((check) => (check.outcome === 'failed' || check.outcome === 'indeterminate' ? [check.reason] : []));

/** Where this tool refuses and tuf-js does not, on purpose. */
const STRICTER: Readonly<Record<string, string>> = {
  'tuf-gap--tuf-root-gap':
    'a client stops at the first number that is not there; the directory shows that one was left out',
  'tuf-pin--tuf-root-pin': 'a client never asks for the root that it has; the directory shows another one',
  'tuf-same-key-twice--tuf-threshold': 'key ids are counted, and not keys',
};

describe('tuf-js and the minted repositories', () => {
  const names = readdirSync(CASES).filter(
    (name) =>
      name.startsWith('tuf-') && existsSync(join(CASES, name, 'pinned.json')) && !name.includes('stale-allowed'),
  );
  for (const name of names) {
    it(name, async () => {
      const pinned = readFileSync(join(CASES, name, 'pinned.json'));
      const found = ours(join(CASES, name, 'mirror'), readTufRoot(pinned, 'pinned.json'));
      if (found.rootsOnly) return;
      const refused = refusals(found.checks);
      expect(refused.length > 0).toBe(name.includes('--'));
      const says = await oracle(join(CASES, name, 'mirror'), memoryOf(pinned));
      if (STRICTER[name] === undefined) expect(says !== null, says ?? 'no complaint').toBe(name.includes('--'));
      else expect(says).toBeNull();
    });
  }
  it('are as many as there should be', () => expect(names.length).toBeGreaterThan(25));
});

/** One state after another, shown to both. */
const HISTORIES: readonly {
  readonly what: string;
  readonly states: readonly RepositoryPlan[];
  readonly reason: string | null;
  readonly oracleTakes?: true;
}[] = [
  { what: 'the same twice', states: [{}, {}], reason: null },
  { what: 'a newer state', states: [{}, { versions: { timestamp: 2, snapshot: 2, targets: 2 } }], reason: null },
  { what: 'an older timestamp', states: [{ versions: { timestamp: 2 } }, {}], reason: 'tuf-rollback' },
  {
    what: 'an older snapshot under a newer timestamp',
    states: [{ versions: { timestamp: 2, snapshot: 2 } }, { versions: { timestamp: 3, snapshot: 1 } }],
    reason: 'tuf-rollback',
  },
  {
    what: 'older targets under a newer snapshot',
    states: [
      { versions: { timestamp: 2, snapshot: 2, targets: 2 } },
      { versions: { timestamp: 3, snapshot: 3, targets: 1 } },
    ],
    reason: 'tuf-rollback',
  },
  {
    what: 'a snapshot that forgets a delegated role',
    states: [{}, { versions: { timestamp: 2, snapshot: 2, targets: 2 }, delegations: [] }],
    reason: 'tuf-rollback',
  },
  {
    what: 'another file under the same version',
    states: [{}, { expires: { timestamp: '2027-06-01T00:00:00Z' } }],
    reason: 'tuf-rollback',
    oracleTakes: true,
  },
  {
    what: 'an expired state after a fresh one',
    states: [{}, { versions: { timestamp: 2 }, expires: { timestamp: '2026-02-28T23:59:59Z' } }],
    reason: 'tuf-expired',
  },
  {
    what: 'a second root that changes the timestamp key, and starts over',
    states: [
      { versions: { timestamp: 900, snapshot: 900, targets: 900 } },
      {
        roots: [
          { version: 1 },
          { version: 2, roles: { ...usualRoles, timestamp: role(1, newTimestampKey) }, by: rootKeys.slice(0, 2) },
        ],
      },
    ],
    reason: null,
  },
  {
    what: 'a timestamp of the key that the second root has removed',
    states: [
      {},
      {
        roots: [
          { version: 1 },
          { version: 2, roles: { ...usualRoles, timestamp: role(1, newTimestampKey) }, by: rootKeys.slice(0, 2) },
        ],
        versions: { timestamp: 2 },
        by: { timestamp: usualRoles.timestamp.keys },
      },
    ],
    reason: 'tuf-threshold',
  },
  {
    what: 'a second root by a stranger',
    states: [{}, { roots: [{ version: 1 }, { version: 2, by: [strangerKey] }] }],
    reason: 'tuf-threshold',
  },
];

describe('tuf-js and one state after another', () => {
  for (const { what, states, reason, oracleTakes } of HISTORIES) {
    it(what, async () => {
      const pinned = tufRoot({ version: 1 });
      const remembered = memoryOf(pinned);
      let root = readTufRoot(pinned, 'root.json');
      let memory: TufMemory | null = null;
      let last: readonly string[] = [];
      let says: string | null = null;
      for (const [i, plan] of states.entries()) {
        const folder = written(mirror(plan), `${what} ${i}`);
        const found = ours(folder, root, memory);
        last = refusals(found.checks);
        says = await oracle(folder, remembered);
        if (i < states.length - 1) expect([last, says]).toEqual([[], null]);
        memory = found.memory;
        root = found.root ?? root;
      }
      expect([...new Set(last)]).toEqual(reason === null ? [] : [reason]);
      if (oracleTakes === true) expect(says).toBeNull();
      // tuf-js does not forget what was seen where keys are changed (TUF 1.0 §5.3.11), and so cannot recover from raised versions.
      else if (!what.includes('starts over')) expect(says !== null).toBe(reason !== null);
    });
  }
});

function written(files: Readonly<Record<string, Uint8Array>>, name: string): string {
  const folder = join(scratch, name.replaceAll(' ', '-'));
  for (const [path, data] of Object.entries(files)) {
    mkdirSync(dirname(join(folder, path)), { recursive: true });
    writeFileSync(join(folder, path), data);
  }
  return folder;
}

describe('the program', () => {
  it('has the metadata model, and nothing that fetches or that matches patterns by backtracking', () => {
    const text = readFileSync(process.env['FORENSIC_VERIFY_TEST_BUNDLE']!, 'utf8');
    expect(text).toContain('multiple signatures found for keyid');
    for (const absent of ['downloadBytes', 'DownloadHTTPError', 'promiseRetry', 'make-fetch-happen', 'brace-expansion'])
      expect(text.includes(absent), absent).toBe(false);
  });
});
