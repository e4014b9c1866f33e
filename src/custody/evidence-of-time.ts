// SPDX-License-Identifier: Apache-2.0
import { digest, sha256Hex } from '../crypto/digest.ts';
import type { Engine } from '../crypto/engine.ts';
import { decodeBase64 } from '../encoding/base64.ts';
import { LIMITS } from '../encoding/limits.ts';
import { formatInstant } from '../encoding/rfc3339.ts';
import { encodeUtf8 } from '../encoding/utf8.ts';
import type { VerifierKey } from '../log/verifier-key.ts';
import type { GrowingTree } from '../merkle/growing-tree.ts';
import { type Bytes, equalBytes } from '../model/bytes.ts';
import { type Finding, finding, type Locator, within } from '../model/check.ts';
import type { Instant } from '../model/instant.ts';
import type { JsonObject } from '../model/json.ts';
import { attempt } from '../model/malformed.ts';
import type { TimeRow } from '../model/times.ts';
import type { CertificateAuthority } from '../model/trusted-root.ts';
import { intervalOf } from '../time/interval.ts';
import { type PathWitness, verifyTimestamp } from '../time/rfc3161.ts';
import { parseTimestampToken } from '../time/token.ts';
import type { Certificate } from '../x509/certificate.ts';
import { nameText } from '../x509/name-text.ts';
import { readHashAlgorithm } from '../x509/signature-algorithm.ts';
import type { BundleVerifier } from './bundle-times.ts';
import type { TimeAnchor } from './intervals.ts';
import type { Ledger } from './ledger.ts';
import type { AnchorKey, SourcedAnchor } from './sourced-anchor.ts';

/** What a piece of evidence is over; of a checkpoint, whose root is compared with the lines once they are all there. */
export interface Covered {
  readonly size: number;
  readonly root: Bytes;
  readonly note: string;
  readonly seq: number | null;
  readonly name: string;
}

interface Pending {
  readonly of: Covered | null;
  readonly anchor: SourcedAnchor;
}

interface TimeAsked {
  readonly engine: Engine;
  readonly authorities: readonly CertificateAuthority[];
  readonly witness?: PathWitness | undefined;
  readonly bundles?: BundleVerifier;
}

/** C17: tokens, cosignatures and bundles, verified; and what they prove of which lines. */
export class EvidenceOfTime {
  readonly #ledger: Ledger;
  readonly #engine: Engine;
  readonly #authorities: readonly CertificateAuthority[];
  readonly #witness: PathWitness | undefined;
  readonly #bundles: BundleVerifier | null;
  readonly #at: Locator;
  #bundled = 0;
  readonly #pending: Pending[] = [];
  readonly findings: Finding[] = [];

  constructor(ledger: Ledger, { engine, authorities, witness, bundles }: TimeAsked, at: Locator) {
    this.#ledger = ledger;
    this.#engine = engine;
    this.#authorities = authorities;
    this.#witness = witness;
    this.#bundles = bundles ?? null;
    this.#at = at;
  }

  /** An anchor that another reading of the same file has verified. */
  known(anchor: SourcedAnchor): void {
    this.#push(null, anchor);
  }

