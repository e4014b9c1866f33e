// SPDX-License-Identifier: Apache-2.0
import { packageOfFileName } from '../artifact/claimed-package.ts';
import { DIGEST_FORMS, looksLikeDigest, parseDigest, parseDigestOperand } from '../artifact/digest-operand.ts';
import { isLockfileName } from '../artifact/lockfile-names.ts';
import { fileNameOf } from '../encoding/given-documents.ts';
import { LIMITS } from '../encoding/limits.ts';
import { formatInstant } from '../encoding/rfc3339.ts';
import { openEvidence } from '../envelope/open-evidence.ts';
import { readInput } from '../evidence/input.ts';
import type { ListProfile } from '../merkle/profile.ts';
import type { Bytes } from '../model/bytes.ts';
import { type Check, malformedCheck } from '../model/check.ts';
import type { Instant } from '../model/instant.ts';
import { attempt } from '../model/malformed.ts';
import type { HashName } from '../model/public-key.ts';
import type { InputRecord, ItemFacts } from '../model/report.ts';
import { namedDigests } from '../policy/named-digests.ts';
import { bundledTrustIssuedAt } from '../trust/bundled.ts';
import { checkRootAge, checkRootDigest, parsePinnedDigest } from '../trust/freshness.ts';
import type { RevocationData } from '../trust/revocation/data.ts';
import { type ReportAsked, ReportComposer, refusedItem } from '../verify/compose-report.ts';
import { type EvidenceFile, examineSet, type SetResult } from '../verify/evidence-set.ts';
import type { HoldingsResult } from '../verify/examine-holdings.ts';
import { unknownThen } from '../verify/known-then.ts';
import { questionDigest } from '../verify/question-digest.ts';
import type { Artifact, ExaminationContext } from '../verify/request.ts';
import {
  ageAsked,
  identityAsked,
  keysAsked,
  policyAsked,
  predicateTypeAsked,
  secretAsked,
  skewAsked,
  sumdbKeysAsked,
  timestampAuthoritiesAsked,
  windowAsked,
  witnessesAsked,
} from './asked.ts';
import { criteriaOf } from './criteria.ts';
import { detachedAsked } from './detached-asked.ts';
import { trustOf } from './given-certificates.ts';
import { imagesAsked, notLayouts } from './images-asked.ts';
import { needsHoldings } from './needs-holdings.ts';
import { integrityAsked, packageAsked, registryKeysAsked } from './package-asked.ts';
import { besidePolicy, judgingAsked } from './policy-asked.ts';
import { refusePolicyFlags } from './policy-signer.ts';
import { ProgressLine, progressTo } from './progress.ts';
import { sinkFor } from './report-sink.ts';
import { deliver, engineFlag, instantFlag, judgingTime, type OutputFlags, runRecord } from './session.ts';
import { trustGiven } from './trust-given.ts';
import { UsageError } from './usage-error.ts';
import { VERSION } from './version.ts';
import { workerPool } from './worker-entry.ts';

/** Flags that only custody logs answer to. */
const CUSTODY_QUESTIONS = ['keyring', 'log-key', 'witness-threshold', 'expect-head', 'known-at'];

/** What a list says that nobody had published at the instant of the question still counts, and is told. */
function laterLists(revocation: RevocationData | null, at: Instant): string[] {
  const all = [
    ...(revocation?.crls ?? []).map(({ name, crl }) => ({ name, issued: crl.thisUpdate })),
    ...(revocation?.lists ?? []).map(({ name, issuedAt }) => ({ name, issued: issuedAt })),
  ];
  return all.flatMap(({ name, issued }) =>
    issued > at ? [`${name} is of ${formatInstant(issued)}: nobody knew then what it says, and it counts`] : [],
  );
}

export type VerifyFlags = OutputFlags & { readonly [name: string]: unknown };

