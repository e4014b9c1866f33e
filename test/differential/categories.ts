// SPDX-License-Identifier: Apache-2.0
import { createHash } from 'node:crypto';
import type { Examined } from '../support/examine.ts';
import type { Mutation } from '../support/mutate.ts';
import { strictJson } from '../support/mutate-json.ts';
import { type Meaning, meaningOf } from '../support/mutate-meaning.ts';
import type { Seed } from '../support/mutate-seeds.ts';

/** One question on which the two verifiers differ. */
export interface Disagreement {
  readonly seed: Seed;
  readonly mutation: Mutation | null;
  readonly bytes: Uint8Array;
  readonly ours: Examined;
  /** What the peer says against it; null where it accepts. */
  readonly refusal: string | null;
}

interface Facts extends Disagreement {
  readonly meaning: Meaning | null;
  readonly original: Meaning | null;
}

/**
 * Why the two may differ. `reasons`: ours, one of which must be there and all of which must be known to some category. `holds`
 * looks at the evidence itself, with readers that are not the tool's: our reason alone is no explanation.
 * Each id is a row of docs/DISAGREEMENTS.md.
 */
interface Category {
  readonly id: string;
  readonly reasons?: readonly string[];
  readonly holds: (facts: Facts) => boolean;
}

const differs = (facts: Facts, part: (meaning: Meaning) => unknown): boolean =>
  facts.mutation !== null &&
  (facts.meaning === null ||
    facts.original === null ||
    JSON.stringify(part(facts.meaning)) !== JSON.stringify(part(facts.original)));

/** A case of our own mint says in its name for which reason it was made wrong. */
const isMinted = ({ seed, mutation, ours }: Facts): boolean =>
  seed.corpus === 'fixtures' &&
  (mutation === null || seed.expect === 'reject') &&
  ours.reasons.includes(seed.name.split('--')[1] ?? '');

const THEY_ACCEPT: readonly Category[] = [
  {
    id: 'json-strictness',
    reasons: ['json-invalid', 'json-duplicate-key', 'json-proto-key', 'json-surrogate', 'json-number', 'utf8-invalid'],
    holds: (facts) => strictJson(facts.bytes) === null || isMinted(facts) || innerIsLoose(facts),
  },
  {
    id: 'base64-spelling',
    reasons: ['base64-invalid'],
    holds: ({ bytes, meaning }) => strictJson(bytes) !== null && meaning === null,
  },
  {
    id: 'json-types',
    reasons: ['json-shape', 'time-invalid', 'envelope-format'],
    holds: (facts) =>
      strictJson(facts.bytes) === null ||
      facts.meaning === null ||
      isMinted(facts) ||
      differs(facts, ({ entries }) => entries.map(({ time }) => time)),
  },
  {
    id: 'bounds',
    reasons: ['limit-exceeded'],
    holds: ({ bytes, meaning }) => strictJson(bytes) === null || meaning === null || exceedsBounds(meaning),
  },
  {
    id: 'artifact-not-compared',
    reasons: ['subject-digest-mismatch', 'subject-digest-conflict', 'subject-digest-other', 'subject-digest-weak'],
    holds: (facts) => isMinted(facts) || namesAnother(facts),
  },
  {
    id: 'redundant-fields',
    reasons: [
      'inclusion-root-mismatch',
      'inclusion-shape',
      'checkpoint-root-mismatch',
      'log-entry-inconsistent',
      'json-number',
    ],
    holds: (facts) =>
      isMinted(facts) ||
      facts.meaning?.entries.some(proofContradictsCheckpoint) === true ||
      differs(facts, ({ entries }) => entries.map(({ index, proof, about }) => [index, proof, about])),
  },
  {
    id: 'der-strictness',
    reasons: [
      'der-invalid',
      'certificate-format',
      'timestamp-format',
      'timestamp-algorithm',
      'signature-encoding',
      'time-invalid',
      'key-format',
      'algorithm-unsupported',
    ],
    holds: (facts) =>
      isMinted(facts) ||
      differs(facts, ({ signer, hints, timestamps, signatures }) => [signer, hints, timestamps, signatures]),
  },
  {
    id: 'bundle-form',
    reasons: ['bundle-version-unsupported', 'bundle-material'],
    holds: (facts) =>
      isMinted(facts) || facts.meaning === null || differs(facts, ({ version, hints }) => [version, hints]),
  },
  {
    id: 'checkpoint-text',
    reasons: ['checkpoint-format', 'checkpoint-origin', 'checkpoint-unsigned', 'checkpoint-signature'],
    holds: (facts) =>
      isMinted(facts) ||
      differs(facts, ({ entries }) => entries.map(({ checkpoint, checkpointLines }) => [checkpoint, checkpointLines])),
  },
  {
    id: 'log-id',
    reasons: ['log-unknown', 'time-absent', 'checkpoint-origin', 'checkpoint-unsigned', 'envelope-format'],
    holds: (facts) => isMinted(facts) || differs(facts, ({ entries }) => entries.map(({ about }) => about)),
  },
  {
    id: 'unused-certificates',
    reasons: ['certificate-extra-anchor'],
    holds: (facts) => isMinted(facts) || differs(facts, ({ hints }) => hints),
  },
  {
    id: 'entry-names-another-key',
    reasons: ['log-entry-mismatch'],
    holds: (facts) =>
      isMinted(facts) || differs(facts, ({ signer, entries }) => [signer, entries.map(({ about }) => about)]),
  },
  {
    id: 'certificate-profile',
    reasons: [
      'certificate-usage',
      'certificate-san',
      'certificate-issuer-conflict',
      'certificate-format',
      'der-invalid',
    ],
    holds: (facts) => isMinted(facts) || differs(facts, ({ signer }) => signer),
  },
  { id: 'identity-part', reasons: ['identity-mismatch', 'issuer-mismatch'], holds: isMinted },
  {
    id: 'statement',
    reasons: ['payload-type-unsupported', 'statement-format', 'statement-type-unknown'],
    holds: (facts) => isMinted(facts) || differs(facts, ({ content }) => content),
  },
  {
    id: 'timestamp-profile',
    reasons: ['timestamp-usage', 'timestamp-signer', 'timestamp-extension', 'timestamp-algorithm'],
    holds: (facts) => isMinted(facts) || differs(facts, ({ timestamps }) => timestamps),
  },
  { id: 'judged-at', reasons: ['time-order', 'time-invalid', 'sct-order'], holds: isMinted },
  { id: 'root-file', reasons: ['trusted-root-format', 'log-unknown'], holds: isMinted },
];

