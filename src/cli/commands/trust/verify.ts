// SPDX-License-Identifier: Apache-2.0
import { Args, Flags } from '@oclif/core';
import { attempt } from '../../../model/malformed.ts';
import { readTrustDocument } from '../../../trust/document.ts';
import { parsePinnedDigest } from '../../../trust/freshness.ts';
import { readTrustFile } from '../../../trust/load.ts';
import { openTufDirectory, singleRoot, type TufSource } from '../../../trust/tuf/source.ts';
import { BaseCommand, REPORT_FLAGS } from '../../base-command.ts';
import { engineFlag, judgingTime } from '../../session.ts';
import { deliverStep, StepInputs } from '../../single-step.ts';
import { isFolder, orUsage, pinAsked, storeAsked } from '../../trust-asked.ts';
import { fileStep } from '../../trust-file.ts';
import { recordedSource, recordedStore } from '../../trust-inputs.ts';
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
  static override description =
    'A file passes by its signature, where it is the statement of a next key or a certificate revocation list and --store holds the ' +
    'keys or certificates that it is to be signed by; any other by --digest, or by being held in --domain already. Form alone is no pass: exit 5.';
  static override examples = [
    '<%= config.bin %> trust verify tuf-copy/ --at 2026-03-01T00:00:00Z',
    '<%= config.bin %> trust verify tuf-copy/ --root sha256:… --store trust/ --domain our-sigstore',
    '<%= config.bin %> trust verify trusted_root.json --digest sha256:…',
    '<%= config.bin %> trust verify next-key.dsse.json --store trust/ --domain release-keys',
  ];
  static override args = {
    source: Args.string({ required: true, description: 'the directory with metadata and targets, or a file of trust' }),
  };
  static override flags = {
    ...REPORT_FLAGS,
    root: Flags.string({ description: 'the TUF root to trust: a file, or sha256:… of one in the directory' }),
    store: Flags.string({
      aliases: ['trust-store'],
      description: 'trust store: what was seen, and who vouches',
    }),
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
    const inputs = new StepInputs();
    const found = isFolder(path) ? orUsage(path, () => openTufDirectory(path)) : rootFile(path);
    const source = found === null ? null : recordedSource(found, inputs.records);
    const opened = storeAsked(flags.store);
    const store = opened === null ? null : recordedStore(opened, inputs.records);
    if (source === null && !isFolder(path)) {
      if (flags.root !== undefined) throw new UsageError('--root is for a repository; a file is pinned with --digest');
      if (flags['allow-stale'] === true) throw new UsageError('--allow-stale is for a repository');
      const pinned = (flags.digest ?? []).map((one) => orUsage('--digest', () => parsePinnedDigest(one)));
      const step = fileStep(
        {
          ...{ path, pinned, time: judgingTime(flags), engine: await engineFlag(flags.engine, false) },
          held: store === null ? null : { store, domain: flags.domain! },
        },
        inputs,
      );
      deliverStep(step, inputs, flags);
      return;
    }
    if (flags.digest !== undefined) throw new UsageError('--digest is for a file; TUF metadata is pinned with --root');
    if (source === null) throw new UsageError(`${path} holds no TUF metadata, neither itself nor in metadata/`);
    const domain = flags.domain ?? null;
    const pin = await pinAsked(flags.root, source, store, domain);
    const engine = await engineFlag(flags.engine, false);
    const allowStale = flags['allow-stale'] === true;
    const asked = { source, pin, store, domain, time: judgingTime(flags), engine, allowStale };
    const outcome = verifyRepository(asked);
    if (pin.input !== null) inputs.records.push(pin.input);
    const step = repositoryStep(asked, outcome);
    deliverStep({ name: path, command: 'trust verify', checks: outcome.checks, ...step }, inputs, flags);
  }
}
