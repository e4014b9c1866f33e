// SPDX-License-Identifier: Apache-2.0
// G3, G3b: the RFC 6962 root of a million leaves, and one inclusion proof of depth 20.
import { execFileSync, fork, spawnSync } from 'node:child_process';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { MerkleAccount } from './merkle-contender.ts';
import { BUILT, median } from './race.ts';

const ROUNDS = 5;
const MIB = 1024 * 1024;

export type Tell = (goal: string, what: string, found: number, wanted: number, sense?: 'at least' | 'at most') => void;

export async function merkle(folder: string, tell: Tell): Promise<void> {
  console.log('\nthe root of 1,000,000 leaves of 64 octets; an inclusion proof of depth 20');
  const limit = compileLimit(folder);
  const ways = ['bare', 'ours', 'buffers', 'one-shot buffers', 'proof ours', 'proof noble'] as const;
  const accounts = new Map<string, MerkleAccount[]>();
  for (let round = 0; round < ROUNDS; round++) {
    for (const way of ways) accounts.set(way, [...(accounts.get(way) ?? []), await run(way)]);
    if (limit !== null) accounts.set('limit', [...(accounts.get('limit') ?? []), limit()]);
  }
  const of = (way: string) => accounts.get(way)!;
  const roots = new Set(
    ['ours', 'buffers', 'one-shot buffers', ...(limit === null ? [] : ['limit'])].flatMap((way) =>
      of(way).map(({ root }) => root),
    ),
  );
  if (roots.size !== 1) throw new Error('the roots differ');
  if (of('proof ours')[0]!.root !== of('proof noble')[0]!.root) throw new Error('the proofs lead to different roots');
  const ratio = (a: string, b: string) => median(of(a).map(({ cpu }, i) => cpu / of(b)[i]!.cpu));
  tell('G3', "a loop over createHash, 'buffer' ÷ ours, CPU", ratio('buffers', 'ours'), 5);
  tell('G3', "a loop over crypto.hash, 'buffer' ÷ ours, CPU", ratio('one-shot buffers', 'ours'), 5);
  if (limit === null) console.log('  no C compiler with libcrypto: the limit was not measured');
  else tell('G3', "ours ÷ libcrypto's SHA256_Update in C, CPU", ratio('ours', 'limit'), 3.5, 'at most');
  tell(
    'G3',
    'memory above bare, MiB',
    median(of('ours').map(({ rss }, i) => (rss - of('bare')[i]!.rss) / MIB)),
    25,
    'at most',
  );
  tell('G3b', 'noble ÷ ours, CPU', ratio('proof noble', 'proof ours'), 3);
  tell('G3b', 'one proof, µs', median(of('proof ours').map(({ cpu }) => cpu)), 10, 'at most');
}

function run(way: string): Promise<MerkleAccount> {
  return new Promise((resolve, reject) => {
    const child = fork(join(BUILT, 'scripts/bench/merkle-contender.js'), [way]);
    let account: MerkleAccount | null = null;
    child.on('message', (message) => {
      account = message as MerkleAccount;
    });
    child.on('exit', (code) => (account === null ? reject(new Error(`${way} ended: ${code}`)) : resolve(account)));
  });
}

/** What libcrypto can do at most, called from C: null where there is none to compile with. */
function compileLimit(folder: string): (() => MerkleAccount) | null {
  const source = join(folder, 'limit.c');
  const program = join(folder, 'limit');
  writeFileSync(source, LIMIT);
  if (spawnSync('cc', ['-O2', '-Wno-deprecated-declarations', '-o', program, source, '-lcrypto']).status !== 0)
    return null;
  return () => {
    const [cpu = '', root = ''] = execFileSync(program, { encoding: 'utf8' }).split(' ');
    return { cpu: Number(cpu), rss: 0, root: root.trim() };
  };
}

const LIMIT = `#include <openssl/sha.h>
#include <stdio.h>
#include <string.h>
#include <sys/resource.h>
static unsigned char slots[64][32];
static void sum(const unsigned char *in, unsigned char *out) {
  SHA256_CTX state;
  SHA256_Init(&state);
  SHA256_Update(&state, in, 65);
  SHA256_Final(out, &state);
}
static double used(void) {
  struct rusage r;
  getrusage(RUSAGE_SELF, &r);
  return (r.ru_utime.tv_sec + r.ru_stime.tv_sec) * 1e3 + (r.ru_utime.tv_usec + r.ru_stime.tv_usec) / 1e3;
}
int main(void) {
  unsigned char leaf[65] = {0}, node[65];
  unsigned long n = 1000000, i, c;
  double before = used();
  node[0] = 1;
  for (i = 0; i < n; i++) {
    int level = 0;
    for (int k = 0; k < 4; k++) leaf[1 + k] = (unsigned char)(i >> (8 * k));
    sum(leaf, node + 33);
    for (c = i; c & 1; c >>= 1) {
      memcpy(node + 1, slots[level++], 32);
      sum(node, node + 33);
    }
    memcpy(slots[level], node + 33, 32);
  }
  int first = 1;
  for (int level = 0; level < 64; level++) {
    if (!((n >> level) & 1)) continue;
    if (first) memcpy(node + 33, slots[level], 32);
    else { memcpy(node + 1, slots[level], 32); sum(node, node + 33); }
    first = 0;
  }
  printf("%f ", used() - before);
  for (int k = 0; k < 32; k++) printf("%02x", node[33 + k]);
  return 0;
}
`;
