// SPDX-License-Identifier: Apache-2.0
import type { JsonValue } from '../model/json.ts';
import { replay_v1 } from './generated/replay.generated.ts';
import { problemsBy } from './schema.ts';

/** As `validateSchema`, of what `replay --json` writes: apart from it, since only `report render` reads one. */
export function validateReplay(value: JsonValue): string[] {
  return problemsBy(replay_v1, value);
}
