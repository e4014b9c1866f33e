// SPDX-License-Identifier: Apache-2.0
import { spawn } from 'node:child_process';
import { chmodSync, existsSync, mkdirSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { BINARY, PROJECT, type Run } from '../support/cli.ts';
import { binary, type Case, describeBinary, fixture, scratch, shell } from './support.ts';

const good = fixture('bundle-v0.3-message');
const bad = fixture('artifact-altered--subject-digest-mismatch');
const ask = (one: Case, env: Record<string, string> = {}): Run =>
  binary([...one.command, '--json', '--deterministic'], { cwd: one.cwd, env });

/** Code that turns every verdict into a success, and leaves a mark. */
function evil(): { folder: string; mark: string; code: string } {
  const folder = scratch();
  const mark = join(folder, 'mark');
  const code = `require('node:fs').writeFileSync(${JSON.stringify(mark)}, 'x'); process.on('exit', () => { process.exitCode = 0; }); require('node:crypto').verify = () => true;\n`;
  writeFileSync(join(folder, 'evil.cjs'), code);
  writeFileSync(
    join(folder, 'evil.mjs'),
    `import fs from 'node:fs'; fs.writeFileSync(${JSON.stringify(mark)}, 'x'); process.on('exit', () => { process.exitCode = 0; });\n`,
  );
  return { folder, mark, code };
}

function sameAsClean(env: Record<string, string>): void {
  for (const one of [good, bad]) {
    const clean = ask(one);
    const found = ask(one, env);
    expect(found.code).toBe(one.exitCode);
    expect(found.stdout).toBe(clean.stdout);
  }
}

describeBinary('K01 · NODE_OPTIONS and its kin against the single binary', () => {
  const { folder, mark } = evil();
  const openssl = join(folder, 'openssl.cnf');
  writeFileSync(
    openssl,
    `nodejs_conf = x\n[x]\nproviders = y\n[y]\nevil = z\n[z]\nmodule = ${folder}/evil.so\nactivate = 1\n`,
  );
  const variables: Readonly<Record<string, Record<string, string>>> = {
    'NODE_OPTIONS --require': { NODE_OPTIONS: `--require ${folder}/evil.cjs` },
    'NODE_OPTIONS --import': { NODE_OPTIONS: `--import ${folder}/evil.mjs` },
    'NODE_OPTIONS of rights': { NODE_OPTIONS: '--allow-fs-write=* --allow-child-process --allow-net --no-permission' },
    'NODE_OPTIONS of nonsense': { NODE_OPTIONS: '--bogus' },
    NODE_V8_COVERAGE: { NODE_V8_COVERAGE: join(folder, 'coverage') },
    NODE_EXTRA_CA_CERTS: { NODE_EXTRA_CA_CERTS: openssl },
    NODE_PATH: { NODE_PATH: folder },
    NODE_ICU_DATA: { NODE_ICU_DATA: folder },
    NODE_REDIRECT_WARNINGS: { NODE_REDIRECT_WARNINGS: join(folder, 'warnings') },
    NODE_PENDING_DEPRECATION: { NODE_PENDING_DEPRECATION: '1' },
    NODE_USE_ENV_PROXY: { NODE_USE_ENV_PROXY: '1', HTTPS_PROXY: 'http://127.0.0.1:9999' },
    NODE_TEST_CONTEXT: { NODE_TEST_CONTEXT: 'child-v8' },
    UV_USE_IO_URING: { UV_USE_IO_URING: '1', UV_THREADPOOL_SIZE: '1' },
    SSL_CERT_FILE: { SSL_CERT_FILE: openssl, SSL_CERT_DIR: folder, NODE_USE_SYSTEM_CA: '1' },
    RANDFILE: { RANDFILE: join(folder, 'seed') },
    'PKG_EXECPATH and PKG_NATIVE_CACHE_PATH': { PKG_EXECPATH: 'PKG_INVOKE_NODEJS', PKG_NATIVE_CACHE_PATH: folder },
    OPENSSL_CONF: { OPENSSL_CONF: openssl },
    OPENSSL_MODULES: { OPENSSL_MODULES: folder },
    SSLKEYLOGFILE: { SSLKEYLOGFILE: join(folder, 'keys') },
    DEBUG: { DEBUG: '*' },
  };
  it.each(Object.keys(variables))('%s is without effect', (name) => {
    const before = readdirSync(folder).sort();
    sameAsClean(variables[name]!);
    expect(existsSync(mark)).toBe(false);
    expect(readdirSync(folder).sort()).toEqual(before);
  });
  it.each([
    ['NODE_REPL_EXTERNAL_MODULE', join(folder, 'evil.cjs')],
    ['NODE_CHANNEL_FD', '3'],
  ])('%s ends the runtime before the program, and not with a verdict', (name, value) => {
    for (const one of [good, bad]) {
      const { code } = ask(one, { [name]: value });
      if (code !== one.exitCode) expect([0, 1, 2, 3, 4, 5]).not.toContain(code);
    }
    expect(existsSync(mark)).toBe(false);
  });
  it('NODE_COMPILE_CACHE leaves nothing behind, and takes nothing away that was there', () => {
    const cache = join(folder, 'cache/of/mine');
    sameAsClean({ NODE_COMPILE_CACHE: cache });
    expect(existsSync(join(folder, 'cache'))).toBe(false);
    // The runtime works in steps of the clock of the file system.
    mkdirSync(join(folder, 'kept'));
    Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, 50);
    sameAsClean({ NODE_COMPILE_CACHE: join(folder, 'kept') });
    expect(readdirSync(join(folder, 'kept'))).toEqual([]);
    writeFileSync(join(folder, 'kept/file'), '');
    sameAsClean({ NODE_COMPILE_CACHE: join(folder, 'kept') });
    expect(readdirSync(join(folder, 'kept'))).toEqual(['file']);
    rmSync(join(folder, 'kept'), { recursive: true });
  });
  it('NODE_DEBUG adds lines to standard error before the program begins, and changes nothing else', () => {
    sameAsClean({ NODE_DEBUG: '*', NODE_DEBUG_NATIVE: '*' });
  });
  it('--node-options on the command line is a slip', () => {
    expect(binary([`--node-options=--require ${folder}/evil.cjs`, ...good.command], { cwd: good.cwd }).code).toBe(64);
    expect(existsSync(mark)).toBe(false);
  });
  it('the report names what was set', () => {
    const set = [
      ...['LD_LIBRARY_PATH', 'NODE_COMPILE_CACHE', 'NODE_EXTRA_CA_CERTS', 'NODE_OPTIONS', 'NODE_V8_COVERAGE'],
      ...['OPENSSL_CONF', 'SSL_CERT_FILE', 'XDG_DATA_HOME', 'FORENSIC_VERIFY_DATA_DIR', 'FORENSIC_VERIFY_CONFIG_DIR'],
    ];
    const env = Object.fromEntries(set.map((name) => [name, '/nonexistent/x']));
    const { stdout } = binary([...good.command, '--json'], { cwd: good.cwd, env: { ...env, NODE_OPTIONS: '--bogus' } });
    const { run } = JSON.parse(stdout) as { run: { environmentIgnored: string[] } };
    expect([...run.environmentIgnored].sort()).toEqual([...set].sort());
  });
});

