// SPDX-License-Identifier: Apache-2.0
import { type Bytes, hex, sha256, utf8 } from '../bytes.ts';
import { AT, type Case, passes, refuted, undecided, unusable } from '../case.ts';
import { canonical, type JsonObject, pretty } from '../json.ts';
import { PLAIN } from '../plain-keys.ts';
import {
  type BinsPlan,
  below,
  type Listed,
  listed,
  newRootKeys,
  newTimestampKey,
  packagesKey,
  type RepositoryPlan,
  type Roles,
  role,
  rootKeys,
  strangerKey,
  tufRepository,
  tufRoot,
  usualRoles,
} from '../tuf.ts';
import { mintRoot } from '../world.ts';

const ROOT_TARGET = utf8(pretty(mintRoot()));
const KEYS_TARGET = utf8(pretty({ keys: [] }));
const packages = (name = 'packages', ...paths: readonly string[]) => ({
  name,
  role: role(1, packagesKey),
  paths: paths.length === 0 ? ['packages/*'] : paths,
  targets: { 'packages/keys.json': KEYS_TARGET },
});

export const bins = (plan: Partial<BinsPlan> = {}): BinsPlan => ({
  ...{ prefix: 'bin', bits: 4, role: role(1, packagesKey), targets: { 'packages/keys.json': KEYS_TARGET } },
  ...plan,
});

/** A sound repository, but for what the plan says. */
export function mirror(plan: RepositoryPlan = {}): Record<string, Bytes> {
  return tufRepository({ targets: { 'trusted_root.json': ROOT_TARGET }, delegations: [packages()], ...plan });
}

const FIRST = tufRoot({ version: 1 });
const files = (plan: RepositoryPlan = {}) => ({ ...below('mirror', mirror(plan)), 'pinned.json': FIRST });
const VERIFY = ['trust', 'verify', 'mirror', '--root', 'pinned.json', ...AT] as const;

/** A second root, by other keys, signed by those of the first and of the second. */
const rotated: Roles = { ...usualRoles, root: role(2, ...newRootKeys) };
const second = { version: 2, roles: rotated, by: [rootKeys[0], rootKeys[1], ...newRootKeys] };

interface Seen {
  readonly timestamp: number;
  readonly snapshot: number;
  readonly targets: number;
}

/** A trust store that has seen a state of the repository: the root that is pinned, and versions. */
function store(seen: Seen, at: Readonly<Record<string, string>> = {}): Record<string, Bytes> {
  const file = (name: string, version: number) => ({
    version,
    sha256: at[name] ?? hex(sha256(utf8(`${name} ${version}`))),
  });
  const index: JsonObject = {
    format: 'forensic-verify/trust-store@v1',
    revision: 1,
    domains: {
      mint: {
        documents: [
          {
            ...{ role: 'tuf-root', name: 'root.json', sha256: hex(sha256(FIRST)), size: FIRST.length },
            ...{ origin: 'TUF root 1, from mirror', importedAt: '2026-02-01T12:00:00Z' },
          },
        ],
        superseded: [],
        tuf: {
          root: { version: 1, sha256: hex(sha256(FIRST)) },
          timestamp: file('timestamp', seen.timestamp),
          snapshot: file('snapshot', seen.snapshot),
          files: { 'targets.json': file('targets', seen.targets) },
        },
      },
    },
  };
  return { 'store/trust-store.json': utf8(canonical(index)), [`store/documents/${hex(sha256(FIRST))}`]: FIRST };
}

const WITH_STORE = ['trust', 'verify', 'mirror', '--store', 'store', '--domain', 'mint', ...AT] as const;
const remembering = (seen: Seen, plan: RepositoryPlan = {}, at: Readonly<Record<string, string>> = {}) => ({
  ...below('mirror', mirror(plan)),
  ...store(seen, at),
});

export function tufCases(): Case[] {
  return [...soundCases(), ...rootCases(), ...signerCases(), ...stateCases(), ...fileCases(), ...documentCases()];
}

