// SPDX-License-Identifier: Apache-2.0
import { Args, Flags } from '@oclif/core';
import { formatInstant } from '../../../encoding/rfc3339.ts';
import { type Check, type Finding, finding, malformedCheck, passed } from '../../../model/check.ts';
import { attempt, Malformed } from '../../../model/malformed.ts';
import { type Certificate, parseCertificate } from '../../../x509/certificate.ts';
import { type Purpose, validatePath } from '../../../x509/path.ts';
import { anchorFromCertificate } from '../../../x509/trust-anchor.ts';
import { BaseCommand, REPORT_FLAGS } from '../../base-command.ts';
import { certificatesIn, givenCertificates } from '../../given-certificates.ts';
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
    const { at: instant } = judgingTime(flags);
    const intermediates = givenCertificates('intermediate', flags.intermediate ?? []);
    const anchors = givenCertificates('root', flags.root).map(anchorFromCertificate);
    const engine = await engineFlag(flags.engine, false);
    const inputs = new StepInputs();
    const bytes = inputs.read(file, 'evidence');
    const at = { evidence: file, pointer: '' };
    const checks: Check[] = [];
    const findings: Finding[] = [];
    if (bytes !== null) {
      const leaf = attempt(() => soleCertificate(certificatesIn(bytes)));
      if (!leaf.ok) checks.push(malformedCheck('certificate.format', at, leaf.problem));
      else {
        const purpose = flags.purpose as Purpose;
        checks.push(passed('certificate.format', at, { fingerprint: leaf.value.fingerprint }));
        for (const { code, detail } of leaf.value.findings) findings.push(finding(code, at, detail));
        const result = validatePath({ leaf: leaf.value, intermediates, anchors, at: instant, purpose, engine });
        const facts = { at: formatInstant(instant), purpose };
        checks.push(
          result.ok
            ? passed('chain.path', at, { ...facts, path: result.path.map((one) => one.fingerprint) })
            : malformedCheck('chain.path', at, result.problem, {
                ...facts,
                tried: result.tried.map(({ reason, detail }) => `${reason}: ${detail}`),
              }),
        );
      }
    }
    const criteria = [
      `a path to one of ${anchors.length} roots, valid at ${formatInstant(instant)}, for the purpose ${flags.purpose}`,
    ];
    deliverStep(
      { name: file, command: 'check chain', criteria, checks, findings, engine: engine.id, times: flags },
      inputs,
      flags,
    );
  }
}

export function soleCertificate(ders: readonly Uint8Array[]): Certificate {
  const [der, ...others] = ders;
  if (der === undefined || others.length > 0)
    throw new Malformed('certificate-format', 'the file is not exactly one certificate');
  return parseCertificate(der);
}
