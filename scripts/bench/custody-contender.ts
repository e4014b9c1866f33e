// SPDX-License-Identifier: Apache-2.0
// One way through a custody log, in a process of its own: all of it on one thread or on several, or its signatures alone.
import { readFileSync } from 'node:fs';
import { nativeEngine } from '../../src/crypto/engine.ts';
import { importSpki } from '../../src/crypto/public-key.ts';
import { readLine } from '../../src/custody/line.ts';
import { readEndedLines } from '../../src/evidence/timeline-file.ts';
import { instantFromSeconds } from '../../src/model/instant.ts';
import { CustodyCrew } from '../../src/verify/custody-crew.ts';
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

const [, , way = '', log = '', keyFile = ''] = process.argv;
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

const before = process.cpuUsage();
const start = performance.now();
let lines = 0;
let alone: number | null = null;
if (way === 'signatures') ({ lines, cpu: alone } = signatures());
else if (way === 'one thread') lines = whole(source);
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
