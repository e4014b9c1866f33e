// SPDX-License-Identifier: Apache-2.0
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { describe, expect, it } from 'vitest';
import { causes, openBundles, signerOf, trustedLogs, verifyFirst } from './support.ts';

// The project's own minted scenarios, made by scripts/mint and not by the code under test.
const base = resolve(import.meta.dirname, '../../fixtures/cases');
const LOG_CHECKS = ['log.entry', 'log.key', 'log.promise', 'log.inclusion', 'log.checkpoint', 'log.consistency'];

interface Expectation {
  readonly command: readonly string[];
  readonly check: string | null;
  readonly reason: string | null;
}

const scenarios = readdirSync(base).flatMap((name) => {
  const file = join(base, name, 'expect.json');
  if (!existsSync(file) || !existsSync(join(base, name, 'bundle.sigstore.json'))) return [];
  const expectation = JSON.parse(readFileSync(file, 'utf8')) as Expectation;
  const flag = expectation.command.indexOf('--trusted-root');
  const root = flag === -1 ? undefined : expectation.command[flag + 1];
  // What a list of revocations takes out of the root is above this layer.
  if (expectation.command.includes('--revocation-list')) return [];
  const wrong = LOG_CHECKS.includes(expectation.check ?? '');
  return (name.includes('--') && !wrong) || root === undefined ? [] : [{ name, expectation, root }];
});

describe('minted scenarios', () => {
  it.each(scenarios)('$name', ({ name, expectation, root }) => {
    const logs = trustedLogs(resolve(base, name, root));
    const found = openBundles(join(base, name, 'bundle.sigstore.json'))
      .filter((entity) => entity.signer.kind === 'certificate')
      .flatMap((entity) =>
        entity.logEntries.flatMap((entry) => causes(verifyFirst(entity, logs, { entry, signerKey: signerOf(entity) }))),
      );
    if (expectation.check === null) expect(found).toEqual([]);
    else expect(found).toContain(`${expectation.check} ${expectation.reason}`);
  });

  it('are more than a few', () => expect(scenarios.length).toBeGreaterThan(30));
});
