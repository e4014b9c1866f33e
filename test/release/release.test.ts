// SPDX-License-Identifier: Apache-2.0
import { execFileSync, spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { lockedPackages } from '../../scripts/lib/locked-packages.ts';
import { AD_HOC, readCodeDirectory, readMachO, signedAdHoc } from '../../scripts/lib/mach-o.ts';
import { peChecksum, readPe, unsignedPe } from '../../scripts/lib/pe.ts';
import { checkStructure } from '../../scripts/lib/structure.ts';
import { pinnedDigest, TARGETS } from '../../scripts/lib/targets.ts';
import { scratch } from '../binary/support.ts';
import { PROJECT, run } from '../support/cli.ts';
import { describeRelease, RELEASE, released, releasedJson } from './support.ts';

interface Component {
  readonly type: string;
  readonly 'bom-ref': string;
  readonly purl?: string;
  readonly name: string;
  readonly version?: string;
  readonly properties?: readonly { readonly name: string; readonly value: string }[];
  readonly licenses?: unknown;
  readonly hashes?: readonly { readonly alg: string; readonly content: string }[];
  readonly components?: readonly Component[];
}

describeRelease('release/', () => {
  it('holds five binaries, the plain program, the launcher, what is inside, how it was made, and the sums of all of it', () => {
    const expected = [
      ...TARGETS.map(({ output }) => output),
      ...['cli.cjs', 'forensic-verify', 'PLATFORMS.txt', 'forensic-verify.cdx.json', 'provenance.statement.json'],
    ].sort();
    for (const [file, algorithm] of [
      ['SHA256SUMS', 'sha256'],
      ['SHA512SUMS', 'sha512'],
    ] as const) {
      const lines = released(file).toString().trimEnd().split('\n');
      expect(lines.map((line) => line.split('  ')[1])).toEqual(expected);
      for (const line of lines) {
        const [digest, name] = line.split('  ');
        expect(createHash(algorithm).update(released(name!)).digest('hex'), name).toBe(digest);
      }
    }
    const extra = readdirSync(RELEASE).filter((name) => !expected.includes(name) && !/^SHA(256|512)SUMS$/.test(name));
    expect(extra.filter((name) => !name.includes('kit'))).toEqual([]);
  });

  it('has sums that sha256sum and sha512sum read', () => {
    for (const tool of ['sha256sum', 'sha512sum'])
      execFileSync(tool, ['--check', '--strict', '--quiet', `${tool.slice(0, -3).toUpperCase()}SUMS`], {
        cwd: RELEASE,
      });
  });

  it.each(TARGETS.map((target) => [target.name, target] as const))(
    'the binary of %s has the structure that it must have',
    (name, target) => {
      const file = released(target.output);
      const seen = checkStructure(target, file, []);
      expect(seen.length).toBeGreaterThan(4);
      expect(file.length).toBeGreaterThan(90_000_000);
      const other = TARGETS.find((one) => one.form === target.form && one.name !== name);
      if (other !== undefined) expect(() => checkStructure(other, file, [])).toThrow(other.name);
      expect(() => checkStructure(target, file, [Buffer.from('a part that is not in it')])).toThrow('parts');
      const label = released('PLATFORMS.txt').toString().split(target.output)[1]!.split('\n')[1]!;
      expect(label).toMatch(target.compiled ? /RUN: / : name === 'linux-arm64' ? /UNDER EMULATION/ : /NOT RUN: /);
    },
  );

  it('the file for Windows has no signature that no longer fits; making it so twice changes nothing', () => {
    const target = TARGETS.find(({ form }) => form === 'pe')!;
    const file = released(target.output);
    expect(unsignedPe(file).equals(file)).toBe(true);
    const broken = Buffer.from(file);
    broken.writeUInt32LE(1, readPe(file).certificatesAt);
    expect(() => checkStructure(target, broken, [])).toThrow('no signature');
    const altered = Buffer.from(file);
    altered[file.length - 1]! ^= 1;
    expect(() => checkStructure(target, altered, [])).toThrow('checksum');
  });

  describe.each(TARGETS.filter(({ form }) => form === 'mach-o').map((target) => [target.name, target] as const))(
    'the file for %s',
    (_, target) => {
      it('has an ad-hoc signature: the hash of every page, and nobody\u2019s name', () => {
        const found = readCodeDirectory(released(target.output))!;
        expect(found).toMatchObject({ identifier: 'forensic-verify', flags: AD_HOC, fits: true, slots: [0] });
        expect(() => signedAdHoc(released(target.output), 'x')).toThrow('signed already');
      });
      it('is judged by a reader that finds every page of Apple\u2019s own signature right, in the runtime as it came', () => {
        const runtime = readFileSync(join(PROJECT, target.runtime));
        const found = readCodeDirectory(runtime)!;
        // Signed by somebody: a CMS signature over the table is the last slot.
        expect(found).toMatchObject({ identifier: 'node', fits: true });
        expect(found.slots).toContain(0x10000);
        runtime[found.limit - 1]! ^= 1;
        expect(readCodeDirectory(runtime)!.fits).toBe(false);
      });
      it('is refused with one bit of a page, of the table or of the header changed, and with anything behind it', () => {
        const file = released(target.output);
        const { limit } = readCodeDirectory(file)!;
        const refused = 'one signature|ad-hoc: the hash of every page';
        for (const at of [64, 4096 * 100, limit - 1, limit + 20 + 88 + 16 + 32 * 3]) {
          const broken = Buffer.from(file);
          broken[at]! ^= 1;
          expect(() => checkStructure(target, broken, []), String(at)).toThrow();
        }
        expect(() => checkStructure(target, Buffer.concat([file, Buffer.alloc(16)]), [])).toThrow(new RegExp(refused));
      });
      it('is laid out as before: segments in order, the last of them up to the end, and room in front of the first section', () => {
        const file = released(target.output);
        const { commands } = readMachO(file);
        const segments = commands.filter(({ name }) => name !== '');
        const link = segments.at(-1)!;
        expect([link.name, link.offset + link.size]).toEqual(['__LINKEDIT', file.length]);
        const memory = Number(file.readBigUInt64LE(link.at + 32));
        expect([memory >= link.size, memory % 0x4000]).toEqual([true, 0]);
        expect(commands.reduce((sum, { length }) => sum + length, 0)).toBe(file.readUInt32LE(20));
      });
    },
  );

  it('what is inside: every library of the bundle, no other one, with the digest of the lock file', () => {
    const { components, metadata } = releasedJson('forensic-verify.cdx.json') as {
      components: Component[];
      metadata: { component: Component };
    };
    expect(metadata.component.name).toBe('forensic-verify');
    const text = released('cli.cjs').toString();
    const inBundle = new Set(
      [...text.matchAll(/^\s*\/\/(?:#region)? (node_modules\/(?:@[^/\n]+\/)?[^/\n]+)\//gm)].map(([, path]) =>
        path!.slice(13),
      ),
    );
    // What the bundler adds of its own stands at the head of the bundle.
    expect(text).toContain('// \\0rolldown/runtime.js');
    const own = components.filter((one) => !one['bom-ref'].startsWith('runtime:'));
    const listed = own.filter(({ type }) => type === 'library');
    expect(new Set(listed.map(({ purl }) => decodeURIComponent(purl!.slice(8)).replace(/@[^@]+$/, '')))).toEqual(
      new Set([...inBundle, 'rolldown']),
    );
    const locked = new Map(lockedPackages().map((one) => [one.purl, one.sha512]));
    for (const { purl, hashes, licenses } of own) {
      expect(hashes, purl).toEqual([{ alg: 'SHA-512', content: locked.get(purl!) }]);
      expect(licenses, purl).toBeDefined();
    }
    const runtimes = components.filter(({ type }) => type === 'platform');
    expect(runtimes.map(({ components }) => components![0]!.hashes![0]!.content).sort()).toEqual(
      TARGETS.map(pinnedDigest).sort(),
    );
  });

  it('what the runtimes are made of: each part with whoever tells of it, and no version that nobody tells', () => {
    const { components, dependencies } = releasedJson('forensic-verify.cdx.json') as {
      components: Component[];
      dependencies: { ref: string; dependsOn: string[] }[];
    };
    const parts = components.filter((one) => one['bom-ref'].startsWith('runtime:'));
    const byRef = new Map(parts.map((one) => [one['bom-ref'].slice('runtime:'.length), one]));
    const told = (one: Component) =>
      one.properties!.flatMap(({ name, value }) => (name === 'forensic-verify:told-by' ? [value] : []));
    for (const [name, version] of Object.entries(process.versions))
      if (!/^(node|modules|napi|unicode|tz|cldr)$/.test(name) && version !== '')
        expect([...byRef.values()].filter((one) => one.name === name && one.version === version)).toHaveLength(1);
    for (const folder of [
      ...['deps/acorn/acorn-walk', 'deps/amaro/dist', 'deps/undici', 'deps/v8/third_party/abseil-cpp'],
      ...['deps/minimatch', 'node_modules/brace-expansion', 'node_modules/balanced-match'],
      ...['deps/crates/vendor/temporal_capi-v0_2', 'deps/crates/vendor/icu_calendar-v2', 'lib/punycode.js'],
    ])
      expect([...byRef.keys()]).toContain(folder);
    // Not built in, and given out beside the runtime.
    for (const folder of ['deps/ngtcp2/ngtcp2', 'deps/npm', 'deps/googletest', 'tools/gyp'])
      expect([...byRef.keys()]).not.toContain(folder);
    expect(byRef.get('deps/minimatch')!.licenses).toEqual([{ license: { id: 'BlueOak-1.0.0' } }]);
    for (const [folder, one] of byRef) {
      expect(told(one), folder).not.toEqual([]);
      if (one.version === undefined) continue;
      const whole = told(one).some((by) => by.startsWith('process.versions'));
      expect(whole || folder.startsWith('rust/'), folder).toBe(true);
    }
    for (const { output, package: name } of TARGETS) {
      const runtime = components.find(({ purl }) => purl?.startsWith(`pkg:npm/${name}@`) === true)!;
      const { dependsOn } = dependencies.find(({ ref }) => ref === runtime['bom-ref'])!;
      expect(dependsOn, output).toContain('runtime:deps/minimatch');
      expect(
        dependsOn.filter((ref) => ref.startsWith('runtime:rust/std-')),
        output,
      ).toHaveLength(1);
    }
    expect(
      new Set(dependencies.flatMap(({ dependsOn }) => dependsOn).filter((ref) => ref.startsWith('runtime:'))),
    ).toEqual(new Set(parts.map((one) => one['bom-ref'])));
  });

  it('how it was made: a statement about every file, that attest sign takes, and verify then accepts', () => {
    const folder = scratch();
    const [keys, envelope] = [join(PROJECT, 'fixtures/keys'), join(folder, 'provenance.dsse.json')];
    const signed = run([
      'attest',
      'sign',
      join(RELEASE, 'provenance.statement.json'),
      '--signer',
      'key',
      '--signing-key',
      join(keys, 'p256.UNSAFE.pem'),
    ]);
    expect(signed.code, signed.stderr).toBe(0);
    writeFileSync(envelope, signed.stdout);
    const asked = ['--bundle', envelope, '--key', join(keys, 'p256.pub.pem'), '--at', '2026-03-01T00:00:00Z'];
    for (const name of ['cli.cjs', 'forensic-verify-linux-x64', 'forensic-verify.cdx.json']) {
      const accepted = run(['verify', join(RELEASE, name), ...asked]);
      expect(accepted.code, accepted.stdout).toBe(0);
    }
    expect(run(['verify', join(PROJECT, 'package.json'), ...asked]).code).toBe(2);
    const { predicate } = releasedJson('provenance.statement.json') as {
      predicate: {
        buildDefinition: { resolvedDependencies: { digest: { gitCommit?: string } }[] };
        runDetails: object;
      };
    };
    const head = spawnSync('git', ['rev-parse', 'HEAD'], { cwd: PROJECT, encoding: 'utf8' }).stdout.trim();
    const commits = predicate.buildDefinition.resolvedDependencies.flatMap(({ digest }) => digest.gitCommit ?? []);
    expect(commits).toHaveLength(1);
    expect(commits[0]).toMatch(/^[0-9a-f]{40}$/);
    expect(head).toMatch(/^[0-9a-f]{40}$/);
    // No time, no machine, no run: two builds say the same.
    expect(predicate.runDetails).not.toHaveProperty('metadata');
  });
});

describe('the checksum of a PE file', () => {
  it('is the folded sum of its words and its length, its own place left out', () => {
    expect(peChecksum(Buffer.from([1, 0, 2, 0, 9, 9, 9, 9]), 4)).toBe(3 + 8);
    expect(peChecksum(Buffer.from([0xff, 0xff, 2, 0, 9, 9, 9, 9]), 4)).toBe(2 + 8);
    expect(peChecksum(Buffer.from([0, 0, 0, 0, 7]), 0)).toBe(7 + 5);
  });
});

describe('the runtimes', () => {
  it('are one version on all platforms, pinned by the lock files and by the digest of the file', () => {
    const locked = new Map(lockedPackages().map((one) => [one.name, one]));
    for (const target of TARGETS) {
      expect(locked.get(target.package)?.version).toBe('26.10.0');
      expect(pinnedDigest(target)).toMatch(/^[0-9a-f]{64}$/);
      if (existsSync(join(PROJECT, target.runtime)))
        expect(locked.get(target.package)!.folder).toBe(target.runtime.slice(0, target.runtime.indexOf('/bin/')));
    }
  });
});