const WE_ACCEPT: readonly Category[] = [
  {
    id: 'digest-alone',
    holds: ({ seed, meaning }) => typeof seed.artifact === 'string' && meaning?.content === 'message',
  },
  {
    id: 'hashedrekord-over-envelope',
    holds: ({ meaning }) =>
      meaning?.content !== 'message' &&
      meaning?.entries.some(({ about }) => about.startsWith('hashedrekord ')) === true,
  },
  {
    id: 'ed25519-message',
    holds: ({ meaning }) => meaning?.content === 'message' && meaning.signatures.every((hex) => hex.length === 128),
  },
  {
    id: 'intoto-0.0.1',
    holds: ({ meaning }) => meaning?.entries.some(({ about }) => about.startsWith('intoto 0.0.1 ')) === true,
  },
  {
    id: 'doubled-evidence',
    holds: ({ refusal, meaning }) =>
      refusal?.includes('duplicate timestamp') === true &&
      meaning !== null &&
      meaning.entries.length + meaning.timestamps.length > 1,
  },
  { id: 'message-digest-absent', holds: ({ meaning }) => meaning?.content === 'message' && meaning.digest === '' },
  {
    id: 'promise-or-proof',
    holds: ({ meaning }) =>
      meaning !== null &&
      meaning.version !== '0.3' &&
      meaning.entries.some(({ promise, checkpoint }) => promise === '' || checkpoint === ''),
  },
  {
    id: 'counts-for-nothing',
    holds: ({ ours }) =>
      ours.reasons.includes('log-unknown') ||
      ours.report!.items.some(({ findings }) => findings.some(({ code }) => code === 'timestamp-authority-unknown')),
  },
  {
    id: 'fraction-of-a-second',
    holds: ({ refusal, meaning }) =>
      refusal === 'Error: invalid time' &&
      meaning !== null &&
      meaning.timestamps.some((token) => /180f[0-9a-f]{28}2e|181[0-9a-f][0-9a-f]{28}2e/.test(token)),
  },
];

export const CATEGORY_IDS: readonly string[] = [...THEY_ACCEPT, ...WE_ACCEPT].map(({ id }) => id);

/** The categories that explain a disagreement; empty: nothing does. */
export function explain(disagreement: Disagreement): string[] {
  const facts = {
    ...disagreement,
    meaning: meaningOf(disagreement.bytes),
    original: meaningOf(disagreement.seed.bytes),
  };
  if (disagreement.refusal !== null) return WE_ACCEPT.filter(({ holds }) => holds(facts)).map(({ id }) => id);
  const reasons = new Set(disagreement.ours.reasons);
  const fitting = THEY_ACCEPT.filter((one) => one.reasons!.some((reason) => reasons.has(reason)) && one.holds(facts));
  const explained = new Set(fitting.flatMap((one) => one.reasons!));
  return [...reasons].some((reason) => explained.has(reason)) ? fitting.map(({ id }) => id) : [];
}

/** Duplicates and the like inside the payload or the log's body, where the peer parses loosely too. */
function innerIsLoose({ meaning }: Facts): boolean {
  if (meaning === null) return false;
  const inner = [meaning.content.split(' ').at(-1)!, ...meaning.entries.map(({ about }) => about.split(' ').at(-1)!)];
  return inner.some((hex) => hex !== 'message' && strictJson(new Uint8Array(Buffer.from(hex, 'hex'))) === null);
}

function exceedsBounds({ entries, timestamps, signatures, hints }: Meaning): boolean {
  const extras = (JSON.parse(hints.startsWith('[') ? hints : '[]') as unknown[])[2] as unknown[] | undefined;
  return (
    entries.length > 32 ||
    timestamps.length > 32 ||
    signatures.length > 32 ||
    (extras?.length ?? 0) >= 10 ||
    entries.some(({ proof }) => proof.split(' ').length > 67)
  );
}

/** No strong digest of the artifact stands anywhere in the payload. */
function namesAnother({ seed, meaning }: Facts): boolean {
  if (meaning === null || meaning.content === 'message') return false;
  const payload = Buffer.from(meaning.content.split(' ').at(-1)!, 'hex').toString();
  const { artifact } = seed;
  const digests =
    typeof artifact === 'string'
      ? [artifact.split(':')[1]!]
      : ['sha256', 'sha384', 'sha512'].map((name) => createHash(name).update(artifact).digest('hex'));
  return digests.every((digest) => !payload.includes(digest));
}

function proofContradictsCheckpoint({ proof, checkpoint }: Meaning['entries'][number]): boolean {
  const [, size, root] = proof.split(' ');
  const [, signedSize, signedRoot] = checkpoint.split('\n');
  return (
    proof !== '' &&
    checkpoint !== '' &&
    (size !== signedSize || root !== Buffer.from(signedRoot ?? '', 'base64').toString('hex'))
  );
}