describeBinary('K02 · plugins from HOME, XDG and the program’s own variables', () => {
  /** A plugin as the framework would load it from a data folder, with a hook for everything. */
  function plugin(root: string, mark: string): void {
    const own = join(root, 'node_modules/evil');
    mkdirSync(own, { recursive: true });
    const hooks = {
      init: './hook.js',
      prerun: './hook.js',
      postrun: './hook.js',
      command_not_found: './hook.js',
      finally: './hook.js',
      preparse: './hook.js',
    };
    const manifest = { name: 'evil', version: '1.0.0', main: './hook.js', oclif: { hooks, plugins: ['evil'] } };
    writeFileSync(join(own, 'package.json'), JSON.stringify(manifest));
    writeFileSync(
      join(own, 'hook.js'),
      `require('node:fs').writeFileSync(${JSON.stringify(mark)}, 'x'); module.exports = async () => { process.exit(0); };\n`,
    );
    writeFileSync(
      join(root, 'package.json'),
      JSON.stringify({
        name: 'forensic-verify',
        private: true,
        oclif: {
          schema: 1,
          plugins: [
            { name: 'evil', type: 'user', tag: 'latest' },
            { name: 'evil', type: 'link', root: own },
          ],
          hooks,
        },
        dependencies: { evil: '*' },
      }),
    );
    writeFileSync(join(root, 'config.json'), '{"exitCode":0}');
    writeFileSync(join(root, 'theme.json'), '{"bin":"evil"}');
  }
  it('are not loaded', () => {
    const home = scratch();
    const mark = join(home, 'mark');
    const data = [
      '.local/share/forensic-verify',
      '.config/forensic-verify',
      '.cache/forensic-verify',
      'forensic-verify',
      '.forensic-verify',
      '.',
    ];
    for (const place of data) {
      mkdirSync(join(home, place), { recursive: true });
      plugin(join(home, place), mark);
    }
    const env = {
      HOME: home,
      XDG_DATA_HOME: home,
      XDG_CONFIG_HOME: home,
      XDG_CACHE_HOME: home,
      FORENSIC_VERIFY_DATA_DIR: join(home, 'forensic-verify'),
      FORENSIC_VERIFY_CONFIG_DIR: join(home, 'forensic-verify'),
      FORENSIC_VERIFY_CACHE_DIR: join(home, 'forensic-verify'),
      FORENSIC_VERIFY_OCLIF_CLIENT_HOME: home,
      OCLIF_TS_NODE: '1',
    };
    sameAsClean(env);
    expect(binary(['no-such-command'], { env, cwd: home }).code).toBe(64);
    expect(existsSync(mark)).toBe(false);
  });
});

