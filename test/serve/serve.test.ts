// SPDX-License-Identifier: Apache-2.0
import { once } from 'node:events';
import { chmodSync, existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Readable } from 'node:stream';
import { describe, expect, it } from 'vitest';
import type { AnswerWriter } from '../../src/cli/serve/answer-writer.ts';
import { Server } from '../../src/cli/serve/server.ts';
import { Malformed } from '../../src/model/malformed.ts';
import { PROJECT, run } from '../support/cli.ts';
import { Peer } from './peer.ts';

const CASE = join(PROJECT, 'fixtures/cases/bundle-v0.3-message');
const { command, exitCode } = JSON.parse(readFileSync(join(CASE, 'expect.json'), 'utf8')) as {
  command: string[];
  exitCode: number;
};
const OPTIONS = {
  bundle: 'bundle.sigstore.json',
  'trusted-root': '../../shared/trusted-root.json',
  'certificate-identity': command[command.indexOf('--certificate-identity') + 1],
  'certificate-oidc-issuer': 'https://issuer.mint.example',
  at: '2026-03-01T00:00:00Z',
  deterministic: true,
};

describe('serve --stdio', () => {
  it('gives the report that the command gives, and its exit code', async () => {
    const peer = new Peer({ cwd: CASE }).listen();
    const good = await peer.call('verify', { operands: ['artifact.txt'], options: OPTIONS });
    const alone = run([...command, '--json', '--deterministic'], { cwd: CASE });
    expect(alone.code).toBe(exitCode);
    expect(good.result?.exitCode).toBe(alone.code);
    expect(good.result?.output).toEqual(JSON.parse(alone.stdout));
    const bad = await peer.call('verify', {
      operands: ['given:other.txt'],
      options: OPTIONS,
      documents: { 'other.txt': { text: 'something else' } },
    });
    expect(bad.result?.exitCode).toBe(2);
    expect(await peer.end()).toEqual({ code: 0, signal: null });
    expect(peer.stderr).toBe('');
  });
});

const STATEMENT = (i: number) => ({
  _type: 'https://in-toto.io/Statement/v1',
  subject: [{ name: `artifact-${i}`, digest: { sha256: digestOf(i) } }],
  predicateType: 'https://build.example/exported/v1',
  predicate: { number: i },
});
const digestOf = (i: number): string => String(i).padStart(64, '0');
const KEY = ['--signer', 'key', '--signing-key', 'fixtures/keys/ed25519.UNSAFE.pem'];

/** As many as are asked for are signed and verified, some at a time. */
async function signAndVerify(peer: Peer, count: number): Promise<void> {
  let next = 0;
  const one = async (): Promise<void> => {
    while (next < count) {
      const i = next++;
      const documents = { 'statement.json': { json: STATEMENT(i) } };
      const signed = await peer.call('attest.sign', { operands: ['given:statement.json'], documents });
      expect(signed.result?.exitCode).toBe(0);
      const envelope = signed.result?.output as object;
      const judged = await peer.call('verify', {
        operands: [`sha256:${digestOf(i)}`],
        options: { bundle: 'given:envelope.json', key: 'fixtures/keys/ed25519.pub.pem', at: '2026-03-01T00:00:00Z' },
        documents: { 'envelope.json': { json: envelope } },
      });
      expect(judged.result?.exitCode).toBe(0);
    }
  };
  await Promise.all(Array.from({ length: 8 }, one));
}

function residentMiB(pid: number): number {
  return Number(/VmRSS:\s+([0-9]+)/.exec(readFileSync(`/proc/${pid}/status`, 'utf8'))![1]) / 1024;
}

/** FORENSIC_VERIFY_SERVE_STATEMENTS=10000 asks for as many. */
const STATEMENTS = Number(process.env['FORENSIC_VERIFY_SERVE_STATEMENTS'] ?? 1000);

