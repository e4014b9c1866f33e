// SPDX-License-Identifier: Apache-2.0
import { Args, Flags } from '@oclif/core';
import { isLockfileName } from '../../../artifact/lockfile-names.ts';
import { givenDocument } from '../../../encoding/given-documents.ts';
import { LOCK_SYNTAXES } from '../../../encoding/lock-format.ts';
import { pathKind } from '../../../evidence/path-kind.ts';
import { malformedCheck } from '../../../model/check.ts';
import type { InputRecord, ItemFacts } from '../../../model/report.ts';
import { refusedItem } from '../../../verify/compose-report.ts';
import type { EvidenceFile } from '../../../verify/evidence-set.ts';
import { verifyLockfile } from '../../../verify/lockfile.ts';
import type { ExaminationContext } from '../../../verify/request.ts';
import { identityAsked, keysAsked, secretAsked } from '../../asked.ts';
import { BaseCommand, REPORT_FLAGS } from '../../base-command.ts';
import { LOCK_SIGNATURE_SUFFIX, type LockfileRead, readLockfile } from '../../lockfile-asked.ts';
import { formatOf } from '../../session.ts';
import { REVOCATION_FLAGS, TRUST_STORE_FLAGS } from '../../trust-flags.ts';
import { trustGiven } from '../../trust-given.ts';
import { UsageError } from '../../usage-error.ts';
import { type Operands, readEvidence, runVerification } from '../../verification.ts';
import { VERIFY_FLAGS } from '../../verify-flags.ts';

const many = { multiple: true, multipleNonGreedy: true } as const;
const {
  key,
  'hmac-key': hmacKey,
  'key-scheme': keyScheme,
  threshold,
  'certificate-identity': identity,
  'certificate-identity-regexp': identityPattern,
  'certificate-oidc-issuer': issuer,
  'certificate-oidc-issuer-regexp': issuerPattern,
  'trusted-root': trustedRoot,
  'npm-keys': npmKeys,
  at,
} = VERIFY_FLAGS;
/** Of the signature on the lockfile; the provenance of its entries is asked for by names of its own. */
const SIGNER_FLAGS = [
  'key',
  'hmac-key',
  'key-scheme',
  'certificate-identity',
  'certificate-identity-regexp',
  'certificate-oidc-issuer',
  'certificate-oidc-issuer-regexp',
] as const;

export default class LockfileVerify extends BaseCommand {
  static override summary = 'is a lockfile signed, every entry and unknown field of it';
  static override description =
    'JSON, YAML and TOML, read as data: order of keys, layout and comments are not covered. The signature is in the\n' +
    `lockfile, or in LOCKFILE${LOCK_SIGNATURE_SUFFIX}, or where --bundle says. Without --strict what is wrong or unsigned is a\n` +
    'warning (exit 1); with it, a refusal (exit 3). With --attestations-path every entry must have verified provenance\n' +
    '(SLSA, or what its index serves as that): what else is signed about it does not count.';
  static override examples = [
    '<%= config.bin %> lockfile verify package-lock.json --key release.pub.pem --strict',
    '<%= config.bin %> lockfile verify mcp-tap.lock --hmac-key env:LOCK_SECRET --signer-id ci@example.com',
    '<%= config.bin %> lockfile verify uv.lock --key ci.pub.pem --strict --attestations-path attestations/',
  ];
  static override args = { lockfile: Args.string({ required: true, description: 'the lockfile' }) };
  static override flags = {
    ...REPORT_FLAGS,
    bundle: Flags.string({
      ...many,
      char: 'b',
      aliases: ['signature'],
      description: 'signature of the lockfile, in a file of its own',
    }),
    key,
    'hmac-key': hmacKey,
    'key-scheme': keyScheme,
    threshold,
    'certificate-identity': identity,
    'certificate-identity-regexp': identityPattern,
    'certificate-oidc-issuer': issuer,
    'certificate-oidc-issuer-regexp': issuerPattern,
    'trusted-root': trustedRoot,
    ...TRUST_STORE_FLAGS,
    ...REVOCATION_FLAGS,
    'npm-keys': npmKeys,
    at,
    strict: Flags.boolean({ description: 'refuse (exit 3) what is unsigned or wrong; else it is a warning (exit 1)' }),
    'signer-id': Flags.string({ description: 'what the signer must have called himself, exactly' }),
    subject: Flags.string({ description: 'what the signer must have called the lockfile, exactly' }),
    syntax: Flags.string({
      options: [...LOCK_SYNTAXES],
      description: 'what the lockfile is written in; default: by its name',
    }),
    'attestations-path': Flags.string({
      ...many,
      description: 'folder or file: each entry must have verified provenance in it',
    }),
    'ignore-entries': Flags.string({ ...many, description: 'entries that need no provenance, by name: @types/*' }),
    'provenance-key': Flags.string({ ...many, description: 'public key that provenance of entries must be signed by' }),
    'provenance-identity': Flags.string({ description: 'who must have signed the provenance of entries, exactly' }),
    'provenance-oidc-issuer': Flags.string({ description: 'who must have vouched for that identity, exactly' }),
  };

