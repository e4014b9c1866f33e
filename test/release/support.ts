// SPDX-License-Identifier: Apache-2.0
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, it } from 'vitest';
import { PROJECT } from '../support/cli.ts';

export const RELEASE = join(PROJECT, 'release');
const WHOLE = join(RELEASE, 'provenance.statement.json');

/** A suite about what `npm run release` has made; a visible skip where only the binary was built, or something else is absent. */
export function describeRelease(name: string, suite: () => void, needs: readonly string[] = []): void {
  const missing = [WHOLE, ...needs].filter((file) => !existsSync(file));
  if (missing.length === 0) describe(name, suite);
  else
    describe(name, () => {
      it.skip(`is not at hand: ${missing.join(', ')}`, () => {});
    });
}

export const released = (name: string): Buffer => readFileSync(join(RELEASE, name));
export const releasedJson = (name: string): never => JSON.parse(released(name).toString()) as never;
