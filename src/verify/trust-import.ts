// SPDX-License-Identifier: Apache-2.0
import type { Engine } from '../crypto/engine.ts';
import { readCustodyKeyring } from '../custody/keyring-file.ts';
import { encodePem } from '../encoding/pem.ts';
import { formatInstant } from '../encoding/rfc3339.ts';
import { encodeUtf8 } from '../encoding/utf8.ts';
import { type Check, type Locator, malformedCheck, notPassed, passed } from '../model/check.ts';
import type { Instant, TimeWindow } from '../model/instant.ts';
import { attempt, Malformed, type Problem } from '../model/malformed.ts';
import type { TrustedKey } from '../model/trusted-root.ts';
import { diffEntries } from '../trust/diff.ts';
import { ROLE_WORDS, readTrustDocument, type TrustDocument } from '../trust/document.ts';
import { entriesOf } from '../trust/entries.ts';
import {
  type ChangedIndex,
  changedIndex,
  type DomainChange,
  type Incoming,
  type SignedByIssuer,
} from '../trust/held/change.ts';
import type { HeldDocument, TrustDomain } from '../trust/held/index-file.ts';
import { domainNamed, heldDocument, type TrustStore } from '../trust/held/open.ts';
import type { TufOutcome } from '../trust/tuf/workflow.ts';
import { describeWindow } from '../trust/validity.ts';
import type { Crl } from '../x509/crl.ts';
import { authoritiesHeld, signatureOfLists } from './crl-issuers.ts';
import { type NextKey, nextKeyEnvelopes, readNextKey } from './next-key.ts';

export interface ImportAsked {
  readonly store: TrustStore;
  readonly domain: string;
  readonly at: Instant;
  /** What the user called it. */
  readonly origin: string;
}

/** What would be written; null where a check speaks against it. */
export interface ImportPlan {
  readonly checks: readonly Check[];
  readonly change: ChangedIndex | null;
  /** For people: what is held from now on, and what is different. */
  readonly told: readonly string[];
}

const TAKEN: ReadonlySet<string> = new Set(['trusted-root', 'registry-keys', 'signing-config']);

/** A repository that has verified, into its domain: roots, registry keys and signing configurations among its targets, and what was seen. */
export function planRepository(asked: ImportAsked, outcome: TufOutcome, allowStale: boolean): ImportPlan {
  const place: Locator = { evidence: asked.origin, pointer: '' };
  const checks = [...outcome.checks];
  if (outcome.rootsOnly) {
    const detail = `${asked.origin} holds roots and no timestamp.json: a history of roots renews nothing`;
    checks.push(notPassed('tuf.timestamp', place, 'tuf-missing', detail));
  }
  checks.push(...timeBack(asked, place));
  const letPass = (check: Check) =>
    check.outcome === 'passed' ||
    (allowStale &&
      check.outcome === 'indeterminate' &&
      (check.id === 'tuf.freshness' || check.reason === 'trust-time-back'));
  const { memory, root: last, expires } = outcome;
  if (memory === null || last === null || expires === null || !checks.every(letPass))
    return { checks, change: null, told: [] };
  const incoming = outcome.targets.flatMap(({ role, target, bytes }): Incoming[] => {
    if (bytes === null) return [];
    const document = attempt(() => readTrustDocument(bytes, target.path, asked.at));
    if (!document.ok || !TAKEN.has(document.value.content.role)) return [];
    const origin = `TUF target of role ${role}, under root ${last.version}, from ${asked.origin}`;
    return [{ document: document.value, name: target.path, origin, metadataExpires: expires }];
  });
  if (!incoming.some(({ document }) => document.content.role !== 'signing-config')) {
    checks.push(notPassed('trust.document', place, 'tuf-missing', 'no target that is at hand is a document of trust'));
    return { checks, change: null, told: [] };
  }
  const { bytes, version } = last;
  const root = readTrustDocument(bytes, `${version}.root.json`);
  const pin = { document: root, name: 'root.json', origin: `TUF root ${version}, from ${asked.origin}` };
  const plan = finish(asked, checks, [{ ...pin, metadataExpires: expires }, ...incoming], place, { tuf: memory });
  if (plan.change === null || asked.at < expires) return plan;
  const stale = `it had expired at ${formatInstant(expires)}: the store remembers that, and every report that rests on it says so`;
  return { ...plan, told: [stale, ...plan.told] };
}

