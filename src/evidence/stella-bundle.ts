// SPDX-License-Identifier: Apache-2.0
import { escapeText } from '../encoding/escape-text.ts';
import { decodeHex } from '../encoding/hex.ts';
import { parseJson } from '../encoding/json.ts';
import { asObject, optionalArray, optionalInt64, pointerTo, requireString } from '../encoding/json-fields.ts';
import { LIMITS } from '../encoding/limits.ts';
import { decodeUtf8 } from '../encoding/utf8.ts';
import type { Bytes } from '../model/bytes.ts';
import type { Holding } from '../model/holding.ts';
import { Malformed } from '../model/malformed.ts';

/** The file layouts of StellaOps' evidence locker, as its documents describe them; none of its code is public. */
export const STELLA_LAYOUTS = {
  'bundle-packaging': ['manifest.json', 'bundle.json', 'signature.json', 'checksums.txt'],
  'locker-contract': ['manifest.json', 'evidence_bundle.json', 'checksums.txt'],
  'export-format': ['manifest.json', 'metadata.json', 'checksums.sha256'],
} as const satisfies Record<string, readonly string[]>;

export type StellaLayout = keyof typeof STELLA_LAYOUTS;

/** Folders, '' or ending in a slash, with the layout that the names of their files make. */
export function findStellaBundles(holding: Holding): ReadonlyMap<string, StellaLayout> {
  const paths = new Set(holding.members.map(({ path }) => path));
  const found = new Map<string, StellaLayout>();
  for (const path of paths) {
    if (path !== 'manifest.json' && !path.endsWith('/manifest.json')) continue;
    const folder = path.slice(0, -'manifest.json'.length);
    for (const [layout, names] of Object.entries(STELLA_LAYOUTS)) {
      if (!found.has(folder) && names.every((name) => paths.has(folder + name)))
        found.set(folder, layout as StellaLayout);
    }
  }
  return found;
}

export interface StellaEntry {
  readonly path: string;
  /** Lowercase hex. */
  readonly sha256: string;
  readonly size: bigint | null;
}

const PATH = /^[a-zA-Z0-9/_.-]+$/;

/**
 * The entries of a manifest (bundle-packaging, schema v1): `{section, canonicalPath, sha256, sizeBytes}`.
 *
 * @returns null where it has none: two of the layouts do not say what their manifests look like
 * @throws Malformed `bundle-manifest`, `limit-exceeded`, and the reasons of JSON
 */
export function readStellaManifest(bytes: Bytes): readonly StellaEntry[] | null {
  const manifest = asObject(parseJson(bytes), '');
  const rows = optionalArray(manifest, 'entries', '');
  if (rows === undefined || rows === null) return null;
  if (rows.length > LIMITS.checksumEntries)
    throw new Malformed('limit-exceeded', `more than ${LIMITS.checksumEntries} entries`);
  const seen = new Set<string>();
  return rows.map((row, i) => {
    const pointer = pointerTo('/entries', i);
    const entry = asObject(row, pointer);
    const path = requireString(entry, 'canonicalPath', pointer);
    const sha256 = requireString(entry, 'sha256', pointer);
    checkPath(path, pointer);
    if (seen.has(path)) throw new Malformed('bundle-manifest', `${escapeText(path)} stands twice, at ${pointer}`);
    if (!/^[0-9a-f]{64}$/.test(sha256))
      throw new Malformed('bundle-manifest', `no lowercase SHA-256 at ${pointer}/sha256`);
    seen.add(path);
    return { path, sha256, size: optionalInt64(entry, 'sizeBytes', pointer) ?? null };
  });
}

function checkPath(path: string, where: string): void {
  if (PATH.test(path) && !path.split('/').some((part) => part === '' || part === '.' || part === '..')) return;
  throw new Malformed('bundle-manifest', `the path "${escapeText(path)}" at ${where} leads elsewhere, or is not plain`);
}

export interface StellaChecksums {
  /** 32 octets; null where the file names none. */
  readonly root: Bytes | null;
  /** In the order of their paths. */
  readonly entries: readonly StellaEntry[];
}

/** @throws Malformed `bundle-checksums`, `utf8-invalid` */
export function readStellaChecksums(bytes: Bytes): StellaChecksums {
  const lines = decodeUtf8(bytes).split('\n');
  if (lines.pop() !== '') throw new Malformed('bundle-checksums', 'checksums.txt does not end in a newline');
  const first = /^root:? ([0-9a-f]{64})$/.exec(lines[0] ?? '');
  const entries = (first === null ? lines : lines.slice(1)).map((line, i): StellaEntry => {
    const match = /^([0-9a-f]{64}) {2}([^ ].*)$/.exec(line);
    if (match === null)
      throw new Malformed('bundle-checksums', `line ${i + (first === null ? 1 : 2)} is not a digest and a path`);
    checkPath(match[2]!, `line ${i + 1}`);
    return { path: match[2]!, sha256: match[1]!, size: null };
  });
  entries.forEach(({ path }, i) => {
    if (i > 0 && entries[i - 1]!.path >= path)
      throw new Malformed(
        'bundle-checksums',
        `"${escapeText(path)}" is not in the order of the paths, or stands twice`,
      );
  });
  return { root: first === null ? null : decodeHex(first[1]!), entries };
}
