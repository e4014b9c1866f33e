// SPDX-License-Identifier: Apache-2.0
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { type ChunkingContext, type RolldownBuild, type RolldownOutput, rolldown } from 'rolldown';
import { lazyFramework } from './lazy-framework.ts';
import { ROOT } from './sources.ts';

/** Modules of Node that the framework names and this program does not come to: each would cost a millisecond at every start. */
const LATE = ['node:fs/promises', 'node:perf_hooks', 'node:readline'];
const LATE_PREFIX = '\0late:';

/**
 * The program as one readable file, for the tests and for whoever runs it with a Node of his own.
 *
 * @returns the modules of which there is code in it, absolute, sorted
 */
export async function bundleTo(file: string): Promise<readonly string[]> {
  const build = await program();
  const { output } = await build.write({ ...OUTPUT, file, codeSplitting: false });
  await build.close();
  writeFileSync(file, inAscii(readFileSync(file, 'utf8')));
  return modulesOf(output);
}

function modulesOf(output: RolldownOutput['output']): readonly string[] {
  return output
    .flatMap((part) => (part.type === 'chunk' ? Object.entries(part.modules) : []))
    .flatMap(([id, { renderedLength }]) => (renderedLength > 0 && !id.startsWith('\0') ? [id] : []))
    .sort();
}

export interface Bundled {
  /** The entry, then all others. */
  readonly files: readonly string[];
  /** As of `bundleTo`. */
  readonly modules: readonly string[];
}

/**
 * The same program for the binary, in parts: at its start V8 pays for every function of a text, also for those that never run.
 */
export async function bundleInto(folder: string): Promise<Bundled> {
  const build = await program();
  const { output } = await build.write({
    ...OUTPUT,
    dir: folder,
    entryFileNames: ENTRY,
    chunkFileNames: '[name].cjs',
    codeSplitting: { groups: [{ name: usualPart, debugName: 'usual', includeDependenciesRecursively: false }] },
  });
  await build.close();
  await bundleAlone(WORKER, join(folder, WORKER_PART));
  for (const part of output) {
    const allowed = part.type === 'chunk' ? BEFORE[part.name] : undefined;
    const imports =
      part.type === 'chunk' ? part.imports.filter((name) => !/^(node:|rolldown-runtime\.)/.test(name)) : [];
    const foreign = allowed === undefined ? undefined : imports.find((name) => !allowed.includes(name));
    if (foreign !== undefined) throw new Error(`the part ${part.fileName} loads ${foreign} with it`);
  }
  const files = output.map(({ fileName }) => fileName);
  if (!files.includes(WORKER_PART)) throw new Error(`there is no part ${WORKER_PART}`);
  for (const file of files) {
    const path = join(folder, file);
    writeFileSync(path, inAscii(plainExports(readFileSync(path, 'utf8'))));
  }
  return { files: [ENTRY, ...files.filter((file) => file !== ENTRY).sort()], modules: modulesOf(output) };
}

/** In place of its part: with all that it needs in it. */
async function bundleAlone(entry: string, file: string): Promise<void> {
  const build = await program(entry);
  await build.write({ ...OUTPUT, file, codeSplitting: false });
  await build.close();
}

const ENTRY = 'main.cjs';
/**
 * What each of the threads that verify the signatures of one log comes to. By itself it is a tenth of the usual parts, which each
 * thread would otherwise have for itself; as a part of those it would make every start slower.
 */
const WORKER = 'src/verify/custody-worker.ts';
const WORKER_PART = 'custody-worker.cjs';
const OUTPUT = {
  format: 'cjs',
  minify: false,
  comments: { legal: true, annotation: false, jsdoc: false },
} as const;

/** What may be loaded together with a part. */
const BEFORE: Readonly<Record<string, readonly string[]>> = {
  main: [],
  start: ['main.cjs'],
  framework: [],
  verification: ['start.cjs'],
  'command-line': ['main.cjs', 'start.cjs', 'framework.cjs', 'verification.cjs'],
};

/** What nearly every run comes to: the verification of evidence in single files. */
const USUAL = ['src/cli/dispatch.ts', 'src/cli/commands/verify.ts'].map((file) => join(ROOT, file));
const ENTRY_MODULE = join(ROOT, 'src/main.ts');
/** What comes before any command. */
const START = [ENTRY_MODULE, join(ROOT, 'src/cli/program.ts')];

/**
 * What USUAL imports statically, in three parts beside the start, so that a worker does without the command line, and the
 * command line's own start without both. Everything else falls into parts of its own by who imports it.
 */
