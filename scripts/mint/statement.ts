// SPDX-License-Identifier: Apache-2.0
import { type Bytes, hash, hex, utf8 } from './bytes.ts';
import type { Json, JsonObject } from './json.ts';

export const SLSA_V1 = 'https://slsa.dev/provenance/v1';
export const SLSA_V02 = 'https://slsa.dev/provenance/v0.2';

export interface Subject {
  readonly name: string;
  readonly digest: Readonly<Record<string, string>>;
}

export function subjectOf(
  name: string,
  data: Bytes,
  ...algorithms: readonly ('sha256' | 'sha384' | 'sha512')[]
): Subject {
  const names = algorithms.length === 0 ? (['sha256'] as const) : algorithms;
  return { name, digest: Object.fromEntries(names.map((algorithm) => [algorithm, hex(hash(algorithm, data))])) };
}

/** The octets of an in-toto statement, as a payload carries them. */
export function statement(
  subject: readonly Subject[],
  predicateType: string,
  predicate: Json,
  _type = 'https://in-toto.io/Statement/v1',
): Bytes {
  const subjects = subject.map(({ name, digest }) => ({ name, digest: { ...digest } }));
  return utf8(JSON.stringify({ _type, subject: subjects, predicateType, predicate }));
}

export const SOURCE = {
  uri: 'git+https://code.mint.example/acme/app@refs/heads/main',
  digest: { gitCommit: '5f2c1d7a90b3e4c86d1f0a2b7c9e8d3f4a5b6c7d' },
} as const;

/** SLSA provenance v1 with every part of BuildDefinition and RunDetails. */
export function provenanceV1(): JsonObject {
  return {
    buildDefinition: {
      buildType: 'https://builds.mint.example/workflow/v1',
      externalParameters: { workflow: { path: '.workflows/release.yml', ref: 'refs/heads/main' } },
      internalParameters: { runner: 'hosted' },
      resolvedDependencies: [{ uri: SOURCE.uri, digest: { ...SOURCE.digest }, name: 'source' }],
    },
    runDetails: {
      builder: {
        id: 'https://builds.mint.example/runner',
        version: { runner: '1.4.0' },
        builderDependencies: [{ uri: 'https://builds.mint.example/images/42', digest: { sha256: '00'.repeat(32) } }],
      },
      metadata: {
        invocationId: 'https://builds.mint.example/runs/1',
        startedOn: '2026-02-01T11:58:00Z',
        finishedOn: '2026-02-01T11:59:30Z',
      },
      byproducts: [{ name: 'build.log', digest: { sha256: '11'.repeat(32) } }],
    },
  };
}

export function provenanceV02(): JsonObject {
  return {
    builder: { id: 'https://builds.mint.example/runner' },
    buildType: 'https://builds.mint.example/workflow/v0.2',
    invocation: {
      configSource: {
        uri: SOURCE.uri,
        digest: { sha1: SOURCE.digest.gitCommit },
        entryPoint: '.workflows/release.yml',
      },
      parameters: {},
      environment: {},
    },
    metadata: {
      buildInvocationId: 'run-1',
      buildStartedOn: '2026-02-01T11:58:00Z',
      buildFinishedOn: '2026-02-01T11:59:30Z',
      completeness: { parameters: true, environment: false, materials: false },
      reproducible: false,
    },
    materials: [{ uri: SOURCE.uri, digest: { sha1: SOURCE.digest.gitCommit } }],
  };
}
