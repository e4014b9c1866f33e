// SPDX-License-Identifier: Apache-2.0
import { type Finding, finding } from '../model/check.ts';
import type { TrustedRoot } from '../model/trusted-root.ts';

/** What a report lists about trust material that was read, and only partly used. */
export function trustFindings(root: Pick<TrustedRoot, 'origin' | 'setAside' | 'unknownMembers'>): Finding[] {
  const evidence = root.origin.name;
  return [
    ...root.setAside.map(({ what, why }) => finding('trust-entry-set-aside', { evidence, pointer: what }, why)),
    ...root.unknownMembers.map((pointer) => finding('unknown-member', { evidence, pointer }, 'not part of the format')),
  ];
}
