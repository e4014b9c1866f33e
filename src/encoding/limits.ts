// SPDX-License-Identifier: Apache-2.0

const KIB = 1024;
const MIB = 1024 * KIB;
const GIB = 1024 * MIB;

/**
 * Every bound of this tool, in one place. A bound is checked before the work that it bounds, and nothing is ever allocated
 * from a length that the input declares. Exceeding one is `limit-exceeded`, never a verdict about the evidence's truth.
 */
export const LIMITS = {
  // documents
  /** One JSON document, envelope, bundle, trusted root, token, or one line of a JSONL file, in bytes. */
  documentBytes: 16 * MIB,
  /** Nested arrays and objects. Real evidence stays below 15. */
  jsonDepth: 64,
  /**
   * Values of one document, and its member names but for those that repeat the object before. Bounds what the native parser
   * may allocate: 16 MiB of `[{},{}…` would be 5.6 million.
   */
  jsonNodes: 1_000_000,
  /** Members of one object. The largest lockfiles known have some 10,000. */
  jsonMembers: 100_000,
  /** Lines of one JSONL file that is held in memory, each with a view of its own. */
  jsonlLines: 100_000,
  /** An artifact above this is digested as it streams by, and its bytes are not kept. */
  artifactInMemory: 64 * MIB,

  // serve
  /** Requests under way at once, at most; answers that are not yet taken count among them. */
  requestsUnderWay: 256,
  /** Octets of answers that wait to be taken, before another request is begun. */
  answersWaiting: 8 * MIB,
  /** … and all requests under way together: two of the longest. One alone may always be. */
  requestOctetsUnderWay: 32 * MIB,
  /** Characters of an id that is echoed. */
  requestIdCharacters: 1024,

  // ASN.1
  /** Nested constructed values. A Fulcio certificate has 9, a timestamp token 14. */
  derDepth: 32,
  /** Members of one value that are listed at once. The largest set of a token has some ten. */
  derMembers: 65_536,
  /** Content of one INTEGER that is read as a number: RSA with 16,384 bits has 2,049. */
  derIntegerBytes: 4 * KIB,
  /** Content of one OBJECT IDENTIFIER that is read as text: registered ones stay below 32. */
  derOidBytes: 128,

  // text
  /** One PEM file, in characters. The largest public root bundle has 240,000. */
  pemCharacters: MIB,
  /** Blocks of one PEM file. */
  pemBlocks: 1_000,
  /** One key file, in bytes. */
  keyFileBytes: 64 * KIB,
  /** Rounds that stretch the passphrase of a private key: a few seconds. */
  derivationRounds: 10_000_000,
  /** Memory that scrypt may take for one. */
  derivationMemory: 512 * MIB,
  /** Keys of one signing ring, each introduced by one before it. */
  ringKeys: 256,
  /** What a plugin that signs may write: a signature or a key, and some words. */
  pluginAnswer: MIB,
  /** Digits of a canonical decimal: those of 2^64 - 1. */
  decimalDigits: 20,
  /** Digits of a number in a duration: 30,000 years in seconds. */
  durationDigits: 12,

  // keys
  /** Modulus of an RSA key that is computed with at all, in bits; `verify` accepts 8,192. */
  rsaBits: 16_384,

  // envelopes
  /** Envelopes of one JSONL file, lines of other kinds among them: the files of bundles that are published have some hundreds. */
  envelopes: 5_000,
  signatures: 32,
  logEntries: 32,
  timestamps: 32,
  /** Characters of a key id hint: a fingerprint has 64, an SSH-style one less. */
  keyHint: 4096,
  /** Certificates that one envelope or token carries. */
  certificates: 10,
  subjects: 1024,
  /** Digests of one subject or other resource. The published names are some twenty. */
  digests: 64,
  /** Materials of one statement that artifacts are compared with. */
  materials: 4096,
  /** Files of one operand that may be the signature of a model. */
  models: 256,
  /** Subjects where the examiner asks for more. */
  subjectsByFlag: 100_000,
  /** Public-key operations that one file may cause: those of 680 bundles, or a second under P-521. */
  publicKeyOperations: 2048,

  // certificates
  /** Candidate paths that are tried for one leaf. */
  chainCandidates: 64,
  /** Certificates of one path, leaf and anchor included. */
  pathLength: 10,
  /** Certificate timestamps of one certificate. */
  scts: 16,
  /** One certificate, in bytes. A hundred names take some 4,000. */
  certificateBytes: 256 * KIB,
  /** Comparisons of names with name constraints along one path. */
  nameComparisons: 100_000,
  /** Links of a certificate to the key that signed it that are remembered, per trusted root and engine. */
  rememberedLinks: 1024,
  /** Distinguished names that are remembered by their bytes. */
  recentNames: 16,

  // logs
  /** Hashes of one proof: a tree of 2^64 leaves needs no more. */
  proofHashes: 64,
  /** One signed note, in characters: 16 post-quantum signatures (C2SP signed-note) are 110,000. */
  noteBytes: 256 * KIB,
  /** What a tlog-proof may carry beside the proof, in bytes: a custody event is at most as long. */
  proofExtra: MIB,
  /** Signature lines of one signed note. */
  noteSignatures: 64,
  /** One C2SP tlog-policy file, and its logs, witnesses and groups: 32 of each must be taken, an ML-DSA-44 key has 1,800 characters. */
  tlogPolicyBytes: MIB,
  tlogPolicyEntries: 512,
  /** Verified checkpoints that one batch remembers. */
  checkpointCache: 4096,

  // reports
  /** Subjects of one item that are read back from a report. */
  reportSubjects: 100_000,
  /** One line of the journal of an interrupted run: the facts about one item. */
  journalLine: 16 * MIB,
  /** Reports that are inspected at once. */
  reports: 10_000,

  // trust
  /** Trusted roots of one file (JSONL). GitHub's has 2. */
  trustedRoots: 32,
  /** Logs and authorities of one trusted root. GitHub's has 12, Sigstore's 7. */
  trustedRootEntries: 256,
  /** Attestations of one registry document. npm's have 2. */
  registryAttestations: 32,
  /** One package of a registry, expanded in memory. The largest of npm's have some 300 MB. */
  packageOctets: 512 * MIB,
  /** Its package.json. Most have a few thousand octets. */
  packageJson: 4 * MIB,
  /** Keys of one registry key file. npm's has 4. */
  registryKeys: 256,
  /** One regular expression for an identity, in characters. */
  identityPatternCharacters: 1024,
  /** Its compiled size. It bounds the work per character of a hostile name. */
  identityPatternInstructions: 10_000,
  /** A name that a regular expression is asked about, in characters: a longer one never matches. */
  identityCharacters: 2048,

  /** Metadata files of a TUF repository, in bytes, each as TUF clients bound it (endless data). Sigstore's have 2 to 8 KiB. */
  tufRootBytes: 512_000,
  tufTimestampBytes: 16 * KIB,
  tufSnapshotBytes: 2_000_000,
  tufTargetsBytes: 5_000_000,
  /** Roots of one history, and steps from the pinned one. Sigstore has come to 15 in five years. */
  tufRoots: 256,
  /** Keys, key ids and signatures of one file. */
  tufKeys: 128,
  /** Files of one snapshot, delegations of one role, and roles that are walked through for targets (TUF 1.0 §5.6.7). */
  tufRoles: 64,
  /** Hash bins that one role delegates to, 2 to the power of this, and no more in all. */
  tufBinBits: 8,
  /** Targets of one role, or patterns of one delegation. */
  tufTargets: 1024,
  /** Digests of one file. */
  tufHashes: 8,
  /** The name of a delegated role, in characters. */
  tufNameCharacters: 128,

  /** Entries of one certificate revocation list: the largest that are known have a few hundred thousand. */
  crlEntries: 500_000,
  /** Entries of one list of revocations. */
  revocations: 10_000,
  /** Domains of a trust store, and documents of one domain. */
  storeDomains: 64,
  storeDocuments: 256,

  // policies and other YAML
  /** One YAML document, in bytes: a policy of a hundred scopes has some 60,000. */
  yamlBytes: 256 * KIB,
  /** Nested lists and blocks. A policy has six. */
  yamlDepth: 24,
  /** Lexical tokens, white space included: they bound the work of the parser. */
  yamlTokens: 100_000,
  /** Keys of one block and members of one list. */
  policyMembers: 512,
  /** One text of a policy, in characters: an expression is the longest. */
  policyText: 8192,
  /** One key of a policy, in characters. */
  policyKey: 256,
  /** The name of a policy or scope, in characters. */
  policyName: 128,
  /** Names that an unverified statement may claim for the match of scopes, in characters: of more nobody knows which. */
  claimedCharacters: 64 * KIB,
  /** Scopes of one policy. */
  policyScopes: 256,

  /** One detached signature: RSA of 16,384 bits in base64 has 2,732. */
  signatureFile: 16 * KIB,

  /** One TOML document, in bytes: the lock of a project with a thousand packages has some 2 MiB. */
  tomlBytes: 8 * MIB,
  /** Nested tables and lists. A lockfile has five. */
  tomlDepth: 24,
  /** One lockfile in YAML or yarn's own form, in bytes, and its tokens: that of a thousand packages has some 0.4 MiB. */
  lockBytes: 8 * MIB,
  lockTokens: 2_000_000,
  /** Packages of one lockfile. */
  lockEntries: 100_000,
  /** Files of one checksum list: as many as a directory may have. */
  checksumEntries: 1_000_000,

  // holdings
  /** The first octets of a member that tell its kind: a tar header and its magic are within. */
  memberHead: 512,
  /** Files of one directory or archive: more than the largest locker that was told of. */
  members: 1_000_000,
  /** One path inside a directory, in octets: what Linux can open at once. */
  pathOctets: 4096,
  /** A pattern of paths, in characters. */
  globCharacters: 1024,

  // image layouts
  /** One manifest or index: what registries take. */
  imageManifest: 4 * MIB,
  /** Manifests and indexes of one layout. */
  imageManifests: 10_000,
  /** Layers of one manifest, or entries of one index. Overlay file systems take 128 layers; indexes of releases have some hundreds. */
  imageDescriptors: 10_000,
  /** Indexes in indexes. One is usual. */
  imageDepth: 8,

  // archives
  /** One extended header of a tar: the names and attributes of one file. */
  tarExtension: MIB,
  /** What a compressed archive may hold, expanded, in one file and altogether. Plain ones are as large as they are. */
  expandedMember: 2 * GIB,
  expandedArchive: 16 * GIB,
  /** Expanded octets for each compressed one. Deflate can do 1,032; logs and sources stay below 50. */
  archiveRatio: 200,
  /** Below this the ratio is not asked: a short run of zeros harms nobody. */
  archiveRatioFrom: 16 * MIB,
  /** Window of a zstd frame: what the reference decoder takes unless told otherwise. */
  zstdWindow: 128 * MIB,
  /** Octets of documents of one compressed tar that are kept: it cannot be read twice. */
  keptDocuments: 64 * MIB,
  /** Its other files, each of which has at most `keptFile`. */
  keptFiles: 16 * MIB,
  keptFile: 64 * KIB,
  /** Target of a symbolic link in a zip. */
  linkTarget: 4 * KIB,

  // in-toto layouts
  /** Steps, inspections or keys of one layout. The largest published have some twenty. */
  layoutItems: 256,
  /** Rules of one list of a step, words of one command. */
  layoutRules: 1024,
  /** Sublayouts in sublayouts. Two are told of. */
  sublayoutDepth: 8,
  /** Layouts of one question, sublayouts included. */
  sublayouts: 256,
  /** Signs of patterns and paths that artifact rules compare: rules by the dozen over ten thousand files take a tenth. */
  ruleComparisons: 500_000_000,

  // custody timelines
  /** One line of a custody log, in bytes. */
  custodyLine: MIB,
  /** Lines of one custody log: times and leaf hashes of four million take 350 MB. */
  custodyLines: 4_000_000,
  /** Items that one custody log speaks of. */
  custodyItems: 100_000,
  /** Keys of one custody log. */
  custodyKeys: 4096,
  /** Pieces of evidence of time, and checkpoints, of one custody log. */
  custodyAnchors: 8192,
  /** What of a clock's uncertainty counts, in seconds: a day. */
  custodyUncertaintySeconds: 86_400,
  /** Receipts in one custody log of what others have released; logs that are judged together. */
  custodyReceipts: 65_536,
  custodyLogs: 64,
  /** Events that are disclosed together. */
  disclosedEvents: 1000,
  /** Places that one check of a custody log names. */
  custodyPlaces: 16,
  /** Events whose intervals a report lists one by one. */
  custodyRows: 1000,
  /** Rows of all sources of one replay: they are all held, at some 10 KB each, and half as much again while they are written. */
  replayRows: 100_000,
  /** Findings that are told of one row. */
  replayFindings: 16,
  /** Names that are compared with one that is not known. */
  replayNames: 10_000,

  // timelines of other tools
  /** One row, in octets: the longest that were seen are registry values of some 100,000. */
  timelineRow: MIB,
  /** Columns of one table. Exports of a whole analysis have some hundreds. */
  timelineColumns: 2048,
  /** A text that is shown of a row, in characters; the line itself is pinned by its digest. */
  timelineMessage: 64 * KIB,

  // expressions of policies
  /** One expression, in characters. */
  celCharacters: 2048,
  /** Parts of its syntax tree, macros written out. */
  celNodes: 512,
  /** Loops in loops. */
  celLoops: 2,
  /** Steps of all its loops, each weighed by what stands in it: some 50 ms. */
  celSteps: 200_000,
  /** Compiled size of one of its patterns, which the length of the text is multiplied with. */
  celPatternInstructions: 1000,
  /** A text that is turned into a number or a time, in characters. */
  celConverted: 64,
  /** Values among the facts that it may read. The provenance of a build with a thousand materials has some 6,000. */
  celFactValues: 20_000,
  /** Characters of their texts and names. */
  celFactCharacters: MIB,
} as const;
