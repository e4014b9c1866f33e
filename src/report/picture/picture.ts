// SPDX-License-Identifier: Apache-2.0
import type { RollUp } from '../../model/custody-facts.ts';
import type { Decision } from '../../model/policy.ts';
import type { Indication, SubIndication } from '../../model/reasons.ts';
import type { InputRecord } from '../../model/report.ts';
import type { TimelineView } from '../../model/timeline-view.ts';

/** What was found of one custody log, in the words of its report. */
export interface LogVerdict {
  readonly log: string;
  readonly indication: Indication;
  readonly sub: SubIndication | null;
  readonly rollUps: readonly RollUp[];
  readonly notEstablished: readonly string[];
}

/** Everything that the picture shows. It finds nothing out: what is not in here is not on the page. */
export interface Picture {
  readonly view: TimelineView;
  /** Name and version. */
  readonly tool: string;
  /** null: nothing was judged, as where there is no custody log. */
  readonly verdict: { readonly decision: Decision; readonly exitCode: number } | null;
  readonly logs: readonly LogVerdict[];
  /** Of the whole run: what it asked less than usual, and what it cannot tell. */
  readonly limitations: readonly string[];
  readonly inputs: readonly InputRecord[];
}
