// SPDX-License-Identifier: Apache-2.0
import { Malformed } from '../model/malformed.ts';
import { escapeText } from './escape-text.ts';

/** What Windows opens as a device, with any extension. */
const RESERVED = /^(?:con|prn|aux|nul|com[0-9]|lpt[0-9])(?:\.|$)/i;

/**
 * The name of an entry in an archive of others: any text, as long as it stays inside. `./` in front, doubled slashes and the
 * one at the end of a directory go, as all readers let them.
 *
 * @param name octets that are no UTF-8 stand as `\xNN`
 * @returns '' for the root itself, which only a directory may be
 * @throws Malformed `archive-name`
 */
export function readEntryName(name: string, directory: boolean, where: string): string {
  const refuse = (why: string) => new Malformed('archive-name', `${where} ${why}: "${escapeText(name)}"`);
  if (name.startsWith('/')) throw refuse('has an absolute name');
  if (name.includes('\0')) throw refuse('has a name with a NUL in it');
  if (!/(?:^|\/)(?:\.{0,2})(?:\/|$)/.test(name)) return name;
  const parts = name.split('/').filter((part) => part !== '' && part !== '.');
  if (parts.includes('..')) throw refuse('has a name that leads upwards');
  if (parts.length === 0 && (!directory || name === '')) throw refuse('has no name');
  return parts.join('/');
}

/**
 * The name of an entry in a package of ours: nothing that any system reads in two ways.
 *
 * @throws Malformed `archive-name`
 */
export function checkKitName(path: string, where: string): void {
  const refuse = (why: string) => new Malformed('archive-name', `${where} ${why}: "${escapeText(path)}"`);
  if (!/^[A-Za-z0-9._\-/]+$/.test(path)) throw refuse('has a name of other characters than A-Z a-z 0-9 . _ - /');
  for (const part of path.split('/')) {
    if (part === '' || part === '.' || part === '..') throw refuse('has an empty, . or .. component in its name');
    if (part.endsWith('.')) throw refuse('has a component that ends in a dot');
    if (part.startsWith('-')) throw refuse('has a component that begins as an option does');
    if (RESERVED.test(part)) throw refuse('has a name that Windows keeps for a device');
  }
}
