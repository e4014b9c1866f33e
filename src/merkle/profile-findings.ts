// SPDX-License-Identifier: Apache-2.0
import { type Finding, finding, type Locator } from '../model/check.ts';
import type { MerkleProfileId } from './profile.ts';
import { PROFILES } from './profiles.ts';

/** What is said in every report of a profile under which two sets can share a root. */
export function profileFindings(id: MerkleProfileId, at: Locator): Finding[] {
  return PROFILES[id].ambiguities.map((why) => finding('merkle-profile-ambiguous', at, `${id}: ${why}`));
}
