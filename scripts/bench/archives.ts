// SPDX-License-Identifier: Apache-2.0
// G4: the files of a large tar, digested in one pass.
import { execFileSync, spawnSync } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { closeSync, existsSync, openSync, rmSync, writeSync } from 'node:fs';
import { join } from 'node:path';
import { pack } from 'tar-stream';
import { BUILT, median } from './race.ts';
import type { TarAccount } from './tar-contender.ts';

const MIB = 1024 * 1024;
const SIZE = Number(process.env['FORENSIC_VERIFY_BENCH_TAR_MIB'] ?? 2048) * MIB;
const ROUNDS = 5;

export type Tell = (what: string, found: number, wanted: number, sense?: 'at least' | 'at most') => void;

export async function archives(folder: string, tell: Tell): Promise<void> {
  const path = join(folder, 'large.tar');
  const files = await writeTar(path);
  console.log(`\na tar of ${(SIZE / MIB).toFixed(0)} MiB, ${files} files`);
  const ways = ['ours', 'tar-stream', 'loop'];
  const accounts = new Map<string, TarAccount[]>(ways.map((way) => [way, []]));
  const commands = Object.entries(COMMANDS).filter(([, { needs }]) => needs.every((file) => existsSync(file)));
  const walls = new Map<string, number[]>(commands.map(([name]) => [name, []]));
  // Once through the cache of the system, so that nobody pays for the disk.
  run('loop', path);
  for (let round = 0; round < ROUNDS; round++) {
    for (const way of ways) accounts.get(way)!.push(run(way, path));
    for (const [name, { script }] of commands) walls.get(name)!.push(time(script, path));
  }
  rmSync(path);
  const [ours, stream, loop] = ways.map((way) => accounts.get(way)!) as [TarAccount[], TarAccount[], TarAccount[]];
  if (ours.some(({ sum }, i) => sum !== stream[i]!.sum)) throw new Error('the digests differ');
  const ratio = (a: readonly TarAccount[], b: readonly TarAccount[], of: 'cpu' | 'wall') =>
    median(a.map((account, i) => account[of] / b[i]![of]));
  tell('tar-stream ÷ ours, wall', ratio(stream, ours, 'wall'), 1.4);
  tell('tar-stream ÷ ours, CPU', ratio(stream, ours, 'cpu'), 1.4);
  tell('read-and-hash loop ÷ ours, wall', ratio(loop, ours, 'wall'), 0.85);
  tell('read-and-hash loop ÷ ours, CPU', ratio(loop, ours, 'cpu'), 0.85);
  for (const [name, { wanted }] of commands) {
    tell(`${name} ÷ ours, wall`, median(walls.get(name)!.map((wall, i) => wall / ours[i]!.wall)), wanted);
  }
  tell('memory, MiB', Math.max(...ours.map(({ rss }) => rss)), 100, 'at most');
}

/** Their own start is in their wall time, a hundredth of it. */
const COMMANDS: Readonly<Record<string, { needs: readonly string[]; script: string; wanted: number }>> = {
  'openssl dgst': {
    needs: ['/usr/bin/openssl'],
    script: '/usr/bin/openssl dgst -sha256 "$1" >/dev/null',
    wanted: 0.75,
  },
  'tar xO | sha256sum': {
    needs: ['/usr/bin/tar', '/usr/bin/sha256sum'],
    script: '/usr/bin/tar xOf "$1" | /usr/bin/sha256sum >/dev/null',
    wanted: 3,
  },
};

function run(way: string, path: string): TarAccount {
  const script = join(BUILT, 'scripts/bench/tar-contender.js');
  return JSON.parse(execFileSync(process.execPath, [script, way, path], { encoding: 'utf8' })) as TarAccount;
}

function time(script: string, path: string): number {
  const start = performance.now();
  const { status, stderr } = spawnSync('bash', ['-c', script, '-', path], { encoding: 'utf8' });
  if (status !== 0) throw new Error(stderr);
  return performance.now() - start;
}

/** Files from nothing to some megabytes, as evidence has them: most are small, most octets are in large ones. */
async function writeTar(path: string): Promise<number> {
  const fd = openSync(path, 'w');
  const content = randomBytes(8 * MIB);
  const stream = pack();
  let files = 0;
  let written = 0;
  const done = (async () => {
    for await (const chunk of stream) writeSync(fd, chunk as Uint8Array);
  })();
  while (written < SIZE) {
    const size = files % 10 === 0 ? 2 * MIB + files * 17 : (files * 7919) % (64 * 1024);
    const body = content.subarray(0, Math.min(size, content.length));
    await new Promise<void>((resolve, reject) => {
      const header = { name: `folder-${files % 97}/file-${files}`, size: body.length };
      stream.entry(header, body, (error) => (error ? reject(error) : resolve()));
    });
    written += body.length;
    files++;
  }
  stream.finalize();
  await done;
  closeSync(fd);
  return files;
}
