// SPDX-License-Identifier: Apache-2.0
import type { Instant } from '../model/instant.ts';

/**
 * When a package was published, as the registry's own attestations have shown in this run: the verified times of their log
 * entries. The registry signs name, version and integrity in the same act, so that its key must have been valid then.
 */
export class PublishTimes {
  readonly #times = new Map<string, Instant>();

  /** @param sha512 of the package, lowercase hexadecimal */
  note(sha512: string, time: Instant): void {
    const known = this.#times.get(sha512);
    if (known === undefined || time < known) this.#times.set(sha512, time);
  }

  find(sha512: string): Instant | null {
    return this.#times.get(sha512) ?? null;
  }
}
