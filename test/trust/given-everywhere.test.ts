// SPDX-License-Identifier: Apache-2.0
// Whatever a command takes by files of keys and roots, it takes by a trust store: the same cases, their trust imported first.
import { execFileSync, spawnSync } from 'node:child_process';
import { createHash, createPublicKey } from 'node:crypto';
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { tufRepository, tufRoot } from '../../scripts/mint/tuf.ts';
import { COMMANDS } from '../../src/cli/commands.ts';
import { INDEX_FILE } from '../../src/trust/held/index-file.ts';
import { PROJECT, run, runJson, unwrapped } from '../support/cli.ts';

const scratch = mkdtempSync(join(tmpdir(), 'forensic-verify-held-'));
afterAll(() => rmSync(scratch, { recursive: true, force: true }));
const MAIN = join(PROJECT, 'src/main.ts');
const CASES = join(PROJECT, 'fixtures/cases');
const AT = ['--at', '2026-03-01T00:00:00Z'];
const caseOf = (name: string) => join(CASES, name);
const commandOf = (name: string): string[] =>
  (JSON.parse(readFileSync(join(caseOf(name), 'expect.json'), 'utf8')) as { command: string[] }).command;

/** As a process without the limits of the program that the tests run: it writes. */
function importInto(store: string, file: string, domain = 'ours'): void {
  const words = ['trust', 'import', file, '--store', store, '--domain', domain, ...AT];
  const { status, stdout, stderr } = spawnSync(process.execPath, [MAIN, ...words], { encoding: 'utf8' });
  expect(status, stdout + stderr).toBe(0);
}

/** Flags that name trust by a file, and what each of the commands below says with a store in their place. */
const BY_FILE = ['--key', '--keyring', '--trusted-root', '--npm-keys'];

const told = (words: string[], options: { cwd: string }) => ({ ...run([...words, '--json'], options), reasons: [] });

let stores = 0;
/** The words of a case with a store in the place of its files. */
function byStore(name: string, more: readonly string[] = []): { words: string[]; store: string; keys: string[] } {
  stores += 1;
  const store = join(scratch, `store-${stores}`);
  const keys: string[] = [];
  const words: string[] = [];
  const command = commandOf(name);
  for (let i = 0; i < command.length; i++) {
    if (!BY_FILE.includes(command[i]!)) {
      words.push(command[i]!);
      continue;
    }
    const file = join(caseOf(name), command[++i]!);
    if (command[i - 1] === '--key') keys.push(file);
    importInto(store, file);
  }
  for (const file of more) importInto(store, file, 'revoked');
  return { words: [...words, '--trust-store', store, '--trust-domain', 'ours'], store, keys };
}

const SAME = [
  'dsse-key-ed25519',
  'signed-policy-identity',
  'signed-policy-check',
  'layout-chain',
  'layout-chain-dsse',
  'registry-signature',
  'custody-keyring',
  'custody-anchored',
  'custody-set',
  'custody-disclosed',
  'replay-first-seen',
  'what-if-saved',
  'lockfile-embedded',
  'digest-pin-dsse',
  'check-dsse-any-payload',
  'kit',
] as const;

describe('a trust store in the place of files', () => {
  it.each(SAME)('%s comes to the same verdict', (name) => {
    const { words } = byStore(name);
    // What is told of a policy that may be read is no report, and names no inputs.
    const judged = name === 'signed-policy-check' ? told : runJson;
    const before = judged(commandOf(name), { cwd: caseOf(name) });
    const after = judged(words, { cwd: caseOf(name) });
    expect([after.code, after.reasons, unwrapped(after.stderr)]).toEqual([before.code, before.reasons, '']);
    expect(after.code).toBe(0);
    if (judged === runJson) expect(after.stdout).toContain(`${INDEX_FILE}"`);
  });

  it('of an event that is to be written: dry-run, as nothing is', () => {
    const { store } = byStore('custody-keyring');
    const key = join(caseOf('custody-keyring'), 'custody.jsonl');
    const words = [
      'custody',
      'append',
      key,
      '--type',
      'note',
      '--signing-key',
      join(PROJECT, 'fixtures/keys/ed25519.UNSAFE.pem'),
      '--purpose',
      'p',
      '--dry-run',
    ];
    const { code, stderr } = run([...words, '--trust-store', store, '--trust-domain', 'theirs']);
    // The store is read, and says what it holds.
    expect([code, unwrapped(stderr)]).toEqual([5, expect.stringContaining('does not hold the domain theirs')]);
  });

  it('authorities of timestamps, and logs of certificates, of a trusted root', () => {
    const root = join(PROJECT, 'fixtures/shared/trusted-root.json');
    const store = join(scratch, 'roots');
    importInto(store, root);
    const sct = ['check', 'sct', 'leaf.pem', '--issuer', 'issuer.pem', '--trust-store', store];
    expect(runJson(sct, { cwd: caseOf('check-sct') }).code).toBe(0);
    const stamp = ['check', 'timestamp', 'message.tsr', '--data', 'message.txt', '--trust-store', store];
    expect(runJson(stamp, { cwd: caseOf('check-timestamp') }).code).toBe(0);
    for (const words of [sct, stamp]) expect(run(words.slice(0, -2), { cwd: caseOf('check-sct') }).code).toBe(64);
  });
});

