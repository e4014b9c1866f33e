// SPDX-License-Identifier: Apache-2.0
import { asInteger, asObject, asString, member, optionalObject } from '../../encoding/json-fields.ts';
import type { JsonObject, JsonValue } from '../../model/json.ts';

/** One metadata file as it was seen: its version, and its digest. */
export interface SeenFile {
  readonly version: number;
  readonly sha256: string;
}

/**
 * What a trust store remembers of a repository, so that nothing older is taken for it later (TUF 1.0 §5.4.3, 5.5.5). `files`: by name, as
 * the snapshot had them.
 */
export interface TufMemory {
  readonly root: SeenFile;
  readonly timestamp: SeenFile | null;
  readonly snapshot: SeenFile | null;
  readonly files: ReadonlyMap<string, SeenFile>;
}

export function memoryJson({ root, timestamp, snapshot, files }: TufMemory): JsonObject {
  const names = [...files.keys()].sort();
  return {
    root: { ...root },
    timestamp: timestamp === null ? null : { ...timestamp },
    snapshot: snapshot === null ? null : { ...snapshot },
    files: Object.fromEntries(names.map((name) => [name, { ...files.get(name)! }])),
  };
}

/** @throws Malformed `json-shape` */
export function readMemory(value: JsonObject, at: string): TufMemory {
  const seen = (one: JsonValue, place: string): SeenFile => {
    const object = asObject(one, place);
    return {
      version: asInteger(member(object, 'version') ?? null, `${place}/version`),
      sha256: asString(member(object, 'sha256') ?? null, `${place}/sha256`),
    };
  };
  const optional = (name: string): SeenFile | null => {
    const one = optionalObject(value, name, at);
    return one === undefined ? null : seen(one, `${at}/${name}`);
  };
  const files = Object.entries(optionalObject(value, 'files', at) ?? {});
  return {
    root: seen(member(value, 'root') ?? null, `${at}/root`),
    timestamp: optional('timestamp'),
    snapshot: optional('snapshot'),
    files: new Map(files.map(([name, one]) => [name, seen(one, `${at}/files/${name}`)])),
  };
}
