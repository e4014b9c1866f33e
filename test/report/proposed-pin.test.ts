// SPDX-License-Identifier: Apache-2.0
import { mkdtempSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Ajv2020 } from 'ajv/dist/2020.js';
import { describe, expect, it } from 'vitest';
import type { ProposedPin } from '../../src/model/policy.ts';
import { PROJECT, run } from '../support/cli.ts';

const SCHEMA = JSON.parse(readFileSync(join(PROJECT, 'offline-kit/schemas/provenance-v1.json'), 'utf8')) as object;
const validate = new Ajv2020({ strict: true, allErrors: true, allowUnionTypes: true }).compile(SCHEMA);

const scratch = mkdtempSync(join(tmpdir(), 'fv-pin-'));
const SAN = 'https://code.mint.example/acme/app/.workflows/release.yml@refs/heads/main';
const ISSUER = 'https://issuer.mint.example';
const WHO = ['--certificate-identity', SAN, '--certificate-oidc-issuer', ISSUER];
const OTHER = `sha256:${'ab'.repeat(32)}`;
const GOOD = 'fixtures/cases/bundle-v0.3-dsse';
const ARTIFACT = join(PROJECT, GOOD, 'artifact.txt');
const ROOT = ['--trusted-root', join(PROJECT, 'fixtures/shared/trusted-root.json'), '--at', '2026-03-01T00:00:00Z'];

let written = 0;
function policyOf(require: string, fallback = 'auto_update'): string {
  const path = join(scratch, `policy-${written++}.yaml`);
  const head = `policy: forensic-verify/policy@v1\nname: pins\nfallback: ${fallback}\n`;
  writeFileSync(path, `${head}require:\n${require.replace(/^(?=.)/gm, '  ')}`);
  return path;
}

const PINNED = `digest: ["${OTHER}"]\n`;
const SIGNER = `signer: [{ identity: "${SAN}", issuer: "${ISSUER}" }]\n`;

interface Output {
  readonly code: number | null;
  readonly text: string;
  readonly proposed: readonly (ProposedPin | undefined)[];
}

/** In all three forms, which must agree; the policy is read before and after. */
function verify(policy: string, words: readonly string[], who: readonly string[] = WHO): Output {
  const before = readFileSync(policy);
  const all = ['verify', ...words, ...who, ...ROOT, '--policy', policy];
  const [text, json, provenance] = [[], ['--json'], ['--output', 'provenance']].map((form) => run([...all, ...form]));
  expect(readFileSync(policy)).toEqual(before);
  const { items } = JSON.parse(json!.stdout) as { items: { proposed?: ProposedPin }[] };
  const document = JSON.parse(provenance!.stdout) as { subjects: { proposed?: ProposedPin }[] };
  expect(validate(document), JSON.stringify(validate.errors)).toBe(true);
  const proposed = items.map((item) => item.proposed);
  const found = proposed.filter((one) => one !== undefined);
  expect(document.subjects.flatMap((one) => one.proposed ?? [])).toEqual(found);
  for (const { row } of found) for (const line of row.trim().split('\n')) expect(text!.stdout).toContain(line);
  expect(text!.stdout.includes('proposed for ')).toBe(found.length > 0);
  expect([json!.code, provenance!.code]).toEqual([text!.code, text!.code]);
  return { code: text!.code, text: text!.stdout, proposed };
}

const bundle = (folder = GOOD) => [ARTIFACT, '--bundle', join(PROJECT, folder, 'bundle.sigstore.json')];

describe('a proposed pin', () => {
  it('is told in every form of the report, as lines that make the policy hold where they stand', () => {
    const { code, text, proposed } = verify(policyOf(PINNED), bundle());
    expect(code).toBe(1);
    expect(proposed).toEqual([
      {
        rules: ['require.digest'],
        digests: [expect.stringMatching(/^sha256:[0-9a-f]{64}$/)],
        signer: { identity: SAN, issuer: ISSUER },
        row: expect.stringMatching(/^digest: .+\nsigner: .+\n$/),
      },
    ]);
    expect(text).toContain('proposed for require.digest; the policy itself was not changed');
    expect(verify(policyOf(proposed[0]!.row), bundle())).toMatchObject({ code: 0, proposed: [undefined] });
    // Nobody need be named on the command line: the row says who signed.
    expect(verify(policyOf(proposed[0]!.row, 'fail'), bundle(), []).code).toBe(0);
  });
  it('is made too where a rule says who may have signed', () => {
    expect(verify(policyOf(PINNED + SIGNER), bundle(), [])).toMatchObject({
      code: 1,
      proposed: [{ rules: ['require.digest'] }],
    });
  });
  it('is made under no other fallback', () => {
    expect(verify(policyOf(PINNED, 'warn'), bundle())).toMatchObject({ code: 1, proposed: [undefined] });
    expect(verify(policyOf(PINNED, 'fail'), bundle())).toMatchObject({ code: 2, proposed: [undefined] });
  });
  it.each<[string, string, readonly string[], readonly string[]]>([
    ['nothing is signed', PINNED, [ARTIFACT], WHO],
    ['the signature is bad', PINNED, bundle('fixtures/cases/bundle-other-key--signature-mismatch'), WHO],
    [
      'the certificate leads to no trusted root',
      PINNED,
      bundle('fixtures/cases/certificate-of-another-authority--path-not-found'),
      WHO,
    ],
    ['another signed', PINNED, bundle(), [WHO[0]!, 'x', ...WHO.slice(2)]],
    ['a second rule does not hold', `${PINNED}trigger: [push]\n`, bundle(), WHO],
    ['the signer of the policy is another', `${PINNED}signer: [{ identity: x, issuer: y }]\n`, bundle(), []],
    ['it is older than the policy likes, which only warns', `${PINNED}ttl: 1d\n`, bundle(), WHO],
    ['the artifact is not the one that was signed', PINNED, [join(PROJECT, 'README.md'), ...bundle().slice(1)], WHO],
    ['the artifact is not compared', PINNED, [...bundle(), '--check-claims=false', '--override-policy'], WHO],
  ])('is not made where %s', (_what, require, words, who) => {
    const { code, proposed } = verify(policyOf(require), words, who);
    expect(code).toBe(1);
    expect(proposed).toEqual(proposed.map(() => undefined));
  });
  it('has every algorithm that was pinned, and is not made where one of them cannot be computed', () => {
    const both = policyOf(`digest: ["${OTHER}", "sha512:${'cd'.repeat(64)}"]\n`);
    const { code, proposed } = verify(both, bundle());
    expect([code, proposed[0]!.digests.map((digest) => digest.slice(0, 7))]).toEqual([1, ['sha256:', 'sha512:']]);
    const [digest] = proposed[0]!.digests;
    expect(verify(both, [digest!, ...bundle().slice(1)])).toMatchObject({ code: 1, proposed: [undefined] });
  });
  it('is not made where another item of the same report is wrong', () => {
    const two = join(scratch, 'two.jsonl');
    const lines = [GOOD, 'fixtures/cases/bundle-other-key--signature-mismatch'].map((folder) =>
      JSON.stringify(JSON.parse(readFileSync(join(PROJECT, folder, 'bundle.sigstore.json'), 'utf8'))),
    );
    writeFileSync(two, `${lines.join('\n')}\n`);
    const { code, proposed } = verify(policyOf(PINNED), [ARTIFACT, '--bundle', two]);
    expect([code, proposed.every((one) => one === undefined)]).toEqual([1, true]);
    expect(proposed.length).toBeGreaterThan(1);
  });
});
