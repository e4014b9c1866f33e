// SPDX-License-Identifier: Apache-2.0
import { chmodSync, copyFileSync } from 'node:fs';

/** Starts the binary that lies beside it, with an emptied environment. */
export const LAUNCHER = 'forensic-verify';

/** Puts it into release/, from the project's folder, which is the working directory. */
export function putLauncher(): void {
  copyFileSync(`offline-kit/bin/${LAUNCHER}`, `release/${LAUNCHER}`);
  chmodSync(`release/${LAUNCHER}`, 0o755);
}
