// SPDX-License-Identifier: Apache-2.0
import { escapeText } from '../encoding/escape-text.ts';
import type { Bytes } from '../model/bytes.ts';
import { type Check, type Checked, type Locator, notPassed, passed, skipped } from '../model/check.ts';
import type { SignedEntity } from '../model/signed-entity.ts';
import { noPredicate } from '../statement/predicate-types.ts';
import { type ImagePayload, parseSimpleSigning } from '../statement/simple-signing.ts';
import { artifactDigest } from './artifact-stage.ts';
import type { Examination } from './examination.ts';
import type { Artifact } from './request.ts';

/** Claimed: the image that a signed payload names. Null where the entity holds no such payload. */
export function imageOf({ content, at }: SignedEntity): Checked<ImagePayload> | null {
  return content.kind === 'simple-signing' ? parseSimpleSigning(content.payload, at) : null;
}

/**
 * Whether cosign's payload is about the image at hand, by the digest of its manifest, which is always compared; and, where
 * the examiner asked, by the reference that the signer gave it (attacks C16).
 */
export function examineImagePayload(examination: Examination, payload: Bytes): void {
  const { entity, context, artifacts, checks } = examination;
  if (context.predicateType !== null) checks.push(noPredicate(context.predicateType, entity.at));
  const image = parseSimpleSigning(payload, entity.at);
  examination.add(image);
  if (!image.ok) {
    examination.skip(
      'payload.format',
      'subject.digest',
      ...(context.imageReference == null ? [] : ['subject.name' as const]),
    );
    return;
  }
  if (artifacts.length === 0) {
    checks.push(
      context.artifactUnread
        ? skipped('subject.digest', entity.at, 'input.read')
        : notPassed('subject.digest', entity.at, 'artifact-absent', 'no image was named'),
    );
  }
  for (const artifact of artifacts) checks.push(compareDigest(image.value, artifact));
  if (context.imageReference != null) checks.push(compareReference(image.value, context.imageReference, entity.at));
}

function compareDigest({ algorithm, hex }: ImagePayload, artifact: Artifact): Check {
  const at = { evidence: artifact.name, pointer: '' };
  const computed =
    artifact.given === 'digest' ? (artifact.digests.get(algorithm) ?? null) : artifactDigest(artifact, algorithm);
  const facts = { algorithm, computed, expected: hex };
  if (computed === null)
    return notPassed('subject.digest', at, 'subject-digest-other', `the payload names a ${algorithm} digest`, facts);
  if (computed === hex) return passed('subject.digest', at, facts);
  return notPassed('subject.digest', at, 'image-digest-mismatch', `the image has ${algorithm} ${computed}`, facts);
}

function compareReference({ reference }: ImagePayload, asked: string, at: Locator): Check {
  const facts = { asked, reference: escapeText(reference) };
  if (reference === asked) return passed('subject.name', at, facts);
  const detail = `the signer called the image "${escapeText(reference)}"`;
  return notPassed('subject.name', at, 'image-reference-mismatch', detail, facts);
}
