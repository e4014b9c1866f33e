// SPDX-License-Identifier: Apache-2.0
import { Flags } from '@oclif/core';
import { LIST_PROFILES } from '../merkle/profile.ts';
import { AUDIT_FLAGS } from './audit-flags.ts';
import { POLICY_SIGNER_FLAGS } from './policy-signer-flags.ts';
import { TRUST_FLAGS } from './trust-flags.ts';

const many = { multiple: true, multipleNonGreedy: true } as const;

/** What passed, as an attestation of its own: flags of `verify` alone. */
export const RESULT_FLAGS = {
  'attest-results': Flags.string({
    aliases: ['attest-format'],
    options: ['vsa', 'svr'],
    description: 'sign what passed: a SLSA verification summary v1, or an in-toto simple verification result v0.2',
  }),
  'results-path': Flags.string({ description: 'the new file that --attest-results is written to (DSSE)' }),
  'verifier-id': Flags.string({ description: 'of --attest-results: a URI of who verifies' }),
  'resource-uri': Flags.string({ description: 'of --attest-results vsa: a URI of what is verified' }),
  signer: Flags.string({
    options: ['key', 'cosign', 'kms'],
    description: 'of --attest-results: who signs it, as attest sign has it',
  }),
  'signing-key': Flags.string({ description: 'private key file, of --signer key or cosign' }),
  passphrase: Flags.string({ description: 'what opens an encrypted key file: a file, fd:N or env:NAME' }),
  kms: Flags.string({ description: 'of --signer kms: NAME://KEY, the plugin and the key in it' }),
  'plugin-dir': Flags.string({ description: 'the folder that holds the plugin, sigstore-kms-NAME' }),
  plugin: Flags.string({ description: 'the plugin itself, by its absolute path' }),
  'pass-env': Flags.string({ ...many, description: 'variable that the plugin sees' }),
  'signer-timeout': Flags.string({ description: 'how long a plugin may take for one answer; 30s' }),
  ...AUDIT_FLAGS,
} as const;

