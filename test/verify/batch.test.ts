// SPDX-License-Identifier: Apache-2.0
import {
  appendFileSync,
  existsSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  truncateSync,
  utimesSync,
  writeFileSync,
} from 'node:fs';
import { availableParallelism, tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Worker } from 'node:worker_threads';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { seal } from '../../scripts/mint/bundle.ts';
import { base64 } from '../../scripts/mint/bytes.ts';
import type { JsonObject } from '../../scripts/mint/json.ts';
import { tlogInstance } from '../../scripts/mint/trusted-root.ts';
import {
  alice,
  caInstance,
  mintRoot,
  rekorStranger,
  rekorV1,
  tsaInstance,
  tsaStranger,
} from '../../scripts/mint/world.ts';
import { parseDigestOperand } from '../../src/artifact/digest-operand.ts';
import { digestHex } from '../../src/crypto/digest.ts';
import { type Engine, loadEngine, nativeEngine } from '../../src/crypto/engine.ts';
import { LIMITS } from '../../src/encoding/limits.ts';
import { parseRfc3339 } from '../../src/encoding/rfc3339.ts';
import type { FileRange } from '../../src/evidence/file-range.ts';
import { readInput } from '../../src/evidence/input.ts';
import { createCheckpointCache } from '../../src/log/checkpoint-cache.ts';
import type { Bytes } from '../../src/model/bytes.ts';
import { malformedCheck } from '../../src/model/check.ts';
import { DEFAULT_POLICY } from '../../src/model/policy.ts';
import type { ItemFacts } from '../../src/model/report.ts';
import { NOTHING_ASKED } from '../../src/policy/effective.ts';
import { judge } from '../../src/policy/judge.ts';
import { readExpect } from '../../src/policy/read-expect.ts';
import { readPolicy } from '../../src/policy/read-policy.ts';
import { exactly } from '../../src/trust/identity.ts';
import { fullMatch } from '../../src/trust/identity-pattern.ts';
import { readTrustedKey } from '../../src/trust/keyring.ts';
import { parseTrustedRoots } from '../../src/trust/trusted-root.ts';
import {
  type BatchArtifact,
  type BatchJob,
  type BatchResult,
  type BatchVerdict,
  examineBatch,
} from '../../src/verify/batch.ts';
import { examineBatchWithWorkers, workersFor } from '../../src/verify/batch-workers.ts';
import { composeReport, refusedItem } from '../../src/verify/compose-report.ts';
import { type EvidenceFile, examineSet } from '../../src/verify/evidence-set.ts';
import { type Artifact, type ExaminationContext, PLAIN_QUESTION } from '../../src/verify/request.ts';
import { verdictOf } from '../../src/verify/verdict.ts';
import { PROJECT } from '../support/cli.ts';

const CASES = join(PROJECT, 'fixtures/cases');
const ROOT = join(PROJECT, 'fixtures/shared/trusted-root.json');
const SAN = 'https://code.mint.example/acme/app/.workflows/release.yml@refs/heads/main';
const ISSUER = 'https://issuer.mint.example';

let folder = '';
let withDigests: Engine = nativeEngine;
beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'fv-batch-'));
  withDigests = await loadEngine('native', { digestOnly: true });
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

function file(name: string, content: string | Uint8Array): string {
  const path = join(folder, name);
  writeFileSync(path, content);
  // Long ago, so that any change is another time.
  utimesSync(path, 1, 1);
  return path;
}

/** Every call reads the trusted root anew: two contexts have nothing in common that could remember anything. */
function contextOf(change: Partial<ExaminationContext> = {}, root: Bytes = readFileSync(ROOT)): ExaminationContext {
  const at = parseRfc3339('2026-03-01T00:00:00Z').time;
  return {
    ...PLAIN_QUESTION,
    engine: withDigests,
    at,
    clockFloor: at,
    roots: parseTrustedRoots(new Uint8Array(root), 'trusted-root.json'),
    identity: { identity: exactly(SAN), issuer: exactly(ISSUER) },
    ...change,
  };
}

const encoded = (value: unknown): Bytes =>
  new TextEncoder().encode(typeof value === 'string' ? value : JSON.stringify(value));
const folderOf = (name: string) => join(CASES, name);
const whole = (path: string): FileRange => ({ path, offset: 0, length: existsSync(path) ? statSync(path).size : 1 });
const textOf = (name: string) => readFileSync(join(folderOf(name), 'bundle.sigstore.json'), 'utf8');
/** A bundle as one line, in ASCII: as many bytes as characters. */
const lineOf = (name: string) => JSON.stringify(JSON.parse(textOf(name))).replaceAll('\u2014', '\\u2014');
const artifactOf = (name: string): BatchArtifact => ({
  name: 'artifact.txt',
  content: whole(join(folderOf(name), 'artifact.txt')),
});

function jobOf(
  evidence: Bytes | FileRange,
  artifact: BatchArtifact | null = artifactOf(GOOD),
  name = 'bundle',
): BatchJob {
  return { name, evidence, artifacts: artifact === null ? [] : [artifact] };
}

const GOOD = 'bundle-v0.3-dsse';
const goodJob = () => jobOf(whole(join(folderOf(GOOD), 'bundle.sigstore.json')), artifactOf(GOOD), GOOD);

