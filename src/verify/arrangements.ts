// SPDX-License-Identifier: Apache-2.0
import { BAGS } from './arrange-bag.ts';
import { CUSTODY_LOGS } from './arrange-custody.ts';
import { DETACHED_SIGNATURES } from './arrange-detached.ts';
import { SIGNED_MODELS } from './arrange-model.ts';
import { IMAGE_LAYOUTS } from './arrange-oci.ts';
import { STELLA_BUNDLES } from './arrange-stella.ts';
import type { ArrangementKind } from './arrangement.ts';

/** What files mean together: one row per kind. The rows are asked in this order, and a member belongs to the first that takes it. */
export const ARRANGEMENTS: readonly ArrangementKind[] = [
  IMAGE_LAYOUTS,
  BAGS,
  CUSTODY_LOGS,
  STELLA_BUNDLES,
  SIGNED_MODELS,
  DETACHED_SIGNATURES,
];
