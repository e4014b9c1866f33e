// SPDX-License-Identifier: Apache-2.0
import { sha256, sha256Hex } from '../crypto/digest.ts';
import { encodeBase64 } from '../encoding/base64.ts';
import { escapeText } from '../encoding/escape-text.ts';
import { LIMITS } from '../encoding/limits.ts';
import { decodeUtf8, encodeUtf8 } from '../encoding/utf8.ts';
import type { Bytes } from '../model/bytes.ts';
import { Malformed } from '../model/malformed.ts';

/** One line of go.sum: of the files of a module, or of its go.mod alone. */
export interface GoSumEntry {
  readonly module: string;
  readonly version: string;
  readonly ofGoMod: boolean;
  /** `h1:` and base64. */
  readonly hash: string;
}

const LINE = /^([^\s]+) (v[^\s/]+)(\/go\.mod)? (h1:[A-Za-z0-9+/]{43}=)$/;

/** @throws Malformed `lockfile-format`, `limit-exceeded`, `utf8-invalid` (Go Modules Reference, go.sum files) */
export function readGoSum(bytes: Bytes): readonly GoSumEntry[] {
  return readGoSumLines(decodeUtf8(bytes));
}

/** @throws Malformed `lockfile-format`, `limit-exceeded` */
export function readGoSumLines(text: string): readonly GoSumEntry[] {
  const entries: GoSumEntry[] = [];
  text.split(/\r?\n/).forEach((line, i) => {
    if (line.trim() === '') return;
    const match = LINE.exec(line);
    if (match === null)
      throw new Malformed('lockfile-format', `line ${i + 1} is no line of go.sum: "${escapeText(line, 96)}"`);
    const [, module, version, mod, hash] = match as unknown as readonly [
      string,
      string,
      string,
      string | undefined,
      string,
    ];
    if (entries.length === LIMITS.lockEntries)
      throw new Malformed('limit-exceeded', `more than ${LIMITS.lockEntries} lines`);
    entries.push({ module, version, ofGoMod: mod !== undefined, hash });
  });
  return entries;
}

/** A file of a module: its name in the zip, `module@version/path`, and its SHA-256 in lowercase hex. */
export interface ModuleFile {
  readonly name: string;
  readonly sha256: string;
}

/** Hash1 of golang.org/x/mod/sumdb/dirhash: SHA-256 over the lines that sha256sum would write, in the order of the names. */
export function moduleHash(files: readonly ModuleFile[]): string {
  const lines = files
    .map(({ name, sha256: digest }) => ({ octets: encodeUtf8(name), line: `${digest}  ${name}\n` }))
    .sort((a, b) => compare(a.octets, b.octets))
    .map(({ line }) => line);
  return `h1:${encodeBase64(sha256(encodeUtf8(lines.join(''))))}`;
}

/** Of a go.mod by itself: its name in the hash is `go.mod`, whatever it is called on disk. */
export function goModHash(sha256: string): string {
  return moduleHash([{ name: 'go.mod', sha256 }]);
}

function compare(a: Bytes, b: Bytes): number {
  const shared = Math.min(a.length, b.length);
  for (let i = 0; i < shared; i++) if (a[i] !== b[i]) return a[i]! - b[i]!;
  return a.length - b.length;
}

export interface GoModule {
  readonly module: string;
  readonly version: string;
}

/** What a module zip calls itself: every name in it begins with `module@version/`. Null for any other zip. */
export function moduleOfZip(names: readonly string[]): GoModule | null {
  const [, module, version] = /^([^@\\]+)@(v[^/@\\]+)\//.exec(names[0] ?? '') ?? [];
  if (module === undefined || version === undefined) return null;
  const prefix = `${module}@${version}/`;
  return names.every((name) => name.startsWith(prefix) && !name.includes('\n')) ? { module, version } : null;
}

/** Where the module cache of Go keeps a file: `cache/download/<module>/@v/<version>.mod`, capitals written as `!` and a small letter. */
export function moduleOfCachePath(path: string): GoModule | null {
  const [, module, version] = /(?:^|\/)cache\/download\/(.+)\/@v\/([^/]+)\.mod$/.exec(path) ?? [];
  if (module === undefined || version === undefined) return null;
  const plain = (text: string) => text.replace(/!([a-z])/g, (_, letter: string) => letter.toUpperCase());
  return { module: plain(module), version: plain(version) };
}

/** For tests and digests of records: the SHA-256 of octets, as a go.sum line wants it. */
export function fileOf(name: string, octets: Bytes): ModuleFile {
  return { name, sha256: sha256Hex(octets) };
}
