// SPDX-License-Identifier: Apache-2.0
import type { Instant } from '../../model/instant.ts';
import { type Markup, shown, text } from '../html/markup.ts';
import { table } from '../html/table.ts';
import type { Picture } from './picture.ts';
import type { RowPlaces } from './row-places.ts';
import { formatInstant } from './rows.ts';
import { formatDuration } from './spoken.ts';
import { mono } from './tables.ts';

export function keyTable({ view }: Picture, places: RowPlaces): Markup {
  const rows = view.keys.map((key) => ({
    cells: [
      [text(shown(key.id))],
      [mono(shown(key.fingerprint, 64))],
      [text(when(key.from, 'no known beginning')), text(when(key.until, 'no known end'))],
      [text(when(key.compromisedSince, '–'))],
      [
        text(key.introduced === null ? 'named by the examiner' : `in: event ${places.number(key.introduced)}`),
        ...(key.retired === null ? [] : [text(`out: event ${places.number(key.retired)}`)]),
      ],
      [text(String(key.events))],
    ],
  }));
  return table(
    'Keys',
    [
      { heading: 'Of', width: 16 },
      { heading: 'Fingerprint', width: 28 },
      { heading: 'Valid', width: 18 },
      { heading: 'Compromised since', width: 14 },
      { heading: 'By', width: 16 },
      { heading: 'Events', width: 8 },
    ],
    rows,
  );
}

export function anchorTable({ view }: Picture): Markup {
  const rows = view.anchors.map(({ log, source, authority, covers, time, notBefore, notAfter }) => ({
    cells: [
      [text(shown(source))],
      [text(shown(authority))],
      [text(`the first ${covers} lines`), text(shown(view.sources[log]?.name ?? '?', 80))],
      [text(formatInstant(time))],
      [text(formatInstant(notBefore)), text(formatInstant(notAfter))],
    ],
  }));
  return table(
    'Evidence of time',
    [
      { heading: 'From', width: 18 },
      { heading: 'Authority', width: 26 },
      { heading: 'Covers', width: 14 },
      { heading: 'Time', width: 20 },
      { heading: 'Between', width: 22 },
    ],
    rows,
  );
}

export function sourceTable({ view }: Picture): Markup {
  const rows = view.sources.map((source) => ({
    cells: [
      [text(shown(source.name))],
      [text(shown(source.format, 40))],
      [text(source.authenticated ? 'yes' : 'no')],
      [text(`${source.linesIn} in, ${source.rowsOut} shown, ${source.badRows} not understood`)],
      [
        text(source.multisetIn === source.multisetOut ? 'in and out the same' : 'in and out differ'),
        mono(shown(source.multisetIn, 64)),
        ...(source.multisetIn === source.multisetOut ? [] : [mono(shown(source.multisetOut, 64))]),
      ],
    ],
  }));
  return table(
    'Sources, and whether every line of them is a row',
    [
      { heading: 'Source', width: 22 },
      { heading: 'Format', width: 14 },
      { heading: 'Authenticated', width: 12 },
      { heading: 'Lines', width: 22 },
      { heading: 'Digest over all lines', width: 30 },
    ],
    rows,
  );
}

export function clockTable({ view }: Picture): Markup {
  const rows = view.clocks.map((clock) => ({
    cells: [
      [text(shown(view.sources[clock.source]?.name ?? '?'))],
      [text(`${formatDuration(clock.ahead)} ± ${formatDuration(clock.uncertainty)}`)],
      [text(`${when(clock.measuredAt, 'not said')}, good for ${formatDuration(clock.within)} to both sides`)],
      [text(`${clock.rows}, ${clock.rowsOutside} too far from it`)],
    ],
  }));
  return table(
    'Clocks: what they were ahead of UTC',
    [
      { heading: 'Source', width: 24 },
      { heading: 'Ahead', width: 20 },
      { heading: 'Measured', width: 36 },
      { heading: 'Rows', width: 20 },
    ],
    rows,
  );
}

export function inputTable({ inputs }: Picture): Markup {
  const rows = inputs.map(({ name, role, size, sha256 }) => ({
    cells: [
      [text(shown(name))],
      [text(role)],
      [text(size === 0 && role === 'trust' ? '–' : String(size))],
      [mono(shown(sha256, 64))],
    ],
  }));
  return table(
    'Inputs: what this page was made of',
    [
      { heading: 'File', width: 30 },
      { heading: 'As', width: 12 },
      { heading: 'Octets', width: 12 },
      { heading: 'SHA-256', width: 46 },
    ],
    rows,
  );
}

function when(instant: Instant | null, none: string): string {
  return instant === null ? none : formatInstant(instant);
}
