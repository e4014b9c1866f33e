// SPDX-License-Identifier: Apache-2.0
import { sha256Hex } from '../crypto/digest.ts';
import { formatInstant } from '../encoding/rfc3339.ts';
import type { Bytes } from '../model/bytes.ts';
import type { Instant } from '../model/instant.ts';
import type { InputRecord, Report } from '../model/report.ts';
import type { CertificateAuthority, TrustedKey, TrustedRoot, TrustOrigin } from '../model/trusted-root.ts';
import { readTrustDocument, type TrustDocument, type TrustRole } from '../trust/document.ts';
import { DOCUMENT_FOLDER, type HeldDocument, INDEX_FILE, isStale, type TrustDomain } from '../trust/held/index-file.ts';
import { domainNamed, heldDocument, openTrustStore, type TrustStore } from '../trust/held/open.ts';
import { readTrustFile } from '../trust/load.ts';
import type { RegistryKeys } from '../trust/npm-keys.ts';
import { type RevocationData, withoutRevoked } from '../trust/revocation/data.ts';
import { alsoIntroduced, type Introduction } from '../trust/revocation/introduced.ts';
import type { TrustGiven } from '../verify/compose-report.ts';
import { introducedIn } from '../verify/next-key.ts';
import type { Certificate } from '../x509/certificate.ts';
import { type TrustAsked, trustedRoots } from './asked.ts';
import { instantFlag } from './session.ts';
import { orUsage } from './trust-asked.ts';
import type { Answering, TrustQuestion } from './trust-given.ts';
import { MaterialNeeded, UsageError } from './usage-error.ts';

/** Trust that comes of a store, of files about revocation, or of both. */
export interface HeldTrust {
  readonly trust: TrustAsked;
  /** Of the domains that were named, where nobody asked for an identity. */
  readonly keys: readonly TrustedKey[];
  /** null: those of `--npm-keys`, or of this build. */
  readonly registry: readonly RegistryKeys[] | null;
  /** Custody keyrings of the domains that were named: people are believed where somebody says which. */
  readonly keyrings: readonly { readonly name: string; readonly bytes: Bytes }[];
  /** All certificates of the domains: roots, and what may stand between. */
  readonly certificates: readonly Certificate[];
  /** What of it was imported from expired metadata (`--allow-stale`), in words. */
  readonly stale: readonly string[];
  /** Of the documents that no trusted root stands for. */
  readonly origins: readonly TrustGiven[];
  readonly revocation: RevocationData | null;
  /** Lists that `--known-at` leaves out, in words. */
  readonly later: readonly string[];
  /** For the head of the report. */
  readonly told: Report['revocation'] | null;
}

interface Held {
  readonly domain: TrustDomain;
  readonly held: HeldDocument;
  readonly document: TrustDocument;
}

type Flags = Readonly<Record<string, unknown>>;

const ABOUT_REVOCATION: readonly TrustRole[] = ['crl', 'revocation-list'];

/** What a document of each role can answer; a signing configuration answers nothing. */
const ANSWERS: Readonly<Partial<Record<TrustRole, readonly Answering[]>>> = {
  'trusted-root': ['roots'],
  certificates: ['roots', 'certificates'],
  key: ['keys'],
  'registry-keys': ['registry'],
  'custody-keyring': ['keyrings'],
};
/** People and keys are believed only where their domain is named. */
const WHERE_NAMED: readonly TrustRole[] = ['key', 'custody-keyring'];

/**
 * `--trust-store` with `--trust-domain`, `--crl`, `--revocation-list`. Revocations count for every domain, whichever of them holds the list.
 *
 * @throws UsageError, MaterialNeeded where a domain is named and not held
 */
