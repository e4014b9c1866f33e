// SPDX-License-Identifier: Apache-2.0
import { existsSync, realpathSync } from 'node:fs';
import { dirname, resolve } from 'node:path';
import { BINARY } from '../support/cli.ts';

/** All by which a process reaches a socket, another program, or changes a file system. */
export const WATCHED =
  '%network,open,openat,openat2,execve,execveat,fork,vfork,unlink,unlinkat,mkdir,mkdirat,rmdir,rename,renameat,renameat2,creat,symlink,symlinkat,link,linkat,truncate,mknod,mknodat,chmod,fchmodat,chown,fchownat,io_uring_setup';

/** What a process of this runtime opens whatever it does: loader, itself, its limits. */
const OWN: readonly RegExp[] = [
  /^\/etc\/ld\.so\.(cache|preload)$/,
  /^\/(usr\/)?lib(64)?\/.*\.so(\.\d+)*$/,
  /^\/dev\/null$/,
  /^\/proc\/self\/(maps|cgroup|stat|status|exe|mountinfo|mounts|auxv)$/,
  /^\/proc\/(meminfo|cpuinfo|stat|version_signature|sys\/vm\/overcommit_memory)$/,
  /^\/sys\/fs\/cgroup\//,
  /^\/sys\/devices\/system\/cpu\//,
  /^\/sys\/kernel\/mm\/transparent_hugepage\//,
  /^\/etc\/localtime$/,
  /^\/usr\/share\/zoneinfo\//,
];

interface Opened {
  readonly path: string;
  readonly writing: boolean;
}

/** Of what was watched: the files that were opened, and every other call but the first, by which the program was started. */
export function readCalls(
  calls: readonly string[],
  cwd: string,
): { opened: readonly Opened[]; others: readonly string[] } {
  const opened: Opened[] = [];
  const others: string[] = [];
  let started = false;
  for (const call of calls) {
    const file = /^open\w*\((?:AT_FDCWD, )?"((?:[^"\\\\]|\\\\.)*)", (.*)$/.exec(call);
    if (file !== null)
      opened.push({
        path: resolve(cwd, unescaped(file[1]!)),
        writing: /O_WRONLY|O_RDWR|O_CREAT|O_TRUNC|O_APPEND/.test(file[2]!),
      });
    else if (!started && call.startsWith('execve(')) started = true;
    // The runtime's loop batches its own polling through a ring; a thread of the kernel that takes calls from one would be unseen here.
    else if (!call.startsWith('io_uring_setup(') || call.includes('IORING_SETUP_SQPOLL')) others.push(call);
  }
  return { opened, others };
}

/** strace writes what is beyond ASCII in octal. */
function unescaped(text: string): string {
  const octets = text.replace(/\\([0-7]{1,3})/g, (_, octal: string) => String.fromCharCode(Number.parseInt(octal, 8)));
  return Buffer.from(octets, 'latin1').toString();
}

/** Files that a run of these words may open: itself, what the words name, and what lies below a folder that they name. */
export function unnamed(opened: readonly Opened[], words: readonly string[], cwd: string): string[] {
  const named = new Set<string>([BINARY, realpathSync(BINARY)]);
  for (const word of words)
    for (const part of [word, word.slice(word.indexOf('=') + 1), ...word.split(/[=,:]/)]) {
      if (part === '') continue;
      named.add(resolve(cwd, part));
      if (existsSync(resolve(cwd, part))) named.add(realpathSync(resolve(cwd, part)));
    }
  // A word that names nothing names no folder either: what is opened lies in one only where that is there.
  return opened
    .map(({ path }) => path)
    .filter((path) => !OWN.some((pattern) => pattern.test(path)) && !above(path).some((one) => named.has(one)));
}

function above(path: string): string[] {
  const all = [path];
  for (let at = path; dirname(at) !== at; at = dirname(at)) all.push(dirname(at));
  return all;
}
