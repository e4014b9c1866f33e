// SPDX-License-Identifier: Apache-2.0
import { readChecksumList } from '../artifact/checksum-list.ts';
import { decodeHex, encodeHex } from '../encoding/hex.ts';
import {
  findStellaBundles,
  readStellaChecksums,
  readStellaManifest,
  type StellaChecksums,
  type StellaEntry,
  type StellaLayout,
} from '../evidence/stella-bundle.ts';
import { rootUnder } from '../merkle/listed-root.ts';
import { equalBytes } from '../model/bytes.ts';
import { type Check, type Locator, malformedCheck, notPassed, passed, skipped } from '../model/check.ts';
import { type Holding, memberName } from '../model/holding.ts';
import { attempt, Malformed, type Parsed } from '../model/malformed.ts';
import type { ArrangedEntity, Arrangement, ArrangementKind } from './arrangement.ts';
import { EMPTY_ITEM } from './compose-report.ts';
import { heldArtifact } from './held-artifact.ts';
import { openFile } from './open-file.ts';
import type { ExaminationContext } from './request.ts';

/**
 * Evidence bundles and packs of StellaOps: entries of the manifest re-hashed, checksums.txt compared with them, its root only in
 * a meaning that somebody named. `signature.json` counts over the manifest where that is what it has signed, octet for octet.
 */
export const STELLA_BUNDLES: ArrangementKind = {
  id: 'stellaops-bundle',
  find: (holding) => [...findStellaBundles(holding).keys()],
  read: (holding, folder, context) => new Bundle(holding, folder, context).read(),
};

const SHOWN = 8;

class Bundle {
  readonly #holding: Holding;
  readonly #folder: string;
  readonly #context: ExaminationContext;
  readonly #layout: StellaLayout;
  readonly #name: string;
  readonly #at: Locator;

  constructor(holding: Holding, folder: string, context: ExaminationContext) {
    this.#holding = holding;
    this.#folder = folder;
    this.#context = context;
    this.#layout = findStellaBundles(holding).get(folder)!;
    this.#name = folder === '' ? holding.name : memberName(holding, folder.slice(0, -1));
    this.#at = { evidence: this.#name, pointer: '' };
  }

  read(): Arrangement {
    const manifest = this.#document('manifest.json', readStellaManifest);
    const entries = manifest.ok ? manifest.value : null;
    const checks = [
      this.#manifestCheck(manifest),
      ...this.#entriesCheck(manifest.ok ? (entries ?? this.#listed()) : null, manifest.ok),
      ...this.#checksums(entries),
    ];
    const entities = this.#signature();
    const parts = [
      'manifest.json',
      'checksums.txt',
      'instructions.txt',
      ...(entities.length > 0 ? ['signature.json'] : []),
    ];
    const covered = new Map(
      parts.flatMap((name) =>
        this.#member(name) === null ? [] : [[this.#folder + name, 'a part of an evidence bundle'] as const],
      ),
    );
    const item = { ...EMPTY_ITEM, name: this.#name, kind: STELLA_BUNDLES.id, version: this.#layout, checks };
    return { items: [item], artifacts: [], entities, covered };
  }

  #member(name: string) {
    return this.#holding.members.find(({ path }) => path === this.#folder + name) ?? null;
  }

