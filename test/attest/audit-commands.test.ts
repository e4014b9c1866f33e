// SPDX-License-Identifier: Apache-2.0
import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import {
  AUDIT,
  AUDIT_LOG,
  auditEvents,
  SIGNING_COMMANDS,
  signedIn,
  signingDesk,
  VERIFY_AUDIT,
} from '../support/signing-commands.ts';
import { write } from '../support/writer.ts';

const made = (folder: string, words: readonly string[]): string => {
  const { code, stdout, stderr } = write(folder, words);
  expect(code, stderr).toBe(0);
  return stdout;
};
const sha256 = (bytes: Uint8Array): string => createHash('sha256').update(bytes).digest('hex');
const names = Object.keys(SIGNING_COMMANDS);

describe.each(names)('the audit log of %s', (name) => {
  const { words, output, refused } = SIGNING_COMMANDS[name]!;

  it('has what was signed, by whom, and what for', () => {
    const folder = signingDesk(made);
    made(folder, [...words, output, 'o', ...AUDIT]);
    const [event, more] = auditEvents(folder);
    expect(more).toBeUndefined();
    expect(event).toMatchObject({ purpose: `${name}: signed`, outcome: { code: 'pass' } });
    expect(event!.performer.id).toBe('ann@a.example');
    const [signed] = signedIn(readFileSync(join(folder, 'o'), 'utf8'));
    const isBlob = name === 'attest blob';
    expect(event!.instrument).toContainEqual({
      name: `payload ${isBlob ? 'of no type' : 'application/vnd.in-toto+json'}`,
      digest: { sha256: signed },
    });
    expect(event!.instrument!.map((one) => one.name.split(' ')[0])).toContain('signer');
    if (!isBlob) expect(JSON.parse(event!.note!).subjects.length).toBeGreaterThan(0);
    // 1: nobody has said that the log ends here.
    expect(write(folder, VERIFY_AUDIT).code).toBe(1);
  });

  it('has what was refused, and why', () => {
    const folder = signingDesk(made);
    const run = write(folder, [...refused.words, output, 'o', ...AUDIT]);
    expect(run.code, run.stdout + run.stderr).toBe(3);
    const [event, more] = auditEvents(folder);
    expect(more).toBeUndefined();
    expect(event).toMatchObject({ purpose: `${name}: refused`, outcome: { code: 'fail' } });
    expect(event!.outcome!.note).toContain(refused.why);
    expect(existsSync(join(folder, 'o'))).toBe(false);
    expect(write(folder, VERIFY_AUDIT).code).toBe(1);
  });

  it('lets nothing out where it cannot be written', () => {
    const folder = signingDesk(made);
    const log = join(folder, AUDIT_LOG);
    writeFileSync(log, readFileSync(log, 'utf8').replace('"payload":"ey', '"payload":"eY'));
    const run = write(folder, [...words, output, 'o', ...AUDIT]);
    expect(run.code).toBe(74);
    expect(existsSync(join(folder, 'o'))).toBe(false);
  });
});

describe.each(names.filter((name) => name !== 'attest attach'))('%s', (name) => {
  const { words, output } = SIGNING_COMMANDS[name]!;
  it('a key file that does not open is a refusal too', () => {
    const folder = signingDesk(made);
    const wrong = words.map((word) => (word === 'ben.pem' ? 'ben.pub.pem' : word));
    const run = write(folder, [...wrong, output, 'o', ...AUDIT]);
    expect(run.code).toBe(64);
    const [event] = auditEvents(folder);
    expect(event!.outcome).toMatchObject({ code: 'fail', note: expect.stringContaining('a public key') });
  });
});

it('there is nothing to record where nothing is signed', () => {
  const folder = signingDesk(made);
  const unsigned = (name: string) => SIGNING_COMMANDS[name]!.words.slice(0, -4);
  for (const name of ['digest pin', 'attest promotion'])
    expect(write(folder, [...unsigned(name), ...AUDIT]).code, name).toBe(64);
  const begun = [
    'attest',
    'rotate',
    '--next-key',
    'cho.pub.pem',
    '--next-id',
    'k',
    '--valid-from',
    '2026-01-01T00:00:00Z',
  ];
  expect(write(folder, [...begun, ...AUDIT]).code).toBe(64);
  expect(auditEvents(folder)).toEqual([]);
});

it('the hexadecimal form of a pin is on record by the digest that was signed', () => {
  const folder = signingDesk(made);
  made(folder, [...SIGNING_COMMANDS['digest pin']!.words, '--form', 'hex', '--output-file', 'o', ...AUDIT]);
  const { digest } = JSON.parse(readFileSync(join(folder, 'o'), 'utf8')) as { digest: string };
  const row = auditEvents(folder)[0]!.instrument!.find(({ name }) => name === 'payload of no type');
  expect(row?.digest?.sha256).toBe(sha256(Buffer.from(digest)));
});

it('who promotes and who signs are two questions', () => {
  const folder = signingDesk(made);
  made(folder, [...SIGNING_COMMANDS['attest promotion']!.words, ...AUDIT, '--audit-actor', 'ann@a.example']);
  expect(auditEvents(folder)[0]!.performer.id).toBe('ann@a.example');
});

it('kit create records the list of checksums that it signs, and what it refuses', () => {
  const folder = signingDesk(made);
  for (const name of ['stage', 'stage/policies']) mkdirSync(join(folder, name));
  writeFileSync(join(folder, 'stage/policies/own.yaml'), 'format: none\n');
  const kit = (key: string) => [
    'kit',
    'create',
    'stage',
    '--signer',
    'key',
    '--signing-key',
    key,
    '--output-file',
    'k.tar',
  ];
  made(folder, [...kit('ben.pem'), ...AUDIT]);
  const sums = readFileSync(join(folder, 'k.tar'), 'latin1');
  const [event] = auditEvents(folder);
  expect(event).toMatchObject({ purpose: 'kit create: signed', outcome: { code: 'pass' } });
  const signed = event!.instrument!.find(({ name }) => name === 'payload of no type')!.digest!.sha256;
  expect(tarMembers(sums).map((text) => sha256(Buffer.from(text, 'latin1')))).toContain(signed);
  expect(write(folder, [...kit('ben.pub.pem'), '--force', ...AUDIT]).code).toBe(64);
  expect(auditEvents(folder)[1]).toMatchObject({ purpose: 'kit create: refused' });
});

/** The contents of a plain tar. */
function tarMembers(tar: string): string[] {
  const contents: string[] = [];
  for (let at = 0; at + 512 <= tar.length && tar[at] !== '\0'; ) {
    const size = Number.parseInt(tar.slice(at + 124, at + 136), 8);
    contents.push(tar.slice(at + 512, at + 512 + size));
    at += 512 + Math.ceil(size / 512) * 512;
  }
  return contents;
}
