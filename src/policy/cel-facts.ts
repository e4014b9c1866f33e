// SPDX-License-Identifier: Apache-2.0
import type { CelInput } from '@bufbuild/cel';
import { LIMITS } from '../encoding/limits.ts';
import { formatInstant } from '../encoding/rfc3339.ts';
import type { JsonValue } from '../model/json.ts';
import type { PolicyFacts } from '../model/policy-document.ts';
import { inexactNumber } from './cel-engine.ts';

export interface CelFacts {
  readonly bindings: Readonly<Record<string, CelInput>>;
  /** What is wrong with their size, or null. */
  readonly tooLarge: string | null;
}

const VARIABLES = [
  ...(['at', 'kind', 'signerKind', 'names', 'digests', 'purls', 'images', 'predicateType', 'predicateTypes'] as const),
  ...(['statement', 'certificate', 'keyFingerprints', 'algorithms', 'build', 'distinct', 'signedAt'] as const),
  ...(['examinerTime', 'inclusionProofs', 'engine', 'rootAgeDays'] as const),
] as const satisfies readonly (keyof PolicyFacts)[];

/** The names that an expression may use. */
export const CEL_VARIABLES: ReadonlySet<string> = new Set(VARIABLES);

const converted = new WeakMap<PolicyFacts, CelFacts>();

/**
 * The facts as CEL has them: instants as RFC 3339, whole numbers as int, others as double. What is not known, or what
 * certificate and provenance contradict each other about, is left out rather than null, so that `!=` on it is an error and
 * never true; `has(build.sourceRef)` asks for it. Inside the statement everything is as it stands there, but for whole
 * numbers beyond 2^53: those were rounded when they were read, and whatever is asked about one is an error.
 */
export function celFacts(facts: PolicyFacts): CelFacts {
  const known = converted.get(facts);
  if (known !== undefined) return known;
  const made = convert(facts);
  converted.set(facts, made);
  return made;
}

function convert(facts: PolicyFacts): CelFacts {
  const meter: Meter = { values: 0, characters: 0 };
  const { contradictions, ...build } = facts.build;
  const certain = Object.entries(build).filter(([name]) => !contradictions.includes(name));
  const plain: Readonly<Record<(typeof VARIABLES)[number], unknown>> = {
    ...facts,
    at: formatInstant(facts.at),
    signedAt: facts.signedAt.map(formatInstant),
    build: { ...Object.fromEntries(withoutNull(certain)), contradictions },
    certificate: facts.certificate === null ? null : Object.fromEntries(withoutNull(Object.entries(facts.certificate))),
  };
  const bindings = Object.create(null) as Record<string, CelInput>;
  for (const name of VARIABLES) {
    const value = plain[name] as JsonValue;
    if (value === null) continue;
    const input = inputOf(value, meter);
    if (input === undefined) return { bindings: {}, tooLarge: 'the facts are larger than expressions may read' };
    bindings[name] = input;
  }
  return { bindings, tooLarge: null };
}

interface Meter {
  values: number;
  characters: number;
}

/** Undefined: over the bound. Maps, not objects: a member may have any name. */
function inputOf(value: JsonValue, meter: Meter): CelInput | undefined {
  if (++meter.values > LIMITS.celFactValues) return undefined;
  if (typeof value === 'string') {
    meter.characters += value.length;
    return meter.characters > LIMITS.celFactCharacters ? undefined : value;
  }
  if (typeof value === 'number') {
    if (!Number.isInteger(value)) return value;
    return Number.isSafeInteger(value) ? BigInt(value) : inexactNumber();
  }
  if (value === null || typeof value === 'boolean') return value;
  if (Array.isArray(value)) {
    const list: CelInput[] = [];
    for (const one of value as readonly JsonValue[]) {
      const input = inputOf(one, meter);
      if (input === undefined) return undefined;
      list.push(input);
    }
    return list;
  }
  const map = new Map<string, CelInput>();
  for (const [name, one] of Object.entries(value)) {
    meter.characters += name.length;
    const input = inputOf(one, meter);
    if (input === undefined) return undefined;
    map.set(name, input);
  }
  return map;
}

function withoutNull<T>(entries: readonly (readonly [string, T])[]): (readonly [string, T])[] {
  return entries.filter(([, value]) => value !== null);
}