export interface Operands {
  readonly artifacts: readonly string[];
  readonly bundles: readonly string[];
  /** `verify-bundle`: an existing path wins over a digest of that spelling. */
  readonly pathWins: boolean;
}

/** What another command has verified already, told before the rest in the same report. */
export interface Beside {
  readonly criteria: readonly string[];
  readonly inputs: readonly InputRecord[];
  /** Entries of the lockfile that is named need provenance, but for these. */
  readonly entries?: { readonly ignored: readonly string[] };
  /** Under the same question, but for what it says itself of keys and identities. */
  items(context: ExaminationContext): readonly ItemFacts[];
}

/** From the words of the command line to one report, written and with its exit code set. */
export async function runVerification(
  command: string,
  flags: VerifyFlags,
  named: Operands,
  beside: Beside | null = null,
): Promise<void> {
  const text = (name: string) => flags[name] as string | undefined;
  const list = (name: string) => (flags[name] as readonly string[] | undefined) ?? [];
  const { at, isClock } = judgingTime({ at: text('at'), attime: text('attime') });
  const criteria = await identityAsked(flags);
  const byFlag = keysAsked(list('key'), text('key-scheme'));
  const held = await trustGiven(flags, {
    answers: ['roots', 'keys', 'registry', 'keyrings'],
    withIdentity: criteria !== null,
  });
  const given = { ...byFlag, keys: [...byFlag.keys, ...held.keys] };
  const hmacSecret = secretAsked(text('hmac-key'));
  refuseContradictions(criteria !== null, given.keys.length > 0, hmacSecret !== null, text('key-scheme') !== undefined);
  const path = text('policy');
  refusePolicyFlags(flags, path);
  const { trust } = held;
  const file =
    path === undefined
      ? null
      : await (await import('./policy-file.ts')).policyFile(path, flags, { flag: '--policy', held });
  if (file?.ok === false) {
    const { refusedPolicyReport } = await import('./policy-refused.ts');
    deliver(refusedPolicyReport(command, file, flags), flags);
    return;
  }
  const judging = await judgingAsked(flags, given.keys.length > 0 || hmacSecret !== null, file);
  const bySigner = criteria !== null || given.keys.length > 0 || hmacSecret !== null || judging.asksSigner;
  const about = packageAsked(flags, bySigner);
  const registry = registryKeysAsked(flags, held);
  const { policy, weakenings } = besidePolicy(policyAsked(flags), judging);
  const notBefore = text('not-before') === undefined ? null : instantFlag('not-before', text('not-before')!);
  const notAfter = text('not-after') === undefined ? null : instantFlag('not-after', text('not-after')!);
  windowAsked(notBefore, notAfter);
  const skewSeconds = skewAsked(text('skew'));
  const pinned = list('trusted-root-digest').map((one) => pinnedDigest(one));
  const maxAge = ageAsked(text('max-root-age'));
  const stamping = timestampAuthoritiesAsked(list('timestamp-certificate-chain'));

  const inputs: InputRecord[] = [
    ...judging.inputs,
    ...trust.inputs,
    ...stamping.inputs,
    ...given.inputs,
    ...registry.inputs,
    ...(beside?.inputs ?? []),
  ];
  const refused: ItemFacts[] = [];
  const artifacts: Artifact[] = [];
  const files: EvidenceFile[] = [];
  const sumdb = sumdbKeysAsked(list('sumdb-key'));
  const progress = progressTo(flags);
  const hashes: readonly HashName[] = [
    ...new Set<HashName>(['sha256', ...namedDigests(judging.document, judging.asked.rules)]),
  ];
  const digest = digestFlag(text('digest'), text('digest-alg'));
  const { asked: images, operands } = imagesAsked(list('oci-layout'), digest, named);
  const bundles = new Set(operands.bundles);
  const pool = workerPool(text('workers'));
  const reading = new ProgressLine('read', flags);
  const gathered = needsHoldings(operands)
    ? (await import('./gather-holdings.ts')).gatherHoldings(operands, progress, (done, total) =>
        reading.update(done, total),
      )
    : null;
  reading.end();
  for (const name of ['resume', 'known-results'] as const) {
    if (gathered === null && text(name) !== undefined)
      throw new UsageError(`--${name} is for folders and archives: single files are examined at once`);
  }
  const singles = gathered === null ? operands : { artifacts: [], bundles: [] };
  if (gathered !== null) {
    artifacts.push(...gathered.artifacts);
    refused.push(...gathered.refused);
  }
  for (const bundle of singles.bundles) files.push(readEvidence(bundle, inputs));
  const detached = detachedAsked(flags, operands, inputs);
  if (detached !== null && gathered !== null) throw new UsageError('--signature is over one file, not over a folder');
  if (detached !== null) {
    files.push(detached);
    bundles.add(detached.name);
  }
  for (const operand of singles.artifacts) {
    const digest = parseDigestOperand(operand);
    const preferPath = operands.pathWins && digest !== null && readInput(operand, []).ok;
    if (digest !== null && !preferPath) {
      artifacts.push({
        name: operand,
        bytes: null,
        digests: new Map([[digest.algorithm, digest.hex]]),
        given: 'digest',
      });
      continue;
    }
    const input = readInput(operand, hashes, progress);
    if (!input.ok) {
      if (input.problem.reason === 'input-missing' && looksLikeDigest(operand))
        throw new UsageError(`${operand} is no file, and no digest either: write ${DIGEST_FORMS}`);
      refused.push(
        refusedItem(operand, malformedCheck('input.read', { evidence: operand, pointer: '' }, input.problem)),
      );
      continue;
    }
    const { bytes, size, digests } = input.value;
    const isEvidence = bundles.size === 0 && bytes !== null && looksLikeEvidence(bytes, operand);
    inputs.push({ name: operand, role: isEvidence ? 'evidence' : 'artifact', size, sha256: digests.get('sha256')! });
    if (isEvidence) files.push({ name: operand, bytes });
    else {
      const named = packageOfFileName(fileNameOf(operand));
      artifacts.push({ name: operand, bytes, digests, given: 'file', ...(named === null ? {} : { package: named }) });
    }
  }
  if (digest !== null && images === null) artifacts.push(digest);
  const byIntegrity = integrityAsked(text('integrity'));
  if (byIntegrity !== null) artifacts.push(byIntegrity);
  if (beside === null && gathered === null && files.length === 0 && artifacts.length === 0 && refused.length === 0)
    throw new UsageError('name an artifact, evidence, or both');

  // What is found may be too large to hold.
  const needsDigestOnly = gathered !== null || artifacts.some((artifact) => artifact.bytes === null);
  const extraTimestamps = list('rfc3161-timestamp').flatMap((path) => {
    const input = readInput(path, ['sha256']);
    const at = { evidence: path, pointer: '' };
    if (input.ok && input.value.bytes !== null && input.value.size <= LIMITS.documentBytes) {
      inputs.push({ name: path, role: 'evidence', size: input.value.size, sha256: input.value.digests.get('sha256')! });
      return [{ name: path, token: input.value.bytes }];
    }
    const problem = input.ok
      ? { reason: 'limit-exceeded' as const, detail: `${path} is larger than a document may be` }
      : input.problem;
    refused.push(refusedItem(path, malformedCheck('input.read', at, problem)));
    return [];
  });
  const asksCustody = CUSTODY_QUESTIONS.some((name) => flags[name] !== undefined);
  const custody =
    asksCustody || (gathered !== null && (list('witness').length > 0 || held.keyrings.length > 0))
      ? (await import('./custody-asked.ts')).custodyTrustAsked(flags, inputs, held.keyrings, asksCustody)
      : null;
  if (flags['known-at'] !== undefined && gathered === null)
    throw new UsageError(
      '--known-at asks what of a custody log was known at an instant: name one, or its folder. Of other evidence ask with --at, and give the trusted root, lists of revocations and policy as they were then',
    );
  if (asksCustody && gathered === null)
    throw new UsageError(`--${CUSTODY_QUESTIONS.join(', --')} are about a custody log: name one, or its folder`);
  const engine = await engineFlag(text('engine'), needsDigestOnly);
  const context: ExaminationContext = {
    engine,
    at,
    atIsClock: isClock,
    clockFloor: bundledTrustIssuedAt(),
    skewSeconds,
    notBefore,
    notAfter,
    signedAt: text('signed-at') === undefined ? null : instantFlag('signed-at', text('signed-at')!),
    roots: trust.roots,
    extraTimestampAuthorities: stamping.authorities,
    extraTimestamps,
    witnesses: witnessesAsked(list('witness')),
    ...(sumdb.given === null ? {} : { sumdbKeys: sumdb.given }),
    merkleProfile: (text('merkle-profile') ?? null) as ListProfile | null,
    keys: given.keys,
    ...(held.revocation === null ? {} : { revocation: held.revocation }),
    ...(custody === null ? {} : { custody }),
    registryKeys: registry.files.flatMap((file) => file.keys),
    packageAsked: about,
    lockfiles: operands.artifacts.filter(isLockfileName),
    hmacSecret,
    identity: criteria,
    materials: list('material').map((path) => materialAsked(path, inputs)),
    artifactUnread: refused.length > 0,
    imageReference: text('docker-reference') ?? null,
    imagesAsked: images,
    predicateType: predicateTypeAsked(text('type')),
    policy,
    digestsNamed: hashes,
    withPolicyFacts: judging.document !== null || judging.asked.rules.length > 0,
  };
  const rootChecks = [
    ...(pinned.length > 0
      ? checkRootDigest(
          trust.roots.map((root) => root.origin),
          pinned,
        )
      : []),
  ];
  refused.push(...(beside?.items(context) ?? []));
  const ignored = list('ignore-unsigned');
  const ruled = context.withPolicyFacts === true;
  const asksWho = !bySigner && about?.forSigner !== true;
  const asked: ReportAsked = {
    version: VERSION,
    engine: engine.id,
    command,
    at,
    atIsClock: isClock,
    skewSeconds,
    knownAt: custody?.knownAt ?? null,
    criteria: [
      ...(beside?.criteria ?? []),
      ...(beside === null || gathered !== null ? criteriaOf(context, flags, judging) : []),
      ...held.later.map((what) => `left out, since it was not known then: ${what}`),
    ],
    ...(held.told === null ? {} : { revocation: held.told }),
    question: gathered === null ? null : questionDigest(VERSION, context),
    policy,
    judging,
  };
  const composer = new ReportComposer(asked);
  const results =
    flags['attest-results'] === undefined
      ? null
      : await (await import('./results-asked.ts')).resultsAsked(flags, at, engine);
  // A root that was not used has not aged anything; one that the user named or pinned is told all the same.
  const used = new Set<string | null>();
  let registrySigned = false;
  let sumdbSigned = false;
  const agesOf = ({ trustedRoot }: ItemFacts) =>
    maxAge === null
      ? []
      : trust.roots
          .filter(({ origin }) => origin.sha256 === trustedRoot)
          .map((root) => checkRootAge(root.origin, maxAge, at));
  const judgedItem = (facts: ItemFacts) => {
    used.add(facts.trustedRoot);
    // The registry's keys decided about it.
    const isGo = facts.kind.startsWith('go-checksum-');
    sumdbSigned ||= isGo;
    registrySigned ||= facts.registrySigned === true && !isGo;
    const then = custody?.knownAt == null ? [] : unknownThen(facts);
    const item = composer.add(withChecks(facts, [...rootChecks, ...agesOf(facts), ...then]));
    results?.item(item);
    return item;
  };
  const rest = (result: Omit<SetResult, 'items'> & Partial<HoldingsResult>, limitations: readonly string[]) => {
    const told = trust.inputs.length > 0 || pinned.length > 0;
    const roots = trust.roots.filter(({ origin }) => told || used.has(origin.sha256));
    return {
      ...result,
      weakenings: [
        ...weakenings,
        ...held.stale,
        ...anyoneWarnings(context),
        ...ignored.map((glob) => `--ignore-unsigned ${glob}`),
        ...(beside?.entries?.ignored ?? []).map((glob) => `--ignore-entries ${glob}`),
      ],
      inputs: [...inputs, ...(result.inputs ?? [])],
      roots: [
        ...roots,
        ...trustOf(stamping.inputs),
        ...(registrySigned ? registry.files : []),
        ...(sumdbSigned ? sumdb.trust : []),
      ],
      limitations: [
        ...laterLists(held.revocation, at),
        ...(isClock ? ["the instant to judge at is the machine's clock, which proves nothing"] : []),
        ...limitations,
      ],
      run: runRecord(flags, { at, isClock }),
    };
  };
  if (gathered === null) {
    const examined = examineSet(files, artifacts, context, bundles.size > 0 ? 'named' : 'found');
    const told = [...refused, ...examined.items];
    const items = [...told, ...notLayouts(images, told)];
    if (asksWho) askForIdentity(command, items, operands, detached !== null);
    const { unmatchedArtifacts, unmatchedAttestations } = examined;
    const sink = sinkFor(flags, composer.head, true);
    for (const facts of items) sink.item(judgedItem(facts));
    const end = composer.finish(rest({ unmatchedArtifacts, unmatchedAttestations }, []));
    // Before the report: whoever reads that all is well can rely on the attestation being there.
    await results?.end({ ...composer.head, ...end });
    sink.end(end, null);
    return;
  }
  const { deliverHoldings } = await import('./deliver-holdings.ts');
  await deliverHoldings({
    gathered: { ...gathered, artifacts },
    refused,
    run: {
      ...{ operands, context, ignoreUnsigned: ignored, pool },
      ...(beside?.entries === undefined ? {} : { entries: beside.entries }),
    },
    known: { resume: text('resume'), report: text('known-results'), inputs, ruled },
    flags,
    composer,
    images,
    // Only where all items are known can be told whom to ask for, or which predicate types are said of one artifact.
    whole: ruled || asksWho,
    check: (items) => {
      if (asksWho) askForIdentity(command, items, operands, false);
    },
    judgedItem,
    rest,
    ended: async (end) => results?.end({ ...composer.head, ...end }),
  });
}