function revocation(files: readonly string[], since: string | null): string {
  const file = join(scratch, `revoked-${files.length}-${since ?? 'ever'}-${stores}.json`.replaceAll(':', ''));
  const revoked = files.map((one) => ({
    kind: 'key',
    sha256: createHash('sha256')
      .update(createPublicKey(readFileSync(one)).export({ type: 'spki', format: 'der' }))
      .digest('hex'),
    since,
    reason: 'key-compromise',
  }));
  const head = { format: 'forensic-verify/revocation-list@v1', issuer: 'office', sequence: 1 };
  writeFileSync(file, JSON.stringify({ ...head, issuedAt: '2026-02-20T00:00:00Z', revoked }));
  return file;
}

describe('what was imported from expired metadata', () => {
  it('is told as a weakening wherever a store is taken', () => {
    const [store, copy, pinned] = [join(scratch, 'stale'), join(scratch, 'copy'), join(scratch, '1.root.json')];
    const root = readFileSync(join(PROJECT, 'fixtures/shared/trusted-root.json'));
    const expires = { timestamp: '2026-02-01T00:00:00Z' };
    writeFileSync(pinned, tufRoot({ version: 1 }));
    for (const [name, data] of Object.entries(tufRepository({ targets: { 'trusted_root.json': root }, expires }))) {
      mkdirSync(dirname(join(copy, name)), { recursive: true });
      writeFileSync(join(copy, name), data);
    }
    const words = ['trust', 'import', copy, '--store', store, '--domain', 'ours', '--root', pinned, '--allow-stale'];
    expect(spawnSync(process.execPath, [MAIN, ...words, ...AT]).status).toBe(1);
    const byRoot = (name: string) => {
      const command = commandOf(name);
      const at = command.indexOf('--trusted-root');
      return [...command.slice(0, at), '--trust-store', store, ...command.slice(at + 2)];
    };
    const asked: readonly (readonly [string, readonly string[]])[] = [
      ['bundle-v0.3-dsse', byRoot('bundle-v0.3-dsse')],
      ['custody-anchored', byRoot('custody-anchored')],
      ['what-if-saved', byRoot('what-if-saved')],
      ['replay-first-seen', byRoot('replay-first-seen')],
      ['check-sct', ['check', 'sct', 'leaf.pem', '--issuer', 'issuer.pem', '--trust-store', store]],
      ['check-timestamp', ['check', 'timestamp', 'message.tsr', '--data', 'message.txt', '--trust-store', store]],
    ];
    for (const [name, one] of asked) {
      const document = JSON.parse(run([...one, '--json'], { cwd: caseOf(name) }).stdout) as {
        weakenings?: string[];
        report?: { weakenings: string[] };
      };
      const told = document.weakenings ?? document.report?.weakenings ?? [];
      expect([name, told]).toEqual([name, [expect.stringContaining('when it was imported (--allow-stale)')]]);
    }
  });
});

