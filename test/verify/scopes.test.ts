// SPDX-License-Identifier: Apache-2.0
import fc from 'fast-check';
import { beforeAll, describe, expect, it } from 'vitest';
import { utf8 } from '../../scripts/mint/bytes.ts';
import { type Envelope, envelopeJson, signedEnvelope } from '../../scripts/mint/dsse.ts';
import { PLAIN } from '../../scripts/mint/plain-keys.ts';
import { digestHex } from '../../src/crypto/digest.ts';
import { nativeEngine } from '../../src/crypto/engine.ts';
import { loadPatternEngine } from '../../src/encoding/anchored-pattern.ts';
import { encodeUtf8 } from '../../src/encoding/utf8.ts';
import type { JsonObject, JsonValue } from '../../src/model/json.ts';
import { attempt } from '../../src/model/malformed.ts';
import type { PolicyDocument } from '../../src/model/policy-document.ts';
import { NOTHING_ASKED } from '../../src/policy/effective.ts';
import { parsePolicy } from '../../src/policy/parse-policy.ts';
import { RULES } from '../../src/policy/rules.ts';
import { bundledTrustedRoot } from '../../src/trust/bundled.ts';
import { readTrustedKey } from '../../src/trust/keyring.ts';
import { examineSet } from '../../src/verify/evidence-set.ts';
import { joinPolicy, judgeJoined } from '../../src/verify/judging.ts';
import { type Artifact, type ExaminationContext, PLAIN_QUESTION } from '../../src/verify/request.ts';

beforeAll(loadPatternEngine);

const CONTENT = utf8('hello\n');
const TYPE = 'https://example.com/p/v1';
const PURL = 'pkg:npm/a@1';
const IMAGE = 'registry.example.com/a:1';
const AT = bundledTrustedRoot().origin.issuedAt!;

const app: Artifact = {
  name: 'app',
  bytes: CONTENT,
  digests: new Map([['sha256', digestHex('sha256', CONTENT)]]),
  given: 'file',
};
const context: ExaminationContext = {
  ...PLAIN_QUESTION,
  engine: nativeEngine,
  at: AT,
  clockFloor: AT,
  roots: [bundledTrustedRoot()],
  identity: null,
  keys: [readTrustedKey(utf8(PLAIN.p256.publicPem), 'p256', null)],
  withPolicyFacts: true,
};

type Digest = Readonly<Record<string, string>>;
const digestOf = (algorithm: 'sha256' | 'sha384' | 'sha512', content = CONTENT): Digest => ({
  [algorithm]: digestHex(algorithm, content),
});

function statement(subject: readonly { name: string; digest: Digest }[], predicate: JsonObject = {}) {
  const value = { _type: 'https://in-toto.io/Statement/v1', subject, predicateType: TYPE, predicate };
  return utf8(JSON.stringify(value));
}
const named = (name: string, digest: Digest = digestOf('sha256')) => statement([{ name, digest }]);
const signed = (payload: Buffer | Uint8Array) => signedEnvelope(Buffer.from(payload), [PLAIN.p256]);

function policyOf(value: Readonly<Record<string, unknown>>): PolicyDocument {
  const whole = { policy: 'forensic-verify/policy@v1', name: 'n', ...value } as unknown as JsonValue;
  return parsePolicy(whole, '', RULES);
}

function judged(document: PolicyDocument, evidence: Envelope | Uint8Array | null, artifact: Artifact = app) {
  const bytes =
    evidence === null || evidence instanceof Uint8Array ? evidence : encodeUtf8(JSON.stringify(envelopeJson(evidence)));
  const files = bytes === null ? [] : [{ name: 'e.json', bytes }];
  const [item] = examineSet(files, [artifact], context).items;
  const question = { policy: context.policy, judging: { document, asked: NOTHING_ASKED }, at: AT, engine: 'native' };
  const joined = joinPolicy(item!, question)!;
  return { ...judgeJoined(item!, question, joined), joined, facts: item!.policyFacts };
}

/** Everything that breaks the signature of an envelope, and leaves the rest as it may. */
const BREAKS: readonly (readonly [string, (one: Envelope) => Envelope | Uint8Array])[] = [
  ['a bit of the signature', (one) => ({ ...one, signatures: one.signatures.map(flipped) })],
  ['no signature', (one) => ({ ...one, signatures: [] })],
  ['another key', (one) => signedEnvelope(one.payload, [PLAIN.p384])],
  [
    'another predicate',
    (one) => ({ ...one, payload: utf8(one.payload.toString().replace('"predicate":{}', '"predicate":{"a":1}')) }),
  ],
  ['no statement at all', (one) => ({ ...one, payload: utf8('{') })],
  ['no envelope at all', (one) => encodeUtf8(JSON.stringify(envelopeJson(one)).slice(0, -1))],
];

