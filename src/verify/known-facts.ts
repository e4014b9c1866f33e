// SPDX-License-Identifier: Apache-2.0
import { sha256Hex } from '../crypto/digest.ts';
import { encodeUtf8 } from '../encoding/utf8.ts';
import type { Sha256 } from '../model/bytes.ts';
import type { ItemFacts } from '../model/report.ts';
import type { PackageAsked } from './request.ts';

/** Names one question about one piece of evidence, under the one context of a run. */
export type FactsKey = Sha256;

/**
 * Facts that are known already: of an interrupted run over the same inputs, or of an earlier report. Asked only for evidence that
 * is one document; what depends on other evidence beside its artifacts is never asked for.
 */
export interface KnownFacts {
  readonly keys: ReadonlySet<FactsKey>;
  /** null where it cannot be had after all: then it is examined. */
  recall(key: FactsKey): ItemFacts | null;
}

/** Takes facts as they are found, so that an interrupted run need not find them again. */
export interface FactsKeeper {
  keep(key: FactsKey, facts: ItemFacts): void;
}

export interface KeyedArtifact {
  readonly name: string;
  readonly digests: ReadonlyMap<string, string>;
}

/**
 * Over the octets of the evidence, the name of the entity in it, and the artifacts that it is compared with: by name and SHA-256,
 * or by what else the examiner gave.
 */
export function factsKey(
  evidence: Sha256,
  name: string,
  kind: string,
  about: readonly KeyedArtifact[],
  asked: PackageAsked | null = null,
): FactsKey {
  const artifacts = about.map((one) => [one.name, digestOf(one.digests)]);
  const question = asked === null ? null : [asked.name, asked.version, asked.from, asked.forSigner];
  return sha256Hex(encodeUtf8(JSON.stringify([evidence, name, kind, artifacts, question]))) as Sha256;
}

function digestOf(digests: KeyedArtifact['digests']): readonly string[] {
  const sha256 = digests.get('sha256');
  return sha256 === undefined ? [...digests].map(([name, hex]) => `${name}:${hex}`).sort() : [`sha256:${sha256}`];
}

/** Whether facts may be kept for later: nothing was wrong with the reading of what they are about. */
export function mayBeKept({ checks }: ItemFacts): boolean {
  // What is at hand beside it decides about a promotion too.
  return checks.every(({ id, outcome }) => id !== 'promotion.format' && (id !== 'input.read' || outcome === 'passed'));
}
