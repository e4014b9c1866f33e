// SPDX-License-Identifier: Apache-2.0
import { chmodSync, cpSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { PROJECT } from '../support/cli.ts';
import { appending, desk, opening, verifyWords } from '../support/writer.ts';
import { binary, CASES, describeBinary, fixture, STRACE, traced } from './support.ts';
import { readCalls, unnamed, WATCHED } from './system-calls.ts';

const FILE_CALLS = /^(unlink|rename|link|mkdir|fchmodat|chmod)/;
/** Whose lock it is: a process of which start of the system. */
const LOCK = /^\/proc\/(sys\/kernel\/random\/boot_id|\d+\/stat)$/;
const sample = join(PROJECT, 'offline-kit/samples/job.statement.json');
const key = (name: string) => join(PROJECT, 'fixtures/keys', name);
const good = fixture('bundle-v0.3-message');
const words = good.command.map((word) =>
  /^(artifact\.txt|bundle\.sigstore|\.\.\/)/.test(word) ? join(good.cwd, word) : word,
);

function opened(): string {
  const folder = desk();
  expect(binary(opening(), { cwd: folder }).code).toBe(0);
  return folder;
}

/**
 * One run of each command that writes: its words, and the one place that it may change. A file is also changed by way of files of
 * its own name and more, beside it.
 */
const RUNS: Readonly<
  Record<string, () => { folder: string; words: readonly string[]; writes: string; exit?: number }>
> = {
  'custody open': () => ({ folder: desk(), words: opening(), writes: 'a.jsonl' }),
  'custody append': () => ({ folder: opened(), words: appending(1, 'note', ['--note', 'one']), writes: 'a.jsonl' }),
  'custody append that is refused': () => ({
    folder: opened(),
    words: appending(1, 'note', ['--note', 'one', '--item', 'EX-9=disk.img']),
    writes: 'a.jsonl',
    exit: 3,
  }),
  'custody checkpoint': () => ({
    folder: opened(),
    words: ['custody', 'checkpoint', 'a.jsonl', '--key', 'log-a.pem', '--output-file', 'a.note'],
    writes: 'a.note',
  }),
  'custody verify --output-file': () => ({
    ...{ folder: opened(), words: verifyWords('a.jsonl', ['--output-file', 'r.txt']), writes: 'r.txt', exit: 1 },
  }),
  'attest sign': () => ({
    folder: desk(),
    words: ['attest', 'sign', sample, '--signer', 'key', '--signing-key', key('p256.UNSAFE.pem'), '--output-file', 'o'],
    writes: 'o',
  }),
  'attest blob': () => ({
    folder: desk(),
    words: ['attest', 'blob', 'disk.img', '--signer', 'key', '--signing-key', 'ben.pem', '--output-file', 'o'],
    writes: 'o',
  }),
  // The log beside the output, under a name that begins as its own does.
  'attest sign --audit-log': () => {
    const folder = desk();
    expect(binary(opening('o.jsonl'), { cwd: folder }).code).toBe(0);
    const audit = ['--audit-log', 'o.jsonl', '--audit-key', 'ann.pem'];
    return {
      folder,
      words: ['attest', 'sign', sample, '--signer', 'key', '--signing-key', 'ben.pem', '--output-file', 'o', ...audit],
      writes: 'o',
    };
  },
  'attest prepare': () => ({
    folder: desk(),
    words: ['attest', 'prepare', sample, '--key', key('p256.pub.pem'), '--to-sign', 'o', '--output-file', 'o.json'],
    writes: 'o',
  }),
  'verify --output-file': () => ({ folder: desk(), words: [...words, '--output-file', 'r.txt'], writes: 'r.txt' }),
  'selftest --record': () => ({ folder: desk(), words: ['selftest', '--record', 'r.json'], writes: 'r.json' }),
  'trust import': () => {
    const folder = desk();
    cpSync(join(CASES, 'tuf-rotation'), join(folder, 'tuf'), { recursive: true });
    return {
      folder,
      words: [
        ...['trust', 'import', 'tuf/mirror', '--root', 'tuf/pinned.json', '--store', 'store', '--domain', 'mint'],
        ...['--at', '2026-04-01T00:00:00Z'],
      ],
      writes: 'store',
    };
  },
};

describeBinary('K05, K03 · the commands that write', () => {
  it.each(Object.keys(RUNS))('%s: no socket, no other program, and nothing changed but what was named', (name) => {
    const { folder, words, writes, exit = 0 } = RUNS[name]!();
    const { calls, code, stderr } = traced(WATCHED, words, folder);
    expect(code, stderr).toBe(exit);
    const { opened, others } = readCalls(calls, folder);
    expect(others.filter((call) => !FILE_CALLS.test(call))).toEqual([]);
    const own = (path: string) => path.startsWith(join(folder, writes));
    const changed = others.flatMap((call) =>
      [...call.matchAll(/"([^"]+)"/g)].map(([, path]) => join(folder, path!.replace(folder, ''))),
    );
    expect(changed.filter((path) => !own(path))).toEqual([]);
    expect(opened.filter(({ path, writing }) => writing && !own(path))).toEqual([]);
    expect(
      unnamed(
        opened.filter(({ path }) => !own(path) && !LOCK.test(path) && path !== folder),
        words,
        folder,
      ),
    ).toEqual([]);
  });

  it('attest sign --signer kms: the plugin that is named, by its whole name, and nothing else', () => {
    const folder = desk();
    const plugin = join(folder, 'sigstore-kms-none');
    writeFileSync(plugin, '#!/bin/sh\nexit 1\n');
    chmodSync(plugin, 0o755);
    const asked = ['attest', 'sign', sample, '--signer', 'kms', '--kms', 'none://key', '--plugin-dir', folder];
    const { calls } = traced('%network,execve,execveat', asked, folder);
    const started = calls.filter((call) => call.startsWith('execve(')).map((call) => /"([^"]+)"/.exec(call)![1]);
    expect(started.slice(1)).toEqual(['/usr/bin/env', plugin]);
    // A pair of sockets between the runtime and its child is its pipe: there is no address to it.
    expect(
      calls.filter(
        (call) =>
          !/^(execve|socketpair\(AF_UNIX|shutdown|setsockopt|getsockopt|getsockname|sendmsg|recvmsg|recvfrom|sendto)/.test(
            call,
          ),
      ),
    ).toEqual([]);
    expect(
      calls.filter((call) => /^(socket|connect|bind|listen|accept)\w*\(/.test(call) && !call.startsWith('socketpair(')),
    ).toEqual([]);
  });
}, [STRACE]);
