// SPDX-License-Identifier: Apache-2.0
import type { VerifyOutcome } from '../crypto/engine.ts';
import { outcomeReason } from '../crypto/engine.ts';
import { escapeText } from '../encoding/escape-text.ts';
import { type InTotoMetadata, openInToto } from '../envelope/in-toto-metadata.ts';
import { type Facts, type Locator, notPassed, passed } from '../model/check.ts';
import { Malformed } from '../model/malformed.ts';
import type { ReasonCode } from '../model/reasons.ts';
import type { Step } from '../statement/layout.ts';
import { type Link, readLink } from '../statement/link.ts';
import type { FunctionaryKey } from '../trust/in-toto-key.ts';
import type { LayoutExamination } from './layout-context.ts';

/** A link, or the layout that stands in its place, under whose key it verified. */
export interface StepLink {
  readonly keyId: string;
  readonly fingerprint: string;
  readonly at: Locator;
  readonly metadata: InTotoMetadata;
  /** null: a sublayout. */
  readonly link: Link | null;
}

interface Uncounted {
  readonly reason: ReasonCode;
  readonly detail: string;
}

/** Refusals in the order in which they tell more than `fewer links than wanted`. */
const TELLING: readonly ReasonCode[] = [
  'engines-disagree',
  'link-name',
  'signature-mismatch',
  'signature-encoding',
  'openpgp-signature',
];

/**
 * The links of one step: `<step>.<first eight digits of the key id>.link` for each functionary, each read, verified under that
 * functionary's key, and made for this very step. Counts distinct keys, whatever ids they go by.
 *
 * @returns null where the threshold is not reached, or a file is not what it should be
 */
export function linksOfStep(
  step: Step,
  keys: ReadonlyMap<string, FunctionaryKey>,
  folder: readonly string[],
  place: Locator,
  examination: LayoutExamination,
): readonly StepLink[] | null {
  const counted: StepLink[] = [];
  const uncounted: Uncounted[] = [];
  let files = 0;
  for (const keyId of step.pubkeys) {
    const functionary = keys.get(keyId);
    const ids = functionary?.kind === 'openpgp' ? [keyId, ...functionary.subkeys] : [keyId];
    for (const id of ids) {
      const file = `${step.name}.${id.slice(0, 8)}.link`;
      const read = examination.request.links.read(folder, file);
      if (read === null) continue;
      files += 1;
      if (!read.ok) throw new Malformed(read.problem.reason, read.problem.detail);
      const at = { evidence: read.value.name, pointer: '' };
      const { metadata, link } = openStepFile(read.value.bytes, at, examination);
      const refusal = refuse(step, keyId, functionary, metadata, link, at, examination);
      if (refusal !== null) {
        uncounted.push(refusal);
        examination.note('link-not-counted', at, refusal.detail);
      } else if (functionary?.kind === 'usable') {
        counted.push({ keyId, fingerprint: functionary.key.key.fingerprint, at, metadata, link });
      }
    }
  }
  const distinct = new Set(counted.map(({ fingerprint }) => fingerprint)).size;
  const facts: Facts = {
    step: escapeText(step.name, 96),
    threshold: step.threshold,
    distinctKeys: distinct,
    files,
    counted: counted.map(({ keyId }) => keyId),
    authorised: step.pubkeys,
  };
  if (distinct >= step.threshold && !uncounted.some(({ reason }) => reason === 'engines-disagree')) {
    examination.checks.push(passed('step.threshold', place, facts));
    return counted;
  }
  const cause = TELLING.flatMap((reason) => uncounted.filter((one) => one.reason === reason))[0];
  const detail = `step ${escapeText(step.name, 96)} has links of ${distinct} of the ${step.threshold} functionaries that it wants`;
  if (cause !== undefined)
    examination.checks.push(notPassed('step.threshold', place, cause.reason, `${detail}: ${cause.detail}`, facts));
  else if (files < step.threshold)
    examination.checks.push(notPassed('step.threshold', place, 'link-absent', detail, facts));
  else examination.checks.push(notPassed('step.threshold', place, 'step-threshold', detail, facts));
  return null;
}

function openStepFile(bytes: Uint8Array, at: Locator, { findings }: LayoutExamination) {
  try {
    const metadata = openInToto(bytes, at, findings);
    const link = metadata.type === 'link' ? readLink(metadata.signed, metadata.pointer, at, findings) : null;
    return { metadata, link };
  } catch (error) {
    if (error instanceof Malformed) throw new Malformed(error.reason, `${at.evidence}: ${error.detail}`);
    throw error;
  }
}

function refuse(
  step: Step,
  keyId: string,
  functionary: FunctionaryKey | undefined,
  metadata: InTotoMetadata,
  link: Link | null,
  at: Locator,
  examination: LayoutExamination,
): Uncounted | null {
  if (functionary === undefined) return { reason: 'step-threshold', detail: `the layout has no key ${keyId}` };
  if (functionary.kind === 'openpgp') return { reason: 'openpgp-signature', detail: `key ${keyId} is one of OpenPGP` };
  if (functionary.kind === 'set-aside')
    return { reason: 'step-threshold', detail: `key ${keyId} is set aside: ${functionary.why}` };
  const outcome = examination.signedBy(metadata, functionary.key, at);
  if (outcome !== 'valid') return { reason: reasonOf(outcome), detail: `no signature of key ${keyId}: ${outcome}` };
  if (link !== null && link.name !== step.name) {
    const detail = `${at.evidence} was made for step ${escapeText(link.name, 96)}`;
    return { reason: 'link-name', detail };
  }
  return null;
}

function reasonOf(outcome: VerifyOutcome | 'absent' | 'openpgp'): ReasonCode {
  if (outcome === 'absent') return 'step-threshold';
  if (outcome === 'openpgp') return 'openpgp-signature';
  return outcomeReason(outcome) ?? 'step-threshold';
}

/** A recorded command that is another than the expected one: weak evidence, since anybody can call a program otherwise. */
export function noteCommand(
  step: Step,
  reported: Pick<Link, 'command'>,
  { at, metadata, link }: StepLink,
  examination: LayoutExamination,
): void {
  const { command } = reported;
  const same =
    command.length === step.expectedCommand.length && command.every((word, i) => word === step.expectedCommand[i]);
  if (same) return;
  const pointer = link === null ? metadata.pointer : `${metadata.pointer}/command`;
  const [ran, wanted] = [command, step.expectedCommand].map((words) => escapeText(words.join(' '), 96));
  examination.note('command-differs', { evidence: at.evidence, pointer }, `"${ran}" where "${wanted}" is expected`);
}
