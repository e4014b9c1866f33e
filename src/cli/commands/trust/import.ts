// SPDX-License-Identifier: Apache-2.0
import { Args, Flags } from '@oclif/core';
import { sha256Hex } from '../../../crypto/digest.ts';
import { parseDuration } from '../../../encoding/duration.ts';
import { escapeText } from '../../../encoding/escape-text.ts';
import { wrapText } from '../../../encoding/wrap-text.ts';
import { type Check, malformedCheck } from '../../../model/check.ts';
import { attempt } from '../../../model/malformed.ts';
import { changeStore } from '../../../store/document-store.ts';
import { readTrustDocument, type TrustDocument } from '../../../trust/document.ts';
import { DOCUMENT_FOLDER, INDEX_FILE, refuseDomainName } from '../../../trust/held/index-file.ts';
import { openTrustStore, type TrustStore } from '../../../trust/held/open.ts';
import { openTufDirectory } from '../../../trust/tuf/source.ts';
import { type ImportPlan, planDocument, planRepository } from '../../../verify/trust-import.ts';
import { BaseCommand, REPORT_FLAGS } from '../../base-command.ts';
import { processesHere } from '../../processes.ts';
import { stored } from '../../report-sink.ts';
import { engineFlag, judgingTime } from '../../session.ts';
import { deliverStep, StepInputs, type StepResult } from '../../single-step.ts';
import { isFolder, orUsage, pinAsked } from '../../trust-asked.ts';
import { recordedSource, recordedStore } from '../../trust-inputs.ts';
import { repositoryStep, verifyRepository } from '../../trust-repository.ts';
import { UsageError } from '../../usage-error.ts';

/** Where the pinned root of the public-good instance is part of this build. */
const USUAL_DOMAIN = 'sigstore-public-good';

/** What is to be imported, judged against the store as it stands: again under the lock, if it has changed meanwhile. */
interface Prepared {
  readonly plan: (store: TrustStore) => ImportPlan;
  readonly step: () => Omit<StepResult, 'name' | 'command' | 'checks'>;
}

export default class TrustImport extends BaseCommand {
  static override summary = 'renew a trust store from a copied TUF repository, or by a file that is named';
  static override description =
    'The store is a directory that is named, and nothing else is written. All or nothing: where any check does not pass,\n' +
    'nothing is imported. A file other than a statement of a next key is trusted because you name it: compare its digest.';
  static override examples = [
    '<%= config.bin %> trust import tuf-copy/ --store trust/',
    '<%= config.bin %> trust import tuf-copy/ --store trust/ --domain our-sigstore --root 1.root.json',
    '<%= config.bin %> trust import github.trusted_root.jsonl --store trust/ --domain github --digest sha256:…',
    '<%= config.bin %> trust import next-key.dsse.json --store trust/ --domain release-keys',
  ];
  static override args = {
    source: Args.string({ required: true, description: 'the directory with metadata and targets, or a file of trust' }),
  };
  static override flags = {
    ...REPORT_FLAGS,
    store: Flags.string({
      aliases: ['trust-store'],
      required: true,
      description: 'directory of the trust store; made where there is none',
    }),
    domain: Flags.string({ description: 'domain of the store; default for a repository: sigstore-public-good' }),
    root: Flags.string({ description: 'the TUF root to begin with: a file, or sha256:… of one in the directory' }),
    digest: Flags.string({ description: 'sha256 that the file must have' }),
    'allow-stale': Flags.boolean({ description: 'take expired metadata: never better than exit 1' }),
    'dry-run': Flags.boolean({ description: 'judge it and tell what would be different, and write nothing' }),
    wait: Flags.string({ description: 'how long to wait for another writer; 10s', default: '10s' }),
    at: Flags.string({ description: 'the instant to judge at (RFC 3339); default: the machine clock' }),
    attime: Flags.string({ description: 'as --at, in seconds since 1970' }),
  };

