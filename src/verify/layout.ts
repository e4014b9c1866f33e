// SPDX-License-Identifier: Apache-2.0
import { outcomeReason, underEngine } from '../crypto/engine.ts';
import { escapeText } from '../encoding/escape-text.ts';
import { formatInstant } from '../encoding/rfc3339.ts';
import { type InTotoMetadata, openInToto } from '../envelope/in-toto-metadata.ts';
import {
  type Check,
  type Facts,
  type Locator,
  malformedCheck,
  notPassed,
  passed,
  skipped,
  within,
} from '../model/check.ts';
import type { CheckId } from '../model/checks.ts';
import { attempt, Malformed } from '../model/malformed.ts';
import type { ItemFacts } from '../model/report.ts';
import type { Statement } from '../model/statement.ts';
import type { TrustedKey } from '../model/trusted-root.ts';
import { type Layout, readLayout, type Step } from '../statement/layout.ts';
import { type Link, sameArtifacts } from '../statement/link.ts';
import { digestsOfSubjects, matchSubjects } from '../statement/subjects.ts';
import { type FunctionaryKey, readFunctionaryKey } from '../trust/in-toto-key.ts';
import { digestsFor } from './artifact-stage.ts';
import { EMPTY_ITEM } from './compose-report.ts';
import { LayoutExamination, type LayoutRequest } from './layout-context.ts';
import { linksOfStep, noteCommand, type StepLink } from './layout-links.ts';
import { withParameters } from './layout-parameters.ts';
import { applyRules } from './layout-rules.ts';
import { revocationOfKeys } from './plain-revocation.ts';

export type { LayoutRequest, LinkSource } from './layout-context.ts';

/** What a step comes to: a link, or what a sublayout amounts to. */
type Summary = Pick<Link, 'materials' | 'products' | 'command'>;

const AFTER_FORMAT: readonly CheckId[] = ['layout.signature', 'layout.expiry', 'layout.parameters'];
const STEPS: readonly CheckId[] = [
  'step.threshold',
  'step.sublayout',
  'step.agreement',
  'step.rules',
  'layout.inspections',
];

/** What nothing else rests on. */
const INDEPENDENT: readonly CheckId[] = ['layout.expiry', 'layout.inspections'];

export interface LayoutResult {
  readonly items: readonly ItemFacts[];
  /** For the report: the inspections that a verifier of in-toto would have run. */
  readonly notDone: readonly string[];
}

/**
 * What `in-toto-verify` does with a layout and its links, but for running inspections: signatures of all given keys, expiry, links under
 * functionaries' keys, sublayouts, agreement, artifact rules; then the artifacts at hand against the products of the last step.
 */
export function examineLayout(request: LayoutRequest): LayoutResult {
  return underEngine(request.engine, () => examine(request));
}

function examine(request: LayoutRequest): LayoutResult {
  const examination = new LayoutExamination(request);
  const at = { evidence: request.name, pointer: '' };
  const opened = attempt(() => openInToto(request.bytes, at, examination.findings));
  let outcome: Outcome | null = null;
  if (opened.ok) outcome = verifyLayout(opened.value, request.keys, at, [], examination);
  else refuseFormat(at, opened.problem, examination);
  compareArtifacts(outcome?.summary ?? null, examination);
  const { revocation, at: instant } = request;
  // Of functionaries too: nothing in a layout proves when a link was signed.
  examination.checks.push(...revocationOfKeys([...examination.signers.values()], revocation ?? null, instant, at));
  const item: ItemFacts = {
    ...EMPTY_ITEM,
    name: request.name,
    kind: 'in-toto-layout',
    version: opened.ok ? opened.value.form : '',
    artifacts: request.artifacts.map(({ name, digests }) => ({ name, digests: Object.fromEntries(digests) })),
    signers: (outcome?.signers ?? []).map(({ name, key, scheme }) => ({ name, fingerprint: key.fingerprint, scheme })),
    checks: examination.checks,
    findings: examination.findings,
    signerKind: 'key',
  };
  return { items: [item], notDone: examination.notDone };
}

interface Outcome {
  /** null where something did not pass that a summary rests on. */
  readonly summary: Summary | null;
  readonly signers: readonly TrustedKey[];
}

