// SPDX-License-Identifier: Apache-2.0
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { PROJECT, run } from '../support/cli.ts';
import { Peer } from './peer.ts';

const CASE = join(PROJECT, 'fixtures/cases/bundle-v0.3-message');
const { command, exitCode } = JSON.parse(readFileSync(join(CASE, 'expect.json'), 'utf8')) as {
  command: string[];
  exitCode: number;
};
const OPTIONS = {
  bundle: 'bundle.sigstore.json',
  'trusted-root': '../../shared/trusted-root.json',
  'certificate-identity': command[command.indexOf('--certificate-identity') + 1],
  'certificate-oidc-issuer': 'https://issuer.mint.example',
  at: '2026-03-01T00:00:00Z',
  deterministic: true,
};

describe('serve --stdio', () => {
  it('gives the report that the command gives, and its exit code', async () => {
    const peer = new Peer({ cwd: CASE }).listen();
    const good = await peer.call('verify', { operands: ['artifact.txt'], options: OPTIONS });
    const alone = run([...command, '--json', '--deterministic'], { cwd: CASE });
    expect(alone.code).toBe(exitCode);
    expect(good.result?.exitCode).toBe(alone.code);
    expect(good.result?.output).toEqual(JSON.parse(alone.stdout));
    const bad = await peer.call('verify', {
      operands: ['given:other.txt'],
      options: OPTIONS,
      documents: { 'other.txt': { text: 'something else' } },
    });
    expect(bad.result?.exitCode).toBe(2);
    expect(await peer.end()).toEqual({ code: 0, signal: null });
    expect(peer.stderr).toBe('');
  });
});