export function heldTrust(flags: Flags, { answers, withIdentity = false }: TrustQuestion): HeldTrust {
  const path = flags['trust-store'] as string | undefined;
  const named = (flags['trust-domain'] as readonly string[] | undefined) ?? [];
  const files = revocationFiles(flags);
  const asked = flags['known-at'] as string | undefined;
  const knownAt = asked === undefined ? null : instantFlag('known-at', asked);
  const nothing = { keys: [], registry: null, keyrings: [], certificates: [], stale: [], origins: [] };
  if (path === undefined) {
    if (named.length > 0) throw new UsageError('--trust-domain is a domain of --trust-store: name that too');
    const roots = (flags['trusted-root'] as readonly string[] | undefined) ?? [];
    const trust = answers.includes('roots') ? trustedRoots(roots) : { roots: [], inputs: [] };
    return withRevocations({ ...nothing, trust }, publishedBy(knownAt, files.data), files.inputs);
  }
  for (const other of ['trusted-root', 'staging'])
    if (flags[other] !== undefined)
      throw new UsageError(`--${other} and --trust-store both say whom to trust: give one of them`);
  const store = orUsage(`--trust-store ${path}`, () => openTrustStore(path));
  const domains = domainsOf(store, named);
  const about = (role: TrustRole) => ABOUT_REVOCATION.includes(role);
  const all = store.index.domains.flatMap((domain) => documentsOf(store, domain, about));
  const answersIt = (role: TrustRole) =>
    ANSWERS[role]?.some((one) => answers.includes(one)) === true &&
    (!WHERE_NAMED.includes(role) || (named.length > 0 && !(role === 'key' && withIdentity)));
  const chosen = domains.flatMap((domain) => documentsOf(store, domain, answersIt));
  const inputs = [indexRecord(store), ...[...chosen, ...all].map(({ held }) => documentRecord(store, held))];
  const own = revocationsIn(
    all.map(({ document }) => document),
    false,
  );
  const everything = { crls: [...own.crls, ...files.data.crls], lists: [...own.lists, ...files.data.lists] };
  const then = publishedBy(knownAt, everything);
  const data = then.lists.length === 0 ? then : { ...then, ...alsoIntroduced(then, introductionsOf(store)) };
  const roots = answers.includes('roots') ? domains.flatMap((domain) => rootsOf(domain, chosen)) : [];
  const keys = chosen.flatMap(keyOf);
  const registries = chosen.flatMap(({ document: { content }, domain, held }) =>
    content.role === 'registry-keys' ? [{ ...content.keys, origin: originOf(content.keys.origin, domain, held) }] : [],
  );
  if (chosen.length === 0)
    throw new MaterialNeeded(`${path} holds nothing in ${named.join(', ') || 'any domain'} that could be trusted here`);
  const isRoot = roots.length > 0 || !answers.includes('roots');
  const held = {
    trust: { roots: isRoot ? roots : [emptyRoot(store)], inputs },
    keys,
    registry: registries.length === 0 ? null : registries,
    keyrings: chosen.flatMap(({ document: { content, bytes, name } }) =>
      content.role === 'custody-keyring' ? [{ name, bytes }] : [],
    ),
    certificates: chosen.flatMap(({ document: { content } }) =>
      content.role === 'certificates' ? content.certificates : [],
    ),
    stale: staleOf(chosen),
    origins: chosen.flatMap(plainOrigin),
  };
  return withRevocations(held, data, files.inputs);
}

/** A trusted root tells its own origin, and registry keys do; what else decides is told as the document that it is. */
function plainOrigin({ document: { content, name, sha256 }, domain, held }: Held): TrustGiven[] {
  if (content.role === 'trusted-root' || content.role === 'registry-keys') return [];
  return [{ origin: originOf({ name, sha256, issuedAt: null }, domain, held), setAside: [], unknownMembers: [] }];
}

/** A key that the examiner has named himself rests on nobody else's word. */
function introductionsOf(store: TrustStore): Introduction[] {
  return store.index.domains.flatMap((domain) => {
    const named = documentsOf(store, domain, (role) => role === 'key').flatMap(({ document: { content }, held }) =>
      content.role === 'key' && held.validFor === null ? [content.key.key.fingerprint] : [],
    );
    return documentsOf(store, domain, (role) => role === 'next-key').flatMap(({ document, held }) =>
      orUsage(`--trust-store ${store.path}`, () => introducedIn(document.bytes, held.name))
        .filter(({ next }) => !named.includes(next))
        .map((one) => ({ ...one, heldSince: held.importedAt })),
    );
  });
}

