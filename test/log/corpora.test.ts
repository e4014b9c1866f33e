// SPDX-License-Identifier: Apache-2.0
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import type { LogEntryRequest } from '../../src/log/logged-entry.ts';
import type { SignedEntity } from '../../src/model/signed-entity.ts';
import type { TransparencyLog } from '../../src/model/trusted-root.ts';
import { corpus, describeCorpus } from '../support/corpora.ts';
import { mintKey } from './mint.ts';
import { causes, digestsOf, openBundles, readPlain, signerOf, trustedLogs, verifyFirst } from './support.ts';

// What this stage alone makes of the real bundles of other clients, and of the cases that are wrong for its reasons.

const roots = corpus('sigstore-trust-roots');
const publicGood = (): readonly TransparencyLog[] => trustedLogs(join(roots!, 'public-good/targets/trusted_root.json'));
const staging = (): readonly TransparencyLog[] => trustedLogs(join(roots!, 'staging/targets/trusted_root.json'));

function filesUnder(folder: string): string[] {
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name))
    .filter((file) => readFileSync(file, 'latin1').includes('"verificationMaterial"'))
    .sort();
}

const entriesOf = (
  entity: SignedEntity,
  logs: readonly TransparencyLog[],
  options: Partial<LogEntryRequest> = {},
): string[] => causes(verifyFirst(entity, logs, options));

/** Causes that this stage finds; every other case of the suite is sound here, whatever else is wrong with it. */
const CONFORMANCE: Readonly<Record<string, readonly string[]>> = {
  'bundle-from-wrong-instance_fail': ['log.key log-unknown'],
  'checkpoint-bad-keyhint_fail': ['log.checkpoint checkpoint-unsigned'],
  'dsse-mismatch-envelope_fail': ['log.entry log-entry-mismatch'],
  'inclusion-proof-corrupted-hash_fail': ['log.inclusion inclusion-root-mismatch'],
  'intoto-log-entry-mismatch_fail': ['log.entry log-entry-format'],
  'intoto-missing-inclusion-proof_fail': ['log.inclusion inclusion-absent'],
  'invalid-checkpoint-signature_fail': ['log.checkpoint checkpoint-signature'],
  'invalid-inclusion-proof_fail': ['log.inclusion inclusion-root-mismatch', 'log.checkpoint checkpoint-absent'],
  'managed-key-wrong-key_fail': ['log.entry log-entry-mismatch'],
  'message-digest-mismatch_fail': ['log.entry log-entry-mismatch'],
  'rekor2-checkpoint-missing-root-hash_fail': ['log.checkpoint checkpoint-format'],
  'rekor2-checkpoint-missing-size_fail': ['log.checkpoint checkpoint-format'],
  'rekor2-checkpoint-no-matching-signature_fail': ['log.checkpoint checkpoint-origin'],
  'rekor2-dsse-mismatch-envelope_fail': ['log.entry log-entry-mismatch'],
  'rekor2-dsse-mismatch-sig_fail': ['log.entry log-entry-mismatch'],
  'wrong-hashedrekord-artifact_fail': ['log.entry log-entry-mismatch'],
  'wrong-hashedrekord-cert-and-sig_fail': ['log.entry log-entry-mismatch'],
};
/** Refused when they are opened. */
const NOT_OPENED = ['bundle-malformed-json_fail', 'bundle-negative-log-index_fail'];

describeCorpus('sigstore-conformance', (folder) => {
  const base = join(folder, 'test/assets/bundle-verify');
  const names = readdirSync(base).filter((name) => existsSync(join(base, name, 'bundle.sigstore.json')));

  it.each(names)('%s', (name) => {
    const [entity] = openBundles(join(base, name, 'bundle.sigstore.json'));
    expect(entity === undefined).toBe(NOT_OPENED.includes(name));
    if (entity === undefined) return;
    const own = join(base, name, 'trusted_root.json');
    const options = entity.signer.kind === 'key' ? { signerKey: plainKey(entity, base, name) } : {};
    const found = entriesOf(entity, existsSync(own) ? trustedLogs(own) : publicGood(), options);
    expect(found).toEqual(CONFORMANCE[name] ?? []);
  });

  // The suite's own wrong key is no key at all; what is asked here is another key.
  const plainKey = (entity: SignedEntity, base: string, name: string) =>
    name.includes('wrong-key')
      ? { spki: mintKey('p256').key.spki, kind: 'ecdsa-p256' as const, certificateDer: null }
      : signerOf(entity, join(base, name, 'key.pub'));

  it('holds as many cases as were looked at', () => {
    expect(names.length).toBe(35);
    expect(Object.keys(CONFORMANCE).filter((name) => !names.includes(name))).toEqual([]);
  });
});