function refuseFormat(
  at: Locator,
  problem: { reason: Malformed['reason']; detail: string },
  { checks }: LayoutExamination,
): void {
  checks.push(malformedCheck('layout.format', at, problem));
  for (const id of [...AFTER_FORMAT, ...STEPS]) checks.push(skipped(id, at, 'layout.format'));
}

function verifyLayout(
  metadata: InTotoMetadata,
  keys: readonly TrustedKey[],
  at: Locator,
  folder: readonly string[],
  examination: LayoutExamination,
): Outcome {
  const { checks, request } = examination;
  const read = attempt(() => {
    examination.enterLayout(folder.length);
    if (metadata.type !== 'layout') throw new Malformed('layout-format', 'the document is a link and no layout');
    const layout = readLayout(metadata.signed, metadata.pointer, at, examination.findings);
    return { layout, functionaries: functionariesOf(layout, metadata, at, examination) };
  });
  if (!read.ok) {
    refuseFormat(at, read.problem, examination);
    return { summary: null, signers: [] };
  }
  const { layout: stated, functionaries } = read.value;
  const facts = { form: metadata.form, steps: stated.steps.length, inspections: stated.inspections.length };
  checks.push(passed('layout.format', at, facts));
  const signers = checkSignatures(metadata, keys, at, examination);
  const expires = formatInstant(stated.expires);
  checks.push(
    stated.expires < request.at
      ? notPassed('layout.expiry', at, 'layout-expired', `the layout expired at ${expires}`, {
          expires,
          at: formatInstant(request.at),
        })
      : passed('layout.expiry', at, { expires, at: formatInstant(request.at) }),
  );
  const parameters = folder.length === 0 ? request.parameters : null;
  const filled = attempt(() => (parameters === null ? stated : withParameters(stated, parameters)));
  checks.push(
    filled.ok
      ? passed('layout.parameters', at, { given: parameters?.size ?? 0 })
      : malformedCheck('layout.parameters', at, filled.problem),
  );
  if (signers === null || !filled.ok) {
    const because = signers === null ? 'layout.signature' : 'layout.parameters';
    for (const id of STEPS) checks.push(skipped(id, at, because));
    return { summary: null, signers: signers ?? [] };
  }
  const layout = filled.value;
  const summaries = summariesOf(layout, functionaries, at, folder, examination);
  const kept = checkAllRules(layout, summaries, metadata.pointer, at, examination);
  checkInspections(layout, at, examination);
  if (!kept) return { summary: null, signers };
  const [first, last] = [layout.steps[0]!, layout.steps[layout.steps.length - 1]!];
  const [start, end] = [summaries!.get(first.name)!, summaries!.get(last.name)!];
  return { summary: { materials: start.materials, products: end.products, command: end.command }, signers };
}

/** @throws Malformed `key-private` */
function functionariesOf(
  layout: Layout,
  { pointer }: InTotoMetadata,
  at: Locator,
  examination: LayoutExamination,
): ReadonlyMap<string, FunctionaryKey> {
  return new Map(
    [...layout.keys].map(([id, value]) => {
      const key = readFunctionaryKey(value, id);
      const place = within(at, ...pointer.split('/').slice(1), 'keys', id);
      if (key.kind === 'openpgp') examination.note('layout-key-set-aside', place, 'a key of OpenPGP');
      if (key.kind === 'set-aside') examination.note('layout-key-set-aside', place, key.why);
      if (key.kind === 'usable' && !key.derived) examination.note('keyid-not-derived', place, id);
      return [id, key];
    }),
  );
}

