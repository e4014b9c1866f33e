// SPDX-License-Identifier: Apache-2.0
import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { closeSync, cpSync, existsSync, openSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { BINARY, unwrapped } from '../support/cli.ts';
import {
  AUDIT,
  AUDIT_LOG,
  auditEvents,
  SIGNING_COMMANDS,
  signedIn,
  signingDesk,
  VERIFY_AUDIT,
} from '../support/signing-commands.ts';
import { binary, describeBinary, killedAt, STRACE, scratch } from './support.ts';

const OUTPUT = 'o.json';
const OLD = 'what was there before\n';
const names = Object.keys(SIGNING_COMMANDS);

/** Laid out once: each run is in a copy of its own. */
let laidOut: string | null = null;
function desk(): string {
  laidOut ??= signingDesk((cwd, words) => binary(words, { cwd }).stdout);
  const folder = scratch();
  cpSync(laidOut, folder, { recursive: true });
  return folder;
}

const sha256 = (bytes: Uint8Array): string => createHash('sha256').update(bytes).digest('hex');

/** Digests of what the audit log says was signed. */
const recorded = (folder: string): string[] =>
  auditEvents(folder)
    .filter(({ outcome }) => outcome?.code === 'pass')
    .flatMap(({ instrument = [] }) => instrument.filter(({ name }) => name.startsWith('payload ')))
    .map(({ digest }) => digest!.sha256);

/** What of an output that is there is not on record. */
function unrecorded(folder: string, text: string): string[] {
  const digests = signedIn(text);
  expect(digests.length).toBeGreaterThan(0);
  return digests.filter((digest) => !recorded(folder).includes(digest));
}

/** What a reader says of the audit log: reasons of what did not pass. */
function reasons(folder: string): string[] {
  const { stdout } = binary([...VERIFY_AUDIT, '--json'], { cwd: folder });
  const { items } = JSON.parse(stdout) as { items: { checks: { outcome: string; reason?: string }[] }[] };
  return items.flatMap(({ checks }) =>
    checks.flatMap(({ outcome, reason }) => (outcome === 'passed' ? [] : [reason!])),
  );
}

const textAt = (folder: string): string | null =>
  existsSync(join(folder, OUTPUT)) ? readFileSync(join(folder, OUTPUT), 'utf8') : null;
/** The writers' own files, which the next writer must not leave. */
const left = (folder: string): string[] => readdirSync(folder).filter((name) => name.startsWith(`${AUDIT_LOG}.`));

const CALLS: readonly (readonly [string, readonly string[]])[] = [
  ['write', []],
  ['link', []],
  ['rename', []],
  ['unlink', []],
  ['openat', [AUDIT_LOG, `${AUDIT_LOG}.pending`, `${OUTPUT}.tmp-0`]],
];

describeBinary('killed at every call that writes', () => {
  describe.each(names)('%s', (name) => {
    const { words, output } = SIGNING_COMMANDS[name]!;
    const mayReplace = output === '--output-file';
    it.each(CALLS)(
      '%s: the old output or the new one, which is on record, and the audit log goes on',
      (call, paths) => {
        let kills = 0;
        // In place of an old one, where the command can: that is a rename and no link.
        const old = mayReplace && call !== 'link' ? OLD : null;
        const asked = [...words, output, OUTPUT, ...(old === null ? [] : ['--force']), ...AUDIT];
        for (let nth = 1; nth < 20; nth++) {
          const folder = desk();
          if (old !== null) writeFileSync(join(folder, OUTPUT), old);
          if (!killedAt(folder, call, nth, paths, asked)) break;
          kills++;
          const found = textAt(folder);
          if (found !== old) expect(unrecorded(folder, found!)).toEqual([]);
          expect(reasons(folder).filter((reason) => reason !== 'custody-end-open')).toEqual([]);
          const before = auditEvents(folder).length;
          const again = mayReplace ? ['--force', output, OUTPUT] : [output, `again-${OUTPUT}`];
          const next = binary([...words, ...again, ...AUDIT], { cwd: folder });
          expect(next.code, next.stderr).toBe(0);
          const more = auditEvents(folder).length - before;
          if (more > 1) expect(unwrapped(next.stderr)).toContain('event 1 was finished');
          expect([more, reasons(folder), left(folder)]).toEqual([more > 1 ? 2 : 1, ['custody-end-open'], []]);
        }
        if (call !== 'rename' || mayReplace) expect(kills).toBeGreaterThan(0);
      },
      300_000,
    );
  });

  it('attest sign: what stands on standard output is on record', () => {
    const { words } = SIGNING_COMMANDS['attest sign']!;
    let kills = 0;
    for (let nth = 1; nth < 20; nth++) {
      const folder = desk();
      const out = openSync(join(folder, OUTPUT), 'w');
      const killed = killedAt(folder, 'write', nth, [], [...words, ...AUDIT], out);
      closeSync(out);
      const found = textAt(folder)!;
      if (found !== '') expect(unrecorded(folder, found)).toEqual([]);
      if (!killed) break;
      kills++;
    }
    expect(kills).toBeGreaterThan(2);
  }, 300_000);

  it('attest prepare: the bytes to sign, whole or not there', () => {
    const prepare = ['attest', 'prepare', 'statement.json', '--key', 'ben.pub.pem', '--to-sign', 'octets'];
    const whole = readFileSync(join(desk(), 'bytes'));
    for (const call of ['write', 'link', 'unlink'])
      for (let nth = 1; nth < 12; nth++) {
        const folder = desk();
        if (!killedAt(folder, call, nth, [], [...prepare, '--output-file', OUTPUT])) break;
        if (existsSync(join(folder, 'octets'))) expect(readFileSync(join(folder, 'octets'))).toEqual(whole);
        const found = textAt(folder);
        if (found !== null) expect(JSON.parse(found)).toMatchObject({ toSign: { sha256: sha256(whole) } });
      }
  }, 300_000);
}, [STRACE]);

describeBinary('an audit line of which half is written', () => {
  it.each(names)('%s finishes it, says so, and records its own', (name) => {
    const { words, output } = SIGNING_COMMANDS[name]!;
    const folder = desk();
    const first = binary([...words, output, 'first.json', ...AUDIT], { cwd: folder });
    expect(first.code, first.stderr).toBe(0);
    // The system writes what fits below the limit, and kills the writer: the pending line is shorter than that, the log is not.
    const full = (Math.floor(readFileSync(join(folder, AUDIT_LOG)).length / 1024) + 1) * 1024;
    const cut = spawnSync(
      '/bin/bash',
      ['-c', `ulimit -c 0; ulimit -f ${full / 1024}; exec "$@"`, 'bash', BINARY, ...words, output, OUTPUT, ...AUDIT],
      { cwd: folder, env: {}, encoding: 'utf8' },
    );
    expect(cut.status).not.toBe(0);
    expect([readFileSync(join(folder, AUDIT_LOG)).length, textAt(folder)]).toEqual([full, null]);
    expect(reasons(folder)).toContain('torn-tail');
    const next = binary([...words, output, OUTPUT, ...AUDIT], { cwd: folder });
    expect(next.code, next.stderr).toBe(0);
    expect(unwrapped(next.stderr)).toContain('a writer was stopped in the middle of its line: event 2 was finished');
    expect(auditEvents(folder)).toHaveLength(3);
    expect([reasons(folder), left(folder)]).toEqual([['custody-end-open'], []]);
    expect(unrecorded(folder, textAt(folder)!)).toEqual([]);
  });
});
