// SPDX-License-Identifier: Apache-2.0
import { type Bytes, hex, sha256, utf8 } from './bytes.ts';
import { canonical, type JsonObject, pretty } from './json.ts';
import { edKey, type MintKey } from './keys.ts';

/** A key as a role lists it: under its own id, or under another one. */
export interface Listed {
  readonly key: MintKey;
  readonly id: string;
}

export type TopRole = 'root' | 'timestamp' | 'snapshot' | 'targets';

export interface RolePlan {
  readonly keys: readonly Listed[];
  readonly threshold: number;
}

export type Roles = Readonly<Record<TopRole, RolePlan>>;

/** securesystemslib's key object: Ed25519 in hexadecimal, ECDSA in PEM. */
function keyObject(key: MintKey): JsonObject {
  return key.kind === 'ed25519'
    ? { keytype: 'ed25519', scheme: 'ed25519', keyval: { public: hex(key.bits) } }
    : { keytype: 'ecdsa', scheme: 'ecdsa-sha2-nistp256', keyval: { public: key.publicPem } };
}

export function listed(key: MintKey, id = hex(sha256(utf8(canonical(keyObject(key)))))): Listed {
  return { key, id };
}

export function role(threshold: number, ...keys: readonly Listed[]): RolePlan {
  return { keys, threshold };
}

/** Far behind the instant at which the cases ask. */
export const TUF_EXPIRES = '2027-01-01T00:00:00Z';

const named = (name: string): Listed => listed(edKey(`tuf-${name}`));
export const rootKeys = [named('root-a'), named('root-b'), named('root-c')] as const;
export const newRootKeys = [named('root-d'), named('root-e')] as const;
export const timestampKey = named('timestamp');
export const newTimestampKey = named('timestamp-new');
export const snapshotKey = named('snapshot');
export const targetsKey = named('targets');
export const packagesKey = named('packages');
/** In no role. */
export const strangerKey = named('stranger');

export const usualRoles: Roles = {
  root: role(2, ...rootKeys),
  timestamp: role(1, timestampKey),
  snapshot: role(1, snapshotKey),
  targets: role(1, targetsKey),
};

/** A metadata file: what is signed, in canonical form, and the signatures under the ids of their keys. */
export function signedFile(signed: JsonObject, ...by: readonly Listed[]): Bytes {
  const message = utf8(canonical(signed));
  const signatures = by.map(({ key, id }) => ({ keyid: id, sig: hex(key.sign(message)) }));
  return utf8(pretty({ signatures, signed }));
}

export interface RootPlan {
  readonly version: number;
  readonly roles?: Roles;
  readonly expires?: string;
  readonly by?: readonly Listed[];
  readonly changed?: JsonObject;
}

export function tufRoot({ version, roles = usualRoles, expires = TUF_EXPIRES, by, changed = {} }: RootPlan): Bytes {
  const all = Object.values(roles).flatMap(({ keys }) => keys);
  const signed: JsonObject = {
    _type: 'root',
    spec_version: '1.0.31',
    version,
    expires,
    consistent_snapshot: true,
    keys: Object.fromEntries(all.map(({ key, id }) => [id, keyObject(key)])),
    roles: Object.fromEntries(
      Object.entries(roles).map(([name, plan]) => [
        name,
        { keyids: plan.keys.map(({ id }) => id), threshold: plan.threshold },
      ]),
    ),
    ...changed,
  };
  return signedFile(signed, ...(by ?? roles.root.keys.slice(0, roles.root.threshold)));
}

export interface Delegation {
  readonly name: string;
  readonly role: RolePlan;
  readonly paths: readonly string[];
  readonly targets: Readonly<Record<string, Bytes>>;
  readonly terminating?: boolean;
}

export interface BinsPlan {
  readonly prefix: string;
  readonly bits: number;
  readonly role: RolePlan;
  readonly targets: Readonly<Record<string, Bytes>>;
  /** Who signs the bins, where it is somebody else. */
  readonly by?: readonly Listed[];
  /** Into which bin a target is put, where it is another than its own. */
  readonly misplaced?: number;
}

/** One list of targets for each head of a digest. */
function binsOf({ prefix, bits, role: own, targets, by, misplaced }: BinsPlan): Delegation[] {
  const digits = (2 ** bits - 1).toString(16).length;
  const binOf = (path: string) => misplaced ?? Number.parseInt(hex(sha256(utf8(path))).slice(0, 8), 16) >>> (32 - bits);
  return Array.from({ length: 2 ** bits }, (_, index) => ({
    name: `${prefix}-${index.toString(16).padStart(digits, '0')}`,
    role: by === undefined ? own : role(by.length, ...by),
    paths: [],
    targets: Object.fromEntries(Object.entries(targets).filter(([path]) => binOf(path) === index)),
  }));
}