  #document<T>(name: string, read: (bytes: Uint8Array) => T): Parsed<T> {
    const document = this.#holding.document(this.#member(name)!);
    return document.ok ? attempt(() => read(document.value)) : document;
  }

  #manifestCheck(manifest: Parsed<readonly StellaEntry[] | null>): Check {
    const read = manifest.ok && manifest.value === null && this.#layout === 'bundle-packaging' ? NO_ENTRIES : manifest;
    if (!read.ok) return malformedCheck('bundle.manifest', this.#at, read.problem);
    return passed('bundle.manifest', this.#at, { layout: this.#layout, entries: read.value?.length ?? null });
  }

  /** The list of the export, where its manifest has no entries; null where there is none, or it cannot be read. */
  #listed(): readonly StellaEntry[] | null {
    if (this.#member('checksums.sha256') === null) return null;
    const list = this.#document('checksums.sha256', (bytes) => readChecksumList(bytes, 'checksums.sha256'));
    if (!list.ok) return null;
    return list.value.entries.flatMap(({ name, digests }) => {
      const sha256 = digests.get('sha256');
      return sha256 === undefined ? [] : [{ path: name.replace(/^\.\//, ''), sha256, size: null }];
    });
  }

  #entriesCheck(entries: readonly StellaEntry[] | null, readable: boolean): Check[] {
    if (!readable) return [skipped('bundle.entries', this.#at, 'bundle.manifest')];
    // Two of the layouts do not say what their manifests look like: then nothing is compared, and nothing shown.
    if (entries === null) return [];
    const present = entries.flatMap((entry) => {
      const member = this.#member(entry.path);
      return member === null ? [] : [{ entry, member }];
    });
    const other = present.filter(
      ({ entry, member }) =>
        member.digests.get('sha256') !== entry.sha256 || (entry.size !== null && entry.size !== BigInt(member.size)),
    );
    const facts = { entries: entries.length, present: present.length, absent: entries.length - present.length };
    if (other.length === 0) return [passed('bundle.entries', this.#at, facts)];
    const shown = other.slice(0, SHOWN).map(({ entry }) => entry.path);
    const detail = `${shown.join(', ')}${other.length > SHOWN ? ', …' : ''}`;
    return [notPassed('bundle.entries', this.#at, 'bundle-digest-mismatch', detail, facts)];
  }

  #checksums(entries: readonly StellaEntry[] | null): Check[] {
    if (this.#member('checksums.txt') === null) return [];
    const read = this.#document('checksums.txt', (bytes) => {
      const checksums = readStellaChecksums(bytes);
      if (entries !== null) compare(checksums, entries);
      return checksums;
    });
    if (!read.ok) {
      const check = malformedCheck('bundle.checksums', this.#at, read.problem);
      return [check, skipped('bundle.root', this.#at, 'bundle.checksums')];
    }
    const check = passed('bundle.checksums', this.#at, { entries: read.value.entries.length });
    return [check, ...this.#root(read.value)];
  }

  #root({ root, entries }: StellaChecksums): Check[] {
    if (root === null) return [];
    const profile = this.#context.merkleProfile ?? null;
    const expected = encodeHex(root);
    if (profile === null) {
      const detail = `the root ${expected} of checksums.txt is not established`;
      return [notPassed('bundle.root', this.#at, 'merkle-profile-not-named', detail, { expected })];
    }
    const files = entries.map(({ path, sha256 }) => ({ path, sha256: decodeHex(sha256) }));
    const computed = attempt(() => rootUnder(profile, files));
    if (!computed.ok) return [malformedCheck('bundle.root', this.#at, computed.problem, { profile, expected })];
    const facts = { profile, expected, computed: encodeHex(computed.value) };
    if (equalBytes(computed.value, root)) return [passed('bundle.root', this.#at, facts)];
    const detail = `${profile} gives ${facts.computed}, checksums.txt names ${expected}`;
    return [notPassed('bundle.root', this.#at, 'merkle-root-mismatch', detail, facts)];
  }

  /** Only where it has signed the manifest itself; whatever else it holds is judged as any other evidence. */
  #signature(): readonly ArrangedEntity[] {
    const [signature, manifest] = [this.#member('signature.json'), this.#member('manifest.json')];
    if (signature === null || manifest === null) return [];
    const [bytes, signed] = [this.#holding.document(signature), this.#holding.document(manifest)];
    if (!bytes.ok || !signed.ok) return [];
    const { refused, entities } = openFile(memberName(this.#holding, signature.path), bytes.value, this.#context);
    const [only] = entities;
    if (refused.length > 0 || entities.length !== 1 || only === undefined || only.entity.content.kind !== 'dsse')
      return [];
    const { payload, payloadType } = only.entity.content;
    if (payloadType.includes('in-toto') || !equalBytes(payload, signed.value)) return [];
    const entity = { ...only.entity, payloadIsDocument: true as const };
    return [{ ...only, entity, about: [heldArtifact(this.#holding, manifest)] }];
  }
}

const NO_ENTRIES: Parsed<null> = {
  ok: false,
  problem: { reason: 'bundle-manifest', detail: 'manifest.json has no entries' },
};

/** Every entry of the one in the other, with the same digest. */
function compare(checksums: StellaChecksums, entries: readonly StellaEntry[]): void {
  const listed = new Map(checksums.entries.map(({ path, sha256 }) => [path, sha256]));
  const other = entries.find(({ path, sha256 }) => listed.get(path) !== sha256);
  if (other !== undefined)
    throw new Malformed('bundle-checksums', `checksums.txt does not list ${other.path} as manifest.json does`);
  if (listed.size !== entries.length)
    throw new Malformed(
      'bundle-checksums',
      `checksums.txt lists ${listed.size} files, manifest.json ${entries.length}`,
    );
}
