// SPDX-License-Identifier: Apache-2.0
import { seal } from '../bundle.ts';
import { type Bytes, bytes, hash, hex, utf8 } from '../bytes.ts';
import {
  AT,
  alsoGiving,
  type Case,
  type Files,
  passes,
  refuted,
  shows,
  TRUSTED_ROOT,
  undecided,
  verifyBundle,
  WHO,
} from '../case.ts';
import { canonical, type Json, type JsonObject, pretty } from '../json.ts';
import { provenanceV1, SLSA_V1, type Subject, statement, subjectOf } from '../statement.ts';
import { ARTIFACT, ATTESTED } from './good.ts';

const INSTANT = '2026-02-01T11:00:00Z';
const NAMED = { name: 'settings.json', digest: { sha256: '22'.repeat(32) } };

export const SPDX_DOCUMENT: JsonObject = {
  spdxVersion: 'SPDX-2.3',
  SPDXID: 'SPDXRef-DOCUMENT',
  name: 'app-1.0',
  dataLicense: 'CC0-1.0',
  documentNamespace: 'https://sbom.mint.example/app-1.0',
  creationInfo: { created: INSTANT, creators: ['Tool: mint-1.0'] },
  packages: [{ SPDXID: 'SPDXRef-app', name: 'app', downloadLocation: 'NOASSERTION', versionInfo: '1.0' }],
  relationships: [
    { spdxElementId: 'SPDXRef-DOCUMENT', relationshipType: 'DESCRIBES', relatedSpdxElement: 'SPDXRef-app' },
  ],
};

const SPDX_3_DOCUMENT: JsonObject = {
  '@context': 'https://spdx.org/rdf/3.0.1/spdx-context.jsonld',
  '@graph': [
    { type: 'CreationInfo', '@id': '_:made', specVersion: '3.0.1', created: INSTANT },
    {
      type: 'SpdxDocument',
      spdxId: 'https://sbom.mint.example/app-1.0#document',
      name: 'app-1.0',
      creationInfo: '_:made',
    },
    { type: 'software_Package', spdxId: 'https://sbom.mint.example/app-1.0#app', name: 'app', creationInfo: '_:made' },
  ],
};

function cycloneDx(specVersion: string): JsonObject {
  return {
    bomFormat: 'CycloneDX',
    specVersion,
    serialNumber: 'urn:uuid:3e671687-395b-41f5-a30f-a58921a69b79',
    version: 1,
    metadata: { timestamp: INSTANT, component: { type: 'application', name: 'app', version: '1.0' } },
    components: [{ type: 'library', name: 'left', version: '2.1.0', purl: 'pkg:npm/left@2.1.0' }],
    vulnerabilities: [{ id: 'CVE-2026-0001', analysis: { state: 'not_affected' } }],
  };
}

const OPENVEX_DOCUMENT: JsonObject = {
  '@context': 'https://openvex.dev/ns/v0.2.0',
  '@id': 'https://vex.mint.example/1',
  author: 'security@mint.example',
  timestamp: INSTANT,
  version: 1,
  statements: [
    {
      vulnerability: { name: 'CVE-2026-0001' },
      products: [{ '@id': 'pkg:generic/app@1.0' }],
      status: 'not_affected',
      justification: 'vulnerable_code_not_present',
    },
    { vulnerability: { name: 'CVE-2026-0002' }, products: [{ '@id': 'pkg:generic/app@1.0' }], status: 'fixed' },
  ],
};

const VSA: JsonObject = {
  verifier: { id: 'https://verifier.mint.example/v1', version: { checker: '2.0.0' } },
  timeVerified: INSTANT,
  resourceUri: 'https://files.mint.example/app-1.0',
  policy: { uri: 'https://policy.mint.example/release', digest: { sha256: '33'.repeat(32) } },
  inputAttestations: [{ uri: 'https://files.mint.example/app-1.0.intoto.jsonl', digest: { sha256: '44'.repeat(32) } }],
  verificationResult: 'PASSED',
  verifiedLevels: ['SLSA_BUILD_LEVEL_3'],
  dependencyLevels: { SLSA_BUILD_LEVEL_1: 2 },
  slsaVersion: '1.0',
};

