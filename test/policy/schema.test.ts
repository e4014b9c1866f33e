// SPDX-License-Identifier: Apache-2.0
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { Ajv2020 } from 'ajv/dist/2020.js';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { withCheckIds } from '../../scripts/lib/policy-schema.ts';
import { parseStrictYaml } from '../../src/encoding/strict-yaml.ts';
import { CHECKS } from '../../src/model/checks.ts';
import { readPolicy } from '../../src/policy/read-policy.ts';
import { RULES } from '../../src/policy/rules.ts';

const KIT = join(import.meta.dirname, '../../offline-kit');
const schema = JSON.parse(readFileSync(join(KIT, 'schemas/policy-v1.json'), 'utf8'));
const fits = new Ajv2020({ strict: true, strictRequired: false, allowUnionTypes: true }).compile(schema);
const kit = readdirSync(join(KIT, 'policies')).map(
  (name) => [name, readFileSync(join(KIT, 'policies', name))] as const,
);
/** A policy with nearly every requirement that there is. */
const whole = readFileSync(join(KIT, '../fixtures/cases/policy-met/policy.yaml'));

describe('the schema of policies', () => {
  it('has the rules and the checks of the tables', () => {
    expect(Object.keys(schema.$defs.require.properties)).toEqual(Object.keys(RULES));
    expect(schema.$defs.checks.propertyNames.enum).toEqual(
      // What is checked of a policy before it is read is not for the policy to say.
      Object.keys(CHECKS).filter((id) => !id.startsWith('policy-file.')),
    );
  });

  it('is made from the table of checks, and nothing else of it is touched', () => {
    const text = readFileSync(join(KIT, 'schemas/policy-v1.json'), 'utf8');
    expect(withCheckIds(text)).toBe(text);
    expect(withCheckIds(text.replace('"input.read",', '"input.reed",\n          "one.more",'))).toBe(text);
    expect(() => withCheckIds(text.replace('"minProperties": 1,\n      "propertyNames"', '"propertyNames"'))).toThrow(
      'no list of checks',
    );
  });

  it.each(kit)('%s fits', (_, bytes) => {
    const plain = JSON.parse(JSON.stringify(parseStrictYaml(bytes).value));
    expect(fits(plain), JSON.stringify(fits.errors)).toBe(true);
  });

  const head = { policy: 'forensic-verify/policy@v1', name: 'n' };
  it.each<[string, object]>([
    ['another version', { ...head, policy: 'forensic-verify/policy@v2' }],
    ['an unknown key', { ...head, attest_mod: 'none' }],
    ['an unknown mode', { ...head, attest_mode: 'off' }],
    ['a text for a truth value', { ...head, require_signature: 'no' }],
    ['an empty block', { ...head, require: {} }],
    ['an unknown rule', { ...head, require: { digests: [] } }],
    ['an unknown check', { ...head, checks: { 'log.checkpiont': 'warn' } }],
    ['a threshold of 0', { ...head, require: { thresholds: { logs: 0 } } }],
    ['a pattern without its end', { ...head, require: { signer: [{ identity_pattern: '^a', issuer: 'b' }] } }],
    ['half a signer', { ...head, require: { signer: [{ identity: 'a' }] } }],
    [
      'a claim with two tests',
      { ...head, require: { claims: [{ on: 'statement', pointer: '/a', equals: 1, present: true }] } },
    ],
    ['a scope without match', { ...head, scopes: [{ name: 's', attest_mode: 'none' }] }],
    ['a scope that asks nothing', { ...head, scopes: [{ name: 's', match: { names: ['a'] } }] }],
  ])('%s fits neither the schema nor the reader', async (_, value) => {
    expect(fits(value)).toBe(false);
    const bytes = new TextEncoder().encode(JSON.stringify(value));
    await expect(readPolicy(bytes, 'p', '')).rejects.toMatchObject({ reason: 'policy-invalid' });
  });

  it('takes whatever the reader takes, of the policies of the kit with a part left out', async () => {
    const whole = kit.map(([, bytes]) => JSON.parse(JSON.stringify(parseStrictYaml(bytes).value)));
    await fc.assert(
      fc.asyncProperty(fc.constantFrom(...whole), fc.infiniteStream(fc.nat(9)), async (policy, choices) => {
        const value = structuredClone(policy);
        leaveOut(value, choices);
        const bytes = new TextEncoder().encode(JSON.stringify(value));
        const read = await readPolicy(bytes, 'p', '').then(
          () => true,
          () => false,
        );
        if (read) expect(fits(value), JSON.stringify([value, fits.errors])).toBe(true);
      }),
      { numRuns: 300 },
    );
  });
});

