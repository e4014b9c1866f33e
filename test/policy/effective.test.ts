// SPDX-License-Identifier: Apache-2.0
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { anchoredPattern, exactText, loadPatternEngine } from '../../src/encoding/anchored-pattern.ts';
import type { CheckId } from '../../src/model/checks.ts';
import type { PolicyDocument, PolicyModes, PolicyScope, ScopeMatch } from '../../src/model/policy-document.ts';
import { DEFAULT_MODES } from '../../src/policy/default-modes.ts';
import { effectivePolicy, NOTHING_ASKED, relaxations, strictest } from '../../src/policy/effective.ts';
import { RULES } from '../../src/policy/rules.ts';
import { bearingOf, type ScopeSubject } from '../../src/policy/scope.ts';

await loadPatternEngine();

const NOWHERE: ScopeMatch = { names: [], digests: [], purls: [], images: [], predicateTypes: [] };
const SUBJECT: ScopeSubject = {
  names: ['a.tar', 'b.tar'],
  digests: ['sha256:aa', 'sha512:bb'],
  purls: ['pkg:npm/a@1'],
  images: ['docker.io/registry/a:1'],
  predicateType: 'https://slsa.dev/provenance/v1',
};
const pattern = (text: string) => anchoredPattern(text, (why) => new Error(why));
const document = (scopes: readonly PolicyScope[], defaults: PolicyModes = DEFAULT_MODES): PolicyDocument => ({
  name: 'n',
  sha256: '',
  effectiveFrom: null,
  expires: null,
  defaults,
  rules: [{ kind: 'ttl', origin: 'require.ttl', half: 'signature' }],
  scopes,
});
const scopeOf = (name: string, modes: Partial<PolicyModes>, match: Partial<ScopeMatch> = {}): PolicyScope => ({
  name,
  match: { ...NOWHERE, names: [exactText('a.tar')], ...match },
  modes,
  rules: [{ kind: 'digest', origin: `${name}.digest`, half: 'signature' }],
});

