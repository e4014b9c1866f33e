// SPDX-License-Identifier: Apache-2.0
import { type Bytes, hex, sha256, utf8 } from '../bytes.ts';
import { AT, alsoGiving, type Case, type Files, passes, refuted, undecided } from '../case.ts';
import { envelopeJson, signedEnvelope } from '../dsse.ts';
import { type JsonObject, pretty } from '../json.ts';
import { PLAIN } from '../plain-keys.ts';
import { ARTIFACT, OTHER } from './good.ts';

const CONTENT: Readonly<Record<string, Bytes>> = { 'bundle.json': utf8('{"bundleKind":2}\n'), 'sbom/a.txt': ARTIFACT };
const INSTRUCTIONS = 'Compare each file with manifest.json.\n';
const MANIFEST_TYPE = 'application/vnd.stellaops.evidence.manifest+json';

function entriesOf(content: Readonly<Record<string, Bytes>>): JsonObject[] {
  return Object.entries(content).map(([canonicalPath, data]) => ({
    section: 'inputs',
    canonicalPath,
    sha256: hex(sha256(data)),
    sizeBytes: data.length,
  }));
}

const lines = (content = CONTENT): string =>
  Object.entries(content)
    .map(([path, data]) => `${hex(sha256(data))}  ${path}\n`)
    .join('');
const checksums = (root = hex(sha256(utf8(lines())))): string => `root ${root}\n${lines()}`;

/** The layout of bundle-packaging, signed by a plain key over its manifest. */
function bundle(
  change: Files = {},
  manifest: JsonObject = { bundleKind: 2, status: 3, entries: entriesOf(CONTENT) },
): Files {
  const text = utf8(pretty(manifest));
  const signature = envelopeJson(signedEnvelope(text, [PLAIN.ed25519], MANIFEST_TYPE));
  const files: Files = {
    ...CONTENT,
    'manifest.json': text,
    'signature.json': signature,
    'checksums.txt': checksums(),
    'instructions.txt': INSTRUCTIONS,
    ...change,
  };
  return Object.fromEntries(Object.entries(files).map(([path, data]) => [`case/${path}`, data]));
}

const KEY = ['--key', '../../keys/ed25519.pub.pem'] as const;
const UNNAMED: readonly string[] = ['verify', 'case', ...KEY, ...AT];
const VERIFY: readonly string[] = [...UNNAMED, '--merkle-profile', 'sha256-checksums'];

/** Evidence bundles and packs of StellaOps, as its documents describe them. */
export function stellaCases(): Case[] {
  const pack: Files = {
    'case/manifest.json': '{"version":"1.0.0"}\n',
    'case/metadata.json': '{}\n',
    'case/checksums.sha256': `SHA256 (manifest.json) = ${hex(sha256(utf8('{"version":"1.0.0"}\n')))}\n`,
  };
  return [
    passes(
      'stella-bundle',
      'The signature is over the manifest, the manifest over the files; the meaning of the root is named.',
      bundle(),
      [...VERIFY, '--require-all'],
    ),
    alsoGiving(
      undecided(
        'stella-pack-unsigned--evidence-absent',
        'set.evidence',
        'The layout of the export, recognised and well formed, and nobody has signed it.',
        pack,
        UNNAMED,
        4,
      ),
      'artifact-unattested',
    ),
    undecided(
      'stella-bundle-root-open--merkle-profile-not-named',
      'bundle.root',
      'Nobody said what the root is over.',
      bundle(),
      UNNAMED,
    ),
    refuted(
      'stella-bundle-other-meaning--merkle-root-mismatch',
      'bundle.root',
      'The root is not one in the meaning that was asked for.',
      bundle(),
      [...UNNAMED, '--merkle-profile', 'sha256-pairs-doubled'],
      2,
    ),
    alsoGiving(
      refuted(
        'stella-bundle-changed--bundle-digest-mismatch',
        'bundle.entries',
        'A file of the bundle was changed.',
        bundle({ 'sbom/a.txt': OTHER }),
        VERIFY,
        2,
      ),
      'artifact-unattested',
    ),
    refuted(
      'stella-bundle-unsorted--bundle-checksums',
      'bundle.checksums',
      'The lines of checksums.txt are not in the order of their paths.',
      bundle({ 'checksums.txt': `${lines().split('\n').slice(0, 2).reverse().join('\n')}\n` }),
      VERIFY,
    ),
    alsoGiving(
      refuted(
        'stella-bundle-path--bundle-manifest',
        'bundle.manifest',
        'A path of the manifest leads upwards.',
        bundle(
          {},
          { entries: [{ section: 'inputs', canonicalPath: '../a.txt', sha256: '0'.repeat(64), sizeBytes: 1 }] },
        ),
        VERIFY,
      ),
      'artifact-unattested',
    ),
  ];
}
