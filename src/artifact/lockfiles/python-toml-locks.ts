// SPDX-License-Identifier: Apache-2.0
import { escapeText } from '../../encoding/escape-text.ts';
import {
  asObject,
  member,
  optionalArray,
  optionalObject,
  optionalString,
  requireString,
} from '../../encoding/json-fields.ts';
import { parseToml } from '../../encoding/strict-toml.ts';
import type { Bytes } from '../../model/bytes.ts';
import type { JsonObject, JsonValue } from '../../model/json.ts';
import { attempt, Malformed } from '../../model/malformed.ts';
import type { LockEntry, LockfileKind, LockIntegrity } from '../lock-entry.ts';
import { LOCKFILE_NAMES } from '../lockfile-names.ts';
import { boundEntries, pythonEntry, readDigest, readHash } from './python-lock.ts';

type ReadPackage = (one: JsonObject, pointer: string, document: JsonObject) => LockEntry;

/** `[[package]]`: `sdist` and `wheels` with `hash = "sha256:…"`; `source` says where it is from. */
export const UV_LOCK: LockfileKind = {
  id: 'uv.lock',
  recognises: LOCKFILE_NAMES['uv.lock'],
  read: (bytes) =>
    readPackages(bytes, 'package', uvVersion, (one, pointer) => {
      const sdist = optionalObject(one, 'sdist', pointer);
      const files = [...(sdist === undefined ? [] : [sdist]), ...objectsOf(one, 'wheels', pointer)];
      const source = optionalObject(one, 'source', pointer);
      const isIndexed = source === undefined || Object.keys(source).every((name) => name === 'registry');
      return pythonEntry(
        requireString(one, 'name', pointer),
        optionalString(one, 'version', pointer) ?? null,
        isIndexed ? hashesOf(files, pointer) : [],
        sourceOf(source),
        pointer,
      );
    }),
};

/** `[[package]]` with `files = [{file = "…", hash = "sha256:…"}]`; before Poetry 1.3 the files stood in `[metadata.files]`. */
export const POETRY_LOCK: LockfileKind = {
  id: 'poetry.lock',
  recognises: LOCKFILE_NAMES['poetry.lock'],
  read: (bytes) =>
    readPackages(bytes, 'package', metadataVersion('lock-version', /^(?:1\.[01]|2\.[01])$/), filesPackage),
};

/** As Poetry's, and before PDM 2.8 with `[metadata.files]` keyed by `name version`. */
export const PDM_LOCK: LockfileKind = {
  id: 'pdm.lock',
  recognises: LOCKFILE_NAMES['pdm.lock'],
  read: (bytes) =>
    readPackages(bytes, 'package', metadataVersion('lock_version', /^[2-4](?:\.\d+){0,2}$/), filesPackage),
};

/** PEP 751: `[[packages]]` with `wheels`, `sdist` or `archive`, each with a table `hashes`. */
export const PYLOCK: LockfileKind = {
  id: 'pylock.toml',
  recognises: LOCKFILE_NAMES['pylock.toml'],
  read: (bytes) =>
    readPackages(bytes, 'packages', pylockVersion, (one, pointer) => {
      const single = ['sdist', 'archive'].flatMap((name): JsonObject[] => {
        const file = optionalObject(one, name, pointer);
        return file === undefined ? [] : [file];
      });
      const files = [...single, ...objectsOf(one, 'wheels', pointer)];
      const integrities = files.flatMap((file) =>
        Object.entries(optionalObject(file, 'hashes', pointer) ?? {}).flatMap(([algorithm, value]) =>
          typeof value === 'string' && KNOWN.includes(algorithm) ? [readDigest(algorithm, value, pointer)] : [],
        ),
      );
      const from = optionalObject(one, 'vcs', pointer) ?? optionalObject(one, 'directory', pointer);
      if (from !== undefined && files.length > 0)
        throw new Malformed('lockfile-format', `files stand beside a source of another kind at ${pointer}`);
      const resolved = from === undefined ? (optionalString(one, 'index', pointer) ?? null) : sourceOf(from);
      const version = optionalString(one, 'version', pointer) ?? null;
      return pythonEntry(requireString(one, 'name', pointer), version, integrities, resolved, pointer);
    }),
};

