// SPDX-License-Identifier: Apache-2.0
import { execFileSync, spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import {
  appendFileSync,
  chmodSync,
  cpSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  rmSync,
  statSync,
  symlinkSync,
  truncateSync,
  unlinkSync,
  utimesSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { PROJECT, run, runJson } from '../support/cli.ts';

const folder = mkdtempSync(join(tmpdir(), 'forensic-verify-kit-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));
const KEYS = join(PROJECT, 'fixtures/keys');
const pub = (name: string) => join(KEYS, `${name}.pub.pem`);
const MAIN = join(PROJECT, 'src/main.ts');

/** From source: a writer under the permissions of the test bundle could not write. */
function create(stage: string, output: string, key = 'ed25519', ...more: string[]) {
  const words = ['kit', 'create', stage, '--signer', 'key', '--signing-key', join(KEYS, `${key}.UNSAFE.pem`)];
  return spawnSync(process.execPath, [MAIN, ...words, '--output-file', output, ...more], {
    cwd: folder,
    env: { PATH: '/usr/bin:/bin' },
    encoding: 'utf8',
  });
}

function staged(name: string): string {
  const stage = join(folder, name);
  mkdirSync(join(stage, 'bin'), { recursive: true });
  mkdirSync(join(stage, 'doc'));
  for (const file of ['verify-this-kit.sh', 'verify-this-kit.ps1', 'README.txt'])
    cpSync(join(PROJECT, 'offline-kit', file), join(stage, file));
  writeFileSync(join(stage, 'bin/forensic-verify-linux-x64'), 'the program\n');
  writeFileSync(join(stage, 'doc/POLICY.md'), '# Policies\n\nWhat *must* hold: `a < b`.\n');
  return stage;
}

function unpacked(tar: string, name: string): string {
  const into = join(folder, name);
  mkdirSync(into);
  execFileSync('tar', ['-xf', join(folder, tar), '-C', into]);
  return join(into, 'forensic-verify-kit-0.1.0');
}

beforeAll(() => {
  const { status, stderr } = create(staged('stage'), 'kit.tar');
  expect([status, stderr]).toEqual([0, '']);
});

describe('kit create', () => {
  it('gives the same bytes of another folder, with other times, modes and masks', () => {
    const other = staged('other');
    chmodSync(join(other, 'README.txt'), 0o600);
    utimesSync(join(other, 'README.txt'), 1, 1);
    expect(create(other, 'again.tar').status).toBe(0);
    expect(readFileSync(join(folder, 'again.tar')).equals(readFileSync(join(folder, 'kit.tar')))).toBe(true);
  });
  it('is read by tar, with modes by what a file is', () => {
    const listing = execFileSync('tar', ['-tvf', join(folder, 'kit.tar')], { encoding: 'utf8', env: { TZ: 'UTC' } });
    expect(listing).toMatch(
      /^-rwxr-xr-x 0\/0 +12 2026-03-18 21:29 forensic-verify-kit-0\.1\.0\/bin\/forensic-verify-linux-x64$/m,
    );
    expect(listing).toMatch(/^-rw-r--r-- .*\/man\/forensic-verify\.1$/m);
    expect(listing).toMatch(/^drwxr-xr-x .*\/samples\/evidence\/$/m);
  });
  it.each([
    ['a link', (stage: string) => symlinkSync('README.txt', join(stage, 'link')), 'link is no file'],
    ['a name of blanks', (stage: string) => writeFileSync(join(stage, 'a b'), ''), 'a b: letters'],
    ['a hidden file', (stage: string) => writeFileSync(join(stage, '.x'), ''), '.x: letters'],
    ['a name that is made', (stage: string) => writeFileSync(join(stage, 'SHA256SUMS'), ''), 'SHA256SUMS is made'],
  ])('refuses %s', (what, spoil, said) => {
    const stage = staged(what.replaceAll(' ', '-'));
    spoil(stage);
    const { status, stdout } = create(stage, 'refused.tar', 'ed25519', '--json');
    const { items } = JSON.parse(stdout) as { items: [{ checks: [{ reason: string; detail: string }] }] };
    const [{ reason, detail }] = items[0].checks;
    expect([status, reason, detail.startsWith(said)]).toEqual([3, 'kit-content', true]);
    expect(() => statSync(join(folder, 'refused.tar'))).toThrow('ENOENT');
  });
  it('says what is looked for in a kit and is not there', () => {
    const stage = join(folder, 'bare-stage');
    mkdirSync(join(stage, 'policies'), { recursive: true });
    writeFileSync(join(stage, 'policies/own.yaml'), 'x\n');
    const { status, stdout, stderr } = create(stage, 'bare.tar', 'ed25519', '--json');
    const lacks = ['a program below bin/', 'README.txt', 'verify-this-kit.sh', 'verify-this-kit.ps1'];
    expect([status, JSON.parse(stdout).kit.lacks]).toEqual([0, lacks]);
    expect(stderr.replaceAll(/\s+/g, ' ')).toContain(`the kit has not: ${lacks.join(', ')};`);
  });
  it('gives plugins and programs the right to be executed, and nothing else', () => {
    const stage = staged('executable');
    mkdirSync(join(stage, 'plugins'));
    for (const name of ['sigstore-kms-pkcs11', 'README.txt'])
      writeFileSync(join(stage, 'plugins', name), '#!/bin/sh\n', { mode: 0o600 });
    expect(create(stage, 'executable.tar').status).toBe(0);
    const kit = unpacked('executable.tar', 'executable-out');
    const mode = (path: string) => statSync(join(kit, path)).mode & 0o777;
    expect(
      ['plugins/sigstore-kms-pkcs11', 'plugins/README.txt', 'verify-this-kit.sh'].map((path) => mode(path) & 0o111),
    ).toEqual([0o111, 0, 0o111]);
  });
  it('takes a trust store along, whole, with the origin of each document', () => {
    const store = join(folder, 'store');
    const importing = ['trust', 'import', pub('ed25519'), '--store', store, '--domain', 'release-keys'];
    const at = ['--at', '2026-03-01T00:00:00Z'];
    expect(spawnSync(process.execPath, [MAIN, ...importing, ...at]).status).toBe(0);
    expect(create(join(folder, 'stage'), 'store.tar', 'ed25519', '--trust-store', store).status).toBe(0);
    const kit = unpacked('store.tar', 'with-store');
    const origin = JSON.parse(readFileSync(join(kit, 'trust/ORIGIN.json'), 'utf8')) as {
      store: { domains: [{ name: string; documents: [{ sha256: string; origin: string }] }] };
    };
    const [{ name, documents }] = origin.store.domains;
    expect([name, documents[0].origin]).toEqual(['release-keys', expect.stringContaining('named by the examiner')]);
    const held = readFileSync(join(kit, 'trust/store/documents', documents[0].sha256));
    expect(held.equals(readFileSync(pub('ed25519')))).toBe(true);
    // By the store that the kit brought nobody would vouch for it but itself: here it is somebody's own.
    const asked = ['kit', 'verify', kit, '--trust-store', store, '--trust-domain', 'release-keys'];
    expect(runJson(asked).code).toBe(0);
    writeFileSync(join(store, 'documents', documents[0].sha256), 'another');
    expect(create(join(folder, 'stage'), 'torn.tar', 'ed25519', '--trust-store', store).status).toBe(64);
  });
  it('writes over nothing, and takes no secret that both sides share', () => {
    expect(create(join(folder, 'stage'), 'kit.tar').status).toBe(64);
    const words = ['kit', 'create', folder, '--signer', 'hmac', '--hmac-key', 'x', '--output-file', 'y'];
    expect(run(words, { cwd: folder }).code).toBe(64);
  });
});

/** What can be done to a kit on its way, and what the two verifiers say of it. */
const TAMPERED: readonly (readonly [what: string, (kit: string) => void, reason: string | null, exit: number])[] = [
  ['nothing', () => {}, null, 0],
  [
    'the program altered',
    (kit) => appendFileSync(join(kit, 'bin/forensic-verify-linux-x64'), 'x'),
    'kit-file-differs',
    2,
  ],
  ['one bit of a schema', (kit) => flip(join(kit, 'trust/sigstore-public-good.json')), 'kit-file-differs', 2],
  ['a file away', (kit) => unlinkSync(join(kit, 'README.txt')), 'kit-file-missing', 2],
  ['a file more', (kit) => writeFileSync(join(kit, 'bin/extra'), ''), 'kit-file-extra', 2],
  ['a hidden file more', (kit) => writeFileSync(join(kit, 'trust/.hidden'), ''), 'kit-file-extra', 2],
  ['a link more', (kit) => symlinkSync('/etc/passwd', join(kit, 'doc/link')), 'kit-file-extra', 2],
  ['a folder that is a link', (kit) => symlinkSync('/etc', join(kit, 'doc/folder')), 'kit-file-extra', 2],
  // Of two lines of the list, one after the other: `MANIFEST.json`, `README.txt`.
  ['a name of two lines', (kit) => writeFileSync(join(kit, 'MANIFEST.json\nREADME.txt'), ''), 'kit-file-extra', 2],
  ['a folder of two lines', (kit) => hide(join(kit, 'README.txt\nbin')), 'kit-file-extra', 2],
  ['a name of blanks more', (kit) => writeFileSync(join(kit, 'bin/a b'), ''), 'kit-file-extra', 2],
  ['a name of a pattern', (kit) => writeFileSync(join(kit, 'bin/*'), ''), 'kit-file-extra', 2],
  ['a folder more', (kit) => hide(join(kit, 'bin/more')), 'kit-file-extra', 2],
  ['the list altered', (kit) => relist(kit), 'kit-signature', 3],
  ['the signature cut', (kit) => truncateSync(join(kit, 'SHA256SUMS.sig'), 63), 'kit-signature', 3],
  ['the signature away', (kit) => unlinkSync(join(kit, 'SHA256SUMS.sig')), 'kit-format', 3],
  ['the list away', (kit) => unlinkSync(join(kit, 'SHA256SUMS')), 'kit-format', 3],
];

/** A folder with a file in it. */
function hide(path: string): void {
  mkdirSync(path);
  writeFileSync(join(path, 'forensic-verify-linux-x64'), '');
}

function flip(path: string): void {
  const bytes = readFileSync(path);
  bytes[20]! ^= 1;
  writeFileSync(path, bytes);
}

/** As somebody would who has no key: program, manifest and list agree again. */
function relist(kit: string): void {
  const path = 'bin/forensic-verify-linux-x64';
  const sum = (file: string) => execFileSync('sha256sum', [file], { cwd: kit, encoding: 'utf8' }).slice(0, 64);
  const replace = (file: string, from: string, to: string) =>
    writeFileSync(join(kit, file), readFileSync(join(kit, file), 'utf8').replace(from, to));
  const [program, manifest] = [sum(path), sum('MANIFEST.json')];
  appendFileSync(join(kit, path), 'x');
  replace('SHA256SUMS', program, sum(path));
  replace('MANIFEST.json', program, sum(path));
  replace('MANIFEST.json', '"size":12', '"size":13');
  replace('SHA256SUMS', manifest, sum('MANIFEST.json'));
}

describe.each(TAMPERED)('a kit with %s', (what, spoil, reason, exit) => {
  let kit = '';
  beforeAll(() => {
    kit = unpacked('kit.tar', `un-${what.replaceAll(' ', '-')}`);
    spoil(kit);
  });
  const script = (shell: string, words: readonly string[]) =>
    spawnSync(shell, words, { cwd: folder, env: { PATH: '/usr/bin:/bin' }, encoding: 'utf8' });

  it.each(['sh', 'bash'])('verify-this-kit.sh under %s', (shell) => {
    const { status, stdout, stderr } = script(shell, [join(kit, 'verify-this-kit.sh'), pub('ed25519')]);
    expect([status, stderr === '', stdout.includes('VERIFIED: this kit is whole')]).toEqual(
      exit === 0 ? [0, true, true] : [1, false, false],
    );
  });
  it('kit verify', () => {
    const found = runJson(['kit', 'verify', kit, '--key', pub('ed25519')]);
    expect([found.code, found.reasons]).toEqual([exit, reason === null ? [] : [reason]]);
  });
});

describe('what a script must not wait for, or pass over', () => {
  const answer = (kit: string, as: { uid?: number; gid?: number } = {}) =>
    spawnSync('sh', [join(kit, 'verify-this-kit.sh'), join(folder, 'key.pem')], {
      ...as,
      env: { PATH: '/usr/bin:/bin' },
      encoding: 'utf8',
      timeout: 20_000,
    });
  beforeAll(() => cpSync(pub('ed25519'), join(folder, 'key.pem')));

  it.each(['README.txt', 'bin/forensic-verify-linux-x64', 'SHA256SUMS'])('a pipe in the place of %s', (name) => {
    const kit = unpacked('kit.tar', `pipe-${name.replaceAll('/', '-')}`);
    unlinkSync(join(kit, name));
    execFileSync('mkfifo', [join(kit, name)]);
    const { status, stderr } = answer(kit);
    const why = name === 'SHA256SUMS' ? 'SHA256SUMS is missing' : `${name} is neither a file nor a folder`;
    expect([status, stderr]).toEqual([1, expect.stringContaining(why)]);
  });
  it.each([0o311, 0o644])('a folder of mode %o, which hides what is in it', (mode) => {
    const kit = unpacked('kit.tar', `mode-${mode}`);
    writeFileSync(join(kit, 'bin/libatomic.so.1'), '');
    chmodSync(join(kit, 'bin'), mode);
    // Nothing is hidden from root: an officer is somebody else.
    const root = process.getuid?.() === 0;
    if (root) for (const path of [folder, join(kit, '..'), kit]) chmodSync(path, 0o755);
    const { status, stderr } = answer(kit, root ? { uid: 65534, gid: 65534 } : {});
    expect([status, stderr]).toEqual([1, expect.stringContaining('bin/ cannot be listed')]);
    chmodSync(join(kit, 'bin'), 0o755);
    expect(answer(kit).stderr).toContain('bin/libatomic.so.1 is in no line');
  });
  it('a name that would act upon a terminal is not shown', () => {
    const kit = unpacked('kit.tar', 'escape');
    writeFileSync(join(kit, 'doc/\u001b]0;x\u0007'), '');
    expect(answer(kit).stderr).toMatch(/^NOT VERIFIED: a name in doc\/ is none that a kit has\n[ -~]*\n$/);
  });
});

describe('the key', () => {
  it.each([
    ['another one', pub('p256'), 1],
    ['none', join(KEYS, 'README.md'), 1],
    ['no file', join(KEYS, 'absent'), 64],
  ])('%s: the script refuses', (_, key, exit) => {
    const kit = unpacked('kit.tar', `key-${exit}-${key.length}`);
    expect(spawnSync('sh', [join(kit, 'verify-this-kit.sh'), key]).status).toBe(exit);
    expect(spawnSync('sh', ['verify-this-kit.sh'], { cwd: kit }).status).toBe(64);
  });
  it('without one, nobody vouches for the kit', () => {
    const found = runJson(['kit', 'verify', join(folder, 'kit.tar')]);
    expect([found.code, found.reasons, found.report!.verdict.indication]).toEqual([
      3,
      ['kit-key-not-given'],
      'INDETERMINATE',
    ]);
  });
  it('another one than has signed', () => {
    const found = runJson(['kit', 'verify', join(folder, 'kit.tar'), '--key', pub('p384')]);
    expect([found.code, found.reasons]).toEqual([3, ['kit-signature']]);
  });
  it('a tar that would be unpacked with set-user-id is refused before anything else of it counts', () => {
    const octets = readFileSync(join(folder, 'kit.tar'));
    const at = octets.indexOf('/verify-this-kit.sh\0');
    const block = octets.subarray(at - (at % 512), at - (at % 512) + 512);
    block.write('0004755\0', 100, 'latin1');
    block.fill(' ', 148, 156);
    const sum = block.reduce((total, octet) => total + octet, 0);
    block.write(`${sum.toString(8).padStart(6, '0')}\0 `, 148, 'latin1');
    writeFileSync(join(folder, 'special.tar'), octets);
    const found = runJson(['kit', 'verify', join(folder, 'special.tar'), '--key', pub('ed25519')]);
    expect([found.code, found.reasons]).toEqual([3, ['kit-format']]);
    expect(found.stdout).toContain('set-user-id');
    expect(found.stdout).toContain(createHash('sha256').update(octets).digest('hex'));
  });
  it('the report names the tar and the list of it, and of a folder every file, by their digests', () => {
    const inputsOf = (kit: string) => {
      const { report } = runJson(['kit', 'verify', kit, '--key', pub('ed25519')]);
      const { inputs } = report as unknown as { inputs: { name: string; size: number; sha256: string }[] };
      return new Map(inputs.map(({ name, size, sha256 }) => [name, `${size} ${sha256}`]));
    };
    const digest = (path: string) => {
      const bytes = readFileSync(path);
      return `${bytes.length} ${createHash('sha256').update(bytes).digest('hex')}`;
    };
    const tar = join(folder, 'kit.tar');
    const byTar = inputsOf(tar);
    expect(byTar.get(tar)).toBe(digest(tar));
    expect([...byTar.keys()].filter((name) => name.includes('SHA256SUMS'))).toHaveLength(2);
    const kit = unpacked('kit.tar', 'inputs');
    const byFolder = inputsOf(kit);
    for (const name of ['SHA256SUMS', 'SHA256SUMS.sig', 'MANIFEST.json', 'README.txt'])
      expect(byFolder.get(join(kit, name)), name).toBe(digest(join(kit, name)));
  });
  it.each(['p256', 'p384', 'p521', 'rsa2048'])('of kind %s: script and program agree', (name) => {
    expect(create(join(folder, 'stage'), `${name}.tar`, name).status).toBe(0);
    const kit = unpacked(`${name}.tar`, `kind-${name}`);
    const { status, stderr } = spawnSync('sh', [join(kit, 'verify-this-kit.sh'), pub(name)], { encoding: 'utf8' });
    expect([status, stderr]).toEqual([0, '']);
    expect(runJson(['kit', 'verify', join(folder, `${name}.tar`), '--key', pub(name)]).code).toBe(0);
    flip(join(kit, 'README.txt'));
    expect(spawnSync('sh', [join(kit, 'verify-this-kit.sh'), pub(name)]).status).toBe(1);
  });
  it('the script needs sha256sum and openssl, and no other program', () => {
    const bin = join(folder, 'bin');
    mkdirSync(bin);
    for (const name of ['sha256sum', 'openssl']) symlinkSync(`/usr/bin/${name}`, join(bin, name));
    const kit = unpacked('kit.tar', 'bare');
    const { status, stderr } = spawnSync('/bin/sh', [join(kit, 'verify-this-kit.sh'), pub('ed25519')], {
      env: { PATH: bin },
      encoding: 'utf8',
    });
    expect([status, stderr]).toEqual([0, '']);
  });
});

describe('the documentation', () => {
  const page = () => readFileSync(join(unpacked('kit.tar', `doc-${Math.random()}`), 'doc/index.html'), 'utf8');
  it('stands alone, and says everything that the tables say', async () => {
    const html = page();
    expect(html).toContain('content="default-src &#39;none&#39;; style-src');
    expect(html).not.toMatch(/<script|<link|<img|src=|href="(?!#)|javascript:/i);
    const { REASONS } = await import('../../src/model/reasons.ts');
    const { COMMANDS } = await import('../../src/cli/commands.ts');
    for (const reason of Object.keys(REASONS)) expect(html).toContain(`id="reason-${reason}"`);
    for (const id of Object.keys(COMMANDS)) expect(html).toContain(`id="command-${id.replace(':', '-')}"`);
    const ids = [...html.matchAll(/ id="([^"]+)"/g)].map(([, id]) => id!);
    expect(new Set(ids).size).toBe(ids.length);
    for (const [, target] of html.matchAll(/href="#([^"]+)"/g)) expect(ids).toContain(target);
    expect(html).toContain('<code>a &lt; b</code>');
  });
});
