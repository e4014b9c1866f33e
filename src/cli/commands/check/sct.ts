// SPDX-License-Identifier: Apache-2.0
import { Args, Flags } from '@oclif/core';
import { sha256, sha256Hex } from '../../../crypto/digest.ts';
import { formatInstant } from '../../../encoding/rfc3339.ts';
import { type Check, type Finding, malformedCheck, notPassed, passed } from '../../../model/check.ts';
import { instantFromNanoseconds } from '../../../model/instant.ts';
import { attempt } from '../../../model/malformed.ts';
import type { TransparencyLog } from '../../../model/trusted-root.ts';
import { verifyScts } from '../../../x509/sct.ts';
import { keysAsked } from '../../asked.ts';
import { BaseCommand, REPORT_FLAGS } from '../../base-command.ts';
import { certificatesIn, trustOf } from '../../given-certificates.ts';
import { engineFlag } from '../../session.ts';
import { deliverStep, StepInputs } from '../../single-step.ts';
import { TRUST_STORE_FLAGS } from '../../trust-flags.ts';
import { softenedBy, trustGiven } from '../../trust-given.ts';
import { UsageError } from '../../usage-error.ts';
import { soleCertificate } from './chain.ts';

export default class CheckSct extends BaseCommand {
  static override summary =
    'the embedded certificate timestamps of a certificate, under given log keys; builds no path';
  static override examples = ['<%= config.bin %> check sct cert.pem --issuer ca.pem --ctlog-key log.pem'];
  static override args = {
    certificate: Args.string({ required: true, description: 'the certificate (DER, or one PEM block)' }),
  };
  static override flags = {
    ...REPORT_FLAGS,
    issuer: Flags.string({ required: true, description: 'the certificate of its issuer' }),
    'ctlog-key': Flags.string({
      multiple: true,
      multipleNonGreedy: true,
      description: 'public key of a certificate log',
    }),
    ...TRUST_STORE_FLAGS,
  };

  async run(): Promise<void> {
    const { flags, operands } = await this.parseStrictly(CheckSct);
    const [file] = operands as [string];
    if (flags['ctlog-key'] === undefined && flags['trust-store'] === undefined)
      throw new UsageError('give --ctlog-key, or --trust-store');
    const given = keysAsked(flags['ctlog-key'] ?? [], undefined);
    const held = flags['trust-store'] === undefined ? null : await trustGiven(flags, { answers: ['roots'] });
    const named = given.keys.map(
      ({ key, scheme, name }): TransparencyLog => ({
        baseUrl: name,
        logId: sha256(key.spki),
        key,
        scheme,
        hash: 'sha256',
        validFor: ALWAYS,
      }),
    );
    const logs = [...named, ...(held?.trust.roots ?? []).flatMap(({ ctlogs }) => ctlogs)];
    const engine = await engineFlag(flags.engine, false);
    const inputs = new StepInputs();
    inputs.records.push(...given.inputs, ...(held?.trust.inputs ?? []));
    const bytes = inputs.read(file, 'evidence');
    const issuerBytes = inputs.read(flags.issuer, 'evidence');
    const at = { evidence: file, pointer: '' };
    const checks: Check[] = [];
    const findings: Finding[] = [];
    if (bytes !== null && issuerBytes !== null) {
      const certificate = attempt(() => soleCertificate(certificatesIn(bytes)));
      const issuing = attempt(() => soleCertificate(certificatesIn(issuerBytes)));
      if (!certificate.ok) checks.push(malformedCheck('certificate.format', at, certificate.problem));
      else if (!issuing.ok) {
        const place = { evidence: flags.issuer, pointer: '' };
        checks.push(malformedCheck('certificate.format', place, issuing.problem));
      } else {
        const issuer = issuing.value;
        checks.push(
          passed('certificate.format', at, {
            fingerprint: certificate.value.fingerprint,
            issuerKey: sha256Hex(issuer.spki),
          }),
        );
        const results = attempt(() => verifyScts({ certificate: certificate.value, issuer, logs, engine }));
        if (!results.ok) checks.push(malformedCheck('sct.signature', at, results.problem));
        else if (results.value.length === 0)
          checks.push(notPassed('sct.signature', at, 'sct-absent', 'the certificate has no embedded timestamps'));
        else {
          for (const result of results.value) {
            const facts = { log: result.logId, time: formatInstant(result.time) };
            if (result.status === 'verified') checks.push(passed('sct.signature', at, facts));
            else if (result.status === 'failed')
              checks.push(malformedCheck('sct.signature', at, result.problem, facts));
            else findings.push({ code: 'sct-log-unknown', at, detail: result.detail });
          }
          if (checks.every((check) => check.id !== 'sct.signature')) {
            checks.push(
              notPassed(
                'sct.signature',
                at,
                'sct-log-unknown',
                `none of ${results.value.length} timestamps is by a given log`,
              ),
            );
          }
        }
      }
    }
    deliverStep(
      {
        name: file,
        command: 'check sct',
        criteria: [`certificate timestamps by ${logs.length} given log(s)`],
        checks,
        findings,
        engine: engine.id,
        trust: [...(held?.trust.roots ?? []), ...trustOf(given.inputs)],
        ...softenedBy(held?.stale ?? []),
      },
      inputs,
      flags,
    );
  }
}

const ALWAYS = { notBefore: instantFromNanoseconds(-(10n ** 30n)), notAfter: null };
