// SPDX-License-Identifier: Apache-2.0

import { Args, Flags } from '@oclif/core';
import { attemptAsync } from '../../../attest/signing.ts';
import { createStreamDigest } from '../../../crypto/digest.ts';
import { decodeUtf8 } from '../../../encoding/utf8.ts';
import { openDirectory } from '../../../evidence/directory.ts';
import { pathKind } from '../../../evidence/path-kind.ts';
import { kitOctets, prepareKit } from '../../../kit/pack/create.ts';
import { lackingIn } from '../../../kit/pack/names.ts';
import { malformedCheck } from '../../../model/check.ts';
import { memberName } from '../../../model/holding.ts';
import { NANOSECONDS_PER_SECOND } from '../../../model/instant.ts';
import { attempt } from '../../../model/malformed.ts';
import { NewFile, refusePlace, StoreError } from '../../../store/new-file.ts';
import { bundledTrustIssuedAt } from '../../../trust/bundled.ts';
import { openTrustStore } from '../../../trust/held/open.ts';
import { AUDIT_FLAGS } from '../../audit-flags.ts';
import { BaseCommand, REPORT_FLAGS } from '../../base-command.ts';
import { Interruption } from '../../interruption.ts';
import { madeByProgram } from '../../kit-made.ts';
import { tellMessage } from '../../message.ts';
import { namedBeside } from '../../named-files.ts';
import { requireFolder } from '../../product.ts';
import { ProgressLine } from '../../progress.ts';
import { engineFlag } from '../../session.ts';
import { OutputError, settle, writeAll, writeJson } from '../../settle.ts';
import { PUBLIC_SIGNER_FLAGS, signerAsked } from '../../signer-asked.ts';
import { askedOnRecord, SigningWatch } from '../../signing-watch.ts';
import { deliverStep, StepInputs } from '../../single-step.ts';
import { orUsage } from '../../trust-asked.ts';
import { UsageError } from '../../usage-error.ts';
import { VERSION } from '../../version.ts';

export default class KitCreate extends BaseCommand {
  static override summary = 'make the kit that is carried into the enclave: one tar, its list of checksums signed';
  static override description =
    'Everything below FOLDER goes in: bin/ with the programs, README.txt, verify-this-kit.sh and .ps1, plugins/, policies/, schemas/, licences/, sbom/, ' +
    'doc/*.md, and what is your own; what is looked for in a kit and is not there is told. The program adds ' +
    'its manual page, its documentation on one page, completions, the catalogue of reasons, trust roots with their origin, sample evidence with ' +
    'the verdicts that are known of it, a manifest and the list of checksums, and signs the list. The same folder and key give the same bytes, ' +
    'where the signature is one without chance (Ed25519, RSA PKCS #1).';
  static override examples = [
    '<%= config.bin %> kit create stage/ --signer key --signing-key kit.pem --output-file kit.tar',
    '<%= config.bin %> kit create stage/ --signer kms --kms pkcs11://kit --plugin-dir plugins/ --output-file kit.tar',
  ];
  static override args = { folder: Args.string({ required: true, description: 'folder of what goes in' }) };
  static override flags = {
    'output-file': Flags.string({ required: true, description: 'the tar that is written, whole or not at all' }),
    force: REPORT_FLAGS.force,
    'trust-store': Flags.string({
      aliases: ['store'],
      description: 'trust store that goes in too, whole, as trust/store',
    }),
    ...PUBLIC_SIGNER_FLAGS,
    ...AUDIT_FLAGS,
    signer: Flags.string({
      required: true,
      options: ['key', 'cosign', 'kms'],
      description: 'who signs: as attest sign has it',
    }),
    json: REPORT_FLAGS.json,
    quiet: REPORT_FLAGS.quiet,
    offline: REPORT_FLAGS.offline,
  };

