// SPDX-License-Identifier: Apache-2.0

import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Ajv2020 } from 'ajv/dist/2020.js';
import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { loadPatternEngine } from '../../src/encoding/anchored-pattern.ts';
import { encodeUtf8 } from '../../src/encoding/utf8.ts';
import { parseImageReference } from '../../src/policy/image-reference.ts';
import { readSpelled, type SpelledKey, takesSpelled } from '../../src/policy/match-forms.ts';
import { plainName } from '../../src/policy/name-forms.ts';
import { parsePurl, purlText } from '../../src/policy/package-url.ts';
import { readPolicy } from '../../src/policy/read-policy.ts';
import { PROJECT, runJson } from '../support/cli.ts';

beforeAll(loadPatternEngine);

const SCHEMA = JSON.parse(readFileSync(join(import.meta.dirname, '../../offline-kit/schemas/policy-v1.json'), 'utf8'));
const fits = new Ajv2020({ strict: true, strictRequired: false, allowUnionTypes: true }).compile(SCHEMA);
const takes = (key: SpelledKey, wanted: string | { pattern: string }, found: string) =>
  takesSpelled(key, [readSpelled(key, wanted, '/x')], [found]);
const HEX = 'ab'.repeat(32);

describe('a name, however it was typed', () => {
  it.each(['dist/app', './dist/app', 'dist//app', 'dist/../dist/app', 'x/.././dist/app', 'dist/app/'])(
    '%s',
    (typed) => {
      expect(takes('names', 'dist/app', typed)).toBe(true);
      expect(takes('names', typed, 'dist/app')).toBe(true);
      expect(takes('names', 'app', typed)).toBe(true);
      expect(takes('names', { pattern: '^(dist/)app$' }, typed)).toBe(true);
      expect(takes('names', { pattern: '^app$' }, typed)).toBe(true);
      for (const other of ['dist', 'ist/app', 'pp', 'other/app', '/dist/app'])
        expect(takes('names', other, typed)).toBe(false);
    },
  );
  it('of an absolute path the whole and the last part count', () => {
    expect(takes('names', 'app', '/tmp/../srv/app')).toBe(true);
    expect(takes('names', '/srv/app', '/tmp/../srv/app')).toBe(true);
    expect(takes('names', 'srv/app', '/srv/app')).toBe(false);
  });
  it('never leaves where it begins: what lies above stays above', () => {
    expect(plainName('../a/../../b')).toBe('../../b');
    expect(plainName('/../a')).toBe('/a');
    expect(plainName('./')).toBe('.');
  });
  it.each(['pkg:npm/a@1', 'https://a.example/x/../y', `sha256:${HEX}`])('%s is no path', (text) => {
    expect(plainName(text)).toBe(text);
    expect(takes('names', text, text)).toBe(true);
    expect(
      takes(
        'names',
        text.slice(text.lastIndexOf('/') + 1) === text ? 'x' : text.slice(text.lastIndexOf('/') + 1),
        text,
      ),
    ).toBe(false);
  });
  it('plain names stay as they are', () => {
    fc.assert(fc.property(fc.string(), (text) => plainName(plainName(text)) === plainName(text)));
  });
});

