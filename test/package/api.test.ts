// SPDX-License-Identifier: Apache-2.0
import { spawnSync } from 'node:child_process';
import { copyFileSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { PROJECT } from '../support/cli.ts';
import { installPacked } from './package.ts';

const FIXTURES = join(PROJECT, 'fixtures');
/** What the examples of the page call them. */
const FILES: Readonly<Record<string, string>> = {
  'app.txt': 'cases/bundle-v0.3-message/artifact.txt',
  'app.sigstore.json': 'cases/bundle-v0.3-message/bundle.sigstore.json',
  'trusted-root.json': 'shared/trusted-root.json',
  'statement.dsse.json': 'cases/dsse-key-ed25519/artifact.dsse.json',
  'release.pem': 'keys/ed25519.UNSAFE.pem',
  'release.pub.pem': 'keys/ed25519.pub.pem',
  'custody.jsonl': 'cases/custody-anchored/custody.jsonl',
  'end.note': 'cases/custody-anchored/end.note',
  'end.tsr': 'cases/custody-anchored/end.tsr',
  'opener.pub.pem': 'cases/custody-anchored/opener.pub.pem',
  'package-lock.json': 'cases/lock-npm/package-lock.json',
};

const page = readFileSync(join(PROJECT, 'docs/API.md'), 'utf8');
const examples = [...page.matchAll(/```js\n([\s\S]*?)```\n```text\n([\s\S]*?)```/g)].map(
  ([, code, output]) =>
    [/import \{[^}]*\b(\w+),? \} from 'forensic-verify'/.exec(code!)?.[1] ?? '', code!, output!] as const,
);

let project: string;
beforeAll(() => {
  project = installPacked();
  writeFileSync(join(project, 'package.json'), '{ "type": "module", "private": true }\n');
  for (const [name, from] of Object.entries(FILES)) copyFileSync(join(FIXTURES, from), join(project, name));
  examples.forEach(([, code], i) => {
    writeFileSync(join(project, `example-${i}.mjs`), code);
  });
});
afterAll(() => rmSync(dirname(project), { recursive: true, force: true }));

const node = (args: readonly string[]) => {
  const { status, stdout, stderr } = spawnSync(process.execPath, args, { cwd: project, encoding: 'utf8' });
  return { status, stdout, stderr };
};

describe('docs/API.md', () => {
  it('shows nothing that is not run', () => {
    expect(examples.length).toBeGreaterThan(7);
    expect(page.match(/```js\n/g)!.length).toBe(examples.length);
  });
  it.each(examples.map(([name, , output], i) => [i, name, output] as const))(
    'example %i (%s) prints what it says',
    (i, _, output) => {
      expect(node([`example-${i}.mjs`])).toEqual({ status: 0, stdout: output, stderr: '' });
    },
  );
  it('the types hold for every example, strictly', () => {
    const options = { strict: true, checkJs: true, allowJs: true, noEmit: true, skipLibCheck: false };
    const settings = { ...options, module: 'nodenext', target: 'es2024', types: ['node'] };
    writeFileSync(
      join(project, 'tsconfig.json'),
      JSON.stringify({ compilerOptions: settings, files: examples.map((__, i) => `example-${i}.mjs`) }),
    );
    const checked = node([join(PROJECT, 'node_modules/typescript/bin/tsc'), '-p', '.']);
    expect(checked.stdout).toBe('');
    expect(checked.status).toBe(0);
  });
});

describe('the package', () => {
  const inside = (): string[] =>
    readdirSync(join(project, 'node_modules/forensic-verify'), { recursive: true, encoding: 'utf8' });
  it('has the program, its types and its papers, and no sources, tests or keys', () => {
    const files = inside();
    expect(files).toContain('dist/index.d.ts');
    expect(files).toContain('docs/API.md');
    expect(files).toContain('LICENSE');
    expect(files.filter((file) => /^(src|test|fixtures|scripts)\/|UNSAFE|\.tsbuildinfo$/.test(file))).toEqual([]);
  });
  it('runs as a command', () => {
    const main = join(project, 'node_modules/forensic-verify/dist/main.js');
    expect(node([main, '--version']).stdout).toMatch(/^forensic-verify [0-9.]+ node v/);
    expect(node([main, 'inspect', 'absent']).status).toBe(4);
    expect(node([main, 'verify', '--nope']).status).toBe(64);
  });
  it('opens nothing but its face', () => {
    const deep = node(['--input-type=module', '-e', "await import('forensic-verify/dist/crypto/engine.js')"]);
    expect(deep.status).not.toBe(0);
    expect(deep.stderr).toContain('ERR_PACKAGE_PATH_NOT_EXPORTED');
  });
});

describe('a command line of oclif that has commands of its own', () => {
  const host = `
import { Config, Errors } from '@oclif/core';
import { commandClasses } from 'forensic-verify';
const classes = await commandClasses('forensic', ['verify', 'inspect']);
const config = await Config.load({ root: process.cwd(), pjson: { name: 'host', version: '1.0.0', oclif: { bin: 'host', exitCodes: { default: 9 } } } });
const [topic, name, ...argv] = process.argv.slice(2);
try {
  await classes[topic + ':' + name].run(argv, config);
} catch (error) {
  console.error(error.message);
  process.exitCode = error.oclif?.exit ?? 1;
}
`;
  const call = (...words: string[]) => {
    writeFileSync(join(project, 'host.mjs'), host);
    return node(['host.mjs', 'forensic', ...words]);
  };
  it('embeds forensic verify: its report, its exit codes', () => {
    const shown = call('inspect', 'app.sigstore.json', '--json');
    expect([shown.status, shown.stderr]).toEqual([0, '']);
    expect((JSON.parse(shown.stdout) as { kind: string }).kind).toBe('envelope');
    expect(call('verify', 'end.note', '--bundle', 'statement.dsse.json', '--key', 'release.pub.pem').status).toBe(2);
    expect(call('inspect', 'absent').status).toBe(4);
    const slip = call('verify', '--nope');
    expect([slip.status, slip.stderr]).toEqual([64, 'there is no flag --nope: did you mean --name?; see --help\n']);
  });
});
