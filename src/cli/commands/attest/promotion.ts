// SPDX-License-Identifier: Apache-2.0
import { Args, Flags } from '@oclif/core';
import { parseDigestOperand } from '../../../artifact/digest-operand.ts';
import { buildPromotion, type PromotionAsked } from '../../../attest/promotion.ts';
import { dsseBytes, STATEMENT_TYPE, seal } from '../../../attest/seal.ts';
import { algorithmOf, keyIdOf } from '../../../attest/signer.ts';
import { SIGNER_NAMES } from '../../../attest/signers.ts';
import type { Engine } from '../../../crypto/engine.ts';
import { openEvidence } from '../../../envelope/open-evidence.ts';
import { examineStatedProof } from '../../../log/stated-proof.ts';
import { readCheckpoint } from '../../../log/verify-checkpoint.ts';
import { leafHash } from '../../../merkle/rfc6962.ts';
import { type Check, type Locator, malformedCheck } from '../../../model/check.ts';
import { attempt, Malformed } from '../../../model/malformed.ts';
import type { TrustedRoot } from '../../../model/trusted-root.ts';
import { namedBy, type PromotionLogProof, type PromotionMaterial } from '../../../statement/predicates/promotion.ts';
import { AUDIT_FLAGS, AUDIT_FLAGS_BESIDE_ACTOR } from '../../audit-flags.ts';
import { BaseCommand, REPORT_FLAGS } from '../../base-command.ts';
import { makeSigned } from '../../making.ts';
import { deliverProduct, PRODUCT_FLAGS, refuseProduct } from '../../product.ts';
import { engineFlag, judgingTime } from '../../session.ts';
import { isSigned, NO_SIGNER, SIGNER_FLAGS, signerAsked } from '../../signer-asked.ts';
import { askedOnRecord, SigningWatch } from '../../signing-watch.ts';
import { deliverStep, StepInputs } from '../../single-step.ts';
import { TRUST_STORE_FLAGS } from '../../trust-flags.ts';
import { trustGiven } from '../../trust-given.ts';
import { UsageError } from '../../usage-error.ts';

export default class AttestPromotion extends BaseCommand {
  static override summary = 'the statement that an image goes from one environment to the next, signed or not';
  static override description =
    'Writes stella.ops/promotion@v1 as an in-toto Statement v1. Each --material ROLE=FILE is hashed here. Without --signer the statement\n' +
    'itself goes out, for attest sign; with one, its DSSE envelope. verify reads it, and compares the materials again.';
  static override examples = [
    '<%= config.bin %> attest promotion sha256:… --image registry.example/app --from staging --to prod --actor ci/release --ticket OPS-1234 --material sbom=app.cdx.json --material vex=app.vex.json',
    '<%= config.bin %> attest promotion sha256:… --image registry.example/app --from staging --to prod --actor ci/release --signer key --signing-key ci.pem --output-file promotion.dsse.json',
  ];
  static override args = { digest: Args.string({ required: true, description: 'digest of the image: sha256:…' }) };
  static override flags = {
    json: Flags.boolean({
      description: 'with --output-file, or where nothing is made: one JSON document that says so',
    }),
    ...PRODUCT_FLAGS,
    deterministic: REPORT_FLAGS.deterministic,
    engine: REPORT_FLAGS.engine,
    'no-color': REPORT_FLAGS['no-color'],
    offline: REPORT_FLAGS.offline,
    ...SIGNER_FLAGS,
    ...AUDIT_FLAGS_BESIDE_ACTOR,
    signer: Flags.string({
      options: [...SIGNER_NAMES, NO_SIGNER],
      description: 'signs the statement; without one, or with none, it is only written',
    }),
    image: Flags.string({ required: true, description: 'what the image is called' }),
    from: Flags.string({ required: true, description: 'environment that it comes from' }),
    to: Flags.string({ required: true, description: 'environment that it goes to' }),
    actor: Flags.string({ required: true, description: 'who promotes it' }),
    pipeline: Flags.string({ description: 'URL of the run that promotes it' }),
    ticket: Flags.string({ description: 'ticket that approves it' }),
    notes: Flags.string({ description: 'anything else' }),
    material: Flags.string({
      multiple: true,
      multipleNonGreedy: true,
      description: 'ROLE=FILE, as sbom=app.cdx.json; with its format behind a comma: sbom=app.cdx.json,CycloneDX-1.6',
    }),
    'log-entry': Flags.string({
      description:
        'Sigstore bundle whose log entry the promotion refers to, with its body: proof and binding are verified',
    }),
    'trusted-root': Flags.string({
      multiple: true,
      multipleNonGreedy: true,
      description: 'of --log-entry: trusted root whose logs are believed; default: the bundled ones',
    }),
    ...TRUST_STORE_FLAGS,
    at: Flags.string({ description: 'the time that is stated (RFC 3339); default: the machine clock' }),
  };

