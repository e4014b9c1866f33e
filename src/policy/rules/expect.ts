// SPDX-License-Identifier: Apache-2.0
import { pointerTo } from '../../encoding/json-fields.ts';
import type { JsonObject, JsonValue } from '../../model/json.ts';
import type { PolicyFacts, Rule, RuleKind, RuleOutcome } from '../../model/policy-document.ts';
import { policyProblem } from '../problem.ts';
import { blockOf, booleanOf, choiceOf, memberOf, requiredOf, textOf } from '../values.ts';
import { contradiction, open, refuted, satisfied } from './outcome.ts';
import { isNamed, type PackageType, PROTOCOLS, signedPackages } from './package-coordinates.ts';
import { refuseNoRepository, repositoryName } from './repository.ts';

/** Who vouches for the publishers that package registries know, and where their repositories are. */
export const PUBLISHERS = {
  GitHub: { issuer: 'https://token.actions.githubusercontent.com', repositories: 'https://github.com/' },
  GitLab: { issuer: 'https://gitlab.com', repositories: 'https://gitlab.com/' },
  Google: { issuer: 'https://accounts.google.com', repositories: null },
  ActiveState: { issuer: 'https://platform.activestate.com/api/v1/oauth/oidc', repositories: null },
} as const;
type Publisher = keyof typeof PUBLISHERS;

type Field =
  | 'spec.package'
  | 'spec.version'
  | 'repository_uri'
  | 'repository_ref'
  | 'signer_identity'
  | 'cert_issuer'
  | 'runner_environment'
  | 'attestations.available'
  | 'attestations.verified'
  | 'attestations.publisher.kind'
  | 'attestations.publisher.repository'
  | 'attestations.publisher.workflow';

/** One field of a package's spec. */
export interface ExpectRule extends Rule {
  readonly kind: 'expect';
  readonly field: Field;
  /** As the spec writes it. */
  readonly expected: string;
  /** Whose names those of a publisher are. */
  readonly publisher: Publisher | null;
  /** Of the fields about the package itself: its type and name, where the spec has them. */
  readonly package?: { readonly type: PackageType | null; readonly name: string | null };
}

/**
 * What a package's spec states of its provenance (Dockyard's spec.yaml, the block `provenance`): one rule for each field, so
 * that a report shows expected against found field by field. A claim that there is no attestation, or an unverified one, asks
 * nothing. `sigstore_url` names a service, and none is asked here.
 */
export const EXPECT: RuleKind<ExpectRule> = {
  kind: 'expect',
  key: 'expect',
  parse(value, pointer, origin) {
    const known = ['repository_uri', 'repository_ref', 'attestations', ...LEGACY, 'sigstore_url'];
    const block = blockOf(value, pointer, known);
    const rule = (field: Field, expected: string, publisher: Publisher | null = null): ExpectRule => ({
      kind: 'expect',
      origin: `${origin}.${field}`,
      half: 'attestation',
      field,
      expected,
      publisher,
    });
    const rules: ExpectRule[] = [];
    for (const field of ['repository_uri', 'repository_ref', ...LEGACY] as const) {
      const given = memberOf(block, field);
      if (given === undefined) continue;
      const text = textOf(given, pointerTo(pointer, field));
      if (field === 'repository_uri') refuseNoRepository(text, pointerTo(pointer, field));
      rules.push(rule(field, text));
    }
    const attestations = memberOf(block, 'attestations');
    if (attestations !== undefined)
      rules.push(...readAttestations(attestations, pointerTo(pointer, 'attestations'), rule));
    return rules;
  },
  judge(rule, facts) {
    return JUDGES[rule.field](rule, facts);
  },
  explain: ({ field, expected }) => `${field} must be ${expected}`,
};

/**
 * The package and version that the rest of a spec is about, to be compared with what the attestation says the artifact is.
 *
 * @param block `package` and `version`, either or both; other members are about building
 * @param protocol how the spec says it is run: `npx`, `uvx` or `go` name the registry
 */
export function packageRules(
  block: JsonObject,
  pointer: string,
  origin: string,
  protocol: JsonValue | undefined,
): readonly ExpectRule[] {
  const given = (['package', 'version'] as const).flatMap((key) => {
    const value = memberOf(block, key);
    return value === undefined ? [] : [{ key, text: textOf(value, pointerTo(pointer, key)) }];
  });
  const name = given.find(({ key }) => key === 'package')?.text ?? null;
  return given.map(({ key, text: expected }) => ({
    kind: 'expect',
    origin: `${origin}.${key}`,
    half: 'attestation',
    field: `spec.${key}`,
    expected,
    publisher: null,
    package: { type: PROTOCOLS.get(protocol) ?? null, name },
  }));
}

const LEGACY = ['signer_identity', 'cert_issuer', 'runner_environment'] as const;

function readAttestations(
  value: JsonValue,
  pointer: string,
  rule: (field: Field, expected: string, publisher?: Publisher | null) => ExpectRule,
): ExpectRule[] {
  const block = blockOf(value, pointer, ['available', 'verified', 'publisher']);
  const claimed = (key: 'available' | 'verified'): boolean => {
    const given = memberOf(block, key);
    return given === undefined ? false : booleanOf(given, pointerTo(pointer, key));
  };
  const [available, verified] = [claimed('available'), claimed('verified')];
  if (verified && memberOf(block, 'available') === false)
    throw policyProblem(pointerTo(pointer, 'verified'), 'what is not available cannot be verified');
  const rules: ExpectRule[] = [];
  if (available) rules.push(rule('attestations.available', 'true'));
  if (verified) rules.push(rule('attestations.verified', 'true'));
  const given = memberOf(block, 'publisher');
  return given === undefined ? rules : [...rules, ...readPublisher(given, pointerTo(pointer, 'publisher'), rule)];
}

