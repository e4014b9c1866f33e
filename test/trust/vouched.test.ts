// SPDX-License-Identifier: Apache-2.0
// What vouches for a document of trust, and what a forged one may not push out of a store.
import { spawnSync } from 'node:child_process';
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, relative } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { type CrlPlan, crl } from '../../scripts/mint/crl.ts';
import { pem } from '../../scripts/mint/der.ts';
import { pae } from '../../scripts/mint/dsse.ts';
import { ecKey, edKey, type MintKey } from '../../scripts/mint/keys.ts';
import { ca } from '../../scripts/mint/world.ts';
import { sha256Hex } from '../../src/crypto/digest.ts';
import { NEXT_KEY_TYPE } from '../../src/verify/next-key.ts';
import { PROJECT, run, runJson } from '../support/cli.ts';

const scratch = mkdtempSync(join(tmpdir(), 'forensic-verify-vouched-'));
afterAll(() => rmSync(scratch, { recursive: true, force: true }));
const MAIN = join(PROJECT, 'src/main.ts');
const AT = ['--at', '2026-03-01T00:00:00Z'];

let files = 0;
function file(data: string | Uint8Array): string {
  files += 1;
  const path = join(scratch, `file-${files}`);
  writeFileSync(path, data);
  return path;
}

interface Told {
  readonly status: number | null;
  readonly reasons: readonly string[];
  readonly digests: readonly string[];
  readonly text: string;
}

/** As a process without the limits of the program that the tests run: it writes. */
function imported(store: string, path: string, domain = 'ours'): Told {
  const words = ['trust', 'import', path, '--store', store, '--domain', domain, ...AT];
  const text = spawnSync(process.execPath, [MAIN, ...words], { encoding: 'utf8' });
  const again = spawnSync(process.execPath, [MAIN, ...words, '--dry-run', '--json'], { encoding: 'utf8' });
  return { status: text.status, reasons: reasonsOf(again.stdout), digests: held(store), text: text.stdout };
}

function reasonsOf(json: string): string[] {
  const { items } = JSON.parse(json) as { items: { checks: { reason?: string }[] }[] };
  return items.flatMap(({ checks }) => checks.flatMap(({ reason }) => reason ?? []));
}

/** The lists that a store names, by their digests. */
function held(store: string): string[] {
  const path = join(store, 'trust-store.json');
  if (!existsSync(path)) return [];
  const { domains } = JSON.parse(readFileSync(path, 'utf8')) as {
    domains: Record<string, { documents: { role: string; sha256: string }[] }>;
  };
  return Object.values(domains).flatMap(({ documents }) =>
    documents.flatMap(({ role, sha256 }) => (role === 'crl' ? [sha256] : [])),
  );
}

const newStore = (): string => join(scratch, `store-${files++}`);
const list = (change: Partial<CrlPlan> = {}) => crl({ issuer: ca, revoked: [], ...change });
const older = list({ thisUpdate: '2026-02-01T00:00:00Z', number: 1 });
const newer = list({ thisUpdate: '2026-02-10T00:00:00Z', number: 2 });
const forged = list({ thisUpdate: '2026-02-20T00:00:00Z', number: 99, signedBy: ecKey('p384', 'crl-forger') });
const issuer = file(pem('CERTIFICATE', ca.certificate.der));
const digest = (bytes: Uint8Array) => sha256Hex(new Uint8Array(bytes));

describe('a certificate revocation list', () => {
  it('takes the place of none where the store knows its issuer, in any domain, and that one has not signed it', () => {
    const store = newStore();
    expect(imported(store, issuer, 'authorities').status).toBe(0);
    expect(imported(store, file(newer)).digests).toEqual([digest(newer)]);
    const refused = imported(store, file(forged));
    expect([refused.status, refused.reasons, refused.digests]).toEqual([5, ['crl-signature'], [digest(newer)]]);
  });
  it('comes back by its signature where one that nobody had verified had taken its place, and that one goes', () => {
    const store = newStore();
    imported(store, file(newer));
    const unknown = imported(store, file(forged));
    expect([unknown.status, unknown.digests]).toEqual([0, [digest(forged)]]);
    expect(unknown.text).toMatch(/takes the place of no\s+list that has verified/);
    imported(store, issuer);
    const back = imported(store, file(newer));
    expect([back.status, back.digests]).toEqual([0, [digest(newer)]]);
    expect(imported(store, file(older)).reasons).toEqual(['trust-rollback']);
    expect(imported(store, file(forged)).status).toBe(5);
  });
  it('stands beside one that has verified where nobody knows who signed it', () => {
    const store = newStore();
    imported(store, issuer);
    imported(store, file(newer));
    // Of the same name, and by its key identifier of another key: no certificate of that one is at hand.
    const twin = file(crl({ issuer: { ...ca, key: ecKey('p384', 'ca-twin') }, revoked: [], number: 100 }));
    const beside = imported(store, twin);
    expect(beside.status).toBe(0);
    expect(beside.digests).toHaveLength(2);
    expect(beside.digests).toContain(digest(newer));
  });
  it('is followed by the next one of its issuer as ever', () => {
    const store = newStore();
    imported(store, issuer);
    imported(store, file(older));
    expect(imported(store, file(newer)).digests).toEqual([digest(newer)]);
    expect(imported(store, file(older)).reasons).toEqual(['trust-rollback']);
  });
});

