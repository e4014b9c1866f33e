// SPDX-License-Identifier: Apache-2.0
import type { JsonObject, JsonValue } from '../model/json.ts';
import type { BuildFacts } from '../model/policy-document.ts';

type TextFact = Exclude<keyof BuildFacts, 'inputs' | 'contradictions' | 'sourceTag'>;

/** What one source says of a build: null and absent mean that it does not say. */
export type BuildClaims = { readonly [name in TextFact]?: string | null } & { readonly inputs?: JsonObject | null };

/** A value inside a predicate, by own members and list places alone; of any other shape than was asked, it is not there. */
export function valueAt(value: JsonValue | undefined, ...path: readonly (string | number)[]): JsonValue | undefined {
  let found = value;
  for (const token of path) {
    if (typeof found !== 'object' || found === null || !Object.hasOwn(found, token)) return undefined;
    found = (found as JsonObject)[token];
  }
  return found;
}

export function textAt(value: JsonValue | undefined, ...path: readonly (string | number)[]): string | null {
  const found = valueAt(value, ...path);
  return typeof found === 'string' && found !== '' ? found : null;
}

export function objectAt(value: JsonValue | undefined, ...path: readonly (string | number)[]): JsonObject | null {
  const found = valueAt(value, ...path);
  return typeof found === 'object' && found !== null && !Array.isArray(found) ? (found as JsonObject) : null;
}

/** SPDX's and in-toto's way to name a checkout: `git+https://host/owner/name@ref`, of which prefix and ref may be missing. */
export function parseGitUri(uri: string | null): { readonly repository: string; readonly ref: string | null } | null {
  if (uri === null) return null;
  const [, address, ref] = /^(?:git\+)?(https:\/\/[^@]+)(?:@(.+))?$/.exec(uri) ?? [];
  return address === undefined ? null : { repository: plainRepository(address), ref: ref ?? null };
}

/** A git client reads both spellings as one repository. */
export function plainRepository(address: string): string {
  return address.endsWith('.git') ? address.slice(0, -4) : address;
}

/** In a build definition: the commit of the one resolved dependency that is the source repository. */
export function commitOf(definition: JsonObject, repository: string | null): string | null {
  const dependencies = valueAt(definition, 'resolvedDependencies');
  if (!Array.isArray(dependencies) || repository === null) return null;
  const own = dependencies.filter((one: JsonValue) => parseGitUri(textAt(one, 'uri'))?.repository === repository);
  return own.length === 1 ? textAt(own[0], 'digest', 'gitCommit') : null;
}