describeBinary('K03 · config or trust picked up from the working directory', () => {
  it('nothing beside the evidence is read, whatever its name', () => {
    const folder = scratch();
    const mark = join(folder, 'mark');
    const code = `require('node:fs').writeFileSync(${JSON.stringify(mark)}, 'x');\n`;
    for (const name of [
      '.forensic-verifyrc',
      '.forensic-verifyrc.json',
      'forensic-verify.config.js',
      '.npmrc',
      '.env',
      'trusted-root.json',
      'policy.json',
      'index.js',
      'node.config.json',
    ])
      writeFileSync(join(folder, name), name.endsWith('.js') ? code : '{"nodeOptions":{"require":"./index.js"}}');
    writeFileSync(
      join(folder, 'package.json'),
      JSON.stringify({ name: 'forensic-verify', main: 'index.js', oclif: { hooks: { init: './index.js' } } }),
    );
    const absolute = (word: string) =>
      /^(artifact\.txt|bundle\.sigstore\.json|\.\.\/)/.test(word) ? join(good.cwd, word) : word;
    const found = binary(good.command.map(absolute), { cwd: folder });
    expect(found.code).toBe(0);
    expect(
      binary(
        bad.command.map((word) => (absolute(word) === word ? word : join(bad.cwd, word))),
        { cwd: folder },
      ).code,
    ).toBe(2);
    expect(existsSync(mark)).toBe(false);
  });
});

const isRoot = process.getuid?.() === 0;

describeBinary('K06 · environments that have little', () => {
  const verdicts: Readonly<Record<string, string>> = {
    'no environment at all': 'env -i "$@"',
    'no HOME': 'unset HOME; "$@"',
    'a HOME that does not exist': 'HOME=/nonexistent "$@"',
    'a HOME that is a file': 'HOME=/etc/passwd "$@"',
    'a temporary folder that does not exist': 'TMPDIR=/nonexistent "$@"',
    'LANG=C': 'LANG=C LC_ALL=C "$@"',
    'a language that is not installed': 'LANG=xx_YY.UTF-8 LC_ALL=xx_YY.UTF-8 "$@"',
    'no descriptors but three': '"$@" 3<&- 4<&- 5<&-',
    'few descriptors': 'ulimit -n 64; "$@"',
    'umask 777': 'umask 777; "$@"',
  };
  it.each(Object.keys(verdicts))('%s changes no verdict', (what) => {
    for (const one of [good, bad])
      expect(shell(`cd "${one.cwd}"; ${verdicts[what]!} >/dev/null`, one.command).code).toBe(one.exitCode);
  });
  it('a working directory that has been deleted', () => {
    const words = good.command.map((word) =>
      /^(artifact\.txt|bundle\.sigstore\.json|\.\.\/)/.test(word) ? join(good.cwd, word) : word,
    );
    const found = shell('cd "$(mktemp -d)"; rmdir "$PWD"; "$@" --json', words);
    expect(found.code, found.stderr).toBe(0);
    expect((JSON.parse(found.stdout) as { run: { workingDirectory: string } }).run.workingDirectory).toBe('(deleted)');
  });
  it('a relative name in a working directory that has been deleted is missing', () => {
    expect(shell('cd "$(mktemp -d)"; rmdir "$PWD"; "$@"', ['check', 'json', 'x.json']).code).toBe(4);
  });
  it('a working directory that may not be written', () => {
    const folder = scratch();
    writeFileSync(join(folder, 'd.json'), '{}');
    chmodSync(folder, 0o555);
    expect(shell(`cd "${folder}"; "$@" > /dev/null`, ['check', 'json', 'd.json']).code).toBe(0);
    chmodSync(folder, 0o755);
  });
  it.skipIf(!isRoot)('a user without a name, a home or rights', () => {
    const other = 'setpriv --reuid=54321 --regid=54321 --clear-groups env -i "$@"';
    const ran = shell(`${other} >/dev/null`, ['--version']);
    if (ran.code === 126 || ran.code === 127) return;
    for (const one of [good, bad])
      expect(shell(`cd "${one.cwd}"; ${other} >/dev/null`, one.command).code).toBe(one.exitCode);
    const report = (who: string) =>
      shell(`cd "${good.cwd}"; ${who}`, [...good.command, '--json', '--deterministic']).stdout;
    expect(report(other)).toBe(report('"$@"'));
  });
  it.skipIf(!isRoot)('a file that may not be read is missing evidence', () => {
    const folder = scratch();
    chmodSync(folder, 0o755);
    writeFileSync(join(folder, 'secret.json'), '{}');
    chmodSync(join(folder, 'secret.json'), 0o600);
    const ran = shell(`setpriv --reuid=54321 --regid=54321 --clear-groups "$@"`, [
      'check',
      'json',
      join(folder, 'secret.json'),
    ]);
    if (ran.code === 126 || ran.code === 127) return;
    expect(ran.code).toBe(4);
  });
  const without: Readonly<Record<string, string>> = {
    'no network at all': 'unshare -n "$@"',
    'no /proc': 'unshare -m sh -c \'umount -l /proc; exec "$@"\' sh "$@"',
    'a file system that may not be written': 'unshare -m sh -c \'mount -o remount,bind,ro / ; exec "$@"\' sh "$@"',
  };
  it.skipIf(!isRoot || shell('unshare -m -n true', []).code !== 0).each(Object.keys(without))('%s', (what) => {
    for (const one of [good, bad])
      expect(shell(`cd "${one.cwd}"; ${without[what]!} >/dev/null`, one.command).code).toBe(one.exitCode);
  });
  it('too little memory is no verdict', () => {
    for (const kib of [400_000, 600_000, 1_000_000]) {
      const found = shell(`ulimit -v ${kib}; cd "${bad.cwd}"; "$@" >/dev/null 2>&1`, bad.command);
      expect([0, 1], `${kib} ${found.code}`).not.toContain(found.code);
    }
  });
});

