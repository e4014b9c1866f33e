// SPDX-License-Identifier: Apache-2.0
import { createHash } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { encodePem, readCertificatePem } from '../../src/encoding/pem.ts';
import { member } from '../../src/verify/explain-commands.ts';
import { parseCertificate } from '../../src/x509/certificate.ts';
import { ca, p256Key, ski, writeCertificate } from '../support/certificate-writer.ts';
import { bytesOf, explain, fixture, inspect, type Told, textOf } from './inspect-support.ts';

type Json = Record<string, unknown>;
const sha256 = (...parts: readonly (string | Uint8Array)[]): string => {
  const hash = createHash('sha256');
  for (const one of parts) hash.update(one);
  return hash.digest('hex');
};
const decode = (text: unknown): Uint8Array => new Uint8Array(Buffer.from(String(text), 'base64'));
const at = (value: unknown, ...path: readonly (string | number)[]): unknown =>
  path.reduce((inside, key) => (inside as Json)[key], value);

const DSSE = fixture('cases/bundle-v0.2-dsse/bundle.sigstore.json');
const V2 = fixture('cases/rekor-v2-cosigned/bundle.sigstore.json');
const dsse = JSON.parse(textOf(DSSE)) as Json;
const v2 = JSON.parse(textOf(V2)) as Json;
const factsOf = (told: Told, title: string): Json => told.part(title).facts ?? {};

