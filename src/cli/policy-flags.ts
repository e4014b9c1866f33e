// SPDX-License-Identifier: Apache-2.0
import { loadPatternEngine } from '../encoding/anchored-pattern.ts';
import type { JsonValue } from '../model/json.ts';
import { attempt } from '../model/malformed.ts';
import type { Rule } from '../model/policy-document.ts';
import { asksSigner } from '../policy/asks-signer.ts';
import { repositoryAddress } from '../policy/rules/repository.ts';
import { RULES } from '../policy/rules.ts';
import { UsageError } from './usage-error.ts';

type Flags = Readonly<Record<string, unknown>>;

const GITHUB = 'https://token.actions.githubusercontent.com';

/** One flag as the requirement of a policy that it spells: the key in a `require` block, and the value under it. */
interface Spelling {
  readonly flag: string;
  readonly key: string;
  readonly value: (text: string) => JsonValue;
}

/** slsa-verifier's words, gh's, and cosign's (docs: command line). Each is a rule by itself, so that all of them must hold. */
const SPELLINGS: readonly Spelling[] = [
  { flag: 'source-uri', key: 'source', value: (text) => ({ repository: repositoryOf(text) }) },
  { flag: 'source-tag', key: 'source', value: (text) => ({ tag: text }) },
  { flag: 'source-branch', key: 'source', value: (text) => ({ branch: text }) },
  { flag: 'source-versioned-tag', key: 'source', value: (text) => ({ versioned_tag: text }) },
  { flag: 'source-ref', key: 'source', value: (text) => ({ ref: text }) },
  { flag: 'source-digest', key: 'source', value: (text) => ({ commit: text }) },
  { flag: 'publisher', key: 'publisher', value: publisherOf },
  { flag: 'builder-id', key: 'builder_id', value: (text) => text },
  { flag: 'workflow-name', key: 'workflow', value: (text) => ({ name: text }) },
  { flag: 'workflow-trigger', key: 'trigger', value: (text) => [text] },
  {
    flag: 'signer-digest',
    key: 'claims',
    value: (text) => [{ on: 'certificate', pointer: '/buildSignerDigest', equals: text }],
  },
];

/** Flags that ask about a certificate, and so never about a plain key. */
const OF_CERTIFICATES = ['signer-workflow', 'signer-repo', 'signer-digest', 'publisher'];

export interface RulesAsked {
  readonly rules: readonly Rule[];
  /** The issuer that stands behind the publisher that was named, where one was. */
  readonly publisher: boolean;
}

/**
 * The requirements that single flags spell. Who names a publisher has asked who signed: the issuer is then that of the
 * publisher's platform, unless `--certificate-oidc-issuer` names another, and is compared like everything else.
 *
 * @param byKey a plain key or a secret answers for the signer
 * @throws UsageError where a value is none of its kind
 */
export async function rulesAsked(flags: Flags, byKey: boolean): Promise<RulesAsked> {
  const text = (name: string) => flags[name] as string | undefined;
  const rules: Rule[] = [];
  for (const { flag, key, value } of SPELLINGS) {
    const given = text(flag);
    if (given !== undefined) rules.push(...read(flag, key, value(given)));
  }
  const inputs = (flags['build-workflow-input'] as readonly string[] | undefined) ?? [];
  if (inputs.length > 0) rules.push(...read('build-workflow-input', 'workflow', { inputs: inputsOf(inputs) }));
  if (flags['deny-self-hosted-runners'] === true) {
    rules.push(...read('deny-self-hosted-runners', 'runner', 'github-hosted'));
  }
  const ofCertificates = OF_CERTIFICATES.find((flag) => text(flag) !== undefined);
  if (byKey && ofCertificates !== undefined) {
    throw new UsageError(`--${ofCertificates} asks about a certificate, and --key or --hmac-key was given`);
  }
  const signers = byKey ? [] : await signersAsked(flags);
  const all = [...signers, ...rules];
  return { rules: all, publisher: asksSigner(all) };
}

