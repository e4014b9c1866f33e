// SPDX-License-Identifier: Apache-2.0
import type { Facts } from '../model/check.ts';
import type { BuildClaims } from './build-claims.ts';

/**
 * What the platform said of a build to the authority that wrote the certificate (Fulcio's oid-info): the extensions .8 to .22,
 * which every platform has, before GitHub's own .2 to .6, which mean the same. Where both are there and differ, the first is
 * told, and the difference is the caller's to name: it is among `others`.
 */
export function certificateBuild(certificate: Facts): { readonly claims: BuildClaims; readonly others: BuildClaims } {
  const text = (name: string): string | null => {
    const value = certificate[name];
    return typeof value === 'string' && value !== '' ? value : null;
  };
  const config = parseWorkflow(text('buildConfigURI'));
  const owned = text('githubWorkflowRepository');
  const others: BuildClaims = {
    sourceRepository: owned === null ? null : `https://github.com/${owned}`,
    sourceRef: text('githubWorkflowRef'),
    sourceCommit: text('githubWorkflowSHA'),
    trigger: text('githubWorkflowTrigger'),
  };
  const claims: BuildClaims = {
    sourceRepository: text('sourceRepositoryURI') ?? others.sourceRepository ?? null,
    sourceRef: text('sourceRepositoryRef') ?? others.sourceRef ?? null,
    sourceCommit: text('sourceRepositoryDigest') ?? others.sourceCommit ?? null,
    workflow: config?.path ?? null,
    workflowRef: config?.ref ?? null,
    workflowRepository: config?.repository ?? null,
    workflowName: text('githubWorkflowName'),
    trigger: text('buildTrigger') ?? others.trigger ?? null,
    runner: text('runnerEnvironment'),
  };
  return { claims, others };
}

/** Who may speak for workflows and repositories of a host: its own issuer of identity tokens, and GitHub's for github.com. */
export function isPlatform(certificate: Facts): boolean {
  const { identity, issuer, sourceRepositoryURI: source } = certificate;
  if (typeof identity !== 'string' || typeof issuer !== 'string') return false;
  const host = hostOf(identity);
  if (host === null || (typeof source === 'string' && source !== '' && hostOf(source) !== host)) return false;
  return host === 'github.com'
    ? issuer === GITHUB
    : issuer === `https://${host}` || issuer === `https://token.actions.${host}`;
}

const GITHUB = 'https://token.actions.githubusercontent.com';

function hostOf(uri: string): string | null {
  return /^https:\/\/([a-z0-9.-]+(?::[0-9]+)?)\//.exec(uri)?.[1] ?? null;
}

export interface WorkflowReference {
  /** `https://github.com/owner/name`. */
  readonly repository: string;
  /** `.github/workflows/release.yml`, `.gitlab-ci.yml`. */
  readonly path: string;
  readonly ref: string | null;
}

/** `https://github.com/o/r/.github/workflows/w.yml@refs/tags/v1`; GitLab parts repository and path by `//`. */
export function parseWorkflow(uri: string | null): WorkflowReference | null {
  if (uri === null) return null;
  const [, address, ref] = /^(https:\/\/[^@]+)(?:@(.+))?$/.exec(uri) ?? [];
  if (address === undefined) return null;
  const parts =
    /^(https:\/\/[^/]+\/[^/]+\/[^/]+)\/(\.github\/workflows\/[^/]+)$/.exec(address) ??
    /^(https:\/\/[^/]+(?:\/[^/]+)+)\/\/(.+)$/.exec(address);
  if (parts === null) return null;
  return { repository: parts[1]!, path: parts[2]!, ref: ref ?? null };
}
