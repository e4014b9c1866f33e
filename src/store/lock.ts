// SPDX-License-Identifier: Apache-2.0
import { linkSync, lstatSync, readdirSync, readFileSync, unlinkSync } from 'node:fs';
import { StoreError, storeError, writeOwnFile } from './new-file.ts';

/** A process, told from any other that has had its number. */
export interface Owner {
  readonly pid: number;
  /** When it was started, as the system counts; empty where it does not say. */
  readonly start: string;
  /** Which run of the system; empty where it does not say. */
  readonly boot: string;
  readonly host: string;
}

/** What the store cannot know by itself. */
export interface Processes {
  readonly self: Owner;
  isAlive(owner: Owner): boolean;
  /** Milliseconds. */
  sleep(time: number): void;
}

const FORMAT = 'forensic-verify/lock@v1';
const GUARD = '.takes-over';
const OWN_NAME = /^\.([1-9][0-9]{0,9})-([0-9]{1,20})(?:\.takes-over)?$/;
const POLL = 20;
/** No lock of ours is longer. */
const MOST = 4096;

/**
 * One writer at a time: `FILE.lock` says who. It comes into being whole, under a name that can be had once (a hard link), and is
 * removed by its owner. That of an owner who has died is taken away by whoever finds it, under a guard: of two who find it at
 * once, the slower must not take away the new lock of the faster.
 */
export class Lock {
  readonly #path: string;
  #held = true;
  /** What was done to get it, beside waiting. */
  readonly notices: readonly string[];

  private constructor(path: string, notices: readonly string[]) {
    this.#path = path;
    this.notices = notices;
  }

  /**
   * @param wait milliseconds
   * @throws StoreError where somebody else holds it until then, or the place cannot be written
   */
  static take(file: string, processes: Processes, wait: number): Lock {
    const path = `${file}.lock`;
    const notices: string[] = [];
    // Each its own rhythm, so that two who step back from each other do not meet again and again.
    const pause = POLL + (processes.self.pid % 17);
    for (let waited = 0; ; ) {
      if (tryLink(path, processes)) {
        sweep(path, processes);
        return new Lock(path, notices);
      }
      const owner = readOwner(path);
      if (owner === 'gone') continue;
      const isDead = owner !== 'foreign' && !processes.isAlive(owner);
      if (isDead && takeAway(path, owner, processes)) {
        notices.push(`the lock of ${named(owner)}, which has ended, was taken over`);
        continue;
      }
      if (waited >= wait) throw new StoreError(refusal(path, owner, wait, isDead));
      processes.sleep(pause);
      waited += pause;
    }
  }

  release(): void {
    if (!this.#held) return;
    this.#held = false;
    remove(this.#path);
  }
}

function tryLink(path: string, processes: Processes): boolean {
  const own = uniqueName(path, processes.self);
  writeOwnFile(own, textOf(processes.self), path);
  try {
    linkSync(own, path);
    return true;
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException;
    // Gone: taken for that of somebody who has died, by a host that cannot know. The next attempt makes it again.
    if (code === 'EEXIST' || code === 'ENOENT') return false;
    if (code === 'EPERM' || code === 'ENOTSUP' || code === 'EOPNOTSUPP')
      throw new StoreError(`${path}: this file system has no hard links, which a lock needs; keep the log on another`);
    throw storeError(error, path);
  } finally {
    remove(own);
  }
}

/**
 * Everybody who would take a dead lock away says so first, in a file of his own name, and then looks who else has: of two, at least one
 * sees the other and steps back. The guard of one who died in here is known by its name, and counts for nothing.
 */
function takeAway(path: string, dead: Owner, processes: Processes): boolean {
  const guard = `${uniqueName(path, processes.self)}${GUARD}`;
  writeOwnFile(guard, textOf(processes.self), path);
  try {
    if (othersAt(path, guard, processes)) return false;
    const owner = readOwner(path);
    if (owner === 'gone' || owner === 'foreign' || textOf(owner) !== textOf(dead)) return false;
    remove(path);
    return true;
  } finally {
    remove(guard);
  }
}

/** Whether somebody alive has a guard of his own; the guards of the dead are removed. */
function othersAt(path: string, own: string, processes: Processes): boolean {
  let others = false;
  for (const { file, owner } of besides(path, processes)) {
    if (file === own || !file.endsWith(GUARD)) continue;
    if (processes.isAlive(owner)) others = true;
    else remove(file);
  }
  return others;
}

/** What those who were stopped on the way to the lock have left. Only for its holder. */
function sweep(path: string, processes: Processes): void {
  for (const { file, owner } of besides(path, processes)) if (!processes.isAlive(owner)) remove(file);
}

/** Files of single processes beside a lock. One that is not whole is known by its name. */
function besides(path: string, { self }: Processes): { readonly file: string; readonly owner: Owner }[] {
  const at = path.lastIndexOf('/') + 1;
  const [folder, name] = [path.slice(0, at), path.slice(at)];
  const all = attemptRead(() => readdirSync(folder === '' ? '.' : folder), path);
  return all.flatMap((one) => {
    const match = one.startsWith(`${name}.`) ? OWN_NAME.exec(one.slice(name.length)) : null;
    if (match === null) return [];
    const file = `${folder}${one}`;
    const owner = readOwner(file);
    if (owner === 'gone') return [];
    if (owner !== 'foreign') return [{ file, owner }];
    return [{ file, owner: { ...self, pid: Number(match[1]), start: match[2] === '0' ? '' : match[2]! } }];
  });
}

function attemptRead<T>(read: () => T, path: string): T {
  try {
    return read();
  } catch (error) {
    throw storeError(error, path);
  }
}

function uniqueName(path: string, { pid, start }: Owner): string {
  return `${path}.${pid}-${start === '' ? '0' : start}`;
}

function textOf({ pid, start, boot, host }: Owner): string {
  return `${JSON.stringify({ boot, format: FORMAT, host, pid, start })}\n`;
}

/** `foreign`: not written by this tool, or not to be read. */
function readOwner(path: string): Owner | 'gone' | 'foreign' {
  try {
    const there = lstatSync(path);
    if (!there.isFile() || there.size > MOST) return 'foreign';
    const { pid, start, boot, host, format } = JSON.parse(readFileSync(path, 'utf8')) as Record<string, unknown>;
    const texts = [start, boot, host].every((one) => typeof one === 'string');
    if (format !== FORMAT || !Number.isSafeInteger(pid) || !texts) return 'foreign';
    return { pid, start, boot, host } as Owner;
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return 'gone';
    if (error instanceof SyntaxError || error instanceof TypeError) return 'foreign';
    throw storeError(error, path);
  }
}

function named({ pid, host }: Owner): string {
  return `process ${pid} on ${host}`;
}

function refusal(path: string, owner: Owner | 'foreign', wait: number, isDead: boolean): string {
  if (owner === 'foreign')
    return `${path} is no lock of this tool: see what it is, and remove it if nobody writes the log`;
  if (isDead)
    return `${path} is of ${named(owner)}, which has ended, and somebody else is about to take it over: try again`;
  const since = owner.start === '' ? '' : `, started at ${owner.start}`;
  return `${named(owner)}${since} is writing, and was waited for ${wait / 1000} s: ${path} says so; give --wait a longer time`;
}

function remove(path: string): void {
  try {
    unlinkSync(path);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'ENOENT') throw storeError(error, path);
  }
}
