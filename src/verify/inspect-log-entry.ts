// SPDX-License-Identifier: Apache-2.0
import { sha256Hex } from '../crypto/digest.ts';
import { encodeHex } from '../encoding/hex.ts';
import { formatInstant } from '../encoding/rfc3339.ts';
import { encodeUtf8 } from '../encoding/utf8.ts';
import { readEntryBody } from '../log/bind-entry.ts';
import { parseCheckpoint } from '../log/checkpoint.ts';
import { type NoteLine, parseSignedNote } from '../log/signed-note.ts';
import { instantFromSeconds } from '../model/instant.ts';
import type { InclusionProof, LogEntry } from '../model/signed-entity.ts';
import { logKnown } from './inspect-known.ts';
import { listed, type Part, part, quote, readPart, type Shown } from './inspect-model.ts';

/** One entry of a transparency log, as the bundle states it. */
export function logEntryPart(title: string, at: string, entry: LogEntry): Part {
  const { kind, version, logIndex, logId, integratedTime, promise, proof, body } = entry;
  return part(
    title,
    {
      kind: quote(`${kind} ${version}`),
      logIndex: String(logIndex),
      logId: encodeHex(logId),
      logInBundledRoot: logKnown('tlogs', logId),
      integratedTime: integratedTime === null ? null : formatInstant(instantFromSeconds(integratedTime)),
      promise: promise === null ? 'absent' : `${promise.length} bytes`,
      inclusionProof: proof === null ? 'absent' : `${proof.hashes.length} hashes`,
    },
    {
      at,
      parts: [
        bodyPart(`${at}/canonicalizedBody`, body),
        ...(proof === null ? [] : [proofPart(`${at}/inclusionProof`, proof)]),
        ...(proof === null || proof.checkpoint === null
          ? []
          : [notePart('checkpoint', `${at}/inclusionProof/checkpoint`, proof.checkpoint)]),
      ],
    },
  );
}

function bodyPart(at: string, body: Uint8Array): Part {
  const facts = { bytes: body.length, sha256: sha256Hex(body) };
  const read = readPart('body', at, () => {
    const { kind, version, spec } = readEntryBody(body);
    return part('body', { ...facts, kind: quote(`${kind} ${version}`), spec: memberNames(Object.keys(spec)) }, { at });
  });
  return read.problem === null ? read : { ...read, facts };
}

function memberNames(names: readonly string[]): Shown[] {
  return listed(names, quote);
}

function proofPart(at: string, { logIndex, treeSize, rootHash, hashes, checkpoint }: InclusionProof): Part {
  return part(
    'inclusion proof',
    {
      leafIndex: String(logIndex),
      treeSize: String(treeSize),
      hashes: hashes.length,
      rootHash: encodeHex(rootHash.subarray(0, 64)),
      checkpoint: checkpoint === null ? 'absent' : `${checkpoint.length} characters`,
    },
    { at },
  );
}

/** A signed note (C2SP signed-note); where its text is a checkpoint, what that states. */
export function notePart(title: string, at: string, note: string): Part {
  return readPart(title, at, () => {
    const { text, lines } = parseSignedNote(note);
    const stated = readPart('tree head', at, () => {
      const { origin, size, root, extensions } = parseCheckpoint(text);
      return part('tree head', {
        origin: quote(origin),
        treeSize: String(size),
        rootHash: encodeHex(root),
        extensionLines: listed(extensions, quote),
      });
    });
    return part(
      title,
      { textSha256: sha256Hex(encodeUtf8(text)), signatureLines: listed(lines, noteLine) },
      {
        at,
        parts: [stated.problem === null ? stated : { ...stated, facts: { lines: listed(text.split('\n'), quote) } }],
      },
    );
  });
}

/** Name and key id, as verifiers print them. */
export function noteLine({ name, hint, signature }: NoteLine): Shown {
  return quote(`${name} ${hint.toString(16).padStart(8, '0')} (${signature.length} bytes)`);
}
