// SPDX-License-Identifier: Apache-2.0
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { parseStrictYaml } from '../../src/encoding/strict-yaml.ts';
import { encodeUtf8 } from '../../src/encoding/utf8.ts';
import { type Check, notPassed, passed, skipped } from '../../src/model/check.ts';
import { instantFromNanoseconds } from '../../src/model/instant.ts';
import { attempt } from '../../src/model/malformed.ts';
import { DEFAULT_POLICY } from '../../src/model/policy.ts';
import type { AttestMode, EffectivePolicy, PolicyFacts } from '../../src/model/policy-document.ts';
import { REASONS } from '../../src/model/reasons.ts';
import type { ItemFacts } from '../../src/model/report.ts';
import { judge } from '../../src/policy/judge.ts';
import { EMPTY_ITEM } from '../../src/verify/compose-report.ts';
import { SIGNED, SITUATIONS, VERIFIED } from './product.ts';
import { effective, HEX, NOW, OTHER_HEX, rulesOf } from './support.ts';

const at = { evidence: 'e', pointer: '' };

function judged(item: ItemFacts, modes: Partial<EffectivePolicy>, facts: PolicyFacts | null = VERIFIED) {
  return judge(item, DEFAULT_POLICY, effective(modes), facts);
}

const situation = (name: string) => SITUATIONS.find((one) => one.name === name)!.item;
const withCheck = (check: Check, item = SIGNED.item): ItemFacts => ({
  ...item,
  checks: item.checks.map((one) => (one.id === check.id ? check : one)),
});

describe('the matrix of checks', () => {
  const low = withCheck(notPassed('log.threshold', at, 'log-unknown', 'd'));
  it('warn makes 1 of a rejection, and says what it would have been', () => {
    const result = judged(low, { checks: { 'log.threshold': 'warn' } });
    expect(result).toMatchObject({ exitCode: 1, decision: 'warn', indication: 'INDETERMINATE' });
    expect(result.judgements).toContainEqual(
      expect.objectContaining({
        check: 'log.threshold',
        effect: 'warns',
        underEnforce: 'rejects',
        rule: 'checks.log.threshold=warn',
      }),
    );
    expect(judged(SIGNED.item, { checks: { 'log.threshold': 'warn' } }).exitCode).toBe(0);
  });
  it('skip waives, passed or not, so that what was skipped proves nothing', () => {
    const result = judged(low, { checks: { 'log.threshold': 'skip' } });
    expect(result).toMatchObject({ exitCode: 1, decision: 'warn', indication: 'INDETERMINATE' });
    expect(result.judgements.at(-1)).toMatchObject({
      check: 'policy.indication',
      effect: 'warns',
      underEnforce: 'rejects',
      reason: 'log-unknown',
    });
    expect(judged(SIGNED.item, { checks: { 'log.threshold': 'skip' } }).exitCode).toBe(0);
    expect(result.judgements).toContainEqual(
      expect.objectContaining({ check: 'log.threshold', effect: 'waived', underEnforce: 'rejects' }),
    );
    const alone: ItemFacts = { ...EMPTY_ITEM, name: 'e', kind: 'dsse', checks: [passed('signature.valid', at)] };
    expect(judged(alone, {}).exitCode).toBe(0);
    const skipped = judged(alone, { checks: { 'signature.valid': 'skip' } });
    // What the policy does not count is no less of a fact.
    expect(skipped).toMatchObject({ exitCode: 4, decision: 'reject', indication: 'TOTAL-PASSED', sub: null });
    expect(skipped.judgements.slice(1).map(({ check, effect, reason }) => [check, effect, reason])).toEqual([
      ['policy.skip', 'warns', 'policy-check-skipped'],
      ['policy.proven', 'rejects', 'policy-nothing-proven'],
    ]);
  });
  it.each(['subject.digest', 'signature.valid', 'signature.threshold'] as const)('skip of %s is 1 at best', (id) => {
    const result = judged(SIGNED.item, { checks: { [id]: 'skip' } });
    expect(result).toMatchObject({ exitCode: 1, decision: 'warn', indication: 'TOTAL-PASSED' });
    expect(result.judgements.at(-1)).toMatchObject({ rule: `checks.${id}=skip`, reason: 'policy-check-skipped' });
  });
  it('does not reach what the command line switched off loudly, nor what cannot be read', () => {
    const policy = { ...DEFAULT_POLICY, checkClaims: false };
    expect(judge(SIGNED.item, policy, effective({ checks: { 'subject.digest': 'skip' } }), VERIFIED).exitCode).toBe(1);
    const unread: ItemFacts = {
      ...EMPTY_ITEM,
      name: 'e',
      kind: 'input',
      checks: [notPassed('input.read', at, 'input-missing', 'd')],
    };
    for (const fallback of ['fail', 'warn', 'auto_update'] as const)
      expect(judged(unread, { requireSignature: false, attestMode: 'none', fallback }, null).exitCode).toBe(4);
  });
  it('takes no name of an object for a mode', () => {
    expect(
      judged(low, { checks: Object.create({ 'log.threshold': 'skip' }) as EffectivePolicy['checks'] }).exitCode,
    ).toBe(3);
  });
});

