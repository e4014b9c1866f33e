// SPDX-License-Identifier: Apache-2.0
import type { Locator } from '../model/check.ts';
import type { HashName, SchemeId } from '../model/public-key.ts';

// Commands for a second examiner. They hold file names in capitals for him to replace, places, numbers and hexadecimal digits
// that were read and written anew; never text of the evidence, which a shell would run.

/** The member at one place of the evidence, on standard output. `pointer` is one of ours: names of the format and indices. */
export function member(at: Locator, pointer: string): string {
  const line = /^\/([0-9]+)/.exec(at.pointer)?.[1];
  // Of a document that holds several, the place inside it; a file of lines is cut first.
  const inside = line === undefined ? at.pointer : at.pointer.slice(line.length + 1);
  const path = (inside + pointer)
    .split('/')
    .slice(1)
    .map((token) => (/^[0-9]+$/.test(token) ? `[${token}]` : `.${token.replace(/[^A-Za-z0-9_]/g, '')}`))
    .join('');
  const filter = path.startsWith('[') ? `.${path}` : path;
  return line === undefined
    ? `jq -rj '${filter}' EVIDENCE`
    : `sed -n ${Number(line) + 1}p EVIDENCE | jq -rj '${filter}'`;
}

/** Where an entry keeps its body: as a bundle does, or as Rekor's answer that cosign kept. */
export function bodyOf(entry: string): string {
  return entry.endsWith('/rekorBundle') ? `${entry}/Payload/body` : `${entry}/canonicalizedBody`;
}

/** The bytes behind a base64 member, on standard output. */
export function bytesAt(at: Locator, pointer: string): string {
  return `${member(at, pointer)} |\nbase64 -d`;
}

export function sum(hash: HashName): string {
  return `${hash}sum`;
}

/** One signature, by OpenSSL alone. */
export function verifySignature(scheme: SchemeId, signed: string): string {
  if (scheme === 'ed25519') {
    return `openssl pkeyutl -verify -pubin -inkey KEY.pem -rawin -in ${signed} \\\n-sigfile SIGNATURE`;
  }
  const hash = scheme.slice(scheme.lastIndexOf('-') + 1);
  const pss = scheme.startsWith('rsa-pss') ? ' -sigopt rsa_padding_mode:pss -sigopt rsa_pss_saltlen:digest \\\n' : ' ';
  return `openssl dgst -${hash} -verify KEY.pem${pss}-signature SIGNATURE ${signed}`;
}
