// SPDX-License-Identifier: Apache-2.0

import { type EntryWish, entrySigner, type SealPlan, seal } from '../bundle.ts';
import { base64, flipped, fromBase64, hash, sha256, utf8 } from '../bytes.ts';
import { AT, alsoGiving, type Case, type Files, refuted, undecided, verifyBundle, WHO } from '../case.ts';
import { IN_TOTO, pae } from '../dsse.ts';
import { dsseV1, dsseV2, entryBody, hashedrekordV1, hashedrekordV2, intotoV1, intotoV2 } from '../entry-bodies.ts';
import { changed, textAt } from '../json.ts';
import { ecKey } from '../keys.ts';
import { checkpointText, signatureLine, signedNote } from '../note.ts';
import { provenanceV1, SLSA_V1, statement, subjectOf } from '../statement.ts';
import { tlogInstance } from '../trusted-root.ts';
import {
  alice,
  mintRoot,
  ROOT_PLAN,
  rekorStranger,
  rekorV1,
  rekorV1B,
  rekorV2,
  rekorV2Ec,
  SIGNED_SECONDS,
  signer,
  tsaA,
} from '../world.ts';
import { ARTIFACT, ATTESTED, ATTESTED_V2, MESSAGE, MESSAGE_V2, OTHER, PROVENANCE } from './good.ts';

const ENTRY = '/verificationMaterial/tlogEntries/0';
const PROOF = `${ENTRY}/inclusionProof`;
const verify = verifyBundle('artifact.txt');
const STAMPED: SealPlan = { ...MESSAGE, stamps: [{ tsa: tsaA }] };

function evidence(plan: SealPlan, places: Parameters<typeof changed>[1] = {}): Files {
  return { 'artifact.txt': ARTIFACT, 'bundle.sigstore.json': changed(seal(plan).bundle, places) };
}

