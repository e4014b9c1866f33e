// SPDX-License-Identifier: Apache-2.0
import { describe, expect, it } from 'vitest';
import { type EntryWish, rawBytes, type SealPlan, seal } from '../../scripts/mint/bundle.ts';
import { base64, sha256, utf8 } from '../../scripts/mint/bytes.ts';
import { ARTIFACT, MESSAGE, MESSAGE_V2 } from '../../scripts/mint/cases/good.ts';
import { authority } from '../../scripts/mint/certificate.ts';
import { changed, type Json, type JsonObject } from '../../scripts/mint/json.ts';
import { ecKey } from '../../scripts/mint/keys.ts';
import { checkpointText, signatureLine, signedNote } from '../../scripts/mint/note.ts';
import { authorityInstance, ctlogInstance, tlogInstance } from '../../scripts/mint/trusted-root.ts';
import {
  caInstance,
  caRoot,
  ctLog,
  LEAF_FROM,
  LEAF_UNTIL,
  mintRoot,
  ROOT_PLAN,
  rekorV1,
  rekorV2,
  SIGNED_AT,
  signer,
  tsaA,
  tsaB,
  tsaInstance,
  tsaStranger,
} from '../../scripts/mint/world.ts';
import { ASKED, accepted, folder, refused, refusesCase, runCase, UNDER, verifyBundle } from './evidence.ts';
import { judged, type Outcome } from './program.ts';

const ENTRY = '/verificationMaterial/tlogEntries/0';
const PROOF = `${ENTRY}/inclusionProof`;
const message = seal(MESSAGE).bundle;
const plus = (instant: string, seconds: number): string =>
  new Date(Date.parse(instant) + 1000 * seconds).toISOString().replace('.000', '');
const notEstablished = (outcome: Outcome): readonly string[] =>
  (outcome.report!.items[0] as unknown as { notEstablished: string[] }).notEstablished;

describe('C01 · log entry not bound to this signature', () => {
  const others = [
    'entry-of-another-artifact',
    'entry-of-another-signature',
    'entry-of-another-key',
    'entry-v2-of-another-artifact',
    'entry-v2-of-another-key',
    'entry-dsse-of-another-payload',
    'entry-dsse-of-another-key',
    'entry-dsse-v2-of-another-payload',
    'entry-over-pae-of-another-payload',
    'entry-intoto-of-another-payload',
    'entry-intoto-v1-of-another-payload',
    'entry-intoto-v1-of-another-key',
  ];
  it.each(others)('refuses %s', async (name) => {
    await refusesCase(`${name}--log-entry-mismatch`);
  });
  it('refuses a kind that is not known, and a name that is not the body’s', async () => {
    await refusesCase('entry-of-kind-rekord--log-entry-kind-unsupported');
    await refusesCase('entry-kind-renamed--log-entry-inconsistent');
  });
  it('takes a whole entry of another bundle for what it is', async () => {
    const bob = signer({ label: 'leaf bob', key: ecKey('p256', 'bob') });
    const theirs = seal({ ...MESSAGE, signer: bob }).bundle;
    const entries = (theirs['verificationMaterial'] as JsonObject)['tlogEntries']!;
    refused(
      await verifyBundle(changed(message, { '/verificationMaterial/tlogEntries': entries })),
      3,
      'log-entry-mismatch',
    );
  });
  it.each([
    'bundle-v0.1-intoto-v1',
    'bundle-v0.3-intoto',
    'bundle-v0.3-dsse',
    'rekor-v2-dsse',
    'rekor-v2-hashedrekord-over-pae',
    'rekor-v2-message',
  ])('accepts %s', async (name) => accepted(await runCase(name)));
});

