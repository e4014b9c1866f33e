// SPDX-License-Identifier: Apache-2.0
import type { JsonValue } from '../model/json.ts';
import { report_v1 } from './generated/report.generated.ts';
import { problemsBy } from './schema.ts';

/** As `validateSchema`, of a report of this tool: apart from it, since only `report` reads one. */
export function validateReport(value: JsonValue): string[] {
  return problemsBy(report_v1, value);
}