function soundCases(): Case[] {
  const raised = { timestamp: 900, snapshot: 900, targets: 900 };
  const recovered: Roles = { ...usualRoles, timestamp: role(1, newTimestampKey) };
  const recovery = { roots: [{ version: 1 }, { version: 2, roles: recovered, by: rootKeys.slice(0, 2) }] };
  return [
    passes(
      'tuf-mirror',
      'A copied repository: one root, timestamp, snapshot, targets, one delegated role, two targets.',
      files(),
      VERIFY,
    ),
    passes(
      'tuf-rotation',
      'The second root has other keys, and is signed by as many of the first and of its own as each of them asks for.',
      files({ roots: [{ version: 1 }, second] }),
      VERIFY,
    ),
    passes(
      'tuf-roots-alone',
      'Nothing but the row of roots: it says who may sign, and the report says what it does not prove.',
      { 'mirror/1.root.json': FIRST, 'mirror/2.root.json': tufRoot(second), 'pinned.json': FIRST },
      VERIFY,
    ),
    passes(
      'tuf-newer',
      'A state that is newer than the one that the trust store has seen.',
      remembering({ timestamp: 1, snapshot: 1, targets: 1 }, { versions: { timestamp: 3, snapshot: 2, targets: 2 } }),
      WITH_STORE,
    ),
    passes(
      'tuf-fast-forward',
      'Somebody had raised all versions to 900. A new root with another timestamp key makes the store forget them (TUF 5.3.11).',
      remembering(raised, recovery),
      WITH_STORE,
    ),
    passes(
      'tuf-hash-bins',
      'The second target is in one of 16 hash bins that the list of targets delegates to in one line (succinct_roles).',
      files({ bins: bins() }),
      VERIFY,
    ),
    passes(
      'tuf-bare',
      'Timestamp and snapshot name versions alone, without lengths and digests: TUF allows it.',
      files({ bare: true }),
      VERIFY,
    ),
  ];
}

function rootCases(): Case[] {
  const third = { version: 3, roles: rotated, by: newRootKeys };
  return [
    undecided(
      'tuf-gap--tuf-root-gap',
      'tuf.root',
      'The second of three roots was not copied: nothing shows that the third one follows.',
      files({ roots: [{ version: 1 }, third] }),
      VERIFY,
    ),
    undecided(
      'tuf-misnumbered--tuf-root-gap',
      'tuf.root',
      'The file 2.root.json is root 3.',
      files({
        roots: [{ version: 1 }],
        instead: { 'metadata/2.root.json': tufRoot({ ...third, by: [...second.by] }) },
      }),
      VERIFY,
    ),
    undecided(
      'tuf-pin--tuf-root-pin',
      'tuf.pin',
      'A whole repository of somebody else, whose first root is not the one that is pinned.',
      { ...files({ roots: [{ version: 1, roles: rotated }] }) },
      VERIFY,
    ),
    refuted(
      'tuf-new-keys-only--tuf-threshold',
      'tuf.root',
      'The second root is signed by its own keys alone, and by none of the first.',
      files({ roots: [{ version: 1 }, { ...second, by: newRootKeys }] }),
      VERIFY,
    ),
    refuted(
      'tuf-old-keys-only--tuf-threshold',
      'tuf.root',
      'The second root is signed by the keys of the first alone: its own have not agreed.',
      files({ roots: [{ version: 1 }, { ...second, by: rootKeys }] }),
      VERIFY,
    ),
    refuted(
      'tuf-threshold-zero--tuf-format',
      'tuf.root',
      'The second root asks for no signature at all of the timestamp (threshold 0).',
      files({ roots: [{ version: 1 }, { ...second, roles: { ...rotated, timestamp: role(0, newTimestampKey) } }] }),
      VERIFY,
    ),
  ];
}

