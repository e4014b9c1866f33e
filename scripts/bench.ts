// SPDX-License-Identifier: Apache-2.0
// Ratios of CPU time within one run (G1 to G7 of the performance goals). It prints and never gates: the machine is noisy.
import { spawnSync } from 'node:child_process';
import { copyFileSync, existsSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { parse as parseMomoa } from '@humanwhocodes/momoa';
import { visit } from 'jsonc-parser';
import { parseJson } from '../src/encoding/json.ts';
import { archives } from './bench/archives.ts';
import type { Account } from './bench/contender.ts';
import { custody } from './bench/custody.ts';
import { bundleFolder, detachedSignatures, type PerBundle, tree } from './bench/folders.ts';
import { merkle } from './bench/merkle.ts';
import { compileLibrary, median, Runner, writePlan } from './bench/race.ts';
import { mintWorkload, realWorkload, type Workload } from './bench/workload.ts';
import { ROOT } from './lib/sources.ts';

const JOBS = Number(process.env['FORENSIC_VERIFY_BENCH_JOBS'] ?? 10_000);
const ROUNDS = 10;
/** Bundles until the compiler has seen enough; the goal is about a warm loop. */
const WARM_UP = 2000;
const BINARY = join(ROOT, 'release/forensic-verify-linux-x64');
const folder = mkdtempSync(join(tmpdir(), 'forensic-verify-bench-'));

try {
  compileLibrary();
  const minted = mintWorkload(folder, JOBS);
  const per = await batch(minted, 'distinct bundles, every leaf another');
  bundleFolder(folder, minted, per, (goal) => (what, found, wanted, sense) => tell(goal, what, found, wanted, sense));
  const real = realWorkload(folder, process.env['FORENSIC_VERIFY_CORPORA'] ?? resolve(ROOT, '../shared/corpora'));
  if (real === null) console.log('the corpora are not at hand: real bundles were not measured');
  else await batch(real, 'real bundles of the corpora, each round afresh');
  cold();
  tree(folder, (what, found, wanted, sense) => tell('G4', what, found, wanted, sense));
  detachedSignatures(folder, (what, found, wanted, sense) => tell('G7', what, found, wanted, sense));
  await archives(folder, (what, found, wanted, sense) => tell('G4', what, found, wanted, sense));
  await merkle(folder, tell);
  await custody(folder, tell);
  json();
} finally {
  rmSync(folder, { recursive: true, force: true });
}

/** G2: contenders in processes of their own, slice by slice in turn. */
async function batch(workload: Workload, what: string): Promise<PerBundle> {
  const plan = writePlan(folder, workload.name.slice(0, 4), workload);
  const kinds = ['ours', 'floor', 'peer'] as const;
  const runners = new Map(
    await Promise.all(kinds.map(async (kind) => [kind, await Runner.start(kind, plan)] as const)),
  );
  const slice = Math.min(Math.floor(JOBS / ROUNDS), workload.jobs.length);
  // Where there are fewer bundles than are asked for, the same come again: nothing may be known of them.
  const afresh = slice * ROUNDS > workload.jobs.length;
  const rounds = afresh ? Math.ceil(Math.min(JOBS, 2 * WARM_UP) / slice) : ROUNDS;
  const cold = Math.min(Math.floor(rounds / 2), Math.ceil(WARM_UP / slice));
  const accounts = new Map(kinds.map((kind) => [kind, [] as Account[]]));
  for (let round = 0; round < rounds; round++) {
    const from = afresh ? 0 : round * slice;
    for (const kind of kinds) {
      const account = await runners.get(kind)!.run({ from, to: from + slice, afresh: afresh || round === 0 });
      accounts.get(kind)!.push(account);
      if (account.accepted !== slice && kind !== 'peer') throw new Error(`${kind} has refused a bundle`);
    }
  }
  for (const runner of runners.values()) runner.end();
  const [ours, floor, peer] = kinds.map((kind) => accounts.get(kind)!.slice(cold)) as [Account[], Account[], Account[]];
  const ratio = (a: readonly Account[], b: readonly Account[]) => median(a.map(({ cpu }, i) => cpu / b[i]!.cpu));
  console.log(`\n${what}: ${rounds} rounds of ${slice}, of which ${cold} warm up`);
  tell('G2', '@sigstore/verify ÷ ours, CPU', ratio(peer, ours), 7);
  tell('G2', 'unavoidable signature checks ÷ ours, CPU', ratio(floor, ours), 0.8);
  tell('G2', 'memory, MiB', ours.at(-1)!.rss, 120, 'at most');
  for (const [why, count] of Object.entries(peer.at(-1)!.notes))
    console.log(`       refused by the peer: ${count} × ${why}`);
  const each = (accounts: readonly Account[], of: 'cpu' | 'wall') => sum(accounts, of) / (accounts.length * slice);
  const both = (accounts: readonly Account[]) => ({ cpu: each(accounts, 'cpu'), wall: each(accounts, 'wall') });
  if (!afresh) await workers(plan, workload.jobs.length, each(peer, 'wall'));
  return { peer: both(peer), floor: both(floor) };
}

/** G2b: all bundles as one batch in a fresh process, by one thread and by two workers in turn. */
async function workers(plan: string, jobs: number, peerWall: number): Promise<void> {
  const alone: Account[] = [];
  const shared: Account[] = [];
  for (let round = 0; round < 2; round++) {
    for (const [kind, accounts] of [['ours', alone] as const, ['workers', shared] as const]) {
      const runner = await Runner.start(kind, plan, 2);
      const account = await runner.run({ from: 0, to: jobs, afresh: true });
      if (account.accepted !== jobs) throw new Error(`${kind} has refused a bundle`);
      accounts.push(account);
      runner.end();
    }
  }
  tell('G2b', '@sigstore/verify ÷ 2 workers, wall', (peerWall * jobs * shared.length) / sum(shared, 'wall'), 12);
  tell('G2b', 'one thread ÷ 2 workers, wall', sum(alone, 'wall') / sum(shared, 'wall'), 1.75);
  // On two idle cores it would be this: whatever else runs takes from the wall, not from the CPU time.
  tell('G2b', 'twice one thread ÷ 2 workers, CPU', (2 * sum(alone, 'cpu')) / sum(shared, 'cpu'), 1.75);
  tell('G2b', 'memory, MiB', Math.max(...shared.map(({ rss }) => rss)), 260, 'at most');
}

function sum(accounts: readonly Account[], of: 'cpu' | 'wall'): number {
  return accounts.reduce((total, account) => total + account[of], 0);
}

/** G1: one bundle in a process of its own, against the `sigstore` package doing the same from the same files. */
function cold(): void {
  console.log('\none bundle, a cold process each');
  if (!existsSync(BINARY)) {
    console.log('  the binary has not been built: npm run build:binary');
    return;
  }
  // A file that was written in one piece, as the build does it, lies in larger pieces in the cache of the system, and each that
  // is touched counts whole: up to 30 MiB that are not the program's. A copy lies as an installed file does.
  const binary = join(folder, 'forensic-verify');
  copyFileSync(BINARY, binary);
  const base = join(ROOT, 'fixtures/cases/bundle-v0.3-message');
  const who = ['--certificate-identity-regexp', '.*', '--certificate-oidc-issuer', 'https://issuer.mint.example'];
  const exact = [
    '--certificate-identity',
    'https://code.mint.example/acme/app/.workflows/release.yml@refs/heads/main',
    ...who.slice(2),
  ];
  const bundle = join(base, 'bundle.sigstore.json');
  const root = join(ROOT, 'fixtures/shared/trusted-root.json');
  const script = join(folder, 'cold.cjs');
  writeFileSync(
    script,
    `const { readFileSync } = require('node:fs');
     const load = (name) => require(${JSON.stringify(ROOT)} + '/node_modules/' + name);
     load('sigstore');
     const { TrustedRoot } = load('@sigstore/protobuf-specs');
     const { bundleFromJSON } = load('@sigstore/bundle');
     const { toSignedEntity, toTrustMaterial, Verifier } = load('@sigstore/verify');
     const json = (path) => JSON.parse(readFileSync(path, 'utf8'));
     const verifier = new Verifier(toTrustMaterial(TrustedRoot.fromJSON(json(${JSON.stringify(root)}))), { tlogThreshold: 1, ctlogThreshold: 1, timestampThreshold: 1 });
     verifier.verify(toSignedEntity(bundleFromJSON(json(${JSON.stringify(bundle)})), readFileSync(${JSON.stringify(join(base, 'artifact.txt'))})));`,
  );
  const contenders = {
    ours: [
      binary,
      'verify',
      join(base, 'artifact.txt'),
      '--bundle',
      bundle,
      '--trusted-root',
      root,
      ...exact,
      '--at',
      '2026-03-01T00:00:00Z',
      '--quiet',
    ],
    peer: [process.execPath, script],
    bare: [process.execPath, '-e', '0'],
  };
  const times: Record<string, number[]> = { ours: [], peer: [], bare: [] };
  let memory = 0;
  for (let round = 0; round < 15; round++) {
    for (const [name, [command, ...args]] of Object.entries(contenders)) {
      const result = spawnSync('bash', ['-c', 'TIMEFORMAT="%U %S"; time "$@" >/dev/null', '-', command!, ...args], {
        encoding: 'utf8',
      });
      if (result.status !== 0) throw new Error(`${name} ended with ${result.status}: ${result.stderr}`);
      const [user, system] = result.stderr.trim().split(/\s+/).slice(-2).map(Number);
      times[name]!.push(user! + system!);
    }
  }
  if (existsSync('/usr/bin/time')) {
    const result = spawnSync('/usr/bin/time', ['-f', '%M', ...contenders.ours], { encoding: 'utf8' });
    memory = Number(result.stderr.trim().split('\n').at(-1)) / 1024;
  }
  const least = (name: string) => Math.min(...times[name]!);
  tell('G1', 'the sigstore package ÷ ours, CPU', least('peer') / least('ours'), 3);
  tell('G1', 'ours ÷ bare node -e 0, CPU', least('ours') / least('bare'), 2.5, 'at most');
  if (memory > 0) tell('G1', 'memory, MiB', memory, 100, 'at most');
}

/** G6: 10 MB of records as evidence has them. */
function json(): void {
  const record = { name: 'pkg:npm/example@1.0.0', digest: { sha256: 'ab'.repeat(32) }, size: 12345, tags: ['a', 'b'] };
  const text = JSON.stringify(Array.from({ length: 60_000 }, (_, i) => ({ ...record, index: i })));
  const bytes = new TextEncoder().encode(text);
  const contenders: Record<string, () => unknown> = {
    ours: () => parseJson(bytes),
    native: () => JSON.parse(text),
    visit: () => visit(text, {}),
    momoa: () => parseMomoa(text),
  };
  const times: Record<string, number[]> = {};
  for (let round = 0; round < 5; round++) {
    for (const [name, parse] of Object.entries(contenders)) {
      const before = process.cpuUsage();
      parse();
      const used = process.cpuUsage(before);
      times[name] = [...(times[name] ?? []), used.user + used.system];
    }
  }
  const least = (name: string) => Math.min(...times[name]!);
  console.log(`\nstrict JSON, ${(bytes.length / 1e6).toFixed(1)} MB`);
  tell('G6', 'JSON.parse ÷ ours, CPU', least('native') / least('ours'), 0.4);
  tell('G6', "jsonc-parser's visit ÷ ours, CPU", least('visit') / least('ours'), 1.5);
  tell('G6', 'momoa ÷ ours, CPU', least('momoa') / least('ours'), 10);
}

function tell(
  goal: string,
  what: string,
  found: number,
  wanted: number,
  sense: 'at least' | 'at most' = 'at least',
): void {
  const reached = sense === 'at least' ? found >= wanted : found <= wanted;
  console.log(
    `  ${goal.padEnd(4)} ${what.padEnd(46)} ${found.toFixed(2).padStart(8)}   goal ${sense} ${wanted}: ${reached ? 'reached' : 'not reached'}`,
  );
}
