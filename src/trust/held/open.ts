// SPDX-License-Identifier: Apache-2.0
import { sha256Hex } from '../../crypto/digest.ts';
import type { Bytes } from '../../model/bytes.ts';
import { attempt, Malformed } from '../../model/malformed.ts';
import { readTrustDocument, type TrustDocument } from '../document.ts';
import { readTrustFile } from '../load.ts';
import {
  DOCUMENT_FOLDER,
  EMPTY_INDEX,
  type HeldDocument,
  INDEX_FILE,
  newestAt,
  readIndex,
  type TrustDomain,
  type TrustIndex,
} from './index-file.ts';

/** A trust store as it is read: nothing in it is ever written by a reader, so that it may lie on a medium that cannot be. */
export interface TrustStore {
  readonly path: string;
  /** Over the index, which names every other file by its digest. */
  readonly sha256: string;
  readonly size: number;
  readonly index: TrustIndex;
  /** Told of every document that is read of it. */
  readonly onRead?: (file: string, bytes: Bytes) => void;
}

/**
 * @param missing `empty`: a directory without an index is a store that nothing was imported into
 * @throws Malformed `trust-store-format`, `input-missing`, `input-unreadable`
 */
export function openTrustStore(path: string, missing: 'empty' | 'refused' = 'refused'): TrustStore {
  const file = `${path}/${INDEX_FILE}`;
  const read = attempt(() => readTrustFile(file));
  if (!read.ok) {
    if (read.problem.reason === 'input-missing' && missing === 'empty')
      return { path, sha256: '', size: 0, index: EMPTY_INDEX };
    if (read.problem.reason === 'input-missing')
      throw new Malformed('input-missing', `${path} is no trust store: ${INDEX_FILE} is not in it`);
    throw new Malformed(read.problem.reason, read.problem.detail);
  }
  return { path, sha256: sha256Hex(read.value), size: read.value.length, index: readIndex(read.value, file) };
}

/** One document, octet for octet the one that the index names. @throws Malformed `trust-store-format` */
export function heldBytes(store: TrustStore, { sha256, name }: HeldDocument): Bytes {
  const file = `${store.path}/${DOCUMENT_FOLDER}/${sha256}`;
  const read = attempt(() => readTrustFile(file));
  if (!read.ok) throw new Malformed('trust-store-format', `${name}: ${read.problem.detail}`);
  if (sha256Hex(read.value) !== sha256)
    throw new Malformed('trust-store-format', `${file} is not the document that its name says`);
  store.onRead?.(file, read.value);
  return read.value;
}

/** @throws Malformed `trust-store-format`, and reasons of the readers */
export function heldDocument(store: TrustStore, domain: TrustDomain, held: HeldDocument): TrustDocument {
  const name = `${domain.name}/${held.name}`;
  const document = readTrustDocument(heldBytes(store, held), name, newestAt(held));
  if (document.content.role !== held.role)
    throw new Malformed('trust-store-format', `${name} is kept as ${held.role}, and is ${document.content.role}`);
  return document;
}

/** The domain of this name; null where the store does not hold it. */
export function domainNamed({ index }: TrustStore, name: string): TrustDomain | null {
  return index.domains.find((one) => one.name === name) ?? null;
}
