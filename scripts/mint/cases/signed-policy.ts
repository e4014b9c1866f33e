// SPDX-License-Identifier: Apache-2.0
import { type SealPlan, seal } from '../bundle.ts';
import { type Bytes, hash, hex, utf8 } from '../bytes.ts';
import {
  AT,
  type Case,
  type Files,
  passes,
  refuted,
  shows,
  TRUSTED_ROOT,
  undecided,
  unusable,
  verifyBundle,
} from '../case.ts';
import { type Envelope, envelopeJson, IN_TOTO, signedEnvelope } from '../dsse.ts';
import { IDENTITY, ISSUER } from '../fulcio.ts';
import type { JsonObject } from '../json.ts';
import { PLAIN } from '../plain-keys.ts';
import { alice, rekorV1, rekorV2, tsaA } from '../world.ts';
import { ARTIFACT, MESSAGE } from './good.ts';

const YAML = 'application/vnd.forensic-verify.policy+yaml';
const JSON_TYPE = 'application/vnd.forensic-verify.policy+json';

const POLICY = utf8('policy: forensic-verify/policy@v1\nname: signed gate\nrequire:\n  ttl: 90d\n');
const AS_JSON = utf8('{"policy":"forensic-verify/policy@v1","name":"signed gate","require":{"ttl":"90d"}}\n');
/** The same gate, and it would let pass what is unsigned. */
const WEAKER = utf8('policy: forensic-verify/policy@v1\nname: signed gate\nrequire:\n  ttl: 99d\n');

const KEYS = (...names: readonly (keyof typeof PLAIN)[]): readonly string[] =>
  names.flatMap((name) => ['--policy-key', `../../keys/${name}.pub.pem`]);
const BY = (identity = IDENTITY, issuer = ISSUER): readonly string[] => [
  ...['--policy-identity', identity, '--policy-issuer', issuer],
];

const SOUND: Files = { 'artifact.txt': ARTIFACT, 'bundle.sigstore.json': seal(MESSAGE).bundle };
const enveloped = (envelope: Envelope): JsonObject => envelopeJson(envelope);
const byKey = (...keys: readonly (keyof typeof PLAIN)[]): Envelope =>
  signedEnvelope(
    POLICY,
    keys.map((key) => PLAIN[key]),
    YAML,
  );
const byAlice = (change: Partial<SealPlan> = {}): JsonObject =>
  seal({ signer: alice, content: { payload: POLICY, payloadType: YAML }, entries: [{ log: rekorV1 }], ...change })
    .bundle;
const files = (policy: JsonObject | Bytes): Files => ({ ...SOUND, 'policy.json': policy });
const verify = (...more: readonly string[]): readonly string[] =>
  verifyBundle('artifact.txt', '--policy', 'policy.json', ...more);
const sha256 = (data: Uint8Array): string => `sha256:${hex(hash('sha256', data))}`;

export function signedPolicyCases(): Case[] {
  return [...good(), ...bad()];
}

function good(): Case[] {
  return [
    passes(
      'signed-policy-key',
      'The policy is the payload of an envelope that the given key has signed.',
      files(enveloped(byKey('p256'))),
      verify(...KEYS('p256')),
    ),
    passes(
      'signed-policy-json',
      'The same policy as JSON, under the payload type that says so.',
      files(enveloped(signedEnvelope(AS_JSON, [PLAIN.ed25519], JSON_TYPE))),
      verify(...KEYS('ed25519')),
    ),
    passes(
      'signed-policy-two-keys',
      'Two keys are asked for, and both have signed.',
      files(enveloped(byKey('p256', 'ed25519'))),
      verify(...KEYS('p256', 'ed25519')),
    ),
    passes(
      'signed-policy-identity',
      'The policy is the payload of a bundle: certificate, log entry and time are verified as those of evidence are.',
      files(byAlice()),
      verify(...BY()),
    ),
    passes(
      'signed-policy-beside',
      'The policy is a plain file; a bundle beside it signs its bytes, as cosign sign-blob writes it.',
      {
        ...SOUND,
        'policy.yaml': POLICY,
        'policy.sigstore.json': seal({ ...MESSAGE, content: { artifact: POLICY } }).bundle,
      },
      verifyBundle('artifact.txt', '--policy', 'policy.yaml', '--policy-bundle', 'policy.sigstore.json', ...BY()),
    ),
    shows(
      'signed-policy-check',
      'policy check verifies the signature of the policy as verify does.',
      { 'policy.json': byAlice() },
      ['policy', 'check', 'policy.json', ...BY(), ...TRUSTED_ROOT, ...AT],
    ),
    passes(
      'policy-digest-pinned',
      'Nobody has signed the policy; the caller knows its digest.',
      { ...SOUND, 'policy.yaml': POLICY },
      verifyBundle('artifact.txt', '--policy', 'policy.yaml', '--policy-digest', sha256(POLICY)),
    ),
    passes(
      'policy-digest-pinned-in-envelope',
      'The digest is that of the policy, not of the envelope around it.',
      files(enveloped(byKey('p256'))),
      verify(...KEYS('p256'), '--policy-digest', sha256(POLICY)),
    ),
  ];
}

