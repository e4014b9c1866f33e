// SPDX-License-Identifier: Apache-2.0
import { lstatSync, statSync } from 'node:fs';
import { sha256Hex } from '../crypto/digest.ts';
import { LIMITS } from '../encoding/limits.ts';
import { attempt, type Problem } from '../model/malformed.ts';
import type { InputRecord } from '../model/report.ts';
import { BUNDLED_NAMES, type BundledName, bundledBytes, bundledTrustIssuedAt } from '../trust/bundled.ts';
import { readTrustDocument, type TrustDocument } from '../trust/document.ts';
import { parsePinnedDigest } from '../trust/freshness.ts';
import { domainNamed, heldBytes, heldDocument, openTrustStore, type TrustStore } from '../trust/held/open.ts';
import { readTrustFile } from '../trust/load.ts';
import { readTufRoot, type TufRoot } from '../trust/tuf/metadata.ts';
import type { TufSource } from '../trust/tuf/source.ts';
import { MaterialNeeded, UsageError } from './usage-error.ts';

export function orUsage<T>(what: string, read: () => T): T {
  const result = attempt(read);
  if (result.ok) return result.value;
  throw usageOf(what, result.problem);
}

function usageOf(what: string, { reason, detail }: Problem): UsageError {
  return new UsageError(`${what}: ${reason}: ${detail}`);
}

export function storeAsked(path: string | undefined): TrustStore | null {
  return path === undefined ? null : orUsage(`--store ${path}`, () => openTrustStore(path));
}

/** Documents under one name: of this build, of a store, or of a file. */
export interface NamedTrust {
  readonly name: string;
  readonly documents: readonly TrustDocument[];
  /** Where they come from, in words; one for each. */
  readonly origins: readonly string[];
}

/**
 * @param name `sigstore-public-good` and the other names of this build; with a store a domain, or `domain/document`; else a file
 * @throws UsageError, MaterialNeeded
 */
export async function trustNamed(name: string, store: TrustStore | null): Promise<NamedTrust> {
  if (store !== null) {
    const held = fromStore(name, store);
    if (held !== null) return held;
  }
  if (Object.hasOwn(BUNDLED_NAMES, name)) {
    const bytes = await bundledBytes(name as BundledName);
    const document = readTrustDocument(bytes, name, bundledTrustIssuedAt());
    return { name, documents: [document], origins: ['part of this build'] };
  }
  if (!name.includes('/') && !name.includes('.') && !exists(name)) {
    const known = [...Object.keys(BUNDLED_NAMES), ...(store?.index.domains.map((one) => one.name) ?? [])];
    throw new MaterialNeeded(`nothing is held under the name ${name}: known are ${known.join(', ')}, or name a file`);
  }
  const bytes = orUsage(name, () => readTrustFile(name));
  const document = orUsage(name, () => readTrustDocument(bytes, name));
  return { name, documents: [document], origins: ['a file that was named'] };
}

function fromStore(name: string, store: TrustStore): NamedTrust | null {
  const cut = name.indexOf('/');
  const domain = domainNamed(store, cut === -1 ? name : name.slice(0, cut));
  if (domain === null) return null;
  const wanted = cut === -1 ? domain.documents : domain.documents.filter((one) => one.name === name.slice(cut + 1));
  if (wanted.length === 0) return null;
  const documents = wanted.map((one) => orUsage(`--store ${store.path}`, () => heldDocument(store, domain, one)));
  return { name, documents, origins: wanted.map(({ origin }) => origin) };
}

/** Whether the operand is a directory; what is not there is none, and its reader says so. */
export function isFolder(path: string): boolean {
  try {
    return statSync(path).isDirectory();
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === undefined) throw error;
    return false;
  }
}

function exists(path: string): boolean {
  try {
    lstatSync(path);
    return true;
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === undefined) throw error;
    return false;
  }
}

export interface PinAsked {
  readonly root: TufRoot;
  readonly input: InputRecord | null;
  /** In words. */
  readonly from: string;
}

/**
 * The root that a repository must follow from: that of the store's domain, the one that `--root` names (a file, or the digest of a root in
 * the directory), or the one of this build.
 */
export async function pinAsked(
  asked: string | undefined,
  source: TufSource,
  store: TrustStore | null,
  domainName: string | null,
): Promise<PinAsked> {
  const domain = store === null || domainName === null ? null : domainNamed(store, domainName);
  const held = domain?.documents.find(({ role }) => role === 'tuf-root');
  if (held !== undefined) {
    if (asked !== undefined)
      throw new UsageError(`the domain ${domainName} has a root, and is renewed from that one: leave --root out`);
    const root = orUsage(`--store ${store!.path}`, () => readTufRoot(heldBytes(store!, held), held.name));
    return { root, input: null, from: `root ${root.version} of the domain ${domainName}` };
  }
  if (asked === undefined) {
    const root = readTufRoot(await bundledBytes('sigstore-public-good-tuf-root'), 'bundled:tuf-root');
    return { root, input: null, from: `root ${root.version} of the public-good instance, part of this build` };
  }
  if (asked.startsWith('sha256:')) return pinByDigest(asked, source);
  const bytes = orUsage(`--root ${asked}`, () => readTrustFile(asked));
  const root = orUsage(`--root ${asked}`, () => readTufRoot(bytes, asked));
  const input: InputRecord = { name: asked, role: 'trust', size: bytes.length, sha256: sha256Hex(bytes) };
  return { root, input, from: `root ${root.version}, named by --root` };
}

function pinByDigest(asked: string, source: TufSource): PinAsked {
  const wanted = orUsage('--root', () => parsePinnedDigest(asked));
  for (const version of orUsage(source.name, () => source.roots())) {
    const file = `${version}.root.json`;
    const bytes = orUsage(file, () => source.read(file, LIMITS.tufRootBytes)!);
    if (sha256Hex(bytes) !== wanted) continue;
    const root = orUsage(file, () => readTufRoot(bytes, file));
    return { root, input: null, from: `root ${root.version}, named by its digest with --root` };
  }
  throw new MaterialNeeded(`no root in ${source.name} has the digest ${asked}`);
}