/** All three digests: a promotion names a material by any of them. @throws UsageError where it cannot be read */
function materialAsked(path: string, inputs: InputRecord[]) {
  const input = readInput(path, ['sha256', 'sha384', 'sha512']);
  if (!input.ok) throw new UsageError(`--material: ${input.problem.reason}: ${input.problem.detail}`);
  const { size, digests } = input.value;
  inputs.push({ name: path, role: 'data', size, sha256: digests.get('sha256')! });
  return { name: path, digests };
}

function withChecks(item: ItemFacts, checks: readonly Check[]): ItemFacts {
  return checks.length === 0 ? item : { ...item, checks: [...checks, ...item.checks] };
}

export function readEvidence(path: string, inputs: InputRecord[]): EvidenceFile {
  const input = readInput(path, ['sha256']);
  if (!input.ok) return { name: path, bytes: null, problem: input.problem };
  const { bytes, size, digests } = input.value;
  inputs.push({ name: path, role: 'evidence', size, sha256: digests.get('sha256')! });
  if (bytes === null)
    return {
      name: path,
      bytes: null,
      problem: { reason: 'limit-exceeded', detail: `${path} has ${size} bytes, more than ${LIMITS.artifactInMemory}` },
    };
  return { name: path, bytes };
}

/** Without --bundle, an operand that opens as an envelope is evidence, and every other file an artifact. */
function looksLikeEvidence(bytes: Bytes, name: string): boolean {
  const first = bytes.find((octet) => octet !== 0x20 && octet !== 0x0a && octet !== 0x0d && octet !== 0x09);
  if (first !== 0x7b) return false;
  const opened = openEvidence(bytes, { evidence: name, pointer: '' });
  return (
    opened.ok ||
    opened.checks.some(
      (check) => check.outcome !== 'passed' && check.outcome !== 'skipped' && check.reason !== 'input-not-recognised',
    )
  );
}

