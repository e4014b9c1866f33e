// SPDX-License-Identifier: Apache-2.0

import { seal } from '../bundle.ts';
import { base64, flipped, hash, utf8 } from '../bytes.ts';
import { AT, type Case, type Files, passes, refuted, undecided, unusable, verifyBundle, WHO } from '../case.ts';
import type { JsonObject } from '../json.ts';
import { changed } from '../json.ts';
import { KEY_ID, registryKey } from '../npm.ts';
import { mintRoot } from '../world.ts';
import { ARTIFACT, MESSAGE } from './good.ts';

const good = { 'artifact.txt': ARTIFACT, 'bundle.sigstore.json': seal(MESSAGE).bundle };

function ownRoot(root: JsonObject | string): { files: Files; command: readonly string[] } {
  return {
    files: { ...good, 'trusted-root.json': root },
    command: [
      'verify',
      'artifact.txt',
      '--bundle',
      'bundle.sigstore.json',
      '--trusted-root',
      'trusted-root.json',
      ...WHO,
      ...AT,
    ],
  };
}

/** The trusted root as a file. */
export function rootCases(): Case[] {
  const broken = ownRoot(changed(mintRoot(), { '/tlogs/0/publicKey/rawBytes': 'MFkw' }));
  const windowless = ownRoot(changed(mintRoot(), { '/tlogs/0/publicKey/validFor': {} }));
  const twice = ownRoot(JSON.stringify(mintRoot()).replace('"tlogs":', '"tlogs":[],"tlogs":'));
  return [
    unusable(
      'root-broken-key--trusted-root-format',
      'A key of the trusted root is cut short.',
      broken.files,
      broken.command,
    ),
    undecided(
      'root-without-start--log-unknown',
      'log.key',
      'The key of the log has no start of its validity in the trusted root: it is set aside, and the entry is of an unknown log.',
      windowless.files,
      windowless.command,
    ),
    unusable(
      'root-tlogs-twice--trusted-root-format',
      'The trusted root names its logs twice.',
      twice.files,
      twice.command,
    ),
    undecided(
      'root-not-pinned--trusted-root-digest',
      'trust.digest',
      'The trusted root has another digest than the pinned one.',
      good,
      verifyBundle('artifact.txt', '--trusted-root-digest', `sha256:${'00'.repeat(32)}`),
    ),
    undecided(
      'root-of-unknown-age--trusted-root-age',
      'trust.age',
      'A bare file does not say how old it is, and an age is asked for.',
      good,
      verifyBundle('artifact.txt', '--max-root-age', '90d'),
      5,
    ),
  ];
}

const INTEGRITY = `sha512-${base64(hash('sha512', ARTIFACT))}`;

function registryKeys(validFor: JsonObject): JsonObject {
  const publicKey = { rawBytes: base64(registryKey.spki), keyDetails: registryKey.details, validFor };
  return { keys: [{ keyId: KEY_ID, keyUsage: 'npm:signatures', publicKey }] };
}

/** A registry's signature over name, version and integrity. */
export function registryCases(): Case[] {
  const signature = registryKey.sign(utf8(`@acme/app@1.2.3:${INTEGRITY}`));
  const window = { start: '2025-01-01T00:00:00.000Z', end: '2026-02-15T00:00:00.000Z' };
  const files = { 'keys.json': registryKeys(window) };
  const ask = (change: Readonly<Record<string, string>> = {}, ...more: readonly string[]): readonly string[] => {
    const words = {
      'registry-signature': base64(signature),
      'key-id': KEY_ID,
      'package-name': '@acme/app',
      'package-version': '1.2.3',
      integrity: INTEGRITY,
      'npm-keys': 'keys.json',
      ...change,
    };
    return ['verify', ...Object.entries(words).flatMap(([flag, value]) => [`--${flag}`, value]), ...more, ...AT];
  };
  const signedAt = ['--signed-at', '2026-02-01T12:00:00Z'];
  return [
    passes(
      'registry-signature',
      "A registry's signature under a key that was valid when the examiner says that it signed.",
      files,
      ask({}, ...signedAt),
    ),
    undecided(
      'registry-key-ended--key-window',
      'key.trusted',
      'The key had ended when the examiner says that it signed.',
      files,
      ask({}, '--signed-at', '2026-02-16T00:00:00Z'),
    ),
    undecided(
      'registry-no-time--key-window-unproven',
      'key.trusted',
      'The key has a window, and nothing says when it signed.',
      files,
      ask(),
    ),
    undecided(
      'registry-signed-later--time-order',
      'time.order',
      'The examiner says that it was signed later than the instant that the question is about.',
      { 'keys.json': registryKeys({ start: '2025-01-01T00:00:00.000Z' }) },
      ask({}, '--signed-at', '2026-03-01T00:00:01Z'),
    ),
    undecided(
      'registry-outside-the-window--time-window',
      'time.window',
      'The examiner says that it was signed later than the window that is asked for.',
      files,
      ask({}, ...signedAt, '--not-after', '2026-02-01T11:59:59Z'),
    ),
    undecided(
      'registry-no-time--time-window-unproven',
      'time.window',
      'A window is asked for, and nothing says when it was signed.',
      { 'keys.json': registryKeys({ start: '2025-01-01T00:00:00.000Z' }) },
      ask({}, '--not-after', '2026-02-01T11:59:59Z'),
    ),
    undecided(
      'registry-other-key--key-id-unknown',
      'key.trusted',
      'No key of the file carries the key id.',
      files,
      ask({ 'key-id': 'SHA256:nobody' }, ...signedAt),
    ),
    refuted(
      'registry-version--signature-mismatch',
      'package.signature',
      'The signature is over another version of the package.',
      files,
      ask({ 'package-version': '1.2.4' }, ...signedAt),
    ),
    refuted(
      'registry-flipped--signature-mismatch',
      'package.signature',
      'One bit of the signature differs.',
      files,
      ask({ 'registry-signature': base64(flipped(signature, -1)) }, ...signedAt),
    ),
    refuted(
      'registry-name--package-coordinates',
      'package.signature',
      'The name of the package holds a colon and an at sign, so that the signed text could be read in two ways.',
      files,
      ask({ 'package-name': 'app@1:x' }, ...signedAt),
    ),
  ];
}