const [old, next] = [edKey('ring-old'), edKey('ring-next')];

function statement(signer: MintKey, validFrom = '2026-03-01T00:00:00Z'): string {
  const payload = Buffer.from(
    JSON.stringify({
      _type: 'https://in-toto.io/Statement/v1',
      subject: [{ name: 'release key', digest: { sha256: sha256Hex(next.spki) } }],
      predicateType: NEXT_KEY_TYPE,
      predicate: {
        previous: sha256Hex(old.spki),
        publicKey: Buffer.from(next.spki).toString('base64'),
        issuedAt: '2026-02-20T00:00:00Z',
        validFrom,
      },
    }),
  );
  const payloadType = 'application/vnd.in-toto+json';
  const sig = Buffer.from(signer.sign(pae({ payloadType, payload: new Uint8Array(payload) }))).toString('base64');
  return file(JSON.stringify({ payload: payload.toString('base64'), payloadType, signatures: [{ sig }] }));
}

describe('trust verify of the statement of a next key', () => {
  const store = newStore();
  imported(store, file(old.publicPem));
  const judged = (path: string, ...more: string[]) => {
    const { code, report } = runJson(['trust', 'verify', path, ...more, ...AT]);
    const check = report?.items[0]?.checks.find(({ id }) => id === 'trust.next-key');
    return [code, check?.outcome];
  };
  it('passes by the signature of a key that the domain holds, before and after its import', () => {
    const sound = statement(old);
    expect(judged(sound, '--store', store, '--domain', 'ours')).toEqual([0, 'passed']);
    expect(imported(store, sound).status).toBe(0);
    expect(judged(sound, '--store', store, '--domain', 'ours')).toEqual([0, 'passed']);
  });
  it('fails where a stranger has signed it', () => {
    const [code, outcome] = judged(statement(edKey('ring-stranger')), '--store', store, '--domain', 'ours');
    expect(code).toBe(3);
    expect(outcome).not.toBe('passed');
  });
  it('names the wrong signature of a key that is held as such', () => {
    const { report } = runJson([
      'trust',
      'verify',
      statement(edKey('ring-stranger')),
      '--store',
      store,
      '--domain',
      'ours',
      ...AT,
    ]);
    const check = report?.items[0]?.checks.find(({ id }) => id === 'trust.next-key');
    expect(check).toMatchObject({ outcome: 'failed', reason: 'signature-mismatch' });
  });
  it('is refused where the key is held with another window: next-key-contradiction', () => {
    const other = imported(store, statement(old, '2020-01-01T00:00:00Z'));
    expect(other).toMatchObject({ status: 3, reasons: ['next-key-contradiction'] });
    expect(imported(store, statement(old)).status).toBe(0);
  });
  it('is shown with both keys and the window', () => {
    const { stdout } = run(['trust', 'show', statement(old)]);
    const shown = stdout.replace(/\s+/g, ' ');
    expect(shown).toContain('next key release key valid from 2026-03-01T00:00:00Z');
    for (const { spki } of [old, next]) expect(shown).toContain(`sha256:${sha256Hex(spki)}`);
  });
  it('is no pass without the keys, nor with a domain that is not held', () => {
    expect(judged(statement(old))).toEqual([5, 'indeterminate']);
    expect(runJson(['trust', 'verify', statement(old), '--store', store, '--domain', 'nobody', ...AT]).code).toBe(5);
  });
});

describe('the report of trust verify', () => {
  it('names every file of a copied repository, and what of the store was read, by their digests', () => {
    const cwd = join(PROJECT, 'fixtures/cases/tuf-newer');
    const { command } = JSON.parse(readFileSync(join(cwd, 'expect.json'), 'utf8')) as { command: string[] };
    const { code, report } = runJson(command, { cwd });
    expect(code).toBe(0);
    const { inputs } = report as unknown as { inputs: { name: string; sha256: string; size: number }[] };
    const named = new Map(inputs.map(({ name, sha256, size }) => [name, `${size} ${sha256}`]));
    const files = readdirSync(cwd, { recursive: true, withFileTypes: true })
      .filter((entry) => entry.isFile() && /\/(mirror|store)(\/|$)/.test(entry.parentPath))
      .map((entry) => relative(cwd, join(entry.parentPath, entry.name)));
    expect(files.length).toBeGreaterThan(7);
    for (const name of files) {
      const bytes = readFileSync(join(cwd, name));
      expect(named.get(name), name).toBe(`${bytes.length} ${digest(bytes)}`);
    }
  });
});

describe('trust list --json', () => {
  it('tells ages by the machine clock where no instant is named, and says so', () => {
    const told = (...more: string[]) =>
      JSON.parse(run(['trust', 'list', '--json', ...more]).stdout) as {
        atSource?: string;
        trust: { ageDays: number }[];
      };
    const [byClock, asked] = [told(), told(...AT)];
    expect([byClock.atSource, asked.atSource]).toEqual(['clock', undefined]);
    for (const { ageDays } of [...byClock.trust, ...asked.trust]) expect(Number.isInteger(ageDays)).toBe(true);
  });
});
