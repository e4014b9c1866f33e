// SPDX-License-Identifier: Apache-2.0

/** What the program says of a report format, without the code that renders it. */
export interface FormatEntry {
  /** For `--help`. */
  readonly says: string;
  /** `text`: for a person, in colour on a terminal. `json`: escaped on a terminal. `markup`: as it is. */
  readonly medium: 'text' | 'json' | 'markup';
}

export type FormatName = 'text' | 'json' | 'ndjson' | 'provenance' | 'markdown' | 'html' | 'junit' | 'sarif';

/** One row per report format; formats.ts has how each is rendered. */
export const FORMAT_TABLE: Readonly<Record<FormatName, FormatEntry>> = Object.freeze(
  Object.assign(Object.create(null) as object, {
    text: { says: 'for a person', medium: 'text' },
    json: { says: 'everything, canonical', medium: 'json' },
    ndjson: { says: 'a line for each item as it is judged', medium: 'json' },
    provenance: { says: 'the summary that pipelines collect', medium: 'json' },
    markdown: { says: 'for a ticket or a page', medium: 'markup' },
    html: { says: 'a page that stands alone, for print', medium: 'markup' },
    junit: { says: 'JUnit XML: a case for each check', medium: 'markup' },
    sarif: { says: 'SARIF 2.1.0: what did not pass', medium: 'json' },
  } satisfies Record<FormatName, FormatEntry>),
);

export const FORMAT_NAMES = Object.keys(FORMAT_TABLE) as readonly FormatName[];
/** `text: for a person; json: …` */
export const FORMAT_WORDS = Object.entries(FORMAT_TABLE)
  .map(([name, { says }]) => `${name}: ${says}`)
  .join('; ');
