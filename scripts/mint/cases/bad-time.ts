// SPDX-License-Identifier: Apache-2.0

import { type SealPlan, type StampWish, seal } from '../bundle.ts';
import { base64, bytes, flipped, utf8 } from '../bytes.ts';
import { AT, type Case, type Files, refuted, TRUSTED_ROOT, undecided, verifyBundle, WHO } from '../case.ts';
import { extension, PURPOSE } from '../certificate.ts';
import { NULL } from '../der.ts';
import { envelopeJson, signedEnvelope } from '../dsse.ts';
import { changed } from '../json.ts';
import { ecKey } from '../keys.ts';
import { PLAIN } from '../plain-keys.ts';
import { mintRoot, rekorV2, SIGNED_AT, tsa, tsaA, tsaB, tsaInstance, tsaStranger } from '../world.ts';
import { KEY, verifyDsse } from './common.ts';
import { ARTIFACT, MESSAGE, MESSAGE_V2, PROVENANCE } from './good.ts';

const STAMP = '/verificationMaterial/timestampVerificationData/rfc3161Timestamps/0/signedTimestamp';
const verify = verifyBundle('artifact.txt');

/** The signed entry timestamp gives the time already; the token stands beside it, and is the only thing that is wrong. */
function stamped(...stamps: readonly StampWish[]): Files {
  return evidence({ ...MESSAGE, stamps });
}

function evidence(plan: SealPlan, places: Parameters<typeof changed>[1] = {}): Files {
  return { 'artifact.txt': ARTIFACT, 'bundle.sigstore.json': changed(seal(plan).bundle, places) };
}

