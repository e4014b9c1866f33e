// SPDX-License-Identifier: Apache-2.0

/** Begins like a URI, a package URL or a digest: no path. */
const SCHEME = /^[A-Za-z][A-Za-z0-9+.-]+:/;

/**
 * A path without `.`, doubled slashes and `dir/..`, so that it does not matter how it was typed; a text that is no path stays
 * what it is.
 */
export function plainName(text: string): string {
  if (SCHEME.test(text) || text === '') return text;
  const parts: string[] = [];
  for (const part of text.split('/')) {
    if (part === '' || part === '.') continue;
    if (part === '..' && parts.length > 0 && parts.at(-1) !== '..') parts.pop();
    else if (part !== '..' || !text.startsWith('/')) parts.push(part);
  }
  const path = parts.join('/');
  return text.startsWith('/') ? `/${path}` : path === '' ? '.' : path;
}

/** The name as a whole, and its last part. */
export function nameForms(text: string): readonly string[] {
  const plain = plainName(text);
  const last = SCHEME.test(text) ? plain : plain.slice(plain.lastIndexOf('/') + 1);
  return [...new Set([text, plain, last])].filter((one) => one !== '');
}

/** What a path that begins somewhere else may be from here: its ends, whole parts each. */
export function nameEnds(text: string): readonly string[] {
  const plain = plainName(text);
  if (!/^(\/|\.\.\/)/.test(plain)) return [];
  const parts = plain.split('/').slice(1);
  return parts.map((_, i) => parts.slice(i).join('/'));
}
