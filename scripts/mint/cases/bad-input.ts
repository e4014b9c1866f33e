// SPDX-License-Identifier: Apache-2.0

import { seal } from '../bundle.ts';
import { bytes, utf8 } from '../bytes.ts';
import { type Case, refuted, undecided, unusable, verifyBundle } from '../case.ts';
import { envelopeJson, signedEnvelope } from '../dsse.ts';
import { changed, textAt } from '../json.ts';
import { PLAIN } from '../plain-keys.ts';
import { KEY, spliced, verifyDsse } from './common.ts';
import { ARTIFACT, ATTESTED, MESSAGE, MESSAGE_V2, PROVENANCE } from './good.ts';

const bundle = seal(MESSAGE).bundle;
const envelope = envelopeJson(signedEnvelope(PROVENANCE, [PLAIN.ed25519]));
const ENTRY = '/verificationMaterial/tlogEntries/0';

/** Inputs that are not there, or hold nothing. */
export function inputCases(): Case[] {
  return [
    undecided(
      'bundle--input-missing',
      'input.read',
      'The named bundle does not exist.',
      { 'artifact.txt': ARTIFACT },
      verifyBundle('artifact.txt'),
      4,
    ),
    undecided(
      'artifact--input-missing',
      'input.read',
      'The named artifact does not exist.',
      { 'bundle.sigstore.json': bundle },
      verifyBundle('artifact.txt'),
      4,
    ),
    undecided(
      'folder--input-unreadable',
      'input.read',
      'A folder is named where one regular file is read.',
      { 'folder/note.txt': 'a folder is no document\n' },
      ['check', 'json', 'folder'],
      4,
    ),
    undecided(
      'bundle--input-empty',
      'envelope.format',
      'The bundle is a file of no octets.',
      { 'artifact.txt': ARTIFACT, 'bundle.sigstore.json': '' },
      verifyBundle('artifact.txt'),
      4,
    ),
    undecided(
      'bundle--input-not-recognised',
      'envelope.format',
      'The bundle is JSON, of no kind of evidence.',
      { 'artifact.txt': ARTIFACT, 'bundle.sigstore.json': { hello: 'world' } },
      verifyBundle('artifact.txt'),
      4,
    ),
    refuted(
      'json-depth--limit-exceeded',
      'json.strict',
      'Arrays are nested 65 deep; 64 are read.',
      { 'deep.json': `${'['.repeat(65)}${']'.repeat(65)}\n` },
      ['check', 'json', 'deep.json'],
    ),
    refuted(
      'dsse-33-signatures--limit-exceeded',
      'envelope.format',
      'The envelope holds the same good signature 33 times; 32 are read.',
      {
        'artifact.txt': ARTIFACT,
        'artifact.dsse.json': envelopeJson(signedEnvelope(PROVENANCE, Array(33).fill(PLAIN.ed25519))),
      },
      verifyDsse(...KEY('ed25519')),
    ),
    refuted(
      'proof-65-hashes--limit-exceeded',
      'envelope.format',
      'The inclusion proof has 65 hashes: no tree of this world needs more than 64.',
      {
        'artifact.txt': ARTIFACT,
        'bundle.sigstore.json': changed(bundle, {
          [`${ENTRY}/inclusionProof/hashes`]: Array(65).fill(textAt(bundle, `${ENTRY}/inclusionProof/hashes/0`)),
        }),
      },
      verifyBundle('artifact.txt'),
    ),
    refuted(
      'bundle-33-log-entries--limit-exceeded',
      'envelope.format',
      'The bundle holds the same good log entry 33 times; 32 are read.',
      {
        'artifact.txt': ARTIFACT,
        'bundle.sigstore.json': spliced(
          changed(bundle, { '/verificationMaterial/tlogEntries': ['@'] }),
          '"@"',
          Array(33)
            .fill(
              JSON.stringify({
                logId: { keyId: 'AAAA' },
                kindVersion: { kind: 'a', version: '1' },
                canonicalizedBody: 'AAAA',
              }),
            )
            .join(','),
        ),
      },
      verifyBundle('artifact.txt'),
    ),
    refuted(
      'certificate-malformed--prerequisite-not-passed',
      'certificate.path',
      'The certificate is cut short: everything that rests on it is skipped, and says so.',
      {
        'artifact.txt': ARTIFACT,
        'bundle.sigstore.json': changed(bundle, { '/verificationMaterial/certificate/rawBytes': 'MIIB' }),
      },
      verifyBundle('artifact.txt'),
    ),
  ];
}

