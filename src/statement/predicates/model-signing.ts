// SPDX-License-Identifier: Apache-2.0
import {
  asString,
  optionalArray,
  optionalBoolean,
  optionalInteger,
  optionalObject,
  requireString,
} from '../../encoding/json-fields.ts';
import { compact } from '../compact.ts';
import { MODEL_SIGNING } from '../predicate-types.ts';
import { objectsAt } from './document.ts';
import type { ToldPredicateKind } from './predicate-kind.ts';

/** OpenSSF model signing v1.0: the files of a model. The one subject is named after the model, with a digest over these. */
export interface ModelManifest {
  readonly method: string;
  readonly hashType: string;
  readonly allowSymlinks: boolean;
  readonly shardSize: number | null;
  /** What the signer left out: files, or folders with all in them. null where it was not recorded. */
  readonly ignorePaths: readonly string[] | null;
  /** In the order in which their digests are digested. */
  readonly resources: readonly ModelResource[];
}

export interface ModelResource {
  /** Path in the model; of a shard with `:start:end` behind. */
  readonly name: string;
  readonly algorithm: string;
  /** Hexadecimal, as written. */
  readonly digest: string;
}

export const MODEL_SIGNING_KIND: ToldPredicateKind<typeof MODEL_SIGNING, ModelManifest> = {
  type: MODEL_SIGNING,
  schema: 'model-signing',
  parse(predicate) {
    const serialization = optionalObject(predicate, 'serialization', '') ?? {};
    const place = '/serialization';
    const ignored = optionalArray(serialization, 'ignore_paths', place);
    return {
      method: requireString(serialization, 'method', place),
      hashType: requireString(serialization, 'hash_type', place),
      allowSymlinks: optionalBoolean(serialization, 'allow_symlinks', place) ?? false,
      shardSize: optionalInteger(serialization, 'shard_size', place) ?? null,
      ignorePaths: ignored?.map((one, i) => asString(one, `${place}/ignore_paths/${i}`)) ?? null,
      resources: objectsAt(predicate, 'resources', '').map((one, i) => ({
        name: requireString(one, 'name', `/resources/${i}`),
        algorithm: requireString(one, 'algorithm', `/resources/${i}`),
        digest: requireString(one, 'digest', `/resources/${i}`),
      })),
    };
  },
  toJson: ({ method, hashType, allowSymlinks, shardSize, ignorePaths, resources }) => ({
    serialization: compact({
      method,
      hash_type: hashType,
      allow_symlinks: allowSymlinks,
      shard_size: shardSize,
      ignore_paths: ignorePaths,
    }),
    resources: resources.map(({ name, algorithm, digest }) => ({ name, algorithm, digest })),
  }),
  tell: ({ method, hashType, ignorePaths, resources }) => ({
    serialization: method,
    hash: hashType,
    resources: resources.map(({ name }) => name),
    ignored: ignorePaths ?? [],
  }),
};