describe('explain evidence', () => {
  const told = explain(DSSE);
  const other = explain(V2);
  const entry = at(dsse, 'verificationMaterial', 'tlogEntries', 0) as Json;
  const body = decode(entry['canonicalizedBody']);

  it('builds the PAE', () => {
    const payload = decode(at(dsse, 'dsseEnvelope', 'payload'));
    const type = String(at(dsse, 'dsseEnvelope', 'payloadType'));
    const head = `DSSEv1 ${type.length} ${type} ${payload.length} `;
    expect(factsOf(told, 'what is signed: the PAE of the envelope')).toEqual({
      payloadType: type,
      lengthOfType: type.length,
      lengthOfPayload: payload.length,
      payloadSha256: sha256(payload),
      lengthOfPae: head.length + payload.length,
      paeSha256: sha256(head, payload),
    });
    expect(told.part('what is signed: the PAE of the envelope').says?.[0]).toContain(
      'PAE = "DSSEv1" SP length(type) SP type SP length(payload) SP payload',
    );
  });

  it('says what the signature is over, and under which key', () => {
    const key = inspect(DSSE).part("signer's certificate").facts?.['keySha256'];
    expect(told.part('signature 0')).toMatchObject({
      facts: { scheme: 'ecdsa-p256-sha256', keySha256: key },
      says: ["the signature is over the PAE, under the public key of the signer's certificate"],
      repeat: ['openssl dgst -sha256 -verify KEY.pem -signature SIGNATURE PAE'],
    });
    expect(other.part('signature 0').says?.[0]).toContain('over the artifact');
    const plain = explain(fixture('cases/dsse-key-p256/artifact.dsse.json')).part('signature 0');
    expect(plain.says?.[0]).toContain('a public key that is not part of the evidence');
    const p384 = explain(fixture('cases/certificate-p384/bundle.sigstore.json')).part('signature 0');
    expect(p384.says?.[1]).toContain('the hash is the one that the verified body of the log entry names');
  });

  it('hashes the leaf, and compares the body with the envelope', () => {
    expect(factsOf(told, 'log entry 0: the leaf')).toMatchObject({
      bodyBytes: body.length,
      bodySha256: sha256(body),
      leafHash: sha256('\0', body),
    });
    expect(factsOf(told, 'the body, compared with the envelope')).toMatchObject({ equal: true });
    const wrong = explain(fixture('cases/entry-of-another-signature--log-entry-mismatch/bundle.sigstore.json'));
    expect(wrong.part('the body, compared with the envelope').problem?.reason).toBe('log-entry-mismatch');
  });

  it('writes down the bytes that the promise signs', () => {
    const facts = factsOf(told, "log entry 0: the log's promise (signed entry timestamp)");
    const logId = Buffer.from(decode(at(entry, 'logId', 'keyId'))).toString('hex');
    const text = `{"body":"BODY","integratedTime":${entry['integratedTime']},"logID":"${logId}","logIndex":${entry['logIndex']}}`;
    const signed = text.replace('BODY', String(entry['canonicalizedBody']));
    expect(facts).toMatchObject({ signedText: text, signedBytes: signed.length, signedSha256: sha256(signed) });
    expect(facts['integratedTime']).toBe('2026-02-01T12:00:00Z');
  });

  it('walks the inclusion proof to the root, and compares it with that of the checkpoint', () => {
    const proof = at(entry, 'inclusionProof') as Json;
    const facts = factsOf(told, 'log entry 0: the inclusion proof');
    const root = Buffer.from(decode(proof['rootHash'])).toString('hex');
    expect(facts).toMatchObject({
      leafHash: sha256('\0', body),
      computedRoot: root,
      rootInProof: root,
      equal: true,
      rootInCheckpoint: root,
      equalToCheckpoint: 'yes',
    });
    const levels = told.part('log entry 0: the inclusion proof').parts!;
    expect(levels).toHaveLength((proof['hashes'] as unknown[]).length);
    for (const { title, facts: level } of levels) {
      const [left, right] = [level!['left'], level!['right']].map((hex) => Buffer.from(String(hex), 'hex'));
      expect(level!['result']).toBe(sha256(Uint8Array.of(1), left!, right!));
      expect(title).toContain('SHA-256(0x01 || left || right)');
    }
    expect(levels.at(-1)?.facts?.['result']).toBe(root);
  });

  it.each([
    ['proof-flipped--inclusion-root-mismatch', { equal: false, equalToCheckpoint: 'no: another root' }],
    ['proof-root-renamed--checkpoint-root-mismatch', { equal: false, equalToCheckpoint: 'yes' }],
    ['checkpoint-of-an-older-tree--checkpoint-root-mismatch', { equal: true, equalToCheckpoint: 'no: another root' }],
    ['proof-without-checkpoint--checkpoint-absent', { equal: true, rootInCheckpoint: null }],
  ])('shows where the roots of %s differ', (name, expected) => {
    const facts = factsOf(explain(fixture(`cases/${name}/bundle.sigstore.json`)), 'log entry 0: the inclusion proof');
    expect(facts).toMatchObject(expected);
  });

  it('shows where the checkpoint is of another size', () => {
    const bundle = structuredClone(dsse);
    const checkpoint = at(bundle, 'verificationMaterial', 'tlogEntries', 0, 'inclusionProof', 'checkpoint') as Json;
    checkpoint['envelope'] = String(checkpoint['envelope']).replace('\n11\n', '\n12\n');
    const facts = factsOf(explain(bytesOf(JSON.stringify(bundle))), 'log entry 0: the inclusion proof');
    expect(facts).toMatchObject({ equal: true, equalToCheckpoint: 'no: a tree of another size' });
  });

  it('names why a proof cannot be walked', () => {
    const wrong = explain(fixture('cases/proof-one-less--inclusion-shape/bundle.sigstore.json'));
    expect(wrong.part('log entry 0: the inclusion proof').problem?.reason).toBe('inclusion-shape');
  });

  it('takes the checkpoint apart, line by line', () => {
    const note = String(at(v2, 'verificationMaterial', 'tlogEntries', 0, 'inclusionProof', 'checkpoint', 'envelope'));
    const text = note.slice(0, note.indexOf('\n\n') + 1);
    const [origin, size, root] = text.split('\n');
    expect(factsOf(other, 'log entry 0: the checkpoint')).toEqual({
      origin,
      treeSize: size,
      rootInBase64: root,
      rootHash: Buffer.from(root!, 'base64').toString('hex'),
      extensionLines: [],
      textSha256: sha256(text),
      signatureLines: ['log2026.rekor.mint.example 7037df5f (64 bytes)', 'witness.mint.example 51e8c62c (72 bytes)'],
      linesUnderTheLogId: 1,
    });
  });

  it('compares the imprint of a timestamp with the hash of the signature', () => {
    const signature = decode(at(v2, 'messageSignature', 'signature'));
    expect(factsOf(other, 'timestamp 0')).toMatchObject({
      imprint: sha256(signature),
      imprintComputed: sha256(signature),
      equal: true,
      interval: '2026-02-01T11:59:59Z to 2026-02-01T12:00:01Z',
    });
    const wrong = explain(fixture('cases/timestamp-over-the-artifact--timestamp-imprint/bundle.sigstore.json'));
    expect(factsOf(wrong, 'timestamp 0')['equal']).toBe(false);
  });

  it('compares the window of the certificate with every time', () => {
    expect(factsOf(told, 'integrated time of log entry 0')).toEqual({
      time: '2026-02-01T12:00:00Z',
      position: 'inside the window',
    });
    const late = explain(fixture('cases/signed-after-certificate--path-expired/bundle.sigstore.json'));
    expect(late.text).toContain('after the window');
    const early = explain(fixture('cases/signed-before-certificate--path-not-yet-valid/bundle.sigstore.json'));
    expect(early.text).toContain('before the window');
    const bare = explain(fixture('cases/no-promise--time-absent/bundle.sigstore.json'));
    expect(bare.text).toContain('which no promise covers');
  });

  it('names what a certificate log has signed', () => {
    const facts = factsOf(told, 'the certificate timestamps (SCT)');
    expect(facts).toMatchObject({ timestamps: 1, precertificateBytes: 762 });
    expect(facts['precertificateSha256']).toMatch(/^[0-9a-f]{64}$/);
    expect(told.part('certificate timestamp 0').facts).toMatchObject({
      time: '2026-02-01T11:55:00Z',
      logInBundledRoot: 'no',
    });
    // With the issuer in the chain, its key is at hand.
    const chain = explain(fixture('cases/bundle-v0.1-chain/bundle.sigstore.json'));
    expect(chain.part('issuer 0, by name').facts?.['issuerKeyHash']).toMatch(/^[0-9a-f]{64}$/);
    expect(chain.part('certificate timestamp 0').facts?.['signedSha256']).toHaveLength(1);
  });

  it('takes for the issuer only who has its name and its key identifier', () => {
    const [leaf, issuer] = ['leaf', 'issuer'].map((name) => textOf(fixture(`cases/check-sct/${name}.pem`)));
    const real = parseCertificate(readCertificatePem(issuer!).certificates[0]!);
    const key = p256Key();
    const impostor = writeCertificate({
      key,
      signer: key,
      subject: real.subject,
      issuer: real.subject,
      extensions: [ca(), ski(new Uint8Array(20))],
    });
    const told = explain(bytesOf(leaf! + encodePem('CERTIFICATE', impostor) + issuer!));
    expect(told.part('issuer 0, by name').facts?.['issuerKeyHash']).toBe(sha256(real.spki));
    expect(() => told.part('issuer 1, by name')).toThrow();
  });

  it('lists the subjects', () => {
    expect(factsOf(told, 'the subjects')).toMatchObject({ subjects: 1, predicate: 'https://slsa.dev/provenance/v1' });
    expect(factsOf(told, 'subject 0')['name']).toBe('artifact.txt');
  });

  it('says that it judges nothing, on the first line, at every step and in the JSON form', () => {
    for (const story of [told, other]) {
      expect(story.lines[0]).toBe('unverified: explain shows how each step is computed, and judges nothing;');
      const steps = story.lines.filter((line) => /^[0-9]+\. /.test(line));
      expect(steps.length).toBe(story.document.parts.length);
      for (const line of steps) expect(line).toContain('(unverified)');
      expect(story.document).toMatchObject({ unverified: true, shows: 'steps', known: true });
      expect(story.text).not.toMatch(/VERDICT|accept|TOTAL-/);
    }
  });
});