function batch(jobs: Iterable<BatchJob>, context = contextOf()): BatchVerdict[] {
  return [...examineBatch(jobs, context)].map(({ verdict }) => verdict);
}

const outcome = ({ exitCode, reasons }: BatchVerdict) => [exitCode, reasons];
const ACCEPTED = [0, []];

interface Case {
  readonly name: string;
  readonly exitCode: number;
  readonly reason: string | null;
  /** As the command line names it, relative to the case. */
  readonly bundle: string;
  readonly operands: readonly string[];
}

/** The cases of `verify` whose question is exactly this one, after the operands and the bundle. */
function casesOf(...question: string[]): Case[] {
  return readdirSync(CASES)
    .sort()
    .flatMap((name): Case[] => {
      const expected = JSON.parse(readFileSync(join(folderOf(name), 'expect.json'), 'utf8')) as {
        readonly command: string[];
        readonly exitCode: number;
        readonly reason: string | null;
      };
      const [verb, ...words] = expected.command;
      const place = words.indexOf('--bundle');
      if (verb !== 'verify' || place < 1 || words.slice(place + 2).join(' ') !== question.join(' ')) return [];
      const { exitCode, reason } = expected;
      return [{ name, exitCode, reason, bundle: words[place + 1]!, operands: words.slice(0, place) }];
    });
}

function jobOfCase({ name, bundle, operands }: Case): BatchJob {
  const artifacts = operands.map((operand): BatchArtifact => {
    const digest = parseDigestOperand(operand);
    return digest === null
      ? { name: operand, content: whole(join(folderOf(name), operand)) }
      : { name: operand, bytes: null, digests: new Map([[digest.algorithm, digest.hex]]), given: 'digest' };
  });
  return { name, evidence: whole(join(folderOf(name), bundle)), artifacts };
}

/** The same question as `verify` puts it: whole files, read as it reads them, and nothing remembered. */
function single({ name, bundle, operands }: Case, context: ExaminationContext) {
  const input = readInput(join(folderOf(name), bundle), ['sha256']);
  const evidence: EvidenceFile = input.ok
    ? { name, bytes: input.value.bytes! }
    : { name, bytes: null, problem: input.problem };
  const refused: ItemFacts[] = [];
  const artifacts: Artifact[] = [];
  for (const operand of operands) {
    const digest = parseDigestOperand(operand);
    if (digest !== null) {
      artifacts.push({
        name: operand,
        bytes: null,
        digests: new Map([[digest.algorithm, digest.hex]]),
        given: 'digest',
      });
      continue;
    }
    const read = readInput(join(folderOf(name), operand), ['sha256']);
    if (read.ok) artifacts.push({ name: operand, bytes: read.value.bytes, digests: read.value.digests, given: 'file' });
    else
      refused.push(
        refusedItem(operand, malformedCheck('input.read', { evidence: operand, pointer: '' }, read.problem)),
      );
  }
  const examined = examineSet([evidence], artifacts, { ...context, artifactUnread: refused.length > 0 });
  const items = [...refused, ...examined.items];
  return { verdict: verdictOf(items.map((item) => judge(item, context.policy))), items };
}

/** Two readers tell the same failure in other words; everything else is compared to the letter. */
function withoutWording(items: readonly ItemFacts[]) {
  return items.map((item) => ({
    ...item,
    checks: item.checks.map((check) => (check.id === 'input.read' ? { ...check, detail: '' } : check)),
  }));
}

const SHARED = ['--trusted-root', '../../shared/trusted-root.json', '--certificate-identity', SAN];
const QUESTION = [...SHARED, '--certificate-oidc-issuer', ISSUER, '--at', '2026-03-01T00:00:00Z'];
const cases = casesOf(...QUESTION);

/** A rule of each kind that has something compiled in it, and modes that soften some. */
const POLICY = `policy: forensic-verify/policy@v1
name: batch
fallback: warn
require:
  signer: [{ identity_pattern: '^https://code\\.mint\\.example/.+$', issuer: ${ISSUER} }]
  ttl: 20d
scopes:
  - name: attestations
    match: { predicate_types: [{ pattern: '^https://slsa\\.dev/.+$' }] }
    attest_mode: record
    fallback: fail
    require:
      claims: [{ on: statement, pointer: /predicateType, equals: { kind: exact, text: x } }]
      expressions: [{ name: few, cel: 'size(statement.subject) < 2' }]
`;

const PARTS = {
  version: '',
  engine: 'native',
  command: 'verify',
  atIsClock: false,
  skewSeconds: 0,
  criteria: [],
  weakenings: [],
  inputs: [],
  roots: [],
  policy: DEFAULT_POLICY,
  unmatchedArtifacts: [],
  unmatchedAttestations: [],
  limitations: [],
  run: null,
};

async function workersOn(jobs: Iterable<BatchJob>, context: ExaminationContext, workers = 2): Promise<BatchVerdict[]> {
  const verdicts: BatchVerdict[] = [];
  for await (const verdict of examineBatchWithWorkers(jobs, context, workers)) verdicts.push(verdict);
  return verdicts;
}

