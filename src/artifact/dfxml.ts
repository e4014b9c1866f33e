// SPDX-License-Identifier: Apache-2.0
import { readSmallXml } from '../encoding/small-xml.ts';
import { Malformed } from '../model/malformed.ts';
import type { ChecksumEntry, ListedAlgorithm } from './checksum-list.ts';

const TYPES: ReadonlyMap<string, readonly [ListedAlgorithm, number]> = new Map([
  ['md5', ['md5', 32]],
  ['sha1', ['sha1', 40]],
  ['sha224', ['sha224', 56]],
  ['sha256', ['sha256', 64]],
  ['sha384', ['sha384', 96]],
  ['sha512', ['sha512', 128]],
]);

/**
 * The files of a Digital Forensics XML document: `filename` and `hashdigest` of each `fileobject`. Digests of ranges
 * (`byte_run`) are of parts, and are passed over.
 *
 * @throws Malformed `input-not-recognised`
 */
export function readDfxml(text: string): ChecksumEntry[] {
  const events = readSmallXml(text);
  if (!Array.isArray(events))
    throw malformed(`not the XML of a DFXML list at character ${(events as { offset: number }).offset}`);
  const entries: ChecksumEntry[] = [];
  const path: string[] = [];
  let name: string | null = null;
  let digests = new Map<ListedAlgorithm, string>();
  let type: readonly [ListedAlgorithm, number] | undefined;
  let content = '';
  for (const event of events) {
    if (event.kind === 'text') {
      content += event.text;
      continue;
    }
    if (event.kind === 'open') {
      if (path.length === 0 && event.name !== 'dfxml') throw malformed(`its root is ${event.name}, not dfxml`);
      path.push(event.name);
      content = '';
      if (event.name === 'hashdigest') type = TYPES.get((event.attributes.get('type') ?? '').toLowerCase());
      if (event.name === 'fileobject') [name, digests] = [null, new Map()];
      continue;
    }
    path.pop();
    const inFile = path.at(-1) === 'fileobject';
    if (inFile && event.name === 'filename') {
      if (name !== null) throw malformed('a fileobject has two names');
      name = content;
    } else if (inFile && event.name === 'hashdigest' && type !== undefined) {
      const hex = content.trim().toLowerCase();
      if (hex.length !== type[1] || /[^0-9a-f]/.test(hex)) throw malformed(`a hashdigest is no ${type[0]}`);
      if ((digests.get(type[0]) ?? hex) !== hex) throw malformed(`a fileobject has two digests of ${type[0]}`);
      digests.set(type[0], hex);
    } else if (event.name === 'fileobject' && name !== null && name !== '') entries.push({ name, digests });
    content = '';
  }
  return entries;
}

function malformed(detail: string): Malformed {
  return new Malformed('input-not-recognised', detail);
}
