// SPDX-License-Identifier: Apache-2.0
import { isHashName } from '../crypto/digest.ts';
import { malformedCheck, notPassed, passed } from '../model/check.ts';
import type { HashName } from '../model/public-key.ts';
import type { ItemFacts } from '../model/report.ts';
import { shownMaterial, unknownMaterial } from '../statement/predicates/promotion.ts';

/** Names of the files at hand that have a digest. */
export type FindFiles = (algorithm: HashName, hex: string) => readonly string[];

/** A file that somebody says is a material: then it must be one. */
export interface GivenMaterial {
  readonly name: string;
  readonly digests: ReadonlyMap<HashName, string>;
}

/**
 * Compares the materials of a promotion with the files at hand, each by its digest. None but those that are there in full, octet for
 * octet, are what was promoted.
 */
export function completePromotion(item: ItemFacts, find: FindFiles, given: readonly GivenMaterial[]): ItemFacts {
  const { promotion } = item;
  if (promotion === undefined) return item;
  const { at, materials } = promotion;
  const found: string[] = [];
  const absent: string[] = [];
  const place = { evidence: at.evidence, pointer: `${at.pointer}/materials` };
  const rest = item.checks.filter(({ id }) => id !== 'promotion.materials');
  const unknown = unknownMaterial(materials);
  if (unknown !== null) return { ...item, checks: [...rest, malformedCheck('promotion.materials', place, unknown)] };
  for (const material of materials) {
    const shown = shownMaterial(material);
    const [file] = find(material.algorithm as HashName, material.digest);
    if (file === undefined) absent.push(shown);
    else found.push(`${shown} is ${file}`);
  }
  const facts = { found, absent };
  const none = given.find(
    ({ digests }) =>
      !materials.some(({ algorithm, digest }) => isHashName(algorithm) && digests.get(algorithm) === digest),
  );
  if (none !== undefined) {
    const detail = `${none.name} has none of the digests: ${[...found, ...absent].join(', ') || 'it names no material'}`;
    return {
      ...item,
      checks: [...rest, notPassed('promotion.materials', place, 'promotion-material-mismatch', detail, facts)],
    };
  }
  const detail = `not among the files at hand: ${absent.join(', ')}`;
  const check =
    absent.length === 0
      ? passed('promotion.materials', place, facts)
      : notPassed('promotion.materials', place, 'promotion-material-absent', detail, facts);
  return { ...item, checks: [...rest, check] };
}
