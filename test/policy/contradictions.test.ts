// SPDX-License-Identifier: Apache-2.0
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { JsonObject } from '../../src/model/json.ts';
import { attempt, Malformed } from '../../src/model/malformed.ts';
import { parsePolicy } from '../../src/policy/parse-policy.ts';
import { readPolicy } from '../../src/policy/read-policy.ts';
import { kindOf, RULES } from '../../src/policy/rules.ts';
import { VERIFIED } from './product.ts';

const HEAD = 'policy: forensic-verify/policy@v1\nname: n\n';
const [A, B] = ['a', 'b'].map((digit) => `sha256:${digit.repeat(64)}`);
const [COMMIT, OTHER_COMMIT] = ['1', '2'].map((digit) => digit.repeat(40));

async function refusal(text: string): Promise<string | null> {
  try {
    await readPolicy(new TextEncoder().encode(text), 'gate.yaml', '');
    return null;
  } catch (error) {
    if (!(error instanceof Malformed)) throw error;
    return error.detail;
  }
}

/** Where in `text` the marked place begins, without its mark. */
function marked(text: string): { readonly text: string; readonly place: string } {
  const [before, after] = text.split('»') as [string, string];
  const lines = before.split('\n');
  return { text: before + after, place: `gate.yaml:${lines.length}:${lines.at(-1)!.length + 1}: ` };
}

const block = (lines: string) => `${HEAD}require:\n${lines.replace(/^/gm, '  ')}\n`;
const claims = (...rows: string[]) =>
  block(`claims:\n${rows.map((row) => `  - { on: statement, pointer: /p, ${row} }`).join('\n')}`);
const github = 'https://token.actions.githubusercontent.com';

describe('rules of one block that exclude each other are refused at the later one', () => {
  it.each<[string, string, string]>([
    ['ref and tag', block('source: { ref: refs/tags/v1, tag: »v2 }'), 'require.source.ref'],
    ['a branch as ref, and a tag', block('source: { ref: refs/heads/main, tag: »v1 }'), 'require.source.ref'],
    ['ref and branch', block('source: { ref: refs/heads/main, branch: »dev }'), 'require.source.ref'],
    ['ref and versioned tag', block('source: { ref: refs/tags/v2.0, versioned_tag: »v1 }'), 'require.source.ref'],
    [
      'a ref and a pattern of tags',
      block("source: { ref: refs/tags/v1, tag: »{ pattern: '^w.*$' } }"),
      'require.source.ref',
    ],
    [
      'builder and level',
      `${HEAD}builders: [{ id: b, level: 3 }, { id: c, level: 2 }]\nrequire: { builder_id: c, slsa_level: »3 }`,
      'require.builder_id',
    ],
    [
      'curves and their size',
      block('algorithms: [ecdsa-p256-sha256, ed25519]\nkey_bits: »{ ec: 384 }'),
      'require.algorithms',
    ],
    [
      'more signers than keys',
      block(`key_fingerprint: ["${A}"]\nthresholds: { signers: »2 }`),
      'require.key_fingerprint',
    ],
    [
      'more signers than are named',
      block('signer: [{ identity: a, issuer: b }, { identity: c, issuer: b }]\nthresholds: { signers: »3 }'),
      'require.signer',
    ],
    ['two values of a claim', claims('equals: 1', 'equals: »2'), 'require.claims[0].equals'],
    ['a value and a list without it', claims('one_of: [1, 2]', 'equals: »"1"'), 'require.claims[0].one_of'],
    ['a value and a pattern', claims('equals: abc', "pattern: »'^b.*$'"), 'require.claims[0].equals'],
    ['a value and its absence', claims('equals: 1', 'present: »false'), 'require.claims[0].equals'],
    ['presence and absence', claims('present: false', 'present: »true'), 'require.claims[0].present'],
    [
      'three lists of which each two meet',
      claims('one_of: [1, 2]', 'one_of: [2, 3]', 'one_of: »[1, 3]'),
      'require.claims[1].one_of',
    ],
    [
      'source and spec',
      block('source: { repository: github.com/a/b }\nexpect: { repository_uri: »"https://github.com/a/c" }'),
      'require.source.repository',
    ],
    [
      'the spec and itself',
      block(
        'expect:\n  repository_uri: "https://github.com/a/b"\n  attestations: { publisher: { kind: GitHub, repository: »a/c } }',
      ),
      'require.expect.repository_uri',
    ],
    [
      'signer and publisher',
      block('signer: [{ identity: a, issuer: b }]\nexpect: { attestations: { publisher: { kind: »GitHub } } }'),
      'require.signer',
    ],
    ['runner and spec', block('runner: self-hosted\nexpect: { runner_environment: »github-hosted }'), 'require.runner'],
  ])('%s', async (_what, written, origin) => {
    const { text, place } = marked(written);
    const detail = await refusal(text);
    expect(detail).toContain(`${place}with ${origin} no item can meet both`);
  });
  it('reversed windows, no time to live and reversed dates are refused by themselves', async () => {
    const window = 'signed_between: { not_before: 2026-01-02T00:00:00Z, not_after: 2026-01-01T00:00:00Z }';
    expect(await refusal(block(window))).toContain('not_after is before not_before');
    expect(await refusal(block('ttl: 0s'))).toContain('gate.yaml:4:8: the duration is zero');
    expect(await refusal(block('max_root_age: 0d'))).toContain('gate.yaml:4:17: the duration is zero');
  });
});

