// SPDX-License-Identifier: Apache-2.0
import { spawnSync } from 'node:child_process';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { FIXTURES } from '../attacks/evidence.ts';
import { program } from '../attacks/program.ts';

const hasJq = spawnSync('jq', ['--version']).status === 0;

/** The first command behind a fact, and the digest that it must give. */
it.skipIf(!hasJq).each([
  ['pypi-attestation/publish.attestation', 'pae sha256', "(printf 'DSSEv1"],
  ['pypi-provenance/app.provenance', 'pae sha256', "(printf 'DSSEv1"],
  ['pypi-attestation/publish.attestation', 'leaf hash', "(printf '\\000'"],
  ['cosign-bundle/artifact.txt.bundle', 'leaf hash', "(printf '\\000'"],
])('%s: the %s can be repeated with the command that explain prints', async (file, fact, head) => {
  const path = join(FIXTURES, 'cases', file);
  const { stdout } = await program(['explain', path]);
  const digest = new RegExp(`^  ${fact}\\s+([0-9a-f]{64})$`, 'm').exec(stdout)![1];
  const start = stdout.indexOf(`$ ${head}`) + 2;
  const end = stdout.indexOf('sha256sum', start) + 'sha256sum'.length;
  const result = spawnSync('sh', ['-c', stdout.slice(start, end).replaceAll('EVIDENCE', path)], { encoding: 'utf8' });
  expect(result.stdout.slice(0, 64), result.stderr).toBe(digest);
});