describe('the match of a scope', () => {
  it.each<[string, Partial<ScopeMatch>, boolean]>([
    ['an exact name', { names: [exactText('b.tar')] }, true],
    ['another case', { names: [exactText('B.tar')] }, false],
    ['a pattern, whole', { names: [{ ...exactText('x') }, exactText('a.tar')] }, true],
    ['a digest', { digests: ['sha512:bb'] }, true],
    ['another digest', { digests: ['sha512:aa'] }, false],
    ['a purl', { purls: [exactText('pkg:npm/a@1')] }, true],
    ['an image', { images: [exactText('docker.io/registry/a:2')] }, false],
    ['a predicate type', { predicateTypes: [exactText('https://slsa.dev/provenance/v1')] }, true],
    ['two lists, both met', { names: [exactText('a.tar')], digests: ['sha256:aa'] }, true],
    ['two lists, one not met', { names: [exactText('a.tar')], digests: ['sha256:ab'] }, false],
  ])('%s', (_, match, wanted) => {
    expect(bearingOf({ ...NOWHERE, ...match }, SUBJECT).applies).toBe(wanted ? 'yes' : 'no');
  });

  it('a rule that anybody meets is a weakening of each item that it holds for, and of no other', () => {
    const signer = RULES['signer']!.parse([{ identity_pattern: '^.*$', issuer: 'b' }], '', 'scopes[0].require.signer');
    const scoped = document([{ ...scopeOf('a', {}), rules: signer }]);
    const line = 'ANYONE may have signed: the identity pattern takes every name (scopes[0].require.signer)';
    expect(effectivePolicy(scoped, SUBJECT).weakenings).toEqual([line]);
    expect(effectivePolicy(scoped, SUBJECT, { ...NOTHING_ASKED, strict: true }).weakenings).toEqual([line]);
    expect(effectivePolicy(scoped, { ...SUBJECT, names: ['c'] }).weakenings).toEqual([]);
    expect(effectivePolicy(null, SUBJECT, { ...NOTHING_ASKED, rules: signer }).weakenings).toEqual([line]);
  });
  it('a pattern speaks about the whole name', () => {
    expect(bearingOf({ ...NOWHERE, names: [pattern('^[ab]$')] }, SUBJECT)).toEqual({ applies: 'no', because: 'names' });
    expect(bearingOf({ ...NOWHERE, names: [pattern('^[ab]\\.tar$')] }, SUBJECT)).toEqual({
      applies: 'yes',
      because: null,
    });
  });

  it('no predicate type meets none', () => {
    const types = { ...NOWHERE, predicateTypes: [pattern('^.*$')] };
    expect(bearingOf(types, { ...SUBJECT, predicateType: null }).applies).toBe('no');
  });

  describe('by what nobody has verified', () => {
    const claimed = {
      names: ['c.tar'],
      purls: ['pkg:npm/c@1'],
      images: ['docker.io/registry/c:1'],
      predicateTypes: ['https://c.example/p'],
    };
    it.each<[string, Partial<ScopeMatch>, string, string | null]>([
      ['a name', { names: [exactText('c.tar')] }, 'strictly', 'names'],
      ['a purl', { purls: [pattern('^pkg:npm/c@.*$')] }, 'strictly', 'purls'],
      ['an image', { images: [exactText('docker.io/registry/c:1')] }, 'strictly', 'images'],
      ['a type', { predicateTypes: [exactText('https://c.example/p')] }, 'strictly', 'predicate_types'],
      ['what is known stays known', { names: [exactText('a.tar'), exactText('c.tar')] }, 'yes', null],
      ['one list by a fact', { names: [exactText('a.tar')], purls: [exactText('pkg:npm/c@1')] }, 'strictly', 'purls'],
      ['one list not at all', { names: [exactText('z')], purls: [exactText('pkg:npm/c@1')] }, 'no', 'names'],
    ])('%s', (_, match, applies, because) => {
      expect(bearingOf({ ...NOWHERE, ...match }, { ...SUBJECT, claimed })).toEqual({ applies, because });
    });
    it('where the statement cannot be read, whatever only it could say', () => {
      const broken = { ...SUBJECT, claimed: 'unreadable' } as const;
      for (const key of ['names', 'purls', 'images', 'predicateTypes'] as const)
        expect(bearingOf({ ...NOWHERE, [key]: [exactText('z')] }, broken).applies).toBe('strictly');
      expect(bearingOf({ ...NOWHERE, digests: ['sha256:zz'] }, broken).applies).toBe('no');
      expect(bearingOf({ ...NOWHERE, digests: ['sha256:zz'] }, { ...broken, digests: [] }).applies).toBe('strictly');
    });
    it('where a path begins somewhere else, and ends as it is asked for', () => {
      const wanted = { ...NOWHERE, names: [exactText('dist/app')] };
      const of = (name: string, match = wanted) => bearingOf(match, { ...SUBJECT, names: [name] }).applies;
      expect(['/srv/dist/app', '../dist/app', '/dist/app'].map((name) => of(name))).toEqual(Array(3).fill('strictly'));
      expect(['/srv/xdist/app', 'srv/dist/app', '/srv/dist/app/x'].map((name) => of(name))).toEqual(
        Array(3).fill('no'),
      );
      expect(of('/srv/dist/app', { ...NOWHERE, names: [pattern('^dist/.+$')] })).toBe('strictly');
      expect(of('/srv/dist/app', { ...NOWHERE, names: [pattern('^/srv/.+$')] })).toBe('yes');
    });
    it('where a text is longer than patterns are compared with, or a digest of another algorithm is at hand', () => {
      const long = { ...SUBJECT, names: ['x'.repeat(2049)] };
      const other = { ...NOWHERE, names: [pattern('^y$')] };
      expect(bearingOf(other, long)).toEqual({ applies: 'strictly', because: 'names' });
      expect(bearingOf(other, { ...SUBJECT, names: ['x'.repeat(2048)] }).applies).toBe('no');
      expect(bearingOf({ ...NOWHERE, names: [exactText('y')] }, long).applies).toBe('no');
      expect(bearingOf({ ...NOWHERE, digests: ['sha384:cc'] }, SUBJECT)).toEqual({
        applies: 'strictly',
        because: 'digests',
      });
    });
    it('asks the stricter of everything, and relaxes nothing', () => {
      const there: ScopeSubject = { ...SUBJECT, claimed };
      const both = [
        scopeOf('lax', { attestMode: 'none', requireSignature: false }, { names: [exactText('c.tar')] }),
        scopeOf('hard', { fallback: 'fail' }, { names: [], purls: [exactText('pkg:npm/c@1')] }),
      ];
      const { policy, scopes } = effectivePolicy(document(both, { ...DEFAULT_MODES, fallback: 'warn' }), there);
      expect(policy).toMatchObject({ attestMode: 'enforce', requireSignature: true, fallback: 'fail', scopes: [] });
      expect(policy.claimedRules?.map(({ origin }) => origin)).toEqual(['lax.digest', 'hard.digest']);
      expect(scopes).toEqual([
        { name: 'lax', applies: 'strictly', because: 'names' },
        { name: 'hard', applies: 'strictly', because: 'purls' },
      ]);
    });
  });
});

