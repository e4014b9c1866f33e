// SPDX-License-Identifier: Apache-2.0
import { COMMANDS } from '../commands.ts';
import { firstWords } from '../topics.ts';

/** What the steps of a topic have in common. */
export const TOPICS: Readonly<Record<string, string>> = {
  attest: 'statements and signatures: what a verifier checks',
  check: 'one step at a time, for cross-examination',
  custody: 'custody timelines: write, verify, show one event alone',
  digest: 'the pinned digest of a JSON surface',
  kit: 'the kit for the enclave: make it, verify it',
  lockfile: 'lockfiles, signed as data',
  merkle: 'trees over evidence sets, under a named profile',
  policy: 'is this policy readable, what will it enforce',
  report: 'reports of this tool',
  trust: 'trust roots: what is held, how old, from where',
};

/** What `--help` says of whole commands, in one line each. */
const IN_ONE_LINE: Readonly<Record<string, string>> = {
  verify: 'artifacts and their evidence: one verdict, one report',
  inspect: 'what evidence claims, every line marked unverified',
  explain: 'a code, a report or evidence, step by step',
  'verify-bundle': 'the client protocol of sigstore-conformance',
  replay: 'custody timelines, as far as they can be proven',
  'what-if': 'what stands of a timeline if a key had been stolen',
  serve: 'requests on standard input, answered by one warm process',
  selftest: 'known answers, on this very machine',
  doctor: 'what this program can do here, and what it cannot',
  completion: 'completions for bash, zsh, fish and PowerShell',
  man: 'the manual page',
};

/** Words that share a line, so that all commands fit a screen. */
const SHARED: readonly (readonly [words: readonly string[], says: string])[] = [
  [['verify-bundle', 'serve'], 'the conformance client; one warm process for requests'],
  [['lockfile', 'digest'], 'lockfiles, and what a service offers, signed as data'],
  [['man', 'completion'], 'the manual page; words for a shell to complete'],
];

/** One line for each first word, or for several. */
export function screenRows(): readonly (readonly [name: string, words: string])[] {
  const shared = SHARED.flatMap(([words]) => words);
  return [
    ...firstWords()
      .filter((word) => !shared.includes(word))
      .map((word) => [word, TOPICS[word] ?? IN_ONE_LINE[word] ?? COMMANDS[word]?.summary ?? ''] as const),
    ...SHARED.map(([words, says]) => [words.join(', '), says] as const),
  ];
}

/**
 * What `--help` shows of a command that has more flags than a screen has lines; the others show theirs in order. All of
 * them stand behind `--help --verbose` and in the man page.
 */
export const SHOWN_FIRST: Readonly<Record<string, readonly string[]>> = {
  verify: ['bundle', 'certificate-identity', 'certificate-oidc-issuer', 'key', 'policy', 'trusted-root', 'at', 'json'],
  'verify-bundle': ['bundle', 'certificate-identity', 'certificate-oidc-issuer', 'key', 'trusted-root'],
  replay: ['at', 'known-at', 'who-held', 'format', 'keyring', 'log-key'],
  'what-if': ['assume-compromised', 'known-at', 'keyring', 'log-key'],
  'custody:verify': ['keyring', 'log-key', 'items', 'at', 'known-at', 'json'],
  'attest:sign': ['signer', 'signing-key', 'passphrase', 'require-claim', 'output', 'output-file'],
};
