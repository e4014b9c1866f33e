// SPDX-License-Identifier: Apache-2.0
import type { Engine } from '../crypto/engine.ts';
import type { GivenKey } from '../custody/key-ring.ts';
import type { CheckpointCache } from '../log/checkpoint-cache.ts';
import type { Witness } from '../log/cosignature.ts';
import type { VerifierKey } from '../log/verifier-key.ts';
import type { ListProfile } from '../merkle/profile.ts';
import type { Bytes } from '../model/bytes.ts';
import type { Origin } from '../model/holding.ts';
import type { Instant } from '../model/instant.ts';
import type { PackageIdentity } from '../model/package-identity.ts';
import { DEFAULT_POLICY, type Policy } from '../model/policy.ts';
import type { HashName } from '../model/public-key.ts';
import type { CertificateAuthority, TrustedKey, TrustedRoot } from '../model/trusted-root.ts';
import type { IdentityCriteria } from '../trust/identity.ts';
import type { RegistryKey } from '../trust/npm-keys.ts';
import type { RevocationData } from '../trust/revocation/data.ts';
import type { ExpectedHead } from './given-timelines.ts';
import type { Judging } from './judging.ts';
import type { GivenMaterial } from './promotion-materials.ts';
import type { PublishTimes } from './publish-times.ts';

/** An artifact at hand: its bytes (null where too large to hold), or only the digests that the examiner gave. */
export interface Artifact {
  readonly name: string;
  readonly bytes: Bytes | null;
  readonly digests: ReadonlyMap<HashName, string>;
  /** Its first octets, where they are known without reading it. */
  readonly head?: Bytes;
  /** `digest`: the examiner's word stands for the artifact (verdicts: vocabulary). */
  readonly given: 'file' | 'digest';
  /** A further digest, where the octets are not in memory. */
  digest?(algorithm: HashName): string | null;
  /** Absent: the user named it. */
  readonly origin?: Origin;
  /** For the table of coverage, where no `package` tells it. */
  readonly ecosystem?: string;
  /** Artifacts that name this one by its digest: what is signed of one of them covers it. */
  readonly coveredBy?: readonly Artifact[];
  /** What it says it is, where it says so: compared with the package that a statement names. */
  readonly package?: PackageIdentity;
}

/** A token in a file of its own. */
export interface GivenTimestamp {
  readonly name: string;
  readonly token: Bytes;
}

/** `--package-name`, `--package-version`: null where it was not given. */
export interface PackageAsked {
  readonly name: string | null;
  readonly version: string | null;
  readonly from: string;
  /** Nobody asked who signed in another way: at a package's registry this question stands for it. */
  readonly forSigner: boolean;
}

/** Whom custody logs are judged by beside `keys`, and where they must end: what `custody verify` asks by the same flags. */
export interface CustodyTrust {
  readonly keys: readonly GivenKey[];
  readonly logs: readonly VerifierKey[];
  readonly witnesses: readonly VerifierKey[];
  readonly quorum: number;
  /** Of last lines: each log must end in its own, or in one that is nobody's own, and each must be the end of a log. */
  readonly heads: readonly ExpectedHead[];
  /** Only what is proven to have existed then; null: all. */
  readonly knownAt: Instant | null;
  /** Only a trust store knows such people: nobody has asked for a log, and that there is none is nothing wrong. */
  readonly unasked?: true;
}

/** Everything that decides what the facts are, but the evidence itself. The clock is one of its values. */
export interface ExaminationContext {
  readonly engine: Engine;
  readonly at: Instant;
  /** `at` is the machine's clock: untrusted, and implausible before `clockFloor`. */
  readonly atIsClock: boolean;
  readonly clockFloor: Instant;
  /** Seconds of tolerance at each edge of the window that was asked for. */
  readonly skewSeconds: number;
  readonly notBefore: Instant | null;
  readonly notAfter: Instant | null;
  /** The examiner's own word on the time of signing. */
  readonly signedAt: Instant | null;
  readonly roots: readonly TrustedRoot[];
  readonly extraTimestampAuthorities: readonly CertificateAuthority[];
  /** Tokens over the signature that lie beside the envelope, not in it. */
  readonly extraTimestamps: readonly GivenTimestamp[];
  /** Whose cosignatures of checkpoints are known. */
  readonly witnesses: readonly Witness[];
  readonly keys: readonly TrustedKey[];
  /** Absent: nothing is known of revocations, and nothing is said of them. */
  readonly revocation?: RevocationData;
  /** Absent: nothing was said of custody logs but by `keys`. */
  readonly custody?: CustodyTrust;
  /** What the root of a list of files means; absent or null: nobody said. */
  readonly merkleProfile?: ListProfile | null;
  /** Of Go checksum databases; absent: those of this build. */
  readonly sumdbKeys?: readonly Witness[];
  /** Keys of the npm registry, for its own attestations alone; absent: those of this build. */
  readonly registryKeys?: readonly RegistryKey[];
  /** Of one run: when packages were published, as far as registries' attestations have shown. */
  readonly published?: PublishTimes;
  /** Lockfiles that the user named: what they pin is asked for. */
  readonly lockfiles?: readonly string[];
  /** The package that was asked for by name. */
  readonly packageAsked?: PackageAsked | null;
  readonly hmacSecret: Bytes | null;
  /** Files that are given as materials of a promotion. */
  readonly materials?: readonly GivenMaterial[];
  readonly identity: IdentityCriteria | null;
  /** What the signer must have called the image; absent or null: not asked. */
  readonly imageReference?: string | null;
  /** Image layouts that were named as such, and the digests of the images in them that are asked about; none: every image. */
  readonly imagesAsked?: { readonly layouts: readonly string[]; readonly digests: readonly string[] } | null;
  /** An artifact was named and could not be read: a check of its own says so. */
  readonly artifactUnread: boolean;
  /** Predicate type that the statement must have, or null for any. */
  readonly predicateType: string | null;
  readonly policy: Policy;
  /** `policy`: the payload must be a policy, and is compared with no artifact; absent: a statement. */
  readonly payload?: 'policy';
  /** What a batch is judged under beyond `policy`: a policy file, and the rules and modes beside it. */
  readonly judging?: Judging;
  /** Rules compare these digests of the artifact, so that they are facts. */
  readonly digestsNamed?: readonly HashName[];
  /** Rules will be judged: items carry the facts that those may read. */
  readonly withPolicyFacts?: boolean;
  /** Of one batch: checkpoints that have verified once, under the same key. */
  readonly checkpoints?: CheckpointCache;
}

/** A context in which nothing is asked beyond who signed under which roots: no window, no key, no material from beside. */
export const PLAIN_QUESTION = {
  atIsClock: false,
  skewSeconds: 0,
  notBefore: null,
  notAfter: null,
  signedAt: null,
  extraTimestampAuthorities: [],
  extraTimestamps: [],
  witnesses: [],
  keys: [],
  hmacSecret: null,
  artifactUnread: false,
  predicateType: null,
  policy: DEFAULT_POLICY,
} as const satisfies Partial<ExaminationContext>;
