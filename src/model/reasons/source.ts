// SPDX-License-Identifier: Apache-2.0
import type { ReasonEntry } from './entry.ts';

/** What can be wrong with an archive as a whole. Nothing of one that fails is used: two readers might read two archives in it. */
export const SOURCE_REASONS = {
  'archive-header': {
    says: 'the header of an entry is malformed',
    next: 'ask for the archive again: no reader can be trusted to read it as it was meant',
    clause: 'attacks I01; POSIX pax, ustar interchange format',
    indication: 'TOTAL-FAILED',
    sub: 'FORMAT_FAILURE',
  },
  'archive-checksum': {
    says: 'the header of an entry does not add up to its own checksum',
    next: 'ask for the archive again: it was damaged or edited',
    clause: 'POSIX pax, ustar interchange format: chksum',
    indication: 'TOTAL-FAILED',
    sub: 'FORMAT_FAILURE',
  },
  'archive-extension': {
    says: 'an extended header is malformed, or readers disagree about what it means',
    next: 'ask for the archive in the ustar or plain pax form',
    clause: 'attacks I01; POSIX pax, extended header',
    indication: 'TOTAL-FAILED',
    sub: 'FORMAT_FAILURE',
  },
  'archive-size': {
    says: 'the size of an entry is no plain number, or stands twice and differs',
    next: 'ask for the archive again: readers disagree about where its entries begin',
    clause: 'attacks I01',
    indication: 'TOTAL-FAILED',
    sub: 'FORMAT_FAILURE',
  },
  'archive-name': {
    says: 'the name of an entry leads out of the archive, or is read in several ways',
    next: 'do not unpack it; ask for the archive with plain relative names',
    clause: 'attacks I03, I04',
    indication: 'TOTAL-FAILED',
    sub: 'FORMAT_FAILURE',
  },
  'archive-entry-type': {
    says: 'an entry is of a type that may not stand in such an archive',
    next: 'ask for an archive of files and directories only',
    clause: 'attacks I04',
    indication: 'TOTAL-FAILED',
    sub: 'FORMAT_FAILURE',
  },
  'archive-duplicate': {
    says: 'two entries claim one name with different content',
    next: 'ask for the archive again: which of the two is meant depends on the reader',
    clause: 'attacks I03',
    indication: 'TOTAL-FAILED',
    sub: 'FORMAT_FAILURE',
  },
  'archive-end': {
    says: 'the archive does not end as it must: entries may be missing',
    next: 'ask for the archive again: it was cut',
    clause: 'attacks I02; POSIX pax: two blocks of zeros',
    indication: 'TOTAL-FAILED',
    sub: 'FORMAT_FAILURE',
  },
  'archive-trailing': {
    says: 'something follows the end of the archive, or precedes its beginning',
    next: 'ask for the archive again: some readers read entries there',
    clause: 'attacks I01',
    indication: 'TOTAL-FAILED',
    sub: 'FORMAT_FAILURE',
  },
  'archive-layout': {
    says: 'the directory of the archive and what lies in it do not agree',
    next: 'ask for the archive again: readers that follow the one see other entries than readers of the other',
    clause: 'attacks I01; PKWARE APPNOTE 4.3',
    indication: 'TOTAL-FAILED',
    sub: 'FORMAT_FAILURE',
  },
  'archive-compression': {
    says: 'the compressed data is damaged, cut, or more than one stream',
    next: 'ask for the archive again',
    clause: 'attacks I06; RFC 1951, RFC 1952, RFC 8878',
    indication: 'TOTAL-FAILED',
    sub: 'FORMAT_FAILURE',
  },
  'archive-content': {
    says: 'the content of an entry is not what the archive says: its length or CRC-32 differs',
    next: 'ask for the archive again: it was damaged or edited',
    clause: 'PKWARE APPNOTE 4.4.7; RFC 1952 §2.3.1',
    indication: 'TOTAL-FAILED',
    sub: 'FORMAT_FAILURE',
  },
  'archive-ratio': {
    says: 'the data expands more than honest content does',
    next: 'unpack it where that can do no harm, and name the directory',
    clause: 'attacks I06',
    indication: 'TOTAL-FAILED',
    sub: 'FORMAT_FAILURE',
  },
  'archive-unsupported': {
    says: 'the archive is encrypted, in several parts, or compressed by a method that is not read here',
    next: 'unpack it, and name the directory',
    clause: 'PKWARE APPNOTE 4.4.4, 4.4.5',
    indication: 'INDETERMINATE',
    sub: 'SIGNED_DATA_NOT_FOUND',
  },
} as const satisfies Record<string, ReasonEntry>;
