// SPDX-License-Identifier: Apache-2.0
import { describe, expect, it } from 'vitest';
import { alice, bob, disk, holding, receipt, release } from '../../scripts/mint/cases/custody-common.ts';
import { fileOf, longLog, reasonsOf, verify } from '../custody/support.ts';

describe('G04 timeline truncation', () => {
  const log = longLog();
  const { lines } = log;
  it('a dropped tail is never whole: at best the end is open, and with the head it is refused', () => {
    for (let n = 1; n < lines.length; n++) {
      const cut = fileOf(lines.slice(0, -n));
      expect(reasonsOf(verify(cut)), `${n} lines`).toContain('custody-end-open');
      expect(reasonsOf(verify(cut, { expectHead: log.head() })), `${n} lines`).toContain('custody-head-mismatch');
    }
  });
  it('a dropped head is a gap', () => {
    for (let n = 1; n < 4; n++) expect(reasonsOf(verify(fileOf(lines.slice(n))))).toContain('custody-sequence-gap');
  });
  it('two successors of one line are a second event of its number', () => {
    const fork = holding().line({ type: 'note', by: alice });
    const both = holding().add({ type: 'note', by: bob });
    expect(reasonsOf(verify(fileOf([...both.lines, fork])))).toContain('custody-sequence-repeat');
  });
  it('a number twice, a gap, another order, and a first line that names one before it', () => {
    const at = (i: number) => lines[i]!;
    expect(reasonsOf(verify(fileOf([at(0), at(1), at(1)])))).toContain('custody-sequence-repeat');
    expect(reasonsOf(verify(fileOf([at(0), at(2)])))).toContain('custody-sequence-gap');
    expect(reasonsOf(verify(fileOf([at(0), at(2), at(1)])))).toContain('custody-sequence-order');
    const first = holding();
    const [line] = first.lines;
    const text = new TextDecoder().decode(line);
    const payload = Buffer.from(text.slice(12, text.indexOf('"', 12)), 'base64').toString();
    const linked = payload
      .replace('"prev":null', `"prev":"sha256:${'0'.repeat(64)}"`)
      .replace(
        /"subject":\[\{"digest":\{"sha256":"[0-9a-f]{64}"/,
        `"subject":[{"digest":{"sha256":"${'0'.repeat(64)}"`,
      );
    const forged = new TextEncoder().encode(
      text.replace(/"payload":"[^"]*"/, `"payload":"${Buffer.from(linked).toString('base64')}"`),
    );
    expect(reasonsOf(verify(fileOf([forged])))).toContain('custody-link-mismatch');
  });
});

describe('G06 a root from the same file', () => {
  it('a checkpoint in the log binds nothing unless its key is the one that the opener has signed', () => {
    const log = holding();
    const note = new TextEncoder().encode(log.note().replace(/— .*/, (line) => line.slice(0, -6)));
    expect(reasonsOf(verify(log.file(), { notes: [{ name: 'a.note', bytes: note }] }))).toContain('checkpoint-format');
    expect(reasonsOf(verify(log.file(), { keys: [] }))).toContain('signer-key-unknown');
  });
});

describe('G07 custody by different actors', () => {
  const handed = (policy: Record<string, boolean>) => {
    const log = holding(policy).add({ type: 'transfer-release', by: alice, objects: [disk()], more: release(bob.id) });
    const more = receipt(log.hashOf(2));
    log.add({ type: 'transfer-receive', by: bob, objects: [disk()], more, signers: [bob.key, alice.key] });
    return log.add({ type: 'close', by: alice });
  };
  it('one key on both sides is told, unless the policy of the log allows it', () => {
    expect(reasonsOf(verify(handed({}).file()))).toEqual(['custody-self-transfer']);
    expect(reasonsOf(verify(handed({ distinctActors: false }).file()))).toEqual([]);
  });
  it('so is one person on both sides', () => {
    const log = holding().add({ type: 'transfer-release', by: alice, objects: [disk()], more: release(alice.id) });
    log.add({ type: 'transfer-receive', by: alice, objects: [disk()], more: receipt(log.hashOf(2)) });
    expect(reasonsOf(verify(log.add({ type: 'close', by: alice }).file()))).toEqual(['custody-self-transfer']);
  });
  it('the key of each event is told', () => {
    const { custody } = verify(handed({}).file()).item;
    expect(custody!.keys.map(({ id, events }) => [id, events])).toContainEqual([bob.id, 1]);
    expect(custody!.keys.map(({ id, events }) => [id, events])).toContainEqual([alice.id, 5]);
  });
});
