// SPDX-License-Identifier: Apache-2.0
import { execFileSync } from 'node:child_process';
import { join, resolve } from 'node:path';
import { describe, expect, it } from 'vitest';
import { readMarkup } from './well-formed.ts';

const ROOT = resolve(import.meta.dirname, '../..');

/** What the command writes for one of the cases, whatever it exits with. */
function replayed(name: string, format: string): string {
  const args = [
    'replay',
    'custody.jsonl',
    '--key',
    'opener.pub.pem',
    '--trusted-root',
    '../../shared/trusted-root.json',
  ];
  const command = [join(ROOT, 'src/main.ts'), ...args, '--at', '2026-03-01T00:00:00Z', '--format', format];
  const cwd = join(ROOT, 'fixtures/cases', name);
  try {
    return execFileSync(process.execPath, command, { cwd, encoding: 'utf8', stdio: ['ignore', 'pipe', 'ignore'] });
  } catch (error) {
    return (error as { stdout: string }).stdout;
  }
}

describe('replay --format html', { timeout: 60_000 }, () => {
  it('shows a contradicted claim as such, with the verdict and the five questions', () => {
    const page = replayed('custody-contradicted--claimed-time-contradicted', 'html');
    readMarkup(page);
    expect(page).toContain('REJECTED (exit code 3)');
    expect(page).toMatch(/class="dot diamond"[^>]*\/><text[^>]*>claimed-time-contradicted/);
    for (const question of ['origin', 'integrity', 'custody', 'time', 'completeness']) {
      expect(page).toContain(`<th scope="row">${question}</th>`);
    }
    expect([...page.matchAll(/<tr id="e/g)]).toHaveLength([...page.matchAll(/<g class="event"/g)].length);
  });

  it('gives the same octets again, and the drawing alone as an image', () => {
    expect(replayed('custody-hand-off', 'html')).toBe(replayed('custody-hand-off', 'html'));
    const image = replayed('custody-hand-off', 'svg');
    readMarkup(image);
    expect(image).toMatch(/^<\?xml [^>]*>\n<svg xmlns="http:\/\/www.w3.org\/2000\/svg"/);
  });
});