const OLD_VSA: JsonObject = {
  verifier: { id: 'https://verifier.mint.example/v1' },
  time_verified: INSTANT,
  resource_uri: 'https://files.mint.example/app-1.0',
  policy: { uri: 'https://policy.mint.example/release' },
  verification_result: 'PASSED',
  policy_level: 'SLSA_LEVEL_3',
  dependency_levels: {},
};

const SCAN: JsonObject = {
  scanner: {
    uri: 'pkg:github/acme/scanner@1.2.0',
    version: '1.2.0',
    db: { uri: 'pkg:github/acme/scanner-db@7', version: '7', lastUpdate: INSTANT },
    result: [{ id: 'CVE-2026-0001', severity: [{ method: 'nvd', score: 'medium' }] }],
  },
  metadata: { scanStartedOn: INSTANT, scanFinishedOn: '2026-02-01T11:01:00Z' },
};

interface Kind {
  readonly name: string;
  readonly type: string;
  readonly good: JsonObject;
  /** One thing is wrong with it. */
  readonly broken: JsonObject;
  readonly wrong: string;
}

/** Every predicate that has a model, well made and with one thing wrong. */
export const PREDICATE_KINDS: readonly Kind[] = [
  {
    name: 'spdx',
    type: 'https://spdx.dev/Document',
    good: SPDX_DOCUMENT,
    broken: { ...SPDX_DOCUMENT, SPDXID: 'SPDXRef-app' },
    wrong: 'the document has the id of a package',
  },
  {
    name: 'spdx-2.3',
    type: 'https://spdx.dev/Document/v2.3',
    good: SPDX_DOCUMENT,
    broken: { ...SPDX_DOCUMENT, spdxVersion: 'SPDX-2.2' },
    wrong: 'the document is of version 2.2, and its type says 2.3',
  },
  {
    name: 'spdx-3',
    type: 'https://spdx.dev/Document/v3',
    good: SPDX_3_DOCUMENT,
    broken: SPDX_DOCUMENT,
    wrong: 'the document is SPDX 2.3',
  },
  {
    name: 'cyclonedx',
    type: 'https://cyclonedx.org/bom',
    good: cycloneDx('1.7'),
    broken: { ...cycloneDx('1.7'), specVersion: '2.0' },
    wrong: 'there is no version 2.0',
  },
  ...['1.4', '1.5', '1.6'].map((version) => ({
    name: `cyclonedx-${version}`,
    type: `https://cyclonedx.org/bom/v${version}`,
    good: cycloneDx(version),
    broken: cycloneDx('1.7'),
    wrong: 'the document is of version 1.7',
  })),
  {
    name: 'openvex',
    type: 'https://openvex.dev/ns/v0.2.0',
    good: OPENVEX_DOCUMENT,
    broken: { ...OPENVEX_DOCUMENT, statements: [{ vulnerability: { name: 'CVE-2026-0001' }, status: 'harmless' }] },
    wrong: 'there is no such status',
  },
  {
    name: 'scai',
    type: 'https://in-toto.io/attestation/scai/attribute-report/v0.2',
    good: {
      attributes: [{ attribute: 'WITH_STACK_PROTECTION', conditions: { flags: '-fstack-protector' }, evidence: NAMED }],
      producer: { name: 'gcc', uri: 'file:///usr/bin/gcc' },
    },
    broken: { attributes: [] },
    wrong: 'no attribute is asserted',
  },
  {
    name: 'test-result',
    type: 'https://in-toto.io/attestation/test-result/v0.1',
    good: { result: 'PASSED', configuration: [NAMED], passedTests: ['build'], failedTests: [] },
    broken: { result: 'GREEN', configuration: [NAMED] },
    wrong: 'there is no such result',
  },
  {
    name: 'vulns',
    type: 'https://in-toto.io/attestation/vulns/v0.2',
    good: SCAN,
    broken: { scanner: SCAN['scanner']! },
    wrong: 'it does not say when the scan was',
  },
  {
    name: 'cosign-vuln',
    type: 'https://cosign.sigstore.dev/attestation/vuln/v1',
    good: { ...SCAN, scanner: { ...(SCAN['scanner'] as JsonObject), result: { report: 'of the scanner' } } },
    broken: { ...SCAN, scanner: { ...(SCAN['scanner'] as JsonObject), uri: 7 } },
    wrong: 'the address of the scanner is a number',
  },
  {
    name: 'link',
    type: 'https://in-toto.io/attestation/link/v0.3',
    good: { name: 'build', command: ['make'], materials: [{ name: 'a.c', digest: { sha256: '55'.repeat(32) } }] },
    broken: { name: 'build', materials: [{ name: 'a.c' }] },
    wrong: 'a material has no digest',
  },
  {
    name: 'link-v1',
    type: 'https://in-toto.io/Link/v1',
    good: { name: 'build', command: ['make'], materials: { 'a.c': { sha256: '55'.repeat(32) } }, products: {} },
    broken: { command: ['make'] },
    wrong: 'the step has no name',
  },
  {
    name: 'release',
    type: 'https://in-toto.io/attestation/release/v0.1',
    good: { purl: 'pkg:generic/app@1.0', packageId: '7' },
    broken: { purl: 'app 1.0' },
    wrong: 'the package URL is none',
  },
];

