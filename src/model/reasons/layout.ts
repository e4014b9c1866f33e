// SPDX-License-Identifier: Apache-2.0
import type { ReasonEntry } from './entry.ts';

/** in-toto layouts and links. */
export const LAYOUT_REASONS = {
  'layout-format': {
    says: 'the in-toto layout or link is malformed',
    next: 'obtain it again from its author',
    clause: 'in-toto specification §4.2 to §4.4',
    indication: 'TOTAL-FAILED',
    sub: 'FORMAT_FAILURE',
  },
  'layout-expired': {
    says: 'the layout had expired at the instant that is judged at',
    next: 'obtain a newer layout of its owner; to judge what held at a release, give its instant with --at',
    clause: 'in-toto specification §4.3, expires',
    indication: 'INDETERMINATE',
    sub: 'SIG_CONSTRAINTS_FAILURE',
  },
  'layout-parameter': {
    says: 'the layout has a parameter without a value, or one that cannot be filled in',
    next: 'give a value for each parameter with --substitute-parameters',
    clause: 'in-toto: substitute_parameters',
    indication: 'INDETERMINATE',
    sub: 'SIG_CONSTRAINTS_FAILURE',
  },
  'openpgp-signature': {
    says: 'the signature is one of OpenPGP, which is not judged here',
    next: 'ask for a signature under a key of in-toto itself, or let gpg judge this one',
    clause: 'docs/EVIDENCE.md: in-toto layouts',
    indication: 'INDETERMINATE',
    sub: 'CRYPTO_CONSTRAINTS_FAILURE_NO_POE',
  },
  'link-absent': {
    says: 'fewer links of the step are at hand than its threshold wants',
    next: 'bring in <step>.<first eight digits of the key id>.link of each functionary',
    clause: 'in-toto specification §5.2, 4',
    indication: 'INDETERMINATE',
    sub: 'SIGNED_DATA_NOT_FOUND',
  },
  'link-name': {
    says: 'the link was made for another step than its file name says',
    next: 'treat the link as misplaced on purpose until its functionary explains it',
    clause: 'in-toto specification §4.4, name',
    indication: 'TOTAL-FAILED',
    sub: 'SIG_CRYPTO_FAILURE',
  },
  'step-threshold': {
    says: 'fewer distinct functionaries have signed links of the step than its threshold wants',
    next: 'see the findings for what each link lacks',
    clause: 'in-toto specification §4.3.1, threshold',
    indication: 'INDETERMINATE',
    sub: 'SIG_CONSTRAINTS_FAILURE',
  },
  'links-differ': {
    says: 'functionaries who must agree tell of different artifacts',
    next: 'find out whose machine made something else',
    clause: 'in-toto specification §4.3.1, threshold',
    indication: 'TOTAL-FAILED',
    sub: 'HASH_FAILURE',
  },
  'artifact-disallowed': {
    says: 'an artifact is left that no rule explains and DISALLOW refuses',
    next: 'compare its digest with the one in the step that it should come from',
    clause: 'in-toto specification §4.3.3',
    indication: 'TOTAL-FAILED',
    sub: 'HASH_FAILURE',
  },
  'artifact-required': {
    says: 'an artifact that REQUIRE names is not there',
    next: 'ask the functionary where it went',
    clause: 'in-toto specification §4.3.3',
    indication: 'TOTAL-FAILED',
    sub: 'HASH_FAILURE',
  },
  'inspection-not-run': {
    says: 'the layout asks for inspections, which this tool never runs',
    next: 'read the commands, and run them with in-toto-verify on a machine that may be lost; or waive layout.inspections in a policy',
    clause: 'in-toto specification §4.3.2; verdicts: not done',
    indication: 'INDETERMINATE',
    sub: 'SIGNED_DATA_NOT_FOUND',
  },
} as const satisfies Record<string, ReasonEntry>;
