// SPDX-License-Identifier: Apache-2.0
import { readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { openEvidence } from '../../src/envelope/open-evidence.ts';
import type { Check, Checked } from '../../src/model/check.ts';
import type { SignedEntity } from '../../src/model/signed-entity.ts';

export const AT = { evidence: 'evidence.json', pointer: '' };

export function text(value: string): Uint8Array {
  return new TextEncoder().encode(value);
}

export function base64(value: string | Uint8Array): string {
  return Buffer.from(value).toString('base64');
}

export function open(value: unknown) {
  return openEvidence(text(typeof value === 'string' ? value : JSON.stringify(value)), AT);
}

/** The first entity of what must open. */
export function opened(value: unknown): SignedEntity {
  const result = open(value);
  if (!result.ok) throw new Error(`did not open: ${JSON.stringify(result.checks)}`);
  return result.value[0];
}

/** The reasons of all checks that did not pass, `id reason` each. */
export function problems(result: Checked<unknown> | readonly Check[]): string[] {
  const checks = 'checks' in result ? result.checks : result;
  return checks.flatMap((check) =>
    check.outcome === 'passed' || check.outcome === 'skipped' ? [] : [`${check.id} ${check.reason}`],
  );
}

/** What a document that must be refused is refused for: exactly one reason, and no value. */
export function refusal(value: unknown): string {
  const result = open(value);
  if (result.ok) throw new Error('opened');
  const [only, second] = problems(result);
  if (only === undefined || second !== undefined) throw new Error(`not one cause: ${JSON.stringify(result.checks)}`);
  return only;
}

export function filesUnder(folder: string): string[] {
  return readdirSync(folder)
    .sort()
    .flatMap((name) => {
      const path = join(folder, name);
      return statSync(path).isDirectory() ? filesUnder(path) : [path];
    });
}

export function bytesOfFile(path: string): Uint8Array {
  return new Uint8Array(readFileSync(path));
}

/** A DSSE envelope that is well formed; its signature is no signature of anything. */
export function dsse(changes: Record<string, unknown> = {}): Record<string, unknown> {
  return {
    payload: base64('hello world'),
    payloadType: 'http://example.com/HelloWorld',
    signatures: [{ keyid: 'k', sig: base64('signature') }],
    ...changes,
  };
}

export function logEntry(changes: Record<string, unknown> = {}): Record<string, unknown> {
  return {
    logIndex: '7',
    logId: { keyId: base64('log') },
    kindVersion: { kind: 'hashedrekord', version: '0.0.1' },
    integratedTime: '1700000000',
    inclusionPromise: { signedEntryTimestamp: base64('set') },
    inclusionProof: {
      logIndex: '6',
      rootHash: base64(new Uint8Array(32)),
      treeSize: '9',
      hashes: [base64(new Uint8Array(32))],
      checkpoint: { envelope: 'log\n9\nAAAA\n\n— log AAAA\n' },
    },
    canonicalizedBody: base64('{}'),
    ...changes,
  };
}

/** A bundle of version 0.3 over a message that is well formed. */
export function bundle(
  changes: Record<string, unknown> = {},
  material: Record<string, unknown> = {},
): Record<string, unknown> {
  return {
    mediaType: 'application/vnd.dev.sigstore.bundle.v0.3+json',
    verificationMaterial: {
      certificate: { rawBytes: base64('leaf') },
      tlogEntries: [logEntry()],
      timestampVerificationData: { rfc3161Timestamps: [{ signedTimestamp: base64('token') }] },
      ...material,
    },
    messageSignature: {
      messageDigest: { algorithm: 'SHA2_256', digest: base64(new Uint8Array(32)) },
      signature: base64('signature'),
    },
    ...changes,
  };
}
