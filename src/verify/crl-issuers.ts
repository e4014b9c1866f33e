// SPDX-License-Identifier: Apache-2.0
import type { Engine } from '../crypto/engine.ts';
import type { Sha256 } from '../model/bytes.ts';
import { attempt, type Problem } from '../model/malformed.ts';
import type { TrustRole } from '../trust/document.ts';
import { heldDocument, type TrustStore } from '../trust/held/open.ts';
import { rootCertificate } from '../x509/authorities.ts';
import type { Certificate } from '../x509/certificate.ts';
import { type Crl, isCrlOf, verifyCrl } from '../x509/crl.ts';
import { nameText } from '../x509/name-text.ts';

/** What the signature of a revocation list is worth by the certificates that are at hand. */
export type ListSignature =
  /** By the certificate that has this digest; of several lists in one file, the first one's. */
  | { readonly is: 'verified'; readonly by: Sha256; readonly issuers: readonly string[] }
  /** No certificate of its issuer is at hand. */
  | { readonly is: 'unknown'; readonly issuer: string }
  /** One is, and none of that issuer has signed it. */
  | { readonly is: 'wrong'; readonly problem: Problem };

const OF_AUTHORITIES: readonly TrustRole[] = ['certificates', 'trusted-root'];

/** Every certificate that a store holds, in whichever domain: revocations count everywhere. */
export function authoritiesHeld(store: TrustStore): readonly Certificate[] {
  return store.index.domains.flatMap((domain) =>
    domain.documents
      .filter(({ role }) => OF_AUTHORITIES.includes(role))
      .flatMap((held): readonly Certificate[] => {
        const { content } = heldDocument(store, domain, held);
        if (content.role === 'certificates') return content.certificates;
        if (content.role !== 'trusted-root') return [];
        return content.roots
          .flatMap((root) => [...root.certificateAuthorities, ...root.timestampAuthorities])
          .flatMap(({ chain }) => chain.map(rootCertificate));
      }),
  );
}

/** All lists of one file: the file is as good as the worst of them. */
export function signatureOfLists(
  lists: readonly Crl[],
  authorities: readonly Certificate[],
  engine: Engine,
): ListSignature {
  const each = lists.map((list) => signatureOf(list, authorities, engine));
  const wrong = each.find(({ is }) => is === 'wrong') ?? each.find(({ is }) => is === 'unknown');
  if (wrong !== undefined) return wrong;
  const verified = each.flatMap((one) => (one.is === 'verified' ? [one] : []));
  return { is: 'verified', by: verified[0]!.by, issuers: verified.flatMap(({ issuers }) => issuers) };
}

function signatureOf(list: Crl, authorities: readonly Certificate[], engine: Engine): ListSignature {
  const issuer = nameText(list.issuer);
  let problem: Problem | null = null;
  for (const authority of authorities) {
    if (!isCrlOf(list, authority)) continue;
    const result = attempt(() => verifyCrl(list, authority, engine));
    if (result.ok) return { is: 'verified', by: authority.fingerprint, issuers: [issuer] };
    problem ??= result.problem;
  }
  return problem === null ? { is: 'unknown', issuer } : { is: 'wrong', problem };
}
