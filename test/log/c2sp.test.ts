// SPDX-License-Identifier: Apache-2.0
import { generateKeyPairSync, type KeyObject, sign } from 'node:crypto';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { edKey } from '../../scripts/mint/keys.ts';
import { consistencyPath, treeRoot } from '../../scripts/mint/merkle.ts';
import {
  checkpointText,
  cosignatureLine,
  noteLine,
  signatureLine,
  signedNote,
  verifierKey,
} from '../../scripts/mint/note.ts';
import { sha256 } from '../../src/crypto/digest.ts';
import { loadEngine, nativeEngine } from '../../src/crypto/engine.ts';
import { encodeBase64 } from '../../src/encoding/base64.ts';
import { encodeHex } from '../../src/encoding/hex.ts';
import { encodeUtf8 } from '../../src/encoding/utf8.ts';
import { compareCheckpoints } from '../../src/log/compare-checkpoints.ts';
import { type CheckpointAsked, judgeCheckpoint } from '../../src/log/judge-checkpoint.ts';
import { judgeNote } from '../../src/log/judge-note.ts';
import { meetsQuorum, parseTlogPolicy } from '../../src/log/tlog-policy.ts';
import { encodeTlogProof, parseTlogProof } from '../../src/log/tlog-proof.ts';
import { parseVerifierKey, type VerifierKey } from '../../src/log/verifier-key.ts';
import type { Bytes } from '../../src/model/bytes.ts';
import type { Check } from '../../src/model/check.ts';
import { attempt } from '../../src/model/malformed.ts';

const at = { evidence: 'x', pointer: '' };
const reasonOf = (read: () => unknown): string => {
  const result = attempt(read);
  return result.ok ? 'read' : result.problem.reason;
};
const told = (checks: readonly Check[]) =>
  checks.map((check) =>
    check.outcome === 'failed' || check.outcome === 'indeterminate' ? check.reason : check.outcome,
  );

const LOG = { name: 'log.example/a', key: edKey('c2sp log') };
const W = [1, 2, 3].map((n) => ({ name: `w${n}.example`, key: edKey(`c2sp witness ${n}`) }));
const log = parseVerifierKey(verifierKey(LOG));
const witnesses = W.map((one) => parseVerifierKey(verifierKey(one, 'witness')));
const leaves = ['a', 'b', 'c', 'd', 'e'].map(encodeUtf8);
const text = checkpointText(LOG.name, 5, treeRoot(leaves));
const asked = (change: Partial<CheckpointAsked> = {}): CheckpointAsked => ({
  logs: [log],
  witnesses: [],
  policy: null,
  witnessThreshold: 1,
  origin: null,
  engine: nativeEngine,
  ...change,
});
const judge = (note: string, change?: Partial<CheckpointAsked>) => judgeCheckpoint(encodeUtf8(note), asked(change), at);

describe('the example of C2SP signed-note', () => {
  const key = parseVerifierKey('example.com/foo+530d903a+AekyeRrm56hApGFkyQR4ZCbV54Id2LKaANYcrnKv3U2k');
  const note =
    'This is an example message.\n\n— example.com/foo Uw2QOkn8srV1yJGh2VYRlL1Tnagv1YEq6TfXppzi2ONncAlTgK7Ztg1ERYNZXsYjOBH3mFXmRKuwHjG1Yu72IneyaQM=\n';
  it('verifies under its key', () =>
    expect(told(judgeNote(encodeUtf8(note), [key], 1, nativeEngine, at).checks)).toEqual(['passed', 'passed']));
  it('does not with any octet of text or signature changed', () => {
    const octets = encodeUtf8(note);
    for (let i = 0; i < octets.length; i++) {
      const changed = Uint8Array.from(octets);
      changed[i]! ^= 1;
      const { checks } = judgeNote(changed, [key], 1, nativeEngine, at);
      expect(checks.at(-1)!.outcome, String(i)).not.toBe('passed');
    }
  });
});

