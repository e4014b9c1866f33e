// SPDX-License-Identifier: Apache-2.0
import type { JsonObject } from '../model/json.ts';
import { type BuildClaims, commitOf, objectAt, plainRepository, textAt } from './build-claims.ts';

// Provenance of Google Cloud Build. Its envelopes are signed by Google's own keys; no certificate says the same a second time.

export const CLOUD_BUILD_TYPE = 'https://cloud.google.com/build/gcb-buildtypes/google-worker/v1';

const WORKER = 'https://cloudbuild.googleapis.com/GoogleHostedWorker';
const RECIPES = /^https:\/\/cloudbuild\.googleapis\.com\/CloudBuild(Yaml|Steps)@v[0-9.]+$/;

/**
 * Provenance v0.1, as the workers v0.2 and v0.3 wrote it: the source is the first material, and what was started stands in the
 * substitutions. A recipe that these workers do not have says nothing.
 */
export function cloudBuild01(predicate: JsonObject): BuildClaims {
  const builder = textAt(predicate, 'builder', 'id');
  const recipe = textAt(predicate, 'recipe', 'type') ?? '';
  const fits = builder === `${WORKER}@v0.2` ? recipe === builder : builder === `${WORKER}@v0.3` && RECIPES.test(recipe);
  if (!fits) return {};
  const material = objectAt(predicate, 'materials', 0) ?? undefined;
  const started = objectAt(predicate, 'recipe', 'arguments', 'substitutions');
  const source = sourceOf(textAt(material, 'uri'));
  return {
    sourceRepository: source?.repository ?? null,
    sourceRef: startedRef(started),
    sourceCommit: agreed(
      source?.commit ?? textAt(material, 'digest', 'sha1'),
      textAt(started ?? undefined, 'COMMIT_SHA'),
    ),
    workflow: textAt(predicate, 'recipe', 'entryPoint'),
  };
}

/** Provenance v1: the source is that of the build's configuration, and the platform's own substitutions say it again. */
export function cloudBuild1(definition: JsonObject): BuildClaims {
  const config = objectAt(definition, 'externalParameters', 'buildConfigSource') ?? undefined;
  const started = objectAt(definition, 'internalParameters', 'systemSubstitutions');
  const repository = sourceOf(textAt(config, 'repository'))?.repository ?? null;
  const commit = commitOf(definition, repository);
  return {
    sourceRepository: repository,
    sourceRef: agreed(textAt(config, 'ref'), startedRef(started)),
    sourceCommit: commit === null ? null : agreed(commit, textAt(started ?? undefined, 'COMMIT_SHA')),
    workflow: textAt(config, 'path'),
  };
}

/** A build of a tag has a tag's name; of a branch alone, the branch's. */
function startedRef(substitutions: JsonObject | null): string | null {
  const tag = textAt(substitutions ?? undefined, 'TAG_NAME');
  if (tag !== null) return `refs/tags/${tag}`;
  const branch = textAt(substitutions ?? undefined, 'BRANCH_NAME');
  return branch === null ? null : `refs/heads/${branch}`;
}

/** What two places of one statement say; where they differ it says nothing. */
function agreed(one: string | null, other: string | null): string | null {
  return one !== null && other !== null && one !== other ? null : (one ?? other);
}

/**
 * `git+https://host/owner/name`; of the older worker `https://host/owner/name/commit/<sha>`; or a bucket, `gs://name/path#generation`,
 * which is no repository, and is compared as it is written.
 */
function sourceOf(uri: string | null): { readonly repository: string; readonly commit: string | null } | null {
  const [, address] = /^(?:git\+(?=https:))?((?:https|gs):\/\/[^@#]+)(?:#[^@]*)?$/.exec(uri ?? '') ?? [];
  if (address === undefined) return null;
  const [, repository, commit] = /^(https:.+)\/commit\/([0-9a-f]{40})$/.exec(address) ?? [];
  return { repository: plainRepository(repository ?? address), commit: commit ?? null };
}
