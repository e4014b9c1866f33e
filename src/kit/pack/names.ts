// SPDX-License-Identifier: Apache-2.0
import { Malformed } from '../../model/malformed.ts';

/** Covers every other file of the kit: one line each, as sha256sum writes and reads them. */
export const SUMS = 'SHA256SUMS';
/** The signature over that list: octets as OpenSSL takes them. */
export const SUMS_SIGNATURE = 'SHA256SUMS.sig';
export const MANIFEST = 'MANIFEST.json';
/** Evidence, and the verdict that each piece must come to. */
export const SAMPLES = 'samples/evidence';
export const SAMPLE_CASES = `${SAMPLES}/cases.json`;

const SEGMENT = /^[A-Za-z0-9_@][A-Za-z0-9_@.+-]*$/;
const LONGEST = 200;

/** A path that every shell, every file system and every list of checksums takes alike. @throws Malformed `kit-format`, or the reason that is given */
export function requirePlainPath(path: string, reason: 'kit-format' | 'kit-content' = 'kit-format'): void {
  const segments = path.split('/');
  if (path.length > LONGEST || segments.some((one) => !SEGMENT.test(one) || one.endsWith('.')))
    throw new Malformed(reason, `${path.slice(0, LONGEST)}: letters, digits and @ _ . + - make up a name in a kit`);
}

/** By octets: all of them are ASCII. */
export function byPath(a: { readonly path: string }, b: { readonly path: string }): number {
  return a.path < b.path ? -1 : a.path > b.path ? 1 : 0;
}

const EXECUTABLE = /^bin\/(?!.*\.(cjs|exe|txt|json)$)(?!SHA)[^/]+$|^plugins\/sigstore-kms-[^/.]+$|\.sh$/;

/** By what it is, and never by how it lay on the disk. */
export function modeOf(path: string): number {
  return EXECUTABLE.test(path) ? 0o755 : 0o644;
}

/** What a file is for, told by where it lies. */
export function roleOf(path: string): string {
  const [top = ''] = path.split('/');
  return path.includes('/') ? (ROLES[top] ?? 'other') : 'kit';
}

const PROGRAM = /^bin\/(forensic-verify|cli\.cjs$)/;
const VERIFIERS = ['README.txt', 'verify-this-kit.sh', 'verify-this-kit.ps1'];

/** What whoever receives a kit looks for, and this one has not. */
export function lackingIn(paths: readonly string[]): readonly string[] {
  const programs = paths.some((path) => PROGRAM.test(path)) ? [] : ['a program below bin/'];
  return [...programs, ...VERIFIERS.filter((one) => !paths.includes(one))];
}

const ROLES: Readonly<Record<string, string>> = Object.assign(Object.create(null), {
  bin: 'program',
  trust: 'trust',
  schemas: 'schema',
  policies: 'policy',
  man: 'documentation',
  doc: 'documentation',
  completions: 'completion',
  samples: 'sample',
  sbom: 'bill of materials',
  licences: 'licence',
  plugins: 'plugin',
});