/** Entries that are about something else, or nothing. */
export function entryCases(): Case[] {
  const bob = signer({ label: 'leaf bob', key: ecKey('p256', 'bob') });
  const mine = entrySigner(alice);
  const resigned = ecKey('p256', 'nobody').sign(ARTIFACT);
  const signature = seal(MESSAGE).signature;
  const logged = (base: SealPlan, body: Uint8Array): Files =>
    evidence({ ...base, entries: (base.entries ?? []).map((entry) => ({ ...entry, body })) });
  const otherPayload = statement(
    [subjectOf('artifact.txt', ARTIFACT), subjectOf('other.txt', OTHER)],
    SLSA_V1,
    provenanceV1(),
  );
  const sealedEnvelope = (payload: Uint8Array) => ({
    payloadType: IN_TOTO,
    payload,
    signatures: [{ sig: alice.key.sign(pae({ payloadType: IN_TOTO, payload: PROVENANCE })), keyid: '' }],
  });
  const mismatch = (what: string, why: string, files: Files): Case =>
    refuted(`${what}--log-entry-mismatch`, 'log.entry', why, files, verify);
  const kind = (plan: SealPlan, bodyKind: 'intoto 0.0.1' | 'intoto 0.0.2'): SealPlan => ({
    ...plan,
    entries: [{ log: rekorV1, bodyKind }],
  });
  return [
    undecided(
      'entry-of-kind-rekord--log-entry-kind-unsupported',
      'log.entry',
      'The log recorded the signature under a kind of entry that is not known here.',
      evidence({
        ...MESSAGE,
        entries: [{ log: rekorV1, kind: 'rekord', version: '0.0.1', body: entryBody('rekord', '0.0.1', { data: {} }) }],
      }),
      verify,
    ),
    refuted(
      'entry-without-digest--log-entry-format',
      'log.entry',
      'The body of the entry has no digest, though the log has signed it.',
      logged(MESSAGE, entryBody('hashedrekord', '0.0.1', { data: {}, signature: {} })),
      verify,
    ),
    mismatch(
      'entry-of-another-artifact',
      'The log entry records another artifact, signed with the same certificate.',
      logged(MESSAGE, hashedrekordV1(sha256(OTHER), 'sha256', signature, mine)),
    ),
    mismatch(
      'entry-of-another-signature',
      'The log entry records another signature over the same artifact.',
      logged(MESSAGE, hashedrekordV1(sha256(ARTIFACT), 'sha256', resigned, mine)),
    ),
    mismatch(
      'entry-of-another-key',
      'The log entry records another certificate.',
      evidence({ ...MESSAGE, entries: [{ log: rekorV1, signer: bob }] }),
    ),
    mismatch(
      'entry-v2-of-another-artifact',
      'The Rekor v2 entry records another artifact.',
      logged(MESSAGE_V2, hashedrekordV2(sha256(OTHER), 'sha256', signature, mine)),
    ),
    mismatch(
      'entry-v2-of-another-key',
      'The Rekor v2 entry records another certificate.',
      evidence({ ...MESSAGE_V2, entries: [{ log: rekorV2, signer: bob }] }),
    ),
    mismatch(
      'entry-dsse-of-another-payload',
      'The dsse entry records another payload.',
      logged(ATTESTED, dsseV1(sealedEnvelope(otherPayload), mine)),
    ),
    mismatch(
      'entry-dsse-of-another-key',
      'The dsse entry records another certificate.',
      evidence({ ...ATTESTED, entries: [{ log: rekorV1, signer: bob }] }),
    ),
    mismatch(
      'entry-dsse-v2-of-another-payload',
      'The Rekor v2 dsse entry records another payload.',
      logged(ATTESTED_V2, dsseV2(sealedEnvelope(otherPayload), mine)),
    ),
    mismatch(
      'entry-over-pae-of-another-payload',
      "The Rekor v2 hashedrekord entry records another envelope's PAE.",
      evidence({
        ...ATTESTED_V2,
        entries: [
          {
            log: rekorV2,
            bodyKind: 'hashedrekord 0.0.2 over pae',
            body: hashedrekordV2(
              hash('sha256', pae({ payloadType: IN_TOTO, payload: otherPayload })),
              'sha256',
              seal(ATTESTED).signature,
              mine,
            ),
          },
        ],
      }),
    ),
    mismatch(
      'entry-intoto-of-another-payload',
      'The intoto 0.0.2 entry records another payload.',
      logged(kind(ATTESTED, 'intoto 0.0.2'), intotoV2(sealedEnvelope(otherPayload), mine)),
    ),
    mismatch(
      'entry-intoto-v1-of-another-payload',
      'The intoto 0.0.1 entry records another payload.',
      logged(kind({ ...ATTESTED, version: '0.1' }, 'intoto 0.0.1'), intotoV1(sealedEnvelope(otherPayload), mine)),
    ),
    mismatch(
      'entry-intoto-v1-of-another-key',
      'The intoto 0.0.1 entry records another certificate.',
      evidence({ ...ATTESTED, version: '0.1', entries: [{ log: rekorV1, bodyKind: 'intoto 0.0.1', signer: bob }] }),
    ),
    refuted(
      'entry-v2-index--log-entry-inconsistent',
      'log.consistency',
      'The two log indexes of a Rekor v2 entry, which must be one, differ.',
      evidence(MESSAGE_V2, { [`${ENTRY}/logIndex`]: '6' }),
      verify,
    ),
    refuted(
      'entry-kind-renamed--log-entry-inconsistent',
      'log.entry',
      'The bundle names another kind and version of entry than the body.',
      evidence(MESSAGE, { [`${ENTRY}/kindVersion/version`]: '0.0.2' }),
      verify,
    ),
  ];
}

