// SPDX-License-Identifier: Apache-2.0
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { PROJECT, runJson } from '../support/cli.ts';

const CASES = join(PROJECT, 'fixtures/cases');
const message = join(CASES, 'bundle-v0.3-message');
const dsse = join(CASES, 'bundle-v0.3-dsse');
let scratch = '';
beforeAll(() => {
  scratch = mkdtempSync(join(tmpdir(), 'fv-set-'));
});
afterAll(() => rmSync(scratch, { recursive: true, force: true }));

function file(name: string, content: string | Uint8Array): string {
  const path = join(scratch, name);
  writeFileSync(path, content);
  return path;
}

/** The words of a passing case, without its operands. */
function flagsOf(folder: string): string[] {
  const { command } = JSON.parse(readFileSync(join(folder, 'expect.json'), 'utf8')) as { command: string[] };
  const flags = command.slice(command.indexOf('--trusted-root'));
  return flags.map((word) => (word.startsWith('../') ? join(folder, word) : word));
}

const artifactOf = (folder: string) => join(folder, 'artifact.txt');
const bundleOf = (folder: string) => join(folder, 'bundle.sigstore.json');
const textOf = (path: string) => readFileSync(path, 'utf8');
const flags = flagsOf(dsse);

describe('several artifacts for one bundle', () => {
  it('must each be its subject', () => {
    const other = file('other', 'another artifact');
    expect(runJson(['verify', artifactOf(dsse), artifactOf(dsse), '--bundle', bundleOf(dsse), ...flags]).code).toBe(0);
    for (const operands of [
      [artifactOf(dsse), other],
      [other, artifactOf(dsse)],
    ]) {
      const result = runJson(['verify', ...operands, '--bundle', bundleOf(dsse), ...flags]);
      expect([result.code, result.reasons]).toEqual([2, ['subject-digest-mismatch']]);
    }
  });
  it('must each be the artifact of a message bundle, with a claimed digest and without', () => {
    const bundle = JSON.parse(textOf(bundleOf(message))) as { messageSignature: { messageDigest?: unknown } };
    delete bundle.messageSignature.messageDigest;
    const undigested = file('undigested.json', JSON.stringify(bundle));
    const other = file('other', 'another artifact');
    for (const path of [bundleOf(message), undigested]) {
      expect(runJson(['verify', artifactOf(message), '--bundle', path, ...flagsOf(message)]).code, path).toBe(0);
      for (const operands of [
        [artifactOf(message), other],
        [other, artifactOf(message)],
      ]) {
        const result = runJson(['verify', ...operands, '--bundle', path, ...flagsOf(message)]);
        expect([2, 3], path).toContain(result.code);
        expect(result.reasons.length).toBeGreaterThan(0);
      }
    }
  });
});

describe('the summary of several artifacts', () => {
  it('has a row for each, about that one alone', () => {
    const other = file('other', 'another artifact');
    const result = runJson(['verify', artifactOf(dsse), other, '--bundle', bundleOf(dsse), ...flags]);
    expect(result.code).toBe(2);
    const rows = (result.report!.items[0] as unknown as { summary: Record<string, unknown>[] }).summary;
    expect(rows).toMatchObject([
      { subject: artifactOf(dsse), trustStatus: 'valid', reason: null, claimsChecked: true },
      { subject: other, trustStatus: 'failed', reason: 'subject-digest-mismatch', claimsChecked: true },
    ]);
    expect(String(rows[0]!['decisionPath'])).not.toContain('subject-digest-mismatch');
  });
});

describe('a predicate type that is asked for', () => {
  it('is not that of a signature over the artifact alone', () => {
    const words = ['verify', artifactOf(message), '--bundle', bundleOf(message), ...flagsOf(message)];
    const result = runJson([...words, '--type', 'slsaprovenance1']);
    expect([result.code, result.reasons]).toEqual([3, ['predicate-type-mismatch']]);
    expect(result.report!.items[0]!.checks.map(({ id }) => id)).toContain('statement.predicate');
  });
});

describe('without --bundle', () => {
  it('takes envelopes for evidence and pairs them by digest', () => {
    const result = runJson([
      'verify',
      artifactOf(dsse),
      bundleOf(dsse),
      artifactOf(message),
      bundleOf(message),
      ...flags,
    ]);
    expect([result.code, result.reasons]).toEqual([0, []]);
    expect(result.report!.items).toHaveLength(2);
  });
  it('tells an artifact that the only evidence does not name', () => {
    const other = file('other', 'another artifact');
    const result = runJson(['verify', artifactOf(dsse), other, bundleOf(dsse), ...flags]);
    expect([result.code, result.reasons]).toEqual([3, ['signature-absent']]);
    expect(result.report).toMatchObject({ unmatchedArtifacts: [other] });
    const alone = runJson(['verify', other, bundleOf(dsse), ...flags]);
    expect([alone.code, alone.reasons]).toEqual([2, ['subject-digest-mismatch']]);
  });
  it('tells an artifact that no evidence names, whatever stands beside it (A09)', () => {
    const other = file('other', 'another artifact');
    const result = runJson([
      'verify',
      other,
      artifactOf(dsse),
      bundleOf(dsse),
      bundleOf(message),
      artifactOf(message),
      ...flags,
    ]);
    expect([result.code, result.reasons]).toEqual([3, ['signature-absent']]);
  });
});

