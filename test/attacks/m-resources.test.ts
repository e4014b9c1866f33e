// SPDX-License-Identifier: Apache-2.0
import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { type SealPlan, seal } from '../../scripts/mint/bundle.ts';
import { base64, bytes } from '../../scripts/mint/bytes.ts';
import { ATTESTED, MESSAGE, MESSAGE_V2, PROVENANCE } from '../../scripts/mint/cases/good.ts';
import { bitString, integer, NULL, oid, sequence } from '../../scripts/mint/der.ts';
import { envelopeJson, signedEnvelope } from '../../scripts/mint/dsse.ts';
import { changed, type Json, type JsonObject } from '../../scripts/mint/json.ts';
import { PLAIN } from '../../scripts/mint/plain-keys.ts';
import { ctLog, LEAF_FROM, mintRoot, rekorV1, signer, tsaA } from '../../scripts/mint/world.ts';
import { decodeBase64 } from '../../src/encoding/base64.ts';
import { parseDecimal } from '../../src/encoding/decimal.ts';
import { parseDuration } from '../../src/encoding/duration.ts';
import { readPublicKeyPem } from '../../src/encoding/pem.ts';
import { parseRfc3339 } from '../../src/encoding/rfc3339.ts';
import { readSignatureFile } from '../../src/encoding/signature-file.ts';
import { attempt } from '../../src/model/malformed.ts';
import { resolvePredicateType } from '../../src/statement/predicate-types.ts';
import type { JsonReport } from '../support/cli.ts';
import { accepted, envelope, folder, refused, refusesCase, verifyBundle, verifyEnvelope } from './evidence.ts';
import { HOSTILE, type Hostile } from './hostile.ts';

/** GNU time tells what a process has cost; without it, only that the process ends. */
const TIME = '/usr/bin/time';
const SECONDS = 5;
const MEBIBYTES = 256;

interface Cost {
  readonly code: number | null;
  readonly signal: string | null;
  readonly stdout: string;
  readonly stderr: string;
  /** Seconds of the processor: the machine's other work does not count. */
  readonly seconds: number | null;
  readonly mebibytes: number | null;
}

function costOf(command: readonly string[], cwd: string): Cost {
  const words = [
    process.execPath,
    '--permission',
    '--allow-fs-read=*',
    process.env['FORENSIC_VERIFY_TEST_BUNDLE']!,
    ...command,
  ];
  const measured = existsSync(TIME) ? [TIME, '-f', '\n%U %S %M', ...words] : words;
  const { status, signal, stdout, stderr } = spawnSync(measured[0]!, measured.slice(1), {
    cwd,
    env: {},
    encoding: 'utf8',
    timeout: 60_000,
    maxBuffer: 512 * 1024 * 1024,
  });
  const figures = /\n([0-9.]+) ([0-9.]+) ([0-9]+)\n$/.exec(stderr);
  return {
    code: status,
    signal,
    stdout,
    stderr,
    seconds: figures === null ? null : Number(figures[1]) + Number(figures[2]),
    mebibytes: figures === null ? null : Number(figures[3]) / 1024,
  };
}

const measured: { readonly what: string; readonly seconds: number; readonly mebibytes: number }[] = [];

function survives(what: string, { files, command, reasons, codes }: Hostile): void {
  const cost = costOf([...command, ...(command[1] === 'canonical' ? [] : ['--json'])], folder(files()));
  const seen = `${cost.code} ${cost.signal} ${cost.stderr.slice(-300)}`;
  expect(cost.signal, seen).toBeNull();
  expect(codes, seen).toContain(cost.code);
  expect(cost.stderr).not.toMatch(/\n\s+at |RangeError|out of memory/);
  if (command[1] !== 'canonical') {
    const report = JSON.parse(cost.stdout) as JsonReport;
    const found = (report.items ?? []).flatMap(({ checks }) =>
      checks.flatMap(({ reason }) => (reason === undefined || reason === 'prerequisite-not-passed' ? [] : [reason])),
    );
    if (reasons.length > 0) expect([...new Set(found)].filter((reason) => !reasons.includes(reason))).toEqual([]);
    if (cost.code === 3) expect(found.length).toBeGreaterThan(0);
  }
  if (cost.seconds === null || cost.mebibytes === null) return;
  measured.push({ what, seconds: cost.seconds, mebibytes: cost.mebibytes });
  if (process.env['FV_SHOW'] === '1')
    console.log(`${cost.seconds.toFixed(2)} s ${cost.mebibytes.toFixed(0)} MiB  ${cost.code} ${what}`);
  expect(cost.seconds, what).toBeLessThanOrEqual(SECONDS);
  expect(cost.mebibytes, what).toBeLessThanOrEqual(MEBIBYTES);
}