function bad(): Case[] {
  const signed = byKey('p256');
  const [first] = signed.signatures;
  const broken = PLAIN.ed25519.sign(WEAKER);
  return [
    refuted(
      'signed-policy-other-key--signature-mismatch',
      'signature.valid',
      'Another key than the given one has signed the policy. The evidence is sound, and is not judged.',
      files(enveloped(byKey('p384'))),
      verify(...KEYS('p256')),
    ),
    refuted(
      'signed-policy-by-revoked--revoked',
      'key.revocation',
      'The key that signed the policy is revoked from its beginning, says a list that is given for the run.',
      {
        ...files(enveloped(signed)),
        'revoked.json': {
          ...{ format: 'forensic-verify/revocation-list@v1', issuer: 'mint security', sequence: 1 },
          issuedAt: '2026-02-20T00:00:00Z',
          revoked: [
            { kind: 'key', sha256: hex(hash('sha256', PLAIN.p256.spki)), since: null, reason: 'key-compromise' },
          ],
        },
      },
      verify(...KEYS('p256'), '--revocation-list', 'revoked.json'),
    ),
    refuted(
      'signed-policy-changed--signature-mismatch',
      'signature.valid',
      'A byte of the policy was changed after it was signed: 90 days are 99.',
      files(enveloped({ ...signed, payload: WEAKER })),
      verify(...KEYS('p256')),
    ),
    refuted(
      'signed-policy-insecure-flags--signature-mismatch',
      'signature.valid',
      'As before; flags that ask less of the evidence ask no less of the policy.',
      files(enveloped({ ...signed, payload: WEAKER })),
      verify(
        ...KEYS('p256'),
        ...['--insecure-ignore-tlog', '--insecure-ignore-sct', '--check-claims=false', '--override-policy'],
        ...['--require-signature', 'false', '--attest-mode', 'none', '--fallback', 'warn'],
      ),
    ),
    undecided(
      'signed-policy-not-logged--log-absent',
      'log.threshold',
      'The bundle of the policy has a timestamp and no log entry. --insecure-ignore-tlog waives that of the evidence alone.',
      files(byAlice({ entries: [], stamps: [{ tsa: tsaA }] })),
      verify(...BY(), '--insecure-ignore-tlog'),
    ),
    undecided(
      'signed-policy-other-identity--identity-mismatch',
      'certificate.identity',
      'Another than the one asked for has signed the policy.',
      files(byAlice()),
      verify(...BY('https://code.mint.example/acme/policies/.workflows/gate.yml@refs/heads/main')),
    ),
    undecided(
      'signed-policy-other-issuer--issuer-mismatch',
      'certificate.identity',
      'The name is the one asked for, and another issuer has vouched for it.',
      files(byAlice()),
      verify(...BY(IDENTITY, 'https://issuer.stranger.example')),
    ),
    refuted(
      'signed-policy-as-statement--policy-payload-type',
      'policy-file.payload',
      'The right key has signed these very bytes, as an in-toto statement: it has signed no policy.',
      files(enveloped(signedEnvelope(POLICY, [PLAIN.p256], IN_TOTO))),
      verify(...KEYS('p256')),
    ),
    refuted(
      'signed-policy-elsewhere--policy-payload-type',
      'policy-file.payload',
      'The bundle signs a file, and is given where the policy should be.',
      files(seal({ ...MESSAGE, content: { artifact: POLICY } }).bundle),
      verify(...BY()),
    ),
    undecided(
      'signed-policy-plain--policy-unsigned',
      'envelope.format',
      'A signed policy was asked for, and the file is a plain one: whoever could change it could take the signature away.',
      { ...SOUND, 'policy.yaml': POLICY },
      verifyBundle('artifact.txt', '--policy', 'policy.yaml', ...KEYS('p256')),
    ),
    undecided(
      'signed-policy-no-signature--signature-absent',
      'envelope.signatures',
      'An envelope without a signature around the policy.',
      files(enveloped({ ...signed, signatures: [] })),
      verify(...KEYS('p256')),
    ),
    unusable(
      'signed-policy-nobody-asked--identity-not-asked',
      'The policy is in an envelope, and nobody said who should have signed it: an envelope that is not verified is no policy.',
      files(enveloped(signed)),
      verify(),
    ),
    undecided(
      'signed-policy-one-of-two--signature-threshold',
      'signature.threshold',
      'Two keys are asked for, and two signatures stand there: the second is over other bytes.',
      files(enveloped({ ...signed, signatures: [...(first === undefined ? [] : [first]), { sig: broken }] })),
      verify(...KEYS('p256', 'ed25519')),
    ),
    undecided(
      'signed-policy-no-time--time-absent',
      'time.threshold',
      'The certificate has expired by the instant that is judged at, and neither log nor timestamp says when the policy was signed.',
      files(byAlice({ entries: [{ log: rekorV2 }], stamps: [] })),
      verify(...BY()),
    ),
    refuted(
      'signed-policy-beside-changed--artifact-digest-mismatch',
      'subject.digest',
      'The bundle signs another policy than the file beside it.',
      {
        ...SOUND,
        'policy.yaml': WEAKER,
        'policy.sigstore.json': seal({ ...MESSAGE, content: { artifact: POLICY } }).bundle,
      },
      verifyBundle('artifact.txt', '--policy', 'policy.yaml', '--policy-bundle', 'policy.sigstore.json', ...BY()),
      2,
    ),
    refuted(
      'policy-of-another-digest--policy-file-digest',
      'policy-file.digest',
      'The policy is another than the one whose digest the caller gives. A digest that differs is exit 2.',
      { ...SOUND, 'policy.yaml': WEAKER },
      verifyBundle('artifact.txt', '--policy', 'policy.yaml', '--policy-digest', sha256(POLICY)),
      2,
    ),
  ];
}