describe('two halves', () => {
  const bare: ItemFacts = {
    ...EMPTY_ITEM,
    name: 'app',
    kind: 'artifact',
    checks: [passed('input.read', at), notPassed('envelope.signatures', at, 'signature-absent', 'd')],
  };
  it.each([
    [true, 'enforce', 3],
    [true, 'none', 3],
    [false, 'enforce', 3],
    [false, 'record', 1],
    [false, 'none', 1],
  ] as const)(
    'an artifact with nothing at all: require_signature %s, %s → %i',
    (requireSignature, attestMode, code) => {
      expect(judged(bare, { requireSignature, attestMode }).exitCode).toBe(code);
    },
  );

  it('evidence that cannot be read may have been an attestation', () => {
    const unread = { ...bare, kind: 'unknown', checks: [notPassed('envelope.format', at, 'json-invalid', 'd')] };
    expect(judged(unread, { requireSignature: false, attestMode: 'enforce' }).exitCode).toBe(3);
    expect(judged(unread, { requireSignature: false, attestMode: 'record' }).exitCode).toBe(1);
  });

  const message: ItemFacts = {
    ...EMPTY_ITEM,
    name: 'e',
    kind: 'sigstore-bundle',
    signerKind: 'certificate',
    checks: [notPassed('signature.valid', at, 'signature-mismatch', 'd'), passed('subject.digest', at)],
  };
  it('a signature that is no attestation is asked for by require_signature alone; a refuted one is never 0', () => {
    expect(judged(message, { requireSignature: true, attestMode: 'none' }).exitCode).toBe(3);
    expect(judged(message, { requireSignature: false, attestMode: 'enforce' }).exitCode).toBe(1);
  });
  it('also where something else was proven', () => {
    const logged = { ...message, checks: [...message.checks, passed('sct.signature', at)] };
    expect(judged(logged, { requireSignature: false, attestMode: 'none' }).exitCode).toBe(1);
  });
  it('whether it is this artifact belongs to both', () => {
    const replaced = {
      ...message,
      checks: [passed('signature.valid', at), notPassed('subject.digest', at, 'artifact-digest-mismatch', 'd')],
    };
    expect(judged(replaced, { requireSignature: false, attestMode: 'enforce' }).exitCode).toBe(2);
    expect(judged(replaced, { requireSignature: true, attestMode: 'none' }).exitCode).toBe(2);
    const wrong = withCheck(notPassed('subject.digest', at, 'subject-digest-mismatch', 'd'));
    expect(judged(wrong, { requireSignature: true, attestMode: 'none' }).exitCode).toBe(2);
    expect(judged(wrong, { requireSignature: false, attestMode: 'enforce' }).exitCode).toBe(2);
    expect(judged(wrong, { requireSignature: false, attestMode: 'none' }).exitCode).toBe(1);
  });
  it('what a statement says is asked for by attest_mode alone', () => {
    const other = withCheck(notPassed('statement.predicate', at, 'predicate-type-mismatch', 'd'));
    expect(judged(other, { attestMode: 'enforce' }).exitCode).toBe(3);
    expect(judged(other, { attestMode: 'record' }).exitCode).toBe(1);
    expect(judged(other, { attestMode: 'none' }).exitCode).toBe(1);
    const open = withCheck(skipped('statement.predicate', at, 'statement.format'));
    expect(judged(open, { attestMode: 'none' })).toMatchObject({ exitCode: 1, indication: 'INDETERMINATE' });
  });
});

