// SPDX-License-Identifier: Apache-2.0
// One way to digest the files of a tar, in a process of its own: it says what that took.
import { createHash } from 'node:crypto';
import { createReadStream, openSync, readSync } from 'node:fs';
import { extract } from 'tar-stream';
import { openTar } from '../../src/evidence/open-archive.ts';

export interface TarAccount {
  /** Milliseconds of the process, all threads; of the wall. */
  readonly cpu: number;
  readonly wall: number;
  /** MiB, the highest. */
  readonly rss: number;
  /** Over the digests of all files: contenders must agree. */
  readonly sum: string;
  readonly files: number;
}

type Found = readonly string[];

const WAYS: Readonly<Record<string, (path: string) => Promise<Found>>> = {
  ours: async (path) => {
    const holding = await openTar(path, 'named');
    if (holding === null || holding.checks.some(({ outcome }) => outcome !== 'passed')) throw new Error('refused');
    return holding.members.map(({ digests }) => digests.get('sha256')!);
  },
  'tar-stream': async (path) => {
    const found: string[] = [];
    const reader = extract();
    // As its own page shows it.
    createReadStream(path).pipe(reader as unknown as NodeJS.WritableStream);
    for await (const entry of reader) {
      const hash = createHash('sha256');
      for await (const chunk of entry) hash.update(chunk as Uint8Array);
      found.push(hash.digest('hex'));
    }
    return found;
  },
  /** What no reader is spared: every octet read and hashed, whatever it means. */
  loop: async (path) => {
    const fd = openSync(path, 'r');
    const buffer = new Uint8Array(4 * 1024 * 1024);
    const hash = createHash('sha256');
    for (;;) {
      const count = readSync(fd, buffer, 0, buffer.length, null);
      if (count === 0) break;
      hash.update(buffer.subarray(0, count));
    }
    return [hash.digest('hex')];
  },
};

const [, , way = '', path = ''] = process.argv;
const [cpu, wall] = [process.cpuUsage(), performance.now()];
const found = await WAYS[way]!(path);
const used = process.cpuUsage(cpu);
const account: TarAccount = {
  cpu: (used.user + used.system) / 1000,
  wall: performance.now() - wall,
  rss: process.resourceUsage().maxRSS / 1024,
  sum: createHash('sha256').update(found.join('\n')).digest('hex'),
  files: found.length,
};
process.stdout.write(JSON.stringify(account));
