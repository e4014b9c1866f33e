// SPDX-License-Identifier: Apache-2.0
import { sha256Hex } from '../crypto/digest.ts';
import { encodeBase64 } from '../encoding/base64.ts';
import { encodeHex } from '../encoding/hex.ts';
import { encodeUtf8 } from '../encoding/utf8.ts';
import { type Checkpoint, parseCheckpoint } from '../log/checkpoint.ts';
import { hintOf, type NoteLine, parseSignedNote } from '../log/signed-note.ts';
import type { Locator } from '../model/check.ts';
import { attempt } from '../model/malformed.ts';
import type { LogEntry } from '../model/signed-entity.ts';
import { member } from './explain-commands.ts';
import { noteLine } from './inspect-log-entry.ts';
import { type FactList, listed, type Part, part, quote, readPart } from './inspect-model.ts';

/** The tree head that a checkpoint states, or null where it cannot be read: then the checkpoint's own step says why. */
export function rootOfNote(note: string): Checkpoint | null {
  const read = attempt(() => parseCheckpoint(parseSignedNote(note).text));
  return read.ok ? read.value : null;
}

/** A checkpoint line by line. `entry`: the log entry that it belongs to, null where it stands alone. */
export function checkpointStep(
  title: string,
  note: string,
  entry: LogEntry | null,
  pointer: string,
  at: Locator,
): Part {
  const place = entry === null ? '' : `${pointer}/inclusionProof/checkpoint`;
  return readPart(title, at.pointer + place, () => {
    const { text, lines } = parseSignedNote(note);
    const source = entry === null ? 'cat NOTE' : member(at, `${place}/envelope`);
    return part(
      title,
      {
        ...noteFacts(text),
        textSha256: sha256Hex(encodeUtf8(text)),
        signatureLines: listed(lines, noteLine),
        ...own(lines, entry),
      },
      {
        at: at.pointer + place,
        says: [
          'a signed note: its text up to and with the newline before the blank line is what each signature line signs, under the key whose id stands in front of the signature',
          'text of a checkpoint: origin, tree size, root hash in base64, one a line (C2SP tlog-checkpoint)',
        ],
        repeat: [`${source} |\nsed '/^$/,$d' | sha256sum`],
      },
    );
  });
}

function noteFacts(text: string): FactList {
  const read = attempt(() => parseCheckpoint(text));
  if (!read.ok) return { checkpoint: `none: ${read.problem.detail}`, lines: listed(text.split('\n'), quote) };
  const { origin, size, root, extensions } = read.value;
  return {
    origin: quote(origin),
    treeSize: String(size),
    rootInBase64: encodeBase64(root),
    rootHash: encodeHex(root),
    extensionLines: listed(extensions, quote),
  };
}

/** The lines whose key id is the head of the entry's log id, as a log that signs for itself has it. */
function own(lines: readonly NoteLine[], entry: LogEntry | null): FactList {
  if (entry === null) return {};
  const hint = hintOf(entry.logId);
  const count = lines.filter((line) => line.hint === hint).length;
  return { linesUnderTheLogId: count };
}
