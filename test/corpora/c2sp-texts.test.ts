// SPDX-License-Identifier: Apache-2.0
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, expect, it } from 'vitest';
import { edKey } from '../../scripts/mint/keys.ts';
import { treeRoot } from '../../scripts/mint/merkle.ts';
import { checkpointText, cosignatureLine, signatureLine, signedNote, verifierKey } from '../../scripts/mint/note.ts';
import { judged } from '../attacks/program.ts';
import { describeCorpus } from '../support/corpora.ts';

// What the C2SP texts show as examples, read out of the texts themselves, and notes minted by them, through the single steps.

const scratch = mkdtempSync(join(tmpdir(), 'fv-c2sp-'));
afterAll(() => rmSync(scratch, { recursive: true, force: true }));
let count = 0;
function file(text: string): string {
  const path = join(scratch, `${count++}`);
  writeFileSync(path, text);
  return path;
}
/** The n-th fenced block of a page. */
const block = (page: string, n: number): string => page.split(/^```\n/m)[2 * n + 1]!;
const changed = (note: string, at: number): string =>
  `${note.slice(0, at)}${note[at] === 'A' ? 'B' : 'A'}${note.slice(at + 1)}`;

describeCorpus('specs', (folder) => {
  const page = (name: string): string => readFileSync(join(folder, 'c2sp', name), 'utf8');

  it('signed-note: the example verifies under its key, and with nothing of it changed', async () => {
    const text = page('signed-note.md');
    const [key] = /^ {4}(\S+\+[0-9a-f]{8}\+\S+)$/m.exec(text)!.slice(1) as [string];
    const note = text.split(/^```\n/m).find((one) => one.startsWith('This is an example'))!;
    expect((await judged(['check', 'note', file(note), '--key', key])).code).toBe(0);
    for (const at of [0, 10, note.indexOf('Uw2Q') + 20]) {
      const { code, reasons } = await judged(['check', 'note', file(changed(note, at)), '--key', key]);
      expect([code, reasons]).toEqual([3, ['note-signature']]);
    }
  });

  it('tlog-checkpoint and tlog-cosignature: the examples are checkpoints, whose keys nobody has given', async () => {
    const other = verifierKey({ name: 'example.com/behind-the-sofa', key: edKey('c2sp text') });
    for (const name of ['tlog-checkpoint.md', 'tlog-cosignature.md']) {
      const { code, reasons } = await judged(['check', 'checkpoint', file(block(page(name), 0)), '--key', other]);
      expect([name, code, reasons]).toEqual([name, 3, ['checkpoint-unsigned']]);
    }
  });

  it('tlog-policy: two of the Xs and any of the Ys', async () => {
    const log = { name: 'log.example/c2sp', key: edKey('c2sp policy log') };
    const names = ['X1', 'X2', 'X3', 'Y1', 'Y2', 'Y3'];
    const witnesses = names.map((name) => ({ name: `${name}.example`, key: edKey(`c2sp policy ${name}`) }));
    const keys = [verifierKey(log), ...witnesses.map((one) => verifierKey(one, 'witness'))];
    let next = 0;
    const policy = file(block(page('tlog-policy.md'), 0).replaceAll('<vkey>', () => keys[next++]!));
    expect(next).toBe(7);
    const text = checkpointText(log.name, 2, treeRoot([Uint8Array.of(1), Uint8Array.of(2)]));
    const meets = async (...who: readonly string[]): Promise<number | null> => {
      const lines = who.map((name) => cosignatureLine(witnesses[names.indexOf(name)]!, text, 1_760_000_000));
      const note = file(signedNote(text, signatureLine(log, text), ...lines));
      return (await judged(['check', 'checkpoint', note, '--tlog-policy', policy])).code;
    };
    expect(await meets('X1', 'X3', 'Y2')).toBe(0);
    expect(await meets('X1', 'X2', 'X3')).toBe(3);
    expect(await meets('X1', 'Y1', 'Y2')).toBe(3);
    expect(await meets()).toBe(3);
  });
});
