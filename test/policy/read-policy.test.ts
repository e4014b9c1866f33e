// SPDX-License-Identifier: Apache-2.0
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { parseRfc3339 } from '../../src/encoding/rfc3339.ts';
import { parseStrictYaml } from '../../src/encoding/strict-yaml.ts';
import { Malformed } from '../../src/model/malformed.ts';
import type { PolicyDocument } from '../../src/model/policy-document.ts';
import { readPolicy } from '../../src/policy/read-policy.ts';

const HEAD = 'policy: forensic-verify/policy@v1\nname: n\n';
const A = `sha256:${'a'.repeat(64)}`;
const B = `sha256:${'b'.repeat(64)}`;
const C = `sha512:${'c'.repeat(128)}`;
const POLICIES = join(import.meta.dirname, '../../offline-kit/policies');

const read = (text: string): Promise<PolicyDocument> =>
  readPolicy(new TextEncoder().encode(text), 'gate.yaml', '0'.repeat(64));

async function refusal(text: string): Promise<string> {
  try {
    await read(text);
  } catch (error) {
    if (!(error instanceof Malformed)) throw error;
    expect(error.reason).toBe('policy-invalid');
    return error.detail;
  }
  throw new Error('the reader accepts');
}

/** What functions a rule holds cannot be compared. */
const plain = (document: PolicyDocument): unknown =>
  JSON.parse(JSON.stringify(document, (_, one) => (typeof one === 'bigint' ? String(one) : one)));

describe('a policy file', () => {
  it('that says nothing asks for everything', async () => {
    expect(await read(HEAD)).toEqual({
      name: 'n',
      sha256: '0'.repeat(64),
      effectiveFrom: null,
      expires: null,
      defaults: { requireSignature: true, attestMode: 'enforce', fallback: 'fail', checks: {} },
      rules: [],
      scopes: [],
    });
  });

  it('sets defaults, dates, scopes and rules', async () => {
    const document = await read(`${HEAD}effective_from: 2026-01-01T00:00:00Z
expires: 2027-01-01T00:00:00Z
require_signature: false
attest_mode: record
fallback: warn
checks: { log.checkpoint: warn, sct.signature: skip }
require: { ttl: 90d, key_fingerprint: ['${A}'] }
scopes:
  - name: images
    match: { images: [{ pattern: '^registry/.*$' }], digests: ['${A}'] }
    attest_mode: none
    require: { digest: ['${A}'] }
`);
    expect(document).toMatchObject({
      effectiveFrom: parseRfc3339('2026-01-01T00:00:00Z').time,
      expires: parseRfc3339('2027-01-01T00:00:00Z').time,
      defaults: {
        requireSignature: false,
        attestMode: 'record',
        fallback: 'warn',
        checks: { 'log.checkpoint': 'warn', 'sct.signature': 'skip' },
      },
    });
    // The order of the table, not of the file.
    expect(document.rules.map(({ kind, origin }) => [kind, origin])).toEqual([
      ['key_fingerprint', 'require.key_fingerprint'],
      ['ttl', 'require.ttl'],
    ]);
    const [scope] = document.scopes;
    expect(scope).toMatchObject({ name: 'images', modes: { attestMode: 'none' }, match: { digests: [A] } });
    expect(Object.keys(scope!.modes)).toEqual(['attestMode']);
    expect(scope!.rules.map(({ origin }) => origin)).toEqual(['scopes[0].require.digest']);
  });

  it('gives the table of builders to slsa_level', async () => {
    const { rules } = await read(`${HEAD}builders: [{ id: b, level: 3 }]\nrequire: { slsa_level: 2 }\n`);
    expect(rules).toMatchObject([{ kind: 'slsa_level', level: 2, builders: [{ id: 'b', level: 3 }] }]);
  });

  it('may hold an expression over several lines', async () => {
    const { rules } = await read(
      `${HEAD}require:\n  expressions:\n    - name: e\n      cel: |\n        true &&\n        true\n`,
    );
    expect(rules).toMatchObject([{ kind: 'expressions', text: 'true &&\ntrue' }]);
  });
});

