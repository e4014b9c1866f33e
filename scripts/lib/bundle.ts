// SPDX-License-Identifier: Apache-2.0
import { join } from 'node:path';
import { rolldown } from 'rolldown';
import { ROOT } from './sources.ts';

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
    ],
    external: [/^node:(?!child_process$)/],
    resolve: {
      alias: {
        ejs: join(ROOT, 'scripts/stubs/ejs.mjs'),
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
}
