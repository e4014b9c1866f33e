// SPDX-License-Identifier: Apache-2.0
import { encodeBase64 } from '../encoding/base64.ts';
import { readLockData } from '../encoding/lock-data.ts';
import type { LockSyntax } from '../encoding/lock-format.ts';
import { withLockBlock, withoutLockBlock } from '../encoding/lock-text.ts';
import { formatInstant } from '../encoding/rfc3339.ts';
import { decodeUtf8, encodeUtf8 } from '../encoding/utf8.ts';
import { LOCK_BLOCK, type LockClaims, lockBlock, lockStatement, splitLock } from '../envelope/lockfile-block.ts';
import type { Bytes } from '../model/bytes.ts';
import type { Instant } from '../model/instant.ts';
import { Malformed } from '../model/malformed.ts';
import { dsseBytes, STATEMENT_TYPE, seal } from './seal.ts';
import { algorithmOf, type Signer } from './signer.ts';

export interface LockfileToSign {
  readonly bytes: Bytes;
  readonly syntax: LockSyntax;
  /** What the lockfile is called in the statement: its file name, as a rule. */
  readonly name: string;
  /** What the signer calls himself. */
  readonly signerId: string;
  readonly at: Instant;
}

export interface SignedLockfile {
  readonly claims: LockClaims;
  /** RFC 8785 over the lockfile as data, without a block. */
  readonly canonical: Bytes;
  /** DSSE, for a file of its own. */
  readonly envelope: Bytes;
  /** The block that says the same inside the lockfile. */
  readonly block: ReturnType<typeof lockBlock>;
}

/** @throws Malformed what makes the lockfile no data, and what the signer throws */
export async function signLockfile(lock: LockfileToSign, signer: Signer): Promise<SignedLockfile> {
  const { canonical } = splitLock(readLockData(lock.syntax, lock.bytes));
  const claims: LockClaims = {
    name: printable(lock.name, 'the name of the lockfile'),
    syntax: lock.syntax,
    signer: printable(lock.signerId, 'the name of the signer'),
    algorithm: algorithmOf(signer),
    timestamp: formatInstant(lock.at),
  };
  const sealed = await seal([signer], lockStatement(claims, canonical), STATEMENT_TYPE);
  const [signature] = sealed.signatures;
  return {
    claims,
    canonical,
    envelope: dsseBytes(sealed),
    block: lockBlock(claims, encodeBase64(signature!.sig)),
  };
}

/**
 * The lockfile with the block in it, in place of one that is there. What stands around it stays as it is, octet for octet.
 *
 * @throws Malformed `lockfile-value` where it would not be the same lockfile any more, or cannot hold a block
 */
export function embedInLockfile({ bytes, syntax }: LockfileToSign, { block, canonical }: SignedLockfile): Bytes {
  const text = withoutLockBlock(decodeUtf8(bytes), syntax, LOCK_BLOCK);
  const written = encodeUtf8(withLockBlock(text, syntax, LOCK_BLOCK, block));
  const again = splitLock(readLockData(syntax, written));
  const isSame = sameOctets(again.canonical, canonical) && JSON.stringify(again.block) === JSON.stringify(block);
  if (!isSame)
    throw new Malformed('lockfile-value', 'a block cannot be written into it: give the signature a file of its own');
  return written;
}

function sameOctets(a: Bytes, b: Bytes): boolean {
  return a.length === b.length && a.every((octet, i) => octet === b[i]);
}

/** Such as can stand in every syntax and on every terminal. */
function printable(text: string, what: string): string {
  if (/^[\x20-\x7e]{1,256}$/.test(text)) return text;
  throw new Malformed('lockfile-value', `${what} is not 1 to 256 printable characters of ASCII`);
}