/** What differs from a sound repository; whatever is not named is as it must be. */
export interface RepositoryPlan {
  readonly roots?: readonly RootPlan[];
  readonly targets?: Readonly<Record<string, Bytes>>;
  readonly delegations?: readonly Delegation[];
  /** Hash bins in the place of delegations by name (`succinct_roles`). */
  readonly bins?: BinsPlan;
  readonly versions?: Partial<Record<'timestamp' | 'snapshot' | 'targets', number>>;
  readonly expires?: Partial<Record<'timestamp' | 'snapshot' | 'targets', string>>;
  readonly by?: Partial<Record<'timestamp' | 'snapshot' | 'targets', readonly Listed[]>>;
  /** Version of the snapshot that the timestamp names, and of the targets that the snapshot names. */
  readonly names?: { readonly snapshot?: number; readonly targets?: number };
  /** Without lengths and hashes, as some repositories write it. */
  readonly bare?: boolean;
  /** Files of the result that are left out, or stand for others. */
  readonly without?: readonly string[];
  readonly instead?: Readonly<Record<string, Bytes>>;
}

function about(file: Bytes, version: number, bare: boolean): JsonObject {
  return bare ? { version } : { version, length: file.length, hashes: { sha256: hex(sha256(file)) } };
}

function targetObjects(targets: Readonly<Record<string, Bytes>>): JsonObject {
  return Object.fromEntries(
    Object.entries(targets).map(([path, data]) => [
      path,
      { length: data.length, hashes: { sha256: hex(sha256(data)) } },
    ]),
  );
}

/** A repository as a mirror keeps it: path → octets, consistent snapshots, digests in front of the targets' names. */
export function tufRepository(plan: RepositoryPlan): Record<string, Bytes> {
  const { roots = [{ version: 1 }], targets = {}, bare = false, bins } = plan;
  const delegations = bins === undefined ? (plan.delegations ?? []) : binsOf(bins);
  const last = roots[roots.length - 1]?.roles ?? usualRoles;
  const version = { timestamp: 1, snapshot: 1, targets: 1, ...plan.versions };
  const expires = { timestamp: TUF_EXPIRES, snapshot: TUF_EXPIRES, targets: TUF_EXPIRES, ...plan.expires };
  const by = (name: TopRole & keyof typeof version): readonly Listed[] => plan.by?.[name] ?? last[name].keys;
  const base = (type: keyof typeof version): JsonObject => ({
    _type: type,
    spec_version: '1.0.31',
    version: version[type],
    expires: expires[type],
  });
  const delegated = delegations.map((one): [string, Bytes] => [
    one.name,
    signedFile(
      {
        _type: 'targets',
        spec_version: '1.0.31',
        version: 1,
        expires: TUF_EXPIRES,
        targets: targetObjects(one.targets),
      },
      ...one.role.keys.slice(0, one.role.threshold),
    ),
  ]);
  const succinct: JsonObject | null =
    bins === undefined
      ? null
      : {
          keys: Object.fromEntries(bins.role.keys.map(({ key, id }) => [id, keyObject(key)])),
          succinct_roles: {
            keyids: bins.role.keys.map(({ id }) => id),
            threshold: bins.role.threshold,
            bit_length: bins.bits,
            name_prefix: bins.prefix,
          },
        };
  const delegation: JsonObject = succinct ?? {
    keys: Object.fromEntries(
      delegations.flatMap(({ role: { keys } }) => keys.map(({ key, id }) => [id, keyObject(key)])),
    ),
    roles: delegations.map(({ name, role: { keys, threshold }, paths, terminating = true }) => ({
      ...{ name, keyids: keys.map(({ id }) => id), threshold, terminating, paths: [...paths] },
    })),
  };
  const targetsFile = signedFile(
    {
      ...base('targets'),
      targets: targetObjects(targets),
      ...(delegations.length === 0 ? {} : { delegations: delegation }),
    },
    ...by('targets'),
  );
  const meta: JsonObject = { 'targets.json': about(targetsFile, plan.names?.targets ?? version.targets, bare) };
  for (const [name, file] of delegated) meta[`${name}.json`] = about(file, 1, bare);
  const snapshotFile = signedFile({ ...base('snapshot'), meta }, ...by('snapshot'));
  const snapshotNamed = plan.names?.snapshot ?? version.snapshot;
  const timestampFile = signedFile(
    { ...base('timestamp'), meta: { 'snapshot.json': about(snapshotFile, snapshotNamed, bare) } },
    ...by('timestamp'),
  );
  const files: Record<string, Bytes> = {
    'metadata/timestamp.json': timestampFile,
    [`metadata/${snapshotNamed}.snapshot.json`]: snapshotFile,
    [`metadata/${plan.names?.targets ?? version.targets}.targets.json`]: targetsFile,
  };
  for (const one of roots) files[`metadata/${one.version}.root.json`] = tufRoot(one);
  for (const [name, file] of delegated) files[`metadata/1.${encodeURIComponent(name)}.json`] = file;
  for (const list of [targets, ...delegations.map((one) => one.targets)])
    for (const [path, data] of Object.entries(list)) files[`targets/${prefixed(path, data)}`] = data;
  for (const path of plan.without ?? []) delete files[path];
  return { ...files, ...plan.instead };
}

/** `a/b.json` → `a/<sha256>.b.json` */
export function prefixed(path: string, data: Bytes): string {
  const at = path.lastIndexOf('/') + 1;
  return `${path.slice(0, at)}${hex(sha256(data))}.${path.slice(at)}`;
}

/** Below another folder. */
export function below(folder: string, files: Readonly<Record<string, Bytes>>): Record<string, Bytes> {
  return Object.fromEntries(Object.entries(files).map(([path, data]) => [`${folder}/${path}`, data]));
}
