// SPDX-License-Identifier: Apache-2.0
import type { JsonValue } from '../model/json.ts';
import { custody_event_v1 } from './generated/custody.generated.ts';
import { problemsBy } from './schema.ts';

/** As `validateSchema`, of a custody event: apart from it, since its code is half of all, and bundles have none. */
export function validateCustodyEvent(value: JsonValue): string[] {
  return problemsBy(custody_event_v1, value);
}
