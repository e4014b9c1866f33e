// SPDX-License-Identifier: Apache-2.0
import { execFileSync } from 'node:child_process';
import { chmodSync, existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { PROJECT } from '../support/cli.ts';
import { runAllowed, scratch } from './support.ts';

const folder = scratch();
const sample = join(PROJECT, 'offline-kit/samples/job.statement.json');
const KEY = readFileSync(join(PROJECT, 'fixtures/keys/p256.pub.pem')).toString('base64');
const PIN = 'pin-of-this-run-4711';

function plugin(name: string, script: string): void {
  const file = join(folder, `sigstore-kms-${name}`);
  writeFileSync(file, `#!/bin/sh\n${script}\n`);
  chmodSync(file, 0o755);
}
const keyThen = (rest: string) =>
  `case $2 in *'"methodName":"publicKey"'*) echo '{"publicKey":{"publicKeyPEM":"${KEY}"}}'; exit;; esac\n${rest}`;

plugin('hangs', 'exec sleep 60');
plugin('hangs-later', keyThen('exec sleep 60'));
plugin('lies', keyThen(`cat > /dev/null; echo '{"signMessage":{"signature":"MAYCAQECAQE="}}'`));
plugin('garbage', 'echo "<html>"');
plugin('refuses', `echo '{"errorMessage":"the token refuses the PIN"}'`);
plugin('gossip', 'echo "{\\"errorMessage\\":\\"bad PIN $KMS_PIN\\"}"');
plugin('aside', 'echo "pin $KMS_PIN" >&2; echo garbage');

const output = join(folder, 'never.json');
const asked = (name: string, timeout = '1s') => [
  ...['--signer', 'kms', '--kms', `${name}://k`, '--plugin-dir', folder, '--pass-env', 'KMS_PIN'],
  ...['--signer-timeout', timeout],
];
const sign = (name: string) => ['attest', 'sign', sample, ...asked(name), '--output-file', output];

describe('a plugin that', () => {
  it.each([
    ['hangs', 3, 'signer-timeout'],
    ['hangs-later', 3, 'signer-timeout'],
    ['lies', 3, 'signature-mismatch'],
    ['garbage', 3, 'signer-answer'],
    ['refuses', 3, 'the token refuses the PIN'],
    ['gossip', 3, '[withheld]'],
    ['aside', 3, '[withheld]'],
    ['missing', 64, 'is not there'],
  ])('%s: exit %i, and says %s, within its time', (name, code, says) => {
    for (const more of [[], ['--json']]) {
      const started = performance.now();
      const { code: ended, stdout, stderr } = runAllowed([...sign(name), ...more], { KMS_PIN: PIN });
      expect(performance.now() - started).toBeLessThan(8_000);
      const said = `${stdout}${stderr}`.replace(/\s+/g, ' ');
      expect([ended, existsSync(output)], said).toEqual([code, false]);
      expect(said).toContain(says);
      expect(said).not.toContain(PIN);
      if (more.length > 0) expect(() => JSON.parse(stdout)).not.toThrow();
    }
  });

  it.each([
    ['lockfile sign', ['lockfile', 'sign', 'LOCK', '--signer-id', 'ci@example.com']],
    ['digest pin', ['digest', 'pin', 'LOCK']],
    ['attest blob', ['attest', 'blob', 'LOCK']],
    [
      'attest promotion',
      ['attest', 'promotion', `sha256:${'a'.repeat(64)}`, '--image', 'i', '--from', 'a', '--to', 'b', '--actor', 'c'],
    ],
  ])('hangs, lies or prints garbage writes nothing by %s either', (_what, words) => {
    const lock = join(folder, 'package-lock.json');
    writeFileSync(lock, '{"lockfileVersion":3}');
    const given = words.map((word) => (word === 'LOCK' ? lock : word));
    for (const [name, reason] of [
      ['hangs', 'signer-timeout'],
      ['lies', 'signature-mismatch'],
      ['garbage', 'signer-answer'],
    ] as const) {
      const run = runAllowed([...given, ...asked(name), '--output-file', output], { KMS_PIN: PIN });
      expect([run.code, existsSync(output)], run.stdout + run.stderr).toEqual([3, false]);
      expect(run.stdout).toContain(reason);
    }
  });
});

const MODULE = ['/usr/lib/softhsm/libsofthsm2.so', '/usr/lib/x86_64-linux-gnu/softhsm/libsofthsm2.so'].find(existsSync);
const tools = ['/usr/bin/softhsm2-util', '/usr/bin/pkcs11-tool', '/usr/bin/openssl'];

describe('a token, from the command line', () => {
  if (MODULE === undefined || !tools.every(existsSync)) {
    it.skip('is not tested: SoftHSM2, OpenSC or OpenSSL is not installed', () => {});
    return;
  }
  const conf = join(folder, 'softhsm2.conf');
  mkdirSync(join(folder, 'tokens'));
  writeFileSync(
    conf,
    `directories.tokendir = ${join(folder, 'tokens')}\nobjectstore.backend = file\nlog.level = ERROR\n`,
  );
  const env = { PATH: '/usr/bin:/bin', SOFTHSM2_CONF: conf };
  const user = '314159265';
  const token = ['--init-token', '--free', '--label', 'evidence', '--so-pin', '31415926', '--pin', user];
  execFileSync('softhsm2-util', token, { env });
  const login = ['--module', MODULE, '--token-label', 'evidence', '--login', '--pin', user];
  const pair = ['--keypairgen', '--key-type', 'EC:prime256v1', '--label', 'release', '--id', '01', '--usage-sign'];
  execFileSync('pkcs11-tool', [...login, ...pair], { env, stdio: 'ignore' });
  const der = execFileSync(
    'pkcs11-tool',
    ['--module', MODULE, '--token-label', 'evidence', '--read-object', '--type', 'pubkey', '--label', 'release'],
    { env },
  );
  writeFileSync(join(folder, 'token.pub.der'), der);
  const run = (pin: string) =>
    runAllowed(
      [
        ...['attest', 'sign', sample, '--signer', 'kms', '--kms', 'pkcs11://evidence/release'],
        ...['--plugin-dir', join(PROJECT, 'offline-kit/plugins')],
        ...['PKCS11_MODULE', 'PKCS11_PIN', 'SOFTHSM2_CONF'].flatMap((name) => ['--pass-env', name]),
      ],
      { PKCS11_MODULE: MODULE, PKCS11_PIN: pin, SOFTHSM2_CONF: conf },
    );

  it('signs what both engines then verify', () => {
    const made = run(user);
    expect(made.code, made.stdout + made.stderr).toBe(0);
    writeFileSync(join(folder, 'token.dsse.json'), made.stdout);
    const check = ['check', 'dsse', join(folder, 'token.dsse.json'), '--key', join(folder, 'token.pub.der')];
    for (const engine of ['native', 'noble', 'dual'])
      expect(runAllowed([...check, '--engine', engine]).code, engine).toBe(0);
  });

  it('refuses a wrong PIN, and tells neither', () => {
    const refused = run('000000');
    expect(refused.code).toBe(3);
    expect(refused.stdout.replace(/\s+/g, ' ')).toContain('the token refuses the PIN');
    for (const pin of [user, '000000']) expect(refused.stdout + refused.stderr).not.toContain(pin);
  });
});
