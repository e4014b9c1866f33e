// SPDX-License-Identifier: Apache-2.0
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { parseRfc3339 } from '../../src/encoding/rfc3339.ts';
import { readTrustedKey } from '../../src/trust/keyring.ts';
import { assertLockfile, LockfileError, type LockfileGate } from '../../src/verify/assert-lockfile.ts';

const fixtures = join(import.meta.dirname, '../../fixtures');
const file = (...path: string[]) => new Uint8Array(readFileSync(join(fixtures, ...path)));
const keys = [readTrustedKey(file('keys/ed25519.pub.pem'), 'ed25519.pub.pem')];
const at = parseRfc3339('2026-03-01T00:00:00Z').time;

function gate(more: Partial<LockfileGate> = {}): LockfileGate {
  return {
    ...{ phase: 'restore', mode: 'strict', name: 'mcp-tap.lock', keys, at },
    bytes: file('cases/lockfile-json/mcp-tap.lock'),
    signature: file('cases/lockfile-json/mcp-tap.lock.sig.json'),
    ...more,
  } as LockfileGate;
}

function refusal(more: Partial<LockfileGate>): LockfileError {
  try {
    assertLockfile(gate(more));
  } catch (error) {
    if (error instanceof LockfileError) return error;
    throw error;
  }
  throw new Error('it was accepted');
}

describe('the gate of an installer', () => {
  it.each(['configure', 'restore'] as const)('lets a signed lockfile through to %s', (phase) => {
    expect(assertLockfile(gate({ phase, signer: 'ci@mint.example' }))).toMatchObject({
      ...{ phase, decision: 'accept', exitCode: 0, reason: null, claimsChecked: true },
      signer: 'ci@mint.example',
      keys: [keys[0]!.key.fingerprint],
    });
  });

  it('refuses an unsigned one, and names the reason', () => {
    const { result, message } = refusal({ signature: null });
    expect(result).toMatchObject({ decision: 'reject', exitCode: 3, reason: 'signature-absent', signer: null });
    expect(message).toContain('mcp-tap.lock is refused (restore)');
  });

  it('keeps an unsigned one working where it shall only warn', () => {
    expect(assertLockfile(gate({ signature: null, mode: 'warn' }))).toMatchObject({
      ...{ decision: 'warn', exitCode: 1, reason: 'signature-absent', signer: null },
    });
  });

  it.each([
    [
      'a changed entry',
      { bytes: file('cases/lockfile-entry--subject-digest-mismatch/mcp-tap.lock') },
      'subject-digest-mismatch',
      2,
    ],
    ['another signer', { signer: 'mallory' }, 'lockfile-signer', 3],
    ['nobody asked for', { keys: [] }, 'signer-key-unknown', 3],
    ['a signature that is none', { signature: new Uint8Array([0x7b, 0x7d]) }, 'input-not-recognised', 4],
    ['no lockfile', { bytes: new Uint8Array([0x7b]) }, 'json-invalid', 3],
  ] as const)('refuses %s', (_, more, reason, exitCode) => {
    const { result } = refusal(more);
    expect([result.reason, result.exitCode]).toEqual([reason, exitCode]);
    expect(result.signer).toBeNull();
    expect(result.claimsChecked).toBe(false);
  });

  it('wants to know what a file is written in', () => {
    expect(() => assertLockfile(gate({ name: 'some.lock', bytes: new Uint8Array([0x61]) }))).toThrow(/written in/);
  });
});