const KINDS: readonly (readonly [string, string, string])[] = [
  ['digest', `["${A}"]`, `["${B}"]`],
  ['key_fingerprint', `["${A}"]`, `["${B}"]`],
  ['signer', '[{ identity: a, issuer: b }]', '[{ identity: a, issuer: c }]'],
  ['signer', "[{ identity_pattern: '^x.*$', issuer: b }]", '[{ identity: a, issuer: b }]'],
  ['algorithms', '[ed25519]', '[ecdsa-p256-sha256]'],
  ['engines', '[native]', '[dual, noble]'],
  ['builder_id', 'a', 'b'],
  ['builder_id', 'a@v1', 'a@refs/tags/v2'],
  ['trigger', '[push, release]', '[schedule]'],
  ['runner', 'github-hosted', 'self-hosted'],
  ['source', '{ repository: github.com/a/b }', '{ repository: "https://github.com/a/c" }'],
  ['source', `{ commit: "${COMMIT}" }`, `{ commit: "${OTHER_COMMIT}" }`],
  ['source', '{ branch: main }', '{ branch: dev }'],
  ['source', '{ tag: v1 }', '{ tag: v2 }'],
  ['source', '{ versioned_tag: v1.2 }', '{ versioned_tag: v1.3 }'],
  ['workflow', '{ path: a.yml }', '{ path: b.yml }'],
  ['workflow', '{ inputs: { a: "1" } }', '{ inputs: { a: 1 } }'],
  ['signed_between', '{ not_after: 2026-01-01T00:00:00Z, tolerance: 5s }', '{ not_before: 2026-01-01T00:00:06Z }'],
];
const everywhereAndScope = (key: string, a: string, b: string) =>
  `${HEAD}require: { ${key}: ${a} }\nscopes:\n  - name: s\n    match: { names: [a] }\n    require: { ${key}: ${b} }\n`;
const scopes = (key: string, a: string, b: string, one: string, other: string) =>
  `${HEAD}scopes:\n  - { name: s, match: ${one}, require: { ${key}: ${a} } }\n  - { name: t, match: ${other}, require: { ${key}: ${b} } }\n`;

describe.each(KINDS)('%s: %s and %s', (key, a, b) => {
  it('for every item and in a scope are refused, at the scope', async () => {
    const detail = await refusal(everywhereAndScope(key, a, b));
    expect(detail).toMatch(new RegExp(`^gate\\.yaml:7:\\d+: with require\\.${key}\\b.* no item can meet both`));
    expect(await refusal(everywhereAndScope(key, a, a))).toBeNull();
  });
  it('in scopes that are provably for the same are refused, and else are two questions', async () => {
    for (const match of ['{ names: [a] }', "{ names: [{ pattern: '^a$' }] }", `{ names: [a], digests: ["${A}"] }`]) {
      if (key === 'digest' && match.includes('digests')) continue;
      expect(await refusal(scopes(key, a, b, match, match))).toContain('with scopes[0].require.');
    }
    expect(await refusal(scopes(key, a, b, '{ names: [a, b] }', '{ names: [c, b] }'))).toContain('with scopes[0]');
    for (const other of [
      '{ names: [c] }',
      "{ names: [{ pattern: '^.*$' }] }",
      '{ images: [a] }',
      `{ names: [a], purls: ['pkg:npm/a'] }`,
    ])
      expect(await refusal(scopes(key, a, b, '{ names: [a] }', other))).toBeNull();
  });
});

