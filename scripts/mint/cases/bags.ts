// SPDX-License-Identifier: Apache-2.0
import { seal } from '../bundle.ts';
import { type Bytes, type HashName, hash, hex, utf8 } from '../bytes.ts';
import { AT, alsoGiving, type Case, type Files, passes, refuted, TRUSTED_ROOT, undecided, WHO } from '../case.ts';
import { ARTIFACT, ATTESTED, MESSAGE, OTHER } from './good.ts';

const VERIFY: readonly string[] = ['verify', 'case', ...TRUSTED_ROOT, ...WHO, ...AT];
const BUNDLE = utf8(`${JSON.stringify(seal(ATTESTED).bundle)}\n`);
const PAYLOAD: Payload = { 'data/a.txt': ARTIFACT, 'data/a.sigstore.json': BUNDLE };
const DECLARATION = 'BagIt-Version: 1.0\nTag-File-Character-Encoding: UTF-8\n';

type Payload = Readonly<Record<string, Bytes>>;

function manifest(files: Readonly<Record<string, Bytes>>, algorithm: HashName | 'md5' = 'sha256'): string {
  const digest = (data: Bytes) => (algorithm === 'md5' ? '0'.repeat(32) : hex(hash(algorithm, data)));
  return Object.entries(files)
    .map(([path, data]) => `${digest(data)}  ${path.replaceAll('%', '%25')}\n`)
    .join('');
}

/** A bag in the folder `case`; what a change sets to null is left out. */
function bag(change: Readonly<Record<string, Bytes | string | null>> = {}, payload: Payload = PAYLOAD): Files {
  const tags = {
    'bagit.txt': DECLARATION,
    'bag-info.txt': 'Payload-Oxum: 2.2\n',
    'manifest-sha256.txt': manifest(payload),
  };
  const tagManifest = manifest(Object.fromEntries(Object.entries(tags).map(([path, text]) => [path, utf8(text)])));
  const all = { ...payload, ...tags, 'tagmanifest-sha256.txt': tagManifest, ...change };
  return Object.fromEntries(
    Object.entries(all).flatMap(([path, data]) => (data === null ? [] : [[`case/${path}`, data]])),
  );
}

const WITHOUT_TAGS = { 'tagmanifest-sha256.txt': null };

function broken(name: string, check: string, why: string, files: Files, exitCode: number): Case {
  return refuted(name, check, why, files, VERIFY, exitCode);
}

/** Bags: what is in one has not changed since it was made, by whomever. */
export function bagCases(): Case[] {
  const two = { 'data/a.txt': ARTIFACT, 'data/b.txt': OTHER };
  const odd = { ...PAYLOAD, 'data/100%.txt': ARTIFACT };
  return [
    passes('bag', 'A bag with an artifact and its attestation in it.', bag(), [...VERIFY, '--require-all']),
    passes('bag-escaped-path', 'A percent sign in a path stands escaped in the manifest.', bag({}, odd), VERIFY),
    passes(
      'bag-two-algorithms',
      'Two manifests, each of all files.',
      bag({ ...WITHOUT_TAGS, 'manifest-sha512.txt': manifest(PAYLOAD, 'sha512') }),
      VERIFY,
    ),
    passes(
      'bag-signed',
      'A signature over the tag manifest covers the manifest, and through that each file.',
      { ...bag({}, two), ...signatureOver(two) },
      ['verify', 'case', 'seal.sigstore.json', ...TRUSTED_ROOT, ...WHO, ...AT, '--require-all'],
    ),
    alsoGiving(
      undecided(
        'bag-unsigned--evidence-absent',
        'set.evidence',
        'The bag is complete and valid, and nobody signed anything of it.',
        bag({}, { 'data/a.txt': ARTIFACT }),
        VERIFY,
        4,
      ),
      'artifact-unattested',
    ),
    ...badBags(),
  ];
}

function signatureOver(payload: Payload): Files {
  const tagManifest = utf8(bag({}, payload)['case/tagmanifest-sha256.txt'] as string);
  return { 'seal.sigstore.json': seal({ ...MESSAGE, content: { artifact: tagManifest } }).bundle };
}

function badBags(): Case[] {
  const withManifest = (text: string): Files => bag({ ...WITHOUT_TAGS, 'manifest-sha256.txt': text });
  const lines = manifest(PAYLOAD);
  return [
    broken(
      'bag-version--bag-format',
      'bag.format',
      'The declaration has a third line.',
      bag({ ...WITHOUT_TAGS, 'bagit.txt': `${DECLARATION}More: lines\n` }),
      3,
    ),
    broken(
      'bag-latin1--bag-encoding',
      'bag.format',
      'The tag files say that they are in ISO-8859-1.',
      bag({ ...WITHOUT_TAGS, 'bagit.txt': DECLARATION.replace('UTF-8', 'ISO-8859-1') }),
      3,
    ),
    broken(
      'bag-path-upwards--bag-path',
      'bag.format',
      'The manifest names a file outside the bag.',
      withManifest(`${lines}${'0'.repeat(64)}  data/../../outside.txt\n`),
      3,
    ),
    broken(
      'bag-path-percent--bag-path',
      'bag.format',
      'Only CR, LF and the percent sign may be escaped.',
      withManifest(lines.replace('data/a.txt', 'data/%61.txt')),
      3,
    ),
    undecided(
      'bag-to-be-fetched--bag-fetch',
      'bag.complete',
      'The bag asks for a file from elsewhere.',
      bag({ 'fetch.txt': 'https://mint.example/a.txt 10 data/a.txt\n' }),
      VERIFY,
    ),
    broken(
      'bag-cut--bag-file-missing',
      'bag.complete',
      'A file of the manifest was taken out.',
      withManifest(`${lines}${'0'.repeat(64)}  data/gone.txt\n`),
      2,
    ),
    alsoGiving(
      broken(
        'bag-stuffed--bag-file-extra',
        'bag.complete',
        'A file was put into the payload afterwards.',
        bag({ 'data/late.txt': OTHER }),
        2,
      ),
      'artifact-unattested',
    ),
    broken(
      'bag-changed--bag-digest-mismatch',
      'bag.valid',
      'The manifest names another digest for a file.',
      withManifest(lines.replace(/^[0-9a-f]{4}/, '0000')),
      2,
    ),
    undecided(
      'bag-md5--bag-weak-digests',
      'bag.valid',
      'The only manifest is of a broken algorithm.',
      bag({ ...WITHOUT_TAGS, 'manifest-sha256.txt': null, 'manifest-md5.txt': manifest(PAYLOAD, 'md5') }),
      VERIFY,
    ),
  ];
}
