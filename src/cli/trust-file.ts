// SPDX-License-Identifier: Apache-2.0
import type { Engine } from '../crypto/engine.ts';
import { formatInstant } from '../encoding/rfc3339.ts';
import type { Sha256 } from '../model/bytes.ts';
import { type Check, type Locator, malformedCheck, notPassed, passed } from '../model/check.ts';
import { attempt } from '../model/malformed.ts';
import { ROLE_WORDS, readTrustDocument, type TrustDocument } from '../trust/document.ts';
import { checkRootDigest } from '../trust/freshness.ts';
import { domainNamed, type TrustStore } from '../trust/held/open.ts';
import { planDocument } from '../verify/trust-import.ts';
import type { JudgingTime } from './session.ts';
import type { StepInputs, StepResult } from './single-step.ts';
import { orUsage } from './trust-asked.ts';
import { MaterialNeeded } from './usage-error.ts';

export interface FileAsked {
  readonly path: string;
  readonly pinned: readonly Sha256[];
  /** Of `--store` and `--domain`. */
  readonly held: { readonly store: TrustStore; readonly domain: string } | null;
  readonly time: JudgingTime;
  readonly engine: Engine;
}

/**
 * One file of trust: is it what it says it is, and does anything vouch for it. What is signed by others (the statement of a next key, a
 * certificate revocation list) is verified under what the store holds; everything else is the document whose digest is pinned, or one
 * that the domain holds. Form alone is no pass: `trust-unvouched`.
 */
export function fileStep(asked: FileAsked, inputs: StepInputs): StepResult {
  const { path, pinned, held, time, engine } = asked;
  const bytes = inputs.read(path, 'trust');
  const at: Locator = { evidence: path, pointer: '' };
  const checks: Check[] = [];
  const read = bytes === null ? null : attempt(() => readTrustDocument(bytes, path));
  if (read !== null && !read.ok) checks.push(malformedCheck('trust.document', at, read.problem));
  if (read?.ok === true) {
    const { sha256, content } = read.value;
    checks.push(passed('trust.document', at, { role: content.role, sha256 }));
    if (pinned.length > 0) checks.push(...checkRootDigest([{ name: path, sha256, issuedAt: null }], pinned));
    checks.push(...vouched(asked, read.value, at));
  }
  const pins = pinned.length === 0 ? 'no digest is pinned' : `its digest is one of ${pinned.length} that are pinned`;
  return {
    ...{ name: path, command: 'trust verify', checks, engine: engine.id },
    criteria: [
      `a well-formed document of trust (${Object.values(ROLE_WORDS).join(', ')})`,
      pins,
      held === null
        ? 'no trust store is named, whose keys and certificates could have signed it'
        : `signed by what the trust store holds, where it is signed; no older than what the domain ${held.domain} has held`,
    ],
    judgedAt: { at: time.at, source: time.isClock ? 'clock' : 'asked' },
  };
}

function vouched(asked: FileAsked, document: TrustDocument, at: Locator): readonly Check[] {
  const { path, pinned, held, time, engine } = asked;
  const { role } = document.content;
  const isSigned = role === 'next-key' || role === 'crl';
  const planned =
    held === null
      ? []
      : orUsage(`--store ${held.store.path}`, () =>
          planDocument({ store: known(held), domain: held.domain, at: time.at, origin: path }, document, engine),
        ).checks;
  // Told already, with what is different for the domain beside it.
  const checks = planned.filter(({ id, outcome }) => id !== 'trust.document' || outcome !== 'passed');
  if (checks.some(({ outcome }) => outcome !== 'passed')) return checks;
  if (role === 'crl') checks.push(...stale(document, asked, at));
  const id = role === 'next-key' ? 'trust.next-key' : role === 'crl' ? 'revocation.data' : 'trust.digest';
  if (isSigned ? checks.some((check) => check.id === id) : pinned.length > 0) return checks;
  const there = held === null ? null : domainNamed(held.store, held.domain);
  if (!isSigned && there?.documents.some(({ sha256 }) => sha256 === document.sha256) === true)
    return [...checks, passed(id, at, { sha256: document.sha256, heldBy: there.name })];
  return [...checks, notPassed(id, at, 'trust-unvouched', WANTED[role] ?? WANTED.other)];
}

const WANTED: Readonly<Record<string, string>> & { readonly other: string } = {
  'next-key': 'which key has signed it is not known without --store and --domain of the keys that are current',
  crl: 'no certificate of its issuer is at hand: name a --store that holds it, and a --domain of it',
  other: 'anybody could have made it: only its form was judged',
};

/** RFC 5280 §5.1.2.5: a list that should have been followed by another may miss what matters. */
function stale({ content }: TrustDocument, { time }: FileAsked, at: Locator): Check[] {
  const lists = content.role === 'crl' ? content.lists : [];
  const due = lists.find(({ nextUpdate }) => nextUpdate !== null && time.at > nextUpdate)?.nextUpdate;
  if (due == null) return [];
  return [notPassed('revocation.data', at, 'revocation-stale', `the next one was due by ${formatInstant(due)}`)];
}

function known({ store, domain }: NonNullable<FileAsked['held']>): TrustStore {
  if (domainNamed(store, domain) !== null) return store;
  const names = store.index.domains.map(({ name }) => name).join(', ');
  throw new MaterialNeeded(`${store.path} does not hold the domain ${domain}: it holds ${names || 'none'}`);
}