function attested(predicateType: string, predicate: Json, subjects?: readonly Subject[]): JsonObject {
  const payload = statement(subjects ?? [subjectOf('artifact.txt', ARTIFACT)], predicateType, predicate);
  return seal({ ...ATTESTED, content: { payload } }).bundle;
}

function filesOf(predicateType: string, predicate: Json): Files {
  return { 'artifact.txt': ARTIFACT, 'bundle.sigstore.json': attested(predicateType, predicate) };
}

const folder = (...more: readonly string[]) => ['verify', 'locker', ...more, ...TRUSTED_ROOT, ...WHO, ...AT];
const inLocker = (files: Files): Files =>
  Object.fromEntries(Object.entries(files).map(([path, data]) => [`locker/${path}`, data]));

function kindCases(): Case[] {
  return PREDICATE_KINDS.flatMap(({ name, type, good, broken, wrong }) => {
    const asked = verifyBundle('artifact.txt', '--type', type);
    const told = `The signed type is ${type} and ${wrong}: told, and a failure only where a rule reads from it.`;
    return [
      passes(`predicate-${name}`, `A predicate of the type ${type}.`, filesOf(type, good), asked),
      passes(`predicate-${name}-broken`, told, filesOf(type, broken), asked),
    ];
  });
}

const VSA_V1 = 'https://slsa.dev/verification_summary/v1';
const VSA_V02 = 'https://slsa.dev/verification_summary/v0.2';

function summaryCases(): Case[] {
  const vsa = (name: string, why: string, type: string, predicate: JsonObject): Case =>
    undecided(name, 'predicate.result', why, filesOf(type, predicate), verifyBundle('artifact.txt', '--type', type));
  const failed = { ...VSA, verificationResult: 'FAILED', verifiedLevels: ['FAILED'] };
  return [
    passes(
      'predicate-vsa',
      'A verification summary that says PASSED: who has verified what, when and to which levels.',
      filesOf(VSA_V1, VSA),
      verifyBundle('artifact.txt', '--type', 'vsa'),
    ),
    passes(
      'predicate-vsa-v0.2',
      'A verification summary as it was written before v1.',
      filesOf(VSA_V02, OLD_VSA),
      verifyBundle('artifact.txt', '--type', 'vsa02'),
    ),
    vsa(
      'vsa-failed--summary-not-passed',
      'Everything about the signature verifies, and what is signed says that the artifact was refused.',
      VSA_V1,
      failed,
    ),
    vsa('vsa-v0.2-failed--summary-not-passed', 'The same in the older form.', VSA_V02, {
      ...OLD_VSA,
      verification_result: 'FAILED',
      policy_level: 'FAILED',
    }),
    vsa(
      'vsa-passed-at-level-failed--summary-not-passed',
      'The result is PASSED, and one of the verified levels is FAILED: the summary contradicts itself.',
      VSA_V1,
      { ...VSA, verifiedLevels: ['FAILED'] },
    ),
    vsa('vsa-lower-case--summary-not-passed', 'The result is "passed": that is neither of the two words.', VSA_V1, {
      ...VSA,
      verificationResult: 'passed',
    }),
    vsa('vsa-unreadable--summary-not-passed', 'The result is true, and no text.', VSA_V1, {
      ...VSA,
      verificationResult: true,
    }),
    passes(
      'tests-failed',
      'A signed test result that names failed tests: told in a finding; what must have passed is for rules.',
      filesOf('https://in-toto.io/attestation/test-result/v0.1', {
        result: 'FAILED',
        configuration: [NAMED],
        failedTests: ['integration (arm64)'],
      }),
      verifyBundle('artifact.txt', '--type', 'test-result'),
    ),
  ];
}

