// SPDX-License-Identifier: Apache-2.0

import { type SealPlan, seal } from '../bundle.ts';
import { hash, hex } from '../bytes.ts';
import {
  AT,
  alsoGiving,
  type Case,
  type Files,
  passes,
  refuted,
  TRUSTED_ROOT,
  undecided,
  verifyBundle,
} from '../case.ts';
import { uriName } from '../certificate.ts';
import { envelopeJson, signedEnvelope } from '../dsse.ts';
import { changed } from '../json.ts';
import { PLAIN } from '../plain-keys.ts';
import { provenanceV1, SLSA_V1, statement, subjectOf } from '../statement.ts';
import { leafKey, rekorV1, signer } from '../world.ts';
import { KEY, verifyDsse } from './common.ts';
import { ARTIFACT, MESSAGE, MESSAGE_V2, OTHER, PROVENANCE } from './good.ts';

/** A platform that vouches for its own workflows: issuer and identity are of one host. */
const PLATFORM = 'https://code.mint.example';
const REPOSITORY = `${PLATFORM}/acme/app`;
const BUILDER = `${REPOSITORY}/.github/workflows/release.yml`;
const BUILDER_AT_REF = `${BUILDER}@refs/heads/main`;
const COMMIT = '5f2c1d7a90b3e4c86d1f0a2b7c9e8d3f4a5b6c7d';

const platform = signer({
  label: 'leaf platform',
  names: [uriName(BUILDER_AT_REF)],
  claims: {
    issuer: PLATFORM,
    more: {
      9: BUILDER_AT_REF,
      10: COMMIT,
      11: 'github-hosted',
      12: REPOSITORY,
      13: COMMIT,
      14: 'refs/heads/main',
      18: BUILDER_AT_REF,
      20: 'push',
    },
  },
});
const builtBy = (builder: string): SealPlan => ({
  signer: platform,
  content: {
    payload: statement(
      [subjectOf('artifact.txt', ARTIFACT)],
      SLSA_V1,
      changed(provenanceV1(), { '/runDetails/builder/id': builder }),
    ),
  },
  entries: [{ log: rekorV1 }],
});
const BUILT = builtBy(BUILDER_AT_REF);

function policy(...lines: readonly string[]): string {
  return `${['policy: forensic-verify/policy@v1', 'name: release gate', ...lines].join('\n')}\n`;
}

function requiring(...lines: readonly string[]): string {
  return policy('require:', ...lines.map((line) => `  ${line}`));
}

function under(policyFile: string, plan: SealPlan = BUILT): Files {
  return { 'artifact.txt': ARTIFACT, 'bundle.sigstore.json': seal(plan).bundle, 'policy.yaml': policyFile };
}

const SIGNED_BY_PLATFORM = [
  ...['verify', 'artifact.txt', '--bundle', 'bundle.sigstore.json', ...TRUSTED_ROOT],
  ...['--certificate-identity', BUILDER_AT_REF, '--certificate-oidc-issuer', PLATFORM, ...AT],
];
const VERIFY = [...SIGNED_BY_PLATFORM, '--policy', 'policy.yaml'];
const EXPECT = ['--expect', 'spec.yaml'];

const sha256 = (data: Uint8Array): string => `sha256:${hex(hash('sha256', data))}`;

