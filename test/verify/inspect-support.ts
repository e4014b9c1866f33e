// SPDX-License-Identifier: Apache-2.0
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { explainEvidence } from '../../src/verify/explain.ts';
import { inspectEvidence } from '../../src/verify/inspect.ts';
import type { Story } from '../../src/verify/inspect-model.ts';
import { PROJECT } from '../support/cli.ts';

const FIXTURES = join(PROJECT, 'fixtures');
export const fixture = (path: string): Uint8Array => new Uint8Array(readFileSync(join(FIXTURES, path)));
export const textOf = (bytes: Uint8Array): string => new TextDecoder().decode(bytes);
export const bytesOf = (text: string): Uint8Array => new TextEncoder().encode(text);

export interface PartJson {
  readonly title: string;
  readonly at?: string;
  readonly facts?: Record<string, unknown>;
  readonly problem?: { readonly reason: string };
  readonly parts?: readonly PartJson[];
  readonly says?: readonly string[];
  readonly repeat?: readonly string[];
}
export interface InspectionJson {
  readonly kind: string | null;
  readonly known: boolean;
  readonly parts: readonly PartJson[];
  readonly [name: string]: unknown;
}

export interface Told extends Story {
  readonly document: InspectionJson;
  readonly lines: readonly string[];
  /** The part with this title, at any depth. */
  readonly part: (title: string) => PartJson;
}

export const inspect = (bytes: Uint8Array, name = 'evidence'): Told => told(inspectEvidence(bytes, name));
export const explain = (bytes: Uint8Array, name = 'evidence'): Told => told(explainEvidence(bytes, name));

function told(story: Story): Told {
  const document = JSON.parse(story.json) as InspectionJson;
  const parts = flat(document.parts);
  return {
    ...story,
    document,
    lines: story.text.split('\n').slice(0, -1),
    part: (title) => {
      const found = parts.find((one) => one.title === title);
      if (found === undefined) throw new Error(`no part ${title} in ${parts.map((one) => one.title).join(', ')}`);
      return found;
    },
  };
}

export function flat(parts: readonly PartJson[]): PartJson[] {
  return parts.flatMap((one) => [one, ...flat(one.parts ?? [])]);
}