describe('a batch', () => {
  it('has cases to speak about', () => {
    expect(cases.length).toBeGreaterThan(150);
    expect(cases.filter(({ exitCode }) => exitCode === 0).length).toBeGreaterThan(30);
  });

  it('says of each case what it says of it alone, fact by fact, the second time round too, and in input order', () => {
    const order = [...cases, ...cases.toReversed(), ...cases.filter(({ exitCode }) => exitCode === 0)];
    const results: BatchResult[] = [...examineBatch(order.map(jobOfCase), contextOf())];
    expect(results.map(({ verdict }) => verdict.name)).toEqual(order.map(({ name }) => name));
    expect(results.map(({ verdict }) => verdict.index)).toEqual(order.map((_, i) => i));
    const alone = new Map(cases.map((one) => [one.name, single(one, contextOf())]));
    for (const [i, { name, exitCode, reason }] of order.entries()) {
      const { verdict, examined } = results[i]!;
      expect(verdict, name).toMatchObject({ ...alone.get(name)!.verdict, exitCode });
      expect(withoutWording(examined.items), name).toEqual(withoutWording(alone.get(name)!.items));
      if (reason === null) expect(verdict.reasons, name).toEqual([]);
      else if (reason !== 'prerequisite-not-passed') expect(verdict.reasons, name).toContain(reason);
    }
  });

  it('says of plain keys what it says of them alone', () => {
    const keyCases = casesOf('--key', '../../keys/ed25519.pub.pem', '--at', '2026-03-01T00:00:00Z');
    expect(keyCases.length).toBeGreaterThan(10);
    const pem = readFileSync(join(PROJECT, 'fixtures/keys/ed25519.pub.pem'));
    const fresh = () => contextOf({ identity: null, keys: [readTrustedKey(new Uint8Array(pem), 'key', null)] });
    const verdicts = batch([...keyCases, ...keyCases].map(jobOfCase), fresh());
    for (const [i, one] of [...keyCases, ...keyCases].entries()) {
      expect(verdicts[i], one.name).toMatchObject({ ...single(one, fresh()).verdict, exitCode: one.exitCode });
      if (one.reason !== null) expect(verdicts[i]!.reasons, one.name).toContain(one.reason);
    }
  });

  it('takes bytes as well as places, and counts from where it is told', () => {
    const bytes = readFileSync(join(folderOf(GOOD), 'artifact.txt'));
    const job = jobOf(encoded(textOf(GOOD)), {
      name: 'artifact.txt',
      bytes: new Uint8Array(bytes),
      digests: new Map(),
      given: 'file',
    });
    const verdicts = [...examineBatch([job, goodJob()], contextOf(), 40)].map(({ verdict }) => verdict);
    expect(verdicts.map(({ index, exitCode }) => [index, exitCode])).toEqual([
      [40, 0],
      [41, 0],
    ]);
  });

  it('judges under a policy as a report does, on any thread', async () => {
    const document = await readPolicy(encoded(POLICY), 'policy.yaml', '0'.repeat(64));
    const strict = { modes: {}, rules: [], strict: true, override: false };
    const spec = readExpect(encoded('provenance: { repository_uri: https://github.com/a/b }'), 'spec.yaml');
    const recorded = { modes: { attestMode: 'record' as const }, rules: spec, strict: false, override: false };
    const jobs = cases.map(jobOfCase);
    const plain = batch(jobs).map(({ exitCode }) => exitCode);
    for (const judging of [
      { document, asked: NOTHING_ASKED },
      { document, asked: strict },
      { document: null, asked: recorded },
    ]) {
      for (const identity of [contextOf().identity, null]) {
        const context = contextOf({ judging, identity });
        const verdicts = batch(jobs, context);
        for (const [i, one] of cases.entries()) {
          const { items } = single(one, { ...context, withPolicyFacts: true });
          const { verdict } = composeReport({ ...PARTS, at: context.at, judging, items });
          expect(verdicts[i], one.name).toMatchObject(verdict);
        }
        expect(await workersOn(jobs, context)).toEqual(verdicts);
        expect(verdicts.map(({ exitCode }) => exitCode)).not.toEqual(plain);
      }
    }
  });

  it('computes the digests that a policy names, of what it reads and of what it is given', async () => {
    const bytes = readFileSync(join(folderOf(GOOD), 'artifact.txt'));
    const held = { name: 'artifact.txt', bytes, digests: new Map(), given: 'file' } as const;
    const pinned = async (digest: string) => {
      const text = `policy: forensic-verify/policy@v1\nname: n\nrequire: { digest: ["sha512:${digest}"] }\n`;
      const judging = { document: await readPolicy(encoded(text), 'p.yaml', ''), asked: NOTHING_ASKED };
      const jobs = [artifactOf(GOOD), held].map((one) => jobOf(goodJob().evidence, one));
      return batch(jobs, contextOf({ judging })).map(({ exitCode }) => exitCode);
    };
    expect(await pinned(digestHex('sha512', bytes))).toEqual([0, 0]);
    expect(await pinned('0'.repeat(128))).toEqual([2, 2]);
  });

  it('of nothing has no verdict', () => {
    expect(batch([])).toEqual([]);
  });

  it('asks for a job only when its turn comes, and tells the source when nobody listens any more', () => {
    let [made, closed] = [0, false];
    function* source() {
      try {
        for (; made < 50; made++) yield goodJob();
      } finally {
        closed = true;
      }
    }
    for (const { verdict } of examineBatch(source(), contextOf())) {
      expect([verdict.index, verdict.exitCode]).toEqual([made, 0]);
      if (verdict.index === 2) break;
    }
    expect([made, closed]).toEqual([2, true]);
  });
});