function signerCases(): Case[] {
  const key = listed(rootKeys[0].key);
  const again: Listed = { key: key.key, id: 'ab'.repeat(32) };
  const twice: Roles = { ...usualRoles, targets: role(2, key, again) };
  return [
    refuted(
      'tuf-same-key-twice--tuf-threshold',
      'tuf.targets',
      'Two signatures under two key ids, and both ids are one key: of two distinct keys one has signed (attacks B03).',
      { ...files({ roots: [{ version: 1, roles: twice }] }), 'pinned.json': tufRoot({ version: 1, roles: twice }) },
      VERIFY,
    ),
    refuted(
      'tuf-unknown-key--tuf-threshold',
      'tuf.timestamp',
      'The timestamp is signed by a key that is in no role.',
      files({ by: { timestamp: [strangerKey] } }),
      VERIFY,
    ),
    refuted(
      'tuf-other-role--tuf-threshold',
      'tuf.snapshot',
      'The snapshot is signed by a key of the root role: of another role than its own.',
      files({ by: { snapshot: [rootKeys[0]] } }),
      VERIFY,
    ),
    refuted(
      'tuf-delegated-stranger--tuf-threshold',
      'tuf.targets',
      'The list of the delegated role is signed by somebody else than it was delegated to.',
      files({
        delegations: [{ ...packages(), role: { keys: [packagesKey, strangerKey], threshold: 2 } }],
        bare: true,
        instead: { 'metadata/1.packages.json': mirror()['metadata/1.packages.json']! },
      }),
      VERIFY,
    ),
    refuted(
      'tuf-hash-bin-stranger--tuf-threshold',
      'tuf.targets',
      'The hash bins are signed by somebody else than they were delegated to.',
      files({ bins: bins({ bits: 1, by: [strangerKey] }) }),
      VERIFY,
    ),
  ];
}

function stateCases(): Case[] {
  const before = '2026-02-15T00:00:00Z';
  const newer = { timestamp: 5, snapshot: 3, targets: 2 };
  return [
    undecided(
      'tuf-freeze--tuf-expired',
      'tuf.freshness',
      'The timestamp has expired two weeks before: somebody may go on showing an old state (freeze).',
      files({ expires: { timestamp: before } }),
      VERIFY,
      5,
    ),
    undecided(
      'tuf-stale-allowed--tuf-expired',
      'tuf.freshness',
      'The same, and --allow-stale takes it: with a warning, never without.',
      files({ expires: { timestamp: before } }),
      [...VERIFY, '--allow-stale'],
      1,
    ),
    undecided(
      'tuf-root-expired--tuf-expired',
      'tuf.freshness',
      'The last root has expired.',
      files({ roots: [{ version: 1 }, { ...second, expires: before }] }),
      VERIFY,
      5,
    ),
    undecided(
      'tuf-targets-expired--tuf-expired',
      'tuf.freshness',
      'The list of targets has expired.',
      files({ expires: { targets: before } }),
      VERIFY,
      5,
    ),
    refuted(
      'tuf-timestamp-older--tuf-rollback',
      'tuf.timestamp',
      'The trust store has seen timestamp 5, and is shown timestamp 4.',
      remembering(newer, { versions: { timestamp: 4, snapshot: 3, targets: 2 } }),
      WITH_STORE,
    ),
    refuted(
      'tuf-timestamp-other--tuf-rollback',
      'tuf.timestamp',
      'It is shown another timestamp 5 than the one that it has seen.',
      remembering(newer, { versions: newer }),
      WITH_STORE,
    ),
    refuted(
      'tuf-snapshot-older--tuf-rollback',
      'tuf.timestamp',
      'A new timestamp names snapshot 2, and snapshot 3 was seen.',
      remembering(newer, { versions: { timestamp: 6, snapshot: 2, targets: 2 } }),
      WITH_STORE,
    ),
    refuted(
      'tuf-targets-older--tuf-rollback',
      'tuf.snapshot',
      'A new snapshot names targets 1, and targets 2 was seen.',
      remembering(newer, { versions: { timestamp: 6, snapshot: 4, targets: 1 } }),
      WITH_STORE,
    ),
    refuted(
      'tuf-fast-forward-kept--tuf-rollback',
      'tuf.timestamp',
      'Versions were raised to 900, and no new root has changed a key: the store does not forget.',
      remembering({ timestamp: 900, snapshot: 900, targets: 900 }, { roots: [{ version: 1 }, second] }),
      WITH_STORE,
    ),
    refuted(
      'tuf-mix-snapshot--tuf-mix',
      'tuf.snapshot',
      'The snapshot that lies under number 2 is snapshot 1: the timestamp is of another moment.',
      files({ names: { snapshot: 2 }, bare: true }),
      VERIFY,
      2,
    ),
    refuted(
      'tuf-mix-targets--tuf-mix',
      'tuf.targets',
      'The list of targets that lies under number 2 is list 1: the snapshot is of another moment.',
      files({ names: { targets: 2 }, bare: true }),
      VERIFY,
      2,
    ),
  ];
}

