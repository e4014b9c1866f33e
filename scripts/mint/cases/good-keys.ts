// SPDX-License-Identifier: Apache-2.0

import { seal } from '../bundle.ts';
import { hash, hex } from '../bytes.ts';
import { AT, type Case, passes, TRUSTED_ROOT } from '../case.ts';
import { envelopeJson, IN_TOTO, pae, signedEnvelope } from '../dsse.ts';
import { changed } from '../json.ts';
import { keyHint, rawEcdsa } from '../keys.ts';
import { PLAIN, type PlainName, RSA } from '../plain-keys.ts';
import { rekorV1, rekorV2, tsaA } from '../world.ts';
import { ARTIFACT, PROVENANCE } from './good.ts';

const KEY = (name: string): readonly string[] => ['--key', `../../keys/${name}.pub.pem`];

/** Envelopes under plain keys, of every kind that is accepted. */
export function plainKeyCases(): Case[] {
  const names: readonly PlainName[] = ['ed25519', 'p256', 'p384', 'p521', 'rsa2048'];
  const envelope = (list: readonly PlainName[]) =>
    envelopeJson(
      signedEnvelope(
        PROVENANCE,
        list.map((name) => PLAIN[name]),
      ),
    );
  const dsse = (bundle: ReturnType<typeof envelope>) => ({ 'artifact.txt': ARTIFACT, 'artifact.dsse.json': bundle });
  const verify = (...more: readonly string[]) => [
    'verify',
    'artifact.txt',
    '--bundle',
    'artifact.dsse.json',
    ...more,
    ...AT,
  ];
  const raw = rawEcdsa(PLAIN.p256.sign(pae({ payloadType: IN_TOTO, payload: PROVENANCE })), 32);
  const rawEnvelope = envelopeJson({ payloadType: IN_TOTO, payload: PROVENANCE, signatures: [{ sig: raw }] });
  const pssSignature = RSA.signPss?.(pae({ payloadType: IN_TOTO, payload: PROVENANCE })) ?? new Uint8Array();
  const pss = envelopeJson({
    payloadType: IN_TOTO,
    payload: PROVENANCE,
    signatures: [{ keyid: keyHint(RSA), sig: pssSignature }],
  });
  return [
    ...names.map((name) =>
      passes(
        `dsse-key-${name}`,
        `A DSSE envelope with SLSA provenance under a plain ${name} key: no certificate, no log, no time is wanted.`,
        dsse(envelope([name])),
        verify(...KEY(name)),
      ),
    ),
    passes(
      'dsse-key-rsa-pss',
      'The scheme that an RSA key leaves open is named by the examiner: RSASSA-PSS with SHA-256.',
      dsse(pss),
      verify(...KEY('rsa2048'), '--key-scheme', 'rsassa-pss-sha256'),
    ),
    passes(
      'dsse-key-p384-sha256',
      'The hash that a P-384 key leaves open is named by the examiner.',
      dsse(envelopeJson(signedEnvelope(PROVENANCE, [PLAIN.p384], IN_TOTO, 'sha256'))),
      verify(...KEY('p384'), '--key-scheme', 'ecdsa-p384-sha256'),
    ),
    passes(
      'dsse-key-p256-raw',
      'An ECDSA signature in bare DSSE of exactly 64 octets that is no strict DER is read as r and s.',
      dsse(rawEnvelope),
      verify(...KEY('p256')),
    ),
    passes(
      'dsse-key-jwk',
      'The key is given as a JWK.',
      dsse(envelope(['p256'])),
      verify('--key', '../../keys/p256.jwk.json'),
    ),
    passes(
      'dsse-key-der',
      'The key is given as DER.',
      dsse(envelope(['ed25519'])),
      verify('--key', '../../keys/ed25519.pub.der'),
    ),
    passes(
      'dsse-keyid-of-another',
      'The key id names another key than the one that has signed: it is a hint, and proves nothing either way.',
      dsse(changed(envelope(['ed25519']), { '/signatures/0/keyid': keyHint(PLAIN.p256) })),
      verify(...KEY('ed25519')),
    ),
    passes(
      'dsse-threshold-2-of-3',
      'Three keys are trusted, two of them have signed, two are asked for.',
      dsse(envelope(['ed25519', 'rsa2048'])),
      verify(...KEY('ed25519'), ...KEY('p256'), ...KEY('rsa2048'), '--threshold', '2'),
    ),
    passes(
      'dsse-jsonl',
      'Two envelopes, one a line, the last without a newline; each verifies under its key.',
      {
        'artifact.txt': ARTIFACT,
        'artifact.dsse.jsonl': `${JSON.stringify(envelope(['ed25519']))}\n${JSON.stringify(envelope(['p256']))}`,
      },
      ['verify', 'artifact.txt', '--bundle', 'artifact.dsse.jsonl', ...KEY('ed25519'), ...KEY('p256'), ...AT],
    ),
    passes(
      'dsse-digest-operand',
      'The artifact of an envelope is given by its digest.',
      { 'artifact.dsse.json': envelope(['ed25519']) },
      ['verify', `sha256:${hex(hash('sha256', ARTIFACT))}`, '--bundle', 'artifact.dsse.json', ...KEY('ed25519'), ...AT],
    ),
    passes(
      'bundle-public-key',
      'A bundle under a plain key, which it only hints at; the log entry names the key.',
      {
        'artifact.txt': ARTIFACT,
        'bundle.sigstore.json': seal({
          signer: { key: PLAIN.p256, certificate: null },
          content: { artifact: ARTIFACT },
          entries: [{ log: rekorV1 }],
        }).bundle,
      },
      ['verify', 'artifact.txt', '--bundle', 'bundle.sigstore.json', ...KEY('p256'), ...TRUSTED_ROOT, ...AT],
    ),
    passes(
      'bundle-public-key-ed25519',
      'A bundle with an envelope under a plain Ed25519 key in Rekor v2.',
      {
        'artifact.txt': ARTIFACT,
        'bundle.sigstore.json': seal({
          signer: { key: PLAIN.ed25519, certificate: null },
          content: { payload: PROVENANCE },
          entries: [{ log: rekorV2 }],
          stamps: [{ tsa: tsaA }],
        }).bundle,
      },
      ['verify', 'artifact.txt', '--bundle', 'bundle.sigstore.json', ...KEY('ed25519'), ...TRUSTED_ROOT, ...AT],
    ),
    passes(
      'check-dsse-any-payload',
      'The single step judges signatures over any payload type, and says nothing about the payload.',
      {
        'envelope.json': envelopeJson(signedEnvelope(ARTIFACT, [PLAIN.ed25519], 'text/plain')),
      },
      ['check', 'dsse', 'envelope.json', ...KEY('ed25519')],
    ),
  ];
}