/** A bundle of the mint that only the given change keeps from passing. */
function twin(change: (bundle: JsonObject) => JsonObject): Bytes {
  return encoded(change(JSON.parse(textOf(GOOD)) as JsonObject));
}

/** With the one log entry changed. */
function twinEntry(change: (entry: JsonObject) => JsonObject): Bytes {
  return twin((bundle) => {
    const material = bundle['verificationMaterial'] as JsonObject;
    const [entry] = material['tlogEntries'] as JsonObject[];
    return { ...bundle, verificationMaterial: { ...material, tlogEntries: [change(entry!)] } };
  });
}

function twinNote(change: (note: string) => string): Bytes {
  return twinEntry((entry) => {
    const proof = entry['inclusionProof'] as JsonObject;
    const { envelope } = proof['checkpoint'] as { envelope: string };
    return { ...entry, inclusionProof: { ...proof, checkpoint: { envelope: change(envelope) } } };
  });
}

const flipped = (bytes: Uint8Array, place: number): Uint8Array =>
  bytes.with(place < 0 ? bytes.length + place : place, bytes.at(place)! ^ 1);

const rebased = (text: string, change: (bytes: Uint8Array) => Uint8Array): string =>
  base64(new Uint8Array(change(new Uint8Array(Buffer.from(text, 'base64')))));

/** Signed, logged and all, by a leaf whose certificate differs in the last bit of the authority's signature. */
function forgedLeaf(artifact: Bytes): { good: Bytes; forged: Bytes } {
  const certificate = { ...alice.certificate!, der: new Uint8Array(flipped(alice.certificate!.der, -1)) };
  const sealed = (signer: typeof alice) =>
    encoded(seal({ signer, content: { artifact }, entries: [{ log: rekorV1 }] }).bundle);
  return { good: sealed(alice), forged: sealed({ ...alice, certificate }) };
}