/** Evidence that is sound, under policies that are met. */
export function goodPolicyCases(): Case[] {
  return [
    passes(
      'policy-met',
      'Every requirement that a policy can have is met, some of them in a scope of their own.',
      under(
        policy(
          'effective_from: 2026-01-01T00:00:00Z',
          'expires: 2027-01-01T00:00:00Z',
          'builders:',
          `  - { id: "${BUILDER}", level: 3 }`,
          'require:',
          `  digest: ["${sha256(ARTIFACT)}"]`,
          `  key_fingerprint: ["${sha256(leafKey.spki)}"]`,
          `  signer: [{ identity: "${BUILDER_AT_REF}", issuer: "${PLATFORM}" }]`,
          '  thresholds: { signers: 1, logs: 1, times: 1 }',
          '  algorithms: [ecdsa-p256-sha256]',
          '  key_bits: { ec: 256 }',
          '  engines: [native]',
          '  signed_between: { not_before: 2026-02-01T12:00:00Z, not_after: 2026-02-01T12:00:00Z }',
          '  ttl: 90d',
          '  examiner_time: false',
          '  inclusion_proof: required',
          'scopes:',
          '  - name: builds',
          '    match: { names: [artifact.txt] }',
          '    require:',
          `      predicate_types: ["${SLSA_V1}"]`,
          `      builder_id: "${BUILDER}"`,
          '      slsa_level: 3',
          `      source: { repository: "${REPOSITORY}", branch: main, commit: "${COMMIT}" }`,
          '      workflow: { path: .github/workflows/release.yml }',
          '      trigger: [push]',
          '      runner: github-hosted',
          '      claims:',
          '        - { on: statement, pointer: /predicate/runDetails/builder/version/runner, equals: "1.4.0" }',
          '      expressions:',
          '        - { name: hosted, cel: \'statement.predicate.buildDefinition.internalParameters.runner == "hosted"\' }',
        ),
      ),
      VERIFY,
    ),
    passes(
      'expect-met',
      "The provenance is what the spec of the package expects. The same fields stand in Dockyard's files.",
      {
        'artifact.txt': ARTIFACT,
        'bundle.sigstore.json': seal(BUILT).bundle,
        'spec.yaml': spec(`repository_uri: ${REPOSITORY}`, 'repository_ref: refs/heads/main'),
      },
      [...SIGNED_BY_PLATFORM, ...EXPECT],
    ),
  ];
}

function spec(...lines: readonly string[]): string {
  return `${['provenance:', ...lines.map((line) => `  ${line}`)].join('\n')}\n`;
}

/** Sound evidence that a policy does not let pass: each policy asks for one thing that is not so. */
export function policyCases(): Case[] {
  return [...signatureHalf(), ...attestationHalf(), ...inForceCases(), ...skippingCases()];
}

function signatureHalf(): Case[] {
  const message = verifyBundle('artifact.txt', '--policy', 'policy.yaml');
  const undecidedMessage = (name: string, rule: string, why: string, plan: SealPlan, ...lines: readonly string[]) =>
    undecided(name, `policy.${rule}`, why, under(requiring(...lines), plan), message);
  return [
    refuted(
      'pin-of-another-file--policy-digest',
      'policy.digest',
      'The policy pins the digest of another file. A wrong digest is exit 2.',
      under(requiring(`digest: ["${sha256(OTHER)}"]`), MESSAGE),
      message,
      2,
    ),
    undecidedMessage(
      'key-of-another--policy-key',
      'key_fingerprint',
      'The policy names the fingerprint of another key than that of the certificate.',
      MESSAGE,
      `key_fingerprint: ["${sha256(PLAIN.p256.spki)}"]`,
    ),
    undecidedMessage(
      'signer-under-another-issuer--policy-signer',
      'signer',
      'The command line asks for the one who signed; the policy has the same name under another issuer.',
      MESSAGE,
      `signer: [{ identity_pattern: '^https://code\\.mint\\.example/.+$', issuer: "https://issuer.stranger.example" }]`,
    ),
    undecidedMessage(
      'one-log-of-two--policy-threshold',
      'thresholds',
      'One log has recorded it; the policy asks for two.',
      MESSAGE,
      'thresholds: { logs: 2 }',
    ),
    undecidedMessage(
      'p256-where-p384-is-asked--policy-algorithm',
      'algorithms',
      'Signed with P-256; the policy accepts P-384 and Ed25519.',
      MESSAGE,
      'algorithms: [ecdsa-p384-sha384, ed25519]',
    ),
    undecidedMessage(
      'curve-too-small--policy-algorithm',
      'key_bits',
      'Signed with a key of 256 bits; the policy asks for 384.',
      MESSAGE,
      'key_bits: { ec: 384 }',
    ),
    undecidedMessage(
      'one-engine--policy-engine',
      'engines',
      'The policy asks for both engines; one has judged.',
      MESSAGE,
      'engines: [dual]',
    ),
    undecided(
      'one-engine-has-it--policy-engine',
      'policy.engines',
      'Both engines are asked, and RSA is one that only the native one has: both have not verified it.',
      {
        'artifact.txt': ARTIFACT,
        'artifact.dsse.json': envelopeJson(signedEnvelope(PROVENANCE, [PLAIN.rsa2048])),
        'policy.yaml': requiring('engines: [dual]'),
      },
      verifyDsse(...KEY('rsa2048'), '--engine', 'dual', '--policy', 'policy.yaml'),
    ),
    undecidedMessage(
      'signed-a-second-early--policy-signed-between',
      'signed_between',
      'The window of the policy opens one second after the signing, and no tolerance is given.',
      MESSAGE,
      'signed_between: { not_before: 2026-02-01T12:00:01Z }',
    ),
    undecided(
      'root-of-unknown-age--policy-fact-unknown',
      'policy.max_root_age',
      'The policy bounds the age of the trusted root; a root that the examiner gives states none.',
      under(requiring('max_root_age: 90d'), MESSAGE),
      message,
    ),
    undecided(
      'older-than-allowed--policy-ttl',
      'policy.ttl',
      'Signed 27 days and 12 hours before; the policy allows 27 days. Past it the item is a warning, and never more: exit 1.',
      under(requiring('ttl: 27d'), MESSAGE),
      message,
      1,
    ),
    undecided(
      'promise-without-proof--policy-inclusion-proof',
      'policy.inclusion_proof',
      'A version 0.1 bundle that rests on the signed entry timestamp alone; the policy requires an inclusion proof.',
      under(requiring('inclusion_proof: required'), {
        ...MESSAGE,
        version: '0.1',
        entries: [{ log: rekorV1, proof: false }],
      }),
      message,
    ),
    undecided(
      'word-of-the-examiner--policy-examiner-time',
      'policy.examiner_time',
      'A plain key has signed, and nothing but --signed-at says when; the policy does not take that word.',
      {
        'artifact.txt': ARTIFACT,
        'artifact.dsse.json': envelopeJson(signedEnvelope(PROVENANCE, [PLAIN.ed25519])),
        'policy.yaml': requiring('examiner_time: false'),
      },
      verifyDsse(...KEY('ed25519'), '--signed-at', '2026-02-01T12:00:00Z', '--policy', 'policy.yaml'),
    ),
    ...wordOfTheExaminer(),
  ];
}

