// SPDX-License-Identifier: Apache-2.0
import { createHmac } from 'node:crypto';
import { seal } from '../bundle.ts';
import { type Bytes, hex, sha256, utf8 } from '../bytes.ts';
import { alsoGiving, type Case, passes, refuted, undecided } from '../case.ts';
import { envelopeJson, signedEnvelope } from '../dsse.ts';
import { canonical, type JsonObject } from '../json.ts';
import { PLAIN } from '../plain-keys.ts';
import { statement } from '../statement.ts';
import { rekorV1 } from '../world.ts';

const SECRET = '0123456789abcdef0123456789abcdef';
const SURFACE: JsonObject = { echo: { input: { type: 'string' }, description: 'says it again' } };
const OTHER: JsonObject = { echo: { input: { type: 'string' }, description: 'says it again, and tells others' } };
const digestOf = (surface: JsonObject): string => hex(sha256(utf8(canonical(surface))));
const DIGEST = digestOf(SURFACE);

function pinOf(more: JsonObject): JsonObject {
  const tools = { echo: hex(sha256(utf8(canonical(SURFACE['echo']!)))) };
  return { format: 'forensic-verify/pin@v1', name: 'surface.json', digest: DIGEST, tools, toolCount: 1, ...more };
}

const ABOUT = { attestedAt: '2026-02-20T10:00:00Z', signerName: 'ed25519' };

function dssePin(digest: string): JsonObject {
  const predicate = { canonicalization: 'rfc8785', ...ABOUT, toolCount: 1 };
  const subject = [{ name: 'surface.json', digest: { sha256: digest } }];
  const payload = statement(subject, 'urn:forensic-verify:predicate:pinned-digest:v1', predicate);
  return pinOf({ ...ABOUT, envelope: envelopeJson(signedEnvelope(payload, [PLAIN.ed25519])) });
}

const envelopeOf = (payload: Bytes): JsonObject => envelopeJson(signedEnvelope(payload, [PLAIN.ed25519]));
const otherStatement = statement(
  [{ name: 'surface.json', digest: { sha256: DIGEST } }],
  'https://mint.example/withdrawn',
  {
    why: 'it failed',
  },
);
const messageBundle = seal({
  signer: { key: PLAIN.ed25519, certificate: null },
  content: { artifact: utf8(canonical(SURFACE)) },
  entries: [{ log: rekorV1 }],
}).bundle;

const HMAC = pinOf({
  attestedAt: ABOUT.attestedAt,
  signerName: 'hmac-sha256',
  signature: createHmac('sha256', SECRET).update(DIGEST).digest('hex'),
});
const KEY = ['--key', '../../keys/ed25519.pub.pem'] as const;
const check = (...more: readonly string[]) => ['digest', 'check', 'surface.json', ...more];

/** Pinned digests of what a service offers. */
export function pinCases(): Case[] {
  return [
    passes(
      'digest-pin-hex',
      'The pin of a server with a shared secret: HMAC-SHA-256 over the digest as text.',
      { 'surface.json': SURFACE, 'surface.pin.json': HMAC, 'secret.txt': SECRET },
      check('--pin', 'surface.pin.json', '--hmac-key', 'secret.txt'),
    ),
    passes(
      'digest-pin-dsse',
      'The pin as a statement in an envelope.',
      { 'surface.json': SURFACE, 'surface.pin.json': dssePin(DIGEST) },
      check('--pin', 'surface.pin.json', ...KEY),
    ),
    alsoGiving(
      refuted(
        'digest-surface--pin-digest-mismatch',
        'pin.digest',
        'The description of a tool is another than when it was pinned.',
        { 'surface.json': OTHER, 'surface.pin.json': pinOf({}) },
        check('--pin', 'surface.pin.json'),
        2,
      ),
    ),
    refuted(
      'digest-pin-tool-row--pin-digest-mismatch',
      'pin.digest',
      'The digest of the whole is signed; the row of the tool, which nobody has signed, is of another tool.',
      {
        'surface.json': SURFACE,
        'surface.pin.json': { ...HMAC, tools: { echo: digestOf(OTHER) } },
        'secret.txt': SECRET,
      },
      check('--pin', 'surface.pin.json', '--hmac-key', 'secret.txt'),
      2,
    ),
    refuted(
      'digest-pin-signer-name--pin-format',
      'pin.format',
      'Beside the envelope another signer is named than in the statement that is signed.',
      { 'surface.json': SURFACE, 'surface.pin.json': { ...dssePin(DIGEST), signerName: 'somebody else' } },
      check('--pin', 'surface.pin.json', ...KEY),
    ),
    refuted(
      'digest-pin-other-type--pin-format',
      'pin.format',
      'The envelope is a good one of another statement about the same digest, and pins nothing.',
      { 'surface.json': SURFACE, 'surface.pin.json': pinOf({ envelope: envelopeOf(otherStatement) }) },
      check('--pin', 'surface.pin.json', ...KEY),
    ),
    refuted(
      'digest-pin-bundle--pin-format',
      'pin.format',
      'What stands for the envelope is a bundle over a message: no statement, and nothing that could pin.',
      { 'surface.json': SURFACE, 'surface.pin.json': pinOf({ envelope: messageBundle }) },
      check('--pin', 'surface.pin.json', ...KEY),
    ),
    refuted(
      'digest-surface-inexact--json-number',
      'json.canonical',
      'A number of the surface has more digits than a double: two surfaces would have one canonical form.',
      { 'surface.json': utf8('{"echo":{"limit":12345678901234567891}}'), 'surface.pin.json': pinOf({}) },
      check('--pin', 'surface.pin.json'),
    ),
    refuted(
      'digest-pin-tool-count--pin-format',
      'pin.format',
      'The pin counts two tools and has one row.',
      { 'surface.json': SURFACE, 'surface.pin.json': { ...HMAC, toolCount: 2 }, 'secret.txt': SECRET },
      check('--pin', 'surface.pin.json', '--hmac-key', 'secret.txt'),
    ),
    refuted(
      'digest-pin-of-another--subject-digest-mismatch',
      'subject.digest',
      'The envelope of the pin is one over another digest.',
      { 'surface.json': SURFACE, 'surface.pin.json': dssePin(digestOf(OTHER)) },
      check('--pin', 'surface.pin.json', ...KEY),
      2,
    ),
    undecided(
      'digest-pin-unsigned--signature-absent',
      'envelope.signatures',
      'Somebody is asked for, and the pin is not signed.',
      { 'surface.json': SURFACE, 'surface.pin.json': pinOf({}) },
      check('--pin', 'surface.pin.json', ...KEY),
    ),
    refuted(
      'digest-pin-two-forms--pin-format',
      'pin.format',
      'A pin with signatures of both forms.',
      { 'surface.json': SURFACE, 'surface.pin.json': { ...dssePin(DIGEST), signature: '00' } },
      check('--pin', 'surface.pin.json', ...KEY),
    ),
  ];
}
