// SPDX-License-Identifier: Apache-2.0
import type { JsonValue } from '../../model/json.ts';
import type { TextMatch } from '../../model/policy-document.ts';
import { policyProblem } from '../problem.ts';
import { textMatchOf } from '../values.ts';

const ADDRESS = /^[A-Za-z0-9](?:[A-Za-z0-9.-]*[A-Za-z0-9])?(?::[0-9]{1,5})?(?:\/[^/?#@\s]+)+$/;
const ON_GITHUB = /^github\.com\/[^/]+\/[^/]+$/;

/**
 * The one spelling of a source repository, `host/owner/name`, of those that tools write: `git+https://`, `https://` or nothing
 * before it, `.git` or `/` behind it, and `owner/name` alone for one of GitHub. Null: it is none of them, and no build is from
 * it; other schemes, and the name of a user, are other addresses.
 */
export function repositoryAddress(text: string): string | null {
  const bare = text.replace(/^git\+(?=https:)/, '').replace(/^https:\/\//, '');
  const name = bare.replace(/\/$/, '').replace(/\.git$/, '');
  if (!ADDRESS.test(name) && !/^[^/.:@\s]+\/[^/?#@:\s]+$/.test(name)) return null;
  const slash = name.indexOf('/');
  const host = name.slice(0, slash).toLowerCase();
  if (!/[.:]/.test(host) && host !== 'localhost')
    return bare === text && ON_GITHUB.test(`github.com/${name}`) ? `github.com/${name}` : null;
  return host === 'github.com' && !ON_GITHUB.test(host + name.slice(slash)) ? null : host + name.slice(slash);
}

/** As `repositoryAddress`; what is none stays what it is, and equals itself alone. */
export function repositoryName(text: string): string {
  return repositoryAddress(text) ?? text;
}

/** A repository that is asked for: in any of its spellings, or by a pattern. */
export function readRepository(value: JsonValue, pointer: string): TextMatch {
  const match = textMatchOf(value, pointer);
  if (match.kind === 'exact') refuseNoRepository(match.text, pointer);
  return match;
}

export function refuseNoRepository(text: string, pointer: string): void {
  if (repositoryAddress(text) === null)
    throw policyProblem(
      pointer,
      'a repository is written https://host/owner/name, host/owner/name, or owner/name of GitHub',
    );
}

/** Exactly one is met in every spelling; a pattern by the repository as it was found, or by its `https://` address. */
export function isRepository(match: TextMatch, found: string): boolean {
  const name = repositoryName(found);
  if (match.kind === 'exact') return repositoryName(match.text) === name;
  return match.matches(found) || (name !== found && match.matches(`https://${name}`));
}
