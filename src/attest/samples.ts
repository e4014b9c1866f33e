// SPDX-License-Identifier: Apache-2.0
import { parseRfc3339 } from '../encoding/rfc3339.ts';
import type { JsonObject } from '../model/json.ts';
import type { Resource } from '../statement/resource.ts';
import { buildProvenance } from './provenance.ts';
import type { BuiltStatement } from './statement.ts';

/** What a locker attests: a run of its orchestrator, one job of it, an export of evidence. */
export const SUBJECT_KINDS = ['orchestrator', 'job', 'export'] as const;
export type SubjectKind = (typeof SUBJECT_KINDS)[number];

const BUILD_TYPES: Readonly<Record<SubjectKind, string>> = {
  orchestrator: 'urn:forensic-verify:build:orchestrator-run:v1',
  job: 'urn:forensic-verify:build:job:v1',
  export: 'urn:forensic-verify:build:evidence-export:v1',
};

export interface LockerRun {
  /** The run, job or export: the subject is `KIND/ID`. */
  readonly id: string;
  /** SHA-256 of what it produced: the plan's result, the job's output, the exported archive. */
  readonly sha256: string;
  readonly builderId: string;
  readonly parameters: JsonObject;
  readonly materials: readonly Resource[];
  readonly startedOn: string | null;
  readonly finishedOn: string | null;
}

/** A statement about one of the three. @throws Malformed as `buildStatement`, and `time-invalid` */
export function buildLockerStatement(kind: SubjectKind, run: LockerRun): BuiltStatement {
  const time = (text: string | null) => (text === null ? null : parseRfc3339(text).time);
  return buildProvenance({
    subjects: [{ name: `${kind}/${run.id}`, digest: { sha256: run.sha256 } }],
    definition: {
      buildType: BUILD_TYPES[kind],
      externalParameters: run.parameters,
      internalParameters: null,
      resolvedDependencies: run.materials,
    },
    builder: { id: run.builderId, builderDependencies: [], version: new Map() },
    metadata: { invocationId: run.id, startedOn: time(run.startedOn), finishedOn: time(run.finishedOn) },
  });
}

const material = (name: string, digit: string): Resource => ({
  ...{ name, uri: `locker://case-7/${name}`, digest: new Map([['sha256', digit.repeat(64)]]) },
  ...{ content: null, downloadLocation: null, mediaType: null, annotations: null },
});

const SAMPLES: Readonly<Record<SubjectKind, LockerRun>> = {
  orchestrator: {
    id: 'run-0042',
    sha256: '4'.repeat(64),
    builderId: 'https://locker.example/orchestrator',
    parameters: { plan: 'nightly', planHash: `sha256:${'1'.repeat(64)}` },
    materials: [material('plan.json', '1'), material('policy.yaml', '2')],
    startedOn: '2026-03-01T02:00:00Z',
    finishedOn: '2026-03-01T02:04:10Z',
  },
  job: {
    id: 'job-0042-03',
    sha256: '5'.repeat(64),
    builderId: 'https://locker.example/worker',
    parameters: { command: 'scan', image: `registry.example/app@sha256:${'3'.repeat(64)}` },
    materials: [material('app.sbom.json', '3'), material('advisories.json', '6'), material('scanner.json', '7')],
    startedOn: '2026-03-01T02:01:00Z',
    finishedOn: '2026-03-01T02:03:30Z',
  },
  export: {
    id: 'export-0007',
    sha256: '8'.repeat(64),
    builderId: 'https://locker.example/exporter',
    parameters: { case: 'case-7', profile: 'full' },
    materials: [material('manifest.json', '9'), material('checksums.txt', 'a')],
    startedOn: '2026-03-02T09:00:00Z',
    finishedOn: '2026-03-02T09:00:42Z',
  },
};

export function sampleStatement(kind: SubjectKind): BuiltStatement {
  return buildLockerStatement(kind, SAMPLES[kind]);
}