  async run(): Promise<void> {
    const { flags, operands } = await this.parseStrictly(LockfileVerify);
    formatOf(flags);
    const [path] = operands as [string];
    const byFile = keysAsked(flags.key ?? [], flags['key-scheme']);
    const secret = secretAsked(flags['hmac-key']);
    const who = await identityAsked(flags);
    // As in verify: the keys of a domain that is named answer where nobody else is asked for.
    const held = await trustGiven(flags, {
      answers: ['roots', 'keys', 'registry'],
      withIdentity: who !== null || secret !== null,
    });
    const given = { ...byFile, keys: [...byFile.keys, ...held.keys] };
    refuseTogether([given.keys.length > 0, secret !== null, who !== null]);
    const inputs: InputRecord[] = [...given.inputs];
    const lock = readLockfile(path, flags.syntax, 'artifact');
    if (lock.ok) inputs.push(lock.input);
    const signatures = signaturesOf(path, flags.bundle ?? []).map((one) => readEvidence(one, inputs));
    const provenance = flags['attestations-path'] ?? [];
    if (provenance.length > 0 && !isLockfileName(path))
      throw new UsageError(
        '--attestations-path: the entries of a lockfile of this name are not read here; verify its signature without it',
      );
    if (provenance.length === 0 && flags['ignore-entries'] !== undefined)
      throw new UsageError('--ignore-entries was given without --attestations-path: no entry needs provenance then');
    const passed = Object.fromEntries(
      Object.entries(flags).filter(
        ([name]) =>
          !(SIGNER_FLAGS as readonly string[]).includes(name) && name !== 'bundle' && name !== 'attestations-path',
      ),
    );
    const named: Operands = {
      artifacts: provenance.length === 0 || !lock.ok ? [] : [path, ...provenance],
      bundles: [],
      pathWins: true,
    };
    await runVerification(
      'lockfile verify',
      {
        ...passed,
        ...(flags.strict === true ? {} : { fallback: 'warn', 'attest-mode': 'record' }),
        'check-claims': 'true',
        'require-all': provenance.length > 0 && flags.strict === true,
        key: flags['provenance-key'],
        'certificate-identity': flags['provenance-identity'],
        'certificate-oidc-issuer': flags['provenance-oidc-issuer'],
      },
      named,
      {
        criteria: criteriaOf(flags, given.keys, secret !== null, who !== null),
        inputs,
        ...(provenance.length === 0 ? {} : { entries: { ignored: flags['ignore-entries'] ?? [] } }),
        items: (context) =>
          itemsOf(path, lock, signatures, flags, { ...context, keys: given.keys, hmacSecret: secret, identity: who }),
      },
    );
  }
}

interface Named {
  readonly 'signer-id'?: string | undefined;
  readonly subject?: string | undefined;
}

function itemsOf(
  path: string,
  lock: LockfileRead,
  signatures: readonly EvidenceFile[],
  { 'signer-id': signer, subject }: Named,
  context: ExaminationContext,
): readonly ItemFacts[] {
  if (!lock.ok) return [refusedItem(path, malformedCheck('input.read', { evidence: path, pointer: '' }, lock.problem))];
  const { bytes, syntax } = lock;
  return verifyLockfile(
    { name: path, bytes, syntax, signatures, signer: signer ?? null, subject: subject ?? null },
    context,
  );
}

/** Those that are named; else the one that lies beside the lockfile. */
function signaturesOf(path: string, named: readonly string[]): readonly string[] {
  if (named.length > 0) return named;
  const beside = path + LOCK_SIGNATURE_SUFFIX;
  return pathKind(beside)?.kind === 'file' || givenDocument(beside) instanceof Uint8Array ? [beside] : [];
}

function refuseTogether(given: readonly boolean[]): void {
  if (given.filter(Boolean).length > 1)
    throw new UsageError('--key, --hmac-key and --certificate-identity exclude each other: one answers for the signer');
}

function criteriaOf(
  {
    strict,
    'signer-id': signer,
    subject,
    threshold: wanted,
    'attestations-path': provenance,
  }: Named & {
    readonly strict?: boolean;
    readonly threshold?: string | undefined;
    readonly 'attestations-path'?: readonly string[] | undefined;
  },
  keys: readonly { readonly name: string; readonly scheme: string; readonly key: { readonly fingerprint: string } }[],
  secret: boolean,
  certified: boolean,
): readonly string[] {
  return [
    ...(strict === true ? ['an unsigned or altered lockfile is refused'] : []),
    ...keys.map(
      ({ name, scheme, key: { fingerprint } }) =>
        `the lockfile is signed (${scheme}) by the key ${name}, sha256 ${fingerprint}`,
    ),
    ...(secret ? ['the lockfile carries a message authentication code by the given secret'] : []),
    ...(certified ? ['the lockfile is signed by the certificate identity asked for'] : []),
    ...(keys.length === 0 && !secret && !certified ? ['no signer was asked for: no signature can pass'] : []),
    ...(wanted === undefined ? [] : [`by ${wanted} distinct keys`]),
    ...(signer === undefined ? [] : [`its signer calls himself ${signer}`]),
    ...(subject === undefined ? [] : [`its signer calls it ${subject}`]),
    ...((provenance ?? []).length > 0 ? ['every entry of it has verified provenance'] : []),
  ];
}
