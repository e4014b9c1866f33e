// SPDX-License-Identifier: Apache-2.0
import { escapeText } from '../encoding/escape-text.ts';
import { LIMITS } from '../encoding/limits.ts';
import { Malformed } from '../model/malformed.ts';

interface Node {
  children: Map<string, Node> | null;
  /** What stands here; null where only something below it does. */
  identity: string | null;
}

const DIRECTORY = 'directory';

/**
 * The entries of one archive by name, as a tree: what a reader that unpacks it would find. A name that is both a file and a
 * folder, or a file twice with different content, is read in two ways (attacks I03).
 */
export class EntryIndex {
  readonly #root: Node = { children: null, identity: DIRECTORY };
  #count = 0;

  /**
   * @param identity what makes two entries the same; null for a directory
   * @returns whether the same stands there already
   * @throws Malformed `archive-duplicate`, `limit-exceeded`
   */
  add(path: string, identity: string | null): boolean {
    if (++this.#count > LIMITS.members) {
      throw new Malformed('limit-exceeded', `the archive has more than ${LIMITS.members} entries: name parts of it`);
    }
    let node = this.#root;
    for (let from = 0; from < path.length; ) {
      const slash = path.indexOf('/', from);
      const to = slash === -1 ? path.length : slash;
      if (node.identity !== null && node.identity !== DIRECTORY)
        throw clash(path, 'lies below an entry that is no directory');
      node.children ??= new Map();
      const part = path.slice(from, to);
      let child = node.children.get(part);
      if (child === undefined) {
        child = { children: null, identity: null };
        node.children.set(part, child);
      }
      node = child;
      from = to + 1;
    }
    const wanted = identity ?? DIRECTORY;
    if (node.identity === null) {
      if (identity !== null && node.children !== null) throw clash(path, 'is a directory by other entries');
      node.identity = wanted;
      return false;
    }
    if (node.identity !== wanted) throw clash(path, 'stands twice, with different content');
    return true;
  }
}

function clash(path: string, what: string): Malformed {
  return new Malformed('archive-duplicate', `"${escapeText(path)}" ${what}`);
}