describe('a verifier key', () => {
  const vkey = verifierKey(LOG);
  it.each([
    ['no key', '', 'key-format'],
    ['a name with a space', vkey.replace('/a', ' a'), 'key-format'],
    ['another id', vkey.replace(/\+[0-9a-f]{8}\+/, '+00000000+'), 'key-format'],
    ['an id in capitals', `n+ABCDEF01+${vkey.split('+').slice(2).join('+')}`, 'key-format'],
    ['another name', `other${vkey}`, 'key-format'],
    ['a type without a meaning', `n+00000000+${encodeBase64(Uint8Array.of(9, 1, 2))}`, 'algorithm-unsupported'],
    ['a short key', `n+00000000+${encodeBase64(Uint8Array.of(1, 1, 2))}`, 'key-format'],
    ['a point of small order', `n+00000000+${encodeBase64(Uint8Array.of(1, 1, ...new Uint8Array(31)))}`, 'key-weak'],
    ['base64 of the other alphabet', 'n+00000000+AQ__', 'key-format'],
  ])('of %s is refused', (_what, value, reason) => expect(reasonOf(() => parseVerifierKey(value))).toBe(reason));
});

describe('ML-DSA-44, which node:crypto has and noble has not', async () => {
  const { publicKey, privateKey } = generateKeyPairSync('ml-dsa-44' as 'ed25519') as unknown as Record<
    string,
    KeyObject
  >;
  const material = Uint8Array.of(6, ...publicKey!.export({ type: 'spki', format: 'der' }).subarray(22));
  const name = 'pq.example';
  const id = sha256(Uint8Array.from([...encodeUtf8(`${name}\n`), ...material])).subarray(0, 4);
  const vkey = `${name}+${encodeHex(id)}+${encodeBase64(material)}`;
  const key = parseVerifierKey(vkey);
  const line = (seconds: number, origin: string, size: number, root: Bytes): string => {
    const number = (value: number) => new Uint8Array(new BigUint64Array([BigInt(value)]).buffer).reverse();
    const [who, whose] = [encodeUtf8(name), encodeUtf8(origin)];
    const message = [
      ...encodeUtf8('subtree/v1\n\0'),
      ...[who.length, ...who],
      ...number(seconds),
      ...[whose.length, ...whose],
      ...number(0),
      ...number(size),
      ...root,
    ];
    return noteLine(
      name,
      Uint8Array.from([...id, ...number(seconds), ...sign(null, Uint8Array.from(message), privateKey!)]),
    );
  };
  const own = signatureLine(LOG, text);
  const good = signedNote(text, own, line(7, LOG.name, 5, treeRoot(leaves)));
  it('verifies a cosignature over origin, size and root, with its time', () => {
    const judged = judge(good, { witnesses: [key] });
    expect(told(judged.checks)).toEqual(['passed', 'passed', 'passed', 'passed']);
    expect(judged.times.map(({ instant }) => instant)).toEqual(['1970-01-01T00:00:07Z']);
  });
  it('as a log too, and without a time where it is zero', () => {
    const mine = checkpointText(name, 5, treeRoot(leaves));
    const judged = judge(signedNote(mine, line(0, name, 5, treeRoot(leaves))), { logs: [key] });
    expect([told(judged.checks), judged.times]).toEqual([['passed', 'passed', 'passed'], []]);
  });
  it.each([
    ['another origin', line(7, 'x', 5, treeRoot(leaves))],
    ['another size', line(7, LOG.name, 4, treeRoot(leaves))],
    ['another root', line(7, LOG.name, 5, treeRoot([]))],
  ])('does not over %s', (_what, other) =>
    expect(told(judge(signedNote(text, own, other), { witnesses: [key] }).checks).at(-1)).toBe('note-signature'),
  );
  it('is left open by an engine that lacks it, and missed only where the others are not enough', async () => {
    const engine = await loadEngine('noble');
    expect(told(judge(good, { witnesses: [key], engine }).checks).at(-1)).toBe('engine-lacks-algorithm');
    const more = `${good}${cosignatureLine(W[0]!, text, 9)}`;
    expect(told(judge(more, { witnesses: [key, witnesses[0]!], engine }).checks).at(-1)).toBe('passed');
  });
});

