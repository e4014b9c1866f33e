// SPDX-License-Identifier: Apache-2.0
import type { JsonObject } from './json.ts';

/** in-toto DigestSet: algorithm name → hexadecimal value, as written. */
export type DigestSet = ReadonlyMap<string, string>;

export interface ResourceDescriptor {
  readonly name: string | null;
  readonly uri: string | null;
  readonly digest: DigestSet;
}

export interface Statement {
  /** The third is a promotion as StellaOps documents it: a statement's subject beside what would be its predicate. */
  readonly type: 'https://in-toto.io/Statement/v1' | 'https://in-toto.io/Statement/v0.1' | 'stella.ops/promotion@v1';
  readonly subject: readonly ResourceDescriptor[];
  readonly predicateType: string;
  /** null where absent, null or no object: a finding, and a failure only where a rule reads from it. */
  readonly predicate: JsonObject | null;
  /** The predicate where it is one text, as cosign writes SPDX. */
  readonly predicateText?: string;
}