function documentCases(): Case[] {
  const type = 'https://spdx.dev/Document';
  const asText = `${JSON.stringify(SPDX_DOCUMENT)}\n`;
  const tags = 'SPDXVersion: SPDX-2.3\nDataLicense: CC0-1.0\nSPDXID: SPDXRef-DOCUMENT\nDocumentName: app-1.0\n';
  const sbom = utf8(pretty(SPDX_DOCUMENT));
  const material = provenanceV1();
  const definition = material['buildDefinition'] as JsonObject;
  definition['resolvedDependencies'] = [{ name: 'sbom.spdx.json', digest: { sha256: hex(hash('sha256', sbom)) } }];
  const bundleOver = (data: Bytes, name: string) => attested(SLSA_V1, provenanceV1(), [subjectOf(name, data)]);
  const ofText = (name: string, why: string, predicate: Json) =>
    passes(name, why, filesOf(type, predicate), verifyBundle('artifact.txt', '--type', 'spdx'));
  return [
    ofText('predicate-spdx-text', 'cosign attest --type spdx writes the file as one text: here it is JSON.', asText),
    ofText('predicate-spdx-tags', 'The same of a file of tags and values: named, and not read.', tags),
    ofText('predicate-spdx-data', "cosign's first form: an object with the text and a time.", {
      Data: asText,
      Timestamp: INSTANT,
    }),
    ofText('predicate-spdx-text-broken', 'A text that is no SPDX document of any form.', 'to be done'),
    passes(
      'sbom-as-subject',
      'A bill of materials is itself what was attested: paired by its digest, and named for what it is.',
      inLocker({ 'sbom.spdx.json': sbom, 'sbom.sigstore.json': bundleOver(sbom, 'sbom.spdx.json') }),
      folder('--require-all'),
    ),
    undecidedSet(
      'sbom-beside--artifact-unattested',
      'A bill of materials without any attestation is an artifact like any other.',
      { 'artifact.txt': ARTIFACT, 'a.sigstore.json': seal(ATTESTED).bundle, 'sbom.spdx.json': sbom },
    ),
    undecidedSet(
      'sbom-of-predicate--artifact-unattested',
      'The bill of materials beside the artifact is, spelled otherwise, the predicate of its attestation: that is told, and the file is not one of the subjects.',
      {
        'artifact.txt': ARTIFACT,
        'a.sigstore.json': attested(type, SPDX_DOCUMENT),
        'sbom.spdx.json': utf8(canonical(SPDX_DOCUMENT)),
      },
    ),
    undecidedSet(
      'sbom-as-material--artifact-unattested',
      'The provenance names the bill of materials among what the build has used: that is told, and does not attest it.',
      { 'artifact.txt': ARTIFACT, 'a.sigstore.json': attested(SLSA_V1, material), 'sbom.spdx.json': sbom },
    ),
    passes(
      'policy-predicate-short-name',
      'A rule that asks for a type of predicate by its short name.',
      {
        ...filesOf(VSA_V1, VSA),
        'policy.yaml':
          'policy: forensic-verify/policy@v1\nname: summaries\nrequire:\n  predicate_types: [vsa]\n  claims:\n    - pointer: /predicate/verifier/id\n      on: statement\n      equals: https://verifier.mint.example/v1\n',
      },
      verifyBundle('artifact.txt', '--policy', 'policy.yaml'),
    ),
    shows('inspect-predicate', 'A predicate of a known type is shown by what it says.', filesOf(VSA_V1, VSA), [
      'inspect',
      'bundle.sigstore.json',
    ]),
  ];
}

function undecidedSet(name: string, why: string, files: Files): Case {
  return undecided(name, 'set.attested', why, inLocker(files), folder('--require-all'));
}

const MODEL = 'https://model_signing/signature/v1.0';
const WEIGHTS = utf8('0.1 0.2 0.3\n');
const CONFIG = utf8('{"layers": 2}\n');
const MODEL_FILES = { 'config.json': CONFIG, 'weights/part-1.bin': WEIGHTS };

