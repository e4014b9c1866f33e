// SPDX-License-Identifier: Apache-2.0
import fc from 'fast-check';
import { stringify as toToml } from 'smol-toml';
import { describe, expect, it } from 'vitest';
import { stringify as toYaml } from 'yaml';
import { encodeHex } from '../../src/encoding/hex.ts';
import { readLockData } from '../../src/encoding/lock-data.ts';
import type { LockSyntax } from '../../src/encoding/lock-format.ts';
import { encodeUtf8 } from '../../src/encoding/utf8.ts';
import { splitLock } from '../../src/envelope/lockfile-block.ts';
import type { JsonObject, JsonValue } from '../../src/model/json.ts';
import { attempt } from '../../src/model/malformed.ts';

const form = (text: string, syntax: LockSyntax) =>
  encodeHex(splitLock(readLockData(syntax, encodeUtf8(text))).canonical);

/** The readers take none of these as a key. */
const REFUSED = ['__proto__', 'constructor', 'lockfile_signature'];
const key = fc.stringMatching(/^[a-z@/_.-]{1,12}$/).filter((name) => !REFUSED.includes(name));
const leaf: fc.Arbitrary<JsonValue> = fc.oneof(
  fc.stringMatching(/^[ -~]{0,20}$/),
  fc.integer({ min: -(2 ** 40), max: 2 ** 40 }),
  fc.boolean(),
);
const value: fc.Arbitrary<JsonValue> = fc.letrec<{ any: JsonValue }>((tie) => ({
  any: fc.oneof(
    { maxDepth: 3 },
    leaf,
    fc.array(leaf, { maxLength: 3 }),
    fc.dictionary(key, tie('any'), { maxKeys: 3, noNullPrototype: true }),
  ),
})).any;
const lock = fc.dictionary(key, value, { minKeys: 1, maxKeys: 5, noNullPrototype: true });

function written(data: JsonObject, syntax: LockSyntax): string {
  if (syntax === 'json') return JSON.stringify(data, null, 2);
  return syntax === 'yaml'
    ? toYaml(data, { lineWidth: 0, aliasDuplicateObjects: false, defaultStringType: 'QUOTE_DOUBLE' })
    : toToml(data);
}

/** The same with the keys of every object the other way round. */
function reversed(data: JsonValue): JsonValue {
  if (Array.isArray(data)) return data.map(reversed);
  if (typeof data !== 'object' || data === null) return data;
  return Object.fromEntries(
    Object.entries(data)
      .reverse()
      .map(([name, one]) => [name, reversed(one as JsonValue)]),
  );
}

const comment: Readonly<Record<LockSyntax, string>> = { json: '\n', yaml: '# a comment\n', toml: '# a comment\n' };

describe.each(['json', 'yaml', 'toml'] as const)('the canonical form of a lockfile in %s', (syntax) => {
  it('is the same whatever the order of keys, the layout and the comments', () => {
    fc.assert(
      fc.property(lock, (data) => {
        const text = written(data, syntax);
        const other = comment[syntax] + written(reversed(data) as JsonObject, syntax);
        expect(form(other, syntax)).toBe(form(text, syntax));
      }),
      { numRuns: 150 },
    );
  });

  it('is another once anything is added, anywhere', () => {
    fc.assert(
      fc.property(lock, fc.stringMatching(/^[a-z]{3,9}$/), leaf, fc.nat(), (data, name, extra, where) => {
        const changed = structuredClone(data) as Record<string, JsonValue>;
        const tables = tablesOf(changed);
        const table = tables[where % tables.length]!;
        fc.pre(!Object.hasOwn(table, name));
        table[name] = extra;
        expect(form(written(changed, syntax), syntax)).not.toBe(form(written(data, syntax), syntax));
      }),
      { numRuns: 150 },
    );
  });

  it('is another once any value is another', () => {
    fc.assert(
      fc.property(lock, leaf, fc.nat(), (data, other, where) => {
        const changed = structuredClone(data) as Record<string, JsonValue>;
        const tables = tablesOf(changed).filter((table) => Object.keys(table).length > 0);
        const table = tables[where % tables.length]!;
        const name = Object.keys(table)[where % Object.keys(table).length]!;
        fc.pre(JSON.stringify(table[name]) !== JSON.stringify(other));
        table[name] = other;
        expect(form(written(changed, syntax), syntax)).not.toBe(form(written(data, syntax), syntax));
      }),
      { numRuns: 150 },
    );
  });
});

function tablesOf(data: JsonValue): Record<string, JsonValue>[] {
  if (Array.isArray(data)) return data.flatMap(tablesOf);
  if (typeof data !== 'object' || data === null) return [];
  return [data as Record<string, JsonValue>, ...Object.values(data).flatMap((one) => tablesOf(one as JsonValue))];
}

