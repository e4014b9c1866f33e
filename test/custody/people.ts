// SPDX-License-Identifier: Apache-2.0
import { alice } from '../../scripts/mint/cases/custody-common.ts';
import type { CustodyLog } from '../../scripts/mint/custody.ts';

export * from '../../scripts/mint/cases/custody-common.ts';

export function closed(log: CustodyLog): CustodyLog {
  return log.add({ type: 'close', by: alice });
}
