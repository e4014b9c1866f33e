// SPDX-License-Identifier: Apache-2.0
import { expect, it } from 'vitest';
import { pinStatement } from '../../src/attest/pin-statement.ts';
import { encodeUtf8 } from '../../src/encoding/utf8.ts';
import { canonicalPredicate, readPredicate, tellPredicate } from '../../src/statement/predicates.ts';
import { parseStatement } from '../../src/statement/statement.ts';

const AT = { evidence: 'pin', pointer: '' };
const pin = pinStatement({
  subject: 'a service',
  digest: 'ab'.repeat(32),
  signerName: 'ed25519',
  attestedAt: '2026-03-01T00:00:00Z',
  toolCount: 3,
});

function read(bytes: Uint8Array) {
  const parsed = parseStatement('application/vnd.in-toto+json', bytes, AT);
  if (!parsed.ok) throw new Error('no statement');
  return readPredicate(parsed.value, AT);
}

it('the predicate that digest pin writes is one that is known, and told', () => {
  const { predicate, findings } = read(pin);
  expect(findings).toEqual([]);
  expect(tellPredicate(predicate!)).toEqual({
    signerName: 'ed25519',
    attestedAt: '2026-03-01T00:00:00Z',
    toolCount: '3',
  });
  expect(new TextDecoder().decode(canonicalPredicate(predicate!))).toBe(
    '{"attestedAt":"2026-03-01T00:00:00Z","canonicalization":"rfc8785","signerName":"ed25519","toolCount":3}',
  );
});

it.each([
  ['another canonicalization', '"rfc8785"', '"other"'],
  ['no time', '"2026-03-01T00:00:00Z"', '"today"'],
  ['a member of its own', '"toolCount":3', '"toolCount":3,"trusted":true'],
  ['less than no tool', '"toolCount":3', '"toolCount":-1'],
])('%s breaks its schema', (_, from, to) => {
  const { findings } = read(encodeUtf8(new TextDecoder().decode(pin).replace(from, to)));
  expect(findings.map(({ code }) => code)).toEqual(['predicate-schema-broken']);
});