describe('values of one syntax alone', () => {
  const reasonOf = (text: string, syntax: LockSyntax) => {
    const read = attempt(() => form(text, syntax));
    return read.ok ? null : read.problem.reason;
  };

  it.each([
    ['toml', 'a = 1', 'a = 1.0'],
    ['toml', 'a = 1', 'a = "1"'],
    ['toml', 'a = 9007199254740993', 'a = 9007199254740992'],
    ['toml', 'a = 9223372036854775807', 'a = "9223372036854775807"'],
    ['toml', 'a = 2026-01-01', 'a = "2026-01-01"'],
    ['toml', 'a = 2026-01-01T00:00:00Z', 'a = 2026-01-01T00:00:00'],
    ['toml', 'a = 2026-01-01T00:00:00Z', 'a = 2026-01-01T01:00:00+01:00'],
    ['toml', 'a = 0.0', 'a = -0.0'],
    ['toml', 'a = inf', 'a = nan'],
    ['yaml', 'a: 1.10', 'a: "1.10"'],
    ['yaml', 'a: yes', 'a: "yes"'],
    ['yaml', 'a: 2026-01-01', 'a: "2026-01-01"'],
    ['yaml', 'a: ~', 'a: "~"'],
    ['yaml', 'a:', 'a: ""'],
    ['yaml', 'a: 0x10', 'a: 16'],
    ['yaml', 'a: 1_0e3', "a: '1_0e3'"],
    ['yaml', 'a: 1_0.5e3', "a: '1_0.5e3'"],
    ['yaml', 'a: 1_0e3', 'a: 10000'],
    ['yaml', 'a: 1,000', "a: '1,000'"],
    ['yaml', 'a: 1e3', 'a: 1000'],
    ['yaml', 'a: 1e3', "a: '1e3'"],
    ['yaml', 'a: 1.0', 'a: 1'],
    ['yaml', 'a: -0', 'a: 0'],
    ['yaml', 'a: :b', "a: ':b'"],
    ['yaml', 'a: <<', "a: '<<'"],
    ['yaml', 'a: 1:30', "a: '1:30'"],
    ['yaml', 'a: True', 'a: true'],
    ['json', '{"a": 1}', '{"a": "1"}'],
    ['json', '{"a": null}', '{}'],
  ] as const)('%s: %s is not %s', (syntax, one, other) => {
    expect(form(one, syntax)).not.toBe(form(other, syntax));
  });

  it.each([
    ['toml', 'a = 2026-01-01 00:00:00Z', 'a = 2026-01-01T00:00:00.000z'],
    ['toml', 'a = "#" # 12:00:00.123456', "a = '#'"],
    ['toml', 'a = 1_000', 'a = 0x3e8'],
    ['yaml', 'a: b', 'a: "b"'],
    ['yaml', 'a: .', 'a: "."'],
    ['yaml', 'a: 1.2.3-b', 'a: "1.2.3-b"'],
    ['yaml', 'on the way: 1', '"on the way": 1'],
    ['yaml', '.: 1', '".": 1'],
    ['yaml', '"on": 1', "'on': 1"],
    ['yaml', 'a: [1, 2]', 'a:\n  - 1\n  - 2'],
    ['json', '{"a": 1e2}', '{"a":100}'],
  ] as const)('%s: %s is %s', (syntax, one, other) => {
    expect(form(one, syntax)).toBe(form(other, syntax));
  });

  it.each([
    ['json', '{"a": 9007199254740993}', 'json-number'],
    ['json', '{"a": 1, "a": 1}', 'json-duplicate-key'],
    ['json', '[1]', 'json-shape'],
    ['json', '{"__proto__": 1}', 'json-proto-key'],
    ['yaml', '__proto__: 1', 'yaml-invalid'],
    ['toml', '__proto__ = 1', 'toml-invalid'],
    ['toml', 'constructor = 1', 'toml-invalid'],
    ['json', '{"lockfile_signature": null}', 'json-shape'],
    ['yaml', 'a: 9007199254740993', 'json-number'],
    ['yaml', 'a: 0.1000000000000000055511151231257827', 'json-number'],
    ['yaml', 'a: 1\na: 2', 'yaml-invalid'],
    ['yaml', '$yaml.word: a', 'lockfile-value'],
    ['yaml', 'on: 1', 'lockfile-value'],
    ['yaml', 'a: {y: 1}', 'lockfile-value'],
    ['yaml', 'true: x', 'lockfile-value'],
    ['yaml', 'Null: x', 'lockfile-value'],
    ['yaml', '~: x', 'lockfile-value'],
    ['yaml', ': x', 'lockfile-value'],
    ['yaml', '1: x', 'lockfile-value'],
    ['yaml', '1.5: x', 'lockfile-value'],
    ['yaml', '0x1f: x', 'lockfile-value'],
    ['yaml', '1_0e3: x', 'lockfile-value'],
    ['yaml', '2026-01-01: x', 'lockfile-value'],
    ['yaml', '.inf: x', 'lockfile-value'],
    ['yaml', '=: x', 'lockfile-value'],
    ['yaml', '- a', 'lockfile-value'],
    ['yaml', 'a: &x b', 'yaml-invalid'],
    ['toml', 'a = 1\na = 2', 'toml-invalid'],
    ['toml', 'a = 2026-02-30', 'lockfile-value'],
    ['toml', 'a = 12:00:00.1234', 'lockfile-value'],
    ['toml', '"$toml.float" = "1"', 'lockfile-value'],
  ] as const)('%s: %s is refused', (syntax, text, reason) => {
    expect(reasonOf(text, syntax)).toBe(reason);
  });
});
