// SPDX-License-Identifier: Apache-2.0
// What a trust store remembers of metadata that it took: how old it is, and what a clock that was set back would hide.
import { spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { seal } from '../../scripts/mint/bundle.ts';
import { utf8 } from '../../scripts/mint/bytes.ts';
import { ARTIFACT, MESSAGE } from '../../scripts/mint/cases/good.ts';
import { IDENTITY, ISSUER } from '../../scripts/mint/fulcio.ts';
import { pretty } from '../../scripts/mint/json.ts';
import { type RepositoryPlan, tufRepository, tufRoot } from '../../scripts/mint/tuf.ts';
import { mintRoot } from '../../scripts/mint/world.ts';
import { PROJECT } from '../support/cli.ts';

const scratch = mkdtempSync(join(tmpdir(), 'forensic-verify-renewal-'));
afterAll(() => rmSync(scratch, { recursive: true, force: true }));
const MAIN = join(PROJECT, 'src/main.ts');

let folders = 0;
const place = (): string => join(scratch, `folder-${folders++}`);

function folder(files: Readonly<Record<string, Uint8Array>>): string {
  const path = place();
  for (const [name, data] of Object.entries(files)) {
    mkdirSync(dirname(join(path, name)), { recursive: true });
    writeFileSync(join(path, name), data);
  }
  return path;
}

const root = utf8(pretty(mintRoot()));
const other = utf8(`${pretty(mintRoot())}\n`);
const FIRST = join(folder({ '1.root.json': tufRoot({ version: 1 }) }), '1.root.json');

function repository(version: number, content: Uint8Array, expires?: string): string {
  const versions = { timestamp: version, snapshot: version, targets: version };
  const plan: RepositoryPlan = {
    targets: { 'trusted_root.json': content },
    versions,
    ...(expires === undefined ? {} : { expires: { timestamp: expires } }),
  };
  return folder(tufRepository(plan));
}

interface Ran {
  readonly status: number | null;
  readonly text: string;
}

function run(...words: readonly string[]): Ran {
  const { status, stdout, stderr } = spawnSync(process.execPath, [MAIN, ...words], { encoding: 'utf8' });
  return { status, text: `${stdout}${stderr}`.replace(/\s+/g, ' ') };
}

const renew = (store: string, from: string, at: string, ...more: readonly string[]): Ran =>
  run('trust', 'import', from, '--store', store, '--domain', 'ours', '--at', at, ...more);
const begin = (store: string, from: string, at: string, ...more: readonly string[]): Ran =>
  renew(store, from, at, '--root', FIRST, ...more);

const evidence = folder({
  'artifact.txt': new Uint8Array(ARTIFACT),
  'bundle.sigstore.json': utf8(pretty(seal(MESSAGE).bundle)),
});
function verified(store: string, at: string, ...more: readonly string[]): Ran {
  const [artifact, bundle] = [join(evidence, 'artifact.txt'), join(evidence, 'bundle.sigstore.json')];
  const who = ['--certificate-identity', IDENTITY, '--certificate-oidc-issuer', ISSUER];
  return run('verify', artifact, '--bundle', bundle, '--trust-store', store, ...who, '--at', at, ...more);
}

describe('metadata that had expired when it was taken', () => {
  const store = place();
  const imported = begin(store, repository(1, root, '2026-02-01T00:00:00Z'), '2026-06-01T00:00:00Z', '--allow-stale');

  it('is taken with a word', () => {
    expect(imported.status).toBe(1);
    expect(imported.text).toContain('it had expired at 2026-02-01T00:00:00Z');
  });
  it('is told by every report that rests on it, and is as old as it is', () => {
    const report = verified(store, '2026-06-02T00:00:00Z');
    expect(report.status).toBe(0);
    expect(report.text).toContain('had expired at 2026-02-01T00:00:00Z when it was imported (--allow-stale)');
    const young = verified(store, '2026-06-02T00:00:00Z', '--max-root-age', '30d');
    expect(young.status).toBe(5);
    expect(young.text).toContain('trusted-root-age');
  });
  it('is told by the list and by the doctor', () => {
    const listed = run('trust', 'list', '--store', store, '--at', '2026-06-02T00:00:00Z').text;
    expect(listed).toContain('since 2026-02-01T00:00:00Z, 121 days old');
    expect(listed).toContain('STALE');
    expect(run('doctor', '--store', store).text).toContain('metadata that had expired at 2026-02-01T00:00:00Z');
  });
  it('is told no longer once fresh metadata vouches for it', () => {
    expect(renew(store, repository(2, root), '2026-06-03T00:00:00Z').status).toBe(0);
    const report = verified(store, '2026-06-04T00:00:00Z', '--max-root-age', '30d');
    expect(report).toMatchObject({ status: 0, text: expect.not.stringContaining('--allow-stale') });
    expect(report.text).toContain('1 day old');
  });
});

describe('a newer state of a repository', () => {
  it('may say again what an older one has said: its versions decide', () => {
    const store = place();
    expect(begin(store, repository(1, root), '2026-03-01T00:00:00Z').status).toBe(0);
    const second = repository(2, other);
    expect(renew(store, second, '2026-03-02T00:00:00Z').status).toBe(0);
    expect(renew(store, repository(3, root), '2026-03-03T00:00:00Z').status).toBe(0);
    expect(renew(store, second, '2026-03-04T00:00:00Z')).toMatchObject({
      status: 3,
      text: expect.stringContaining('tuf-rollback'),
    });
  });
});

describe('an import that is judged before the last one', () => {
  it('is refused, and taken with --allow-stale: trust-time-back', () => {
    const store = place();
    expect(begin(store, repository(1, root), '2026-03-02T00:00:00Z').status).toBe(0);
    const again = repository(2, root);
    const refused = renew(store, again, '2026-03-01T00:00:00Z');
    expect(refused).toMatchObject({ status: 5, text: expect.stringContaining('trust-time-back') });
    expect(refused.text).toContain('nothing was imported');
    expect(renew(store, again, '2026-03-01T00:00:00Z', '--allow-stale').status).toBe(1);
  });
  it('of a file that somebody names is told', () => {
    const store = place();
    const path = join(folder({ 'root.json': root }), 'root.json');
    expect(renew(store, path, '2026-03-02T00:00:00Z').status).toBe(0);
    const told = renew(store, path, '2026-03-01T00:00:00Z');
    expect(told).toMatchObject({ status: 0, text: expect.stringContaining('was imported into at 2026-03-02') });
  });
});
