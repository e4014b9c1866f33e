// SPDX-License-Identifier: Apache-2.0
import { sha256Hex } from '../../crypto/digest.ts';
import type { Engine } from '../../crypto/engine.ts';
import { formatInstant } from '../../encoding/rfc3339.ts';
import type { Instant } from '../../model/instant.ts';
import { attempt, type Problem } from '../../model/malformed.ts';
import type { Certificate } from '../../x509/certificate.ts';
import { type Crl, isCrlOf, revocationIn, verifyCrl } from '../../x509/crl.ts';
import { nameText } from '../../x509/name-text.ts';
import { entriesFor, type NamedCrl, type RevocationData } from './data.ts';

/** Something that says that a key may no longer be relied on. */
export interface Said {
  readonly who: string;
  readonly by: string;
  /** null: from the beginning. */
  readonly since: Instant | null;
  readonly reason: string;
}

export interface PathRevocations {
  readonly said: readonly Said[];
  /** Lists of an issuer of the path; those whose signature holds are used. */
  readonly related: readonly NamedCrl[];
  readonly used: readonly NamedCrl[];
  readonly problems: readonly Problem[];
}

/** What is known of the certificates of a path, leaf first: wherever each comes from, it is looked up. */
export function revocationsOnPath(path: readonly Certificate[], data: RevocationData, engine: Engine): PathRevocations {
  const related: NamedCrl[] = [];
  const used: NamedCrl[] = [];
  const problems: Problem[] = [];
  const said = path.flatMap((certificate, i): Said[] => {
    const who = `the certificate of ${nameText(certificate.subject)}`;
    const issuer = path[i + 1];
    const lists = issuer === undefined ? [] : data.crls.filter(({ crl }) => isCrlOf(crl, issuer));
    related.push(...lists);
    const sound = lists.filter(({ name, crl }) => {
      const problem = problemOf(crl, issuer!, engine);
      if (problem !== null) problems.push({ ...problem, detail: `${name}: ${problem.detail}` });
      return problem === null;
    });
    used.push(...sound);
    return [
      ...sound.flatMap(({ name, crl }): Said[] => {
        const found = revocationIn(crl, certificate);
        // The key was no longer the owner's alone from then on, whenever the authority came to know (RFC 5280 §5.3.2).
        return found === null
          ? []
          : [{ who, by: name, since: found.invalidSince ?? found.revokedAt, reason: found.reason }];
      }),
      ...entriesFor(data, certificate.fingerprint, sha256Hex(certificate.spki)).map(({ since, reason }) => ({
        ...{ who, since, reason },
        by: 'a list of revocations',
      })),
    ];
  });
  return { said, related, used, problems };
}

const verified = new WeakMap<Engine, WeakMap<Crl, Map<Certificate, Problem | null>>>();

/** Signed by this issuer: found out once for each list. */
function problemOf(crl: Crl, issuer: Certificate, engine: Engine): Problem | null {
  const ofEngine = verified.get(engine) ?? new WeakMap<Crl, Map<Certificate, Problem | null>>();
  verified.set(engine, ofEngine);
  const known = ofEngine.get(crl) ?? new Map<Certificate, Problem | null>();
  ofEngine.set(crl, known);
  let problem = known.get(issuer);
  if (problem === undefined) {
    const result = attempt(() => verifyCrl(crl, issuer, engine));
    problem = result.ok ? null : result.problem;
    known.set(issuer, problem);
  }
  return problem;
}

export function sinceText(since: Instant | null): string {
  return since === null ? 'from the beginning' : `since ${formatInstant(since)}`;
}
