// SPDX-License-Identifier: Apache-2.0
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { PROJECT, run } from '../support/cli.ts';

export const REPORTS = join(PROJECT, 'test/transcripts/reports');

const WHO = [
  ...['--certificate-identity', 'https://code.mint.example/acme/app/.workflows/release.yml@refs/heads/main'],
  ...['--certificate-oidc-issuer', 'https://issuer.mint.example'],
];

interface Made {
  readonly name: string;
  readonly cwd: string;
  readonly words: readonly string[];
}

const CASES = 'fixtures/cases';
const ask = (at: string) => ['--trusted-root', '../../shared/trusted-root.json', ...WHO, '--at', at];
const ON = '2026-03-01T00:00:00Z';

/** What the transcripts of `report` read, and of which run each is. */
const MADE: readonly Made[] = [
  { name: 'folder.json', cwd: `${CASES}/folder`, words: ['verify', 'locker', ...ask(ON)] },
  { name: 'later.json', cwd: `${CASES}/folder-with-bundle`, words: ['verify', '.', ...ask('2026-03-02T00:00:00Z')] },
  { name: 'second.json', cwd: `${CASES}/folder-and-folder`, words: ['verify', 'bin', 'proof', ...ask(ON)] },
  {
    name: 'artifact.json',
    cwd: `${CASES}/bundle-v0.3-dsse`,
    words: ['verify', 'artifact.txt', '--bundle', 'bundle.sigstore.json', ...ask(ON)],
  },
  {
    name: 'altered.json',
    cwd: `${CASES}/artifact-altered--subject-digest-mismatch`,
    words: ['verify', 'artifact.txt', '--bundle', 'bundle.sigstore.json', ...ask(ON)],
  },
];

/** Every report as the program writes it now, by its name; and one whose verdict was written over. */
export function madeReports(): Map<string, string> {
  const made = new Map<string, string>();
  for (const { name, cwd, words } of MADE)
    made.set(name, run([...words, '--json', '--deterministic'], { cwd: join(PROJECT, cwd) }).stdout);
  const altered = made.get('altered.json')!;
  const better = altered.replace(
    /"verdict":\{[^}]*\}/,
    '"verdict":{"decision":"accept","exitCode":0,"indication":"TOTAL-PASSED"}',
  );
  return made.set('written-over.json', better);
}

export function keptReport(name: string): string {
  return readFileSync(join(REPORTS, name), 'utf8');
}