describe('what one job has proved', () => {
  const artifact = encoded('an artifact');
  const given: BatchArtifact = { name: 'artifact', bytes: artifact, digests: new Map(), given: 'file' };
  const body = (change: (bytes: Uint8Array) => Uint8Array) =>
    twinEntry((entry) => ({ ...entry, canonicalizedBody: rebased(entry['canonicalizedBody'] as string, change) }));

  it('does not speak for a twin with a forged leaf', () => {
    const { good, forged } = forgedLeaf(artifact);
    const verdicts = batch([good, good, forged, good, forged].map((bytes) => jobOf(bytes, given)));
    const refused = [3, ['path-signature']];
    expect(verdicts.map(outcome)).toEqual([ACCEPTED, ACCEPTED, refused, ACCEPTED, refused]);
  });

  it.each<[string, () => Bytes, string[]]>([
    [
      'a flipped checkpoint signature',
      () => twinNote((note) => note.replace(/(\S+)\n$/, (_, line) => `${rebased(line, (one) => flipped(one, -1))}\n`)),
      ['checkpoint-signature'],
    ],
    [
      'another text over the same checkpoint signature',
      () => twinNote((note) => note.replace('\n\n', '\nanother line\n\n')),
      ['checkpoint-signature'],
    ],
    [
      'another checkpoint that has verified before',
      () => {
        const older = JSON.parse(textOf('checkpoint-of-an-older-tree--checkpoint-root-mismatch')) as JsonObject;
        const entries = (older['verificationMaterial'] as JsonObject)['tlogEntries'] as JsonObject[];
        const proof = entries[0]!['inclusionProof'] as JsonObject;
        return twinNote(() => (proof['checkpoint'] as { envelope: string }).envelope);
      },
      ['checkpoint-root-mismatch'],
    ],
    [
      'a tlog body with one more blank',
      () => body((one) => new Uint8Array([...one, 0x20])),
      ['inclusion-root-mismatch'],
    ],
    ['a tlog body with a flipped bit', () => body((one) => flipped(one, -12)), ['inclusion-root-mismatch']],
    [
      'a leaf with a flipped bit in its names',
      () =>
        twin((bundle) => {
          const material = bundle['verificationMaterial'] as JsonObject;
          const { rawBytes } = material['certificate'] as { rawBytes: string };
          const changed = rebased(rawBytes, (der) => flipped(der, Buffer.from(der).indexOf('release.yml')));
          return { ...bundle, verificationMaterial: { ...material, certificate: { rawBytes: changed } } };
        }),
      ['log-entry-mismatch', 'identity-mismatch'],
    ],
  ])('does not speak for a twin with %s', (_, make, reasons) => {
    const older = jobOfCase(cases.find(({ name }) => name.startsWith('checkpoint-of-an-older-tree'))!);
    const forged = jobOf(make());
    const context = contextOf();
    const verdicts = batch([goodJob(), older, goodJob(), forged, goodJob(), forged], context);
    expect(verdicts.map(({ exitCode }) => exitCode === 0)).toEqual([true, false, true, false, true, false]);
    expect(verdicts[3]!.reasons).toEqual(expect.arrayContaining(reasons));
    // Neither more nor less than somebody would see who has never seen the good one; and again in a later batch.
    const [cold] = batch([forged]);
    expect(outcome(verdicts[3]!)).toEqual(outcome(cold!));
    expect(outcome(verdicts[5]!)).toEqual(outcome(cold!));
    expect(batch([forged], context).map(outcome)).toEqual([outcome(cold!)]);
  });

  it.each<[string, () => JsonObject, string]>([
    ['knows no log', () => mintRoot({ tlogs: [] }), 'log-unknown'],
    [
      'has another key under the id of the log',
      () => {
        const stranger = tlogInstance({ ...rekorV1, key: rekorStranger.key });
        return mintRoot({ tlogs: [{ ...stranger, logId: tlogInstance(rekorV1)['logId']! }] });
      },
      'promise-mismatch',
    ],
    ['knows no authority', () => mintRoot({ certificateAuthorities: [] }), 'path-not-found'],
    ['has another authority', () => mintRoot({ certificateAuthorities: [tsaInstance(tsaStranger)] }), 'path-not-found'],
    [
      'has let the authority go before the signing',
      () =>
        mintRoot({
          certificateAuthorities: [caInstance({ start: '2025-01-01T00:00:00Z', end: '2026-01-01T00:00:00Z' })],
        }),
      'authority-window',
    ],
    ['knows no certificate log', () => mintRoot({ ctlogs: [] }), 'sct-log-unknown'],
  ])('does not speak under a trusted root that %s', (_, root, reason) => {
    const checkpoints = createCheckpointCache();
    const [good, other] = [contextOf({ checkpoints }), contextOf({ checkpoints }, Buffer.from(JSON.stringify(root())))];
    expect(batch([goodJob(), goodJob()], good).map(outcome)).toEqual([ACCEPTED, ACCEPTED]);
    const [refused] = batch([goodJob()], other);
    expect(refused!.exitCode).toBe(3);
    expect(refused!.reasons).toContain(reason);
    const cold = batch([goodJob()], contextOf({}, Buffer.from(JSON.stringify(root()))));
    expect(outcome(refused!)).toEqual(outcome(cold[0]!));
    expect(batch([goodJob()], good).map(outcome)).toEqual([ACCEPTED]);
  });

  it('does not speak under another engine, nor is its refusal remembered', () => {
    const checkpoints = createCheckpointCache();
    const { roots } = contextOf();
    const good = contextOf({ roots, checkpoints });
    expect(batch([goodJob(), goodJob()], good).map(outcome)).toEqual([ACCEPTED, ACCEPTED]);
    for (const [verified, reasons] of [
      ['invalid', ['promise-mismatch', 'checkpoint-signature', 'signature-mismatch']],
      ['engines-disagree', ['engines-disagree']],
      ['engine-lacks-algorithm', ['engine-lacks-algorithm']],
    ] as const) {
      for (const id of ['noble', 'dual'] as const) {
        const engine: Engine = { ...nativeEngine, id, verify: () => verified };
        const verdicts = batch([goodJob(), goodJob()], { ...good, engine });
        for (const { exitCode, reasons: found } of verdicts) {
          expect(exitCode).not.toBe(0);
          expect(found).toEqual(expect.arrayContaining([...reasons]));
        }
      }
      expect(batch([goodJob()], good).map(outcome)).toEqual([ACCEPTED]);
    }
  });

  it('does not bring the paths of a leaf under an engine of the same name that finds none', () => {
    const { good } = forgedLeaf(artifact);
    const context = contextOf();
    expect(batch([jobOf(good, given), jobOf(good, given)], context).map(outcome)).toEqual([ACCEPTED, ACCEPTED]);
    // Only the authority's key, the one P-384 key here, is refused.
    const engine: Engine = {
      ...context.engine,
      verify: (scheme, key, ...rest) =>
        key.kind === 'ecdsa-p384' ? 'invalid' : context.engine.verify(scheme, key, ...rest),
    };
    expect(batch([jobOf(good, given)], { ...context, engine }).map(outcome)).toEqual([[3, ['path-signature']]]);
  });

  it('does not answer another question', () => {
    const { roots } = contextOf();
    const good = contextOf({ roots, checkpoints: createCheckpointCache() });
    expect(batch([goodJob(), goodJob()], good).map(outcome)).toEqual([ACCEPTED, ACCEPTED]);
    for (const [change, reason] of [
      [{ identity: { identity: exactly('https://else.example'), issuer: exactly(ISSUER) } }, 'identity-mismatch'],
      [{ identity: { identity: exactly(SAN), issuer: exactly('https://else.example') } }, 'issuer-mismatch'],
      [{ identity: null }, 'identity-not-asked'],
      [{ at: parseRfc3339('2026-01-01T00:00:00Z').time }, 'time-order'],
      [{ predicateType: 'https://else.example' }, 'predicate-type-mismatch'],
      [{ policy: { ...DEFAULT_POLICY, logThreshold: 2 } }, 'log-threshold'],
    ] as const) {
      const [verdict] = batch([goodJob()], { ...good, ...change });
      expect([verdict!.exitCode, verdict!.reasons]).toEqual([3, expect.arrayContaining([reason])]);
    }
  });

  it('does not pass on from one artifact to the next', () => {
    const verdicts = batch([
      goodJob(),
      jobOf(encoded(textOf(GOOD)), artifactOf('artifact-altered--subject-digest-mismatch')),
      jobOf(encoded(textOf(GOOD)), null),
      goodJob(),
    ]);
    expect(verdicts.map(outcome)).toEqual([
      ACCEPTED,
      [2, ['subject-digest-mismatch']],
      [4, ['artifact-absent']],
      ACCEPTED,
    ]);
  });
});

