// SPDX-License-Identifier: Apache-2.0
import type { ReasonEntry } from './entry.ts';

const FORMAT = { indication: 'TOTAL-FAILED', sub: 'FORMAT_FAILURE' } as const;

/** Bytes that do not follow their format. */
export const FORMAT_REASONS = {
  'base64-invalid': {
    says: 'the text is not strict base64',
    next: 'obtain the evidence again from its source',
    clause: 'RFC 4648 §3, §4, §5',
    ...FORMAT,
  },
  'hex-invalid': {
    says: 'the text is not hexadecimal',
    next: 'obtain the evidence again from its source',
    clause: 'RFC 4648 §8',
    ...FORMAT,
  },
  'utf8-invalid': {
    says: 'the bytes are not UTF-8 without a byte order mark',
    next: 'obtain the evidence again from its source',
    clause: 'RFC 3629 §3',
    ...FORMAT,
  },
  'decimal-invalid': {
    says: 'the number is not a canonical decimal',
    next: 'obtain the evidence again from its source',
    clause: 'C2SP tlog-checkpoint',
    ...FORMAT,
  },
  'pem-invalid': {
    says: 'the text is not the PEM that is wanted here',
    next: 'give exactly one block of the right label',
    clause: 'RFC 7468 §2, §3',
    ...FORMAT,
  },
  'der-invalid': {
    says: 'the bytes are not the DER that is wanted here',
    next: 'obtain the evidence again from its source',
    clause: 'X.690 §10, §11',
    ...FORMAT,
  },
  'time-invalid': {
    says: 'the text is not a valid time of its format',
    next: 'write it as 2026-03-01T00:00:00Z',
    clause: 'RFC 3339 §5.6; RFC 5280 §4.1.2.5',
    ...FORMAT,
  },
  'json-invalid': {
    says: 'the text is not exactly one JSON document',
    next: 'obtain the evidence again from its source',
    clause: 'RFC 8259 §2',
    ...FORMAT,
  },
  'json-duplicate-key': {
    says: 'an object names a member twice',
    next: 'treat the document as forged: readers disagree about it',
    clause: 'RFC 8259 §4; RFC 7493 §2.3',
    ...FORMAT,
  },
  'json-surrogate': {
    says: 'a string holds a lone surrogate',
    next: 'treat the document as forged',
    clause: 'RFC 7493 §2.1',
    ...FORMAT,
  },
  'json-proto-key': {
    says: 'an object names a member __proto__',
    next: 'treat the document as forged',
    clause: 'attacks H05',
    ...FORMAT,
  },
  'json-shape': {
    says: 'a member is missing or of the wrong type',
    next: 'compare the document with the specification of its format',
    clause: "the format's own specification",
    ...FORMAT,
  },
  'json-number': {
    says: 'a number cannot be represented exactly',
    next: 'write it as a string, or as the format asks',
    clause: 'RFC 7493 §2.2',
    ...FORMAT,
  },
  'envelope-format': {
    says: 'the envelope does not follow its format',
    next: 'obtain the evidence again from its source',
    clause: 'DSSE v1.0 envelope; Sigstore bundle',
    ...FORMAT,
  },
  'bundle-version-unsupported': {
    says: 'the media type is no known Sigstore bundle version',
    next: 'convert the bundle to version 0.1, 0.2 or 0.3',
    clause: 'Sigstore bundle format',
    ...FORMAT,
  },
  'bundle-material': {
    says: 'the verification material is not what this bundle version holds',
    next: 'obtain the bundle again from its source',
    clause: 'Sigstore bundle format; client specification',
    ...FORMAT,
  },
  'jsonl-line': {
    says: 'a line of the JSONL file is empty or malformed',
    next: 'obtain the evidence again from its source',
    clause: 'attacks H10',
    ...FORMAT,
  },
  'yaml-invalid': {
    says: 'the document is not the strict YAML that is read here',
    next: 'correct the line that is named: no anchors, tags, second keys of one name, or words that YAML would guess at',
    clause: 'YAML 1.2.2; docs/POLICY.md',
    ...FORMAT,
  },
} as const satisfies Record<string, ReasonEntry>;
