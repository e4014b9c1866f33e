// SPDX-License-Identifier: Apache-2.0
import { createHash } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import {
  buildDefinitionDigest,
  buildDefinitionToJson,
  builderDigest,
  buildMetadataDigest,
  runDetailsDigest,
  type SlsaProvenanceV1,
} from '../../src/statement/predicates/slsa-provenance-v1.ts';
import { canonicalPredicate, PREDICATES, predicateDigest, readPredicate } from '../../src/statement/predicates.ts';
import { AT, statementOf } from './support.ts';

const V1 = 'https://slsa.dev/provenance/v1';
const V02 = 'https://slsa.dev/provenance/v0.2';

const v1 = {
  buildDefinition: {
    buildType: 'https://example.com/build/v1',
    externalParameters: { ref: 'refs/heads/main', deep: { nothing: null } },
    internalParameters: { runner: 'x' },
    resolvedDependencies: [
      { uri: 'git+https://example.com/b', digest: { gitCommit: 'b' } },
      {
        uri: 'git+https://example.com/a',
        name: 'a',
        content: 'aGVsbG8',
        downloadLocation: 'd',
        mediaType: 'm',
        annotations: { x: [1] },
      },
    ],
  },
  runDetails: {
    builder: { id: 'https://example.com/builder', builderDependencies: [{ uri: 'u' }], version: { runner: '1.2' } },
    metadata: { invocationId: 'run/1', startedOn: '2026-03-01T10:00:00.250Z', finishedOn: '2026-03-01T10:00:01Z' },
    byproducts: [{ content: 'aGk=' }],
  },
};

const v02 = {
  builder: { id: 'https://example.com/builder' },
  buildType: 'https://example.com/build/v0',
  invocation: {
    configSource: { uri: 'git+https://example.com', digest: { sha1: 'c' }, entryPoint: 'build.yml' },
    parameters: { a: 'b' },
    environment: { os: 'linux' },
  },
  buildConfig: { steps: [] },
  metadata: {
    buildInvocationId: '1',
    buildStartedOn: '2026-03-01T10:00:00Z',
    buildFinishedOn: '2026-03-01T10:00:01Z',
    completeness: { parameters: true, environment: false },
    reproducible: true,
  },
  materials: [{ uri: 'git+https://example.com', digest: { sha1: 'c' } }, { uri: 'image' }],
};

const read = (predicateType: string, predicate: unknown) =>
  readPredicate(statementOf({ predicateType, predicate }), AT);
const digestOf = (predicateType: string, predicate: unknown) =>
  predicateDigest(read(predicateType, predicate).predicate!);
const sha256 = (text: string) => createHash('sha256').update(text).digest('hex');

function model(predicate: unknown): SlsaProvenanceV1 {
  const found = read(V1, predicate).predicate;
  if (found?.type !== V1) throw new Error('no model');
  return found.model;
}