describe('a package URL, however it is written', () => {
  const GUNDAM = 'pkg:npm/gundam-visor@1.0.1';
  it.each([
    ['pkg:NPM/gundam-visor@1.0.1', GUNDAM],
    ['PKG:npm/gundam-visor@1.0.1', GUNDAM],
    ['pkg://npm/gundam-visor@1.0.1', GUNDAM],
    ['pkg:npm//gundam-visor@1.0.1', GUNDAM],
    ['pkg:npm/gundam-visor@1.0.1/', GUNDAM],
    ['pkg:npm/gundam%2Dvisor@1.0.1', GUNDAM],
    ['pkg:npm/gundam-visor@1%2E0.1', GUNDAM],
    ['pkg:npm/gundam-visor', GUNDAM],
    ['pkg:npm/%40s/a@1', 'pkg:npm/@s/a@1'],
    ['pkg:npm/@s/a', 'pkg:npm/%40s/a@1'],
    ['pkg:pypi/My_Pkg@1', 'pkg:pypi/my-pkg@1'],
    ['pkg:github/Owner/Name@v1', 'pkg:github/owner/name@v1'],
    ['pkg:npm/a@1?b=2&a=1', 'pkg:npm/a@1?a=1&b=2'],
    ['pkg:npm/a@1', 'pkg:npm/a@1?a=1#sub'],
    ['pkg:npm/a?a=1', 'pkg:npm/a@1?a=1'],
  ])('%s means %s', (wanted, found) => {
    expect(takes('purls', wanted, found)).toBe(true);
  });
  it.each([
    ['pkg:npm/Gundam-visor@1.0.1', GUNDAM],
    ['pkg:npm/gundam-visor@1.0.2', GUNDAM],
    ['pkg:npm/gundam-visor@1.0.1?x=y', GUNDAM],
    ['pkg:npm/gundam-visor@1.0.1#sub', GUNDAM],
    ['pkg:pypi/gundam-visor@1.0.1', GUNDAM],
    ['pkg:npm/s/a@1', 'pkg:npm/%40s/a@1'],
    ['pkg:npm/a@b', 'pkg:npm/a%40b'],
    // Decoded once, and no more.
    ['pkg:npm/a%2525@1', 'pkg:npm/a%25@1'],
  ])('%s does not mean %s', (wanted, found) => {
    expect(takes('purls', wanted, found)).toBe(false);
  });
  it('a pattern sees it as it is written and in its one spelling, with its version', () => {
    expect(takes('purls', { pattern: '^pkg:npm/@s/a@.*$' }, 'pkg:npm/%40s/a@1')).toBe(true);
    expect(takes('purls', { pattern: '^pkg:npm/%40s/a@.*$' }, 'pkg:npm/%40s/a@1')).toBe(true);
    expect(takes('purls', { pattern: '^pkg:npm/@s/a$' }, 'pkg:npm/%40s/a@1')).toBe(false);
  });
  it('its one spelling is one', () => {
    for (const text of ['pkg:npm/%40s/a@1?b=2#x', 'PKG:pypi/A__b'])
      expect(purlText(parsePurl(purlText(parsePurl(text)!))!)).toBe(purlText(parsePurl(text)!));
  });
});

describe('an image, however it is referred to', () => {
  const ALPINE = 'docker.io/library/alpine:3';
  it.each([
    ['alpine:3', ALPINE],
    ['docker.io/alpine:3', ALPINE],
    ['index.docker.io/library/alpine', ALPINE],
    ['alpine', ALPINE],
    ['Docker.IO/library/alpine', ALPINE],
    ['ghcr.io/o/a', `ghcr.io/o/a@sha256:${HEX}`],
    ['ghcr.io/o/a', `ghcr.io/o/a:1@sha256:${HEX}`],
    ['ghcr.io/o/a:1', `ghcr.io/o/a:1@sha256:${HEX}`],
    [`ghcr.io/o/a@sha256:${HEX}`, `ghcr.io/o/a:1@sha256:${HEX}`],
    ['localhost:5000/a', 'localhost:5000/a:1'],
  ])('%s means %s', (wanted, found) => {
    expect(takes('images', wanted, found)).toBe(true);
  });
  it.each([
    ['alpine:3.1', ALPINE],
    ['ghcr.io/library/alpine', ALPINE],
    ['ghcr.io/o/a:1', `ghcr.io/o/a@sha256:${HEX}`],
    ['ghcr.io/o/a:1', 'ghcr.io/o/a:2'],
    ['ghcr.io/o/a', 'ghcr.io/o/ab'],
    ['o/a', 'ghcr.io/o/a'],
  ])('%s does not mean %s', (wanted, found) => {
    expect(takes('images', wanted, found)).toBe(false);
  });
  it('a pattern sees it whole, short forms written out too', () => {
    expect(takes('images', { pattern: '^docker\\.io/library/alpine:.*$' }, 'docker.io/alpine:3')).toBe(true);
    expect(takes('images', { pattern: '^docker\\.io/library/alpine$' }, 'docker.io/alpine:3')).toBe(false);
  });
  it('a port is no tag', () => {
    expect(parseImageReference('localhost:5000/a/b:1')).toEqual({
      repository: 'localhost:5000/a/b',
      tag: '1',
      digest: null,
    });
  });
});