describe('a warm process', () => {
  it(`signs and verifies ${STATEMENTS} statements in flat memory`, async () => {
    // V8 lets its young generation grow as it sees fit: here it may not, so that what stays is seen.
    const peer = new Peer({ flags: KEY, permissions: ['--max-semi-space-size=2'] }).listen();
    await signAndVerify(peer, 400);
    const warm = residentMiB(peer.process.pid!);
    await signAndVerify(peer, STATEMENTS - 400);
    const after = residentMiB(peer.process.pid!);
    // Of what comes with a request nothing stays: 2 KiB of each of 20,000 would be 40 MiB.
    expect(after - warm).toBeLessThan(32);
    expect(after).toBeLessThan(180);
    expect(await peer.end()).toEqual({ code: 0, signal: null });
  });

  it('answers late what takes long, and what comes after it before', async () => {
    const folder = mkdtempSync(join(tmpdir(), 'serve-'));
    const plugin = join(folder, 'sigstore-kms-slow');
    writeFileSync(plugin, '#!/bin/sh\nsleep 2\n');
    chmodSync(plugin, 0o755);
    const flags = ['--signer', 'kms', '--kms', 'slow://key', '--plugin', plugin];
    const peer = new Peer({ flags, permissions: ['--allow-child-process'] }).listen();
    const documents = { 'statement.json': { json: STATEMENT(1) } };
    const slow = peer.ask('attest.sign', { operands: ['given:statement.json'], documents });
    const quick = peer.ask('version');
    const answers = await peer.answers(2);
    expect(answers.map(({ id }) => id)).toEqual([quick, slow]);
    expect(answers[1]?.result?.exitCode).toBe(3);
    expect(await peer.end()).toEqual({ code: 0, signal: null });
    rmSync(folder, { recursive: true });
  });
});

const BIG = 'x'.repeat(14 * 1024 * 1024);
const SMALL = 'x'.repeat(1024);

