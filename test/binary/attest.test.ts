// SPDX-License-Identifier: Apache-2.0
import { chmodSync, existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { PROJECT } from '../support/cli.ts';
import { binary, describeBinary, STRACE, scratch, traced } from './support.ts';

const key = (name: string) => join(PROJECT, 'fixtures/keys', name);
const sample = join(PROJECT, 'offline-kit/samples/job.statement.json');
const SIGN = ['attest', 'sign', sample, '--signer', 'key', '--signing-key', key('p256.UNSAFE.pem')];

describeBinary('attest in the binary', () => {
  it('writes the envelope, the bytes to sign, and the audit log', () => {
    const folder = scratch();
    const at = (name: string) => join(folder, name);
    expect(binary([...SIGN, '--output-file', at('o.json')]).code).toBe(0);
    expect(binary(['check', 'dsse', at('o.json'), '--key', key('p256.pub.pem'), '--engine', 'dual']).code).toBe(0);
    const request = ['--to-sign', at('bytes'), '--output-file', at('request.json')];
    expect(binary(['attest', 'prepare', sample, '--key', key('p256.pub.pem'), ...request]).code).toBe(0);
    expect(existsSync(at('bytes'))).toBe(true);
    const ed = key('ed25519.UNSAFE.pem');
    const opened = binary([
      ...[
        'custody',
        'open',
        at('audit.jsonl'),
        '--origin',
        'l.example/s',
        '--case',
        's',
        '--actor',
        'ann',
        '--role',
        'custodian',
      ],
      ...['--signing-key', ed, '--checkpoint-key', key('ed25519.pub.pem'), '--purpose', 'signings'],
    ]);
    expect(opened.code, opened.stderr).toBe(0);
    const recorded = binary([...SIGN, '--audit-log', at('audit.jsonl'), '--audit-key', ed]);
    expect(recorded.code, recorded.stderr).toBe(0);
    expect(readFileSync(at('audit.jsonl'), 'utf8').split('\n')).toHaveLength(3);
    expect(binary(['custody', 'verify', at('audit.jsonl'), '--key', key('ed25519.pub.pem')]).code).toBe(1);
  });

  it('starts a plugin where one is named, of a Node of its own too, and says no word about it', () => {
    const folder = scratch();
    const plugin = join(folder, 'sigstore-kms-node');
    writeFileSync(
      plugin,
      `#!${process.execPath}
const { createPrivateKey, sign } = require('node:crypto');
const { readFileSync } = require('node:fs');
const { methodName } = JSON.parse(process.argv[3]);
const pub = readFileSync(${JSON.stringify(key('p256.pub.pem'))}).toString('base64');
if (methodName === 'publicKey') console.log(JSON.stringify({ publicKey: { publicKeyPEM: pub } }));
else {
  const pem = readFileSync(${JSON.stringify(key('p256.UNSAFE.pem'))});
  const signature = sign('sha256', readFileSync(0), createPrivateKey(pem)).toString('base64');
  console.log(JSON.stringify({ signMessage: { signature } }));
}
`,
    );
    chmodSync(plugin, 0o755);
    const made = binary(['attest', 'sign', sample, '--signer', 'kms', '--kms', 'node://k', '--plugin-dir', folder]);
    expect([made.code, made.stderr]).toEqual([0, '']);
    writeFileSync(join(folder, 'o.json'), made.stdout);
    expect(binary(['check', 'dsse', join(folder, 'o.json'), '--key', key('p256.pub.pem')]).code).toBe(0);
  });

  it('ends a plugin that hangs, and all that it has started', () => {
    const folder = scratch();
    const plugin = join(folder, 'sigstore-kms-hang');
    const pids = join(folder, 'pids');
    const ids = `echo $$ >> ${pids}`;
    writeFileSync(
      plugin,
      `#!/bin/sh\n${ids}\nsh -c '${ids}; exec sleep 61' &\n(sh -c '${ids}; exec sleep 62' &)\nexec sleep 63\n`,
    );
    chmodSync(plugin, 0o755);
    const asked = ['attest', 'sign', sample, '--signer', 'kms', '--kms', 'hang://k', '--plugin-dir', folder];
    const run = binary([...asked, '--signer-timeout', '1s']);
    expect(run.code, run.stderr).toBe(3);
    expect(run.stdout).toContain('signer-timeout');
    const started = readFileSync(pids, 'utf8').trim().split('\n');
    expect(started).toHaveLength(3);
    const running = (pid: string) =>
      existsSync(`/proc/${pid}`) && !/^State:\s+Z/m.test(readFileSync(`/proc/${pid}/status`, 'utf8'));
    expect(started.filter(running)).toEqual([]);
  });
});

describeBinary('a binary that no plugin is named to', () => {
  it('starts no other program', () => {
    const { calls, code } = traced('execve,fork,vfork', SIGN);
    expect(code).toBe(0);
    expect(calls.filter((call) => call.startsWith('execve')).length).toBe(1);
    expect(calls.filter((call) => /^v?fork/.test(call))).toEqual([]);
  });
}, [STRACE]);
