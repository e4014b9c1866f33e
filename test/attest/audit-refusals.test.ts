// SPDX-License-Identifier: Apache-2.0
import { createHash, createPublicKey } from 'node:crypto';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import {
  AUDIT,
  AUDIT_LOG,
  type AuditEvent,
  auditEvents,
  OPEN_AUDIT,
  SIGNING_COMMANDS,
  signingDesk,
  VERIFY_AUDIT,
} from '../support/signing-commands.ts';
import { write } from '../support/writer.ts';

// What the record of a signing has where nothing was signed, or nothing went out.

const made = (folder: string, words: readonly string[]): string => {
  const { code, stdout, stderr } = write(folder, words);
  expect(code, stderr).toBe(0);
  return stdout;
};
const names = Object.keys(SIGNING_COMMANDS);
const SIGN = SIGNING_COMMANDS['attest sign']!.words;

function fingerprintOf(folder: string, name: string): string {
  const spki = createPublicKey(readFileSync(join(folder, `${name}.pub.pem`))).export({ format: 'der', type: 'spki' });
  return createHash('sha256').update(spki).digest('hex');
}
const signerIn = ({ instrument = [] }: AuditEvent) => instrument.find(({ name }) => name.startsWith('signer '));

it.each(names)('%s: a refusal names the key that would have signed', (name) => {
  const folder = signingDesk(made);
  const { refused, output } = SIGNING_COMMANDS[name]!;
  expect(write(folder, [...refused.words, output, 'o', ...AUDIT]).code).toBe(3);
  const [event] = auditEvents(folder);
  const key = name === 'attest rotate' ? 'eve' : 'ben';
  expect(signerIn(event!)?.digest?.sha256).toBe(fingerprintOf(folder, key));
});

it.each(names.filter((name) => name !== 'attest attach'))('%s: a key file that is not there is a refusal', (name) => {
  const folder = signingDesk(made);
  const { words, output } = SIGNING_COMMANDS[name]!;
  const wrong = words.map((word) => (word === 'ben.pem' ? 'absent.pem' : word));
  expect(write(folder, [...wrong, output, 'o', ...AUDIT]).code).toBe(64);
  const [event, more] = auditEvents(folder);
  expect(more).toBeUndefined();
  expect(event!.outcome).toMatchObject({ code: 'fail', note: expect.stringContaining('input-missing') });
  expect(signerIn(event!)?.name).toBe('signer key absent.pem, which signed nothing');
});

it.each(names.filter((name) => name !== 'attest attach'))('%s: the key that signs keeps no record of it', (name) => {
  const folder = signingDesk(made);
  const { words, output } = SIGNING_COMMANDS[name]!;
  const same = words.map((word) => (word === 'ben.pem' ? 'ann.pem' : word));
  const run = write(folder, [...same, output, 'o', ...AUDIT]);
  expect(run.code).toBe(64);
  expect(run.stderr).toMatch(/--audit-key\s+is\s+the\s+key\s+that\s+signs/);
  expect(existsSync(join(folder, 'o'))).toBe(false);
});

it('attest attach: neither does the key that has signed elsewhere', () => {
  const folder = signingDesk(made);
  const words = SIGNING_COMMANDS['attest attach']!.words.map((word) => (word === 'ben.pub.pem' ? 'ann.pub.pem' : word));
  expect(write(folder, [...words, '--output-file', 'o', ...AUDIT]).stderr).toContain('is the key that signs');
});

it.each(names)('%s: where the output cannot go, nothing is signed', (name) => {
  const folder = signingDesk(made);
  const { words, output } = SIGNING_COMMANDS[name]!;
  const run = write(folder, [...words, output, 'absent/o', ...AUDIT]);
  expect(run.code).toBe(74);
  expect(auditEvents(folder)).toEqual([]);
});

it('what was signed and could not go out after all is on record too', () => {
  const folder = signingDesk(made);
  // A folder that is there, and in which this run may write nothing.
  expect(write(folder, [...SIGN, '--output-file', '../never-written', ...AUDIT]).code).toBe(74);
  const [signed, lost] = auditEvents(folder);
  expect(signed!.outcome).toEqual({ code: 'pass' });
  expect(lost!.outcome).toMatchObject({ code: 'fail', note: expect.stringContaining('not given out') });
  expect(write(folder, VERIFY_AUDIT).code).toBe(1);
});

it('a ring without a key for the time refuses on record, and the record has the ring and the time that was said', () => {
  const folder = signingDesk(made);
  const ring = ['--key-ring', 'ring.json', '--at'];
  const early = write(folder, [...SIGN, ...ring, '2025-12-31T00:00:00Z', ...AUDIT]);
  expect(early.code).toBe(3);
  made(folder, [...SIGN, ...ring, '2026-01-02T00:00:00Z', ...AUDIT]);
  const [refused, signed] = auditEvents(folder);
  expect(refused!.outcome!.note).toContain('signing-ring');
  const digest = createHash('sha256')
    .update(readFileSync(join(folder, 'ring.json')))
    .digest('hex');
  for (const [event, at] of [
    [refused, '2025-12-31T00:00:00Z'],
    [signed, '2026-01-02T00:00:00Z'],
  ] as const) {
    expect(event!.instrument).toContainEqual({ name: 'key ring ring.json', digest: { sha256: digest } });
    expect(event!.instrument).toContainEqual({ name: `time as said: ${at}` });
  }
});

it('an audit key of two roles writes in the first that may, or in the one that is said', () => {
  const folder = signingDesk(made);
  writeFileSync(join(folder, AUDIT_LOG), '');
  made(folder, [...OPEN_AUDIT, '--add-key', 'cho@a.example=cho.pub.pem:examiner,custodian']);
  const by = ['--audit-log', AUDIT_LOG, '--audit-key', 'cho.pem'];
  made(folder, [...SIGN, ...by]);
  made(folder, [...SIGN, ...by, '--audit-role', 'custodian']);
  made(folder, [...SIGN, ...by, '--role', 'custodian']);
  const roles = auditEvents(folder).map(({ performer }) => (performer as { role?: string }).role);
  expect(roles).toEqual(['examiner', 'custodian', 'custodian']);
  expect(write(folder, [...SIGN, ...by, '--role', 'authority']).code).toBe(74);
  expect(write(folder, VERIFY_AUDIT).code).toBe(1);
});