describe('the policies of the kit', () => {
  for (const name of readdirSync(POLICIES)) {
    it(`${name} can be read, and as JSON means the same`, async () => {
      const bytes = readFileSync(join(POLICIES, name));
      const document = await readPolicy(bytes, name, '');
      expect(document.rules.length + document.scopes.length).toBeGreaterThan(0);
      const json = new TextEncoder().encode(JSON.stringify(parseStrictYaml(bytes).value, null, '\t'));
      expect(plain(await readPolicy(json, name, ''))).toEqual(plain(document));
    });
  }
});

const scope = (inside: string) => `${HEAD}scopes:\n  - name: s\n${inside}`;

describe('every refusal names line and column', () => {
  it.each<[string, string, number, number]>([
    ['', 'the file is empty', 1, 1],
    ['[]', 'a policy is a block', 1, 1],
    ['name: n', 'the key "policy" is missing', 1, 1],
    ['policy: forensic-verify/policy@v2', 'forensic-verify/policy@v1', 1, 9],
    ['attest: x\npolicy: other', 'forensic-verify/policy@v1', 2, 9],
    ['policy: forensic-verify/policy@v1', 'the key "name" is missing', 1, 1],
    ['policy: forensic-verify/policy@v1\nname: 7', 'a text is wanted', 2, 7],
    [`policy: forensic-verify/policy@v1\nname: ${'n'.repeat(129)}`, 'one line', 2, 7],
    [`${HEAD}attest_mod: none`, 'unknown key "attest_mod"', 3, 1],
    [`${HEAD}name: m`, 'a second key "name"', 3, 1],
    [`${HEAD}attest_mode: &x none`, 'anchors', 3, 14],
    [`${HEAD}attest_mode: *x`, 'aliases', 3, 14],
    [`${HEAD}attest_mode: !!str none`, 'tags', 3, 14],
    [`${HEAD}<<: { attest_mode: none }`, 'merge', 3, 1],
    [`${HEAD}---\nname: m`, 'a second one', 3, 1],
    [`${HEAD}attest_mode: off`, 'none, record, enforce are the choices, not "off"', 3, 14],
    [`${HEAD}attest_mode: Enforce`, 'are the choices', 3, 14],
    [`${HEAD}fallback: ignore`, 'are the choices', 3, 11],
    [`${HEAD}require_signature: no`, 'true or false is wanted', 3, 20],
    [`${HEAD}require_signature: "false"`, 'true or false is wanted', 3, 20],
    [`${HEAD}require_signature: False`, 'differently', 3, 20],
    [`${HEAD}require_signature: 0`, 'true or false is wanted', 3, 20],
    [`${HEAD}require_signature: null`, 'null asks nothing', 3, 20],
    [`${HEAD}require_signature:`, 'nothing stands', 3, 19],
    [`${HEAD}checks: {}`, 'the block is empty', 3, 9],
    [`${HEAD}checks: { log.checkpiont: warn }`, 'unknown key "log.checkpiont"', 3, 11],
    [`${HEAD}checks: { toString: warn }`, 'unknown key "toString"', 3, 11],
    [`${HEAD}checks: { log.checkpoint: ignore }`, 'are the choices', 3, 27],
    [`${HEAD}checks: [log.checkpoint]`, 'a block is wanted', 3, 9],
    [`${HEAD}expires: tomorrow`, 'is not written as', 3, 10],
    [`${HEAD}expires: 2026-02-30T00:00:00Z`, 'does not exist', 3, 10],
    [`${HEAD}expires: 2026`, 'a text is wanted', 3, 10],
    [`${HEAD}effective_from: 2026-01-02T00:00:00Z\nexpires: 2026-01-02T00:00:00Z`, 'expires before', 4, 10],
    [`${HEAD}require: {}`, 'the block is empty', 3, 10],
    [`${HEAD}require: []`, 'the list is empty', 3, 10],
    [`${HEAD}require: { digests: ["${A}"] }`, 'unknown key "digests"', 3, 12],
    [`${HEAD}require: { constructor: 1 }`, 'unknown key "constructor"', 3, 12],
    [`${HEAD}require: { digest: [] }`, 'the list is empty', 3, 20],
    [`${HEAD}require: { digest: ["sha256:AA"] }`, 'lowercase', 3, 21],
    [`${HEAD}require: { digest: ["md5:aa"] }`, 'a digest is written', 3, 21],
    [`${HEAD}require: { thresholds: { signers: 0 } }`, 'from 1 to 32', 3, 35],
    [`${HEAD}require: { thresholds: { logs: 33 } }`, 'from 1 to 32', 3, 32],
    [`${HEAD}require: { thresholds: { times: 1.5 } }`, 'a whole number', 3, 33],
    [`${HEAD}require: { thresholds: { times: "1" } }`, 'a whole number', 3, 33],
    [`${HEAD}require: { ttl: 90 }`, 'a text is wanted', 3, 17],
    [`${HEAD}require: { ttl: 0d }`, 'zero', 3, 17],
    [`${HEAD}require: { ttl: 90 days }`, 'a duration', 3, 17],
    [`${HEAD}require: { signer: [{ identity: a }] }`, 'issuer', 3, 21],
    [`${HEAD}require: { signer: [{ identity: a, issuer_pattern: 'b$' }] }`, 'does not begin with ^', 3, 52],
    [`${HEAD}require: { signer: [{ identity_pattern: '^a', issuer: b }] }`, 'does not end with $', 3, 41],
    [`${HEAD}require: { signer: [{ identity_pattern: '^a|b$', issuer: b }] }`, 'parentheses', 3, 41],
    [`${HEAD}require: { signer: [{ identity_pattern: '^($', issuer: b }] }`, 'RE2', 3, 41],
    [`${HEAD}require: { signer: [{ identity: '', issuer: b }] }`, 'the text is empty', 3, 33],
    [`${HEAD}require: { signer: [{ identity: ' a', issuer: b }] }`, 'white space', 3, 33],
    [
      `${HEAD}require:\n  signed_between: { not_before: 2026-01-02T00:00:00Z, not_after: 2026-01-01T00:00:00Z }`,
      'not_after is before not_before',
      4,
      66,
    ],
    [`${HEAD}require: { claims: [{ on: statement, pointer: predicate, present: true }] }`, 'Pointer', 3, 47],
    [`${HEAD}require: { claims: [{ on: statement, pointer: /p, equals: 1, present: true }] }`, 'exactly one', 3, 21],
    [`${HEAD}require: { expressions: [{ name: a, cel: 'x ==' }] }`, 'the expression is no', 3, 42],
    [`${HEAD}require: { expressions: [{ name: a, cel: 'kind.matches("b")' }] }`, 'does not begin with ^', 3, 42],
    [
      `${HEAD}require: { expressions: [{ name: a, cel: '${'('.repeat(900)}true' }] }`,
      'the expression is nested too deeply',
      3,
      42,
    ],
    [`${HEAD}require: { slsa_level: 2 }`, 'builders', 3, 24],
    [`${HEAD}builders: [{ id: b, level: 1 }]\nrequire: { slsa_level: 2 }`, 'level 2', 4, 24],
    [`${HEAD}builders: [{ id: b, level: 0 }]\nrequire: { slsa_level: 1 }`, 'from 1 to 4', 3, 28],
    [`${HEAD}builders: [{ id: b, level: 1 }, { id: b, level: 3 }]`, 'another row', 3, 39],
    [`${HEAD}builders: [{ id: b, level: 1 }]`, 'no slsa_level asks', 3, 1],
    [`${HEAD}require: { signer: [{ identity: "${'a'.repeat(8193)}", issuer: b }] }`, 'longer than 8192', 3, 33],
    [`${HEAD}require: { workflow: { inputs: { ${'k'.repeat(257)}: v } } }`, 'longer than 256', 3, 34],
    [`${HEAD}scopes: []`, 'the list is empty', 3, 9],
    [`${HEAD}scopes: { name: s }`, 'a list is wanted', 3, 9],
    [scope('    attest_mode: none'), 'the key "match" is missing', 4, 5],
    [scope('    match: {}\n    attest_mode: none'), 'the block is empty', 5, 12],
    [scope('    match: { names: [a] }'), 'asks nothing', 4, 5],
    [scope('    match: { name: [a] }\n    attest_mode: none'), 'unknown key "name"', 5, 14],
    [scope('    match: { names: a }\n    attest_mode: none'), 'a list is wanted', 5, 21],
    [scope('    match: { names: [a, b, a] }\n    attest_mode: none'), 'already', 5, 28],
    [scope('    match: { names: [{ pattern: a }] }\n    attest_mode: none'), 'does not begin', 5, 33],
    [scope('    match: { names: [{ regexp: a }] }\n    attest_mode: none'), 'unknown key "regexp"', 5, 24],
    [scope('    match: { digests: [{ pattern: "^a$" }] }\n    attest_mode: none'), 'a text is wanted', 5, 24],
    [scope('    match: { names: [a] }\n    expires: 2026-01-01T00:00:00Z'), 'unknown key "expires"', 6, 5],
    [
      scope(
        '    match: { names: [a] }\n    attest_mode: none\n  - name: s\n    match: { names: [b] }\n    fallback: fail',
      ),
      'another scope',
      7,
      11,
    ],
    [
      `${scope(`    match: { names: [a] }\n    require: { digest: ["${B}"] }`)}\nrequire: { digest: ["${A}"] }`,
      'both',
      6,
      24,
    ],
    [scope(`    match: { digests: ["${A}"] }\n    require: { digest: ["${B}"] }`), 'never be met', 6, 24],
    [
      scope(
        `    match: { names: [a, b] }\n    require: { digest: ["${A}"] }\n  - name: t\n    match: { names: [a] }\n    require: { digest: ["${B}", "${C}"] }`,
      ),
      'scopes[0]',
      9,
      24,
    ],
  ])('%j', async (text, words, line, column) => {
    const detail = await refusal(text);
    expect(detail).toMatch(new RegExp(`^gate\\.yaml:${line}:${column}: [^A-Z]`));
    expect(detail).toContain(words);
    expect(detail).not.toMatch(/\.$|\n/);
  });

  it('names a file whatever it is called', async () => {
    await expect(readPolicy(new Uint8Array(), 'a\n\u202eb', '')).rejects.toMatchObject({
      detail: 'a\n\u202eb:1:1: the file is empty',
      file: 'a\n\u202eb',
      line: 1,
      column: 1,
    });
  });
});