describe('what holds for an item', () => {
  it('without a file, the defaults', () => {
    const { policy, weakenings } = effectivePolicy(null, SUBJECT);
    expect(policy).toMatchObject({ ...DEFAULT_MODES, scopes: [], rules: [] });
    expect(weakenings).toEqual([]);
  });

  it('without a scope that matches, the defaults of the file', () => {
    const scopes = [scopeOf('s', { attestMode: 'none' }, { names: [exactText('z')] })];
    const { policy } = effectivePolicy(document(scopes), SUBJECT);
    expect(policy).toMatchObject({ attestMode: 'enforce', scopes: [] });
    expect(policy.rules.map(({ origin }) => origin)).toEqual(['require.ttl']);
  });

  it('a scope overrides the defaults, and that is told', () => {
    const { policy, weakenings } = effectivePolicy(document([scopeOf('s', { attestMode: 'record' })]), SUBJECT);
    expect(policy).toMatchObject({ attestMode: 'record', requireSignature: true, scopes: ['s'] });
    expect(policy.rules.map(({ origin }) => origin)).toEqual(['require.ttl', 's.digest']);
    expect(weakenings).toEqual(['what attestations lack is recorded, and rejects nothing (s)']);
  });

  it('of several scopes the strictest, where one that is silent says what the file says', () => {
    const scopes = [scopeOf('s', { attestMode: 'none', fallback: 'warn' }), scopeOf('t', { attestMode: 'record' })];
    const { policy } = effectivePolicy(document(scopes), SUBJECT);
    expect(policy).toMatchObject({ attestMode: 'record', fallback: 'fail', scopes: ['s', 't'] });
    expect(policy.rules).toHaveLength(3);
  });

  it('a scope may take back a skip of the file', () => {
    const defaults: PolicyModes = { ...DEFAULT_MODES, checks: { 'log.entry': 'skip', 'log.key': 'warn' } };
    const { policy, weakenings } = effectivePolicy(
      document([scopeOf('s', { checks: { 'log.entry': 'enforce' } })], defaults),
      SUBJECT,
    );
    expect(policy.checks['log.entry'] ?? 'enforce').toBe('enforce');
    expect(weakenings).toEqual(['the check log.key only warns (s)']);
  });

  it('the command line makes it stricter, and weaker only where it may', () => {
    const file = document([], { ...DEFAULT_MODES, attestMode: 'record' });
    const ask = (modes: Partial<PolicyModes>, more = {}) =>
      effectivePolicy(file, SUBJECT, { ...NOTHING_ASKED, modes, ...more });
    expect(ask({ attestMode: 'enforce' }).policy.attestMode).toBe('enforce');
    expect(ask({ attestMode: 'none' }).policy.attestMode).toBe('record');
    const overridden = ask({ attestMode: 'none', requireSignature: false }, { override: true });
    expect(overridden.policy).toMatchObject({ attestMode: 'none', requireSignature: false });
    expect(overridden.weakenings.filter((one) => one.startsWith('--override-policy'))).toEqual([
      '--override-policy weakens the policy: no signature is required',
      '--override-policy weakens the policy: nothing is asked of attestations',
    ]);
    expect(ask({ attestMode: 'none' }, { override: true, strict: true })).toMatchObject({
      policy: DEFAULT_MODES,
      weakenings: [],
    });
  });

  it('rules of the command line come on top', () => {
    const rules = [{ kind: 'builder_id', origin: '--builder-id', half: 'attestation' as const }];
    const { policy } = effectivePolicy(document([]), SUBJECT, { ...NOTHING_ASKED, rules });
    expect(policy.rules.map(({ origin }) => origin)).toEqual(['require.ttl', '--builder-id']);
  });
});