/** Who may have signed, by the flags that name a workflow or a repository; else anybody of the platform that is named. */
async function signersAsked(flags: Flags): Promise<readonly Rule[]> {
  const text = (name: string) => flags[name] as string | undefined;
  const workflow = text('signer-workflow');
  const repository = text('signer-repo');
  const source = text('source-uri');
  const builder = text('builder-id');
  const rows: { readonly flag: string; readonly address: string; readonly row: (issuer: JsonRow) => JsonRow }[] = [];
  if (workflow !== undefined) {
    const [address, ref] = signerWorkflow(workflow);
    const name = ref === null ? { identity_pattern: `^${quoted(address)}@.+$` } : { identity: `${address}@${ref}` };
    rows.push({ flag: 'signer-workflow', address, row: (issuer) => ({ ...name, ...issuer }) });
  }
  if (repository !== undefined) {
    const address = repositoryOf(repository);
    const name = { identity_pattern: `^${quoted(address)}/.+$` };
    rows.push({ flag: 'signer-repo', address, row: (issuer) => ({ ...name, ...issuer }) });
  }
  // An identity that was asked for by itself has its own issuer beside it.
  if (
    rows.length === 0 &&
    text('certificate-identity') === undefined &&
    text('certificate-identity-regexp') === undefined
  ) {
    const [flag, address] =
      source !== undefined
        ? ['source-uri', repositoryOf(source)]
        : builder !== undefined
          ? ['builder-id', builder]
          : [];
    if (flag !== undefined && address !== undefined) {
      const name = { identity_pattern: `^${quoted(originOf(address) ?? address)}/.+$` };
      rows.push({ flag, address, row: (issuer) => ({ ...name, ...issuer }) });
    }
  }
  if (rows.length > 0) await loadPatternEngine();
  return rows.flatMap(({ flag, address, row }) => read(flag, 'signer', [row(issuerOf(flags, address))]));
}

type JsonRow = { readonly [name: string]: string };

function issuerOf(flags: Flags, address: string): JsonRow {
  const exact = flags['certificate-oidc-issuer'] as string | undefined;
  const pattern = flags['certificate-oidc-issuer-regexp'] as string | undefined;
  if (exact !== undefined && pattern !== undefined)
    throw new UsageError('--certificate-oidc-issuer and --certificate-oidc-issuer-regexp say the same: give one');
  if (exact !== undefined) return { issuer: exact };
  if (pattern !== undefined) return { issuer_pattern: `^(${pattern})$` };
  const host = hostOf(address);
  if (host === 'github.com') return { issuer: GITHUB };
  return { issuer_pattern: `^https://(token\\.actions\\.)?${quoted(host ?? address)}$` };
}

/** The issuer of the platform of the publisher that was named, for an identity that was asked for without one. */
export function platformIssuer(flags: Flags): string | null {
  const named = (flags['source-uri'] ?? flags['signer-repo'] ?? flags['signer-workflow']) as string | undefined;
  return named !== undefined && hostOf(repositoryOf(named)) === 'github.com' ? GITHUB : null;
}

function read(flag: string, key: string, value: JsonValue): readonly Rule[] {
  const rules = attempt(() => RULES[key]!.parse(value, '', `--${flag}`));
  if (!rules.ok) throw new UsageError(`--${flag}: ${rules.problem.detail}`);
  return rules.value;
}

/** As `source.repository` of a policy reads it. */
export function repositoryOf(text: string): string {
  const address = repositoryAddress(text);
  if (address === null)
    throw new UsageError('a repository is written https://host/owner/name, host/owner/name, or owner/name of GitHub');
  return `https://${address}`;
}

function signerWorkflow(text: string): readonly [string, string | null] {
  const [path, ref, more] = text.split('@');
  const parts = /^(?:https:\/\/)?(?:([^/]+\.[^/]+)\/)?([^/]+\/[^/]+\/.+)$/.exec(path ?? '');
  if (parts === null || more !== undefined || ref === '')
    throw new UsageError(
      '--signer-workflow wants owner/repository/.github/workflows/file.yml, and @ref if it must be one',
    );
  return [`https://${parts[1] ?? 'github.com'}/${parts[2]}`, ref ?? null];
}

function hostOf(address: string): string | null {
  return /^https:\/\/([^/]+)\//.exec(address)?.[1] ?? null;
}

function originOf(address: string): string | null {
  return /^https:\/\/[^/]+(?=\/)/.exec(address)?.[0] ?? null;
}

/** A text inside a pattern that means itself. */
function quoted(text: string): string {
  return text.replace(/[\\.+*?()|[\]{}^$]/g, '\\$&');
}

/** `kind=GitHub,repository=owner/name,workflow=release.yml`: the names that PyPI gives to the members of a publisher. */
function publisherOf(text: string): JsonValue {
  const members = new Map<string, string>();
  for (const one of text.split(',')) {
    const at = one.indexOf('=');
    if (at < 1) throw new UsageError('--publisher wants kind=GitHub,repository=owner/name,workflow=release.yml');
    const name = one.slice(0, at);
    if (members.has(name)) throw new UsageError(`--publisher: ${name} was given more than once`);
    members.set(name, one.slice(at + 1));
  }
  return Object.fromEntries(members);
}

function inputsOf(given: readonly string[]): { [name: string]: string } {
  const inputs = new Map<string, string>();
  for (const one of given) {
    const at = one.indexOf('=');
    if (at < 1) throw new UsageError('--build-workflow-input wants name=value');
    const name = one.slice(0, at);
    if (inputs.has(name)) throw new UsageError(`--build-workflow-input: ${name} was given more than once`);
    inputs.set(name, one.slice(at + 1));
  }
  return Object.fromEntries(inputs);
}
