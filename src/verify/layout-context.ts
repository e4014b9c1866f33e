// SPDX-License-Identifier: Apache-2.0
import type { Engine, VerifyOutcome } from '../crypto/engine.ts';
import { LIMITS } from '../encoding/limits.ts';
import type { InTotoMetadata } from '../envelope/in-toto-metadata.ts';
import type { Bytes } from '../model/bytes.ts';
import { type Check, type Finding, finding, type Locator, within } from '../model/check.ts';
import type { Instant } from '../model/instant.ts';
import { Malformed, type Parsed } from '../model/malformed.ts';
import type { TrustedKey } from '../model/trusted-root.ts';
import type { RevocationData } from '../trust/revocation/data.ts';
import type { Artifact } from './request.ts';

/** Where links lie. The names of files follow from the layout; nothing else of the folder is read. */
export interface LinkSource {
  /**
   * @param folder names of the folders of sublayouts, outermost first
   * @returns null where there is no such file
   */
  read(folder: readonly string[], file: string): Parsed<{ readonly name: string; readonly bytes: Bytes }> | null;
}

export interface LayoutRequest {
  readonly name: string;
  readonly bytes: Bytes;
  /** Every one of them must have signed the layout. */
  readonly keys: readonly TrustedKey[];
  readonly links: LinkSource;
  /** Put into rules and commands of the outermost layout; null: braces mean nothing. */
  readonly parameters: ReadonlyMap<string, string> | null;
  /** Compared with the products of the last step, by digest. */
  readonly artifacts: readonly Artifact[];
  readonly at: Instant;
  readonly engine: Engine;
  /** Absent or null: nothing is known. */
  readonly revocation?: RevocationData | null;
}

/** What the layouts of one question share: the checks, in order, and the bounds on their work. */
export class LayoutExamination {
  readonly request: LayoutRequest;
  readonly checks: Check[] = [];
  readonly findings: Finding[] = [];
  readonly notDone: string[] = [];
  /** By fingerprint: keys that a signature has verified under. */
  readonly signers = new Map<string, TrustedKey>();
  #operations = 0;
  #comparisons = 0;
  #layouts = 0;

  constructor(request: LayoutRequest) {
    this.request = request;
  }

  note(code: Finding['code'], at: Locator, detail: string): void {
    this.findings.push(finding(code, at, detail));
  }

  /** @throws Malformed `limit-exceeded` */
  enterLayout(depth: number): void {
    this.#layouts += 1;
    if (depth > LIMITS.sublayoutDepth) {
      throw new Malformed('limit-exceeded', `sublayouts in sublayouts, more than ${LIMITS.sublayoutDepth} deep`);
    }
    if (this.#layouts > LIMITS.sublayouts)
      throw new Malformed('limit-exceeded', `more than ${LIMITS.sublayouts} layouts`);
  }

  /** @throws Malformed `limit-exceeded` */
  compare(cost: number): void {
    this.#comparisons += cost;
    if (this.#comparisons > LIMITS.ruleComparisons) {
      throw new Malformed('limit-exceeded', `artifact rules with more than ${LIMITS.ruleComparisons} comparisons`);
    }
  }

  /**
   * Whether the key has made one of the signatures. Key ids only tell which one is tried first. `absent`: there is none that could be its.
   *
   * @throws Malformed `limit-exceeded`
   */
  signedBy(metadata: InTotoMetadata, signer: TrustedKey, at: Locator): VerifyOutcome | 'absent' | 'openpgp' {
    const { key, keyId, scheme } = signer;
    const named = (id: string | null) => (id !== null && id === keyId ? 0 : 1);
    const tried = metadata.signatures.map((signature, index) => ({ signature, index }));
    tried.sort((a, b) => named(a.signature.keyId) - named(b.signature.keyId) || a.index - b.index);
    let refused: VerifyOutcome | 'absent' | 'openpgp' = 'absent';
    for (const { signature, index } of tried) {
      if (signature.kind === 'openpgp') {
        if (refused === 'absent') refused = 'openpgp';
        continue;
      }
      this.#operations += 1;
      if (this.#operations > LIMITS.publicKeyOperations) {
        throw new Malformed('limit-exceeded', `more than ${LIMITS.publicKeyOperations} signatures to verify`);
      }
      const outcome = this.request.engine.verify(scheme, key, metadata.message, signature.sig);
      if (outcome === 'engines-disagree') return outcome;
      if (outcome === 'valid') {
        this.signers.set(key.fingerprint, signer);
        if (keyId !== null && signature.keyId !== null && signature.keyId !== keyId)
          this.note('keyid-differs', within(at, 'signatures', index), signature.keyId);
        return outcome;
      }
      // What another has signed has the form of another algorithm: only a signature that names the key owes it the right one.
      const told = outcome === 'signature-encoding' && named(signature.keyId) === 1 ? 'invalid' : outcome;
      if (refused === 'absent' || refused === 'openpgp' || refused === 'invalid') refused = told;
    }
    return refused;
  }
}
