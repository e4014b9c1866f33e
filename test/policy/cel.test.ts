// SPDX-License-Identifier: Apache-2.0
import { beforeAll, describe, expect, it } from 'vitest';
import type { JsonObject } from '../../src/model/json.ts';
import type { PolicyFacts } from '../../src/model/policy-document.ts';
import { compileCel, loadExpressionEngine } from '../../src/policy/cel.ts';
import { celFacts } from '../../src/policy/cel-facts.ts';
import { factsOf } from './support.ts';

beforeAll(loadExpressionEngine);

const program = (text: string) => compileCel(text, (why) => new Error(why));
const answer = (text: string, facts: PolicyFacts = factsOf()) => program(text)(celFacts(facts));
const withStatement = (statement: JsonObject) => factsOf({ statement });

const BUILD = withStatement({
  predicate: {
    level: 3,
    share: 0.5,
    builder: { id: 'b' },
    materials: [{ uri: 'git+https://a' }, { uri: 'git+https://b' }],
    nothing: null,
  },
});

describe('an expression', () => {
  it.each([
    ['statement.predicate.builder.id == "b"', true],
    ['statement.predicate.level >= 3 && statement.predicate.share < 0.6', true],
    ['statement.predicate.materials.all(m, m.uri.startsWith("git+https://"))', true],
    ['statement.predicate.materials.exists(m, m.uri.matches("^git.*b$"))', true],
    ['statement.predicate.materials.map(m, m.uri).size() == 2', true],
    ['statement.predicate.materials.filter(m, m.uri.endsWith("a")).size() == 1', true],
    ['statement["predicate"]["builder"]["id"] in ["a", "b"]', true],
    ['has(statement.predicate.builder) && !has(statement.predicate.other)', true],
    ['statement.predicate.nothing == null', true],
    ['timestamp(at) - timestamp("2025-01-01T00:00:00Z") < duration("8760h")', true],
    ['size("aé😀") == 3 && "abc".contains("b")', true],
    ['statement.predicate.builder.id == "c"', false],
    ['engine == "dual"', false],
    ['has(build.sourceRef)', false],
  ])('%s', (text, value) => {
    expect(answer(text, BUILD)).toEqual({ ok: true, value });
  });
});

describe('what has no answer is a problem, never a pass', () => {
  it.each([
    ['a missing member', 'statement.predicate.missing == 1'],
    ['another type', 'statement.predicate.builder.id > 3'],
    ['no boolean', 'statement.predicate.level'],
    ['null', 'statement.predicate.nothing'],
    ['an unknown fact, compared for difference', 'build.builderId != "evil"'],
    ['a fact that is not there at all', 'predicateType != "x"'],
    ['division by zero', '1 / 0 == 1'],
    ['a time that is none', 'timestamp("yesterday") < timestamp(at)'],
  ])('%s', (_, text) => {
    expect(answer(text, BUILD).ok).toBe(false);
  });
  it('what certificate and provenance contradict each other about is not readable', () => {
    const facts = factsOf({}, { builderId: 'b', contradictions: ['builderId'] });
    expect(answer('build.builderId == "b"', facts).ok).toBe(false);
    expect(answer('build.builderId == "b"', factsOf({}, { builderId: 'b' }))).toEqual({ ok: true, value: true });
  });
});

describe('sees the facts and nothing else', () => {
  it.each(['constructor', '__proto__', 'process', 'globalThis', 'statemnt.x == 1', 'now()', 'contradictions'])(
    'refuses %s when it is read',
    (text) => {
      expect(() => program(text)).toThrow(/none of the facts|no function here/);
    },
  );
  it('refuses functions of the language that depend on a time zone, messages, and what it does not know', () => {
    expect(() => program('timestamp(at).getHours() == 1')).toThrow('no function here');
    expect(() => program('google.protobuf.Timestamp{seconds: 1} == timestamp(at)')).toThrow('makes a message');
    expect(() => program('tick(1)')).toThrow('no function here');
    expect(() => program('1 +')).toThrow('no expression of CEL');
  });
  it('a member called like a method of JavaScript is a member, or nothing', () => {
    expect(answer('statement.constructor == 1', BUILD).ok).toBe(false);
    expect(answer('statement.__proto__ == 1', withStatement(JSON.parse('{"__proto__":1}') as JsonObject))).toEqual({
      ok: true,
      value: true,
    });
  });
});

describe('bounds', () => {
  it('length, depth and parts of the expression', () => {
    expect(() => program(`engine == "${'a'.repeat(2050)}"`)).toThrow('longer than');
    expect(() => program(`${'('.repeat(1000)}true${')'.repeat(1000)}`)).toThrow('no expression of CEL');
    expect(() => program(`[${Array.from({ length: 600 }, () => '1').join(',')}].size() == 1`)).toThrow('parts');
  });
  it('loops in loops, but not loops after loops', () => {
    expect(() => program('names.all(a, names.all(b, names.all(c, a == c)))')).toThrow('loops in loops');
    expect(() => program('names.map(a, a).filter(a, a != "").map(a, a).all(a, a == "")')).not.toThrow();
  });
  it('steps of all loops together, also where an || would forget the error', () => {
    const many = withStatement({ list: Array.from({ length: 2000 }, (_, i) => i) });
    const text = 'statement.list.all(a, statement.list.exists(b, b == -1) || true)';
    const start = performance.now();
    expect(answer(text, many)).toEqual({ ok: false, problem: 'the loops take too many steps' });
    expect(answer(`${text} || true`, many)).toEqual({ ok: false, problem: 'the loops take too many steps' });
    expect(answer('statement.list.all(a, a in statement.list)', many).ok).toBe(false);
    expect(performance.now() - start).toBeLessThan(5000);
    expect(answer('statement.list.all(a, a >= 0)', many)).toEqual({ ok: true, value: true });
  });
  it('the size of the facts', () => {
    const problem = 'the facts are larger than expressions may read';
    expect(answer('true', withStatement({ list: Array.from({ length: 20_001 }, () => 0) }))).toEqual({
      ok: false,
      problem,
    });
    expect(answer('true', withStatement({ text: 'x'.repeat(1024 * 1024 + 1) }))).toEqual({ ok: false, problem });
  });
  it('texts that double', () => {
    const doubled = '["aaaaaaaaaaaaaaaa"].map(a, a+a+a+a+a+a+a+a+a+a+a+a+a+a+a+a)[0]';
    expect(answer(`${doubled}.size() == 256`)).toEqual({ ok: true, value: true });
    const big = withStatement({ text: 'x'.repeat(1_000_000) });
    const text = `[statement.text${'+statement.text'.repeat(60)}].map(a, a${'+a'.repeat(60)})[0].size() == 1`;
    expect(answer(text, big).ok).toBe(false);
  });
  it('patterns are written out, linear, and RE2', () => {
    expect(() => program('kind.matches(names[0])')).toThrow('not written out');
    expect(() => program('kind.matches("a" + "b")')).toThrow('not written out');
    expect(() => program('kind.matches("(?=a)")')).toThrow('RE2');
    const evil = withStatement({ text: `${'a'.repeat(50_000)}!` });
    const start = performance.now();
    expect(answer('statement.text.matches("^(a+)+$")', evil)).toEqual({ ok: true, value: false });
    expect(performance.now() - start).toBeLessThan(5000);
  });
});
