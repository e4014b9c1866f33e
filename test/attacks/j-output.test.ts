// SPDX-License-Identifier: Apache-2.0
import { linkSync, mkdirSync, readdirSync, readFileSync, statSync, symlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { AT } from '../../scripts/mint/case.ts';
import { ARTIFACT } from '../../scripts/mint/cases/good.ts';
import { envelopeJson, signedEnvelope } from '../../scripts/mint/dsse.ts';
import { PLAIN } from '../../scripts/mint/plain-keys.ts';
import { provenanceV1, statement, subjectOf } from '../../scripts/mint/statement.ts';
import { FORMATS } from '../../src/report/formats.ts';
import { REPLAY_FORMATS } from '../../src/report/replay-formats.ts';
import { readMarkup } from '../picture/well-formed.ts';
import { envelope, folder, keyOf } from './evidence.ts';
import { program } from './program.ts';

const words = ['verify', 'artifact.txt', '--bundle', 'b.json', ...keyOf('ed25519'), ...AT];
const good = () => folder({ 'artifact.txt': ARTIFACT, 'b.json': envelope('ed25519') });

describe('J03 · HTML, CSV and Markdown injection', () => {
  const HOSTILE =
    '</td></pre><script src="https://x/"></script><img src=x onerror=alert(1)>|`*_[a](javascript:b)\n# VERDICT: ACCEPT';
  const hostile = () => {
    const payload = statement([subjectOf(HOSTILE, ARTIFACT)], `https://x/${HOSTILE}`, {
      [HOSTILE]: HOSTILE,
      ...provenanceV1(),
    });
    return folder({ 'artifact.txt': ARTIFACT, 'b.json': envelopeJson(signedEnvelope(payload, [PLAIN.ed25519])) });
  };
  const rendered = async (cwd: string, format: string) =>
    (await program([...words, '--output', format, '--verbose'], cwd)).stdout;
  it('a page has no element, script or link of the evidence, and a policy that would let none run', async () => {
    const page = await rendered(hostile(), 'html');
    expect(page).not.toMatch(/<script|<img|<[^>]*(="javascript:|\son\w+=)/i);
    expect(page).toContain('Content-Security-Policy');
    expect(page).toContain('&lt;script');
    expect(() => readMarkup(page)).not.toThrow();
  });
  it('Markdown has the lines that a harmless name gives, and no heading of the evidence', async () => {
    const lines = (text: string) => text.split('\n').filter((line) => /^(#|\|)/.test(line)).length;
    const clean = folder({
      'artifact.txt': ARTIFACT,
      'b.json': envelopeJson(
        signedEnvelope(statement([subjectOf('a', ARTIFACT)], 'https://x/a', { a: 'a', ...provenanceV1() }), [
          PLAIN.ed25519,
        ]),
      ),
    });
    const text = await rendered(hostile(), 'markdown');
    expect(lines(text)).toBe(lines(await rendered(clean, 'markdown')));
    expect(text).not.toMatch(/^# VERDICT: ACCEPT$/m);
  });
  it('nothing is written as CSV, so no cell of it can be a formula', () => {
    expect(Object.keys({ ...FORMATS, ...REPLAY_FORMATS }).filter((name) => /csv|tsv/.test(name))).toEqual([]);
  });
  it('XML for pipelines stays one document', async () => {
    expect(await rendered(hostile(), 'junit')).not.toMatch(/<script|<img/);
  });
});

describe('J05 · overwrite', () => {
  const into = (cwd: string, file: string, ...more: string[]) =>
    program([...words, '--output-file', file, ...more], cwd);
  it('never the evidence, by whichever name and with --force', async () => {
    const cwd = good();
    linkSync(join(cwd, 'b.json'), join(cwd, 'hard.json'));
    const before = readFileSync(join(cwd, 'b.json'));
    for (const file of ['b.json', './b.json', 'artifact.txt', 'hard.json', join(cwd, 'b.json')]) {
      const { code, stdout } = await into(cwd, file, '--force');
      expect([64, 74], file).toContain(code);
      expect(stdout).not.toContain('ACCEPT');
    }
    expect(readFileSync(join(cwd, 'b.json'))).toEqual(before);
    expect(readdirSync(cwd).sort()).toEqual(['artifact.txt', 'b.json', 'hard.json']);
  });
  it('no file that is there, but with --force; no link and no folder at all', async () => {
    const cwd = good();
    writeFileSync(join(cwd, 'there.txt'), 'old');
    symlinkSync(join(cwd, 'elsewhere.txt'), join(cwd, 'link.txt'));
    symlinkSync(join(cwd, 'there.txt'), join(cwd, 'link-to-there.txt'));
    mkdirSync(join(cwd, 'folder'));
    expect([64, 74]).toContain((await into(cwd, 'there.txt')).code);
    for (const file of ['link.txt', 'link-to-there.txt', 'folder'])
      expect([64, 74], file).toContain((await into(cwd, file, '--force')).code);
    expect(readFileSync(join(cwd, 'there.txt'), 'utf8')).toBe('old');
    expect((await into(cwd, 'there.txt', '--force')).code).toBe(0);
    expect(readFileSync(join(cwd, 'there.txt'), 'utf8')).toContain('ACCEPT');
    expect(readdirSync(cwd)).not.toContain('elsewhere.txt');
  });
  it('a new one is its owner’s alone, and nothing lies beside it', async () => {
    const cwd = good();
    expect((await into(cwd, 'new.txt')).code).toBe(0);
    expect(statSync(join(cwd, 'new.txt')).mode & 0o777).toBe(0o600);
    expect(readdirSync(cwd).sort()).toEqual(['artifact.txt', 'b.json', 'new.txt']);
  });
  it('a folder that is not there is told, and no verdict is', async () => {
    const cwd = good();
    const { code, stdout } = await into(cwd, 'nowhere/new.txt');
    expect([0, 1, 2, 3]).not.toContain(code);
    expect(stdout).not.toContain('ACCEPT');
  });
});
