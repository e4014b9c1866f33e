// SPDX-License-Identifier: Apache-2.0
import { spawnSync } from 'node:child_process';
import { existsSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, it } from 'vitest';

const PLACES = ['/usr/bin/chromium', '/usr/bin/chromium-browser', '/usr/bin/google-chrome'];
const FLAGS = [
  '--headless',
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
  '--hide-scrollbars',
  '--window-size=1200,900',
];

export const chromium = process.env['CHROMIUM'] ?? PLACES.find((path) => existsSync(path)) ?? null;

/** A suite that needs a browser; a visible skip where there is none. */
export function describeBrowser(name: string, suite: () => void): void {
  if (chromium !== null) {
    describe(name, suite);
    return;
  }
  describe(name, () => {
    it.skip('needs Chromium: install the package chromium, or name the program in CHROMIUM', () => {});
  });
}

/**
 * Opens a copy of a page with a measuring script in it, and gives what the script returned. The copy has no policy, for the
 * script's sake; the page itself has one that would not let it run.
 */
export function measure<T>(page: string, script: string): T {
  const without = page.replace(/<meta http-equiv="Content-Security-Policy"[^>]*>/, '');
  const run = `document.addEventListener('DOMContentLoaded',()=>{let r;try{r=(()=>{${script}})()}catch(e){r={thrown:String(e)}}
    document.documentElement.textContent='MEASURED'+JSON.stringify(r)+'END'})`;
  const dom = dumped(
    without.replace('<head>', () => `<head><script>${run}</script>`),
    'html',
  );
  const found = /MEASURED(.*)END/s.exec(dom);
  if (found === null) throw new Error(`the browser measured nothing: ${dom.slice(0, 500)}`);
  const result = JSON.parse(found[1]!.replaceAll('&lt;', '<').replaceAll('&gt;', '>').replaceAll('&amp;', '&')) as T;
  const { thrown } = result as { thrown?: string };
  if (thrown !== undefined) throw new Error(thrown);
  return result;
}

/** The document as the browser has read it. */
export function dumped(page: string, extension: 'html' | 'svg'): string {
  const folder = mkdtempSync(join(tmpdir(), 'picture-'));
  try {
    const file = join(folder, `page.${extension}`);
    writeFileSync(file, page);
    const args = [...FLAGS, `--user-data-dir=${join(folder, 'profile')}`, '--dump-dom', `file://${file}`];
    const { stdout, error } = spawnSync(chromium!, args, { encoding: 'utf8', maxBuffer: 1 << 28, timeout: 120_000 });
    if (error !== undefined) throw error;
    return stdout;
  } finally {
    rmSync(folder, { recursive: true, force: true, maxRetries: 5 });
  }
}