function digestFlag(hex: string | undefined, algorithm: string | undefined): Artifact | null {
  if (hex === undefined) {
    if (algorithm !== undefined) throw new UsageError('--digest-alg was given without --digest');
    return null;
  }
  const digest = hex.includes(':') ? parseDigestOperand(hex) : parseDigest(algorithm ?? 'sha256', hex);
  if (digest === null || (algorithm !== undefined && digest.algorithm !== algorithm))
    throw new UsageError(`--digest is no digest of its algorithm: write ${DIGEST_FORMS}`);
  return {
    name: `${digest.algorithm}:${digest.hex}`,
    bytes: null,
    digests: new Map([[digest.algorithm, digest.hex]]),
    given: 'digest',
  };
}

function pinnedDigest(text: string) {
  const parsed = attempt(() => parsePinnedDigest(text));
  if (!parsed.ok) throw new UsageError(`--trusted-root-digest: ${parsed.problem.reason}: ${parsed.problem.detail}`);
  return parsed.value;
}

function refuseContradictions(identity: boolean, keys: boolean, secret: boolean, scheme: boolean): void {
  if (secret && identity) {
    throw new UsageError(
      '--hmac-key and --certificate-identity exclude each other: a shared secret proves no identity, and a certificate needs no secret',
    );
  }
  if (keys && identity) {
    throw new UsageError(
      '--key and --certificate-identity exclude each other; inspect the verificationMaterial of the bundle: publicKey wants --key; certificate wants --certificate-identity and --certificate-oidc-issuer',
    );
  }
  if (keys && secret) throw new UsageError('--key and --hmac-key exclude each other');
  if (scheme && !keys) throw new UsageError('--key-scheme was given without --key');
}