describe('ranges of one file', () => {
  const good = lineOf(GOOD);
  const message = lineOf('bundle-v0.3-message');
  const verdictOfRange = (path: string, offset: number, length: number) =>
    outcome(batch([jobOf({ path, offset, length })])[0]!);

  it('are lines, whatever ends them and whatever stands between', () => {
    const path = file('lines.jsonl', `${good}\r\n\r\n\n${good}\n${good}`);
    const size = good.length;
    const second = size + 5;
    const third = second + size + 1;
    for (const [offset, length] of [
      [0, size],
      [0, size + 1],
      [0, size + 2],
      [second - 1, size + 2],
      [second, size],
      [second, size + 1],
      [third, size],
    ] as const) {
      expect(verdictOfRange(path, offset, length), `${offset} ${length}`).toEqual(ACCEPTED);
    }
  });

  it.each<[string, number, number, string]>([
    ['that begin in a line', 1, good.length - 1, 'json-invalid'],
    ['that end in a line', 0, good.length - 1, 'json-invalid'],
    ['from the middle of a line to that of the next', good.length >> 1, good.length, 'json-invalid'],
    ['of a line and the half of the next', 0, good.length + 99, 'jsonl-line'],
    ['of two lines and an empty one', 0, 2 * good.length + 3, 'jsonl-line'],
    ['of an empty line', 2 * good.length + 2, 0, 'input-empty'],
    ['of line ends alone', 2 * good.length + 1, 2, 'json-invalid'],
    ['that end after the file', 2 * good.length + 2, 3, 'input-changed'],
    ['behind the file', 2 * good.length + 9, 1, 'input-changed'],
    ['of nothing behind the file', 2 * good.length + 9, 0, 'input-changed'],
  ])('%s are refused', (_, offset, length, reason) => {
    // A line, a line, an empty one, and a last one of one letter without an end.
    const path = file('borders.jsonl', `${good}\n${good}\n\nx`);
    const [exitCode, reasons] = verdictOfRange(path, offset, length);
    expect(exitCode).not.toBe(0);
    expect(reasons).toEqual([reason]);
  });

  it('of an empty file are refused', () => {
    const path = file('empty.jsonl', '');
    expect(verdictOfRange(path, 0, 0)).toEqual([4, ['input-empty']]);
    expect(verdictOfRange(path, 0, 1)[1]).toEqual(['input-changed']);
  });

  it('of two lines are two items, and one bad one refuses', () => {
    const both = (second: string) => {
      const path = file('both.jsonl', `${good}\n${second}\n`);
      const artifacts = [artifactOf(GOOD), artifactOf('bundle-v0.3-message')];
      return [...examineBatch([{ name: 'both', evidence: whole(path), artifacts }], contextOf())][0]!;
    };
    const { verdict, examined } = both(message);
    expect([outcome(verdict), examined.items.length]).toEqual([ACCEPTED, 2]);
    expect(both(lineOf('bundle-other-key--signature-mismatch')).verdict.reasons).toContain('signature-mismatch');
    const unknown = both('{"dsseEnvelope":{}}');
    expect([unknown.verdict.exitCode, unknown.verdict.reasons]).toEqual([4, ['input-not-recognised']]);
    expect(unknown.examined.items).toHaveLength(2);
  });

  it('longer than a document may be are refused, and the next one is judged', () => {
    const blank = ' '.repeat(LIMITS.documentBytes);
    const path = file('long.jsonl', `${good}${blank}\n${good}\n`);
    const length = good.length + blank.length;
    const far = { path, offset: 0, length: LIMITS.artifactInMemory + 1 };
    const verdicts = batch([
      jobOf({ path, offset: 0, length }),
      jobOf(far),
      jobOf({ path, offset: length + 1, length: good.length }),
      jobOf({ path, offset: 0, length: good.length }, { name: 'artifact', content: far }),
    ]);
    expect(verdicts.map(({ reasons }) => reasons)).toEqual([
      ['limit-exceeded'],
      ['limit-exceeded'],
      [],
      expect.arrayContaining(['limit-exceeded']),
    ]);
    expect(verdicts.map(({ exitCode }) => exitCode === 0)).toEqual([false, false, true, false]);
  });
});

const FAR = 1024 * 1024;

