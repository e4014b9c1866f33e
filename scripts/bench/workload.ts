// SPDX-License-Identifier: Apache-2.0
// What the contenders are given: one file with all bytes, and where each bundle and artifact lies in it.
import { closeSync, existsSync, openSync, readFileSync, writeSync } from 'node:fs';
import { join } from 'node:path';
import { SIGSTORE_CORPORA } from '../../test/support/sigstore-corpora.ts';
import { KINDS, mintedRoot, mintJob } from './minted.ts';

export interface PlannedJob {
  /** Place in `roots`. */
  readonly root: number;
  readonly kind: string;
  readonly bundle: readonly [offset: number, length: number];
  /** null: the digest in its place, `sha256:…`. */
  readonly artifact: readonly [offset: number, length: number] | string;
}

export interface Workload {
  readonly name: string;
  readonly file: string;
  /** Texts of the trusted roots. */
  readonly roots: readonly string[];
  readonly at: string;
  /** null: anybody, compared with nothing. */
  readonly identity: { readonly san: string; readonly issuer: string } | null;
  readonly jobs: readonly PlannedJob[];
}

class Blob {
  readonly #fd: number;
  #size = 0;

  constructor(file: string) {
    this.#fd = openSync(file, 'w');
  }

  add(bytes: Uint8Array): [number, number] {
    writeSync(this.#fd, bytes);
    this.#size += bytes.length;
    return [this.#size - bytes.length, bytes.length];
  }

  close(): void {
    closeSync(this.#fd);
  }
}

export function mintWorkload(folder: string, count: number): Workload {
  const file = join(folder, 'minted.bin');
  const blob = new Blob(file);
  const jobs = Array.from({ length: count }, (_, i): PlannedJob => {
    const { kind, bundle, artifact } = mintJob(i);
    return { root: 0, kind, bundle: blob.add(bundle), artifact: blob.add(artifact) };
  });
  blob.close();
  return {
    name: `minted, ${KINDS.join(' + ')}, every leaf and checkpoint another`,
    file,
    roots: [new TextDecoder().decode(mintedRoot())],
    at: '2026-03-01T00:00:00Z',
    identity: {
      san: 'https://code.mint.example/acme/app/.workflows/release.yml@refs/heads/main',
      issuer: 'https://issuer.mint.example',
    },
    jobs,
  };
}

interface Case {
  readonly args: readonly (readonly [string, string])[];
  readonly positional: readonly string[];
  readonly expect: string;
}

/** Bundles that other people made and published, each once; null where they are not at hand. */
export function realWorkload(folder: string, corpora: string): Workload | null {
  const roots: string[] = [];
  const file = join(folder, 'real.bin');
  const blob = new Blob(file);
  const jobs: PlannedJob[] = [];
  const seen = new Set<string>();
  for (const corpus of SIGSTORE_CORPORA) {
    const base = join(corpora, corpus);
    if (!existsSync(join(base, 'cases.json'))) continue;
    for (const one of JSON.parse(readFileSync(join(base, 'cases.json'), 'utf8')) as Case[]) {
      const argument = (...names: string[]) => one.args.find(([name]) => names.includes(name))?.[1];
      const [bundlePath, rootPath, [operand]] = [
        argument('bundle', 'provenance'),
        argument('trusted-root'),
        one.positional,
      ];
      if (one.expect !== 'accept' || bundlePath === undefined || rootPath === undefined || operand === undefined)
        continue;
      const bundle = readFileSync(join(base, bundlePath));
      const text = bundle.toString();
      if (seen.has(text) || !isCertified(text)) continue;
      seen.add(text);
      const root = readFileSync(join(base, rootPath), 'utf8');
      if (!roots.includes(root)) roots.push(root);
      const artifact = existsSync(join(base, operand)) ? blob.add(readFileSync(join(base, operand))) : operand;
      jobs.push({ root: roots.indexOf(root), kind: kindOf(text), bundle: blob.add(bundle), artifact });
    }
  }
  blob.close();
  if (jobs.length === 0) return null;
  return { name: 'real', file, roots, at: '2026-11-01T00:00:00Z', identity: null, jobs };
}

interface Bundle {
  readonly verificationMaterial?: {
    readonly publicKey?: unknown;
    readonly tlogEntries?: readonly { readonly kindVersion: { readonly version: string } }[];
  };
}

function parsed(text: string): Bundle {
  try {
    return JSON.parse(text) as Bundle;
  } catch {
    return {};
  }
}

function isCertified(text: string): boolean {
  const material = parsed(text).verificationMaterial;
  return material !== undefined && material.publicKey === undefined;
}

function kindOf(text: string): string {
  const version = parsed(text).verificationMaterial?.tlogEntries?.[0]?.kindVersion.version;
  return version === '0.0.2' && !text.includes('"intoto"') ? 'v2' : 'v1';
}