describeCorpus('sigstore-js', (folder) => {
  const files = filesUnder(join(folder, 'tests'));
  it.each(files.map((file) => [file.slice(folder.length + 1), file]))('%s', (_name, file) => {
    const [entity] = openBundles(file);
    const result = verifyFirst(entity!, publicGood());
    expect(causes(result)).toEqual([]);
    expect(result.ok && result.value.inclusionProven).toBe(entity!.logEntries[0]!.proof !== null);
    expect(result.findings.map(({ code }) => code)).toEqual(
      entity!.logEntries[0]!.proof === null ? ['inclusion-not-established'] : [],
    );
  });
  it('holds nine bundles', () => expect(files).toHaveLength(9));
});

describeCorpus('sigstore-python', (folder) => {
  const WRONG: Readonly<Record<string, readonly string[]>> = {
    'derived/949af476c50e-tsa_no_integratedTime.json': ['log.promise promise-mismatch'],
    'test/assets/bundle_cve_2022_36056.txt.sigstore': ['log.entry log-entry-mismatch'],
    'test/assets/bundle_no_checkpoint.txt.sigstore': ['log.checkpoint checkpoint-absent'],
  };
  const opened = filesUnder(folder).flatMap((file) =>
    openBundles(file).map((entity) => [file.slice(folder.length + 1), entity] as const),
  );
  const logged = opened.filter(([, entity]) => entity.logEntries.length > 0);

  it.each(logged)('%s', (name, entity) => {
    expect(entriesOf(entity, [...staging(), ...publicGood()])).toEqual(WRONG[name] ?? []);
  });

  it('holds as many bundles with an entry as were looked at', () => expect(logged).toHaveLength(17));

  it('is of logs that the other instance does not know', () => {
    const [, entity] = logged.find(([name]) => name.endsWith('bundle_v3.txt.sigstore'))!;
    expect(entriesOf(entity, publicGood())).toEqual(['log.key log-unknown']);
  });

  it('is about its artifact and no other', () => {
    const [, entity] = logged.find(([name]) => name.endsWith('assets/bundle.txt.sigstore'))!;
    const artifact = (name: string) => digestsOf(readPlain(join(folder, 'test/assets', name)));
    expect(entriesOf(entity, staging(), { artifactDigests: artifact('bundle.txt') })).toEqual([]);
    expect(entriesOf(entity, staging(), { artifactDigests: artifact('b.txt') })).toEqual([
      'log.entry artifact-digest-mismatch',
    ]);
  });
});

for (const name of ['sigstore-rs', 'cosign', 'pypi-attestations'] as const) {
  describeCorpus(name, (folder) => {
    const entities = filesUnder(folder).flatMap(openBundles);
    it('has sound entries', () => {
      expect(entities.length).toBeGreaterThan(0);
      for (const entity of entities) expect(entriesOf(entity, [...publicGood(), ...staging()])).toEqual([]);
    });
  });
}

describeCorpus('slsa-verifier', (folder) => {
  const entities = filesUnder(folder).flatMap((file) => openBundles(file).map((entity) => ({ file, entity })));
  it('has sound entries, but for those whose signature was altered', () => {
    expect(entities.length).toBeGreaterThanOrEqual(32);
    for (const { file, entity } of entities) {
      if (entity.signer.kind !== 'certificate') continue;
      const altered = file.includes('invalidsigprov');
      expect([file, entriesOf(entity, publicGood())]).toEqual([file, altered ? ['log.entry log-entry-mismatch'] : []]);
    }
  });
});

describe('the keys of a trusted root', () => {
  it.skipIf(roots === null)('have windows, both ends inclusive, that the integrated time is held against', () => {
    const folder = join(corpus('sigstore-conformance')!, 'test/assets/bundle-verify');
    const logs = trustedLogs(join(folder, 'trust-root-tlog-validity-end-inclusive/trusted_root.json'));
    const [entity] = openBundles(join(folder, 'trust-root-tlog-validity-end-inclusive/bundle.sigstore.json'));
    expect(entriesOf(entity!, logs)).toEqual([]);
    const [later] = openBundles(join(folder, 'happy-path-v0.3/bundle.sigstore.json'));
    expect(entriesOf(later!, logs)).toEqual(['log.key log-key-window']);
  });
});
