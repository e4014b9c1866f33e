// SPDX-License-Identifier: Apache-2.0
import { parseDigestOperand } from '../artifact/digest-operand.ts';
import { sha256Hex } from '../crypto/digest.ts';
import { parseJson } from '../encoding/json.ts';
import { asObject, asString } from '../encoding/json-fields.ts';
import { openDirectory } from '../evidence/directory.ts';
import { readDocument, readInput } from '../evidence/input.ts';
import { pathKind } from '../evidence/path-kind.ts';
import { malformedCheck } from '../model/check.ts';
import { attempt } from '../model/malformed.ts';
import { DEFAULT_POLICY } from '../model/policy.ts';
import type { InputRecord, ItemFacts, Report } from '../model/report.ts';
import type { TrustedKey } from '../model/trusted-root.ts';
import { readLayoutKey } from '../trust/in-toto-key.ts';
import { readKeyScheme } from '../trust/keyring.ts';
import { readTrustFile } from '../trust/load.ts';
import { composeReport, refusedItem } from '../verify/compose-report.ts';
import { examineLayout } from '../verify/layout.ts';
import { linksIn } from '../verify/layout-source.ts';
import type { Artifact } from '../verify/request.ts';
import { judgingAsked } from './policy-asked.ts';
import { policyFile } from './policy-file.ts';
import { refusedPolicyReport } from './policy-refused.ts';
import { refusePolicyFlags } from './policy-signer.ts';
import { progressTo } from './progress.ts';
import { engineFlag, judgingTime, runRecord } from './session.ts';
import { trustGiven } from './trust-given.ts';
import { MaterialNeeded, UsageError } from './usage-error.ts';
import type { VerifyFlags } from './verification.ts';
import { VERSION } from './version.ts';

/** `--layout`: the job of in-toto-verify; operands are artifacts, compared with the products of the last step. */
export async function runLayoutQuestion(flags: VerifyFlags, operands: readonly string[]): Promise<Report> {
  const text = (name: string) => flags[name] as string | undefined;
  const { at, isClock } = judgingTime({ at: text('at'), attime: text('attime') });
  const inputs: InputRecord[] = [];
  const named = layoutKeys((flags['key'] as readonly string[] | undefined) ?? [], text('key-scheme'), inputs);
  const held = await trustGiven(flags, { answers: flags['policy'] === undefined ? ['keys'] : ['roots', 'keys'] });
  const { keysThatStand } = await import('../verify/plain-revocation.ts');
  const domain = keysThatStand(held.keys, held.revocation, at);
  const keys = [...named, ...domain.keys];
  if (keys.length === 0)
    throw new MaterialNeeded(`no key for the layout: ${domain.leftOut.join('; ') || 'the domain holds none'}`);
  const parameters = parametersOf(text('substitute-parameters'), inputs);
  const path = text('policy');
  refusePolicyFlags(flags, path);
  const file = path === undefined ? null : await policyFile(path, flags, { flag: '--policy', held });
  if (file?.ok === false) return refusedPolicyReport('verify', file, flags);
  const judging = await judgingAsked(flags, true, file);
  inputs.push(...judging.inputs, ...held.trust.inputs);
  const engine = await engineFlag(text('engine'), false);
  const refused: ItemFacts[] = [];
  const refuse = (name: string, problem: Parameters<typeof malformedCheck>[2]) =>
    refused.push(refusedItem(name, malformedCheck('input.read', { evidence: name, pointer: '' }, problem)));

  const artifacts = artifactsOf(operands, flags, inputs, refuse);
  const folder = text('link-dir')!;
  if (pathKind(folder)?.kind !== 'directory') throw new UsageError(`--link-dir ${folder} is no directory`);
  const holding = openDirectory(folder, progressTo(flags));
  for (const check of holding.checks) {
    if (check.outcome !== 'passed') refused.push(refusedItem(check.at.evidence, check));
  }
  const links = linksIn(holding, (name, { size, digests }) => {
    if (inputs.some((input) => input.name === name)) return;
    inputs.push({ name, role: 'evidence', size, sha256: digests.get('sha256')! });
  });
  const name = text('layout')!;
  const layout = readDocument(name);
  let examined: ReturnType<typeof examineLayout> = { items: [], notDone: [] };
  if (layout.ok) {
    const { bytes, size, digests } = layout.value;
    inputs.push({ name, role: 'evidence', size, sha256: digests.get('sha256')! });
    examined = examineLayout({
      ...{ name, bytes, keys, links, parameters, artifacts, at, engine },
      revocation: held.revocation,
    });
  } else refuse(name, layout.problem);
  holding.close();
  const criteria = [
    `every given key (${keys.length}) has signed the layout, which has not expired at the instant`,
    'every step has links of as many distinct functionaries as its threshold wants, who agree',
    'the artifacts of every step keep its rules',
  ];
  criteria.push(...domain.leftOut.map((what) => `left out: ${what}`));
  if (artifacts.length > 0) criteria.push('each artifact named is a product of the last step');
  if (parameters !== null) criteria.push(`the parameters of the layout are those of ${text('substitute-parameters')}`);
  return composeReport({
    version: VERSION,
    engine: engine.id,
    command: 'verify',
    at,
    atIsClock: isClock,
    skewSeconds: 0,
    criteria,
    weakenings: held.stale,
    inputs,
    roots: held.origins,
    ...(held.told === null ? {} : { revocation: held.told }),
    policy: DEFAULT_POLICY,
    judging,
    items: [...refused, ...examined.items],
    unmatchedArtifacts: [],
    unmatchedAttestations: [],
    notDone: examined.notDone,
    limitations: [
      ...(isClock ? ["the instant to judge at is the machine's clock, which proves nothing"] : []),
      ...(artifacts.length > 0 ? [] : ['no product was named: the links alone are judged, and not what came of them']),
    ],
    run: runRecord(flags, { at, isClock }),
  });
}

