// SPDX-License-Identifier: Apache-2.0
import type { Holding, Member } from '../model/holding.ts';
import type { ItemFacts } from '../model/report.ts';
import type { OpenedEntity } from './examination.ts';
import type { Artifact, ExaminationContext } from './request.ts';
import type { TimelineSource } from './timeline.ts';

/**
 * How files that lie together mean something together: an image layout, a bag, a signature beside its file. One row of
 * ARRANGEMENTS per kind.
 */
export interface ArrangementKind {
  /** The `kind` of items about the arrangement itself, which are no evidence: they vouch for nothing in it. */
  readonly id: string;
  /** The folders of the holding in which one lies, '' for the holding itself. By names and heads alone: nothing is read here. */
  find(holding: Holding): readonly string[];
  /** Reads one. Nothing throws for bad evidence: what is wrong with it are checks of its items. */
  read(holding: Holding, folder: string, context: ExaminationContext, around: Around): Arrangement;
}

/** What an arrangement may have beside its own files. */
export interface Around {
  /** The other operands; none where it lies in something that was opened. */
  readonly operands: readonly Holding[];
  /** The same custody log, its signatures verified by several threads where that helps. */
  ahead(source: TimelineSource): TimelineSource;
}

/** Evidence of an arrangement. `about`: the artifacts that it must be about; without it they are paired by digest. */
export interface ArrangedEntity extends OpenedEntity {
  readonly about?: readonly Artifact[];
}

export interface Arrangement {
  /** Facts about the arrangement itself: is it well formed, complete, do its digests hold. */
  readonly items: readonly ItemFacts[];
  /** What it holds that evidence can be about, beside the members that are not covered. */
  readonly artifacts: readonly Artifact[];
  readonly entities: readonly ArrangedEntity[];
  /** Members, by path, that it accounts for, and as what: neither artifacts nor evidence of their own any more. */
  readonly covered: ReadonlyMap<string, string>;
  /** Files that it speaks of by a digest that is theirs: artifacts or evidence still, and not without any. */
  readonly spokenOf?: readonly { readonly holding: Holding; readonly member: Member }[];
  /** What it names beside its members, and what became of that. */
  readonly listed?: readonly { readonly name: string; readonly what: string }[];
}
