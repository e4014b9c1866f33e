// SPDX-License-Identifier: Apache-2.0
import { sha256Hex } from '../crypto/digest.ts';
import { encodeHex } from '../encoding/hex.ts';
import { bindEntry, readEntryBody } from '../log/bind-entry.ts';
import { leafHash } from '../merkle/rfc6962.ts';
import type { Facts } from '../model/check.ts';
import type { LogEntry } from '../model/signed-entity.ts';
import { parseCertificate } from '../x509/certificate.ts';
import { checkpointStep } from './explain-checkpoint.ts';
import { bodyOf, bytesAt } from './explain-commands.ts';
import { inclusionStep } from './explain-inclusion.ts';
import { promiseStep } from './explain-promise.ts';
import type { Claims } from './inspect-claims.ts';
import { logKnown } from './inspect-known.ts';
import { type FactList, type Part, part, quote, readPart } from './inspect-model.ts';

/** What each log entry is computed from: leaf, promise, proof, checkpoint. */
export function logEntrySteps(claims: Claims): Part[] {
  const { logEntries, at } = claims;
  return logEntries.flatMap((one, i) => {
    const name = `log entry ${i}`;
    const place = at.pointer + one.at;
    if (!one.read.ok) return [part(name, {}, { at: place, problem: one.read.problem })];
    const entry = one.read.value;
    return [
      leafStep(name, entry, one.at, claims),
      ...(entry.promise === null ? [] : [promiseStep(name, entry, entry.promise, one.at, at)]),
      ...(entry.proof === null ? [] : [inclusionStep(name, entry, entry.proof, place)]),
      ...(entry.proof === null || entry.proof.checkpoint === null
        ? []
        : [checkpointStep(`${name}: the checkpoint`, entry.proof.checkpoint, entry, one.at, at)]),
    ];
  });
}

function leafStep(name: string, entry: LogEntry, pointer: string, claims: Claims): Part {
  const { at } = claims;
  const { kind, version, body, logIndex, logId } = entry;
  return part(
    `${name}: the leaf`,
    {
      kind: quote(`${kind} ${version}`),
      logIndex: String(logIndex),
      logId: encodeHex(logId),
      logInBundledRoot: logKnown('tlogs', logId),
      bodyBytes: body.length,
      bodySha256: sha256Hex(body),
      leafHash: encodeHex(leafHash(body)),
    },
    {
      at: at.pointer + pointer,
      says: [
        'the body names a digest, a signature and a key; verify compares each with those of the envelope, so that an entry about something else is refused',
        'leaf hash = SHA-256(0x00 || body) (RFC 9162 2.1.1)',
      ],
      repeat: [`(printf '\\000'; ${bytesAt(at, bodyOf(pointer))}) | sha256sum`],
      parts: comparison(entry, claims),
    },
  );
}

/** The body against the envelope, where both can be read and the key is at hand. */
function comparison(entry: LogEntry, claims: Claims): Part[] {
  const title = 'the body, compared with the envelope';
  const { content, signatures, signer } = claims;
  const [signature] = signatures;
  if (!content.read.ok || signature?.read.ok !== true || !signer.read.ok) return [];
  const leaf = signer.read.value.kind === 'certificate' ? signer.read.value.chain[0] : undefined;
  if (leaf === undefined) return [part(title, {}, { says: ['not compared: the key is not part of the evidence'] })];
  const compared = { content: content.read.value, signatures: [signature.read.value] };
  return [
    readPart(title, '', () => {
      const { spki, key, der } = parseCertificate(leaf);
      const signerKey = { spki, kind: key?.kind ?? null, certificateDer: der };
      const { facts } = bindEntry(readEntryBody(entry.body), entry, compared, signerKey, new Map());
      return part(title, { ...hashes(facts), equal: true });
    }),
  ];
}

/** What the body names, as its reader has read it: names of hashes of our list, and digests. */
function hashes(facts: Facts): FactList {
  return Object.fromEntries(
    Object.entries(facts).flatMap(([name, value]) => (typeof value === 'string' ? [[name, value]] : [])),
  );
}
