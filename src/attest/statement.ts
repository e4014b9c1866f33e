// SPDX-License-Identifier: Apache-2.0
import { canonicalJson } from '../encoding/canonical-json.ts';
import type { Bytes } from '../model/bytes.ts';
import type { Finding } from '../model/check.ts';
import type { JsonObject } from '../model/json.ts';
import { Malformed } from '../model/malformed.ts';
import { compact } from '../statement/compact.ts';
import { resourceToJson } from '../statement/resource.ts';
import { STATEMENT_TYPE } from './seal.ts';
import { examineForSigning } from './signing.ts';

export interface SubjectGiven {
  readonly name: string;
  /** Algorithm → lowercase hexadecimal. */
  readonly digest: Readonly<Record<string, string>>;
}

export interface BuiltStatement {
  /** RFC 8785: two calls with the same meaning give the same octets. */
  readonly payload: Bytes;
  /** `predicate-schema-unknown` where no schema of that type is held here, and the like. */
  readonly findings: readonly Finding[];
}

const DIGITS: Readonly<Record<string, number>> = { sha256: 64, sha384: 96, sha512: 128 };

/**
 * An in-toto Statement v1, read back as a verifier reads it before it is given out. Subjects stand in the order of name and digest.
 *
 * @throws Malformed `statement-format`, `signing-predicate`, `limit-exceeded`
 */
export function buildStatement(
  subjects: readonly SubjectGiven[],
  predicateType: string,
  predicate: JsonObject,
): BuiltStatement {
  for (const subject of subjects) requireSubject(subject);
  const subject = sorted(
    subjects.map(({ name, digest }) =>
      resourceToJson({
        ...{ name, uri: null, digest: new Map(Object.entries(digest)) },
        ...{ content: null, downloadLocation: null, mediaType: null, annotations: null },
      }),
    ),
  );
  const payload = canonicalJson({ _type: 'https://in-toto.io/Statement/v1', predicate, predicateType, subject });
  const at = { evidence: 'the statement', pointer: '' };
  const { ok, checks, findings } = examineForSigning({ payload, payloadType: STATEMENT_TYPE, claims: [], at });
  if (ok) return { payload, findings };
  const failed = checks.find(({ outcome }) => outcome === 'failed' || outcome === 'indeterminate');
  if (failed === undefined || !('detail' in failed)) throw new Malformed('statement-format', 'it cannot be read back');
  throw new Malformed(failed.reason, failed.detail);
}

/** By their canonical text, so that the order in which they were named says nothing. */
export function sorted(objects: readonly JsonObject[]): JsonObject[] {
  return objects
    .map((json) => ({ json: compact(json), text: new TextDecoder().decode(canonicalJson(json)) }))
    .sort((a, b) => (a.text < b.text ? -1 : a.text > b.text ? 1 : 0))
    .map(({ json }) => json);
}

function requireSubject({ name, digest }: SubjectGiven): void {
  if (name === '') throw new Malformed('statement-format', 'a subject without a name');
  const strong = Object.entries(digest).filter(([algorithm]) => Object.hasOwn(DIGITS, algorithm));
  if (strong.length === 0)
    throw new Malformed('statement-format', `the subject ${name} has no digest by sha256, sha384 or sha512`);
  for (const [algorithm, hex] of strong)
    if (!/^[0-9a-f]+$/.test(hex) || hex.length !== DIGITS[algorithm])
      throw new Malformed(
        'statement-format',
        `the ${algorithm} of the subject ${name} is not one in lowercase hexadecimal`,
      );
}