type Plain = null | boolean | number | string | Plain[] | { [key: string]: Plain };

/** Every place of a document, as the keys that lead to it. */
function placesOf(value: Plain, path: readonly string[] = []): (readonly string[])[] {
  if (typeof value !== 'object' || value === null) return [path];
  return [path, ...Object.entries(value).flatMap(([key, inner]) => placesOf(inner, [...path, key]))];
}

/** The document with what stands at one place changed. */
function withChange(value: Plain, [key, ...rest]: readonly string[], change: (found: Plain) => Plain): Plain {
  if (key === undefined) return change(value);
  const copy = structuredClone(value) as { [key: string]: Plain };
  copy[key] = withChange(copy[key]!, rest, change);
  return copy;
}

const isBlock = (value: Plain): value is { [key: string]: Plain } =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/** What makes a policy unreadable wherever it is done, and undefined where it cannot be done. */
const MUTATIONS: Readonly<Record<string, (found: Plain) => Plain | undefined>> = {
  'an unknown key': (found) => (isBlock(found) ? { ...found, unknown_key: 'x' } : undefined),
  'an emptied list or block': (found) => (Array.isArray(found) ? [] : isBlock(found) ? {} : undefined),
  'an emptied text': (found) => (typeof found === 'string' ? '' : undefined),
  null: () => null,
  'a list': (found) => (Array.isArray(found) ? undefined : [found]),
  'a block': (found) => (isBlock(found) ? undefined : { a: found }),
  'a number': (found) => (typeof found === 'number' ? 0 : 7),
  'a truth value': (found) => (typeof found === 'boolean' ? String(found) : true),
};

describe('a policy with one place changed', () => {
  it.each([...kit, ['policy-met', whole] as const])(
    '%s: is refused by the schema where the reader refuses it, and by the reader where the schema does',
    async (name, bytes) => {
      const plain = JSON.parse(JSON.stringify(parseStrictYaml(bytes).value)) as Plain;
      let refused = 0;
      for (const path of placesOf(plain)) {
        for (const [what, mutate] of Object.entries(MUTATIONS)) {
          let done = false;
          const changed = withChange(plain, path, (found) => {
            const made = mutate(found);
            done = made !== undefined;
            return made ?? found;
          });
          if (!done) continue;
          const read = await readPolicy(new TextEncoder().encode(JSON.stringify(changed)), name, '').then(
            () => true,
            () => false,
          );
          expect(fits(changed), `/${path.join('/')}: ${what}: reader ${read}`).toBe(read);
          if (!read) refused++;
        }
      }
      expect(refused).toBeGreaterThan(30);
    },
  );
});

function leaveOut(value: Record<string, unknown>, choices: IterableIterator<number>): void {
  const keys = Object.keys(value);
  const key = keys[choices.next().value! % Math.max(keys.length, 1)];
  if (key === undefined) return;
  const inner = value[key];
  const deeper = typeof inner === 'object' && inner !== null && choices.next().value! > 2;
  if (deeper) leaveOut(inner as Record<string, unknown>, choices);
  else if (Array.isArray(value)) value.splice(Number(key), 1);
  else delete value[key];
}