function flipped<T extends { readonly sig: Uint8Array }>(one: T): T {
  const sig = Buffer.from(one.sig);
  sig[sig.length - 1] = sig[sig.length - 1]! ^ 1;
  return { ...one, sig };
}

const LAX = { require_signature: false, attest_mode: 'record' } as const;
const HARD = { require_signature: true, attest_mode: 'enforce' } as const;
const scoped = (match: object, more: object = {}) =>
  policyOf({ ...LAX, scopes: [{ name: 's', match, ...HARD, require: { algorithms: ['ed25519'] }, ...more }] });

describe('a scope that is stricter', () => {
  const MATCHES: readonly (readonly [string, object, string])[] = [
    ['names', { names: [PURL] }, PURL],
    ['purls', { purls: [{ pattern: '^pkg:npm/a@.+$' }] }, PURL],
    ['images', { images: [IMAGE] }, IMAGE],
    ['predicate_types', { predicate_types: [TYPE] }, PURL],
  ];
  it.each(MATCHES)('by %s is not lost with the signature', (_, match, name) => {
    const good = signed(named(name));
    expect(judged(scoped(match), good)).toMatchObject({ exitCode: 3, joined: { scopes: [{ applies: 'yes' }] } });
    for (const [how, broken] of BREAKS) {
      const result = judged(scoped(match), broken(good));
      expect(result, how).toMatchObject({ exitCode: 3, joined: { scopes: [{ applies: 'strictly' }] } });
    }
  });
  it('is not lost where the artifact is another', () => {
    const other = {
      ...app,
      bytes: utf8('evil'),
      digests: new Map([['sha256', digestHex('sha256', utf8('evil'))]] as const),
    };
    expect(judged(scoped({ purls: [PURL] }), signed(named(PURL)), other)).toMatchObject({
      decision: 'reject',
      joined: { scopes: [{ applies: 'strictly', because: 'purls' }] },
    });
  });
  it('is not lost with its fallback', () => {
    const policy = policyOf({
      fallback: 'warn',
      scopes: [{ name: 's', match: { purls: [PURL] }, fallback: 'fail' }],
    });
    expect(judged(policy, BREAKS[0]![1](signed(named(PURL)))).exitCode).toBe(3);
    expect(judged(policy, BREAKS[0]![1](signed(named('pkg:npm/b@1')))).exitCode).toBe(1);
  });
  it('is not about evidence that claims nothing of the kind, nor about none', () => {
    const [, breaks] = BREAKS[0]!;
    const result = judged(scoped({ purls: [PURL] }), breaks(signed(named('pkg:npm/b@1'))));
    expect(result).toMatchObject({ exitCode: 1, joined: { scopes: [{ applies: 'no', because: 'purls' }] } });
    expect(judged(scoped({ purls: [PURL] }), null).exitCode).toBe(1);
  });
  it('is for names that are longer than a pattern is compared with', () => {
    const long = `pkg:npm/${'a'.repeat(3000)}`;
    expect(judged(scoped({ purls: [{ pattern: '^pkg:npm/.+$' }] }), signed(named(long)))).toMatchObject({
      exitCode: 3,
      joined: { scopes: [{ applies: 'strictly', because: 'purls' }] },
    });
  });
});

describe('a scope that relaxes', () => {
  const relaxing = (match: object) =>
    policyOf({ scopes: [{ name: 's', match, require_signature: false, attest_mode: 'none' }] });
  it('does so by what has verified, and by what the operand is', () => {
    expect(judged(relaxing({ names: ['app'] }), BREAKS[0]![1](signed(named(PURL)))).exitCode).toBe(1);
    expect(judged(relaxing({ purls: [PURL] }), signed(named(PURL))).joined.policy.attestMode).toBe('none');
  });
  it('never by a claim, and answers nobody’s question', () => {
    for (const [how, broken] of BREAKS)
      expect(judged(relaxing({ purls: [PURL] }), broken(signed(named(PURL)))).exitCode, how).toBe(3);
  });
});

