// SPDX-License-Identifier: Apache-2.0
import { asString, optionalArray, optionalString } from '../../encoding/json-fields.ts';
import type { JsonObject } from '../../model/json.ts';
import { compact } from '../compact.ts';
import { TEST_RESULT } from '../predicate-types.ts';
import { type Resource, readResources, resourceToJson } from '../resource.ts';
import type { ToldPredicateKind } from './predicate-kind.ts';

/** in-toto test result v0.1. What a failed test means for whom is a question for rules. */
export interface TestResult {
  /** As written: `PASSED`, `WARNED`, `FAILED`, or what is none of them. */
  readonly result: string;
  readonly configuration: readonly Resource[];
  readonly url: string | null;
  readonly passed: readonly string[];
  readonly warned: readonly string[];
  readonly failed: readonly string[];
}

function texts(object: JsonObject, name: string): readonly string[] {
  return (optionalArray(object, name, '') ?? []).map((one, i) => asString(one, `/${name}/${i}`));
}

export const TEST_RESULT_KIND: ToldPredicateKind<typeof TEST_RESULT, TestResult> = {
  type: TEST_RESULT,
  schema: 'test-result',
  parse: (predicate) => ({
    result: optionalString(predicate, 'result', '') ?? '',
    configuration: readResources(predicate, 'configuration', ''),
    url: optionalString(predicate, 'url', '') ?? null,
    passed: texts(predicate, 'passedTests'),
    warned: texts(predicate, 'warnedTests'),
    failed: texts(predicate, 'failedTests'),
  }),
  toJson: ({ result, configuration, url, passed, warned, failed }) =>
    compact({
      result,
      configuration: configuration.map(resourceToJson),
      url,
      passedTests: passed,
      warnedTests: warned,
      failedTests: failed,
    }),
  tell: ({ result, configuration, url, passed, warned, failed }) => ({
    result,
    configuration: configuration.length,
    url,
    passedTests: passed.length,
    warnedTests: warned.length,
    failedTests: failed,
  }),
};