describe('C02 · inclusion proof without a signed root', () => {
  it('refuses a proof whose root nobody signed', async () => {
    await refusesCase('proof-without-checkpoint--checkpoint-absent');
    await refusesCase('checkpoint-flipped--checkpoint-signature');
    await refusesCase('checkpoint-of-an-older-tree--checkpoint-root-mismatch', 2);
    await refusesCase('rekor-v2-checkpoint-flipped--checkpoint-signature');
  });
  it('refuses a good checkpoint of the same size with another root', async () => {
    const checkpoint: NonNullable<EntryWish['checkpoint']> = ({ size, root }) => {
      const text = checkpointText('rekor.mint.example - 7301', size, sha256(root));
      return signedNote(text, signatureLine({ name: rekorV1.host, key: rekorV1.key }, text));
    };
    const plan: SealPlan = { ...MESSAGE, entries: [{ log: rekorV1, checkpoint }], stamps: [{ tsa: tsaA }] };
    refused(await verifyBundle(plan), 2, 'checkpoint-root-mismatch');
  });
  it('refuses a proof that leads elsewhere, or is of another leaf', async () => {
    await refusesCase('proof-flipped--inclusion-root-mismatch', 2);
    const stamped = seal({ ...MESSAGE, stamps: [{ tsa: tsaA }] }).bundle;
    refused(await verifyBundle(changed(stamped, { [`${PROOF}/logIndex`]: '4' })), 2, 'inclusion-root-mismatch');
    const other = seal({ ...MESSAGE, signer: signer({ label: 'leaf bob', key: ecKey('p256', 'bob') }) }).bundle;
    const theirs = ((other['verificationMaterial'] as JsonObject)['tlogEntries'] as JsonObject[])[0]![
      'inclusionProof'
    ]!;
    refused(await verifyBundle(changed(stamped, { [PROOF]: theirs })), 2, 'inclusion-root-mismatch');
  });
  it.each(['proof-one-more', 'proof-one-less', 'proof-index-past-size'])('refuses %s', async (name) => {
    await refusesCase(`${name}--inclusion-shape`);
  });
});

describe('C03 · threshold met by one log', () => {
  it('counts logs, certificate logs and authorities, not entries', async () => {
    await refusesCase('two-entries-of-one-log--log-threshold');
    await refusesCase('two-scts-of-one-log--sct-threshold');
    await refusesCase('two-timestamps-of-one--time-threshold');
  });
  it('counts one key once, under two names of the trusted root', async () => {
    const twin = changed(tlogInstance(rekorV1), { '/baseUrl': 'https://twin.mint.example' });
    const root = mintRoot({ tlogs: [...ROOT_PLAN.tlogs, twin] });
    const two: SealPlan = { ...MESSAGE, entries: [{ log: rekorV1 }, { log: rekorV1, before: 6 }] };
    refused(await verifyBundle(two, { root, more: ['--tlog-threshold', '2'] }), 3, 'log-threshold');
    const twinCt = changed(ctlogInstance(ctLog), { '/baseUrl': 'https://twin-ct.mint.example' });
    const sct = { log: ctLog, time: LEAF_FROM };
    const plan: SealPlan = {
      ...MESSAGE,
      signer: signer({ label: 'leaf twin', scts: [sct, { ...sct, time: plus(LEAF_FROM, 1) }] }),
    };
    const ctRoot = mintRoot({ ctlogs: [...ROOT_PLAN.ctlogs, twinCt] });
    refused(await verifyBundle(plan, { root: ctRoot, more: ['--ctlog-threshold', '2'] }), 3, 'sct-threshold');
  });
  it.each(['two-logs', 'two-scts', 'two-timestamps'])('is met by %s', async (name) => accepted(await runCase(name)));
});

describe('C04 · version downgrade by mediaType', () => {
  it('refuses a v0.3 bundle that calls itself v0.1, with its proof removed', async () => {
    await refusesCase('bundle-downgraded--bundle-material');
    await refusesCase('bundle-v0.3-no-proof--inclusion-absent');
    await refusesCase('bundle-v0.2-no-proof--inclusion-absent');
    await refusesCase('bundle-v0.3-chain--bundle-material');
  });
  it('takes no list for a string, and no version that does not exist', async () => {
    await refusesCase('bundle-media-type-list--bundle-version-unsupported');
    await refusesCase('bundle-version-0.9--bundle-version-unsupported');
    for (const mediaType of [
      '',
      null,
      {},
      'application/vnd.dev.sigstore.bundle+json',
      'APPLICATION/VND.DEV.SIGSTORE.BUNDLE.V0.3+JSON',
    ]) {
      const outcome = await verifyBundle(changed(message, { '/mediaType': mediaType }));
      expect([3, 4]).toContain(outcome.code);
      expect(outcome.reasons).toHaveLength(1);
    }
  });
  it('accepts a wholly rewritten one on its promise alone, and never calls inclusion established', async () => {
    const v1: SealPlan = { ...MESSAGE, version: '0.1', entries: [{ log: rekorV1, proof: false }] };
    const outcome = await verifyBundle(v1);
    accepted(outcome);
    expect(outcome.findings).toContain('inclusion-not-established');
    expect(notEstablished(outcome)).toContain('that the entry is part of the tree of the log');
    expect(outcome.checks.filter(({ id }) => id === 'log.inclusion' || id === 'log.checkpoint')).toEqual([]);
  });
  it('a proof that is there is judged in v0.1 too', async () => {
    const { bundle } = seal({ ...MESSAGE, version: '0.1', stamps: [{ tsa: tsaA }] });
    const broken = changed(bundle, { [`${PROOF}/hashes/0`]: base64(sha256(ARTIFACT)) });
    refused(await verifyBundle(broken), 2, 'inclusion-root-mismatch');
  });
});

