// SPDX-License-Identifier: Apache-2.0
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { type CommandIo, parseRfc3339, runCommand } from '../../src/index.ts';
import { PROJECT, run } from '../support/cli.ts';

const CASE = join(PROJECT, 'fixtures/cases/bundle-v0.3-message');
const words = (JSON.parse(readFileSync(join(CASE, 'expect.json'), 'utf8')) as { command: string[] }).command.map(
  (word) => (/\.(txt|json)$/.test(word) ? join(CASE, word) : word),
);

interface Taken {
  readonly io: CommandIo;
  readonly out: () => string;
  readonly err: () => string;
}

function taking(more: Partial<CommandIo> = {}): Taken {
  const [out, err]: [Uint8Array[], Uint8Array[]] = [[], []];
  const io = { stdout: (b: Uint8Array) => void out.push(b), stderr: (b: Uint8Array) => void err.push(b), ...more };
  return { io, out: () => Buffer.concat(out).toString(), err: () => Buffer.concat(err).toString() };
}

/** What a program that embeds a command would not want to find changed. */
function world() {
  return {
    exitCode: process.exitCode,
    env: { ...process.env },
    globals: Object.getOwnPropertyNames(globalThis).sort(),
    listeners: process.eventNames().map((name) => [name, process.listenerCount(name)]),
  };
}

describe('a document that is handed in', () => {
  const LOCK = join(PROJECT, 'fixtures/cases/lockfile-toml');
  const octets = (name: string) => new Uint8Array(readFileSync(join(LOCK, name)));
  const verify = ['lockfile', 'verify', 'given:uv.lock', '--key', join(PROJECT, 'fixtures/keys/ed25519.pub.pem')];
  const given = (lock: Uint8Array) =>
    taking({
      documents: new Map([
        ['uv.lock', lock],
        ['uv.lock.sig.json', octets('uv.lock.sig.json')],
      ]),
    });

  it('is known for what it is by its name, and its signature is found beside it', async () => {
    const { io, err } = given(octets('uv.lock'));
    expect([await runCommand([...verify, '--strict'], io), err()]).toEqual([0, '']);
  });

  it('is refused by a verdict where it is damaged, and by no usage error', async () => {
    const { io, out } = given(Buffer.from(`${Buffer.from(octets('uv.lock'))}\n= 1\n`));
    expect(await runCommand([...verify, '--strict'], io)).toBe(3);
    expect(out()).toContain('toml-invalid');
  });

  it('is signed under the name that it was handed in by', async () => {
    const { io, out } = given(octets('uv.lock'));
    const by = ['--signer', 'key', '--signing-key', join(PROJECT, 'fixtures/keys/ed25519.UNSAFE.pem')];
    expect(await runCommand(['lockfile', 'sign', 'given:uv.lock', '--signer-id', 'ci', ...by], io)).toBe(0);
    const { payload } = JSON.parse(out()) as { payload: string };
    expect(JSON.parse(Buffer.from(payload, 'base64').toString()).subject[0].name).toBe('uv.lock');
  });
});

describe('runCommand', () => {
  it('writes what the program writes, and gives its exit code', async () => {
    const { io, out, err } = taking();
    expect(await runCommand([...words, '--json', '--deterministic'], io)).toBe(0);
    const alone = run([...words, '--json', '--deterministic']);
    expect(out()).toBe(alone.stdout);
    expect(err()).toBe('');
  });

  it.each([
    ['a usage error', ['verify', '--nope'], 64],
    ['no such command', ['verfy'], 64],
    ['no command', [], 64],
    ['a refusal', ['verify', join(CASE, 'README.md'), ...words.slice(2)], 2],
    ['help', ['verify', '--help'], 0],
    ['the version', ['--version'], 0],
    ['nothing to read', ['inspect', join(CASE, 'absent')], 4],
  ] as const)('%s ends in its exit code', async (_, argv, code) => {
    const { io, out, err } = taking();
    expect(await runCommand(argv, io)).toBe(code);
    const alone = run(argv);
    expect(alone.code).toBe(code);
    expect(err()).toBe(alone.stderr);
    if (code !== 2) expect(out().replace(/node v.*/, '')).toBe(alone.stdout.replace(/node v.*/, ''));
  });

  it('leaves nothing behind', async () => {
    await runCommand(['inspect', join(CASE, 'README.md')], taking().io);
    const before = world();
    await runCommand([...words, '--json'], taking().io);
    await runCommand(['verify', '--nope'], taking().io);
    await runCommand(['verify', join(CASE)], taking().io);
    expect(world()).toEqual(before);
  });

  it('runs commands beside each other, each with its own', async () => {
    const documents = (text: string) => new Map([['a', new TextEncoder().encode(text)]]);
    const many = Array.from({ length: 20 }, (_, i) => taking({ documents: documents(`{"n${i}":1}`) }));
    const codes = await Promise.all(many.map(({ io }) => runCommand(['inspect', '--json', 'given:a'], io)));
    expect(codes).toEqual(many.map(() => 0));
    many.forEach(({ out }, i) => {
      expect(out()).toContain(`n${i}: a number`);
    });
  });

  it('takes standard input, variables, the time and documents from its caller', async () => {
    const stdin = new TextEncoder().encode('{"a":1}');
    const piped = taking({ stdin });
    expect(await runCommand(['inspect', '-'], piped.io)).toBe(0);
    expect(await runCommand(['inspect', '-'], taking().io)).toBe(4);
    expect(await runCommand(['inspect', 'given:x'], taking().io)).toBe(4);
    const dated = taking({ now: parseRfc3339('2026-03-01T00:00:00Z').time });
    await runCommand(['inspect', '-'], dated.io);
    const without = words.filter((word, i) => word !== '--at' && words[i - 1] !== '--at');
    const judged = taking({ now: parseRfc3339('2026-03-01T00:00:00Z').time });
    await runCommand([...without, '--json'], judged.io);
    expect((JSON.parse(judged.out()) as { run: { at: string } }).run.at).toBe('2026-03-01T00:00:00Z');
    const secret = taking({ env: {} });
    const mac = ['verify', 'given:x', '--hmac-key', 'env:PATH'];
    expect(await runCommand(mac, secret.io)).toBe(64);
    expect(secret.err()).toContain('that variable is not set');
  });

  it('fails with 74 where its output is not taken, and with 130 where it is to end', async () => {
    const full = taking({
      stdout: () => {
        throw new Error('full');
      },
    });
    expect(await runCommand(['inspect', join(CASE, 'README.md')], full.io)).toBe(74);
    const stopped = taking({ signal: AbortSignal.abort() });
    expect(await runCommand(['verify', CASE, ...words.slice(4)], stopped.io)).toBe(130);
  });
});