describe('a checkpoint', () => {
  const own = signatureLine(LOG, text);
  it('ignores lines of others under the same name or the same id, and tells of them', () => {
    const stranger = signatureLine({ name: LOG.name, key: edKey('c2sp stranger') }, text);
    const judged = judge(signedNote(text, stranger, own));
    expect(judged.checkpoint).not.toBeNull();
    expect(judged.findings.map(({ code }) => code)).toEqual(['cosignature-unknown']);
    expect(told(judge(signedNote(text, stranger)).checks).at(-1)).toBe('checkpoint-unsigned');
  });
  it('of another origin than the name of the key is another log, but where the examiner says so', () => {
    const rekor = checkpointText(`${LOG.name} - 123`, 5, treeRoot(leaves));
    expect(judge(signedNote(rekor, signatureLine(LOG, rekor))).checkpoint).not.toBeNull();
    const renamed = checkpointText('old.example', 5, treeRoot(leaves));
    const note = signedNote(renamed, signatureLine(LOG, renamed));
    expect(told(judge(note).checks).at(-1)).toBe('checkpoint-origin');
    expect(told(judge(note, { origin: 'old.example' }).checks).at(-1)).toBe('passed');
    expect(told(judge(note, { origin: 'old' }).checks).at(-1)).toBe('checkpoint-origin');
  });
  it('of the empty tree has the hash of nothing as its root', () => {
    const odd = checkpointText(LOG.name, 0, treeRoot(leaves));
    expect(told(judge(signedNote(odd, signatureLine(LOG, odd))).checks)).toEqual([
      'passed',
      'checkpoint-root-mismatch',
      'skipped',
    ]);
  });
  it('with extension lines is told of', () => {
    const more = checkpointText(LOG.name, 5, treeRoot(leaves), 'more');
    expect(judge(signedNote(more, signatureLine(LOG, more))).findings.map(({ code }) => code)).toEqual([
      'checkpoint-extension',
    ]);
  });
  it('counts a witness once, however often it signed', () => {
    const note = signedNote(text, own, cosignatureLine(W[0]!, text, 1), cosignatureLine(W[0]!, text, 2));
    expect(told(judge(note, { witnesses, witnessThreshold: 2 }).checks).at(-1)).toBe('witness-quorum');
  });
});

