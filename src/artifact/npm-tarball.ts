// SPDX-License-Identifier: Apache-2.0

import { gunzip } from '../encoding/gunzip.ts';
import { isGzip } from '../encoding/gzip-header.ts';
import { parseJson } from '../encoding/json.ts';
import { asObject, requireString } from '../encoding/json-fields.ts';
import { LIMITS } from '../encoding/limits.ts';
import { isNpmName, isNpmVersion } from '../encoding/npm-coordinates.ts';
import { type TarEntry, TarReader } from '../encoding/tar.ts';
import type { Bytes } from '../model/bytes.ts';
import { attempt, Malformed } from '../model/malformed.ts';
import type { PackageIdentity } from '../model/package-identity.ts';

const MANIFEST = /^[^/]+\/package\.json$/i;

/** By its first octets and its name: what a registry serves. Nothing is expanded here. */
export function isNpmTarball(name: string, head: Bytes): boolean {
  return /\.(tgz|tar\.gz)$/i.test(name) && isGzip(head);
}

/**
 * Name and version in the package's own `package.json`: that of the one folder that a package has, `package/` as a rule. The
 * registry takes both from elsewhere, so that they may differ (attacks L04). Two of them, or one that npm would find and
 * another that a stricter reader would, refuse.
 *
 * @throws Malformed `package-json`, with the reason of the reader in its detail
 */
export function readNpmTarball(bytes: Bytes): PackageIdentity {
  const read = attempt(() => identityOf(manifestOf(gunzip(bytes, LIMITS.packageOctets))));
  if (read.ok) return read.value;
  const { reason, detail } = read.problem;
  throw new Malformed('package-json', reason === 'package-json' ? detail : `${detail} (${reason})`);
}

function manifestOf(tar: Bytes): Bytes {
  const found: { readonly path: string; readonly parts: Bytes[] }[] = [];
  let current: TarEntry | null = null;
  const reader = new TarReader('foreign', {
    entry(entry) {
      current = MANIFEST.test(entry.path) ? entry : null;
      if (current === null) return;
      if (entry.kind !== 'file') throw new Malformed('package-json', `its package.json is a ${entry.what}`);
      if (entry.size > LIMITS.packageJson)
        throw new Malformed('limit-exceeded', `its package.json has ${entry.size} octets`);
      found.push({ path: entry.path, parts: [] });
    },
    content(part) {
      if (current !== null) found.at(-1)?.parts.push(part.slice());
    },
    complete() {
      current = null;
    },
  });
  reader.push(tar);
  reader.end();
  const [first, ...others] = found;
  if (first === undefined) throw new Malformed('package-json', 'it holds no package.json in its folder');
  if (others.length > 0)
    throw new Malformed('package-json', `it holds ${found.length} files that are its package.json`);
  if (!first.path.endsWith('/package.json'))
    throw new Malformed('package-json', 'its package.json is written otherwise');
  return join(first.parts);
}

function join(parts: readonly Bytes[]): Bytes {
  const whole = new Uint8Array(parts.reduce((sum, part) => sum + part.length, 0));
  let at = 0;
  for (const part of parts) {
    whole.set(part, at);
    at += part.length;
  }
  return whole;
}

const BOM = [0xef, 0xbb, 0xbf];

function identityOf(bytes: Bytes): PackageIdentity {
  // npm passes over a byte order mark, and nothing else.
  const marked = BOM.every((octet, i) => bytes[i] === octet);
  const manifest = asObject(parseJson(marked ? bytes.subarray(BOM.length) : bytes), '');
  const name = requireString(manifest, 'name', '');
  const version = requireString(manifest, 'version', '');
  if (!isNpmName(name)) throw new Malformed('package-json', 'its name is not one that npm allows');
  // npm publishes the clean form: white space, `v` and `=` before it go.
  const clean = version.trim().replace(/^[=v]+/, '');
  if (!isNpmVersion(clean)) throw new Malformed('package-json', 'its version is not written as semver');
  return { ecosystem: 'npm', name, version: clean, from: 'package.json of the tarball' };
}
