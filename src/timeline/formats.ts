// SPDX-License-Identifier: Apache-2.0
import { BODYFILE } from './bodyfile.ts';
import { DFIR_CUSTODY } from './dfir-custody.ts';
import type { TimelineFormat } from './format.ts';
import { L2TCSV } from './l2tcsv.ts';
import { PLASO_DYNAMIC } from './plaso-dynamic.ts';
import { PLASO_JSON_LINE } from './plaso-json-line.ts';
import { STELLA_TIMELINE } from './stella-timeline.ts';
import { TIMESKETCH_CSV } from './timesketch-csv.ts';
import { TIMESKETCH_JSONL } from './timesketch-jsonl.ts';

/** FORMATS_OF_TIMELINES: one file each, and no file is of two. */
export const FORMATS_OF_TIMELINES: readonly TimelineFormat[] = [
  PLASO_JSON_LINE,
  PLASO_DYNAMIC,
  L2TCSV,
  TIMESKETCH_CSV,
  TIMESKETCH_JSONL,
  BODYFILE,
  STELLA_TIMELINE,
  DFIR_CUSTODY,
];

export const TIMELINE_FORMAT_IDS: readonly string[] = FORMATS_OF_TIMELINES.map(({ id }) => id);
