// SPDX-License-Identifier: Apache-2.0
import { describe, expect, it } from 'vitest';
import { canonicalJson } from '../../src/encoding/canonical-json.ts';
import type { JsonValue } from '../../src/model/json.ts';
import { inspectEvidence } from '../../src/verify/inspect.ts';
import { bytesOf, fixture, inspect, textOf } from './inspect-support.ts';

describe('inspect a bundle', () => {
  const shown = inspect(fixture('cases/rekor-v2-cosigned/bundle.sigstore.json'));
  const promised = inspect(fixture('cases/inspect-bundle/bundle.sigstore.json'));
  const provenance = inspect(fixture('cases/bundle-v0.2-dsse/bundle.sigstore.json'));

  it('names its media type, version and content', () => {
    expect(shown.part('Sigstore bundle').facts).toEqual({
      mediaType: 'application/vnd.dev.sigstore.bundle.v0.3+json',
      version: '0.3',
      content: 'message signature',
      signatures: 1,
      signer: 'certificate',
      logEntries: 1,
      timestamps: 1,
    });
    expect(shown.part('signed message').facts?.['digestAlgorithm']).toBe('sha256');
    expect(shown.part('signed message').facts?.['digest']).toMatch(/^[0-9a-f]{64}$/);
  });

  it('names the signer, the issuer and what Fulcio recorded', () => {
    expect(shown.part('identity').facts).toMatchObject({
      subjectAlternativeName: 'https://code.mint.example/acme/app/.workflows/release.yml@refs/heads/main',
      form: 'uri',
      issuer: 'https://issuer.mint.example',
      buildSignerDigest: '5f2c1d7a90b3e4c86d1f0a2b7c9e8d3f4a5b6c7d',
      sourceRepositoryRef: 'refs/heads/main',
    });
    expect(shown.part("signer's certificate").facts).toMatchObject({
      notBefore: '2026-02-01T11:55:00Z',
      notAfter: '2026-02-01T12:05:00Z',
      key: 'ecdsa-p256, 256 bits',
      extendedKeyUsage: 'code signing',
      subject: 'empty',
    });
    expect(shown.part('certificate timestamp 0').facts?.['logInBundledRoot']).toBe('no');
  });

  it('names the log entry, its proof and the lines of its checkpoint', () => {
    expect(shown.part('log entry 0').facts).toMatchObject({
      kind: 'hashedrekord 0.0.2',
      logIndex: '5',
      integratedTime: null,
      promise: 'absent',
      inclusionProof: '4 hashes',
      logInBundledRoot: 'no',
    });
    expect(promised.part('log entry 0').facts).toMatchObject({
      integratedTime: '2026-02-01T12:00:00Z',
      promise: '70 bytes',
    });
    expect(shown.part('tree head').facts).toMatchObject({ origin: 'log2026.rekor.mint.example', treeSize: '11' });
    expect(shown.part('checkpoint').facts?.['signatureLines']).toEqual([
      'log2026.rekor.mint.example 7037df5f (64 bytes)',
      'witness.mint.example 51e8c62c (72 bytes)',
    ]);
  });

  it('names the timestamp', () => {
    expect(shown.part('timestamp 0').facts).toMatchObject({
      genTime: '2026-02-01T12:00:00Z',
      accuracyNanoseconds: 1_000_000_000,
      policy: '1.3.6.1.4.1.57264.2',
      signerId: 'CN=mint tsa root,O=mint.example e3004f13aa4451abe9f2c4c557119497',
      authorityInBundledRoot: 'no',
    });
  });

  it('names the statement, its subjects and its provenance', () => {
    expect(provenance.part('statement').facts).toEqual({ type: 'https://in-toto.io/Statement/v1', subjects: 1 });
    expect(provenance.part('subject 0').facts?.['name']).toBe('artifact.txt');
    const { facts } = provenance.part('predicate');
    expect(facts).toMatchObject({ type: 'https://slsa.dev/provenance/v1', title: 'SLSA provenance v1' });
    expect(Object.keys(facts!)).toEqual(
      expect.arrayContaining(['builder', 'buildType', 'invocation', 'resolvedDependencies']),
    );
    const old = inspect(fixture('cases/statement-v0.1-slsa-v0.2/bundle.sigstore.json'));
    expect(old.part('predicate').facts).toMatchObject({ title: 'SLSA provenance v0.2' });
    expect(Object.keys(old.part('predicate').facts!)).toContain('materials');
    expect(old.text).toContain('note: statement-version-old');
  });

  it('marks every line, and the document, as unverified', () => {
    for (const story of [shown, promised, provenance]) {
      for (const line of story.lines) expect(line).toMatch(/^unverified( |$)/);
      expect(story.document).toMatchObject({ format: 'forensic-verify/inspection@v1', unverified: true, known: true });
    }
  });

  it('writes canonical JSON, and the same for the same bytes', () => {
    const bytes = fixture('cases/rekor-v2-cosigned/bundle.sigstore.json');
    const again = inspectEvidence(bytes, 'evidence');
    expect(again).toEqual(inspectEvidence(bytes, 'evidence'));
    const canonical = new TextDecoder().decode(canonicalJson(JSON.parse(again.json) as JsonValue));
    expect(again.json).toBe(`${canonical}\n`);
  });

  it('keeps to 80 columns but for words that it may not cut', () => {
    for (const line of [...shown.lines, ...provenance.lines]) {
      if (line.length > 80) expect(line.replace(/^unverified\s+/, '')).toMatch(/^"|^at \/[^ ]+$/);
    }
  });
});

describe('inspect other evidence', () => {
  it('knows an unsigned envelope and a bare statement', () => {
    expect(
      inspect(fixture('cases/dsse-unsigned--signature-absent/artifact.dsse.json')).part('DSSE envelope').facts,
    ).toEqual({
      signatures: 0,
      signer: 'none',
    });
    const bare = inspect(fixture('cases/statement-bare--signature-absent/artifact.dsse.json'));
    expect(bare.part('in-toto statement without an envelope')).toBeDefined();
    expect(bare.part('subject 0')).toBeDefined();
  });

  it('shows each line of a JSON Lines file, and goes on behind a malformed one', () => {
    const shown = inspect(fixture('cases/bundles-jsonl/bundles.jsonl'));
    expect(shown.document.kind).toBe('jsonl');
    expect(shown.part('line 1').facts).toEqual({ kind: 'envelope' });
    expect(shown.part('line 2').facts).toEqual({ kind: 'envelope' });
    const broken = inspect(bytesOf('{"a":1}\n{"a":\n{"b":2}\n\n'));
    expect(broken.known).toBe(true);
    expect(broken.part('JSON Lines').problem?.reason).toBe('jsonl-line');
    expect(broken.part('line 2').problem?.reason).toBe('json-invalid');
    expect(broken.part('line 3').facts).toEqual({ kind: 'json' });
  });

  it('shows a trusted root entry by entry', () => {
    const shown = inspect(fixture('shared/trusted-root.json'));
    expect(shown.document.kind).toBe('trusted-root');
    expect(shown.part('transparency log 0').facts).toMatchObject({
      baseUrl: 'https://rekor.mint.example',
      key: 'ecdsa-p256, 256 bits',
      scheme: 'ecdsa-p256-sha256',
      valid: 'from 2025-01-01T00:00:00Z on',
    });
    expect(shown.part('certificate authority 0').facts?.['subjects']).toHaveLength(2);
    const broken = inspect(fixture('cases/root-broken-key--trusted-root-format/trusted-root.json'));
    expect(broken.part('trusted root').problem?.reason).toBe('trusted-root-format');
    expect(broken.part('certificate authority 0').problem).toBeUndefined();
  });

  it('shows registry keys', () => {
    const shown = inspect(fixture('cases/registry-signature/keys.json'));
    expect(shown.document.kind).toBe('registry-keys');
    expect(shown.part('key 0').facts?.['scheme']).toBe('ecdsa-p256-sha256');
  });

  it('takes a set of JWKs for JSON, and shows none of its content', () => {
    const shown = inspect(bytesOf('{"keys": [{"kty": "oct", "kid": "a", "k": "hunter2hunter2"}]}'));
    expect(shown.document.kind).toBe('json');
    expect(shown.text + shown.json).not.toContain('hunter2');
  });

  it('shows certificates in DER and PEM, and lists the text outside', () => {
    const pem = textOf(fixture('cases/check-chain/leaf.pem'));
    const der = new Uint8Array(Buffer.from(pem.replace(/-----[A-Z ]+-----|\n/g, ''), 'base64'));
    expect(inspect(der).document.kind).toBe('der');
    expect(inspect(der).part('certificate').facts).toEqual(inspect(bytesOf(pem)).part('certificate 0').facts);
    const several = inspect(bytesOf(`from the bakery\n${pem}${'QUJD'.repeat(16)}\n${pem}`));
    expect(several.part('PEM file').facts).toEqual({
      certificates: 2,
      linesOutside: ['from the bakery', 'a line of 64 characters, not shown'],
    });
  });

  it.each(['p256.pub.pem', 'p256.jwk.json', 'ed25519.pub.der', 'rsa2048.pub.pem'])(
    'shows the public key %s',
    (name) => {
      const { facts } = inspect(fixture(`keys/${name}`)).part('public key');
      expect(facts?.['keySha256']).toMatch(/^[0-9a-f]{64}$/);
    },
  );

  it('gives one key one fingerprint, whatever file it came from', () => {
    const [pem, jwk] = ['p256.pub.pem', 'p256.jwk.json'].map((name) =>
      inspect(fixture(`keys/${name}`)).part('public key'),
    );
    expect(pem!.facts?.['keySha256']).toBe(jwk!.facts?.['keySha256']);
  });

  it('shows a timestamp, a refused response and a signature', () => {
    const shown = inspect(fixture('cases/check-timestamp/message.tsr'));
    expect(shown.part('RFC 3161 timestamp').facts?.['genTime']).toMatch(/Z$/);
    // PKIStatusInfo with status 2, rejection.
    const refused = inspect(Uint8Array.of(0x30, 0x05, 0x30, 0x03, 0x02, 0x01, 0x02));
    expect(refused.known).toBe(true);
    expect(refused.part('RFC 3161 timestamp').problem?.reason).toBe('timestamp-status');
    expect(inspect(fixture('cases/check-signature-digest/message.sig')).part('ECDSA signature (DER)').facts).toEqual({
      r: '33 bytes',
      s: '32 bytes',
    });
  });

  it('shows a checkpoint and any other signed note', () => {
    const root = Buffer.alloc(32, 7).toString('base64');
    const note = (text: string) => bytesOf(`${text}\n— log.example AAAAAQID\n`);
    const head = inspect(note(`log.example\n12\n${root}\n`));
    expect(head.document.kind).toBe('signed-note');
    expect(head.part('tree head').facts).toMatchObject({
      origin: 'log.example',
      treeSize: '12',
      rootHash: '07'.repeat(32),
    });
    expect(head.part('signed note').facts?.['signatureLines']).toEqual(['log.example 00000001 (2 bytes)']);
    const other = inspect(note('some text\n'));
    expect(other.part('tree head').problem?.reason).toBe('checkpoint-format');
    expect(other.part('tree head').facts).toEqual({ lines: ['some text', ''] });
  });

  it('outlines any other JSON without its content', () => {
    const shown = inspect(
      bytesOf('{"token": "hunter2hunter2", "list": [1, 2], "object": {"a": null}, "n": 1, "none": null}'),
    );
    expect(shown.document.kind).toBe('json');
    expect(shown.part('JSON document').facts).toEqual({
      members: 5,
      outline: [
        'token: a text of 14 characters',
        'list: an array of 2',
        'object: an object of 1',
        'n: a number',
        'none: null',
      ],
    });
    expect(shown.text + shown.json).not.toContain('hunter2');
  });

  it('shows a report as a claim', () => {
    const report = { format: 'forensic-verify/report@v1', verdict: { decision: 'accept', exitCode: 0 }, items: [] };
    const shown = inspect(bytesOf(JSON.stringify(report)));
    expect(shown.document.kind).toBe('report');
    expect(shown.part('report of an earlier verification').facts).toMatchObject({
      decision: 'accept',
      exitCode: 0,
      items: 0,
    });
  });

  it.each([
    ['', 'input-empty'],
    ['hello', 'input-not-recognised'],
    ['{"a":1,"a":2}', 'json-duplicate-key'],
    ['{"a":', 'json-invalid'],
    [' [1,', 'json-invalid'],
    ['\u0000\u0001\u0002', 'input-not-recognised'],
  ])('does not recognise %j', (text, reason) => {
    const shown = inspect(bytesOf(text));
    expect(shown.known).toBe(false);
    expect(shown.document).toMatchObject({ kind: null, known: false, unverified: true });
    expect(shown.part('not recognised').problem?.reason).toBe(reason);
    expect(shown.lines.every((line) => line.startsWith('unverified'))).toBe(true);
  });
});
