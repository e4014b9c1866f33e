// SPDX-License-Identifier: Apache-2.0
import type { Report } from '../../model/report.ts';
import { type Block, heading, line, listed, quoted, tabled } from './blocks.ts';

/** What the opened operands held, how much of it is covered, and what has no partner. Nothing where every operand is a file. */
export function setBlocks({ sets, coverage, unmatchedArtifacts, unmatchedAttestations }: Report): Block[] {
  return [
    ...(sets.length === 0 ? [] : [heading('Evidence sets')]),
    ...tabled(
      'What was opened',
      SETS,
      sets.map(({ name, container, files, evidence, artifacts, listed: others }) => [
        [line(quoted(name)), line(container)],
        [line(`${files} files: ${evidence} evidence, ${artifacts} artifacts, ${others.length} listed`)],
        others.map((one) => line(quoted(one.name, 200), ': ', quoted(one.what, 100))),
      ]),
    ),
    ...tabled(
      'Coverage',
      COVERAGE,
      coverage.map((row) => [
        [line(quoted(row.ecosystem, 60))],
        ...[row.total, row.verified, row.signedOnly, row.detected, row.none].map((count) => [line(String(count))]),
        [line(`${row.percentVerified.toFixed(1)} %`)],
      ]),
    ),
    ...listed(
      'Artifacts without an attestation',
      unmatchedArtifacts.map((one) => line(quoted(one))),
    ),
    ...listed(
      'Attestations without their artifact',
      unmatchedAttestations.map((one) => line(quoted(one))),
    ),
  ];
}

const SETS = [
  { heading: 'Operand', width: 30 },
  { heading: 'Held', width: 30 },
  { heading: 'Listed, and never trusted', width: 40 },
];
const COVERAGE = [
  { heading: 'Ecosystem', width: 22 },
  ...['Artifacts', 'Verified', 'Signed only', 'Detected', 'None', 'Verified, %'].map((words) => ({
    heading: words,
    width: 13,
  })),
];
