// SPDX-License-Identifier: Apache-2.0
import { Args, Flags } from '@oclif/core';
import { type Check, malformedCheck, passed } from '../../../model/check.ts';
import { attempt } from '../../../model/malformed.ts';
import { ROLE_WORDS, readTrustDocument } from '../../../trust/document.ts';
import { checkRootDigest, parsePinnedDigest } from '../../../trust/freshness.ts';
import { readTrustFile } from '../../../trust/load.ts';
import { openTufDirectory, singleRoot, type TufSource } from '../../../trust/tuf/source.ts';
import { BaseCommand, REPORT_FLAGS } from '../../base-command.ts';
import { engineFlag, judgingTime, type OutputFlags } from '../../session.ts';
import { deliverStep, StepInputs } from '../../single-step.ts';
import { isFolder, orUsage, pinAsked, storeAsked } from '../../trust-asked.ts';
import { repositoryStep, verifyRepository } from '../../trust-repository.ts';
import { UsageError } from '../../usage-error.ts';

/** A file that is one root of a row: it is verified as such a row. */
function rootFile(path: string): TufSource | null {
  const read = attempt(() => readTrustDocument(readTrustFile(path), path));
  if (!read.ok || read.value.content.role !== 'tuf-root') return null;
  return singleRoot(path, read.value.bytes, read.value.content.root.version);
}

export default class TrustVerify extends BaseCommand {
  static override summary = 'a copied TUF repository, or a history of roots, from the pinned root on; or one file';
  static override examples = [
    '<%= config.bin %> trust verify tuf-copy/ --at 2026-03-01T00:00:00Z',
    '<%= config.bin %> trust verify tuf-copy/ --root sha256:… --store trust/ --domain our-sigstore',
    '<%= config.bin %> trust verify trusted_root.json --digest sha256:…',
  ];
  static override args = {
    source: Args.string({ required: true, description: 'the directory with metadata and targets, or a file of trust' }),
  };
  static override flags = {
    ...REPORT_FLAGS,
    root: Flags.string({ description: 'the TUF root to trust: a file, or sha256:… of one in the directory' }),
    store: Flags.string({ aliases: ['trust-store'], description: 'trust store that remembers what was seen' }),
    domain: Flags.string({ description: 'domain of that store' }),
    'allow-stale': Flags.boolean({ description: 'take expired metadata: never better than exit 1' }),
    digest: Flags.string({ multiple: true, multipleNonGreedy: true, description: 'sha256 that a file must have' }),
    at: Flags.string({ description: 'the instant to judge at (RFC 3339); default: the machine clock' }),
    attime: Flags.string({ description: 'as --at, in seconds since 1970' }),
  };

  async run(): Promise<void> {
    const { flags, operands } = await this.parseStrictly(TrustVerify);
    const [path] = operands as [string];
    if ((flags.store === undefined) !== (flags.domain === undefined))
      throw new UsageError('--store and --domain go together: what one domain of the store has seen');
    const source = isFolder(path) ? orUsage(path, () => openTufDirectory(path)) : rootFile(path);
    if (source === null && !isFolder(path)) {
      this.#file(path, flags);
      return;
    }
    if (flags.digest !== undefined) throw new UsageError('--digest is for a file; TUF metadata is pinned with --root');
    if (source === null) throw new UsageError(`${path} holds no TUF metadata, neither itself nor in metadata/`);
    const store = storeAsked(flags.store);
    const domain = flags.domain ?? null;
    const pin = await pinAsked(flags.root, source, store, domain);
    const engine = await engineFlag(flags.engine, false);
    const allowStale = flags['allow-stale'] === true;
    const asked = { source, pin, store, domain, time: judgingTime(flags), engine, allowStale };
    const outcome = verifyRepository(asked);
    const inputs = new StepInputs();
    if (pin.input !== null) inputs.records.push(pin.input);
    const step = repositoryStep(asked, outcome);
    deliverStep({ name: path, command: 'trust verify', checks: outcome.checks, ...step }, inputs, flags);
  }

  /** Is it what it says it is, and the one that was pinned. */
  #file(
    path: string,
    flags: OutputFlags & { readonly digest?: string[] | undefined; readonly root?: string | undefined },
  ): void {
    if (flags.root !== undefined) throw new UsageError('--root is for a repository; a file is pinned with --digest');
    const pinned = (flags.digest ?? []).map((one) => orUsage('--digest', () => parsePinnedDigest(one)));
    const inputs = new StepInputs();
    const bytes = inputs.read(path, 'trust');
    const at = { evidence: path, pointer: '' };
    const checks: Check[] = [];
    if (bytes !== null) {
      const read = attempt(() => readTrustDocument(bytes, path));
      if (!read.ok) checks.push(malformedCheck('trust.document', at, read.problem));
      else {
        const { sha256, content } = read.value;
        checks.push(passed('trust.document', at, { role: content.role, sha256 }));
        if (pinned.length > 0) checks.push(...checkRootDigest([{ name: path, sha256, issuedAt: null }], pinned));
      }
    }
    const pins = pinned.length === 0 ? 'no digest is pinned' : `its digest is one of ${pinned.length} that are pinned`;
    const criteria = [`a well-formed document of trust (${Object.values(ROLE_WORDS).join(', ')})`, pins];
    const limitations = pinned.length === 0 ? ['who made the file: nothing but a pinned digest could say so'] : [];
    deliverStep({ name: path, command: 'trust verify', criteria, checks, limitations }, inputs, flags);
  }
}