describe('who signs where a request names nobody', () => {
  const surface = { 'surface.json': { json: { echo: { description: 'says it again' } } } };
  const pinned = { operands: ['given:surface.json'], documents: surface };
  const promoted = {
    operands: [`sha256:${digestOf(7)}`],
    options: { image: 'r.example/app', from: 'staging', to: 'prod', actor: 'ci/release', at: '2026-03-01T00:00:00Z' },
  };
  const checked = (pin: unknown, options: object) => ({
    operands: ['given:surface.json'],
    options: { pin: 'given:pin.json', ...options },
    documents: { ...surface, 'pin.json': { json: pin } },
  });
  const PUBLIC = { key: 'fixtures/keys/ed25519.pub.pem' };

  it('signs pins, promotions, files, rings and verdicts too, by the key that was opened once', async () => {
    const folder = mkdtempSync(join(tmpdir(), 'serve-'));
    const file = join(folder, 'vsa.json');
    const flags = [...KEY, '--allow-write'];
    const peer = new Peer({ flags, permissions: ['--allow-fs-write=*'] }).listen();
    const pin = await peer.call('digest.pin', pinned);
    expect(pin.result?.output).toHaveProperty('envelope');
    expect((await peer.call('digest.check', checked(pin.result?.output, PUBLIC))).result?.exitCode).toBe(0);
    const hex = await peer.call('digest.pin', { ...pinned, options: { form: 'hex' } });
    expect(hex.result?.output).toHaveProperty('signature');
    expect((await peer.call('digest.check', checked(hex.result?.output, PUBLIC))).result?.exitCode).toBe(0);

    const promotion = await peer.call('attest.promotion', promoted);
    const judged = await peer.call('verify', {
      operands: [`sha256:${digestOf(7)}`],
      options: { bundle: 'given:p', ...PUBLIC, at: '2026-03-01T00:00:00Z' },
      documents: { p: { json: promotion.result?.output } },
    });
    expect([promotion.result?.exitCode, judged.result?.exitCode]).toEqual([0, 0]);

    const blob = await peer.call('attest.blob', pinned);
    expect(blob.result?.output).toHaveProperty('messageSignature');
    const first = await peer.call('attest.rotate', {
      options: { 'next-key': PUBLIC.key, 'next-id': 'k1', 'valid-from': '2026-01-01T00:00:00Z' },
    });
    const grown = await peer.call('attest.rotate', {
      operands: ['given:ring'],
      options: {
        'next-key': 'fixtures/keys/p256.pub.pem',
        'next-id': 'k2',
        'valid-from': '2026-06-01T00:00:00Z',
        at: '2026-05-01T00:00:00Z',
      },
      documents: { ring: { json: first.result?.output } },
    });
    expect(grown.result?.output).toHaveProperty('keys.1.id', 'k2');
    const signed = await peer.call('verify', {
      operands: [`sha256:${digestOf(7)}`],
      options: {
        ...{ bundle: 'given:p', ...PUBLIC, at: '2026-03-01T00:00:00Z', 'attest-results': 'vsa', 'results-path': file },
        ...{ 'verifier-id': 'https://v.example', 'resource-uri': 'pkg:generic/a@1' },
      },
      documents: { p: { json: promotion.result?.output } },
    });
    expect([signed.result?.exitCode, existsSync(file)]).toEqual([0, true]);
    expect(await peer.end()).toEqual({ code: 0, signal: null });
    rmSync(folder, { recursive: true });
  });

  it('is nobody where the request says none', async () => {
    const peer = new Peer({ flags: KEY }).listen();
    const pin = await peer.call('digest.pin', { ...pinned, options: { signer: 'none' } });
    expect(Object.keys(pin.result?.output as object).sort()).toEqual([
      'digest',
      'format',
      'name',
      'toolCount',
      'tools',
    ]);
    const promotion = await peer.call('attest.promotion', {
      ...promoted,
      options: { ...promoted.options, signer: 'none' },
    });
    expect(promotion.result?.output).toHaveProperty('predicateType', 'stella.ops/promotion@v1');
    const stray = await peer.call('digest.pin', { ...pinned, options: { signer: 'none', form: 'hex' } });
    expect(stray.error?.message).toContain('--form was given with --signer none');
    const own = await peer.call('digest.pin', {
      ...pinned,
      options: { 'signing-key': 'fixtures/keys/p256.UNSAFE.pem' },
    });
    expect(own.error?.message).toContain('--signing-key is for a --signer of its own');
    await peer.end();
  });

  it('is nobody where the process was started without: pins and promotions go out unsigned', async () => {
    const peer = new Peer().listen();
    expect((await peer.call('digest.pin', pinned)).result?.output).not.toHaveProperty('envelope');
    expect((await peer.call('attest.promotion', promoted)).result?.output).toHaveProperty('predicateType');
    expect((await peer.call('digest.pin', { ...pinned, options: { form: 'hex' } })).error?.message).toContain(
      '--form was given without --signer',
    );
    expect((await peer.call('attest.blob', pinned)).error?.message).toContain('missing: --signer');
    await peer.end();
  });
});

describe('a process that waits for its signer', () => {
  it.each([
    ['of 14 MiB each, two at a time', BIG, 2],
    ['of 1 KiB each, as many as there are', SMALL, 6],
  ])('has requests under way %s', async (_what, text, most) => {
    let [waiting, peak] = [0, 0];
    const opened: (() => void)[] = [];
    const answers: string[] = [];
    const signer = async (): Promise<never> => {
      peak = Math.max(peak, ++waiting);
      await new Promise<void>((resolve) => opened.push(resolve));
      waiting--;
      throw new Malformed('signer-failed', 'nobody signs here');
    };
    const request = (id: number) =>
      new TextEncoder().encode(
        `${JSON.stringify({ jsonrpc: '2.0', id, method: 'attest.blob', params: { operands: ['given:a'], documents: { a: { text } } } })}\n`,
      );
    const running = new Server({
      chunks: Readable.from([1, 2, 3, 4, 5, 6].map(request)) as AsyncIterable<Uint8Array<ArrayBuffer>>,
      answers: { waiting: 0, write: async (line: string) => void answers.push(line) } as unknown as AnswerWriter,
      giveUp: () => {},
      standing: { signer },
      most: 16,
      mayWrite: false,
      version: '{}',
      takesJson: async () => true,
    }).run();
    while (answers.length < 6) {
      await pause(300);
      for (const open of opened.splice(0)) open();
    }
    await running;
    expect(peak).toBe(most);
    for (const line of answers) expect(JSON.parse(line)).toMatchObject({ result: { exitCode: 3 } });
  });
});

