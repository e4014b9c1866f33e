// SPDX-License-Identifier: Apache-2.0
import { sha256Hex } from '../crypto/digest.ts';
import { escapeText } from '../encoding/escape-text.ts';
import { readLockData } from '../encoding/lock-data.ts';
import type { LockSyntax } from '../encoding/lock-format.ts';
import { formatInstant } from '../encoding/rfc3339.ts';
import { type LockParts, openLockBlock, splitLock } from '../envelope/lockfile-block.ts';
import type { Bytes } from '../model/bytes.ts';
import { type Check, type Locator, malformedCheck, notPassed, passed, skipped } from '../model/check.ts';
import { attempt } from '../model/malformed.ts';
import type { ItemFacts } from '../model/report.ts';
import type { LockfileSignature } from '../statement/predicates/lockfile-signature.ts';
import { readPredicate } from '../statement/predicates.ts';
import { EMPTY_ITEM } from './compose-report.ts';
import { type EvidenceFile, examineSet } from './evidence-set.ts';
import type { OpenedEntity } from './examination.ts';
import { openFile } from './open-file.ts';
import type { Artifact, ExaminationContext } from './request.ts';
import { statementOf } from './statement-of.ts';

/** One lockfile, and what is asked of it. */
export interface LockfileQuestion {
  readonly name: string;
  readonly bytes: Bytes;
  readonly syntax: LockSyntax;
  /** Signatures in files of their own. A block in the lockfile is verified beside them. */
  readonly signatures: readonly EvidenceFile[];
  /** The name that the signer must have given himself; null: any. */
  readonly signer: string | null;
  /** The name that he must have given the lockfile; null: any. */
  readonly subject: string | null;
}

/**
 * A signed lockfile: its canonical form is the artifact, and each signature, in a file of its own or in the lockfile itself, an item
 * (docs/spec/lockfile-signature-v1.md). A lockfile that nobody has signed is one item that says so.
 */
export function verifyLockfile(question: LockfileQuestion, context: ExaminationContext): readonly ItemFacts[] {
  const { name, bytes, syntax } = question;
  const at: Locator = { evidence: name, pointer: '' };
  const parts = attempt(() => splitLock(readLockData(syntax, bytes)));
  if (!parts.ok) {
    const checks = [passed('input.read', at), malformedCheck('lock.canonical', at, parts.problem, { syntax })];
    return [{ ...EMPTY_ITEM, name, kind: 'lockfile', checks }];
  }
  const canonical = canonicalCheck(question, parts.value, at);
  const artifact: Artifact = {
    name,
    bytes: parts.value.canonical,
    digests: new Map([['sha256', sha256Hex(parts.value.canonical)]]),
    given: 'file',
  };
  const files = [...blockFile(parts.value, syntax, at), ...question.signatures];
  const asked = { ...context, packageAsked: null, lockfiles: [], predicateType: null };
  if (files.length === 0) return examineSet([], [artifact], asked).items.map((item) => withFirst(item, [canonical]));
  // Each by itself: one that is about something else is never left out for another that is about this.
  return files.flatMap((file) =>
    examineSet([file], [artifact], asked).items.map((item) => {
      const claims = claimsCheck(question, item, opened(file, asked), at);
      return { ...withFirst(item, [canonical]), checks: [canonical, ...item.checks, ...claims] };
    }),
  );
}

function withFirst(item: ItemFacts, first: readonly Check[]): ItemFacts {
  return { ...item, checks: [...first, ...item.checks] };
}

function canonicalCheck({ syntax, bytes }: LockfileQuestion, { canonical, block }: LockParts, at: Locator): Check {
  return passed('lock.canonical', at, {
    syntax,
    sha256: sha256Hex(canonical),
    fileSha256: sha256Hex(bytes),
    embedded: block !== null,
  });
}

function blockFile(parts: LockParts, syntax: LockSyntax, at: Locator): readonly EvidenceFile[] {
  const { block } = parts;
  if (block === null) return [];
  return [{ name: at.evidence, opened: openLockBlock({ ...parts, block }, syntax, at) }];
}

function opened(file: EvidenceFile, context: ExaminationContext): readonly OpenedEntity['entity'][] {
  if ('opened' in file) return file.opened.ok ? file.opened.value : [];
  if (file.bytes === null) return [];
  return openFile(file.name, file.bytes, context).entities.map(({ entity }) => entity);
}

/** Whether what is signed says of the lockfile, and of its own signature, what is found. */
function claimsCheck(
  { syntax, signer, subject }: LockfileQuestion,
  item: ItemFacts,
  entities: readonly OpenedEntity['entity'][],
  lockfile: Locator,
): readonly Check[] {
  const entity = entities.find(({ at }) => at.evidence + at.pointer === item.name);
  if (entity === undefined) return [];
  const { at } = entity;
  const missing = item.checks.find(({ id, outcome }) => CARDINAL.includes(id) && outcome !== 'passed');
  if (missing !== undefined) return [skipped('lock.claims', at, missing.id)];
  const statement = statementOf(entity);
  // A signature over the canonical form itself says nothing more than that.
  if (statement === null)
    return signer === null && subject === null
      ? [passed('lock.claims', at, { signer: null })]
      : [
          notPassed(
            'lock.claims',
            at,
            'lockfile-signer',
            'the signature is over the canonical form alone, and names nobody',
          ),
        ];
  const read = statement.ok ? readPredicate(statement.value, at) : null;
  if (
    !statement.ok ||
    read?.predicate?.type !== 'urn:forensic-verify:predicate:lockfile-signature:v1' ||
    read.findings.length > 0
  )
    return [notPassed('lock.claims', at, 'lockfile-claims', 'the statement is none about a lockfile of this version')];
  const claims = read.predicate.model as LockfileSignature;
  const named = statement.value.subject.map(({ name }) => name);
  const facts = {
    signer: escapeText(claims.signer),
    algorithm: escapeText(claims.algorithm),
    signedAt: formatInstant(claims.signedAt),
    syntax: claims.syntax,
    subject: escapeText(named[0] ?? ''),
    lockfile: lockfile.evidence,
  };
  const wrong = (detail: string) => [notPassed('lock.claims', at, 'lockfile-claims', detail, facts)];
  if (claims.syntax !== syntax) return wrong(`it was signed as ${claims.syntax}, and is read as ${syntax}`);
  const schemes = item.signers.flatMap(({ scheme }) => (typeof scheme === 'string' ? [scheme] : []));
  const certified = item.checks.flatMap((check) => (check.id === 'signature.valid' ? [check.facts['scheme']] : []));
  if (![...schemes, ...certified].includes(claims.algorithm))
    return wrong(`the algorithm is said to be "${facts.algorithm}", and is ${schemes.join(', ')}`);
  const other = (what: string, found: string, asked: string) => [
    notPassed('lock.claims', at, 'lockfile-signer', `the ${what} is "${found}", not "${escapeText(asked)}"`, facts),
  ];
  if (signer !== null && claims.signer !== signer) return other('signer', facts.signer, signer);
  if (subject !== null && !named.includes(subject)) return other('lockfile', facts.subject, subject);
  return [passed('lock.claims', at, facts)];
}

const CARDINAL: readonly string[] = ['envelope.format', 'signature.valid', 'signature.threshold', 'statement.format'];