/** Every given key must have signed. @returns null where one has not */
function checkSignatures(
  metadata: InTotoMetadata,
  keys: readonly TrustedKey[],
  at: Locator,
  examination: LayoutExamination,
): readonly TrustedKey[] | null {
  const { checks } = examination;
  const { signatures } = metadata;
  const distinct = keys.filter(({ key }, i) => keys.findIndex((one) => one.key.fingerprint === key.fingerprint) === i);
  const facts = { signatures: signatures.length, keysGiven: distinct.map(({ key }) => key.fingerprint) };
  const refuse = (reason: Parameters<typeof notPassed>[2], detail: string): null => {
    checks.push(notPassed('layout.signature', at, reason, detail, facts));
    return null;
  };
  if (distinct.length === 0) return refuse('signer-key-unknown', 'no key was given for the layout');
  if (signatures.length === 0) return refuse('signature-absent', 'the layout carries no signature');
  const weak = distinct.find(({ key }) => key.weakness !== null);
  if (weak !== undefined) return refuse('key-weak', `${escapeText(weak.name, 96)}: ${weak.key.weakness}`);
  const judged = attempt(() => distinct.map((key) => ({ key, outcome: examination.signedBy(metadata, key, at) })));
  if (!judged.ok) return refuse(judged.problem.reason, judged.problem.detail);
  const missing = judged.value.filter(({ outcome }) => outcome !== 'valid');
  if (missing.length === 0) {
    checks.push(passed('layout.signature', at, { ...facts, schemes: distinct.map(({ scheme }) => scheme) }));
    return distinct;
  }
  const worst = missing.find(({ outcome }) => outcome === 'engines-disagree') ?? missing[0]!;
  const detail = `no signature of ${escapeText(worst.key.name, 96)} is on the layout`;
  if (worst.outcome === 'openpgp' || worst.outcome === 'absent') return refuse('openpgp-signature', detail);
  // Where every signature is that of another given key, none is wrong: one is missing.
  const plain = signatures.filter(({ kind }) => kind === 'plain').length;
  const short = worst.outcome === 'invalid' && plain <= distinct.length - missing.length;
  return refuse(short ? 'signature-threshold' : (outcomeReason(worst.outcome) ?? 'signature-mismatch'), detail);
}

/** One link or sublayout's summary for each step; null where a step has none. */
function summariesOf(
  layout: Layout,
  functionaries: ReadonlyMap<string, FunctionaryKey>,
  at: Locator,
  folder: readonly string[],
  examination: LayoutExamination,
): ReadonlyMap<string, Summary> | null {
  const { checks } = examination;
  const summaries = new Map<string, Summary>();
  for (const step of layout.steps) {
    const place = within(at, ...step.pointer.split('/').slice(1));
    const links = attempt(() => linksOfStep(step, functionaries, folder, place, examination));
    if (!links.ok) checks.push(malformedCheck('step.threshold', place, links.problem));
    const found = links.ok ? links.value : null;
    if (found === null) {
      checks.push(
        skipped('step.sublayout', place, 'step.threshold'),
        skipped('step.agreement', place, 'step.threshold'),
      );
      continue;
    }
    const reported = sublayoutsOf(step, found, functionaries, place, folder, examination);
    if (reported === null) {
      checks.push(skipped('step.agreement', place, 'step.sublayout'));
      continue;
    }
    for (const [i, link] of found.entries()) noteCommand(step, reported[i]!, link, examination);
    if (checkAgreement(step, found, reported, place, examination)) summaries.set(step.name, reported[0]!);
  }
  return summaries.size === layout.steps.length ? summaries : null;
}

/** A layout that stands in place of a link: verified under the same functionary's key, with links of its own in `<step>.<key id>`. */
function sublayoutsOf(
  step: Step,
  links: readonly StepLink[],
  functionaries: ReadonlyMap<string, FunctionaryKey>,
  place: Locator,
  folder: readonly string[],
  examination: LayoutExamination,
): readonly Summary[] | null {
  const { checks } = examination;
  const before = checks.length;
  const summaries = links.map(({ link, metadata, keyId, at }) => {
    if (link !== null) return link;
    const key = functionaries.get(keyId);
    if (key?.kind !== 'usable') return null;
    return verifyLayout(metadata, [key.key], at, [...folder, `${step.name}.${keyId.slice(0, 8)}`], examination).summary;
  });
  const refused = checks.slice(before).find((check) => check.outcome !== 'passed' && check.id !== 'layout.inspections');
  if (refused !== undefined) {
    checks.push(skipped('step.sublayout', place, refused.outcome === 'skipped' ? refused.because : refused.id));
    return null;
  }
  const sublayouts = links.filter(({ link }) => link === null).length;
  checks.push(passed('step.sublayout', place, { sublayouts }));
  return summaries.flatMap((summary) => (summary === null ? [] : [summary]));
}