describe('the strictest of two', () => {
  const modes: fc.Arbitrary<PolicyModes> = fc.record({
    requireSignature: fc.boolean(),
    attestMode: fc.constantFrom('none', 'record', 'enforce'),
    fallback: fc.constantFrom('fail', 'warn', 'auto_update'),
    checks: fc.dictionary(
      fc.constantFrom<CheckId>('log.entry', 'log.key', 'sct.signature'),
      fc.constantFrom('enforce', 'warn', 'skip'),
    ) as fc.Arbitrary<PolicyModes['checks']>,
  });
  const rank = (one: PolicyModes): number[] => [
    Number(one.requireSignature),
    ['none', 'record', 'enforce'].indexOf(one.attestMode),
    ['auto_update', 'warn', 'fail'].indexOf(one.fallback),
    ...(['log.entry', 'log.key', 'sct.signature'] as const).map((id) =>
      ['skip', 'warn', 'enforce'].indexOf(one.checks[id] ?? 'enforce'),
    ),
  ];
  const atLeast = (a: PolicyModes, b: PolicyModes) => rank(a).every((value, i) => value >= rank(b)[i]!);

  it('is at least as strict as either, and no stricter than both', () => {
    fc.assert(
      fc.property(modes, modes, (a, b) => {
        expect(rank(strictest(a, b))).toEqual(rank(a).map((value, i) => Math.max(value, rank(b)[i]!)));
      }),
    );
  });

  it('takes the order of scopes for nothing', () => {
    fc.assert(
      fc.property(fc.array(modes, { minLength: 1, maxLength: 4 }), modes, (all, defaults) => {
        const scopes = all.map((one, i) => scopeOf(`s${i}`, one));
        const there = effectivePolicy(document(scopes, defaults), SUBJECT).policy;
        const back = effectivePolicy(document(scopes.toReversed(), defaults), SUBJECT).policy;
        expect(rank(there)).toEqual(rank(back));
      }),
    );
  });

  it('a further scope that matches never relaxes what others hold', () => {
    fc.assert(
      fc.property(fc.array(modes, { minLength: 1, maxLength: 3 }), modes, modes, (all, more, defaults) => {
        const scopes = all.map((one, i) => scopeOf(`s${i}`, one));
        const before = effectivePolicy(document(scopes, defaults), SUBJECT).policy;
        const after = effectivePolicy(document([...scopes, scopeOf('more', more)], defaults), SUBJECT).policy;
        expect(atLeast(after, before)).toBe(true);
        expect(after.rules.length).toBeGreaterThan(before.rules.length);
      }),
    );
  });

  it('without --override-policy the command line never relaxes a file', () => {
    fc.assert(
      fc.property(modes, modes, (defaults, asked) => {
        const before = effectivePolicy(document([], defaults), SUBJECT).policy;
        const after = effectivePolicy(document([], defaults), SUBJECT, { ...NOTHING_ASKED, modes: asked }).policy;
        expect(atLeast(after, before)).toBe(true);
        // Of the checks only those that were named are asked for.
        expect(atLeast(after, { ...asked, checks: { ...before.checks, ...asked.checks } })).toBe(true);
      }),
    );
  });

  it('tells every relaxation', () => {
    fc.assert(
      fc.property(modes, (one) => {
        const laxer = rank(one).filter((value, i) => value < rank(DEFAULT_MODES)[i]!).length;
        expect(relaxations(one)).toHaveLength(laxer);
      }),
    );
  });
});
