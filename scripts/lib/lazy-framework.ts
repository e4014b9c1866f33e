// SPDX-License-Identifier: Apache-2.0

const FRAMEWORK = /\/node_modules\/@oclif\/core\/lib\/.*\.js$/;
const LOADS = /^(?:const|var) (\w+_\d+) = ((?:__import(?:Default|Star)\()?require\((?:"[^"]+"|'[^']+')\)\)?);$/gm;
const EXPORTS = /^exports\.(\w+) = (__importStar\(require\("[^"]+"\)\));$/gm;

/**
 * The modules of the command-line framework load each other where they are first used, and not where they are named: a run comes
 * to a third of them. Their compiled form is regular, `const x_1 = require("x")` and `x_1.name` from then on.
 */
export function lazyFramework(code: string, id: string): string | null {
  if (!FRAMEWORK.test(id)) return null;
  const names = new Set<string>();
  const loading = code
    .replaceAll(LOADS, (_, name: string, load: string) => {
      names.add(name);
      return `var loaded_${name}; function load_${name}() { return (loaded_${name} ??= ${load}); }`;
    })
    .replaceAll(
      EXPORTS,
      (_, name: string, load: string) =>
        `var loaded_${name}; Object.defineProperty(exports, "${name}", { enumerable: true, get: () => (loaded_${name} ??= ${load}) });`,
    );
  if (names.size === 0) return loading;
  return loading.replaceAll(new RegExp(`(?<![\\w.$])(?:${[...names].join('|')})(?![\\w$])`, 'g'), '(load_$&())');
}
