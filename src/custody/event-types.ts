// SPDX-License-Identifier: Apache-2.0

/** Custody timeline v1, section 4. */
export const EVENT_TYPES = [
  'open',
  'acquire',
  'collect',
  'accession',
  'transfer-release',
  'transfer-receive',
  'check-out',
  'check-in',
  'access',
  'examine',
  'analyse',
  'replicate',
  'fixity-check',
  'signature-validation',
  'derive',
  'seal',
  'unseal',
  'hold-apply',
  'hold-release',
  'dispose',
  'return',
  'key-status',
  'policy-change',
  'anchor',
  'correct',
  'redact',
  'promote',
  'note',
  'close',
] as const;

export type EventType = (typeof EVENT_TYPES)[number];

const KNOWN: ReadonlySet<string> = new Set(EVENT_TYPES);

export function isEventType(type: string): type is EventType {
  return KNOWN.has(type);
}

export const ROLES = ['custodian', 'examiner', 'investigator', 'authority', 'system'] as const;
export type Role = (typeof ROLES)[number];
