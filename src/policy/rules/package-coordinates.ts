// SPDX-License-Identifier: Apache-2.0
import { isObject } from '../../encoding/json-fields.ts';
import type { JsonValue } from '../../model/json.ts';
import type { PolicyFacts } from '../../model/policy-document.ts';

/** The kinds of packages that a spec may be about, by the type of their package URL. */
export type PackageType = 'npm' | 'pypi' | 'golang';

/** What a spec calls the command that runs a package. */
export const PROTOCOLS: ReadonlyMap<JsonValue | undefined, PackageType> = new Map([
  ['npx', 'npm'],
  ['uvx', 'pypi'],
  ['go', 'golang'],
]);

export interface PackageCoordinates {
  readonly type: string;
  readonly name: string;
  readonly version: string | null;
}

/**
 * The packages that a verified statement says the artifact at hand is: by the package URLs of the subjects that it matched,
 * and for PyPI by the names of distribution files, since its attestations have no others.
 */
export function signedPackages(facts: PolicyFacts): readonly PackageCoordinates[] {
  const told = toldBy(facts.statement);
  const names = [...new Set([...facts.purls, ...facts.names])].filter((name) => told.has(name));
  return names.flatMap((name) => parsePackageUrl(name) ?? parseDistribution(name) ?? []);
}

function toldBy(statement: PolicyFacts['statement']): ReadonlySet<JsonValue | undefined> {
  const subjects = statement?.['subject'];
  if (!Array.isArray(subjects)) return new Set();
  return new Set(subjects.flatMap((one: JsonValue) => (isObject(one) ? [one['name'], one['uri']] : [])));
}

/** `pkg:type/namespace/name@version`, qualifiers and subpath left out; null for anything else. */
export function parsePackageUrl(text: string): PackageCoordinates | null {
  const parts = /^pkg:([A-Za-z][A-Za-z0-9.+-]*)\/([^?#]+)/.exec(text);
  if (parts === null) return null;
  const [type, path] = [parts[1]!.toLowerCase(), parts[2]!];
  const at = path.lastIndexOf('@');
  const versioned = at > path.lastIndexOf('/') + 1;
  const name = decoded(versioned ? path.slice(0, at) : path);
  const version = versioned ? decoded(path.slice(at + 1)) : null;
  if (name === null || (versioned && version === null)) return null;
  return { type, name, version };
}

/** A wheel (PEP 427) or a source distribution (PEP 625) by the name of its file. */
function parseDistribution(file: string): PackageCoordinates | null {
  const parts =
    /^([A-Za-z0-9._]+)-([^-/]+)(?:-[^-/]+)?-[^-/]+-[^-/]+-[^-/]+\.whl$/.exec(file) ??
    /^([A-Za-z0-9._-]+)-([^-/]+)\.(?:tar\.gz|zip)$/.exec(file);
  return parts === null ? null : { type: 'pypi', name: parts[1]!, version: parts[2]! };
}

/** As registries compare them: PyPI takes case and runs of `-`, `_` and `.` for the same (PEP 503), the others nothing. */
export function isNamed(name: string, { type, name: found }: PackageCoordinates): boolean {
  if (type !== 'pypi') return found === name;
  const normal = (text: string) => text.toLowerCase().replace(/[-_.]+/g, '-');
  return normal(found) === normal(name);
}

function decoded(text: string): string | null {
  try {
    return decodeURIComponent(text);
  } catch (error) {
    if (!(error instanceof URIError)) throw error;
    return null;
  }
}