describe('two checkpoints', () => {
  const head = (all: readonly Bytes[], origin = LOG.name) => {
    const words = checkpointText(origin, all.length, treeRoot(all));
    const { checkpoint } = judge(signedNote(words, signatureLine(LOG, words)), { origin });
    return checkpoint!;
  };
  const proof = (size: number) => ({
    ok: true as const,
    value: {
      size1: BigInt(size),
      size2: 5n,
      root1: treeRoot(leaves.slice(0, size)),
      root2: treeRoot(leaves),
      hashes: consistencyPath(leaves, size),
    },
  });
  it('of one history are joined by a proof, in either order', () => {
    for (let size = 1; size < 5; size++) {
      const [a, b] = [head(leaves.slice(0, size)), head(leaves)];
      expect(told(compareCheckpoints(a, b, proof(size), at))).toEqual(['passed']);
      expect(told(compareCheckpoints(b, a, proof(size), at))).toEqual(['passed']);
    }
  });
  it('of one size with two roots are a fork, which both notes prove, whatever was given as a proof', () => {
    const other = head([...leaves.slice(0, 4), encodeUtf8('x')]);
    const [fork, rest] = compareCheckpoints(head(leaves), other, proof(3), at);
    expect(fork).toMatchObject({ id: 'checkpoint.fork', outcome: 'failed', reason: 'checkpoint-fork' });
    expect(rest).toMatchObject({ outcome: 'skipped' });
    for (const name of ['note1', 'note2']) {
      const note = fork!.facts[name] as string;
      expect(judge(note).checkpoint).not.toBeNull();
    }
    expect(fork!.facts['note1']).not.toBe(fork!.facts['note2']);
  });
  it('with a wrong proof are not joined, and no fork is claimed', () => {
    const cut = { ok: true as const, value: { ...proof(3).value, hashes: proof(3).value.hashes.slice(1) } };
    const swapped = { ok: true as const, value: { ...proof(3).value, hashes: proof(3).value.hashes.toReversed() } };
    const [a, b] = [head(leaves.slice(0, 3)), head(leaves)];
    expect(told(compareCheckpoints(a, b, cut, at))).toEqual(['consistency-shape']);
    expect(told(compareCheckpoints(a, b, swapped, at))).toEqual(['consistency-root-mismatch']);
    expect(told(compareCheckpoints(a, b, proof(2), at))).toEqual(['checkpoint-root-mismatch']);
    expect(told(compareCheckpoints(a, b, null, at))).toEqual(['consistency-absent']);
  });
  it('of two logs, or with the empty tree, show nothing', () => {
    expect(told(compareCheckpoints(head(leaves), head(leaves, 'other'), null, at))).toEqual(['checkpoint-origin']);
    expect(told(compareCheckpoints(head([]), head(leaves), proof(3), at))).toEqual(['merkle-empty']);
    expect(told(compareCheckpoints(head([]), head([]), null, at))).toEqual(['merkle-empty']);
  });
});

describe('a tlog policy', () => {
  const [w1, w2, w3] = W.map((one) => verifierKey(one, 'witness')) as [string, string, string];
  const three = `witness a ${w1}\nwitness b ${w2}\twitness-url\n  witness c ${w3}  \n`;
  const met = (policy: string, ...who: readonly number[]): boolean => {
    const parsed = parseTlogPolicy(encodeUtf8(policy));
    const keys = new Set(who.map((i) => witnesses[i]!.key.fingerprint));
    return meetsQuorum(parsed, ({ key }: VerifierKey) => keys.has(key.fingerprint));
  };
  it('is met by k of n, all, any, one, none, and groups of groups', () => {
    const two = `# c\n\n${three}group g 2 a b c\nquorum g\n`;
    expect([met(two, 0), met(two, 0, 2), met(two)]).toEqual([false, true, false]);
    const nested = `${three}group ab any a b\ngroup all all ab c\nquorum all\n`;
    expect([met(nested, 0, 1), met(nested, 1, 2), met(nested, 2)]).toEqual([false, true, false]);
    expect([met(`${three}quorum b\n`, 1), met(`${three}quorum b\n`, 0)]).toEqual([true, false]);
    expect(met('quorum none\n')).toBe(true);
  });
  it.each([
    ['without a quorum', three],
    ['with two', `${three}quorum a\nquorum a\n`],
    ['whose quorum is not defined', `${three}quorum d\n`],
    ['whose quorum comes first', `quorum a\n${three}`],
    ['whose group names what comes later', `witness a ${w1}\ngroup g any a b\nwitness b ${w2}\nquorum g\n`],
    ['whose group names itself', `${three}group g any g\nquorum g\n`],
    ['with a member in two groups', `${three}group g any a\ngroup h any a\nquorum g\n`],
    ['with a member twice', `${three}group g 2 a a\nquorum g\n`],
    ['with a threshold above', `${three}group g 4 a b c\nquorum g\n`],
    ['with a threshold of zero', `${three}group g 0 a b c\nquorum g\n`],
    ['with a threshold in other digits', `${three}group g 02 a b c\nquorum g\n`],
    ['with a group of nobody', `${three}group g any\nquorum g\n`],
    ['with a name twice', `witness a ${w1}\nwitness a ${w2}\nquorum a\n`],
    ['with a witness called none', `witness none ${w1}\nquorum none\n`],
    ['with one key under two names', `witness a ${w1}\nwitness b ${w1}\nquorum a\n`],
    ['with one log twice', `log ${verifierKey(LOG)}\nlog ${verifierKey(LOG)}\nquorum none\n`],
    ['with a word that is none', `${three}witnes a\nquorum a\n`],
    ['with a carriage return', `${three}quorum a\r\n`],
    ['that was cut', `${three}group g all a b c\nquorum g`],
    ['with a key that is none', 'log x\nquorum none\n'],
  ])('%s is refused', (_what, policy) =>
    expect(reasonOf(() => parseTlogPolicy(encodeUtf8(policy)))).toBe('policy-invalid'),
  );
  it('takes octets that are no UTF-8 in comments and names, and never in keys', () => {
    const octets = (words: string) => Uint8Array.from(Buffer.from(words, 'latin1'));
    expect(reasonOf(() => parseTlogPolicy(octets(`# \xff\nwitness \xe9 ${w1}\nquorum \xe9\n`)))).toBe('read');
    expect(reasonOf(() => parseTlogPolicy(octets(`log \xff${verifierKey(LOG)}\nquorum none\n`)))).toBe(
      'policy-invalid',
    );
  });
  it('takes 32 logs, witnesses and groups', () => {
    const keys = Array.from({ length: 32 }, (_, i) => ({ name: `k${i}`, key: edKey(`many ${i}`) }));
    const lines = keys.flatMap((one, i) => [
      `log ${verifierKey(one)}`,
      `witness w${i} ${verifierKey(one, 'witness')}`,
      `group g${i} all w${i}`,
    ]);
    expect(parseTlogPolicy(encodeUtf8(`${lines.join('\n')}\nquorum g3\n`)).witnesses).toHaveLength(32);
  });
});

