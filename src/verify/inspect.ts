// SPDX-License-Identifier: Apache-2.0
import { sha256Hex } from '../crypto/digest.ts';
import { holdsPrivateKey } from '../crypto/private-material.ts';
import type { Bytes } from '../model/bytes.ts';
import type { Problem } from '../model/malformed.ts';
import { REASONS } from '../model/reasons.ts';
import { tell } from './inspect-json.ts';
import { recognise, refusal } from './inspect-kinds.ts';
import { materialOf } from './inspect-material.ts';
import { type Inspection, part, type Story } from './inspect-model.ts';

type Shows = Inspection['shows'];

/** What the bytes claim, part by part. Nothing is verified, nothing is judged, and no bytes make it fail. */
export function inspectEvidence(bytes: Bytes, name: string): Story {
  const material = materialOf(bytes, { evidence: name, pointer: '' });
  if (holdsPrivateKey(bytes, material.text)) return privateKey(name, 'claims');
  const found = recognise(material) ?? {
    kind: null,
    parts: [part('not recognised', {}, { problem: refusal(material) })],
  };
  return tell({ name, shows: 'claims', size: bytes.length, sha256: sha256Hex(bytes), warning: null, ...found });
}

/** An input that could not be read at all. */
export function unreadEvidence(name: string, shows: Shows, problem: Problem): Story {
  const parts = [part('not read', {}, { problem })];
  return tell({ name, shows, kind: null, size: null, sha256: null, warning: null, parts });
}

const PRIVATE_WARNING = `this file holds PRIVATE KEY MATERIAL; nothing of it is shown; ${REASONS['key-private'].next}`;

/** Not even a digest is shown: that of a short secret can be searched for. */
export function privateKey(name: string, shows: Shows): Story {
  const warning = PRIVATE_WARNING;
  return tell({ name, shows, kind: 'private-key', size: null, sha256: null, warning, parts: [] });
}
