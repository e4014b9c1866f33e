// SPDX-License-Identifier: Apache-2.0
import { spawnSync } from 'node:child_process';
import { existsSync, openSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { PROJECT } from '../support/cli.ts';
import { stepsOfEveryCommand } from './steps.ts';
import { describeBinary, STRACE, scratch } from './support.ts';
import { tampered } from './tampered.ts';

/** Every way out that the runtime has, tried in the process of the packaged file. */
const ATTEMPTS = `
const tried = {};
// A listener fails where nobody can catch it.
let uncaught;
process.on('uncaughtException', (error) => uncaught(error));
const attempt = async (name, act) => {
  try { await Promise.race([act(), new Promise((_, no) => { uncaught = no; })]); tried[name] = 'DONE'; }
  catch (error) {
    while (error.cause) error = error.cause;
    tried[name] = error.code ?? String(error.stack);
  }
};
const heard = (emitter) => new Promise((done, failed) => {
  emitter.on('error', failed);
  for (const event of ['connect', 'listening', 'response', 'secureConnect']) emitter.on(event, done);
});
const m = (name) => process.getBuiltinModule('node:' + name);
(async () => {
  const at = { host: '127.0.0.1', port: 9999 };
  await attempt('a connection', () => heard(m('net').connect(at)));
  await attempt('a socket of the file system', () => heard(m('net').connect('/nonexistent.sock')));
  await attempt('a listener', () => heard(m('net').createServer().listen(0, '127.0.0.1')));
  await attempt('a datagram', () => new Promise((done, failed) => {
    const socket = m('dgram').createSocket('udp4');
    socket.on('error', failed);
    socket.bind(0, done);
  }));
  await attempt('a name', () => m('dns').promises.lookup('host.example'));
  await attempt('a name by a resolver', () => m('dns').promises.resolve4('host.example'));
  await attempt('http', () => heard(m('http').get('http://127.0.0.1:9999')));
  await attempt('https', () => heard(m('https').get('https://127.0.0.1:9999')));
  await attempt('tls', () => heard(m('tls').connect(at)));
  await attempt('http2', () => heard(m('http2').connect('http://127.0.0.1:9999')));
  await attempt('fetch', () => fetch('http://127.0.0.1:9999'));
  await attempt('a debugger', () => m('inspector').open(0));
  await attempt('native code', () => process.dlopen({ exports: {} }, '/nonexistent.node'));
  await attempt('wasi', () => new (m('wasi').WASI)({ version: 'preview1' }));
  m('fs').writeSync(1, JSON.stringify(tried));
  process.exit(0);
})();`;

describeBinary('K05 · the process of the packaged file', () => {
  it('has no way to the network, to native code or to a debugger, whatever runs in it; and asks the system for none', () => {
    const probe = tampered(ATTEMPTS, { alone: true });
    const folder = scratch();
    const log = join(folder, 'trace');
    const out = openSync(join(folder, 'out'), 'w');
    const { status } = spawnSync(STRACE, ['-f', '-qq', '-e', 'trace=%network', '-o', log, probe], {
      cwd: PROJECT,
      env: {},
      stdio: ['ignore', out, 'ignore'],
      timeout: 60_000,
    });
    const tried = JSON.parse(readFileSync(join(folder, 'out'), 'utf8')) as Record<string, string>;
    expect(status).toBe(0);
    expect(Object.keys(tried)).toHaveLength(14);
    for (const [name, what] of Object.entries(tried))
      expect(what, name).toMatch(/^ERR_(ACCESS_DENIED|DLOPEN_DISABLED)$/);
    expect(
      readFileSync(log, 'utf8')
        .split('\n')
        .filter((line) => /^\d+ +\w+\(/.test(line)),
    ).toEqual([]);
  });
}, [STRACE]);

const SCOPES = ['fs.write', 'worker', 'child', 'net', 'wasi', 'addon', 'inspector'];
/** Told at the end of the run, when every right that is given up has been. */
const TELL = `process.on('exit', () => process._rawDebug('rights:' + ${JSON.stringify(SCOPES)}.filter((s) => process.permission.has(s)).join()))`;

describeBinary('the rights that a run keeps', () => {
  const telling = tampered(TELL);
  const rightsOf = (words: readonly string[], cwd: string, input: string | Uint8Array = '') => {
    const { stderr } = spawnSync(telling, [...words], { cwd, env: {}, input, encoding: 'utf8', timeout: 60_000 });
    const told = /^rights:(.*)$/m.exec(stderr)?.[1];
    return told === undefined ? stderr : told.split(',').filter((one) => one !== '');
  };

  it.each(stepsOfEveryCommand())(
    '%s: to read, and to start threads where there may be thousands of files',
    (_, step) => {
      const cwd = join(PROJECT, step.folder);
      const input = step.stdin === null ? '' : readFileSync(join(cwd, step.stdin));
      const [first, second] = step.words;
      const expected = [
        ...(step.words.some((word) =>
          /^--(output-file|resume|audit-log|to-sign|results-path|record|allow-write)(=|$)/.test(word),
        ) ||
        (first === 'custody' && /^(open|append|receive)$/.test(second!) && !step.words.includes('--dry-run')) ||
        (first === 'trust' && second === 'import' && !step.words.includes('--dry-run'))
          ? ['fs.write']
          : []),
        ...(first === 'verify' || (first === 'custody' && second === 'verify') ? ['worker'] : []),
      ];
      expect(rightsOf(step.words, cwd, input)).toEqual(expected);
    },
  );

  it('writing where a file is named to be written, and a child where a signer is', () => {
    const folder = scratch();
    writeFileSync(join(folder, 'd.json'), '{}');
    expect(rightsOf(['check', 'json', 'd.json'], folder)).toEqual([]);
    expect(rightsOf(['verify', 'd.json', '--output-file', 'r.json'], folder)).toEqual(['fs.write', 'worker']);
    expect(rightsOf(['attest', 'sign', 'd.json', '--signer', 'kms'], folder)).toEqual(['child']);
    expect(rightsOf(['attest', 'sign', 'd.json', '--signer=kms', '--output-file=o'], folder)).toEqual([
      'fs.write',
      'child',
    ]);
    expect(rightsOf(['attest', 'sign', 'd.json', '--signer', 'key'], folder)).toEqual([]);
    expect(existsSync(join(folder, 'o'))).toBe(false);
  });
});