describe('the indication is a fact', () => {
  const facts = ({ indication, sub }: ReturnType<typeof judged>) => [indication, sub];
  const wrong = withCheck(notPassed('subject.digest', at, 'subject-digest-mismatch', 'd'));
  const forged = situation('bad signature');
  const modes: readonly Partial<EffectivePolicy>[] = [
    { requireSignature: false, attestMode: 'none' },
    { attestMode: 'record', fallback: 'auto_update' },
    { checks: { 'subject.digest': 'skip', 'signature.valid': 'skip', 'signature.threshold': 'skip' } },
    { checks: { 'subject.digest': 'warn', 'signature.valid': 'warn', 'signature.threshold': 'warn' } },
  ];
  it.each(SITUATIONS.filter(({ rules }) => rules.length === 0).map(({ name, item }) => [name, item] as const))(
    'under every mode: %s',
    (_, item) => {
      for (const one of modes) expect(facts(judged(item, one))).toEqual(facts(judged(item, {})));
    },
  );
  it('that a policy which is not in force, or a rule, does not hide', () => {
    expect(facts(judged(wrong, { expires: NOW }))).toEqual(['TOTAL-FAILED', 'HASH_FAILURE']);
    expect(facts(judged(forged, { rules: rulesOf('trigger', ['push']) }))).toEqual([
      'TOTAL-FAILED',
      'SIG_CRYPTO_FAILURE',
    ]);
    const unnamed = withCheck(notPassed('certificate.identity', at, 'identity-mismatch', 'd'));
    const pin = { rules: rulesOf('digest', [`sha256:${OTHER_HEX}`]) };
    expect(facts(judged(unnamed, pin))).toEqual(['TOTAL-FAILED', 'HASH_FAILURE']);
  });
  it('and what is refuted, and skipped, is told for its own reason', () => {
    const { exitCode, judgements } = judged(wrong, { checks: { 'subject.digest': 'skip' } });
    expect(exitCode).toBe(1);
    expect(judgements.at(-1)).toMatchObject({ check: 'policy.skip', reason: 'subject-digest-mismatch' });
  });
});

describe('rules of a policy', () => {
  const wrongBuilder = { rules: rulesOf('builder_id', 'https://b.example/three') };
  const elsewhere: PolicyFacts = { ...VERIFIED, build: { ...VERIFIED.build, builderId: 'https://b.example/other' } };
  it('are listed behind the checks, with what they read', () => {
    const result = judged(SIGNED.item, wrongBuilder, elsewhere);
    expect(result).toMatchObject({
      exitCode: 3,
      decision: 'reject',
      indication: 'INDETERMINATE',
      sub: 'SIG_CONSTRAINTS_FAILURE',
    });
    expect(result.judgements.slice(0, SIGNED.item.checks.length).map(({ check }) => check)).toEqual(
      SIGNED.item.checks.map(({ id }) => id),
    );
    expect(result.judgements.at(-1)).toEqual({
      rule: 'require.builder_id',
      check: 'policy.builder_id',
      at: SIGNED.item.name,
      effect: 'rejects',
      reason: 'policy-builder',
      seen: { builderId: 'https://b.example/other' },
      detail: 'builderId is not https://b.example/three',
    });
  });
  it('follow their half', () => {
    expect(judged(SIGNED.item, { ...wrongBuilder, attestMode: 'record' }, elsewhere)).toMatchObject({ exitCode: 1 });
    expect(judged(SIGNED.item, { ...wrongBuilder, attestMode: 'none' }, elsewhere).exitCode).toBe(1);
    // Not known, and nothing is asked.
    expect(judged(SIGNED.item, { ...wrongBuilder, attestMode: 'none' }).exitCode).toBe(0);
    const signer = { rules: rulesOf('signer', [{ identity: 'a', issuer: 'b' }]) };
    expect(judged(SIGNED.item, { ...signer, attestMode: 'none' }).exitCode).toBe(3);
    expect(judged(SIGNED.item, { ...signer, requireSignature: false, attestMode: 'none' }).exitCode).toBe(1);
  });
  it('ttl is a warning and never more', () => {
    const old = { ...VERIFIED, signedAt: [instantFromNanoseconds(NOW - 91n * 86_400_000_000_000n)] };
    const ttl = { rules: rulesOf('ttl', '90d') };
    expect(judged(SIGNED.item, ttl, old)).toMatchObject({ exitCode: 1, decision: 'warn' });
    expect(judged(SIGNED.item, ttl, { ...VERIFIED, signedAt: [] }).exitCode).toBe(1);
    expect(judged(SIGNED.item, ttl).exitCode).toBe(0);
  });
  it('stay open where nothing is known', () => {
    expect(judged(SIGNED.item, wrongBuilder, null)).toMatchObject({ exitCode: 3 });
  });
  it('a wrong pin is 2, as a wrong digest is', () => {
    const pin = { rules: rulesOf('digest', [`sha256:${OTHER_HEX}`]) };
    expect(judged(SIGNED.item, pin)).toMatchObject({ exitCode: 2, indication: 'TOTAL-FAILED', sub: 'HASH_FAILURE' });
  });
});

