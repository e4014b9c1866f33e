// SPDX-License-Identifier: Apache-2.0
// One way through a custody log, in a process of its own: all of it on one thread or on several, or its signatures alone.
import { createHash, hash } from 'node:crypto';
import { closeSync, openSync, readFileSync, readSync } from 'node:fs';
import { nativeEngine } from '../../src/crypto/engine.ts';
import { importSpki } from '../../src/crypto/public-key.ts';
import { readLine } from '../../src/custody/line.ts';
import { readEndedLines } from '../../src/evidence/timeline-file.ts';
import { instantFromSeconds } from '../../src/model/instant.ts';
import { CustodyCrew } from '../../src/verify/custody-crew.ts';
import { followLinks } from '../../src/verify/links-only.ts';
import { type TimelineAsked, type TimelineSource, verifyTimeline } from '../../src/verify/timeline.ts';

export interface CustodyAccount {
  /** Milliseconds. */
  readonly cpu: number;
  readonly wall: number;
  /** Octets of the highest resident set. */
  readonly rss: number;
  /** Lines that were judged; of bad ones none. */
  readonly lines: number;
}

const [, , way = '', log = '', keyFile = '', events = '0'] = process.argv;
const EVENTS = Number(events);
const key = importSpki(new Uint8Array(readFileSync(keyFile)));
const ASKED: TimelineAsked = {
  engine: nativeEngine,
  at: instantFromSeconds(1_900_000_000n),
  tolerance: 0n,
  keys: [{ id: null, key, scheme: 'ed25519' }],
  logs: [],
  witnesses: [],
  quorum: 0,
  authorities: [],
  expectHead: null,
  keep: false,
  knownAt: null,
  notes: [],
  tokens: [],
};
const source: TimelineSource = { name: log, each: (line) => readEndedLines(log, line) };

function whole(from: TimelineSource): number {
  const { chain } = verifyTimeline(from, ASKED);
  const bad = chain?.checks.filter(({ id, outcome }) => outcome !== 'passed' && id !== 'custody.tail') ?? [];
  if (chain === null || bad.length > 0) throw new Error(`the log is not whole: ${JSON.stringify(bad[0])}`);
  return chain.lines;
}

/** What nobody who verifies the signatures can avoid; reading and parsing is not counted. */
function signatures(): { readonly lines: number; readonly cpu: number } {
  let lines = 0;
  let micros = 0;
  let waiting: ReturnType<typeof readLine>[] = [];
  const flush = (): void => {
    const before = process.cpuUsage();
    for (const { signed, signatures } of waiting)
      if (nativeEngine.verify('ed25519', key, signed, signatures[0]!.sig) === 'valid') lines++;
    const used = process.cpuUsage(before);
    micros += used.user + used.system;
    waiting = [];
  };
  readEndedLines(log, (bytes) => {
    if (waiting.push(readLine(bytes)) === 1000) flush();
    return true;
  });
  flush();
  return { lines, cpu: micros / 1000 };
}

/** C02, C03 and the root, without a signature. */
function links(): number {
  const given = { source, notes: [], tokens: [], expectHead: null };
  const { custody, checks } = followLinks(given, nativeEngine);
  const bad = checks.filter(
    ({ id, outcome }) => outcome !== 'passed' && (id === 'custody.links' || id === 'custody.sequence'),
  );
  if (custody === undefined || bad.length > 0) throw new Error(`the log is not whole: ${JSON.stringify(bad[0])}`);
  return custody.lines;
}

/** SHA-256 over the same octets: in one piece. */
function stream(): number {
  const fd = openSync(log, 'r');
  const chunk = new Uint8Array(256 * 1024);
  const hash = createHash('sha256');
  for (let size = readSync(fd, chunk); size > 0; size = readSync(fd, chunk)) hash.update(chunk.subarray(0, size));
  hash.digest('hex');
  closeSync(fd);
  return EVENTS;
}

/** All the hashing that following the links asks for: of the file, each line, its leaf, and a node for each; reading is not counted. */
function hashes(): { readonly lines: number; readonly cpu: number } {
  let lines = 0;
  let micros = 0;
  let waiting: Uint8Array[] = [];
  const file = createHash('sha256');
  const node = new Uint8Array(65);
  const flush = (): void => {
    const leaves = waiting.map((line) => Buffer.concat([Uint8Array.of(0), line]));
    const whole = Buffer.concat(waiting);
    const before = process.cpuUsage();
    file.update(whole);
    for (const [i, line] of waiting.entries()) {
      hash('sha256', line, 'hex');
      hash('sha256', leaves[i]!, 'latin1');
      hash('sha256', node, 'latin1');
    }
    const used = process.cpuUsage(before);
    micros += used.user + used.system;
    lines += waiting.length;
    waiting = [];
  };
  readEndedLines(log, (bytes) => {
    if (waiting.push(bytes) === 1000) flush();
    return true;
  });
  flush();
  return { lines, cpu: micros / 1000 };
}

const before = process.cpuUsage();
const start = performance.now();
let lines = 0;
let alone: number | null = null;
if (way === 'signatures') ({ lines, cpu: alone } = signatures());
else if (way === 'one thread') lines = whole(source);
else if (way === 'links') lines = links();
else if (way === 'stream') lines = stream();
else if (way === 'hashes') ({ lines, cpu: alone } = hashes());
else {
  const crew = new CustodyCrew(
    { workers: Number(way), entry: { file: new URL('../../src/main.js', import.meta.url) } },
    'native',
  );
  lines = whole(crew.ahead(source));
  await crew.end();
}
const wall = performance.now() - start;
const used = process.cpuUsage(before);
process.send!({
  cpu: alone ?? (used.user + used.system) / 1000,
  wall,
  rss: process.resourceUsage().maxRSS * 1024,
  lines,
} satisfies CustodyAccount);
