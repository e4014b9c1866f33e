// SPDX-License-Identifier: Apache-2.0
import type { Report } from '../model/report.ts';
import { FORMAT_TABLE, type FormatEntry, type FormatName } from './format-names.ts';
import { renderJson } from './json.ts';
import { renderJunit } from './junit.ts';
import { renderNdjson } from './ndjson.ts';
import { renderHtml } from './page/html.ts';
import { renderMarkdown } from './page/markdown.ts';
import { renderProvenance } from './provenance.ts';
import { renderSarif } from './sarif.ts';
import { renderText, type TextOptions } from './text.ts';

export interface ReportFormat extends FormatEntry {
  readonly render: (report: Report, options: TextOptions) => string;
}

/** FORMATS: one row per report format; every one renders from the same object and adds nothing. */
export const FORMATS: Readonly<Record<FormatName, ReportFormat>> = Object.freeze(
  Object.assign(Object.create(null) as object, {
    text: { ...FORMAT_TABLE.text, render: renderText },
    json: { ...FORMAT_TABLE.json, render: renderJson },
    ndjson: { ...FORMAT_TABLE.ndjson, render: renderNdjson },
    provenance: { ...FORMAT_TABLE.provenance, render: renderProvenance },
    markdown: { ...FORMAT_TABLE.markdown, render: renderMarkdown },
    html: { ...FORMAT_TABLE.html, render: renderHtml },
    junit: { ...FORMAT_TABLE.junit, render: renderJunit },
    sarif: { ...FORMAT_TABLE.sarif, render: renderSarif },
  } satisfies Record<FormatName, ReportFormat>),
);
