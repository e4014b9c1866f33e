// SPDX-License-Identifier: Apache-2.0
import { spawnSync } from 'node:child_process';
import { mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import type { GivenArtifact, Wanted } from '../test/support/examine.ts';
import { Random } from '../test/support/mutate-random.ts';
import {
  choose,
  describeTrial,
  judge,
  type ReadySeed,
  readySeeds,
  type Trial,
  trial,
} from '../test/support/mutate-run.ts';
import { corpusSeeds, fixtureSeeds } from '../test/support/mutate-seeds.ts';

/**
 * Mutates the evidence of the corpora and of fixtures/ and judges each verdict (attacks P1, P2):
 *
 *     node scripts/mutate.ts --count 50000 --seed 1                        in this process
 *     node scripts/mutate.ts --count 500 --seed 1 --binary release/…       each through the packaged binary
 *
 * Prints counts by class and outcome; exit 1 on any false accept or reject, crash, time-out, or answer that is not JSON.
 */
const { values } = parseArgs({
  options: {
    count: { type: 'string', default: '10000' },
    seed: { type: 'string', default: '1' },
    binary: { type: 'string' },
  },
});
const count = Number(values.count);
const seed = Number(values.seed);
if (!Number.isSafeInteger(count) || count < 1 || !Number.isSafeInteger(seed))
  throw new Error('--count and --seed want whole numbers');

/** A hostile document of this size must be answered within 5 s (attacks P10). */
const TOO_SLOW = 5_000;

const all = await readySeeds([...corpusSeeds(), ...fixtureSeeds()]);
const random = new Random(seed);
const counts = new Map<string, number>();
const bad: string[] = [];
let slowest = 0;
const started = performance.now();

const step = values.binary === undefined ? () => trial(all, random) : throughBinary(values.binary);
for (let i = 0; i < count; i++) {
  const before = performance.now();
  const one = step();
  const took = performance.now() - before;
  slowest = Math.max(slowest, took);
  const outcome = took > TOO_SLOW ? 'SLOW' : one.outcome;
  const row = `${one.mutation.class} ${outcome}`;
  counts.set(row, (counts.get(row) ?? 0) + 1);
  if (/^[A-Z]/.test(outcome)) {
    bad.push(`mutation ${i}: ${describeTrial({ ...one, outcome: outcome as Trial['outcome'] })}`);
    if (bad.length >= 100) break;
  }
}

const seconds = (performance.now() - started) / 1000;
const done = [...counts.values()].reduce((sum, one) => sum + one, 0);
console.log(
  `seed ${seed}: ${done} mutations of ${all.length} pieces of evidence in ${seconds.toFixed(0)} s, slowest ${slowest.toFixed(0)} ms`,
);
for (const [row, number] of [...counts].sort()) console.log(`${String(number).padStart(9)}  ${row}`);
for (const line of bad) console.error(line);
if (bad.length > 0) process.exitCode = 1;

/** As `trial`, through the binary; every answer must be that of the process, too. */
function throughBinary(binary: string): () => Trial {
  const folder = mkdtempSync(join(tmpdir(), 'mutate-'));
  process.on('exit', () => rmSync(folder, { recursive: true, force: true }));
  return () => {
    const { ready, mutation } = choose(all, random);
    const given = mutation.artifact ?? ready.seed.artifact;
    const args = argumentsFor(folder, ready, mutation.bytes, given);
    const files = readdirSync(folder).length;
    const result = spawnSync(binary, args, {
      cwd: folder,
      env: { PATH: '/usr/bin:/bin' },
      encoding: 'utf8',
      timeout: TOO_SLOW,
      maxBuffer: 64 * 1024 * 1024,
    });
    const base = { ready, mutation, examined: ready.examined };
    const fault = (outcome: string, detail: string): Trial => ({
      ...base,
      outcome: outcome as Trial['outcome'],
      detail,
    });
    if (result.error !== undefined) return fault('TIMEOUT', String(result.error));
    if (result.status === null || ![0, 1, 2, 3, 4, 5, 64].includes(result.status))
      return fault('UNEXPECTED-EXIT', `${result.status} ${result.signal} ${result.stderr}`);
    if (readdirSync(folder).length !== files) return fault('SIDE-EFFECT', 'a file was made');
    if (/[\u0000-\u0009\u000b-\u001f\u007f-\u009f]/.test(result.stdout + result.stderr))
      return fault('OUTPUT-INJECTION', mutation.place);
    let document: { verdict?: { exitCode: number }; exitCode?: number };
    try {
      document = JSON.parse(result.stdout);
    } catch (error) {
      return fault('NON-JSON', String(error));
    }
    const stated = document.verdict?.exitCode ?? document.exitCode;
    if (stated !== result.status) return fault('EXIT-DIFFERS', `${result.status}, and the document says ${stated}`);
    const examined = ready.examine(mutation.bytes, given);
    if (examined.exitCode !== result.status)
      return fault('BINARY-DIFFERS', `${result.status}, in process ${examined.exitCode} ${examined.reasons.join(' ')}`);
    return { ...base, examined, outcome: judge(all, ready, mutation, examined), detail: examined.reasons.join(' ') };
  };
}

function argumentsFor(folder: string, { seed: one }: ReadySeed, bytes: Uint8Array, given: GivenArtifact): string[] {
  const file = (name: string, content: Uint8Array) => {
    writeFileSync(join(folder, name), content);
    return name;
  };
  const { trustedRoot, identity, keys, keyScheme, at } = one.question;
  const artifact = typeof given === 'string' ? given : file('artifact', given);
  const wanted = (flag: string, value: Wanted) =>
    typeof value === 'string' ? [`--${flag}`, value] : [`--${flag}-regexp`, value.pattern];
  return [
    'verify',
    artifact,
    '--bundle',
    file('evidence.json', bytes),
    ...(trustedRoot === null ? [] : ['--trusted-root', file('root.json', trustedRoot)]),
    ...(identity === null
      ? []
      : [...wanted('certificate-identity', identity.san), ...wanted('certificate-oidc-issuer', identity.issuer)]),
    ...keys.flatMap((key, i) => ['--key', file(`key-${i}`, key)]),
    ...(keyScheme === undefined ? [] : ['--key-scheme', keyScheme]),
    '--at',
    at,
    '--json',
  ];
}
