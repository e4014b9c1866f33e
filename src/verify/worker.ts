// SPDX-License-Identifier: Apache-2.0
import { workerData } from 'node:worker_threads';

/** What this program does on a thread of its own, by what it was started for. */
export async function serve(): Promise<void> {
  if ((workerData as { readonly kind?: unknown } | null)?.kind === 'custody')
    await (await import('./custody-worker.ts')).serveCustody();
  else await (await import('./set-worker.ts')).serveSet();
}