describe('what is revoked', () => {
  const keyOf = (name: string) =>
    commandOf(name).flatMap((word, i, all) => (all[i - 1] === '--key' ? [join(caseOf(name), word)] : []));

  it.each(['layout-chain', 'digest-pin-dsse', 'check-dsse-any-payload', 'kit'])(
    'of a domain answers no longer: %s',
    (name) => {
      const { words } = byStore(name, [revocation(keyOf(name), '2026-02-10T00:00:00Z')]);
      const { code, stderr } = run(words, { cwd: caseOf(name) });
      expect([code, unwrapped(stderr)]).toEqual([5, expect.stringContaining('is revoked (key-compromise)')]);
    },
  );

  it.each([
    ['2026-02-10T00:00:00Z', 3, 'revoked-unproven'],
    [null, 3, 'revoked'],
  ])('of a key that is named by its file is told: since %s', (since, exit, reason) => {
    for (const name of ['layout-chain', 'digest-pin-dsse', 'check-dsse-any-payload', 'kit']) {
      const store = join(scratch, `beside-${name}-${reason}`);
      importInto(store, revocation(keyOf(name), since), 'revoked');
      importInto(store, join(PROJECT, 'fixtures/keys/p256.pub.pem'));
      const domain = name === 'layout-chain' ? 'revoked' : 'ours';
      const words = [...commandOf(name), '--trust-store', store, '--trust-domain', domain];
      const { code, reasons, stderr } = runJson(words, { cwd: caseOf(name) });
      if (name === 'layout-chain') {
        expect([code, unwrapped(stderr)]).toEqual([5, expect.stringContaining('nothing in revoked')]);
        const list = ['--revocation-list', revocation(keyOf(name), since)];
        const told = runJson([...commandOf(name), ...list], { cwd: caseOf(name) });
        expect([told.code, told.reasons]).toEqual([exit, [reason]]);
      } else expect([name, code, reasons]).toEqual([name, exit, [reason]]);
    }
  });

  it('of a registry, of a custody log, of a policy', () => {
    const registry = 'registry-signature';
    const [key] = (
      JSON.parse(readFileSync(join(caseOf(registry), 'keys.json'), 'utf8')) as {
        keys: { publicKey: { rawBytes: string } }[];
      }
    ).keys;
    const pem = join(scratch, 'registry.pem');
    writeFileSync(pem, `-----BEGIN PUBLIC KEY-----\n${key!.publicKey.rawBytes}\n-----END PUBLIC KEY-----\n`);
    const list = revocation([pem], '2026-01-10T00:00:00Z');
    const npm = runJson([...commandOf(registry), '--revocation-list', list], { cwd: caseOf(registry) });
    expect([npm.code, npm.reasons]).toEqual([3, ['revoked-unproven']]);

    const log = 'custody-anchored';
    const stolen = revocation([join(caseOf(log), 'opener.pub.pem')], null);
    const custody = runJson([...commandOf(log), '--revocation-list', stolen], { cwd: caseOf(log) });
    expect([custody.code, custody.reasons]).toEqual([3, expect.arrayContaining(['custody-key-compromised'])]);

    const policy = 'signed-policy-key';
    const at = commandOf(policy).indexOf('--policy-key');
    const signer = join(caseOf(policy), commandOf(policy)[at + 1]!);
    const words = [...commandOf(policy), '--revocation-list', revocation([signer], null)];
    const refused = runJson(words, { cwd: caseOf(policy) });
    expect([refused.code, refused.reasons]).toEqual([3, expect.arrayContaining(['revoked'])]);
  });
});

describe('a custody keyring in a store', () => {
  it('is read when it is imported, and shown', () => {
    const store = join(scratch, 'ring');
    const ring = join(caseOf('custody-keyring'), 'keyring.json');
    importInto(store, ring);
    const shown = execFileSync(process.execPath, [MAIN, 'trust', 'show', 'ours', '--store', store], {
      encoding: 'utf8',
    });
    expect(shown).toContain('custody keyring');
    const bad = join(caseOf('custody-keyring-twice--json-shape'), 'keyring.json');
    const words = ['trust', 'import', bad, '--store', store, '--domain', 'theirs', ...AT, '--json'];
    const { status, stdout } = spawnSync(process.execPath, [MAIN, ...words], { encoding: 'utf8' });
    expect([status, stdout.includes('json-shape')]).toEqual([3, true]);
  });
  it('joins no other ring that speaks of the same key', () => {
    const { words } = byStore('custody-keyring');
    const { code, stderr } = run([...words, '--keyring', 'keyring.json'], { cwd: caseOf('custody-keyring') });
    expect([code, unwrapped(stderr)]).toEqual([64, expect.stringContaining('both speak of the key')]);
  });
  it('asks for no custody log where nobody does', () => {
    const store = join(scratch, 'quiet');
    importInto(store, join(caseOf('custody-keyring'), 'keyring.json'));
    importInto(store, join(PROJECT, 'fixtures/shared/trusted-root.json'));
    const name = 'folder-with-bundle';
    const command = commandOf(name).filter((word, i, all) => ![word, all[i - 1]].includes('--trusted-root'));
    const { code, reasons } = runJson([...command, '--trust-store', store, '--trust-domain', 'ours'], {
      cwd: caseOf(name),
    });
    expect([code, reasons]).toEqual([0, []]);
  });
});

/** Commands that take keys or certificates, and no store: why. */
const EXPLICIT: Readonly<Record<string, string>> = {
  'verify-bundle': 'the flags of the sigstore-conformance protocol, and no other',
  'check:signature': 'one key under one algorithm: the mathematics alone',
  'check:chain': 'a path to the very certificates that are named, at an instant; revocation is no part of it',
  'check:note': 'verifier keys of notes, which no store holds',
  'check:checkpoint': 'the same',
  'check:consistency': 'the same',
  'merkle:verify': 'the same',
  'attest:prepare': 'the one key that will sign',
  'attest:attach': 'the one key that has signed',
  'custody:checkpoint': '--key is the private key of the log',
};

describe('commands', () => {
  it('take a trust store wherever they take keys or roots', async () => {
    const asking = ['key', 'keyring', 'trusted-root', 'npm-keys', 'ctlog-key', 'intermediate'];
    const without: string[] = [];
    for (const [name, { load }] of Object.entries(COMMANDS)) {
      const { flags } = (await load()).default as { flags: Readonly<Record<string, unknown>> };
      if (asking.some((one) => one in flags) && !('trust-store' in flags)) without.push(name);
    }
    expect(without.sort()).toEqual(Object.keys(EXPLICIT).sort());
  });
});
