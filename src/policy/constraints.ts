// SPDX-License-Identifier: Apache-2.0
import type { Rule, TextMatch } from '../model/policy-document.ts';
import { canonicalText } from './canonical-text.ts';
import type { AlgorithmsRule } from './rules/algorithms.ts';
import { type BuilderIdRule, splitBuilderId } from './rules/builder-id.ts';
import type { ClaimRule } from './rules/claims.ts';
import { algorithmOf, type DigestRule } from './rules/digest.ts';
import type { EnginesRule } from './rules/engines.ts';
import { type ExpectRule, PUBLISHERS, publishedAt } from './rules/expect.ts';
import type { KeyBitsRule } from './rules/key-bits.ts';
import type { KeyFingerprintRule } from './rules/key-fingerprint.ts';
import { repositoryName } from './rules/repository.ts';
import type { RunnerRule } from './rules/runner.ts';
import type { SignedBetweenRule } from './rules/signed-between.ts';
import type { SignerRule } from './rules/signer.ts';
import type { SlsaLevelRule } from './rules/slsa-level.ts';
import { isVersion, type SourceRule } from './rules/source.ts';
import type { ThresholdsRule } from './rules/thresholds.ts';
import type { TriggerRule } from './rules/trigger.ts';
import type { WorkflowRule } from './rules/workflow.ts';

/** What a rule asks of one fact that has one value, as far as that can be compared with what another rule asks of it. */
export interface Constraint {
  readonly fact: string;
  /** Where it is written: a JSON Pointer from the rule's `require` block on. */
  readonly place: string;
  /** A value that this takes together with others is among the candidates of one of them; null: any value may be. */
  readonly candidates: readonly string[] | null;
  takes(value: string): boolean;
}

type Known =
  | AlgorithmsRule
  | BuilderIdRule
  | ClaimRule
  | DigestRule
  | EnginesRule
  | ExpectRule
  | KeyBitsRule
  | KeyFingerprintRule
  | RunnerRule
  | SignedBetweenRule
  | SignerRule
  | SlsaLevelRule
  | SourceRule
  | ThresholdsRule
  | TriggerRule
  | WorkflowRule;

/** Nothing for rules whose demands never exclude each other. */
export function constraintsOf(one: Rule): readonly Constraint[] {
  const rule = one as Known;
  const { kind } = rule;
  switch (kind) {
    case 'digest':
      return [...new Set(rule.pins.map(algorithmOf))].map((algorithm) =>
        oneOf(
          `digest ${algorithm}`,
          kind,
          rule.pins.filter((pin) => algorithmOf(pin) === algorithm),
        ),
      );
    case 'key_fingerprint':
      return [oneOf('key', kind, rule.fingerprints), atMost(kind, rule.fingerprints.length)];
    case 'signer':
      return ofSigners(rule);
    case 'thresholds':
      return rule.least.signers === undefined ? [] : [atLeast(`${kind}/signers`, rule.least.signers)];
    case 'algorithms':
      return [oneOf('algorithm', kind, rule.schemes)];
    case 'key_bits':
      return [{ fact: 'algorithm', place: kind, candidates: null, takes: (scheme) => isLarge(scheme, rule) }];
    case 'engines':
      return [oneOf('engine', kind, rule.engines)];
    case 'signed_between':
      return [ofWindow(rule)];
    case 'builder_id':
      return [builder(kind, [rule])];
    case 'slsa_level':
      return [
        builder(
          kind,
          rule.builders.filter(({ level }) => level >= rule.level).map(({ id }) => splitBuilderId(id)),
        ),
      ];
    case 'source':
      return ofSource(rule);
    case 'workflow':
      return ofWorkflow(rule);
    case 'trigger':
      return [oneOf('trigger', kind, rule.events)];
    case 'runner':
      return [oneOf('runner', kind, [rule.runner])];
    case 'claims':
      return ofClaim(rule);
    case 'expect':
      return ofExpect(rule);
    default:
      return [];
  }
}

function oneOf(fact: string, place: string, values: readonly string[]): Constraint {
  return { fact, place, candidates: values, takes: (value) => values.includes(value) };
}

