// SPDX-License-Identifier: Apache-2.0
import { encodeBase64 } from '../encoding/base64.ts';
import {
  asArray,
  asObject,
  member,
  optionalBase64,
  optionalObject,
  optionalString,
  pointerTo,
} from '../encoding/json-fields.ts';
import type { Bytes } from '../model/bytes.ts';
import type { JsonObject, JsonValue } from '../model/json.ts';
import type { ResourceDescriptor } from '../model/statement.ts';
import { compact } from './compact.ts';
import { readDigestSet } from './digest-set.ts';

export const RESOURCE_MEMBERS: readonly string[] = [
  'name',
  'uri',
  'digest',
  'content',
  'downloadLocation',
  'mediaType',
  'annotations',
];

/** in-toto ResourceDescriptor v1, whole, as predicates hold it. */
export interface Resource extends ResourceDescriptor {
  readonly content: Bytes | null;
  readonly downloadLocation: string | null;
  readonly mediaType: string | null;
  readonly annotations: JsonObject | null;
}

/** @throws Malformed `json-shape`, `base64-invalid` */
export function readResource(value: JsonValue, pointer: string): Resource {
  const object = asObject(value, pointer);
  return {
    name: optionalString(object, 'name', pointer) ?? null,
    uri: optionalString(object, 'uri', pointer) ?? null,
    digest: readDigestSet(optionalObject(object, 'digest', pointer) ?? {}, pointerTo(pointer, 'digest')),
    content: optionalBase64(object, 'content', pointer) ?? null,
    downloadLocation: optionalString(object, 'downloadLocation', pointer) ?? null,
    mediaType: optionalString(object, 'mediaType', pointer) ?? null,
    annotations: optionalObject(object, 'annotations', pointer) ?? null,
  };
}

/** An optional array of resources; absent, null and empty are the same. */
export function readResources(object: JsonObject, name: string, pointer: string): readonly Resource[] {
  const value = member(object, name);
  if (value === undefined) return [];
  const place = pointerTo(pointer, name);
  return asArray(value, place).map((item, i) => readResource(item, pointerTo(place, i)));
}

export function resourceToJson(resource: Resource): JsonObject {
  return compact({
    name: resource.name,
    uri: resource.uri,
    digest: Object.fromEntries(resource.digest),
    content: resource.content === null ? null : encodeBase64(resource.content),
    downloadLocation: resource.downloadLocation,
    mediaType: resource.mediaType,
    annotations: resource.annotations,
  });
}
