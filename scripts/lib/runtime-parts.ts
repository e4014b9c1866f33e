// SPDX-License-Identifier: Apache-2.0
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { type LicenceSection, licenceSections } from './runtime-licence.ts';
import { partsSeenIn, type SeenPart } from './runtime-text.ts';
import { ROOT } from './sources.ts';
import { NATIVE, TARGETS, type Target } from './targets.ts';

/** One part of the runtimes, and where the knowledge of it comes from. */
export interface RuntimePart {
  readonly folder: string;
  readonly name: string;
  readonly version: string | null;
  readonly versionPart: string | null;
  readonly purl: string | null;
  readonly licence: LicenceSection | null;
  /** In words. */
  readonly toldBy: readonly string[];
  /** Names of the targets whose text shows it. */
  readonly seenIn: readonly string[];
  /** Of all platforms, or only of those that show it: what the compilers brought differs. */
  readonly everywhere: boolean;
}

/** Where the parts lie that `process.versions` names, if not in deps/NAME. */
const FOLDERS: Readonly<Record<string, string>> = {
  ares: 'deps/cares',
  icu: 'deps/icu-small',
  lief: 'deps/LIEF',
  simdutf: 'deps/v8/third_party/simdutf',
};
/** Interfaces that are counted, the runtime itself, and data within ICU. */
const NO_PART = /^(node|modules|napi|unicode|tz|cldr)$/;
/** Under tables of their own, where the runtime says that they were left out (`process.versions`: empty). */
const LEFT_OUT: Readonly<Record<string, string>> = { ngtcp2: 'deps/ngtcp2/ngtcp2', nghttp3: 'deps/ngtcp2/nghttp3' };

/** Where the LICENSE still has it where it lay before. */
const MOVED: Readonly<Record<string, string>> = { 'deps/v8/src/third_party/siphash': 'deps/v8/third_party/siphash' };

/**
 * What can be known of the parts of the runtimes without asking anybody: what the one that runs here says of itself, what the LICENSE of
 * the package names, and what the text of each runtime shows. Versions only where one of them tells it.
 */
export function runtimeParts(): readonly RuntimePart[] {
  const parts = new Map<string, RuntimePart>();
  const put = (folder: string, change: Partial<RuntimePart>, toldBy: string): void => {
    const is = parts.get(folder) ?? { ...NOTHING, folder, name: folder.slice(folder.lastIndexOf('/') + 1) };
    parts.set(folder, { ...is, ...change, toldBy: [...is.toldBy, toldBy] });
  };
  const leftOut = new Set<string>();
  for (const [name, version = ''] of Object.entries(process.versions)) {
    if (NO_PART.test(name)) continue;
    if (version === '') {
      leftOut.add(LEFT_OUT[name] ?? `deps/${name}`);
      continue;
    }
    const purl = `pkg:generic/${encodeURIComponent(name)}@${encodeURIComponent(version)}`;
    put(FOLDERS[name] ?? `deps/${name}`, { name, version, purl }, `process.versions of the runtime for ${NATIVE.name}`);
  }
  for (const licence of licenceSections(licenceText())) {
    if (leftOut.has(licence.folder)) continue;
    const folder = MOVED[licence.folder] ?? licence.folder;
    const name = parts.get(folder)?.name ?? licence.title;
    put(folder, { name, licence }, `LICENSE of ${NATIVE.package}: ${licence.title}, located at ${licence.folder}`);
  }
  for (const target of TARGETS)
    for (const seen of partsSeenIn(join(ROOT, target.runtime))) {
      const is = parts.get(seen.folder);
      put(
        seen.folder,
        {
          ...(is === undefined ? ofText(seen) : {}),
          seenIn: [...(is?.seenIn ?? []), target.name],
        },
        `text of the runtime for ${target.name}`,
      );
    }
  return [...parts.values()].sort((a, b) => (a.folder < b.folder ? -1 : 1));
}

const NOTHING = {
  ...{ version: null, versionPart: null, purl: null, licence: null },
  ...{ toldBy: [], seenIn: [], everywhere: true },
} as const;

function ofText({ name, version, versionPart, purl, folder }: SeenPart): Partial<RuntimePart> {
  return { name, version, versionPart, purl, everywhere: !folder.startsWith('rust/') };
}

/** One text for all: of one version, they are of one source. Not every package carries it. */
function licenceText(): string {
  const texts = TARGETS.flatMap((target) => {
    const path = licenceOf(target);
    return existsSync(path) ? [readFileSync(path, 'utf8')] : [];
  });
  if (texts.some((text) => text !== texts[0])) throw new Error('the runtimes come with different texts of LICENSE');
  return texts[0] ?? '';
}

function licenceOf(target: Target): string {
  return join(ROOT, target.runtime.slice(0, target.runtime.indexOf('/bin/')), 'LICENSE');
}
