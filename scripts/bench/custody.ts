// SPDX-License-Identifier: Apache-2.0
// G5: a custody log of many events, each signed with Ed25519 (FORENSIC_VERIFY_BENCH_EVENTS: 1,000,000 is the goal's, and takes minutes).
import { fork } from 'node:child_process';
import { join } from 'node:path';
import { ROOM_FOR_NEW } from '../lib/program-parts.ts';
import type { CustodyAccount } from './custody-contender.ts';
import { mintLog } from './custody-log.ts';
import type { Tell } from './merkle.ts';
import { BUILT, median } from './race.ts';

const EVENTS = Number(process.env['FORENSIC_VERIFY_BENCH_EVENTS'] ?? 50_000);
/** One of a long log is long enough. */
const ROUNDS = EVENTS > 100_000 ? 1 : 3;
const MIB = 1024 * 1024;

export async function custody(folder: string, tell: Tell): Promise<void> {
  const log = join(folder, 'custody.jsonl');
  const key = join(folder, 'opener.der');
  const size = mintLog(log, key, EVENTS);
  console.log(
    `\na custody log of ${EVENTS} events, each signed with Ed25519, ${Math.round(size / EVENTS)} octets a line`,
  );
  const ways = ['signatures', 'one thread', '2', 'stream', 'hashes', 'links'] as const;
  const accounts = new Map<string, CustodyAccount[]>();
  for (let round = 0; round < ROUNDS; round++) {
    for (const way of ways) accounts.set(way, [...(accounts.get(way) ?? []), await run(way, log, key)]);
  }
  const of = (way: (typeof ways)[number]) => accounts.get(way)!;
  if (ways.some((way) => of(way).some(({ lines }) => lines !== EVENTS))) throw new Error('not all lines were judged');
  const one = of('one thread');
  tell(
    'G5',
    'crypto.verify alone ÷ ours on one thread, CPU',
    median(of('signatures').map(({ cpu }, i) => cpu / one[i]!.cpu)),
    0.7,
  );
  tell('G5', 'one thread ÷ 2 workers, wall', median(one.map(({ wall }, i) => wall / of('2')[i]!.wall)), 1.8);
  tell('G5', '2 × one thread ÷ 2 workers, CPU', median(one.map(({ cpu }, i) => (2 * cpu) / of('2')[i]!.cpu)), 1.8);
  tell('G5', 'memory on one thread, MiB', median(one.map(({ rss }) => rss / MIB)), 150, 'at most');
  tell('G5', 'memory with 2 workers, MiB', median(of('2').map(({ rss }) => rss / MIB)), 150, 'at most');
  const links = of('links');
  tell(
    'G5b',
    'SHA-256 of the file ÷ links alone, CPU',
    median(of('stream').map(({ cpu }, i) => cpu / links[i]!.cpu)),
    0.5,
  );
  tell(
    'G5b',
    'all hashes of it ÷ links alone, CPU',
    median(of('hashes').map(({ cpu }, i) => cpu / links[i]!.cpu)),
    0.5,
  );
  tell('G5b', 'memory, MiB', median(links.map(({ rss }) => rss / MIB)), 80, 'at most');
}

function run(way: string, log: string, key: string): Promise<CustodyAccount> {
  return new Promise((resolve, reject) => {
    const child = fork(join(BUILT, 'scripts/bench/custody-contender.js'), [way, log, key, String(EVENTS)], {
      execArgv: [...ROOM_FOR_NEW],
    });
    let account: CustodyAccount | null = null;
    child.on('message', (message) => {
      account = message as CustodyAccount;
    });
    child.on('exit', (code) => (account === null ? reject(new Error(`${way} ended: ${code}`)) : resolve(account)));
  });
}
