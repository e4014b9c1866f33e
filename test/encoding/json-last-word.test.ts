// SPDX-License-Identifier: Apache-2.0
import { expect, it, vi } from 'vitest';
import { parseJson } from '../../src/encoding/json.ts';
import { expectProblem, utf8 } from './support.ts';

// A scan that lets everything pass: what is left is the native parser's own judgement.
vi.mock('../../src/encoding/json-scan.ts', () => ({ scanJson: () => {} }));

it('refuses what the native parser refuses, even where the scan should have missed it', () => {
  expect(parseJson(utf8('{"a":1}'))).toEqual({ a: 1 });
  expectProblem(() => parseJson(utf8('{"a":1,}')), 'json-invalid', 'native parser');
});
