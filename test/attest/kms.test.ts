// SPDX-License-Identifier: Apache-2.0
import { execFileSync, spawn } from 'node:child_process';
import { chmodSync, existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { signMessage } from '../../src/attest/seal.ts';
import { openSigner } from '../../src/attest/signers.ts';
import { nativeEngine } from '../../src/crypto/engine.ts';
import { PROJECT } from '../support/cli.ts';
import { scratch, utf8Of } from './support.ts';

const folder = scratch();
const PIN = 'pin-of-this-test-4711';
const KEY = readFileSync(join(PROJECT, 'fixtures/keys/p256.pub.pem')).toString('base64');

/** A plugin of these lines. */
function plugin(name: string, script: string): string {
  const file = join(folder, `sigstore-kms-${name}`);
  writeFileSync(file, `#!/bin/sh\n${script}\n`);
  chmodSync(file, 0o755);
  return file;
}

const keyThen = (rest: string) =>
  `case $2 in *'"methodName":"publicKey"'*) echo '{"publicKey":{"publicKeyPEM":"${KEY}"}}'; exit;; esac\n${rest}`;

async function signWith(executable: string, timeoutMs = 5_000, more: Record<string, string> = {}) {
  const kms = { executable, keyResourceId: 'k', environment: { PLUGIN_PIN: PIN, ...more }, timeoutMs };
  const started = Date.now();
  try {
    const signer = await openSigner('kms', { kms, engine: nativeEngine });
    return { said: '', signature: await signMessage(signer, utf8Of('message')), ms: Date.now() - started };
  } catch (error) {
    return { said: String(error), signature: null, ms: Date.now() - started };
  }
}

/** Processes that have this in their environment. */
function marked(mark: string): string[] {
  return readdirSync('/proc').filter((id) => {
    if (!/^[0-9]+$/.test(id)) return false;
    try {
      return readFileSync(`/proc/${id}/environ`, 'latin1').includes(`MARK=${mark}`);
    } catch {
      return false;
    }
  });
}

describe('a plugin that', () => {
  it.each([
    ['is not there', join(folder, 'absent'), /signer-failed: .* cannot be started: it, or the interpreter/],
    ['cannot be executed', join(PROJECT, 'README.md'), /signer-failed: .* cannot be started: it cannot be executed/],
    ['prints garbage', plugin('garbage', 'echo "<html>"'), /signer-answer: .* is not the JSON of its protocol/],
    ['prints nothing', plugin('mute', 'exit 0'), /signer-answer/],
    ['prints without end', plugin('flood', 'exec cat /dev/zero'), /signer-answer: .* writes more than an answer/],
    [
      'prints another answer',
      plugin('other', 'echo "{}"'),
      /signer-answer: the plugin answers publicKey with something/,
    ],
    [
      'gives no key',
      plugin('nokey', `echo '{"publicKey":{"publicKeyPEM":"aGFsbG8="}}'`),
      /signer-answer: the public key/,
    ],
    [
      'refuses',
      plugin('refuse', `echo '{"errorMessage":"the token refuses the PIN"}'`),
      /signer-failed: .* refuses the PIN/,
    ],
    [
      'lies',
      plugin('liar', keyThen(`cat > /dev/null; echo '{"signMessage":{"signature":"MAYCAQECAQE="}}'`)),
      /signature-mismatch/,
    ],
    ['dies while it signs', plugin('dead', keyThen('kill -9 $$')), /signer-answer/],
    [
      'tells its PIN',
      plugin('gossip', `echo "{\\"errorMessage\\":\\"bad PIN $PLUGIN_PIN\\"}"`),
      /signer-failed: the plugin says: bad PIN \[withheld\]$/,
    ],
    [
      'tells its PIN in base64',
      plugin('spells', `echo "{\\"errorMessage\\":\\"bad PIN $(printf %s "$PLUGIN_PIN" | base64)\\"}"`),
      /signer-failed: the plugin says: bad PIN \[withheld\]$/,
    ],
    [
      'tells its PIN on the side',
      plugin('aside', 'echo "pin $PLUGIN_PIN" >&2; echo garbage'),
      /it says: pin \[withheld\]$/,
    ],
  ])('%s ends in a clear error', async (_what, executable, message) => {
    const { said, signature } = await signWith(executable);
    expect(said).toMatch(message);
    expect(said).not.toContain(PIN);
    expect(signature).toBeNull();
  });

  it.each([
    ['hangs', plugin('hang', 'exec sleep 60')],
    ['hangs while it signs', plugin('hang2', keyThen('exec sleep 60'))],
    ['leaves a child behind that hangs', plugin('orphan', 'sleep 20 & sleep 20')],
    ['does not hear a signal', plugin('deaf', "trap '' TERM INT HUP; while :; do :; done")],
  ])('%s is stopped at its time limit', async (_what, executable) => {
    const { said, ms } = await signWith(executable, 400);
    expect(said).toMatch(/signer-timeout: .* has not answered .* in 0.4 s/);
    expect(ms).toBeLessThan(4_000);
  });

  it.each([
    ['its children and theirs', 'hang-family', "sh -c 'sleep 61 & sleep 62' & exec sleep 63"],
    ['one that it has left behind', 'hang-orphan', '(sleep 64 > /dev/null 2>&1 &) ; exec sleep 65'],
    ['those who hear no signal', 'hang-deaf', "(trap '' TERM INT HUP; sleep 66) & wait"],
  ])('and at its time limit %s go with it', async (_what, name, script) => {
    const mark = `of-${name}-${process.pid}`;
    const { said } = await signWith(plugin(name, script), 400, { MARK: mark });
    expect(said).toContain('signer-timeout');
    await expect.poll(() => marked(mark)).toEqual([]);
  });

  it('that writes without end is stopped with what it has started', async () => {
    const mark = `of-flood-${process.pid}`;
    const { said } = await signWith(plugin('floods', 'sleep 67 & cat /dev/zero & cat /dev/zero >&2 & wait'), 5_000, {
      MARK: mark,
    });
    expect(said).toContain('writes more than an answer');
    await expect.poll(() => marked(mark)).toEqual([]);
  });

  it('lets what it leaves behind be, once it has answered', async () => {
    const mark = `of-agent-${process.pid}`;
    const agent = plugin('agent', `(sleep 3 > /dev/null 2>&1 < /dev/null &)\necho '{"errorMessage":"no"}'`);
    expect((await signWith(agent, 5_000, { MARK: mark })).said).toContain('the plugin says: no');
    expect(marked(mark)).toHaveLength(1);
  });

  it.each(['SIGINT', 'SIGTERM', 'SIGHUP'] as const)('is ended by the %s that ends the program', async (signal) => {
    const mark = `of-${signal}-${process.pid}`;
    const words = [
      ...['attest', 'sign', join(PROJECT, 'package.json'), '--payload-type', 'text/plain', '--signer', 'kms'],
      ...['--kms', 'sig://k', '--plugin', plugin(`of-${signal}`, 'sleep 68 & sleep 69'), '--pass-env', 'MARK'],
    ];
    const program = spawn(process.execPath, [join(PROJECT, 'src/main.ts'), ...words], {
      env: { PATH: '/usr/bin:/bin', MARK: mark },
    });
    const ended = new Promise((resolve) => program.once('exit', (code, by) => resolve([code, by])));
    // The program itself, the plugin, and two that it has started.
    await expect.poll(() => marked(mark).length, { timeout: 10_000 }).toBe(4);
    program.kill(signal);
    expect(await ended).toEqual([null, signal]);
    await expect.poll(() => marked(mark)).toEqual([]);
  });

  it('sees the variables that it is given, and nothing else', async () => {
    const { said } = await signWith(
      plugin('spy', 'echo "{\\"errorMessage\\":\\"$(env | cut -d= -f1 | sort | tr "\\n" " ")\\"}"'),
    );
    expect(said).toMatch(/the plugin says: PATH PLUGIN_PIN PWD( _)?$/);
  });
});

const MODULE = ['/usr/lib/softhsm/libsofthsm2.so', '/usr/lib/x86_64-linux-gnu/softhsm/libsofthsm2.so'].find(existsSync);
const missing = [
  ...(MODULE === undefined ? ['SoftHSM2'] : []),
  ...['/usr/bin/softhsm2-util', '/usr/bin/pkcs11-tool', '/usr/bin/openssl'].filter((file) => !existsSync(file)),
];

describe('the plugin for PKCS#11 tokens', () => {
  if (missing.length > 0) {
    it.skip(`is not tested: ${missing.join(', ')} is not installed`, () => {});
    return;
  }
  const conf = join(folder, 'softhsm2.conf');
  mkdirSync(join(folder, 'tokens'));
  writeFileSync(
    conf,
    `directories.tokendir = ${join(folder, 'tokens')}\nobjectstore.backend = file\nlog.level = ERROR\n`,
  );
  const env = { PATH: '/usr/bin:/bin', SOFTHSM2_CONF: conf };
  const user = '271828';
  const keys = {
    p256: 'EC:prime256v1',
    p384: 'EC:secp384r1',
    p521: 'EC:secp521r1',
    rsa: 'rsa:2048',
    ed: 'EC:edwards25519',
  };
  execFileSync(
    'softhsm2-util',
    ['--init-token', '--free', '--label', 'evidence', '--so-pin', '31415926', '--pin', user],
    { env },
  );
  for (const [i, [label, type]] of Object.entries(keys).entries())
    execFileSync(
      'pkcs11-tool',
      [
        ...['--module', MODULE!, '--token-label', 'evidence', '--login', '--pin', user],
        ...['--keypairgen', '--key-type', type, '--label', label, '--id', `0${i}`, '--usage-sign'],
      ],
      { env, stdio: 'ignore' },
    );
  const open = (label: string, pin = user, more = {}) =>
    openSigner('kms', {
      engine: nativeEngine,
      kms: {
        executable: join(PROJECT, 'offline-kit/plugins/sigstore-kms-pkcs11'),
        keyResourceId: `evidence/${label}`,
        environment: { PKCS11_MODULE: MODULE!, PKCS11_PIN: pin, SOFTHSM2_CONF: conf, ...more },
        timeoutMs: 20_000,
      },
    });

  it.each(Object.keys(keys))('signs with %s in SoftHSM2', async (label) => {
    const signer = await open(label);
    const message = utf8Of('DSSEv1 0  0 ');
    const signature = await signMessage(signer, message);
    expect(await signer.verify(message, signature)).toBe(true);
    expect(await signer.verify(utf8Of('another'), signature)).toBe(false);
  });

  it('says what is wrong: PIN, key, token, library', async () => {
    await expect(open('p256', '000000')).rejects.toThrow(/signer-failed: the plugin says: the token refuses the PIN$/);
    await expect(open('absent')).rejects.toThrow(/there is no key of this label/);
    await expect(open('p256', user, { PKCS11_MODULE: '/nonexistent.so' })).rejects.toThrow(
      /the library of the token is not there/,
    );
    await expect(open('p256', '')).rejects.toThrow(/PKCS11_PIN holds no PIN/);
  });

  it('shows its PIN in no list of processes', async () => {
    const seen: string[] = [];
    const watcher = spawn('sh', ['-c', 'while :; do cat /proc/[0-9]*/cmdline 2>/dev/null | tr "\\0" " "; done']);
    watcher.stdout.on('data', (text: Buffer) => seen.push(text.toString('latin1')));
    const signer = await open('p256');
    await signMessage(signer, utf8Of('x'));
    watcher.kill('SIGKILL');
    const all = seen.join('');
    expect(all).toContain('pkcs11-tool');
    expect(all).not.toContain(user);
  });
});
