// SPDX-License-Identifier: Apache-2.0

interface CommandRow {
  readonly summary: string;
  readonly load: () => Promise<{ readonly default: unknown }>;
}

/** COMMANDS: every command, loaded when it is called. */
export const COMMANDS: Readonly<Record<string, CommandRow>> = Object.assign(Object.create(null), {
  verify: {
    summary: 'verify artifacts and their evidence under one policy: one verdict, one report',
    load: () => import('./commands/verify.ts'),
  },
  inspect: {
    summary: 'show what evidence claims, every line marked unverified',
    load: () => import('./commands/inspect.ts'),
  },
  explain: {
    summary: 'explain a code, walk through a report, or through evidence step by step',
    load: () => import('./commands/explain.ts'),
  },
  'verify-bundle': {
    summary: 'the sigstore-conformance client protocol, exactly',
    load: () => import('./commands/verify-bundle.ts'),
  },
  serve: {
    summary: 'answer requests on standard input, one JSON-RPC 2.0 message to a line',
    load: () => import('./commands/serve.ts'),
  },
  selftest: {
    summary: 'known answers on this very machine; published test vectors with --vectors',
    load: () => import('./commands/selftest.ts'),
  },
  'kit:create': {
    summary: 'make the kit that is carried into the enclave: one tar, signed',
    load: () => import('./commands/kit/create.ts'),
  },
  'kit:verify': {
    summary: 'is a kit whole, signed by the key that is known, and judged by this program as it should be',
    load: () => import('./commands/kit/verify.ts'),
  },
  doctor: {
    summary: 'what this program is, may do and trusts here, and what it cannot do',
    load: () => import('./commands/doctor.ts'),
  },
  completion: {
    summary: 'completions for bash, zsh, fish and PowerShell',
    load: () => import('./commands/completion.ts'),
  },
  man: {
    summary: 'the manual page, in the form that man reads',
    load: () => import('./commands/man.ts'),
  },
  'policy:check': {
    summary: 'is a policy readable: exit 0, or 64 with file, line and column',
    load: () => import('./commands/policy/check.ts'),
  },
  'policy:explain': {
    summary: 'what a policy enforces, for whom, and what it leaves open',
    load: () => import('./commands/policy/explain.ts'),
  },
  'report:inspect': {
    summary: 'what JSON reports state: one as a table, many as counts',
    load: () => import('./commands/report/inspect.ts'),
  },
  'report:render': {
    summary: 'a JSON report in every other format, or as the draft of a certification',
    load: () => import('./commands/report/render.ts'),
  },
  'report:compare': {
    summary: 'two runs side by side: provenance gained and lost, other signers, builders, sources',
    load: () => import('./commands/report/compare.ts'),
  },
  'report:merge': {
    summary: 'reports of parts that were verified apart, as one report with one verdict',
    load: () => import('./commands/report/merge.ts'),
  },
  'merkle:root': {
    summary: 'the root over a folder, an archive, files, lines or digests, under a named profile',
    load: () => import('./commands/merkle/root.ts'),
  },
  'merkle:prove': {
    summary: 'write a proof that one leaf is in a set',
    load: () => import('./commands/merkle/prove.ts'),
  },
  'merkle:verify': {
    summary: 'is a set, or one leaf by its proof, under a root that somebody else vouches for',
    load: () => import('./commands/merkle/verify.ts'),
  },
  'merkle:consistency': {
    summary: 'write a proof that a log only grew',
    load: () => import('./commands/merkle/consistency.ts'),
  },
  'custody:open': {
    summary: 'begin a custody timeline: its name, case, people, keys and policy',
    load: () => import('./commands/custody/open.ts'),
  },
  'custody:append': {
    summary: 'append one signed event to a custody timeline, if the log still verifies with it',
    load: () => import('./commands/custody/append.ts'),
  },
  'custody:receive': {
    summary: 'receive items that were released: digest them, compare, and sign the receipt',
    load: () => import('./commands/custody/receive.ts'),
  },
  'custody:checkpoint': {
    summary: 'sign how far a custody timeline goes, or cosign it as a witness',
    load: () => import('./commands/custody/checkpoint.ts'),
  },
  'custody:verify': {
    summary: 'a custody timeline: signatures, links, 26 invariants, provable times; or one disclosed event',
    load: () => import('./commands/custody/verify.ts'),
  },
  'custody:disclose': {
    summary: 'one event of a custody timeline with its proof, verifiable alone',
    load: () => import('./commands/custody/disclose.ts'),
  },
  'lockfile:sign': {
    summary: 'sign a lockfile as data: in a file of its own, or as a block inside it',
    load: () => import('./commands/lockfile/sign.ts'),
  },
  'lockfile:verify': {
    summary: 'is a lockfile signed, every entry and unknown field of it, and has each entry provenance',
    load: () => import('./commands/lockfile/verify.ts'),
  },
  'digest:pin': {
    summary: 'the canonical digest of a JSON surface, and a signature over it',
    load: () => import('./commands/digest/pin.ts'),
  },
  'digest:check': {
    summary: 'has a JSON surface the pinned digest, and is the pin signed',
    load: () => import('./commands/digest/check.ts'),
  },
  replay: {
    summary: 'custody timelines as they can be proven: events, holders, gaps, contradictions',
    load: () => import('./commands/replay.ts'),
  },
  'attest:build': {
    summary: 'make an in-toto Statement v1 in canonical JSON, to be signed',
    load: () => import('./commands/attest/build.ts'),
  },
  'attest:promotion': {
    summary: 'the statement that an image goes from one environment to the next, signed or not',
    load: () => import('./commands/attest/promotion.ts'),
  },
  'attest:prepare': {
    summary: 'for a key that lives elsewhere: the exact bytes to sign, and a request that goes with them',
    load: () => import('./commands/attest/prepare.ts'),
  },
  'attest:blob': {
    summary: 'sign a file itself: a Sigstore bundle with its digest, as cosign sign-blob makes it',
    load: () => import('./commands/attest/blob.ts'),
  },
  'attest:attach': {
    summary: 'join a signature that was made elsewhere with what it is over, once it verifies',
    load: () => import('./commands/attest/attach.ts'),
  },
  'attest:rotate': {
    summary: 'introduce the next key of a signing ring, by a statement that a key of the ring signs',
    load: () => import('./commands/attest/rotate.ts'),
  },
  'attest:sign': {
    summary: 'sign a statement, once it says what it must; the signature is verified before it is written',
    load: () => import('./commands/attest/sign.ts'),
  },
  'what-if': {
    summary: 'what of a custody timeline stands, falls or is undecided if a key had been stolen, and what saves it',
    load: () => import('./commands/what-if.ts'),
  },
  'trust:list': {
    summary: 'the roots and keys of this build and of a trust store: domain, origin, digest, age',
    load: () => import('./commands/trust/list.ts'),
  },
  'trust:show': {
    summary: 'what a trusted root, a key file, a revocation list or a TUF root says',
    load: () => import('./commands/trust/show.ts'),
  },
  'trust:diff': {
    summary: 'what one of them says that another does not, in words',
    load: () => import('./commands/trust/diff.ts'),
  },
  'trust:verify': {
    summary: 'a copied TUF repository, or a history of roots, from the pinned root on',
    load: () => import('./commands/trust/verify.ts'),
  },
  'trust:import': {
    summary: 'renew a trust store from a copied TUF repository, or by a file that is named',
    load: () => import('./commands/trust/import.ts'),
  },
  'check:dsse': {
    summary: 'the signatures of a DSSE envelope under given keys; nothing is said of the payload',
    load: () => import('./commands/check/dsse.ts'),
  },
  'check:signature': {
    summary: 'a raw signature under a named algorithm, over a file or a digest',
    load: () => import('./commands/check/signature.ts'),
  },
  'check:mac': {
    summary: 'a message authentication code under a named algorithm',
    load: () => import('./commands/check/mac.ts'),
  },
  'check:timestamp': {
    summary: 'an RFC 3161 timestamp over a file',
    load: () => import('./commands/check/timestamp.ts'),
  },
  'check:chain': {
    summary: 'a certificate path at an instant (RFC 5280)',
    load: () => import('./commands/check/chain.ts'),
  },
  'check:sct': {
    summary: 'the embedded certificate timestamps of a certificate; builds no path',
    load: () => import('./commands/check/sct.ts'),
  },
  'check:inclusion': {
    summary: 'an RFC 6962 inclusion proof',
    load: () => import('./commands/check/inclusion.ts'),
  },
  'check:consistency': {
    summary: 'an RFC 6962 consistency proof, alone or between two signed checkpoints',
    load: () => import('./commands/check/consistency.ts'),
  },
  'check:note': {
    summary: 'a C2SP signed note under given keys',
    load: () => import('./commands/check/note.ts'),
  },
  'check:checkpoint': {
    summary: "a log's signed tree head, and the witnesses that cosigned it",
    load: () => import('./commands/check/checkpoint.ts'),
  },
  'check:json': {
    summary: 'is a file strict JSON',
    load: () => import('./commands/check/json.ts'),
  },
  'check:canonical': {
    summary: 'write the canonical form (RFC 8785) of a JSON file to standard output',
    load: () => import('./commands/check/canonical.ts'),
  },
} satisfies Record<string, CommandRow>);
