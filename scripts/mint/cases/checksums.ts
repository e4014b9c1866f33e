// SPDX-License-Identifier: Apache-2.0
import { seal } from '../bundle.ts';
import { type Bytes, type HashName, hash, hex, utf8 } from '../bytes.ts';
import { AT, alsoGiving, type Case, type Files, passes, refuted, TRUSTED_ROOT, undecided, WHO } from '../case.ts';
import { ARTIFACT, ATTESTED, MESSAGE, OTHER } from './good.ts';

const digest = (data: Bytes, name: HashName = 'sha256'): string => hex(hash(name, data));
const verify = (...operands: readonly string[]): readonly string[] => [
  'verify',
  ...operands,
  ...TRUSTED_ROOT,
  ...WHO,
  ...AT,
];

/** A list, and the signature over it, beside two files. */
function signedList(name: string, list: string, files: Files = FILES): Files {
  const { bundle } = seal({ ...MESSAGE, content: { artifact: utf8(list) } });
  return { ...files, [`release/${name}`]: list, [`release/${name}.sigstore.json`]: bundle };
}

const FILES: Files = { 'release/a.txt': ARTIFACT, 'release/b.txt': OTHER };
const GNU = `${digest(ARTIFACT)}  a.txt\n${digest(OTHER)} *b.txt\n`;
const BSD = `SHA256 (a.txt) = ${digest(ARTIFACT)}\nSHA512 (b.txt) = ${digest(OTHER, 'sha512')}\n`;
const HASHDEEP = `%%%% HASHDEEP-1.0
%%%% size,md5,sha256,filename
## Invoked from: /release
## $ hashdeep -c md5,sha256 a.txt b.txt
##
${[ARTIFACT, OTHER].map((one, i) => `${one.length},${'0'.repeat(32)},${digest(one)},./${'ab'[i]}.txt\n`).join('')}`;
const DFXML = `<?xml version='1.0' encoding='UTF-8'?>
<dfxml xmloutputversion='1.0'>
${['a.txt', 'b.txt'].map((name, i) => `  <fileobject><filename>${name}</filename><hashdigest type='sha256'>${digest([ARTIFACT, OTHER][i]!)}</hashdigest></fileobject>\n`).join('')}</dfxml>
`;

/** Lists of digests: claims until they are signed. */
export function checksumCases(): Case[] {
  return [
    passes(
      'checksums-signed',
      'A signed list of digests stands for the files that have them.',
      signedList('SHA256SUMS', GNU),
      [...verify('release'), '--require-all'],
    ),
    passes('checksums-signed-bsd', 'The form of BSD, with two algorithms.', signedList('CHECKSUMS', BSD), [
      ...verify('release'),
      '--require-all',
    ]),
    passes('checksums-signed-hashdeep', 'The list of hashdeep.', signedList('known.hashdeep', HASHDEEP), [
      ...verify('release'),
      '--require-all',
    ]),
    passes('checksums-signed-dfxml', 'The list of a forensic tool in DFXML.', signedList('files.dfxml', DFXML), [
      ...verify('release'),
      '--require-all',
    ]),
    passes(
      'checksums-signed-digest-alone',
      'The file beside a release that holds nothing but its digest.',
      signedList('a.txt.sha256', `${digest(ARTIFACT)}\n`, { 'release/a.txt': ARTIFACT }),
      [...verify('release'), '--require-all'],
    ),
    undecided(
      'checksums-unsigned--artifact-unattested',
      'set.attested',
      'Nobody signed the list: that it names the second file is a claim.',
      { ...FILES, 'release/SHA256SUMS': GNU, 'release/a.sigstore.json': seal(ATTESTED).bundle },
      [...verify('release'), '--require-all'],
    ),
    undecided(
      'checksums-signed-md5--artifact-unattested',
      'set.attested',
      'The signed list has digests of a broken algorithm alone.',
      signedList('MD5SUMS', `${'0'.repeat(32)}  a.txt\n`, { 'release/a.txt': ARTIFACT }),
      [...verify('release'), '--require-all'],
    ),
    alsoGiving(
      refuted(
        'checksums-signed--checksum-mismatch',
        'checksum.entry',
        'A file of the signed list was changed afterwards.',
        signedList('SHA256SUMS', GNU, { ...FILES, 'release/b.txt': utf8('another file\n') }),
        verify('release'),
        2,
      ),
      'artifact-unattested',
    ),
  ];
}