function artifactsOf(
  operands: readonly string[],
  flags: VerifyFlags,
  inputs: InputRecord[],
  refuse: (name: string, problem: Parameters<typeof malformedCheck>[2]) => void,
): Artifact[] {
  return operands.flatMap((operand): Artifact[] => {
    const digest = parseDigestOperand(operand);
    if (digest !== null) {
      return [{ name: operand, bytes: null, digests: new Map([[digest.algorithm, digest.hex]]), given: 'digest' }];
    }
    const input = readInput(operand, ['sha256'], progressTo(flags));
    if (!input.ok) {
      refuse(operand, input.problem);
      return [];
    }
    const { bytes, size, digests } = input.value;
    inputs.push({ name: operand, role: 'artifact', size, sha256: digests.get('sha256')! });
    return [{ name: operand, bytes, digests, given: 'file' }];
  });
}

function layoutKeys(paths: readonly string[], scheme: string | undefined, inputs: InputRecord[]): TrustedKey[] {
  const asked = scheme === undefined ? null : orUsage(`--key-scheme ${scheme}`, () => readKeyScheme(scheme));
  return paths.map((path) =>
    orUsage(`--key ${path}`, () => {
      const bytes = readTrustFile(path);
      inputs.push({ name: path, role: 'key', size: bytes.length, sha256: sha256Hex(bytes) });
      return readLayoutKey(bytes, path, asked);
    }),
  );
}

/** A JSON object of texts. */
function parametersOf(path: string | undefined, inputs: InputRecord[]): ReadonlyMap<string, string> | null {
  if (path === undefined) return null;
  return orUsage(`--substitute-parameters ${path}`, () => {
    const bytes = readTrustFile(path);
    inputs.push({ name: path, role: 'policy', size: bytes.length, sha256: sha256Hex(bytes) });
    const values = asObject(parseJson(bytes), '');
    return new Map(Object.entries(values).map(([name, value]) => [name, asString(value, `/${name}`)]));
  });
}

function orUsage<T>(what: string, read: () => T): T {
  const result = attempt(read);
  if (result.ok) return result.value;
  throw new UsageError(`${what}: ${result.problem.reason}: ${result.problem.detail}`);
}