  async run(): Promise<void> {
    const { flags, operands } = await this.parseStrictly(AttestPromotion);
    const [operand] = operands as [string];
    const digest = parseDigestOperand(operand);
    if (digest === null)
      throw new UsageError('the image is named by its digest: sha256: and 64 hexadecimal characters');
    const named = (flags.material ?? []).map(materialFlag);
    const files = [...named.map(({ file }) => file), ...(flags['log-entry'] === undefined ? [] : [flags['log-entry']])];
    refuseProduct(flags, files);
    const engine = await engineFlag(flags.engine, false);
    const inputs = new StepInputs();
    const open = isSigned(flags, Object.keys(AUDIT_FLAGS))
      ? await askedOnRecord(flags, 'attest promotion', () => signerAsked(flags, engine))
      : null;
    const watch = new SigningWatch(flags, 'attest promotion', inputs.records, open);
    const { at } = judgingTime(flags);
    const materials = named.flatMap(({ role, file, format }): PromotionMaterial[] => {
      if (inputs.read(file, 'data') === null) return [];
      const { sha256 } = inputs.records[inputs.records.length - 1]!;
      return [{ role, algorithm: 'sha256', digest: sha256, format, uri: null }];
    });
    const idle = (['trusted-root', 'trust-store', 'trust-domain'] as const).find((name) => flags[name] !== undefined);
    if (idle !== undefined && flags['log-entry'] === undefined)
      throw new UsageError(`--${idle} is for --log-entry: without one no log is asked`);
    const { roots } = (await trustGiven(flags, { answers: flags['log-entry'] === undefined ? [] : ['roots'] })).trust;
    const bundle = flags['log-entry'] === undefined ? null : inputs.read(flags['log-entry'], 'evidence');
    const allRead = inputs.records.length === files.length;
    const place = { evidence: operand, pointer: '' };
    const text = (name: 'pipeline' | 'ticket' | 'notes') => flags[name] ?? null;
    const told = {
      image: { name: flags.image, digest },
      ...{ materials, from: flags.from, to: flags.to, actor: flags.actor, at },
      ...{ pipeline: text('pipeline'), ticket: text('ticket'), notes: text('notes') },
    };
    const stated = bundle === null ? null : attempt(() => proofOf(bundle, flags['log-entry']!));
    const rekor = stated?.ok === true ? stated.value : null;
    const entryAt = { evidence: flags['log-entry'] ?? '', pointer: '' };
    // Before anybody is asked to sign: what is signed here must verify there.
    const proof =
      stated?.ok === false
        ? [malformedCheck('promotion.inclusion', entryAt, stated.problem)]
        : rekor === null
          ? []
          : proofChecks({ ...told, rekor }, rekor, roots, engine, entryAt);
    const isProven = proof.every(({ outcome }) => outcome === 'passed');
    const build = () => buildPromotion({ ...told, rekor });
    const made = !isProven
      ? ({ ok: false, checks: [] } as const)
      : allRead
        ? await makeSigned(
            open === null ? null : watch.over(open),
            place,
            'promotion.metadata',
            build,
            async (statement, signer) =>
              signer === null ? statement : dsseBytes(await seal([signer], statement, STATEMENT_TYPE)),
          )
        : null;
    if (made?.ok === true) {
      const { signer } = made;
      const bytes = signer === null ? new Uint8Array([...made.value, 0x0a]) : made.value;
      const who =
        signer === null ? 'not signed' : `signed by ${keyIdOf(signer) ?? 'a shared secret'} (${algorithmOf(signer)})`;
      await watch.signed();
      const about = { lines: [who], facts: { materials: materials.length } };
      await watch.deliver(() => deliverProduct(bytes, flags, files, about));
      return;
    }
    const checks = [...proof, ...(made?.checks ?? [])];
    await watch.refused([...inputs.checks, ...checks]);
    deliverStep(
      {
        name: operand,
        command: 'attest promotion',
        criteria: [
          'the promotion leads from one environment to another',
          ...(bundle === null ? [] : ['the log entry is proven, and about what is promoted']),
        ],
        checks,
        engine: engine.id,
        trust: bundle === null ? [] : roots,
      },
      inputs,
      { ...flags, 'output-file': undefined, force: undefined },
    );
  }
}

function materialFlag(text: string): { readonly role: string; readonly file: string; readonly format: string | null } {
  const [, role, file, format = null] = /^([A-Za-z0-9_-]{1,64})=([^,]+)(?:,([^,]+))?$/.exec(text) ?? [];
  if (role === undefined || file === undefined)
    throw new UsageError(`--material ${text}: write ROLE=FILE or ROLE=FILE,FORMAT`);
  return { role, file, format };
}

/** As `verify` asks of a promotion that carries a proof. Under several roots, those that speak for it. */
function proofChecks(
  asked: PromotionAsked,
  proof: PromotionLogProof,
  roots: readonly TrustedRoot[],
  engine: Engine,
  at: Locator,
): readonly Check[] {
  const subject = new Map([[asked.image.digest.algorithm, asked.image.digest.hex]]);
  const known = namedBy({ materials: asked.materials, bundleSha256: null }, [{ digest: subject }]);
  const answers = roots.map((root) =>
    examineStatedProof(proof, known, { logs: root.tlogs, engine, witnesses: [] }, at),
  );
  const isGood = (checks: readonly Check[]) => checks.every(({ outcome }) => outcome === 'passed');
  const knows = (checks: readonly Check[]) =>
    !checks.some(
      (check) => check.outcome !== 'passed' && check.outcome !== 'skipped' && check.reason === 'log-unknown',
    );
  return answers.find(isGood) ?? answers.find(knows) ?? answers[0]!;
}

/** What a bundle tells of its first log entry. */
function proofOf(bytes: Uint8Array, name: string): PromotionLogProof {
  const opened = openEvidence(bytes, { evidence: name, pointer: '' });
  const entry = opened.ok ? opened.value[0].logEntries[0] : undefined;
  if (entry === undefined || entry.proof === null || entry.proof.checkpoint === null)
    throw new Malformed('envelope-format', `${name} holds no log entry with an inclusion proof and a checkpoint`);
  const { proof, body } = entry;
  const { checkpoint } = readCheckpoint(proof.checkpoint!);
  return {
    leafHash: leafHash(body),
    leafIndex: proof.logIndex,
    treeSize: proof.treeSize,
    rootHash: proof.rootHash,
    hashes: proof.hashes,
    checkpoint: { origin: checkpoint.origin, size: checkpoint.size, hash: checkpoint.root, note: proof.checkpoint! },
    body,
  };
}