function domainsOf(store: TrustStore, named: readonly string[]): readonly TrustDomain[] {
  if (named.length === 0) return store.index.domains;
  return named.map((name) => {
    const domain = domainNamed(store, name);
    if (domain !== null) return domain;
    const known = store.index.domains.map((one) => one.name).join(', ');
    throw new MaterialNeeded(`${store.path} does not hold the domain ${name}: it holds ${known || 'none'}`);
  });
}

function documentsOf(store: TrustStore, domain: TrustDomain, wanted: (role: TrustRole) => boolean): Held[] {
  return domain.documents
    .filter(({ role }) => wanted(role))
    .map((held) => ({
      domain,
      held,
      document: orUsage(`--trust-store ${store.path}`, () => heldDocument(store, domain, held)),
    }));
}

/** Trusted roots as they are; certificates of a domain are one root of their own. */
function rootsOf(domain: TrustDomain, chosen: readonly Held[]): TrustedRoot[] {
  const own = chosen.filter((one) => one.domain === domain);
  const roots = own.flatMap(({ document: { content }, held }) =>
    content.role === 'trusted-root'
      ? content.roots.map((root) => ({ ...root, origin: originOf(root.origin, domain, held) }))
      : [],
  );
  const certificates = own.flatMap(({ document: { content } }) =>
    content.role === 'certificates' ? content.certificates : [],
  );
  const [first] = own.filter(({ document }) => document.content.role === 'certificates');
  if (first === undefined) return roots;
  const origin = { name: `${domain.name}/certificates`, sha256: first.held.sha256, issuedAt: null };
  return [...roots, rootOfCertificates(certificates, originOf(origin, domain, first.held))];
}

/** Each self-issued certificate is an anchor; the others may stand between it and what it issued. */
function rootOfCertificates(certificates: readonly Certificate[], origin: TrustOrigin): TrustedRoot {
  const between = certificates.filter(({ selfIssued }) => !selfIssued).map(({ der }) => der);
  const authorities = certificates
    .filter(({ selfIssued }) => selfIssued)
    .map((anchor): CertificateAuthority => {
      const [first = anchor.der, ...rest] = between.length === 0 ? [] : [...between, anchor.der];
      const { notBefore, notAfter } = anchor;
      return { uri: '', chain: [first, ...rest], validFor: { notBefore, notAfter } };
    });
  return { ...NOTHING, origin, certificateAuthorities: authorities };
}

const NOTHING = {
  certificateAuthorities: [],
  timestampAuthorities: [],
  tlogs: [],
  ctlogs: [],
  setAside: [],
  unknownMembers: [],
} as const satisfies Omit<TrustedRoot, 'origin'>;

/** A ring of plain keys trusts no log and no authority. */
function emptyRoot({ path, sha256 }: TrustStore): TrustedRoot {
  return {
    ...NOTHING,
    origin: {
      name: path,
      sha256: sha256 as TrustOrigin['sha256'],
      issuedAt: null,
      held: 'a trust store, and no trusted root of it',
    },
  };
}

function keyOf({ document: { content }, domain, held }: Held): TrustedKey[] {
  if (content.role !== 'key') return [];
  return [{ ...content.key, name: `${domain.name}/${held.name}`, validFor: held.validFor }];
}

/** What was taken although it had expired is not made fresh by having been taken. */
function staleOf(chosen: readonly Held[]): string[] {
  return chosen.flatMap(({ domain, held }) =>
    isStale(held)
      ? [
          `trust of ${domain.name}/${held.name} came with metadata that had expired at ${formatInstant(held.metadataExpires!)} when it was imported (--allow-stale)`,
        ]
      : [],
  );
}

function originOf(origin: TrustOrigin, domain: TrustDomain, one: HeldDocument): TrustOrigin {
  const { origin: from, importedAt, metadataExpires } = one;
  const stale = isStale(one) ? `, from metadata that had expired at ${formatInstant(metadataExpires!)}` : '';
  return {
    ...origin,
    held: `domain ${domain.name} of the trust store, imported ${formatInstant(importedAt)}${stale}: ${from}`,
  };
}

