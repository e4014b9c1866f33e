// SPDX-License-Identifier: Apache-2.0
import type { PolicyModes } from '../model/policy-document.ts';

/** What holds where nobody says anything. Nothing is stricter. */
export const DEFAULT_MODES: PolicyModes = {
  requireSignature: true,
  attestMode: 'enforce',
  fallback: 'fail',
  checks: {},
};
