// SPDX-License-Identifier: Apache-2.0
import type { Report } from '../model/report.ts';
import { renderJson } from './json.ts';
import { renderNdjson } from './ndjson.ts';
import { renderProvenance } from './provenance.ts';
import { renderText, type TextOptions } from './text.ts';

interface Formats {
  readonly json: (report: Report) => string;
  readonly ndjson: (report: Report) => string;
  readonly text: (report: Report, options: TextOptions) => string;
  readonly provenance: (report: Report) => string;
}

/** FORMATS: one row per report format; every one renders from the same object and adds nothing. */
export const FORMATS: Formats = Object.freeze(
  Object.assign(Object.create(null) as object, {
    json: (report: Report) => renderJson(report),
    ndjson: (report: Report) => renderNdjson(report),
    text: (report: Report, options: TextOptions) => renderText(report, options),
    provenance: (report: Report) => renderProvenance(report),
  } satisfies Formats),
);
