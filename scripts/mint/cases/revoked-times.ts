// SPDX-License-Identifier: Apache-2.0
import { seal } from '../bundle.ts';
import { type Bytes, hex, sha256 } from '../bytes.ts';
import { AT, type Case, type Files, passes, TRUSTED_ROOT, undecided, WHO } from '../case.ts';
import { crl, type RevokedPlan } from '../crl.ts';
import { pem } from '../der.ts';
import type { JsonObject } from '../json.ts';
import { timestampResponse } from '../timestamp.ts';
import { authorityInstance } from '../trusted-root.ts';
import { mintRoot, SIGNED_AT, type Tsa, tsaA, tsaStranger } from '../world.ts';
import { bob, alice as custodian, holding } from './custody-common.ts';
import { ARTIFACT, MESSAGE_V2 } from './good.ts';

/** Since a week after every token: whoever has the key can have written them all since. */
const STOLEN = '2026-02-08T00:00:00Z';

type Row = readonly [of: Bytes, since: string, reason: string];

function revoked(...rows: readonly Row[]): JsonObject {
  return {
    ...{ format: 'forensic-verify/revocation-list@v1', issuer: 'mint security', sequence: 1 },
    issuedAt: '2026-02-20T00:00:00Z',
    revoked: rows.map(([of, since, reason]) => ({ kind: 'key', sha256: hex(sha256(of)), since, reason })),
  };
}

const pemOf = (...certificates: readonly Bytes[]): string =>
  certificates.map((der) => pem('CERTIFICATE', der)).join('');

/** An authority that no trusted root names: the examiner does, by its certificates. */
const given = tsaStranger;
const bundle: Files = {
  'artifact.txt': ARTIFACT,
  'bundle.sigstore.json': seal({ ...MESSAGE_V2, stamps: [{ tsa: given }] }).bundle,
  'tsa.pem': pemOf(given.certificate.der, given.root.certificate.der),
};
const VERIFY = ['verify', 'artifact.txt', '--bundle', 'bundle.sigstore.json', ...WHO, ...AT];
const GIVEN = [...VERIFY, ...TRUSTED_ROOT, '--timestamp-certificate-chain', 'tsa.pem'];
const BY_CRL = [...GIVEN, '--crl', 'tsa.crl'];
const BY_LIST = ['--revocation-list', 'revoked.json'];

const withCrl = (change: Omit<RevokedPlan, 'serial'>): Files => ({
  ...bundle,
  'tsa.crl': crl({ issuer: given.root, revoked: [{ serial: given.certificate.serial, ...change }] }),
});

/** Timestamp authorities whose keys are revoked, wherever their certificates come from. */
export function revokedTimeCases(): Case[] {
  return [...givenCases(), embeddedCase(), stepCase(), ...custodyCases()];
}

function givenCases(): Case[] {
  return [
    undecided(
      'revocation-tsa-given--time-absent',
      'time.threshold',
      'The authority that the examiner names by its certificates is on the list: whoever has its key writes what time he likes.',
      { ...bundle, 'revoked.json': revoked([given.key.spki, STOLEN, 'key-compromise']) },
      [...GIVEN, ...BY_LIST],
    ),
    passes(
      'revocation-tsa-given-retired',
      'The authority has ended in order after the token: what it said until then counts.',
      { ...bundle, 'revoked.json': revoked([given.key.spki, STOLEN, 'cessation']) },
      [...GIVEN, ...BY_LIST],
    ),
    undecided(
      'revocation-tsa-given-ended--timestamp-authority-window',
      'time.timestamp',
      'The authority had ended in order before it states the time of the token.',
      { ...bundle, 'revoked.json': revoked([given.key.spki, '2026-01-15T00:00:00Z', 'cessation']) },
      [...GIVEN, ...BY_LIST],
    ),
    undecided(
      'crl-tsa-given--time-absent',
      'time.threshold',
      "The list of the authority's root revokes its certificate, and the key was in other hands since before the token.",
      withCrl({ at: STOLEN, invalidSince: '2026-01-15T00:00:00Z', reason: 1 }),
      BY_CRL,
    ),
    passes(
      'crl-tsa-given-superseded',
      'The certificate was replaced by another one after the token (RFC 3161, 4): what it said until then counts.',
      withCrl({ at: STOLEN, reason: 4 }),
      BY_CRL,
    ),
  ];
}

/** The trusted root names the root of the authority alone; the certificate that signed comes with the token. */
function embeddedCase(): Case {
  const authority = authorityInstance('mint tsa', 'https://mint-tsa.mint.example', [tsaA.root.certificate.der]);
  const stamps = [{ tsa: tsaA, embedded: [tsaA.certificate.der] }];
  return undecided(
    'revocation-tsa-embedded--time-absent',
    'time.threshold',
    'The certificate of the authority stands in the token, and only its root in the trusted root: the list speaks of it all the same.',
    {
      'artifact.txt': ARTIFACT,
      'bundle.sigstore.json': seal({ ...MESSAGE_V2, stamps }).bundle,
      'trusted-root.json': mintRoot({ timestampAuthorities: [authority] }),
      'revoked.json': revoked([tsaA.key.spki, STOLEN, 'key-compromise']),
    },
    [...VERIFY, '--trusted-root', 'trusted-root.json', ...BY_LIST],
  );
}

function stepCase(): Case {
  const { key, certificate }: Tsa = given;
  const plan = { label: 'revoked step', over: ARTIFACT, time: SIGNED_AT, key, certificate };
  return undecided(
    'check-timestamp-revoked--timestamp-authority-revoked',
    'time.timestamp',
    'The token verifies under the given root, and its key is on the list.',
    {
      'message.txt': ARTIFACT,
      'message.tsr': timestampResponse({ ...plan, embedded: [certificate.der] }),
      'root.pem': pemOf(given.root.certificate.der),
      'revoked.json': revoked([key.spki, STOLEN, 'key-compromise']),
    },
    ['check', 'timestamp', 'message.tsr', '--data', 'message.txt', '--root', 'root.pem', ...BY_LIST],
  );
}

/** The key of Bob is stolen later, and a token of the given authority proves that he had signed before. */
function custodyCases(): Case[] {
  const log = holding()
    .add({ type: 'note', by: bob })
    .anchor(custodian, '2026-02-01T13:00:00Z', given)
    .add({ type: 'close', by: custodian });
  const files: Files = {
    'custody.jsonl': log.file(),
    'opener.pub.pem': custodian.key.publicPem,
    'tsa.pem': pemOf(given.certificate.der, given.root.certificate.der),
  };
  const bobs: Row = [bob.key.spki, '2026-02-02T00:00:00Z', 'key-compromise'];
  const verify = ['custody', 'verify', 'custody.jsonl', '--key', 'opener.pub.pem'];
  const command = [...verify, '--timestamp-certificate-chain', 'tsa.pem', ...BY_LIST, ...AT];
  return [
    passes(
      'revocation-custody-before',
      'The key of a custodian is stolen since the day after, and a timestamp proves that he had signed by then.',
      { ...files, 'revoked.json': revoked(bobs) },
      command,
    ),
    undecided(
      'revocation-custody-tsa--custody-key-compromised-unproven',
      'custody.keys',
      'The key of the timestamp authority is stolen too: nothing proves any longer that the custodian had signed before.',
      { ...files, 'revoked.json': revoked(bobs, [given.key.spki, STOLEN, 'key-compromise']) },
      command,
    ),
  ];
}
