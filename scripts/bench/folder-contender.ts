// SPDX-License-Identifier: Apache-2.0
// One way to go through a folder, in a process of its own: it says what that took.
import { createHash } from 'node:crypto';
import { closeSync, openSync, readdirSync, readFileSync, readSync, writeSync } from 'node:fs';
import { join } from 'node:path';
import { loadEngine } from '../../src/crypto/engine.ts';
import { parseRfc3339 } from '../../src/encoding/rfc3339.ts';
import { openDirectory } from '../../src/evidence/directory.ts';
import { mayBeArchive, openArchiveMember } from '../../src/evidence/open-archive.ts';
import { headLine, itemLine } from '../../src/report/ndjson.ts';
import { bundledTrustedRoot } from '../../src/trust/bundled.ts';
import { exactly } from '../../src/trust/identity.ts';
import { readTrustedKey } from '../../src/trust/keyring.ts';
import { parseTrustedRoots } from '../../src/trust/trusted-root.ts';
import { ReportComposer } from '../../src/verify/compose-report.ts';
import { HoldingsExamination } from '../../src/verify/examine-holdings.ts';
import { type ExaminationContext, PLAIN_QUESTION } from '../../src/verify/request.ts';

export interface FolderAccount {
  /** Milliseconds of the process, all threads; of the wall. */
  readonly cpu: number;
  readonly wall: number;
  /** MiB, the highest. */
  readonly rss: number;
  /** Over all digests, or over all lines of the report: contenders must agree. */
  readonly sum: string;
  readonly accepted: number;
}

export interface FolderQuestion {
  readonly path: string;
  readonly at: string;
  /** Trusted root and identity, or a public key in PEM. */
  readonly root?: string;
  readonly identity?: { readonly san: string; readonly issuer: string };
  readonly key?: string;
  readonly workers: number;
}

type Found = { readonly sum: string; readonly accepted: number };
const sumOf = (rows: readonly string[]) => createHash('sha256').update(rows.join('\n')).digest('hex');

const WAYS: Readonly<Record<string, (question: FolderQuestion) => Promise<Found>>> = {
  /** Everything that `verify FOLDER --output ndjson` does, but the command line. */
  verify: async (question) => {
    const context = await contextOf(question);
    const { path, workers, at } = question;
    const examination = new HoldingsExamination({
      holdings: [openDirectory(path)],
      artifacts: [],
      context,
      ignoresUnsigned: () => false,
      openArchive: openArchiveMember,
      mayOpen: mayBeArchive,
      pool: { workers, entry: { file: new URL('../../src/main.js', import.meta.url) } },
    });
    const composer = new ReportComposer({
      version: '0',
      engine: 'native',
      command: 'verify',
      at: parseRfc3339(at).time,
      atIsClock: false,
      skewSeconds: 0,
      criteria: [],
      policy: context.policy,
    });
    const out = openSync('/dev/null', 'w');
    const hash = createHash('sha256');
    const write = (line: string) => {
      const bytes = Buffer.from(line);
      hash.update(bytes);
      writeSync(out, bytes);
    };
    write(headLine(composer.head));
    let accepted = 0;
    for await (const facts of examination.items()) {
      const item = composer.add(facts);
      if (item.exitCode === 0 && item.kind !== 'evidence-set') accepted++;
      write(itemLine(item));
    }
    return { sum: hash.digest('hex'), accepted };
  },
  digest: async ({ path }) => {
    const { members, checks } = openDirectory(path);
    if (checks.some(({ outcome }) => outcome !== 'passed')) throw new Error('refused');
    return { sum: sumOf(members.map((one) => one.digests.get('sha256')!)), accepted: members.length };
  },
  /** What nobody is spared: every file opened, read and hashed. */
  loop: async ({ path }) => {
    const found: string[] = [];
    const buffer = new Uint8Array(4 * 1024 * 1024);
    const names = readdirSync(path, { recursive: true, withFileTypes: true })
      .filter((entry) => entry.isFile())
      .map((entry) => join(entry.parentPath, entry.name))
      .sort((a, b) => Buffer.compare(Buffer.from(a), Buffer.from(b)));
    for (const name of names) {
      const fd = openSync(name, 'r');
      const hash = createHash('sha256');
      for (let count = readSync(fd, buffer); count > 0; count = readSync(fd, buffer))
        hash.update(buffer.subarray(0, count));
      found.push(hash.digest('hex'));
      closeSync(fd);
    }
    return { sum: sumOf(found), accepted: found.length };
  },
};

async function contextOf({ at, root, identity, key }: FolderQuestion): Promise<ExaminationContext> {
  const time = parseRfc3339(at).time;
  return {
    ...PLAIN_QUESTION,
    engine: await loadEngine('native', { digestOnly: true }),
    at: time,
    clockFloor: time,
    roots: root === undefined ? [bundledTrustedRoot()] : parseTrustedRoots(readFileSync(root), 'root'),
    identity: identity === undefined ? null : { identity: exactly(identity.san), issuer: exactly(identity.issuer) },
    keys: key === undefined ? [] : [readTrustedKey(readFileSync(key), 'key', null)],
  };
}

const [, , way = '', text = '{}'] = process.argv;
const question = JSON.parse(text) as FolderQuestion;
const [cpu, wall] = [process.cpuUsage(), performance.now()];
const found = await WAYS[way]!(question);
const used = process.cpuUsage(cpu);
const account: FolderAccount = {
  ...found,
  cpu: (used.user + used.system) / 1000,
  wall: performance.now() - wall,
  rss: process.resourceUsage().maxRSS / 1024,
};
process.stdout.write(JSON.stringify(account));
