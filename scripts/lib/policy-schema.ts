// SPDX-License-Identifier: Apache-2.0
import { CHECKS } from '../../src/model/checks.ts';

const LIST =
  /("checks": \{\s*"type": "object",\s*"minProperties": 1,\s*"propertyNames": \{\s*"enum": \[\n)[^\]]*(\n\s*\])/;

/** The schema of policies with the ids of all checks in the place of those that stand in it; everything else stays as it was written. */
export function withCheckIds(schema: string): string {
  // What is checked of a policy before it is read is not for the policy to say.
  const named = Object.keys(CHECKS).filter((id) => !id.startsWith('policy-file.'));
  const ids = named.map((id) => `          ${JSON.stringify(id)}`);
  const found = LIST.exec(schema);
  if (found === null) throw new Error('policy-v1.json has no list of checks where it was: $defs/checks/propertyNames');
  return schema.replace(LIST, (_, head: string, tail: string) => `${head}${ids.join(',\n')}${tail}`);
}