describeBinary('A03, A08, N03 · the process of the binary', () => {
  it('a full disk is 74', () => {
    expect(shell(`cd "${good.cwd}"; "$@" > /dev/full`, good.command).code).toBe(74);
    expect(shell('"$@" > /dev/full', ['--help']).code).toBe(74);
  });
  it('a closed standard output is 74, the null device is not', () => {
    expect(shell(`cd "${good.cwd}"; "$@" >&-`, good.command).code).toBe(74);
    expect(shell(`cd "${good.cwd}"; "$@" > /dev/null`, good.command).code).toBe(0);
  });
  it('a reader that has gone is 74', () => {
    const found = shell(`cd "${good.cwd}"; { sleep 0.2; "$@"; echo $? >&2; } | true`, [...good.command, '--json']);
    expect(found.stderr.trim().split('\n').at(-1)).toBe('74');
  });
  it('writes nothing to standard error where all is well: the code cache is taken', () => {
    expect(binary(good.command, { cwd: good.cwd }).stderr).toBe('');
  });
  it.each(['SIGINT', 'SIGTERM', 'SIGHUP', 'SIGQUIT'] as const)(
    '%s during a read ends it, and never with 0 or 1',
    async (signal) => {
      const child = spawn(BINARY, ['check', 'json', '-'], {
        cwd: PROJECT,
        env: {},
        stdio: ['pipe', 'pipe', 'ignore'],
      });
      child.stdin.write('{"a":');
      await new Promise((done) => setTimeout(done, 400));
      child.kill(signal);
      const timer = setTimeout(() => child.kill('SIGKILL'), 3000);
      const [code, by] = await new Promise<[number | null, string | null]>((done) =>
        child.once('exit', (status, how) => done([status, how])),
      );
      clearTimeout(timer);
      expect([0, 1]).not.toContain(code);
      expect(code === null ? by : 'exited').toBe(code === null ? signal : 'exited');
    },
  );
  it('SIGUSR1 opens no inspector, and changes nothing', async () => {
    const child = spawn(BINARY, ['check', 'json', '-', '--quiet'], {
      cwd: PROJECT,
      env: {},
      stdio: ['pipe', 'pipe', 'pipe'],
    });
    let told = '';
    child.stderr.on('data', (chunk: Buffer) => {
      told += chunk.toString();
    });
    child.stdin.write('{"a":');
    await new Promise((done) => setTimeout(done, 400));
    child.kill('SIGUSR1');
    await new Promise((done) => setTimeout(done, 200));
    child.stdin.end('1}');
    const code = await new Promise<number | null>((done) => child.once('exit', done));
    expect(code).toBe(0);
    expect(told).not.toContain('Debugger');
  });
});

describeBinary('a terminal', () => {
  it.each([['--version'], ['verify', '--help'], [...good.command]])('starts on one: %s', (...words) => {
    const line = words.map((word) => `'${word}'`).join(' ');
    const found = shell(`cd "${good.cwd}"; TERM=xterm script -qec "'${BINARY}' ${line}" /dev/null`, words);
    expect(found.stdout).not.toContain('could not start');
    expect(found.code).toBe(0);
  });
}, ['/usr/bin/script']);
