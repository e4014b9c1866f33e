// SPDX-License-Identifier: Apache-2.0
import { type DerNode, derInvalid, expectTag, hexTag, nodeAt, TAG } from './der-node.ts';

/** Steps through the members of a constructed value; every member is taken or the reader fails. */
export class DerSequence {
  readonly #node: DerNode;
  readonly #what: string;
  #position: number;

  /**
   * @param tag another than SEQUENCE's: of an IMPLICIT SEQUENCE, or of an EXPLICIT wrapper. Always named, so that one value
   * has one encoding: a reader that took any constructed tag would read two
   * @throws Malformed `der-invalid`
   */
  constructor(node: DerNode, what: string, tag: number = TAG.sequence) {
    if (node.tag !== tag || (tag & 0x20) === 0) {
      throw derInvalid(node, `has tag ${hexTag(node.tag)} where ${what} has ${hexTag(tag)}`);
    }
    this.#node = node;
    this.#what = what;
    this.#position = node.contentStart;
  }

  get done(): boolean {
    return this.#position === this.#node.end;
  }

  /** The next member, whatever its tag. @throws Malformed `der-invalid` where there is none */
  next(what: string): DerNode {
    if (this.done) throw derInvalid(this.#node, `ends where ${this.#what} has ${what}`);
    const child = nodeAt(this.#node.source, this.#position);
    this.#position = child.end;
    return child;
  }

  /** The next member, which must have this tag. @throws Malformed `der-invalid` */
  expect(tag: number, what: string): DerNode {
    return expectTag(this.next(what), tag, `${what} of ${this.#what}`);
  }

  /** The next member if it has this tag, else null and nothing is taken. */
  optional(tag: number): DerNode | null {
    if (this.done || this.#node.source[this.#position] !== tag) return null;
    return this.next('a member');
  }

  /** @throws Malformed `der-invalid` where a member is left over */
  end(): void {
    if (!this.done) throw derInvalid(nodeAt(this.#node.source, this.#position), `is left over in ${this.#what}`);
  }
}
