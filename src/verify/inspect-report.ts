// SPDX-License-Identifier: Apache-2.0
import { isObject, optionalArray, optionalObject, optionalString } from '../encoding/json-fields.ts';
import type { JsonObject, JsonValue } from '../model/json.ts';
import { type Part, part, quoteOrNull, readPart } from './inspect-model.ts';

const FORMAT = 'forensic-verify/report@v1';

export function isReport(value: JsonValue): value is JsonObject {
  return isObject(value) && value['format'] === FORMAT;
}

/** What a report of this tool says of itself. Anybody can write such a file: to believe it, verify again. */
export function reportPart(report: JsonObject): Part {
  return readPart('report of an earlier verification', '', () => {
    const verdict = optionalObject(report, 'verdict', '') ?? {};
    const exitCode = verdict['exitCode'];
    return part('report of an earlier verification', {
      command: quoteOrNull(optionalString(report, 'command', '')),
      judgedAt: quoteOrNull(optionalString(report, 'at', '')),
      decision: quoteOrNull(optionalString(verdict, 'decision', '/verdict')),
      indication: quoteOrNull(optionalString(verdict, 'indication', '/verdict')),
      exitCode: typeof exitCode === 'number' ? exitCode : null,
      items: optionalArray(report, 'items', '')?.length ?? 0,
      inputs: optionalArray(report, 'inputs', '')?.length ?? 0,
    });
  });
}
