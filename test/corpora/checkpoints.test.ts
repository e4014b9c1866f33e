// SPDX-License-Identifier: Apache-2.0
import { createHash, createPublicKey, verify } from 'node:crypto';
import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, expect, it } from 'vitest';
import { judged } from '../attacks/program.ts';
import { corpus, describeCorpus } from '../support/corpora.ts';
import { SIGSTORE_CORPORA } from '../support/sigstore-corpora.ts';

// The checkpoints inside the given bundles, each by itself through `check checkpoint`, beside what node:crypto makes of them.

interface Log {
  readonly name: string;
  readonly vkey: string;
  readonly id: Buffer;
  readonly spki: Buffer;
  readonly ed25519: boolean;
}

/** The logs of the public-good and staging roots, their keys written as C2SP verifier keys. */
function logs(): Log[] {
  const roots = corpus('sigstore-trust-roots');
  if (roots === null) return [];
  return ['public-good', 'staging'].flatMap((which) => {
    const root = JSON.parse(readFileSync(join(roots, which, 'targets/trusted_root.json'), 'utf8')) as {
      tlogs: { baseUrl: string; publicKey: { rawBytes: string; keyDetails: string } }[];
    };
    return root.tlogs.map(({ baseUrl, publicKey }) => {
      const name = new URL(baseUrl).host;
      const spki = Buffer.from(publicKey.rawBytes, 'base64');
      const ed25519 = publicKey.keyDetails === 'PKIX_ED25519';
      const material = ed25519
        ? Buffer.concat([Buffer.of(1), spki.subarray(-32)])
        : Buffer.concat([Buffer.of(2), spki]);
      const hashed = ed25519 ? Buffer.concat([Buffer.from(`${name}\n`), material]) : spki;
      const id = createHash('sha256').update(hashed).digest().subarray(0, 4);
      return { name, vkey: `${name}+${id.toString('hex')}+${material.toString('base64')}`, id, spki, ed25519 };
    });
  });
}

/** Every text that stands as the checkpoint of an inclusion proof. */
function checkpointsBelow(folder: string): Set<string> {
  const found = new Set<string>();
  const walk = (value: unknown): void => {
    if (typeof value !== 'object' || value === null) return;
    const { checkpoint } = value as { checkpoint?: { envelope?: unknown } };
    if (typeof checkpoint?.envelope === 'string') found.add(checkpoint.envelope);
    Object.values(value).forEach(walk);
  };
  for (const entry of readdirSync(folder, { recursive: true, withFileTypes: true })) {
    if (!entry.isFile()) continue;
    const text = readFileSync(join(entry.parentPath, entry.name), 'utf8');
    if (!text.includes('"checkpoint"')) continue;
    for (const document of [text, ...text.split('\n')]) {
      try {
        walk(JSON.parse(document));
      } catch (error) {
        if (!(error instanceof SyntaxError)) throw error;
      }
    }
  }
  return found;
}

/** The log's own line verifies: told without any code of ours. */
function isSigned(note: string, log: Log): boolean {
  const [text, lines] = [note.slice(0, note.lastIndexOf('\n\n') + 1), note.slice(note.lastIndexOf('\n\n') + 2)];
  const key = createPublicKey({ key: log.spki, format: 'der', type: 'spki' });
  const own = lines
    .split('\n')
    .filter((line) => line.startsWith(`— ${log.name} `))
    .map((line) => Buffer.from(line.split(' ')[2] ?? '', 'base64'))
    .filter((blob) => blob.subarray(0, 4).equals(log.id));
  return (
    own.length > 0 &&
    own.every((blob) => verify(log.ed25519 ? null : 'sha256', Buffer.from(text), key, blob.subarray(4)))
  );
}

const scratch = mkdtempSync(join(tmpdir(), 'fv-notes-'));
afterAll(() => rmSync(scratch, { recursive: true, force: true }));

for (const name of SIGSTORE_CORPORA) {
  describeCorpus(name, (folder) => {
    it('its checkpoints verify where their log has signed them, and nowhere else', async () => {
      const all = logs();
      let good = 0;
      for (const [i, note] of [...checkpointsBelow(folder)].entries()) {
        const file = join(scratch, `${i}.note`);
        writeFileSync(file, note);
        const origin = note.split('\n')[0]!.split(' - ')[0]!;
        for (const log of all.filter((one) => one.name === origin)) {
          const { code, reasons } = await judged(['check', 'checkpoint', file, '--key', log.vkey]);
          const well = /^[^\n]+\n(0|[1-9][0-9]*)\n[A-Za-z0-9+/]{43}=\n/.test(note);
          expect([note, code === 0]).toEqual([note, well && isSigned(note, log)]);
          if (code === 0) good++;
          else expect(reasons.length).toBe(1);
        }
        for (const log of all.filter((one) => one.name !== origin).slice(0, 1)) {
          const { code } = await judged(['check', 'checkpoint', file, '--key', log.vkey]);
          expect(code).toBe(3);
        }
      }
      expect(good).toBeGreaterThan(0);
    }, 120_000);
  });
}
