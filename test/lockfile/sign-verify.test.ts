// SPDX-License-Identifier: Apache-2.0
import { describe, expect, it } from 'vitest';
import { embedInLockfile, signLockfile } from '../../src/attest/lockfile.ts';
import { hmacSigner } from '../../src/attest/signers/hmac.ts';
import { nativeEngine } from '../../src/crypto/engine.ts';
import type { LockSyntax } from '../../src/encoding/lock-format.ts';
import { parseRfc3339 } from '../../src/encoding/rfc3339.ts';
import { encodeUtf8 } from '../../src/encoding/utf8.ts';
import { DEFAULT_POLICY } from '../../src/model/policy.ts';
import type { ItemFacts } from '../../src/model/report.ts';
import { judge } from '../../src/policy/judge.ts';
import { bundledTrustedRoot } from '../../src/trust/bundled.ts';
import { verifyLockfile } from '../../src/verify/lockfile.ts';
import { type ExaminationContext, PLAIN_QUESTION } from '../../src/verify/request.ts';

const secret = encodeUtf8('0123456789abcdef0123456789abcdef');
const signer = hmacSigner(secret, nativeEngine);
const at = parseRfc3339('2026-03-01T00:00:00Z').time;

const LOCKS: Readonly<Record<LockSyntax, string>> = {
  json: '{\n  "lockfile_version": 1,\n  "servers": {\n    "postgres": { "version": "0.6.2", "integrity": "sha256-ab", "args": ["-y"] }\n  }\n}\n',
  yaml: "lockfileVersion: '9.0'\npackages:\n  a@1.0.0:\n    resolution: {integrity: sha512-ab}\n    hasBin: true\n",
  toml: 'version = 1\nrequires-python = ">=3.12"\n\n[[package]]\nname = "a"\nversion = "1.0"\nsdist = { size = 12 }\n',
};

const context: ExaminationContext = {
  ...PLAIN_QUESTION,
  engine: nativeEngine,
  at,
  clockFloor: at,
  roots: [bundledTrustedRoot()],
  hmacSecret: secret,
  identity: null,
};

function judged(
  text: string,
  syntax: LockSyntax,
  envelope: Uint8Array | null,
  asked: { signer?: string; subject?: string } = {},
  by: ExaminationContext = context,
) {
  const items = verifyLockfile(
    {
      name: 'lock',
      bytes: encodeUtf8(text),
      syntax,
      signatures: envelope === null ? [] : [{ name: 'lock.sig.json', bytes: envelope }],
      signer: asked.signer ?? null,
      subject: asked.subject ?? null,
    },
    by,
  );
  return items.map((item) => ({ code: judge(item, DEFAULT_POLICY).exitCode, reasons: reasonsOf(item) }));
}

function reasonsOf({ checks }: ItemFacts): string[] {
  return checks.flatMap((check) =>
    check.outcome === 'failed' || check.outcome === 'indeterminate' ? [check.reason] : [],
  );
}

const sign = (text: string, syntax: LockSyntax) =>
  signLockfile({ bytes: encodeUtf8(text), syntax, name: 'lock', signerId: 'ci@example.com', at }, signer);

describe.each(['json', 'yaml', 'toml'] as const)('a signed lockfile in %s', (syntax) => {
  const text = LOCKS[syntax];

  it('verifies with its signature beside it', async () => {
    const { envelope } = await sign(text, syntax);
    expect(judged(text, syntax, envelope, { signer: 'ci@example.com', subject: 'lock' })).toEqual([
      { code: 0, reasons: [] },
    ]);
  });

  it('verifies with its signature in it, and that can be written again', async () => {
    const signed = await sign(text, syntax);
    const lock = { bytes: encodeUtf8(text), syntax, name: 'lock', signerId: 'ci@example.com', at };
    const embedded = embedInLockfile(lock, signed);
    const written = new TextDecoder().decode(embedded);
    expect(judged(written, syntax, null)).toEqual([{ code: 0, reasons: [] }]);
    const again = await sign(written, syntax);
    expect(embedInLockfile({ ...lock, bytes: embedded }, again)).toEqual(embedded);
  });

  it('is refused once an entry differs', async () => {
    const { envelope, canonical } = await sign(text, syntax);
    expect(canonical.length).toBeGreaterThan(0);
    expect(judged(text.replace('ab', 'ac').replace('12', '13'), syntax, envelope)[0]?.reasons).toEqual([
      'subject-digest-mismatch',
    ]);
  });

  it('is refused unsigned', () => {
    expect(judged(text, syntax, null)).toEqual([{ code: 3, reasons: ['signature-absent'] }]);
  });

  it('is refused under another secret', async () => {
    const { envelope } = await sign(text, syntax);
    const by = { ...context, hmacSecret: encodeUtf8('another secret of 32 bytes, at least') };
    expect(judged(text, syntax, envelope, {}, by)[0]).toEqual({ code: 3, reasons: ['signature-mismatch'] });
  });
});

describe('what the signer says', () => {
  it('is compared with who was asked for', async () => {
    const { envelope } = await sign(LOCKS.json, 'json');
    expect(judged(LOCKS.json, 'json', envelope, { signer: 'other' })[0]).toEqual({
      code: 3,
      reasons: ['lockfile-signer'],
    });
    expect(judged(LOCKS.json, 'json', envelope, { subject: 'other' })[0]).toEqual({
      code: 3,
      reasons: ['lockfile-signer'],
    });
  });

  it('holds in its own syntax alone', async () => {
    const { envelope } = await sign('{"a":"b"}', 'json');
    expect(judged('a: b\n', 'yaml', envelope)[0]).toEqual({ code: 3, reasons: ['lockfile-claims'] });
  });
});
