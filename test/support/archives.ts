// SPDX-License-Identifier: Apache-2.0
import { digestHex } from '../../src/crypto/digest.ts';
import type { ArchiveHolding } from '../../src/evidence/archive-holding.ts';
import { openArchive } from '../../src/evidence/open-archive.ts';

/** What an archive holds, or why it is refused: then it has nothing else. */
export interface Opened {
  readonly reason: string | null;
  readonly detail: string;
  readonly files: Readonly<Record<string, string>>;
  readonly others: readonly string[];
}

export async function open(bytes: Uint8Array, name = 'a'): Promise<Opened | null> {
  const holding = await openArchive({ name, bytes }, 'named');
  return holding === null ? null : told(holding);
}

/** Every file as text by way of `document`, so that the second access is asked too. */
export function told(holding: ArchiveHolding): Opened {
  const failed = holding.checks.find(({ outcome }) => outcome !== 'passed' && outcome !== 'skipped');
  const files: Record<string, string> = Object.create(null);
  for (const member of holding.members) {
    const bytes = holding.document(member, 64 * 1024 * 1024);
    if (!bytes.ok) throw new Error(`${member.path}: ${bytes.problem.detail}`);
    if (digestHex('sha256', bytes.value) !== member.digests.get('sha256')) throw new Error(`${member.path}: digest`);
    if (Buffer.compare(bytes.value.subarray(0, 512), member.head) !== 0) throw new Error(`${member.path}: head`);
    files[member.path] = Buffer.from(bytes.value).toString('latin1');
  }
  holding.close();
  if (failed !== undefined && (holding.members.length > 0 || holding.others.length > 0)) {
    throw new Error('a refused archive has members');
  }
  return {
    reason: failed !== undefined && 'reason' in failed ? failed.reason : null,
    detail: failed !== undefined && 'detail' in failed ? failed.detail : '',
    files,
    others: holding.others.map(({ path, what }) => `${path}: ${what}`),
  };
}
