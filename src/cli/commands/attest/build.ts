// SPDX-License-Identifier: Apache-2.0
import { Args, Flags } from '@oclif/core';
import { DIGEST_FORMS, parseDigestOperand } from '../../../artifact/digest-operand.ts';
import { buildProvenance } from '../../../attest/provenance.ts';
import { SUBJECT_KINDS, type SubjectKind, sampleStatement } from '../../../attest/samples.ts';
import { type BuiltStatement, buildStatement, type SubjectGiven } from '../../../attest/statement.ts';
import { parseExactJson } from '../../../encoding/exact-json.ts';
import { fileNameOf } from '../../../encoding/given-documents.ts';
import { asObject } from '../../../encoding/json-fields.ts';
import { readInput } from '../../../evidence/input.ts';
import { pathKind } from '../../../evidence/path-kind.ts';
import { malformedCheck } from '../../../model/check.ts';
import type { JsonObject } from '../../../model/json.ts';
import { SLSA_PROVENANCE_V1_KIND } from '../../../statement/predicates/slsa-provenance-v1.ts';
import type { Resource } from '../../../statement/resource.ts';
import { readTrustFile } from '../../../trust/load.ts';
import { predicateTypeAsked } from '../../asked.ts';
import { BaseCommand, REPORT_FLAGS } from '../../base-command.ts';
import { deliverProduct, PRODUCT_FLAGS, refuseProduct } from '../../product.ts';
import { tell } from '../../settle.ts';
import { orUsage } from '../../signer-asked.ts';
import { deliverStep, StepInputs } from '../../single-step.ts';
import { UsageError } from '../../usage-error.ts';

const many = { multiple: true, multipleNonGreedy: true } as const;

export default class AttestBuild extends BaseCommand {
  static override summary = 'make an in-toto Statement v1 in canonical JSON (RFC 8785), to be signed';
  static override description =
    'About the files that are named, and about what --subject names by its digest. The predicate comes from a file, or is SLSA\n' +
    'provenance v1 from its parts. The same input gives the same octets. A predicate that breaks its schema is refused.';
  static override examples = [
    '<%= config.bin %> attest build app.tgz --predicate-file sbom.json --type spdx > statement.json',
    '<%= config.bin %> attest build app.tgz --build-definition build.json --builder-id https://ci.example --material src.tar > statement.json',
    '<%= config.bin %> attest build --sample job',
  ];
  static override strict = false;
  static override args = { files: Args.string({ description: 'what it is about: files, any number' }) };
  static override flags = {
    json: Flags.boolean({ description: 'with --output-file: one JSON document that says what was written' }),
    ...PRODUCT_FLAGS,
    'no-color': REPORT_FLAGS['no-color'],
    offline: REPORT_FLAGS.offline,
    subject: Flags.string({ ...many, description: 'what it is about: NAME@sha256:HEX, also sha384 and sha512' }),
    'predicate-file': Flags.string({ description: 'the predicate (JSON)' }),
    type: Flags.string({
      aliases: ['predicate-type'],
      description:
        'type of the predicate: a URI, or a short name such as slsaprovenance1, spdx, cyclonedx, vuln, openvex, link',
    }),
    'build-definition': Flags.string({ description: 'SLSA buildDefinition (JSON): the inputs of the build' }),
    'build-metadata': Flags.string({ description: 'SLSA metadata (JSON): invocationId, startedOn, finishedOn' }),
    'builder-id': Flags.string({ description: 'who has built' }),
    material: Flags.string({ ...many, description: 'file that went into the build: a further resolved dependency' }),
    sample: Flags.string({ options: [...SUBJECT_KINDS], description: 'print a sample statement about one of these' }),
  };