/** A clock that was set back is how expired metadata is made to look fresh, and how a key that has ended speaks again. */
function timeBack({ store, domain, at }: ImportAsked, place: Locator): Check[] {
  const last = (domainNamed(store, domain)?.documents ?? []).reduce(
    (latest: Instant | null, { importedAt }) => (latest === null || importedAt > latest ? importedAt : latest),
    null,
  );
  if (last === null || at >= last) return [];
  const detail = `the domain ${domain} was imported into at ${formatInstant(last)}, and this is judged at ${formatInstant(at)}`;
  return [notPassed('trust.rollback', place, 'trust-time-back', detail)];
}

/** A file that the examiner names: whoever names it vouches for it, unless it is a statement, which is verified. */
export function planDocument(asked: ImportAsked, document: TrustDocument, engine: Engine): ImportPlan {
  const place: Locator = { evidence: document.name, pointer: '' };
  const name = document.name.slice(document.name.lastIndexOf('/') + 1);
  const { content } = document;
  if (content.role === 'tuf-root') {
    const detail = 'a TUF root is pinned by importing its repository: name that directory, and the root with --root';
    return refused('trust.document', place, { reason: 'tuf-missing', detail });
  }
  if (content.role === 'custody-keyring') {
    // What no reader of custody logs takes must not wait in a store until one is asked.
    const ring = attempt(() => readCustodyKeyring(document.bytes));
    if (!ring.ok) return refused('trust.document', place, ring.problem);
  }
  const incoming: Incoming = { document, name, origin: `file ${asked.origin}, named by the examiner` };
  if (content.role === 'crl') return planLists(asked, incoming, content.lists, place, engine);
  const back = timeBack(asked, place);
  if (content.role === 'next-key')
    return back.length > 0 ? { checks: back, change: null, told: [] } : planNextKey(asked, incoming, place, engine);
  const plan = finish(asked, [], [incoming], place);
  return plan.change === null
    ? plan
    : { ...plan, told: [...beforeOthers(back), ...tooLate(asked, document), ...plan.told] };
}

/** Whoever names a file vouches for it at any instant: it is only told. */
function beforeOthers(back: readonly Check[]): string[] {
  return back.flatMap((check) => (check.outcome === 'indeterminate' ? [check.detail] : []));
}

function tooLate({ at }: ImportAsked, { content }: TrustDocument): string[] {
  if (content.role !== 'revocation-list' || content.list.issuedAt <= at) return [];
  return [`the list is of ${formatInstant(content.list.issuedAt)}, after the instant that is judged at`];
}

/** Lists of an issuer that the store knows must be signed by him; of others nobody knows, until they are used. */
function planLists(
  asked: ImportAsked,
  incoming: Incoming,
  lists: readonly Crl[],
  place: Locator,
  engine: Engine,
): ImportPlan {
  const authorities = authoritiesHeld(asked.store);
  const signature = signatureOfLists(lists, authorities, engine);
  if (signature.is === 'wrong') return refused('revocation.data', place, signature.problem);
  const there = domainNamed(asked.store, asked.domain);
  const signed = (one: HeldDocument): SignedByIssuer => {
    const { content } = heldDocument(asked.store, there!, one);
    return content.role === 'crl' ? signatureOfLists(content.lists, authorities, engine).is : 'unknown';
  };
  if (signature.is === 'verified') {
    const check = passed('revocation.data', place, { issuers: signature.issuers, certificate: signature.by });
    return finish(asked, [check], [{ ...incoming, verifiedBy: signature.by }], place, { signed });
  }
  const plan = finish(asked, [], [incoming], place, { signed });
  const unknown = `no certificate of its issuer (${signature.issuer}) is in the store: its signature is verified where it is used, and it takes the place of no list that has verified`;
  const checks = plan.checks.map((check) =>
    check.id === 'trust.document' ? { ...check, facts: { ...check.facts, unverified: signature.issuer } } : check,
  );
  return { ...plan, checks, told: [...plan.told, unknown] };
}

/** Each statement by a key that is held, or that a statement before it has introduced. */
function planNextKey(asked: ImportAsked, incoming: Incoming, place: Locator, engine: Engine): ImportPlan {
  const domain = domainNamed(asked.store, asked.domain);
  const keys = domain === null ? [] : currentKeys(asked.store, domain, asked.at);
  const known = domain === null ? new Map<string, TimeWindow | null>() : windowsHeld(asked.store, domain);
  const read = attempt(() =>
    nextKeyEnvelopes(incoming.document.bytes).flatMap((envelope) => {
      const next = readNextKey(envelope, place, keys, engine);
      const isNew = !known.has(next.key.fingerprint);
      if (!isNew) refuseOtherWindow(next, known.get(next.key.fingerprint) ?? null);
      if (isNew) keys.push({ ...next.current, name: next.name, key: next.key, validFor: next.validFor });
      known.set(next.key.fingerprint, next.validFor);
      return [{ ...next, isNew }];
    }),
  );
  if (!read.ok) return refused('trust.next-key', place, read.problem);
  const added = read.value.flatMap(({ key, validFor, current, name, isNew }): Incoming[] => {
    if (!isNew) return [];
    const pem = encodeUtf8(encodePem('PUBLIC KEY', key.spki));
    const origin = `statement in ${incoming.document.sha256}, signed by key sha256:${current.key.fingerprint}`;
    return [{ document: readTrustDocument(pem, name), name, origin, validFor }];
  });
  const checks = read.value.map(({ key, validFor, current, issuedAt }) =>
    passed('trust.next-key', place, {
      current: current.key.fingerprint,
      next: key.fingerprint,
      issuedAt: formatInstant(issuedAt),
      window: describeWindow(validFor),
    }),
  );
  return finish(asked, checks, [incoming, ...added], place);
}

