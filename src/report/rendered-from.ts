// SPDX-License-Identifier: Apache-2.0
import { escapeText } from '../encoding/escape-text.ts';

/** A report that is shown and was not made in this run, by its octets. */
export interface SourceFile {
  readonly name: string;
  readonly sha256: string;
}

/**
 * What stands above every rendering of a report that was read from a file. One sentence; of several files, one more for each.
 * Nothing where this run made the report.
 */
export function sourceSentences(from: readonly SourceFile[] = []): string[] {
  return sourceParts(from).map((one) =>
    typeof one === 'string' ? one : `${one.lead}${escapeText(one.name, 400)}${one.end}`,
  );
}

/** The same, each in three parts: the name of a file is somebody's text. */
export function sourceParts(
  from: readonly SourceFile[] = [],
): (string | { readonly lead: string; readonly name: string; readonly end: string })[] {
  const unverified = '; nothing was verified again';
  const parts = from.map(({ name, sha256 }) => ({
    ...{ lead: 'rendered from the report file ', name },
    end: ` with sha256 ${sha256}${from.length === 1 ? unverified : ''}`,
  }));
  return from.length < 2 ? parts : [`rendered from ${from.length} report files${unverified}`, ...parts];
}
