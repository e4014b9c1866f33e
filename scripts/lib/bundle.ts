// SPDX-License-Identifier: Apache-2.0
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { rolldown } from 'rolldown';
import { ROOT } from './sources.ts';

/** Modules of Node that the framework names and this program does not come to: each would cost a millisecond at every start. */
const LATE = ['node:fs/promises', 'node:perf_hooks', 'node:readline'];
const LATE_PREFIX = '\0late:';

/** The program as one readable file: the same for the binary, for the tests and for whoever runs it with a Node of his own. */
export async function bundleTo(file: string): Promise<void> {
  const absent = join(ROOT, 'scripts/stubs/absent.mjs');
  const build = await rolldown({
    cwd: ROOT,
    input: 'src/main.ts',
    platform: 'node',
    plugins: [
      {
        // The framework can ask a shell for its name, and nothing here may start one; no library may bring a socket.
        name: 'no-child-no-network',
        resolveId: (source) =>
          /^(node:)?(child_process|net|http|https|http2|tls|dgram|dns)(\/|$)/.test(source) ? absent : null,
      },
      {
        name: 'late',
        resolveId: (source) => (LATE.includes(source) ? LATE_PREFIX + source : null),
        load: (id) =>
          id.startsWith(LATE_PREFIX)
            ? `module.exports = new Proxy({}, { get: (_, name) => process.getBuiltinModule('${id.slice(LATE_PREFIX.length)}')[name] });`
            : null,
      },
    ],
    // What the plugins answer for must not be decided here.
    external: (source) => source.startsWith('node:') && source !== 'node:child_process' && !LATE.includes(source),
    resolve: {
      alias: {
        ejs: join(ROOT, 'scripts/stubs/ejs.mjs'),
        ansis: join(ROOT, 'scripts/stubs/ansis.mjs'),
        'cli-spinners': join(ROOT, 'scripts/stubs/cli-spinners.mjs'),
        debug: join(ROOT, 'scripts/stubs/debug.mjs'),
        'supports-color': join(ROOT, 'scripts/stubs/supports-color.mjs'),
        'wsl-utils': absent,
        tinyglobby: absent,
        minimatch: absent,
        lilconfig: absent,
      },
    },
    transform: { target: 'es2024' },
    logLevel: 'warn',
  });
  await build.write({
    file,
    format: 'cjs',
    codeSplitting: false,
    minify: false,
    comments: { legal: true, annotation: false, jsdoc: false },
  });
  await build.close();
  writeFileSync(file, inAscii(readFileSync(file, 'utf8')));
}

/**
 * Characters beyond ASCII stand in comments, strings and patterns alone, where an escape means the same. One of them would make
 * the runtime keep the whole text in twice the memory, and convert it at every start.
 */
function inAscii(text: string): string {
  if (/\braw`[^`]*[\u0080-\uffff]/.test(text)) throw new Error('in a raw template an escape is not the same');
  return text.replace(/[\u0080-\uffff]/g, (unit) => `\\u${unit.charCodeAt(0).toString(16).padStart(4, '0')}`);
}
