// SPDX-License-Identifier: Apache-2.0
import { sha256Hex } from '../crypto/digest.ts';
import { wrapText } from '../encoding/wrap-text.ts';
import type { readDocument } from '../evidence/input.ts';
import { attempt } from '../model/malformed.ts';
import type { Replay } from '../model/replay.ts';
import type { FormatName } from '../report/format-names.ts';
import { harmlessText, holdsHidden } from '../report/harmless.ts';
import { plainPalette } from '../report/palette.ts';
import { sourceSentences } from '../report/rendered-from.ts';
import { REPLAY_FORMATS } from '../report/replay-formats.ts';
import { isJudged, NOTHING_JUDGED } from '../report/replay-judged.ts';
import { readReplay, replayDocument } from '../verify/whole-replay.ts';
import { type NamedReport, shownReport, type UnreadReport } from './reports-asked.ts';
import type { Shown } from './session.ts';
import { UsageError } from './usage-error.ts';

/** A replay that was named on the command line, with the report that it was judged in. */
export interface NamedReplay extends NamedReport {
  readonly replay: Replay;
}

/** @returns null where it is no replay, or cannot be read: whoever reads reports says so */
export function openReplay(name: string, input: ReturnType<typeof readDocument>): NamedReplay | UnreadReport | null {
  if (!input.ok) return null;
  const { bytes } = input.value;
  const document = attempt(() => replayDocument(bytes));
  if (!document.ok || document.value === null) return null;
  const read = attempt(() => readReplay(document.value!, name));
  if (!read.ok) return { ok: false, name, problem: read.problem };
  const sha256 = sha256Hex(bytes);
  const { report } = read.value;
  return {
    ...{ ok: true, name, sha256, report, replay: read.value },
    input: { name, role: 'data', size: bytes.length, sha256 },
  };
}

/**
 * In a format of its own as `replay` would have shown it, and above it, in what people read, that it was read from a file; in one of reports the
 * report that is in it.
 */
export function shownReplay(read: NamedReplay, format: string): Shown {
  const { name, replay } = read;
  const own = REPLAY_FORMATS[format];
  const from = [read];
  if (own === undefined) {
    if (!isJudged(replay.report))
      throw new UsageError(`${name}: ${NOTHING_JUDGED}, so that there is no report to show as ${format}`);
    return shownReport(replay.report, format as FormatName, from);
  }
  const { medium, render } = own;
  if (medium !== 'text')
    return { medium, from, render: (options) => render(OTHERS.has(format) ? replay : marked(read), options) };
  const said = sourceSentences(from).flatMap((one) => wrapText('', one));
  const plain = holdsHidden([replay.report, replay.view.title]);
  return {
    medium,
    from,
    render({ verbose, palette = plainPalette }) {
      const used = plain ? plainPalette : palette;
      const whole = `${said.map(used.warn).join('\n')}\n\n${render(replay, { verbose, palette: used })}`;
      return plain ? harmlessText(whole) : whole;
    },
  };
}

/** For programs: the same octets as from `replay`. */
const OTHERS: ReadonlySet<string> = new Set(['json', 'timesketch']);

function marked({ replay, ...read }: NamedReplay): Replay {
  const { view, report } = replay;
  return {
    ...replay,
    view: { ...view, title: `rendered from a file, nothing verified again: ${view.title}` },
    report: { ...report, limitations: [...sourceSentences([read]), ...report.limitations] },
  };
}
