// SPDX-License-Identifier: Apache-2.0
import type { Check } from '../model/check.ts';
import { ASKED_BY_RULES } from '../model/policy.ts';
import type { ItemFacts } from '../model/report.ts';
import type { Judged } from '../policy/judge.ts';

const STATES: readonly (readonly [Check['id'], string])[] = [
  ['signature.threshold', 'the content was signed by as many keys as were asked for'],
  ['signature.valid', 'the given key made the signature over this content'],
  ['certificate.path', 'the signing certificate was issued under a trusted root, at every verified time'],
  ['certificate.identity', 'the signer is the one that was asked for'],
  ['certificate.revocation', 'nothing at hand says that a certificate of the path was revoked when it signed'],
  ['key.revocation', 'nothing at hand says that the key was revoked or compromised when it signed'],
  ['sct.threshold', 'the certificate was recorded in a certificate log'],
  ['log.threshold', 'the signature was recorded in a transparency log'],
  ['log.checkpoint', 'the entry is part of the tree that the log signed'],
  ['time.threshold', 'the signature existed at the times of the table'],
  ['time.window', 'the signing falls in the window that was asked for'],
  ['layout.signature', 'each of the given keys has signed the layout'],
  ['step.threshold', 'as many functionaries as the layout wants have signed links of each step'],
  ['step.rules', 'the artifacts of each step are what the rules of the layout allow'],
  ['predicate.result', 'the verifier that the summary names says that the artifact has passed'],
  ['model.files', 'the files of the model are those of its manifest'],
  ['subject.digest', 'the artifact at hand is the one that was signed'],
  ['package.identity', 'the package has the name and version that were signed'],
  ['package.attestations', 'registry and builder attest the same package'],
  ['package.signature', 'the registry signed this name, version and integrity'],
  ['custody.signature', 'every event of the log was signed by who performed it'],
  ['custody.links', 'every line follows the one before it, unchanged'],
  ['custody.holder', 'every item had exactly one holder'],
  ['custody.digests', 'the digests of the items are those of the event before, or their change is explained'],
  ['custody.tail', 'the log ends where it ends'],
  ['bag.valid', 'every file of the bag has the digests that its manifests name'],
  ['bundle.root', 'the list of the bundle has the root that it names, in the meaning that was asked for'],
  ['checksum.entry', 'files under the names of the signed list have its digests, where they are at hand'],
  ['sumdb.inclusion', 'the record is part of the tree that the checksum database signed'],
  ['module.hash', 'the Go module at hand is the one of the record'],
  ['tuf.root', 'every root follows from the one that is pinned, signed by as many keys as must'],
  ['tuf.targets', 'the lists of targets are signed, and of one moment'],
  ['tuf.target', 'every target at hand is the one that was signed'],
  ['tuf.freshness', 'nothing of it was expired'],
  ['trust.document', 'it is a well-formed document of trust'],
  ['trust.next-key', 'the holder of the current key introduced the next one'],
  ['mac.valid', 'somebody who held the secret made this code'],
  ['chain.path', 'the certificate leads to a given root at the instant'],
  ['merkle.root', 'the set is the one that the given root is over'],
  ['note.signature', 'as many given keys as were asked for signed the note'],
  ['checkpoint.signature', 'the log signed this tree head'],
  ['checkpoint.witnesses', 'enough witnesses have seen this tree head'],
  ['inclusion.proof', 'the leaf is part of the tree with the given root'],
  ['consistency.proof', 'the larger tree is the smaller one with leaves appended'],
  ['timeline.format', 'every line of the unsigned timeline is a row here, and none was lost'],
  ['json.strict', 'the document is strict JSON'],
];

/** The kind of an item that is one event of a custody log, disclosed alone. */
export const DISCLOSED_KIND = 'custody-event';

const DISCLOSED: typeof STATES = [
  ['custody.signature', 'the event was signed by who performed it'],
  ['custody.checkpoint', 'the log signed the tree that the proof leads to'],
  ['inclusion.proof', 'the event is the one of that number in the log'],
];

