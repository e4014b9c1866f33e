// SPDX-License-Identifier: Apache-2.0

const GENERATOR = 'https://github.com/slsa-framework/slsa-github-generator/.github/workflows/';
/**
 * Workflows that build in somebody's name and are trusted to say whose (SLSA's "bring your own builder"): in the certificate
 * stands the delegator, in the predicate the builder that it ran.
 */
const DELEGATORS = [`${GENERATOR}delegator_generic_slsa3.yml`, `${GENERATOR}delegator_lowperms-generic_slsa3.yml`];
/** `refs/heads/main` is listed since delegators of version 1.9 were run from it; no other branch is. */
const DELEGATOR_REF = /^refs\/(heads\/main|tags\/v[0-9]+\.[0-9]+\.[0-9]+(-[0-9A-Za-z.]+)?)$/;

/** What npm's client names as builder: the machine, whose kind the certificate says too. */
const RUNNERS: ReadonlyMap<string, string | null> = new Map([
  ['https://github.com/actions/runner', null],
  ['https://github.com/actions/runner/github-hosted', 'github-hosted'],
  ['https://github.com/actions/runner/self-hosted', 'self-hosted'],
]);

export interface BuilderQuestion {
  /** Subject alternative name of a verified certificate, or null where a plain key signed. */
  readonly san: string | null;
  /** `builder.id` of the verified predicate. */
  readonly claimed: string | null;
  /** The certificate's word on the machine. */
  readonly runner: string | null;
  /** All subjects are npm packages. */
  readonly npm: boolean;
}

/**
 * Who built: the certificate's name, which only the platform can give; the predicate's word only where the certificate is
 * that of a delegator, of npm's client, or absent. Two names that disagree are a contradiction, but for the name of a machine
 * beside that of a workflow.
 */
export function builderOf({ san, claimed, runner, npm }: BuilderQuestion): {
  readonly id: string | null;
  readonly contradicts: boolean;
} {
  if (san === null) return { id: claimed, contradicts: false };
  if (claimed === null) return { id: san, contradicts: false };
  if (isDelegator(san)) return { id: claimed, contradicts: false };
  const machine = san.startsWith('https://github.com/') ? RUNNERS.get(claimed) : undefined;
  if (machine === undefined) return { id: npm ? claimed : san, contradicts: claimed !== san };
  return { id: npm ? claimed : san, contradicts: machine !== null && machine !== runner };
}

function isDelegator(san: string): boolean {
  const [workflow, ref, more] = san.split('@');
  return more === undefined && DELEGATORS.includes(workflow ?? '') && DELEGATOR_REF.test(ref ?? '');
}
