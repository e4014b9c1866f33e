// SPDX-License-Identifier: Apache-2.0
import { sha256Hex } from '../crypto/digest.ts';
import type { Bytes } from '../model/bytes.ts';
import type { InputRecord } from '../model/report.ts';
import { INDEX_FILE } from '../trust/held/index-file.ts';
import type { TrustStore } from '../trust/held/open.ts';
import type { TufSource } from '../trust/tuf/source.ts';

/** Every file of a copied repository that is read for the answer, once. */
export function recordedSource(source: TufSource, records: InputRecord[]): TufSource {
  const { name, metadata } = source;
  const note = (file: string, bytes: Bytes | null): Bytes | null => {
    if (bytes !== null) record(records, file, bytes);
    return bytes;
  };
  return {
    name,
    metadata,
    roots: () => source.roots(),
    has: (file) => source.has(file),
    read: (file, most) => note(source.isFile ? name : `${metadata}/${file}`, source.read(file, most)),
    target: (path, hashes) => {
      const found = source.target(path, hashes);
      if (found !== null) record(records, found.file, found.bytes);
      return found;
    },
  };
}

/** The index of a store, and every document of it that is read for the answer, once. */
export function recordedStore(store: TrustStore, records: InputRecord[]): TrustStore {
  const { path, sha256, size } = store;
  if (sha256 !== '') records.push({ name: `${path}/${INDEX_FILE}`, role: 'trust', size, sha256 });
  return { ...store, onRead: (file, bytes) => record(records, file, bytes) };
}

function record(records: InputRecord[], name: string, bytes: Bytes): void {
  const sha256 = sha256Hex(bytes);
  if (records.some((one) => one.name === name && one.sha256 === sha256)) return;
  records.push({ name, role: 'trust', size: bytes.length, sha256 });
}