/** Of every key of the domain, by its fingerprint. */
function windowsHeld(store: TrustStore, domain: TrustDomain): Map<string, TimeWindow | null> {
  const windows = new Map<string, TimeWindow | null>();
  for (const held of domain.documents) {
    if (held.role !== 'key') continue;
    const { content } = heldDocument(store, domain, held);
    if (content.role === 'key') windows.set(content.key.key.fingerprint, held.validFor);
  }
  return windows;
}

/** Two statements that give one key two windows contradict each other: which of them is true nothing here says. */
function refuseOtherWindow({ key, validFor }: NextKey, held: TimeWindow | null): void {
  if (held?.notBefore === validFor.notBefore && held.notAfter === validFor.notAfter) return;
  const [is, was] = [describeWindow(validFor), held === null ? 'without a window' : `valid ${describeWindow(held)}`];
  throw new Malformed(
    'next-key-contradiction',
    `the key sha256:${key.fingerprint} is held ${was}, and this statement has it valid ${is}`,
  );
}

/**
 * Keys of the domain that may still speak for it: not ended at the instant of the import, and on no list of revocations in the store. Who
 * has stolen a key that has ended can write any time into a statement.
 */
function currentKeys(store: TrustStore, domain: TrustDomain, at: Instant): TrustedKey[] {
  const revoked = new Set(
    store.index.domains.flatMap((one) =>
      one.documents.flatMap((held) => {
        if (held.role !== 'revocation-list') return [];
        const { content } = heldDocument(store, one, held);
        return content.role === 'revocation-list' ? content.list.entries.map(({ sha256 }) => sha256 as string) : [];
      }),
    ),
  );
  return domain.documents.flatMap((held): TrustedKey[] => {
    if (held.role !== 'key') return [];
    const { content } = heldDocument(store, domain, held);
    const end = held.validFor?.notAfter ?? null;
    if (content.role !== 'key' || revoked.has(content.key.key.fingerprint) || (end !== null && at > end)) return [];
    return [{ ...content.key, validFor: held.validFor }];
  });
}

function finish(
  asked: ImportAsked,
  checks: readonly Check[],
  incoming: readonly Incoming[],
  place: Locator,
  more: Pick<DomainChange, 'tuf' | 'signed'> = {},
): ImportPlan {
  const { store, domain, at } = asked;
  const there = domainNamed(store, domain);
  const held = (one: HeldDocument): TrustDocument => heldDocument(store, there!, one);
  const changed = attempt(() => changedIndex(store.index, { domain, incoming, at, held, ...more }));
  if (!changed.ok) return refused('trust.rollback', place, changed.problem, checks);
  const told = incoming.flatMap(({ document, name }, i) => {
    const old = changed.value.replaced[i] ?? null;
    const what = `${ROLE_WORDS[document.content.role]} ${name} sha256:${document.sha256}`;
    return differences(document, old, held).map((change) => `${what}: ${change}`);
  });
  const facts = { domain, changes: told };
  const all = [...checks, passed('trust.document', place, facts), passed('trust.rollback', place, { domain })];
  return { checks: all, change: changed.value, told };
}

function differences(
  document: TrustDocument,
  old: HeldDocument | null,
  held: (one: HeldDocument) => TrustDocument,
): string[] {
  if (old === null) return ['new in this domain'];
  if (old.sha256 === document.sha256) return ['held already'];
  const changes = diffEntries(entriesOf(held(old).content), entriesOf(document.content));
  return changes.length === 0
    ? ['written otherwise, and says the same']
    : changes.map(({ kind, what, how }) => `${kind}: ${what}${how === '' ? '' : `, ${how}`}`);
}

function refused(id: Check['id'], place: Locator, problem: Problem, before: readonly Check[] = []): ImportPlan {
  return { checks: [...before, malformedCheck(id, place, problem)], change: null, told: [] };
}
