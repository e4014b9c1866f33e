// SPDX-License-Identifier: Apache-2.0
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { OWNER } from '../../scripts/mint/in-toto.ts';
import { PROJECT, run, runJson } from '../support/cli.ts';

const work = mkdtempSync(join(tmpdir(), 'layout-'));
afterAll(() => rmSync(work, { recursive: true, force: true }));

const CASES = join(PROJECT, 'fixtures/cases');
const KEY = join(PROJECT, 'fixtures/keys/ed25519.pub.pem');
const AT = ['--at', '2026-03-01T00:00:00Z'];
const chain = { cwd: join(CASES, 'layout-chain') };

describe('verify --layout', () => {
  it('takes the words of in-toto and of others', () => {
    const spelled = [
      ['--layout', 'root.layout', '--layout-keys', KEY, '--link-dir', 'links'],
      ['-l', 'root.layout', '-k', KEY, '-d', 'links'],
      ['-l', 'root.layout', '--public-key', KEY, '--attestations-directory', 'links'],
      ['-l', 'root.layout', '-k', KEY, '-a', 'links'],
    ];
    for (const words of spelled)
      expect(run(['verify', ...words, 'program', ...AT], chain).code, words.join(' ')).toBe(0);
  });

  it("takes a key in securesystemslib's own form", () => {
    const key = join(work, 'owner.pub');
    writeFileSync(key, JSON.stringify(OWNER.keyObject));
    expect(run(['verify', '-l', 'root.layout', '-k', key, '-d', 'links', ...AT], chain).code).toBe(0);
    writeFileSync(key, JSON.stringify({ ...OWNER.keyObject, keyval: { public: 'ab', private: '' } }));
    expect(run(['verify', '-l', 'root.layout', '-k', key, '-d', 'links', ...AT], chain).code).toBe(64);
  });

  it('takes an artifact by its digest', () => {
    const digest = 'sha256:221dd9a75970db077b86f8a4b7a3ea9645dad8c532e27f8cae0fbd940674fa0f';
    const asked = (name: string) =>
      runJson(['verify', '-l', 'root.layout', '-k', KEY, '-d', 'links', name, ...AT], chain);
    expect(asked(digest).code).toBe(0);
    const other = asked(`sha256:${'00'.repeat(32)}`);
    expect([other.code, other.reasons]).toEqual([2, ['subject-digest-mismatch']]);
  });

  it('refuses what it would not enforce, and what it would have to guess', () => {
    const slips = [
      ['-l', 'root.layout', '-k', KEY],
      ['-l', 'root.layout', '-d', 'links'],
      ['-d', 'links', 'program'],
      ['--substitute-parameters', 'x.json', 'program'],
      ['-l', 'root.layout', '-k', KEY, '-d', 'links', '--threshold', '2'],
      ['-l', 'root.layout', '-k', KEY, '-d', 'links', '--certificate-identity', 'me'],
      ['-l', 'root.layout', '-k', KEY, '-d', 'links', '--bundle', 'root.layout'],
      ['-l', 'root.layout', '-k', KEY, '-d', 'nowhere'],
      ['-l', 'root.layout', '-k', KEY, '-d', 'program'],
      ['-l', 'root.layout', '-k', 'program', '-d', 'links'],
      ['-l', 'root.layout', '-k', KEY, '-d', 'links', '--substitute-parameters', 'program'],
    ];
    for (const words of slips) {
      const { code, stdout } = run(['verify', ...words, ...AT], chain);
      expect([code, stdout], words.join(' ')).toEqual([64, '']);
    }
  });

  it('says 4 where the layout or a product cannot be read', () => {
    const absent = runJson(['verify', '-l', 'none.layout', '-k', KEY, '-d', 'links', ...AT], chain);
    expect([absent.code, absent.reasons]).toEqual([4, ['input-missing']]);
    const product = runJson(['verify', '-l', 'root.layout', '-k', KEY, '-d', 'links', 'none', ...AT], chain);
    expect([product.code, product.reasons]).toEqual([4, ['input-missing']]);
  });

  it('lets a policy take inspections as not run, with a warning', () => {
    const policy = join(work, 'policy.yaml');
    writeFileSync(
      policy,
      'policy: forensic-verify/policy@v1\nname: inspections by hand\nchecks:\n  layout.inspections: warn\n',
    );
    const { code, report } = runJson(['verify', '-l', 'root.layout', '-k', KEY, '-d', 'links', '-p', policy, ...AT], {
      cwd: join(CASES, 'layout-inspection--inspection-not-run'),
    });
    expect([code, report?.verdict.decision]).toEqual([1, 'warn']);
  });

  it('is the same with both engines', () => {
    for (const engine of ['native', 'noble', 'dual']) {
      expect(
        run(['verify', '-l', 'root.layout', '-k', KEY, '-d', 'links', 'program', '--engine', engine, ...AT], chain)
          .code,
      ).toBe(0);
    }
  });
});
