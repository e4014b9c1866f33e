// SPDX-License-Identifier: Apache-2.0
import { parseDigestOperand } from '../artifact/digest-operand.ts';
import { isLockfileName } from '../artifact/lockfile-names.ts';
import { isCustodyLog } from '../custody/timeline-name.ts';
import { archiveKind } from '../evidence/archive-kind.ts';
import { pathKind } from '../evidence/path-kind.ts';
import type { Operands } from './verification.ts';

/**
 * Whether some operand is more than one file: a directory, a lockfile or a custody log, which speak of many, or an archive that no --bundle
 * makes an artifact.
 */
export function needsHoldings({ artifacts, bundles }: Operands): boolean {
  const opensArchives = bundles.length === 0;
  const isSource = (path: string, archives: boolean): boolean => {
    const found = pathKind(path);
    if (found?.kind === 'file' && (isLockfileName(path) || isCustodyLog(path))) return true;
    return found?.kind === 'directory' || (archives && found !== null && archiveKind(found.head) !== null);
  };
  return (
    artifacts.some((path) => parseDigestOperand(path) === null && isSource(path, opensArchives)) ||
    bundles.some((path) => isSource(path, artifacts.length === 0))
  );
}
