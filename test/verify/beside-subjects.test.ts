// SPDX-License-Identifier: Apache-2.0
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { PROJECT, run } from '../support/cli.ts';

interface Told {
  readonly items: readonly {
    readonly name: string;
    readonly kind: string;
    readonly decision: string;
    readonly artifacts: readonly { readonly name: string; readonly what?: string }[];
    readonly predicateDocument?: { readonly what: string; readonly canonicalSha256: string };
    readonly materials?: readonly string[];
    readonly findings: readonly { readonly code: string; readonly detail: string; readonly at: { evidence: string } }[];
  }[];
  readonly unmatchedArtifacts: readonly string[];
}

function reportOf(name: string): Told {
  const folder = join(PROJECT, 'fixtures/cases', name);
  const { command } = JSON.parse(readFileSync(join(folder, 'expect.json'), 'utf8')) as { command: string[] };
  return JSON.parse(run([...command, '--json'], { cwd: folder, input: '' }).stdout) as Told;
}

const kindOf = (report: Told, kind: string) => report.items.find((item) => item.kind === kind)!;

describe('a bill of materials', () => {
  it('as the subject is named for what it is', () => {
    const [item] = reportOf('sbom-as-subject').items;
    expect(item?.artifacts).toMatchObject([{ name: 'locker/sbom.spdx.json', what: 'SPDX 2.3 document' }]);
  });

  it('as the predicate is told where the same document lies beside it, and stays unmatched', () => {
    const report = reportOf('sbom-of-predicate--artifact-unattested');
    const { predicateDocument } = kindOf(report, 'sigstore-bundle');
    expect(predicateDocument?.what).toBe('SPDX 2.3 document');
    expect(kindOf(report, 'evidence-set').findings).toMatchObject([
      {
        code: 'predicate-at-hand',
        at: { evidence: 'locker/sbom.spdx.json' },
        detail: 'SPDX 2.3 document: the predicate of locker/a.sigstore.json',
      },
    ]);
    expect(report.unmatchedArtifacts).toEqual(['locker/sbom.spdx.json']);
  });

  it('as a material is told, and stays unmatched', () => {
    const report = reportOf('sbom-as-material--artifact-unattested');
    expect(kindOf(report, 'sigstore-bundle').materials).toHaveLength(1);
    expect(kindOf(report, 'evidence-set').findings).toMatchObject([
      { code: 'material-at-hand', detail: 'material of locker/a.sigstore.json' },
    ]);
    expect(report.unmatchedArtifacts).toEqual(['locker/sbom.spdx.json']);
  });

  it('beside an attestation that says nothing of it is told of nothing', () => {
    expect(kindOf(reportOf('sbom-beside--artifact-unattested'), 'evidence-set').findings).toEqual([]);
  });

  it('is no material of what another has signed than the one who was asked for', () => {
    const folder = join(PROJECT, 'fixtures/cases/sbom-as-material--artifact-unattested');
    const { command } = JSON.parse(readFileSync(join(folder, 'expect.json'), 'utf8')) as { command: string[] };
    const another = command.map((word) => (word.includes('/.workflows/') ? 'https://code.mint.example/another' : word));
    const report = JSON.parse(run([...another, '--json'], { cwd: folder, input: '' }).stdout) as Told;
    expect(kindOf(report, 'sigstore-bundle').decision).toBe('reject');
    expect(kindOf(report, 'evidence-set').findings).toEqual([]);
  });
});

describe('a signed model', () => {
  it('has its files for its own, and tells what was left out', () => {
    const report = reportOf('model-ignored');
    expect(kindOf(report, 'model-signing')).toMatchObject({
      decision: 'accept',
      artifacts: [{ name: 'locker', what: 'signed model' }],
      findings: [{ code: 'model-path-ignored', detail: '1 file', at: { evidence: 'locker/.gitattributes' } }],
    });
  });

  it('that was altered leaves the altered file alone', () => {
    const report = reportOf('model--model-file-mismatch');
    expect(report.unmatchedArtifacts).toEqual(['locker/weights/part-1.bin']);
    expect(report.items.every(({ decision }) => decision !== 'accept')).toBe(true);
  });
});

describe('a verification summary that refuses', () => {
  const folder = join(PROJECT, 'fixtures/cases/vsa-failed--summary-not-passed');
  const { command } = JSON.parse(readFileSync(join(folder, 'expect.json'), 'utf8')) as { command: string[] };
  const code = (...more: string[]) => run([...command, ...more], { cwd: folder, input: '' }).code;

  it('is no success, whatever is let go', () => {
    expect(code()).toBe(3);
    expect(code('--attest-mode', 'record')).toBe(1);
    expect(code('--attest-mode', 'none')).toBe(1);
    expect(code('--require-signature', 'false', '--attest-mode', 'none')).toBe(1);
  });
});

it('explain tells what a predicate says, as a claim', () => {
  const folder = join(PROJECT, 'fixtures/cases/predicate-vsa');
  const { stdout, code } = run(['explain', 'bundle.sigstore.json'], { cwd: folder, input: '' });
  expect(code).toBe(0);
  expect(stdout).toContain('the predicate');
  expect(stdout).toMatch(/verification result\s+"PASSED"/);
});