describe('what a peer may send', () => {
  const sent: readonly (readonly [string, string, number, unknown])[] = [
    ['half a document', '{"jsonrpc":"2.0",', -32700, null],
    ['octets that are no UTF-8', '"\u00ff', -32700, null],
    ['a member twice', '{"jsonrpc":"2.0","id":1,"\\u0069d":2,"method":"version"}', -32700, null],
    ['__proto__', '{"jsonrpc":"2.0","id":1,"method":"version","params":{"__proto__":{}}}', -32700, null],
    ['a number', '7', -32600, null],
    ['a batch', '[{"jsonrpc":"2.0","id":1,"method":"version"}]', -32600, null],
    ['an empty batch', '[]', -32600, null],
    ['another version', '{"jsonrpc":"1.0","id":1,"method":"version"}', -32600, 1],
    ['no version', '{"id":1,"method":"version"}', -32600, 1],
    ['no method', '{"jsonrpc":"2.0","id":1}', -32600, 1],
    ['an answer', '{"jsonrpc":"2.0","id":1,"result":{}}', -32600, 1],
    ['an id that is an object', '{"jsonrpc":"2.0","id":{},"method":"version"}', -32600, null],
    ['an id that is too long', `{"jsonrpc":"2.0","id":"${'x'.repeat(2000)}","method":"version"}`, -32600, null],
    ['a member of its own', '{"jsonrpc":"2.0","id":1,"method":"version","trace":1}', -32600, 1],
    ['params that are a text', '{"jsonrpc":"2.0","id":1,"method":"version","params":"x"}', -32600, 1],
    ['params by position', '{"jsonrpc":"2.0","id":1,"method":"inspect","params":["x"]}', -32602, 1],
    ['another method', '{"jsonrpc":"2.0","id":1,"method":"rpc.discover"}', -32601, 1],
    ['the method of an object', '{"jsonrpc":"2.0","id":1,"method":"constructor"}', -32601, 1],
    ['the command itself', '{"jsonrpc":"2.0","id":1,"method":"serve","params":{"options":{"stdio":true}}}', -32601, 1],
    ['another spelling of a command', '{"jsonrpc":"2.0","id":1,"method":"custody:verify"}', -32601, 1],
    ['unknown params', '{"jsonrpc":"2.0","id":1,"method":"verify","params":{"artifact":"x"}}', -32602, 1],
    ['an unknown option', '{"jsonrpc":"2.0","id":1,"method":"verify","params":{"options":{"nope":"x"}}}', -32602, 1],
    [
      'an option that is no name',
      '{"jsonrpc":"2.0","id":1,"method":"verify","params":{"options":{"a b":"x"}}}',
      -32602,
      1,
    ],
    [
      'an option without a value',
      '{"jsonrpc":"2.0","id":1,"method":"verify","params":{"options":{"key":""}}}',
      -32602,
      1,
    ],
    [
      'a document of no form',
      '{"jsonrpc":"2.0","id":1,"method":"inspect","params":{"documents":{"a":{"x":1}}}}',
      -32602,
      1,
    ],
    [
      'a document that is no base64',
      '{"jsonrpc":"2.0","id":1,"method":"inspect","params":{"documents":{"a":{"base64":"*"}}}}',
      -32602,
      1,
    ],
    ['a call without operands', '{"jsonrpc":"2.0","id":1,"method":"inspect"}', -32602, 1],
  ];
  it.each(sent)('%s has its error, and the next request its answer', async (_, line, code, id) => {
    const peer = new Peer().listen();
    peer.process.stdin.write(Buffer.from(`${line}\n`, 'latin1'));
    peer.send('{"jsonrpc":"2.0","id":"next","method":"version"}');
    const [first, next] = await peer.answers(2);
    const refused = first?.id === 'next' ? next : first;
    expect(refused?.error?.code).toBe(code);
    expect(refused?.id).toEqual(id);
    expect(refused?.jsonrpc).toBe('2.0');
    expect(await peer.end()).toEqual({ code: 0, signal: null });
    expect(peer.lines.length).toBe(2);
  });

  it('ids stand as they are written', async () => {
    const peer = new Peer().listen();
    const ids = ['1.0', '1e2', '-0', '123456789012345678901234567890', '"\\u0061\\/"', '""', 'null'];
    for (const id of ids) peer.send(`{"method":"version","id" : ${id} ,"jsonrpc":"2.0"}`);
    await peer.answers(ids.length);
    await peer.end();
    expect(peer.lines.map((line) => /"id":(.*?),"result"/.exec(line)![1]).sort()).toEqual([...ids].sort());
  });

  it('a notification has no answer, blank lines mean nothing, and the last line needs no end', async () => {
    const peer = new Peer().listen();
    peer.send('{"jsonrpc":"2.0","method":"version"}');
    peer.send('{"jsonrpc":"2.0","method":"nothing"}');
    peer.send('');
    peer.send('\r');
    peer.process.stdin.write('{"jsonrpc":"2.0","id":9,"method":"version"}');
    expect(await peer.end()).toEqual({ code: 0, signal: null });
    expect(peer.lines.length).toBe(1);
  });

  it('a line that is too long is refused, and nothing of it is kept', async () => {
    const peer = new Peer().listen();
    const block = 'x'.repeat(1024 * 1024);
    for (let i = 0; i < 100; i++) if (!peer.process.stdin.write(block)) await once(peer.process.stdin, 'drain');
    expect(residentMiB(peer.process.pid!)).toBeLessThan(220);
    peer.send('');
    peer.send('{"jsonrpc":"2.0","id":1,"method":"version"}');
    const [refused] = await peer.answers(2);
    expect(refused?.error?.code).toBe(-32600);
    expect(refused?.error?.message).toContain('longer than');
    expect(await peer.end()).toEqual({ code: 0, signal: null });
  });
});

