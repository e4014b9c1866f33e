// SPDX-License-Identifier: Apache-2.0
// The library's public face. Everything is synchronous but the loading of an engine and of a pattern; nothing reads a clock,
// a file or the environment: the caller gives bytes and instants.

export {
  type AttestationSigner,
  dsseAttestation,
  hexAttestation,
  type PinAbout,
} from './attest/attestation-signer.ts';
export { signBlob } from './attest/blob.ts';
export { bundleBytes } from './attest/bundle-text.ts';
export {
  type AttestationConfig,
  AttestationError,
  type AttestationResult,
  attestAtStart,
  attestServerDigest,
  buildTrustCapability,
  type FusionTrust,
  verifyAttestation,
  verifyCapabilityPin,
} from './attest/capability-pin.ts';
export { type RequiredClaim, readRequiredClaims } from './attest/claims.ts';
export { joinSignature, readEnvelopeToJoin } from './attest/further-signature.ts';
export {
  embedInLockfile,
  type LockfileToSign,
  type SignedLockfile,
  signLockfile,
} from './attest/lockfile.ts';
export {
  octetsToSign,
  offlineSigner,
  readSigningRequest,
  type SigningRequest,
  writeSigningRequest,
} from './attest/offline.ts';
export { buildPromotion, type PromotionAsked } from './attest/promotion.ts';
export { buildProvenance, materialsRoot, type ProvenanceParts } from './attest/provenance.ts';
export { buildLockerStatement, type LockerRun, type SubjectKind, sampleStatement } from './attest/samples.ts';
export { dsseBytes, type Sealed, STATEMENT_TYPE, seal, signMessage } from './attest/seal.ts';
export { computeServerDigest, type ServerDigest } from './attest/server-digest.ts';
export { type SignAsked, type SignResult, sign } from './attest/sign.ts';
export type { Signer, SignerIdentity } from './attest/signer.ts';
export { openSigner, SIGNERS, type SignerMaterial, type SignerName } from './attest/signers.ts';
export {
  currentRow,
  introduceKey,
  type RingRow,
  Rotation,
  type RotationHooks,
  readSigningRing,
  type SigningRing,
  writeSigningRing,
} from './attest/signing-ring.ts';
export { type BuiltStatement, buildStatement, type SubjectGiven } from './attest/statement.ts';
export { commandClasses } from './cli/command-classes.ts';
export { COMMANDS } from './cli/commands.ts';
export type { ExitCode } from './cli/host.ts';
export { type CommandIo, runCommand } from './cli/run-command.ts';
export { type Engine, type EngineId, loadEngine, nativeEngine } from './crypto/engine.ts';
export { type CustodyKeyring, readCustodyKeyring } from './custody/keyring-file.ts';
export { formatInstant, parseRfc3339 } from './encoding/rfc3339.ts';
export { openEvidence } from './envelope/open-evidence.ts';
export type { Bytes } from './model/bytes.ts';
export type { Check, Checked, Finding, Locator } from './model/check.ts';
export { CHECKS, type CheckId } from './model/checks.ts';
export { FINDINGS, type FindingCode } from './model/findings.ts';
export type { Instant } from './model/instant.ts';
export { Malformed } from './model/malformed.ts';
export { DEFAULT_POLICY, type Policy } from './model/policy.ts';
export { type Indication, REASONS, type ReasonCode, type SubIndication } from './model/reasons.ts';
export type { Item, ItemFacts, Report } from './model/report.ts';
export type { SignedEntity } from './model/signed-entity.ts';
export type { Statement } from './model/statement.ts';
export type { TrustedKey, TrustedRoot } from './model/trusted-root.ts';
export { EXIT_CODES } from './policy/exit-code.ts';
export { judge } from './policy/judge.ts';
export { readPolicy } from './policy/read-policy.ts';
export { FORMATS } from './report/formats.ts';
export {
  type BuildDefinition,
  type BuildMetadata,
  buildDefinitionDigest,
  buildMetadataDigest,
  type RunDetails,
  runDetailsDigest,
  type SlsaProvenanceV1,
} from './statement/predicates/slsa-provenance-v1.ts';
export { readPredicate } from './statement/predicates.ts';
export { parseStatement } from './statement/statement.ts';
export { bundledRegistryKeys, bundledTrustedRoot } from './trust/bundled.ts';
export { exactly, type IdentityCriteria } from './trust/identity.ts';
export { fullMatch } from './trust/identity-pattern.ts';
export { readTrustedKey } from './trust/keyring.ts';
export { parseTrustedRoots } from './trust/trusted-root.ts';
export {
  assertLockfile,
  LockfileError,
  type LockfileGate,
  type LockfileResult,
} from './verify/assert-lockfile.ts';
export { composeReport, type ReportParts } from './verify/compose-report.ts';
export { type EvidenceFile, examineSet, type SetResult } from './verify/evidence-set.ts';
export type { Artifact, ExaminationContext } from './verify/request.ts';
export { type GivenLog, type TimelineQuestion, verifyCustody as verifyTimeline } from './verify/verify-custody.ts';
export { type EvidenceQuestion, type GivenArtifact, verifyEvidence } from './verify/verify-evidence.ts';
export { VERSION } from './verify/version.ts';