describe('what is no contradiction', () => {
  it.each([
    ['a tag that was made from a branch', 'source: { ref: refs/tags/v1, branch: main }'],
    ['a tag and its version', 'source: { ref: refs/tags/v1.2.3, versioned_tag: v1.2 }'],
    ['a ref and its branch', 'source: { ref: refs/heads/main, branch: main }'],
    ['two patterns, whatever they take', "source: { ref: { pattern: '^a$' }, tag: { pattern: '^b$' } }"],
    ['RSA of any size', 'algorithms: [rsa-pss-sha256]\nkey_bits: { rsa: 4096 }'],
    ['a curve that is large enough', 'algorithms: [ecdsa-p256-sha256, ecdsa-p384-sha384]\nkey_bits: { ec: 384 }'],
    ['as many signers as keys', `key_fingerprint: ["${A}", "${B}"]\nthresholds: { signers: 2 }`],
    ['signers by a pattern', "signer: [{ identity_pattern: '^a.*$', issuer: b }]\nthresholds: { signers: 3 }"],
    [
      'spellings of one repository',
      'source: { repository: github.com/a/b }\nexpect: { repository_uri: "git+https://github.com/a/b.git" }',
    ],
    [
      'a repository like a pattern',
      "source: { repository: { pattern: '^https://github\\.com/a/.*$' } }\nexpect: { repository_uri: github.com/a/b }",
    ],
    [
      'the file of a workflow',
      'workflow: { path: .github/workflows/r.yml }\nexpect: { attestations: { publisher: { kind: GitHub, workflow: r.yml } } }',
    ],
    [
      'a publisher and its issuer',
      `signer: [{ identity: a, issuer: "${github}" }]\nexpect: { attestations: { publisher: { kind: GitHub } } }`,
    ],
  ])('%s', async (_what, lines) => {
    expect(await refusal(block(lines))).toBeNull();
  });
  it('is anything that some facts meet', () => {
    const some = <T>(...values: T[]) =>
      fc.oneof({ weight: 5, arbitrary: fc.constant(undefined) }, { weight: 1, arbitrary: fc.constantFrom(...values) });
    const source = fc.record({
      repository: some('github.com/a/b', 'https://github.com/a/c', 'git+https://github.com/a/b'),
      ref: some('refs/tags/v1', 'refs/heads/main', 'refs/tags/v1.2.0'),
      branch: some('main', 'dev'),
      tag: some('v1', 'v1.2.0'),
      versioned_tag: some('v1', 'v1.2', 'v2'),
    });
    const require = fc.record({
      source,
      builder_id: some('b', 'b@v1', 'c@refs/tags/v1'),
      trigger: some(['push'], ['push', 'release'], ['schedule']),
      runner: some('github-hosted', 'self-hosted'),
      algorithms: some(['ed25519'], ['ecdsa-p256-sha256', 'ed25519']),
      key_bits: some({ ec: 256 }, { ec: 384 }),
      thresholds: some({ signers: 1 }, { signers: 2 }),
      key_fingerprint: some([A!], [A!, B!]),
      signer: some([{ identity: 'a', issuer: 'b' }]),
    });
    const build = fc.record({
      sourceRepository: fc.constantFrom('https://github.com/a/b', 'https://github.com/a/c'),
      sourceRef: fc.constantFrom('refs/tags/v1', 'refs/heads/main', 'refs/tags/v1.2.0'),
      builderId: fc.constantFrom('b', 'b@refs/tags/v1', 'c@refs/tags/v1'),
      trigger: fc.constantFrom('push', 'schedule'),
      runner: fc.constantFrom('github-hosted', 'self-hosted'),
    });
    let met = 0;
    let refused = 0;
    fc.assert(
      fc.property(require, require, build, (everywhere, scoped, parts) => {
        const ref = parts.sourceRef;
        const tag = ref.startsWith('refs/tags/') ? ref.slice(10) : null;
        const facts = {
          ...VERIFIED,
          certificate: { identity: 'a', issuer: 'b' },
          keyFingerprints: ['a'.repeat(64)],
          algorithms: [{ scheme: 'ed25519', keyKind: 'ed25519', bits: 256 }],
          build: { ...VERIFIED.build, ...parts, sourceTag: tag, sourceBranch: tag === null ? ref.slice(11) : 'main' },
        };
        const clean = (one: object) => JSON.parse(JSON.stringify(one)) as JsonObject;
        const policy: JsonObject = { policy: 'forensic-verify/policy@v1', name: 'n' };
        const blocks = [everywhere, scoped].map(clean).map(({ source: from, ...rest }) => ({
          ...rest,
          ...(Object.keys(from as JsonObject).length === 0 ? {} : { source: from! }),
        }));
        if (blocks.some((one) => Object.keys(one).length === 0)) return;
        const document = attempt(() =>
          parsePolicy(
            { ...policy, require: blocks[0]!, scopes: [{ name: 's', match: { names: ['app'] }, require: blocks[1]! }] },
            '',
            RULES,
          ),
        );
        const holds = blocks.every((one) =>
          Object.entries(one).every(([key, value]) => {
            const rules = attempt(() => RULES[key]!.parse(value, '', key, { builders: [] }));
            return rules.ok && rules.value.every((rule) => kindOf(rule).judge(rule, facts).outcome === 'passed');
          }),
        );
        if (!document.ok) refused++;
        if (!holds) return;
        met++;
        expect(document).toMatchObject({ ok: true });
      }),
      { numRuns: 5000 },
    );
    expect([met > 20, refused > 100]).toEqual([true, true]);
  });
});
