// SPDX-License-Identifier: Apache-2.0
import { loadPatternEngine } from '../encoding/anchored-pattern.ts';
import { parseStrictYaml, type YamlDocument, YamlFault } from '../encoding/strict-yaml.ts';
import type { Bytes } from '../model/bytes.ts';
import { Malformed } from '../model/malformed.ts';
import type { PolicyDocument } from '../model/policy-document.ts';
import { loadExpressionEngine } from './cel.ts';
import { asksFor, parsePolicy } from './parse-policy.ts';
import { MisplacedText } from './problem.ts';
import type { RuleTable } from './require-block.ts';
import { RULES } from './rules.ts';

/**
 * Reads a policy file, YAML or JSON alike.
 *
 * @param name of the file, for messages
 * @param sha256 of `bytes`: whoever read them knows it
 * @throws Malformed `policy-invalid` (in the promise), its detail `file:line:column: sentence`
 */
export async function readPolicy(
  bytes: Bytes,
  name: string,
  sha256: string,
  rules: RuleTable = RULES,
): Promise<PolicyDocument> {
  await loadPatternEngine();
  let yaml: YamlDocument | null = null;
  try {
    yaml = parseStrictYaml(bytes);
    if (asksFor(yaml.value, 'expressions')) await loadExpressionEngine();
    return parsePolicy(yaml.value, sha256, rules);
  } catch (error) {
    if (!(error instanceof Malformed)) throw error;
    if (error instanceof YamlFault) throw new MisplacedText(name, error.place, error.problem);
    const { pointer = '', place } = error as { pointer?: string; place?: 'key' | 'value' };
    throw new MisplacedText(name, yaml?.placeOf(pointer, place) ?? { line: 1, column: 1 }, error.detail);
  }
}
