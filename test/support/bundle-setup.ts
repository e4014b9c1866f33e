// SPDX-License-Identifier: Apache-2.0
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { bundleTo } from '../../scripts/lib/bundle.ts';

/** Once per run: the program as one file, so that the tests of the command line start it as users do. */
export default async function setup(): Promise<() => void> {
  const folder = mkdtempSync(join(tmpdir(), 'forensic-verify-'));
  const file = join(folder, 'cli.cjs');
  await bundleTo(file);
  process.env['FORENSIC_VERIFY_TEST_BUNDLE'] = file;
  return () => rmSync(folder, { recursive: true, force: true });
}
