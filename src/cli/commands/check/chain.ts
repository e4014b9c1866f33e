// SPDX-License-Identifier: Apache-2.0
import { Args, Flags } from '@oclif/core';
import { formatInstant } from '../../../encoding/rfc3339.ts';
import { type Check, type Finding, finding, malformedCheck, passed, skipped } from '../../../model/check.ts';
import { attempt, Malformed } from '../../../model/malformed.ts';
import { type Certificate, parseCertificate } from '../../../x509/certificate.ts';
import { nameText } from '../../../x509/name-text.ts';
import { type Purpose, validatePath } from '../../../x509/path.ts';
import { anchorFromCertificate } from '../../../x509/trust-anchor.ts';
import { BaseCommand, REPORT_FLAGS } from '../../base-command.ts';
import { certificatesIn, givenCertificates, trustOf } from '../../given-certificates.ts';
import { engineFlag, judgingTime } from '../../session.ts';
import { deliverStep, StepInputs } from '../../single-step.ts';

export default class CheckChain extends BaseCommand {
  static override summary = 'a certificate path at an instant (RFC 5280); --at is the validation time itself';
  static override examples = [
    '<%= config.bin %> check chain leaf.pem --intermediate ca.pem --root root.pem --at 2026-03-01T00:00:00Z',
  ];
  static override args = {
    leaf: Args.string({ required: true, description: 'the certificate (DER, or one PEM block)' }),
  };
  static override flags = {
    ...REPORT_FLAGS,
    intermediate: Flags.string({
      multiple: true,
      multipleNonGreedy: true,
      description: 'certificates that may stand between (DER or PEM)',
    }),
    root: Flags.string({
      multiple: true,
      multipleNonGreedy: true,
      required: true,
      description: 'trusted certificates (DER or PEM)',
    }),
    at: Flags.string({ description: 'the validation time (RFC 3339); default: the machine clock' }),
    attime: Flags.string({ description: 'as --at, in seconds since 1970' }),
    purpose: Flags.string({
      options: ['any', 'codeSigning', 'timeStamping'],
      default: 'any',
      description: 'what the certificate is to be used for',
    }),
  };

  async run(): Promise<void> {
    const { flags, operands } = await this.parseStrictly(CheckChain);
    const [file] = operands as [string];
    const { at: instant, isClock } = judgingTime(flags);
    const roots = givenCertificates('root', flags.root);
    const anchors = roots.certificates.map(anchorFromCertificate);
    const engine = await engineFlag(flags.engine, false);
    const inputs = new StepInputs();
    inputs.records.push(...roots.inputs);
    const bytes = inputs.read(file, 'evidence');
    const at = { evidence: file, pointer: '' };
    const checks: Check[] = [];
    const findings: Finding[] = [];
    const intermediates = intermediatesFrom(flags.intermediate ?? [], inputs, checks);
    if (bytes !== null) {
      const leaf = attempt(() => soleCertificate(certificatesIn(bytes)));
      if (!leaf.ok) checks.push(malformedCheck('certificate.format', at, leaf.problem));
      else if (intermediates === null) checks.push(skipped('chain.path', at, 'certificate.format'));
      else {
        const purpose = flags.purpose as Purpose;
        checks.push(passed('certificate.format', at, { fingerprint: leaf.value.fingerprint }));
        for (const { code, detail } of leaf.value.findings) findings.push(finding(code, at, detail));
        const result = validatePath({ leaf: leaf.value, intermediates, anchors, at: instant, purpose, engine });
        const facts = { at: isClock ? null : formatInstant(instant), purpose };
        checks.push(
          result.ok
            ? passed('chain.path', at, {
                ...facts,
                root: nameText(result.anchor.subject),
                path: result.path.map((one) => one.fingerprint),
              })
            : malformedCheck('chain.path', at, result.problem, {
                ...facts,
                tried: result.tried.map(({ reason, detail }) => `${reason}: ${detail}`),
              }),
        );
      }
    }
    const criteria = [
      `a path to one of ${anchors.length} roots, valid at ${isClock ? "the machine's clock" : formatInstant(instant)}, for the purpose ${flags.purpose}`,
    ];
    deliverStep(
      {
        name: file,
        command: 'check chain',
        criteria,
        checks,
        findings,
        engine: engine.id,
        trust: trustOf(roots.inputs),
        judgedAt: { at: instant, source: isClock ? 'clock' : 'asked' },
      },
      inputs,
      flags,
    );
  }
}

/** What may stand between is evidence: what is wrong with it refuses, and is no slip of the caller. Null where a file is. */
function intermediatesFrom(paths: readonly string[], inputs: StepInputs, checks: Check[]): Certificate[] | null {
  let sound = true;
  const found = paths.flatMap((path) => {
    const bytes = inputs.read(path, 'evidence');
    const read = attempt(() => certificatesIn(bytes ?? new Uint8Array(0)).map((der) => parseCertificate(der)));
    if (bytes !== null && read.ok) return read.value;
    sound = false;
    const place = { evidence: path, pointer: '' };
    if (bytes === null) checks.push(skipped('certificate.format', place, 'input.read'));
    else if (!read.ok) checks.push(malformedCheck('certificate.format', place, read.problem));
    return [];
  });
  return sound ? found : null;
}

export function soleCertificate(ders: readonly Uint8Array[]): Certificate {
  const [der, ...others] = ders;
  if (der === undefined || others.length > 0)
    throw new Malformed('certificate-format', 'the file is not exactly one certificate');
  return parseCertificate(der);
}
