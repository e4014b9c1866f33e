// SPDX-License-Identifier: Apache-2.0
import { type Finding, finding } from '../model/check.ts';
import type { ItemFacts } from '../model/report.ts';
import { artifactDocument } from './artifact-document.ts';
import { artifactDigest } from './artifact-stage.ts';
import { hasSigned } from './policy-facts.ts';
import type { Artifact } from './request.ts';

const SHOWN = 3;

/**
 * What verified statements say of artifacts that are not their subjects: that one went into something, or that one is the document
 * that a statement carries. Neither attests it: it is told, and the artifact stays as unattested as it was.
 */
export class BesideSubjects {
  /** `sha256:…` of a material → the items that name it. */
  readonly #materials = new Map<string, string[]>();
  /** RFC 8785 digest of a predicate → the items that carry it. */
  readonly #documents = new Map<string, string[]>();

  note(item: ItemFacts): void {
    const { name, materials = [], predicateDocument } = item;
    if ((materials.length === 0 && predicateDocument === undefined) || !isVerified(item)) return;
    for (const digest of materials) enter(this.#materials, digest, name);
    if (predicateDocument !== undefined) enter(this.#documents, predicateDocument.canonicalSha256, name);
  }

  findings(artifact: Artifact): Finding[] {
    const at = { evidence: artifact.name, pointer: '' };
    const named = new Set<string>();
    for (const algorithm of this.#algorithms()) {
      const hex = artifactDigest(artifact, algorithm);
      for (const item of hex === null ? [] : (this.#materials.get(`${algorithm}:${hex}`) ?? [])) named.add(item);
    }
    const found: Finding[] = [];
    if (named.size > 0) found.push(finding('material-at-hand', at, `material of ${listed([...named])}`));
    const document = this.#documents.size === 0 ? null : artifactDocument(artifact);
    const carriers = document === null ? undefined : this.#documents.get(document.canonicalSha256);
    if (document !== null && carriers !== undefined)
      found.push(finding('predicate-at-hand', at, `${document.what}: the predicate of ${listed(carriers)}`));
    return found;
  }

  /** SHA-256 is known of each artifact; another digest is taken only where a material is named by it. */
  #algorithms(): readonly ('sha256' | 'sha384' | 'sha512')[] {
    const names = [...this.#materials.keys()].map((digest) => digest.slice(0, 6));
    return (['sha256', 'sha384', 'sha512'] as const).filter((name) => names.includes(name));
  }
}

/** Signed by a trusted signer, and not by another than the one who was asked for. */
function isVerified(item: ItemFacts): boolean {
  const isAnother = item.checks.some(
    (check) =>
      check.id === 'certificate.identity' && check.outcome !== 'passed' && check.reason !== 'identity-not-asked',
  );
  return hasSigned(item) && !isAnother;
}

function enter(map: Map<string, string[]>, key: string, name: string): void {
  const names = map.get(key);
  if (names === undefined) map.set(key, [name]);
  else if (!names.includes(name)) names.push(name);
}

function listed(names: readonly string[]): string {
  const more = names.length > SHOWN ? ` and ${names.length - SHOWN} more` : '';
  return `${names.slice(0, SHOWN).join(', ')}${more}`;
}
