// SPDX-License-Identifier: Apache-2.0
import { readFileSync } from 'node:fs';
import { hostname } from 'node:os';
import type { Owner, Processes } from '../store/lock.ts';

/** This process and its neighbours, as far as the system tells. */
export function processesHere(): Processes {
  const host = hostname();
  const boot = textOf('/proc/sys/kernel/random/boot_id') ?? '';
  return {
    self: { pid: process.pid, start: startOf('self') ?? '', boot, host },
    isAlive: (owner) => isAlive(owner, host, boot),
    sleep: (time) => {
      Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, time);
    },
  };
}

/** Of a process on another host nothing can be known: it is taken to be alive. */
function isAlive({ pid, start, boot, host }: Owner, here: string, now: string): boolean {
  if (host !== here) return true;
  if (boot !== '' && now !== '' && boot !== now) return false;
  const found = startOf(String(pid));
  if (found !== null) return start === '' || found === start;
  return startOf('self') === null && answers(pid);
}

/** Field 22 of proc(5) stat: clock ticks since the system's start. null where there is no such process, or no /proc. */
function startOf(pid: string): string | null {
  const stat = textOf(`/proc/${pid}/stat`);
  // The name of the program is in brackets, and may hold brackets and blanks.
  const fields = stat?.slice(stat.lastIndexOf(')') + 2).split(' ');
  return fields?.[19] ?? null;
}

function answers(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException;
    if (code === undefined) throw error;
    return code !== 'ESRCH';
  }
}

function textOf(path: string): string | null {
  try {
    return readFileSync(path, 'latin1').trim();
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === undefined) throw error;
    return null;
  }
}