describe('M01, M02, M05, M06 · hostile documents of up to 16 MiB end within 5 s and 256 MiB', () => {
  for (const [what, one] of Object.entries(HOSTILE)) it(what, () => survives(what, one));
});

describe('M01 · many verifiable items', () => {
  const times = (count: number) =>
    Array.from({ length: count }, (_, i) => `2026-02-01T12:0${i % 4}:${String(10 + (i % 50))}Z`);
  it('32 signatures, and not 33', async () => {
    accepted(await verifyEnvelope(envelopeJson(signedEnvelope(PROVENANCE, Array(32).fill(PLAIN.ed25519)))));
    await refusesCase('dsse-33-signatures--limit-exceeded');
  });
  it('32 log entries, and not 33', async () => {
    const plan = (count: number): SealPlan => ({
      ...MESSAGE,
      entries: Array.from({ length: count }, (_, i) => ({ log: rekorV1, before: i })),
    });
    accepted(await verifyBundle(plan(32)));
    refused(await verifyBundle(plan(33)), 3, 'limit-exceeded');
  });
  it('32 timestamps, and not 33', async () => {
    const plan = (count: number): SealPlan => ({
      ...MESSAGE_V2,
      stamps: times(count).map((time, i) => ({ tsa: tsaA, time, label: `stamp ${i}` })),
    });
    accepted(await verifyBundle(plan(32)));
    refused(await verifyBundle(plan(33)), 3, 'limit-exceeded');
  });
  it('10 certificates, and not 11', async () => {
    const filler = signer({ label: 'leaf filler' }).certificate!.der;
    const plan = (count: number): SealPlan => ({ ...MESSAGE, version: '0.1', chain: Array(count - 1).fill(filler) });
    accepted(await verifyBundle(plan(10)));
    refused(await verifyBundle(plan(11)), 3, 'limit-exceeded');
  });
  it('16 certificate timestamps, and not 17', async () => {
    const plan = (count: number): SealPlan => ({
      ...MESSAGE,
      signer: signer({
        label: 'leaf scts',
        scts: Array.from({ length: count }, (_, i) => ({ log: ctLog, time: LEAF_FROM.replace(':00Z', `:${10 + i}Z`) })),
      }),
    });
    accepted(await verifyBundle(plan(16)));
    refused(await verifyBundle(plan(17)), 3, 'limit-exceeded');
  });
  it('the work of one file', async () => {
    const line = JSON.stringify(envelope('ed25519'));
    const file = (count: number) => `${line}\n`.repeat(count);
    refused(await verifyEnvelope(file(2049)), 3, 'limit-exceeded');
    refused(await verifyEnvelope(file(683), { keys: ['ed25519', 'p256', 'p384'] }), 3, 'limit-exceeded');
    accepted(await verifyEnvelope(file(682), { keys: ['ed25519', 'p256', 'p384'] }));
  });
});

describe('M02 · allocation by declared size', () => {
  it('a length is believed only as far as there are octets', async () => {
    for (const head of [
      [0x30, 0x84, 0x7f, 0xff, 0xff, 0xff],
      [0x30, 0x88, 0x7f, 0xff, 0xff, 0xff, 0xff, 0xff, 0xff, 0xff],
      [0x04, 0x85, 0xff, 0xff, 0xff, 0xff, 0xff],
    ]) {
      const document = changed(seal(MESSAGE).bundle, {
        '/verificationMaterial/certificate/rawBytes': base64(bytes(head, new Uint8Array(16))),
      });
      refused(await verifyBundle(document), 3, 'der-invalid');
    }
  });
  it('a tree of 2^63 leaves costs what its proof costs', async () => {
    const size = changed(seal(MESSAGE).bundle, {
      '/verificationMaterial/tlogEntries/0/inclusionProof/treeSize': '9223372036854775807',
    });
    expect((await verifyBundle(size)).code).not.toBe(0);
  });
});

