// SPDX-License-Identifier: Apache-2.0
import { generateKeyPairSync } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import type { Bytes } from '../../src/model/bytes.ts';
import { attempt, type Problem } from '../../src/model/malformed.ts';

export const KIT = resolve(import.meta.dirname, '../../offline-kit/trust');

// biome-ignore lint/suspicious/noExplicitAny: documents are taken apart and broken at will here
export type Loose = any;

export function bytesOf(text: string): Bytes {
  return new TextEncoder().encode(text);
}

export function document(value: unknown): Bytes {
  return bytesOf(JSON.stringify(value));
}

export function publicGood(): Loose {
  return JSON.parse(readFileSync(resolve(KIT, 'sigstore-public-good.trusted_root.json'), 'utf8'));
}

/** The public-good root with one edit. */
export function edited(edit: (root: Loose) => void): Bytes {
  const root = publicGood();
  edit(root);
  return document(root);
}

/** Keys of each kind, made once per run: their values do not matter, only their kinds. */
const made = new Map<string, { spki: string; pkcs1: string }>();
export function freshKey(kind: string): { spki: string; pkcs1: string } {
  let key = made.get(kind);
  if (key === undefined) {
    const { publicKey } = kind.startsWith('rsa')
      ? generateKeyPairSync('rsa', { modulusLength: Number(kind.slice(3)) })
      : kind === 'ed25519'
        ? generateKeyPairSync('ed25519')
        : generateKeyPairSync('ec', { namedCurve: kind });
    key = {
      spki: publicKey.export({ type: 'spki', format: 'der' }).toString('base64'),
      pkcs1: kind.startsWith('rsa') ? publicKey.export({ type: 'pkcs1', format: 'der' }).toString('base64') : '',
    };
    made.set(kind, key);
  }
  return key;
}

export function problemOf(read: () => unknown): Problem {
  const result = attempt(read);
  if (result.ok) throw new Error('nothing was refused');
  return result.problem;
}