describe('C05 · untrusted time: integratedTime without SET', () => {
  it('counts for nothing beside a bare inclusion proof', async () => {
    await refusesCase('no-promise--time-absent');
  });
  it('is covered by the promise, with body, index and log', async () => {
    await refusesCase('integrated-time-moved--promise-mismatch');
    await refusesCase('promise-flipped--promise-mismatch');
    for (const [place, value] of [
      [`${ENTRY}/logIndex`, '4006'],
      [`${ENTRY}/integratedTime`, String(Date.parse(SIGNED_AT) / 1000 - 1)],
    ] as const) {
      refused(await verifyBundle(changed(message, { [place]: value })), 3, 'promise-mismatch');
    }
  });
  it('of Rekor v2 is not believed, where somebody writes one in', async () => {
    const bundle = changed(seal({ ...MESSAGE_V2, stamps: [] }).bundle, {
      [`${ENTRY}/integratedTime`]: String(Date.parse(SIGNED_AT) / 1000),
    });
    const outcome = await verifyBundle(bundle);
    expect(outcome.code).toBe(3);
    expect(
      (outcome.report!.items[0] as unknown as { times: { trusted: boolean }[] }).times.filter(({ trusted }) => trusted),
    ).toEqual([]);
  });
});

describe('C06 · one good timestamp hides a bad one', () => {
  const good = { tsa: tsaA };
  const late = { tsa: tsaB, time: plus(LEAF_UNTIL, 1) };
  it('in either order', async () => {
    await refusesCase('timestamp-outside-certificate--path-expired');
    for (const stamps of [
      [good, late],
      [late, good],
    ])
      refused(await verifyBundle({ ...MESSAGE_V2, stamps }), 3, 'path-expired');
  });
  it('where the bad one does not verify', async () => {
    const over = { tsa: tsaB, over: ARTIFACT };
    for (const stamps of [
      [good, over],
      [over, good],
    ])
      refused(await verifyBundle({ ...MESSAGE_V2, stamps }), 2, 'timestamp-imprint');
    await refusesCase('timestamp-twice--timestamp-duplicate');
  });
  it('an unknown authority is listed, and changes nothing', async () => {
    const outcome = await verifyBundle({ ...MESSAGE_V2, stamps: [good, { tsa: tsaStranger }] });
    accepted(outcome);
    expect(outcome.findings).toContain('timestamp-authority-unknown');
  });
});

describe('C07 · TSA checks applied to another certificate', () => {
  it('the certificate is the one that the signed attributes name, and signs alone', async () => {
    await refusesCase('timestamp-names-another--timestamp-signer');
    await refusesCase('timestamp-two-signers--timestamp-signer');
    await refusesCase('timestamp-forged--timestamp-signature');
  });
  it('its usage is critical and sole', async () => {
    await refusesCase('timestamp-usage-not-critical--timestamp-usage');
    await refusesCase('timestamp-usage-not-sole--timestamp-usage');
  });
  it('a forged certificate in front changes nothing, and one in its place refuses', async () => {
    const forged = tsaStranger.certificate.der;
    accepted(await verifyBundle({ ...MESSAGE_V2, stamps: [{ tsa: tsaA, embedded: [forged, tsaA.certificate.der] }] }));
    const outcome = await verifyBundle({
      ...MESSAGE_V2,
      stamps: [{ tsa: tsaA, key: tsaStranger.key, embedded: [forged] }],
    });
    expect(outcome.code).toBe(3);
    expect(outcome.reasons.join()).toMatch(/^timestamp-/);
  });
});