function checkAgreement(
  step: Step,
  links: readonly StepLink[],
  reported: readonly Summary[],
  place: Locator,
  { checks, findings }: LayoutExamination,
): boolean {
  const [reference, ...others] = reported;
  const differing = others.findIndex(
    (one) => !sameArtifacts(one.materials, reference!.materials) || !sameArtifacts(one.products, reference!.products),
  );
  const facts: Facts = {
    links: reported.length,
    materials: reference!.materials.size,
    products: reference!.products.size,
  };
  if (differing === -1) {
    checks.push(passed('step.agreement', place, facts));
    return true;
  }
  const detail = `${links[0]!.at.evidence} and ${links[differing + 1]!.at.evidence} tell of different artifacts`;
  if (step.threshold > 1) {
    checks.push(notPassed('step.agreement', place, 'links-differ', detail, facts));
    return false;
  }
  findings.push({ code: 'links-disagree', at: place, detail });
  checks.push(passed('step.agreement', place, facts));
  return true;
}

function checkAllRules(
  layout: Layout,
  summaries: ReadonlyMap<string, Summary> | null,
  pointer: string,
  at: Locator,
  examination: LayoutExamination,
): boolean {
  const { checks } = examination;
  if (summaries === null) {
    const refused = checks.find((check) => check.id.startsWith('step.') && check.outcome !== 'passed')!;
    const because = refused.outcome === 'skipped' ? refused.because : refused.id;
    checks.push(skipped('step.rules', within(at, ...pointer.split('/').slice(1), 'steps'), because));
    return false;
  }
  const judged = layout.steps.flatMap((step) => [
    checkRules(step, 'materials', summaries, at, examination),
    checkRules(step, 'products', summaries, at, examination),
  ]);
  checks.push(...judged);
  return judged.every(({ outcome }) => outcome === 'passed');
}

function checkRules(
  step: Step,
  list: 'materials' | 'products',
  links: ReadonlyMap<string, Summary>,
  at: Locator,
  examination: LayoutExamination,
): Check {
  const place = within(at, ...step.pointer.split('/').slice(1), `expected_${list}`);
  const link = links.get(step.name)!;
  const rules = list === 'materials' ? step.expectedMaterials : step.expectedProducts;
  const facts: Facts = { step: escapeText(step.name, 96), rules: rules.length, artifacts: link[list].size };
  const judged = attempt(() => applyRules({ list, rules, link, links, at: place }, examination));
  if (!judged.ok) return malformedCheck('step.rules', place, judged.problem, facts);
  const result = judged.value;
  if (result.ok) return passed('step.rules', place, { ...facts, notSpokenOf: result.left });
  return notPassed('step.rules', place, result.reason, `step ${escapeText(step.name, 96)}: ${result.detail}`, facts);
}

/** Running what a document says would hand this machine to its author. */
function checkInspections(layout: Layout, at: Locator, { checks, notDone }: LayoutExamination): void {
  const { inspections } = layout;
  if (inspections.length === 0) {
    checks.push(passed('layout.inspections', at, { inspections: 0 }));
    return;
  }
  for (const { name, run } of inspections) {
    notDone.push(
      `inspection ${escapeText(name, 96)} of ${escapeText(at.evidence)}: "${escapeText(run.join(' '))}" was not run, nor its rules judged`,
    );
  }
  const names = inspections.map(({ name }) => escapeText(name, 96));
  checks.push(
    notPassed(
      'layout.inspections',
      at,
      'inspection-not-run',
      `the layout asks for ${names.length} inspections: ${names.slice(0, 8).join(', ')}`,
      {
        inspections: inspections.length,
      },
    ),
  );
}

/** By digest alone: a product's path is a claim of the functionary. */
function compareArtifacts(summary: Summary | null, { request, checks, findings }: LayoutExamination): void {
  for (const artifact of request.artifacts) {
    const place = { evidence: artifact.name, pointer: '' };
    if (summary === null) {
      const refused = checks.find(({ id, outcome }) => outcome !== 'passed' && !INDEPENDENT.includes(id))!;
      checks.push(skipped('subject.digest', place, refused.outcome === 'skipped' ? refused.because : refused.id));
      continue;
    }
    const products: Statement = {
      type: 'https://in-toto.io/Statement/v1',
      subject: [...summary.products].map(([name, digest]) => ({ name, uri: null, digest })),
      predicateType: '',
      predicate: null,
    };
    const digests =
      artifact.given === 'digest' ? artifact.digests : digestsFor(artifact, ['sha256', ...digestsOfSubjects(products)]);
    const matched = matchSubjects(products, { name: artifact.name, digests }, place);
    checks.push(...matched.checks);
    findings.push(...matched.findings);
  }
}
