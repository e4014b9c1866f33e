// SPDX-License-Identifier: Apache-2.0
import {
  asObject,
  asString,
  optionalArray,
  optionalObject,
  pointerTo,
  requireObject,
  requireString,
} from '../encoding/json-fields.ts';
import { noteUnknownMembers } from '../encoding/unknown-members.ts';
import type { Finding, Locator } from '../model/check.ts';
import type { JsonObject } from '../model/json.ts';
import { Malformed } from '../model/malformed.ts';
import type { DigestSet } from '../model/statement.ts';
import { readDigestSet } from './digest-set.ts';

/** Path → digests, as recorded. */
export type Artifacts = ReadonlyMap<string, DigestSet>;

/** in-toto link (specification §4.4): what one functionary says that a step took and made. */
export interface Link {
  readonly name: string;
  readonly command: readonly string[];
  readonly materials: Artifacts;
  readonly products: Artifacts;
}

const HEX = /^[0-9a-fA-F]+$/;

/** @throws Malformed `layout-format`, `json-shape`, `limit-exceeded` */
export function readLink(signed: JsonObject, pointer: string, at: Locator, findings: Finding[]): Link {
  const known = ['_type', 'byproducts', 'command', 'environment', 'materials', 'name', 'products'];
  noteUnknownMembers(signed, known, pointer, at, findings);
  optionalObject(signed, 'byproducts', pointer);
  optionalObject(signed, 'environment', pointer);
  const command = optionalArray(signed, 'command', pointer) ?? [];
  return {
    name: requireString(signed, 'name', pointer),
    command: command.map((word, i) => asString(word, `${pointer}/command/${i}`)),
    materials: readArtifacts(signed, 'materials', pointer),
    products: readArtifacts(signed, 'products', pointer),
  };
}

function readArtifacts(signed: JsonObject, name: string, pointer: string): Artifacts {
  const place = pointerTo(pointer, name);
  const artifacts = requireObject(signed, name, pointer);
  return new Map(
    Object.keys(artifacts).map((path) => {
      const where = pointerTo(place, path);
      const digests = readDigestSet(asObject(artifacts[path]!, where), where);
      for (const value of digests.values()) {
        if (!HEX.test(value)) throw new Malformed('layout-format', `a digest at ${where} is not hexadecimal`);
      }
      return [path, digests];
    }),
  );
}

/** Equal as written, name for name: what in-toto compares. */
export function sameDigests(a: DigestSet, b: DigestSet): boolean {
  return a.size === b.size && [...a].every(([name, value]) => b.get(name) === value);
}

export function sameArtifacts(a: Artifacts, b: Artifacts): boolean {
  return (
    a.size === b.size &&
    [...a].every(([path, digests]) => {
      const other = b.get(path);
      return other !== undefined && sameDigests(digests, other);
    })
  );
}
