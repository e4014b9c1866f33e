// SPDX-License-Identifier: Apache-2.0
import { type Bytes, utf8 } from '../bytes.ts';
import { AT } from '../case.ts';
import type { Certificate } from '../certificate.ts';
import { pem } from '../der.ts';
import type { JsonObject } from '../json.ts';

export const KEY = (name: string): readonly string[] => ['--key', `../../keys/${name}.pub.pem`];

/** The command for an envelope under plain keys. */
export function verifyDsse(...more: readonly string[]): readonly string[] {
  return ['verify', 'artifact.txt', '--bundle', 'artifact.dsse.json', ...more, ...AT];
}

export function pemFile(...certificates: readonly (Certificate | { readonly der: Bytes })[]): string {
  return certificates.map(({ der }) => pem('CERTIFICATE', der)).join('');
}

/** JSON on one line, with places that no writer would make: `text` stands for the marker where it occurs. */
export function spliced(document: JsonObject, marker: string, text: string | Bytes): Bytes {
  const [before, after, more] = JSON.stringify(document).split(marker);
  if (before === undefined || after === undefined || more !== undefined)
    throw new Error(`${marker} does not stand once`);
  const middle = typeof text === 'string' ? utf8(text) : text;
  return new Uint8Array(Buffer.concat([Buffer.from(before), Buffer.from(middle), Buffer.from(after)]));
}
