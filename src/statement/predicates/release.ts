// SPDX-License-Identifier: Apache-2.0
import { optionalString } from '../../encoding/json-fields.ts';
import { compact } from '../compact.ts';
import { RELEASE_TYPES } from '../predicate-types.ts';
import type { ToldPredicateKind } from './predicate-kind.ts';

/** in-toto release: of which version of which package the subjects are the artifacts. */
export interface Release {
  readonly purl: string;
  /** v0.1 called it `releaseId`. */
  readonly packageId: string | null;
}

export const RELEASE_KINDS = RELEASE_TYPES.map(
  (type): ToldPredicateKind<(typeof RELEASE_TYPES)[number], Release> => ({
    type,
    schema: 'release',
    parse: (predicate) => ({
      purl: optionalString(predicate, 'purl', '') ?? '',
      packageId: optionalString(predicate, 'packageId', '') ?? optionalString(predicate, 'releaseId', '') ?? null,
    }),
    toJson: ({ purl, packageId }) => compact({ purl, packageId }),
    tell: ({ purl, packageId }) => ({ purl, packageId }),
  }),
);