  async run(): Promise<void> {
    const { flags, operands } = await this.parseStrictly(TrustImport);
    const [path] = operands as [string];
    const folder = isFolder(path);
    if (!folder && flags.domain === undefined) throw new UsageError('name the domain that the file is for: --domain');
    const domain = flags.domain ?? USUAL_DOMAIN;
    orUsage('--domain', () => refuseDomainName(domain));
    const wait = Number(orUsage('--wait', () => parseDuration(flags.wait)) / 1_000_000n);
    const inputs = new StepInputs();
    const opened = orUsage(`--store ${flags.store}`, () => openTrustStore(flags.store, 'empty'));
    const store = recordedStore(opened, inputs.records);
    const prepared = folder
      ? await prepareRepository(path, domain, store, flags, inputs)
      : await prepareFile(path, domain, flags, inputs);
    const deliver = (plan: ImportPlan, written: readonly string[]): void => {
      const told = [...written, ...plan.told].flatMap((line) => wrapText('', escapeText(line, 2048)));
      deliverStep(
        { name: path, command: 'trust import', checks: plan.checks, ...prepared.step(), told },
        inputs,
        flags,
      );
    };
    // What the store holds may be damaged: then it is the store that cannot be used, and nothing is said of what comes in.
    const planned = (now: TrustStore): ImportPlan => orUsage(`--store ${flags.store}`, () => prepared.plan(now));
    const first = planned(store);
    if (first.change === null) {
      deliver(first, ['nothing was imported']);
      return;
    }
    if (flags['dry-run'] === true) {
      deliver(first, ['nothing was written (--dry-run); it would be:']);
      return;
    }
    let last = first;
    const layout = { folder: flags.store, indexFile: INDEX_FILE, documentFolder: DOCUMENT_FOLDER };
    const { notices } = stored(() =>
      changeStore(layout, processesHere(), wait, (index) => {
        if ((index === null ? '' : sha256Hex(index)) !== store.sha256)
          last = planned(orUsage(`--store ${flags.store}`, () => openTrustStore(flags.store, 'empty')));
        return last.change;
      }),
    );
    deliver(last, [
      ...notices,
      ...(last.change === null ? ['nothing was imported'] : [`imported into ${flags.store}, domain ${domain}`]),
    ]);
  }
}

type Asked = Readonly<Record<string, unknown>> & {
  readonly root?: string | undefined;
  readonly digest?: string | undefined;
};

async function prepareRepository(
  path: string,
  domain: string,
  store: TrustStore,
  flags: Asked,
  inputs: StepInputs,
): Promise<Prepared> {
  if (flags.digest !== undefined) throw new UsageError('--digest is for a file; a repository is pinned with --root');
  const found = orUsage(path, () => openTufDirectory(path));
  if (found === null) throw new UsageError(`${path} holds no TUF metadata, neither itself nor in metadata/`);
  const source = recordedSource(found, inputs.records);
  const held = store.index.domains.some((one) => one.name === domain && one.tuf !== null);
  if (!held && flags.root === undefined && domain !== USUAL_DOMAIN)
    throw new UsageError(`the domain ${domain} has no root yet: name the one that you trust with --root`);
  const pin = await pinAsked(flags.root, source, store, domain);
  if (pin.input !== null) inputs.records.push(pin.input);
  const engine = await engineFlag(flags['engine'] as string, false);
  const time = judgingTime(flags as { at?: string; attime?: string });
  const allowStale = flags['allow-stale'] === true;
  const asked = { source, pin, domain, time, engine, allowStale };
  return {
    plan: (now) => {
      const outcome = verifyRepository({ ...asked, store: now });
      return planRepository({ store: now, domain, at: time.at, origin: path }, outcome, allowStale);
    },
    step: () => repositoryStep({ ...asked, store }, verifyRepository({ ...asked, store })),
  };
}

async function prepareFile(path: string, domain: string, flags: Asked, inputs: StepInputs): Promise<Prepared> {
  if (flags.root !== undefined) throw new UsageError('--root is for a repository; a file is pinned with --digest');
  const bytes = inputs.read(path, 'trust');
  const engine = await engineFlag(flags['engine'] as string, false);
  const time = judgingTime(flags as { at?: string; attime?: string });
  const place = { evidence: path, pointer: '' };
  const read = bytes === null ? null : attempt(() => readTrustDocument(bytes, path));
  const wrong: Check[] = [];
  if (read !== null && !read.ok) wrong.push(malformedCheck('trust.document', place, read.problem));
  if (read?.ok === true && flags.digest !== undefined) refuseDigest(read.value, flags.digest);
  return {
    plan: (store) =>
      read?.ok === true
        ? planDocument({ store, domain, at: time.at, origin: path }, read.value, engine)
        : { checks: wrong, change: null, told: [] },
    step: () => ({
      criteria: [
        `a document of trust, for the domain ${domain}`,
        flags.digest === undefined ? 'whoever names it vouches for it' : `its digest is ${flags.digest}`,
      ],
      engine: engine.id,
      judgedAt: { at: time.at, source: time.isClock ? 'clock' : 'asked' },
    }),
  };
}

function refuseDigest({ sha256, name }: TrustDocument, digest: string): void {
  if (digest.replace(/^sha256:/, '') !== sha256)
    throw new UsageError(`${name} has sha256:${sha256}, and --digest names another: nothing was imported`);
}