describe('a tlog-proof', () => {
  const note = signedNote(text, signatureLine(LOG, text));
  const hash = encodeBase64(new Uint8Array(32));
  const good = `c2sp.org/tlog-proof@v1\nindex 3\n${hash}\n\n${note}`;
  it('that is written is read again, and the other way round', () => {
    fc.assert(
      fc.property(
        fc.option(fc.uint8Array({ maxLength: 40 })),
        fc.bigInt({ min: 0n, max: (1n << 64n) - 1n }),
        fc.array(fc.uint8Array({ minLength: 32, maxLength: 32 }), { maxLength: 64 }),
        (extra, index, hashes) => {
          const proof = { extra, index, hashes, checkpoint: note };
          expect(parseTlogProof(encodeTlogProof(proof))).toEqual(proof);
        },
      ),
    );
    expect(encodeTlogProof(parseTlogProof(good))).toBe(good);
  });
  it.each([
    ['another head', good.replace('@v1', '@v2')],
    ['no index', good.replace('index 3\n', '')],
    ['a leading zero', good.replace('index 3', 'index 03')],
    ['a sign', good.replace('index 3', 'index +3')],
    ['no number', good.replace('index 3', 'index')],
    ['extra behind the index', good.replace('index 3\n', 'index 3\nextra AA==\n')],
    ['a short hash', good.replace(hash, 'AAAA')],
    ['a hash that is no base64', good.replace(hash, `${hash.slice(0, -1)}!`)],
    ['65 hashes', good.replace(hash, Array(65).fill(hash).join('\n'))],
    ['carriage returns', good.replaceAll('\n', '\r\n')],
    ['no checkpoint', `c2sp.org/tlog-proof@v1\nindex 3\n${hash}\n`],
  ])('with %s is refused', (_what, proof) => expect(reasonOf(() => parseTlogProof(proof))).toBe('tlog-proof-format'));
});
