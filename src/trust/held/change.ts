// SPDX-License-Identifier: Apache-2.0
import { formatInstant } from '../../encoding/rfc3339.ts';
import type { Bytes, Sha256 } from '../../model/bytes.ts';
import type { Instant, TimeWindow } from '../../model/instant.ts';
import { Malformed } from '../../model/malformed.ts';
import { nameText } from '../../x509/name-text.ts';
import type { TrustDocument } from '../document.ts';
import type { TufMemory } from '../tuf/memory.ts';
import { type HeldDocument, indexBytes, type TrustDomain, type TrustIndex } from './index-file.ts';

/** A document that is to be held, with who vouches for it. */
export interface Incoming {
  readonly document: TrustDocument;
  readonly name: string;
  readonly origin: string;
  readonly validFor?: TimeWindow | null;
  /** Of a certificate revocation list whose signature has verified: the certificate that it verified by. */
  readonly verifiedBy?: Sha256 | undefined;
  /** Of what a TUF repository vouches for: its versions say what is newer, and this is when the first of its metadata expires. */
  readonly metadataExpires?: Instant;
}

/** Of a certificate revocation list that is held: has its issuer signed it, as far as certificates are at hand. */
export type SignedByIssuer = 'verified' | 'unknown' | 'wrong';

export interface DomainChange {
  readonly domain: string;
  readonly incoming: readonly Incoming[];
  readonly tuf?: TufMemory;
  readonly at: Instant;
  /** What the domain holds now, read: so that nothing older takes its place. */
  readonly held: (document: HeldDocument) => TrustDocument;
  /** Asked where a certificate revocation list comes in. */
  readonly signed?: (document: HeldDocument) => SignedByIssuer;
}

export interface ChangedIndex {
  readonly index: Bytes;
  readonly documents: readonly Bytes[];
  /** For each incoming document the one whose place it takes. */
  readonly replaced: readonly (HeldDocument | null)[];
}

/** The index with these documents in it. @throws Malformed `trust-rollback` */
export function changedIndex(index: TrustIndex, change: DomainChange): ChangedIndex {
  const domain = index.domains.find(({ name }) => name === change.domain) ?? emptyDomain(change.domain);
  let documents = [...domain.documents];
  const superseded = new Set(domain.superseded);
  const replaced = change.incoming.map((incoming) => {
    const { document, name, origin, validFor = null, verifiedBy, metadataExpires } = incoming;
    const isList = document.content.role === 'crl';
    const all = documents.filter((one) => takesPlaceOf(incoming, one, change));
    // What nobody has verified may have taken the place of a list that was true: that one comes back by its signature.
    const comesBack = verifiedBy !== undefined && !all.some((one) => signedBy(one, change) === 'verified');
    // A publisher who withdraws a change publishes an older content under a newer version.
    const isVersioned = metadataExpires !== undefined;
    if (superseded.has(document.sha256) && !comesBack && !isVersioned)
      throw new Malformed('trust-rollback', `${name} is a document that a newer one has taken the place of before`);
    const [old = null, ...more] = isList ? all.filter((one) => yields(one, incoming, change)) : all.slice(0, 1);
    for (const one of old === null ? [] : [old, ...more]) {
      if (one.sha256 === document.sha256) continue;
      if (!isList || verifiedBy === undefined || signedBy(one, change) === 'verified')
        refuseOlder(document, change.held(one));
      superseded.add(one.sha256);
    }
    superseded.delete(document.sha256);
    documents = documents.filter((one) => !more.includes(one));
    const held: HeldDocument = {
      role: document.content.role,
      name,
      sha256: document.sha256,
      size: document.bytes.length,
      origin,
      importedAt: change.at,
      validFor: validFor ?? old?.validFor ?? null,
      ...(metadataExpires === undefined ? {} : { metadataExpires }),
      ...verification(verifiedBy ?? (old?.sha256 === document.sha256 ? old.verifiedBy : undefined)),
    };
    documents = old === null ? [...documents, held] : documents.map((one) => (one === old ? held : one));
    return old;
  });
  const next: TrustDomain = {
    ...domain,
    documents,
    tuf: change.tuf ?? domain.tuf,
    superseded: [...superseded],
  };
  const others = index.domains.filter(({ name }) => name !== change.domain);
  return {
    index: indexBytes({ revision: index.revision + 1, domains: [...others, next] }),
    documents: change.incoming.map(({ document }) => document.bytes),
    replaced,
  };
}

function verification(verifiedBy: Sha256 | undefined): Pick<HeldDocument, 'verifiedBy'> {
  return verifiedBy === undefined ? {} : { verifiedBy };
}

function emptyDomain(name: string): TrustDomain {
  return { name, documents: [], tuf: null, superseded: [] };
}

/** A list takes the place of the list of the same issuer; keys and certificates stand beside each other; all others go by their names. */
function takesPlaceOf({ document, name }: Incoming, old: HeldDocument, change: DomainChange): boolean {
  const { content } = document;
  if (old.role !== content.role) return false;
  if (old.sha256 === document.sha256) return true;
  if (content.role === 'tuf-root') return true;
  if (content.role === 'key' || content.role === 'certificates' || content.role === 'next-key') return false;
  if (content.role !== 'crl' && content.role !== 'revocation-list') return old.name === name;
  return issuerOf(change.held(old)) === issuerOf(document);
}

/**
 * Lists of one issuer: one that has verified takes the place of the one that had, and of those that its issuer has not signed; one of which
 * nobody knows whether the issuer has signed it takes the place of no other but such.
 */
function yields(old: HeldDocument, { document, verifiedBy }: Incoming, change: DomainChange): boolean {
  if (old.sha256 === document.sha256) return true;
  const was = signedBy(old, change);
  return verifiedBy === undefined ? was !== 'verified' : was !== 'unknown';
}

function signedBy(old: HeldDocument, { signed }: DomainChange): SignedByIssuer {
  if (old.verifiedBy !== undefined) return 'verified';
  return signed?.(old) ?? 'unknown';
}

function issuerOf({ content }: TrustDocument): string | null {
  if (content.role === 'revocation-list') return content.list.issuer;
  return content.role === 'crl'
    ? content.lists.map(({ issuer, about }) => `${nameText(issuer)} ${about}`).join()
    : null;
}

function refuseOlder({ content }: TrustDocument, { content: old }: TrustDocument): void {
  if (content.role === 'revocation-list' && old.role === 'revocation-list') {
    const [is, was] = [content.list.sequence, old.list.sequence];
    if (is <= was) throw new Malformed('trust-rollback', `it is list ${is} of its issuer, and list ${was} is held`);
  }
  if (content.role !== 'crl' || old.role !== 'crl') return;
  content.lists.forEach((list, i) => {
    const was = old.lists[i]!;
    const older =
      list.thisUpdate < was.thisUpdate || (list.number !== null && was.number !== null && list.number < was.number);
    if (!older) return;
    const [a, b] = [formatInstant(list.thisUpdate), formatInstant(was.thisUpdate)];
    throw new Malformed('trust-rollback', `its list is of ${a}, and one of ${b} is held`);
  });
}
