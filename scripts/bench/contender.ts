// SPDX-License-Identifier: Apache-2.0
// One contender in a process of its own: it is told which jobs to do, and says what CPU time they took.
import { readFileSync } from 'node:fs';
import { CONTENDERS } from './contenders.ts';
import type { Workload } from './workload.ts';

export interface Order {
  readonly from: number;
  readonly to: number;
  /** Forget what was learned about leaves before. */
  readonly afresh: boolean;
}

export interface Account {
  /** Milliseconds: of the process, all threads; of the wall. */
  readonly cpu: number;
  readonly wall: number;
  readonly accepted: number;
  /** MiB, the highest so far. */
  readonly rss: number;
  readonly notes: Readonly<Record<string, number>>;
}

const [, , kind = '', plan = '', base = '0'] = process.argv;
const workload = JSON.parse(readFileSync(plan, 'utf8')) as Workload;
const contender = await CONTENDERS[kind]!(workload, Number(base));

process.on('message', async (order: Order) => {
  const prepared = await contender.prepare(order);
  const [cpu, wall] = [process.cpuUsage(), performance.now()];
  const accepted = await contender.run(order, prepared);
  const used = process.cpuUsage(cpu);
  const account: Account = {
    cpu: (used.user + used.system) / 1000,
    wall: performance.now() - wall,
    accepted,
    rss: process.resourceUsage().maxRSS / 1024,
    notes: contender.notes,
  };
  process.send!(account);
});
process.send!('ready');
