// SPDX-License-Identifier: Apache-2.0

import { seal } from '../bundle.ts';
import { AT, type Case, type Files, passes, TRUSTED_ROOT, undecided } from '../case.ts';
import { uriName } from '../certificate.ts';
import { SLSA_V1, SOURCE, statement, subjectOf } from '../statement.ts';
import { rekorV1, signer } from '../world.ts';
import { ARTIFACT } from './good.ts';

const PLATFORM = 'https://code.mint.example';
const REPOSITORY = `${PLATFORM}/acme/app`;
const PATH = '.github/workflows/release.yml';
const BUILDER = `${REPOSITORY}/${PATH}@refs/heads/main`;

/** A build with inputs, in the form that GitHub gives its provenance, started by `trigger`. */
function built(trigger: string): Files {
  const commit = SOURCE.digest.gitCommit;
  const more = { 9: BUILDER, 10: commit, 12: REPOSITORY, 13: commit, 14: 'refs/heads/main', 18: BUILDER, 20: trigger };
  const platform = signer({
    label: `leaf ${trigger}`,
    names: [uriName(BUILDER)],
    claims: { issuer: PLATFORM, more },
  });
  const payload = statement([subjectOf('artifact.txt', ARTIFACT)], SLSA_V1, {
    buildDefinition: {
      buildType: 'https://actions.github.io/buildtypes/workflow/v1',
      externalParameters: {
        workflow: { repository: REPOSITORY, ref: 'refs/heads/main', path: PATH },
        inputs: { level: 'full', note: '', tries: 3 },
      },
      internalParameters: { github: { event_name: trigger } },
      resolvedDependencies: [{ uri: SOURCE.uri, digest: { ...SOURCE.digest } }],
    },
    runDetails: { builder: { id: BUILDER } },
  });
  const { bundle } = seal({ signer: platform, content: { payload }, entries: [{ log: rekorV1 }] });
  return { 'artifact.txt': ARTIFACT, 'bundle.sigstore.json': bundle };
}

const asking = (...inputs: readonly string[]): readonly string[] => [
  ...['verify', 'artifact.txt', '--bundle', 'bundle.sigstore.json', ...TRUSTED_ROOT, ...AT],
  ...['--certificate-identity', BUILDER, '--certificate-oidc-issuer', PLATFORM],
  ...inputs.flatMap((input) => ['--build-workflow-input', input]),
];

/** What slsa-verifier's flag asks of the inputs of a workflow. */
export function buildFlagCases(): Case[] {
  return [
    passes(
      'inputs-of-a-dispatch',
      'The workflow was started by hand, with the inputs that are asked for; others may stand beside them.',
      built('workflow_dispatch'),
      asking('level=full', 'note='),
    ),
    undecided(
      'input-of-another-value--policy-workflow',
      'policy.workflow',
      'One of two inputs begins like the one that is asked for.',
      built('workflow_dispatch'),
      asking('note=', 'level=ful'),
    ),
    undecided(
      'input-that-is-a-number--policy-workflow',
      'policy.workflow',
      'The flag asks for a text; the input is a number, which is not the same.',
      built('workflow_dispatch'),
      asking('tries=3'),
    ),
    undecided(
      'inputs-of-a-push--policy-fact-unknown',
      'policy.workflow',
      'A push has no inputs: what the provenance says of them counts for nothing.',
      built('push'),
      asking('level=full'),
    ),
  ];
}