describe('SLSA provenance v1', () => {
  it('is read whole', () => {
    const { predicate, findings } = read(V1, v1);
    expect(findings).toEqual([]);
    expect(predicate).toEqual({
      type: V1,
      model: {
        buildDefinition: {
          buildType: 'https://example.com/build/v1',
          externalParameters: v1.buildDefinition.externalParameters,
          internalParameters: { runner: 'x' },
          resolvedDependencies: [
            {
              name: null,
              uri: 'git+https://example.com/b',
              digest: new Map([['gitCommit', 'b']]),
              content: null,
              downloadLocation: null,
              mediaType: null,
              annotations: null,
            },
            {
              name: 'a',
              uri: 'git+https://example.com/a',
              digest: new Map(),
              content: new TextEncoder().encode('hello'),
              downloadLocation: 'd',
              mediaType: 'm',
              annotations: { x: [1] },
            },
          ],
        },
        runDetails: {
          builder: {
            id: 'https://example.com/builder',
            builderDependencies: [expect.objectContaining({ uri: 'u' })],
            version: new Map([['runner', '1.2']]),
          },
          metadata: { invocationId: 'run/1', startedOn: 1772359200250000000n, finishedOn: 1772359201000000000n },
          byproducts: [expect.objectContaining({ content: new TextEncoder().encode('hi') })],
        },
      },
    });
  });

  it('has a canonical form of its own: RFC 8785, dependencies in order, times in UTC, base64 in one alphabet', () => {
    const { predicate } = read(V1, v1);
    const text = new TextDecoder().decode(canonicalPredicate(predicate!));
    expect(text).toBe(
      '{"buildDefinition":{"buildType":"https://example.com/build/v1","externalParameters":{"deep":{"nothing":null},"ref":"refs/heads/main"},' +
        '"internalParameters":{"runner":"x"},"resolvedDependencies":[' +
        '{"annotations":{"x":[1]},"content":"aGVsbG8=","downloadLocation":"d","mediaType":"m","name":"a","uri":"git+https://example.com/a"},' +
        '{"digest":{"gitCommit":"b"},"uri":"git+https://example.com/b"}]},' +
        '"runDetails":{"builder":{"builderDependencies":[{"uri":"u"}],"id":"https://example.com/builder","version":{"runner":"1.2"}},' +
        '"byproducts":[{"content":"aGk="}],' +
        '"metadata":{"finishedOn":"2026-03-01T10:00:01Z","invocationId":"run/1","startedOn":"2026-03-01T10:00:00.25Z"}}}',
    );
    expect(predicateDigest(predicate!)).toBe(sha256(text));
  });

  it('gives each of its parts a digest', () => {
    const { buildDefinition, runDetails } = model(v1);
    expect(buildDefinitionDigest(buildDefinition)).toBe(
      sha256(
        new TextDecoder()
          .decode(canonicalPredicate(read(V1, v1).predicate!))
          .slice('{"buildDefinition":'.length)
          .split(',"runDetails"')[0]!,
      ),
    );
    expect(builderDigest(runDetails.builder)).toBe(
      sha256('{"builderDependencies":[{"uri":"u"}],"id":"https://example.com/builder","version":{"runner":"1.2"}}'),
    );
    expect(buildMetadataDigest(runDetails.metadata!)).toBe(
      sha256('{"finishedOn":"2026-03-01T10:00:01Z","invocationId":"run/1","startedOn":"2026-03-01T10:00:00.25Z"}'),
    );
    expect(new Set([buildDefinitionDigest(buildDefinition), runDetailsDigest(runDetails), digestOf(V1, v1)]).size).toBe(
      3,
    );
  });

  it('has the same digest where it means the same', () => {
    const { buildDefinition, runDetails } = v1;
    const same = {
      vendor_extension: 1,
      runDetails: {
        ...runDetails,
        metadata: { ...runDetails.metadata, startedOn: '2026-03-01T10:00:00.25Z' },
      },
      buildDefinition: {
        ...buildDefinition,
        resolvedDependencies: buildDefinition.resolvedDependencies.toReversed(),
      },
    };
    expect(digestOf(V1, same)).toBe(digestOf(V1, v1));
    const small = { buildDefinition: { buildType: 'b', externalParameters: {} }, runDetails: { builder: { id: 'i' } } };
    const padded = {
      buildDefinition: { buildType: 'b', externalParameters: {}, internalParameters: {}, resolvedDependencies: null },
      runDetails: {
        builder: { id: 'i', version: {}, builderDependencies: [] },
        metadata: { startedOn: '' },
        byproducts: [],
      },
    };
    expect(read(V1, padded).findings).toEqual([]);
    expect(digestOf(V1, padded)).toBe(digestOf(V1, small));
  });

  it('has another digest where it means something else', () => {
    const digests = [
      digestOf(V1, v1),
      digestOf(V1, { ...v1, buildDefinition: { ...v1.buildDefinition, buildType: 'other' } }),
      digestOf(V1, { ...v1, buildDefinition: { ...v1.buildDefinition, externalParameters: {} } }),
      digestOf(V1, { ...v1, runDetails: { ...v1.runDetails, metadata: null } }),
      digestOf(V1, { ...v1, runDetails: { ...v1.runDetails, byproducts: [] } }),
    ];
    expect(new Set(digests).size).toBe(digests.length);
  });

  it.each([
    ['no build definition', { runDetails: v1.runDetails }],
    ['no run details', { buildDefinition: v1.buildDefinition }],
    ['no external parameters', { ...v1, buildDefinition: { buildType: 'b' } }],
    ['an empty build type', { ...v1, buildDefinition: { ...v1.buildDefinition, buildType: '' } }],
    ['a builder without id', { ...v1, runDetails: { builder: {} } }],
    [
      'a dependency that names nothing',
      { ...v1, buildDefinition: { ...v1.buildDefinition, resolvedDependencies: [{}] } },
    ],
  ])('with %s breaks its schema, and its model is read all the same', (_, predicate) => {
    const { predicate: found, findings } = read(V1, predicate);
    expect(findings).toMatchObject([{ code: 'predicate-schema-broken', at: { pointer: '/predicate' } }]);
    expect(found?.type).toBe(V1);
  });

  it.each([
    ['a build type that is a number', { ...v1, buildDefinition: { ...v1.buildDefinition, buildType: 1 } }],
    [
      'external parameters that are text',
      { ...v1, buildDefinition: { ...v1.buildDefinition, externalParameters: 'x' } },
    ],
    ['a builder that is text', { ...v1, runDetails: { builder: 'x' } }],
    ['a version that is a number', { ...v1, runDetails: { builder: { id: 'i', version: { a: 1 } } } }],
    [
      'a day that does not exist',
      { ...v1, runDetails: { ...v1.runDetails, metadata: { startedOn: '2026-02-30T00:00:00Z' } } },
    ],
    [
      'a time without offset',
      { ...v1, runDetails: { ...v1.runDetails, metadata: { startedOn: '2026-02-20T00:00:00' } } },
    ],
    ['content that is no base64', { ...v1, runDetails: { ...v1.runDetails, byproducts: [{ content: '*' }] } }],
    ['a body of v0.2', v02],
  ])('with %s has a finding', (_, predicate) => {
    expect(read(V1, predicate).findings).toMatchObject([{ code: 'predicate-schema-broken' }]);
  });

  it('has no model where a member is of a wrong type', () => {
    expect(read(V1, { ...v1, runDetails: { builder: 'x' } }).predicate).toBeNull();
  });
});

