// SPDX-License-Identifier: Apache-2.0
import { isObject } from '../encoding/json-fields.ts';
import { parseStrictYaml, type YamlDocument, YamlFault } from '../encoding/strict-yaml.ts';
import type { Bytes } from '../model/bytes.ts';
import type { JsonValue } from '../model/json.ts';
import { Malformed } from '../model/malformed.ts';
import { MisplacedText, policyProblem } from './problem.ts';
import { EXPECT, type ExpectRule, packageRules } from './rules/expect.ts';
import { memberOf } from './values.ts';

/**
 * What a package's spec expects of its provenance: its block `provenance`, read strictly, as rules, and the package and
 * version that it is about. The rest is about building and scanning, and is not read.
 *
 * @param name of the file, for messages and as the origin of the rules
 * @throws Malformed `policy-invalid`, its detail `file:line:column: sentence`
 */
export function readExpect(bytes: Bytes, name: string): readonly ExpectRule[] {
  let yaml: YamlDocument | null = null;
  try {
    yaml = parseStrictYaml(bytes);
    const provenance = isObject(yaml.value) ? memberOf(yaml.value, 'provenance') : undefined;
    if (provenance === undefined) throw policyProblem('', 'the spec has no block "provenance"');
    const rules = EXPECT.parse(provenance, '/provenance', `--expect ${name}: provenance`);
    if (rules.length === 0) throw policyProblem('/provenance', 'the spec expects nothing');
    return [...packageOf(yaml.value, `--expect ${name}: spec`), ...rules];
  } catch (error) {
    if (!(error instanceof Malformed)) throw error;
    if (error instanceof YamlFault) throw new MisplacedText(name, error.place, error.problem);
    const { pointer = '', place } = error as { pointer?: string; place?: 'key' | 'value' };
    throw new MisplacedText(name, yaml?.placeOf(pointer, place) ?? { line: 1, column: 1 }, error.detail);
  }
}

/** Name and version of the package, where the spec has them. */
function packageOf(value: JsonValue, origin: string): readonly ExpectRule[] {
  if (!isObject(value)) return [];
  const [spec, metadata] = [memberOf(value, 'spec'), memberOf(value, 'metadata')];
  const protocol = metadata !== undefined && isObject(metadata) ? memberOf(metadata, 'protocol') : undefined;
  return spec !== undefined && isObject(spec) ? packageRules(spec, '/spec', origin, protocol) : [];
}
