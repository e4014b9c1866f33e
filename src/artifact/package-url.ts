// SPDX-License-Identifier: Apache-2.0
import { escapeText } from '../encoding/escape-text.ts';
import { isNpmName, isNpmVersion } from '../encoding/npm-coordinates.ts';
import { Malformed } from '../model/malformed.ts';

/** A package as a purl names it. */
export interface PackageUrl {
  readonly name: string;
  readonly version: string;
  /** `repository_url`, of a registry that is not npm's own. */
  readonly repository: string | null;
}

const PREFIX = 'pkg:npm/';
const FORM = /^pkg:npm\/(?:(%40[^/@?#]+)\/)?([^/@?#]+)@([^/@?#]+)(?:\?repository_url=([^&?#]+))?$/;

export function isNpmPackageUrl(text: string): boolean {
  return text.startsWith(PREFIX);
}

/**
 * `pkg:npm/name@version`, `pkg:npm/%40scope/name@1.0.0+x` (purl specification, type npm). Each component is decoded exactly
 * once, `+` stays `+`, and what is left over to decode refuses: `%2540scope` is no name (attacks L04).
 *
 * @throws Malformed `package-purl-malformed`
 */
export function parseNpmPackageUrl(text: string): PackageUrl {
  const [, scope, bare, tag, repository] = FORM.exec(text) ?? [];
  if (bare === undefined || tag === undefined) throw bad(text, 'is not pkg:npm/name@version');
  const name = scope === undefined ? decode(bare, text) : `${decode(scope, text)}/${decode(bare, text)}`;
  const version = decode(tag, text);
  if (name.includes('%') || version.includes('%')) throw bad(text, 'is encoded more than once');
  if (!isNpmName(name) || name.split('/').length !== (scope === undefined ? 1 : 2))
    throw bad(text, 'has a name that npm does not allow');
  if (!isNpmVersion(version)) throw bad(text, 'has a version that is not written as semver');
  return { name, version, repository: repository === undefined ? null : decode(repository, text) };
}

function decode(component: string, whole: string): string {
  const decoded = component.replace(/%([0-9A-Fa-f]{2})/g, (_, hex: string) =>
    String.fromCharCode(Number.parseInt(hex, 16)),
  );
  if (/%(?![0-9A-Fa-f]{2})/.test(component)) throw bad(whole, 'has a percent sign that encodes nothing');
  if (!/^[!-~]+$/.test(decoded)) throw bad(whole, 'has characters that no package has');
  return decoded;
}

function bad(text: string, what: string): Malformed {
  return new Malformed('package-purl-malformed', `${escapeText(text, 128)} ${what}`);
}