function indexRecord({ path, sha256, size }: TrustStore): InputRecord {
  return { name: `${path}/${INDEX_FILE}`, role: 'trust', size, sha256 };
}

function documentRecord({ path }: TrustStore, { sha256, size }: HeldDocument): InputRecord {
  return { name: `${path}/${DOCUMENT_FOLDER}/${sha256}`, role: 'trust', size, sha256 };
}

function revocationFiles(flags: Flags): { readonly data: RevocationData; readonly inputs: readonly InputRecord[] } {
  const inputs: InputRecord[] = [];
  const read = (flag: string, role: TrustRole): TrustDocument[] =>
    ((flags[flag] as readonly string[] | undefined) ?? []).map((path) => {
      const document = orUsage(`--${flag} ${path}`, () => readTrustDocument(readTrustFile(path), path));
      if (document.content.role !== role) throw new UsageError(`--${flag} ${path}: it is ${document.content.role}`);
      inputs.push({ name: path, role: 'trust', size: document.bytes.length, sha256: sha256Hex(document.bytes) });
      return document;
    });
  return { data: revocationsIn([...read('crl', 'crl'), ...read('revocation-list', 'revocation-list')], true), inputs };
}

function revocationsIn(documents: readonly TrustDocument[], asked: boolean): RevocationData {
  return {
    crls: documents.flatMap(({ name, content }) =>
      content.role === 'crl' ? content.lists.map((crl) => ({ name, crl, asked })) : [],
    ),
    lists: documents.flatMap(({ content }) => (content.role === 'revocation-list' ? [content.list] : [])),
  };
}

interface Published extends RevocationData {
  /** In words: lists that nobody had published by then. */
  readonly later: readonly string[];
}

/** `--known-at`: what was published later was not known then. */
function publishedBy(known: Instant | null, { crls, lists }: RevocationData): Published {
  const isThen = (issued: Instant): boolean => known === null || issued <= known;
  const later = [
    ...crls.filter(({ crl }) => !isThen(crl.thisUpdate)).map(({ name, crl }) => ({ name, issued: crl.thisUpdate })),
    ...lists.filter((one) => !isThen(one.issuedAt)).map(({ name, issuedAt }) => ({ name, issued: issuedAt })),
  ];
  return {
    crls: crls.filter(({ crl }) => isThen(crl.thisUpdate)),
    lists: lists.filter(({ issuedAt }) => isThen(issuedAt)),
    later: later.map(({ name, issued }) => `the list ${name}, of ${formatInstant(issued)}`),
  };
}

function withRevocations(
  { trust, ...rest }: Omit<HeldTrust, 'revocation' | 'told' | 'later'>,
  { later, ...data }: Published,
  more: readonly InputRecord[],
): HeldTrust {
  if (data.crls.length === 0 && data.lists.length === 0) {
    return { ...rest, trust: { ...trust, inputs: [...trust.inputs, ...more] }, revocation: null, told: null, later };
  }
  const roots = trust.roots.map((root) => withoutRevoked(root, data));
  const dates = [
    ...data.crls.map(({ name, crl }) => dated(name, crl.thisUpdate, crl.nextUpdate)),
    ...data.lists.map(({ name, issuedAt, nextUpdate }) => dated(name, issuedAt, nextUpdate)),
  ];
  const digests = [
    ...data.crls.map(({ name, crl }) => `${name} sha256:${crl.sha256}`),
    ...data.lists.map(({ name, sha256 }) => `${name} sha256:${sha256}`),
  ];
  return {
    ...rest,
    trust: { roots, inputs: [...trust.inputs, ...more] },
    revocation: data,
    later,
    told: { data: digests, freshness: dates.join('; ') },
  };
}

function dated(name: string, issued: Instant, next: Instant | null): string {
  const due = next === null ? 'says nothing of a next one' : `the next one due by ${formatInstant(next)}`;
  return `${name}: of ${formatInstant(issued)}, ${due}`;
}