describe('C08 · RFC 3161 token not bound', () => {
  it('is over the octets of the signature, and nothing else', async () => {
    await refusesCase('timestamp-over-the-artifact--timestamp-imprint', 2);
    await refusesCase('timestamp-over-base64--timestamp-imprint', 2);
  });
  it.each([
    'timestamp-sha1--timestamp-algorithm',
    'timestamp-two-hashes--timestamp-algorithm',
    'timestamp-refused--timestamp-status',
  ])('refuses %s', async (name) => void (await refusesCase(name)));
  it.each([
    'timestamp-without-attributes--timestamp-format',
    'timestamp-content-replaced--timestamp-signature',
    'timestamp-critical--timestamp-extension',
  ])('refuses %s', async (name) => void (await refusesCase(name)));
  it('reads fractions', async () => accepted(await runCase('timestamp-fraction')));
});

describe('C09 · key validity window ignored', () => {
  const start = '2025-01-01T00:00:00Z';
  const windows: Readonly<
    Record<string, readonly [(window: { start: string; end?: string }) => JsonObject, SealPlan, string]>
  > = {
    'a log': [(window) => mintRoot({ tlogs: [tlogInstance(rekorV1, window)] }), MESSAGE, 'log-key-window'],
    'a certificate authority': [
      (window) => mintRoot({ certificateAuthorities: [caInstance(window)] }),
      MESSAGE,
      'authority-window',
    ],
    'a timestamp authority': [
      (window) => mintRoot({ timestampAuthorities: [tsaInstance(tsaA, window)] }),
      MESSAGE_V2,
      'timestamp-authority-window',
    ],
  };
  for (const [what, [root, plan, reason]] of Object.entries(windows)) {
    it(`of ${what} is inclusive at both ends, and to the second`, async () => {
      accepted(await verifyBundle(plan, { root: root({ start, end: SIGNED_AT }) }));
      accepted(await verifyBundle(plan, { root: root({ start: SIGNED_AT }) }));
      refused(await verifyBundle(plan, { root: root({ start, end: plus(SIGNED_AT, -1) }) }), 3, reason);
      refused(await verifyBundle(plan, { root: root({ start: plus(SIGNED_AT, 1) }) }), 3, reason);
    });
  }
  it('of a certificate log is that of its timestamp', async () => {
    const root = (window: { start: string; end?: string }) => mintRoot({ ctlogs: [ctlogInstance(ctLog, window)] });
    accepted(await verifyBundle(MESSAGE, { root: root({ start, end: LEAF_FROM }) }));
    accepted(await verifyBundle(MESSAGE, { root: root({ start: LEAF_FROM }) }));
    refused(await verifyBundle(MESSAGE, { root: root({ start, end: plus(LEAF_FROM, -1) }) }), 3, 'sct-window');
    refused(await verifyBundle(MESSAGE, { root: root({ start: plus(LEAF_FROM, 1) }) }), 3, 'sct-window');
  });
  it('of Rekor v2 is judged at every verified time', async () => {
    const root = mintRoot({ tlogs: [tlogInstance(rekorV2, { start, end: plus(SIGNED_AT, -1) })] });
    refused(await verifyBundle(MESSAGE_V2, { root }), 3, 'log-key-window');
  });
  it('has a start, or the entry is set aside', async () => void (await refusesCase('root-without-start--log-unknown')));
  it('of a registry key ends where the registry says', async () =>
    void (await refusesCase('registry-key-ended--key-window')));
});

describe('C10 · expired issuer, valid leaf', () => {
  const under = (label: string, window: { notBefore?: string; notAfter?: string }) => {
    const early = authority({ commonName: label, key: ecKey('p384', label), issuer: caRoot, pathLength: 0, ...window });
    const chain = [early.certificate.der, caRoot.certificate.der];
    const root = mintRoot({
      certificateAuthorities: [authorityInstance('mint root', 'https://ca.mint.example', chain)],
    });
    return verifyBundle({ ...MESSAGE, signer: signer({ label: `leaf of ${label}`, issuedBy: early }) }, { root });
  };
  it('the issuer had ended', async () => {
    await refusesCase('intermediate-ended--path-expired');
    refused(await under('C10 ended', { notAfter: plus(SIGNED_AT, -1) }), 3, 'path-expired');
    accepted(await under('C10 ends now', { notAfter: SIGNED_AT }));
  });
  it('the issuer had not begun', async () => {
    refused(await under('C10 not yet', { notBefore: plus(SIGNED_AT, 1) }), 3, 'path-not-yet-valid');
    accepted(await under('C10 begins now', { notBefore: SIGNED_AT }));
  });
});