function fileCases(): Case[] {
  const target = (data: Bytes) => ({
    without: Object.keys(mirror()).filter((path) => path.startsWith('targets/')),
    instead: { 'targets/trusted_root.json': data, 'targets/packages/keys.json': KEYS_TARGET },
  });
  const flipped = Uint8Array.from(ROOT_TARGET, (octet, i) => (i === ROOT_TARGET.length - 2 ? 0x20 : octet));
  const snapshot = mirror()['metadata/1.snapshot.json']!;
  return [
    refuted(
      'tuf-target-length--tuf-digest',
      'tuf.target',
      'The trusted root has one octet more than is signed for it.',
      files(target(utf8(`${Buffer.from(ROOT_TARGET).toString()}\n`))),
      VERIFY,
      2,
    ),
    refuted(
      'tuf-target-digest--tuf-digest',
      'tuf.target',
      'The trusted root has the length that is signed for it, and one other octet.',
      files(target(flipped)),
      VERIFY,
      2,
    ),
    refuted(
      'tuf-snapshot-digest--tuf-digest',
      'tuf.snapshot',
      'The snapshot is signed, and written with other white space than the timestamp has the digest of.',
      files({ instead: { 'metadata/1.snapshot.json': utf8(`${Buffer.from(snapshot).toString()} `) } }),
      VERIFY,
      2,
    ),
    undecided(
      'tuf-no-snapshot--tuf-missing',
      'tuf.snapshot',
      'The snapshot was not copied.',
      files({ without: ['metadata/1.snapshot.json'] }),
      VERIFY,
      4,
    ),
    refuted(
      'tuf-traversal--tuf-role',
      'tuf.targets',
      'A delegated role is named ../packages, and would be read from outside of the directory (CVE-2021-41131).',
      files({ delegations: [packages('../packages')], without: ['metadata/1...%2Fpackages.json'] }),
      VERIFY,
    ),
    refuted(
      'tuf-endless--limit-exceeded',
      'tuf.timestamp',
      'The timestamp has more than 16 KiB: whoever sends it can go on for ever (endless data).',
      files({ instead: { 'metadata/timestamp.json': utf8(`${' '.repeat(16 * 1024)}{}\n`) } }),
      VERIFY,
    ),
    refuted(
      'tuf-timestamp-format--tuf-format',
      'tuf.timestamp',
      'A member of the timestamp stands twice.',
      files({ instead: { 'metadata/timestamp.json': utf8('{"signatures": [], "signed": {}, "signed": {}}\n') } }),
      VERIFY,
    ),
    unusable(
      'tuf-store-torn--trust-store-format',
      'The index of the trust store ends in the middle: what it has seen is not known, and never taken for nothing.',
      {
        ...remembering({ timestamp: 1, snapshot: 1, targets: 1 }),
        'store/trust-store.json': store({ timestamp: 1, snapshot: 1, targets: 1 })['store/trust-store.json']!.slice(
          0,
          200,
        ),
      },
      WITH_STORE,
    ),
  ];
}

function documentCases(): Case[] {
  const list = (revoked: JsonObject[]): JsonObject => ({
    ...{ format: 'forensic-verify/revocation-list@v1', issuer: 'mint security', sequence: 1 },
    ...{ issuedAt: '2026-02-10T00:00:00Z', revoked },
  });
  const key = hex(sha256(PLAIN.p256.spki));
  const row = { kind: 'key', sha256: key, since: '2026-01-15T00:00:00Z', reason: 'key-compromise' };
  const one = ['trust', 'verify', 'revoked.json', ...AT];
  const sound = utf8(pretty(list([row])));
  return [
    passes(
      'revocation-list',
      'A list of revocations: one key, compromised since an instant. It is the file whose digest is pinned.',
      { 'revoked.json': sound },
      [...one, '--digest', `sha256:${hex(sha256(sound))}`],
    ),
    undecided(
      'revocation-list-alone--trust-unvouched',
      'trust.digest',
      'The same list by itself: anybody could have written it.',
      { 'revoked.json': sound },
      one,
      5,
    ),
    undecided(
      'revocation-list-since--revocation-list-format',
      'trust.document',
      'An entry does not say since when: that is never taken for anything.',
      { 'revoked.json': list([{ kind: 'key', sha256: key, reason: 'key-compromise' }]) },
      one,
      5,
    ),
  ];
}
