// SPDX-License-Identifier: Apache-2.0
// G5: a custody log of many events, each signed with Ed25519 (FORENSIC_VERIFY_BENCH_EVENTS: 1,000,000 is the goal's, and takes minutes).
import { fork } from 'node:child_process';
import { createHash, generateKeyPairSync, sign } from 'node:crypto';
import { closeSync, openSync, writeFileSync, writeSync } from 'node:fs';
import { join } from 'node:path';
import type { CustodyAccount } from './custody-contender.ts';
import type { Tell } from './merkle.ts';
import { BUILT, median } from './race.ts';

const EVENTS = Number(process.env['FORENSIC_VERIFY_BENCH_EVENTS'] ?? 50_000);
const ROUNDS = 3;
const MIB = 1024 * 1024;

export async function custody(folder: string, tell: Tell): Promise<void> {
  const log = join(folder, 'custody.jsonl');
  const key = join(folder, 'opener.der');
  const size = mintLog(log, key);
  console.log(
    `\na custody log of ${EVENTS} events, each signed with Ed25519, ${Math.round(size / EVENTS)} octets a line`,
  );
  const ways = ['signatures', 'one thread', '2'] as const;
  const accounts = new Map<string, CustodyAccount[]>();
  for (let round = 0; round < ROUNDS; round++) {
    for (const way of ways) accounts.set(way, [...(accounts.get(way) ?? []), await run(way, log, key)]);
  }
  const of = (way: (typeof ways)[number]) => accounts.get(way)!;
  if (ways.some((way) => of(way).some(({ lines }) => lines !== EVENTS))) throw new Error('not all lines were judged');
  const one = of('one thread');
  tell(
    'G5',
    'crypto.verify alone ÷ ours on one thread, CPU',
    median(of('signatures').map(({ cpu }, i) => cpu / one[i]!.cpu)),
    0.7,
  );
  tell('G5', 'one thread ÷ 2 workers, wall', median(one.map(({ wall }, i) => wall / of('2')[i]!.wall)), 1.8);
  tell('G5', '2 × one thread ÷ 2 workers, CPU', median(one.map(({ cpu }, i) => (2 * cpu) / of('2')[i]!.cpu)), 1.8);
  tell('G5', 'memory on one thread, MiB', median(one.map(({ rss }) => rss / MIB)), 150, 'at most');
  tell('G5', 'memory with 2 workers, MiB', median(of('2').map(({ rss }) => rss / MIB)), 150, 'at most');
}

function run(way: string, log: string, key: string): Promise<CustodyAccount> {
  return new Promise((resolve, reject) => {
    const child = fork(join(BUILT, 'scripts/bench/custody-contender.js'), [way, log, key]);
    let account: CustodyAccount | null = null;
    child.on('message', (message) => {
      account = message as CustodyAccount;
    });
    child.on('exit', (code) => (account === null ? reject(new Error(`${way} ended: ${code}`)) : resolve(account)));
  });
}

/** One that opens the log and takes an item, and then looks at it, again and again. @returns octets */
function mintLog(log: string, keyFile: string): number {
  const { publicKey, privateKey } = generateKeyPairSync('ed25519');
  const spki = publicKey.export({ type: 'spki', format: 'der' });
  writeFileSync(keyFile, spki);
  const sha256 = (data: string | Buffer) => createHash('sha256').update(data).digest('hex');
  const [origin, digest, policyDigest] = ['bench.example/C-1', { sha256: sha256('disk') }, `sha256:${sha256('{}')}`];
  const raw = spki.subarray(-32);
  const logId = createHash('sha256')
    .update(Buffer.concat([Buffer.from(`${origin}\n`), Buffer.of(1), raw]))
    .digest('hex');
  const checkpointKey = `${origin}+${logId.slice(0, 8)}+${Buffer.concat([Buffer.of(1), raw]).toString('base64')}`;
  const id = 'mailto:opener@bench.example';
  const opening = {
    keys: [{ id, publicKey: spki.toString('base64'), roles: ['custodian'] }],
    checkpointKey,
    policy: {},
  };
  const acquired = { objects: [{ name: 'EX-1', after: digest }] };
  const accessed = { objects: [{ name: 'EX-1', before: digest }] };
  const fd = openSync(log, 'w');
  let prev: string | null = null;
  let waiting: string[] = [];
  let size = 0;
  for (let seq = 0; seq < EVENTS; seq++) {
    const time = `${new Date(1_760_000_000_000 + seq * 1000).toISOString().slice(0, 19)}Z`;
    const type = seq === 0 ? 'open' : seq === 1 ? 'acquire' : 'access';
    const predicate = {
      case: { id: 'C-1' },
      log: { origin, seq, prev: prev === null ? null : `sha256:${prev}` },
      event: { type, eventDateTime: time, recordedDateTime: time },
      performer: { id, role: 'custodian' },
      purpose: 'a bench',
      policyDigest,
      ...(seq === 0 ? opening : seq === 1 ? acquired : accessed),
    };
    const subject = seq === 0 ? [{ name: origin, digest: { sha256: sha256(origin) } }] : [{ name: 'EX-1', digest }];
    const payload = JSON.stringify({
      _type: 'https://in-toto.io/Statement/v1',
      subject,
      predicateType: 'urn:forensic-verify:predicate:custody-event:v1',
      predicate,
    });
    const payloadType = 'application/vnd.in-toto+json';
    const sig = sign(
      null,
      Buffer.from(`DSSEv1 ${payloadType.length} ${payloadType} ${payload.length} ${payload}`),
      privateKey,
    );
    const rows = `[{"keyid":"${sha256(spki)}","sig":"${sig.toString('base64')}"}]`;
    const line = `{"payload":"${Buffer.from(payload).toString('base64')}","payloadType":"${payloadType}","signatures":${rows}}`;
    prev = sha256(line);
    size += line.length;
    waiting.push(line);
    if (waiting.length === 1000 || seq === EVENTS - 1) {
      writeSync(fd, `${waiting.join('\n')}\n`);
      waiting = [];
    }
  }
  closeSync(fd);
  return size;
}
