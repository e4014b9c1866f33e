// SPDX-License-Identifier: Apache-2.0
import { escapeText } from '../encoding/escape-text.ts';
import { Malformed } from '../model/malformed.ts';
import { normalVersion } from './python-version.ts';

interface Distribution {
  /** PEP 503: lowercase, runs of `-`, `_` and `.` as one `-`. */
  readonly name: string;
  /** PEP 440's normal form. */
  readonly version: string;
}

export interface Wheel extends Distribution {
  readonly kind: 'wheel';
  readonly build: string | null;
  /** Sorted, without doubles. */
  readonly interpreters: readonly string[];
  readonly abis: readonly string[];
  readonly platforms: readonly string[];
}

export interface SourceDistribution extends Distribution {
  readonly kind: 'sdist';
  readonly extension: '.tar.gz' | '.zip';
}

export type PythonDistribution = Wheel | SourceDistribution;

/** What most file systems take. */
const LONGEST = 255;

/**
 * The file name of a wheel (`{name}-{version}[-{build}]-{pythons}-{abis}-{platforms}.whl`, PEP 427 and 425) or of a source
 * distribution (`{name}-{version}.tar.gz` or `.zip`, PEP 625), as the `packaging` library reads it.
 *
 * @throws Malformed `artifact-name-invalid`
 */
export function parseDistributionName(fileName: string): PythonDistribution {
  if (fileName.length > LONGEST) throw invalid(fileName, 'it is too long');
  if (fileName.endsWith('.whl')) return parseWheel(fileName);
  for (const extension of ['.tar.gz', '.zip'] as const) {
    if (!fileName.endsWith(extension)) continue;
    const stem = fileName.slice(0, -extension.length);
    const dash = stem.lastIndexOf('-');
    if (dash < 1) throw invalid(fileName, 'it has no "-" between name and version');
    const name = normalName(stem.slice(0, dash), fileName);
    return { kind: 'sdist', name, version: normalVersion(stem.slice(dash + 1)), extension };
  }
  throw invalid(fileName, 'it ends in none of .whl, .tar.gz and .zip');
}

/** Whether a name could be one at all, by its ending. */
export function endsAsDistribution(fileName: string): boolean {
  return /\.(?:whl|tar\.gz|zip)$/.test(fileName);
}

/**
 * One text for all spellings of one distribution, as PEP 740's verifiers compare them: `Foo.Bar-1.0-py3.py2-none-any.whl` and
 * `foo_bar-1.0-py2.py3-none-any.whl` are the same.
 */
export function distributionKey(distribution: PythonDistribution): string {
  const head = `${distribution.name.replaceAll('-', '_')}-${distribution.version}`;
  if (distribution.kind === 'sdist') return head + distribution.extension;
  const { build, interpreters, abis, platforms } = distribution;
  const tags = [interpreters, abis, platforms].map((set) => set.join('.'));
  return `${[head, ...(build === null ? [] : [build]), ...tags].join('-')}.whl`;
}

/** PEP 503. */
export function normalProjectName(name: string): string {
  return name.replace(/[-_.]+/g, '-').toLowerCase();
}

function parseWheel(fileName: string): Wheel {
  const parts = fileName.slice(0, -'.whl'.length).split('-');
  if (parts.length !== 5 && parts.length !== 6) throw invalid(fileName, 'a wheel has five or six parts');
  const [name = '', version = '', ...rest] = parts;
  if (name.includes('__')) throw invalid(fileName, 'the name has two underscores in a row');
  const build = rest.length === 4 ? /^([0-9]+)(.*)$/.exec(rest.shift()!) : null;
  if (parts.length === 6 && build === null) throw invalid(fileName, 'the build number does not begin with a digit');
  const [interpreters, abis, platforms] = rest.map((set) => tagSet(set, fileName));
  return {
    kind: 'wheel',
    name: normalName(name, fileName),
    version: normalVersion(version),
    build: build === null ? null : (build[1]!.replace(/^0+/, '') || '0') + build[2]!,
    interpreters: interpreters!,
    abis: abis!,
    platforms: platforms!,
  };
}

function tagSet(text: string, fileName: string): readonly string[] {
  const tags = text.toLowerCase().split('.');
  if (tags.some((tag) => !/^[a-z0-9_]+$/.test(tag))) throw invalid(fileName, 'a tag is empty or has other characters');
  return [...new Set(tags)].sort();
}

/** PEP 508: letters, digits and `-_.`, letters or digits at both ends. */
function normalName(name: string, fileName: string): string {
  if (!/^(?:[A-Za-z0-9]|[A-Za-z0-9][A-Za-z0-9._-]*[A-Za-z0-9])$/.test(name))
    throw invalid(fileName, 'the project name has other characters');
  return normalProjectName(name);
}

function invalid(fileName: string, why: string): Malformed {
  return new Malformed('artifact-name-invalid', `"${escapeText(fileName, 96)}" names no distribution: ${why}`);
}