/** A bundle without any time, whose certificate held when the examiner says that it signed. */
function wordOfTheExaminer(): Case[] {
  const files = (...lines: readonly string[]) => under(policy(...lines), { ...MESSAGE_V2, stamps: [] });
  const words = verifyBundle('artifact.txt', '--signed-at', '2026-02-01T12:00:00Z', '--policy', 'policy.yaml');
  const takes = ['require: { examiner_time: true }'];
  const of = (name: string, why: string, exitCode: number, ...lines: readonly string[]) =>
    alsoGiving(
      undecided(`${name}--path-examiner-time`, 'certificate.path', why, files(...lines), words, exitCode),
      'time-absent',
    );
  return [
    of('word-not-taken', 'Nothing but --signed-at says when the certificate signed, and no policy takes that word.', 3),
    of(
      'word-below-threshold',
      'The policy takes that word for the windows; it still counts towards no threshold.',
      3,
      ...takes,
    ),
    of(
      'word-taken',
      'The policy takes that word for the windows, and only warns that no time has verified.',
      1,
      'checks: { time.threshold: warn }',
      ...takes,
    ),
  ];
}

function attestationHalf(): Case[] {
  const build = (name: string, rule: string, why: string, ...lines: readonly string[]) =>
    undecided(name, `policy.${rule}`, why, under(requiring(...lines)), VERIFY);
  const files = (plan: SealPlan, specFile: string): Files => ({
    'artifact.txt': ARTIFACT,
    'bundle.sigstore.json': seal(plan).bundle,
    'spec.yaml': specFile,
  });
  return [
    build(
      'builder-with-longer-name--policy-builder',
      'builder_id',
      'The builder that is asked for is the beginning of the one that built: no prefix is enough.',
      `builder_id: "${BUILDER.slice(0, -1)}"`,
    ),
    build(
      'source-of-a-fork--policy-source',
      'source',
      'The policy asks for a repository of the same name under another owner.',
      `source: { repository: "${PLATFORM}/upstream/app" }`,
    ),
    build(
      'another-workflow--policy-workflow',
      'workflow',
      'Another workflow of the same repository has built it.',
      'workflow: { path: .github/workflows/nightly.yml }',
    ),
    build(
      'built-on-push--policy-trigger',
      'trigger',
      'The build was started by a push; the policy allows releases alone.',
      'trigger: [release]',
    ),
    build(
      'hosted-runner--policy-runner',
      'runner',
      'Built on a hosted runner; the policy asks for one of its own.',
      'runner: self-hosted',
    ),
    build(
      'sbom-missing--policy-predicate-type',
      'predicate_types',
      'Provenance is there, and the SBOM that the policy also asks for is not.',
      'predicate_types:',
      `  - ${SLSA_V1}`,
      '  - https://spdx.dev/Document/v2.3',
    ),
    undecided(
      'builder-of-level-2--policy-slsa-level',
      'policy.slsa_level',
      "By the policy's own table the builder earns level 2; another would earn the level 3 that is asked.",
      under(
        policy(
          'builders:',
          `  - { id: "${BUILDER}", level: 2 }`,
          `  - { id: "${REPOSITORY}/.github/workflows/hermetic.yml", level: 3 }`,
          'require:',
          '  slsa_level: 3',
        ),
      ),
      VERIFY,
    ),
    build(
      'claim-of-another-type--policy-claim',
      'claims',
      'The statement has the text "1.4.0" where the policy asks for the number 1.4.',
      'claims:',
      '  - { on: statement, pointer: /predicate/runDetails/builder/version/runner, equals: 1.4 }',
    ),
    build(
      'expression-false--policy-expression',
      'expressions',
      'The expression is false for the statement.',
      'expressions:',
      '  - name: no byproducts',
      "    cel: 'size(statement.predicate.runDetails.byproducts) == 0'",
    ),
    build(
      'expression-of-a-missing-key--policy-expression-error',
      'expressions',
      'The expression asks for a member that the statement does not have, so that it has no answer: that is no false, and no pass.',
      'expressions:',
      '  - name: reviewed',
      "    cel: 'statement.predicate.reviewers != 0'",
    ),
    build(
      'workflow-without-a-name--policy-fact-unknown',
      'workflow',
      'The policy asks for the display name of the workflow, which neither certificate nor provenance says.',
      'workflow: { name: release }',
    ),
    undecided(
      'provenance-of-another-builder--policy-fact-contradicted',
      'policy.builder_id',
      'The provenance names the builder that the policy asks for; the certificate is that of another.',
      under(requiring('builder_id: https://builds.mint.example/runner'), builtBy('https://builds.mint.example/runner')),
      VERIFY,
    ),
    undecided(
      'spec-of-another-ref--expect-mismatch',
      'policy.expect',
      'The spec of the package expects a tag; it was built from a branch. The repository is as expected.',
      files(BUILT, spec(`repository_uri: ${REPOSITORY}`, 'repository_ref: refs/tags/v1.0.0')),
      [...SIGNED_BY_PLATFORM, ...EXPECT],
    ),
    undecided(
      'message-where-spec-has-attestation--expect-attestation-absent',
      'policy.expect',
      'The spec claims an attestation; the artifact has a signature, and nothing is attested.',
      files({ ...BUILT, content: { artifact: ARTIFACT } }, spec('attestations:', '  available: true')),
      [...SIGNED_BY_PLATFORM, ...EXPECT],
    ),
  ];
}

