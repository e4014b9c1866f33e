// SPDX-License-Identifier: Apache-2.0
import { isHashName } from '../crypto/digest.ts';
import { escapeText } from '../encoding/escape-text.ts';
import { notPassed, passed } from '../model/check.ts';
import type { HashName } from '../model/public-key.ts';
import type { ItemFacts } from '../model/report.ts';

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
  for (const { role, algorithm, digest } of materials) {
    const shown = `${escapeText(role)} ${escapeText(algorithm)}:${digest.slice(0, 128)}`;
    if (!isHashName(algorithm) || digest.length !== LENGTHS[algorithm]) {
      const check = notPassed(
        'promotion.materials',
        place,
        'promotion-algorithm',
        `${shown} is of no algorithm of this tool`,
      );
      return { ...item, checks: [...rest, check] };
    }
    const [file] = find(algorithm, digest);
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

const LENGTHS: Readonly<Record<HashName, number>> = { sha256: 64, sha384: 96, sha512: 128 };