describe('C11 · SCT skipped or signed by an unknown key; extensions mishandled', () => {
  it.each([
    'certificate-not-logged--sct-absent',
    'sct-of-another-certificate--sct-signature',
    'sct-good-and-bad--sct-signature',
    'sct-of-another-log--sct-log-unknown',
    'sct-cut--sct-format',
  ])('refuses %s', async (name) => void (await refusesCase(name)));
  it('refuses one from the future', async () => {
    const plan: SealPlan = {
      ...MESSAGE,
      signer: signer({ label: 'leaf future', scts: [{ log: ctLog, time: '2026-03-01T00:00:01Z' }] }),
    };
    const outcome = await verifyBundle(plan);
    expect(outcome.code).toBe(3);
    expect(outcome.reasons.join()).toMatch(/^sct-/);
  });
  it('accepts extensions, which are signed too', async () => accepted(await runCase('sct-with-extensions')));
  it('waived, it is said, and says nothing', async () => {
    const plan: SealPlan = { ...MESSAGE, signer: signer({ label: 'leaf no sct', scts: [] }) };
    const outcome = await verifyBundle(plan, { more: ['--insecure-ignore-sct'] });
    expect(outcome.code).toBe(0);
    expect((outcome.report as unknown as { weakenings: string[] }).weakenings.join()).toContain(
      '--insecure-ignore-sct',
    );
    expect(notEstablished(outcome).join()).toContain('recorded in a certificate log');
  });
});

describe('what stands twice', () => {
  it('is told of an entry, whether the log states a time or not', async () => {
    for (const plan of [MESSAGE, MESSAGE_V2]) {
      const bundle = structuredClone(seal(plan).bundle) as { verificationMaterial: { tlogEntries: Json[] } };
      const { tlogEntries } = bundle.verificationMaterial;
      tlogEntries.push(tlogEntries[0]!);
      const outcome = await verifyBundle(bundle as unknown as JsonObject);
      accepted(outcome);
      expect(outcome.findings).toContain('log-entry-duplicate');
      refused(
        await verifyBundle(bundle as unknown as JsonObject, { more: ['--tlog-threshold', '2'] }),
        3,
        'log-threshold',
      );
    }
  });
  it('is told of a certificate', async () => {
    const bundle = structuredClone(seal({ ...MESSAGE, version: '0.2' }).bundle) as {
      verificationMaterial: { x509CertificateChain: { certificates: Json[] } };
    };
    const { certificates } = bundle.verificationMaterial.x509CertificateChain;
    certificates.push(certificates[0]!);
    const outcome = await verifyBundle(bundle as unknown as JsonObject);
    accepted(outcome);
    expect(outcome.findings).toContain('certificate-duplicate');
    accepted(await verifyBundle({ ...MESSAGE, version: '0.2' }));
    expect((await verifyBundle({ ...MESSAGE, version: '0.2' })).findings).not.toContain('certificate-duplicate');
  });
});

describe('C12 · log or TSA key taken from the evidence instead of pinned', () => {
  it('a token that brings its own chain supplies no time', async () => {
    await refusesCase('rekor-v2-unknown-authority--time-absent');
  });
  it('a certificate that brings its own root is refused for it', async () => {
    await refusesCase('bundle-chain-foreign-root--certificate-extra-anchor');
    await refusesCase('certificate-of-another-authority--path-not-found');
  });
  it('a log of its own supplies nothing', async () => {
    await refusesCase('log-stranger--log-unknown');
  });
  it('a public key written into the bundle is not one that was given', async () => {
    const bundle = changed(message, {
      '/verificationMaterial/certificate': undefined,
      '/verificationMaterial/publicKey': { hint: 'x', rawBytes: base64(ecKey('p256', 'nobody').spki) },
    });
    refused(await verifyBundle(bundle), 3, 'signer-key-unknown');
    await refusesCase('bundle-public-key--signer-key-unknown');
  });
});