describe('the subject that matched', () => {
  it.each(['sha256', 'sha384', 'sha512'] as const)('by %s gives its names', (algorithm) => {
    const good = signed(named(PURL, digestOf(algorithm)));
    const { facts, exitCode } = judged(scoped({ purls: [PURL] }), good);
    expect(facts).toMatchObject({ names: ['app', PURL], purls: [PURL], claimed: null });
    expect(exitCode).toBe(3);
  });
  it('alone: the others are not about it', () => {
    const both = statement([
      { name: PURL, digest: digestOf('sha512') },
      { name: 'pkg:npm/b@1', digest: digestOf('sha512', utf8('b')) },
    ]);
    expect(judged(scoped({ names: ['app'] }), signed(both)).facts).toMatchObject({ purls: [PURL], claimed: null });
  });
});

describe('whatever the policy', () => {
  const value = fc.constantFrom('app', PURL, IMAGE, TYPE, 'z', { pattern: '^pkg:.+$' }, { pattern: '^[a-z]+$' });
  const list = fc.uniqueArray(value, { minLength: 1, maxLength: 2, selector: (one) => JSON.stringify(one) });
  const match = fc
    .record(
      {
        names: list,
        purls: fc.constantFrom([PURL], ['pkg:npm/b@1'], [{ pattern: '^pkg:.+$' }]),
        images: fc.constantFrom([IMAGE], ['registry.example.com/z'], [{ pattern: '^registry.+$' }]),
        predicate_types: fc.constantFrom([TYPE], ['https://example.com/q'], [{ pattern: '^https:.+$' }]),
        digests: fc.constantFrom([`sha256:${digestHex('sha256', CONTENT)}`], [`sha256:${'0'.repeat(64)}`]),
      },
      { requiredKeys: [] },
    )
    .filter((one) => Object.keys(one).length > 0);
  const modes = fc.record(
    {
      require_signature: fc.boolean(),
      attest_mode: fc.constantFrom('none', 'record', 'enforce'),
      fallback: fc.constantFrom('fail', 'warn', 'auto_update'),
      // Whoever skips the signature has nothing that is proven: 4, whatever the evidence, which no fallback touches.
      checks: fc.dictionary(
        fc.constantFrom('signature.valid', 'signature.threshold', 'subject.digest', 'statement.format', 'key.trusted'),
        fc.constantFrom('enforce', 'warn'),
        { minKeys: 1, maxKeys: 3 },
      ),
    },
    { requiredKeys: [] },
  );
  const rules = fc.constantFrom(
    {},
    { require: { algorithms: ['ed25519'] } },
    { require: { algorithms: ['ecdsa-p256-sha256'] } },
    { require: { claims: [{ on: 'statement', pointer: '/predicate/x', present: true }] } },
    { require: { predicate_types: [TYPE] } },
  );
  const scopes = fc.array(fc.tuple(match, modes, rules), { maxLength: 3 });
  const written = fc.tuple(modes, rules, scopes).map(([top, asked, parts]) => ({
    ...top,
    ...asked,
    ...(parts.length === 0
      ? {}
      : {
          scopes: parts.map(([where, own, more], i) => ({
            ...{ name: `s${i}`, match: where, ...own, ...more },
            ...(Object.keys({ ...own, ...more }).length === 0 ? { fallback: 'fail' } : {}),
          })),
        }),
  }));
  // Rules that no item can meet together are no policy.
  const policy = written.map((one) => attempt(() => policyOf(one))).filter(({ ok }) => ok);
  const RANK = { accept: 0, warn: 1, reject: 2 } as const;

  it('breaking the signature never makes the decision better, and exit 0 is for TOTAL-PASSED', () => {
    fc.assert(
      fc.property(
        policy,
        fc.constantFrom(PURL, IMAGE, 'z'),
        fc.constantFrom(...BREAKS),
        (document, name, [, broken]) => {
          const good = signed(named(name));
          if (!document.ok) return;
          const [before, after] = [judged(document.value, good), judged(document.value, broken(good))];
          expect(RANK[after.decision]).toBeGreaterThanOrEqual(RANK[before.decision]);
          expect(after.exitCode).not.toBe(0);
          expect(after.indication).not.toBe('TOTAL-PASSED');
          if (before.exitCode === 0) expect(before.indication).toBe('TOTAL-PASSED');
        },
      ),
      { numRuns: 500 },
    );
  });
});
