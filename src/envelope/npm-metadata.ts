// SPDX-License-Identifier: Apache-2.0

import { decodeHex } from '../encoding/hex.ts';
import {
  asObject,
  isObject,
  member,
  optionalArray,
  optionalString,
  pointerTo,
  requireBase64,
  requireObject,
  requireString,
} from '../encoding/json-fields.ts';
import { LIMITS } from '../encoding/limits.ts';
import { readIntegrity } from '../encoding/npm-coordinates.ts';
import type { NonEmpty } from '../model/bytes.ts';
import { type Check, type Checked, type Finding, type Locator, within } from '../model/check.ts';
import type { JsonObject, JsonValue } from '../model/json.ts';
import { attempt, Malformed } from '../model/malformed.ts';
import type { ClaimedSignature, SignedEntity } from '../model/signed-entity.ts';
import { type EnvelopeKind, opening } from './envelope-kind.ts';
import { notOpened } from './not-opened.ts';
import { hasMember, isBundleShaped, isDsseShaped } from './shape.ts';

/**
 * What an npm registry says of one version (`/name/version`), or of all (`/name`, the "packument"):
 *
 *     {"name": "sigstore", "version": "1.0.0",
 *      "dist": {"integrity": "sha512-…", "shasum": "…", "signatures": [{"keyid": "SHA256:…", "sig": "MEQ…"}]}}
 *
 * The registry's keys sign `name@version:integrity`, and nothing else of the document. Each version that is signed is one
 * entity: that of the document itself, or one at `/versions/V` each, of which those matter whose package is at hand.
 */
export const NPM_METADATA: EnvelopeKind = {
  id: 'npm-metadata',
  recognises: (value) => !isBundleShaped(value) && !isDsseShaped(value) && (isVersion(value) || isPackument(value)),
  open: (value, _bytes, at) => (isVersion(value) ? openVersion(value, '', at, false) : openPackument(value, at)),
};

function isVersion(value: JsonValue): value is JsonObject {
  return hasMember(value, 'name', 'version', 'dist') && isObject(value['dist']) && !Object.hasOwn(value, 'versions');
}

function isPackument(value: JsonValue): boolean {
  if (!hasMember(value, 'name', 'versions') || !isObject(value['versions'])) return false;
  return Object.values(value['versions']).every((one) => isObject(one) && isObject(one['dist']));
}

function openVersion(value: JsonValue, pointer: string, at: Locator, catalogue: boolean) {
  return opening('npm-metadata', at, (): SignedEntity => {
    const document = asObject(value, pointer);
    const name = requireString(document, 'name', pointer);
    const version = requireString(document, 'version', pointer);
    const dist = requireObject(document, 'dist', pointer);
    const integrity = optionalString(dist, 'integrity', `${pointer}/dist`) ?? '';
    return {
      envelope: 'npm-metadata',
      version: '',
      content: { kind: 'message', digest: { algorithm: 'sha512', value: sha512Of(integrity) } },
      signatures: signaturesOf(dist, `${pointer}/dist`),
      signer: { kind: 'key', hint: null },
      timestamps: [],
      logEntries: [],
      at,
      registry: { ecosystem: 'npm', kind: 'signature', name, version, integrity, catalogue },
    };
  });
}

/** A sha1 `shasum` beside it, or instead of it, is not enough (attacks L04). */
function sha512Of(integrity: string) {
  const sha512 =
    integrity === '' ? undefined : readIntegrity(integrity).find(({ algorithm }) => algorithm === 'sha512');
  if (sha512 === undefined)
    throw new Malformed('package-integrity', 'the version has no sha512 integrity, and sha1 is not enough');
  return decodeHex(sha512.hex);
}

function signaturesOf(dist: JsonObject, pointer: string): ClaimedSignature[] {
  const rows = optionalArray(dist, 'signatures', pointer) ?? [];
  if (rows.length > LIMITS.signatures)
    throw new Malformed('limit-exceeded', `more than ${LIMITS.signatures} signatures`);
  return rows.map((row, i) => {
    const place = pointerTo(`${pointer}/signatures`, i);
    const one = asObject(row, place);
    return { keyHint: requireString(one, 'keyid', place), sig: requireBase64(one, 'sig', place) };
  });
}

function openPackument(value: JsonValue, at: Locator): Checked<NonEmpty<SignedEntity>> {
  const document = asObject(value, '');
  const name = member(document, 'name');
  const versions = Object.entries(requireObject(document, 'versions', ''));
  if (versions.length > LIMITS.envelopes)
    return notOpened(at, { reason: 'limit-exceeded', detail: `more than ${LIMITS.envelopes} versions` });
  const entities: SignedEntity[] = [];
  const checks: Check[] = [];
  const findings: Finding[] = [];
  for (const [version, entry] of versions) {
    const pointer = pointerTo('/versions', version);
    const place = within(at, 'versions', version);
    const same = attempt(() => sameCoordinates(asObject(entry, pointer), name, version, pointer));
    if (!same.ok) return notOpened(place, same.problem);
    // Versions older than the registry's signatures have none; nothing is said of them here.
    if (!isSigned(entry)) continue;
    const opened = openVersion(entry, pointer, place, true);
    findings.push(...opened.findings);
    if (!opened.ok) return { ok: false, checks: opened.checks, findings };
    entities.push(...opened.value);
    checks.push(...opened.checks);
  }
  const [first, ...others] = entities;
  if (first === undefined)
    return notOpened(at, { reason: 'input-empty', detail: 'no version of the document is signed' });
  return { ok: true, value: [first, ...others], checks, findings };
}

function isSigned(entry: JsonValue): boolean {
  const dist = isObject(entry) ? entry['dist'] : undefined;
  const signatures = isObject(dist) ? dist['signatures'] : undefined;
  return Array.isArray(signatures) && signatures.length > 0;
}

function sameCoordinates(entry: JsonObject, name: JsonValue | undefined, version: string, pointer: string): void {
  if (requireString(entry, 'name', pointer) !== name || requireString(entry, 'version', pointer) !== version) {
    throw new Malformed('package-coordinates', `the entry at ${pointer} names another package than the document`);
  }
}