/** The words that users know from other verifiers; the aliases are theirs (docs: command line). */
export const VERIFY_FLAGS = {
  bundle: Flags.string({
    ...many,
    char: 'b',
    aliases: ['attestations-path', 'provenance-path', 'provenance-file'],
    description: "Sigstore bundle, DSSE envelope, a registry's attestations, or JSONL of these",
  }),
  ...TRUST_FLAGS,
  'trusted-root-digest': Flags.string({ ...many, description: 'sha256 that the trusted root must have' }),
  'max-root-age': Flags.string({ description: 'how old the trusted root may be at --at, such as 90d' }),
  staging: Flags.boolean({ description: "Sigstore's staging instance (its root is not held here: exit 5)" }),
  'certificate-identity': Flags.string({
    aliases: ['cert-identity', 'identity'],
    description: 'who must have signed, exactly',
  }),
  'certificate-identity-regexp': Flags.string({
    aliases: ['cert-identity-regex', 'cert-identity-regexp'],
    description: 'who must have signed: a regular expression (RE2) for the whole identity',
  }),
  'certificate-oidc-issuer': Flags.string({
    aliases: ['cert-oidc-issuer', 'certificate-issuer', 'identity-provider'],
    description: 'who must have vouched for the identity, exactly',
  }),
  'certificate-oidc-issuer-regexp': Flags.string({
    aliases: ['cert-oidc-issuer-regex', 'cert-oidc-issuer-regexp'],
    description: 'who must have vouched: a regular expression (RE2) for the whole issuer',
  }),
  key: Flags.string({
    ...many,
    char: 'k',
    aliases: ['public-key', 'public-key-path', 'layout-keys'],
    description: 'public key (PEM, DER or JWK) instead of a certificate identity',
  }),
  'key-id': Flags.string({
    aliases: ['public-key-id'],
    description: 'key id of the registry key, with --registry-signature',
  }),
  signature: Flags.string({ description: 'signature in a file of its own (raw or base64), over the one artifact' }),
  certificate: Flags.string({ description: 'certificate of that signature (PEM)' }),
  'certificate-chain': Flags.string({ description: 'certificates above that one (PEM); never trusted by themselves' }),
  payload: Flags.string({
    description: 'image payload of cosign that --signature is over; the artifact is the manifest',
  }),
  'oci-layout': Flags.string({
    ...many,
    aliases: ['local-image'],
    description: 'image layout (directory or tar); a digest beside it picks the image, else every image in it is meant',
  }),
  'docker-reference': Flags.string({
    description: 'what the signer of an image must have called it, exactly',
  }),
  publisher: Flags.string({
    description: 'who must have published, as an index writes it: kind=GitHub,repository=o/r,workflow=w.yml',
  }),
  'key-scheme': Flags.string({ description: 'scheme where a key leaves it open, such as rsassa-pss-sha256' }),
  'hmac-key': Flags.string({ description: 'shared secret: a file, fd:N or env:NAME' }),
  policy: Flags.string({
    char: 'p',
    description: 'policy (YAML or JSON, or an envelope that signs it; docs/POLICY.md)',
  }),
  ...POLICY_SIGNER_FLAGS,
  expect: Flags.string({
    description: "a package's spec (Dockyard's spec.yaml): its provenance, compared field by field",
  }),
  strict: Flags.boolean({ description: 'signature required, enforce and fail, whatever the policy relaxes' }),
  'override-policy': Flags.boolean({
    description: 'flags may ask for less than the policy does (loud in the report)',
  }),
  'require-signature': Flags.string({ options: ['true', 'false'], description: 'as in a policy file' }),
  'attest-mode': Flags.string({ options: ['none', 'record', 'enforce'], description: 'as in a policy file' }),
  fallback: Flags.string({ options: ['fail', 'warn', 'auto_update'], description: 'as in a policy file' }),
  'source-uri': Flags.string({
    aliases: ['repo', 'repository', 'certificate-github-workflow-repository'],
    charAliases: ['R'],
    description: 'repository that the build must be of: github.com/owner/name',
  }),
  'source-tag': Flags.string({ description: 'tag that it must have been built from, exactly' }),
  'source-branch': Flags.string({ description: 'branch that it must have been built from' }),
  'source-versioned-tag': Flags.string({
    description: 'v1, v1.2 or v1.2.3: each part that is given must be that of the tag',
  }),
  'source-ref': Flags.string({
    aliases: ['ref', 'certificate-github-workflow-ref'],
    description: 'ref that it must have been built from: refs/heads/main',
  }),
  'source-digest': Flags.string({
    aliases: ['sha', 'certificate-github-workflow-sha'],
    description: 'commit that it must have been built from',
  }),
  'builder-id': Flags.string({ description: 'who must have built it: the id, or id@ref' }),
  'build-workflow-input': Flags.string({
    ...many,
    description: 'input that the build must have been given: name=value',
  }),
  'workflow-name': Flags.string({
    aliases: ['name', 'certificate-github-workflow-name'],
    description: 'name of the workflow that must have been started',
  }),
  'workflow-trigger': Flags.string({
    aliases: ['trigger', 'certificate-github-workflow-trigger'],
    description: 'event that must have started the build',
  }),
  'signer-workflow': Flags.string({
    description: 'workflow that must have signed: owner/repository/.github/workflows/file.yml, @ref if it must be one',
  }),
  'signer-repo': Flags.string({ description: 'repository whose workflow must have signed' }),
  'signer-digest': Flags.string({ description: 'commit of the workflow that must have signed' }),
  'deny-self-hosted-runners': Flags.boolean({ description: 'the build must have run on a machine of the platform' }),
  threshold: Flags.string({ description: 'distinct keys that must have signed (1 to 32)' }),
  type: Flags.string({
    aliases: ['predicate-type'],
    description: 'predicate type that the statement must have (short name or URI)',
  }),
  digest: Flags.string({
    aliases: ['subject-digest', 'subject-hash'],
    charAliases: ['s'],
    description: 'the artifact by its digest',
  }),
  'digest-alg': Flags.string({
    aliases: ['digestAlg'],
    options: ['sha256', 'sha384', 'sha512'],
    description: 'algorithm of --digest',
  }),
  'check-claims': Flags.string({
    options: ['true', 'false'],
    default: 'true',
    description: 'false: do not compare the artifact (never better than exit 1)',
  }),
  'require-all': Flags.boolean({ description: 'every artifact that is found must be attested (else a warning)' }),
  'ignore-unsigned': Flags.string({
    ...many,
    description: 'artifacts that need no attestation, as *.txt or docs/** (listed in the report)',
  }),
  'tlog-threshold': Flags.string({ description: 'distinct transparency logs wanted' }),
  'require-rekor': Flags.boolean({ description: 'at least one transparency log, for plain keys too' }),
  'ctlog-threshold': Flags.string({ description: 'distinct certificate logs wanted' }),
  'timestamp-threshold': Flags.string({ description: 'distinct RFC 3161 authorities wanted' }),
  'require-timestamp': Flags.boolean({
    aliases: ['use-signed-timestamps'],
    description: 'at least one RFC 3161 timestamp',
  }),
  'insecure-ignore-tlog': Flags.boolean({
    aliases: ['ignore-rekor'],
    description: 'waive the transparency log (listed in the report)',
  }),
  'insecure-ignore-sct': Flags.boolean({ description: 'waive the certificate log (listed in the report)' }),
  'timestamp-certificate-chain': Flags.string({
    ...many,
    aliases: ['tsa-ca'],
    description: 'certificates of a further timestamp authority (PEM)',
  }),
  'rfc3161-timestamp': Flags.string({ ...many, description: 'a further RFC 3161 token over the signature' }),
  resume: Flags.string({
    description: 'journal of a run over folders: begun where there is none, else the run is continued (wants --at)',
  }),
  'known-results': Flags.string({
    description: 'an earlier report (JSON, ndjson): items of the same evidence and question are not examined again',
  }),
  workers: Flags.string({
    aliases: ['max-workers'],
    description: 'threads for folders of many documents (1 to 64); default: as many as there are cores',
  }),
  witness: Flags.string({
    ...many,
    description:
      'verifier key (name+hash+base64) of a witness: its cosignatures are verified and listed, and prove times of custody logs',
  }),
  keyring: Flags.string({ description: 'whom custody logs are judged by: persons, keys, logs, witnesses (JSON)' }),
  'log-key': Flags.string({
    ...many,
    description: 'verifier key (name+hash+base64) of a custody log, or of one that handed over to it',
  }),
  'witness-threshold': Flags.string({
    description: 'witnesses that must have cosigned the last checkpoint of a custody log',
  }),
  'expect-head': Flags.string({
    ...many,
    description: 'SHA-256 that the last line of a custody log must have: sha256:… or hexadecimal; one for each log',
  }),
  'known-at': Flags.string({
    description: 'judge of custody logs only what is proven to have existed then (RFC 3339)',
  }),
  'merkle-profile': Flags.string({
    options: LIST_PROFILES,
    description: 'what the root of an evidence bundle of StellaOps is over; without it the root is not established',
  }),
  'sumdb-key': Flags.string({
    ...many,
    description:
      "verifier key (name+hash+base64) of a Go checksum database, in place of this build's own for sum.golang.org",
  }),
  at: Flags.string({
    aliases: ['effective-time'],
    description: 'the instant to judge at (RFC 3339); default: the machine clock, untrusted',
  }),
  attime: Flags.string({ description: 'as --at, in seconds since 1970' }),
  'signed-at': Flags.string({ description: "the examiner's own word on the time of signing (RFC 3339)" }),
  'not-before': Flags.string({ description: 'the signing must not be earlier (RFC 3339)' }),
  'not-after': Flags.string({ description: 'the signing must not be later (RFC 3339)' }),
  skew: Flags.string({
    aliases: ['clock-tolerance'],
    description: 'tolerance at each edge of that window, 0 to 300 s',
  }),
  'binary-digest': Flags.boolean({ description: "digest this very program for the report's run" }),
  layout: Flags.string({ char: 'l', description: 'in-toto layout: verify the supply chain that it lays down' }),
  'link-dir': Flags.string({
    char: 'd',
    aliases: ['attestations-directory'],
    charAliases: ['a'],
    description: 'folder of the links, with --layout',
  }),
  'substitute-parameters': Flags.string({ description: "JSON file: values of the layout's parameters, with --layout" }),
  'registry-signature': Flags.string({ description: 'npm registry signature (base64) over name@version:integrity' }),
  'npm-keys': Flags.string({ ...many, description: 'registry key file instead of the bundled one' }),
  material: Flags.string({
    ...many,
    description: 'a file that the promotion must name among its materials: bill of materials, VEX',
  }),
  'package-name': Flags.string({ description: 'the package asked about' }),
  'package-version': Flags.string({ description: 'the version asked about' }),
  integrity: Flags.string({ description: 'the package by its integrity (sha512-…)' }),
} as const;