describe('who was asked for', () => {
  const unasked = withCheck(notPassed('certificate.identity', at, 'identity-not-asked', 'd'));
  const right = {
    rules: rulesOf('signer', [{ identity: 'https://ci.example/release', issuer: 'https://issuer.example' }]),
  };
  it('a rule that names the signer stands in the place of the flag', () => {
    expect(judged(unasked, {}).exitCode).toBe(3);
    expect(judged(unasked, right).exitCode).toBe(0);
    expect(judged(unasked, { rules: rulesOf('signer', [{ identity: 'x', issuer: 'y' }]) })).toMatchObject({
      exitCode: 3,
    });
    expect(judged(unasked, { rules: rulesOf('trigger', ['push']) }).exitCode).toBe(3);
  });
  it('but not one that a mode has softened: then nobody was asked for', () => {
    const builder = { rules: rulesOf('builder_id', 'https://b.example/three') };
    for (const attestMode of ['record', 'none'] as const)
      expect(judged(unasked, { ...builder, attestMode }).exitCode).toBe(3);
  });
});

describe('the spec of a package', () => {
  const unasked = withCheck(notPassed('certificate.identity', at, 'identity-not-asked', 'd'));
  const spec = { rules: rulesOf('expect', { repository_uri: 'https://github.com/example/server' }) };
  const from = (sourceRepository: string | null): PolicyFacts => ({
    ...VERIFIED,
    build: { ...VERIFIED.build, sourceRepository },
  });
  const code = (attestMode: AttestMode, found: string | null) =>
    judged(unasked, { ...spec, attestMode }, from(found)).exitCode;
  it('that is met says whose builds count', () => {
    for (const mode of ['enforce', 'record', 'none'] as const)
      expect(code(mode, 'https://github.com/example/server')).toBe(0);
  });
  it('that is not met is 3 under enforce, and else 1, although nobody else was asked for', () => {
    expect(code('enforce', 'https://github.com/example/other')).toBe(3);
    for (const mode of ['record', 'none'] as const) {
      expect(code(mode, 'https://github.com/example/other')).toBe(1);
      const { judgements } = judged(unasked, { ...spec, attestMode: mode }, from('https://github.com/example/other'));
      expect(judgements.find(({ check }) => check === 'certificate.identity')).toEqual({
        rule: 'certificate.asked-by-rules',
        check: 'certificate.identity',
        at: 'e',
        effect: 'warns',
        reason: 'identity-not-asked',
        detail: 'asked by require.expect.repository_uri',
      });
    }
  });
  it('that nothing is known about warns where that is recorded, and asks nobody where nothing is asked', () => {
    expect([code('enforce', null), code('record', null), code('none', null)]).toEqual([3, 1, 3]);
  });
  it('that does not say whose builds count leaves the question open', () => {
    const kind = { rules: rulesOf('expect', { attestations: { publisher: { kind: 'GitLab' } } }) };
    expect(judged(unasked, { ...kind, attestMode: 'record' }).exitCode).toBe(3);
  });
});

