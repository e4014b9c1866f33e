// SPDX-License-Identifier: Apache-2.0
import { sha256Hex } from '../crypto/digest.ts';
import type { SideFile } from '../custody/chain.ts';
import { readEvent } from '../custody/event.ts';
import { isTokenOver } from '../custody/evidence-of-time.ts';
import { readLine } from '../custody/line.ts';
import { decodeUtf8 } from '../encoding/utf8.ts';
import type { Bytes } from '../model/bytes.ts';
import { attempt } from '../model/malformed.ts';
import type { GivenTimeline, TimelineSource } from './timeline.ts';

/** What the last line of a log must hash to; `origin` null: of whichever log it is the end of. */
export interface ExpectedHead {
  readonly origin: string | null;
  /** Lowercase hexadecimal. */
  readonly hex: string;
}

/**
 * Which side file and which expected head is of which log: notes by the origin that they name, tokens by the note that they are over.
 * What fits none is given to the first log, so that it is judged, and told of.
 *
 * @returns `strays`: origins of expected heads that no log has
 */
export function layOut(
  sources: readonly TimelineSource[],
  side: { readonly notes: readonly SideFile[]; readonly tokens: readonly SideFile[] },
  heads: readonly ExpectedHead[],
): { readonly given: GivenTimeline[]; readonly strays: readonly string[] } {
  const origins = sources.length > 1 || heads.some(({ origin }) => origin !== null) ? sources.map(originOf) : [null];
  const owner = (origin: string | null): number => Math.max(0, origin === null ? 0 : origins.indexOf(origin));
  const ownerOfNote = (file: SideFile): number => owner(noteOrigin(file));
  const ownerOfToken = ({ bytes }: SideFile): number => {
    const note = side.notes.find((one) => isTokenOver(bytes, one.bytes));
    return note === undefined ? 0 : ownerOfNote(note);
  };
  const given = sources.map((source, i): GivenTimeline => {
    return {
      source,
      notes: side.notes.filter((file) => ownerOfNote(file) === i),
      tokens: side.tokens.filter((file) => ownerOfToken(file) === i),
      expectHead: expectedHead(source, origins[i] ?? null, heads),
    };
  });
  const strays = heads.flatMap(({ origin }) => (origin === null || origins.includes(origin) ? [] : [origin]));
  return { given, strays };
}

/** The head that this log must have: the one that was given under its name; else of those without a name the one that it has, or the first. */
function expectedHead(source: TimelineSource, origin: string | null, heads: readonly ExpectedHead[]): string | null {
  const named = heads.find((one) => one.origin !== null && one.origin === origin);
  if (named !== undefined) return named.hex;
  const unnamed = heads.filter((one) => one.origin === null);
  if (unnamed.length < 2) return unnamed[0]?.hex ?? null;
  let last: Bytes | null = null;
  source.each((line) => {
    last = line;
    return true;
  });
  const head = last === null ? null : sha256Hex(last);
  return (unnamed.find(({ hex }) => hex === head) ?? unnamed[0]!).hex;
}

/** The name that the first line gives the log; null: it cannot be read. */
function originOf(source: TimelineSource): string | null {
  let origin: string | null = null;
  source.each((bytes) => {
    const event = attempt(() => readEvent(readLine(bytes).payload));
    if (event.ok) origin = event.value.says.log.origin;
    return false;
  });
  return origin;
}

function noteOrigin({ bytes }: SideFile): string | null {
  const text = attempt(() => decodeUtf8(bytes));
  return text.ok ? text.value.slice(0, Math.max(0, text.value.indexOf('\n'))) : null;
}