describe('SLSA provenance v0.2', () => {
  it('is read whole', () => {
    const { predicate, findings } = read(V02, v02);
    expect(findings).toEqual([]);
    expect(predicate).toEqual({
      type: V02,
      model: {
        ...v02,
        invocation: {
          ...v02.invocation,
          configSource: { ...v02.invocation.configSource, digest: new Map([['sha1', 'c']]) },
        },
        metadata: {
          buildInvocationId: '1',
          buildStartedOn: 1772359200000000000n,
          buildFinishedOn: 1772359201000000000n,
          completeness: { parameters: true, environment: false, materials: false },
          reproducible: true,
        },
        materials: [
          { uri: 'git+https://example.com', digest: new Map([['sha1', 'c']]) },
          { uri: 'image', digest: new Map() },
        ],
      },
    });
  });

  it('has a canonical form', () => {
    expect(new TextDecoder().decode(canonicalPredicate(read(V02, v02).predicate!))).toBe(
      '{"buildConfig":{"steps":[]},"buildType":"https://example.com/build/v0","builder":{"id":"https://example.com/builder"},' +
        '"invocation":{"configSource":{"digest":{"sha1":"c"},"entryPoint":"build.yml","uri":"git+https://example.com"},"environment":{"os":"linux"},"parameters":{"a":"b"}},' +
        '"materials":[{"digest":{"sha1":"c"},"uri":"git+https://example.com"},{"uri":"image"}],' +
        '"metadata":{"buildFinishedOn":"2026-03-01T10:00:01Z","buildInvocationId":"1","buildStartedOn":"2026-03-01T10:00:00Z","completeness":{"parameters":true},"reproducible":true}}',
    );
  });

  it("reads the generators' spelling of the invocation id, and refuses two that differ", () => {
    const id = (metadata: unknown) => read(V02, { ...v02, metadata });
    expect(id({ buildInvocationID: '7' }).predicate?.model).toMatchObject({ metadata: { buildInvocationId: '7' } });
    expect(id({ buildInvocationID: '7', buildInvocationId: '7' }).findings).toEqual([]);
    expect(id({ buildInvocationID: '7', buildInvocationId: '8' }).findings).toMatchObject([
      { code: 'predicate-schema-broken' },
    ]);
  });

  it('is the smallest one too', () => {
    const { predicate, findings } = read(V02, { builder: { id: 'i' }, buildType: 'b' });
    expect(findings).toEqual([]);
    expect(predicate?.model).toMatchObject({ invocation: null, metadata: null, materials: [] });
  });

  it.each([
    ['no builder', { buildType: 'b' }],
    ['a material that is text', { ...v02, materials: ['x'] }],
    ['a claim that is text', { ...v02, metadata: { reproducible: 'true' } }],
    ['a body of v1', v1],
  ])('with %s has a finding', (_, predicate) => {
    expect(read(V02, predicate).findings).toMatchObject([{ code: 'predicate-schema-broken' }]);
  });
});

describe('other predicates', () => {
  it('of an unknown type are a finding', () => {
    for (const type of ['https://slsa.dev/provenance/v0.1', 'https://slsa.dev/provenance/V1', 'constructor']) {
      expect(read(type, v1)).toMatchObject({ predicate: null, findings: [{ code: 'predicate-schema-unknown' }] });
    }
  });

  it('that are absent have nothing more to say', () => {
    expect(read(V1, null)).toEqual({ predicate: null, findings: [] });
  });

  it('PREDICATES is keyed by the type of each row', () => {
    for (const [type, row] of PREDICATES) expect(row.type).toBe(type);
  });

  it('buildDefinitionToJson keeps required parameters even where they are empty', () => {
    expect(
      buildDefinitionToJson(
        model({ ...v1, buildDefinition: { buildType: 'b', externalParameters: {} } }).buildDefinition,
      ),
    ).toEqual({
      buildType: 'b',
      externalParameters: {},
    });
  });
});