function text(fact: string, place: string, match: TextMatch): Constraint {
  const candidates = match.kind === 'exact' ? [match.text] : null;
  return { fact, place, candidates, takes: (value) => match.matches(value) };
}

const SIGNERS = 'number of distinct signers';

function atMost(place: string, most: number): Constraint {
  return { fact: SIGNERS, place, candidates: [String(most)], takes: (value) => Number(value) <= most };
}

function atLeast(place: string, least: number): Constraint {
  return { fact: SIGNERS, place, candidates: [String(least)], takes: (value) => Number(value) >= least };
}

function ofSigners({ kind, signers }: SignerRule): Constraint[] {
  const pair = (identity: string, issuer: string) => JSON.stringify([identity, issuer]);
  const exact = signers.every(({ identity, issuer }) => identity.kind === 'exact' && issuer.kind === 'exact');
  const rows: Constraint = {
    fact: 'signer',
    place: kind,
    candidates: exact ? signers.map(({ identity, issuer }) => pair(identity.text, issuer.text)) : null,
    takes(value) {
      const [name, by] = JSON.parse(value) as [string, string];
      return signers.some(({ identity, issuer }) => identity.matches(name) && issuer.matches(by));
    },
  };
  const part = (name: 'identity' | 'issuer'): Constraint => ({
    fact: name,
    place: kind,
    candidates: signers.every((row) => row[name].kind === 'exact') ? signers.map((row) => row[name].text) : null,
    takes: (value) => signers.some((row) => row[name].matches(value)),
  });
  return [rows, part('identity'), part('issuer'), ...(exact ? [atMost(kind, signers.length)] : [])];
}

const BITS: Readonly<Record<string, number>> = { ed25519: 256, p256: 256, p384: 384, p521: 521 };

/** A modulus may have any size; a curve has one. */
function isLarge(scheme: string, { least }: KeyBitsRule): boolean {
  const bits = BITS[scheme.replace(/^ecdsa-(p[0-9]+)-.*$/, '$1')];
  return bits === undefined || bits >= (least.ec ?? 0);
}

function ofWindow({ kind, notBefore, notAfter, tolerance }: SignedBetweenRule): Constraint {
  const from = notBefore === null ? null : notBefore - tolerance;
  const to = notAfter === null ? null : notAfter + tolerance;
  return {
    fact: 'time of signing',
    place: kind,
    candidates: [from, to].flatMap((end) => (end === null ? [] : [String(end)])),
    takes: (value) => (from === null || from <= BigInt(value)) && (to === null || BigInt(value) <= to),
  };
}

interface Builder {
  readonly id: string;
  readonly ref: string | null;
}

function builder(place: string, allowed: readonly Builder[]): Constraint {
  const full = (ref: string) => (ref.startsWith('refs/') ? ref : `refs/tags/${ref}`);
  const same = (a: Builder, b: Builder) =>
    a.id === b.id && (a.ref === null || b.ref === null || full(a.ref) === full(b.ref));
  return {
    fact: 'builder',
    place,
    candidates: allowed.map(({ id, ref }) => (ref === null ? id : `${id}@${ref}`)),
    takes: (value) => allowed.some((one) => same(one, splitBuilderId(value))),
  };
}

const TAG = 'refs/tags/';

function ofSource({ kind, parts, versionedTag }: SourceRule): Constraint[] {
  const out: Constraint[] = [];
  if (parts.repository !== undefined) out.push(repository(`${kind}/repository`, parts.repository));
  if (parts.ref !== undefined) out.push(text('ref', `${kind}/ref`, parts.ref));
  if (parts.commit !== undefined) out.push(text('commit', `${kind}/commit`, parts.commit));
  const { tag, branch } = parts;
  if (tag !== undefined) {
    const candidates = tag.kind === 'exact' ? [TAG + tag.text] : null;
    const takes = (ref: string) => ref.startsWith(TAG) && tag.matches(ref.slice(TAG.length));
    out.push({ fact: 'ref', place: `${kind}/tag`, candidates, takes });
  }
  if (branch !== undefined) {
    // The provenance of a tag may say from which branch it was made.
    const takes = (ref: string) =>
      ref.startsWith(TAG) || (ref.startsWith('refs/heads/') && branch.matches(ref.slice('refs/heads/'.length)));
    out.push(text('branch', `${kind}/branch`, branch));
    out.push({ fact: 'ref', place: `${kind}/branch`, candidates: null, takes });
  }
  if (versionedTag !== null) {
    const place = `${kind}/versioned_tag`;
    const takes = (ref: string) => ref.startsWith(TAG) && isVersion(ref.slice(TAG.length), versionedTag);
    out.push({ fact: 'ref', place, candidates: null, takes });
    for (const [i, part] of versionedTag.slice(1).split('.').entries())
      out.push(oneOf(`version (part ${i + 1})`, place, [part]));
  }
  return out;
}