describe('C13 · checkpoint origin and key-hint confusion', () => {
  const noted = (checkpoint: NonNullable<EntryWish['checkpoint']>): Promise<Outcome> =>
    verifyBundle({ ...MESSAGE, entries: [{ log: rekorV1, checkpoint }] });
  it.each([
    'checkpoint-of-another-log--checkpoint-origin',
    'checkpoint-by-a-stranger--checkpoint-unsigned',
    'checkpoint-second-line-forged--checkpoint-signature',
    'checkpoint-crlf--checkpoint-format',
    'checkpoint-without-last-newline--checkpoint-format',
    'checkpoint-size--checkpoint-format',
  ])('refuses %s', async (name) => void (await refusesCase(name)));
  it('compares the whole origin', async () => {
    const own = { name: rekorV1.host, key: rekorV1.key };
    for (const origin of [
      'rekor.mint.example',
      'rekor.mint.example - x',
      'rekor.mint.example - ',
      'REKOR.mint.example - 7301',
      'x.rekor.mint.example - 7301',
    ]) {
      const outcome = await noted(({ size, root }) => {
        const text = checkpointText(origin, size, root);
        return signedNote(text, signatureLine(own, text));
      });
      expect(outcome.code, origin).toBe(3);
      expect(outcome.reasons.join(), origin).toMatch(/^checkpoint-(origin|format)$/);
    }
  });
  it('lists the line of another, also under the log’s own name, and does not count it', async () => {
    for (const name of ['witness.stranger.example', rekorV1.host]) {
      const outcome = await noted(({ text, line }) =>
        signedNote(text, line, signatureLine({ name, key: ecKey('p256', 'nobody') }, text)),
      );
      accepted(outcome);
      expect(outcome.findings).toContain('cosignature-unknown');
    }
  });
});

describe('C14 · redundant fields lie', () => {
  const lies: Readonly<
    Record<string, readonly [SealPlan, Readonly<Record<string, Json | undefined>>, number, string]>
  > = {
    'another log index of the tree': [MESSAGE_V2, { [`${ENTRY}/logIndex`]: '6' }, 3, 'log-entry-inconsistent'],
    'another log': [MESSAGE_V2, { [`${ENTRY}/logId/keyId`]: base64(sha256(ARTIFACT)) }, 3, 'log-unknown'],
    'another kind': [MESSAGE, { [`${ENTRY}/kindVersion/kind`]: 'dsse' }, 3, 'log-entry-inconsistent'],
    'another digest algorithm': [
      MESSAGE,
      { '/messageSignature/messageDigest/algorithm': 'SHA2_512' },
      3,
      'envelope-format',
    ],
  };
  for (const [what, [plan, places, exit, reason]] of Object.entries(lies)) {
    it(`refuses ${what}`, async () => refused(await verifyBundle(changed(seal(plan).bundle, places)), exit, reason));
  }
  it('refuses another root', async () => void (await refusesCase('proof-root-renamed--checkpoint-root-mismatch', 2)));
  it('refuses another tree size', async () => {
    for (const treeSize of ['12', '10', '6', '0']) {
      const outcome = await verifyBundle(changed(message, { [`${PROOF}/treeSize`]: treeSize }));
      expect([2, 3], treeSize).toContain(outcome.code);
      expect(outcome.reasons.length, treeSize).toBeGreaterThan(0);
    }
  });
  it('refuses what is deleted', async () => {
    for (const place of [
      `${PROOF}/treeSize`,
      `${PROOF}/rootHash`,
      `${PROOF}/logIndex`,
      `${ENTRY}/logIndex`,
      `${ENTRY}/logId`,
      `${ENTRY}/kindVersion`,
      `${ENTRY}/canonicalizedBody`,
    ]) {
      const outcome = await verifyBundle(changed(message, { [place]: undefined }));
      expect(outcome.code, place).not.toBe(0);
      expect(outcome.reasons.length, place).toBeGreaterThan(0);
    }
  });
  it('compares the digest that the bundle names', async () => {
    const other = changed(message, { '/messageSignature/messageDigest/digest': base64(sha256(utf8('other'))) });
    const outcome = await verifyBundle(other);
    expect([2, 3]).toContain(outcome.code);
  });
  it('lists certificates that the path does not use', async () => {
    const { bundle } = seal({ ...MESSAGE, version: '0.1' });
    const extra = changed(bundle, {
      '/verificationMaterial/x509CertificateChain/certificates/1': rawBytes(
        signer({ label: 'leaf of nobody' }).certificate!.der,
      ),
    });
    const outcome = await verifyBundle(extra);
    accepted(outcome);
    expect(outcome.findings).toContain('certificate-unused');
  });
});

