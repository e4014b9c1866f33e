// SPDX-License-Identifier: Apache-2.0
import { formatInstant } from '../encoding/rfc3339.ts';
import type { Instant } from '../model/instant.ts';
import type { TimelineRow } from '../model/timeline-view.ts';

export type Node = Readonly<Record<string, unknown>>;
export interface Reference {
  readonly '@id': string;
}

/** Kinds of nodes: the middle of their ids. Numbers are never used anew. */
const KINDS = {
  investigation: 1,
  tool: 2,
  source: 3,
  action: 4,
  event: 5,
  identity: 6,
  location: 7,
  item: 8,
  record: 9,
  facet: 10,
  hash: 11,
} as const;
export type NodeKind = keyof typeof KINDS;

/**
 * `kb:<kind>-<UUID>`: a UUID of version 8 (RFC 9562 §5.8) made of a digest of what it is about, its kind and a number, so that the
 * same evidence gives the same ids, and no two nodes of a document share one.
 *
 * @param digest hexadecimal, at least twelve digits of it are used
 * @param number below 2^62
 */
export function nodeId(kind: NodeKind, digest: string, number: bigint): string {
  const rest = (0x8000_0000_0000_0000n | number).toString(16);
  const type = KINDS[kind].toString(16).padStart(3, '0');
  return `kb:${kind}-${digest.slice(0, 8)}-${digest.slice(8, 12)}-8${type}-${rest.slice(0, 4)}-${rest.slice(4)}`;
}

export function rowNumber({ source, row }: TimelineRow): bigint {
  return (BigInt(source) << 40n) | BigInt(row);
}

export function dateTime(instant: Instant): Node {
  return { '@type': 'xsd:dateTime', '@value': formatInstant(instant) };
}

export function hexBinary(hex: string): Node {
  return { '@type': 'xsd:hexBinary', '@value': hex };
}

export const CONTEXT = {
  'case-investigation': 'https://ontology.caseontology.org/case/investigation/',
  fv: 'urn:forensic-verify:replay:v1#',
  kb: 'urn:forensic-verify:kb:',
  'uco-action': 'https://ontology.unifiedcyberontology.org/uco/action/',
  'uco-core': 'https://ontology.unifiedcyberontology.org/uco/core/',
  'uco-identity': 'https://ontology.unifiedcyberontology.org/uco/identity/',
  'uco-location': 'https://ontology.unifiedcyberontology.org/uco/location/',
  'uco-observable': 'https://ontology.unifiedcyberontology.org/uco/observable/',
  'uco-tool': 'https://ontology.unifiedcyberontology.org/uco/tool/',
  'uco-types': 'https://ontology.unifiedcyberontology.org/uco/types/',
  xsd: 'http://www.w3.org/2001/XMLSchema#',
} as const;

/** Nodes that are named by a text, each once, in the order of their first use. */
export class Named {
  readonly #kind: NodeKind;
  readonly #digest: string;
  readonly #make: (name: string, id: string) => Node;
  readonly #nodes = new Map<string, Node & Reference>();

  constructor(kind: NodeKind, digest: string, make: (name: string, id: string) => Node) {
    this.#kind = kind;
    this.#digest = digest;
    this.#make = make;
  }

  get(name: string): Reference {
    let node = this.#nodes.get(name);
    if (node === undefined) {
      const id = nodeId(this.#kind, this.#digest, BigInt(this.#nodes.size));
      node = { ...this.#make(name, id), '@id': id };
      this.#nodes.set(name, node);
    }
    return { '@id': node['@id'] };
  }

  get all(): Node[] {
    return [...this.#nodes.values()];
  }
}
