// SPDX-License-Identifier: Apache-2.0
import type { Report } from '../../model/report.ts';
import { ageOf } from '../text.ts';
import { type Block, heading, joined, type Line, line, quoted, tabled } from './blocks.ts';

/** What the verdict rests on beside the evidence: every input with its digest, trusted roots, the policy; and the run. */
export function materialBlocks(report: Report): Block[] {
  const { inputs, trustedRoots, policy, revocation, run } = report;
  return [
    heading('Inputs', 'inputs'),
    ...tabled(
      'Every file that was read, by the octets that were verified',
      INPUTS,
      inputs.map(({ name, role, size, sha256 }) => [
        [line(quoted(name))],
        [line(role)],
        [line(String(size))],
        [line(quoted(sha256))],
      ]),
    ),
    ...(inputs.length === 0 ? [{ kind: 'text' as const, line: line('no file was read') }] : []),
    heading('Trusted roots, policy and revocation'),
    ...tabled(
      'What decides by being trusted',
      ROOTS,
      trustedRoots.map((root, i) => [
        [line(quoted(root.name))],
        [line(quoted(root.origin)), line(quoted(ageOf(root, run?.trustedRootAgeDays[i] ?? null), 100))],
        [line(quoted(root.sha256))],
        root.setAside.map((one) => line(quoted(one))),
      ]),
    ),
    { kind: 'text', line: line('Policy ', quoted(policy.name), ', sha256 ', quoted(policy.sha256)) },
    ...(policy.signature === undefined
      ? []
      : [
          {
            kind: 'text' as const,
            line: line(
              'Signed by ',
              ...joined(
                policy.signature.signers.map((one) =>
                  quoted('fingerprint' in one ? `sha256:${one.fingerprint}` : `${one.identity} (${one.issuer})`),
                ),
              ),
            ),
          },
        ]),
    { kind: 'text', line: line('Revocation: ', quoted([...revocation.data, revocation.freshness].join('; '))) },
    ...(report.question === undefined
      ? []
      : [
          {
            kind: 'text' as const,
            line: line('Question (two reports with the same one asked the same): sha256 ', quoted(report.question)),
          },
        ]),
    ...runBlocks(report),
  ];
}

function runBlocks({ run }: Report): Block[] {
  if (run === null) return [];
  const row = (words: string, ...lines: readonly Line[]): Line[][] => [[line(words)], [...lines]];
  return [
    heading('The run'),
    ...tabled('What differs from run to run, and decides nothing', RUN, [
      row('started', line(quoted(run.startedAt, 60), `, took ${run.durationMs} ms`)),
      row('clock', line(quoted(run.clock, 60))),
      row('host and runtime', line(quoted(run.host, 120)), line(quoted(run.runtime, 120))),
      row('working directory', line(quoted(run.workingDirectory))),
      row(
        'arguments',
        line(
          ...joined(
            run.arguments.map((one) => quoted(one, 200)),
            ' ',
          ),
        ),
      ),
      ...(run.binarySha256 === null ? [] : [row('binary', line('sha256 ', quoted(run.binarySha256)))]),
      ...(run.environmentIgnored.length === 0
        ? []
        : [row('environment without effect', line(...joined(run.environmentIgnored.map((one) => quoted(one, 60)))))]),
    ]),
  ];
}

const INPUTS = [
  { heading: 'Name', width: 40 },
  { heading: 'Role', width: 10 },
  { heading: 'Octets', width: 10 },
  { heading: 'SHA-256', width: 40 },
];
const ROOTS = [
  { heading: 'Name', width: 22 },
  { heading: 'Origin and age', width: 26 },
  { heading: 'SHA-256', width: 32 },
  { heading: 'Set aside', width: 20 },
];
const RUN = [
  { heading: 'Of', width: 22 },
  { heading: 'It is', width: 60 },
];
