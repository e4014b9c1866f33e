// SPDX-License-Identifier: Apache-2.0
import type { Bytes } from '../model/bytes.ts';
import { instantFromSeconds } from '../model/instant.ts';
import { attempt } from '../model/malformed.ts';
import { parseTimestampToken } from '../time/token.ts';
import { parseCertificate } from '../x509/certificate.ts';
import { readScts } from '../x509/sct.ts';
import { certificateSteps, type StatedTime } from './explain-certificate.ts';
import { bytesAt, member } from './explain-commands.ts';
import { logEntrySteps } from './explain-log-entry.ts';
import { signatureSteps, signedContentStep } from './explain-signature.ts';
import { subjectSteps } from './explain-subjects.ts';
import { timestampSteps } from './explain-timestamp.ts';
import type { Claims } from './inspect-claims.ts';
import { type Part, part } from './inspect-model.ts';

/** Every step of one envelope, in the order in which it can be followed. */
export function envelopeSteps(claims: Claims): Part[] {
  return [
    ...refusedStep(claims),
    signedContentStep(claims),
    ...signatureSteps(claims),
    ...logEntrySteps(claims),
    ...timestampSteps(claims),
    ...signerSteps(claims),
    ...subjectSteps(claims),
  ];
}

function refusedStep({ refused, at }: Claims): Part[] {
  if (refused === null) return [];
  return [part('verify would not open this envelope', {}, { at: at.pointer, problem: refused })];
}

function signerSteps(claims: Claims): Part[] {
  const { signer, at } = claims;
  const place = at.pointer + signer.at;
  if (!signer.read.ok) return [part('the signer', {}, { at: place, problem: signer.read.problem })];
  if (signer.read.value.kind !== 'certificate') return [];
  const { chain, form } = signer.read.value;
  return certificateSteps(chain, statedTimes(claims, chain), place, [certificateCommand(claims, form)]);
}

function certificateCommand({ kind, at, signer }: Claims, form: 'certificate' | 'chain'): string {
  if (kind === 'dsse') return `${member(at, '/signatures/0/cert')} |\nopenssl x509 -noout -text`;
  const inside = form === 'chain' ? '/x509CertificateChain/certificates/0/rawBytes' : '/certificate/rawBytes';
  return `${bytesAt(at, signer.at + inside)} | openssl x509 -inform DER -noout -text`;
}

/** Every time that somebody else than the signer states. What is malformed says so in its own step. */
function statedTimes({ logEntries, timestamps }: Claims, [leaf]: readonly Bytes[]): StatedTime[] {
  const times: StatedTime[] = [];
  for (const [i, { read }] of logEntries.entries()) {
    if (!read.ok || read.value.integratedTime === null) continue;
    const promised = read.value.promise === null ? ', which no promise covers' : '';
    times.push({
      source: `integrated time of log entry ${i}${promised}`,
      time: instantFromSeconds(read.value.integratedTime),
    });
  }
  for (const [i, { read }] of timestamps.entries()) {
    const token = attempt(() => (read.ok ? parseTimestampToken(read.value) : null));
    if (token.ok && token.value !== null)
      times.push({ source: `time of timestamp ${i}`, time: token.value.info.genTime });
  }
  const scts = attempt(() => (leaf === undefined ? [] : readScts(parseCertificate(leaf))));
  if (scts.ok) {
    for (const [i, sct] of scts.value.entries()) {
      if (sct.version === 0)
        times.push({ source: `time of certificate timestamp ${i}, which is of the issue`, time: sct.time });
    }
  }
  return times;
}
