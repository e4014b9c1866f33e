// SPDX-License-Identifier: Apache-2.0
import { existsSync, readdirSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { hasBinary, run } from '../support/cli.ts';
import { corpus } from '../support/corpora.ts';

interface Row {
  readonly name: string;
  readonly kind: string;
  readonly decision: string;
  readonly artifacts: readonly { readonly name: string }[];
}
interface Mixed {
  readonly verdict: { readonly exitCode: number };
  readonly items: readonly Row[];
  readonly verified: readonly string[];
  readonly failed: readonly string[];
  readonly unmatchedArtifacts: readonly string[];
  readonly inputs: readonly { readonly name: string; readonly role: string; readonly sha256: string }[];
  readonly sets: readonly { readonly files: number; readonly listed: readonly { readonly name: string }[] }[];
}

const one = corpus('sigstore-conformance');
const root = one === null ? null : dirname(one);
const PUBLIC_GOOD = 'sigstore-trust-roots/public-good/targets/trusted_root.json';
const ready = root !== null && existsSync(join(root, PUBLIC_GOOD));

/** Everything at once: what it is, is told of each file by its octets, wherever it lies. */
describe.skipIf(!ready)('one folder that mixes all corpora (skipped where they are not at hand)', () => {
  const folder = root ?? '';
  const words = ['verify', '.', '--trusted-root', PUBLIC_GOOD, '--at', '2026-06-01T00:00:00Z', '--deterministic'];
  const anyone = ['--certificate-identity-regexp', '.*', '--certificate-oidc-issuer-regexp', '.*'];
  const result = run([...words, ...anyone, '--json'], { cwd: folder });
  const report = (): Mixed => JSON.parse(result.stdout) as Mixed;
  const below = (name: string) => (path: string) => path.startsWith(`./${name}/`);

  it('is one report with a verdict, and no file is left out of it', () => {
    expect(result.code, result.stderr).toBe(3);
    const files = readdirSync(folder, { recursive: true, withFileTypes: true }).filter((entry) => entry.isFile());
    const { sets, inputs, verdict } = report();
    expect(verdict.exitCode).toBe(3);
    expect(sets[0]!.files).toBe(files.length);
    expect(new Set(inputs.filter(({ name }) => name.startsWith('./')).map(({ name }) => name)).size).toBe(files.length);
  });

  it('has every kind of evidence among its items', () => {
    const kinds = new Set(report().items.map(({ kind }) => kind));
    for (const kind of ['sigstore-bundle', 'dsse', 'npm-attestations', 'pypi-attestation', 'oci-layout'])
      expect([...kinds]).toContain(kind);
    expect([...kinds]).toContain('cosign-attestation');
    expect([...kinds]).toContain('rfc3161-timestamp');
  });

  it('accepts what verifies under this root, about the file that it is about', () => {
    const accepted = report().items.filter(({ decision, kind }) => decision === 'accept' && kind === 'sigstore-bundle');
    expect(accepted.length).toBeGreaterThan(15);
    for (const { name, artifacts } of accepted) expect(artifacts.length, name).toBeGreaterThan(0);
    const about = accepted.find(({ name }) => name.startsWith('./sigstore-conformance/'));
    expect(about?.artifacts.map(({ name }) => name).join()).toMatch(/^\.\/sigstore-conformance\//);
  });

  it('never accepts a case of the suite whose bundle must be refused', () => {
    const refused = report().verified.filter((name) => /_fail\/bundle\.sigstore\.json$/.test(name));
    // What is wrong with others is the root or the artifact that their own call names, and which nobody names here.
    const byItself = refused.filter((name) =>
      ['trusted_root.json', 'artifact'].every((file) => !existsSync(join(folder, dirname(name), file))),
    );
    expect(byItself).toEqual([]);
  });

  it('counts case files and timelines as artifacts that nobody has signed', () => {
    const { unmatchedArtifacts, failed, inputs } = report();
    for (const name of ['case-examples', 'timeline']) {
      const data = inputs.filter((input) => below(name)(input.name));
      expect(data.length).toBeGreaterThan(5);
      for (const input of data) expect(unmatchedArtifacts, input.name).toContain(input.name);
      expect(failed.filter(below(name))).toEqual([]);
    }
  });

  it('lists trusted roots and keys, and never trusts them for lying there', () => {
    const listed = report().sets[0]!.listed.map(({ name }) => name);
    expect(listed.filter((name) => name.endsWith('trusted_root.json')).length).toBeGreaterThan(2);
    expect(listed.filter((name) => name.endsWith('.pub') || name.endsWith('.pem')).length).toBeGreaterThan(3);
  });

  it('reads well: no control character, and a verdict at its end', () => {
    const text = run([...words, ...anyone], { cwd: folder });
    expect(text.code).toBe(3);
    expect(text.stdout).not.toMatch(/[\u0000-\u0009\u000b-\u001f\u007f-\u009f\u202a-\u202e\u2066-\u2069]/);
    expect(text.stdout.trimEnd().split('\n').at(-1)).toMatch(/^VERDICT: REJECT .*\(exit 3\)$/);
  });

  it('is the same on one thread, and on those of the binary', () => {
    const more = [...words, ...anyone, '--json'];
    expect(run([...more, '--workers', '1'], { cwd: folder }).stdout === result.stdout).toBe(true);
    if (hasBinary) expect(run(more, { cwd: folder, binary: true }).stdout === result.stdout).toBe(true);
  });
});
