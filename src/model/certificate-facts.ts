// SPDX-License-Identifier: Apache-2.0

/** What rules may read of a verified certificate: its own name, and Fulcio's extensions by theirs (oid-info). */
export const CERTIFICATE_FACTS = [
  ...['identity', 'sanType', 'issuer', 'fingerprint'],
  ...[
    'githubWorkflowTrigger',
    'githubWorkflowSHA',
    'githubWorkflowName',
    'githubWorkflowRepository',
    'githubWorkflowRef',
  ],
  ...['buildSignerURI', 'buildSignerDigest', 'runnerEnvironment'],
  ...['sourceRepositoryURI', 'sourceRepositoryDigest', 'sourceRepositoryRef', 'sourceRepositoryIdentifier'],
  ...['sourceRepositoryOwnerURI', 'sourceRepositoryOwnerIdentifier', 'buildConfigURI', 'buildConfigDigest'],
  ...[
    'buildTrigger',
    'runInvocationURI',
    'sourceRepositoryVisibilityAtSigning',
    'deploymentEnvironment',
    'tokenSubject',
  ],
] as const;
