// SPDX-License-Identifier: Apache-2.0
import { seal } from '../bundle.ts';
import { type Bytes, bytes, utf8 } from '../bytes.ts';
import { AT, alsoGiving, type Case, passes, refuted, TRUSTED_ROOT, undecided, WHO } from '../case.ts';
import { pretty } from '../json.ts';
import { END, gzipStored, paxEntry, paxRecord, type TarFields, tar, tarEntry, tarHeader, zstdStored } from '../tar.ts';
import { type ZipFields, zip } from '../zip.ts';
import { ARTIFACT, ATTESTED, OTHER } from './good.ts';

const BUNDLE = utf8(pretty(seal(ATTESTED).bundle));
const FILES: readonly TarFields[] = [
  { name: 'bin/artifact.txt', body: ARTIFACT },
  { name: 'proof/artifact.sigstore.json', body: BUNDLE },
];
const PLAIN = tar(...FILES);
const ENTRIES = FILES.map(({ name, body }): ZipFields => ({ name: name!, body: body!, method: 0 }));

/** The name says nothing: it is the same whatever the archive is. */
const NAME = 'evidence.bin';
const COMMAND = ['verify', NAME, ...TRUSTED_ROOT, ...WHO, ...AT] as const;

const read = (name: string, why: string, archive: Bytes): Case => passes(name, why, { [NAME]: archive }, COMMAND);

/** What is refused is used in no part: there is no evidence then. */
const wrong = (name: string, why: string, archive: Bytes): Case =>
  alsoGiving(refuted(name, 'source.format', why, { [NAME]: archive }, COMMAND), 'evidence-absent');

/** Archives that hold an artifact and its attestation. */
export function archiveCases(): Case[] {
  const [artifact, bundle] = FILES as [TarFields, TarFields];
  const path = (value: string) => paxEntry([paxRecord('path', value)]);
  return [
    read('tar', 'An artifact and its attestation in a tar: nothing is unpacked.', PLAIN),
    read('tar-gzip', 'The same in a gzip member.', gzipStored(PLAIN)),
    read('tar-zstd', 'The same in a zstd frame.', zstdStored(PLAIN)),
    read('zip', 'The same in a zip.', zip(ENTRIES)),
    read(
      'tar-foreign',
      'What others write and every reader reads alike: a comment for all entries, a long name of GNU, a size in binary, a link.',
      tar(
        paxEntry([paxRecord('comment', '5f2c1d7a90b3e4c86d1f0a2b7c9e8d3f4a5b6c7d')], 'g'),
        { name: '././@LongLink', type: 'L', body: `./bin/${'long-'.repeat(30)}name.txt\0`, magic: 'ustar  \0' },
        { ...artifact, magic: 'ustar  \0', size: bytes([0x80, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, ARTIFACT.length]) },
        bundle,
        { name: 'latest', type: '2', link: 'bin/artifact.txt' },
      ),
    ),
    wrong('tar--archive-header', 'The mode of an entry is no number.', tar({ ...artifact, mode: '00006x4\0' }, bundle)),
    wrong(
      'tar--archive-checksum',
      'One octet of a header was changed.',
      PLAIN.map((octet, i) => (i === 0 ? 0x42 : octet)),
    ),
    wrong(
      'tar--archive-extension',
      'An entry has a name by an extended header and another by a long name of GNU.',
      tar(path('bin/a.txt'), { type: 'L', body: 'bin/b.txt\0' }, artifact, bundle),
    ),
    wrong(
      'tar-directory--archive-size',
      'A directory declares content, for which some readers wait for ever.',
      tar({ name: 'bin/', type: '5', size: 512 }, ...FILES),
    ),
    wrong(
      'tar-record--archive-size',
      'The size of an entry is 1e3 by its extended header: one reader takes it for 1, another for 1000.',
      tar(paxEntry([paxRecord('size', '1e3')]), artifact, bundle),
    ),
    wrong(
      'tar--archive-name',
      'A name leads out of the archive.',
      tar({ ...artifact, name: '../artifact.txt' }, bundle),
    ),
    wrong(
      'tar--archive-entry-type',
      'An entry is of a type that nobody knows.',
      tar({ ...artifact, type: '!' }, bundle),
    ),
    wrong(
      'tar--archive-duplicate',
      'Two files of one name: who unpacks it has the second, who looks for the name may have the first.',
      tar(...FILES, { name: './bin/artifact.txt', body: OTHER }),
    ),
    wrong('tar-cut--archive-end', 'The archive was cut behind its first entry.', tarEntry(artifact)),
    wrong(
      'tar-lone-block--archive-end',
      'A single block of zeros stands before the last entry: some readers stop there.',
      tar(artifact, new Uint8Array(512), bundle),
    ),
    wrong('tar--archive-trailing', 'An entry stands behind the end.', bytes(tar(artifact), tarEntry(bundle), END)),
    wrong(
      'tar-gzip--archive-compression',
      'A second gzip member goes on with the tar.',
      bytes(gzipStored(PLAIN.subarray(0, 2048)), gzipStored(PLAIN.subarray(2048))),
    ),
    wrong(
      'tar-gzip--archive-content',
      'The CRC-32 of the gzip member is that of something else.',
      gzipStored(PLAIN).map((octet, i, all) => (i === all.length - 8 ? octet ^ 1 : octet)),
    ),
    wrong(
      'tar-zstd--archive-ratio',
      'A kilobyte that expands to 64 MiB of zeros.',
      zstdStored(tarHeader({ name: 'zeros', size: 64 * 1024 * 1024 }), 512),
    ),
    wrong(
      'zip--archive-layout',
      'The name of a file in its own header is another than in the directory.',
      zip(ENTRIES.map((entry, i) => (i === 0 ? { ...entry, local: { name: 'bin/artifact.sh!' } } : entry))),
    ),
    alsoGiving(
      undecided(
        'zip--archive-unsupported',
        'source.format',
        'A file is compressed by a method that is not read here.',
        { [NAME]: zip(ENTRIES.map((entry) => ({ ...entry, method: 12 }))) },
        COMMAND,
        4,
      ),
      'evidence-absent',
    ),
  ];
}