function underRoot(
  authorities: Parameters<typeof mintRoot>[0],
  plan: SealPlan,
): { files: Files; command: readonly string[] } {
  return {
    files: { ...evidence(plan), 'trusted-root.json': mintRoot(authorities) },
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

export function timestampCases(): Case[] {
  const loose = tsa({ name: 'loose tsa', key: ecKey('p256', 'tsa loose'), criticalUsage: false });
  const busy = tsa({
    name: 'busy tsa',
    key: ecKey('p256', 'tsa busy'),
    purposes: [PURPOSE.timeStamping, PURPOSE.codeSigning],
  });
  const short = tsa({ name: 'short tsa', key: ecKey('p256', 'tsa short'), notAfter: '2026-01-01T00:00:00Z' });
  const looseCase = underRoot({ timestampAuthorities: [tsaInstance(loose)] }, { ...MESSAGE, stamps: [{ tsa: loose }] });
  const busyCase = underRoot({ timestampAuthorities: [tsaInstance(busy)] }, { ...MESSAGE, stamps: [{ tsa: busy }] });
  const shortCase = underRoot({ timestampAuthorities: [tsaInstance(short)] }, { ...MESSAGE, stamps: [{ tsa: short }] });
  const ended = underRoot(
    { timestampAuthorities: [tsaInstance(tsaA, { start: '2025-01-01T00:00:00Z', end: '2026-01-01T00:00:00Z' })] },
    { ...MESSAGE, stamps: [{ tsa: tsaA }] },
  );
  const is = (name: string, why: string, files: Files, exitCode?: number): Case =>
    refuted(name, 'time.timestamp', why, files, verify, exitCode);
  return [
    is(
      'timestamp-garbage--timestamp-format',
      'The timestamp is DER, and no token.',
      evidence({ ...MESSAGE, stamps: [{ tsa: tsaA }] }, { [STAMP]: base64(bytes([0x30, 3, 2, 1, 0])) }),
    ),
    is(
      'timestamp-refused--timestamp-status',
      'The authority answered that it gives no timestamp.',
      stamped({ tsa: tsaA, status: 2 }),
    ),
    is(
      'timestamp-over-the-artifact--timestamp-imprint',
      'The token is over the artifact: it proves the age of the content, not of the signature.',
      stamped({ tsa: tsaA, over: ARTIFACT }),
      2,
    ),
    is(
      'timestamp-over-base64--timestamp-imprint',
      'The token is over the base64 text of the signature.',
      stamped({ tsa: tsaA, over: utf8(base64(seal(MESSAGE).signature)) }),
      2,
    ),
    is(
      'timestamp-flipped--timestamp-signature',
      "One bit of the token's signature differs.",
      stamped({ tsa: tsaB, signerInfos: (info) => [flipped(info, -1)] }),
    ),
    is(
      'timestamp-content-replaced--timestamp-signature',
      'The content was replaced after signing: it states another time.',
      stamped({
        tsa: tsaA,
        replaceInfo: (info) => utf8Replaced(info, '20260201120000Z', '20260201120001Z'),
      }),
    ),
    is(
      'timestamp-names-another--timestamp-signer',
      'The signed attributes name the certificate of another authority as that of the signer.',
      stamped({ tsa: tsaA, named: tsaB.certificate }),
    ),
    is(
      'timestamp-two-signers--timestamp-signer',
      'The token has two signers.',
      stamped({ tsa: tsaA, signerInfos: (info) => [info, info] }),
    ),
    undecided(
      'timestamp-usage-not-critical--timestamp-usage',
      'time.timestamp',
      "The authority's certificate is for time stamping, and does not say so critically.",
      looseCase.files,
      looseCase.command,
    ),
    undecided(
      'timestamp-usage-not-sole--timestamp-usage',
      'time.timestamp',
      "The authority's certificate is for time stamping and for code signing.",
      busyCase.files,
      busyCase.command,
    ),
    undecided(
      'timestamp-authority-ended--timestamp-authority-window',
      'time.timestamp',
      'The trusted root trusted the authority only until the month before.',
      ended.files,
      ended.command,
    ),
    undecided(
      'timestamp-certificate-ended--timestamp-authority-window',
      'time.timestamp',
      "The authority's certificate had ended when it stamped.",
      shortCase.files,
      shortCase.command,
    ),
    undecided(
      'timestamp-sha1--timestamp-algorithm',
      'time.timestamp',
      'The imprint is a SHA-1 digest.',
      stamped({ tsa: tsaA, imprintHash: 'sha1' }),
      verify,
    ),
    undecided(
      'timestamp-two-hashes--timestamp-algorithm',
      'time.timestamp',
      'The signer names SHA-256 as its digest and signs with SHA-384.',
      stamped({ tsa: tsaA, digestHash: 'sha256', signatureHash: 'sha384' }),
      verify,
    ),
    undecided(
      'timestamp-critical--timestamp-extension',
      'time.timestamp',
      'The token holds a critical extension that nobody knows.',
      stamped({ tsa: tsaA, extensions: [extension('1.3.6.1.4.1.55555.2', true, NULL)] }),
      verify,
    ),
    is(
      'timestamp-without-attributes--timestamp-format',
      'The token has no signed attributes: nothing binds it to its certificate.',
      stamped({ tsa: tsaA, bare: true }),
    ),
    is(
      'timestamp-forged--timestamp-signature',
      "The token was made by a stranger's key in the name of the authority.",
      stamped({ tsa: tsaB, key: tsaStranger.key, embedded: [tsaB.certificate.der] }),
    ),
    is('timestamp-twice--timestamp-duplicate', 'The same token stands twice.', stamped({ tsa: tsaA }, { tsa: tsaA })),
    refuted(
      'timestamp-outside-certificate--path-expired',
      'certificate.path',
      "A second, later timestamp lies outside the signer's certificate: one good time does not hide a bad one.",
      evidence({ ...MESSAGE_V2, stamps: [{ tsa: tsaA }, { tsa: tsaB, time: '2026-02-01T12:05:01Z' }] }),
      verify,
    ),
  ];
}

export function timeCases(): Case[] {
  const dsse = {
    'artifact.txt': ARTIFACT,
    'artifact.dsse.json': envelopeJson(signedEnvelope(PROVENANCE, [PLAIN.ed25519])),
  };
  return [
    undecided(
      'rekor-v2-no-timestamp--time-absent',
      'time.threshold',
      'Rekor v2 gives no time, and no timestamp is present.',
      evidence({ ...MESSAGE_V2, stamps: [] }),
      verify,
    ),
    undecided(
      'rekor-v2-unknown-authority--time-absent',
      'time.threshold',
      'The only timestamp is by an authority that the trusted root does not hold, though it brings its certificate: it counts for nothing.',
      evidence({
        ...MESSAGE_V2,
        entries: [{ log: rekorV2 }],
        stamps: [{ tsa: tsaStranger, embedded: [tsaStranger.certificate.der, tsaStranger.root.certificate.der] }],
      }),
      verify,
    ),
    undecided(
      'no-promise--time-absent',
      'time.threshold',
      'The integrated time stands there without a signed entry timestamp: an inclusion proof does not sign time.',
      evidence(MESSAGE, { '/verificationMaterial/tlogEntries/0/inclusionPromise': undefined }),
      verify,
    ),
    undecided(
      'one-timestamp-of-two--time-threshold',
      'time.threshold',
      'One authority has stamped the signature; two are asked for.',
      evidence(MESSAGE_V2),
      verifyBundle('artifact.txt', '--timestamp-threshold', '2'),
    ),
    undecided(
      'two-timestamps-of-one--time-threshold',
      'time.threshold',
      'One authority has stamped the signature twice; two distinct ones are asked for.',
      evidence({
        ...MESSAGE_V2,
        stamps: [{ tsa: tsaA }, { tsa: tsaA, label: 'second', time: '2026-02-01T12:00:01Z' }],
      }),
      verifyBundle('artifact.txt', '--timestamp-threshold', '2'),
    ),
    undecided(
      'asked-before-signing--time-order',
      'time.order',
      'The question is about an instant before the log recorded the signature.',
      evidence(MESSAGE),
      [
        'verify',
        'artifact.txt',
        '--bundle',
        'bundle.sigstore.json',
        ...TRUSTED_ROOT,
        ...WHO,
        '--at',
        '2026-02-01T11:59:00Z',
      ],
    ),
    undecided(
      'plain-key-signed-later--time-order',
      'time.order',
      'The examiner says that it was signed later than the instant that the question is about.',
      dsse,
      verifyDsse(...KEY('ed25519'), '--signed-at', '2026-03-01T00:00:01Z'),
    ),
    undecided(
      'signed-after-the-window--time-window',
      'time.window',
      'The signing lies after the window that was asked for.',
      evidence(MESSAGE),
      verifyBundle('artifact.txt', '--not-after', '2026-01-31T00:00:00Z'),
    ),
    undecided(
      'signed-before-the-window--time-window',
      'time.window',
      'The signing lies before the window that was asked for.',
      evidence(MESSAGE),
      verifyBundle('artifact.txt', '--not-before', '2026-02-02T00:00:00Z'),
    ),
    undecided(
      'plain-key-no-time--time-window-unproven',
      'time.window',
      'A window is asked for, and an envelope under a plain key proves no time.',
      dsse,
      verifyDsse(...KEY('ed25519'), '--not-after', SIGNED_AT),
    ),
  ];
}

function utf8Replaced(data: Uint8Array, from: string, to: string): Uint8Array {
  const at = Buffer.from(data).indexOf(from);
  if (at === -1 || from.length !== to.length) throw new Error(`${from} does not stand there`);
  return bytes(data.subarray(0, at), to, data.subarray(at + from.length));
}
