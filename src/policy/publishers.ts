// SPDX-License-Identifier: Apache-2.0
import type { Facts } from '../model/check.ts';
import type { ClaimedPublisher } from '../model/publisher.ts';

interface PublisherKind {
  /** Who vouches for the identities of this platform: the issuer in the certificate, exactly. */
  readonly issuer: string;
  readonly required: readonly string[];
  readonly optional: readonly string[];
}

/** Publishers that attestations of an index can have, with the members that an index writes (PyPI's words). */
export const PUBLISHER_KINDS = {
  GitHub: {
    issuer: 'https://token.actions.githubusercontent.com',
    required: ['repository', 'workflow'],
    optional: ['environment'],
  },
  GitLab: { issuer: 'https://gitlab.com', required: ['repository', 'workflow_filepath'], optional: ['environment'] },
  Google: { issuer: 'https://accounts.google.com', required: ['email'], optional: [] },
} as const satisfies Record<string, PublisherKind>;

export type PublisherName = keyof typeof PUBLISHER_KINDS;

export function isPublisherName(kind: string): kind is PublisherName {
  return Object.hasOwn(PUBLISHER_KINDS, kind);
}

/** `differs`: the certificate names something else. `open`: it says nothing about it. */
export interface PublisherComparison {
  readonly outcome: 'same' | 'differs' | 'open';
  readonly detail: string;
  /** What of the certificate was read. */
  readonly seen: Facts;
}

/**
 * Whether a verified certificate is one of this publisher. The platform's issuer must have vouched for it, and the source
 * repository and the workflow that was started, which Fulcio writes from the platform's token, must be those named. A publisher
 * knows no ref: the one in the workflow's address must be that of the source, or its commit. The workflow that signed may be
 * another one, which the first has called.
 *
 * @param publisher of a kind in PUBLISHER_KINDS, with the members that it requires
 * @param certificate `identity`, `issuer`, `sanType` and Fulcio's extensions by name
 */
export function comparePublisher({ kind, fields }: ClaimedPublisher, certificate: Facts): PublisherComparison {
  const text = (name: string): string | null => {
    const value = certificate[name];
    return typeof value === 'string' && value !== '' ? value : null;
  };
  const field = (name: string): string => (Object.hasOwn(fields, name) ? (fields[name] ?? '') : '');
  if (!isPublisherName(kind)) return { outcome: 'open', detail: 'the kind of publisher is not known', seen: {} };
  const issuer = text('issuer');
  const seen: { [name: string]: string | null } = { issuer };
  const differs = (detail: string): PublisherComparison => ({ outcome: 'differs', detail, seen });
  if (issuer !== PUBLISHER_KINDS[kind].issuer)
    return differs(`the issuer of ${kind} is ${PUBLISHER_KINDS[kind].issuer}, not ${issuer}`);
  if (kind === 'Google') {
    seen['identity'] = text('identity');
    if (text('sanType') === 'email' && seen['identity'] === field('email'))
      return { outcome: 'same', detail: '', seen };
    return differs(`the certificate names ${seen['identity']}`);
  }
  const home = kind === 'GitHub' ? 'https://github.com/' : 'https://gitlab.com/';
  const repository = home + field('repository');
  seen['sourceRepositoryURI'] = text('sourceRepositoryURI');
  if (seen['sourceRepositoryURI'] !== repository)
    return differs(`the source repository is ${seen['sourceRepositoryURI']}, not ${repository}`);
  const workflow =
    kind === 'GitHub'
      ? `${repository}/.github/workflows/${field('workflow')}`
      : `${repository}//${field('workflow_filepath')}`;
  seen['buildConfigURI'] = text('buildConfigURI');
  const refs = [text('sourceRepositoryDigest'), text('sourceRepositoryRef')].filter((ref) => ref !== null);
  if (!refs.some((ref) => seen['buildConfigURI'] === `${workflow}@${ref}`))
    return differs(`the workflow is ${seen['buildConfigURI']}, not ${workflow} at the ref or commit of the source`);
  const environment = field('environment');
  if (environment === '') return { outcome: 'same', detail: '', seen };
  seen['deploymentEnvironment'] = text('deploymentEnvironment');
  if (seen['deploymentEnvironment'] === null)
    return { outcome: 'open', detail: 'the certificate says nothing of the environment', seen };
  if (seen['deploymentEnvironment'] === environment) return { outcome: 'same', detail: '', seen };
  return differs(`the environment is ${seen['deploymentEnvironment']}`);
}
