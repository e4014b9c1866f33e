// SPDX-License-Identifier: Apache-2.0
import type { Bytes } from '../model/bytes.ts';

/** The octets that a name stands for; null: there is no such document; undefined: it is a name in the file system. */
export type DocumentFinder = (name: string) => Bytes | null | undefined;

let find: DocumentFinder = () => undefined;

/**
 * What the caller of an embedded command has handed in instead of a file: under `given:NAME`, or as standard input, `-`. In a process of
 * its own a command knows none, and such a name is that of a file.
 */
export function givenDocument(name: string): Bytes | null | undefined {
  return find(name);
}

const GIVEN = 'given:';

/** What a file is called by its name alone: of a document that was handed in, the name that it was handed in by. */
export function fileNameOf(path: string): string {
  const name = path.startsWith(GIVEN) && find(path) !== undefined ? path.slice(GIVEN.length) : path;
  return name.slice(name.lastIndexOf('/') + 1);
}

/** How the documents of the command that is running are found: it may run beside others in one process. */
export function findDocumentsBy(finder: DocumentFinder): void {
  find = finder;
}