  async run(): Promise<void> {
    const { flags, operands } = await this.parseStrictly(KitCreate);
    const [path] = operands as [string];
    const place = { replace: flags.force === true, never: namedBeside(flags['output-file']) };
    inStore(() => refusePlace(flags['output-file'], place), UsageError);
    requireFolder(flags['output-file']);
    if (pathKind(path)?.kind !== 'directory') throw new UsageError(`${path} is no folder`);
    const engine = await engineFlag(undefined, false);
    const opening = await askedOnRecord(flags, 'kit create', () => signerAsked(flags, engine));
    const watch = new SigningWatch(flags, 'kit create', [], opening);
    const reading = new ProgressLine('read', flags);
    const folder = openDirectory(path, undefined, 'named', (done, total) => reading.update(done, total));
    reading.end();
    const documents = folder.members
      .filter((member) => /^doc\/[^/]+\.md$/.test(member.path))
      .flatMap((member) => {
        const bytes = folder.document(member);
        const source = bytes.ok ? attempt(() => decodeUtf8(bytes.value)) : bytes;
        return source.ok ? [{ name: member.path.slice('doc/'.length), source: source.value }] : [];
      });
    const held = flags['trust-store'];
    const store = held === undefined ? null : orUsage(`--trust-store ${held}`, () => openTrustStore(held));
    const made = await madeByProgram(documents, store);
    const asked = {
      top: `forensic-verify-kit-${VERSION}`,
      version: VERSION,
      mtime: Number(bundledTrustIssuedAt() / NANOSECONDS_PER_SECOND),
    };
    const result = await attemptAsync(async () => {
      const kit = await prepareKit({ ...asked, folder, made, signer: await watch.over(opening)() });
      await watch.signed();
      const octets = kitOctets(asked, kit, (member) => memberName(folder, member.path));
      let done: Awaited<ReturnType<typeof written>> = null;
      await watch.deliver(async () => {
        done = await written(flags['output-file'], place, octets);
      });
      return { done: done as Awaited<ReturnType<typeof written>>, kit };
    });
    if (!result.ok) {
      const id = result.problem.reason.startsWith('signer-') ? 'signing.signer' : 'kit.format';
      const checks = [malformedCheck(id, { evidence: path, pointer: '' }, result.problem)];
      await watch.refused(checks);
      const { json } = flags;
      deliverStep(
        { name: path, command: 'kit create', criteria: ['everything in the folder can go into a kit'], checks },
        new StepInputs(),
        { json },
      );
      return;
    }
    const { done, kit } = result.value;
    if (done === null) {
      const error = 'interrupted: no kit was written';
      if (flags.json === true)
        writeJson(
          `${JSON.stringify({ error, exitCode: 130, format: 'forensic-verify/error@v1', kind: 'interrupted' })}\n`,
        );
      tellMessage(error);
      settle(130);
      return;
    }
    const { entries, keyid, algorithm } = kit;
    const { sha256, size } = done;
    const file = flags['output-file'];
    const lacks = lackingIn(entries.map((one) => one.path));
    if (lacks.length > 0)
      tellMessage(
        `the kit has not: ${lacks.join(', ')}; they come from FOLDER, and npm run kit puts them there (docs/OFFLINE-KIT.md)`,
      );
    if (flags.json === true) {
      const about = { files: entries.length, keyid, algorithm, lacks };
      const document = {
        exitCode: 0,
        format: 'forensic-verify/made@v1',
        kit: about,
        written: { file: file.toWellFormed(), sha256, size },
      };
      writeJson(`${JSON.stringify(document)}\n`);
    } else {
      const lines = [
        `${entries.length} files, ${size} bytes: ${file}`,
        `sha256 ${sha256}`,
        `signed by the key sha256 ${keyid} (${algorithm})`,
        'Tell the digest of the key to whoever receives the kit, and by another way.',
      ];
      writeAll(1, `${lines.join('\n')}\n`);
    }
    settle(0);
  }
}

function inStore<T>(work: () => T, kind: new (message: string) => Error): T {
  try {
    return work();
  } catch (error) {
    throw error instanceof StoreError ? new kind(error.message) : error;
  }
}

/** @returns null where Ctrl-C or SIGTERM came meanwhile: nothing is left then */
async function written(
  path: string,
  place: { readonly replace: boolean; readonly never: readonly string[] },
  octets: Iterable<Uint8Array>,
): Promise<{ readonly sha256: string; readonly size: number } | null> {
  const interruption = new Interruption();
  const file = inStore(() => new NewFile(path, place), OutputError);
  const digest = createStreamDigest(['sha256']);
  let size = 0;
  try {
    for (const part of octets) {
      if (!(await interruption.goesOn())) return null;
      inStore(() => file.write(part), OutputError);
      digest.update(part);
      size += part.length;
    }
    inStore(() => file.keep(place.never), OutputError);
  } finally {
    file.drop();
    interruption.end();
  }
  return { sha256: digest.digests().get('sha256')!, size };
}
