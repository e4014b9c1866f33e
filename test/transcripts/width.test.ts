// SPDX-License-Identifier: Apache-2.0
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { COMMANDS } from '../../src/cli/commands.ts';
import { explainCode } from '../../src/cli/explain-code.ts';
import { CHECKS } from '../../src/model/checks.ts';
import { FINDINGS } from '../../src/model/findings.ts';
import { REASONS } from '../../src/model/reasons.ts';
import { explainEvidence } from '../../src/verify/explain.ts';
import { inspectEvidence } from '../../src/verify/inspect.ts';
import { PROJECT, run } from '../support/cli.ts';

const CASES = join(PROJECT, 'fixtures/cases');

/** Lines beyond 80 columns that hold more than one word: words of the evidence in quotes are one, and so is what a shell takes for one. */
function tooWide(text: string): string[] {
  return text
    .split('\n')
    .filter((line) => line.length > 80)
    .filter(
      (line) =>
        !/^(unverified)?\s*("[^"]*"( \(\d+ characters, sha256 [0-9a-f]{64}\))?|at \/\S+|\S+|'[^']*')( \\)?$/.test(line),
    );
}

/** The words of a case, as its expectation has them. */
function wordsOf(name: string): string[] {
  return (JSON.parse(readFileSync(join(CASES, name, 'expect.json'), 'utf8')) as { command: string[] }).command;
}

describe('80 columns', () => {
  it('the rule sees what is too wide', () => {
    expect(tooWide(`  two ${'w'.repeat(80)}\n  ${'w'.repeat(90)}\n${'words '.repeat(20)}`)).toHaveLength(2);
  });

  it.each(['', ...Object.keys(COMMANDS), 'check'])('help of %s', (id) => {
    const { code, stdout } = run([...id.split(':').filter((word) => word !== ''), '--help']);
    expect([code, tooWide(stdout)]).toEqual([0, []]);
  });

  it.each([
    'bundle-v0.3-message',
    'bundle-v0.3-dsse',
    'rekor-v2-cosigned',
    'two-timestamps',
    'several-artifacts',
    'digest-operand-sha512',
    'registry-signature',
    'identity-other--identity-mismatch',
    'artifact-altered--subject-digest-mismatch',
    'log-stranger--log-unknown',
    'timestamp-over-the-artifact--timestamp-imprint',
    'check-timestamp',
    'signed-policy-check',
    'signed-policy-key',
    'signed-policy-other-identity--identity-mismatch',
    'check-chain-late--path-expired',
    'check-sct',
    'selftest-vector--vector-mismatch',
  ])('report on %s, with and without every fact', (name) => {
    const cwd = join(CASES, name);
    for (const more of [[], ['-v']]) expect(tooWide(run([...wordsOf(name), ...more], { cwd }).stdout)).toEqual([]);
  });

  it('report on files and an identity with long names', () => {
    const long = `${'../'.repeat(40)}${CASES.slice(1)}/bundle-v0.3-message`;
    const words = wordsOf('bundle-v0.3-message').map((word) =>
      /^(artifact|bundle)\./.test(word) ? `${long}/${word}` : word,
    );
    const { code, stdout } = run(words, { cwd: join(CASES, 'bundle-v0.3-message') });
    expect([code, tooWide(stdout)]).toEqual([0, []]);
    expect(stdout).toContain(`\n${long}/bundle.sigstore.json\n  (sigstore-bundle 0.3)\n`);
    const asked = `https://code.mint.example/${'a'.repeat(90)}`;
    const refused = run(
      words.map((word) => (word.startsWith('https://code.mint') ? asked : word)),
      { cwd: join(CASES, 'bundle-v0.3-message') },
    );
    expect([refused.code, tooWide(refused.stdout)]).toEqual([3, []]);
  });

  it('messages to the person', () => {
    const long = `${'x/'.repeat(60)}a b`;
    for (const words of [
      ['verfy'],
      ['verify'],
      ['verify', 'a', '--key', long],
      ['policy', 'check', `${long} ${long}`],
    ]) {
      const { code, stderr } = run(words);
      expect([code, tooWide(stderr)]).toEqual([64, []]);
      expect(
        stderr
          .split('\n')
          .slice(1, -1)
          .every((line) => line.startsWith('  ')),
      ).toBe(true);
    }
  });

  it('explain of every code', () => {
    for (const code of [...Object.keys(REASONS), ...Object.keys(CHECKS), ...Object.keys(FINDINGS)])
      expect(tooWide(explainCode(code)!.text), code).toEqual([]);
  });

  it.each([
    'bundle-v0.1-dsse/bundle.sigstore.json',
    'bundle-v0.3-message/bundle.sigstore.json',
    'rekor-v2-cosigned/bundle.sigstore.json',
    'two-timestamps/bundle.sigstore.json',
    'bundles-jsonl/bundles.jsonl',
    'dsse-key-p256/artifact.dsse.json',
    'check-chain/leaf.pem',
    'check-timestamp/message.tsr',
  ])('explain and inspect of %s', (path) => {
    const bytes = new Uint8Array(readFileSync(join(CASES, path)));
    expect(tooWide(explainEvidence(bytes, path).text)).toEqual([]);
    expect(tooWide(inspectEvidence(bytes, path).text)).toEqual([]);
  });
});