  async run(): Promise<void> {
    const { flags, operands } = await this.parseStrictly(AttestBuild);
    const never = [...operands, ...(flags.material ?? [])];
    refuseProduct(flags, never);
    const inputs = missing(operands);
    if (inputs.checks.length > 0) {
      deliverStep(
        {
          ...{ name: operands[0]!, command: 'attest build', checks: [] },
          criteria: ['what is stated about is at hand'],
        },
        inputs,
        { ...flags, 'output-file': undefined, force: undefined },
      );
      return;
    }
    const made = orUsage('the statement', () => this.#make(operands, flags));
    for (const { code, detail } of made.findings) tell(`forensic-verify: ${code}: ${detail}\n`);
    const facts: JsonObject = 'digests' in made ? { digests: made.digests as JsonObject } : {};
    deliverProduct(made.payload, flags, never, { lines: ['in-toto Statement v1, not signed yet'], facts });
  }

  #make(files: readonly string[], flags: Readonly<Record<string, unknown>>): BuiltStatement & { digests?: unknown } {
    const one = (name: string): string | undefined => flags[name] as string | undefined;
    const sample = one('sample');
    if (sample !== undefined) {
      const [other] = ['subject', 'predicate-file', 'type', 'build-definition', 'material'].filter(
        (name) => flags[name],
      );
      if (files.length > 0 || other !== undefined) throw new UsageError('--sample stands alone');
      return sampleStatement(sample as SubjectKind);
    }
    const subjects = [
      ...files.map(subjectOfFile),
      ...((flags['subject'] as string[] | undefined) ?? []).map(subjectOf),
    ];
    if (subjects.length === 0) throw new UsageError('what is it about? name files, or --subject NAME@sha256:HEX');
    const [predicate, definition] = [one('predicate-file'), one('build-definition')];
    if ((predicate === undefined) === (definition === undefined))
      throw new UsageError('give --predicate-file with --type, or --build-definition with --builder-id');
    if (definition !== undefined) return provenance(subjects, definition, flags);
    const type = one('type');
    if (type === undefined) throw new UsageError('--predicate-file wants --type');
    for (const name of ['build-metadata', 'builder-id', 'material'])
      if (flags[name] !== undefined) throw new UsageError(`--${name} is for --build-definition`);
    return buildStatement(subjects, predicateTypeAsked(type)!, documentOf('--predicate-file', predicate!));
  }
}

function provenance(subjects: readonly SubjectGiven[], file: string, flags: Readonly<Record<string, unknown>>) {
  const builderId = flags['builder-id'] as string | undefined;
  if (builderId === undefined) throw new UsageError('--build-definition wants --builder-id');
  if (flags['type'] !== undefined)
    throw new UsageError('--build-definition makes SLSA provenance v1: leave --type out');
  const metadata = flags['build-metadata'] as string | undefined;
  const materials = ((flags['material'] as string[] | undefined) ?? []).map(materialOf);
  const model = SLSA_PROVENANCE_V1_KIND.parse({
    buildDefinition: documentOf('--build-definition', file),
    runDetails: {
      builder: { id: builderId },
      ...(metadata === undefined ? {} : { metadata: documentOf('--build-metadata', metadata) }),
    },
  });
  const { buildDefinition, runDetails } = model;
  return buildProvenance({
    subjects,
    definition: {
      ...buildDefinition,
      resolvedDependencies: [...buildDefinition.resolvedDependencies, ...materials],
    },
    builder: runDetails.builder,
    metadata: runDetails.metadata,
  });
}

function documentOf(flag: string, path: string): JsonObject {
  return orUsage(`${flag} ${path}`, () => asObject(parseExactJson(readTrustFile(path)), ''));
}

/** The files that are not there, each by a check. */
function missing(paths: readonly string[]): StepInputs {
  const inputs = new StepInputs();
  for (const path of paths) {
    const input = pathKind(path) === null ? readInput(path, []) : null;
    if (input?.ok === false && input.problem.reason === 'input-missing')
      inputs.checks.push(malformedCheck('input.read', { evidence: path, pointer: '' }, input.problem));
  }
  return inputs;
}

function subjectOfFile(path: string): SubjectGiven {
  const input = readInput(path, ['sha256']);
  if (!input.ok) throw new UsageError(`${path}: ${input.problem.reason}: ${input.problem.detail}`);
  return { name: fileNameOf(path) || path, digest: { sha256: input.value.digests.get('sha256')! } };
}

function materialOf(path: string): Resource {
  const { name, digest } = subjectOfFile(path);
  return {
    ...{ name, uri: null, digest: new Map(Object.entries(digest)) },
    ...{ content: null, downloadLocation: null, mediaType: null, annotations: null },
  };
}

function subjectOf(text: string): SubjectGiven {
  const at = text.lastIndexOf('@');
  const digest = at <= 0 ? null : parseDigestOperand(text.slice(at + 1));
  if (digest === null) throw new UsageError(`--subject wants NAME@ and a digest: ${DIGEST_FORMS}`);
  return { name: text.slice(0, at), digest: { [digest.algorithm]: digest.hex } };
}