function readPublisher(
  value: JsonValue,
  pointer: string,
  rule: (field: Field, expected: string, publisher: Publisher | null) => ExpectRule,
): ExpectRule[] {
  const block: JsonObject = blockOf(value, pointer, ['kind', 'repository', 'workflow']);
  // Without it nobody knows whose `owner/name` is meant.
  const kind = choiceOf(
    requiredOf(block, 'kind', pointer),
    pointerTo(pointer, 'kind'),
    Object.keys(PUBLISHERS) as Publisher[],
  );
  const rules = [rule('attestations.publisher.kind', kind, kind)];
  for (const key of ['repository', 'workflow'] as const) {
    const given = memberOf(block, key);
    if (given === undefined) continue;
    const place = pointerTo(pointer, key);
    if (PUBLISHERS[kind].repositories === null) throw policyProblem(place, `a publisher ${kind} has no ${key}`, 'key');
    const text = textOf(given, place);
    if (key === 'repository') refuseNoRepository(publishedAt(kind, text), place);
    rules.push(rule(`attestations.publisher.${key}`, text, kind));
  }
  return rules;
}

/** `owner/name` is one of the publisher's platform. */
export function publishedAt(publisher: Publisher, text: string): string {
  return text.includes('://') ? text : (PUBLISHERS[publisher].repositories ?? '') + text;
}

type Judge = (rule: ExpectRule, facts: PolicyFacts) => RuleOutcome;

const attested: Judge = (rule, facts) => {
  if (facts.statement !== null) return satisfied(seenOf(rule, 'true'));
  return refuted('expect-attestation-absent', 'no attestation that verifies is at hand', seenOf(rule, 'false'));
};

/** Each of the packages that the artifact is said to be has to be this one. */
const packaged: Judge = (rule, facts) => {
  const { type, name } = rule.package!;
  const ofType = signedPackages(facts).filter((one) => type === null || one.type === type);
  if (rule.field === 'spec.package') {
    const other = ofType.find((one) => !isNamed(rule.expected, one)) ?? ofType[0];
    return compare(rule, other?.name ?? null, () => isNamed(rule.expected, other!));
  }
  const named = ofType.filter((one) => name === null || isNamed(name, one));
  const other = named.find(({ version }) => version !== rule.expected) ?? named[0];
  return compare(rule, other?.version ?? null, (found) => found === rule.expected);
};

const JUDGES: Readonly<Record<Field, Judge>> = {
  'spec.package': packaged,
  'spec.version': packaged,
  repository_uri: (rule, facts) =>
    build(rule, facts, 'sourceRepository', (found) => repositoryName(found) === repositoryName(rule.expected)),
  repository_ref: (rule, facts) => build(rule, facts, 'sourceRef', (found) => found === rule.expected),
  runner_environment: (rule, facts) => build(rule, facts, 'runner', (found) => found === rule.expected),
  signer_identity: (rule, facts) => compare(rule, text(facts, 'identity'), (found) => found === rule.expected),
  cert_issuer: (rule, facts) => compare(rule, text(facts, 'issuer'), (found) => found === rule.expected),
  'attestations.available': attested,
  'attestations.verified': attested,
  'attestations.publisher.kind': (rule, facts) => {
    const issuer = text(facts, 'issuer');
    const known = (Object.keys(PUBLISHERS) as Publisher[]).find((kind) => PUBLISHERS[kind].issuer === issuer);
    return compare(rule, known ?? issuer, (found) => found === rule.expected);
  },
  'attestations.publisher.repository': (rule, facts) => {
    const wanted = publishedAt(rule.publisher!, rule.expected);
    return build(rule, facts, 'sourceRepository', (found) => repositoryName(found) === repositoryName(wanted));
  },
  'attestations.publisher.workflow': (rule, facts) =>
    build(
      rule,
      facts,
      'workflow',
      (found) =>
        found === rule.expected ||
        // Registries name the file alone.
        (!rule.expected.includes('/') && found === `.github/workflows/${rule.expected}`),
    ),
};

function build(
  rule: ExpectRule,
  facts: PolicyFacts,
  name: 'sourceRepository' | 'sourceRef' | 'runner' | 'workflow',
  matches: (found: string) => boolean,
): RuleOutcome {
  const found = facts.build[name];
  return contradiction(facts, name, seenOf(rule, found)) ?? compare(rule, found, matches);
}

function compare(rule: ExpectRule, found: string | null, matches: (found: string) => boolean): RuleOutcome {
  const seen = seenOf(rule, found);
  if (found === null) return open(`${rule.field} is not among the verified facts`, seen);
  return matches(found) ? satisfied(seen) : refuted('expect-mismatch', `${rule.field} is not ${rule.expected}`, seen);
}

function seenOf({ field, expected }: ExpectRule, found: string | null) {
  return { field, expected, found };
}

function text(facts: PolicyFacts, name: 'identity' | 'issuer'): string | null {
  const value = facts.certificate?.[name];
  return typeof value === 'string' ? value : null;
}
