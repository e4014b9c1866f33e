// SPDX-License-Identifier: Apache-2.0
import { sha256Hex } from '../../crypto/digest.ts';
import type { Sha256 } from '../../model/bytes.ts';
import type { Instant } from '../../model/instant.ts';
import type { CertificateAuthority, TransparencyLog, TrustedRoot } from '../../model/trusted-root.ts';
import { rootCertificate } from '../../x509/authorities.ts';
import type { Crl } from '../../x509/crl.ts';
import { BEGINNING } from '../validity.ts';
import type { RevocationEntry, RevocationList } from './list.ts';

export interface NamedCrl {
  readonly name: string;
  readonly crl: Crl;
  /** It was named for this question, and does not just lie in a store. */
  readonly asked: boolean;
}

/** Everything that is known of revocations, and under which names the report tells of it. */
export interface RevocationData {
  readonly crls: readonly NamedCrl[];
  readonly lists: readonly RevocationList[];
}

/** The same, where a list that was named for something else need not be about this too. */
export function unasked(data: RevocationData): RevocationData {
  return { ...data, crls: data.crls.map((one) => ({ ...one, asked: false })) };
}

/** What lists say of a certificate, by its own digest or by that of its key. */
export function entriesFor(data: RevocationData, certificate: Sha256 | null, key: Sha256): readonly RevocationEntry[] {
  return data.lists.flatMap(({ entries }) =>
    entries.filter(({ kind, sha256 }) => sha256 === (kind === 'key' ? key : certificate)),
  );
}

/** Since when plain keys are revoked, by their fingerprints; the earliest where several lists speak of one. */
export function revokedKeys({ lists }: RevocationData): ReadonlyMap<string, Instant> {
  const revoked = new Map<string, Instant>();
  for (const { kind, sha256, since } of lists.flatMap(({ entries }) => entries)) {
    const known = revoked.get(sha256);
    const from = since ?? BEGINNING;
    if (kind === 'key' && (known === undefined || from < known)) revoked.set(sha256, from);
  }
  return revoked;
}

/**
 * A root without the logs and timestamp authorities that may have lied about time. Whoever holds such a key can write any time, also one of
 * before the theft: of a stolen key nothing counts, for nothing here proves when it stated what it states. One that was given up in
 * order counts until then. Authorities that issue certificates stay: for what they issued the times of its signatures decide.
 */
export function withoutRevoked(root: TrustedRoot, data: RevocationData): TrustedRoot {
  if (data.lists.every(({ entries }) => entries.length === 0)) return root;
  const setAside = [...root.setAside];
  const keep = <T extends TransparencyLog | CertificateAuthority>(
    all: readonly T[],
    what: string,
    entries: (one: T) => readonly RevocationEntry[],
  ): T[] =>
    all.flatMap((one, i) => {
      let kept: T | null = one;
      for (const entry of entries(one)) {
        if (kept === null) break;
        kept = entry.since !== null && inOrder(entry) ? endedAt(kept, entry.since) : null;
        if (kept === null) setAside.push({ what: `/${what}/${i}`, why: `revoked (${entry.reason})` });
      }
      return kept === null ? [] : [kept];
    });
  const ofLog = ({ key }: TransparencyLog) => entriesFor(data, null, key.fingerprint);
  const ofChain = ({ chain }: CertificateAuthority) =>
    chain.flatMap((der) => {
      const { fingerprint, spki } = rootCertificate(der);
      return entriesFor(data, fingerprint, sha256Hex(spki));
    });
  return {
    ...root,
    tlogs: keep(root.tlogs, 'tlogs', ofLog),
    ctlogs: keep(root.ctlogs, 'ctlogs', ofLog),
    timestampAuthorities: keep(root.timestampAuthorities, 'timestampAuthorities', ofChain),
    setAside,
  };
}

/** Nobody else had the key. */
function inOrder({ reason }: RevocationEntry): boolean {
  return reason === 'superseded' || reason === 'cessation';
}

function endedAt<T extends TransparencyLog | CertificateAuthority>(one: T, since: Instant): T {
  const { notAfter } = one.validFor;
  if (notAfter !== null && notAfter < since) return one;
  return { ...one, validFor: { ...one.validFor, notAfter: since } };
}