describe('a policy in force', () => {
  const second = instantFromNanoseconds(NOW + 1n);
  it.each([
    ['from its first instant', { effectiveFrom: NOW }, 0, null],
    ['not before', { effectiveFrom: second }, 3, 'policy-not-effective'],
    ['until its last', { expires: second }, 0, null],
    ['not from there on', { expires: NOW }, 3, 'policy-expired'],
  ] as const)('%s', (_, window, code, reason) => {
    const result = judged(SIGNED.item, window);
    expect(result.exitCode).toBe(code);
    expect(result.judgements.find(({ check }) => check === 'policy.in-force')?.reason ?? null).toBe(reason);
  });
  it('one that is not softens nothing', () => {
    const modes = { expires: NOW, fallback: 'warn', requireSignature: false, attestMode: 'none' } as const;
    expect(judged(SIGNED.item, modes).exitCode).toBe(3);
    expect(judged(SIGNED.item, { effectiveFrom: NOW }, null).exitCode).toBe(3);
  });
});

describe('fallback', () => {
  it('softens the exit code, and the judgements keep what was found', () => {
    const result = judged(situation('wrong digest'), { fallback: 'warn' });
    expect(result).toMatchObject({ exitCode: 1, decision: 'warn', indication: 'TOTAL-FAILED', sub: 'HASH_FAILURE' });
    expect(result.judgements.map(({ check, effect }) => [check, effect])).toContainEqual(['subject.digest', 'rejects']);
    expect(result.judgements.at(-1)).toMatchObject({
      rule: 'fallback=warn',
      check: 'policy.fallback',
      effect: 'warns',
      underEnforce: 'rejects',
    });
  });
  it('softens neither 4 nor 5, also beside a 3', () => {
    const absent = notPassed('subject.digest', at, 'artifact-absent', 'd');
    const old = notPassed('trust.age', at, 'trusted-root-age', 'd');
    const forged = notPassed('signature.valid', at, 'signature-mismatch', 'd');
    const item = (...checks: Check[]): ItemFacts => ({ ...EMPTY_ITEM, name: 'e', kind: 'dsse', checks });
    expect(judged(item(forged, absent), { fallback: 'warn' }).exitCode).toBe(4);
    expect(judged(item(forged, old), { fallback: 'warn' }).exitCode).toBe(5);
    expect(judged(item(), { fallback: 'warn' }).exitCode).toBe(4);
  });
});

describe('a proposed pin', () => {
  const pin = { fallback: 'auto_update', rules: rulesOf('digest', [`sha256:${OTHER_HEX}`]) } as const;
  it('is the observed digest and signer', () => {
    expect(judged(SIGNED.item, pin)).toMatchObject({
      exitCode: 1,
      proposed: {
        rules: ['require.digest'],
        digests: [`sha256:${HEX}`],
        signer: { identity: 'https://ci.example/release', issuer: 'https://issuer.example' },
        row: `digest: ["sha256:${HEX}"]\nsigner: [{ identity: "https://ci.example/release", issuer: "https://issuer.example" }]\n`,
      },
    });
  });
  it('is made only under auto_update, and only where the pin differs', () => {
    expect(judged(SIGNED.item, { ...pin, fallback: 'warn' }).proposed).toBeUndefined();
    expect(judged(SIGNED.item, { ...pin, rules: [] }).proposed).toBeUndefined();
    expect(judged(SIGNED.item, { ...pin, rules: rulesOf('digest', [`sha256:${HEX}`]) }).proposed).toBeUndefined();
  });
  it.each(SITUATIONS.filter(({ name }) => name !== 'signed').map(({ name, item }) => [name, item] as const))(
    'is never made of: %s',
    (_, item) => {
      for (const attestMode of ['enforce', 'record', 'none'] as const)
        for (const requireSignature of [true, false])
          if (item.predicateType !== null)
            expect(judged(item, { ...pin, attestMode, requireSignature }).proposed).toBeUndefined();
    },
  );
  it('nor where another rule does not hold, something was skipped, or a plain key signed', () => {
    const other = rulesOf('builder_id', 'https://b.example/three');
    expect(judged(SIGNED.item, { ...pin, rules: [...pin.rules, ...other] }).proposed).toBeUndefined();
    expect(
      judged(SIGNED.item, { ...pin, rules: [...pin.rules, ...other], attestMode: 'none' }).proposed,
    ).toBeUndefined();
    expect(judged(SIGNED.item, { ...pin, checks: { 'log.threshold': 'skip' } }).proposed).toBeUndefined();
    const key = { ...SIGNED.item, checks: SIGNED.item.checks.filter(({ id }) => !id.startsWith('certificate.')) };
    expect(judged(key, pin).proposed).toBeUndefined();
  });
  it('has in its row what the evidence says, whatever that is, and nothing else', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme', minLength: 1 }), fc.string({ minLength: 1 }), (identity, issuer) => {
        const facts = { ...VERIFIED, certificate: { identity, issuer } };
        const { row } = judged(SIGNED.item, pin, facts).proposed!;
        expect(row).toMatch(/^[\x20-\x7e]+\n[\x20-\x7e]+\n$/);
        const read = attempt(() => parseStrictYaml(encodeUtf8(row)).value);
        const wanted = { digest: [`sha256:${HEX}`], signer: [{ identity, issuer }] };
        // The reader refuses what cannot be seen, as it does of any hand.
        if (read.ok) expect(read.value).toEqual(wanted);
        else expect(JSON.stringify(wanted)).toMatch(/[^\x20-\x7e]|\\u/);
      }),
    );
  });
});