describe('what is no contradiction', () => {
  it.each([
    [
      'pins of two algorithms',
      `${scope(`    match: { names: [a] }\n    require: { digest: ["${C}"] }`)}\nrequire: { digest: ["${A}"] }`,
    ],
    [
      'pins with one in common',
      `${scope(`    match: { names: [a] }\n    require: { digest: ["${A}", "${B}"] }`)}\nrequire: { digest: ["${A}"] }`,
    ],
    [
      'pins of different subjects',
      scope(
        `    match: { names: [a] }\n    require: { digest: ["${A}"] }\n  - name: t\n    match: { names: [b] }\n    require: { digest: ["${B}"] }`,
      ),
    ],
  ])('%s', async (_, text) => {
    await expect(read(text)).resolves.toBeDefined();
  });
});

describe('a typo never weakens', () => {
  const whole = readFileSync(join(POLICIES, 'release-gate.yaml'), 'utf8');
  const lines = whole.split('\n');
  const keys = lines.flatMap((line, i) => (/^ *(- )?[a-z_]+:( |$)/.test(line) ? [i] : []));

  it('a changed letter of a key is refused, at its line', async () => {
    for (const i of keys) {
      const text = lines.map((line, k) => (k === i ? line.replace(/([a-z_]+):/, 'x$1:') : line)).join('\n');
      const detail = await refusal(text);
      // A missing key is told at its block.
      expect(detail, detail).toMatch(/unknown key|is missing/);
      if (detail.includes('unknown key')) expect(detail).toContain(`gate.yaml:${i + 1}:`);
    }
  });

  it('any cut, doubling or swap of characters gives a policy or a refusal with its place', async () => {
    await fc.assert(
      fc.asyncProperty(fc.nat(whole.length - 1), fc.nat(8), fc.string({ maxLength: 3 }), async (at, cut, put) => {
        const text = whole.slice(0, at) + put + whole.slice(at + cut);
        try {
          await read(text);
        } catch (error) {
          expect(error).toBeInstanceOf(Malformed);
          expect((error as Malformed).detail).toMatch(/^gate\.yaml:[1-9][0-9]*:[1-9][0-9]*: ./);
        }
      }),
      { numRuns: 400 },
    );
  });

  it('any JSON gives a policy or a refusal', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.jsonValue(),
        fc.constantFrom('require', 'scopes', 'checks', 'builders'),
        async (value, key) => {
          const text = JSON.stringify({ policy: 'forensic-verify/policy@v1', name: 'n', [key]: value });
          await read(text).catch((error) => expect(error).toBeInstanceOf(Malformed));
        },
      ),
      { numRuns: 400 },
    );
  });
});