describe('a file that is not there, or no longer what it was', () => {
  const unread = (): [string, FileRange, string][] => [
    ['missing', whole(join(folder, 'missing')), 'input-missing'],
    ['a folder', { path: folder, offset: 0, length: 1 }, 'input-unreadable'],
    ['a device', { path: '/dev/zero', offset: 0, length: 1 }, 'input-unreadable'],
    ['shorter', { path: file('shorter', 'abc'), offset: 0, length: 4 }, 'input-changed'],
    ['no range', { path: file('shorter', 'abc'), offset: -1, length: 1 }, 'input-unreadable'],
  ];

  it('never passes as evidence or artifact, alone or beside a good one, and harms no other job', () => {
    for (const [name, range, reason] of unread()) {
      const bad: BatchArtifact = { name, content: range };
      const jobs: BatchJob[] = [
        goodJob(),
        jobOf(range),
        { ...goodJob(), artifacts: [bad] },
        { ...goodJob(), artifacts: [artifactOf(GOOD), bad] },
        { ...goodJob(), artifacts: [bad, artifactOf(GOOD)] },
        goodJob(),
      ];
      const verdicts = batch(jobs);
      expect(
        verdicts.map(({ exitCode }) => exitCode === 0),
        name,
      ).toEqual([true, false, false, false, false, true]);
      for (const { reasons } of verdicts.slice(1, 5)) expect(reasons, name).toContain(reason);
    }
  });

  it.each<[string, (path: string, good: string) => void]>([
    ['shrinks', (path) => truncateSync(path, FAR)],
    ['grows', (path) => appendFileSync(path, 'x')],
    ['is written anew', (path, good) => writeFileSync(path, `${good}${' '.repeat(FAR)}\n${good}\n`)],
  ])('and %s between two jobs, does not pass', (_, change) => {
    const good = lineOf(GOOD);
    const content = `${good}${' '.repeat(FAR)}\n${good}\n`;
    const path = file('changing.jsonl', content);
    const given: Artifact = {
      name: 'artifact.txt',
      bytes: new Uint8Array(readFileSync(join(folderOf(GOOD), 'artifact.txt'))),
      digests: new Map(),
      given: 'file',
    };
    const second = { path, offset: good.length + FAR + 1, length: good.length };
    const jobs = [jobOf({ path, offset: 0, length: good.length }, given), jobOf(second, given), jobOf(second, given)];
    const outcomes: unknown[] = [];
    for (const { verdict } of examineBatch(jobs, contextOf())) {
      outcomes.push(outcome(verdict));
      if (outcomes.length === 1) change(path, good);
    }
    expect(outcomes[0]).toEqual(ACCEPTED);
    for (const later of outcomes.slice(1)) expect(later).toEqual([expect.any(Number), ['input-changed']]);
    for (const later of outcomes.slice(1)) expect((later as [number])[0]).not.toBe(0);
    expect(outcomes).toHaveLength(3);
    // Unchanged, it does.
    file('changing.jsonl', content);
    expect(batch(jobs).map(outcome)).toEqual([ACCEPTED, ACCEPTED, ACCEPTED]);
  });
});

it('workersFor gives none where one thread is done sooner', () => {
  expect([0, 1, 199, 200, 250, 1000, 1e6].map((jobs) => workersFor(jobs, 4))).toEqual([0, 0, 0, 2, 2, 4, 4]);
  expect([0, 1, 2].map((cores) => workersFor(1e6, cores))).toEqual([0, 0, 2]);
});

const mayStart = process.permission?.has('worker') ?? true;