/** The question is asked at 2026-03-01T00:00:00Z. */
function inForceCases(): Case[] {
  return [
    undecided(
      'policy-of-tomorrow--policy-not-effective',
      'policy.in-force',
      'The policy is in force a second after the instant that is judged at.',
      under(policy('effective_from: 2026-03-01T00:00:01Z')),
      VERIFY,
    ),
    undecided(
      'policy-of-yesterday--policy-expired',
      'policy.in-force',
      'The policy ends at the very instant that is judged at: its end does not belong to it. No fallback softens that.',
      under(policy('expires: 2026-03-01T00:00:00Z', 'fallback: warn')),
      VERIFY,
    ),
  ];
}

/** Evidence that is sound, under policies that do not count what it proves: the indication stays, and the exit code does not. */
function skippingCases(): Case[] {
  const skipping = (...checks: readonly string[]) =>
    under(policy(`checks: { ${checks.map((id) => `${id}: skip`).join(', ')} }`));
  const signature = ['signature.valid', 'signature.threshold'];
  const passed = { indication: 'TOTAL-PASSED' } as const;
  return [
    {
      ...undecided(
        'signature-skipped--policy-check-skipped',
        'policy.skip',
        'The signature verifies, and the policy skips it: accepted with a warning at best, and the report says why.',
        skipping(...signature),
        VERIFY,
      ),
      ...passed,
      exitCode: 1,
    },
    {
      ...undecided(
        'nothing-left-to-count--policy-nothing-proven',
        'policy.proven',
        'The policy skips every check that proves anything: nothing is left to accept it for.',
        skipping(...signature, 'sct.signature', 'sct.threshold'),
        VERIFY,
      ),
      ...passed,
      exitCode: 4,
      also: ['policy-check-skipped'],
    },
  ];
}