/** An exact one is met however a tool spells it; a pattern by some spelling of it. */
function repository(place: string, match: TextMatch): Constraint {
  const fact = 'source repository';
  if (match.kind === 'exact') return oneOf(fact, place, [repositoryName(match.text)]);
  const takes = (name: string) =>
    ['', 'https://', 'git+https://'].some((before) =>
      ['', '.git', '/'].some((after) => match.matches(before + name + after)),
    );
  return { fact, place, candidates: null, takes };
}

function ofWorkflow({ kind, parts, inputs }: WorkflowRule): Constraint[] {
  const out: Constraint[] = [];
  if (parts.path !== undefined) out.push(text('workflow', `${kind}/path`, parts.path));
  if (parts.ref !== undefined) out.push(text('ref of the workflow', `${kind}/ref`, parts.ref));
  if (parts.name !== undefined) out.push(text('name of the workflow', `${kind}/name`, parts.name));
  if (parts.repository !== undefined)
    out.push({
      ...repository(`${kind}/repository`, parts.repository),
      fact: 'repository of the workflow',
    });
  for (const [name, value] of inputs) out.push(oneOf(`input ${name}`, `${kind}/inputs`, [JSON.stringify(value)]));
  return out;
}

const ABSENT = '(absent)';

function ofClaim({ kind, origin, on, pointer, test }: ClaimRule): Constraint[] {
  const index = /\[(\d+)\]$/.exec(origin)?.[1] ?? '0';
  const [fact, place] = [`${pointer} of the ${on}`, `${kind}/${index}/${test.kind}`];
  switch (test.kind) {
    case 'equals':
      return [oneOf(fact, place, [canonicalText(test.value)])];
    case 'one_of':
      return [oneOf(fact, place, test.values.map(canonicalText))];
    case 'present':
      return test.present
        ? [{ fact, place, candidates: null, takes: (value) => value !== ABSENT }]
        : [oneOf(fact, place, [ABSENT])];
    case 'pattern': {
      const takes = (value: string) => {
        const found: unknown = value === ABSENT ? null : JSON.parse(value);
        return typeof found === 'string' && test.pattern.matches(found);
      };
      return [{ fact, place, candidates: null, takes }];
    }
    case 'equals_artifact_digest':
      return [{ fact, place, candidates: null, takes: (value) => value.startsWith('"') }];
  }
}

function ofExpect({ kind, field, expected, publisher }: ExpectRule): Constraint[] {
  const place = `${kind}/${field.replaceAll('.', '/')}`;
  switch (field) {
    case 'repository_uri':
      return [oneOf('source repository', place, [repositoryName(expected)])];
    case 'attestations.publisher.repository': {
      const full = publisher === null ? expected : publishedAt(publisher, expected);
      return [oneOf('source repository', place, [repositoryName(full)])];
    }
    case 'repository_ref':
      return [oneOf('ref', place, [expected])];
    case 'runner_environment':
      return [oneOf('runner', place, [expected])];
    case 'signer_identity':
      return [oneOf('identity', place, [expected])];
    case 'cert_issuer':
      return [oneOf('issuer', place, [expected])];
    case 'attestations.publisher.kind':
      return publisher === null ? [] : [oneOf('issuer', place, [PUBLISHERS[publisher].issuer])];
    case 'attestations.publisher.workflow':
      return [
        oneOf('workflow', place, expected.includes('/') ? [expected] : [expected, `.github/workflows/${expected}`]),
      ];
    default:
      return [];
  }
}