describe('what a request cannot do', () => {
  it('write a file, unless the process was started for it', async () => {
    const folder = mkdtempSync(join(tmpdir(), 'serve-'));
    const file = join(folder, 'report.json');
    const params = { operands: ['artifact.txt'], options: { ...OPTIONS, 'output-file': file } };
    const peer = new Peer({ cwd: CASE, permissions: ['--allow-fs-write=*'] }).listen();
    const refused = await peer.call('verify', params);
    expect(refused.error?.code).toBe(-32602);
    expect(refused.error?.message).toContain('--allow-write');
    expect(existsSync(file)).toBe(false);
    await peer.end();
    const writing = new Peer({ cwd: CASE, flags: ['--allow-write'], permissions: ['--allow-fs-write=*'] }).listen();
    expect((await writing.call('verify', params)).result?.exitCode).toBe(0);
    expect(existsSync(file)).toBe(true);
    await writing.end();
    rmSync(folder, { recursive: true });
  });

  it('pass for a dry run by an operand of that name', async () => {
    const folder = mkdtempSync(join(tmpdir(), 'serve-'));
    const log = join(folder, 'custody.jsonl');
    const peer = new Peer({ permissions: ['--allow-fs-write=*'] }).listen();
    const { error } = await peer.call('custody.append', { operands: [log, '--dry-run'] });
    expect(error?.message).toContain('--allow-write');
    await peer.end();
    rmSync(folder, { recursive: true });
  });

  it('start a program, whatever the process may', async () => {
    const peer = new Peer({ permissions: ['--allow-child-process'] }).listen();
    const options = { signer: 'kms', kms: 'x://y', plugin: '/bin/true' };
    const refused = await peer.call('attest.sign', { operands: ['package.json'], options });
    expect(refused.error?.code).toBe(-32602);
    expect(refused.error?.message).toContain('plugin');
    await peer.end();
  });

  it('take what comes on standard input', async () => {
    const peer = new Peer().listen();
    for (const operand of ['-', '/dev/stdin', '/dev/fd/0', '/proc/self/fd/0']) {
      expect((await peer.call('inspect', { operands: [operand] })).result?.exitCode).toBe(4);
    }
    expect((await peer.call('version')).result).toBeDefined();
    await peer.end();
  });

  it('read a descriptor', async () => {
    const peer = new Peer().listen();
    const { error } = await peer.call('verify', { operands: ['package.json'], options: { 'hmac-key': 'fd:0' } });
    expect(error?.code).toBe(-32602);
    expect(error?.message).toContain('for a process of its own');
    await peer.end();
  });

  it('tell a secret', async () => {
    const secret = '0123456789abcdef0123456789abcdefSECRET';
    const peer = new Peer({
      flags: ['--signer', 'hmac', '--hmac-key', 'env:LOCKER'],
      env: { LOCKER: secret },
    }).listen();
    const documents = { 'statement.json': { json: STATEMENT(1) } };
    const signed = await peer.call('attest.sign', { operands: ['given:statement.json'], documents });
    expect(signed.result?.exitCode).toBe(0);
    await peer.call('attest.sign', { operands: ['given:statement.json'], documents, options: { output: 'bundle' } });
    await peer.call('attest.sign', { operands: ['env:LOCKER'] });
    await peer.call('verify', {
      operands: [`sha256:${digestOf(1)}`],
      options: { bundle: 'given:e', 'hmac-key': 'env:LOCKER', at: '2026-03-01T00:00:00Z', verbose: true },
      documents: { e: { json: signed.result?.output } },
    });
    await peer.call('inspect', { operands: ['/proc/self/environ'] });
    const { code } = await peer.end();
    expect(code).toBe(0);
    expect(peer.lines.length).toBe(5);
    expect(peer.lines.join('\n') + peer.stderr).not.toContain('SECRET');
    expect(peer.lines.join('\n')).not.toContain(Buffer.from(secret).toString('base64').slice(0, 40));
  });
});

