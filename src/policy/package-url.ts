// SPDX-License-Identifier: Apache-2.0

/** A package URL (purl-spec), its spellings made one. */
export interface PackageUrl {
  /** `pkg:npm/%40scope/name`: the type in lower case, and encoded what must be, so that a bare `@` is that of the version. */
  readonly name: string;
  readonly version: string | null;
  /** `?…#…`, the qualifiers in order; empty: none. */
  readonly rest: string;
}

/**
 * `pkg:type/namespace/name@version?qualifiers#subpath`. Type and scheme know no case, and slashes around parts say nothing; a
 * part is percent-decoded once. PyPI takes case and runs of `-`, `_` and `.` for the same (PEP 503), GitHub and Bitbucket case.
 * Null for anything else.
 */
export function parsePurl(text: string): PackageUrl | null {
  const parts = /^pkg:\/*([A-Za-z][A-Za-z0-9.+-]*)\/+([^?#]+)(\?[^#]*)?(#.*)?$/i.exec(text);
  if (parts === null) return null;
  const [, type = '', path = '', qualifiers = '', subpath = ''] = parts;
  const kind = type.toLowerCase();
  const trimmed = withoutEnd(path);
  const at = trimmed.lastIndexOf('@');
  // A scope begins with it, and a version follows a name.
  const versioned = at > trimmed.lastIndexOf('/') + 1;
  const names = (versioned ? trimmed.slice(0, at) : trimmed).split(/\/+/).map((part) => respelled(part, kind));
  const version = versioned ? respelled(trimmed.slice(at + 1), null) : null;
  if (names.includes(null) || (versioned && version === null)) return null;
  const sorted = qualifiers === '' ? '' : `?${qualifiers.slice(1).split('&').sort().join('&')}`;
  return { name: `pkg:${kind}/${names.join('/')}`, version, rest: sorted + subpath };
}

function withoutEnd(path: string): string {
  let end = path.length;
  while (path[end - 1] === '/') end--;
  return path.slice(0, end);
}

/** Decoded once, and encoded again in one way; null: it cannot be decoded, or is empty. */
function respelled(part: string, type: string | null): string | null {
  try {
    const plain = decodeURIComponent(part);
    if (plain === '' || !plain.isWellFormed()) return null;
    return encodeURIComponent(type === null ? plain : named(type, plain));
  } catch (error) {
    if (!(error instanceof URIError)) throw error;
    return null;
  }
}

function named(type: string, name: string): string {
  if (type === 'pypi') return name.toLowerCase().replace(/[-_.]+/g, '-');
  return type === 'github' || type === 'bitbucket' ? name.toLowerCase() : name;
}

export function purlText({ name, version, rest }: PackageUrl): string {
  return name + (version === null ? '' : `@${version}`) + rest;
}

/** As people write it: the `@` of a scope, and what a version needs no code for, as themselves. */
export function purlAsWritten(purl: PackageUrl): string {
  return purlText(purl).replace('/%40', '/@').replaceAll('%3A', ':').replaceAll('%2B', '+');
}

/** Each exact text that this package meets: with and without its version and what follows that. */
export function purlForms(purl: PackageUrl): readonly string[] {
  const forms = [purl, { ...purl, rest: '' }, { ...purl, version: null }, { ...purl, version: null, rest: '' }];
  return [...new Set(forms.map(purlText))];
}
