// SPDX-License-Identifier: Apache-2.0
import { canonicalJson } from '../../encoding/canonical-json.ts';
import { parseJson } from '../../encoding/json.ts';
import {
  asArray,
  asObject,
  pointerTo,
  requireInteger,
  requireObject,
  requireString,
} from '../../encoding/json-fields.ts';
import type { Bytes } from '../../model/bytes.ts';
import type { JsonObject } from '../../model/json.ts';
import { Malformed } from '../../model/malformed.ts';
import { byPath, requirePlainPath, roleOf } from './names.ts';

export const KIT_FORMAT = 'forensic-verify/kit@v1';

export interface KitFile {
  readonly path: string;
  readonly size: number;
  readonly sha256: string;
}

export interface KitManifest {
  readonly version: string;
  /** SHA-256 of the public key that signs, and its algorithm: told, and never trusted. */
  readonly signer: { readonly keyid: string; readonly algorithm: string };
  readonly files: readonly KitFile[];
}

/** What is in the kit, and what each file is for; itself, the list of checksums and its signature left out. */
export function manifestBytes({ version, signer, files }: KitManifest): Bytes {
  const document: JsonObject = {
    format: KIT_FORMAT,
    tool: { name: 'forensic-verify', version },
    signer: { ...signer },
    files: [...files].sort(byPath).map((one) => ({ ...one, role: roleOf(one.path) })),
  };
  return Uint8Array.from([...canonicalJson(document), 0x0a]);
}

/** @throws Malformed `kit-format` and the reasons of strict JSON */
export function parseManifest(bytes: Bytes): KitManifest {
  const document = asObject(parseJson(bytes), '');
  if (requireString(document, 'format', '') !== KIT_FORMAT)
    throw new Malformed('kit-format', `the manifest is not of format ${KIT_FORMAT}`);
  const signer = requireObject(document, 'signer', '');
  return {
    version: requireString(requireObject(document, 'tool', ''), 'version', '/tool'),
    signer: {
      keyid: requireString(signer, 'keyid', '/signer'),
      algorithm: requireString(signer, 'algorithm', '/signer'),
    },
    files: asArray(document['files'] ?? null, '/files').map((one, i) => {
      const at = pointerTo('/files', i);
      const file = asObject(one, at);
      const path = requireString(file, 'path', at);
      requirePlainPath(path);
      return { path, size: Number(requireInteger(file, 'size', at)), sha256: requireString(file, 'sha256', at) };
    }),
  };
}