describe('explain other files', () => {
  it('walks through the lines of a JSON Lines file', () => {
    const told = explain(fixture('cases/bundles-jsonl/bundles.jsonl'));
    expect(told.part('line 1: signature 0')).toBeDefined();
    expect(told.part('line 2: signature 0').at).toMatch(/^\/1\//);
    expect(told.part('line 2: log entry 0: the leaf').repeat?.[0]).toContain('sed -n 2p EVIDENCE | jq');
    const mixed = explain(bytesOf('{"a":1}\n{"b":\n'));
    expect(mixed.part('line 1').facts).toEqual({ kind: 'json' });
    expect(mixed.part('line 2').problem?.reason).toBe('json-invalid');
  });

  it('walks through a token, a certificate and a signed note alone', () => {
    const token = explain(fixture('cases/check-timestamp/message.tsr'));
    expect(factsOf(token, 'RFC 3161 timestamp')).toMatchObject({ imprintComputed: null });
    const leaf = explain(fixture('cases/check-sct/leaf.pem'));
    expect(leaf.part('the certificate timestamps (SCT)').facts?.['timestamps']).toBe(1);
    const root = Buffer.alloc(32, 7).toString('base64');
    const note = explain(bytesOf(`log.example\n12\n${root}\n\n— log.example AAAAAQID\n`));
    expect(factsOf(note, 'the signed note')).toMatchObject({ origin: 'log.example', treeSize: '12' });
  });

  it('shows of other kinds what they claim', () => {
    const told = explain(fixture('shared/trusted-root.json'));
    expect(told.document.parts[0]?.title).toBe('nothing is computed from this kind of file; what it claims');
    expect(told.part('transparency log 0')).toBeDefined();
  });

  it('does not know what inspect does not know', () => {
    const told = explain(bytesOf('hello'));
    expect(told.known).toBe(false);
    expect(told.part('not recognised').problem?.reason).toBe('input-not-recognised');
  });
});

describe('a place in a command', () => {
  it('is a filter of names and indices, and nothing else', () => {
    const at = (pointer: string) => ({ evidence: 'e', pointer });
    expect(member(at(''), '/a/0/b')).toBe("jq -rj '.a[0].b' EVIDENCE");
    expect(member(at('/4'), '/a')).toBe("sed -n 5p EVIDENCE | jq -rj '.a'");
    expect(member(at(''), "/a'; touch x; '/b")).toBe("jq -rj '.atouchx.b' EVIDENCE");
  });
});
