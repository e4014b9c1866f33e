// SPDX-License-Identifier: Apache-2.0
import { createHash, sign } from 'node:crypto';
import { copyFileSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { PROJECT } from './cli.ts';
import { desk, PEOPLE, smallKey } from './writer.ts';

const CASE = join(PROJECT, 'fixtures/cases/dsse-key-ed25519');
const AT = '2026-03-01T00:00:00Z';
const BY = ['--signer', 'key', '--signing-key', 'ben.pem'];

export const AUDIT_LOG = 'audit.jsonl';
export const AUDIT = ['--audit-log', AUDIT_LOG, '--audit-key', 'ann.pem'];
export const VERIFY_AUDIT = ['custody', 'verify', AUDIT_LOG, '--key', 'ann.pub.pem'];
export const OPEN_AUDIT = [
  ...['custody', 'open', AUDIT_LOG, '--origin', 'locker.example/signing', '--case', 'signing', '--role', 'custodian'],
  ...['--actor', 'ann@a.example', '--signing-key', 'ann.pem', '--checkpoint-key', 'log-a.pub.pem'],
  ...['--purpose', 'record of signings'],
];

export interface SigningCommand {
  /** Without the flag of the output. */
  readonly words: readonly string[];
  /** The flag that names the file that what is signed is written to. */
  readonly output: '--output-file' | '--results-path';
  readonly refused: { readonly words: readonly string[]; readonly why: string };
}

const command = (
  words: readonly string[],
  refused: readonly string[],
  why: string,
  output: SigningCommand['output'] = '--output-file',
): SigningCommand => ({ words, output, refused: { words: refused, why } });

const promotion = (to: string) => [
  ...['attest', 'promotion', `sha256:${'a'.repeat(64)}`, '--image', 'r.example/app', '--from', 'staging', '--to', to],
  ...['--actor', 'ci/release', '--material', 'sbom=surface.json', '--at', AT, ...BY],
];
const rotate = (by: readonly string[]) => [
  ...['attest', 'rotate', 'ring.json', '--next-key', 'cho.pub.pem', '--next-id', 'k2'],
  ...['--valid-from', '2026-02-01T00:00:00Z', '--at', '2026-01-15T00:00:00Z', ...by],
];
const results = (by: string) => [
  ...['verify', 'artifact.txt', '--bundle', 'artifact.dsse.json', '--key', by, '--at', AT, '--attest-results', 'vsa'],
  ...['--verifier-id', 'https://verifier.example/v1', '--resource-uri', 'pkg:generic/artifact@1', ...BY],
];
const attach = (signature: string) => [
  ...['attest', 'attach', 'request.json', '--signature', signature, '--key', 'ben.pub.pem'],
];
const blob = (file: string) => ['attest', 'blob', file, ...BY];
const signing = ['attest', 'sign', 'statement.json', ...BY];
const lock = (file: string) => ['lockfile', 'sign', file, '--signer-id', 'ci@example.com', '--at', AT, ...BY];
const pin = (file: string) => ['digest', 'pin', file, '--at', AT, ...BY];

/** Every command that signs what goes out, in a folder that `signingDesk` has laid out: one call that signs, and one that is refused. */
export const SIGNING_COMMANDS: Readonly<Record<string, SigningCommand>> = {
  'attest sign': command(signing, [...signing, '--require-claim', '/absent'], 'signing-claim'),
  'attest attach': command(attach('ben.sig'), attach('cho.sig'), 'signature-mismatch'),
  'attest blob': command(blob('artifact.txt'), blob('bytes'), 'signing-blob'),
  'attest promotion': command(promotion('prod'), promotion('staging'), 'promotion-goes-nowhere'),
  'attest rotate': command(rotate(BY), rotate(['--signer', 'key', '--signing-key', 'eve.pem']), 'signing-ring'),
  'lockfile sign': command(lock('package-lock.json'), lock('twice-lock.json'), 'json-duplicate-key'),
  'digest pin': command(pin('surface.json'), pin('list.json'), 'json-shape'),
  'verify --attest-results': command(results('ed25519.pub.pem'), results('cho.pub.pem'), 'REJECT', '--results-path'),
};

/** @param made runs the program in a folder, and gives what it wrote to standard output */
export function signingDesk(made: (folder: string, words: readonly string[]) => string): string {
  const folder = desk();
  const put = (name: string, text: string | Uint8Array) => writeFileSync(join(folder, name), text);
  copyFileSync(join(PROJECT, 'offline-kit/samples/job.statement.json'), join(folder, 'statement.json'));
  for (const name of ['artifact.txt', 'artifact.dsse.json']) copyFileSync(join(CASE, name), join(folder, name));
  copyFileSync(join(PROJECT, 'fixtures/keys/ed25519.pub.pem'), join(folder, 'ed25519.pub.pem'));
  put('package-lock.json', '{"lockfileVersion":3,"packages":{"":{"name":"app"}}}\n');
  put('twice-lock.json', '{"lockfileVersion":3,"lockfileVersion":3}\n');
  put('surface.json', '{"echo":{"description":"says it again"}}\n');
  put('list.json', '[]\n');
  put(
    'request.json',
    made(folder, ['attest', 'prepare', 'statement.json', '--key', 'ben.pub.pem', '--to-sign', 'bytes']),
  );
  for (const name of ['ben', 'cho'] as const)
    put(`${name}.sig`, sign(null, readFileSync(join(folder, 'bytes')), smallKey(PEOPLE[name])));
  const k1 = ['--next-key', 'ben.pub.pem', '--next-id', 'k1', '--valid-from', '2026-01-01T00:00:00Z'];
  put('ring.json', made(folder, ['attest', 'rotate', ...k1]));
  made(folder, OPEN_AUDIT);
  return folder;
}

/** SHA-256 of what the signatures in an output are over: payloads of envelopes, and files. */
export function signedIn(output: string): string[] {
  const payloads = [...output.matchAll(/"payload":"([A-Za-z0-9+/=]+)"/g)].map((one) => Buffer.from(one[1]!, 'base64'));
  const files = [...output.matchAll(/"algorithm":"SHA2_256","digest":"([A-Za-z0-9+/=]+)"/g)].map((one) => one[1]!);
  const digests = payloads.map((bytes) => createHash('sha256').update(bytes).digest('hex'));
  return [...digests, ...files.map((base64) => Buffer.from(base64, 'base64').toString('hex'))];
}

/** Of an event of the audit log: what tells one signing from another. */
export interface AuditEvent {
  readonly purpose: string;
  readonly performer: { readonly id: string };
  readonly outcome?: { readonly code: string; readonly note?: string };
  readonly note?: string;
  readonly instrument?: readonly { readonly name: string; readonly digest?: { readonly sha256: string } }[];
}

/** Its whole lines, without the one that opens it. */
export function auditEvents(folder: string): AuditEvent[] {
  const lines = readFileSync(join(folder, AUDIT_LOG), 'utf8').split('\n').slice(1, -1);
  return lines.map((line) => JSON.parse(Buffer.from(JSON.parse(line).payload, 'base64').toString()).predicate);
}
