// SPDX-License-Identifier: Apache-2.0
import type { Bytes } from '../../model/bytes.ts';
import type { CheckId } from '../../model/checks.ts';

/** What a signature is over, as its first octets tell, and the checks that rest on such a one. */
export interface SignedKind {
  readonly says: string;
  readonly checks: readonly CheckId[];
}

interface Row extends SignedKind {
  readonly is: (message: Bytes, text: string) => boolean;
}

const NEXT_KEY = 'urn:forensic-verify:predicate:next-key:v1';
const CUSTODY = 'urn:forensic-verify:predicate:custody-event:v1';
const SEQUENCE = 0x30;
const SET = 0x31;
const VERSION_TAG = 0xa0;

/** SIGNED_KINDS: the first row that fits. They share no first octets, but for an artifact that begins as one of them does. */
const SIGNED_KINDS: readonly Row[] = [
  {
    says: 'a statement that introduces the next key (DSSE pre-authentication encoding)',
    checks: ['trust.next-key', 'signature.valid', 'signature.threshold'],
    is: (_, text) => text.startsWith('DSSEv1 ') && text.includes(NEXT_KEY),
  },
  {
    says: 'a custody event (DSSE pre-authentication encoding of its statement)',
    checks: ['custody.signature', 'custody.transfer', 'custody.keys'],
    is: (_, text) => text.startsWith('DSSEv1 ') && text.includes(CUSTODY),
  },
  {
    says: 'a DSSE envelope (pre-authentication encoding of type and payload)',
    checks: ['signature.valid', 'signature.threshold', 'layout.signature', 'step.threshold'],
    is: (_, text) => text.startsWith('DSSEv1 '),
  },
  {
    says: "a transparency log's promise (signed entry timestamp)",
    checks: ['log.promise'],
    is: (_, text) => text.startsWith('{"body":"') && text.includes('"logID":"'),
  },
  {
    says: "a witness's cosignature of a checkpoint",
    checks: ['checkpoint.witnesses', 'custody.witnesses'],
    is: (_, text) => text.startsWith('cosignature/v1\n') || text.startsWith('subtree/v1\n'),
  },
  {
    says: 'a checkpoint: origin, tree size and root of a log',
    checks: [
      ...(['log.checkpoint', 'checkpoint.signature', 'custody.checkpoint', 'sumdb.signature'] as const),
      ...(['promotion.checkpoint', 'note.signature', 'merkle.anchor'] as const),
    ],
    is: (_, text) => /^[^\n]+\n[0-9]+\n[A-Za-z0-9+/]{43}=\n/.test(text),
  },
  {
    says: 'the signed attributes of an RFC 3161 timestamp',
    checks: ['time.timestamp', 'custody.anchors'],
    is: (message) => message[0] === SET && isWhole(message),
  },
  {
    says: 'the signed part of a certificate (TBSCertificate)',
    checks: ['certificate.path', 'chain.path', 'time.timestamp', 'custody.anchors'],
    is: (message) => message[0] === SEQUENCE && isWhole(message) && message[headerLength(message)] === VERSION_TAG,
  },
  {
    says: 'a certificate timestamp (SCT) over a precertificate',
    checks: ['sct.signature', 'sct.threshold'],
    is: (message) =>
      message.length > 47 && message[0] === 0 && message[1] === 0 && message[10] === 0 && message[11] === 1,
  },
  {
    says: 'the signed part of a certificate revocation list (TBSCertList)',
    checks: ['revocation.data', 'certificate.revocation'],
    is: isRevocationList,
  },
  ...(['root', 'timestamp', 'snapshot', 'targets'] as const).map(tufRow),
  {
    says: 'the list of checksums of a kit',
    checks: ['kit.signature'],
    is: (_, text) => /^[0-9a-f]{64} {2}MANIFEST\.json\n|\n[0-9a-f]{64} {2}MANIFEST\.json\n/.test(text),
  },
  {
    says: "a registry's signature over name, version and integrity",
    checks: ['package.signature'],
    is: (_, text) => /^@?[^\s:]+@[^\s:]+:sha(256|384|512)-[A-Za-z0-9+/]+=*$/.test(text),
  },
];

function tufRow(type: 'root' | 'timestamp' | 'snapshot' | 'targets'): Row {
  return {
    says: `the list ${type} of a trust repository (canonical form of its member "signed")`,
    checks: [`tuf.${type}`],
    is: (_, text) => text.startsWith(`{"_type":"${type}",`),
  };
}

const OCTETS: SignedKind = {
  says: 'the octets of a file, or of a part of one',
  checks: ['signature.valid', 'signature.threshold', 'note.signature', 'layout.signature', 'step.threshold'],
};

export function signedKindOf(message: Bytes, over: 'message' | 'digest'): SignedKind {
  if (over === 'digest')
    return { says: 'a digest that stands for an artifact', checks: ['signature.valid', 'signature.threshold'] };
  // Latin-1 finds ASCII wherever it stands, and fails on nothing.
  const text = new TextDecoder('latin1').decode(message.subarray(0, LOOKED_AT));
  return SIGNED_KINDS.find(({ is }) => is(message, text)) ?? OCTETS;
}

const LOOKED_AT = 1024 * 1024;

/** Its version, v2, and then the algorithm (RFC 5280 §5.1.2): a certificate of version 3 begins otherwise. */
export function isRevocationList(message: Bytes): boolean {
  const at = headerLength(message);
  return (
    message[0] === SEQUENCE &&
    isWhole(message) &&
    message[at] === 2 &&
    message[at + 1] === 1 &&
    message[at + 2] === 1 &&
    message[at + 3] === SEQUENCE
  );
}

/** One value of DER and nothing else: a text may begin with the same octet. */
function isWhole(der: Bytes): boolean {
  const header = headerLength(der);
  const length = header === 2 ? (der[1] ?? 0) : der.subarray(2, header).reduce((sum, octet) => sum * 256 + octet, 0);
  return header + length === der.length;
}

function headerLength(der: Bytes): number {
  const first = der[1] ?? 0;
  return first < 0x80 ? 2 : 2 + (first & 0x7f);
}