const SIGNER_BY_RULES = 'the signer is one that the rules ask for';
const RULES_ON_SIGNERS = /^policy\.(signer|key_fingerprint|builder_id|source|workflow|expect)$/;

/** The rules asked who signed, where no identity was asked for, and every one of them is satisfied. */
function rulesAnswered({ judgements }: Judged): boolean {
  return (
    judgements.some(({ rule }) => rule === ASKED_BY_RULES) &&
    judgements.every(({ check, effect }) => !RULES_ON_SIGNERS.test(check) || effect === 'satisfied')
  );
}

/** A name in a certificate is nobody's before these have passed. Those that the item does not have ask nothing of it. */
const NAMES_NOBODY: ReadonlySet<Check['id']> = new Set<Check['id']>([
  'certificate.format',
  'certificate.path',
  'sct.threshold',
  'log.threshold',
  'time.threshold',
]);

function namesSigner({ checks }: ItemFacts): boolean {
  return checks.every(({ id, outcome }) => outcome === 'passed' || !NAMES_NOBODY.has(id));
}

/** What the evidence proves, in plain words: only where every check of that kind passed. */
export function established(item: ItemFacts, judged: Judged): string[] {
  const byRules = rulesAnswered(judged) && namesSigner(item) ? [SIGNER_BY_RULES] : [];
  return [...byRules, ...provenOf(item)];
}

function provenOf(item: ItemFacts): string[] {
  return statesOf(item)
    .filter(([id]) => {
      const same = item.checks.filter((check) => check.id === id);
      if (id === 'certificate.identity' && !namesSigner(item)) return false;
      return same.length > 0 && same.every((check) => check.outcome === 'passed' && !isMetByNothing(check));
    })
    .map(([id, words]) => (id === 'time.window' && !isTimed(item) ? `by the examiner's word, ${words}` : words));
}

/** Whether any time of the item rests on more than somebody's word. */
function isTimed({ times }: ItemFacts): boolean {
  return times.some(({ trusted }) => trusted);
}

/** What it does not prove, although the question stood. */
export function notEstablished(item: ItemFacts, judged: Judged): string[] {
  const open = statesOf(item)
    .filter(([id]) =>
      item.checks.some(
        (check) => check.id === id && (check.outcome !== 'passed' || isMetByNothing(check) || isOfNobody(check, item)),
      ),
    )
    .filter(([id]) => id !== 'certificate.identity' || !rulesAnswered(judged))
    .map(([, words]) => `that ${words}`);
  if (rulesAnswered(judged) && !namesSigner(item)) open.unshift(`that ${SIGNER_BY_RULES}`);
  if (
    item.signerKind !== 'none' &&
    item.custody === undefined &&
    item.kind !== DISCLOSED_KIND &&
    judged.exitCode <= 1 &&
    !item.checks.some(({ id, outcome }) => (id === 'subject.digest' || id === 'module.hash') && outcome === 'passed')
  ) {
    const line = 'that the artifact at hand is the one that was signed';
    if (item.kind !== 'single-step' && !open.includes(line)) open.push(line);
  }
  if (item.findings.some((one) => one.code === 'inclusion-not-established'))
    open.push('that the entry is part of the tree of the log');
  if (item.signerKind === 'key' && !isTimed(item))
    open.push('when it was signed: no trusted time is part of the evidence');
  return open;
}

/** Where signatures are counted, the count is what is established: a single one may be one too few. */
function statesOf(item: ItemFacts): typeof STATES {
  if (item.kind === DISCLOSED_KIND) return DISCLOSED;
  const counted = item.checks.some((check) => check.id === 'signature.threshold');
  return counted ? STATES.filter(([id]) => id !== 'signature.valid') : STATES;
}

function isOfNobody({ id }: Check, item: ItemFacts): boolean {
  return id === 'certificate.identity' && !namesSigner(item);
}

/** A threshold of 0 is met without any log: that passes, and shows nothing. */
function isMetByNothing(check: Check): boolean {
  return check.facts['distinctLogs'] === 0;
}