interface Resource {
  readonly name: string;
  readonly algorithm: string;
  readonly digest: string;
}

const resource = (name: string, data: Bytes): Resource => ({
  name,
  algorithm: 'sha256',
  digest: hex(hash('sha256', data)),
});
const RESOURCES = Object.entries(MODEL_FILES).map(([name, data]) => resource(name, data));
const SERIALIZATION: JsonObject = {
  method: 'files',
  hash_type: 'sha256',
  allow_symlinks: false,
  ignore_paths: ['model.sig', '.git', '.gitattributes'],
};

function modelSignature(
  resources: readonly Resource[] = RESOURCES,
  serialization: JsonObject = SERIALIZATION,
  root = rootOf(resources),
): JsonObject {
  const predicate = { serialization, resources: resources.map((one) => ({ ...one })) };
  return attested(MODEL, predicate, [{ name: 'tiny', digest: { sha256: root } }]);
}

function rootOf(resources: readonly Resource[]): string {
  const joined = resources.map(({ digest }) => digest).join('');
  return hex(hash('sha256', bytes(Buffer.from(joined, 'hex'))));
}

function modelCases(): Case[] {
  const files: Files = { ...MODEL_FILES, 'model.sig': modelSignature() };
  const read = folder('--type', 'model-signing');
  const sharded = { ...SERIALIZATION, method: 'shards', shard_size: 4096 };
  return [
    passes(
      'model',
      'A signed model: every file of its manifest is there and unaltered, and no other.',
      inLocker(files),
      read,
    ),
    passes(
      'model-beside',
      'The signature lies beside the folder that is named as the model.',
      inLocker({
        'model.sig': modelSignature(),
        'tiny/config.json': CONFIG,
        'tiny/weights/part-1.bin': WEIGHTS,
      }),
      read,
    ),
    alsoGiving(
      refuted(
        'model--model-file-mismatch',
        'model.files',
        'One file of the model was altered.',
        inLocker({ ...files, 'weights/part-1.bin': utf8('0.1 0.2 0.4\n') }),
        read,
        2,
      ),
      'subject-digest-mismatch',
      'artifact-unattested',
    ),
    alsoGiving(
      undecided(
        'model--model-file-absent',
        'model.files',
        'One file of the model is not there.',
        inLocker({ 'config.json': CONFIG, 'model.sig': modelSignature() }),
        read,
        4,
      ),
      'subject-digest-other',
    ),
    alsoGiving(
      undecided(
        'model--model-file-unlisted',
        'model.files',
        'A file was put into the folder of the model.',
        inLocker({ ...files, 'weights/part-2.bin': WEIGHTS }),
        read,
      ),
      'artifact-unattested',
    ),
    alsoGiving(
      refuted(
        'model--model-digest-mismatch',
        'model.manifest',
        'The signed digest is not the one over the manifest that was signed with it.',
        inLocker({ ...files, 'model.sig': modelSignature(RESOURCES, SERIALIZATION, '66'.repeat(32)) }),
        read,
        2,
      ),
      'subject-digest-mismatch',
    ),
    alsoGiving(
      refuted(
        'model--model-manifest-format',
        'model.manifest',
        'The manifest names a file outside of the model.',
        inLocker({
          ...files,
          'model.sig': modelSignature([...RESOURCES, resource('../artifact.txt', ARTIFACT)]),
        }),
        read,
      ),
      'subject-digest-other',
      'artifact-unattested',
    ),
    alsoGiving(
      undecided(
        'model--model-serialization',
        'model.manifest',
        'The manifest lists parts of files: these are not digested here.',
        inLocker({ ...files, 'model.sig': modelSignature(RESOURCES, sharded) }),
        read,
      ),
      'subject-digest-other',
      'artifact-unattested',
    ),
    passes(
      'model-ignored',
      'What the signer has left out of the manifest is told, and stays what it is: unsigned.',
      inLocker({ ...files, '.gitattributes': utf8('# nothing\n') }),
      [...read, '--ignore-unsigned', '.gitattributes'],
    ),
  ];
}

/** Bills of materials, VEX, summaries and the other predicates; and models, whose predicate is a manifest. */
export function predicateCases(): Case[] {
  return [...kindCases(), ...summaryCases(), ...documentCases(), ...modelCases()];
}
