// SPDX-License-Identifier: Apache-2.0

/** Reasons that no file of evidence can give, why, and the tests that give them instead. */
export const UNREACHABLE: Readonly<Record<string, { readonly why: string; readonly tests: string }>> = {
  'input-changed': {
    why: 'the file must change while it is read',
    tests: 'test/evidence, test/trust',
  },
  'decimal-invalid': {
    why: 'each caller of the reader says what the number was for: json-shape, checkpoint-format',
    tests: 'test/encoding',
  },
  'not-canonical': {
    why: 'asked of our own signed formats alone, of which this release reads none; check canonical rewrites',
    tests: 'none yet',
  },
  'engines-disagree': {
    why: 'two implementations must differ about one signature, which is a fault of ours',
    tests: 'test/crypto',
  },
  'clock-implausible': {
    why: "the machine's clock must be wrong; the cases name their instant",
    tests: 'test/verify',
  },
  'attestation-absent': {
    why: 'an artifact without evidence is signature-absent',
    tests: 'none: no stage gives it',
  },
  'certificate-time-unproven': {
    why: 'a certificate without any trusted time is time-absent, and the checks that rest on it are skipped',
    tests: 'none: no stage gives it',
  },
};

export function unreachableMarkdown(): string {
  const rows = Object.entries(UNREACHABLE).map(([reason, { why, tests }]) => `| \`${reason}\` | ${why} | ${tests} |`);
  const head = '# Reasons without a case\n\nNo evidence that can lie in a folder gives them.\n';
  return `${head}\n| Reason | Why | Tested in |\n| --- | --- | --- |\n${rows.join('\n')}\n`;
}
