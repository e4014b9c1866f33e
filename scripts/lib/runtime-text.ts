// SPDX-License-Identifier: Apache-2.0
import { readFileSync } from 'node:fs';

/** Something of which the text of a runtime shows that it was built from it. */
export interface SeenPart {
  /** Its folder in the source of the runtime, or `rust/NAME` of what the compiler brought. */
  readonly folder: string;
  readonly name: string;
  /** Exact, or null. */
  readonly version: string | null;
  /** As far as it is told, where it is not told whole. */
  readonly versionPart: string | null;
  readonly purl: string | null;
}

const OF_SOURCE =
  /deps[/\\](?:v8[/\\]third_party[/\\]|LIEF[/\\]third-party[/\\]|crates[/\\]vendor[/\\]|acorn[/\\])?[A-Za-z][\w.-]*(?=[/\\])/g;
/** Of the sources of the compiler, where the standard library is made of them. */
const OF_COMPILER = /(?:vendor|deps|index\.crates\.io-[0-9a-f]+)[/\\]([a-z][a-z0-9_-]*)-(\d+\.\d+\.\d+)(?=[/\\])/g;
const STANDARD_LIBRARY = /rustc version (\d+\.\d+\.\d+)|[/\\]rustc[/\\]([0-9a-f]{40})[/\\]/g;
/** A bundler leaves the name of each file that it takes in. */
const OF_BUNDLE = /\/\/ (?:\.\.\/)*node_modules\/((?:@[a-z0-9._-]+\/)?[a-z0-9._-]+)\//g;
/** Made while it is built, or a folder of other folders. */
const NO_PART = /^deps\/(internal|crates|icu-tmp)$|^deps\/[a-z0-9_-]+-\d+\.\d+\.\d+$/;

/** What paths of its source, left in the text of a runtime, tell of the parts that it was built from. */
export function partsSeenIn(runtime: string): readonly SeenPart[] {
  const text = readFileSync(runtime, 'latin1');
  const found = new Map<string, SeenPart>();
  const add = (part: SeenPart): void => void found.set(part.folder, part);
  for (const path of new Set(Array.from(text.matchAll(OF_SOURCE), ([path]) => path.replaceAll('\\', '/'))))
    if (!NO_PART.test(path)) add(ofSource(path));
  for (const [, name, version] of text.matchAll(OF_COMPILER))
    add({
      ...{ folder: `rust/${name}-${version}`, name: name!, version: version!, versionPart: null },
      ...cargo(name!, version!),
    });
  for (const [, version, commit] of text.matchAll(STANDARD_LIBRARY))
    add({
      folder: `rust/std-${version ?? commit}`,
      name: 'rust-std',
      version: version ?? null,
      versionPart: version === undefined ? `commit ${commit}` : null,
      purl: null,
    });
  for (const [, name] of text.matchAll(OF_BUNDLE))
    add({
      folder: `node_modules/${name}`,
      name: name!,
      version: null,
      versionPart: null,
      purl: `pkg:npm/${name!.replace('@', '%40')}`,
    });
  return [...found.values()];
}

function ofSource(path: string): SeenPart {
  const folder = path === 'deps/acorn/acorn' ? 'deps/acorn' : path;
  const name = folder.slice(folder.lastIndexOf('/') + 1);
  // Vendored folders of crates carry what decides whether versions fit each other, and no more.
  const crate = /^deps\/crates\/vendor\/([\w-]+)-v(\d+(?:_\d+)*)$/.exec(folder);
  if (crate === null) return { folder, name, version: null, versionPart: null, purl: null };
  return {
    ...{ folder, name: crate[1]!, version: null },
    ...cargo(crate[1]!, null),
    versionPart: crate[2]!.replaceAll('_', '.'),
  };
}

function cargo(name: string, version: string | null): { readonly purl: string } {
  return { purl: `pkg:cargo/${name}${version === null ? '' : `@${version}`}` };
}
