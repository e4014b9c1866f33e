// SPDX-License-Identifier: Apache-2.0

const FOREIGN = 'a row of a timeline of another tool is kept with it, and changes no verdict';

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
  'engines-disagree': {
    why: 'two implementations must differ about one signature, which is a fault of ours',
    tests: 'test/crypto',
  },
  'merkle-leaf-unnamed': {
    why: 'the profile that sums names takes files alone, and every file has one',
    tests: 'test/merkle',
  },
  'yaml-invalid': {
    why: 'only what the examiner writes is YAML: exit 64, and no verdict',
    tests: 'test/encoding',
  },
  'policy-invalid': {
    why: 'a policy that cannot be read is exit 64, and no verdict',
    tests: 'test/policy',
  },
  'custody-count': {
    why: 'a line of a custody log must be lost on the way: a fault of ours',
    tests: 'test/custody',
  },
  'policy-root-age': {
    why: 'a trusted root that is given as a file does not say when it was issued; the one of the package does',
    tests: 'test/policy',
  },
  'clock-implausible': {
    why: "the machine's clock must be wrong; the cases name their instant",
    tests: 'test/verify',
  },
  'kit-content': {
    why: 'it comes of making a kit, and of no evidence',
    tests: 'test/kit',
  },
  'signer-failed': {
    why: 'it comes of making a signature, and of no evidence',
    tests: 'test/attest',
  },
  'signer-timeout': {
    why: 'it comes of making a signature, and of no evidence',
    tests: 'test/attest',
  },
  'signer-answer': {
    why: 'it comes of making a signature, and of no evidence',
    tests: 'test/attest',
  },
  'signing-claim': {
    why: 'it comes of making a signature, and of no evidence',
    tests: 'test/attest',
  },
  'signing-blob': {
    why: 'it comes of making a signature, and of no evidence',
    tests: 'test/attest',
  },
  'signing-envelope': {
    why: 'it comes of making a signature, and of no evidence',
    tests: 'test/attest',
  },
  'signing-key-repeated': {
    why: 'it comes of making a signature, and of no evidence',
    tests: 'test/attest',
  },
  'signing-predicate': {
    why: 'it comes of making a signature, and of no evidence',
    tests: 'test/attest',
  },
  'signing-secret': {
    why: 'it comes of making a signature, and of no evidence',
    tests: 'test/attest',
  },
  'signing-subject': {
    why: 'it comes of making a signature, and of no evidence',
    tests: 'test/attest',
  },
  'trust-time-back': {
    why: 'it comes of writing a trust store, and of no evidence',
    tests: 'test/trust/renewal.test.ts',
  },
  'trust-rollback': { why: 'it comes of writing a trust store, and of no evidence', tests: 'test/trust' },
  'next-key-contradiction': {
    why: 'it comes of writing a trust store, and of no evidence',
    tests: 'test/trust/renewal.test.ts',
  },
  'next-key-format': { why: 'it comes of writing a trust store, and of no evidence', tests: 'test/trust' },
  'timeline-row-format': { why: FOREIGN, tests: 'test/timeline' },
  'timeline-row-text': { why: FOREIGN, tests: 'test/timeline' },
  'timeline-row-repeated': { why: FOREIGN, tests: 'test/timeline' },
  'timeline-time-unknown': { why: FOREIGN, tests: 'test/timeline' },
  'timeline-time-unreadable': { why: FOREIGN, tests: 'test/timeline' },
  'timeline-zone-unstated': { why: FOREIGN, tests: 'test/timeline' },
  'timeline-times-disagree': { why: FOREIGN, tests: 'test/timeline' },
  'timeline-link-mismatch': { why: FOREIGN, tests: 'test/timeline' },
  'timeline-sequence': { why: FOREIGN, tests: 'test/timeline' },
  'timeline-clock-unmeasured': { why: FOREIGN, tests: 'test/timeline' },
  'signing-ring': {
    why: 'it comes of making a signature, and of no evidence',
    tests: 'test/attest',
  },
  'known-answer-differs': { why: 'the program itself must be at fault: no evidence reaches it', tests: 'test/kit' },
};

export function unreachableMarkdown(): string {
  const rows = Object.entries(UNREACHABLE).map(([reason, { why, tests }]) => `| \`${reason}\` | ${why} | ${tests} |`);
  const head = '# Reasons without a case\n\nNo evidence that can lie in a folder gives them.\n';
  return `${head}\n| Reason | Why | Tested in |\n| --- | --- | --- |\n${rows.join('\n')}\n`;
}