describe('what could never match', () => {
  const readAs = (key: string, text: string) => ({
    policy: 'forensic-verify/policy@v1',
    name: 'n',
    scopes: [{ name: 's', match: { [key]: [text] }, attest_mode: 'none' }],
  });
  it.each([
    ['purls', 'notapurl'],
    ['purls', 'pkg:npm'],
    ['purls', 'npm/a@1'],
    ['images', 'Alpine'],
    ['images', 'https://ghcr.io/o/a'],
    ['images', 'ghcr.io/o/a:'],
    ['images', 'ghcr.io/o a'],
    ['images', 'ghcr.io/o/a@sha256:ab'],
    ['predicate_types', 'slsa'],
    ['predicate_types', 'SPDXJSON'],
  ])('%s: %s is refused, by the reader with its place and by the schema', async (key, text) => {
    const value = readAs(key, text);
    await expect(readPolicy(encodeUtf8(JSON.stringify(value)), 'p', '')).rejects.toMatchObject({
      reason: 'policy-invalid',
      detail: expect.stringMatching(/^p:1:\d+: it is not .*, and nothing could match it$/),
    });
    expect(fits(value)).toBe(false);
  });
  it.each([
    ['purls', 'pkg:npm/%40s/a@1?x=y#z'],
    ['images', `localhost:5000/a-b/c_d:V1@sha256:${HEX}`],
    ['images', 'alpine'],
    ['predicate_types', 'slsaprovenance1'],
    ['predicate_types', 'urn:a'],
  ])('%s: %s is taken by both', async (key, text) => {
    const value = readAs(key, text);
    await expect(readPolicy(encodeUtf8(JSON.stringify(value)), 'p', '')).resolves.toBeDefined();
    expect(fits(value)).toBe(true);
  });
  it('a short name of a predicate type is its URI, in a match as in a rule', async () => {
    const text =
      'policy: forensic-verify/policy@v1\nname: n\nrequire: { predicate_types: [spdxjson, slsaprovenance] }\n';
    const { rules } = await readPolicy(encodeUtf8(text), 'p', '');
    expect(rules).toMatchObject([{ types: ['https://spdx.dev/Document', 'https://slsa.dev/provenance/v0.2'] }]);
    expect(takes('predicateTypes', 'slsaprovenance1', 'https://slsa.dev/provenance/v1')).toBe(true);
    const twice = text.replace('slsaprovenance]', 'spdx]');
    await expect(readPolicy(encodeUtf8(twice), 'p', '')).rejects.toMatchObject({ reason: 'policy-invalid' });
  });
});

describe('a strict scope', () => {
  const folder = mkdtempSync(join(tmpdir(), 'fv-names-'));
  afterAll(() => rmSync(folder, { recursive: true }));
  const cwd = join(PROJECT, 'fixtures/cases/bundle-v0.3-dsse');
  it.each(['artifact.txt', './artifact.txt', '../bundle-v0.3-dsse/artifact.txt', join(cwd, 'artifact.txt')])(
    'is about %s, however it is typed',
    (operand) => {
      const policy = join(folder, 'p.yaml');
      const scope = 'scopes:\n  - { name: s, match: { names: [artifact.txt] }, require: { trigger: [schedule] } }\n';
      writeFileSync(policy, `policy: forensic-verify/policy@v1\nname: n\n${scope}`);
      const { command } = JSON.parse(readFileSync(join(cwd, 'expect.json'), 'utf8')) as { command: string[] };
      const words = command.map((word) => (word === 'artifact.txt' ? operand : word));
      const { code, report } = runJson([...words, '--policy', policy], { cwd });
      const judgements = (report!.items as unknown as { judgements: { check: string; reason: string }[] }[])[0]!
        .judgements;
      expect([code, judgements.find(({ check }) => check === 'policy.trigger')?.reason]).toEqual([
        3,
        'policy-fact-unknown',
      ]);
    },
  );
});