describe('M03 · regex', () => {
  const texts = [
    '2026-01-01T00:00:00.',
    '0'.repeat(50_000),
    `${'a'.repeat(50_000)}!`,
    `${'-'.repeat(50_000)}`,
    `${'1.'.repeat(25_000)}x`,
    `${' '.repeat(50_000)}x`,
    `https://${'a:@/'.repeat(12_000)}`,
    `${'\n'.repeat(50_000)}x`,
    `-----BEGIN ${'-'.repeat(50_000)}`,
    '='.repeat(50_000),
  ];
  const readers: Readonly<Record<string, (text: string) => unknown>> = {
    time: parseRfc3339,
    duration: parseDuration,
    decimal: (text) => parseDecimal(text, 'x'),
    base64: decodeBase64,
    pem: readPublicKeyPem,
    'predicate type': resolvePredicateType,
    'signature file': (text) => readSignatureFile(bytes(text)),
  };
  it.each(Object.keys(readers))('50,000 characters of %s take no time', (name) => {
    for (const text of texts) {
      const start = performance.now();
      attempt(() => readers[name]!(text));
      expect(performance.now() - start).toBeLessThan(100);
    }
  });
});

describe('M04 · crash on shape', () => {
  const swaps: readonly Json[] = [null, true, 7, -1.5, '', 'x', [], [null], {}, { a: 1 }];
  const documents: Readonly<Record<string, JsonObject>> = {
    'a message bundle': seal(MESSAGE).bundle,
    'an envelope bundle': seal({ ...ATTESTED, version: '0.2' }).bundle,
    'a bundle with a timestamp': seal(MESSAGE_V2).bundle,
  };
  it.each(Object.keys(documents))('%s with any value of any type in any place is judged', async (what) => {
    const document = documents[what]!;
    for (const place of placesOf(document)) {
      for (const value of swaps) {
        const outcome = await verifyBundle(changed(document, { [place]: value }));
        expect([0, 2, 3, 4], `${place} ${JSON.stringify(value)} ${outcome.stderr}`).toContain(outcome.code);
      }
    }
  });
  it('an envelope too', async () => {
    const document = envelope('ed25519');
    for (const place of placesOf(document)) {
      for (const value of swaps)
        expect([0, 3, 4], place).toContain((await verifyEnvelope(changed(document, { [place]: value }))).code);
    }
  });
  it('a trusted root with any value in any place is a root, or a slip', async () => {
    const root = mintRoot();
    for (const place of placesOf(root).filter((one) => !/\/[2-9]\//.test(one))) {
      for (const value of swaps) {
        const outcome = await verifyBundle(MESSAGE, { root: changed(root, { [place]: value }) });
        expect([0, 3, 64], `${place} ${JSON.stringify(value)} ${outcome.stderr}`).toContain(outcome.code);
      }
    }
  });
});

function placesOf(value: Json, at = ''): string[] {
  if (typeof value !== 'object' || value === null) return [];
  return Object.entries(value).flatMap(([name, one]) => [`${at}/${name}`, ...placesOf(one, `${at}/${name}`)]);
}

describe('M05 · BigInt', () => {
  const rsa = (modulus: bigint, exponent: bigint) =>
    sequence(sequence(oid('1.2.840.113549.1.1.1'), NULL), bitString(sequence(integer(modulus), integer(exponent))));
  it.each([
    ['a modulus of 16,385 bits', rsa((1n << 16_385n) + 1n, 65537n)],
    ['a modulus of 400,000 bits', rsa((1n << 400_000n) + 1n, 65537n)],
    ['an exponent of 2,000 bits', rsa((1n << 2048n) - 1n, (1n << 2000n) + 1n)],
  ])('%s is no key, and costs nothing', async (_, key) => {
    const start = performance.now();
    const outcome = await verifyEnvelope(envelope('rsa2048'), { keys: [], more: ['--key', 'k'], files: { k: key } });
    expect(outcome.code).toBe(64);
    expect(performance.now() - start).toBeLessThan(500);
  });
});

describe('M06 · Merkle', () => {
  it('64 hashes are read, and not 65', async () => {
    await refusesCase('proof-65-hashes--limit-exceeded');
    const place = '/verificationMaterial/tlogEntries/0/inclusionProof/hashes';
    refused(
      await verifyBundle(changed(seal(MESSAGE).bundle, { [place]: Array(64).fill(base64(new Uint8Array(32))) })),
      3,
      'inclusion-shape',
    );
  });
});
