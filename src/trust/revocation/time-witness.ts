// SPDX-License-Identifier: Apache-2.0
import type { Engine } from '../../crypto/engine.ts';
import type { Instant } from '../../model/instant.ts';
import type { Problem } from '../../model/malformed.ts';
import type { Certificate } from '../../x509/certificate.ts';
import type { NamedCrl, RevocationData } from './data.ts';
import { revocationsOnPath, type Said, sinceText } from './path.ts';

/**
 * Nobody else had the key: words of the lists of revocations, and those that RFC 3161 §4 leaves to an authority that just ends. It counts
 * the `unspecified` of a certificate revocation list to them where it is written out; absent and written are not told apart here.
 */
const IN_ORDER: ReadonlySet<string> = new Set([
  'superseded',
  'cessation',
  'cessationOfOperation',
  'affiliationChanged',
]);

/**
 * Whether the word of a timestamp authority counts, as far as revocations are known: asked with the path of the very signer, so that it
 * does not matter where its certificates come from. Who holds a stolen key writes what time he likes, and nothing here proves when a token
 * itself was made: of a stolen key nothing counts. An authority that ended in order is believed until then.
 */
export class TimeWitness {
  readonly #data: RevocationData;
  readonly #engine: Engine;
  /** Of all paths that were asked about. */
  readonly related = new Set<NamedCrl>();
  readonly used = new Set<NamedCrl>();
  readonly #problems = new Map<string, Problem>();

  constructor(data: RevocationData, engine: Engine) {
    this.#data = data;
    this.#engine = engine;
  }

  /** Lists of an issuer of a path that are not signed by it. */
  get problems(): readonly Problem[] {
    return [...this.#problems.values()];
  }

  /** What speaks against a token of this signer that states this time; null: nothing that is known. */
  readonly against = (path: readonly Certificate[], time: Instant): Problem | null => {
    const { said, related, used, problems } = revocationsOnPath(path, this.#data, this.#engine);
    for (const one of related) this.related.add(one);
    for (const one of used) this.used.add(one);
    for (const one of problems) this.#problems.set(one.detail, one);
    const stolen = said.find(({ reason }) => !IN_ORDER.has(reason));
    if (stolen !== undefined) return { reason: 'timestamp-authority-revoked', detail: sayOf(stolen) };
    const ended = said.find(({ since }) => since === null || time >= since);
    return ended === undefined ? null : { reason: 'timestamp-authority-window', detail: sayOf(ended) };
  };
}

function sayOf({ who, since, reason, by }: Said): string {
  return `${who} is revoked ${sinceText(since)} (${reason}), says ${by}`;
}
