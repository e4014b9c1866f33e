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
    expect(() => program(`${'('.repeat(1000)}true${')'.repeat(1000)}`)).toThrow('is nested too deeply');
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
    expect(answer(text, many)).toEqual({ ok: false, problem: 'the expression takes too many steps' });
    expect(answer(`${text} || true`, many)).toEqual({ ok: false, problem: 'the expression takes too many steps' });
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
  describe('whatever grows with what it is given pays for it, in a loop and alone', () => {
    const n = 100_000;
    const members = Object.fromEntries(Array.from({ length: 4000 }, (_, i) => [`k${i}`, i]));
    const hostile = withStatement({
      s: 'x'.repeat(n),
      t: `${'x'.repeat(n - 1)}y`,
      half: `y${'x'.repeat(n / 2)}`,
      digits: '1'.repeat(n),
      list: Array.from({ length: 4000 }, (_, i) => i),
      other: [...Array.from({ length: 3999 }, (_, i) => i), -1],
      map: members,
      same: { ...members },
    });
    const spent = { ok: false, problem: 'the expression takes too many steps' };
    it.each([
      's.matches("^(x?)*y?x*$")',
      's.matches("^(x?){100}(x?){100}y$") || true',
      's.contains(statement.half) || true',
      's.contains("xxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxy") || true',
      's.size() > 0',
      'size(statement.s + statement.t) > 0',
      's <= statement.t && statement.s < statement.t && statement.t > statement.s && statement.t >= statement.s',
      's != statement.t',
      's.startsWith(statement.t) || true',
      's.endsWith(statement.t) || true',
      'list != statement.other',
      'list.exists(y, true)',
      'list.map(y, y).size() > 0',
      'map == statement.same',
      'list.map(b, b).map(b, [b]) != []',
    ])('%s', (text) => {
      const start = performance.now();
      expect(answer(`statement.list.all(a, statement.${text})`, hostile)).toEqual(spent);
      expect(performance.now() - start).toBeLessThan(3000);
    });
    it('a number or a time is no book', () => {
      for (const text of ['int', 'uint', 'double', 'timestamp', 'duration']) {
        const start = performance.now();
        const problem = 'the text is too long to be a number or a time';
        const asked = `statement.list.all(a, ${text}(statement.digits) == ${text}("1"))`;
        expect(answer(asked, hostile)).toEqual({ ok: false, problem });
        expect(performance.now() - start).toBeLessThan(3000);
      }
    });
    it('what a loop gathers is read as fast as what is given', () => {
      const start = performance.now();
      const gathered = 'statement.list.map(a, a).map(a, a)';
      expect(answer(`${gathered}.all(a, a >= 0) && ${gathered}[3999] == 3999`, hostile)).toEqual({
        ok: true,
        value: true,
      });
      expect(answer(`${gathered} == statement.list`, hostile)).toEqual({ ok: true, value: true });
      expect(performance.now() - start).toBeLessThan(3000);
    });
    it('a thousand addresses by a pattern of their kind are no book either', () => {
      const uri = 'git+https://github.com/owner/repository@refs/tags/v1.2.3';
      const many = withStatement({ list: Array.from({ length: 1000 }, () => ({ uri })) });
      const text = 'statement.list.all(a, a.uri.matches("^git\\+https://github\\.com/[a-z]+/[a-z]+(@.+)?$"))';
      expect(answer(text, many)).toEqual({ ok: true, value: true });
    });
  });
  it('a text of any length is asked about whole', () => {
    const long = withStatement({ text: 'x'.repeat(5000), other: `${'x'.repeat(5000)}y` });
    expect(answer('statement.text.matches("^x+$") && !statement.other.matches("^x+$")', long)).toEqual({
      ok: true,
      value: true,
    });
  });
  it.each([
    ['abc', 'does not begin with ^'],
    ['^abc', 'does not end with $'],
    ['^a|b$', 'alternatives'],
    ['', 'is empty'],
  ])('a pattern speaks about the whole text, or is refused: %s', (pattern, why) => {
    expect(() => program(`kind.matches("${pattern}")`)).toThrow(why);
  });
  it('contains finds what is there, whatever its length', () => {
    const parts = ['abcabcabd', 'aaaaaaaaaaaaaaaaaaaaaaaab', 'abababababababababababc', 'é'.repeat(20)];
    for (const part of parts) {
      for (const text of [
        part,
        `x${part}`,
        `${part}x`,
        `${part.slice(0, -1)}${part}`,
        part.slice(1),
        part.slice(0, -1),
      ])
        expect(answer(`statement.text.contains(statement.part)`, withStatement({ text, part }))).toEqual({
          ok: true,
          value: text.includes(part),
        });
    }
  });
  it('numbers beyond 2^53 were rounded: nothing is said about them', () => {
    const rounded = withStatement(
      JSON.parse('{"n":9007199254740993,"list":[1,9007199254740993],"big":1e300}') as JsonObject,
    );
    const unknown = 'a whole number beyond 2^53 is not known exactly';
    for (const text of ['n == 9007199254740992', 'n != 1', 'list == [1, 2]', 'big == 1.0', 'list.exists(a, a in [2])'])
      expect(answer(`statement.${text}`, rounded), text).toEqual({ ok: false, problem: unknown });
    for (const text of ['N > 1', 'N + 1 == 1', '-N < 0', 'string(N) == ""', 'double(N) > 0.0', 'size(N) == 0'])
      expect(answer(text.replace('N', 'statement.n'), rounded).ok, text).toBe(false);
    expect(answer('has(statement.n) && statement.list[0] == 1', rounded)).toEqual({ ok: true, value: true });
  });
  it('patterns are written out, linear, and RE2', () => {
    expect(() => program('kind.matches(names[0])')).toThrow('not written out');
    expect(() => program('kind.matches("a" + "b")')).toThrow('not written out');
    expect(() => program('kind.matches("^(?=a)$")')).toThrow('RE2');
    expect(() => program('kind.matches("^(x?){500}(x?){500}y$")')).toThrow('repeats too much');
    const evil = withStatement({ text: `${'a'.repeat(50_000)}!` });
    const start = performance.now();
    expect(answer('statement.text.matches("^(a+)+$")', evil)).toEqual({ ok: true, value: false });
    expect(performance.now() - start).toBeLessThan(5000);
  });
});