describe('what only warns', () => {
  const sub = (item: ItemFacts, modes: Partial<EffectivePolicy>, facts?: PolicyFacts) => {
    const result = judged(item, modes, facts ?? VERIFIED);
    return [result.exitCode, result.indication, result.sub];
  };
  const lax = { requireSignature: false, attestMode: 'none' } as const;
  it.each([
    ['unsigned', 'INDETERMINATE', 'SIG_CONSTRAINTS_FAILURE'],
    ['bad signature', 'TOTAL-FAILED', 'SIG_CRYPTO_FAILURE'],
    ['expired', 'TOTAL-FAILED', 'EXPIRED'],
    ['wrong digest', 'TOTAL-FAILED', 'HASH_FAILURE'],
    ['wrong signer', 'INDETERMINATE', 'SIG_CONSTRAINTS_FAILURE'],
  ])('%s is %s / %s, as it would be if it were refused', (name, indication, cause) => {
    expect(sub(situation(name), lax)).toEqual([1, indication, cause]);
    const { indication: hard, sub: same } = judged(situation(name), {});
    expect([hard, same]).toEqual([indication, cause]);
  });
  it('is never said to lack the artifact, where it does not', () => {
    const old = { ...VERIFIED, signedAt: [instantFromNanoseconds(NOW - 91n * 86_400_000_000_000n)] };
    const cause = [1, 'INDETERMINATE', 'SIG_CONSTRAINTS_FAILURE'];
    expect(sub(SIGNED.item, { rules: rulesOf('ttl', '90d') }, old)).toEqual(cause);
    const builder = { rules: rulesOf('builder_id', 'https://b.example/three'), attestMode: 'record' } as const;
    expect(sub(SIGNED.item, builder)).toEqual(cause);
  });
  it('for the cause of what it waited for', () => {
    const waits = withCheck(skipped('log.threshold', at, 'log.key'));
    const item = { ...waits, checks: [notPassed('log.key', at, 'log-key-window', 'd'), ...waits.checks] };
    const checks = { 'log.key': 'skip', 'log.threshold': 'warn' } as const;
    expect(sub(item, { checks })).toEqual([1, 'INDETERMINATE', REASONS['log-key-window'].sub]);
  });
  it('or was skipped by name and refuted is no pass', () => {
    const forged = withCheck(notPassed('signature.threshold', at, 'signature-mismatch', 'd'));
    const skip = { checks: { 'signature.threshold': 'skip' } } as const;
    expect(sub(forged, skip)).toEqual([1, 'TOTAL-FAILED', 'SIG_CRYPTO_FAILURE']);
    expect(sub(SIGNED.item, skip)).toEqual([1, 'TOTAL-PASSED', null]);
  });
});
