// SPDX-License-Identifier: Apache-2.0
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll } from 'vitest';

export const utf8Of = (text: string): Uint8Array => new TextEncoder().encode(text);

const made: string[] = [];
/** A new empty folder, gone when the file's tests have ended. */
export function scratch(): string {
  const folder = mkdtempSync(join(tmpdir(), 'fv-attest-'));
  made.push(folder);
  return folder;
}
afterAll(() => {
  for (const folder of made) rmSync(folder, { recursive: true, force: true });
});