/** cli: with a named artifact and bundle, a missing question is a slip of the user; the answer that he may want is told. */
function askForIdentity(command: string, items: readonly ItemFacts[], operands: Operands, detached: boolean): void {
  if ((operands.bundles.length === 0 && !detached) || operands.artifacts.length === 0) return;
  const found = items.flatMap((item) => (item.signerKind === 'certificate' ? item.signers : []))[0];
  if (found !== undefined) {
    throw new UsageError(`${command}: say who should have signed. The certificate, unverified, names:`, [
      `  --certificate-identity ${quoted(found['identity'])}`,
      `  --certificate-oidc-issuer ${quoted(found['issuer'])}`,
    ]);
  }
  if (items.some((item) => item.signerKind === 'key')) {
    throw new UsageError(
      `${command}: say whose key should have signed: the evidence names no certificate, so give --key`,
    );
  }
}

/** As one word of a shell: the line is there to be copied, and the name in it is a stranger's. */
function quoted(value: unknown): string {
  return `'${String(value ?? '').replaceAll("'", `'"'"'`)}'`;
}

function anyoneWarnings(context: ExaminationContext): string[] {
  const { identity } = context;
  const out: string[] = [];
  if (identity?.identity?.anyone === true) out.push('ANYONE may have signed: the identity pattern takes every name');
  if (identity?.issuer?.anyone === true) out.push('ANYONE may have vouched: the issuer pattern takes every name');
  return out;
}