describe.skipIf(!mayStart || availableParallelism() < 2)('two workers', { timeout: 240_000 }, () => {
  /** Runs with every worker that is started meanwhile at hand; all of them must have ended afterwards. */
  async function watching(work: (started: Worker[]) => Promise<void>): Promise<void> {
    const started: Worker[] = [];
    const ended = new Set<Worker>();
    const see = (worker: Worker) => {
      started.push(worker);
      worker.on('exit', () => ended.add(worker));
    };
    process.on('worker', see);
    try {
      await work(started);
    } finally {
      process.off('worker', see);
    }
    expect(started).toHaveLength(2);
    expect(ended.size).toBe(2);
  }

  it('give what one thread gives, job by job and in the same order', async () => {
    const jobs = [...cases, ...cases.toReversed(), ...cases].slice(0, 420).map(jobOfCase);
    const expected = batch(jobs);
    expect(expected.map(({ index }) => index)).toEqual(jobs.map((_, i) => i));
    expect(await workersOn(jobs, contextOf())).toEqual(expected);
  });

  it('give it for every number of jobs about the borders of a chunk, evidence in memory or not', async () => {
    const kinds = [goodJob(), jobOf(encoded(textOf(GOOD)), null), jobOf(whole(join(folder, 'missing')))];
    for (const count of [0, 1, 31, 32, 33, 64, 65]) {
      const jobs = Array.from({ length: count }, (_, i) => kinds[i % kinds.length]!);
      expect(await workersOn(jobs, contextOf()), `${count}`).toEqual(batch(jobs));
    }
  });

  it('read the same of unreadable files', async () => {
    const short = file('short.jsonl', 'abc');
    const jobs = [
      whole(join(folder, 'missing')),
      { path: folder, offset: 0, length: 1 },
      { path: short, offset: 0, length: 4 },
      { path: short, offset: 0, length: 3 },
      { path: short, offset: -1, length: 4 },
      { path: short, offset: 0, length: LIMITS.artifactInMemory + 1 },
    ].flatMap((range) => [goodJob(), jobOf(range), { ...goodJob(), artifacts: [{ name: 'a', content: range }] }]);
    const verdicts = await workersOn(jobs, contextOf());
    expect(verdicts).toEqual(batch(jobs));
    expect(verdicts.map(({ exitCode }) => exitCode === 0)).toEqual(jobs.map((_, i) => i % 3 === 0));
  });

  it('have the engine and the patterns of the question', async () => {
    const digests = cases.filter(({ name }) => name.startsWith('digest-operand'));
    expect(digests.length).toBeGreaterThan(3);
    const jobs = [...digests.map(jobOfCase), goodJob()];
    const pattern = async (text: string) => ({ identity: await fullMatch(text), issuer: exactly(ISSUER) });
    for (const context of [
      contextOf(),
      contextOf({ engine: nativeEngine }),
      contextOf({ engine: await loadEngine('noble') }),
      contextOf({ engine: await loadEngine('dual') }),
      contextOf({ identity: await pattern('https://code\\.mint\\.example/.*') }),
      contextOf({ identity: await pattern('https://code\\.mint\\.example/') }),
      contextOf({ policy: { ...DEFAULT_POLICY, logThreshold: 2 } }),
    ]) {
      expect(await workersOn(jobs, context)).toEqual(batch(jobs, context));
    }
    // A message by its digest alone: not without the engine for it, on any thread.
    const message = jobs.filter(({ name }) => name === 'digest-operand-message');
    expect((await workersOn(message, contextOf({ engine: nativeEngine }))).map(outcome)).toEqual([
      [expect.any(Number), ['engine-lacks-algorithm']],
    ]);
    expect((await workersOn(message, contextOf())).map(outcome)).toEqual([ACCEPTED]);
  });

  it.each([0, -1, 0.5, Number.NaN])('%d of them are none, and the work is done here', async (workers) => {
    expect(await workersOn([goodJob()], contextOf(), workers)).toEqual(batch([goodJob()]));
  });

  it.each<[string, (worker: Worker) => Promise<unknown>, RegExp]>([
    ['is ended', (worker) => worker.terminate(), /ended with code 1/],
    ['ends of itself, without a word', async (worker) => worker.emit('exit', 0), /ended with code 0/],
    ['fails', async (worker) => worker.emit('error', new Error('out of memory')), /out of memory/],
    ['says what cannot be read', async (worker) => worker.emit('messageerror', new Error('unread')), /unread/],
  ])('of which one %s are an error, and no verdict more', async (_, end, message) => {
    const jobs = Array.from({ length: 1200 }, goodJob);
    const seen: BatchVerdict[] = [];
    await watching(async (started) => {
      const run = async () => {
        for await (const verdict of examineBatchWithWorkers(jobs, contextOf(), 2)) {
          seen.push(verdict);
          if (seen.length === 1) await end(started[1]!);
        }
      };
      await expect(run()).rejects.toThrow(message);
    });
    expect(seen.length).toBeLessThan(jobs.length);
    expect(seen).toEqual(batch([goodJob()]).flatMap((one) => seen.map((_, index) => ({ ...one, index }))));
  });

  it('that cannot begin, or meet a fault of ours, are an error as in one thread', async () => {
    const open = { mode: 'regexp', text: '(', anyone: false, matches: () => true } as const;
    await watching(async () => {
      const context = contextOf({ identity: { identity: open, issuer: exactly(ISSUER) } });
      await expect(workersOn([goodJob()], context)).rejects.toThrow(/identity-pattern/);
    });
    const rootless = contextOf({ roots: [] });
    expect(() => batch([goodJob()], rootless)).toThrow('no trusted root');
    await watching(async () => {
      await expect(workersOn([goodJob()], rootless)).rejects.toThrow('no trusted root');
    });
  });

  it('end with a job that cannot be handed over, or with a source that fails', async () => {
    const odd = { ...goodJob(), extra: () => undefined };
    await watching(async () => {
      await expect(workersOn([odd], contextOf())).rejects.toThrow(/could not be cloned/);
    });
    function* failing() {
      for (let i = 0; i < 40; i++) yield goodJob();
      throw new Error('the list of jobs is cut');
    }
    await watching(async () => {
      await expect(workersOn(failing(), contextOf())).rejects.toThrow('the list of jobs is cut');
    });
  });

  it('and the source of the jobs end when nobody listens any more', async () => {
    let [made, closed] = [0, false];
    function* source() {
      try {
        for (; made < 5000; made++) yield goodJob();
      } finally {
        closed = true;
      }
    }
    await watching(async () => {
      for await (const { exitCode } of examineBatchWithWorkers(source(), contextOf(), 2)) {
        expect(exitCode).toBe(0);
        break;
      }
    });
    expect(closed).toBe(true);
    expect(made).toBeLessThan(5000);
  });
});