/** Whether the log stands to it. */
export function logCases(): Case[] {
  const ended = { start: '2025-01-01T00:00:00Z', end: '2026-01-01T00:00:00Z' };
  const endedRoot = mintRoot({ tlogs: [tlogInstance(rekorV1, ended), ...ROOT_PLAN.tlogs.slice(1)] });
  const proofs = seal(MESSAGE).bundle;
  const firstHash = fromBase64(textAt(proofs, `${PROOF}/hashes/0`));
  const noted = (checkpoint: NonNullable<EntryWish['checkpoint']>, plan = MESSAGE): Files =>
    evidence({ ...plan, entries: [{ log: rekorV1, checkpoint }] });
  const own = { name: rekorV1.host, key: rekorV1.key };
  return [
    undecided(
      'log-stranger--log-unknown',
      'log.key',
      'The entry is of a log that the trusted root does not hold.',
      evidence({ ...MESSAGE, entries: [{ log: rekorStranger }] }),
      verify,
    ),
    undecided(
      'log-ended--log-key-window',
      'log.key',
      "The trusted root trusted the log's key only until the month before.",
      { ...evidence(MESSAGE), 'trusted-root.json': endedRoot },
      [
        'verify',
        'artifact.txt',
        '--bundle',
        'bundle.sigstore.json',
        '--trusted-root',
        'trusted-root.json',
        ...WHO,
        ...AT,
      ],
    ),
    refuted(
      'integrated-time-moved--promise-mismatch',
      'log.promise',
      'The integrated time was moved by one second; the signed entry timestamp covers it.',
      evidence(MESSAGE, { [`${ENTRY}/integratedTime`]: String(SIGNED_SECONDS + 1) }),
      verify,
    ),
    refuted(
      'promise-flipped--promise-mismatch',
      'log.promise',
      'One bit of the signed entry timestamp differs.',
      evidence(MESSAGE, {
        [`${ENTRY}/inclusionPromise/signedEntryTimestamp`]: base64(
          flipped(fromBase64(textAt(proofs, `${ENTRY}/inclusionPromise/signedEntryTimestamp`)), -1),
        ),
      }),
      verify,
    ),
    undecided(
      'bundle-v0.2-no-proof--inclusion-absent',
      'log.inclusion',
      'A version 0.2 bundle without the inclusion proof that it needs.',
      evidence({ ...MESSAGE, version: '0.2', entries: [{ log: rekorV1, proof: false }] }),
      verify,
    ),
    undecided(
      'bundle-v0.3-no-proof--inclusion-absent',
      'log.inclusion',
      'A version 0.3 bundle without the inclusion proof that it needs.',
      evidence({ ...MESSAGE, entries: [{ log: rekorV1, proof: false }] }),
      verify,
    ),
    refuted(
      'proof-one-more--inclusion-shape',
      'log.inclusion',
      'The inclusion proof has one hash more than its size allows.',
      evidence(MESSAGE, { [`${PROOF}/hashes/4`]: base64(firstHash) }),
      verify,
    ),
    refuted(
      'proof-one-less--inclusion-shape',
      'log.inclusion',
      'The inclusion proof has one hash less than its size needs.',
      evidence(MESSAGE, { [`${PROOF}/hashes/3`]: undefined }),
      verify,
    ),
    alsoGiving(
      refuted(
        'proof-index-past-size--inclusion-shape',
        'log.inclusion',
        'The index of the proof is the size of the tree.',
        evidence(MESSAGE, { [`${PROOF}/logIndex`]: '11' }),
        verify,
      ),
      'log-entry-inconsistent',
    ),
    refuted(
      'proof-flipped--inclusion-root-mismatch',
      'log.inclusion',
      'One bit of one hash of the proof differs. A timestamp proves the time without the log.',
      evidence(STAMPED, { [`${PROOF}/hashes/0`]: base64(flipped(firstHash, 0)) }),
      verify,
      2,
    ),
    undecided(
      'proof-without-checkpoint--checkpoint-absent',
      'log.checkpoint',
      'The inclusion proof leads to a root that nobody signed.',
      evidence(MESSAGE, { [`${PROOF}/checkpoint`]: undefined }),
      verify,
    ),
    refuted(
      'checkpoint-size--checkpoint-format',
      'log.checkpoint',
      'The tree size in the checkpoint has a leading zero; the log has signed it so.',
      noted(({ root }) => {
        const text = checkpointText('rekor.mint.example - 7301', '011', root);
        return signedNote(text, signatureLine(own, text));
      }),
      verify,
    ),
    refuted(
      'checkpoint-crlf--checkpoint-format',
      'log.checkpoint',
      'The lines of the checkpoint end in CR LF.',
      noted(({ text, line }) => signedNote(text, line).replaceAll('\n', '\r\n')),
      verify,
    ),
    refuted(
      'checkpoint-without-last-newline--checkpoint-format',
      'log.checkpoint',
      'The last line of the checkpoint has no newline.',
      noted(({ text, line }) => signedNote(text, line).slice(0, -1)),
      verify,
    ),
    alsoGiving(
      refuted(
        'proof-root-renamed--checkpoint-root-mismatch',
        'log.checkpoint',
        'The root that the proof names beside its hashes is another one. A timestamp proves the time without the log.',
        evidence(STAMPED, { [`${PROOF}/rootHash`]: base64(sha256(ARTIFACT)) }),
        verify,
        2,
      ),
      'inclusion-root-mismatch',
    ),
    refuted(
      'checkpoint-flipped--checkpoint-signature',
      'log.checkpoint',
      "One bit of the log's signature under the checkpoint differs.",
      noted(({ text, line }) => {
        const [dash = '', name = '', blob = ''] = line.trimEnd().split(' ');
        return signedNote(text, `${dash} ${name} ${base64(flipped(fromBase64(blob), -1))}\n`);
      }),
      verify,
    ),
    refuted(
      'checkpoint-second-line-forged--checkpoint-signature',
      'log.checkpoint',
      "A second line under the log's name and key id does not verify beside the good one.",
      noted(({ text, line }) => {
        const blob = fromBase64(line.trimEnd().split(' ')[2] ?? '');
        const forged = new Uint8Array([...blob.subarray(0, 4), ...ecKey('p256', 'nobody').sign(utf8(text), 'sha256')]);
        return signedNote(text, line, `— ${rekorV1.host} ${base64(forged)}\n`);
      }),
      verify,
    ),
    undecided(
      'checkpoint-by-a-stranger--checkpoint-unsigned',
      'log.checkpoint',
      "The only signature line is a stranger's, under the log's name: its key id tells.",
      noted(({ text }) => signedNote(text, signatureLine({ name: rekorV1.host, key: ecKey('p256', 'nobody') }, text))),
      verify,
    ),
    refuted(
      'checkpoint-of-another-log--checkpoint-origin',
      'log.checkpoint',
      "The checkpoint's origin is another log, though this log's key has signed it.",
      noted(({ size, root }) => {
        const text = checkpointText('rekor-b.mint.example - 88', size, root);
        return signedNote(text, signatureLine(own, text));
      }),
      verify,
    ),
    refuted(
      'checkpoint-of-an-older-tree--checkpoint-root-mismatch',
      'log.checkpoint',
      'The checkpoint is a good one of this log, of an older and smaller tree. A timestamp proves the time without the log.',
      noted(({ root }) => {
        const text = checkpointText('rekor.mint.example - 7301', 9, sha256(root));
        return signedNote(text, signatureLine(own, text));
      }, STAMPED),
      verify,
      2,
    ),
    undecided(
      'bundle-not-logged--log-absent',
      'log.threshold',
      'The bundle has a timestamp and no log entry.',
      evidence({ ...MESSAGE, entries: [], stamps: [{ tsa: tsaA }] }),
      verify,
    ),
    undecided(
      'two-entries-of-one-log--log-threshold',
      'log.threshold',
      'Two entries are of one log; two distinct logs are asked for.',
      evidence({ ...MESSAGE, entries: [{ log: rekorV1 }, { log: rekorV1, before: 6 }] }),
      verifyBundle('artifact.txt', '--tlog-threshold', '2'),
    ),
    refuted(
      'one-log-good-one-bad--promise-mismatch',
      'log.promise',
      'One good entry does not hide a bad one of another trusted log.',
      evidence(
        { ...MESSAGE, entries: [{ log: rekorV1 }, { log: rekorV1B }] },
        { '/verificationMaterial/tlogEntries/1/integratedTime': String(SIGNED_SECONDS + 1) },
      ),
      verify,
    ),
    refuted(
      'rekor-v2-checkpoint-flipped--checkpoint-signature',
      'log.checkpoint',
      'One bit of the ECDSA signature under a Rekor v2 checkpoint differs.',
      evidence({
        ...MESSAGE_V2,
        entries: [
          {
            log: rekorV2Ec,
            checkpoint: ({ text, line }) => {
              const [dash = '', name = '', blob = ''] = line.trimEnd().split(' ');
              return signedNote(text, `${dash} ${name} ${base64(flipped(fromBase64(blob), -1))}\n`);
            },
          },
        ],
      }),
      verify,
    ),
  ];
}
