// SPDX-License-Identifier: Apache-2.0
// G2 and G2b over a folder of bundles, G4 over a tree of files, G7: detached signatures in one process.
import { execFileSync, spawnSync } from 'node:child_process';
import { createPrivateKey, generateKeyPairSync, randomBytes, sign } from 'node:crypto';
import { closeSync, existsSync, mkdirSync, openSync, readSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { ROOM_FOR_NEW } from '../lib/program-parts.ts';
import type { FolderAccount, FolderQuestion } from './folder-contender.ts';
import { BUILT, median } from './race.ts';
import type { Workload } from './workload.ts';

export type Tell = (what: string, found: number, wanted: number, sense?: 'at least' | 'at most') => void;

/** Milliseconds for one bundle: of the peer in a warm loop, of the checks that nobody is spared. */
export interface PerBundle {
  readonly peer: { readonly cpu: number; readonly wall: number };
  readonly floor: { readonly cpu: number; readonly wall: number };
}

/** Memory of the library's process: what is measured of folders holds 10,000 reports' worth of names beside it. */
export function bundleFolder(folder: string, workload: Workload, per: PerBundle, tell: (goal: string) => Tell): void {
  const path = join(folder, 'bundles');
  const count = writeBundles(path, workload);
  const root = join(folder, 'folder-root.json');
  writeFileSync(root, workload.roots[0]!);
  console.log(`\na folder of ${count} bundles and their artifacts, as a report in lines`);
  const question = {
    path,
    root,
    at: workload.at,
    ...(workload.identity === null ? {} : { identity: workload.identity }),
  };
  const alone = run('verify', { ...question, workers: 1 });
  const shared = run('verify', { ...question, workers: 2 });
  rmSync(path, { recursive: true });
  if (alone.accepted !== count || shared.sum !== alone.sum) throw new Error('the reports are not what they should be');
  tell('G2')('@sigstore/verify ÷ ours over a folder, CPU', (per.peer.cpu * count) / alone.cpu, 7);
  tell('G2')('unavoidable checks ÷ ours over a folder, CPU', (per.floor.cpu * count) / alone.cpu, 0.8);
  tell('G2')('memory over a folder, MiB', alone.rss, 120, 'at most');
  tell('G2b')('@sigstore/verify ÷ 2 workers, folder, wall', (per.peer.wall * count) / shared.wall, 12);
  tell('G2b')('one thread ÷ 2 workers, folder, wall', alone.wall / shared.wall, 1.75);
  tell('G2b')('twice one thread ÷ 2 workers, folder, CPU', (2 * alone.cpu) / shared.cpu, 1.75);
  tell('G2b')('memory over a folder, 2 workers, MiB', shared.rss, 260, 'at most');
}

function writeBundles(path: string, { file, jobs }: Workload): number {
  const fd = openSync(file, 'r');
  const read = ([offset, length]: readonly [number, number]) => {
    const bytes = Buffer.alloc(length);
    readSync(fd, bytes, 0, length, offset);
    return bytes;
  };
  for (const [i, { bundle, artifact }] of jobs.entries()) {
    const sub = join(path, `d${i % 100}`);
    mkdirSync(sub, { recursive: true });
    writeFileSync(join(sub, `f${i}.sigstore.json`), read(bundle));
    if (typeof artifact !== 'string') writeFileSync(join(sub, `f${i}.bin`), read(artifact));
  }
  closeSync(fd);
  return jobs.length;
}

const TREE_FILES = 10_000;
const ROUNDS = 3;

/** Their own start is in their wall time, a hundredth of it. */
const COMMANDS: Readonly<Record<string, { needs: readonly string[]; script: string; wanted: number }>> = {
  'openssl dgst': {
    needs: ['/usr/bin/openssl', '/usr/bin/xargs'],
    script: 'find "$1" -type f -print0 | xargs -0 openssl dgst -sha256 >/dev/null',
    wanted: 0.75,
  },
  hashdeep: { needs: ['/usr/bin/hashdeep'], script: '/usr/bin/hashdeep -c sha256 -j1 -r "$1" >/dev/null', wanted: 2 },
  rclone: { needs: ['/usr/bin/rclone'], script: '/usr/bin/rclone hashsum sha256 "$1" >/dev/null', wanted: 3 },
};

export function tree(folder: string, tell: Tell): void {
  const path = join(folder, 'tree');
  const octets = writeTree(path);
  console.log(`\na tree of ${TREE_FILES} files, ${(octets / 1024 / 1024).toFixed(0)} MiB`);
  const question = { path, at: '2026-03-01T00:00:00Z', workers: 1 };
  run('loop', question);
  const commands = Object.entries(COMMANDS).filter(([, { needs }]) => needs.every((file) => existsSync(file)));
  const ours: FolderAccount[] = [];
  const loop: FolderAccount[] = [];
  const walls = new Map<string, number[]>(commands.map(([name]) => [name, []]));
  for (let round = 0; round < ROUNDS; round++) {
    ours.push(run('digest', question));
    loop.push(run('loop', question));
    for (const [name, { script }] of commands) walls.get(name)!.push(time(['bash', '-c', script, '-', path]));
  }
  rmSync(path, { recursive: true });
  if (ours.some(({ sum }, i) => sum !== loop[i]!.sum)) throw new Error('the digests differ');
  const ratio = (of: 'cpu' | 'wall') => median(loop.map((account, i) => account[of] / ours[i]![of]));
  tell('read-and-hash loop ÷ ours, tree, wall', ratio('wall'), 0.85);
  tell('read-and-hash loop ÷ ours, tree, CPU', ratio('cpu'), 0.85);
  for (const [name, { wanted }] of commands)
    tell(`${name} ÷ ours, tree, wall`, median(walls.get(name)!.map((wall, i) => wall / ours[i]!.wall)), wanted);
  tell('memory over a tree, MiB', Math.max(...ours.map(({ rss }) => rss)), 100, 'at most');
}

function writeTree(path: string): number {
  const content = randomBytes(4 * 1024 * 1024);
  let octets = 0;
  for (let i = 0; i < TREE_FILES; i++) {
    const sub = join(path, `d${i % 97}`, `e${i % 13}`);
    mkdirSync(sub, { recursive: true });
    const size = i % 100 === 0 ? content.length - i : (i * 7919) % (64 * 1024);
    writeFileSync(join(sub, `f${i}`), content.subarray(0, size));
    octets += size;
  }
  return octets;
}

const SIGNATURES = 1000;
/** Processes that are started; the rest is told by multiplication. */
const SAMPLE = 100;

export function detachedSignatures(folder: string, tell: Tell): void {
  const path = join(folder, 'detached');
  mkdirSync(path);
  const { publicKey, privateKey } = generateKeyPairSync('ec', {
    namedCurve: 'P-256',
    publicKeyEncoding: { type: 'spki', format: 'pem' },
    privateKeyEncoding: { type: 'pkcs8', format: 'pem' },
  });
  const key = join(folder, 'detached.pub.pem');
  writeFileSync(key, publicKey);
  const secret = createPrivateKey(privateKey);
  for (let i = 0; i < SIGNATURES; i++) {
    const data = randomBytes(1024);
    writeFileSync(join(path, `f${i}`), data);
    writeFileSync(join(path, `f${i}.sig`), sign('sha256', data, secret));
  }
  console.log(`\n${SIGNATURES} detached signatures in one process`);
  const ours = run('verify', { path, key, at: '2026-03-01T00:00:00Z', workers: 1 });
  if (ours.accepted !== SIGNATURES) throw new Error(`${ours.accepted} of ${SIGNATURES} were accepted`);
  if (existsSync('/usr/bin/openssl')) {
    const each = `for i in $(seq 0 ${SAMPLE - 1}); do /usr/bin/openssl dgst -sha256 -verify "$2" -signature "$1/f$i.sig" "$1/f$i" >/dev/null || exit 1; done`;
    const wall = time(['bash', '-c', each, '-', path, key]) * (SIGNATURES / SAMPLE);
    tell('openssl processes ÷ ours, wall', wall / ours.wall, 12);
  }
  tell('memory, MiB', ours.rss, 60, 'at most');
  rmSync(path, { recursive: true });
}

function run(way: string, question: FolderQuestion): FolderAccount {
  const script = join(BUILT, 'scripts/bench/folder-contender.js');
  return JSON.parse(
    execFileSync(process.execPath, [...ROOM_FOR_NEW, script, way, JSON.stringify(question)], { encoding: 'utf8' }),
  ) as FolderAccount;
}

function time([command, ...words]: readonly string[]): number {
  const start = performance.now();
  const { status, stderr } = spawnSync(command!, words, { encoding: 'utf8' });
  if (status !== 0) throw new Error(stderr);
  return performance.now() - start;
}