/** Names of `hashlib` that this tool compares; a lock may name others beside them. */
const KNOWN: readonly string[] = ['md5', 'sha1', 'sha256', 'sha384', 'sha512'];

/** What its version is, and whether that is known here; undefined where it says none, as old ones do. */
type ReadVersion = (document: JsonObject) => { readonly version: JsonValue | undefined; readonly isKnown: boolean };

const uvVersion: ReadVersion = (document) => {
  const version = member(document, 'version');
  return { version, isKnown: version === 1 };
};

const pylockVersion: ReadVersion = (document) => {
  const version = member(document, 'lock-version');
  return { version, isKnown: version === '1.0' };
};

function metadataVersion(name: string, known: RegExp): ReadVersion {
  return (document) => {
    const metadata = optionalObject(document, 'metadata', '');
    const version = metadata === undefined ? undefined : member(metadata, name);
    return { version, isKnown: typeof version === 'string' && known.test(version) };
  };
}

function readPackages(bytes: Bytes, list: string, versionOf: ReadVersion, read: ReadPackage): readonly LockEntry[] {
  const document = parseToml(bytes);
  const entries = attempt(() => {
    const { version, isKnown } = versionOf(document);
    if (version !== undefined && !isKnown)
      throw new Malformed('lockfile-version-unsupported', `it is ${escapeText(JSON.stringify(version), 48)}`);
    return boundEntries(optionalArray(document, list, '') ?? []).map((one, i) =>
      read(asObject(one, `/${list}/${i}`), `/${list}/${i}`, document),
    );
  });
  if (entries.ok) return entries.value;
  const { reason, detail } = entries.problem;
  throw new Malformed(
    reason === 'json-shape' || reason === 'artifact-name-invalid' ? 'lockfile-format' : reason,
    detail,
  );
}

function filesPackage(one: JsonObject, pointer: string, document: JsonObject): LockEntry {
  const name = requireString(one, 'name', pointer);
  const version = optionalString(one, 'version', pointer) ?? null;
  const metadata = optionalObject(document, 'metadata', '');
  const older = metadata === undefined ? undefined : optionalObject(metadata, 'files', '/metadata');
  const own = optionalArray(one, 'files', pointer) === undefined ? undefined : objectsOf(one, 'files', pointer);
  const key = older === undefined ? undefined : [name, `${name} ${version}`].find((each) => Object.hasOwn(older, each));
  const files = own ?? (older === undefined || key === undefined ? [] : objectsOf(older, key, '/metadata/files'));
  const source = optionalObject(one, 'source', pointer);
  const type = source === undefined ? undefined : optionalString(source, 'type', pointer);
  // Poetry calls an index beside PyPI `legacy`; PDM puts the place beside the name.
  const place = ['git', 'url', 'path'].filter((each) => member(one, each) !== undefined);
  const isIndexed = place.length === 0 && (source === undefined || type === 'legacy');
  const from = place.map((each) => `${each} ${String(member(one, each))}`).join(', ');
  return pythonEntry(
    name,
    version,
    isIndexed ? hashesOf(files, pointer) : [],
    source === undefined ? from || null : sourceOf(source),
    pointer,
  );
}

function objectsOf(parent: JsonObject, name: string, pointer: string): JsonObject[] {
  return (optionalArray(parent, name, pointer) ?? []).map((one, i) => asObject(one, `${pointer}/${name}/${i}`));
}

function hashesOf(files: readonly JsonObject[], pointer: string): readonly LockIntegrity[] {
  return files.flatMap((file) => {
    const hash = optionalString(file, 'hash', pointer);
    return hash === undefined ? [] : [readHash(hash, pointer)];
  });
}

/** `registry https://pypi.org/simple`, `git https://…`, `editable .`: the members in words. */
function sourceOf(source: JsonObject | undefined): string | null {
  if (source === undefined) return null;
  const texts = Object.keys(source).flatMap((name): string[] => {
    const value: JsonValue | undefined = member(source, name);
    return typeof value === 'string' ? [`${name} ${value}`] : [];
  });
  return texts.length === 0 ? null : texts.join(', ');
}