describe('C15 · trust-root rollback, freeze, mix', () => {
  it('the report names each root with digest, date and age', async () => {
    const cwd = folder({ 'artifact.txt': ARTIFACT, 'bundle.json': message });
    const outcome = await judged(['verify', 'artifact.txt', '--bundle', 'bundle.json', ...ASKED], cwd);
    expect(outcome.code).toBe(3);
    const [root] = (outcome.report as unknown as { trustedRoots: { sha256: string; issuedAt: string }[] }).trustedRoots;
    expect(root!.sha256).toMatch(/^[0-9a-f]{64}$/);
    expect(root!.issuedAt).toMatch(/Z$/);
  });
  it('another root than the pinned one refuses', async () => {
    await refusesCase('root-not-pinned--trusted-root-digest');
  });
  it('a root of unknown age is too old', async () => {
    await refusesCase('root-of-unknown-age--trusted-root-age', 5);
  });
  it.each([
    ['a gap', 'tuf-gap--tuf-root-gap', 3],
    ['a root of new keys alone', 'tuf-new-keys-only--tuf-threshold', 3],
    ['a threshold of zero (B02)', 'tuf-threshold-zero--tuf-format', 3],
    ['one key under two ids (B03)', 'tuf-same-key-twice--tuf-threshold', 3],
    ['rollback', 'tuf-timestamp-older--tuf-rollback', 3],
    ['rollback of the targets', 'tuf-targets-older--tuf-rollback', 3],
    ['freeze', 'tuf-freeze--tuf-expired', 5],
    ['mix and match', 'tuf-mix-snapshot--tuf-mix', 2],
    ['fast-forward', 'tuf-fast-forward-kept--tuf-rollback', 3],
    ['endless data', 'tuf-endless--limit-exceeded', 3],
    ['a role named to lead elsewhere', 'tuf-traversal--tuf-role', 3],
  ])('a trust repository with %s refuses', async (_, name, code) => {
    await refusesCase(name, code);
  });
  it('--allow-stale takes what has expired, and never without a word', async () => {
    const { code, report } = await runCase('tuf-stale-allowed--tuf-expired');
    expect(code).toBe(1);
    expect(report!.verdict.decision).toBe('warn');
    expect((report as unknown as { weakenings: string[] }).weakenings).toEqual([
      'expired metadata is taken (--allow-stale)',
    ]);
  });
  it('two roots are never mixed', async () => {
    const logs = mintRoot({ certificateAuthorities: [] });
    const authorities = mintRoot({ tlogs: [], ctlogs: [], timestampAuthorities: [] });
    const files = { 'artifact.txt': ARTIFACT, 'bundle.json': message, 'a.json': logs, 'b.json': authorities };
    const ask = (...roots: string[]) =>
      judged(
        [
          'verify',
          'artifact.txt',
          '--bundle',
          'bundle.json',
          ...roots.flatMap((root) => ['--trusted-root', root]),
          ...ASKED,
        ],
        folder(files),
      );
    for (const roots of [
      ['a.json', 'b.json'],
      ['b.json', 'a.json'],
    ])
      expect((await ask(...roots)).code).toBe(3);
    accepted(
      await judged(
        ['verify', 'artifact.txt', '--bundle', 'bundle.json', '--trusted-root', 'a.json', ...UNDER, ...ASKED],
        folder(files),
      ),
    );
  });
  it('the machine’s roots and the working directory bring none', async () => {
    const cwd = folder({
      'artifact.txt': ARTIFACT,
      'bundle.json': message,
      'trusted-root.json': mintRoot(),
      'trusted_root.json': mintRoot(),
    });
    expect((await judged(['verify', 'artifact.txt', '--bundle', 'bundle.json', ...ASKED], cwd)).code).toBe(3);
  });
});
