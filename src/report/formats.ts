// SPDX-License-Identifier: Apache-2.0
import type { Report } from '../model/report.ts';
import { renderJson } from './json.ts';
import { renderJunit } from './junit.ts';
import { renderNdjson } from './ndjson.ts';
import { renderHtml } from './page/html.ts';
import { renderMarkdown } from './page/markdown.ts';
import { renderProvenance } from './provenance.ts';
import { renderSarif } from './sarif.ts';
import { renderText, type TextOptions } from './text.ts';

export interface ReportFormat {
  /** For `--help`. */
  readonly says: string;
  /** `text`: for a person, in colour on a terminal. `json`: escaped on a terminal. `markup`: as it is. */
  readonly medium: 'text' | 'json' | 'markup';
  readonly render: (report: Report, options: TextOptions) => string;
}

export type FormatName = 'text' | 'json' | 'ndjson' | 'provenance' | 'markdown' | 'html' | 'junit' | 'sarif';

/** FORMATS: one row per report format; every one renders from the same object and adds nothing. */
export const FORMATS: Readonly<Record<FormatName, ReportFormat>> = Object.freeze(
  Object.assign(Object.create(null) as object, {
    text: { says: 'for a person', medium: 'text', render: renderText },
    json: { says: 'everything, canonical', medium: 'json', render: renderJson },
    ndjson: { says: 'a line for each item as it is judged', medium: 'json', render: renderNdjson },
    provenance: { says: 'the summary that pipelines collect', medium: 'json', render: renderProvenance },
    markdown: { says: 'for a ticket or a page', medium: 'markup', render: renderMarkdown },
    html: { says: 'a page that stands alone, for print', medium: 'markup', render: renderHtml },
    junit: { says: 'JUnit XML: a case for each check', medium: 'markup', render: renderJunit },
    sarif: { says: 'SARIF 2.1.0: what did not pass', medium: 'json', render: renderSarif },
  } satisfies Record<FormatName, ReportFormat>),
);

export const FORMAT_NAMES = Object.keys(FORMATS) as readonly FormatName[];
/** `text: for a person; json: …` */
export const FORMAT_WORDS = Object.entries(FORMATS)
  .map(([name, { says }]) => `${name}: ${says}`)
  .join('; ');
