// SPDX-License-Identifier: Apache-2.0
import { escapeText } from '../encoding/escape-text.ts';
import { parseJson } from '../encoding/json.ts';
import { asObject, member, requireObject, requireString } from '../encoding/json-fields.ts';
import { noteUnknownMembers } from '../encoding/unknown-members.ts';
import type { Bytes } from '../model/bytes.ts';
import { type Checked, type Finding, finding, type Locator, malformedCheck, passed } from '../model/check.ts';
import { attempt, Malformed } from '../model/malformed.ts';
import type { HashName } from '../model/public-key.ts';

/** What cosign signs of an image. */
export interface ImagePayload {
  /** `critical.identity.docker-reference`: what the signer called the image. */
  readonly reference: string;
  readonly algorithm: HashName;
  /** Lowercase. */
  readonly hex: string;
}

const TYPE = 'cosign container image signature';
const DIGEST = /^(?:sha256:[0-9a-f]{64}|sha384:[0-9a-f]{96}|sha512:[0-9a-f]{128})$/;

/**
 * cosign's payload in Red Hat's simple-signing form:
 *
 *     {"critical": {"identity": {"docker-reference": "registry.example/app"},
 *                   "image": {"docker-manifest-digest": "sha256:…"}, "type": "cosign container image signature"},
 *      "optional": {"creator": "…"}}
 *
 * All of `critical` must be understood, as the form demands: a member that is not known there refuses. What stands in
 * `optional` is signed and means nothing here (attacks C16). Check: `payload.format`, with `image-payload-format` or the
 * reasons of `parseJson`.
 */
export function parseSimpleSigning(payload: Bytes, at: Locator): Checked<ImagePayload> {
  const findings: Finding[] = [];
  const read = attempt(() => readPayload(payload, at, findings));
  if (read.ok) {
    const { reference, algorithm, hex } = read.value;
    const facts = { reference: escapeText(reference), digest: `${algorithm}:${hex}` };
    return { ok: true, value: read.value, checks: [passed('payload.format', at, facts)], findings };
  }
  const { reason, detail } = read.problem;
  const ours = reason === 'json-shape' || reason === 'json-invalid' ? 'image-payload-format' : reason;
  return { ok: false, checks: [malformedCheck('payload.format', at, { reason: ours, detail })], findings };
}

function readPayload(payload: Bytes, at: Locator, findings: Finding[]): ImagePayload {
  const document = asObject(parseJson(payload), '');
  noteUnknownMembers(document, ['critical', 'optional'], '', at, findings);
  const critical = only(requireObject(document, 'critical', ''), ['identity', 'image', 'type'], '/critical');
  const type = requireString(critical, 'type', '/critical');
  if (type !== TYPE)
    throw new Malformed('image-payload-format', `the type at /critical/type is "${escapeText(type, 64)}"`);
  const identity = requireObject(critical, 'identity', '/critical');
  const reference = requireString(
    only(identity, ['docker-reference'], '/critical/identity'),
    'docker-reference',
    '/critical/identity',
  );
  const image = only(requireObject(critical, 'image', '/critical'), ['docker-manifest-digest'], '/critical/image');
  const digest = requireString(image, 'docker-manifest-digest', '/critical/image');
  if (!DIGEST.test(digest)) {
    const place = '/critical/image/docker-manifest-digest';
    throw new Malformed('image-payload-format', `the digest at ${place} is "${escapeText(digest, 96)}"`);
  }
  if (member(document, 'optional') !== undefined)
    findings.push(finding('image-payload-optional', at, 'the members at /optional are not judged'));
  const [algorithm, hex] = digest.split(':') as [HashName, string];
  return { reference, algorithm, hex };
}

function only(object: ReturnType<typeof asObject>, known: readonly string[], pointer: string): typeof object {
  const strange = Object.keys(object).find((name) => !known.includes(name));
  if (strange === undefined) return object;
  throw new Malformed('image-payload-format', `the member "${escapeText(strange, 64)}" at ${pointer} is not known`);
}
