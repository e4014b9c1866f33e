// SPDX-License-Identifier: Apache-2.0
import { escapeText } from '../../encoding/escape-text.ts';
import { formatInstant } from '../../encoding/rfc3339.ts';
import { wrapText } from '../../encoding/wrap-text.ts';
import { BEGINNING, describeWindow } from '../../trust/validity.ts';
import type { Examination, HeldTrust } from './examination.ts';

const INSET = '    ';
const MARKS = { wrong: 'WRONG      ', missing: 'MISSING    ', attention: 'attention  ' } as const;

/** For people: what is here, what it may do, whom it trusts, what it cannot do; last, what is not as it should be. */
export function doctorText(found: Examination, version: string, verbose: boolean): string {
  const { program, runtime, schemes, permissions, trust, clock, notPossible, remarks } = found;
  const both = schemes.filter(({ engines }) => engines.length === 2).length;
  const lines = [
    'program',
    `  forensic-verify ${version}, ${found.singleFile ? 'one file' : 'a script and the runtime that runs it'}`,
    ...program.flatMap(({ what, file, sha256 }) => [
      ...wrapText(`  ${what.padEnd(8)}  `, escapeText(file)),
      `${INSET}sha256 ${sha256 ?? 'could not be read'}`,
    ]),
    ...wrapText(
      '  ',
      Object.entries(runtime)
        .map(([name, value]) => `${name} ${value}`)
        .join(', '),
    ),
    ...wrapText('  ', `${schemes.length} signature schemes, ${both} of them by both engines`),
    ...(verbose
      ? schemes.map(({ scheme, engines }) => `${INSET}${scheme}: ${engines.join(' and ') || 'not available'}`)
      : []),
    '',
    'permissions in force',
    ...permissions.map(
      ({ granted, what }) => `  ${granted === null ? 'open  ' : granted ? 'yes   ' : 'denied'}  ${what}`,
    ),
    ...(found.environmentIgnored.length === 0
      ? []
      : wrapText('  set in the environment: ', found.environmentIgnored.join(', '))),
    '',
    'trust',
    ...trust.flatMap((one) => trustLines(one, verbose)),
    '',
    'clock',
    `  now     ${formatInstant(clock.now)} (the machine's, untrusted)`,
    `  trust   ${formatInstant(clock.notBefore)} (of what the build carries)`,
    ...clock.evidence.flatMap(({ file, latest }) =>
      wrapText('  claims  ', `${latest === null ? 'no time' : formatInstant(latest)}  ${escapeText(file)}`),
    ),
    '',
    'not possible here',
    ...notPossible.flatMap((one) => wrapText('  - ', one)),
    '',
    ...(remarks.length === 0
      ? ['nothing is amiss']
      : remarks.flatMap(({ severity, says, next }) => [
          ...wrapText(MARKS[severity], escapeText(says, 600)),
          ...wrapText('           next: ', next),
        ])),
  ];
  return `${lines.join('\n')}\n`;
}

function trustLines({ name, sha256, origin, since, ageDays, entries }: HeldTrust, verbose: boolean): string[] {
  const age = ageDays < 0 ? 'of the future' : `${ageDays} ${ageDays === 1 ? 'day' : 'days'} old`;
  return [
    ...wrapText('  ', `${escapeText(name)}: ${age}, since ${formatInstant(since)}`),
    `${INSET}sha256 ${sha256}`,
    ...(verbose ? wrapText(INSET, escapeText(origin, 512)) : []),
    ...entries
      .filter(({ facts }) => verbose || facts['fingerprint'] !== undefined || facts['key'] !== undefined)
      .flatMap(({ what, from, to, facts }) => [
        ...wrapText(INSET, escapeText(what, 300)),
        ...(facts['fingerprint'] === undefined && facts['key'] === undefined
          ? []
          : [`${INSET}  ${facts['fingerprint'] ?? facts['key']}`]),
        ...(verbose && (from !== null || to !== null)
          ? wrapText(`${INSET}  `, describeWindow({ notBefore: from ?? BEGINNING, notAfter: to }))
          : []),
      ]),
  ];
}
