// SPDX-License-Identifier: Apache-2.0
import { escapeText } from '../encoding/escape-text.ts';
import { type Facts, finding, notPassed, passed, within } from '../model/check.ts';
import { comparePublisher, isPublisherName, PUBLISHER_KINDS } from '../policy/publishers.ts';
import type { Examination } from './examination.ts';

/**
 * The publisher that an index names beside the evidence, against the certificate. Nothing rests on it: it is unsigned. But
 * whoever reads it must not be misled, so that a certificate of somebody else refuses (attacks L05). What the certificate is
 * silent about is a finding.
 */
export function examinePublisher(examination: Examination): void {
  const { entity, identity, checks, findings } = examination;
  const { publisher } = entity;
  if (publisher === undefined) return;
  const at = within(entity.at, 'publisher');
  const told: Facts = Object.fromEntries(
    Object.entries(publisher.fields)
      .slice(0, 8)
      .map(([name, value]) => [escapeText(`claimed ${name}`, 64), escapeText(value)]),
  );
  const facts = { kind: escapeText(publisher.kind, 64), ...told };
  const known = isPublisherName(publisher.kind) ? PUBLISHER_KINDS[publisher.kind] : null;
  if (known === null || !known.required.every((name) => Object.hasOwn(publisher.fields, name))) {
    findings.push(finding('publisher-not-compared', at, `a publisher of kind "${escapeText(publisher.kind, 64)}"`));
    return;
  }
  if (identity?.kind !== 'certificate') {
    examination.skip('certificate.path', 'publisher.claimed');
    return;
  }
  const { san, sanType, issuer, extensions } = identity;
  const { outcome, detail, seen } = comparePublisher(publisher, { ...extensions, identity: san, sanType, issuer });
  const compared = { ...facts, ...seen };
  if (outcome === 'differs') {
    checks.push(notPassed('publisher.claimed', at, 'publisher-contradicted', escapeText(detail, 512), compared));
    return;
  }
  if (outcome === 'open') findings.push(finding('publisher-not-compared', at, detail));
  checks.push(passed('publisher.claimed', at, compared));
}
