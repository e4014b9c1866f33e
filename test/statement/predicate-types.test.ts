// SPDX-License-Identifier: Apache-2.0
import { describe, expect, it } from 'vitest';
import { checkPredicateType, predicateTitle, resolvePredicateType } from '../../src/statement/predicate-types.ts';
import { AT, problems, statementOf } from './support.ts';

describe('resolvePredicateType', () => {
  it.each([
    ['slsaprovenance', 'https://slsa.dev/provenance/v0.2'],
    ['slsaprovenance02', 'https://slsa.dev/provenance/v0.2'],
    ['slsaprovenance1', 'https://slsa.dev/provenance/v1'],
    ['link', 'https://in-toto.io/Link/v1'],
    ['spdx', 'https://spdx.dev/Document'],
    ['spdxjson', 'https://spdx.dev/Document'],
    ['cyclonedx', 'https://cyclonedx.org/bom'],
    ['vuln', 'https://cosign.sigstore.dev/attestation/vuln/v1'],
    ['openvex', 'https://openvex.dev/ns'],
    ['custom', 'https://cosign.sigstore.dev/attestation/v1'],
    ['https://example.com/x', 'https://example.com/x'],
    ['urn:x:y', 'urn:x:y'],
  ])('%s', (text, uri) => {
    expect(resolvePredicateType(text)).toBe(uri);
  });

  it.each(['', 'slsa', 'SPDX', 'constructor', 'no uri', 'https://a b', ':x', 'x:'])('has no URI for "%s"', (text) => {
    expect(resolvePredicateType(text)).toBeNull();
  });
});

describe('checkPredicateType', () => {
  const statement = statementOf({ predicateType: 'https://slsa.dev/provenance/v1' });

  it('passes for the very type', () => {
    expect(checkPredicateType(statement, 'https://slsa.dev/provenance/v1', AT)).toMatchObject({ outcome: 'passed' });
  });

  it('passes where nothing is asked for, and says any', () => {
    expect(checkPredicateType(statement, null, AT)).toMatchObject({ outcome: 'passed', facts: { wanted: 'any' } });
  });

  it.each([
    'https://slsa.dev/provenance/v1/',
    'https://slsa.dev/provenance/V1',
    'https://slsa.dev/provenance/v0.2',
    'https://slsa.dev/provenance/v1 ',
    'https://slsa.dev/provenance',
  ])('does not pass for "%s"', (wanted) => {
    expect(problems({ checks: [checkPredicateType(statement, wanted, AT)] })).toEqual([
      'statement.predicate predicate-type-mismatch',
    ]);
  });
});

it('predicateTitle names what it knows and nothing else', () => {
  expect(predicateTitle('https://slsa.dev/provenance/v0.1')).toBe('SLSA provenance v0.1');
  expect(predicateTitle('constructor')).toBeNull();
});
