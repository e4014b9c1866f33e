// SPDX-License-Identifier: Apache-2.0
import { isObject, member } from '../encoding/json-fields.ts';
import type { JsonValue } from '../model/json.ts';
import { attempt } from '../model/malformed.ts';
import { CYCLONEDX_TYPES, OPENVEX, SPDX, SPDX_V3 } from './predicate-types.ts';
import type { DocumentModel } from './predicates/document.ts';
import { PREDICATES } from './predicates.ts';

const FORMATS = [
  { mark: 'spdxVersion', type: SPDX, name: 'SPDX' },
  { mark: 'bomFormat', type: CYCLONEDX_TYPES[0], name: 'CycloneDX' },
  { mark: '@context', type: OPENVEX, name: 'OpenVEX' },
  { mark: '@context', type: SPDX_V3, name: 'SPDX' },
] as const;

/**
 * What a document of JSON is, by its own word: `SPDX 2.3 document`, `CycloneDX 1.6 document`, `OpenVEX v0.2.0 document`. Null for
 * every other, and for one that only begins like these.
 */
export function documentKind(value: JsonValue): string | null {
  if (!isObject(value)) return null;
  for (const { mark, type, name } of FORMATS) {
    if (typeof member(value, mark) !== 'string') continue;
    const read = attempt(() => PREDICATES.get(type)!.parse(value) as DocumentModel);
    if (read.ok) return `${name} ${read.value.version} document`;
  }
  return null;
}