describe('pressure and the end', () => {
  it('nothing more is read while nobody takes the answers', async () => {
    const peer = new Peer({ flags: ['--max-requests', '4'] });
    let taken = 0;
    const line = '{"jsonrpc":"2.0","id":1,"method":"version"}\n'.repeat(500);
    const full = async (): Promise<boolean> =>
      peer.process.stdin.write(line)
        ? false
        : !(await Promise.race([once(peer.process.stdin, 'drain').then(() => true), pause(1500).then(() => false)]));
    while (taken < 200 && !(await full())) taken++;
    expect(taken).toBeLessThan(200);
    expect(residentMiB(peer.process.pid!)).toBeLessThan(160);
    peer.listen();
    expect(await peer.end()).toEqual({ code: 0, signal: null });
    expect(peer.lines.length).toBe((taken + 1) * 500);
  });

  it('at the end of standard input all answers are written', async () => {
    const peer = new Peer({ flags: KEY }).listen();
    for (let i = 0; i < 50; i++)
      peer.ask('attest.sign', { operands: ['given:s'], documents: { s: { json: STATEMENT(i) } } });
    expect(await peer.end()).toEqual({ code: 0, signal: null });
    expect(peer.lines.length).toBe(50);
  });

  it.each(['SIGTERM', 'SIGINT'] as const)('%s ends it with 130, and what was begun is answered', async (signal) => {
    const peer = new Peer().listen();
    await peer.call('version');
    peer.process.kill(signal);
    expect(await peer.ended()).toEqual({ code: 130, signal: null });
    expect(peer.stderr).toBe('');
  });

  it('a second signal ends it at once, though nobody takes the answers', async () => {
    const peer = new Peer();
    for (let i = 0; i < 500; i++) peer.ask('version');
    await pause(1000);
    peer.process.kill('SIGTERM');
    await pause(1500);
    expect(peer.process.exitCode).toBe(null);
    peer.process.kill('SIGTERM');
    expect((await once(peer.process, 'exit'))[1]).toBe('SIGTERM');
  });

  it('a peer that has gone ends it with 74', async () => {
    const peer = new Peer().listen();
    await peer.call('version');
    peer.process.stdout.destroy();
    for (let i = 0; i < 3; i++) peer.ask('version');
    expect(await peer.ended()).toEqual({ code: 74, signal: null });
    expect(peer.stderr).toContain('EPIPE');
  });
});

const pause = (time: number): Promise<void> => new Promise((resolve) => setTimeout(resolve, time));