/** Octets that do not follow their format. */
export function formatCases(): Case[] {
  const verify = verifyBundle('artifact.txt');
  const with_ = (document: typeof bundle) => ({ 'artifact.txt': ARTIFACT, 'bundle.sigstore.json': document });
  const raw = (document: Uint8Array) => ({ 'artifact.txt': ARTIFACT, 'bundle.sigstore.json': document });
  const check = (name: string, reason: string, why: string, text: string | Uint8Array): Case =>
    refuted(`${name}--${reason}`, 'json.strict', why, { 'document.json': text }, ['check', 'json', 'document.json']);
  const payload = textAt(envelope, '/payload');
  const attested = seal(ATTESTED).bundle;
  return [
    refuted(
      'dsse-payload-blank--base64-invalid',
      'envelope.format',
      'A blank stands in the base64 of the payload; a lenient reader would skip it.',
      {
        'artifact.txt': ARTIFACT,
        'artifact.dsse.json': changed(envelope, { '/payload': `${payload.slice(0, 8)} ${payload.slice(8)}` }),
      },
      verifyDsse(...KEY('ed25519')),
    ),
    refuted(
      'dsse-payload-mixed-alphabets--base64-invalid',
      'envelope.format',
      'The payload mixes the standard and the URL alphabet in one value.',
      { 'artifact.txt': ARTIFACT, 'artifact.dsse.json': changed(envelope, { '/payload': '-_+/' }) },
      verifyDsse(...KEY('ed25519')),
    ),
    refuted(
      'bundle-signature-trailing-bits--base64-invalid',
      'envelope.format',
      'The last digit of the signature carries bits that belong to no octet.',
      with_(
        changed(bundle, { '/messageSignature/signature': looseBits(textAt(bundle, '/messageSignature/signature')) }),
      ),
      verify,
    ),
    unusable(
      'pinned-digest--hex-invalid',
      'The digest that pins the trusted root is not hexadecimal.',
      with_(bundle),
      verifyBundle('artifact.txt', '--trusted-root-digest', `sha256:${'zz'.repeat(32)}`),
    ),
    unusable(
      'at-30-february--time-invalid',
      'The instant asked for is no day of the calendar; a lenient reader makes it 2 March.',
      with_(bundle),
      [...verify.slice(0, -1), '2026-02-30T00:00:00Z'],
    ),
    unusable(
      'at-without-zone--time-invalid',
      'The instant asked for names no zone: it would be local time.',
      with_(bundle),
      [...verify.slice(0, -1), '2026-03-01T00:00:00'],
    ),
    check('json-octets', 'utf8-invalid', 'The octet FF stands in a string.', bytes('{"a":"', [0xff], '"}\n')),
    check(
      'json-overlong',
      'utf8-invalid',
      'A slash is written in two octets, C0 AF.',
      bytes('{"a":"', [0xc0, 0xaf], '"}\n'),
    ),
    check(
      'json-byte-order-mark',
      'utf8-invalid',
      'A byte order mark stands in front.',
      bytes([0xef, 0xbb, 0xbf], '{}\n'),
    ),
    refuted(
      'bundle-log-index--json-shape',
      'envelope.format',
      'The log index has a leading zero: readers of other languages would take it for octal.',
      with_(changed(bundle, { [`${ENTRY}/logIndex`]: '04005' })),
      verify,
    ),
    refuted(
      'bundle-negative-log-index--json-shape',
      'envelope.format',
      'The log index is below zero.',
      with_(changed(bundle, { [`${ENTRY}/logIndex`]: '-1' })),
      verify,
    ),
    refuted(
      'bundle-integrated-time--time-invalid',
      'envelope.format',
      'The integrated time is in milliseconds: read as seconds it lies past the year 9999.',
      with_(changed(bundle, { [`${ENTRY}/integratedTime`]: '1769947200000000' })),
      verify,
    ),
    refuted(
      'bundle-cut--json-invalid',
      'envelope.format',
      'The bundle ends in the middle.',
      raw(utf8(JSON.stringify(bundle).slice(0, 900))),
      verify,
    ),
    check('json-two-documents', 'json-invalid', 'Two documents stand in one file.', '{"a":1}{"b":2}\n'),
    check('json-comment', 'json-invalid', 'The file has a comment.', '{"a":1} // one\n'),
    check('json-leading-zero', 'json-invalid', 'A number has a leading zero.', '{"a":01}\n'),
    refuted(
      'bundle-media-type-twice--json-duplicate-key',
      'envelope.format',
      'The bundle names its media type twice, the second time with an escape: JSON.parse would keep the last.',
      raw(
        spliced(
          bundle,
          '"verificationMaterial":',
          '"media\\u0054ype":"application/vnd.dev.sigstore.bundle+json;version=0.1","verificationMaterial":',
        ),
      ),
      verify,
    ),
    check('json-members', 'json-duplicate-key', 'A member is named twice, once by an escape.', '{"a":1,"\\u0061":2}\n'),
    check('json-string', 'json-surrogate', 'A string holds half of a surrogate pair.', '{"a":"\\ud800"}\n'),
    check('json-member', 'json-proto-key', 'A member is named __proto__.', '{"__proto__":{"admin":true}}\n'),
    refuted(
      'dsse-payload-type-number--json-shape',
      'envelope.format',
      'The payload type is a number.',
      { 'artifact.txt': ARTIFACT, 'artifact.dsse.json': changed(envelope, { '/payloadType': 7 }) },
      verifyDsse(...KEY('ed25519')),
    ),
    refuted(
      'bundle-log-id-missing--json-shape',
      'envelope.format',
      'The log entry names no log.',
      with_(changed(bundle, { [`${ENTRY}/logId`]: undefined })),
      verify,
    ),
    refuted(
      'canonical-number--json-number',
      'json.canonical',
      'The number 1e400 is no IEEE double.',
      { 'document.json': '{"a":1e400}\n' },
      ['check', 'canonical', 'document.json'],
    ),
    refuted(
      'bundle-signature-empty--envelope-format',
      'envelope.format',
      'The signature is there, and has no octets.',
      with_(changed(bundle, { '/messageSignature/signature': '' })),
      verify,
    ),
    refuted(
      'message-digest-algorithm--envelope-format',
      'envelope.format',
      'The message digest has 32 octets and calls itself SHA-512.',
      with_(changed(bundle, { '/messageSignature/messageDigest/algorithm': 'SHA2_512' })),
      verify,
    ),
    refuted(
      'dsse-signature-empty--envelope-format',
      'envelope.format',
      'One of the signatures has no octets.',
      { 'artifact.txt': ARTIFACT, 'artifact.dsse.json': changed(envelope, { '/signatures/0/sig': '' }) },
      verifyDsse(...KEY('ed25519')),
    ),
    refuted(
      'bundle-version-0.9--bundle-version-unsupported',
      'envelope.format',
      'The media type names a version that does not exist.',
      with_(changed(bundle, { '/mediaType': 'application/vnd.dev.sigstore.bundle.v0.9+json' })),
      verify,
    ),
    refuted(
      'bundle-media-type-list--bundle-version-unsupported',
      'envelope.format',
      'The media type is a list of one string, which a careless comparison takes for the string.',
      with_(changed(bundle, { '/mediaType': [String(bundle['mediaType'])] })),
      verify,
    ),
    refuted(
      'bundle-downgraded--bundle-material',
      'envelope.format',
      "The media type of a version 0.3 bundle was rewritten to 0.1 so that its inclusion proof would not be asked for; the signer's form is still that of 0.3.",
      with_(
        changed(bundle, {
          '/mediaType': 'application/vnd.dev.sigstore.bundle+json;version=0.1',
          [`${ENTRY}/inclusionProof`]: undefined,
        }),
      ),
      verify,
    ),
    refuted(
      'bundle-v0.3-chain--bundle-material',
      'envelope.format',
      'A version 0.3 bundle holds a certificate chain, which that version does not know.',
      with_(changed(seal({ ...MESSAGE, version: '0.2' }).bundle, { '/mediaType': String(bundle['mediaType']) })),
      verify,
    ),
    refuted(
      'bundle-chain-empty--bundle-material',
      'envelope.format',
      'The certificate chain has no certificates.',
      with_(
        changed(seal({ ...MESSAGE, version: '0.2' }).bundle, {
          '/verificationMaterial/x509CertificateChain/certificates': [],
        }),
      ),
      verify,
    ),
    refuted(
      'bundle-two-contents--bundle-material',
      'envelope.format',
      'The bundle holds both a message signature and an envelope.',
      with_(changed(bundle, { '/dsseEnvelope': attested['dsseEnvelope'] ?? null })),
      verify,
    ),
    refuted(
      'bundle-no-material--bundle-material',
      'envelope.format',
      'The bundle has no verification material.',
      with_(changed(seal(MESSAGE_V2).bundle, { '/verificationMaterial': undefined })),
      verify,
    ),
    refuted(
      'jsonl-blank-line--jsonl-line',
      'envelope.format',
      'A blank line stands between two bundles.',
      { 'artifact.txt': ARTIFACT, 'bundle.sigstore.json': `${JSON.stringify(bundle)}\n\n${JSON.stringify(bundle)}\n` },
      verify,
    ),
    refuted(
      'jsonl-cut-line--jsonl-line',
      'envelope.format',
      'The second line ends in the middle of its document.',
      {
        'artifact.txt': ARTIFACT,
        'bundle.sigstore.json': `${JSON.stringify(bundle)}\n${JSON.stringify(bundle).slice(0, 300)}\n`,
      },
      verify,
    ),
  ];
}

/** The same octets to a lenient reader: the last digit before the padding carries one bit more than it should. */
function looseBits(text: string): string {
  const digits = text.replace(/=+$/, '');
  if (digits.length === text.length) throw new Error('a value without padding has no spare bits');
  const alphabet = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/';
  const last = alphabet[alphabet.indexOf(digits.slice(-1)) + 1];
  return `${digits.slice(0, -1)}${last}${text.slice(digits.length)}`;
}
