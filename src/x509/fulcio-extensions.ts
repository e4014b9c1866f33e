// SPDX-License-Identifier: Apache-2.0

/** Under this arc Fulcio writes what the identity provider said (Fulcio's oid-info document). */
export const FULCIO_ARC = '1.3.6.1.4.1.57264.1.';
export const FULCIO_OTHER_NAME = `${FULCIO_ARC}7`;

interface FulcioExtension {
  readonly name: string;
  /** The first six are bare UTF-8, the others a DER UTF8String. */
  readonly form: 'bare' | 'der';
}

function rows(form: FulcioExtension['form'], first: number, names: readonly string[]): [string, FulcioExtension][] {
  return names.map((name, i) => [`${FULCIO_ARC}${first + i}`, { name, form }]);
}

/** By OID. `.7` is no extension but the type of an otherName; both issuers carry the same name and must agree. */
export const FULCIO_EXTENSIONS: ReadonlyMap<string, FulcioExtension> = new Map([
  ...rows('bare', 1, [
    'issuer',
    'githubWorkflowTrigger',
    'githubWorkflowSHA',
    'githubWorkflowName',
    'githubWorkflowRepository',
    'githubWorkflowRef',
  ]),
  ...rows('der', 8, [
    'issuer',
    'buildSignerURI',
    'buildSignerDigest',
    'runnerEnvironment',
    'sourceRepositoryURI',
    'sourceRepositoryDigest',
    'sourceRepositoryRef',
    'sourceRepositoryIdentifier',
    'sourceRepositoryOwnerURI',
    'sourceRepositoryOwnerIdentifier',
    'buildConfigURI',
    'buildConfigDigest',
    'buildTrigger',
    'runInvocationURI',
    'sourceRepositoryVisibilityAtSigning',
    'deploymentEnvironment',
    'tokenSubject',
  ]),
]);
