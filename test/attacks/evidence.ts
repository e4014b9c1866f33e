// SPDX-License-Identifier: Apache-2.0
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterAll, expect } from 'vitest';
import { type SealPlan, seal } from '../../scripts/mint/bundle.ts';
import { type Bytes, utf8 } from '../../scripts/mint/bytes.ts';
import { AT, WHO } from '../../scripts/mint/case.ts';
import { ARTIFACT, PROVENANCE } from '../../scripts/mint/cases/good.ts';
import { envelopeJson, signedEnvelope } from '../../scripts/mint/dsse.ts';
import type { Json, JsonObject } from '../../scripts/mint/json.ts';
import { PLAIN, type PlainName } from '../../scripts/mint/plain-keys.ts';
import { mintRoot } from '../../scripts/mint/world.ts';
import { PROJECT } from '../support/cli.ts';
import { judged, type Outcome } from './program.ts';

export const FIXTURES = join(PROJECT, 'fixtures');
export const SHARED_ROOT = join(FIXTURES, 'shared/trusted-root.json');
export const UNDER = ['--trusted-root', SHARED_ROOT] as const;
export const ASKED = [...WHO, ...AT] as const;
export const keyOf = (name: PlainName): readonly string[] => ['--key', join(FIXTURES, `keys/${name}.pub.pem`)];

const base = mkdtempSync(join(tmpdir(), 'fv-attacks-'));
let count = 0;
afterAll(() => rmSync(base, { recursive: true, force: true }));

export type Files = Readonly<Record<string, Bytes | string | JsonObject>>;

/** A folder of its own with these files. */
export function folder(files: Files): string {
  const made = join(base, String(count++));
  mkdirSync(made, { recursive: true });
  for (const [name, data] of Object.entries(files)) {
    mkdirSync(dirname(join(made, name)), { recursive: true });
    writeFileSync(join(made, name), octets(data));
  }
  return made;
}

function octets(data: Bytes | string | JsonObject): Bytes {
  if (data instanceof Uint8Array) return data;
  return utf8(typeof data === 'string' ? data : JSON.stringify(data));
}

export interface BundleQuestion {
  readonly artifact?: Bytes | string;
  /** In place of the identity and issuer of the mint. */
  readonly who?: readonly string[];
  readonly at?: readonly string[];
  readonly more?: readonly string[];
  readonly root?: JsonObject;
  readonly files?: Files;
}

/** `verify artifact.txt --bundle bundle.json` under the mint's root and identity, but for what the question changes. */
export function verifyBundle(
  bundle: SealPlan | JsonObject | Bytes | string,
  question: BundleQuestion = {},
): Promise<Outcome> {
  const document = isPlan(bundle) ? seal(bundle).bundle : bundle;
  const cwd = folder({
    'artifact.txt': question.artifact ?? ARTIFACT,
    'bundle.json': document,
    'root.json': question.root ?? mintRoot(),
    ...question.files,
  });
  const asked = [...(question.who ?? WHO), ...(question.at ?? AT), ...(question.more ?? [])];
  return judged(['verify', 'artifact.txt', '--bundle', 'bundle.json', '--trusted-root', 'root.json', ...asked], cwd);
}

function isPlan(bundle: SealPlan | JsonObject | Bytes | string): bundle is SealPlan {
  return typeof bundle === 'object' && !(bundle instanceof Uint8Array) && 'signer' in bundle && 'content' in bundle;
}

/** A bare envelope over the provenance of the artifact, by these keys. */
export function envelope(...names: readonly PlainName[]): JsonObject {
  return envelopeJson(
    signedEnvelope(
      PROVENANCE,
      names.map((name) => PLAIN[name]),
    ),
  );
}

export interface EnvelopeQuestion {
  readonly artifact?: Bytes | string;
  readonly keys?: readonly PlainName[];
  readonly more?: readonly string[];
  readonly files?: Files;
}

/** `verify artifact.txt --bundle envelope.json` under plain keys. */
export function verifyEnvelope(
  document: JsonObject | Bytes | string,
  question: EnvelopeQuestion = {},
): Promise<Outcome> {
  const cwd = folder({ 'artifact.txt': question.artifact ?? ARTIFACT, 'envelope.json': document, ...question.files });
  const keys = (question.keys ?? ['ed25519']).flatMap(keyOf);
  return judged(['verify', 'artifact.txt', '--bundle', 'envelope.json', ...keys, ...AT, ...(question.more ?? [])], cwd);
}

/** `check json` of one document. */
export function checkJson(document: Bytes | string): Promise<Outcome> {
  return judged(['check', 'json', 'document.json'], folder({ 'document.json': document }));
}

export interface FixtureCase {
  readonly name: string;
  readonly folder: string;
  readonly command: readonly string[];
  readonly exitCode: number;
  readonly indication: string | null;
  readonly reason: string | null;
  readonly check: string | null;
  /** Reasons that the same cause cannot but bring along. */
  readonly also?: readonly string[];
}

export function fixtureCases(): FixtureCase[] {
  return readdirSync(join(FIXTURES, 'cases')).sort().map(fixtureCase);
}

function fixtureCase(name: string): FixtureCase {
  const place = join(FIXTURES, 'cases', name);
  return {
    name,
    folder: place,
    ...(JSON.parse(readFileSync(join(place, 'expect.json'), 'utf8')) as Omit<FixtureCase, 'name' | 'folder'>),
  };
}

/** Runs a fixture's command, words added at the end. */
export function runCase(name: string, ...more: readonly string[]): Promise<Outcome> {
  const one = fixtureCase(name);
  return judged([...one.command, ...more], one.folder);
}

/** The case is refused for the reason that its name ends in, and for no other. */
export async function refusesCase(name: string, exit = 3): Promise<Outcome> {
  const outcome = await runCase(name);
  const also = fixtureCase(name).also ?? [];
  refused(
    { ...outcome, reasons: outcome.reasons.filter((reason) => !also.includes(reason)) },
    exit,
    name.split('--')[1]!,
  );
  return outcome;
}

/** One cause, one code, one exit status, and nothing accepted. */
export function refused(outcome: Outcome, exit: number, reason: string): void {
  const seen = `exit ${outcome.code} ${outcome.reasons.join(' ')} ${outcome.stderr.slice(0, 500)}`;
  if (exit === 64) {
    expect(outcome.code, seen).toBe(64);
    expect(outcome.report === null, seen).toBe(true);
    expect(`${outcome.stdout}${outcome.stderr}`).toContain(reason);
    return;
  }
  expect(outcome.reasons, seen).toEqual([reason]);
  expect(outcome.code, seen).toBe(exit);
  expect(outcome.report!.verdict.exitCode).toBe(exit);
  expect(outcome.report!.verdict.decision).toBe('reject');
}

export function accepted(outcome: Outcome): void {
  const seen = `${outcome.code} ${outcome.reasons.join(' ')} ${outcome.stderr}`;
  expect(outcome.code, seen).toBe(0);
  expect(outcome.report!.verdict).toMatchObject({ decision: 'accept', exitCode: 0, indication: 'TOTAL-PASSED' });
}

export type { Json };
