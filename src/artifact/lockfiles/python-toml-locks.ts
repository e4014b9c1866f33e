// SPDX-License-Identifier: Apache-2.0
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
import { boundEntries, pythonEntry, readDigest, readHash } from './python-lock.ts';

type ReadPackage = (one: JsonObject, pointer: string, document: JsonObject) => LockEntry;

/** `[[package]]`: `sdist` and `wheels` with `hash = "sha256:…"`; `source` says where it is from. */
export const UV_LOCK: LockfileKind = {
  id: 'uv.lock',
  recognises: (fileName) => fileName === 'uv.lock',
  read: (bytes) =>
    readPackages(bytes, 'package', (one, pointer) => {
      const sdist = optionalObject(one, 'sdist', pointer);
      const files = [...(sdist === undefined ? [] : [sdist]), ...objectsOf(one, 'wheels', pointer)];
      return pythonEntry(
        requireString(one, 'name', pointer),
        optionalString(one, 'version', pointer) ?? null,
        hashesOf(files, pointer),
        sourceOf(optionalObject(one, 'source', pointer)),
        pointer,
      );
    }),
};

/** `[[package]]` with `files = [{file = "…", hash = "sha256:…"}]`; before Poetry 1.3 the files stood in `[metadata.files]`. */
export const POETRY_LOCK: LockfileKind = {
  id: 'poetry.lock',
  recognises: (fileName) => fileName === 'poetry.lock',
  read: (bytes) => readPackages(bytes, 'package', filesPackage),
};

/** As Poetry's, and before PDM 2.8 with `[metadata.files]` keyed by `name version`. */
export const PDM_LOCK: LockfileKind = {
  id: 'pdm.lock',
  recognises: (fileName) => fileName === 'pdm.lock',
  read: (bytes) => readPackages(bytes, 'package', filesPackage),
};

/** PEP 751: `[[packages]]` with `wheels`, `sdist` or `archive`, each with a table `hashes`. */
export const PYLOCK: LockfileKind = {
  id: 'pylock.toml',
  recognises: (fileName) => /^pylock(?:\.[^.]+)?\.toml$/.test(fileName),
  read: (bytes) =>
    readPackages(bytes, 'packages', (one, pointer) => {
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
      const resolved = from === undefined ? (optionalString(one, 'index', pointer) ?? null) : sourceOf(from);
      const version = optionalString(one, 'version', pointer) ?? null;
      return pythonEntry(requireString(one, 'name', pointer), version, integrities, resolved, pointer);
    }),
};

/** Names of `hashlib` that this tool compares; a lock may name others beside them. */
const KNOWN: readonly string[] = ['md5', 'sha1', 'sha256', 'sha384', 'sha512'];

function readPackages(bytes: Bytes, list: string, read: ReadPackage): readonly LockEntry[] {
  const document = parseToml(bytes);
  const entries = attempt(() =>
    boundEntries(optionalArray(document, list, '') ?? []).map((one, i) =>
      read(asObject(one, `/${list}/${i}`), `/${list}/${i}`, document),
    ),
  );
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
  const git = optionalString(one, 'git', pointer) ?? optionalString(one, 'url', pointer) ?? null;
  return pythonEntry(name, version, hashesOf(files, pointer), source === undefined ? git : sourceOf(source), pointer);
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
