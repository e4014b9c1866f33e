// SPDX-License-Identifier: Apache-2.0

import { spawnSync } from 'node:child_process';
import { createPrivateKey, createPublicKey, type KeyObject } from 'node:crypto';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll } from 'vitest';
import { BINARY, PROJECT, type Run } from './cli.ts';

const BUNDLE = process.env['FORENSIC_VERIFY_TEST_BUNDLE'] ?? 'not made';
const PREFIX = Buffer.from('302e020100300506032b657004220420', 'hex');

/** An Ed25519 key made from a small number. UNSAFE by nature. */
export function smallKey(seed: number): KeyObject {
  return createPrivateKey({ key: Buffer.concat([PREFIX, Buffer.alloc(32, seed)]), format: 'der', type: 'pkcs8' });
}

export const PEOPLE = { ann: 1, ben: 2, cho: 3, eve: 4, 'log-a': 11, 'log-b': 12, witness: 21 } as const;

const made: string[] = [];
afterAll(() => {
  for (const folder of made) rmSync(folder, { recursive: true, force: true });
});

/** A folder of one's own with everybody's keys, private (`ann.pem`) and public (`ann.pub.pem`), and two items. */
export function desk(): string {
  const folder = mkdtempSync(join(tmpdir(), 'fv-writer-'));
  made.push(folder);
  for (const [name, seed] of Object.entries(PEOPLE)) {
    const key = smallKey(seed);
    writeFileSync(join(folder, `${name}.pem`), key.export({ format: 'pem', type: 'pkcs8' }));
    writeFileSync(join(folder, `${name}.pub.pem`), createPublicKey(key).export({ format: 'pem', type: 'spki' }));
  }
  writeFileSync(join(folder, 'disk.img'), 'the disk');
  writeFileSync(join(folder, 'phone.img'), 'the phone');
  return folder;
}

/** The program in a folder in which it may write, if the command lets it. */
export function write(
  cwd: string,
  words: readonly string[],
  options: { binary?: boolean; env?: Record<string, string> } = {},
): Run {
  const node = ['--permission', '--allow-fs-read=*', `--allow-fs-write=${cwd}`, BUNDLE];
  const [command, ...head] = options.binary === true ? [BINARY] : [process.execPath, ...node];
  const result = spawnSync(command!, [...head, ...words], {
    cwd,
    env: { PATH: '/usr/bin:/bin', ...options.env },
    input: '',
    encoding: 'utf8',
    timeout: 60_000,
  });
  return { code: result.status, signal: result.signal, stdout: result.stdout, stderr: result.stderr };
}

export const minute = (n: number): string => `2026-02-01T12:${String(n).padStart(2, '0')}:00Z`;

/** The words that open a log of ann's, with ben and cho among its people. */
export function opening(log = 'a.jsonl', more: readonly string[] = []): string[] {
  return [
    ...['custody', 'open', log, '--origin', 'locker-a.example/C-42', '--case', 'C-42', '--actor', 'ann@a.example'],
    ...['--role', 'custodian', '--signing-key', 'ann.pem', '--checkpoint-key', 'log-a.pub.pem'],
    ...[
      '--add-key',
      'ben@a.example=ben.pub.pem:custodian,examiner',
      '--add-key',
      'cho@a.example=cho.pub.pem:authority',
    ],
    ...['--purpose', 'case opened', '--at', minute(0), ...more],
  ];
}

/** The words that append an event of ann's. */
export function appending(n: number, type: string, more: readonly string[], log = 'a.jsonl', key = 'ann'): string[] {
  return [
    ...['custody', 'append', log, '--type', type, '--signing-key', `${key}.pem`, '--purpose', 'the case'],
    ...['--at', minute(n), ...more],
  ];
}

export function verifyWords(log = 'a.jsonl', more: readonly string[] = []): string[] {
  return ['custody', 'verify', log, '--key', 'ann.pub.pem', '--at', '2026-03-01T00:00:00Z', ...more];
}

export function linesIn(folder: string, log = 'a.jsonl'): string[] {
  return readFileSync(join(folder, log), 'utf8').split('\n').slice(0, -1);
}

export { PROJECT };