  cosigned({ name, key }: VerifierKey, time: Instant, head: Covered): void {
    this.#push(head, {
      source: 'cosignature',
      authority: name,
      authorityId: key.fingerprint,
      covers: 0,
      within: head.seq,
      time,
      ...intervalOf(time),
      keys: [{ key: key.fingerprint, certificate: null, name }],
      over: noteId(head),
      inNote: true,
    });
  }

  /** A token over a checkpoint as it stands. */
  stamped(token: Bytes, head: Covered, name: string): void {
    this.#token(token, encodeUtf8(head.note), head, head.seq, name);
  }

  /** A Sigstore bundle over a checkpoint as it stands: its log times and tokens, once all of it has verified. */
  bundled(bundle: JsonObject, head: Covered, name: string): void {
    if (this.#bundled++ >= LIMITS.custodyAnchors) {
      this.#ledger.note('custody.anchors', head.seq, 'limit-exceeded', `more than ${LIMITS.custodyAnchors} bundles`);
      return;
    }
    const at = head.seq === null ? this.#at : within(this.#at, head.seq);
    const found = this.#bundles?.(bundle, encodeUtf8(head.note), name) ?? null;
    if (found === null || found.kind === 'open') {
      const why = found === null ? '' : `: ${found.problem.reason}: ${found.problem.detail}`;
      this.findings.push(finding('custody-bundle-open', at, `${name}${why}`));
      return;
    }
    if (found.kind === 'refuted') {
      const { reason, detail } = found.problem;
      this.#ledger.note('custody.anchors', head.seq, reason, `${name}: ${detail}`);
      return;
    }
    for (const time of found.times)
      this.#push(head, { ...time, covers: 0, within: head.seq, over: noteId(head), inNote: false });
  }

  /** A token over something else that an event carries: the event is later than it. */
  outside(token: string, data: string, seq: number): void {
    const name = `a token of event ${seq}`;
    const parts = attempt(() => ({ token: decodeBase64(token), data: decodeBase64(data) }));
    if (!parts.ok)
      this.#ledger.problem('custody.anchors', seq, { ...parts.problem, detail: `${name}: ${parts.problem.detail}` });
    else this.#token(parts.value.token, parts.value.data, null, seq, name);
  }

  /** What is proven, now that all lines are there: a checkpoint of other lines covers none. */
  settle(tree: GrowingTree): SourcedAnchor[] {
    return this.#pending.map(({ of, anchor }) => {
      const holds = of !== null && of.size > 0 && of.size <= tree.size && equalBytes(tree.root(of.size), of.root);
      return holds ? { ...anchor, covers: of.size } : anchor;
    });
  }

  #token(token: Bytes, signed: Bytes, head: Covered | null, seq: number | null, name: string): void {
    const at: Locator = seq === null ? { evidence: name, pointer: '' } : { ...this.#at, pointer: `/${seq}/anchors` };
    const [authorities, witness, engine] = [this.#authorities, this.#witness, this.#engine];
    const outcome = verifyTimestamp({ token, signed, authorities, witness, engine, at });
    if (outcome.kind === 'unknown-authority') {
      this.findings.push(outcome.finding);
      return;
    }
    if (outcome.kind === 'refused') {
      const { check } = outcome;
      if (check.outcome === 'passed' || check.outcome === 'skipped') return;
      this.#ledger.note('custody.anchors', seq, check.reason, `${name}: ${check.detail}`);
      return;
    }
    this.findings.push(...outcome.findings);
    const { authority, authorityId, time, notBefore, notAfter } = outcome.time;
    this.#push(head, {
      source: 'rfc3161-timestamp',
      authority,
      authorityId,
      covers: 0,
      within: seq,
      time,
      notBefore,
      notAfter,
      keys: outcome.path.map(anchorKey),
      over: head === null ? null : noteId(head),
      inNote: false,
    });
  }

  #push(of: Covered | null, anchor: SourcedAnchor): void {
    if (this.#pending.length < LIMITS.custodyAnchors) this.#pending.push({ of, anchor });
    else
      this.#ledger.note(
        'custody.anchors',
        anchor.within,
        'limit-exceeded',
        `more than ${LIMITS.custodyAnchors} pieces of evidence of time`,
      );
  }
}

function noteId({ note }: Covered): string {
  return sha256Hex(encodeUtf8(note));
}

export function anchorKey({ spki, fingerprint, subject }: Certificate): AnchorKey {
  return { key: sha256Hex(spki), certificate: fingerprint, name: nameText(subject) };
}

/** Whether a token says that it is over these octets. */
export function isTokenOver(token: Bytes, signed: Bytes): boolean {
  const parsed = attempt(() => {
    const { info } = parseTimestampToken(token);
    const hash = readHashAlgorithm(info.imprintAlgorithm.node);
    return hash !== null && equalBytes(digest(hash, signed), info.imprint);
  });
  return parsed.ok && parsed.value;
}

/** The table of times of a report. */
export function timeRows(anchors: readonly TimeAnchor[]): TimeRow[] {
  const usedFor = ({ covers, within }: TimeAnchor): string =>
    [
      ...(covers > 0 ? [`the first ${covers} lines existed`] : []),
      ...(within === null ? [] : [`line ${within + 1} and all later ones did not`]),
    ].join('; ');
  return [...anchors]
    .sort((a, b) => (a.time < b.time ? -1 : a.time > b.time ? 1 : 0))
    .map((anchor) => ({
      source: `${anchor.source} ${anchor.authority}`,
      instant: formatInstant(anchor.time),
      trusted: true,
      usedFor: usedFor(anchor) || 'nothing: it covers no line of this log',
    }));
}
