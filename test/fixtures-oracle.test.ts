// SPDX-License-Identifier: Apache-2.0
import { createPublicKey } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { bundleFromJSON } from '@sigstore/bundle';
import { TrustedRoot } from '@sigstore/protobuf-specs';
import { toSignedEntity, toTrustMaterial, Verifier } from '@sigstore/verify';
import { describe, expect, it } from 'vitest';
import { ARTIFACT } from '../scripts/mint/cases/good.ts';
import { allCases } from '../scripts/mint/fixtures.ts';
import { keyHint } from '../scripts/mint/keys.ts';
import { PLAIN } from '../scripts/mint/plain-keys.ts';

// The mint's good evidence, judged by a verifier that shares no code with it or with src/.
const cases = join(import.meta.dirname, '../fixtures/cases');

/** What that verifier cannot read, with what it says: the evidence is good, the kind is beyond it. */
const BEYOND_IT: Readonly<Record<string, string>> = {
  'bundle-v0.1-intoto-v1': 'unsupported intoto version: 0.0.1',
  'rekor-v2-hashedrekord-over-pae': 'digest mismatch',
  'timestamp-fraction': 'invalid time',
};

interface Expectation {
  readonly command: readonly string[];
  readonly exitCode: number;
}

function expectation(name: string): Expectation {
  return JSON.parse(readFileSync(join(cases, name, 'expect.json'), 'utf8')) as Expectation;
}

function judge(name: string): void {
  const read = (file: string): Buffer => readFileSync(join(cases, name, file));
  const { command } = expectation(name);
  const threshold = (flag: string): number => (command.includes(flag) ? Number(command[command.indexOf(flag) + 1]) : 1);
  const rootFile = command[command.indexOf('--trusted-root') + 1] ?? '';
  const root = TrustedRoot.fromJSON(JSON.parse(read(rootFile).toString()));
  const material = toTrustMaterial(root, (hint) => {
    const key = Object.values(PLAIN).find((one) => keyHint(one) === hint);
    if (key === undefined) throw new Error(`no plain key for the hint ${hint}`);
    const publicKey = createPublicKey(key.publicPem);
    return { publicKey, validFor: () => true };
  });
  const bundle = bundleFromJSON(JSON.parse(read('bundle.sigstore.json').toString()));
  const artifact = bundle.content.$case === 'messageSignature' ? Buffer.from(ARTIFACT) : undefined;
  new Verifier(material, {
    tlogThreshold: threshold('--tlog-threshold'),
    ctlogThreshold: threshold('--ctlog-threshold'),
    timestampThreshold: threshold('--timestamp-threshold'),
  }).verify(toSignedEntity(bundle, artifact));
}

describe('another verifier agrees with the good fixtures', () => {
  const names = allCases()
    .filter(
      ({ exitCode, files, command }) =>
        exitCode === 0 &&
        'bundle.sigstore.json' in files &&
        command[0] === 'verify' &&
        // It knows no store, and no further authority: all has to lie in the file of the root.
        !command.includes('--trust-store') &&
        !command.includes('--timestamp-certificate-chain'),
    )
    .map(({ name }) => name);
  it.each(names)('%s', (name) => {
    const beyond = BEYOND_IT[name];
    if (beyond === undefined) expect(() => judge(name)).not.toThrow();
    else expect(() => judge(name)).toThrow(beyond);
  });
});