describe('JSONL', () => {
  const lines = () => [bundleOf(dsse), bundleOf(message)].map((path) => JSON.stringify(JSON.parse(textOf(path))));
  it('is judged line by line, with and without a last newline', () => {
    for (const end of ['', '\n']) {
      const path = file('all.jsonl', lines().join('\n') + end);
      const result = runJson(['verify', artifactOf(dsse), artifactOf(message), '--bundle', path, ...flags]);
      expect([result.code, result.report!.items.map((item) => item.indication)]).toEqual([
        0,
        ['TOTAL-PASSED', 'TOTAL-PASSED'],
      ]);
    }
  });
  it('is not saved by one good line: a forged one refuses, wherever it stands', () => {
    const forged = lines()[1]!.replace(/"signature":"(.)(.)/, (_, a, b) => `"signature":"${a}${b === 'E' ? 'F' : 'E'}`);
    for (const order of [
      [lines()[0]!, forged],
      [forged, lines()[0]!],
    ]) {
      const path = file('mixed.jsonl', order.join('\n'));
      expect(runJson(['verify', artifactOf(dsse), artifactOf(message), '--bundle', path, ...flags]).code).toBe(3);
    }
  });
});

describe('a line of JSONL that is no evidence known here', () => {
  it.each(['{}', '[]', '1', 'null', '"x"', '{"_type":"x"}', '{"dsseEnvelope":{}}'])('is told: %s', (line) => {
    const good = JSON.stringify(JSON.parse(textOf(bundleOf(dsse))));
    const path = file('hidden.jsonl', `${good}\n${line}\n`);
    for (const operands of [
      [artifactOf(dsse), '--bundle', path],
      [artifactOf(dsse), path],
    ]) {
      const result = runJson(['verify', ...operands, ...flags]);
      expect([result.code, result.reasons]).toEqual([4, ['input-not-recognised']]);
      expect(result.report!.items.map(({ name, indication }) => [name, indication])).toEqual([
        [`${path}/1`, 'INDETERMINATE'],
        [`${path}/0`, 'TOTAL-PASSED'],
      ]);
    }
    expect(runJson(['verify', artifactOf(dsse), '--bundle', file('alone.json', line), ...flags]).code).toBe(4);
  });
});

describe('several trusted roots', () => {
  const root = flags[flags.indexOf('--trusted-root') + 1]!;
  const rest = flags.filter((word) => word !== '--trusted-root' && word !== root);
  const read = () => JSON.parse(textOf(root)) as Record<string, unknown>;
  it('are each tried whole', () => {
    const empty = file(
      'empty-root.json',
      JSON.stringify({ ...read(), certificateAuthorities: [], tlogs: [], ctlogs: [], timestampAuthorities: [] }),
    );
    const both = ['--trusted-root', empty, '--trusted-root', root, ...rest];
    expect(runJson(['verify', artifactOf(dsse), '--bundle', bundleOf(dsse), ...both]).code).toBe(0);
  });
  it('are never mixed: the logs of one do not serve the authorities of another', () => {
    const logs = file('logs.json', JSON.stringify({ ...read(), certificateAuthorities: [] }));
    const authorities = file('authorities.json', JSON.stringify({ ...read(), tlogs: [] }));
    const halves = ['--trusted-root', logs, '--trusted-root', authorities, ...rest];
    expect(runJson(['verify', artifactOf(dsse), '--bundle', bundleOf(dsse), ...halves]).code).toBe(3);
  });
});

describe('trust that is asked about', () => {
  const root = flags[flags.indexOf('--trusted-root') + 1]!;
  it('must have the pinned digest', () => {
    const wrong = ['--trusted-root-digest', `sha256:${'0'.repeat(64)}`];
    const result = runJson(['verify', artifactOf(dsse), '--bundle', bundleOf(dsse), ...flags, ...wrong]);
    expect([result.code, result.reasons]).toEqual([3, ['trusted-root-digest']]);
  });
  it('has no known age as a bare file: exit 5', () => {
    expect(root).toContain('trusted-root.json');
    const result = runJson(['verify', artifactOf(dsse), '--bundle', bundleOf(dsse), ...flags, '--max-root-age', '90d']);
    expect([result.code, result.reasons]).toEqual([5, ['trusted-root-age']]);
  });
});

describe('thresholds', () => {
  it.each([
    ['--tlog-threshold', 'log-threshold'],
    ['--ctlog-threshold', 'sct-threshold'],
    ['--timestamp-threshold', 'time-threshold'],
    ['--threshold', 'signature-threshold'],
  ])('%s 2 is not met by one', (flag, reason) => {
    const result = runJson(['verify', artifactOf(dsse), '--bundle', bundleOf(dsse), ...flags, flag, '2']);
    expect([result.code, result.reasons]).toEqual([3, [reason]]);
  });
});
