// SPDX-License-Identifier: Apache-2.0
import { isObject } from '../encoding/json-fields.ts';
import type { JsonObject, JsonValue } from '../model/json.ts';

const BUNDLE_MEDIA_TYPE = 'application/vnd.dev.sigstore.bundle';

/** The marks by which the kinds tell themselves apart. A member that is null still marks the document. */
export function hasMember(value: JsonValue, ...names: readonly string[]): value is JsonObject {
  return isObject(value) && names.every((name) => Object.hasOwn(value, name));
}

export function isBundleShaped(value: JsonValue): boolean {
  if (hasMember(value, 'verificationMaterial')) return true;
  if (!hasMember(value, 'mediaType')) return false;
  const mediaType = value['mediaType'];
  return typeof mediaType === 'string' && mediaType.startsWith(BUNDLE_MEDIA_TYPE);
}

export function isDsseShaped(value: JsonValue): boolean {
  return hasMember(value, 'payloadType') || hasMember(value, 'payload', 'signatures');
}
