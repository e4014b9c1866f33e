// SPDX-License-Identifier: Apache-2.0
import { exactly, type IdentityCriteria, type TextCriterion } from '../trust/identity.ts';
import type { Examination } from './examination.ts';

const GITHUB = 'https://token.actions.githubusercontent.com';
const GITLAB = 'https://gitlab.com';

/**
 * The question for a package by its name, at its registry, stands for that of the identity: the registry's own attestation
 * says whose package it is, and the certificate of the provenance must be a workflow's of a platform that the registry takes
 * provenance from, under that platform's own issuer (attacks L02).
 *
 * @param san of the certificate: it decides whose issuer is wanted
 */
export function platformCriteria({ entity, context }: Examination, san: string | null): IdentityCriteria | null {
  if (entity.registry === undefined || context.packageAsked?.forSigner !== true) return null;
  const identity: TextCriterion = {
    mode: 'regexp',
    text: `^(${GITLAB}|https://github.com)/.+$`,
    anyone: false,
    matches: (found) => /^https:\/\/(github|gitlab)\.com\/[^\s]+$/.test(found),
  };
  return { identity, issuer: exactly(san?.startsWith(`${GITLAB}/`) === true ? GITLAB : GITHUB) };
}