function usualPart(id: string, context: ChunkingContext): string | null {
  // The entry's own must run before everything else.
  if (closureOf([ENTRY_MODULE], context).has(id)) return null;
  if (closureOf(START, context).has(id)) return 'start';
  if (!closureOf(USUAL, context).has(id)) return null;
  if (id.startsWith(join(ROOT, 'src/cli/'))) return 'command-line';
  return id.startsWith(join(ROOT, 'src/')) || !isFramework(id, context) ? 'verification' : 'framework';
}

function isFramework(id: string, context: ChunkingContext): boolean {
  return closureOf([join(ROOT, 'node_modules/@oclif/core/lib/index.js')], context).has(id);
}

const closures = new Map<string, Set<string>>();

function closureOf(roots: readonly string[], context: ChunkingContext): ReadonlySet<string> {
  const known = closures.get(roots.join());
  if (known !== undefined) return known;
  const closure = new Set<string>();
  const left = [...roots];
  for (let id = left.pop(); id !== undefined; id = left.pop()) {
    if (closure.has(id)) continue;
    closure.add(id);
    left.push(...(context.getModuleInfo(id)?.importedIds ?? []));
  }
  closures.set(roots.join(), closure);
  return closure;
}

function program(input = 'src/main.ts'): Promise<RolldownBuild> {
  const absent = join(ROOT, 'scripts/stubs/absent.mjs');
  return rolldown({
    cwd: ROOT,
    input,
    platform: 'node',
    plugins: [
      {
        // The framework can ask a shell for its name, and nothing here may start one; no library may bring a socket.
        name: 'no-child-no-network',
        // One file may: it starts the plugin that is named by --signer kms.
        resolveId: (source, importer) =>
          source === 'node:child_process' && importer === join(ROOT, 'src/attest/plugin-process.ts')
            ? { id: source, external: true }
            : /^(node:)?(child_process|net|http|https|http2|tls|dgram|dns)(\/|$)/.test(source)
              ? absent
              : null,
      },
      { name: 'lazy-framework', transform: lazyFramework },
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
    external: (source) =>
      source.startsWith('node:') && !['node:child_process', 'node:zlib'].includes(source) && !LATE.includes(source),
    resolve: {
      alias: {
        'node:zlib': join(ROOT, 'scripts/stubs/zlib.mjs'),
        ejs: join(ROOT, 'scripts/stubs/ejs.mjs'),
        ansis: join(ROOT, 'scripts/stubs/ansis.mjs'),
        'cli-spinners': join(ROOT, 'scripts/stubs/cli-spinners.mjs'),
        debug: join(ROOT, 'scripts/stubs/debug.mjs'),
        'supports-color': join(ROOT, 'scripts/stubs/supports-color.mjs'),
        'wsl-utils': absent,
        tinyglobby: absent,
        minimatch: absent,
        lilconfig: absent,
        // The framework would ask its version, to compile the program's commands where they lie as source.
        typescript: absent,
      },
    },
    transform: { target: 'es2024' },
    // A part of the program may export more than its modules do: nobody imports it but its other parts.
    preserveEntrySignatures: 'allow-extension',
    logLevel: 'warn',
  });
}

/**
 * A part exports whatever any other part imports of it, at its end: as values and not by a function for each, which V8 would have to
 * read and make at every start. Of what is assigned to later the function stays.
 */
function plainExports(text: string): string {
  return text.replace(
    /^Object\.defineProperty\(exports, "(\w+)", \{\n {2}enumerable: true,\n {2}get: function \(\) \{\n {4}return ([\w$]+);\n {2}\}\n\}\);$/gm,
    (whole, name: string, value: string) => (isFixed(value, text) ? `exports.${name} = ${value};` : whole),
  );
}

/** Whether the top of a text declares it once and for all. */
function isFixed(name: string, text: string): boolean {
  const quoted = name.replaceAll('$', '\\$');
  if (new RegExp(`^(?:const|(?:async )?function\\*?) ${quoted}\\b`, 'm').test(text)) return true;
  // Classes come as variables.
  return new RegExp(`^var ${quoted} = class\\b`, 'm').test(text);
}

/**
 * Characters beyond ASCII stand in comments, strings and patterns alone, where an escape means the same. One of them would make
 * the runtime keep the whole text in twice the memory, and convert it at every start.
 */
function inAscii(text: string): string {
  if (/\braw`[^`]*[\u0080-\uffff]/.test(text)) throw new Error('in a raw template an escape is not the same');
  return text.replace(/[\u0080-\uffff]/g, (unit) => `\\u${unit.charCodeAt(0).toString(16).padStart(4, '0')}`);
}
