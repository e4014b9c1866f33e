// SPDX-License-Identifier: Apache-2.0
import type { Report } from './report.ts';
import type { TimelineView } from './timeline-view.ts';

/** What `replay` tells: the rows, what they were judged to be, and answers to what was asked. Every format is made from it alone. */
export interface Replay {
  readonly view: TimelineView;
  /** The verdict over all logs, with every check. */
  readonly report: Report;
}
